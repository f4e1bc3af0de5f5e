/**
 * Assembles detect/prefilter.wat into detect/prefilter-wasm-code.ts. Run by hand after a change; a test holds the two together.
 *
 *     npx tsx src/build/wasm.ts
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';

const DETECT = new URL('../detect/', import.meta.url);

/** The module in binary, as base64. */
export async function assemble(): Promise<string> {
  const tools = await wabt();
  const parsed = tools.parseWat('prefilter.wat', readFileSync(new URL('prefilter.wat', DETECT), 'utf8'));
  parsed.validate();
  return Buffer.from(parsed.toBinary({}).buffer).toString('base64');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = `/**\n * prefilter.wat in binary. Made by build/wasm.ts.\n * @module\n */\nexport const CODE =\n  '${await assemble()}';\n`;
  writeFileSync(new URL('prefilter-wasm-code.ts', DETECT), text);
}
