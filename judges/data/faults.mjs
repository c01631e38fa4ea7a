// Faults of downloads, each with the judges that are meant to see it.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ask } from '../lib/table.mjs';

/** dataFaults are the faults to plant in a site's files, as far as it has files of that format. */
export function dataFaults(site) {
  const first = (pattern) => site.files.find((f) => pattern.test(f));
  const single = first(/^data\/[^/]+\/[^/]+\.csv$/);
  const book = first(/^data\/[^/]+\.xlsx$/);
  const database = first(/\.(sqlite|db)$/);
  const parquet = first(/statements\.parquet$/);
  const fault = (what, red, plant) => ({ what, red, plant });

  const faults = [
    fault('a byte that its sum does not know', ['checksums'], (copy) => copy.edit('robots.txt', (text) => `${text}\n`)),
    fault('a file that no sum names', ['checksums'], (copy) => copy.write('data/unnamed.txt', 'id\n')),
    fault('a sitemap without its end', ['xml'], (copy) => copy.edit('sitemap.xml', (text) => text.replace('</urlset>', ''))),
    fault('a row with a cell too many', ['tables'], (copy) => copy.edit(single, (text) => text.replace(/\r?\n$/, ',more$&'))),
    fault('a quote that is never closed', ['tables'], (copy) => copy.edit(single, (text) => text.replace(/\r?\n$/, ',"$&'))),
    fault('a cell that a spreadsheet would run', ['tables'], (copy) => copy.edit(single, (text) => text.replace(/(\r?\n)[^,\n]*/, '$1=1+1'))),
  ];
  if (book) faults.push(fault('another word in one cell of the workbook', ['spreadsheet'], (copy) => copy.write(book, workbook(copy.bytes(book)))));
  if (database) {
    faults.push(
      fault('another word in one cell of the database', ['sqlite'], (copy) => change(copy, database, "UPDATE entities SET name = 'Nobody' WHERE rowid = 1")),
      fault('a citation of a statement that is not there', ['sqlite'], (copy) => change(copy, database, "UPDATE citations SET statement_id = 'nowhere' WHERE rowid = 1")),
    );
  }
  if (parquet) {
    faults.push(fault('another word in one cell of a Parquet file', ['parquet'], async (copy) => {
      const to = join(copy.folder, 'data/changed');
      await ask(`COPY (SELECT * REPLACE (CASE WHEN row_number() OVER () = 1 THEN 'nowhere' ELSE entity_id END AS entity_id) FROM '${join(copy.folder, parquet)}') TO '${to}' (FORMAT parquet)`);
      copy.move('data/changed', parquet);
    }));
    faults.push(fault('another property in a Parquet file', ['parquet', 'queries', 'rdf'], async (copy) => {
      const [from, to] = ['data/statements.parquet', 'data/changed'].map((name) => join(copy.folder, name));
      await ask(`COPY (SELECT * REPLACE (CASE property WHEN 'office' THEN 'seat' ELSE property END AS property) FROM '${from}') TO '${to}' (FORMAT parquet)`);
      copy.move('data/changed', 'data/statements.parquet');
    }));
  }
  return [...faults, ...ofDescriptions(site, fault)];
}

