// Is each kind of page accessible, in each scheme and width?
import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const widths = [320, 768, 1280];
const schemes = {
  light: [{ name: 'prefers-color-scheme', value: 'light' }],
  dark: [{ name: 'prefers-color-scheme', value: 'dark' }],
  forced: [{ name: 'forced-colors', value: 'active' }],
};

export default {
  name: 'axe',
  says: `axe-core ${axe.version}: WCAG 2.2 AA and best practice, light, dark and forced colours, at 320, 768 and 1280 px`,
  needs: 'browser',
  async run(site, browser) {
    const faults = sameVersion();
    const { closely } = site;
    let looks = 0;
    await browser.each(site.chosen, async (tab, page) => {
      const devtools = await tab.createCDPSession();
      await tab.goto(await browser.url(site, page.path));
      await tab.evaluate(axe.source);
      for (const [i, [scheme, features]] of Object.entries(schemes).entries()) {
        await devtools.send('Emulation.setEmulatedMedia', { features });
        for (const [j, width] of widths.entries()) {
          // The others are seen in each scheme and at each width, but not in all pairs of them.
          if (!closely.has(page) && i !== j) continue;
          await tab.setViewport({ width, height: 800 });
          looks++;
          for (const { id, help, targets } of await tab.evaluate(violations, tags)) {
            faults.push({ at: `${page.path} (${scheme}, ${width} px: ${targets})`, what: `${id}: ${help}` });
          }
        }
      }
    });
    return { faults, note: `${looks} looks at ${site.chosen.length} pages` };
  },
};

// sameVersion demands that the tests in Go, which have a copy of their own, use the version that the judge uses.
function sameVersion() {
  const copy = join(import.meta.dirname, '../../site/testdata/axe-core/axe.min.js');
  const ours = join(import.meta.dirname, '../node_modules/axe-core/axe.min.js');
  return readFileSync(copy).equals(readFileSync(ours)) ? [] : [{ at: copy, what: `is not that of axe-core ${axe.version}` }];
}

// violations runs in the page.
async function violations(tags) {
  const found = await globalThis.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
  return found.violations.map((v) => ({ id: v.id, help: v.help, targets: v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(', ') }));
}
