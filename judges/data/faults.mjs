// Faults of downloads, each with the judges that are meant to see it.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ask } from '../lib/table.mjs';

/** dataFaults are the faults to plant in a site's files, as far as it has files of that format. */
export function dataFaults(site) {
  const first = (pattern) => site.files.find((f) => pattern.test(f));
  const single = first(/^data\/[^/]+\/[^/]+\.csv$/);
  const book = first(/^data\/[^/]+\.xlsx$/);
  const database = first(/\.(sqlite|db)$/);
  const parquet = first(/statements\.parquet$/);
  const fault = (what, red, plant) => ({ what, red, plant });

  const faults = [
    fault('a byte that its sum does not know', ['checksums'], (copy) => copy.edit('robots.txt', (text) => `${text}\n`)),
    fault('a file that no sum names', ['checksums'], (copy) => copy.write('data/unnamed.txt', 'id\n')),
    fault('a sitemap without its end', ['xml'], (copy) => copy.edit('sitemap.xml', (text) => text.replace('</urlset>', ''))),
    fault('a row with a cell too many', ['tables'], (copy) => copy.edit(single, (text) => text.replace(/\r?\n$/, ',more$&'))),
    fault('a quote that is never closed', ['tables'], (copy) => copy.edit(single, (text) => text.replace(/\r?\n$/, ',"$&'))),
    fault('a cell that a spreadsheet would run', ['tables'], (copy) => copy.edit(single, (text) => text.replace(/(\r?\n)[^,\n]*/, '$1=1+1'))),
  ];
  if (book) faults.push(fault('another word in one cell of the workbook', ['spreadsheet'], (copy) => copy.write(book, workbook(copy.bytes(book)))));
  if (database) {
    faults.push(
      fault('another word in one cell of the database', ['sqlite'], (copy) => change(copy, database, "UPDATE entities SET name = 'Nobody' WHERE rowid = 1")),
      fault('a citation of a statement that is not there', ['sqlite'], (copy) => change(copy, database, "UPDATE citations SET statement_id = 'nowhere' WHERE rowid = 1")),
    );
  }
  if (parquet) {
    faults.push(fault('another word in one cell of a Parquet file', ['parquet'], async (copy) => {
      const to = join(copy.folder, 'data/changed');
      await ask(`COPY (SELECT * REPLACE (CASE WHEN row_number() OVER () = 1 THEN 'nowhere' ELSE entity_id END AS entity_id) FROM '${join(copy.folder, parquet)}') TO '${to}' (FORMAT parquet)`);
      copy.move('data/changed', parquet);
    }));
  }
  return faults;
}

// workbook is the workbook with another word in the last text of its last sheet.
function workbook(bytes) {
  const parts = unzipSync(bytes);
  const name = Object.keys(parts).filter((f) => /worksheets\/sheet\d+\.xml$/.test(f)).sort((a, b) => parseInt(b.match(/\d+/)) - parseInt(a.match(/\d+/)))[0];
  const sheet = strFromU8(parts[name]);
  const at = sheet.lastIndexOf('</t>');
  parts[name] = strToU8(`${sheet.slice(0, at)} or not${sheet.slice(at)}`);
  return zipSync(parts);
}

function change(copy, file, statement) {
  copy.write(file, copy.bytes(file)); // a file of its own before SQLite writes to it
  const db = new DatabaseSync(join(copy.folder, file));
  db.exec('PRAGMA foreign_keys = OFF');
  db.exec(statement);
  db.close();
}
