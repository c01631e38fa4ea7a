// Asks the judges and tells what they said.
import { execFileSync } from 'node:child_process';

/** ask asks one judge; whatever stops it is a fault too. */
export async function ask(judge, site, browser) {
  const start = performance.now();
  let verdict;
  const missing = lacks(judge, browser);
  if (missing) verdict = { skipped: missing };
  else {
    try {
      verdict = await judge.run(site, browser);
    } catch (error) {
      verdict = { broken: true, faults: [{ at: 'the judge itself', what: error.stack }] };
    }
  }
  return { judge, faults: [], note: '', ...verdict, seconds: (performance.now() - start) / 1000 };
}

/** outcome is the one word for a verdict. */
export function outcome(verdict) {
  if (verdict.skipped) return 'skipped';
  return verdict.faults.length ? 'failed' : 'passed';
}

/** closing is the last line of a run. */
export function closing(outcomes) {
  const count = (word) => outcomes.filter((o) => o === word).length;
  return `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`;
}

/** report is what a verdict looks like: a line, and below it each kind of fault once with the places it is at. */
export function report(verdict) {
  const line = `${outcome(verdict)}  ${verdict.judge.name.padEnd(14)} ${verdict.seconds.toFixed(1).padStart(6)} s  ${verdict.skipped ?? verdict.note}`;
  const alike = Map.groupBy(verdict.faults, (f) => f.what);
  const must = verdict.faults.length ? [`    must hold: ${verdict.judge.says}`] : [];
  return [line, ...must, ...[...alike].map(([what, faults]) => {
    const places = faults.slice(0, 3).map((f) => f.at).join(', ');
    const more = faults.length > 3 ? ` and ${faults.length - 3} more` : '';
    return `    ${what}\n        ${places}${more}`;
  })].join('\n');
}

function lacks(judge, browser) {
  if (judge.needs === 'browser') return browser.missing;
  if (!judge.needs) return '';
  try {
    execFileSync('which', [judge.needs]);
    return '';
  } catch {
    return `${judge.needs} is not installed`;
  }
}
