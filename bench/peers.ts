/**
 * The programs measured beside ours, as data. All run with checks against live services and with updates off.
 * Each uses its own rules and its own default of what to skip, so a time alone says nothing of what was found.
 * @module
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A folder or a repository to scan. */
export type Target = string;

export interface Peer {
  name: string;
  /** Looked up on PATH; a peer that is not installed is left out. */
  program: string;
  version: readonly string[];
  /** Exit codes of a scan that went through, with or without findings. */
  accepted: readonly number[];
  /** Whether a report file is asked for below; the others print to standard output. */
  reports: boolean;
  /** Takes minutes where the others take seconds: measured only on demand. */
  slow?: true;
  tree?(folder: Target, report: string): string[];
  history?(repository: Target, report: string): string[];
  /** What the index of a work tree has and HEAD has not. */
  staged?(repository: Target, report: string): string[];
}

const SECRETLINT_RULES = JSON.stringify({ rules: [{ id: '@secretlint/secretlint-rule-preset-recommend' }] });

function escapeGlob(path: string): string {
  return path.replace(/[\\[\](){}!*?+@|]/g, '\\$&');
}

function leaksOptions(report: string): string[] {
  return ['--no-banner', '--exit-code', '0', '--report-format', 'json', '--report-path', report];
}

const KINGFISHER_OPTIONS = ['--no-validate', '--no-update-check', '--format', 'json', '--output'];
const TRUFFLEHOG_OPTIONS = ['--no-verification', '--no-update', '--json'];

export const PEERS: readonly Peer[] = [
  {
    name: 'gitleaks',
    program: 'gitleaks',
    version: ['--version'],
    accepted: [0],
    reports: true,
    tree: (folder, report) => ['dir', folder, ...leaksOptions(report)],
    history: (repository, report) => ['git', repository, ...leaksOptions(report)],
    staged: (repository, report) => ['git', '--pre-commit', '--staged', repository, ...leaksOptions(report)],
  },
  {
    name: 'betterleaks',
    program: 'betterleaks',
    version: ['--version'],
    accepted: [0],
    reports: true,
    tree: (folder, report) => ['dir', folder, ...leaksOptions(report)],
    history: (repository, report) => ['git', repository, ...leaksOptions(report)],
    staged: (repository, report) => ['git', '--pre-commit', '--staged', repository, ...leaksOptions(report)],
  },
  {
    name: 'kingfisher',
    program: 'kingfisher',
    version: ['--version'],
    accepted: [0, 200],
    reports: true,
    tree: (folder, report) => ['scan', folder, '--git-history', 'none', ...KINGFISHER_OPTIONS, report],
    history: (repository, report) => ['scan', repository, ...KINGFISHER_OPTIONS, report],
    staged: (repository, report) => ['scan', repository, '--staged', ...KINGFISHER_OPTIONS, report],
  },
  {
    name: 'trufflehog',
    program: 'trufflehog',
    version: ['--version'],
    accepted: [0],
    reports: false,
    slow: true,
    tree: (folder) => ['filesystem', folder, ...TRUFFLEHOG_OPTIONS],
    history: (repository) => {
      const bare = existsSync(join(repository, '.git')) ? [] : ['--bare'];
      return ['git', `file://${repository}`, ...bare, '--trust-local-git-config', ...TRUFFLEHOG_OPTIONS];
    },
  },
  {
    name: 'noseyparker',
    program: 'noseyparker',
    version: ['--version'],
    accepted: [0],
    reports: true,
    // It keeps what it finds in a folder of its own, and prints it on demand.
    tree: (folder, report) => ['scan', '--quiet', '--git-history', 'none', '--datastore', report, folder],
    history: (repository, report) => ['scan', '--quiet', '--datastore', report, repository],
  },
  {
    name: 'ripsecrets',
    program: 'ripsecrets',
    version: ['--version'],
    accepted: [0, 1],
    reports: false,
    tree: (folder) => [folder],
  },
  {
    name: 'secretlint',
    program: 'secretlint',
    version: ['--version'],
    accepted: [0, 1],
    reports: true,
    // Its JSON report repeats the text of every file, hence the compact one.
    tree: (folder, report) => {
      const output = ['--format', 'compact', '--output', report];
      return ['--secretlintrcJSON', SECRETLINT_RULES, '--no-gitignore', ...output, `${escapeGlob(folder)}/**/*`];
    },
  },
  {
    name: 'detect-secrets',
    program: 'detect-secrets',
    version: ['--version'],
    accepted: [0],
    reports: false,
    slow: true,
    tree: (folder) => ['-C', folder, 'scan', '--all-files', '--no-verify'],
  },
  {
    name: 'ripgrep (one literal)',
    program: 'rg',
    version: ['--version'],
    accepted: [0, 1],
    reports: false,
    tree: (folder) => ['-uuu', '-c', 'AKIA', folder],
  },
];

const CAT_FILE = 'git -C "$1" cat-file --batch-all-objects --batch';

/** What reading alone costs: nothing that scans can be faster. */
export const FLOORS: readonly Peer[] = [
  {
    name: 'cat of all files',
    program: 'sh',
    version: [],
    accepted: [0],
    reports: false,
    tree: (folder) => ['-c', 'find "$1" -type f -exec cat {} + > /dev/null', 'sh', folder],
  },
  {
    name: 'git diff --cached',
    program: 'sh',
    version: [],
    accepted: [0],
    reports: false,
    staged: (repository) => ['-c', 'git -C "$1" diff --cached -U0 > /dev/null', 'sh', repository],
  },
  {
    name: 'git log -p -U0 --all',
    program: 'sh',
    version: [],
    accepted: [0],
    reports: false,
    history: (repository) => ['-c', 'git -C "$1" log -p -U0 --all > /dev/null', 'sh', repository],
  },
  {
    name: 'git cat-file, by name',
    program: 'sh',
    version: [],
    accepted: [0],
    reports: false,
    history: (repository) => ['-c', `${CAT_FILE} > /dev/null`, 'sh', repository],
  },
  {
    name: 'git cat-file, in pack order',
    program: 'sh',
    version: [],
    accepted: [0],
    reports: false,
    history: (repository) => ['-c', `${CAT_FILE} --unordered > /dev/null`, 'sh', repository],
  },
];
