/**
 * Builds dist/: the rules and issuers as JSON, the CLI, the library and the worker as ES modules that share chunks, and
 * the library's types. Everything is bundled, so that a clone with dist/ runs without an install.
 * @module
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { type BuildOptions, build } from 'esbuild';
import { WEIGHTS_FILE } from '../detect/score/model.ts';
import { CATALOGUE_FILES } from '../rules/catalogue.ts';
import { buildCatalogue } from './catalogue.ts';
import { commanderWithoutPrograms, splitAtDynamicImports } from './split.ts';
import { buildIssuers } from './issuers.ts';

await buildCatalogue('patterns', 'src/rules');
buildIssuers('patterns/issuers', 'src/tokens/issuers.generated.json');
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
const common: BuildOptions = {
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  legalComments: 'linked',
  // Some bundled packages are CommonJS and ask for `require`.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
};
// What every scan needs is one file for each entry, since each file costs a millisecond at the start; what is imported
// when it is needed is bundled apart, in chunks.
const entries = {
  cli: 'src/cli/main.ts',
  program: 'src/cli/program.ts',
  index: 'src/index.ts',
  worker: 'src/pipeline/worker.ts',
  'history-worker': 'src/pipeline/history-worker.ts',
};
const later = new Map<string, string>();
await build({ ...common, entryPoints: entries, plugins: [splitAtDynamicImports(entries, later), commanderWithoutPrograms] });
await build({ ...common, entryPoints: Object.fromEntries(later), splitting: true, chunkNames: 'chunk-[hash]' });
for (const name of CATALOGUE_FILES) copyFileSync(`src/rules/${name}`, `dist/${name}`);
copyFileSync(`src/detect/score/${WEIGHTS_FILE}`, `dist/${WEIGHTS_FILE}`);
copyFileSync('src/tokens/issuers.generated.json', 'dist/issuers.generated.json');
copyFileSync('src/report/report.schema.json', 'dist/report.schema.json');
chmodSync('dist/cli.js', 0o755);
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'src/build/tsconfig.types.json'], { stdio: 'inherit' });
