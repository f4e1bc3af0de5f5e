import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '../../src/report/index.ts';
import { build, hostile, random, rich } from './builder.ts';

/** A plain reader of RFC 4180. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  for (const row of text.split('\r\n').slice(0, -1)) {
    expect(row).toMatch(/^"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*$/);
    rows.push(Array.from(row.matchAll(/"((?:[^"]|"")*)"/g), (match) => match[1]!.replaceAll('""', '"')));
  }
  return rows;
}

describe('CSV', () => {
  it('has a row a location, then what was not scanned', async () => {
    const { report, context } = rich();
    const [header, ...rows] = read(await render('csv', report, context));
    const column = (name: string) => rows.map((row) => row[header!.indexOf(name)]);
    expect(column('path')).toEqual([
      'config/app.env',
      'src/ü b.ts',
      'test/fixture.txt',
      'config/app.env',
      'old/session.json',
      '',
      '',
    ]);
    expect(column('line').slice(0, 2)).toEqual(['2', '3']);
    expect(column('rule').slice(-2)).toEqual(['coverage', 'coverage']);
    expect(column('title').slice(-2)).toEqual(['Gap', 'Not scanned']);
    for (const row of rows) expect(row).toHaveLength(header!.length);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＠x'])('begins no cell as a formula: %j', async (path) => {
    const secret = random('c', 40);
    const { report, context } = build([{ secret, at: [[path, 1, secret]] }]);
    const cells = read(await render('csv', report, context)).flat();
    for (const text of cells) expect(text).not.toMatch(/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/);
    expect(cells.some((text) => text.endsWith(path.trim()))).toBe(true);
  });

  it('holds any path in one cell', async () => {
    const secret = random('c', 40);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (path) => {
        const { report, context } = build([{ secret, at: [[path, 1, secret]] }]);
        const rows = read(await render('csv', report, context));
        expect(rows).toHaveLength(2);
        expect(rows[1]).toHaveLength(rows[0]!.length);
      }),
    );
  });

  it('survives hostile text', async () => {
    const { report, context } = hostile();
    expect(read(await render('csv', report, context))).toHaveLength(3);
  });
});
