// Tables as DuckDB reads them, and how two of them differ.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

/** A Table has names of columns, and rows of texts; an empty text is an empty cell. */

let connection;

/** ask runs one query. */
export async function ask(sql) {
  connection ??= DuckDBInstance.create(':memory:').then((db) => db.connect());
  const reader = await (await connection).runAndReadAll(sql);
  return { columns: reader.columnNames(), rows: reader.getRows().map((row) => row.map((cell) => (cell === null ? '' : String(cell)))) };
}

const quoted = (path) => `'${path.replaceAll("'", "''")}'`;

/** csv reads RFC 4180 and nothing looser: a stray quote or a row with a cell too many or too few is an error. */
export async function csv(path) {
  // With the columns given, DuckDB guesses nothing.
  const header = readFileSync(path, 'utf8').replace(/^\ufeff/, '').split(/\r?\n/, 1)[0].replaceAll('"', '').split(',');
  const columns = header.map((name) => `${quoted(name)}: 'VARCHAR'`).join(', ');
  return ask(`SELECT * FROM read_csv(${quoted(path)}, columns = {${columns}}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', strict_mode = true, max_line_size = 33554432)`);
}

/** parquet reads each cell as the text that its type is written as. */
export function parquet(path) {
  return ask(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet(${quoted(path)})`);
}

/** differ says how a table differs from what was expected, the first few times; same decides on two cells. */
export function differ(got, want, { same = (a, b) => a === b } = {}) {
  if (got.columns.join() !== want.columns.join()) {
    const lacks = want.columns.filter((c) => !got.columns.includes(c));
    const extra = got.columns.filter((c) => !want.columns.includes(c));
    return [lacks.length + extra.length ? `lacks the columns ${lacks.join(', ') || 'none'}, has ${extra.join(', ') || 'none'} besides` : 'has its columns in another order'];
  }
  if (got.rows.length !== want.rows.length) return [`has ${got.rows.length} rows, not ${want.rows.length}`];
  const found = [];
  for (const [i, row] of want.rows.entries()) {
    for (const [j, cell] of row.entries()) {
      if (same(got.rows[i][j], cell)) continue;
      found.push(`row ${i + 1}, ${want.columns[j]}: ${JSON.stringify(got.rows[i][j])}, not ${JSON.stringify(cell)}`);
      if (found.length === 5) return found;
    }
  }
  return found;
}

/** cells is how many a table has. */
export const cells = (table) => table.rows.length * table.columns.length;
