/** SARIF of real scans, before the judges: the OASIS schema, and Microsoft's validator with the rules of code scanning. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import { lineHashes } from '../../src/report/linehash.ts';
import { git, put, run, tree } from '../helpers/cli.ts';
import { githubPat, jwt, privateKey, random } from '../helpers/tokens.ts';

const require = createRequire(import.meta.url);
/** As Microsoft's package for tests carries it. It names draft 4, but holds nothing that later drafts read otherwise. */
const {
  $schema: _,
  id: __,
  ...schema
} = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as Record<string, unknown>;
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const valid = ajv.compile(schema);

/** The validator's program: its npm wrapper would pass arguments through a shell. There is none for some platforms. */
const multitool = ((): string | undefined => {
  try {
    const folder = dirname(require.resolve(`@microsoft/sarif-multitool-${process.platform}/package.json`));
    return ['Sarif.Multitool', 'Sarif.Multitool.exe'].map((name) => join(folder, name)).find((file) => existsSync(file));
  } catch {
    return undefined;
  }
})();

async function sarif(cwd: string, ...args: string[]): Promise<{ log: Log; file: string }> {
  const { stdout } = await run(['scan', '--format', 'sarif', ...args], { cwd });
  const file = join(tree(), 'report.sarif');
  writeFileSync(file, stdout);
  return { log: JSON.parse(stdout) as Log, file };
}

/** Reports that are to be valid. */
const files: string[] = [];

/** Messages of the validator and the file each is about, none for good files. It exits with 0 whatever it finds. */
function validatorSays(reports: readonly string[]): string[] {
  const out = join(tree(), 'out.sarif');
  const args = [
    'validate',
    ...reports,
    '--rule-kind',
    'Sarif;Ghas',
    '--level',
    'Error;Warning',
    '--log',
    'ForceOverwrite',
    '-o',
    out,
  ];
  execFileSync(multitool!, args, { stdio: 'ignore' });
  const { runs } = JSON.parse(readFileSync(out, 'utf8').replace(/^\ufeff/, '')) as Log;
  const fileOf = ({ locations }: Result): string => {
    const { uri = '' } = locations?.[0]?.physicalLocation?.artifactLocation ?? {};
    return uri.startsWith('file:') ? fileURLToPath(uri) : uri;
  };
  const results = runs.flatMap((one) => one.results ?? []).map((result) => `${result.ruleId} ${fileOf(result)}`);
  const notes = runs.flatMap((one) => one.invocations ?? []).flatMap((one) => one.toolConfigurationNotifications ?? []);
  return [...results, ...notes.map(({ message }) => message.text ?? '')];
}

const SECRETS = {
  'a b/ä.env': `T=${githubPat()}\npassword: "k2${random(5, 'pw')}!x7"\n`,
  'key.pem': privateKey(),
  'session.json': `{"t": "${jwt({ iss: 'https://corp.eu.auth0.com/', sub: 'ada', scope: 'admin:users', exp: 4_000_000_000 })}"}\n`,
};

/** Two commits: the second moves a secret, takes one away and brings another. */
function repository(): string {
  const root = tree(SECRETS);
  git(root, 'init', '-q');
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', `first ${githubPat('message')}`);
  put(root, 'a b/ä.env', `# moved down\r\n\r\n\tT=${githubPat()}\r\n`);
  put(root, 'new', githubPat('new'));
  git(root, 'rm', '-q', 'session.json');
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'second');
  put(root, 'staged', githubPat('staged'));
  git(root, 'add', '-A');
  return root;
}

describe.each<[string, () => string, string[]]>([
  ['a tree with findings of several kinds', () => tree(SECRETS), []],
  [
    'names with line breaks and colons',
    () => tree({ 'a:b?c#d%20': githubPat(), ...(process.platform !== 'win32' && { 'line\nbreak': githubPat('other') }) }),
    [],
  ],
  ['no findings', () => tree({ a: 'clean' }), []],
  ['nothing read', () => tree(), []],
  ['the history', repository, ['--history']],
  ['a range', repository, ['--range', 'HEAD~1..']],
  ['a commit that is not the last', repository, ['--range', 'HEAD~1']],
  ['the index', repository, ['--staged']],
])('a report of a scan of %s', (_name, make, args) => {
  it('is SARIF 2.1.0', async () => {
    const { log, file } = await sarif(make(), ...args);
    expect(valid(log), JSON.stringify(valid.errors)).toBe(true);
    files.push(file);
  });
});

it.runIf(multitool !== undefined)('code scanning has nothing against any of them', async () => {
  const { log, file } = await sarif(tree(SECRETS));
  delete log.runs[0]!.results![0]!.locations;
  writeFileSync(file, JSON.stringify(log));
  expect(files.length).toBeGreaterThan(0);
  // The broken one shows that the validator would tell.
  const said = validatorSays([...files, file]);
  expect(new Set(said.map((text) => text.split(' ')[0]))).toEqual(new Set(['GH1015', 'GH1017', 'GH2012']));
  expect(said.filter((text) => !text.endsWith(file))).toEqual([]);
});

