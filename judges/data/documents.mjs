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
    // Descriptions lie beside the data; the data's own documents are these, and a folder of each type.
    const own = ['data/dataset.json', 'data/versions.json', 'data/changes.json'];
    for (const file of site.files.filter((f) => own.includes(f) || (f.endsWith('.json') && ofType(site, dirname(f))))) {
      check(whole, JSON.parse(site.bytes(file)), file);
    }
    for (const [i, line] of site.bytes('data/statements.ndjson').toString().trimEnd().split('\n').entries()) {
      check(statement, JSON.parse(line), `data/statements.ndjson:${i + 1}`);
    }
    return { faults, note: `${count} documents` };
  },
};

// Of the folders of downloads, one that is no type's has the whole dataset as it is now.
function ofType(site, folder) {
  return folder !== 'data/latest' && site.types.has(folder.slice('data/'.length));
}
