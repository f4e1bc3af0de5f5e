/**
 * Reads the files by which a user says what is accepted.
 * @module
 */
import { readFileSync } from 'node:fs';
import { UsageError } from '../errors.ts';

/**
 * @param name what the user calls it
 * @throws UsageError when it cannot be read
 */
export function readText(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${name} cannot be read (${(error as NodeJS.ErrnoException).code}): check the path`, { cause: error });
  }
}
