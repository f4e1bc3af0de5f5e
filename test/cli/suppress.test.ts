import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { git, put, run, tree } from '../helpers/cli.ts';
import { githubPat, jwt } from '../helpers/tokens.ts';

const [one, two, three] = ['one', 'two', 'three'].map((seed) => githubPat(seed)) as [string, string, string];

async function scan(cwd: string, ...args: string[]): Promise<{ code: number; states: string[]; report: Report; stderr: string }> {
  const { code, stdout, stderr } = await run(['scan', '--format', 'json', ...args], { cwd });
  const report = JSON.parse(stdout) as Report;
  const states = report.findings.map(
    ({ locations, suppressed }) => `${locations[0]!.path}:${locations[0]!.startLine} ${suppressed?.by ?? 'counts'}`,
  );
  return { code, states: states.sort(), report, stderr };
}

describe('comments', () => {
  it('accept in trees, on standard input, in the index, in ranges and in history', async () => {
    const text = `a = ${one} # bearertrap:ignore github-pat -- made up owner=ann until=2999-01-31\n# secretlint-disable-line\nb = ${two}\n`;
    const root = tree({ a: text });
    git(root, 'init', '-q');
    git(root, 'commit', '-q', '--allow-empty', '-m', 'root');
    git(root, 'add', '-A');
    const expected = ['a:1 inline', 'a:3 counts'];
    const inTree = await scan(root);
    expect(inTree).toMatchObject({ code: 1, states: expected });
    expect(inTree.report.summary).toMatchObject({ findings: 1, suppressed: 1 });
    expect(inTree.report.findings.find(({ suppressed }) => suppressed)!.suppressed).toEqual({
      by: 'inline',
      reason: 'made up',
      owner: 'ann',
      expires: '2999-01-31',
    });
    expect(inTree.stderr).toContain('a:2: secretlint-disable-line accepts nothing, for there is no finding');
    expect((await scan(root, '--staged')).states).toEqual(expected);
    git(root, 'commit', '-qm', 'first');
    expect((await scan(root, '--range', 'HEAD~1..')).states).toEqual(expected);
    expect((await scan(root, '--history')).states).toEqual(expected);
    const { stdout } = await run(['scan', '-', '--format', 'json'], { input: text });
    expect((JSON.parse(stdout) as Report).summary).toMatchObject({ findings: 1, suppressed: 1 });
  });

  it('end the exit code 1 where all is accepted, unless they are told not to count', async () => {
    const root = tree({ a: `${one} # trufflehog:ignore\n`, b: `# pragma: allowlist nextline secret\n${two}\n` });
    expect(await scan(root)).toMatchObject({ code: 0, states: ['a:1 inline', 'b:2 inline'], stderr: '' });
    expect(await scan(root, '--no-inline-ignores')).toMatchObject({ code: 1, states: ['a:1 counts', 'b:2 counts'] });
  });

  it('count again when they have ended, and the finding says so', async () => {
    const root = tree({ a: `${one} # bearertrap:ignore -- soon gone until=2020-01-31\n` });
    const { code, report } = await scan(root);
    expect(code).toBe(1);
    expect(report.findings[0]!.reasons.map(({ text }) => text)).toContain(
      'It was accepted by a comment (bearertrap:ignore) until 2020-01-31.',
    );
  });

  it('accept places: a secret counts where another place of it is not accepted', async () => {
    const root = tree({ a: `${one} # ggignore\n`, b: `\n${one}\n` });
    const { code, report } = await scan(root);
    expect(code).toBe(1);
    expect(report.findings.map(({ suppressed }) => suppressed)).toEqual([undefined]);
    expect(report.findings[0]!.locations.map(({ path, suppressed }) => [path, suppressed?.by])).toEqual([
      ['b', undefined],
      ['a', 'inline'],
    ]);
    const { stdout } = await run(['scan'], { cwd: root });
    expect(stdout).toContain('accepted a:1:1, suppressed by inline; ggignore');
    const sarif = JSON.parse((await run(['scan', '--format', 'sarif'], { cwd: root })).stdout);
    const results = sarif.runs[0].results as { suppressions?: unknown[] }[];
    expect(results.map(({ suppressions }) => suppressions?.length ?? 0)).toEqual([0, 1]);
  });

  it('accept of several severities only the least when they name no rule', async () => {
    const mild = jwt({ sub: 'ada', iat: 1_500_000_000, exp: 1_500_000_600 });
    const line = `x("${mild}", "${two}")`;
    const named = await scan(tree({ a: `${line} // bearertrap:ignore jwt* github-pat\n` }));
    expect(named.states).toEqual(['a:1 inline', 'a:1 inline']);
    const severities = new Set(named.report.findings.map(({ severity }) => severity));
    expect(severities.size).toBe(2);
    const all = await scan(tree({ a: `${line} // bearertrap:ignore *\n` }));
    expect(all.states).toEqual(['a:1 inline', 'a:1 inline']);
    const bare = await scan(tree({ a: `${line} // bearertrap:ignore\n` }));
    expect(bare.report.findings.map(({ rule, suppressed }) => [rule, suppressed?.by])).toEqual([
      ['github-pat', undefined],
      [expect.stringMatching(/^jwt/), 'inline'],
    ]);
    expect(bare.stderr).toContain('write bearertrap:ignore github-pat to accept this one');
  });

  it('accept blocks, and only up to their end', async () => {
    const root = tree({ a: `# bearertrap:ignore-start -- fixtures\n${one}\n${two}\n# bearertrap:ignore-end\n${three}\n` });
    expect((await scan(root)).states).toEqual(['a:2 inline', 'a:3 inline', 'a:5 counts']);
  });

  it('are told where they accept nothing', async () => {
    const root = tree({ a: `${one} # bearertrap:ignore jwt\n# bearertrap:ignore\n# bearertrap:ignore-start\n` });
    const { code, stderr } = await scan(root);
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      'bearertrap: a:1: bearertrap:ignore accepts nothing, for there is no finding of jwt: remove it, or write bearertrap:ignore-next-line for the line below',
      'bearertrap: a:2: bearertrap:ignore accepts nothing, for there is no finding: remove it, or write bearertrap:ignore-next-line for the line below',
      'bearertrap: a:3: bearertrap:ignore-start accepts nothing: its bearertrap:ignore-end is missing',
    ]);
    expect((await run(['scan', '--quiet'], { cwd: root })).stderr).toBe('');
  });

  it('are found in large files, which are read in pieces', async () => {
    const filler = `${'x'.repeat(99)}\n`.repeat(60_000);
    const root = tree({ a: `${filler}${one} # bearertrap:ignore\n${filler}${two}\n` });
    expect((await scan(root)).states).toEqual(['a:120002 counts', 'a:60001 inline']);
  });

  it('of what was there before are not told as unused in the index', async () => {
    const root = tree({ a: `${one} # bearertrap:ignore\n` });
    git(root, 'init', '-q');
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'first');
    put(root, 'a', `${one} # bearertrap:ignore\n${two}\n`);
    git(root, 'add', '-A');
    expect(await scan(root, '--staged')).toMatchObject({ code: 1, states: ['a:2 counts'], stderr: '' });
  });

  it('leave accepted findings out of the terminal, but for a count, until they are asked for', async () => {
    const root = tree({ a: `${one} # bearertrap:ignore -- made up\n` });
    const plain = await run(['scan'], { cwd: root });
    expect(plain.stdout).not.toContain('GitHub');
    expect(plain.stdout).toContain('No findings; 1 suppressed');
    const shown = await run(['scan', '--show-suppressed'], { cwd: root });
    expect(shown.code).toBe(0);
    expect(shown.stdout).toContain('accepted suppressed by inline; made up');
    expect(shown.stdout).not.toContain(one);
  });
});
