/**
 * Listing files in tests.
 * @module
 */
import type { Skipped } from '../../src/model.ts';
import type { FileEntry } from '../../src/sources/entry.ts';
import { CoverageLedger } from '../../src/sources/ledger.ts';
import { type ListOptions, listFiles } from '../../src/sources/list.ts';

export interface Listed {
  paths: string[];
  entries: FileEntry[];
  skipped: Skipped[];
  notices: string[];
}

/** Lists a folder and waits for all of it. */
export async function list(cwd: string, options: Partial<ListOptions> = {}): Promise<Listed> {
  const ledger = new CoverageLedger();
  const entries: FileEntry[] = [];
  const notices: string[] = [];
  await listFiles(
    { cwd, paths: ['.'], gitignore: true, include: [], exclude: [], notice: (text) => notices.push(text), ...options },
    (files) => entries.push(...files),
    ledger,
  );
  return { entries, paths: entries.map(({ path }) => path).sort(), skipped: ledger.skipped(), notices };
}

export const TRICKY = {
  '.gitignore':
    '*.log\n!important.log\n/root-only\nbuild/\n!build/keep\nlib/*\n!lib/keep/\n**/deep/secret\na/**/z\n\\#hash\nspace\\ \ntrail   \n*.[oa]\nB/\n',
  'x.log': '',
  'important.log': '',
  'root-only': '',
  'sub/root-only': '',
  'build/keep': '',
  'sub/build': '',
  'lib/x': '',
  'lib/keep/x': '',
  'p/q/deep/secret': '',
  'deep/secret': '',
  'a/z': '',
  'a/b/c/z': '',
  '#hash': '',
  'space ': '',
  space: '',
  trail: '',
  'm.o': '',
  'm.O': '',
  'b/x': '',
  'B/x': '',
  'sub/.gitignore': '!*.log\n/x.log\nb/\n',
  'sub/x.log': '',
  'sub/y.log': '',
  'sub/deeper/x.log': '',
  'sub/B/x': '',
  'sub/b/x': '',
  're/.gitignore': '!B/\n',
  're/B/c.txt': '',
  're/B/x.log': '',
  'ünïcode/ä.log': '',
  'ünïcode/ä.txt': '',
  ' leading': '',
  '-dash': '',
  'new\nline': '',
};
