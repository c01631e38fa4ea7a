// Does DuckDB read every CSV file strictly, and is no cell one that a spreadsheet would run?
import { join } from 'node:path';
import { cells, csv } from '../lib/table.mjs';

// A number may be below zero; a text may not begin like a formula.
const formula = /^[=+@\t\r]|^-(?![0-9.]+$)/;

export default {
  name: 'tables',
  says: 'DuckDB reads every CSV file in strict mode, and no cell is a formula',
  async run(site) {
    const faults = [];
    const files = site.files.filter((f) => f.endsWith('.csv'));
    let count = 0;
    for (const file of files) {
      try {
        const table = await csv(join(site.folder, file));
        count += cells(table);
        for (const [i, row] of table.rows.entries()) {
          for (const [j, cell] of row.entries()) {
            if (formula.test(cell)) faults.push({ at: `${file}, row ${i + 1}, ${table.columns[j]}`, what: 'a spreadsheet would run this cell' });
          }
        }
      } catch (error) {
        faults.push({ at: file, what: error.message.split('\n')[0] });
      }
    }
    return { faults, note: `${files.length} files, ${count} cells` };
  },
};
