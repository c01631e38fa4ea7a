// Official schemas that are not ours to copy.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');

/**
 * official is the path of an official schema, or nothing. They are looked for in the folders that JUDGES_SCHEMAS
 * names, with colons between them, or in a folder "schemas" in whatever lies beside the project.
 */
export function official(name) {
  const beside = resolve(project, '..');
  const folders = process.env.JUDGES_SCHEMAS
    ? process.env.JUDGES_SCHEMAS.split(delimiter)
    : readdirSync(beside).map((folder) => join(beside, folder, 'schemas'));
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** lacking is what a judge says that cannot do without one. */
export const lacking = (name) => `the official schema ${name} is not here (JUDGES_SCHEMAS names the folder of such)`;
