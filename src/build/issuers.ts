/**
 * Writes the table of known issuers, read from patterns/issuers, as one JSON file.
 * @module
 */
import { writeFileSync } from 'node:fs';
import { loadIssuers } from '../tokens/load-issuers.ts';

export function buildIssuers(folder: string, file: string): void {
  writeFileSync(file, JSON.stringify(loadIssuers(folder)));
}
