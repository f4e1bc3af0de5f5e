/**
 * Random lives of repositories.
 * @module
 */
import fc from 'fast-check';
import type { TestRepository } from './repos.ts';

const WORDS = [
  'tok_abcd',
  'tok_a1b2c3',
  'key ',
  'BEGIN',
  'END',
  '\n',
  '\n',
  'some text ',
  'tok_',
  'more '.repeat(40),
  '\0\x01',
  '~\n'.repeat(80),
];
const file = fc.constantFrom('a', 'b.txt', 'dir/c', 'dir/deep/d', 'e');

/** Something that happens to a repository, whose files are made of these words. */
export function actions(words: readonly string[] = WORDS) {
  const content = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((parts) => parts.join(''));
  const branch = fc.constantFrom('x', 'y', 'z');
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('edit' as const), file, content, at: fc.double({ min: 0, max: 1, noNaN: true }) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('replace' as const), file, content }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), file, to: file }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('branch' as const), name: branch }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('merge' as const), name: branch, content }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('tag' as const), content }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('note' as const), content }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('stash' as const), file, content }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('loose' as const), content }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('repack' as const),
        all: fc.boolean(),
        window: fc.integer({ min: 0, max: 20 }),
        depth: fc.integer({ min: 0, max: 60 }),
      }),
    },
  );
}
export type Action = ReturnType<typeof actions> extends fc.Arbitrary<infer T> ? T : never;

/** Text that begins with a byte order mark is stored as UTF-16. */
function stored(text: string): string | Buffer {
  return text.startsWith('\ufeff') ? Buffer.from(text, 'utf16le') : text;
}

function quietly(run: () => unknown): void {
  try {
    run();
  } catch {
    // What git refuses (a merge of nothing, an empty message) does not happen.
  }
}

/** Makes it happen; `files` are those that the next commit writes. */
export function perform(repository: TestRepository, files: Map<string, string>, step: Action, number: number): void {
  const commit = (message: string): unknown =>
    repository.commit(message, Object.fromEntries(Array.from(files, ([path, text]) => [path, stored(text)])));
  switch (step.do) {
    case 'edit': {
      const old = files.get(step.file) ?? '';
      const at = Math.floor(step.at * old.length);
      files.set(step.file, old.slice(0, at) + step.content + old.slice(at + 20));
      return void commit(`edit ${number}`);
    }
    case 'replace':
      files.set(step.file, step.content);
      return void commit(`replace ${step.content.replaceAll('\0', '') || 'nothing'}`);
    case 'move': {
      const old = files.get(step.file);
      if (old === undefined) return;
      files.set(step.to, old);
      return void commit('move');
    }
    case 'branch':
      return quietly(() => repository.git('checkout', '-q', '-B', step.name));
    case 'merge':
      return quietly(() => {
        repository.git('merge', '-q', '-X', 'ours', '--no-commit', '--no-ff', step.name);
        repository.commit(`merge ${number}`, { merged: step.content });
      });
    case 'tag':
      return quietly(() => repository.git('tag', '-a', `t${number}`, '-m', step.content.replaceAll('\0', '')));
    case 'note':
      return quietly(() => repository.git('notes', 'add', '-f', '-m', step.content.replaceAll('\0', '')));
    case 'stash':
      repository.write({ [step.file]: step.content });
      return quietly(() => repository.git('stash', '-q', '-u'));
    case 'loose':
      return void repository.feed(step.content, 'hash-object', '-w', '--stdin');
    case 'repack':
      return void repository.git('repack', '-q', step.all ? '-adf' : '-d', `--window=${step.window}`, `--depth=${step.depth}`);
  }
}
