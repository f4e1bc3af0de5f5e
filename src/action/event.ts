/**
 * What an event of GitHub says has changed. Only the payload is read here; what of it the checkout holds is asked later.
 * @module
 */
import { readFileSync } from 'node:fs';
import { UsageError } from '../errors.ts';

/** What to look at. */
export type Change =
  /** Commits that others have proposed: a pull request, or a group in the merge queue. */
  | { kind: 'proposal'; what: string; base: string; head: string; merge?: string; commits?: number; number?: number }
  /** Commits that a push brought to a branch or tag; `before` is missing where the ref is new. */
  | { kind: 'push'; what: string; ref: string; before?: string; after: string }
  /** A ref was deleted: there is nothing to look at. */
  | { kind: 'nothing'; what: string }
  /** No commits are told: what is checked out counts. */
  | { kind: 'state'; what: string };

/** An event as far as it counts here. */
export interface GithubEvent {
  name: string;
  change: Change;
  /** Name of the default branch, where the payload tells it. */
  defaultBranch?: string;
}

type Json = Record<string, unknown>;

/**
 * Reads the event that started a workflow from the runner's variables (GITHUB_EVENT_NAME, GITHUB_EVENT_PATH, GITHUB_SHA).
 * @throws UsageError when there is no payload, or when it does not hold what events of its kind hold
 */
export function readEvent(env: NodeJS.ProcessEnv): GithubEvent {
  const name = env['GITHUB_EVENT_NAME'] ?? '';
  const path = env['GITHUB_EVENT_PATH'] ?? '';
  let payload: Json;
  try {
    payload = object(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new UsageError(`the event's payload cannot be read from GITHUB_EVENT_PATH (${path || 'not set'})`, { cause: error });
  }
  const defaultBranch = text(object(payload['repository'])['default_branch']);
  return { name, change: changeOf(name, payload, env), ...(defaultBranch !== undefined && { defaultBranch }) };
}

function changeOf(name: string, payload: Json, env: NodeJS.ProcessEnv): Change {
  if (payload['pull_request'] !== undefined) return pullRequest(name, object(payload['pull_request']), env);
  if (name === 'merge_group') {
    const group = object(payload['merge_group']);
    return {
      kind: 'proposal',
      what: 'the merge group',
      base: commit(group['base_sha'], 'merge_group.base_sha'),
      head: commit(group['head_sha'], 'merge_group.head_sha'),
    };
  }
  if (name === 'push') return push(payload);
  return { kind: 'state', what: `this ${name || 'unknown'} event` };
}

function pullRequest(name: string, request: Json, env: NodeJS.ProcessEnv): Change {
  const number = request['number'];
  const commits = request['commits'];
  const merge = env['GITHUB_SHA'];
  return {
    kind: 'proposal',
    what: typeof number === 'number' ? `pull request #${number}` : 'the pull request',
    base: commit(object(request['base'])['sha'], 'pull_request.base.sha'),
    head: commit(object(request['head'])['sha'], 'pull_request.head.sha'),
    // Here GITHUB_SHA is the merge of both; for pull_request_target it is the base.
    ...(name !== 'pull_request_target' && isId(merge) && { merge }),
    ...(typeof commits === 'number' && { commits }),
    ...(typeof number === 'number' && { number }),
  };
}

function push(payload: Json): Change {
  const ref = text(payload['ref']) ?? '';
  const before = text(payload['before']) ?? '';
  const after = text(payload['after']) ?? '';
  const what = `the push to ${ref}`;
  if (payload['deleted'] === true || isZero(after)) return { kind: 'nothing', what: `${what}, which deleted it` };
  return {
    kind: 'push',
    what,
    ref,
    after: commit(after, 'after'),
    ...(!isZero(before) && { before: commit(before, 'before') }),
  };
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function commit(value: unknown, where: string): string {
  if (isId(value)) return value;
  throw new UsageError(`the event's payload has no commit in ${where}`);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
}

/** How events write that there is no commit. */
function isZero(id: string): boolean {
  return /^0+$/.test(id);
}
