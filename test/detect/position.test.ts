import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Encoding } from '../../src/detect/encoding.ts';
import { decode, frameAt, type Place, Positions } from '../../src/detect/position.ts';

/** One character of a file: its bytes and its text. */
interface Character {
  from: number;
  to: number;
  text: string;
}

/** The slow and sure way: the longest run of at most four bytes that is one character to TextDecoder, else one Latin-1 byte. */
function characters(bytes: Buffer, encoding: Encoding): Character[] {
  const found: Character[] = [];
  if (encoding !== 'utf-8') {
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
    // Lone surrogates become U+FFFD: still one unit.
    for (let at = 0; at < text.length && at * 2 + 2 <= bytes.length; at++)
      found.push({ from: at * 2, to: at * 2 + 2, text: text[at]! });
    return found;
  }
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (let at = 0; at < bytes.length; ) {
    let character: Character = { from: at, to: at + 1, text: bytes.toString('latin1', at, at + 1) };
    for (const size of [1, 2, 3, 4]) {
      try {
        const text = decoder.decode(bytes.subarray(at, at + size));
        if (Array.from(text).length === 1 && at + size <= bytes.length) {
          character = { from: at, to: at + size, text };
          break;
        }
      } catch {
        // Not a character of this size.
      }
    }
    found.push(character);
    at = character.to;
  }
  return found;
}

/** Places of all offsets; `undefined` inside of characters. */
function naivePlaces(bytes: Buffer, encoding: Encoding): (Place | undefined)[] {
  const places: (Place | undefined)[] = Array.from({ length: bytes.length + 1 });
  let line = 1;
  let column = 1;
  const all = characters(bytes, encoding);
  for (const { from, text } of all) {
    places[from] = { line, column };
    if (text === '\n') {
      line++;
      column = 1;
    } else column += text.length;
  }
  places[all.at(-1)?.to ?? 0] = { line, column };
  return places;
}

const piece = fc.oneof(
  {
    arbitrary: fc
      .constantFrom('a', 'bc', '\n', '\n', '\r\n', '\r', 'é', '☃', '😀', '\0', '\u2028', '\ufeff')
      .map((text) => Buffer.from(text)),
    weight: 6,
  },
  { arbitrary: fc.uint8Array({ minLength: 1, maxLength: 4 }).map((bytes) => Buffer.from(bytes)), weight: 2 },
  // Nearly UTF-8: cut off, overlong, a surrogate, too large.
  {
    arbitrary: fc
      .constantFrom('e298', 'f09f98', 'c0af', 'e08080', 'eda080', 'f0808080', 'f4908080', '80', 'c3')
      .map((hex) => Buffer.from(hex, 'hex')),
    weight: 2,
  },
);
const utf8 = fc.array(piece, { maxLength: 60 }).map((parts) => Buffer.concat(parts));
const wide = fc
  .array(fc.constantFrom('a', 'bc', '\n', '\n', '\r\n', 'é', '☃', '😀', '\ud800', '\u0a00', '\u0a0a'), { maxLength: 60 })
  .map((parts) => Buffer.from(parts.join(''), 'utf16le'));
const texts = fc.oneof(
  utf8.map((bytes) => ({ bytes, encoding: 'utf-8' as Encoding })),
  wide.map((bytes) => ({ bytes, encoding: 'utf-16le' as Encoding })),
  wide.map((bytes) => ({ bytes: Buffer.from(bytes).swap16(), encoding: 'utf-16be' as Encoding })),
);

/** The text somewhere in a larger buffer, which goes on with line feeds. */
function padded(bytes: Buffer): { buffer: Buffer; start: number; end: number } {
  return { buffer: Buffer.concat([Buffer.alloc(64, 'x\n'), bytes, Buffer.alloc(64, '\n')]), start: 64, end: 64 + bytes.length };
}

