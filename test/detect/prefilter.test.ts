import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literalData } from '../../src/detect/literals.ts';
import { FIRST_PIECE, type Literal, MAX_LEAD, MAX_LITERAL, SEAMS, type Prefilter } from '../../src/detect/prefilter.ts';
import { JsPrefilter } from '../../src/detect/prefilter-js.ts';
import { WasmPrefilter } from '../../src/detect/prefilter-wasm.ts';
import { Core, partSize } from '../../src/wasm/core.ts';

/** What the prefilter must find, the plain way. */
function naive(literals: readonly Literal[], data: Buffer, start: number, end: number, from: number, to: number): string[] {
  const out: string[] = [];
  for (const [index, literal] of literals.entries()) {
    for (let at = Math.max(from, start); at < to && at + literal.text.length <= end; at++) {
      let text = data.toString('latin1', at, at + literal.text.length);
      // ASCII letters only: a byte above 0x7f is no letter here.
      if (literal.fold) text = text.replace(/[A-Z]/g, (char) => char.toLowerCase());
      if (text === literal.text && guarded(literal, data, at, start, end)) out.push(`${index}@${at}`);
    }
  }
  return out.sort();
}

/** What a literal wants around it, read from its description. */
function guarded({ text, tail, behind, edge }: Literal, data: Buffer, at: number, start: number, end: number): boolean {
  if (behind !== undefined) {
    const seen = data.toString('latin1', at + text.length, Math.min(at + MAX_LITERAL, end));
    const [first] = seen.replace(/^[ \t\n\r]+/, '');
    if (first === undefined ? seen.length < MAX_LITERAL - text.length : !behind.includes(first)) return false;
  } else if (tail) {
    const [bytes, count] = tail;
    const rest = data.toString('latin1', at + text.length, Math.min(at + text.length + count, end));
    const whole = Array.from(rest).findIndex((char) => !bytes.includes(char));
    if (whole < 0 ? rest.length < count : whole < FIRST_PIECE || !SEAMS.includes(rest[whole]!)) return false;
  }
  if (edge === undefined || at - edge <= start) return true;
  const before = data.toString('latin1', Math.max(start, at - edge - 6), at - edge);
  return !/[A-Za-z0-9_]$/.test(before) || /m$|\\.$|%..$|\\...$|\\.....$/s.test(before);
}

function found(prefilter: Prefilter, data: Buffer, start: number, end: number, ...ranges: number[]): string[] {
  const out: string[] = [];
  const pairs = Int32Array.from(ranges);
  prefilter.scan(data, start, end, { pairs, count: pairs.length / 2 }, (literal, at) => out.push(`${literal}@${at}`));
  return out.sort();
}

const letter = fc.constantFrom(...'aAbB_-3\xe4m%\\ \n'.split(''));
const text = (min: number, max: number) => fc.array(letter, { minLength: min, maxLength: max }).map((all) => all.join(''));
const literal = fc
  .record(
    {
      text: text(3, 9),
      fold: fc.boolean(),
      edge: fc.nat(MAX_LEAD),
      behind: fc.constantFrom('aAbB', '3\xe4'),
      tail: fc.tuple(fc.constantFrom('aAbB', 'a3\xe4', 'aAbB_-3\xe4'), fc.integer({ min: 1, max: MAX_LITERAL - 9 })),
    },
    { requiredKeys: ['text', 'fold'] },
  )
  .map((literal): Literal => {
    const { text, fold } = literal;
    return Object.assign(literal, { text: fold ? text.replace(/[A-Z]/g, (char) => char.toLowerCase()) : text });
  });

/** With some of the memory that is scanned where it is. */
function wasm(literals: readonly Literal[], bytes = 0): { prefilter: WasmPrefilter; buffer: Buffer } {
  const data = literalData(literals);
  const core = new Core(WasmPrefilter.size(data) + partSize(bytes));
  return { prefilter: new WasmPrefilter(core, data), buffer: core.take(bytes) };
}

const ENGINES: [string, (literals: readonly Literal[]) => Prefilter][] = [
  ['JavaScript', (literals) => new JsPrefilter(literalData(literals))],
  ['WebAssembly', (literals) => wasm(literals).prefilter],
];

