/**
 * Names for shared chunks that stay when their content changes: dist/ is committed, and a file that is renamed by every
 * change could not be followed.
 * @module
 */
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { BuildResult } from 'esbuild';

/** How the bundler names a chunk that several files share. */
export const CHUNK_NAMES = 'chunk-[hash]';
const CHUNK = /\bchunk-[A-Z0-9]{8}(?=\.mjs\b)/g;

/** Writes what was built; a chunk is named after the module that most of it comes from. */
export function writeBuild({ outputFiles, metafile }: BuildResult<{ write: false; metafile: true }>): void {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const chunks = Object.entries(metafile.outputs).flatMap(([path, { inputs, exports }]) => {
    const [name] = basename(path).match(CHUNK) ?? [];
    const [module] = Object.entries(inputs).sort(
      ([a, x], [b, y]) => y.bytesInOutput - x.bytesInOutput || (a < b ? -1 : 1),
    )[0] ?? ['runtime'];
    return name === undefined ? [] : [{ name, module, key: `${module} ${exports.join()}` }];
  });
  // By module, so that of two chunks after the same one the names do not depend on hashes.
  for (const { name, module } of chunks.sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const plain = `shared-${module
      .replace(/^(?:src|node_modules)\//, '')
      .replace(/\.\w+$/, '')
      .replace(/[^\w.]+/g, '-')}`;
    let stable = plain;
    for (let n = 2; taken.has(stable); n++) stable = `${plain}-${n}`;
    taken.add(stable);
    names.set(name, stable);
  }
  for (const { path, text } of outputFiles) {
    const rename = (value: string): string => value.replace(CHUNK, (name) => names.get(name) ?? name);
    writeFileSync(rename(path), rename(text));
  }
}
