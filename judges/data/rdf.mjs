// Is the RDF well-formed, do JSON-LD and N-Quads say the same, and are hashes and sizes in it those of the files?
import { createHash } from 'node:crypto';
import { parse, quads, triple } from '../lib/rdf.mjs';

const url = { croissant: 'https://schema.org/contentUrl', dcat: 'http://www.w3.org/ns/dcat#downloadURL' };
const sum = { croissant: 'https://schema.org/sha256', dcat: 'http://spdx.org/rdf/terms#checksum' };
const value = 'http://spdx.org/rdf/terms#checksumValue';

export default {
  name: 'rdf',
  says: 'n3 reads the N-Quads, jsonld the JSON-LD without losing a term; the two agree, and hashes are those of the files',
  async run(site) {
    const whole = site.files.filter((f) => f.endsWith('.nq'));
    const parts = site.files.filter((f) => f.endsWith('.jsonld') || f.endsWith('/croissant.json'));
    if (whole.length + parts.length === 0) return { skipped: 'there is no RDF' };
    const faults = [];
    const said = new Set();
    for (const file of whole) {
      try {
        for (const quad of parse(site.bytes(file).toString(), 'N-Quads')) said.add(triple(quad));
      } catch (error) {
        faults.push({ at: file, what: error.message });
      }
    }
    let count = 0;
    for (const file of parts) {
      try {
        const found = await quads(JSON.parse(site.bytes(file)), site.address + file);
        count += found.length;
        if (said.size && site.types.has(file.split('/')[1])) {
          const alone = found.map(triple).filter((t) => !said.has(t));
          for (const t of alone.slice(0, 3)) faults.push({ at: file, what: `${whole} does not say ${t}` });
        }
        for (const what of hashes(site, found)) faults.push({ at: file, what });
      } catch (error) {
        faults.push({ at: file, what: `${error.message} ${error.details ? JSON.stringify(error.details.event ?? error.details).slice(0, 300) : ''}`.trim() });
      }
    }
    return { faults, note: `${said.size} quads, ${count} in ${parts.length} JSON-LD documents` };
  },
};

// hashes holds what Croissant and DCAT say of a file against the file.
function hashes(site, found) {
  const object = (subject, predicate) => found.find((q) => q.subject.value === subject && q.predicate.value === predicate)?.object.value;
  const wrong = [];
  for (const quad of found) {
    const kind = Object.keys(url).find((k) => url[k] === quad.predicate.value);
    if (!kind) continue;
    const path = quad.object.value.replace(site.address, '');
    const said = kind === 'dcat' ? object(object(quad.subject.value, sum.dcat), value) : object(quad.subject.value, sum.croissant);
    if (!site.has.has(path)) wrong.push(`${quad.object.value} is not there`);
    else if (said !== undefined && said !== createHash('sha256').update(site.bytes(path)).digest('hex')) wrong.push(`${path} has another hash`);
  }
  return wrong;
}