describe.each(ENGINES)('the prefilter in %s', (_, make) => {
  it('finds what a naive search finds, whatever the alignment of the memory, the borders and the ranges', () => {
    fc.assert(
      fc.property(
        fc.array(literal, { minLength: 1, maxLength: 12 }),
        text(0, 120),
        fc.nat(9),
        fc.nat(130),
        fc.nat(130),
        (literals, body, shift, a, b) => {
          const memory = Buffer.from(new ArrayBuffer(shift + body.length + (a % 5)), shift, body.length);
          memory.write(body, 'latin1');
          const [from, to] = [Math.min(a, b, body.length), Math.min(Math.max(a, b), body.length)];
          const prefilter = make(literals);
          expect(found(prefilter, memory, 0, body.length, 0, body.length)).toEqual(
            naive(literals, memory, 0, body.length, 0, body.length),
          );
          expect(found(prefilter, memory, 0, body.length, from, to)).toEqual(naive(literals, memory, 0, body.length, from, to));
          expect(found(prefilter, memory, from, to, from, to)).toEqual(naive(literals, memory, from, to, from, to));
          const rest = naive(literals, memory, 0, body.length, 0, from).concat(
            naive(literals, memory, 0, body.length, to, body.length),
          );
          expect(found(prefilter, memory, 0, body.length, 0, from, to, body.length)).toEqual(rest.sort());
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('finds a literal that ends the data, whose next byte would be behind it', () => {
    for (const body of ['xeyJ', 'xxeyJ', 'xxxeyJ', 'xxxxeyJ', 'eyJ']) {
      const data = Buffer.from(body);
      expect(found(make([{ text: 'eyJ', fold: false }]), data, 0, data.length, 0, data.length)).toEqual([`0@${body.length - 3}`]);
    }
  });

  it('keeps to the bytes that can stand before and after a short literal only as far as to skip faster', () => {
    const prefilter = make([{ text: 'SG.', fold: false, prev: ' "', next: 'ab' }]);
    for (const body of [' SG.a', 'x SG.a', '"SG.b', 'xx"SG.b']) {
      const data = Buffer.from(body);
      expect(found(prefilter, data, 0, data.length, 0, data.length), body).toHaveLength(1);
    }
  });

  it('finds the same whatever stands beside the data', () => {
    for (const beside of [{}, { prev: ' "' }, { next: 'ab' }, { prev: ' "', next: 'ab' }]) {
      const prefilter = make([{ text: 'SG.', fold: false, ...beside }]);
      for (const lead of ['', 'x', 'xx', 'xxx']) {
        const at = lead.length + 1;
        const results = [' a', '"b', 'xx', '\xff\xff', '\0\0'].map((junk) => {
          const data = Buffer.from(`${lead}${junk[0]}SG.${junk[1]}`, 'latin1');
          return found(prefilter, data, at, at + 3, at, at + 3);
        });
        expect(new Set(results.map(String)).size).toBe(1);
      }
    }
  });

  it('finds what stands across the pieces in which foreign memory is copied', () => {
    const data = Buffer.alloc(3_300_000, '.');
    const places: string[] = [];
    for (let at = 5; at + 10 < data.length; at += 1021) {
      places.push(`0@${at}`);
      data.write('needle_', at);
    }
    expect(found(make([{ text: 'needle_', fold: false }]), data, 0, data.length, 0, data.length)).toEqual(places.sort());
  });

  it('refuses a literal too short to hash', () => {
    expect(() => make([{ text: 'ab', fold: false }])).toThrow(/three to/);
  });
});

describe('the memory of WebAssembly', () => {
  it('takes any number of ranges', () => {
    const { prefilter, buffer } = wasm([{ text: 'needle', fold: true }], 200_000);
    const data = buffer.fill('.');
    const ranges: number[] = [];
    const places: string[] = [];
    for (let at = 3; at + 40 < data.length; at += 37) {
      data.write('needle', at);
      if (at % 3 === 0) continue;
      places.push(`0@${at}`);
      ranges.push(at, at + 20);
    }
    expect(found(prefilter, data, 0, data.length, ...ranges)).toEqual(places.sort());
  });

  it('finds in ranges that touch or nearly do what a naive search finds in each', () => {
    fc.assert(
      fc.property(
        fc.array(literal, { minLength: 1, maxLength: 12 }),
        text(0, 400),
        fc.array(fc.tuple(fc.nat(20), fc.nat(40)), { minLength: 1, maxLength: 20 }),
        (literals, body, steps) => {
          const { prefilter, buffer } = wasm(literals, 512);
          buffer.fill('.').write(body, 64, 'latin1');
          const data = buffer.subarray(64, 64 + body.length);
          const ranges: number[] = [];
          const places: string[] = [];
          let at = 0;
          for (const [gap, length] of steps) {
            const from = Math.min(at + gap, body.length);
            at = Math.min(from + length, body.length);
            ranges.push(from, at);
            places.push(...naive(literals, data, 0, body.length, from, at));
          }
          expect(found(prefilter, data, 0, body.length, ...ranges)).toEqual(places.sort());
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is scanned in place, whatever was there before', () => {
    const { prefilter, buffer: data } = wasm([{ text: 'needle', fold: true }], 4096);
    for (const body of ['a needle, a NEEDLE', 'x', 'needle']) {
      data.write(body, 64);
      const end = 64 + body.length;
      expect(found(prefilter, data, 64, end, 64, end)).toEqual(naive([{ text: 'needle', fold: true }], data, 64, end, 64, end));
    }
  });

  it('holds any number of finds', () => {
    const { prefilter, buffer } = wasm([{ text: 'aaa', fold: true }], 200_000);
    buffer.fill('a');
    let count = 0;
    const ranges = { pairs: Int32Array.from([0, 100, 100, 150_000, 150_001, 200_000]), count: 3 };
    prefilter.scan(buffer, 0, 200_000, ranges, () => count++);
    expect(count).toBe(199_997);
  });
});
