/** For all files of tests. */
import { afterAll } from 'vitest';
import { removeFolders } from './helpers/folder.ts';

afterAll(removeFolders);
