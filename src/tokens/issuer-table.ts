/**
 * The table of known issuers as the build wrote it from patterns/issuers.
 * @module
 */
import { readFileSync } from 'node:fs';
import type { IssuerTable } from './issuer.ts';

export function loadIssuerTable(): IssuerTable {
  return JSON.parse(readFileSync(new URL('./issuers.generated.json', import.meta.url), 'utf8')) as IssuerTable;
}
