/**
 * `bearertrap scan --print-config`: what applies, each line with where it was written.
 * @module
 */
import type { ProjectConfig } from '../config/index.ts';
import { displayPath } from '../path.ts';

/** Options of the command line that a configuration has too. */
const OPTIONS = {
  failOn: 'fail-on',
  minSeverity: 'min-severity',
  maxFileSize: 'max-file-size',
  include: 'include',
  exclude: 'exclude',
  rules: 'rule-files',
  baseline: 'baseline',
} as const;

/** Keys of which the last file decides; of the others all that was written counts. */
const SINGLE = new Set(['fail-on', 'min-severity', 'max-file-size', 'gitignore', 'inline-ignores']);

/** @param given the options of the command line */
export function printConfig({ origins }: Pick<ProjectConfig, 'origins'>, given: Record<string, unknown>): void {
  const told = [...origins];
  for (const [option, key] of Object.entries(OPTIONS)) {
    if (given[option] !== undefined) told.push({ key, value: given[option], from: 'command line' });
  }
  for (const [option, key] of [
    ['gitignore', 'gitignore'],
    ['inlineIgnores', 'inline-ignores'],
  ] as const) {
    if (given[option] === false) told.push({ key, value: false, from: 'command line' });
  }
  if (!told.some(({ key }) => key === 'fail-on')) told.push({ key: 'fail-on', value: 'low', from: 'default' });
  const applies = told.filter(({ key }, at) => !SINGLE.has(key) || !told.slice(at + 1).some((later) => later.key === key));
  const lines = applies.map(({ key, value, from }) => [`${key}: ${JSON.stringify(value)}`, `# ${from}`] as const);
  const width = Math.min(60, Math.max(...lines.map(([text]) => text.length)));
  process.stdout.write(lines.map(([text, from]) => `${displayPath(`${text.padEnd(width)}  ${from}`)}\n`).join(''));
}
