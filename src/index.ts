/**
 * The library: `import { scan } from 'bearertrap'` gives the report object that `--format json` prints.
 * @module
 */
export { UsageError } from './errors.ts';
export type * from './model.ts';
export { type ScanOptions, scan } from './scan.ts';
