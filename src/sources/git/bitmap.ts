/**
 * Bitmaps as git packs them (EWAH, "Appendix A: Serialization format for an EWAH bitmap" of its bitmap-format).
 * @module
 */
import { MalformedError } from './packindex.ts';

/** Number of words before the words. */
const HEAD = 8;
/** Where the last marker is, behind the words: only a writer needs it. */
const TAIL = 4;
const WORD = 8;
const BITS = 64;

/**
 * A reader of a bitmap, from its first position on. It is made of markers of one word each: a run of words with all bits alike,
 * and a number of words behind the marker that hold bits as they are.
 */
export class Bitmap {
  /** Where it ends in its data. */
  readonly end: number;
  readonly #data: Buffer;
  /** What is to be read next. */
  #at: number;
  /** The part at hand is up to position `#until`: bits like `#bit`, or the words at `#words`. */
  #from = 0;
  #until = 0;
  #bit = false;
  #words = -1;
  /** Words that follow the run at hand. */
  #following = 0;

  /** @throws MalformedError when it is cut off */
  constructor(data: Buffer, from: number) {
    this.#data = data;
    this.#at = from + HEAD;
    if (this.#at > data.length) throw new MalformedError('bitmap is cut off');
    this.end = this.#at + WORD * data.readUInt32BE(from + 4) + TAIL;
    if (this.end > data.length) throw new MalformedError('bitmap is cut off');
  }

  /**
   * Whether the bit at a position is set; that of the last call was not higher.
   * @throws MalformedError
   */
  has(position: number): boolean {
    while (position >= this.#until) if (!this.#advance()) return false;
    if (this.#words < 0) return this.#bit;
    const offset = position - this.#from;
    const word = this.#words + WORD * Math.floor(offset / BITS);
    const half = this.#data.readUInt32BE(offset % BITS < 32 ? word + 4 : word);
    return ((half >>> (offset % 32)) & 1) === 1;
  }

  /** Goes on to the next part; gives false where there is none. */
  #advance(): boolean {
    this.#from = this.#until;
    const last = this.end - TAIL;
    if (this.#following > 0) {
      this.#words = this.#at;
      this.#at += WORD * this.#following;
      if (this.#at > last) throw new MalformedError('bitmap is cut off');
      this.#until += BITS * this.#following;
      this.#following = 0;
      return true;
    }
    if (this.#at + WORD > last) return false;
    // One bit tells which bits the run has, 32 how many words it takes, 31 how many follow.
    const high = this.#data.readUInt32BE(this.#at);
    const low = this.#data.readUInt32BE(this.#at + 4);
    this.#at += WORD;
    this.#words = -1;
    this.#bit = (low & 1) === 1;
    this.#until += BITS * ((high & 1) * 2 ** 31 + (low >>> 1));
    this.#following = high >>> 1;
    return true;
  }
}
