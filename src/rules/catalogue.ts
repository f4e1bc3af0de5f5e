/**
 * The built-in rules, compiled at build time into two files beside this one: what scanning needs, and what findings
 * need.
 * @module
 */
import { readFileSync } from 'node:fs';
import type { Catalogue, RuleSheet } from './rule.ts';

export const CATALOGUE_FILE = 'catalogue.generated.json';
export const SHEETS_FILE = 'sheets.generated.json';

/** Where the build puts the two files: beside this module, in the source tree and in the bundle. */
const HERE = new URL('./', import.meta.url);

/**
 * Reads the built-in rules; their sheets are read when they are first asked for.
 * @param folder where the two files are
 * @throws Error when the build has not made the files.
 */
export function loadCatalogue(folder: URL = HERE): Catalogue {
  const { rules, hash } = read(folder, CATALOGUE_FILE) as Pick<Catalogue, 'rules' | 'hash'>;
  let sheets: RuleSheet[] | undefined;
  return {
    rules,
    hash,
    get sheets() {
      sheets ??= loadSheets(folder);
      return sheets;
    },
  };
}

/** The sheets of the built-in rules, in the order of the rules. */
export function loadSheets(folder: URL = HERE): RuleSheet[] {
  return read(folder, SHEETS_FILE) as RuleSheet[];
}

function read(folder: URL, name: string): unknown {
  try {
    return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  } catch (error) {
    throw new Error(`the built-in rules (${name}) cannot be read; run npm run build`, { cause: error });
  }
}
