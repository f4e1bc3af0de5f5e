/** The workflows of the documentation and our own: they are copied as they stand, so they must be right. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { METADATA } from '../action/runner.ts';
import { git, put, run, tree } from '../helpers/cli.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Workflow {
  on: unknown;
  permissions?: Record<string, string>;
  jobs: Record<string, { steps: Step[]; permissions?: Record<string, string> }>;
}

/** YAML blocks of the Markdown files of docs/, by file and number. */
function blocks(): [name: string, text: string][] {
  return readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => {
      const text = readFileSync(join(ROOT, 'docs', name), 'utf8');
      return Array.from(text.matchAll(/^```ya?ml\n([^]*?)^```$/gm), ([, block], n): [string, string] => [
        `${name.replace('.md', '')}-${n + 1}.yml`,
        block!,
      ]);
    });
}

const OWN = readdirSync(join(ROOT, '.github/workflows')).map((name): [string, string] => [
  name,
  readFileSync(join(ROOT, '.github/workflows', name), 'utf8'),
]);
const isWorkflow = (text: string): boolean => /^on:/m.test(text) && /^jobs:/m.test(text);
const WORKFLOWS = [...blocks().filter(([, text]) => isWorkflow(text)), ...OWN];

it('commands of the documentation have only options that there are', async () => {
  const { stdout } = await run(['scan', '--help-all']);
  const known = new Set(stdout.match(/--[a-z-]+/g));
  const text = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8');
  const used = Array.from(
    text.matchAll(/bearertrap@\S+ scan (.*)$|WHAT: (.*)$/gm),
    ([line]) => line.match(/--[a-z-]+/g) ?? [],
  ).flat();
  expect(used.filter((option) => option !== '--yes').length).toBeGreaterThan(4);
  for (const option of used) if (option !== '--yes') expect(known).toContain(option);
});

it('names one repository and one release, those of package.json', () => {
  const { name, version, homepage, bugs, repository } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    [key in 'name' | 'version' | 'homepage' | 'bugs']: string;
  } & { repository: { url: string } };
  const address = repository.url.replace(/^git\+|\.git$/g, '');
  expect([homepage, bugs]).toEqual([`${address}#readme`, `${address}/issues`]);
  const path = new URL(address).pathname.slice(1);
  const files = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((file) => `docs/${file}`)];
  const text = files.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n');
  const used = [...text.matchAll(/uses: (\S*bearertrap\S*)|repo: (https:\S+)|npx --yes (\S+)|rev: (\S+)/g)].map((found) =>
    found.slice(1).find(Boolean),
  );
  expect(new Set(used)).toEqual(new Set([`${path}@v${version}`, address, `${name}@${version}`, `v${version}`]));
});

it.each(blocks())('%s is YAML', (_name, text) => expect(typeof parse(text)).toBe('object'));

describe.each(WORKFLOWS)('%s', (_name, text) => {
  const { jobs, permissions } = parse(text) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  it('says what its token may do', () => expect(permissions).toBeDefined());

  it('pins what others publish to a commit, and says which version that is', () => {
    for (const [, name, ref, comment] of text.matchAll(/uses: ([^@\s]+)@(\S+)(?: # (\S+))?$/gm)) {
      if (name === 'bearertrap/bearertrap') continue;
      expect(ref).toMatch(/^[0-9a-f]{40}$/);
      expect(comment).toMatch(/^v\d+\.\d+\.\d+$/);
    }
  });

  it('gives our action only inputs that it has, and reads outputs that it has', () => {
    for (const { uses, with: inputs = {} } of steps) {
      if (!uses?.startsWith('bearertrap/') && uses !== './') continue;
      for (const name of Object.keys(inputs)) expect(Object.keys(METADATA.inputs)).toContain(name);
    }
    for (const [, name] of text.matchAll(/steps\.scan\.outputs\.([\w-]+)/g))
      expect(Object.keys(METADATA.outputs)).toContain(name);
  });

  it('lets no text from outside become part of a script', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });
});

const actionlint = ((): string | undefined => {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    try {
      const name = readdirSync(folder).find((file) => /^actionlint(?:\.exe)?$/.test(file));
      if (name !== undefined) return join(folder, name);
    } catch {
      // PATH may name folders that are not there.
    }
  }
  return undefined;
})();

it.runIf(actionlint !== undefined)('actionlint has nothing against any of them', () => {
  const root = tree();
  git(root, 'init', '-q');
  for (const [name, text] of WORKFLOWS) put(root, `.github/workflows/${name}`, text);
  put(root, 'action.yml', readFileSync(join(ROOT, 'action.yml'), 'utf8'));
  put(root, 'dist/action.js', '');
  try {
    execFileSync(actionlint!, ['-no-color'], { cwd: root, encoding: 'utf8' });
  } catch (error) {
    expect((error as { stdout: string }).stdout).toBe('');
  }
});
