/**
 * What people wrote into a commit or tag: who they are, the name of a tag, headers of their own, the message. Not ids, and not the
 * signature of a commit; that of a tag is a part of its message (gitformat-signature(5)).
 * @module
 */
/** Both kinds of `gpgsig` headers. */
const SIGNATURE = Buffer.from('gpgsig');
const [LF, SPACE] = [0x0a, 0x20] as const;

/** Where in a commit what people wrote begins: behind the ids of its tree and parents. */
export function idsEnd(data: Buffer): number {
  let at = 0;
  for (let word = /^tree [0-9a-f]+$/i; word.test(data.toString('latin1', at, lineEnd(data, at))); word = /^parent [0-9a-f]+$/i)
    at = Math.min(data.length, lineEnd(data, at) + 1);
  return at;
}

/** Where in a tag that begins: behind what is tagged, and its type. */
export const tagStart = (data: Buffer): number => data.indexOf('\ntag ') + 1;

/** Where the message begins: behind the first empty line, for which a header of one line at least is needed. */
export const messageStart = (data: Buffer, head: number): number =>
  data[head] === LF ? head + 1 : data.indexOf('\n\n', head) + 2;

/**
 * Calls back for each part; those of commits are the same as in wasm/assembly/commits.ts.
 * @param head where the header begins, without the ids
 */
export function eachPart(data: Buffer, head: number, onPart: (from: number, to: number) => void): void {
  let from = head;
  let end = head;
  // The header, up to the first empty line. Lines of a signature begin with a space.
  for (let isSignature = false; end < data.length && data[end] !== LF; end = Math.min(data.length, lineEnd(data, end) + 1)) {
    const isPart: boolean = isSignature && data[end] === SPACE;
    if (isSignature && !isPart) from = end;
    const begins = beginsWith(data, end, SIGNATURE);
    if (begins && !isSignature && end > from) onPart(from, end);
    isSignature = begins || isPart;
    if (isSignature) from = Math.min(data.length, lineEnd(data, end) + 1);
  }
  if (from < end) onPart(from, end);
  if (end + 1 < data.length) onPart(end + 1, data.length);
}

/** Where the line that begins at `at` ends: at its line feed, or with the data. Lines of headers are too short for a call of `indexOf`. */
function lineEnd(data: Uint8Array, at: number): number {
  let end = at;
  while (end < data.length && data[end] !== LF) end++;
  return end;
}

function beginsWith(data: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) if (data[at + i] !== word[i]) return false;
  return true;
}
