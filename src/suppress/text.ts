/**
 * Reads the files by which a user says what is accepted.
 * @module
 */
import { UsageError } from '../errors.ts';
import { readTextFile } from '../textfile.ts';

const LARGEST = 256_000_000;

/**
 * @param name what the user calls it
 * @throws UsageError when it cannot be read
 */
export function readText(path: string, name: string): string {
  try {
    return readTextFile(path, LARGEST);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(`${name} cannot be read (${code ?? message}): check the path`, { cause: error });
  }
}
