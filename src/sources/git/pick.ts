/**
 * Reads a few objects out of the many: what the findings are about.
 * @module
 */
import { fromBytes } from '../../path.ts';
import { readThroughGit } from './batch.ts';
import type { LogCommit } from './gitlog.ts';
import type { ObjectIds } from './ids.ts';
import { SILENT } from '../ledger.ts';
import { looseFile, LooseReader } from './loose.ts';
import { findNeeded } from './needed.ts';
import { PackWalker, type Visitor } from './packwalk.ts';
import type { Workspace } from './workspace.ts';
import type { ObjectPlan } from './plan.ts';
import { finish } from './steps.ts';
import { DEFAULT_LIMITS } from './work.ts';

/**
 * Reads objects other than trees by their numbers, and of the deltas they are made from only what they need.
 * @param onObject is given each that can be read, in no particular order; `data` is valid during the call only
 * @param workspace that of the work before in this thread may be used again
 */
export function readObjects(
  plan: ObjectPlan,
  ids: ObjectIds,
  wanted: ReadonlySet<number>,
  onObject: (number: number, data: Buffer) => void,
  workspace: Workspace,
): void {
  if (wanted.size === 0) return;
  const left = new Set(wanted);
  const give = (number: number, data: Buffer): void => {
    if (left.delete(number)) onObject(number, data);
  };
  const needed = findNeeded(plan, ids, wanted);
  const visitor: Visitor<undefined> = {
    visit: (node, _type, at, size) => {
      give(ids.ofNode(node), workspace.arena.subarray(at, at + size));
      return undefined;
    },
    wants: (node) => needed.nodes[node] === 1,
    fail: () => undefined,
  };
  const walker = new PackWalker(plan, DEFAULT_LIMITS, workspace, visitor);
  try {
    walker.begin(Int32Array.from(needed.roots), 0, needed.roots.length);
    walker.walk();
  } finally {
    walker.close();
  }
  const loose = new LooseReader(workspace.inflater, DEFAULT_LIMITS.object);
  for (const number of wanted) {
    const i = number - ids.ofLoose(0);
    if (i >= 0 && left.has(number)) readLoose(plan, loose, ids.hex(number), i, (data) => give(number, data));
  }
  // What is damaged has been told by the scan.
  const rest = Array.from(left, (number) => ids.hex(number));
  finish(readThroughGit(plan.repo, rest, DEFAULT_LIMITS.alone, ({ id, data }) => give(ids.findHex(id), data), SILENT));
}

function readLoose(
  { loose, repo }: ObjectPlan,
  reader: LooseReader,
  id: string,
  i: number,
  onData: (data: Buffer) => void,
): void {
  try {
    const object = reader.read(looseFile(repo.objectDirs[loose.dirs[i]!]!, id), () => true);
    if (object?.data) onData(object.data);
  } catch {
    // It is left for git.
  }
}

/** What `git log` shows as author name, email, time and subject of a commit object; of a tag object, its tagger and message. */
export function parseCommit(id: string, data: Buffer): LogCommit {
  const blank = data.indexOf('\n\n');
  // Each byte a character: no byte of a name may be taken for a space.
  const head = data.toString('latin1', 0, blank < 0 ? data.length : blank + 1);
  const [, label] = /\nencoding ([^\n]*)/.exec(head) ?? [];
  const decode = decoderOf(label);
  const [, author = ''] = /\n(?:author|tagger) ([^\n]*)/.exec(head) ?? [];
  const [, name = '', email = '', rest = ''] = /^([^<]*)<([^>]*)>([^\n]*)$/.exec(author) ?? [];
  const [, seconds = '0'] = /(\d+) [+-]\d+\s*$/.exec(rest) ?? [];
  return {
    id,
    author: decode(Buffer.from(name.replace(/[ \t\r]+$/, ''), 'latin1')),
    email: decode(Buffer.from(email, 'latin1')),
    time: Number(seconds),
    subject: decode(blank < 0 ? Buffer.alloc(0) : subjectOf(data.subarray(blank + 2))),
  };
}

/** The first paragraph, on one line. */
function subjectOf(message: Buffer): Buffer {
  const lines: string[] = [];
  for (const line of message.toString('latin1').split('\n')) {
    const text = line.replace(/[ \t\n\v\f\r]+$/, '');
    if (text !== '') lines.push(text);
    else if (lines.length > 0) break;
  }
  return Buffer.from(lines.join(' '), 'latin1');
}

/** Messages are UTF-8, or in the encoding that the commit names if we know it. */
function decoderOf(label: string | undefined): (bytes: Buffer) => string {
  if (label !== undefined) {
    try {
      const decoder = new TextDecoder(label);
      return (bytes) => decoder.decode(bytes);
    } catch {
      return fromBytes;
    }
  }
  return fromBytes;
}
