/**
 * Words for a shell, as people paste them.
 * @module
 */
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { displayPath } from '../path.ts';

/** A text as one word of a POSIX shell; with control characters in the form that bash and zsh know, `$'\n'`. */
export function shellWord(text: string): string {
  if (/^[\w./:@%+=,-]+$/.test(text)) return text;
  if (displayPath(text) === text) return `'${text.replaceAll("'", String.raw`'\''`)}'`;
  const escaped = displayPath(text.replace(/[\\']/g, String.raw`\$&`));
  return `$'${escaped}'`;
}

/** How the user can call this program. */
export function ownCommand(cwd: string): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(isAbsolute);
  // Under npx and in hooks of husky this folder is on PATH, in a terminal it is not.
  const local = join(cwd, 'node_modules', '.bin');
  if (folders.some((folder) => folder !== local && isProgram(join(folder, 'bearertrap')))) return 'bearertrap';
  if (isProgram(join(local, 'bearertrap'))) return 'npx bearertrap';
  return `node ${shellWord(process.argv[1]!)}`;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