describe('places', () => {
  test.each<[string, string, number, Place]>([
    ['abc', 'c', 0, { line: 1, column: 3 }],
    ['a\nb\n', 'b', 0, { line: 2, column: 1 }],
    ['a\r\nb', 'b', 0, { line: 2, column: 1 }],
    ['a\r\nb', '\n', 0, { line: 1, column: 3 }],
    ['a\rb', 'b', 0, { line: 1, column: 3 }],
    ['ü☃😀x', 'x', 0, { line: 1, column: 5 }],
    ['\n\n\n', '', 3, { line: 4, column: 1 }],
  ])('%j: %j', (text, needle, offset, expected) => {
    const bytes = Buffer.from(text);
    const { buffer, start, end } = padded(bytes);
    expect(new Positions(buffer, start, end, 'utf-8').at(start + (needle === '' ? offset : bytes.indexOf(needle)))).toEqual(
      expected,
    );
  });

  test('equal those of a naive decoder, in any order', () => {
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.nat()), fc.boolean(), ({ bytes, encoding }, numbers, sorted) => {
        const { buffer, start, end } = padded(bytes);
        const expected = naivePlaces(bytes, encoding);
        const valid = [...expected.keys()].filter((at) => expected[at] !== undefined);
        const offsets = Array.from(numbers.take(12), (number) => valid[number % valid.length]!);
        if (sorted) offsets.sort((a, b) => a - b);
        const positions = new Positions(buffer, start, end, encoding);
        for (const offset of offsets) expect(positions.at(start + offset)).toEqual(expected[offset]);
      }),
      { numRuns: 500 },
    );
  });

  test('inside of a character its own is given', () => {
    const { buffer, start, end } = padded(Buffer.from('a😀b'));
    const positions = new Positions(buffer, start, end, 'utf-8');
    expect([1, 2, 3, 4, 5].map((at) => positions.at(start + at).column)).toEqual([2, 2, 2, 2, 4]);
  });

  test('ranges that overlap', () => {
    const { buffer, start, end } = padded(Buffer.from('one\ntwo\nthree'));
    const positions = new Positions(buffer, start, end, 'utf-8');
    expect(positions.range(start + 1, start + 9)).toEqual({ startLine: 1, startColumn: 2, endLine: 3, endColumn: 2 });
    expect(positions.range(start + 4, start + 7)).toEqual({ startLine: 2, startColumn: 1, endLine: 2, endColumn: 4 });
    expect(positions.range(start + 6, end)).toEqual({ startLine: 2, startColumn: 3, endLine: 3, endColumn: 6 });
  });

  test('carry over from chunk to chunk', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 8, max: 20 }), ({ bytes, encoding }, half) => {
        const size = half * 2;
        const overlap = 8;
        const expected = naivePlaces(bytes, encoding);
        const seen = new Set<number>();
        let place: Place = { line: 1, column: 1 };
        let skip = 0;
        for (let offset = 0; ; offset += size - overlap) {
          const { buffer, start, end } = padded(bytes.subarray(offset, offset + size));
          const positions = new Positions(buffer, start + skip, end, encoding, place);
          const last = offset + size >= bytes.length;
          // A character that the chunk's end cuts is whole in the next one only.
          for (let at = start + skip; at <= (last ? end : end - 4); at++) {
            const wanted = expected[offset + at - start];
            if (wanted === undefined) continue;
            seen.add(offset + at - start);
            expect(positions.at(at)).toEqual(wanted);
          }
          if (last) break;
          const next = positions.boundary(end - overlap);
          skip = next.offset - (end - overlap);
          place = next.place;
        }
        expect(seen.size).toBe(expected.filter((place) => place !== undefined).length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('frames', () => {
  const frame = (text: string, secret: string, encoding: Encoding = 'utf-8') => {
    const encode = (part: string): Buffer => {
      if (encoding === 'utf-8') return Buffer.from(part);
      return encoding === 'utf-16le' ? Buffer.from(part, 'utf16le') : Buffer.from(part, 'utf16le').swap16();
    };
    const at = encode(text.slice(0, text.indexOf(secret))).length;
    const { buffer, start, end } = padded(encode(text));
    return frameAt(buffer, start, end, encoding, start + at, start + at + encode(secret).length);
  };

  test.each<Encoding>(['utf-8', 'utf-16le', 'utf-16be'])('the line around it (%s)', (encoding) => {
    expect(frame('first\r\nkey = "S3CRET" # ü\r\nlast', 'S3CRET', encoding)).toEqual({
      text: 'key = "S3CRET" # ü',
      start: 7,
      end: 13,
      cutStart: false,
      cutEnd: false,
    });
    expect(frame('S3CRET', 'S3CRET', encoding)).toEqual({ text: 'S3CRET', start: 0, end: 6, cutStart: false, cutEnd: false });
    const long = frame(`${'ü'.repeat(100)}S3CRET${'☃'.repeat(100)}`, 'S3CRET', encoding);
    expect(long).toEqual({ text: `${'ü'.repeat(60)}S3CRET${'☃'.repeat(40)}`, start: 60, end: 66, cutStart: true, cutEnd: true });
  });

  test('a secret of several lines ends with its first', () => {
    expect(frame('x = -----BEGIN\r\nabc\r\n-----END', '-----BEGIN\r\nabc\r\n-----END')).toEqual({
      text: 'x = -----BEGIN',
      start: 4,
      end: 14,
      cutStart: false,
      cutEnd: false,
    });
  });

  test('a long secret is cut, and nothing follows it', () => {
    const { text, start, end, cutStart, cutEnd } = frame(`a=${'k'.repeat(5000)} tail`, 'k'.repeat(5000));
    expect([text, start, end, cutStart, cutEnd]).toEqual([`a=${'k'.repeat(200)}`, 2, 202, false, true]);
  });

  test('no half of a pair is shown', () => {
    const { text, start } = frame(`x${'😀'.repeat(50)}SECRET${'😀'.repeat(21)}`.replace('SECRET', 'yS3CRETy'), 'S3CRET');
    expect(text).not.toMatch(/[\ud800-\udfff]/u);
    expect(text.slice(start, start + 6)).toBe('S3CRET');
  });

  test('bounded, and what the naive decoder shows', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          utf8,
          utf8.map((bytes) => Buffer.concat(Array.from({ length: 8 }, () => bytes))),
        ),
        fc.nat(),
        fc.nat(20),
        (bytes, at, size) => {
          const all = characters(bytes, 'utf-8');
          const first = at % (all.length + 1);
          const last = Math.min(first + size, all.length);
          const offset = (index: number): number => all[index]?.from ?? bytes.length;
          const { buffer, start, end } = padded(bytes);
          const shown = frameAt(buffer, start, end, 'utf-8', start + offset(first), start + offset(last));

          let lineStart = first;
          while (lineStart > 0 && all[lineStart - 1]!.text !== '\n') lineStart--;
          let lineEnd = first;
          while (lineEnd < all.length && all[lineEnd]!.text !== '\n') lineEnd++;
          if (lineEnd < all.length && lineEnd > first && all[lineEnd - 1]!.text === '\r') lineEnd--;
          const text = (from: number, to: number): string =>
            all
              .slice(from, to)
              .map(({ text }) => text)
              .join('');
          const before = text(lineStart, first);
          const secret = text(first, Math.min(last, lineEnd));
          const after = text(Math.min(last, lineEnd), lineEnd);
          expect(shown.text.slice(shown.start, shown.end)).toBe(secret);
          expect(before.endsWith(shown.text.slice(0, shown.start))).toBe(true);
          expect(after.startsWith(shown.text.slice(shown.end))).toBe(true);
          expect(shown.start).toBeGreaterThanOrEqual(Math.min(before.length, 59));
          expect(shown.start).toBeLessThanOrEqual(60);
          expect(shown.text.length - shown.end).toBeGreaterThanOrEqual(Math.min(after.length, 39));
          expect(shown.text.length - shown.end).toBeLessThanOrEqual(40);
          expect(shown.cutStart).toBe(shown.start < before.length);
          expect(shown.cutEnd).toBe(shown.text.length - shown.end < after.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});

test('decoding equals the naive decoder', () => {
  fc.assert(
    fc.property(utf8, (bytes) => {
      expect(decode(bytes, 0, bytes.length, 'utf-8')).toBe(
        characters(bytes, 'utf-8')
          .map(({ text }) => text)
          .join(''),
      );
    }),
  );
});
