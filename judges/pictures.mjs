// Takes a picture of a page of each kind: node judges/pictures.mjs [options] [folder]
//
//   --to FOLDER      where the pictures go; docs/pictures if not said
//   --only KIND,…    as "node judges/run.mjs" names the kinds, a * for any one of what is below: person/*
//   --width N        of the window; 1280 if not said
//   --height N       of the window; 900 if not said
//   --dark           in the dark scheme
//   --whole          the whole page, not just the window
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Browser } from './lib/browser.mjs';
import { Site } from './lib/site.mjs';

const text = { type: 'string' };
const { values, positionals } = parseArgs({
  options: { to: { ...text, default: 'docs/pictures' }, only: text, width: { ...text, default: '1280' }, height: { ...text, default: '900' }, dark: { type: 'boolean' }, whole: { type: 'boolean' } },
  allowPositionals: true,
});
const site = new Site(resolve(positionals[0] ?? 'public'), { whole: true });
const wanted = values.only?.split(',');
const browser = new Browser();

mkdirSync(values.to, { recursive: true });
try {
  const pages = [...site.closely].filter((p) => !wanted || wanted.includes(p.kind));
  await browser.each(pages, async (tab, page) => {
    await tab.setViewport({ width: Number(values.width), height: Number(values.height) });
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: values.dark ? 'dark' : 'light' }]);
    await tab.goto(await browser.url(site, page.path));
    const file = join(values.to, `${page.kind.replace('/*', '-page')}.png`);
    writeFileSync(file, await tab.screenshot({ fullPage: values.whole, optimizeForSpeed: false }));
    console.log(`${file}  ${page.path}`);
  });
} finally {
  await browser.close();
}
