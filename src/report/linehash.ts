/**
 * GitHub's `primaryLocationLineHash`: how code scanning recognises a line when the file around it changes. The upload
 * step computes it from the files it finds on disk; computed here from the scanned bytes, it is also right for
 * findings of the history, whose file has changed since or is gone.
 *
 * The hash of a line is a rolling polynomial hash (base 37, modulo 2^64) over the 100 characters from the line's first one on:
 * UTF-16 units of the text decoded as UTF-8, without spaces and tabs, every line end (LF, CR, CRLF) as one LF, and beyond the
 * end of the text first the unit 65535 and then zeros. It is written as lower-case hexadecimal without leading zeros, `:`
 * and how many lines so far have the same hash.
 * @module
 */
import { Buffer } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';

const WINDOW = 100;
const BASE = 37;
const END_OF_TEXT = 0xffff;
const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
/** Bytes decoded at a time. */
const STEP = 1 << 16;
/** BASE to the power of WINDOW modulo 2^64, in two halves: what a unit that leaves the window is multiplied with. */
const LEAVING = BigInt.asUintN(64, BigInt(BASE) ** BigInt(WINDOW));
const LEAVING_HIGH = Number(LEAVING >> 32n);
const LEAVING_LOW = Number(LEAVING & 0xffffffffn);

/**
 * The line hashes of a text. A byte order mark counts as a character; bytes that are not UTF-8 count as U+FFFD.
 * @param chunks - the bytes of the file or blob, in one piece or several
 * @param wanted - 1-based numbers of the lines to return; all lines if left out
 * @returns hashes by line number; lines that the text does not have are missing
 */
export function lineHashes(chunks: Iterable<Uint8Array>, wanted?: ReadonlySet<number>): Map<number, string> {
  const hasher = new LineHasher(wanted);
  const decoder = new StringDecoder('utf8');
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += STEP) hasher.addText(decoder.write(Buffer.from(chunk.subarray(at, at + STEP))));
  }
  hasher.addText(decoder.end());
  return hasher.finish();
}

/** Holds the window; lines are answered once the window has passed their first character. */
class LineHasher {
  readonly #wanted: ReadonlySet<number> | undefined;
  readonly #hashes = new Map<number, string>();
  /** How many lines have each hash. */
  readonly #counts = new Map<string, number>();
  readonly #window = new Uint16Array(WINDOW);
  /** Number of the line that begins at each place of the window, 0 for none. */
  readonly #starts = new Float64Array(WINDOW);
  #at = 0;
  #high = 0;
  #low = 0;
  #line = 0;
  #lineStart = true;
  #afterReturn = false;

  constructor(wanted: ReadonlySet<number> | undefined) {
    this.#wanted = wanted;
  }

  addText(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const secondOfPair = unit === LF && this.#afterReturn;
      // Spaces and tabs count for nothing, yet they part a CR from an LF; so does the LF itself.
      this.#afterReturn = unit === CR;
      if (unit !== SPACE && unit !== TAB && !secondOfPair) this.#add(unit === CR ? LF : unit);
    }
  }

  finish(): Map<number, string> {
    this.#add(END_OF_TEXT);
    for (let i = 0; i < WINDOW; i++) {
      this.#answer();
      this.#roll(0);
    }
    return this.#hashes;
  }

  #add(unit: number): void {
    this.#answer();
    if (this.#lineStart) this.#starts[this.#at] = ++this.#line;
    this.#lineStart = unit === LF;
    this.#roll(unit);
  }

  /** If the oldest character of the window begins a line, the hash now is that line's. */
  #answer(): void {
    const line = this.#starts[this.#at]!;
    if (line === 0) return;
    this.#starts[this.#at] = 0;
    const hash = this.#high === 0 ? this.#low.toString(16) : this.#high.toString(16) + this.#low.toString(16).padStart(8, '0');
    const count = (this.#counts.get(hash) ?? 0) + 1;
    this.#counts.set(hash, count);
    if (!this.#wanted || this.#wanted.has(line)) this.#hashes.set(line, `${hash}:${count}`);
  }

  /** hash = hash * BASE + unit - leaving * BASE^WINDOW, modulo 2^64 in two halves of 32 bits (products stay below 2^53). */
  #roll(unit: number): void {
    const leaving = this.#window[this.#at]!;
    this.#window[this.#at] = unit;
    this.#at = (this.#at + 1) % WINDOW;
    const low = this.#low * BASE + unit - leaving * LEAVING_LOW;
    const carry = Math.floor(low / 2 ** 32);
    this.#low = low - carry * 2 ** 32;
    this.#high = (this.#high * BASE + carry - leaving * LEAVING_HIGH) % 2 ** 32;
    if (this.#high < 0) this.#high += 2 ** 32;
  }
}
