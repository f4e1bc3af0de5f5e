/**
 * The built-in rules, compiled at build time into files beside this one: what scanning needs (rules and the tables of their
 * anchors), what findings need, and the anchors themselves, for when custom rules join.
 * @module
 */
import { readFileSync } from 'node:fs';
import { unpackTables } from '../detect/tables.ts';
import type { Anchor, Catalogue, Rule, RuleSheet } from './rule.ts';

export const HEAD_FILE = 'head.generated.json';
export const CATALOGUE_FILE = 'catalogue.generated.json';
export const SHEETS_FILE = 'sheets.generated.json';
export const TABLES_FILE = 'tables.generated.bin';
export const ANCHORS_FILE = 'anchors.generated.json';
export const CATALOGUE_FILES = [HEAD_FILE, CATALOGUE_FILE, SHEETS_FILE, TABLES_FILE, ANCHORS_FILE];

/** Where the build puts the files: beside this module, in the source tree and in the bundle. */
const HERE = new URL('./', import.meta.url);

/**
 * Reads the tables of the built-in rules; the rules themselves and their sheets are read when they are first asked for.
 * @param folder where the files are
 * @throws Error when the build has not made the files.
 */
export function loadCatalogue(folder: URL = HERE): Catalogue {
  const { count, hash, detectors } = json(folder, HEAD_FILE) as Pick<Catalogue, 'count' | 'hash' | 'detectors'>;
  let all: string[] | undefined;
  const lines = (): string[] => (all ??= linesOf(folder));
  const parsed: (Rule | undefined)[] = [];
  const rule = (index: number): Rule => (parsed[index] ??= JSON.parse(lines()[index]!) as Rule);
  let rules: Rule[] | undefined;
  let sheets: RuleSheet[] | undefined;
  return {
    count,
    hash,
    ...(detectors && { detectors }),
    tables: unpackTables(read(folder, TABLES_FILE)),
    rule,
    get rules() {
      rules ??= lines().map((_, index) => rule(index));
      return rules;
    },
    get sheets() {
      sheets ??= loadSheets(folder);
      return sheets;
    },
  };
}

/** The file of rules: a line for each, so that only those that are needed are parsed. */
function linesOf(folder: URL): string[] {
  return read(folder, CATALOGUE_FILE).toString('utf8').trimEnd().split('\n');
}

/** The built-in rules with their anchors, to put others beside them. */
export function loadWithAnchors(folder: URL = HERE): Pick<Catalogue, 'rules' | 'sheets'> {
  const rules = linesOf(folder).map((line) => JSON.parse(line) as Rule);
  const anchors = json(folder, ANCHORS_FILE) as Anchor[][];
  for (const [index, rule] of rules.entries()) rule.anchors = anchors[index]!;
  return { rules, sheets: loadSheets(folder) };
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
