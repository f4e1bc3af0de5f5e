import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProjectFiles, repositoryTop } from '../../src/config/find.ts';
import { tree } from '../helpers/cli.ts';

describe('files of a project', () => {
  it('are the nearest upwards, each of its kind, up to the top of the repository', () => {
    const root = tree({
      '.bearertrap.yaml': '',
      '.bearertrap-baseline.json': '',
      'repo/.git/HEAD': '',
      'repo/.bearertrap.toml': '',
      'repo/.bearertrapignore': '',
      'repo/a/.bearertrap.json': '',
      'repo/a/b/x': '',
    });
    const repo = join(root, 'repo');
    expect(findProjectFiles(join(repo, 'a/b'))).toEqual({
      top: repo,
      config: join(repo, 'a/.bearertrap.json'),
      ignoreFile: join(repo, '.bearertrapignore'),
    });
    expect(findProjectFiles(repo)).toMatchObject({ config: join(repo, '.bearertrap.toml') });
    expect(repositoryTop(join(repo, 'a/b'))).toBe(repo);
  });

  it('outside of a repository are those of the folder itself', () => {
    const root = tree({ '.bearertrap.yml': '', 'a/.bearertrapignore': '' });
    expect(findProjectFiles(join(root, 'a'))).toEqual({ top: undefined, ignoreFile: join(root, 'a/.bearertrapignore') });
    expect(findProjectFiles(root)).toEqual({ top: undefined, config: join(root, '.bearertrap.yml') });
    expect(repositoryTop(root)).toBeUndefined();
  });
});
