// Is every file the one that SHA256SUMS names?
import { spawnSync } from 'node:child_process';

const list = 'SHA256SUMS';

export default {
  name: 'checksums',
  says: `sha256sum finds every file as ${list} says, and ${list} names every file`,
  needs: 'sha256sum',
  run(site) {
    if (!site.has.has(list)) return { skipped: `there is no ${list}` };
    const { stdout, stderr } = spawnSync('sha256sum', ['--check', '--strict', '--quiet', list], { cwd: site.folder, encoding: 'utf8' });
    const faults = (stdout + stderr).split('\n').filter(Boolean).map((line) => ({ at: list, what: line }));
    const named = new Set(site.bytes(list).toString().split('\n').map((line) => line.slice(66)));
    for (const file of site.files) {
      if (file !== list && !named.has(file)) faults.push({ at: file, what: `${list} does not name it` });
    }
    return { faults, note: `${named.size - 1} files` };
  },
};
