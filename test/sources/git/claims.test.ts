import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claim, claimsFor } from '../../../src/sources/git/claims.ts';

/** What each of some threads gets, of which one after the other takes a piece, in an order that is told. */
function share(count: number, threads: number, turns: () => number): number[][] {
  const claims = claimsFor(count);
  const open = Array.from({ length: threads }, () => ({ pieces: claim(claims), got: [] as number[] }));
  const all = open.map(({ got }) => got);
  while (open.length > 0) {
    const turn = turns() % open.length;
    const { value, done } = open[turn]!.pieces.next();
    if (done) open.splice(turn, 1);
    else open[turn]!.got.push(value);
  }
  return all;
}

describe('claim', () => {
  it('gives every piece to one thread', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 9 }), fc.infiniteStream(fc.nat(1000)), (count, threads, turns) => {
        const all = share(count, threads, () => turns.next().value as number);
        expect(all.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
      }),
    );
  });

  it.each([
    [1, 5, [[0, 1, 2, 3, 4]]],
    [
      2,
      7,
      [
        [0, 1, 2, 3],
        [6, 5, 4],
      ],
    ],
    [
      4,
      8,
      [
        [0, 1],
        [7, 6],
        [4, 5],
        [3, 2],
      ],
    ],
  ])('has %i threads go towards each other over %i pieces', (threads, count, pieces) => {
    let turn = 0;
    expect(share(count, threads, () => turn++)).toEqual(pieces);
  });

  it('gives what is left to whoever comes', () => {
    const claims = claimsFor(4);
    const slow = claim(claims);
    expect(slow.next().value).toBe(0);
    expect([...claim(claims)]).toEqual([3, 2, 1]);
    expect([...claim(claims)]).toEqual([]);
    expect([...slow]).toEqual([]);
  });
});
