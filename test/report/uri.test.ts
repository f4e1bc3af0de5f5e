import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBytes } from '../../src/path.ts';
import { encodePath } from '../../src/report/uri.ts';

describe('encodePath', () => {
  it.each([
    ['a/b-c_d.e~f', 'a/b-c_d.e~f'],
    ['a b', 'a%20b'],
    ['c:d', 'c%3Ad'],
    ['50%', '50%25'],
    ['ü', '%C3%BC'],
    ['a\udce9', 'a%E9'],
    ['x?y#z', 'x%3Fy%23z'],
    ['b\\c', 'b%5Cc'],
  ])('%j is %j', (path, uri) => expect(encodePath(path)).toBe(uri));

  it('holds every byte of the path', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 30 }), (bytes) => {
        const uri = encodePath(fromBytes(bytes));
        const back = uri.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
        expect(Uint8Array.from(back, (char) => char.charCodeAt(0))).toEqual(bytes);
      }),
    );
  });
});
