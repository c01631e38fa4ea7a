// Is the citation file one by the official schema?
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import { lacking, official } from '../lib/schemas.mjs';

export default {
  name: 'citation',
  says: 'ajv finds CITATION.cff valid by the official schema of the Citation File Format 1.2',
  run(site) {
    const file = site.files.find((f) => f.endsWith('CITATION.cff'));
    if (!file) return { skipped: 'there is no CITATION.cff' };
    const schema = official('cff.json');
    if (!schema) return { skipped: lacking('cff.json') };
    const ajv = formats(new Ajv({ strict: false, allErrors: true, logger: false }));
    const valid = ajv.validate(JSON.parse(readFileSync(schema, 'utf8')), parse(site.bytes(file).toString()));
    return { faults: valid ? [] : ajv.errors.map((e) => ({ at: file, what: `${e.instancePath || 'the file'} ${e.message}` })), note: file };
  },
};
