/**
 * Keeps dynamic imports out of a bundle: they become imports of files of their own, to be built apart.
 * @module
 */
import { basename, relative, resolve } from 'node:path';
import type { Plugin } from 'esbuild';

/** Part of every program: apart from it, each would be one more file to open at the start, and the first brings the loader of ES modules. */
const WITHIN = new Set([
  'src/cli/program.ts',
  'src/cli/hook-run.ts',
  'src/pipeline/changes.ts',
  'src/pipeline/history.ts',
  'src/pipeline/packscreen.ts',
  'src/report/json.ts',
  'src/tokens/index.ts',
  'src/tokens/issuer-table.ts',
]);

/**
 * What every program asks for once something was found, by the name of its file. As CommonJS in one file it takes some milliseconds: as
 * modules that share chunks with others thirty, for these bring their loader.
 */
export const APART: Readonly<Record<string, string>> = { findings: 'src/findings.ts' };

/** Makes of dynamic imports of what is APART calls of `require`. */
export const requireWhatIsApart: Plugin = {
  name: 'require what is apart',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      const file = relative(process.cwd(), resolve(resolveDir, path));
      const [name] = Object.entries(APART).find(([, module]) => kind === 'dynamic-import' && module === file) ?? [];
      return name === undefined ? undefined : { path: `./${name}.js`, namespace: 'apart' };
    });
    build.onResolve({ filter: /./, namespace: 'apart' }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /./, namespace: 'apart' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)})`,
    }));
  },
};

/** @param later is filled with what was imported dynamically: entry name and module */
export function splitAtDynamicImports(later: Map<string, string>): Plugin {
  return {
    name: 'split at dynamic imports',
    setup(build) {
      build.onResolve({ filter: /./ }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import' || path.startsWith('node:')) return undefined;
        if (!path.startsWith('.')) {
          later.set(`package-${path}`, path);
          return { path: `./package-${path}.mjs`, external: true };
        }
        const file = relative(process.cwd(), resolve(resolveDir, path));
        if (WITHIN.has(file)) return undefined;
        // `src/report/html.ts` becomes report-html.mjs, `src/tokens/index.ts` tokens-index.mjs.
        const name = [...file.split('/').slice(1, -1), basename(file, '.ts')].join('-');
        later.set(name, file);
        return { path: `./${name}.mjs`, external: true };
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

/** What @actions/core has for identity tokens and facts of the machine brings half a megabyte of clients; nothing here asks for either. */
export const actionsWithoutClients: Plugin = {
  name: 'actions without clients',
  setup(build) {
    build.onResolve({ filter: /^@actions\/(?:http-client|exec)\b/ }, ({ path }) => ({ path, namespace: 'without' }));
    build.onLoad({ filter: /./, namespace: 'without' }, () => ({ contents: 'module.exports = {}' }));
  },
};

/**
 * Node's own modules are asked for by `process.getBuiltinModule`: an import statement makes Node touch each of a module's
 * exports, and some of them load much more (`node:fs` its promises and streams, `node:crypto` all of Web Crypto).
 */
export const plainBuiltins: Plugin = {
  name: 'plain builtins',
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ kind, path }) =>
      kind === 'import-statement' ? { path, namespace: 'builtin' } : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)})`,
    }));
  },
};
