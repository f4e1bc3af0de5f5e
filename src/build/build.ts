/**
 * Builds dist/: the rules and issuers as JSON, the programs (CLI and worker threads), the library with all that is loaded
 * only when it is needed, and the library's types. Everything is bundled, so that a clone with dist/ runs without an install.
 * @module
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { type BuildOptions, build } from 'esbuild';
import { WEIGHTS_FILE } from '../detect/score/model.ts';
import { CALLS_FILE } from '../rules/call.ts';
import { CATALOGUE_FILES } from '../rules/catalogue.ts';
import { buildCatalogue } from './catalogue.ts';
import { CHUNK_NAMES, writeBuild } from './chunks.ts';
import {
  actionsWithoutClients,
  APART,
  commanderWithoutPrograms,
  plainBuiltins,
  requireWhatIsApart,
  splitAtDynamicImports,
} from './split.ts';
import { buildIssuers } from './issuers.ts';
import { licencesOf } from './licences.ts';

await buildCatalogue('patterns', 'src/rules');
buildIssuers('patterns/issuers', 'src/tokens/issuers.generated.json');
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
const common = {
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  legalComments: 'none',
  // Paths in the bundles are the same wherever node_modules lies.
  preserveSymlinks: true,
  write: false,
  metafile: true,
} satisfies BuildOptions;
const later = new Map<string, string>();
// The programs are CommonJS, one file each: Node starts these 10 ms sooner, since its loader of ES modules brings promises
// and streams with it. The line below makes `.js` in dist/ CommonJS.
const programs = await build({
  ...common,
  format: 'cjs',
  entryPoints: {
    cli: 'src/cli/main.ts',
    worker: 'src/pipeline/worker.ts',
    'history-worker': 'src/pipeline/history-worker.ts',
    'link-worker': 'src/tokens/link-worker.ts',
    action: 'src/action/main.ts',
    ...APART,
  },
  define: { 'import.meta.url': '__moduleUrl' },
  banner: { js: "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  plugins: [requireWhatIsApart, splitAtDynamicImports(later), commanderWithoutPrograms, actionsWithoutClients],
});
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');
// The library, and what either imports when it is needed, share chunks.
const modules = {
  ...common,
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  // Some bundled packages are CommonJS and ask for `require`.
  banner: { js: "const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);" },
} satisfies BuildOptions;
const library = await build({
  ...modules,
  entryPoints: { index: 'src/index.ts' },
  plugins: [splitAtDynamicImports(later), plainBuiltins],
});
const others = await build({
  ...modules,
  // In the order of names: they were found in any order, and the order shows in the chunks.
  entryPoints: Object.fromEntries([...later].sort(([a], [b]) => (a < b ? -1 : 1))),
  splitting: true,
  chunkNames: CHUNK_NAMES,
  plugins: [plainBuiltins],
});
for (const result of [programs, library, others]) writeBuild(result);
writeFileSync('dist/LICENCES.txt', licencesOf([programs, library, others].map(({ metafile }) => metafile)));
for (const name of [...CATALOGUE_FILES, CALLS_FILE]) copyFileSync(`src/rules/${name}`, `dist/${name}`);
copyFileSync(`src/detect/score/${WEIGHTS_FILE}`, `dist/${WEIGHTS_FILE}`);
copyFileSync('src/tokens/issuers.generated.json', 'dist/issuers.generated.json');
copyFileSync('src/report/report.schema.json', 'dist/report.schema.json');
copyFileSync('src/config/config.schema.json', 'dist/config.schema.json');
chmodSync('dist/cli.js', 0o755);
mkdirSync('dist/types');
writeFileSync('dist/types/package.json', '{ "type": "module" }\n');
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'src/build/tsconfig.types.json'], { stdio: 'inherit' });
