import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyOutcome, FileScanner, OVERLAP } from '../../src/pipeline/file.ts';
import { loadCatalogue } from '../../src/rules/catalogue.ts';
import { CAPACITY } from '../../src/sources/reader.ts';
import { githubPat, jwt, privateKey } from '../helpers/tokens.ts';

const scanner = new FileScanner(loadCatalogue(), { maxFileSize: Infinity });
const folder = mkdtempSync(join(tmpdir(), 'bearertrap-chunks-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SIZE = 2 * CAPACITY - OVERLAP + 5000;
const LINE = `${'a line of text without any secret '.repeat(3)}\n`;

/** A file of lines, large enough for two chunks, with a text at an offset. @returns what is found, and where */
function scan(at: number, text: string, encoding: 'latin1' | 'utf16le' = 'latin1'): string[] {
  const content = Buffer.alloc(SIZE, LINE, encoding);
  if (encoding === 'utf16le') content.writeUInt16LE(0xfeff, 0);
  content.write(text, at, encoding);
  const path = join(folder, 'large.txt');
  writeFileSync(path, content);
  const outcome = emptyOutcome();
  expect(scanner.scan({ path: 'large.txt', open: path, explicit: true }, outcome, true)).toBe(true);
  expect(outcome).toMatchObject({ files: 1, bytes: SIZE, skipped: [] });
  return outcome.matches.map(({ rule, secret, location: { offset, length, startLine, startColumn } }) => {
    const lines = content.toString(encoding, 0, offset).split('\n');
    expect([startLine, startColumn]).toEqual([lines.length, lines.at(-1)!.replace('\ufeff', '').length + 1]);
    return `${rule} ${secret.length} ${offset}+${length}`;
  });
}

describe('a file larger than the memory it is read into', () => {
  it('gives a token wherever the border of two chunks cuts it, once, at its place', { timeout: 120_000 }, () => {
    const token = githubPat();
    // The next chunk begins OVERLAP before the end of the first; each finds what begins in its own half of that.
    for (const border of [CAPACITY, CAPACITY - OVERLAP, CAPACITY - OVERLAP / 2]) {
      for (let cut = -2; cut <= token.length + 2; cut += border === CAPACITY - OVERLAP / 2 ? 3 : 14) {
        const at = border - cut;
        expect(scan(at - 1, ` ${token} `), `cut at ${cut}`).toEqual([`github-pat 40 ${at}+40`]);
      }
    }
  });

  it('gives what takes up most of the overlap', () => {
    const secret = jwt({ iss: 'https://issuer.corp.net/', data: 'x'.repeat(30_000) });
    for (const border of [CAPACITY, CAPACITY - OVERLAP, CAPACITY - OVERLAP / 2]) {
      for (const part of [0.1, 0.5, 0.9]) {
        const at = Math.round(border - part * secret.length);
        expect(scan(at - 1, ` ${secret} `)).toEqual([`jwt ${secret.length} ${at}+${secret.length}`]);
      }
    }
  });

  it('gives a key of many lines across the border', () => {
    const key = privateKey().trim();
    const [found] = scan(CAPACITY - OVERLAP / 2 - 70, `\n${key}\n`);
    expect(found).toMatch(new RegExp(`^private-key\\S* ${key.length} ${CAPACITY - OVERLAP / 2 - 69}\\+${key.length}$`));
  });

  it('of UTF-16 gives a token across the border', () => {
    const token = githubPat();
    for (const cut of [0, 1, 20, 39, 40]) {
      const at = CAPACITY - OVERLAP / 2 - 2 * cut;
      const [found, ...more] = scan(at - 2, ` ${token} `, 'utf16le');
      expect(more).toEqual([]);
      expect(found).toMatch(new RegExp(`^github-pat 40 ${at}\\+80$`));
    }
  });
});
