/**
 * One comment on the pull request, brought up to date by each run. Loaded only where it is asked for: this is the Action's
 * only use of GitHub's API.
 * @module
 */
import { UsageError } from '../errors.ts';

const MARK = '<!-- bearertrap -->';
const TIMEOUT = 20_000;
/** Comments looked through for ours, a hundred a page. */
const MOST_PAGES = 30;

export interface CommentTarget {
  /** GITHUB_API_URL, GITHUB_REPOSITORY and the number of the pull request. */
  api: string;
  repository: string;
  number: number;
  token: string;
}

interface Comment {
  id: number;
  body?: string;
  user?: { type?: string };
}

/**
 * Writes the comment, or the one of an earlier run anew.
 * @param clean whether there is nothing to tell: then no comment is begun
 * @throws UsageError where GitHub refuses, which it does for the read-only token of a fork's pull request
 */
export async function comment(target: CommentTarget, text: string, clean: boolean): Promise<void> {
  const { api, repository, number } = target;
  const body = `${MARK}\n${text}`;
  for (let page = 1; page <= MOST_PAGES; page++) {
    const url = `${api}/repos/${repository}/issues/${number}/comments?per_page=100&page=${page}`;
    const comments = (await ask(target, 'GET', url)) as Comment[];
    // Others could write the mark into a comment of theirs, which the token must not touch.
    const ours = comments.find((one) => one.body?.startsWith(MARK) && one.user?.type === 'Bot');
    if (ours) {
      if (ours.body !== body) await ask(target, 'PATCH', `${api}/repos/${repository}/issues/comments/${ours.id}`, { body });
      return;
    }
    if (comments.length < 100) break;
  }
  if (!clean) await ask(target, 'POST', `${api}/repos/${repository}/issues/${number}/comments`, { body });
}

async function ask({ token }: CommentTarget, method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT),
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'x-github-api-version': '2022-11-28',
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  }).catch((error: Error) => {
    throw new UsageError(`GitHub cannot be reached for the comment: ${error.message}`, { cause: error });
  });
  if (response.ok) return response.json();
  const hint = response.status === 403 ? ': the workflow needs `permissions: pull-requests: write`, which forks never get' : '';
  throw new UsageError(`GitHub answered ${response.status} to the comment${hint}`);
}
