// The table of planted faults in README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(import.meta.dirname, '../README.md');
const place = /(<!-- faults -->\n).*(<!-- end of faults -->)/s;

/** tell answers whether README.md lists the faults, each with the judges that see it. With write, it does afterwards. */
export function tell(faults, write) {
  const rows = faults.map((f) => `| ${f.what} | ${f.red.join(', ')} |\n`);
  const before = readFileSync(file, 'utf8');
  const after = before.replace(place, (_, begin, end) => `${begin}| fault | seen by |\n|---|---|\n${rows.join('')}${end}`);
  if (write) writeFileSync(file, after);
  return write || after === before;
}
