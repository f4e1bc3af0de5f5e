/**
 * The sources that are counted for the prefilter's tables.
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Larger files are mostly made by programs, in bytes. */
const MAX_FILE = 300_000;

/** The contents of all files in a folder and below it, but for large ones. */
export function* eachSource(folder: string): Generator<Buffer> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* eachSource(path);
    else if (entry.isFile()) {
      const data = readFileSync(path);
      if (data.length <= MAX_FILE) yield data;
    }
  }
}
