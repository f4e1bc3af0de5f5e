/**
 * Lines of PostgreSQL's password file (`~/.pgpass`, `pgpass.conf`): `host:port:database:user:password`, in which a backslash
 * stands before a colon or backslash (PostgreSQL's manual, "The Password File").
 * @module
 */
import type { Context } from '../engine.ts';

/** Longest line, in bytes. */
const MAX_LINE = 512;
/** A field that is a name or `*`, and one that is anything. */
const NAME = String.raw`((?:[\w.*/@-]|\\[\\:])+)`;
const ANY = String.raw`((?:[^:\\\s]|\\[\\:])+)`;
const LINE = new RegExp(String.raw`^${NAME}:(\d{2,5}|\*):${NAME}:${NAME}:${ANY}\s*$`, 'd');

export interface PasswordLine {
  host: string;
  /** Without backslashes. */
  password: string;
  /** Where the password stands, with backslashes. */
  start: number;
  end: number;
}

/** Reads the line around a port that begins with the colon at `at`. */
export function passwordLine(context: Context, at: number): PasswordLine | undefined {
  const { data, start, end, look } = context;
  const low = Math.max(start, at - MAX_LINE);
  const before = data.toString('latin1', low, at);
  const from = low + before.lastIndexOf('\n') + 1;
  const line = data.toString('latin1', from, Math.min(end, at + MAX_LINE)).split(/\r?\n/, 1)[0]!;
  look.saw(from - 1, from + line.length + 2);
  const found = LINE.exec(line);
  if (!found?.indices || from + found.indices[2]![0] !== at + 1) return undefined;
  const [first, last] = found.indices[5]!;
  const password = found[5]!.replace(/\\(.)/g, '$1');
  // Words between colons are in many files.
  if (/^[a-z*._/-]+$|^\d+$/.test(password)) return undefined;
  return { host: found[1]!, password, start: from + first, end: from + last };
}
