/**
 * Reads entries of pack files (gitformat-pack(5)) in any order. Neighbouring entries are usually wanted soon after one
 * another, so the files are read in blocks and the blocks are kept for a while; nothing is ever held whole.
 * @module
 */
import { closeSync, readSync } from 'node:fs';
import { openFile } from './gitdir.ts';
import { MalformedError, type PackIndex } from './packindex.ts';

export const COMMIT = 1;
export const TREE = 2;
export const BLOB = 3;
export const TAG = 4;
export const OFS_DELTA = 6;
export const REF_DELTA = 7;

/** Longest header of an entry: size (10 bytes) and offset (10) or base id (32). */
export const MAX_HEADER = 64;

/** What the header of an entry says. */
export interface EntryHeader {
  /** COMMIT … TAG, OFS_DELTA or REF_DELTA. */
  type: number;
  /** Inflated size: of the object, or of the delta. */
  size: number;
  /** OFS_DELTA: how far before the entry its base begins. */
  back: number;
  /** REF_DELTA: where in the buffer the base's id is. */
  baseId: number;
  /** Where the compressed data begins. */
  at: number;
}

/**
 * Reads the header of the entry at `at` in `data`.
 * @throws MalformedError when it is cut off or its type is unknown
 */
export function readEntryHeader(data: Buffer, at: number, end: number, idBytes: number, header: EntryHeader): void {
  const last = Math.min(end, at + MAX_HEADER);
  let byte = at < last ? (data[at++] as number) : 0;
  header.type = (byte >> 4) & 7;
  header.size = byte & 15;
  for (let unit = 16; byte >= 0x80; unit *= 128) {
    if (at >= last || unit > 2 ** 46) throw new MalformedError('entry header is damaged');
    byte = data[at++] as number;
    header.size += (byte & 0x7f) * unit;
  }
  if (header.type === OFS_DELTA) {
    let back = 0;
    do {
      if (at >= last || back > 2 ** 45) throw new MalformedError('delta offset is damaged');
      byte = data[at++] as number;
      back = back * 128 + (byte & 0x7f) + (byte >= 0x80 ? 1 : 0);
    } while (byte >= 0x80);
    header.back = back;
  } else if (header.type === REF_DELTA) {
    header.baseId = at;
    at += idBytes;
  } else if (header.type === 0 || header.type === 5) {
    throw new MalformedError('entry is of an unknown type');
  }
  if (at > end) throw new MalformedError('entry is cut off');
  header.at = at;
}

/** A pack file and its index; plain data, so that it can be sent to a worker. */
export interface PackFile {
  path: string;
  size: number;
  /** Bytes after the last entry: the checksum. */
  trailer: number;
  index: PackIndex;
}

export const BLOCK = 64 * 1024;
const MAX_BLOCKS = 256;
/** Room behind the blocks, where that is put together which lies in several of them; more is read by itself. */
export const JOINED = 8 * BLOCK;
export const SLAB = MAX_BLOCKS * BLOCK + JOINED;
/** Repositories with hundreds of packs must not exhaust file descriptors. */
const MAX_OPEN = 64;

export class PackReader {
  /** Where the bytes of the last `read` are: `buffer[start, end)`. Valid until the next one. */
  buffer: Buffer;
  start = 0;
  end = 0;

  readonly #packs: readonly PackFile[];
  readonly #open = new Map<number, number>();
  readonly #slab: Buffer;
  /** Number of the first block of each pack. */
  readonly #firstBlock: Float64Array;
  /** Slot in the slab of every block, or -1. */
  readonly #slotOf: Int32Array;
  readonly #blockIn: Float64Array;
  /** Second chance: set when a block is used, cleared when the clock's hand passes. */
  readonly #used: Uint8Array;
  #hand = 0;
  /** Blocks that were read since `pin`. */
  pinned = 0;
  /** Which of them, by slot: those that are marked with the number at hand; that is 0 when none are to stay. */
  readonly #pins: Int32Array;
  #pin = 0;
  #lastPin = 0;
  /** Bytes behind the blocks that are to stay. */
  #joined = 0;
  #scratch = Buffer.alloc(0);

  /** @param slab memory for blocks, of SLAB bytes, if there is some to be used again */
  constructor(packs: readonly PackFile[], slab?: Buffer) {
    this.#packs = packs;
    this.#firstBlock = new Float64Array(packs.length + 1);
    for (const [i, pack] of packs.entries())
      this.#firstBlock[i + 1] = (this.#firstBlock[i] as number) + Math.ceil(pack.size / BLOCK);
    const blocks = this.#firstBlock[packs.length] as number;
    const slots = Math.max(1, Math.min(MAX_BLOCKS, blocks));
    this.#slab = slab ?? Buffer.allocUnsafeSlow(slots * BLOCK + JOINED);
    this.#slotOf = new Int32Array(blocks).fill(-1);
    this.#blockIn = new Float64Array(slots).fill(-1);
    this.#used = new Uint8Array(slots);
    this.#pins = new Int32Array(slots).fill(-1);
    this.buffer = this.#slab;
  }

