/**
 * The way from the root of a tree of deltas to the object at hand, level by level, and the objects on it, which lie one after the other
 * in the arena: see src/sources/git/packwalk.ts. An object is made from one on the way, and put one level below that; what was there
 * or below is forgotten.
 */
import { applyOpened, openDelta, openObject } from './entry';

/**
 * Of each level: the object's address, its size, its size with what is kept behind it, and two numbers of which one is known to those
 * who read trees (treewalk.ts) or scan blobs (blobwalk.ts). The first of them is less than 0 as long as nothing was read.
 */
const LEVEL: u32 = 20;
const LEVELS: u32 = 64;
const PATH: usize = memory.data(20 * 64, 16);

/** The arena is let grow so far beyond what is held in it; then what is dead is squeezed out, to stay in the processor's cache. */
const SLACK: usize = 1 << 20;
/** Bytes behind an object that may be written: see delta.ts. */
const BEHIND: usize = 63;

/** Bytes of objects that are made in one call, about: then somebody else may want to do something. */
export const MOST_MADE: u32 = 8 << 20;

let arena: usize = 0;
let arenaEnd: usize = 0;
let delta: usize = 0;
/** Bytes of an object at most. */
let most: u32 = 0;
let idBytes: u32 = 20;
/** Where the runs of the delta that was applied last are, how many have room, and where it is told how many there are. */
let runs: usize = 0;
let roomForRuns: u32 = 0;
let runCount: usize = 0;
/** For so many bytes of an object, and for two times more, four bytes are kept behind it; for 0 none are. */
let every: u32 = 0;

export function setupPath(
  arenaAt: usize,
  arenaBytes: usize,
  deltaAt: usize,
  mostBytes: u32,
  bytesOfId: u32,
  runsAt: usize,
  mostRuns: u32,
  runCountAt: usize,
  extraEvery: u32,
): void {
  arena = arenaAt;
  arenaEnd = arenaAt + arenaBytes;
  delta = deltaAt;
  most = mostBytes;
  idBytes = bytesOfId;
  runs = runsAt;
  roomForRuns = mostRuns;
  runCount = runCountAt;
  every = extraEvery;
}

/** Where the levels stand. */
export function pathAt(): usize {
  return PATH;
}

// @ts-ignore: decorator
@inline
export function levelAt(level: u32): usize {
  return PATH + level * LEVEL;
}

/** Puts an object on a level. */
export function put(level: u32, at: usize, size: u32): void {
  const place = levelAt(level);
  store<usize>(place, at);
  store<u32>(place, size, 4);
  store<u32>(place, spanOf(size), 8);
  store<i32>(place, -1, 12);
}

/** Moves the object on the level below to this one. */
export function lift(level: u32): void {
  memory.copy(levelAt(level), levelAt(level + 1), LEVEL);
}

/** As `openObject`: makes the root. */
export function enterRoot(at: usize, end: usize): i32 {
  const size = openObject(at, end, arena, most);
  if (size >= 0) put(0, arena, size);
  return size;
}

/**
 * Makes an object by the delta in the entry at memory[at, end) from the one on a level.
 * @returns its size; -1 where that is not possible in this way, whatever the reason
 */
export function enterChild(level: u32, at: usize, end: usize): i32 {
  const base = levelAt(level);
  const baseSize = load<u32>(base, 4);
  const size = openDelta(at, end, delta, baseSize, most, idBytes);
  if (size < 0) return -1;
  const to = makeRoom(level, size);
  if (to == 0) return -1;
  const count = applyOpened(load<usize>(base), baseSize, to, size, runs, roomForRuns);
  if (count < 0) return -1;
  store<u32>(runCount, count);
  put(level + 1, to, size);
  return size;
}

/**
 * Makes the object of an entry in a list (see ListedVisitor of packwalk.ts), and tells its size in place of the entry's beginning.
 * @returns its size; -1 where it cannot be made in this way
 */
// @ts-ignore: decorator
@inline
export function enterListed(list: usize): i32 {
  const level = load<i32>(list, 8);
  const at = load<usize>(list);
  const end = load<usize>(list, 4);
  const size = level < 0 ? enterRoot(at, end) : enterChild(level, at, end);
  store<i32>(list, size);
  return size;
}

/** Has the object of an entry in a list take the level of its base, if no other one is made from that. */
// @ts-ignore: decorator
@inline
export function liftListed(list: usize): void {
  if (load<u32>(list, 12) != 0) lift(load<u32>(list, 8));
}

/** Where in the arena, behind the objects up to a level, there is room for one of `size` bytes; 0 where there is none. */
export function makeRoom(level: u32, size: u32): usize {
  if (level + 2 > LEVELS) return 0;
  const needed = <usize>spanOf(size) + BEHIND;
  const top = levelAt(level);
  let free = load<usize>(top) + load<u32>(top, 8);
  let held: usize = 0;
  for (let place = PATH; place <= top; place += LEVEL) held += load<u32>(place, 8);
  if (free - arena - held > SLACK || free + needed >= arenaEnd) {
    free = arena;
    for (let place = PATH; place <= top; place += LEVEL) {
      const span = load<u32>(place, 8);
      if (load<usize>(place) != free) {
        memory.copy(free, load<usize>(place), span);
        store<usize>(place, free);
      }
      free += span;
    }
  }
  return free + needed < arenaEnd ? free : 0;
}

/** Keeps some more bytes behind the object on the last level of the path; false where there is no room for them. */
export function keepBehind(level: u32, bytes: u32): bool {
  const place = levelAt(level);
  const span = load<u32>(place, 4) + bytes;
  if (load<usize>(place) + span >= arenaEnd) return false;
  store<u32>(place, span, 8);
  return true;
}

// @ts-ignore: decorator
@inline
function spanOf(size: u32): u32 {
  return every == 0 ? size : size + ((size / every + 2) << 2);
}

/** Of the object that was made last, by `enterChild`: what it copies from its base. */
// @ts-ignore: decorator
@inline
export function runsOf(): usize {
  return runs;
}

// @ts-ignore: decorator
@inline
export function countRuns(): u32 {
  return load<u32>(runCount);
}
