/** For all files of tests. */
import { afterAll } from 'vitest';
import { removeFolders } from './helpers/folder.ts';
import { endShell } from './helpers/spawn.ts';

afterAll(() => {
  endShell();
  removeFolders();
});
