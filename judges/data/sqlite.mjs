// Is the database sound, and does it say what CSV says, cell for cell?
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { cells, csv, differ } from '../lib/table.mjs';

export default {
  name: 'sqlite',
  says: 'SQLite finds the database sound, every key in its place, and in it what is in the CSV files',
  async run(site) {
    const files = site.files.filter((f) => /\.(sqlite|db)$/.test(f));
    if (files.length === 0) return { skipped: 'there is no SQLite file' };
    const faults = [];
    let [tables, count] = [0, 0];
    for (const file of files) {
      const db = new DatabaseSync(join(site.folder, file), { readOnly: true });
      const say = (what) => faults.push({ at: file, what });
      try {
        for (const row of db.prepare('PRAGMA integrity_check').all()) {
          if (row.integrity_check !== 'ok') say(row.integrity_check);
        }
        for (const row of db.prepare('PRAGMA foreign_key_check').all()) say(`a row of ${row.table} refers to none of ${row.parent}`);
        const names = db.prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')").all().map((row) => row.name);
        for (const twin of site.files.filter((f) => /^data\/[^/]+\.csv$/.test(f))) {
          const name = twin.slice('data/'.length, -'.csv'.length);
          if (!names.includes(name)) {
            say(`has no ${name}, which is a CSV file`);
            continue;
          }
          const want = await csv(join(site.folder, twin));
          const got = read(db, name, want.columns);
          tables++;
          count += cells(want);
          for (const what of differ(got, want, { same })) say(`${name}: ${what}`);
        }
      } catch (error) {
        say(error.message);
      } finally {
        db.close();
      }
    }
    return { faults, note: `${tables} tables, ${count} cells compared` };
  },
};

// read takes the columns that CSV has; a database may have more, for its own keys.
function read(db, name, columns) {
  const query = db.prepare(`SELECT ${columns.map((c) => `[${c}]`).join(', ')} FROM "${name}"`);
  query.setReturnArrays(true);
  return { columns, rows: query.all().map((row) => row.map((cell) => (cell === null ? '' : String(cell)))) };
}

// SQLite has no truth values but 1 and 0.
function same(got, want) {
  return got === want || (got === '1' && want === 'true') || (got === '0' && want === 'false');
}
