// Does Lighthouse give each kind of page 100 in its four categories?
import lighthouse from 'lighthouse';
import metadata from 'lighthouse/package.json' with { type: 'json' };

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

export default {
  name: 'lighthouse',
  says: `Lighthouse ${metadata.version}: 100 for ${categories.join(', ')}, on a slow telephone`,
  needs: 'browser',
  alone: true, // it measures time
  dear: true,
  async run(site, browser) {
    const faults = [];
    await browser.start();
    for (const page of site.oneEach) {
      let found = await look(site, browser, page);
      // A busy machine makes a fast page slow once, a slow page is slow twice.
      if (found.some((f) => f.what.startsWith('performance'))) found = await look(site, browser, page);
      faults.push(...found);
    }
    return { faults, note: `${site.oneEach.length} pages` };
  },
};

async function look(site, browser, page) {
  const unlisted = /noindex/.test(page.meta.get('robots') ?? '');
  const { lhr } = await lighthouse(await browser.url(site, page.path), {
    port: await browser.port(),
    logLevel: 'silent',
    onlyCategories: categories,
    skipAudits: unlisted ? ['is-crawlable'] : [], // it is not meant to be found
    maxWaitForLoad: 20_000,
  });
  if (lhr.runtimeError) return [{ at: page.path, what: `no result: ${lhr.runtimeError.message}` }];
  return categories.filter((id) => lhr.categories[id].score !== 1).map((id) => ({
    at: page.path,
    what: `${id} ${Math.round(lhr.categories[id].score * 100)}: ${lost(lhr, id)}`,
  }));
}

// lost names the audits that cost points.
function lost(lhr, category) {
  return lhr.categories[category].auditRefs
    .filter((ref) => ref.weight > 0 && lhr.audits[ref.id].score !== null && lhr.audits[ref.id].score < 1)
    .map((ref) => `${lhr.audits[ref.id].title}${lhr.audits[ref.id].displayValue ? ` (${lhr.audits[ref.id].displayValue})` : ''}`)
    .join('; ');
}
