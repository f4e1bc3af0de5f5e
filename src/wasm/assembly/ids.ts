/** Ids that are to be looked for, each with a tag: they are written one after the other, until there is no room for more. */

// @ts-ignore: decorator
@external('env', 'full')
declare function full(): void;

let bytes: u32 = 20;
let ids: usize = 0;
let tags: usize = 0;
let room: u32 = 0;
let count: u32 = 0;

/** @param idBytes bytes of an id */
export function setupIds(idBytes: u32, idsAt: usize, tagsAt: usize, roomForIds: u32): void {
  bytes = idBytes;
  ids = idsAt;
  tags = tagsAt;
  room = roomForIds;
  count = 0;
}

/** How many ids are there, which are taken away with that. */
export function takeIds(): u32 {
  const there = count;
  count = 0;
  return there;
}

/** Where the next id is to be written. */
// @ts-ignore: decorator
@inline
export function nextId(): usize {
  if (count == room) full();
  return ids + count * bytes;
}

/** Takes down the id that was written there. */
// @ts-ignore: decorator
@inline
export function takeDown(tag: i32): void {
  store<i32>(tags + (count << 2), tag);
  count++;
}
