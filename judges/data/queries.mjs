// Do the queries of docs/duckdb.md give what stands below them there?
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from '../lib/table.mjs';

const page = join(import.meta.dirname, '../../docs/duckdb.md');

export default {
  name: 'queries',
  says: 'DuckDB answers each query of docs/duckdb.md over the built files with the table below it',
  async run(site) {
    if (!site.has.has('data/statements.parquet')) return { skipped: 'there is no Parquet file' };
    const faults = [];
    const examples = [...readFileSync(page, 'utf8').matchAll(/```sql\n([^`]*)```\n\n((?:\|.*\n)+)/g)];
    if (examples.length === 0) throw new Error(`${page} shows no query with its answer`);
    await ask(`SET file_search_path = '${site.folder.replaceAll("'", "''")}'`);
    for (const [, sql, want] of examples) {
      const at = `docs/duckdb.md: ${sql.split('\n', 1)[0]}`;
      try {
        const { columns, rows } = await ask(sql);
        const got = [columns, ...rows].map((cells) => cells.join(' | '));
        const shown = want.trimEnd().split('\n').filter((line) => !line.startsWith('|---')).map((line) => line.slice(2, -2));
        if (got.join('\n') !== shown.join('\n')) faults.push({ at, what: `the answer is ${JSON.stringify(got)}` });
      } catch (error) {
        faults.push({ at, what: error.message.split('\n')[0] });
      }
    }
    return { faults, note: `${examples.length} queries` };
  },
};
