/** Every decoder on random text: what was encoded comes back, at the place where it stands, and anything can be read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MIN_RUN, MAX_DECODED, readAnchored, readRun, readValue, seekBase64 } from '../../../src/detect/decode/base64.ts';
import { BUDGET, Decoder } from '../../../src/detect/decode/decoder.ts';
import { type Escape, escapeAt, unescape } from '../../../src/detect/decode/escapes.ts';
import { random } from '../../helpers/tokens.ts';
import { cutAt, joinPieces, seamAt, tokenEnd } from '../../../src/detect/decode/joins.ts';
import { readPart } from '../../../src/detect/decode/quoted-printable.ts';
import { Looks } from '../../../src/detect/look.ts';
import { placeIn, type View } from '../../../src/detect/decode/view.ts';

const looks = new Looks();
const RUNS = { numRuns: 300 };
const chars = (alphabet: string, min: number, max: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet.split('')), minLength: min, maxLength: max });
const TOKEN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-';
const TEXT = `${TOKEN} :=/.,;{}"'#\n`;
const token = chars(TOKEN, 16, 60);
/** Bytes that no encoding holds, so that what is encoded ends there. */
const surroundings = chars(' \n:,;()#', 1, 20);
const noise = fc.oneof(
  fc.uint8Array({ maxLength: 600 }),
  chars(`%&\\\\"'+\n\r #;xu0123456789abcdefghijAB=`, 0, 600).map((text) => Buffer.from(text)),
);
const bytes = noise.map((data) => Buffer.from(data));

/** Offsets of decoded bytes lie within the data, and go up. */
function isSane(view: View, length: number): boolean {
  let last = 0;
  for (let i = 0; i < view.data.length; i++) {
    const [start, end] = placeIn(view, i, i + 1);
    if (start < last || end < start || end > length) return false;
    last = start;
  }
  return 0 <= view.from && view.from <= view.to && view.to <= length;
}

/** That a text stands in a view, and that its bytes come from `[start, end)`. */
function expectAt(view: View | undefined, text: string, start: number, end: number): void {
  expect(view).toBeDefined();
  const at = view!.data.indexOf(text, 0, 'latin1');
  expect(at).toBeGreaterThanOrEqual(0);
  expect(placeIn(view!, at, at + text.length)).toEqual([start, end]);
}

