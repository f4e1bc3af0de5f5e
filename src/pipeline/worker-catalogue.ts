/**
 * Rules that differ from the built-in ones, on their way to a worker.
 * @module
 */
import { packTables, unpackTables } from '../detect/tables.ts';
import type { Catalogue, Rule } from '../rules/rule.ts';

export interface CustomRules {
  rules: Rule[];
  tables: Uint8Array;
}

export function customRules({ rules, tables }: Pick<Catalogue, 'rules' | 'tables'>): CustomRules {
  return { rules, tables: packTables(tables) };
}

export function customCatalogue({ rules, tables }: CustomRules): Pick<Catalogue, 'rules' | 'rule' | 'tables'> {
  return { rules, rule: (index) => rules[index]!, tables: unpackTables(Buffer.from(tables)) };
}
