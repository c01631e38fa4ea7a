// Is the Data Package one by the official profile, are its files as it says, and do their rows obey its schemas?
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import formats from 'ajv-formats';
import datapackage from 'datapackage';
import { lacking, official } from '../lib/schemas.mjs';

const at = 'data/datapackage.json';
const profiles = ['datapackage.json', 'dataresource.json', 'tableschema.json'];

export default {
  name: 'datapackage',
  says: 'Data Package v2: the official profile, the hashes, types, patterns, keys and foreign keys (npm datapackage, ajv)',
  async run(site) {
    if (!site.has.has(at)) return { skipped: `there is no ${at}` };
    const faults = [];
    const say = (what, where = at) => faults.push({ at: where, what });
    const descriptor = JSON.parse(site.bytes(at));
    const profiled = profile(descriptor, say);
    for (const resource of descriptor.resources ?? []) bytes(site, resource, say);
    const rows = await content(site, descriptor, say);
    return { faults, note: `${descriptor.resources.length} resources, ${rows} rows${profiled ? '' : `; ${lacking(profiles[0])}`}` };
  },
};

// profile holds the package, its resources and their schemas each against its official profile.
function profile(descriptor, say) {
  if (!profiles.every(official)) return false;
  const ajv = formats(new Ajv({ strict: false, allErrors: true, logger: false }));
  const [whole, resource, table] = profiles.map((name) => ajv.compile(JSON.parse(readFileSync(official(name), 'utf8'))));
  const check = (valid, value, name) => {
    if (!valid(value)) for (const e of valid.errors) say(`${name}: ${e.instancePath} ${e.message}`);
  };
  check(whole, descriptor, 'the package');
  for (const r of descriptor.resources ?? []) {
    check(resource, r, r.name);
    if (r.schema) check(table, r.schema, `the schema of ${r.name}`);
  }
  return true;
}

// bytes holds a resource against the size and the hash that it declares, and asks for words.
function bytes(site, resource, say) {
  const path = join('data', resource.path);
  if (!site.has.has(path)) return say(`the resource ${resource.name} has no file ${resource.path}`);
  const content = site.bytes(path);
  const sum = createHash('sha256').update(content).digest('hex');
  if (resource.bytes !== content.length) say(`${resource.name} is said to have ${resource.bytes} bytes`, path);
  if (resource.hash !== `sha256:${sum}`) say(`${resource.name} has another hash than it is said to have`, path);
  if (!resource.description && !resource.title) say(`${resource.name} has no description`);
  for (const field of resource.schema?.fields ?? []) {
    if (!field.description) say(`${resource.name}: ${field.name} has no description`);
  }
}

// content lets the library read each table by its schema.
async function content(site, descriptor, say) {
  // The library knows version 1, in which a foreign key within a table was written with an empty name.
  const older = structuredClone(descriptor);
  const tables = older.resources.filter((r) => r.schema);
  for (const resource of tables) {
    resource.profile = 'tabular-data-resource';
    const schema = resource.schema;
    if (typeof schema.primaryKey === 'string') schema.primaryKey = [schema.primaryKey];
    for (const key of schema.foreignKeys ?? []) key.reference.resource ??= '';
  }
  older.resources = tables;
  const pack = await datapackage.Package.load(older, { basePath: join(site.folder, 'data') });
  for (const error of pack.errors) say(error.message);
  let count = 0;
  for (const resource of pack.resources) {
    try {
      const rows = await resource.read({ relations: true, forceCast: true });
      for (const row of rows) {
        if (!(row instanceof Error)) continue;
        for (const error of row.errors?.length ? row.errors : [row]) say(error.message, `data/${resource.descriptor.path}, row ${row.rowNumber ?? '?'}`);
      }
      count += rows.length;
    } catch (error) {
      for (const e of error.errors?.length ? error.errors : [error]) say(e.message, `data/${resource.descriptor.path}`);
    }
  }
  return count;
}
