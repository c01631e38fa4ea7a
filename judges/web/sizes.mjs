// Does a page arrive in one round trip?
import { gzipSync } from 'node:zlib';

const limit = { usual: 14_600, most: 30_000, script: 4_096, requests: 4 };

export default {
  name: 'sizes',
  says: `an entity page and its styles are ${limit.usual} bytes gzipped at the 95th percentile and ${limit.most} at most; scripts ${limit.script}; ${limit.requests} requests a page`,
  run(site) {
    const faults = [];
    const zipped = new Map();
    const size = (path) => {
      if (!zipped.has(path)) zipped.set(path, gzipSync(site.bytes(path)).length);
      return zipped.get(path);
    };
    const entities = [];
    for (const page of site.judged) {
      const asked = [...new Set(page.loads.filter((href) => !href.startsWith('data:')))];
      const loads = asked.map((href) => site.resolve(page, href).path).filter((path) => site.has.has(path));
      const sum = (end) => loads.filter((path) => path.endsWith(end)).reduce((total, path) => total + size(path), 0);
      const [whole, script, requests] = [size(page.path) + sum('.css'), sum('.js'), 1 + asked.length];
      if (script > limit.script) faults.push({ at: page.path, what: `${script} bytes of script` });
      if (requests > limit.requests) faults.push({ at: page.path, what: `${requests} requests` });
      if (!site.isEntity(page)) continue;
      entities.push(whole);
      if (whole > limit.most) faults.push({ at: page.path, what: `${whole} bytes of HTML and CSS` });
    }
    entities.sort((a, b) => a - b);
    const usual = entities[Math.ceil(entities.length * 0.95) - 1];
    if (usual > limit.usual) faults.push({ at: 'entity pages', what: `${usual} bytes of HTML and CSS at the 95th percentile` });
    return { faults, note: entities.length ? `median ${entities[entities.length >> 1]}, 95th percentile ${usual}, most ${entities.at(-1)} bytes` : 'no page of an entity' };
  },
};
