// Is every XML file well-formed?
import { spawnSync } from 'node:child_process';

export default {
  name: 'xml',
  says: 'xmllint finds every XML file and drawing well-formed',
  needs: 'xmllint',
  run(site) {
    const files = site.files.filter((f) => /\.(xml|svg|atom|rss)$/.test(f));
    const faults = [];
    for (const file of files) {
      const { status, stderr } = spawnSync('xmllint', ['--nonet', '--noout', file], { cwd: site.folder, encoding: 'utf8' });
      if (status !== 0) faults.push({ at: file, what: stderr.split('\n')[0] });
    }
    return { faults, note: `${files.length} files` };
  },
};
