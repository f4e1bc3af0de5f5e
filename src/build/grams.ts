/**
 * Counts four bytes in a row over source text and writes detect/grams.ts. Run by hand when the table is to be made anew:
 *
 *     npx tsx src/build/grams.ts <folder with source of many kinds>
 * @module
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GRAM_BITS, gramSlot } from '../detect/commonness.ts';

const MAX_FILE = 300_000;
const counts = new Float64Array(1 << GRAM_BITS);
let bytes = 0;

function visit(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) visit(path);
    else if (entry.isFile()) count(readFileSync(path));
  }
}

function count(data: Buffer): void {
  if (data.length > MAX_FILE) return;
  bytes += data.length;
  for (let i = 3; i < data.length; i++) counts[gramSlot(data.readInt32LE(i - 3))]!++;
}

visit(process.argv[2]!);
// Per 2^27 bytes, so that the scale does not depend on how much was counted.
const scale = 2 ** 27 / bytes;
const packed = Buffer.alloc(counts.length / 2);
for (const [slot, n] of counts.entries()) {
  const level = Math.min(15, Math.max(0, Math.round(Math.log2(1 + n * scale)) - 4));
  packed[slot >> 1]! |= level << (4 * (slot & 1));
}
const text = `/**
 * How often four folded bytes in a row occur in source text, by hash: see commonness.ts. Made by build/grams.ts.
 * @module
 */
export const GRAMS =
  '${packed.toString('base64')}';
`;
writeFileSync(new URL('../detect/grams.ts', import.meta.url), text);
