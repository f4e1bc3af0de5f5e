/**
 * Files as sources name them.
 * @module
 */
import { toBytes } from '../path.ts';

/** A file to read. */
export interface FileEntry {
  /** Relative to the root of the scan, absolute for what is outside of it; `/` between names; bytes as in path.ts. */
  path: string;
  /** Absolute path to open, no folder of which is a link. A Buffer where its bytes are not UTF-8. */
  open: string | Buffer;
  /** Whether the user named this very file. */
  explicit: boolean;
  /** In place of a file: paths that are looked at themselves. */
  names?: readonly string[];
}

const NON_ASCII = /[^\0-\x7f]/;
const ESCAPED_BYTE = /[\udc80-\udcff]/u;

/** A path in the form that node:fs takes without loss. */
export function openable(path: string): string | Buffer {
  return NON_ASCII.test(path) && ESCAPED_BYTE.test(path) ? toBytes(path) : path;
}
