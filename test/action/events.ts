/** Payloads in the shape GitHub sends them (the webhook payloads of its documentation), and checkouts as actions/checkout makes them. */
import { TestRepository, makeFolder } from '../sources/git/repos.ts';

const ZERO = '0'.repeat(40);
const repository = {
  id: 1296269,
  name: 'shop',
  full_name: 'octo/shop',
  private: false,
  fork: false,
  owner: { login: 'octo', id: 1, type: 'Organization' },
  html_url: 'https://github.invalid/octo/shop',
  default_branch: 'main',
};
const sender = { login: 'mona', id: 2, type: 'User' };

export function pullRequest(base: string, head: string, change: { commits?: number; fork?: boolean } = {}): object {
  const headRepository = change.fork ? { ...repository, id: 9, full_name: 'mallory/shop', fork: true } : repository;
  return {
    action: 'synchronize',
    number: 7,
    pull_request: {
      number: 7,
      state: 'open',
      title: 'Add things',
      user: sender,
      draft: false,
      merged: false,
      merge_commit_sha: null,
      head: { label: 'mona:topic', ref: 'topic', sha: head, user: sender, repo: headRepository },
      base: { label: 'octo:main', ref: 'main', sha: base, user: sender, repo: repository },
      commits: change.commits ?? 1,
      additions: 1,
      deletions: 0,
      changed_files: 1,
    },
    repository,
    sender,
  };
}

export function push(ref: string, before: string | null, after: string | null, change: object = {}): object {
  return {
    ref,
    before: before ?? ZERO,
    after: after ?? ZERO,
    created: before === null,
    deleted: after === null,
    forced: false,
    base_ref: null,
    compare: 'https://github.invalid/octo/shop/compare/a...b',
    commits: [],
    head_commit: after === null ? null : { id: after, message: 'x' },
    repository,
    pusher: { name: 'mona', email: 'mona@example.org' },
    sender,
    ...change,
  };
}

export function mergeGroup(base: string, head: string): object {
  return {
    action: 'checks_requested',
    merge_group: {
      head_sha: head,
      head_ref: 'refs/heads/gh-readonly-queue/main/pr-7-abc',
      base_sha: base,
      base_ref: 'refs/heads/main',
      head_commit: { id: head, message: 'Merge pull request #7' },
    },
    repository,
    sender,
  };
}

export const schedule: object = { schedule: '0 3 * * 1', repository, workflow: '.github/workflows/scan.yml' };
export const dispatch: object = {
  inputs: null,
  ref: 'refs/heads/main',
  repository,
  sender,
  workflow: '.github/workflows/scan.yml',
};
export const release = (tag: string): object => ({
  action: 'published',
  release: { id: 1, tag_name: tag, target_commitish: 'main', draft: false, prerelease: false },
  repository,
  sender,
});

/** A repository on the server's side: any commit may be asked for by its id, as on GitHub. */
export function serverRepository(): TestRepository {
  const repository = TestRepository.create();
  repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  repository.git('config', 'http.receivepack', 'false');
  return repository;
}

/** As actions/checkout does: `depth` 0 fetches all branches and tags, else only the one commit, so deep. */
export function checkout(server: TestRepository, sha: string, depth = 0): string {
  const local = new TestRepository(makeFolder());
  local.git('init', '-q');
  local.git('remote', 'add', 'origin', `file://${server.folder}`);
  const commit = `+${sha}:refs/remotes/origin/checkout`;
  if (depth === 0) local.git('fetch', '-q', 'origin', '+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*', commit);
  else local.git('fetch', '-q', '--no-tags', `--depth=${depth}`, 'origin', commit);
  local.git('checkout', '-q', '--force', sha);
  return local.folder;
}

/** The merge that GitHub makes of a pull request. */
export function mergeOf(server: TestRepository, base: string, head: string): string {
  server.git('checkout', '-q', '--detach', base);
  server.git('merge', '-q', '--no-ff', '-m', `Merge ${head} into ${base}`, head);
  return server.id('HEAD');
}
