/**
 * Keeps dynamic imports out of a bundle: they become imports of files of their own, to be built apart.
 * @module
 */
import { basename, relative, resolve } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * @param entries files that are built anyway, by name
 * @param later is filled with what was imported dynamically: entry name and module
 */
export function splitAtDynamicImports(entries: Readonly<Record<string, string>>, later: Map<string, string>): Plugin {
  return {
    name: 'split at dynamic imports',
    setup(build) {
      build.onResolve({ filter: /./ }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import' || path.startsWith('node:')) return undefined;
        if (!path.startsWith('.')) {
          later.set(`package-${path}`, path);
          return { path: `./package-${path}.js`, external: true };
        }
        const file = relative(process.cwd(), resolve(resolveDir, path));
        const own = Object.entries(entries).find(([, entry]) => entry === file)?.[0];
        // `src/report/html.ts` becomes report-html.js, `src/tokens/index.ts` tokens-index.js.
        const name = own ?? [...file.split('/').slice(1, -1), basename(file, '.ts')].join('-');
        if (own === undefined) later.set(name, file);
        return { path: `./${name}.js`, external: true };
      });
    },
  };
}

/** Commander can start programs as subcommands; there are none here, and loading what starts them takes milliseconds. */
export const commanderWithoutPrograms: Plugin = {
  name: 'commander without programs',
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer, path }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'absent' } : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'absent' }, () => ({ contents: 'module.exports = {}' }));
  },
};