  /** Makes bytes `[from, to)` of a pack readable in `buffer`; what lies past the pack's last entry is left away. */
  read(pack: number, from: number, to: number): void {
    const file = this.#packs[pack] as PackFile;
    const limit = Math.min(to, file.size - file.trailer);
    const first = Math.floor(from / BLOCK);
    if (limit <= (first + 1) * BLOCK) {
      const shift = this.#block(pack, first) * BLOCK - first * BLOCK;
      this.buffer = this.#slab;
      this.start = from + shift;
      this.end = Math.max(limit, from) + shift;
      return;
    }
    const length = limit - from;
    this.start = 0;
    if (length <= JOINED - this.#joined) {
      this.buffer = this.#slab;
      this.start = this.#used.length * BLOCK + this.#joined;
      if (this.#pin > 0) this.#joined += length;
    } else {
      if (this.#scratch.length < length) this.#scratch = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(length)));
      this.buffer = this.#scratch;
    }
    this.end = this.start + length;
    if (length <= 2 * BLOCK) this.#gather(pack, from, limit);
    else this.#readFully(pack, this.buffer, this.start, length, from);
  }

  /** What is read from now on stays where it is until `unpin`, if it is in the slab; half of MAX_BLOCKS blocks may do so. */
  pin(): void {
    this.pinned = 0;
    this.#pin = ++this.#lastPin;
  }

  unpin(): void {
    this.#pin = 0;
    this.#joined = 0;
  }

  close(): void {
    for (const fd of this.#open.values()) closeSync(fd);
    this.#open.clear();
  }

  #gather(pack: number, from: number, to: number): void {
    for (let at = from; at < to; ) {
      const block = Math.floor(at / BLOCK);
      const stop = Math.min(to, (block + 1) * BLOCK);
      const shift = this.#block(pack, block) * BLOCK - block * BLOCK;
      this.#slab.copy(this.buffer, this.start + at - from, at + shift, stop + shift);
      at = stop;
    }
  }

  /** The slot that holds a block. */
  #block(pack: number, block: number): number {
    const id = (this.#firstBlock[pack] as number) + block;
    const known = this.#slotOf[id] ?? -1;
    const slot = known >= 0 ? known : this.#load(pack, block, id);
    this.#used[slot] = 1;
    if (this.#pin > 0 && this.#pins[slot] !== this.#pin) {
      this.#pins[slot] = this.#pin;
      this.pinned++;
    }
    return slot;
  }

  /** Reads a block in place of one that was not used lately. */
  #load(pack: number, block: number, id: number): number {
    let slot = this.#hand;
    while (this.#used[slot] === 1 || this.#pins[slot] === this.#pin) {
      this.#used[slot] = 0;
      slot = slot + 1 === this.#used.length ? 0 : slot + 1;
    }
    this.#hand = slot + 1 === this.#used.length ? 0 : slot + 1;
    const old = this.#blockIn[slot] as number;
    if (old >= 0) this.#slotOf[old] = -1;
    this.#blockIn[slot] = -1;
    const from = block * BLOCK;
    const { size } = this.#packs[pack] as PackFile;
    this.#readFully(pack, this.#slab, slot * BLOCK, Math.min(BLOCK, size - from), from);
    this.#slotOf[id] = slot;
    this.#blockIn[slot] = id;
    return slot;
  }

  #readFully(pack: number, to: Buffer, at: number, length: number, from: number): void {
    try {
      const fd = this.#descriptor(pack);
      for (let done = 0; done < length; ) {
        const read = readSync(fd, to, at + done, length - done, from + done);
        if (read === 0) throw new MalformedError('pack is shorter than it was');
        done += read;
      }
    } catch (error) {
      // A repack may take the file away at any time: then git knows where the objects are now.
      throw error instanceof MalformedError ? error : new MalformedError((error as Error).message);
    }
  }

  #descriptor(pack: number): number {
    const known = this.#open.get(pack);
    if (known !== undefined) return known;
    if (this.#open.size >= MAX_OPEN) {
      const [oldest, fd] = this.#open.entries().next().value as [number, number];
      closeSync(fd);
      this.#open.delete(oldest);
    }
    const { fd } = openFile((this.#packs[pack] as PackFile).path);
    this.#open.set(pack, fd);
    return fd;
  }
}
