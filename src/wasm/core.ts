/**
 * The loops that see every byte, in WebAssembly: `assembly/` is what they are made from, in AssemblyScript. They work on memory
 * that they share with us, which is why those who want them used read files and make objects in it.
 * @module
 */
import { CODE } from './core-code.ts';

const PAGE = 65_536;
/** Bytes between two parts of the memory: loops read a little beside what they are asked for. */
const GAP = 256;
/** At least what the code keeps for itself, at the beginning of the memory. */
const OWN = 2 * PAGE;

interface Exports {
  /** See assembly/prefilter.ts. */
  setup(...addresses: number[]): void;
  seek(range: number, last: number, base: number, start: number, end: number, goOn: number): number;
  /** See assembly/base64.ts. */
  setupBase64(phases: number, places: number, room: number): void;
  seekBase64(range: number, last: number, base: number, end: number, goOn: number): number;
  /** See assembly/recall.ts. */
  setupRecall(slots: number, slotCount: number, entries: number, bytes: number): void;
  recall(kind: number, at: number, start: number, end: number): number;
  keep(kind: number, at: number, from: number, to: number, start: number, end: number, outcome: number): number;
  /** See assembly/refuse.ts. */
  setupRefusals(kinds: number): void;
  /** See assembly/delta.ts. */
  applyDelta(
    base: number,
    baseSize: number,
    result: number,
    resultSize: number,
    at: number,
    end: number,
    runs: number,
    room: number,
  ): number;
  /** See assembly/entry.ts. */
  openObject(at: number, end: number, out: number, most: number): number;
  openDelta(at: number, end: number, out: number, baseSize: number, most: number, idBytes: number): number;
  /** See assembly/path.ts. */
  setupPath(
    arena: number,
    arenaBytes: number,
    delta: number,
    most: number,
    idBytes: number,
    runs: number,
    room: number,
    runCount: number,
    extraEvery: number,
  ): void;
  pathAt(): number;
  enterRoot(at: number, end: number): number;
  enterChild(level: number, at: number, end: number): number;
  makeRoom(level: number, size: number): number;
  put(level: number, at: number, size: number): void;
  lift(level: number): void;
  /** See assembly/carry.ts. */
  setupCarry(ranges: number, wide: number, carried: number, repeats: number, looks: number, counts: number): void;
  findChanges(
    runs: number,
    count: number,
    size: number,
    baseSize: number,
    before: number,
    behind: number,
    around: number,
  ): number;
  carryLooks(
    looks: number,
    lookCount: number,
    runs: number,
    runCount: number,
    size: number,
    baseSize: number,
    cut: number,
    cutCount: number,
    rangeCount: number,
    wideCount: number,
  ): number;
  /** See assembly/ids.ts. */
  setupIds(idBytes: number, ids: number, tags: number, room: number): void;
  takeIds(): number;
  /** See assembly/commits.ts. */
  setupCommits(idBytes: number, looks: number, times: number, parentEnds: number, room: number, told: number): void;
  readCommit(at: number, size: number, known: number): number;
  readCommits(list: number, last: number, out: number, most: number): number;
  takeCommits(): number;
  /** See assembly/names.ts. */
  setupNames(bytes: number, ends: number, hot: number, slots: number, most: number, mostNames: number, first: number): void;
  /** See assembly/trees.ts. */
  setupTrees(
    idBytes: number,
    links: number,
    names: number,
    targets: number,
    linkRoom: number,
    wanted: number,
    pairs: number,
    pairRoom: number,
    recent: number,
    recentCount: number,
  ): void;
  takeLinks(): number;
  takePairs(): number;
  /** See assembly/blobwalk.ts. */
  setupBlobWalk(
    before: number,
    behind: number,
    around: number,
    largest: number,
    told: number,
    fresh: number,
    asked: number,
    room: number,
  ): void;
  walkBlobs(list: number, last: number, isMade: number): number;
  keepLooks(level: number, count: number): number;
  /** See assembly/treewalk.ts. */
  setupTreeWalk(bases: number, begins: number, room: number): void;
  takeTrees(): number;
  visitTree(level: number): number;
  walkTrees(list: number, last: number): number;
  walkedTo(): number;
  /** See assembly/packs.ts. */
  beginSort(largest: number): void;
  countOffsets(offsets: number, first: number, last: number): void;
  placeBuckets(): number;
  spreadOffsets(offsets: number, first: number, last: number, buckets: number): void;
  sortBuckets(first: number, last: number, buckets: number, offsets: number, order: number): void;
  readHeaders(
    first: number,
    count: number,
    offsets: number,
    end: number,
    window: number,
    from: number,
    filled: number,
    isLast: number,
    types: number,
    bases: number,
  ): number;
  /** See assembly/forest.ts. */
  weighEntries(offsets: number, count: number, end: number, each: number, weights: number): void;
  orderForest(parents: number, count: number, order: number, waiting: number): number;
  spreadForest(order: number, count: number, parents: number, weights: number, types: number): void;
  settleForest(order: number, count: number, parents: number, types: number, nodes: number, busy: number): number;
  linkForest(parents: number, weights: number, count: number, heaviest: number, firstChild: number, nextSibling: number): void;
  listRoots(parents: number, types: number, count: number, trees: number, roots: number): number;
  /** See assembly/graph.ts. */
  moveEnds(ends: number, commits: number, by: number): void;
  sortCommits(
    commits: number,
    numbers: number,
    trees: number,
    times: number,
    parents: number,
    ends: number,
    places: number,
    waiting: number,
    heap: number,
    order: number,
  ): number;
  arrangeCommits(
    taken: number,
    order: number,
    ranks: number,
    places: number,
    objects: number,
    toNumbers: number,
    toTrees: number,
    toParents: number,
    toEnds: number,
  ): void;
  flowDown(commits: number, parents: number, ends: number, flags: number, left: number): void;
  flowUp(oldest: number, parents: number, ends: number, masks: number): void;
  /** See assembly/lists.ts. */
  setupLists(
    bases: number,
    ends: number,
    names: number,
    targets: number,
    trees: number,
    starts: number,
    lengths: number,
    same: number,
    fixed: number,
    waiting: number,
    changes: number,
    heads: number,
    headCount: number,
    hashes: number,
    before: number,
    entries: number,
    most: number,
  ): void;
  placeTrees(numbers: number, bases: number, ends: number, count: number, places: number, first: number, firstLink: number): void;
  renumber(names: number, count: number, known: number): void;
  placeTargets(targets: number, count: number, places: number): void;
  makeLists(from: number, to: number): number;
  emptyHollow(count: number): number;
  listPosition(tree: number, name: number, target: number): number;
  /** See assembly/inflate.ts. */
  inflate(at: number, end: number, out: number, size: number): number;
  /** See assembly/index.ts. */
  free(): number;
}

