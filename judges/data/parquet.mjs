// Does Parquet say what CSV says, cell for cell, to a reader that is not ours?
import { join } from 'node:path';
import { cells, csv, differ, parquet } from '../lib/table.mjs';

export default {
  name: 'parquet',
  says: 'DuckDB reads each Parquet file, and finds in it what is in the CSV file',
  async run(site) {
    const files = site.files.filter((f) => f.endsWith('.parquet'));
    if (files.length === 0) return { skipped: 'there is no Parquet file' };
    const faults = [];
    let count = 0;
    for (const file of files) {
      const twin = file.replace(/\.parquet$/, '.csv').replace('/parquet/', '/');
      if (!site.has.has(twin)) {
        faults.push({ at: file, what: 'no CSV file has the same name' });
        continue;
      }
      try {
        const want = await csv(join(site.folder, twin));
        count += cells(want);
        for (const what of differ(await parquet(join(site.folder, file)), want, { same })) faults.push({ at: file, what });
      } catch (error) {
        faults.push({ at: file, what: error.message.split('\n')[0] });
      }
    }
    return { faults, note: `${files.length} files, ${count} cells compared` };
  },
};

// A number that is no whole one by its type is written with a point.
function same(got, want) {
  return got === want || (/^-?\d+\.\d+$/.test(got) && Number(got) === Number(want));
}
