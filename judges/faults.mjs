// Plants one fault at a time in a copy of a built site, and demands that the judges which are meant to see it go
// red and no other: node judges/faults.mjs [--only judge,judge] [--write] [folder]
//
// The table of faults in README.md has to name them all; --write writes it.
// Only the pages with the fault are judged. A judge that is dear is asked only about faults that it is meant to see.
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { dataFaults } from './data/faults.mjs';
import { dataJudges, webJudges } from './list.mjs';
import { Browser } from './lib/browser.mjs';
import { Copy } from './lib/copy.mjs';
import { ask, closing } from './lib/court.mjs';
import { Site } from './lib/site.mjs';
import { webFaults } from './web/faults.mjs';
import { tell } from './lib/told.mjs';

process.once('SIGINT', () => process.exit(130)); // what was made for the run goes with it

const { values, positionals } = parseArgs({ options: { only: { type: 'string' }, write: { type: 'boolean' } }, allowPositionals: true });
const wanted = values.only?.split(',');
const site = new Site(resolve(positionals[0] ?? 'public'));
const browser = new Browser();
const before = new Map();
const outcomes = [];
const proven = new Set(); // judges that saw a fault that was meant for them

const all = [...dataFaults(site).map((fault) => ({ fault, judges: dataJudges })), ...webFaults(site).map((fault) => ({ fault, judges: webJudges }))];
if (!tell(all.map((p) => p.fault), values.write)) {
  outcomes.push('failed');
  console.log('failed  judges/README.md lists other faults: node judges/faults.mjs --write');
}

try {
  const planted = all.filter(({ fault }) => !wanted || fault.red.some((name) => wanted.includes(name)));
  const alone = ({ fault, judges }) => judges.some((j) => j.alone && fault.red.includes(j.name));
  const queue = planted.filter((p) => !alone(p)).values();
  const work = async (list) => {
    for (const { fault, judges } of list) await show(fault, judges);
  };
  await Promise.all([work(queue), work(queue)]);
  await work(planted.filter(alone));
  for (const judge of wanted ? [] : [...dataJudges, ...webJudges].filter((j) => !proven.has(j.name))) {
    if ((await ask(judge, new Site(site.folder, { only: [], like: site }), browser)).skipped) continue;
    outcomes.push('failed');
    console.log(`failed  ${judge.name} has seen no fault`);
  }
} finally {
  await browser.close();
}
console.log(closing(outcomes));
process.exitCode = outcomes.includes('failed') ? 1 : 0;

async function show(fault, judges) {
  const { word, red, details } = await plant(fault, judges).catch((error) => ({ word: 'failed', red: [], details: [error.message] }));
  outcomes.push(word);
  if (word !== 'failed') fault.red.forEach((name) => proven.add(name));
  console.log(`${word}  ${fault.what.padEnd(60)} ${red.join(', ') || 'nobody'}${word === 'failed' ? ` (meant for ${fault.red.join(', ')})` : ''}`);
  for (const line of details) console.log(`    ${line}`);
}

// plant tells which judges say something of the copy that they do not say of the site.
async function plant(fault, judges) {
  const copy = new Copy(site);
  const [red, skipped, details] = [[], [], []];
  let marred;
  try {
    await fault.plant(copy);
    if (!fault.red.includes('checksums')) copy.sum();
    marred = new Site(copy.folder, { only: fault.on ? [fault.on] : [], like: site });
    const sound = new Site(site.folder, { only: fault.on ? [fault.like] : [], like: site });
    for (const judge of judges.filter((j) => !j.dear || fault.red.includes(j.name))) {
      const known = await complaints(judge, sound);
      const verdict = await ask(judge, marred, browser);
      if (verdict.broken) throw new Error(`${judge.name} broke: ${verdict.faults[0].what}`);
      const news = verdict.faults.map((f) => f.what).filter((what) => !known.has(what));
      if (verdict.skipped) skipped.push(judge.name);
      if (news.length) red.push(judge.name);
      if (news.length && !fault.red.includes(judge.name)) details.push(`${judge.name}: ${news[0]}`);
    }
  } finally {
    if (marred) await browser.forget(marred);
    copy.remove();
  }
  if (fault.red.some((name) => skipped.includes(name))) return { word: 'skipped', red, details };
  return { word: red.toSorted().join() === fault.red.toSorted().join() ? 'passed' : 'failed', red, details };
}

// complaints are what a judge says of the sound pages; it is asked once.
function complaints(judge, sound) {
  const key = `${judge.name} ${sound.judged.map((p) => p.path)}`;
  if (!before.has(key)) before.set(key, ask(judge, sound, browser).then((verdict) => new Set(verdict.faults.map((f) => f.what))));
  return before.get(key);
}
