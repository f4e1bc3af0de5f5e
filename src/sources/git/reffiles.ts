/**
 * Refs and reflogs as the files of a repository tell them (gitrepository-layout(5)), for a repository that git refuses.
 * @module
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromBytes } from '../../path.ts';
import type { Ref, RefState } from './refs.ts';
import type { Repo } from './repo.ts';

/** A symbolic ref may name another one, but not for ever. */
const MAX_LINKS = 5;

/** @returns refs, unsorted; the targets of annotated tags only as far as `packed-refs` knows them */
export function readRefFiles({ gitDir, commonDir }: Repo): RefState {
  const values = new Map<string, string>();
  const peeled = new Map<string, string>();
  let last = '';
  for (const line of read(join(commonDir, 'packed-refs')).split('\n')) {
    const [, id = '', name = ''] = /^([0-9a-f]{40,64}) (.+)$/.exec(line) ?? [];
    if (line.startsWith('^')) peeled.set(last, line.slice(1));
    else if (id !== '') values.set((last = name), id);
  }
  for (const dir of new Set([commonDir, gitDir])) {
    for (const name of filesBelow(dir, 'refs')) {
      values.set(name, read(join(dir, name)).trim());
      peeled.delete(name);
    }
  }
  const resolve = (value: string, links = 0): string => {
    if (!value.startsWith('ref: ')) return value;
    return links > MAX_LINKS ? '' : resolve(values.get(value.slice(5).trim()) ?? '', links + 1);
  };
  const refs: Ref[] = [];
  for (const [name, value] of values) {
    const id = resolve(value);
    if (id !== '') refs.push({ name, id, target: peeled.get(name) ?? id });
  }
  const head = read(join(gitDir, 'HEAD')).trim();
  const at = resolve(head);
  if (at !== '' && !head.startsWith('ref: ')) refs.push({ name: 'HEAD', id: at, target: at });
  const logged: RefState['logged'] = [];
  for (const dir of new Set([commonDir, gitDir])) {
    for (const name of filesBelow(dir, 'logs')) {
      for (const line of read(join(dir, name)).split('\n')) {
        for (const id of line.split(' ', 2))
          if (/^[0-9a-f]{40,64}$/.test(id)) logged.push({ id, ref: name.slice('logs/'.length) });
      }
    }
  }
  return { refs, logged, head: at };
}

/** Paths of all files below a folder, `/` between names, relative to `dir`. Links are not followed. */
function filesBelow(dir: string, folder: string): string[] {
  try {
    return readdirSync(join(dir, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(dir, path);
      return entry.isFile() && !path.endsWith('.lock') ? [path] : [];
    });
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return fromBytes(readFileSync(path));
  } catch {
    return '';
  }
}