describe('base64', () => {
  it.each(['base64', 'base64url'] as const)('%s of text comes back, at its place', (encoding) => {
    fc.assert(
      fc.property(chars(TEXT, 60, 400), surroundings, surroundings, (text, before, behind) => {
        const encoded = Buffer.from(text).toString(encoding);
        const data = Buffer.from(before + encoded + behind);
        const places: number[] = [];
        seekBase64(data, 0, data.length, (at) => {
          places.push(at);
          return at;
        });
        if (encoded.replace(/=+$/, '').length >= MIN_RUN) expect(places.some((at) => at >= before.length)).toBe(true);
        const run = readRun(looks, data, before.length, 0, data.length);
        expect(run.start).toBe(before.length);
        const at = run.view!.data.indexOf(text);
        expect(at).toBeGreaterThanOrEqual(0);
        const [start, end] = placeIn(run.view!, at, at + text.length);
        expect(start).toBe(before.length);
        expect(Buffer.from(data.toString('latin1', start, end), 'base64').toString()).toBe(text);
      }),
      RUNS,
    );
  });

  it('UTF-16 comes back, at its place', () => {
    fc.assert(
      fc.property(chars(TEXT, 30, 200), surroundings, surroundings, (text, before, behind) => {
        const encoded = Buffer.from(text, 'utf16le').toString('base64');
        const data = Buffer.from(before + encoded + behind);
        const places: number[] = [];
        seekBase64(data, 0, data.length, (at) => {
          places.push(at);
          return at;
        });
        if (encoded.replace(/=+$/, '').length >= MIN_RUN) expect(places.some((at) => at >= before.length)).toBe(true);
        for (const at of [before.length, ...places.filter((place) => place < before.length + encoded.length - 16)]) {
          if (at < before.length) continue;
          const run = readRun(looks, data, at, 0, data.length);
          const found = run.view!.data.indexOf(text);
          expect(found).toBeGreaterThanOrEqual(0);
          const [start, end] = placeIn(run.view!, found, found + text.length);
          expect(start).toBe(before.length);
          const place = Buffer.from(data.toString('latin1', start, end), 'base64').toString('utf16le');
          expect(place.length).toBeGreaterThanOrEqual(text.length - 2);
          expect(text.startsWith(place)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('of a value comes back', () => {
    fc.assert(
      fc.property(chars(TOKEN, 12, 60), surroundings, surroundings, (text, before, behind) => {
        const encoded = Buffer.from(text).toString('base64');
        const data = Buffer.from(before + encoded + behind);
        const run = readValue(looks, data, before.length, before.length + encoded.length, 0, data.length);
        // A header of a JWT is left to the one who reads tokens.
        if (run?.view) expect(run.view.data.includes(text)).toBe(true);
        else expect(encoded.startsWith('ey')).toBe(true);
      }),
      RUNS,
    );
  });

  it('anything can be read', () => {
    fc.assert(
      fc.property(bytes, fc.nat(600), (data, place) => {
        const at = Math.min(place, Math.max(0, data.length - 1));
        for (const run of [
          readRun(looks, data, at, 0, data.length),
          readAnchored(looks, data, at, 0, data.length),
          readValue(looks, data, at, data.length, 0, data.length),
        ]) {
          if (!run) continue;
          expect(run.end).toBeGreaterThan(at);
          if (run.view) expect(isSane(run.view, data.length)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('has a longest text', () => {
    const data = Buffer.from(Buffer.from('some text '.repeat(50_000)).toString('base64'));
    expect(readRun(looks, data, 0, 0, data.length).view!.data.length).toBeLessThan(2 * MAX_DECODED);
  });
});

describe('escapes', () => {
  const hex = (char: string, digits: number): string => char.charCodeAt(0).toString(16).padStart(digits, '0');
  const WAYS: [Escape, (char: string) => string][] = [
    ['percent-encoding', (char) => `%${hex(char, 2)}`],
    ['percent-encoding', (char) => `%${hex(char, 2).toUpperCase()}`],
    ['string-escapes', (char) => `\\u${hex(char, 4)}`],
    ['string-escapes', (char) => `\\x${hex(char, 2)}`],
    ['html-entities', (char) => `&#${char.charCodeAt(0)};`],
    ['html-entities', (char) => `&#x${hex(char, 2)};`],
  ];

  it.each(WAYS)('%s: every character comes back, at its place', (encoding, write) => {
    fc.assert(
      fc.property(token, fc.infiniteStream(fc.boolean()), surroundings, surroundings, (text, choices, before, behind) => {
        const which = Array.from(text, (_, i) => i === 0 || choices.next().value === true);
        const encoded = Array.from(text, (char, i) => (which[i] ? write(char) : char)).join('');
        const data = Buffer.from(before + encoded + behind);
        expect(escapeAt(looks, data, before.length, data.length)).toBe(encoding);
        const { view } = unescape(data, before.length, before.length, encoding, 0, data.length);
        expectAt(view, text, before.length, before.length + encoded.length);
      }),
      RUNS,
    );
  });

  it('anything can be read', () => {
    fc.assert(
      fc.property(bytes, fc.nat(600), fc.constantFrom(...WAYS.map(([encoding]) => encoding)), (data, place, encoding) => {
        const at = Math.min(place, data.length);
        escapeAt(looks, data, at, data.length);
        expect(isSane(unescape(data, at, at, encoding, 0, data.length).view, data.length)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('quoted-printable', () => {
  const HEADER = 'Content-Transfer-Encoding: quoted-printable\n\n';

  it('every text comes back, wherever its lines are broken', () => {
    fc.assert(
      fc.property(chars(TEXT, 1, 200), fc.infiniteStream(fc.nat(9)), (text, choices) => {
        const encoded = Array.from(text, (char) => {
          const choice = choices.next().value;
          const code = char.charCodeAt(0);
          const plain = char === '=' || choice === 0 ? `=${code.toString(16).toUpperCase().padStart(2, '0')}` : char;
          return choice === 1 ? `=\n${plain}` : choice === 2 ? `= \r\n${plain}` : plain;
        }).join('');
        // A line that begins with two hyphens ends the part.
        fc.pre(!/\n--/.test(`\n${encoded}`));
        const data = Buffer.from(HEADER + encoded);
        const view = readPart(looks, data, HEADER.indexOf('quoted'), data.length);
        if (encoded === text) {
          expect(view).toBeUndefined();
          return;
        }
        expect(view!.data.toString('latin1')).toBe(text);
        expect(isSane(view!, data.length)).toBe(true);
      }),
      RUNS,
    );
  });

  it('anything can be read', () => {
    fc.assert(
      fc.property(bytes, fc.nat(600), (data, place) => {
        const view = readPart(looks, data, Math.min(place, data.length), data.length);
        if (view) expect(isSane(view, data.length)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('values in pieces', () => {
  const between = fc.constantFrom(
    '" + "',
    '"+"',
    "' . '",
    '" .. "',
    '" & "',
    '" ++ "',
    "' || '",
    '" +\n    "',
    '"\n  "',
    '" "',
    '\\\n',
  );

  it('come back joined, from the first to the last', () => {
    fc.assert(
      fc.property(
        fc.array(chars(TOKEN, 4, 30), { minLength: 2, maxLength: 6 }),
        between,
        surroundings,
        (pieces, seam, before) => {
          const [open, close] = seam.startsWith('\\') ? ['"', '"'] : [seam[0]!, seam[0]!];
          const text = pieces.join(seam);
          const data = Buffer.from(`${before}${open}${text}${close};\n`);
          const start = before.length + 1;
          const view = joinPieces(looks, data, start, tokenEnd(data, start, data.length), 0, data.length);
          expectAt(view, pieces.join(''), start, start + text.length);
        },
      ),
      RUNS,
    );
  });

  it('anything can be read', () => {
    fc.assert(
      fc.property(bytes, fc.nat(600), (data, place) => {
        const at = Math.min(place, data.length);
        const seam = seamAt(looks, data, 0, at, 0, data.length);
        const cut = cutAt(looks, data, at, 0, data.length);
        if (cut) expect(cut.from).toBeLessThan(cut.to);
        if (seam) expect(seam.next).toBeGreaterThan(at);
        const view = joinPieces(looks, data, 0, at, 0, data.length);
        if (view) expect(isSane(view, data.length)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('cutAt', () => {
  /** Whether a credential may be cut behind the first string. */
  function isCut(first: string, rest: string, last = ''): boolean {
    const data = Buffer.from(`x("${first}" +\n  "${rest}"${last});`);
    const at = data.indexOf('"', 3);
    return cutAt(new Looks(), data, at, 0, data.length) !== undefined;
  }

  it.each([
    ['gh', `p_${random(36, 'cut')}`],
    ['AK', 'IAIOSFODNN7QWERTY'],
    ['SG.', `${random(22, 'sg')}.${random(43, 'sg')}`],
    ['k', '550e8400-e29b-41d4-a716-446655440000'],
    ['k', 'deadbeefdeadbeef='],
    ['k', '12345678901234'],
    ['k', 'aWordThatGoesOn'],
    ['k', 'AllTheseWordsAreOn'],
    ['k', 'MFRGGZDFMZTWQ2LK'],
    ['k', 'MFRGGZDFMZTWQLKN'],
    ['k', `sha512${random(40, 'digest')}`],
  ])('takes %j and %j for pieces of one', (first, rest) => {
    expect(isCut(first, rest)).toBe(true);
  });

  it.each([
    ['n', 'Content-Transfer-Encoding'],
    ['n', 'POT-Creation-Date'.slice(4)],
    ['version', '1.0.2', ' "resolved"'],
    ['debug', '~2.16.9', ' "ms"'],
    ['path/', 'to/some/other/file.txt'],
    ['n', 'Plural-Forms'],
    ['n', 'MIME-Version'],
    ['n', 'submodule.alternateErrorStrategy'],
    ['yes', 'RestrictNamespaces=yes'],
    ['integrity', `sha512-${random(86, 'digest')}==`],
  ])('takes %j and %j for words', (first, rest, last = '') => {
    expect(isCut(first, rest, last)).toBe(false);
  });
});

describe('the decoder', () => {
  /** Tells everything to a decoder, and how many bytes it had scanned for it. */
  function work(data: Buffer): number {
    const decoder = new Decoder(new Looks());
    let scanned = 0;
    const tell = (view: Buffer): void => {
      seekBase64(view, 0, view.length, (at) => decoder.base64At(at));
      for (let at = 0; at < view.length; at += 7) {
        decoder.token(at);
        decoder.maybeEscape(at);
        decoder.given(at, { start: at, end: Math.min(view.length, at + 40) });
      }
    };
    decoder.begin(data, 0, data.length);
    tell(data);
    decoder.run(
      [],
      (view) => {
        scanned += view.length;
        tell(view);
        return [];
      },
      () => 0,
    );
    return scanned;
  }

  it('takes anything, and stops', () => {
    fc.assert(
      fc.property(bytes, (data) => {
        expect(work(data)).toBeLessThanOrEqual(BUDGET);
      }),
      RUNS,
    );
  });

  it.each([
    ['escapes', '%41%42'.repeat(100_000)],
    ['base64', Buffer.from('text and more text, '.repeat(30_000)).toString('base64')],
    ['pieces', `${'"abcdefgh" + '.repeat(60_000)}"x"`],
  ])('decodes no more than its budget of many %s', (_, text) => {
    const scanned = work(Buffer.from(text));
    expect(scanned).toBeGreaterThan(0);
    expect(scanned).toBeLessThanOrEqual(BUDGET);
  });
});
