// Does schema.org know every type and property of the JSON-LD in the pages?
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const modules = join(import.meta.dirname, '../node_modules');
const { version } = JSON.parse(readFileSync(join(modules, 'schema-dts/package.json')));

export default {
  name: 'schema-org',
  says: `TypeScript, with the types that schema-dts ${version} makes of schema.org, finds no fault with the JSON-LD of a page; a Dataset has what Google requires`,
  async run(site) {
    const faults = [];
    const lines = ["import type { Thing, WithContext } from 'schema-dts';"];
    const pages = [''];
    for (const page of site.chosen) {
      const blocks = [...page.html.matchAll(/<script type="?application\/ld\+json"?>(.*?)<\/script>/gs)].map((m) => JSON.parse(m[1]));
      if (blocks.length === 0 && !page.refresh && page.kind !== '404') faults.push({ at: page.path, what: 'there is no JSON-LD' });
      for (const block of blocks) {
        // One block a line, so that the line of a complaint names the page.
        lines.push(`export const page${lines.length}: WithContext<Thing> = ${JSON.stringify(block)};`);
        pages.push(page.path);
        if (block['@type'] === 'Dataset' && !(block.name && block.description?.length >= 50)) faults.push({ at: page.path, what: 'the Dataset has no name, or no description of 50 characters' });
      }
    }
    for (const { line, what } of await compile(lines)) faults.push({ at: pages[line - 1], what });
    return { faults, note: `${lines.length - 1} blocks on ${site.chosen.length} pages` };
  },
};

async function compile(lines) {
  const folder = mkdtempSync(join(tmpdir(), 'judges-'));
  try {
    writeFileSync(join(folder, 'pages.ts'), lines.join('\n'));
    symlinkSync(modules, join(folder, 'node_modules'));
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--pretty', 'false', '--module', 'esnext', '--moduleResolution', 'bundler', 'pages.ts'];
    const output = await new Promise((done) => {
      execFile(join(modules, '.bin/tsc'), options, { cwd: folder, maxBuffer: 1 << 28 }, (error, stdout, stderr) => done({ failed: error, text: stdout + stderr }));
    });
    const found = [...output.text.matchAll(/^pages\.ts\((\d+),\d+\): error \w+: (.*)/gm)].map(([, line, what]) => ({ line: Number(line), what: what.slice(0, 300) }));
    if (output.failed && found.length === 0) throw new Error(output.text);
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