/** What the code calls when it reads commits or trees: see assembly/commits.ts and assembly/trees.ts. */
export interface CoreCalls {
  /** What is there is to be taken away, for there is no room for more. */
  full(): void;
  treesName?(from: number, to: number): number;
  treesWanted?(id: number): number;
}

let compiled: WebAssembly.Module | undefined;

/** Bytes that a part takes in the memory of a Core. */
export const partSize = (bytes: number): number => Math.ceil(bytes / 16) * 16 + GAP;

/** As `partSize`, of several parts together. */
export const partsSize = (parts: Readonly<Record<string, number>>): number =>
  Object.values(parts).reduce((sum, bytes) => sum + partSize(bytes), 0);

/** Rows that are gone through in one call: what is called again is compiled better in the meantime. */
const STEP = 1 << 13;

/** Goes through so many rows in steps. */
export function inSteps(count: number, run: (from: number, to: number) => void, step = STEP): void {
  for (let from = 0; from < count; from += step) run(from, Math.min(count, from + step));
}

export class Core {
  readonly exports: Exports;
  /** Who reads commits or trees. */
  reader: CoreCalls | undefined;
  readonly #memory: ArrayBuffer;
  #next: number;

  /** @param bytes the sum of `partSize` of all parts. Memory that is never touched costs nothing. */
  constructor(bytes: number) {
    const memory = new WebAssembly.Memory({ initial: Math.ceil((OWN + GAP + bytes) / PAGE) });
    this.#memory = memory.buffer;
    compiled ??= new WebAssembly.Module(Buffer.from(CODE, 'base64'));
    const calls: Required<CoreCalls> = {
      full: () => this.reader?.full(),
      treesName: (from, to) => this.reader?.treesName?.(from, to) ?? 0,
      treesWanted: (id) => this.reader?.treesWanted?.(id) ?? -1,
    };
    this.exports = new WebAssembly.Instance(compiled, { env: { memory, ...calls } }).exports as unknown as Exports;
    this.#next = Math.ceil(this.exports.free() / 16) * 16 + GAP;
  }

  /** A part of the memory; its address is the offset of the buffer's first byte. It begins at a multiple of 16. */
  take(bytes: number): Buffer {
    const at = this.#next;
    this.#next += partSize(bytes);
    return this.bytes(at, bytes);
  }

  /** As `take`, for several parts, of so many bytes each. */
  takeAll<Part extends string>(parts: Readonly<Record<Part, number>>): Readonly<Record<Part, Buffer>> {
    const taken = Object.entries<number>(parts).map(([part, bytes]) => [part, this.take(bytes)]);
    return Object.fromEntries(taken) as Record<Part, Buffer>;
  }

  /** As `takeAll`, but gives the addresses of the parts. */
  place<Part extends string>(parts: Readonly<Record<Part, number>>): Readonly<Record<Part, number>> {
    const placed = Object.entries<Buffer>(this.takeAll(parts)).map(([part, { byteOffset }]) => [part, byteOffset]);
    return Object.fromEntries(placed) as Record<Part, number>;
  }

  /** As `take`, for so many numbers of four bytes. */
  takeNumbers(count: number): Int32Array {
    return this.numbers(this.take(4 * count).byteOffset, count);
  }

  /** What stands at an address. */
  bytes(at: number, length: number): Buffer {
    return Buffer.from(this.#memory, at, length);
  }

  /** As `bytes`, for so many numbers of four bytes. */
  numbers(at: number, count: number): Int32Array {
    return new Int32Array(this.#memory, at, count);
  }

  /** As `bytes`, for so many numbers of eight bytes, at a multiple of eight. */
  doubles(at: number, count: number): Float64Array {
    return new Float64Array(this.#memory, at, count);
  }

  /** Whether data lies in the memory. */
  holds(data: ArrayBufferView): boolean {
    return data.buffer === this.#memory;
  }
}
