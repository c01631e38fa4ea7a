// Runs the judges over a built site: node judges/run.mjs [--all] [--only name,name] [folder]
//
// Without --all, where a look is dear, fewer pages stand for the rest; the last lines say which.
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { dataJudges, webJudges } from './list.mjs';
import { Browser } from './lib/browser.mjs';
import { ask, closing, outcome, report } from './lib/court.mjs';
import { Site } from './lib/site.mjs';

process.once('SIGINT', () => process.exit(130)); // what was made for the run goes with it

const { values, positionals } = parseArgs({ options: { all: { type: 'boolean' }, only: { type: 'string' } }, allowPositionals: true });
const wanted = values.only?.split(',');
const site = new Site(resolve(positionals[0] ?? 'public'), { whole: values.all });
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
if (!site.whole) console.log(`left out, but not with --all (make judges ALL=1): ${leftOut(site)}`);
console.log(closing(outcomes));
process.exitCode = outcomes.includes('failed') ? 1 : 0;

// leftOut tells what the judges whose looks are dear did not look at.
function leftOut(site) {
  const whole = new Site(site.folder, { like: site, whole: true });
  const fewer = (pages, of) => `${of.length - pages.length} of ${of.length} pages`;
  return [
    `visit, axe and schema-org ${fewer(site.chosen, whole.chosen)}`,
    `axe all pairs of scheme and width on ${fewer([...site.closely], [...whole.closely])}`,
    `lighthouse ${fewer(site.sparingly, whole.sparingly)}`,
  ].join('; ');
}
