import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseGitleaks } from '../../src/rules/gitleaks.ts';
import { parseRe2 } from '../../src/rules/re2.ts';
import { random } from '../helpers/tokens.ts';

/** The built library: a tree scan may start its workers. */
const { scan } = (await import(new URL('../../dist/index.mjs', import.meta.url).href)) as typeof import('../../src/index.ts');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bearertrap-toml-'));
});
afterEach(() => rm(folder, { recursive: true }));

const body = random(24, 'gitleaks').toLowerCase();
const RULES = String.raw`
title = "of a team"
[[rules]]
id = "Quux Key"
description = "A key of Quux."
regex = '''\bquux_([a-z0-9]{24})\b'''
keywords = ["quux_"]
entropy = 3
tags = ["team", "key"]
[[rules.allowlists]]
stopwords = ["sandbox"]
[[rules]]
id = "zork-named"
regex = '''(?i)zork[\w.-]{0,20}\s*(?:=|:)\s*["']?([a-z0-9]{24})'''
secretGroup = 1
keywords = ["zork"]
path = '''\.conf$'''
[[rules]]
id = "files-only"
path = '''secret\.bin$'''
[[rules]]
id = "too-short"
regex = '''Z[0-9]{30,}'''
[[rules]]
id = "behind"
regex = '''(?<=x)abcd'''
[[rules]]
id = "word-elsewhere"
regex = '''\bqx[0-9]{30,}\b'''
keywords = ["frobnicate"]
[allowlist]
paths = ['''^vendor/''']
`;

async function found(files: Record<string, string>): Promise<{ finds: string[]; notices: string[] }> {
  const notices: string[] = [];
  await writeFile(join(folder, 'team.toml'), RULES);
  const tree = await mkdtemp(join(folder, 'tree-'));
  const { mkdir } = await import('node:fs/promises');
  await mkdir(join(tree, 'vendor'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(tree, name), text);
  const report = await scan({
    cwd: tree,
    rules: [join(folder, 'team.toml')],
    onNotice: (text) => void notices.push(text.slice(folder.length + 1)),
    showSecrets: true,
  });
  return { finds: report.findings.map(({ rule, secret }) => `${rule}=${secret.value}`).sort(), notices };
}

describe('rules of gitleaks', () => {
  it('find what they describe, and tell what was not taken over', async () => {
    const { finds, notices } = await found({
      'a.txt': `see quux_${body} there`,
      'b.conf': `zork_api.key = "${Array.from(body).reverse().join('')}"`,
      'c.txt': `zork = "${body.slice(1)}q"; xquux_${body}`,
      'd.txt': `frobnicate\nqx${'4071829365'.repeat(3)}`,
      'e.txt': `qx${'9071829365'.repeat(3)}`,
    });
    expect(finds).toEqual([
      `quux-key=${body}`,
      `word-elsewhere=qx${'4071829365'.repeat(3)}`,
      `zork-named=${Array.from(body).reverse().join('')}`,
    ]);
    expect(notices).toEqual([
      'team.toml: files-only: left out: it has no regex, and files are not found by their names',
      'team.toml: too-short: left out: neither its regex nor its keywords have three fixed characters in a row to search for',
      'team.toml: behind: left out: (?<= is not known',
      'team.toml: word-elsewhere: its keywords count within 256 bytes of a match, not in the whole file',
    ]);
  });

  it('leave alone what an allow list names', async () => {
    const { finds } = await found({
      'vendor/a.txt': `quux_${body}`,
      'b.txt': `quux_sandbox${body.slice(7)}`,
      'c.txt': `quux_${'a'.repeat(24)}`,
    });
    expect(finds).toEqual([]);
  });

  it('are told where they are no TOML', async () => {
    await writeFile(join(folder, 'x.toml'), '[[rules]\nid = 1');
    const problems: string[] = [];
    await scan({ stdin: Buffer.from('x'), rules: [join(folder, 'x.toml')], onProblem: (text) => void problems.push(text) });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('x.toml:1:');
  });

  it('keep the description and the tags', () => {
    const [sheet] = parseGitleaks(RULES, 'f').sheets;
    expect([sheet!.id, sheet!.opens, sheet!.note]).toEqual(['quux-key', 'A key of Quux.', 'Tags: team, key.']);
  });
});

describe('expressions of RE2', () => {
  const read = (source: string): RegExp => new RegExp(`^(?:${parseRe2(source, 0, 50).pattern})$`, 's');
  it.each<[string, string[], string[]]>([
    ['(?i)ab+c', ['ABC', 'abbbc'], ['ac', 'abcd']],
    ['(?i:ab)c', ['ABc'], ['abC']],
    ['a(?i)b|c', ['aB', 'C'], ['AB']],
    ['(?P<x>a)(?:b)?', ['a', 'ab'], ['b']],
    ['[[:alnum:]_-]{2,}?', ['a-', '_9z'], ['a', 'a b']],
    ['[^\\W_]{2}', ['aZ'], ['a_']],
    ['\\Qa.b\\E\\x2e', ['a.b.'], ['axb.']],
    ['\\pL{2}', ['ab'], ['a1']],
    ['a{,2}', ['a{,2}'], ['aa']],
    ['[]a]+', [']a'], ['b']],
    ['(?s).', ['\n'], ['']],
    ['.', ['x'], ['\n']],
  ])('%s', (source, yes, no) => {
    expect(yes.filter((text) => !read(source).test(text))).toEqual([]);
    expect(no.filter((text) => read(source).test(text))).toEqual([]);
  });

  it.each(['(?=a)', '(?<=a)b', '[a', '(a', 'a)', '\\y', '[é]', '*a', '\\p{Greek}'])('refuse %s', (source) => {
    expect(() => parseRe2(source, 0, 50)).toThrow();
  });

  it.each(['(a+)+b', '(?:(?:a+)+)+b', '(a|aa+){2,}', '(?:\\w+\\s?)*x', '(a*)*'])(
    'refuse %s, which could run for ever',
    (source) => {
      expect(() => parseRe2(source, 0, 50)).toThrow('it repeats what repeats itself');
    },
  );

  it.each(['(?:-[a-z]+)*x', '(?:[0-9]{4}-){3}x', '(?:ab{0,3}c)+'])('read %s', (source) => {
    expect(parseRe2(source, 0, 50).pattern).not.toBe('');
  });

  it('mean what the same expression means here', () => {
    const piece = fc.constantFrom('a', 'b', '[ab]', '\\d', 'a+', 'b*', '(?:ab)?', '[^a]', 'a{1,3}', '(a|b)', '\\.', 'c+?');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.stringMatching(/^[abc1.]{0,9}$/), (pieces, text) => {
        const source = pieces.join('');
        expect(read(source).test(text)).toBe(new RegExp(`^(?:${source})$`, 's').test(text));
      }),
    );
  });
});
