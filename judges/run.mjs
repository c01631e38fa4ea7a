// Runs the judges over a built site: node judges/run.mjs [--only name,name] [folder]
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { dataJudges, webJudges } from './list.mjs';
import { Browser } from './lib/browser.mjs';
import { ask, closing, outcome, report } from './lib/court.mjs';
import { Site } from './lib/site.mjs';

process.once('SIGINT', () => process.exit(130)); // what was made for the run goes with it

const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const wanted = values.only?.split(',');
const site = new Site(resolve(positionals[0] ?? 'public'));
const browser = new Browser();
const verdicts = [];

const kinds = new Set(site.pages.map((p) => p.kind));
console.log(`${site.pages.length} pages of ${kinds.size} kinds: ${[...kinds].sort().join(', ')}`);
try {
  const asked = [...dataJudges, ...webJudges].filter((j) => !wanted || wanted.includes(j.name));
  const queue = asked.filter((j) => !j.alone).values();
  const work = async (list) => {
    for (const judge of list) {
      const verdict = await ask(judge, site, browser);
      verdicts.push(verdict);
      console.log(report(verdict));
    }
  };
  await Promise.all([work(queue), work(queue)]);
  await work(asked.filter((j) => j.alone));
} finally {
  await browser.close();
}
const outcomes = verdicts.map(outcome);
console.log(closing(outcomes));
process.exitCode = outcomes.includes('failed') ? 1 : 0;
