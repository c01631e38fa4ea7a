// Does Lighthouse give each kind of page 100 in its four categories?
import lighthouse from 'lighthouse';
import { throttling } from 'lighthouse/core/config/constants.js';
import metadata from 'lighthouse/package.json' with { type: 'json' };

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

// A fast page on a busy machine may be slow once; it is not slow each time.
const tries = 3;

export default {
  name: 'lighthouse',
  says: `Lighthouse ${metadata.version}: 100 for ${categories.join(', ')}, on a slow telephone`,
  needs: 'browser',
  alone: true, // it measures time
  dear: true,
  async run(site, browser) {
    const faults = [];
    await browser.start();
    for (const page of site.sparingly) {
      let slowdown;
      let found;
      for (let i = 0; i < tries && (i === 0 || found.some((f) => f.category === 'performance')); i++) {
        const result = await look(site, browser, page, slowdown);
        slowdown = telephone(result.environment.benchmarkIndex);
        found = lacking(result, page);
      }
      faults.push(...found);
    }
    return { faults, note: `${site.sparingly.length} pages` };
  },
};

// look looks once more when Chromium ended meanwhile: it is started anew.
async function look(site, browser, page, slowdown) {
  try {
    return await lookOnce(site, browser, page, slowdown);
  } catch {
    return lookOnce(site, browser, page, slowdown);
  }
}

async function lookOnce(site, browser, page, slowdown) {
  const unlisted = /noindex/.test(page.meta.get('robots') ?? '');
  const { lhr } = await lighthouse(await browser.url(site, page.path), {
    port: await browser.port(),
    logLevel: 'silent',
    onlyCategories: categories,
    skipAudits: unlisted ? ['is-crawlable'] : [], // it is not meant to be found
    disableFullPageScreenshot: true,
    ...(slowdown && { throttling: { ...throttling.mobileSlow4G, cpuSlowdownMultiplier: slowdown } }),
  });
  return lhr;
}

// telephone is how many times slower than this machine, as busy as it is, the telephone is that Lighthouse has in
// mind: its usual 4 stands for a machine with an index of about 1500.
function telephone(benchmarkIndex) {
  return Math.min(4, Math.max(1, benchmarkIndex / 375));
}

function lacking(lhr, page) {
  if (lhr.runtimeError) return [{ at: page.path, what: `no result: ${lhr.runtimeError.message}` }];
  return categories.filter((id) => lhr.categories[id].score !== 1).map((category) => ({
    at: page.path,
    category,
    what: `${category} ${Math.round(lhr.categories[category].score * 100)}: ${lost(lhr, category)}`,
  }));
}

// lost names the audits that cost points.
function lost(lhr, category) {
  return lhr.categories[category].auditRefs
    .filter((ref) => ref.weight > 0 && lhr.audits[ref.id].score !== null && lhr.audits[ref.id].score < 1)
    .map((ref) => `${lhr.audits[ref.id].title}${lhr.audits[ref.id].displayValue ? ` (${lhr.audits[ref.id].displayValue})` : ''}`)
    .join('; ');
}
