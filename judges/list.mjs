// The judges, in the order in which they are asked.
import calendar from './data/calendar.mjs';
import checksums from './data/checksums.mjs';
import citation from './data/citation.mjs';
import datacite from './data/datacite.mjs';
import datapackage from './data/datapackage.mjs';
import documents from './data/documents.mjs';
import openapi from './data/openapi.mjs';
import parquet from './data/parquet.mjs';
import queries from './data/queries.mjs';
import rdf from './data/rdf.mjs';
import shacl from './data/shacl.mjs';
import spreadsheet from './data/spreadsheet.mjs';
import sqlite from './data/sqlite.mjs';
import tables from './data/tables.mjs';
import xml from './data/xml.mjs';
import axe from './web/axe.mjs';
import htmlValidate from './web/html-validate.mjs';
import lighthouse from './web/lighthouse.mjs';
import links from './web/links.mjs';
import narrow from './web/narrow.mjs';
import reach from './web/reach.mjs';
import schemaOrg from './web/schema-org.mjs';
import script from './web/script.mjs';
import sizes from './web/sizes.mjs';
import visit from './web/visit.mjs';
import vnu from './web/vnu.mjs';

/**
 * A judge has a name, a sentence on what must hold, and run(site, browser), which answers with faults (each with
 * the place it is at and what is wrong), or with skipped and why. needs names the program it cannot do without;
 * alone says that it measures time, so that nothing may run beside it; dear, that it is slow.
 */
export const webJudges = [links, reach, sizes, schemaOrg, htmlValidate, vnu, visit, script, narrow, axe, lighthouse];

export const dataJudges = [
  checksums, xml, tables, parquet, queries, sqlite, spreadsheet, documents, rdf, calendar,
  datapackage, datacite, citation, openapi, shacl,
];
