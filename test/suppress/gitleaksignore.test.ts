import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fingerprint, parseFingerprints } from '../../src/suppress/gitleaksignore.ts';

const commit = 'a1'.repeat(20);

describe('a fingerprint', () => {
  it.each<[name: string, text: string, read: Fingerprint[]]>([
    ['of a file', 'src/a.env:github-pat:3', [{ path: 'src/a.env', rule: 'github-pat', line: 3 }]],
    ['of a commit', `${commit}:a:jwt:12`, [{ commit, path: 'a', rule: 'jwt', line: 12 }]],
    ['with colons and spaces in the path', 'C: a:b.env:jwt:1', [{ path: 'C: a:b.env', rule: 'jwt', line: 1 }]],
    ['of a file that is named like a commit in short', 'a1b2:x:jwt:1', [{ path: 'a1b2:x', rule: 'jwt', line: 1 }]],
    ['before the end of a line of Windows', 'a:jwt:1\r\n', [{ path: 'a', rule: 'jwt', line: 1 }]],
    ['in a comment', '# a:jwt:1', []],
    ['without a line', 'a:jwt:x', []],
    ['without a file', ':jwt:1', []],
  ])('%s', (_, text, read) => expect(parseFingerprints(text)).toEqual(read));

  it('is read as gitleaks writes it', () => {
    const word = fc.stringMatching(/^[\w./-][\w ./:-]*[\w./-]$/);
    const any = fc.record(
      { commit: fc.constant(commit), path: word, rule: fc.stringMatching(/^[a-z][a-z\d-]+$/), line: fc.integer({ min: 1 }) },
      { requiredKeys: ['path', 'rule', 'line'] },
    );
    fc.assert(
      fc.property(fc.array(any), (all) => {
        const text = all.map((one) => `${one.commit === undefined ? '' : `${one.commit}:`}${one.path}:${one.rule}:${one.line}`);
        expect(parseFingerprints(text.join('\n'))).toEqual(all);
      }),
    );
  });
});
