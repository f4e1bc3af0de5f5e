/**
 * The licences of the packages that the bundles hold parts of.
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

const RULE = '-'.repeat(80);

/** @throws Error for a package that tells no licence: then it may not be bundled */
export function licencesOf(metafiles: readonly Metafile[]): string {
  const packages = new Set<string>();
  for (const { inputs } of metafiles) {
    for (const path of Object.keys(inputs)) {
      const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
      if (folder !== undefined) packages.add(folder);
    }
  }
  const parts = [...packages].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
    const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.md|\.txt)?$/i.test(one));
    const text = file === undefined ? license : readFileSync(join(folder, file), 'utf8').trim();
    if (!text) throw new Error(`${folder} has no licence`);
    return `${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n')}`;
  });
  return `The programs in this folder hold parts of the following packages.\n\n${parts.map((part) => `${RULE}\n${part}\n`).join('\n')}`;
}
