// Does the catalogue obey the shapes of DCAT-AP 3?
import { readFileSync } from 'node:fs';
import { Store } from 'n3';
import Validator from 'rdf-validate-shacl';
import { lacking, official } from '../lib/schemas.mjs';
import { parse, quads } from '../lib/rdf.mjs';

const required = 'dcat-ap-3.0.1/shapes.ttl';
const recommended = 'dcat-ap-3.0.1/shapes_recommended.ttl';

export default {
  name: 'shacl',
  says: 'rdf-validate-shacl finds the catalogue valid by the official shapes of DCAT-AP 3.0.1',
  async run(site) {
    const file = site.files.find((f) => /(^|\/)dcat\.jsonld$/.test(f));
    if (!file) return { skipped: 'there is no DCAT catalogue' };
    if (!official(required)) return { skipped: lacking(required) };
    const catalogue = new Store(await quads(JSON.parse(site.bytes(file)), site.address + file));
    const faults = (await violations(required, catalogue)).map((v) => ({ at: `${file}: ${v.at}`, what: `${v.path} ${v.words}` }));
    // What is only recommended may be unknown: it is told, and no fault.
    const absent = official(recommended) ? [...new Set((await violations(recommended, catalogue)).map((v) => v.path.replace(/.*[/#]/, '')))] : [];
    return { faults, note: `${catalogue.size} triples${absent.length ? `; recommended but not there: ${absent.join(', ')}` : ''}` };
  },
};

async function violations(shapes, catalogue) {
  const validator = new Validator(new Store(parse(readFileSync(official(shapes), 'utf8'), 'Turtle')));
  const { results } = await validator.validate(catalogue);
  return results.map((r) => ({
    at: r.focusNode?.value,
    path: r.path?.value ?? '',
    words: r.message.map((m) => m.value).join('; ') || r.sourceConstraintComponent?.value,
  }));
}
