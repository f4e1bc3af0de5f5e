/** A scan connects to nothing unless it is asked to, and does not even load the code that could. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI, git, put, tree } from '../helpers/cli.ts';
import { githubPat, jwt } from '../helpers/tokens.ts';

const works = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const HAS_STRACE = works('strace', '-f', '-o', '/dev/null', 'true');
const HAS_UNSHARE = works('unshare', '-rn', 'true');

/** A repository with findings of all sorts that could be asked about. */
function leaky(): string {
  const token = jwt(
    { iss: 'https://accounts.google.com', sub: 'a', exp: 4e9 },
    { alg: 'RS256', kid: 'a', jku: 'https://evil.test/jwks' },
  );
  const cwd = tree({ 'a.env': `GITHUB_TOKEN=${githubPat('net')}\nTOKEN=${token}\n`, 'b.md': 'https://evil.test/x\n' });
  git(cwd, 'init', '-q');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-qm', 'one');
  put(cwd, 'c.env', `GH_TOKEN=${githubPat('staged')}\n`);
  git(cwd, 'add', '.');
  return cwd;
}

const SCANS = [
  ['scan'],
  ['scan', '--history'],
  ['scan', '--staged', '--all'],
  ['scan', '--format', 'html'],
  ['scan', '--verify-dry-run'],
];
// V8 and the machine's name service have sockets of their own (AF_UNIX); the network has these.
const NETWORK = /\bAF_(INET6?|PACKET)\b|\bconnect\(/;

describe('without being asked', () => {
  it.skipIf(!HAS_STRACE).each(SCANS)('no socket of the network is opened: %s %s', (...args) => {
    const cwd = leaky();
    const log = join(cwd, '..', `strace-${process.pid}-${args.join('')}`);
    const { status } = spawnSync('strace', ['-f', '-e', 'trace=network', '-o', log, process.execPath, CLI, ...args], { cwd });
    expect(status).toBe(1);
    const calls = readFileSync(log, 'utf8');
    rmSync(log);
    expect(calls.split('\n').filter((line) => NETWORK.test(line))).toEqual([]);
  });

  it.skipIf(!HAS_STRACE)('the same look does see a connection when one is asked for', () => {
    const cwd = leaky();
    const log = join(cwd, '..', `strace-${process.pid}-verify`);
    const env = { ...process.env, HTTPS_PROXY: 'http://127.0.0.1:9' };
    spawnSync('strace', ['-f', '-e', 'trace=network', '-o', log, process.execPath, CLI, 'scan', '--verify'], { cwd, env });
    const calls = readFileSync(log, 'utf8');
    rmSync(log);
    expect(calls.split('\n').filter((line) => NETWORK.test(line))).not.toEqual([]);
  });

  it.skipIf(!HAS_UNSHARE).each(SCANS)('a machine without any network gives the same report: %s %s', (...args) => {
    const cwd = leaky();
    const inside = spawnSync('unshare', ['-rn', process.execPath, CLI, ...args], { cwd, encoding: 'utf8' });
    const outside = spawnSync(process.execPath, [CLI, ...args], { cwd, encoding: 'utf8' });
    expect([inside.status, inside.stdout]).toEqual([1, outside.stdout]);
  });

  it('a plain scan does not need the code that connects: without it the report is the same', () => {
    const cwd = leaky();
    const dist = join(tree(), 'dist');
    cpSync(dirname(CLI), dist, { recursive: true });
    const left: string[] = [];
    for (const file of readdirSync(dist)) {
      if (
        file === 'calls.generated.json' ||
        (file.endsWith('.js') && readFileSync(join(dist, file), 'utf8').includes('// src/verify/'))
      ) {
        rmSync(join(dist, file));
        left.push(file);
      }
    }
    expect(left.length).toBeGreaterThan(1);
    expect(left).toContain('calls.generated.json');
    for (const args of SCANS.slice(0, 4)) {
      const scan = (cli: string): string => {
        const { stdout } = spawnSync(process.execPath, [cli, ...args], { cwd, encoding: 'utf8' });
        return stdout;
      };
      expect(scan(join(dist, 'cli.js'))).toBe(scan(CLI));
    }
    expect(() => execFileSync(process.execPath, [join(dist, 'cli.js'), 'scan', '--verify'], { cwd, stdio: 'pipe' })).toThrow(
      'cli-verify.js',
    );
  });
});
