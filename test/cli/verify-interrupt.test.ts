/** Ctrl-C while secrets are asked about: what was learned until then is told, the rest not waited for, and the exit code is 130. */
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { CLI, put, run, tree } from '../helpers/cli.ts';
import { githubPat, random } from '../helpers/tokens.ts';
import { type Internet, openInternet } from '../verify/internet.ts';

describe('Ctrl-C while verifying', () => {
  let internet: Internet;
  beforeAll(async () => {
    internet = await openInternet();
  });
  afterAll(() => internet.close());

  const TOKEN = githubPat('interrupt');
  const FILES = { 'a.env': `GITHUB_TOKEN=${TOKEN}\n`, 'b.env': `GITLAB_TOKEN=${['glpat', random(20, 'slow')].join('-')}\n` };

  /** One host answers at once, the other never; SIGINT comes once both were asked. */
  function interrupted(args: string[], cwd: string): Promise<{ code: number | null; report: Report; stderr: string }> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { ...process.env, ...internet.env } });
      let [stdout, stderr] = ['', ''];
      let answered = false;
      internet.asked = [];
      internet.answer = ({ host }) => {
        const both = new Set(internet.asked.map((one) => one.host)).size === 2;
        // The answer that is on its way gets the time to arrive.
        if (both && !answered) {
          answered = true;
          setTimeout(() => child.kill('SIGINT'), 500);
        }
        return host === 'api.github.com' ? { status: 200, body: { login: 'octocat' } } : undefined;
      };
      child.stdout.on('data', (chunk) => (stdout += String(chunk)));
      child.stderr.on('data', (chunk) => (stderr += String(chunk)));
      child.on('close', (code) => {
        resolve({ code, report: JSON.parse(stdout) as Report, stderr });
      });
    });
  }

  it.each([
    ['scan', ['scan', '--verify', '--format', 'json', 'a.env', 'b.env']],
    ['verify', ['verify', 'report.json', '--format', 'json']],
  ])('%s reports what it knows', async (_, args) => {
    const cwd = tree(FILES);
    put(cwd, 'report.json', (await run(['scan', '--format', 'json', 'a.env', 'b.env'], { cwd })).stdout);
    const { code, report, stderr } = await interrupted(args, cwd);
    expect([code, stderr]).toEqual([130, 'bearertrap: interrupted: 1 of 2 findings were verified until then\n']);
    const states = report.findings.map(({ rule, verification }) => [rule, verification?.state]);
    expect(new Map(states as [string, string][])).toEqual(
      new Map([
        ['github-pat', 'active'],
        ['gitlab-pat', undefined],
      ]),
    );
    expect(report.findings.find(({ rule }) => rule === 'github-pat')!.verification!.identity).toBe('user octocat');
  });
});
