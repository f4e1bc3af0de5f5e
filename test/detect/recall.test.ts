import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Detector } from '../../src/detect/engine.ts';
import { type Hit, hitOf, movedHit } from '../../src/detect/hit.ts';
import { Recall } from '../../src/detect/recall.ts';
import { loadCatalogue } from '../../src/rules/catalogue.ts';
import { Core } from '../../src/wasm/core.ts';
import { githubPat, random } from '../helpers/tokens.ts';

const ROOM = 1 << 16;
/** What looks depend on stands between the brackets, mostly. */
const TEXT = '0123456789<abcd-efghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQR>0123456789';
const pat = githubPat('recall');
const encoded = Buffer.from(`TOKEN=${pat}`).toString('base64');

/** Names, values, and what makes the outcome of a look depend on others: pieces, escapes, base64, long tokens. */
const PIECES = [
  'password = ',
  'password: ',
  '"api_key": ',
  'twilio_token ',
  'github ',
  'secret_key_base',
  `"${random(20, 'recall')}"`,
  '"changeme"',
  '"hunter42x"',
  random(40, 'bare'),
  pat,
  pat.slice(0, 20),
  pat.slice(20),
  `"${pat.slice(0, 20)}" "${pat.slice(20)}"`,
  `"${pat.slice(0, 20)}" +\n  "${pat.slice(20)}"`,
  encoded,
  `'${encoded.slice(0, 30)}' +\n '${encoded.slice(30)}'`,
  `https://user:${random(12, 'url')}@example.org/`,
  `token%3D${pat}`,
  'pass%77ord',
  '\\u0022',
  '&quot;',
  'x'.repeat(60),
  '"words" "in" "pieces"\n',
  '" "',
  ' ',
  '\n',
  '\n\n',
  '= ',
  '://',
  ', ',
];

describe('what a detector recalls', () => {
  it('changes nothing in what it finds', () => {
    const detector = new Detector(loadCatalogue(), ROOM);
    const plain = new Detector(loadCatalogue());
    const held = detector.core.take(ROOM / 2);
    const text = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(''));
    const original: (this: Recall, ...place: Parameters<Recall['knows']>) => boolean = Object.getOwnPropertyDescriptor(
      Recall.prototype,
      'knows',
    )!.value;
    const recalled = { looks: 0, hits: 0 };
    const knows = vi.spyOn(Recall.prototype, 'knows').mockImplementation(function (this: Recall, ...place) {
      const known = original.apply(this, place);
      if (known) recalled.looks++;
      if (known && this.hits.length > 0) recalled.hits++;
      return known;
    });
    fc.assert(
      // What stands beside the text is no part of it.
      fc.property(text, fc.constantFrom('', ...PIECES), fc.constantFrom('', ...PIECES), (all, before, behind) => {
        const start = held.fill(0).write(before, 'latin1');
        const end = start + held.write(all, start, 'latin1');
        held.write(behind, end, 'latin1');
        const shifted = plain.scan(Buffer.from(all, 'latin1'), 0, end - start);
        for (const hit of shifted) for (const place of ['start', 'end', 'from', 'to'] as const) hit[place] += start;
        expect(detector.scan(held, start, end)).toEqual(shifted);
      }),
      { numRuns: 3_000 },
    );
    knows.mockRestore();
    expect(recalled.looks).toBeGreaterThan(500);
    expect(recalled.hits).toBeGreaterThan(100);
  });
});

