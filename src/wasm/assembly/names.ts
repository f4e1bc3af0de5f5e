/** Names of files and folders, each once, numbered in the order of their coming: see src/sources/git/treereader.ts. */

/** What makes no entry: there is no room. */
export const NO_NAME: i32 = -1;

/** The names one after the other, where each ends, and whether something was found in it. */
let bytes: usize = 0;
let ends: usize = 0;
let hot: usize = 0;
let mostBytes: usize = 0;
let mostNames: u32 = 0;
/** Open addressing: hash, number + 1. It moves on to twice the room behind it when half of it is taken. */
let slots: usize = 0;
let mask: u32 = 0;
let count: u32 = 0;
let fresh: bool = false;

export function setupNames(
  bytesAt: usize,
  endsAt: usize,
  hotAt: usize,
  slotsAt: usize,
  roomForBytes: usize,
  roomForNames: u32,
  firstSlots: u32,
): void {
  // What was there before is let go, and its place used again.
  if (count > 0) {
    memory.fill(hotAt, 0, count);
    memory.fill(slotsAt, 0, slots + ((mask + 1) << 3) - slotsAt);
  }
  bytes = bytesAt;
  ends = endsAt;
  hot = hotAt;
  slots = slotsAt;
  mostBytes = roomForBytes;
  mostNames = roomForNames;
  mask = firstSlots - 1;
  count = 0;
}

/** Whether the name that was added last had not been there before. */
export function wasFresh(): bool {
  return fresh;
}

export function setHot(name: i32): void {
  store<u8>(hot + name, 1);
}

export function isHot(name: i32): bool {
  return load<u8>(hot + name) != 0;
}

/** Number of the name at `[from, to)`; NO_NAME when it is new and there is no room. `hash` is any hash of these bytes. */
export function addName(from: usize, to: usize, hash: u32): i32 {
  let slot = mix(hash) & mask;
  for (let known = load<u32>(slots + (slot << 3), 4); known != 0; known = load<u32>(slots + (slot << 3), 4)) {
    if (load<u32>(slots + (slot << 3)) == hash && isName(known - 1, from, to)) {
      fresh = false;
      return <i32>known - 1;
    }
    slot = (slot + 1) & mask;
  }
  fresh = true;
  const start = startOf(count);
  const end = start + (to - from);
  if (end > mostBytes || count == mostNames) return NO_NAME;
  memory.copy(bytes + start, from, to - from);
  store<u32>(ends + (count << 2), <u32>end);
  store<u32>(slots + (slot << 3), hash);
  store<u32>(slots + (slot << 3), ++count, 4);
  if (<u32>(2 * count) > mask) grow();
  return <i32>count - 1;
}

function startOf(name: u32): usize {
  return name == 0 ? 0 : <usize>load<u32>(ends + ((name - 1) << 2));
}

function isName(name: u32, from: usize, to: usize): bool {
  let at = bytes + startOf(name);
  if (bytes + <usize>load<u32>(ends + (name << 2)) - at != to - from) return false;
  for (; from + 8 <= to; from += 8, at += 8) if (load<u64>(from) != load<u64>(at)) return false;
  for (; from < to; from++, at++) if (load<u8>(from) != load<u8>(at)) return false;
  return true;
}

function grow(): void {
  const old = slots;
  const end = slots + (<usize>(mask + 1) << 3);
  slots = end;
  mask = 2 * mask + 1;
  for (let from = old; from < end; from += 8) {
    const known = load<u32>(from, 4);
    if (known == 0) continue;
    let slot = mix(load<u32>(from)) & mask;
    while (load<u32>(slots + (slot << 3), 4) != 0) slot = (slot + 1) & mask;
    store<u32>(slots + (slot << 3), load<u32>(from));
    store<u32>(slots + (slot << 3), known, 4);
  }
}

function mix(hash: u32): u32 {
  return ((hash ^ (hash >> 15)) * 0x2c1b3c6d) >> 7;
}
