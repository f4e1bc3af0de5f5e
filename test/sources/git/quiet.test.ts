/** What is remembered of ranges in which nothing was found: see also the chains of deltas in delta.test.ts and truth.test.ts. */
import { describe, expect, it } from 'vitest';
import { Looks } from '../../../src/detect/look.ts';
import { QuietRanges } from '../../../src/sources/git/quiet.ts';
import { Core, partSize } from '../../../src/wasm/core.ts';

const REACH = 8;
const always = (): boolean => true;

/** A memory with room for objects of a megabyte. */
function setUp(): { quiet: QuietRanges; put: (text: string) => Buffer } {
  const core = new Core(QuietRanges.size + partSize(1 << 20));
  const room = core.take(1 << 20);
  return { quiet: new QuietRanges(core, REACH), put: (text) => room.subarray(0, room.write(text, 'latin1')) };
}

/** One look for each place; it depends on `[at - before, at + behind)`. */
function looksAt(places: readonly number[], before = 0, behind = 1): Looks {
  const looks = new Looks();
  for (const at of places) looks.add(7, at, at - before, at + behind);
  return looks;
}

const listed = ({ data, count }: Looks): number[][] =>
  Array.from({ length: count }, (_, i) => Array.from(data.subarray(4 * i, 4 * i + 4)));

describe('QuietRanges', () => {
  const BEFORE = 'the text before it, ';
  const RANGE = 'which has a look';
  const BEHIND = ', and the text behind it';
  const first = BEFORE.length;
  const last = first + RANGE.length;

  it('finds the same bytes among the same bytes again, and moves the looks', () => {
    const { quiet, put } = setUp();
    quiet.keep(put(BEFORE + RANGE + BEHIND), first, last, looksAt([3, first + 2, last + 5]), always);
    const again = quiet.find(put(`12345${BEFORE}${RANGE}${BEHIND}`), first + 5, last + 5)!;
    expect([again.from, again.to]).toEqual([first + 5 - REACH, last + 5 + REACH]);
    expect(listed(again.looks)).toEqual([[7, first + 7, first + 7, first + 8]]);
  });

  it.each([
    ['other bytes', BEFORE + RANGE.replace('has', 'had') + BEHIND, 0],
    ['other bytes within reach before it', BEFORE.replace('it', 'at') + RANGE + BEHIND, 0],
    ['other bytes within reach behind it', BEFORE + RANGE + BEHIND.replace('and', 'end'), 0],
    ['another length', BEFORE + RANGE + BEHIND, 1],
    ['fewer bytes before it', BEFORE.slice(-REACH + 1) + RANGE + BEHIND, 0],
  ])('does not take %s for the same', (_, text, longer) => {
    const { quiet, put } = setUp();
    quiet.keep(put(BEFORE + RANGE + BEHIND), first, last, looksAt([]), always);
    const from = text.indexOf('which');
    expect(quiet.find(put(text), from, from + RANGE.length + longer)).toBeUndefined();
  });

  it.each([
    ['before', 19, 1, BEFORE.replace('the', 'a'), BEHIND],
    ['behind', 0, 30, BEFORE, BEHIND.replace('text', 'words')],
  ])('compares all that a look saw %s it', (_, before, behind, ...around) => {
    const { quiet, put } = setUp();
    quiet.keep(put(BEFORE + RANGE + BEHIND), first, last, looksAt([first], before, behind), always);
    expect(quiet.find(put(BEFORE + RANGE + BEHIND), first, last)).toBeDefined();
    const [lead, tail] = around;
    expect(quiet.find(put(lead + RANGE + tail), lead.length, lead.length + RANGE.length)).toBeUndefined();
  });

  it('knows where an object begins and ends', () => {
    const { quiet, put } = setUp();
    quiet.keep(put(RANGE), 0, RANGE.length, looksAt([]), always);
    expect(quiet.find(put(RANGE), 0, RANGE.length)).toBeDefined();
    expect(quiet.find(put(` ${RANGE}`), 1, 1 + RANGE.length)).toBeUndefined();
    expect(quiet.find(put(`${RANGE} `), 0, RANGE.length)).toBeUndefined();
  });

  it('keeps nothing where something was found', () => {
    const { quiet, put } = setUp();
    const asked: number[][] = [];
    quiet.keep(put(BEFORE + RANGE + BEHIND), first, last, looksAt([first + 1], 12), (...bytes) => {
      asked.push(bytes);
      return false;
    });
    expect(asked).toEqual([[first - 11, last + REACH]]);
    expect(quiet.find(put(BEFORE + RANGE + BEHIND), first, last)).toBeUndefined();
  });

  it('forgets the oldest', () => {
    const { quiet, put } = setUp();
    const text = (i: number): string => `${i} `.repeat(20_000);
    const isKnown = (i: number): boolean => quiet.find(put(text(i)), 5, 60_000) !== undefined;
    const places = Array.from({ length: 700 }, (_, i) => 10 + i);
    for (let i = 100; i < 250; i++) quiet.keep(put(text(i)), 5, 60_000, looksAt(places), always);
    const known = Array.from({ length: 150 }, (_, i) => isKnown(100 + i));
    expect(known.indexOf(true)).toBeGreaterThan(50);
    expect(known.slice(known.indexOf(true)).every(Boolean)).toBe(true);
  });
});
