/** Secrets in the names of files and folders, in trees. */
import { mkdirSync, mkdtempSync, openSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { scan, type ScanOptions } from '../../src/scan.ts';
import { run } from '../helpers/cli.ts';
import { githubPat } from '../helpers/tokens.ts';

const [TOKEN, OTHER] = [githubPat('name'), githubPat('other name')];

function makeTree(...paths: string[]): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'bearertrap-names-')));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), 'nothing\n');
  }
  return root;
}

/** Places of findings: path, line and column. */
async function places(cwd: string, options: ScanOptions = {}): Promise<string[]> {
  const { findings } = await scan({ cwd, ...options });
  return findings.flatMap(({ locations }) => locations.map((at) => `${at.path}:${at.startLine}:${at.startColumn}`)).sort();
}

describe('a secret in a name', () => {
  it('is told of a file', async () => {
    expect(await places(makeTree('a', `lib/x-${TOKEN}.txt`))).toEqual([`lib/x-${TOKEN}.txt:1:7`]);
  });

  it('is told of a folder, once, whatever the order of its files', async () => {
    const root = makeTree(...Array.from({ length: 300 }, (_, i) => `lib/${TOKEN}/sub/${i}`));
    const { findings } = await scan({ cwd: root, jobs: 1 });
    expect(findings.map(({ locations }) => locations.map(({ path }) => path))).toEqual([[`lib/${TOKEN}`]]);
  });

  it('is told of each part, of a folder and of what is in it', async () => {
    const root = makeTree(`${TOKEN}/${OTHER}`, `${TOKEN}/a`, `b/${TOKEN}`);
    expect(await places(root)).toEqual([`${TOKEN}/${OTHER}:1:42`, `${TOKEN}:1:1`, `b/${TOKEN}:1:3`].sort());
  });

  it('stands beside one in the file', async () => {
    const root = makeTree(TOKEN);
    writeFileSync(join(root, TOKEN), `\n${TOKEN}\n`);
    const { findings } = await scan({ cwd: root });
    expect(findings.map(({ locations }) => locations.map(({ startLine }) => startLine))).toEqual([[1, 2]]);
  });

  it('is told of names in bytes that are not UTF-8', async () => {
    const root = makeTree();
    openSync(Buffer.concat([Buffer.from(`${root}/${TOKEN}-caf`), Buffer.of(0xe9)]), 'w');
    expect(await places(root)).toHaveLength(1);
  });

  it('is not made of two names', async () => {
    const half = TOKEN.slice(0, 20);
    expect(await places(makeTree(`a-${half}`, TOKEN.slice(20), 'password', 'secret', 'hunter42x'))).toEqual([]);
  });

  it('is told with rules of one’s own, too, and of no others', async () => {
    const root = makeTree(TOKEN);
    const codes = ['github-pat', 'slack-bot-token'].map((rule) => run(['scan', '--only-rules', rule], { cwd: root }));
    expect((await Promise.all(codes)).map(({ code }) => code)).toEqual([1, 0]);
  });

  it('is not told of what is left out', async () => {
    const root = makeTree(`vendor/${TOKEN}`, 'a');
    expect(await places(root, { exclude: ['vendor/'] })).toEqual([]);
  });

  it('is accepted by its path, as what is in the file', async () => {
    const root = makeTree(`vendor/${TOKEN}`, 'a');
    const { findings } = await scan({ cwd: root, allow: [{ base: root, paths: ['vendor'] }] });
    expect(findings.map(({ suppressed }) => suppressed !== undefined)).toEqual([true]);
  });
});