// ofDescriptions are faults of the files that describe the others.
function ofDescriptions(site, fault) {
  const edit = (file, change) => (copy) => copy.edit(file, (text) => {
    const document = JSON.parse(text);
    change(document);
    return JSON.stringify(document);
  });
  const has = (pattern) => site.files.find((f) => pattern.test(f));
  const entity = has(/^data\/[^/]+\/[^/]+\.json$/);
  const linked = has(/^data\/[^/]+\/[^/]+\.jsonld$/);
  const compared = ['rdf', ...(has(/\.parquet$/) ? ['parquet'] : []), ...(has(/\.sqlite$/) ? ['sqlite'] : [])];
  const table = (copy, name, change) => {
    copy.edit(`data/${name}.csv`, change);
    const sum = createHash('sha256').update(copy.bytes(`data/${name}.csv`)).digest('hex');
    edit('data/datapackage.json', (p) => {
      const resource = p.resources.find((r) => r.name === name);
      resource.hash = `sha256:${sum}`;
      resource.bytes = copy.bytes(`data/${name}.csv`).length;
    })(copy);
  };
  const faults = {
    'data/datapackage.json': [
      fault('a hash of another file', ['datapackage'], edit('data/datapackage.json', (p) => { p.resources[0].hash = p.resources[1].hash; })),
      fault('a column without a description', ['datapackage'], edit('data/datapackage.json', (p) => { delete p.resources[0].schema.fields[0].description; })),
      fault('a key that leads nowhere', ['datapackage', ...compared], (copy) => table(copy, 'citations', (text) => text.replace(/(\r?\n)[^,]*/, '$1nowhere'))),
      fault('a day that no calendar has', ['datapackage', ...compared], (copy) => table(copy, 'statements', (text) => text.replace(/(\d{4}-\d\d-\d\d),\d{4}-\d\d-\d\d/, '$1,2025-13-45'))),
    ],
    'data/datacite.xml': [fault('a record without a title', ['datacite'], (copy) => copy.edit('data/datacite.xml', (text) => text.replace(/<titles>.*<\/titles>/s, '')))],
    'data/CITATION.cff': [fault('a citation without a title', ['citation'], (copy) => copy.edit('data/CITATION.cff', (text) => text.replace(/^title:.*\n/m, '')))],
    'data/openapi.json': [fault('a description of the files without a licence', ['openapi'], edit('data/openapi.json', (d) => { delete d.info.license; }))],
    'data/schema.json': [fault('a document with a name that its schema does not have', ['documents'], edit(entity, (d) => { d.surprise = true; }))],
    'data/dataset.nq': [
      fault('a quad without its end', ['rdf'], (copy) => copy.edit('data/dataset.nq', (text) => text.replace(/ \.\n$/, '\n'))),
      fault('a term that is in no context', ['rdf'], edit(linked, (d) => { d['@graph'][0].nonsense = 'lost'; })),
      fault('a statement that is in JSON-LD alone', ['rdf'], edit(linked, (d) => { d['@graph'][0]['schema:alternateName'] = 'Nobody'; })),
    ],
    'data/dcat.jsonld': [fault('a catalogue without a title', ['shacl'], edit('data/dcat.jsonld', (d) => { delete d['dct:title']; }))],
    'data/events.ics': [fault('an event that ends before it begins', ['calendar', ...(has(/dcat\.jsonld$/) ? ['rdf'] : [])], (copy) => copy.edit('data/events.ics', (text) => text.replace(/DTEND;VALUE=DATE:\d{4}/, 'DTEND;VALUE=DATE:1900')))],
  };
  return Object.entries(faults).flatMap(([file, planted]) => (site.has.has(file) ? planted : []));
}

// workbook is the workbook with another word in the last text of its last sheet.
function workbook(bytes) {
  const parts = unzipSync(bytes);
  const name = Object.keys(parts).filter((f) => /worksheets\/sheet\d+\.xml$/.test(f)).sort((a, b) => parseInt(b.match(/\d+/)) - parseInt(a.match(/\d+/)))[0];
  const sheet = strFromU8(parts[name]);
  const at = sheet.lastIndexOf('</t>');
  parts[name] = strToU8(`${sheet.slice(0, at)} or not${sheet.slice(at)}`);
  return zipSync(parts);
}

function change(copy, file, statement) {
  copy.write(file, copy.bytes(file)); // a file of its own before SQLite writes to it
  const db = new DatabaseSync(join(copy.folder, file));
  db.exec('PRAGMA foreign_keys = OFF');
  db.exec(statement);
  db.close();
}
