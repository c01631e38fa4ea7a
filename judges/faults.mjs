// Plants one fault at a time in a copy of a built site, and demands that the judges which are meant to see it go
// red and no other: node judges/faults.mjs [--only judge,judge] [folder]
//
// Only the pages with the fault are judged. A judge that is dear is asked only about faults that it is meant to see.
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { judges } from './list.mjs';
import { Browser } from './lib/browser.mjs';
import { Copy } from './lib/copy.mjs';
import { ask, closing } from './lib/court.mjs';
import { Site } from './lib/site.mjs';
import { webFaults } from './web/faults.mjs';

const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const wanted = values.only?.split(',');
const site = new Site(resolve(positionals[0] ?? 'public'));
const browser = new Browser();
const before = new Map();
const outcomes = [];

try {
  for (const fault of webFaults(site)) {
    if (wanted && !fault.red.some((name) => wanted.includes(name))) continue;
    const outcome = await plant(fault);
    outcomes.push(outcome.word);
    console.log(`${outcome.word}  ${fault.what.padEnd(62)} ${outcome.red.join(', ') || 'nobody'}${outcome.word === 'failed' ? ` (meant for ${fault.red.join(', ')})` : ''}`);
    for (const line of outcome.details) console.log(`    ${line}`);
  }
} finally {
  await browser.close();
}
console.log(closing(outcomes));
process.exitCode = outcomes.includes('failed') ? 1 : 0;

// plant tells which judges say something of the copy that they do not say of the site.
async function plant(fault) {
  const copy = new Copy(site);
  const marred = (fault.plant(copy), new Site(copy.folder, [fault.on]));
  const sound = new Site(site.folder, [fault.like]);
  const [red, skipped, details] = [[], [], []];
  try {
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
    await browser.forget(marred);
    copy.remove();
  }
  if (fault.red.some((name) => skipped.includes(name))) return { word: 'skipped', red, details };
  return { word: red.toString() === judges.map((j) => j.name).filter((name) => fault.red.includes(name)).toString() ? 'passed' : 'failed', red, details };
}

// complaints are what a judge says of the sound pages; it is asked once.
async function complaints(judge, sound) {
  const key = `${judge.name} ${sound.judged.map((p) => p.path)}`;
  if (!before.has(key)) before.set(key, new Set((await ask(judge, sound, browser)).faults.map((f) => f.what)));
  return before.get(key);
}
