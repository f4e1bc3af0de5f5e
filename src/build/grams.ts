/**
 * Counts four bytes in a row over source text and writes detect/grams.ts. Run by hand when the table is to be made anew:
 *
 *     npx tsx src/build/grams.ts <folder with source of many kinds>
 * @module
 */
import { writeFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { GRAM_BITS, gramSlot, RAREST } from '../detect/commonness.ts';
import { eachSource } from './sources.ts';

const counts = new Float64Array(1 << GRAM_BITS);
let bytes = 0;
for (const data of eachSource(process.argv[2]!)) {
  bytes += data.length;
  for (let i = 3; i < data.length; i++) counts[gramSlot(data.readInt32LE(i - 3))]!++;
}
// Per 2^27 bytes, so that the scale does not depend on how much was counted.
const scale = 2 ** 27 / bytes;
const packed = Buffer.alloc(counts.length / 2);
for (const [slot, n] of counts.entries()) {
  const level = Math.min(15, Math.max(0, Math.round(Math.log2(1 + n * scale)) - RAREST));
  packed[slot >> 1]! |= level << (4 * (slot & 1));
}
const text = `/**
 * How often four folded bytes in a row occur in source text, by hash, compressed: see commonness.ts. Made by build/grams.ts.
 * @module
 */
export const GRAMS =
  '${deflateRawSync(packed, { level: 9 }).toString('base64')}';
`;
writeFileSync(new URL('../detect/grams.ts', import.meta.url), text);
