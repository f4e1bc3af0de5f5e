import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ObjectScanner } from '../../src/pipeline/objects.ts';
import { commonEnds, KEPT, VersionScanner } from '../../src/pipeline/versions.ts';
import { loadCatalogue } from '../../src/rules/catalogue.ts';
import { githubPat, random } from '../helpers/tokens.ts';

const LINES = [
  `token = "${githubPat('versions')}"`,
  `password: ${random(16, 'versions')}`,
  `data: ${Buffer.from(`GITHUB_TOKEN=${githubPat('inside')}`).toString('base64')}`,
  `"${githubPat('pieces').slice(0, 20)}" + "${githubPat('pieces').slice(20)}"`,
  'AWS_SECRET_ACCESS_KEY =',
  random(40, 'key'),
  'an ordinary line',
  '',
  'x'.repeat(3_000),
];

describe('VersionScanner', () => {
  it('finds in every version what a scan of all of it finds', () => {
    const scanner = new ObjectScanner(loadCatalogue());
    // What it looked at before is recalled.
    const scan = new VersionScanner(scanner);
    const plain = new ObjectScanner(loadCatalogue());
    let run = 0;
    const line = fc.constantFrom(...LINES);
    /** Where lines are taken away and put in, as a part of all. */
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      out: fc.nat(3),
      lines: fc.array(line, { maxLength: 3 }),
    });
    const versions = fc.tuple(fc.array(line, { maxLength: 12 }), fc.array(change, { maxLength: 8 }));
    fc.assert(
      fc.property(versions, fc.boolean(), ([first, changes], wide) => {
        run++;
        let lines = first;
        for (const [number, { at, out, lines: put }] of [{ at: 0, out: 0, lines: [] as string[] }, ...changes].entries()) {
          lines = lines.toSpliced(Math.floor(at * lines.length), out, ...put);
          const data = Buffer.from(lines.join('\n'), wide && number % 3 === 2 ? 'utf16le' : 'latin1');
          const told = (hits: Parameters<ObjectScanner['matches']>[3]): unknown => plain.matches(data, 0, data.length, hits, 'a');
          const hits = scan.scan(`${run} ${number}`, data, [`${run} ${number - 1}`]);
          expect(told(hits)).toEqual(told(plain.scan(data, 0, data.length)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keeps no more than it may, and finds the same without what is gone', () => {
    const scanner = new ObjectScanner(loadCatalogue());
    const scan = new VersionScanner(scanner);
    const text = Buffer.from('words in a line\n'.repeat(1 << 19));
    // Of eight versions of 8 MB the first is gone.
    for (let i = 0; i < 12; i++) {
      const data = Buffer.concat([text, Buffer.from(`${LINES[0]} ${i}\n`)]);
      expect(scan.scan(`${i}`, data, [`${i - 9}`])).toHaveLength(scanner.scan(data, 0, data.length).length);
      expect(scan.bytes).toBeLessThanOrEqual(KEPT);
      expect(scan.bytes).toBeGreaterThan(Math.min(i, 6) * text.length);
    }
  });
});

it.each([
  ['', '', []],
  ['abc', 'abc', [0, 0, 3]],
  ['abc', 'xyz', []],
  ['ab-yz', 'ab-+-yz', [0, 0, 3, 5, 3, 2]],
  ['aaa', 'aa', [0, 0, 2]],
  ['aa', 'aaa', [0, 0, 2]],
  ['xab', 'ab', [0, 1, 2]],
  [`${'a'.repeat(5_000)}1${'b'.repeat(5_000)}`, `${'a'.repeat(5_000)}22${'b'.repeat(5_000)}`, [0, 0, 5_000, 5_002, 5_001, 5_000]],
])('commonEnds %#', (base, data, runs) => {
  expect([...commonEnds(Buffer.from(base), Buffer.from(data)).data]).toEqual(runs);
});
