/**
 * Compiles wasm/assembly/ into wasm/core-code.ts. Run by hand after a change; a test holds the two together.
 *
 *     npx tsx src/build/wasm.ts
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const FOLDER = new URL('../wasm/assembly/', import.meta.url);
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--enable', 'bulk-memory'];

/** The module in binary, as base64. */
export async function compileCore(): Promise<string> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(['index.ts', ...OPTIONS, '--outFile', 'core.wasm'], {
    readFile: (name) => {
      try {
        return readFileSync(new URL(name, FOLDER), 'utf8');
      } catch {
        return null;
      }
    },
    writeFile: (_, content) => {
      binary = Buffer.from(content);
    },
    listFiles: () => null,
  });
  if (error || !binary) throw new Error(`wasm/assembly does not compile: ${stderr.toString()}`, { cause: error });
  return Buffer.from(binary).toString('base64');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = `/**\n * wasm/assembly/ in binary. Made by build/wasm.ts.\n * @module\n */\nexport const CODE =\n  '${await compileCore()}';\n`;
  writeFileSync(new URL('../wasm/core-code.ts', import.meta.url), text);
}
