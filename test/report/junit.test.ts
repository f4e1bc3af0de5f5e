import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayPath } from '../../src/path.ts';
import { render } from '../../src/report/index.ts';
import { build, hostile, random, rich } from './builder.ts';
import { readXml } from './markup.ts';

describe('JUnit', () => {
  it('has a failure a finding, a skip an accepted one, and an error for gaps', async () => {
    const { report, context } = rich();
    const elements = readXml(await render('junit', report, context));
    expect(elements.map(({ name }) => name).join(' ')).toBe(
      'testsuites testsuite testcase failure testcase skipped testcase failure testcase failure testcase error system-out',
    );
    expect(elements[0]!.attributes).toEqual({ name: 'bearertrap', tests: '5', failures: '3', errors: '1' });
    expect(elements[1]!.attributes).toEqual({ name: 'bearertrap', tests: '5', failures: '3', errors: '1', skipped: '1' });
    expect(elements[2]!.attributes).toMatchObject({ classname: 'config/app.env', file: 'config/app.env', line: '2' });
    expect(elements[3]!.attributes['message']).toBe('critical: Example API key in config/app.env:2:13 and 1 more');
    expect(elements.at(-1)!.text).toContain('Gap: 1 file over the size limit not scanned (dump.sql)');
  });

  it('has one passing test case where there is nothing to tell', async () => {
    const { report, context } = build([]);
    const elements = readXml(await render('junit', report, context));
    expect(elements.map(({ name }) => name)).toEqual(['testsuites', 'testsuite', 'testcase', 'system-out']);
    expect(elements[1]!.attributes).toMatchObject({ tests: '1', failures: '0', errors: '0' });
  });

  it('is well-formed with hostile text', async () => {
    const { report, context } = hostile();
    readXml(await render('junit', report, context));
  });

  it('is well-formed with any path, and tells it', async () => {
    const secret = random('c', 40);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (path) => {
        const { report, context } = build([{ secret, at: [[path, 1, secret]] }]);
        const elements = readXml(await render('junit', report, context));
        expect(elements[2]!.attributes['file']).toBe(displayPath(path).replace(/[\ufffe\uffff]/g, '\ufffd'));
      }),
    );
  });
});
