/**
 * Writes deflated data (RFC 1951) bit by bit: what no compressor writes, right and wrong.
 * @module
 */
import fc from 'fast-check';

/** Bits, the first one lowest. */
export class Bits {
  readonly #bytes: number[] = [];
  #count = 0;

  put(value: number, count: number): this {
    for (let i = 0; i < count; i++, this.#count++) {
      if (this.#count % 8 === 0) this.#bytes.push(0);
      this.#bytes[this.#bytes.length - 1]! += ((value >> i) & 1) << (this.#count % 8);
    }
    return this;
  }

  /** A code word: its first bit is the highest one. */
  word(value: number, count: number): this {
    for (let i = count - 1; i >= 0; i--) this.put(value >> i, 1);
    return this;
  }

  /** Goes on with a whole byte. */
  align(): this {
    return this.put(0, (8 - (this.#count % 8)) % 8);
  }

  done(): Buffer {
    return Buffer.from(this.#bytes);
  }
}

/** Code words by symbol, from their lengths; also of codes that cannot be. */
export function wordsOf(lengths: readonly number[]): number[] {
  const words: number[] = Array.from(lengths, () => 0);
  let next = 0;
  for (let length = 1; length < 16; length++, next *= 2)
    for (const [symbol, each] of lengths.entries()) if (each === length) words[symbol] = next++;
  return words;
}

/** The lengths of words of fixed codes. */
export const FIXED_LITERALS = Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8));
export const FIXED_DISTANCES: readonly number[] = Array.from({ length: 32 }, () => 5);

/** One thing in a block: a symbol for a literal, a length or the end, with its extra bits; for a length also the distance's. */
export interface Step {
  symbol: number;
  extra?: number;
  distance?: number;
  distanceExtra?: number;
}

/** How many extra bits a length or distance has. */
const lengthExtra = (symbol: number): number => (symbol < 265 || symbol > 284 ? 0 : (symbol - 261) >> 2);
const distanceExtra = (symbol: number): number => (symbol < 4 || symbol > 29 ? 0 : (symbol - 2) >> 1);

/** A length of a word, or the symbol of a run of them and which run it is. */
export type Told = number | [number, number];

/** In which order the lengths of words for lengths are told, and such lengths. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LENGTHS = Array.from({ length: 19 }, (_, i) => (i < 13 ? 4 : 5));

/**
 * The header of a block with codes of its own, the last one.
 * @param told the lengths of both codes, if not one by one
 */
export function dynamicHeader(
  literals: readonly number[],
  distances: readonly number[],
  told: readonly Told[] = [...literals, ...distances],
): Bits {
  const bits = new Bits()
    .put(5, 3)
    .put(literals.length - 257, 5)
    .put(distances.length - 1, 5)
    .put(15, 4);
  for (const symbol of ORDER) bits.put(LENGTHS[symbol] as number, 3);
  const words = wordsOf(LENGTHS);
  for (const each of told) {
    const [symbol, run] = typeof each === 'number' ? [each, 0] : each;
    bits.word(words[symbol] as number, LENGTHS[symbol] as number);
    bits.put(run, symbol < 16 ? 0 : ([2, 3, 7][symbol - 16] as number));
  }
  return bits;
}

export function putSteps(bits: Bits, steps: readonly Step[], literals: readonly number[], distances: readonly number[]): Bits {
  const words = wordsOf(literals);
  const distanceWords = wordsOf(distances);
  for (const { symbol, extra = 0, distance = 0, distanceExtra: more = 0 } of steps) {
    bits.word(words[symbol] ?? 0, literals[symbol] ?? 0);
    if (symbol <= 256) continue;
    bits.put(extra, lengthExtra(symbol));
    bits.word(distanceWords[distance] ?? 0, distances[distance] ?? 0).put(more, distanceExtra(distance));
  }
  return bits;
}

export function adler32(data: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of data) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return ((high << 16) | low) >>> 0;
}

/**
 * A zlib stream with the checksum of `data`, whatever the blocks hold.
 * @param head its first two bytes, to which is added what makes them a multiple of 31
 */
export function zlibStream(blocks: Buffer, data: Uint8Array, head = 0x7880): Buffer {
  const stream = Buffer.alloc(blocks.length + 6);
  stream.writeUInt16BE(head + ((31 - (head % 31)) % 31), 0);
  blocks.copy(stream, 2);
  stream.writeUInt32BE(adler32(data), stream.length - 4);
  return stream;
}

/**
 * Lengths of the words of a complete code for the given symbols: what is left of one word of no bits, when words are split
 * again and again.
 */
export function completeCode(symbols: readonly number[], size: number, choices: readonly number[]): number[] {
  const depths = [0];
  for (let i = 1; i < symbols.length; i++) {
    const open = depths.flatMap((depth, at) => (depth < 15 ? [at] : []));
    const at = open[(choices[i % choices.length] ?? 0) % open.length] as number;
    const depth = (depths[at] as number) + 1;
    depths[at] = depth;
    depths.push(depth);
  }
  const lengths: number[] = Array.from({ length: size }, () => 0);
  for (const [i, symbol] of symbols.entries()) lengths[symbol] = depths[i] as number;
  return lengths;
}

/** A block of its own codes with all that it may hold, and what it stands for. */
export const dynamicBlocks = fc
  .record({
    literals: fc.uniqueArray(fc.nat(285), { minLength: 1, maxLength: 285 }),
    distances: fc.uniqueArray(fc.nat(29), { maxLength: 30 }),
    choices: fc.array(fc.oneof(fc.nat(300), fc.constant(0)), { minLength: 1, maxLength: 300 }),
    picks: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { maxLength: 400 }),
  })
  .map(({ literals, distances, choices, picks }) => {
    const symbols = [...new Set([...literals, 256])];
    const literalLengths = completeCode(symbols, 286, choices);
    const distanceLengths = completeCode(distances.length === 0 ? [0] : distances, 30, choices.toReversed());
    // A code of one word has one bit.
    if (symbols.length === 1) literalLengths[256] = 1;
    if (distances.length <= 1) distanceLengths[distances[0] ?? 0] = distances.length;
    const steps = stepsOf(symbols, distances, picks);
    const bits = dynamicHeader(literalLengths, distanceLengths);
    putSteps(bits, [...steps, { symbol: 256 }], literalLengths, distanceLengths);
    return { blocks: bits.done(), data: expand(steps) };
  });

/** Steps that can be taken: no distance is too far. */
function stepsOf(symbols: readonly number[], distances: readonly number[], picks: readonly (readonly number[])[]): Step[] {
  const steps: Step[] = [];
  let size = 0;
  for (const [a = 0, b = 0, c = 0, d = 0] of picks) {
    const symbol = symbols[a % symbols.length] as number;
    if (symbol === 256) continue;
    if (symbol < 256) {
      steps.push({ symbol });
      size++;
      continue;
    }
    const near = distances.filter((each) => baseDistance(each) <= size);
    if (near.length === 0) continue;
    const distance = near[b % near.length] as number;
    const most = Math.min(2 ** distanceExtra(distance) - 1, size - baseDistance(distance));
    const step = { symbol, extra: c % 2 ** lengthExtra(symbol), distance, distanceExtra: d % (most + 1) };
    steps.push(step);
    size += lengthOf(step);
  }
  return steps;
}

const baseDistance = (symbol: number): number => (symbol < 4 ? symbol + 1 : (2 + (symbol & 1)) * 2 ** distanceExtra(symbol) + 1);

function lengthOf({ symbol, extra = 0 }: Step): number {
  if (symbol === 285) return 258;
  const base = symbol < 265 ? symbol - 254 : (4 + ((symbol - 1) & 3)) * 2 ** lengthExtra(symbol) + 3;
  return base + extra;
}

/** What steps stand for. */
function expand(steps: readonly Step[]): Buffer {
  const out: number[] = [];
  for (const step of steps) {
    if (step.symbol < 256) {
      out.push(step.symbol);
      continue;
    }
    const distance = baseDistance(step.distance ?? 0) + (step.distanceExtra ?? 0);
    for (let i = lengthOf(step); i > 0; i--) out.push(out[out.length - distance] as number);
  }
  return Buffer.from(out);
}
