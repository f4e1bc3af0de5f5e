import { readFileSync } from 'node:fs';
import type { Catalogue, RuleSheet } from './rule.ts';
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
export function loadCatalogue(): Pick<Catalogue, 'rules' | 'hash'> {
  return read('./catalogue.generated.json') as Catalogue;
}
export function loadSheets(): RuleSheet[] {
  return read('./sheets.generated.json') as RuleSheet[];
}
