/**
 * Compiles wasm/assembly/ into wasm/core-code.ts. Run by hand after a change; a test holds the two together.
 *
 *     npx tsx src/build/wasm.ts
 * @module
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Run as a program: the types of its library would change those of arrays everywhere.
const COMPILER = fileURLToPath(new URL('../../node_modules/assemblyscript/bin/asc.js', import.meta.url));
const SOURCE = fileURLToPath(new URL('../wasm/assembly/index.ts', import.meta.url));
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--zeroFilledMemory', '--enable', 'bulk-memory'];

/** The module in binary, as base64. */
export function compileCore(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bearertrap-core-'));
  try {
    const file = join(folder, 'core.wasm');
    execFileSync(process.execPath, [COMPILER, SOURCE, ...OPTIONS, '--outFile', file], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return readFileSync(file, 'base64');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = `/**\n * wasm/assembly/ in binary. Made by build/wasm.ts.\n * @module\n */\nexport const CODE =\n  '${compileCore()}';\n`;
  writeFileSync(new URL('../wasm/core-code.ts', import.meta.url), text);
}
