/**
 * Reads files that a user names, or a project for its users: lists of what is accepted, configurations, rules.
 * @module
 */
import { readFileSync, statSync } from 'node:fs';

/**
 * The text of a file.
 * @param largest bytes that it may have
 * @throws Error where it cannot be read; for what is too large, or no file, without a `code`
 */
export function readTextFile(path: string, largest: number): string {
  const found = statSync(path);
  // That of a project may be a link to a device that never ends.
  if (!found.isFile()) throw new Error('not a file');
  if (found.size > largest) throw new Error(`larger than ${Math.round(largest / 1e6)} MB`);
  return readFileSync(path, 'utf8');
}