describe('Recall', () => {
  const core = new Core(Recall.size + 4_096);
  const recall = new Recall(core);
  const data = core.take(1_024);
  const start = data.byteOffset;
  const write = (text: string): number => start + data.fill(0).write(text, 'latin1');

  it.each([
    ['the same', TEXT, true],
    ['others far beside them', '..........<abcd-efghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQR>..........', true],
    ['another one first', '0123456789[abcd-efghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQR>0123456789', false],
    ['another one last', '0123456789<abcd-efghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQR]0123456789', false],
    ['another one in between', '0123456789<abcd-efghIjklmnopqrstuvwxyzABCDEFGHIJKLMNOPQR>0123456789', false],
    ['another one near the end', '0123456789<abcd-efghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPqR>0123456789', false],
  ])('knows a look by all bytes that it depends on: %s', (_, text, known) => {
    const end = write(TEXT);
    const at = start + 19;
    recall.keep({ kind: 7, at, from: start + 10, to: end - 10, start, end });
    write(text);
    expect(recall.knows(7, at, start, end)).toBe(known);
    if (known) expect([recall.before, recall.length]).toEqual([9, 47]);
    expect(recall.knows(8, at, start, end)).toBe(false);
    expect(recall.knows(7, at + 1, start, end)).toBe(false);
    // Where the data begins or ends with these bytes is not known.
    expect(recall.knows(7, at, start + 10, end)).toBe(false);
    expect(recall.knows(7, at, start, end - 10)).toBe(false);
    expect(recall.knows(7, at, start + 9, end - 9)).toBe(known);
  });

  it.each([
    ['both ends', 0, 0],
    ['its beginning', 0, 10],
    ['its end', 10, 0],
  ])('knows a look that depends on %s of the data only where they are these', (_, before, behind) => {
    const end = write(TEXT);
    const kind = 20 + before + 2 * behind;
    recall.keep({ kind, at: start + 19, from: start + before, to: end - behind, start, end });
    const knows = (by: number, from: number, to: number): boolean => recall.knows(kind, start + 19 + by, from, to);
    expect(knows(0, start, end)).toBe(true);
    expect([recall.before, recall.length]).toEqual([19 - before, end - start - before - behind]);
    // What stands beside the data is none of it, and what is not seen of it does not matter.
    const later = write(`......${TEXT}......`);
    const [from, to] = [start + 6, later - 6];
    expect(knows(6, from, to)).toBe(true);
    for (const by of [-4, -1, 1, 4]) {
      expect(knows(6, from + by, to)).toBe(before > 0);
      expect(knows(6, from, to + by)).toBe(behind > 0);
    }
  });

  it('knows what was found, wherever it stands now', () => {
    const end = write(TEXT);
    const hit = Object.assign(hitOf(3, 12, 20, 'high', []), { from: 10, to: 40 });
    recall.keep({ kind: 5, at: start + 19, from: start + 10, to: end - 10, start, end }, [hit], 19);
    expect(recall.knows(5, start + 19, start, end)).toBe(true);
    expect(recall.hits.map((one) => movedHit(one, 19))).toEqual([hit]);
    const later = write(`......${TEXT}`);
    expect(recall.knows(5, start + 25, start, later)).toBe(true);
    expect(recall.hits.map(({ start: from, to }) => [from, to])).toEqual([[-7, 21]]);
    recall.keep({ kind: 6, at: start + 25, from: start + 16, to: later - 10, start, end: later });
    expect(recall.knows(6, start + 25, start, later)).toBe(true);
    expect(recall.hits).toEqual([]);
  });

  it('does not know a look that is open, but that it is', () => {
    const end = write(TEXT);
    const look = { kind: 60, at: start + 19, from: start + 10, to: end - 10, start, end };
    expect([recall.knows(60, look.at, start, end), recall.isOpen]).toEqual([false, false]);
    recall.keepOpen(look);
    expect([recall.knows(60, look.at, start, end), recall.isOpen]).toEqual([false, true]);
    expect([recall.knows(61, look.at, start, end), recall.isOpen]).toEqual([false, false]);
    recall.keep({ ...look, kind: 61 });
    expect([recall.knows(61, look.at, start, end), recall.isOpen]).toEqual([true, false]);
  });

  it('knows a short look whatever stands behind it', () => {
    const end = write('committer GitHub <noreply@github.com> 1767885080 -0500');
    recall.keep({ kind: 40, at: start + 26, from: start + 25, to: start + 37, start, end });
    expect(recall.knows(40, start + 26, start, write('committer GitHub <noreply@github.com> 1812345678 +0100'))).toBe(true);
    expect(recall.knows(40, start + 26, start, write('committer GitHub <noreply@github.org> 1767885080 -0500'))).toBe(false);
  });

  it('knows the latest of many looks that have one hash, mostly', () => {
    // What differs stands too far behind the place to count.
    const writeNumber = (n: number): number => write(`${TEXT}${`${n}`.padStart(6, '0')}<`);
    const end = writeNumber(0);
    const many = Array.from({ length: 500 }, (_, n) => n);
    for (const n of many) {
      writeNumber(n);
      recall.keep({ kind: 50, at: start + 19, from: start + 10, to: end - 1, start, end });
    }
    const known = many.filter((n) => recall.knows(50, start + 19, start, writeNumber(n)));
    expect(known.at(-1)).toBe(499);
    expect(known.length).toBeGreaterThan(20);
    expect(known.filter((n) => n >= 400).length).toBeGreaterThan(15);
  });

  it('forgets all when there is no room left, and goes on', () => {
    const hit = (n: number): Hit => hitOf(n, 0, 1, 'high', []);
    const knows = (n: number): boolean => recall.knows(1, start + 500, start, writeNumber(n));
    const writeNumber = (n: number): number => write(`${n}`.padStart(505, '#').padEnd(1_010, '#'));
    for (let n = 0; n < 28_000; n++) {
      const end = writeNumber(n);
      recall.keep({ kind: 1, at: start + 500, from: start + 5, to: end - 5, start, end }, n % 3 === 0 ? [] : [hit(n)]);
      if (n === 100) expect(knows(0)).toBe(true);
    }
    expect(knows(0)).toBe(false);
    for (let n = 27_900; n < 28_000; n++) {
      expect(knows(n)).toBe(true);
      expect(recall.hits).toEqual(n % 3 === 0 ? [] : [hit(n)]);
    }
  });
});
