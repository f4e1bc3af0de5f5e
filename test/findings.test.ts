/** One secret in one file is one finding, of the most specific rule that finds it there. */
import { describe, expect, it } from 'vitest';
import type { Finding, Report } from '../src/model.ts';
import { run, tree } from './helpers/cli.ts';
import { githubPat, random } from './helpers/tokens.ts';

const PASSWORD = `${random(7, 'one-a')}-${random(9, 'one-b')}4`;
const TOKEN = githubPat('one');
const base64 = (text: string): string => Buffer.from(text).toString('base64');

async function scan(files: Record<string, string>): Promise<Finding[]> {
  const { stdout } = await run(['scan', '--format', 'json'], { cwd: tree(files) });
  return (JSON.parse(stdout) as Report).findings;
}

describe('a secret that stands twice in a file', () => {
  it.each([
    [
      'in clear and in base64',
      `a: ${TOKEN}\nb: ${base64(`export GITHUB_TOKEN=${TOKEN} # of the robot account`)}\n`,
      'github-pat',
      [1, 2],
    ],
    [
      'as a field and in a pair',
      JSON.stringify({ auths: { 'registry.corp.net': { password: PASSWORD, auth: base64(`deploy:${PASSWORD}`) } } }, null, 1),
      'docker-config-auth',
      [4, 5],
    ],
    ['in clear and in pieces', `a = "${TOKEN}"\n\n\nb = "${TOKEN.slice(0, 2)}" + "${TOKEN.slice(2)}"\n`, 'github-pat', [1, 4]],
  ])('%s', async (_, text, rule, lines) => {
    const [finding, ...more] = await scan({ [text.startsWith('{') ? 'config.json' : 'app.env']: text });
    expect(more).toEqual([]);
    expect(finding!.rule).toContain(rule);
    expect(finding!.locations.map(({ startLine }) => startLine)).toEqual(lines);
  });

  it('is what each file says of it, where they are two', async () => {
    const found = await scan({
      'a.env': `DB_PASSWORD=${PASSWORD}\n`,
      'b.env': `DATABASE_URL=postgres://app:${PASSWORD}@db.corp.net/app\n`,
    });
    expect(new Set(found.map(({ locations }) => locations.map(({ path }) => path).join()))).toEqual(new Set(['a.env', 'b.env']));
    expect(found).toHaveLength(2);
  });
});
