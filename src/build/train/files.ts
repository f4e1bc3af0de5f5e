/**
 * The text files of folders, in a fixed order.
 * @module
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface TextFile {
  /** First folder of the path: the split of training and test is by project. */
  project: string;
  /** Relative to the folder. */
  path: string;
  data: Buffer;
  readonly text: string;
}

const MAX_FILE = 2_000_000;
const SKIPPED = /^(?:\.git|\.hg)$/;

/** Files below `folder`; binary and large ones are left out. */
export function* textFiles(folder: string, path = ''): Generator<TextFile> {
  const entries = readdirSync(join(folder, path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const below = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory() && !SKIPPED.test(entry.name)) yield* textFiles(folder, below);
    if (!entry.isFile() || statSync(join(folder, below)).size > MAX_FILE) continue;
    const data = readFileSync(join(folder, below));
    if (data.subarray(0, 8000).includes(0)) continue;
    yield {
      project: below.split('/')[0]!,
      path: below,
      data,
      get text() {
        return data.toString('latin1');
      },
    };
  }
}
