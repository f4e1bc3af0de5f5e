import { describe, expect, it } from 'vitest';
import { readLog } from '../../../src/sources/git/gitlog.ts';
import { ObjectIds } from '../../../src/sources/git/ids.ts';
import { parseCommit, readObjects } from '../../../src/sources/git/pick.ts';
import { planObjects } from '../../../src/sources/git/plan.ts';
import { openRepo } from '../../../src/sources/git/repo.ts';
import { DEFAULT_LIMITS } from '../../../src/sources/git/work.ts';
import { createWorkspace } from '../../../src/sources/git/workspace.ts';
import { TestRepository } from './repos.ts';
import { listLedger } from './toy.ts';

const TREE = 'tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n';
const PEOPLE = 'author Ann <ann@example.org> 1700000000 +0200\ncommitter Con <con@example.org> 1700000001 +0200\n';

describe('parseCommit', () => {
  it.each<[string, string | Buffer]>([
    ['an ordinary one', `${TREE}${PEOPLE}\nsubject\n\nbody\n`],
    ['a subject of several lines', `${TREE}${PEOPLE}\n\n\n first \n second\t\nthird\n \nbody\n`],
    ['no message', `${TREE}${PEOPLE}\n`],
    ['no line break at the end', `${TREE}${PEOPLE}\nsubject`],
    ['a name with angles and spaces', `${TREE}author  A  B  < a b@c > 12 -0100\ncommitter C <c> 1 +0000\n\ns\n`],
    ['no name', `${TREE}author <a@b> 12 -0100\ncommitter <c> 1 +0000\n\ns\n`],
    ['UTF-8', `${TREE}${PEOPLE.replace('Ann', 'Änn Ünïcode')}\nsübject ✓\n`],
    ['bytes that are no UTF-8, and no encoding', Buffer.from(`${TREE}${PEOPLE}\ns\xfcbject\n`, 'latin1')],
    ['Latin 1', Buffer.from(`${TREE}${PEOPLE.replace('Ann', '\xc4nn')}encoding ISO-8859-1\n\ns\xfcbject\n`, 'latin1')],
    [
      'a signature',
      `${TREE}${PEOPLE}gpgsig -----BEGIN PGP SIGNATURE-----\n \n author X <x> 1 +0000\n -----END PGP SIGNATURE-----\n\nsubject\n`,
    ],
    ['control characters', `${TREE}${PEOPLE}\nsub\u0007ject\u001b[31m\n`],
  ])('shows what git log shows of %s', async (_, content) => {
    const repository = TestRepository.create();
    const id = repository.feed(content, 'hash-object', '-w', '--literally', '-t', 'commit', '--stdin').toString('latin1').trim();
    const shown: unknown[] = [];
    await readLog(
      ['--no-walk', id],
      { cwd: repository.folder },
      { onCommit: (commit) => shown.push(commit), onEntry: () => undefined },
    );
    expect([parseCommit(id, Buffer.from(content))]).toEqual(shown);
  });
});

describe('readObjects', () => {
  it('finds commits and tags in packs, among deltas, and loose', () => {
    const repository = TestRepository.create();
    const body = 'a long message that is repeated\n'.repeat(40);
    const names = Array.from({ length: 12 }, (_, i) => {
      if (i === 8) repository.git('repack', '-adfq');
      repository.git('tag', '-f', '-a', 'tag', '-m', `tag ${i}`, repository.commit(`commit ${i}\n\n${body}`));
      return [repository.id('HEAD'), repository.id('tag')];
    }).flat();
    const plan = planObjects(openRepo(repository.folder), listLedger());
    const ids = new ObjectIds(plan);
    const wanted = names.filter((_, i) => i % 3 !== 0);
    const read = new Map<string, string>();
    const numbers = new Set(wanted.map((id) => ids.findHex(id)));
    const onObject = (number: number, data: Buffer): void => void read.set(ids.hex(number), data.toString('latin1'));
    readObjects(plan, ids, numbers, onObject, createWorkspace(DEFAULT_LIMITS));
    expect([...read.keys()].sort()).toEqual(wanted.toSorted());
    for (const [id, data] of read)
      expect(data).toBe(repository.feed(undefined, 'cat-file', repository.git('cat-file', '-t', id), id).toString('latin1'));
  });
});
