// What does the W3C's checker say of each page and each stylesheet?
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import vnuJar from 'vnu-jar';
import metadata from 'vnu-jar/package.json' with { type: 'json' };

export default {
  name: 'vnu',
  says: `the W3C's checker (vnu ${metadata.version}) says nothing of pages and styles`,
  needs: 'java',
  async run(site) {
    const others = site.files.filter((f) => /\.(css|svg)$/.test(f));
    const args = [
      '-Xss16m', '-XX:+UseSerialGC', '-jar', String(vnuJar), '--also-check-css', '--also-check-svg',
      '--format', 'json', '--stdout', '--exit-zero-always', ...site.judged.map((p) => p.path), ...others,
    ];
    const { stdout } = await promisify(execFile)('java', args, { cwd: site.folder, maxBuffer: 1 << 28 });
    const faults = JSON.parse(stdout).messages.filter((m) => !mistaken.some((wrong) => wrong(m))).map((m) => ({
      at: `${m.url.slice(m.url.indexOf(site.folder) + site.folder.length + 1)}:${m.lastLine ?? 0}:${m.firstColumn ?? m.lastColumn ?? 0}`,
      what: m.message,
    }));
    return { faults, note: `${site.judged.length} pages, ${others.length} styles and drawings` };
  },
};

// What vnu gets wrong. The judge "visit" sees what a browser makes of the policy.
const mistaken = [
  // A file has no origin, so the site's own files seem to be another host's.
  (m) => /Content Security Policy.* external .*blocked by/.test(m.message),
  // A policy is for scripts; a block of data is none (HTML, section 4.12.1).
  (m) => /Inline script violates Content Security Policy/.test(m.message) && /application\/ld\+json/.test(m.extract),
  // A property of SVG 2, which vnu's profile of CSS does not have.
  (m) => /Property .vector-effect. doesn.t exist/.test(m.message),
];
