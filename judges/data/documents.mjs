// Do the JSON documents obey the JSON Schema that is published beside them?
import { dirname } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const at = 'data/schema.json';

export default {
  name: 'documents',
  says: 'ajv finds the JSON Schema sound, and every JSON document and every line of NDJSON valid by it',
  run(site) {
    if (!site.has.has(at)) return { skipped: `there is no ${at}` };
    const faults = [];
    const schema = JSON.parse(site.bytes(at));
    const ajv = formats(new Ajv({ allErrors: true }));
    const whole = ajv.compile(schema);
    const statement = ajv.compile({ $ref: `${schema.$id}#/$defs/statement` });
    let count = 0;
    const check = (valid, value, where) => {
      count++;
      if (valid(value)) return;
      for (const e of valid.errors.slice(0, 5)) faults.push({ at: where, what: `${e.instancePath || 'the document'} ${e.message}` });
    };
    // Descriptions lie beside the data; the data's own documents are the whole, and a folder of each type.
    for (const file of site.files.filter((f) => f === 'data/dataset.json' || (f.endsWith('.json') && site.types.has(dirname(f).slice('data/'.length))))) {
      check(whole, JSON.parse(site.bytes(file)), file);
    }
    for (const [i, line] of site.bytes('data/statements.ndjson').toString().trimEnd().split('\n').entries()) {
      check(statement, JSON.parse(line), `data/statements.ndjson:${i + 1}`);
    }
    return { faults, note: `${count} documents` };
  },
};
