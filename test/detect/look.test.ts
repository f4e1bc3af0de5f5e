/**
 * Every look tells on which bytes its outcome depends. Here they are held to it: the look is repeated where just these bytes
 * stand among others, and must come to the same.
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Detector } from '../../src/detect/engine.ts';
import type { Hit } from '../../src/detect/hit.ts';
import { LOOK, Looks } from '../../src/detect/look.ts';
import { Recall } from '../../src/detect/recall.ts';
import { MIN_RUN } from '../../src/detect/decode/base64.ts';
import { guardBefore, guardBehind } from '../../src/detect/prefilter.ts';
import { loadCatalogue } from '../../src/rules/catalogue.ts';
import { expandExamples } from '../../src/rules/examples.ts';
import { parseRules } from '../../src/rules/load.ts';
import { parseServices } from '../../src/rules/services.ts';

const catalogue = loadCatalogue();
const detector = new Detector(catalogue);
const NOTHING = { pairs: new Int32Array(0), count: 0 };
const none = new Looks();
const repeats = new Looks();

// Looks are made, not recalled: of those at one token only the first one tells what it reads behind that.
beforeAll(() => void vi.spyOn(Recall.prototype, 'knows').mockReturnValue(false));
afterAll(() => void vi.restoreAllMocks());

/** What stands around: whatever ends, begins or continues something in some language. */
const VALUE = ['k9Jx2mQv', '8zR4tW7p'].join('');
const AROUND = [
  '\n',
  ' ',
  'a',
  '0',
  '"',
  "'",
  '\\',
  '=',
  ':',
  '(',
  '/',
  '{',
  '}',
  '-----',
  '%2f',
  '\\u003d',
  '&#61;',
  '" + "',
  '\\n',
  'QUJD',
  ` = "${VALUE}"\n`,
  `: ${VALUE}\n`,
  `", "value": "${VALUE}"}`,
  `', '${VALUE}')`,
  `>${VALUE}</`,
  ` As String = "${VALUE}"`,
  `token="${VALUE}" `,
  `, default = "${VALUE}"`,
  `${VALUE}.`,
  ` is ${VALUE} `,
  'curl http://x.corp.net ',
  '\nalg: ',
];

const FILLERS = AROUND.map((around) => Buffer.from(around.repeat(Math.ceil(700 / around.length))));

/** The hits of one look, with offsets from `origin` on, and on which bytes they and the look depend. */
function repeat(data: Buffer, kind: number, at: number, origin: number): { told: string; from: number; to: number } {
  repeats.clear(0, data.length);
  repeats.add(kind, at, 0, 0);
  const hits = detector.scan(data, 0, data.length, { ranges: NOTHING, wide: NOTHING, looks: none, repeats, hits: [] });
  let [from, to] = [Infinity, -Infinity];
  const { looks } = detector;
  for (let i = 0; i < LOOK * looks.count; i += LOOK) {
    from = Math.min(from, looks.data[i + 2]!);
    to = Math.max(to, looks.data[i + 3]!);
  }
  for (const hit of hits) {
    from = Math.min(from, hit.from);
    to = Math.max(to, hit.to);
  }
  return { told: JSON.stringify(hits.map((hit) => shifted(hit, origin))), from, to };
}

function shifted(hit: Hit, by: number): object {
  return { ...hit, start: hit.start - by, end: hit.end - by, from: undefined, to: undefined };
}

/** Looks at all of a text, then at each of its looks alone; gives how many there were. */
function isolate(data: Buffer): number {
  detector.scan(data, 0, data.length);
  const all = detector.looks.data.slice(0, LOOK * detector.looks.count);
  for (let i = 0; i < all.length; i += LOOK) {
    const [kind, at] = [all[i]!, all[i + 1]!];
    const { told, from, to } = repeat(data, kind, at, 0);
    for (const [k, around] of AROUND.entries()) {
      const filler = FILLERS[k]!;
      const before = from === 0 ? Buffer.alloc(0) : filler;
      const behind = to === data.length ? Buffer.alloc(0) : filler;
      const moved = Buffer.concat([before, data.subarray(from, to), behind]);
      const shift = before.length - from;
      const again = repeat(moved, kind, at + shift, shift).told;
      if (again !== told) {
        const name = kind < 0 ? 'base64' : literal(kind);
        expect.fail(
          `${name} at ${at} says it depends on ${from}-${to}, but not so among ${JSON.stringify(around)} in ${JSON.stringify(data.toString('latin1', Math.max(0, from - 100), to + 100))}: ${told} became ${again}`,
        );
      }
    }
  }
  return all.length / LOOK;
}

function literal(kind: number): string {
  const { pool, starts } = catalogue.tables.literals;
  return JSON.stringify(Buffer.from(pool.subarray(starts[kind], starts[kind + 1])).toString('latin1'));
}

const FOLDER = new URL('../../patterns/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
const SERVICES = 'services/services.yaml';
const FILES = [
  ...readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parseRules(read(name), name).file),
  ...parseServices(read(SERVICES), SERVICES).map((service) => service.rules.file),
];

describe('what a look comes to follows from the bytes that it tells', () => {
  it('in the examples of all rules', { timeout: 240_000 }, () => {
    let looks = 0;
    for (const file of FILES) {
      for (const rule of file.rules) {
        const { match, miss } = expandExamples(rule, file.rules);
        for (const { text } of [...match, ...miss]) looks += isolate(Buffer.from(`one line\n  ${text}\nanother line\n`));
      }
    }
    expect(looks).toBeGreaterThan(10_000);
  });
});

it('a change reaches as far as an anchor with all that must stand around it, and as the shortest base64', () => {
  const { guards, starts } = catalogue.tables.literals;
  for (const [i, guard] of guards.entries()) {
    expect(guardBefore(guard)).toBeLessThanOrEqual(detector.reach.behind);
    expect(starts[i + 1]! - starts[i]! + guardBehind(guard)).toBeLessThanOrEqual(detector.reach.before);
  }
  expect(MIN_RUN).toBeLessThanOrEqual(detector.reach.around);
});

describe('Looks', () => {
  const places = (max: number) => fc.array(fc.nat(1000), { maxLength: max });
  const table = (at: readonly number[]): Looks => {
    const looks = new Looks();
    for (const [i, place] of at.entries()) looks.add(i, place, place - i, place + i);
    return looks;
  };
  const listed = ({ data, count }: Looks): number[][] =>
    Array.from({ length: count }, (_, i) => Array.from(data.subarray(LOOK * i, LOOK * (i + 1))));

  it.each([10, 300])('puts up to %d in the order of their places, and keeps the order of those at one place', (most) => {
    fc.assert(
      fc.property(places(most), (at) => {
        const looks = table(at);
        const expected = listed(looks).toSorted((a, b) => a[1]! - b[1]!);
        looks.sort();
        expect(listed(looks)).toEqual(expected);
      }),
    );
  });

  it.each([10, 300])('joins up to %d in order', (most) => {
    fc.assert(
      fc.property(places(most), places(most), (mine, others) => {
        const looks = table(mine);
        looks.sort();
        const expected = [...listed(looks), ...listed(table(others))].toSorted((a, b) => a[1]! - b[1]!);
        looks.merge(table(others));
        expect(listed(looks)).toEqual(expected);
      }),
    );
  });
});
