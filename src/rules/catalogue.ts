/**
 * The built-in rules, compiled at build time into files beside this one: what scanning needs (rules and the tables of their
 * anchors), what findings need, and the anchors themselves, for when custom rules join.
 * @module
 */
import { readFileSync } from 'node:fs';
import { unpackTables } from '../detect/tables.ts';
import type { Anchor, Catalogue, RuleSheet } from './rule.ts';

export const CATALOGUE_FILE = 'catalogue.generated.json';
export const SHEETS_FILE = 'sheets.generated.json';
export const TABLES_FILE = 'tables.generated.bin';
export const ANCHORS_FILE = 'anchors.generated.json';
export const CATALOGUE_FILES = [CATALOGUE_FILE, SHEETS_FILE, TABLES_FILE, ANCHORS_FILE];

/** Where the build puts the files: beside this module, in the source tree and in the bundle. */
const HERE = new URL('./', import.meta.url);

/**
 * Reads the built-in rules; their sheets are read when they are first asked for.
 * @param folder where the files are
 * @throws Error when the build has not made the files.
 */
export function loadCatalogue(folder: URL = HERE): Catalogue {
  const { rules, hash } = json(folder, CATALOGUE_FILE) as Pick<Catalogue, 'rules' | 'hash'>;
  let sheets: RuleSheet[] | undefined;
  return {
    rules,
    hash,
    tables: unpackTables(read(folder, TABLES_FILE)),
    get sheets() {
      sheets ??= loadSheets(folder);
      return sheets;
    },
  };
}

/** The built-in rules with their anchors instead of the tables, to put others beside them. */
export function loadWithAnchors(folder: URL = HERE): Catalogue {
  const { rules, hash } = json(folder, CATALOGUE_FILE) as Pick<Catalogue, 'rules' | 'hash'>;
  const anchors = json(folder, ANCHORS_FILE) as Anchor[][];
  for (const [index, rule] of rules.entries()) rule.anchors = anchors[index]!;
  return { rules, hash, sheets: loadSheets(folder) };
}

/** The sheets of the built-in rules, in the order of the rules. */
export function loadSheets(folder: URL = HERE): RuleSheet[] {
  return json(folder, SHEETS_FILE) as RuleSheet[];
}

function json(folder: URL, name: string): unknown {
  return JSON.parse(read(folder, name).toString('utf8'));
}

function read(folder: URL, name: string): Buffer {
  try {
    return readFileSync(new URL(name, folder));
  } catch (error) {
    throw new Error(`the built-in rules (${name}) cannot be read; run npm run build`, { cause: error });
  }
}
