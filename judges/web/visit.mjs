// Does a visit go as it should: search, footnote and back, the other language? And is it silent: no message in
// the console, no breach of the policy, nothing asked of another host?
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { search } from './search.mjs';

export default {
  name: 'visit',
  says: 'search, footnotes and languages work, and a visit leaves no console message, breaches no policy and asks no other host, over HTTP and from file://',
  needs: 'browser',
  async run(site, browser) {
    const faults = [];
    const visits = [];
    for (const page of site.chosen) {
      if (!policy(page)) faults.push({ at: page.path, what: 'no content security policy that keeps to the site, to files, and to trusted types' });
      visits.push({ at: page.path, page, address: await browser.url(site, page.path) });
      if (page.kind === '404') continue; // a host shows it, a folder does not
      visits.push({ at: `${page.path} (file://)`, page, address: pathToFileURL(join(site.folder, page.path)).href });
    }
    await browser.each(visits, (tab, { at, page, address }) => visit(tab, site, page, address, (what) => faults.push({ at, what })));
    return { faults, note: `${visits.length} visits to ${site.chosen.length} pages` };
  },
};

async function visit(tab, site, page, address, say) {
  const own = address.startsWith('file:') ? 'file://' : new URL(address).origin;
  const hear = {
    console: (message) => say(`console: ${message.text()}`),
    pageerror: (error) => say(`script: ${error.message}`),
    request: (request) => {
      if (!request.url().startsWith(own) && !request.url().startsWith('data:')) say(`asks for ${request.url()}`);
    },
    response: (response) => {
      if (response.status() >= 400) say(`${response.status()} for ${new URL(response.url()).pathname}`);
    },
  };
  for (const [event, handler] of Object.entries(hear)) tab.on(event, handler);
  await tab.goto(address, { waitUntil: 'load' });
  // A browser lets no page that is a file ask for files; there the form leads to the index.
  if (!address.startsWith('file:')) await search(tab, site, page, say);
  await footnote(tab, say);
  await twin(tab, say);
  for (const [event, handler] of Object.entries(hear)) tab.off(event, handler);
}

// footnote follows the first link to a note that leads back, and then back. Where there are notes, there must be one.
async function footnote(tab, say) {
  const failed = await tab.evaluate(() => {
    const here = (a) => a.hash && a.href.split('#')[0] === location.href.split('#')[0] && document.getElementById(decodeURIComponent(a.hash.slice(1)));
    for (const link of document.querySelectorAll('main a')) {
      const note = here(link);
      const back = note && [...note.querySelectorAll('a')].find((a) => here(a) && here(a).contains(link));
      if (!back) continue;
      link.click();
      if (document.querySelector(':target') !== note) return `${link.hash} does not lead to its note`;
      back.click();
      if (document.querySelector(':target') !== here(back)) return `${back.hash} does not lead back`;
      return '';
    }
    return document.querySelector('.notes') ? 'no link leads to a note and back' : '';
  });
  if (failed) say(failed);
}

// twin goes to the same page in the next language.
async function twin(tab, say) {
  const link = await tab.$('body a[hreflang]');
  if (!link) return;
  const language = await link.evaluate((a) => a.hreflang);
  await Promise.all([tab.waitForNavigation({ waitUntil: 'load' }), link.evaluate((a) => a.click())]);
  const there = await tab.evaluate(() => document.documentElement.lang);
  if (there !== language) say(`the link to ${language} leads to a page in ${there}`);
}

// policy tells whether the page allows nothing but the site's own files, and no script that is text.
function policy(page) {
  const directives = new Map((page.meta.get('content-security-policy') ?? '').split(';').map((d) => d.trim().split(/\s+/)).map(([name, ...values]) => [name, values]));
  const fallback = directives.get('default-src');
  return fallback !== undefined
    && [...directives].every(([name, values]) => !name.endsWith('-src') || values.every((v) => v === "'none'" || v === "'self'"))
    && directives.get('require-trusted-types-for')?.includes("'script'");
}
