/** A repository with a secret in every place it has for one. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { TestRepository } from './repos.ts';

/**
 * Plants a secret in every place a repository has for one.
 * @param secret makes the secret of that name: letters, digits and `_` only, so that it can be a file's name
 */
export function plant(repository: TestRepository, secret: (name: string) => string): void {
  repository.commit('ordinary commit', { ordinary: `${secret('ordinary')}\n` });
  repository.commit('attributes', { '.gitattributes': '*.env -diff\n', 'hidden.env': `${secret('hidden')}\n` });
  repository.commit('utf-16', {
    'utf16.txt': Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(`x ${secret('utf16')} y`, 'utf16le')]),
  });
  repository.commit('nul', { 'nul.bin': `x\0\0${secret('nulbyte')}\0` });
  repository.git('checkout', '-q', '-b', 'side');
  repository.commit('side', { side: 'side' });
  repository.git('checkout', '-q', 'main');
  repository.commit('main', { main: 'main' });
  repository.git('merge', '-q', '--no-commit', 'side');
  repository.commit('merge', { evil: `${secret('merge')}\n` });
  for (const name of ['dropped', 'stashed']) {
    repository.write({ ordinary: `${secret(`${name}0`)}\n` });
    repository.git('add', '.');
    repository.write({ ordinary: `${secret(`${name}1`)}\n`, [name]: `${secret(`${name}2`)}\n` });
    repository.git('stash', '-q', '-u');
    if (name === 'dropped') repository.git('stash', 'drop', '-q');
  }
  repository.commit('before amending', { amended: `${secret('amended')}\n` });
  repository.git('rm', '-q', '-f', 'amended');
  repository.git('commit', '-q', '--amend', '--allow-empty', '-m', 'amended');
  repository.git('checkout', '-q', '-b', 'deleted');
  repository.commit('on a deleted branch', { deleted: `${secret('deleted')}\n` });
  repository.git('checkout', '-q', 'main');
  repository.git('branch', '-q', '-D', 'deleted');
  repository.commit(`message with ${secret('message')}`);
  repository.git('tag', '-a', 'release', '-m', `tag with ${secret('tagged')}`);
  repository.git('notes', 'add', '-m', secret('noted'), 'HEAD');
  symlinkSync(secret('linked'), join(repository.folder, 'link'));
  repository.commit('link');
  repository.git('update-index', '--add', '--cacheinfo', `160000,${repository.id('HEAD')},module`);
  repository.git('commit', '-q', '-m', 'submodule');
  repository.git('mv', '-k', 'module', secret('module'));
  repository.git('rm', '-q', '--cached', 'module');
  repository.git('update-index', '--add', '--cacheinfo', `160000,${repository.id('HEAD')},${secret('module')}`);
  repository.git('commit', '-q', '-m', 'submodule moved');
  repository.git('branch', 'other');
  repository.git('checkout', '-q', '--orphan', 'root2');
  repository.git('rm', '-rfq', '.');
  repository.commit('second root', { second: `${secret('second')}\n` });
  repository.git('branch', secret('branch'));
  repository.git('checkout', '-q', 'main');
  repository.git('repack', '-q', '-ad');
  repository.commit('loose', { loose: `${secret('loose')}\n` });
  repository.write({ staged: `${secret('staged')}\n`, unstaged: `${secret('unstaged')}\n` });
  repository.git('add', 'staged', 'unstaged');
  repository.git('rm', '-q', '--cached', 'unstaged');
}
