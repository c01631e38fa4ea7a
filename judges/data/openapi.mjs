// Is the description of the static JSON an OpenAPI document, and does what it describes exist?
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export default {
  name: 'openapi',
  says: 'Redocly finds no fault with the OpenAPI document',
  run(site) {
    const files = site.files.filter((f) => /(^|\/)openapi\.(json|ya?ml)$/.test(f));
    if (files.length === 0) return { skipped: 'there is no OpenAPI document' };
    const faults = [];
    for (const file of files) {
      const { stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../node_modules/@redocly/cli/bin/cli.js'), 'lint', '--format=json', '--extends=recommended', file], {
        cwd: site.folder,
        encoding: 'utf8',
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      });
      const start = stdout.indexOf('{');
      if (start < 0) throw new Error(stderr || stdout);
      for (const problem of JSON.parse(stdout.slice(start)).problems) {
        faults.push({ at: `${file}${problem.location?.[0]?.pointer ?? ''}`, what: `${problem.ruleId}: ${problem.message}` });
      }
    }
    return { faults, note: files.join(', ') };
  },
};
