/**
 * `.bearertrapignore`: paths in which findings are accepted.
 * @module
 */
import { dirname } from 'node:path';
import { IGNORE_FILE } from '../config/find.ts';
import { coveredBy } from '../config/paths.ts';
import { parseIgnoreFile } from '../sources/gitignore.ts';
import { readText } from './text.ts';

/**
 * @param file absolute path; its patterns are relative to its folder
 * @param root absolute folder that the paths are relative to
 * @throws UsageError when it cannot be read
 */
export function ignoredPaths(file: string, root: string): (path: string) => boolean {
  return coveredBy(parseIgnoreFile(readText(file, IGNORE_FILE)), dirname(file), root);
}
