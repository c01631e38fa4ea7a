// Is the DataCite record one by the official XML Schema?
import { spawnSync } from 'node:child_process';
import { lacking, official } from '../lib/schemas.mjs';

const schema = 'datacite-4.7/metadata.xsd';

export default {
  name: 'datacite',
  says: 'xmllint finds the DataCite record valid by the official schema 4.7',
  needs: 'xmllint',
  run(site) {
    const files = site.files.filter((f) => /(^|\/)datacite\.xml$/.test(f));
    if (files.length === 0) return { skipped: 'there is no DataCite record' };
    if (!official(schema)) return { skipped: lacking(schema) };
    const faults = [];
    for (const file of files) {
      const { status, stderr } = spawnSync('xmllint', ['--nonet', '--noout', '--schema', official(schema), file], { cwd: site.folder, encoding: 'utf8' });
      if (status !== 0) faults.push(...stderr.trim().split('\n').map((line) => ({ at: file, what: line })));
    }
    return { faults, note: files.join(', ') };
  },
};
