/**
 * Writes docs/rules.md from the built rules (`npm run build` first).
 * @module
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadCatalogue } from '../rules/catalogue.ts';
import { rulesPage } from '../rules/table.ts';

const { rules, sheets } = loadCatalogue();
mkdirSync('docs', { recursive: true });
writeFileSync('docs/rules.md', rulesPage(rules, sheets));
