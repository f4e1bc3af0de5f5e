/**
 * The plain way to scan a repository, which the fast one is compared with: git gives every object of the store, whole, and
 * each is scanned by itself.
 */
import { spawn } from 'node:child_process';
import type { History } from '../../src/model.ts';
import type { Unplaced } from '../../src/pipeline/file.ts';
import { type Found, HistoryPart } from '../../src/pipeline/history-part.ts';
import { fromBytes } from '../../src/path.ts';
import { ObjectScanner } from '../../src/pipeline/objects.ts';
import type { Catalogue } from '../../src/rules/rule.ts';
import type { ObjectPlan } from '../../src/sources/git/plan.ts';
import { finish } from '../../src/sources/git/steps.ts';

interface GitObject {
  id: string;
  type: string;
  data: Buffer;
}

/** Every object of a repository, as `git cat-file --batch-all-objects --batch` prints it. */
export async function* everyObject(repository: string): AsyncGenerator<GitObject> {
  const args = ['-C', repository, '--no-replace-objects', 'cat-file', '--batch-all-objects', '--batch', '--unordered'];
  const git = spawn('git', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const code = new Promise<number | null>((resolve) => git.once('close', resolve));
  let held: Buffer[] = [];
  let size = 0;
  /** Bytes without which there is nothing to do. */
  let wanted = 1;
  for await (const chunk of git.stdout as AsyncIterable<Buffer>) {
    held.push(chunk);
    size += chunk.length;
    if (size < wanted) continue;
    const data = held.length === 1 ? chunk : Buffer.concat(held);
    let at = 0;
    wanted = 1;
    for (let line = data.indexOf(10, at); line >= 0; line = data.indexOf(10, at)) {
      const [id = '', type = '', length] = data.toString('latin1', at, line).split(' ');
      const end = line + 1 + Number(length);
      if (end >= data.length) {
        wanted = end + 1 - at;
        break;
      }
      yield { id, type, data: data.subarray(line + 1, end) };
      at = end + 1;
    }
    held = at < data.length ? [data.subarray(at)] : [];
    size = data.length - at;
  }
  if ((await code) !== 0 || size > 0) throw new Error(`${repository}: git did not give all objects`);
}

/** What is found in an object or a name, as one comparable line each. */
export type Lines = Set<string>;

/** The `?` of a confidence says that the path of the file has a say in it: such a match may be dropped. */
const describe = (
  where: History['where'],
  key: string,
  { rule, secret, confidence, reasons, location, evidence }: Unplaced,
): string =>
  `${where} ${key} ${rule} ${location.offset} ${location.length} ` +
  `${confidence}${evidence ? '?' : ''} ${reasons.map(({ code }) => code).join()} ${JSON.stringify(secret)}`;

/** What the two steps of a history scan find. */
export function describeFound(parts: readonly { found: readonly Found[] }[]): Lines {
  return new Set(
    parts.flatMap(({ found }) => found.flatMap(({ matches, where, key }) => matches.map((match) => describe(where, key, match)))),
  );
}

/** Runs both steps in this thread. */
export function scanAlone(plan: ObjectPlan, catalogue: Catalogue): Lines {
  const part = new HistoryPart(catalogue);
  const objects = finish(part.objects(plan));
  return describeFound([objects, finish(part.trees(plan, [], objects.scan.otherTrees))]);
}

/** The same lines, by scanning every object by itself; and how many blobs there are. */
export async function scanPlainly(repository: string, catalogue: Catalogue): Promise<{ lines: Lines; blobs: number }> {
  const scanner = new ObjectScanner(catalogue);
  const lines: Lines = new Set();
  const names = new Set<string>();
  let blobs = 0;
  const scan = (where: History['where'], key: string, data: Buffer, from = 0, to = data.length): void => {
    const hits = scanner.scan(data, from, to).filter(({ rule }) => rule >= 0);
    for (const match of hits.length > 0 ? scanner.matches(data, from, to, hits, '') : []) lines.add(describe(where, key, match));
  };
  for await (const { id, type, data } of everyObject(repository)) {
    if (type === 'blob') {
      blobs++;
      scan('blob', id, data);
    } else if (type === 'tree') {
      for (const name of namesIn(data, id.length / 2)) names.add(name);
    } else {
      const where = type === 'tag' ? 'tag-message' : 'commit-message';
      const blank = data.indexOf('\n\n');
      const end = blank < 0 ? data.length : blank + 1;
      const head = data.toString('latin1', 0, end);
      const ids = /^tree .*\n(?:parent .*\n)*|^object .*\ntype .*\n/.exec(head);
      let at = ids ? ids[0].length : 0;
      for (const { 0: signature, index } of head.matchAll(/^gpgsig.*\n(?: .*\n)*/gm)) {
        if (index > at) scan(where, id, data, at, index);
        at = index + signature.length;
      }
      if (at < end) scan(where, id, data, at, end);
      if (end + 1 < data.length) scan(where, id, data, end + 1);
    }
  }
  for (const name of names) {
    const data = Buffer.from(name, 'latin1');
    scan('path', fromBytes(data), data);
  }
  return { lines, blobs };
}

function* namesIn(tree: Buffer, idBytes: number): Generator<string> {
  for (let at = 0; at < tree.length; ) {
    const nul = tree.indexOf(0, at);
    yield tree.toString('latin1', tree.indexOf(0x20, at) + 1, nul);
    at = nul + 1 + idBytes;
  }
}