describe('primaryLocationLineHash', () => {
  /** What the upload step computes from the checkout. */
  const onDisk = (root: string, result: Result): string | undefined => {
    const { artifactLocation, region } = result.locations![0]!.physicalLocation!;
    return lineHashes([readFileSync(join(root, decodeURIComponent(artifactLocation!.uri!)))]).get(region!.startLine!);
  };
  const hashOf = (result: Result): string | undefined => result.partialFingerprints!['primaryLocationLineHash'];
  const placeOf = (result: Result): string => {
    const { artifactLocation, region } = result.locations![0]!.physicalLocation!;
    return `${decodeURIComponent(artifactLocation!.uri!)}:${region!.startLine}`;
  };

  it.each<[string, string | Buffer, number]>([
    ['CRLF', `a\r\nb\r\nT=${githubPat()}\r\nc\r\n`, 3],
    ['tabs and blank lines', `\n\n \t\n\t\tT=${githubPat()}\t\n\n`, 4],
    ['the last line without an end', `a\nT=${githubPat()}`, 2],
    ['a line longer than the window', `${'x'.repeat(300)} T=${githubPat()}${' y'.repeat(200)}\n`, 1],
    ['a byte order mark', `\ufeffT=${githubPat()}\n`, 1],
    ['UTF-16', Buffer.from(`\ufeffa\r\nT=${githubPat()}\r\n`, 'utf16le'), 2],
    ['characters beyond the first plane', `😀 é T=${githubPat()}\n`, 1],
    ['a file of several megabytes', `${'some words\n'.repeat(300_000)}T=${githubPat()}\n`, 300_001],
    ['a line that stands there twice', `T=${githubPat()}\n${'x\n'.repeat(99)}T=${githubPat()}\n${'x\n'.repeat(99)}`, 1],
  ])('of a file with %s is what the upload step computes', async (_name, content, line) => {
    const root = tree({ 'f.env': content });
    const [first] = (await sarif(root)).log.runs[0]!.results!;
    expect(placeOf(first!)).toBe(`f.env:${line}`);
    expect(hashOf(first!)).toMatch(/^[0-9a-f]{1,16}:\d+$/);
    expect(hashOf(first!)).toBe(onDisk(root, first!));
  });

  it.each([
    ['--history', 'bearertrap/history/'],
    ['--range=HEAD~1', 'bearertrap/range/'],
  ])('of what %s finds is that of the line as HEAD has it, or else of the blob it was found in', async (option, category) => {
    const root = repository();
    const { runs } = (await sarif(root, option)).log;
    const results = runs.flatMap((one) => one.results ?? []);
    const moved = results.find((result) => placeOf(result) === 'a b/ä.env:3')!;
    expect(hashOf(moved)).toBe(onDisk(root, moved));
    expect(runs[0]!.automationDetails!.id).toBe(category);
    expect(runs[0]!.results).toContain(moved);
    const gone = results.find((result) => placeOf(result).startsWith('session.json:'))!;
    const blob = git(root, 'cat-file', 'blob', 'HEAD~1:session.json');
    expect(hashOf(gone)).toBe(lineHashes([Buffer.from(blob)]).get(1));
    if (option !== '--history') {
      expect(moved.relatedLocations![0]!.physicalLocation!.region!.startLine).toBe(1);
      expect(runs[1]!.automationDetails!.id).toBe('bearertrap/range-history/');
      expect(runs[1]!.results).toContain(gone);
    }
  });

  it('is that of the index for what is staged, in one run', async () => {
    const root = repository();
    put(root, 'new', `x\n${githubPat('new')}\ny\n${githubPat('new')}\n`);
    git(root, 'add', '-A');
    const { log } = await sarif(root, '--staged');
    expect(log.runs.map(({ automationDetails }) => automationDetails!.id)).toEqual(['bearertrap/staged/']);
    const results = log.runs[0]!.results!;
    expect(results.map(placeOf).sort()).toEqual(['new:4', 'staged:1']);
    for (const result of results) expect(hashOf(result)).toBe(onDisk(root, result));
  });

  it('is missing where there is no line: in commit messages', async () => {
    const { runs } = (await sarif(repository(), '--history')).log;
    const message = runs[0]!.results!.find((result) => placeOf(result).startsWith('commit '));
    expect([message === undefined, message && hashOf(message)]).toEqual([false, undefined]);
  });
});

it('tells two secrets of a line apart', async () => {
  const { log } = await sarif(tree({ 'two.env': `A=${githubPat('a')} B=${githubPat('b')}\n` }));
  const results = log.runs[0]!.results!;
  expect(results.map(({ locations }) => locations![0]!.physicalLocation!.region!.startColumn)).toEqual([3, 46]);
  expect(new Set(results.map(({ partialFingerprints }) => partialFingerprints!['bearertrap/v1'])).size).toBe(2);
  // The hash is of the line, as upload-sarif makes it: it counts lines that are alike, not results. So GitHub may show one alert.
  const hashes = results.map(({ partialFingerprints }) => partialFingerprints!['primaryLocationLineHash']);
  expect(hashes).toEqual([expect.stringMatching(/^[0-9a-f]+:1$/), hashes[0]]);
  for (const { message } of results) expect(message.text).toContain('One of 2 of its kind on this line.');
});

it('counts lines that are alike', async () => {
  const line = `A=${githubPat('a')}\n`;
  // The hash is of a hundred characters, so what follows must be alike too.
  const { log } = await sarif(tree({ 'alike.env': `${line}${'x'.repeat(100)}\n`.repeat(3) }));
  const hashes = log.runs[0]!.results!.map(({ partialFingerprints }) =>
    partialFingerprints!['primaryLocationLineHash']!.split(':'),
  );
  expect(hashes.map(([, count]) => count)).toEqual(['1', '2', '3']);
  expect(new Set(hashes.map(([hash]) => hash)).size).toBe(1);
});
