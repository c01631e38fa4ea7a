// Does LibreOffice open the workbook, and find in each sheet what is in the CSV file?
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cells, csv, differ } from '../lib/table.mjs';

// Comma, quote, UTF-8, from the first line, all text quoted, cells as shown, every sheet to a file of its own.
const asCSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,true,false,false,-1';

export default {
  name: 'spreadsheet',
  says: 'LibreOffice opens each workbook, and finds in its sheets what is in the CSV files',
  needs: 'soffice',
  dear: true,
  async run(site) {
    const books = site.files.filter((f) => /^data\/[^/]+\.xlsx$/.test(f));
    if (books.length === 0) return { skipped: 'there is no workbook' };
    const faults = [];
    let [sheets, count] = [0, 0];
    for (const book of books) {
      const folder = mkdtempSync(join(tmpdir(), 'judges-'));
      try {
        await promisify(execFile)('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', asCSV, '--outdir', join(folder, 'sheets'), join(site.folder, book)]);
        const stem = book.slice('data/'.length, -'.xlsx'.length);
        const found = new Set(readdirSync(join(folder, 'sheets')));
        for (const twin of site.files.filter((f) => /^data\/[^/]+\.csv$/.test(f))) {
          const name = twin.slice('data/'.length);
          if (!found.has(`${stem}-${name}`)) {
            faults.push({ at: book, what: `has no sheet ${name.replace('.csv', '')}, which is a CSV file` });
            continue;
          }
          const want = await csv(join(site.folder, twin));
          sheets++;
          count += cells(want);
          for (const what of differ(await csv(join(folder, 'sheets', `${stem}-${name}`)), want)) faults.push({ at: `${book}, sheet ${name.replace('.csv', '')}`, what });
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
    return { faults, note: `${sheets} sheets, ${count} cells compared` };
  },
};
