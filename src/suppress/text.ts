/**
 * Reads the files by which a user says what is accepted.
 * @module
 */
import { readFileSync, statSync } from 'node:fs';
import { UsageError } from '../errors.ts';

const LARGEST = 256_000_000;

/**
 * @param name what the user calls it
 * @throws UsageError when it cannot be read
 */
export function readText(path: string, name: string): string {
  try {
    const found = statSync(path);
    // The one of a project may be a link to a device that never ends.
    if (!found.isFile()) throw new Error('not a file');
    if (found.size > LARGEST) throw new Error('larger than 256 MB');
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(`${name} cannot be read (${code ?? message}): check the path`, { cause: error });
  }
}
