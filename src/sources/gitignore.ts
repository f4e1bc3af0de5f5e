/**
 * Patterns of .gitignore files, matched exactly as git matches them (gitignore(5); dir.c and wildmatch.c define the
 * corners). All strings here are byte strings, one UTF-16 unit a byte (`latin1`), because git matches bytes: `?` is one
 * byte of a name, whatever its encoding. Matching takes no regular expressions, so no pattern can make it blow up.
 *
 * A matcher of our own, because a list that is short of one file is a silent all-clear: rules of a folder must be asked
 * without regard to what a rule of its parents said of the folders between, and libraries answer for whole paths.
 * @module
 */

/** One place of a compiled pattern: a byte, any byte but `/`, a set of bytes, `*`, or `**` with what is next to it. */
type Part = number | 'any' | ReadonlySet<number> | 'star' | 'folders' | 'anything';

interface Glob {
  /** Number of the line, later lines win. */
  index: number;
  directoryOnly: boolean;
  /** Whether the last name of a path is matched, instead of the whole path. */
  nameOnly: boolean;
  /** What the text begins with, before the first special character. */
  prefix: string;
  parts: Part[];
}

const SLASH = 0x2f;
const SPECIAL = /[*?[\\]/;

/** The patterns of one .gitignore file, or a list of them. */
export class IgnoreRules {
  readonly #negated: boolean[] = [];
  /** Patterns without special characters: the text they equal, and the last line that says so. */
  readonly #names = new Map<string, number>();
  readonly #folderNames = new Map<string, number>();
  readonly #paths = new Map<string, number>();
  readonly #folderPaths = new Map<string, number>();
  /** `*.ext` by their last byte. */
  readonly #suffixes = new Map<number, { index: number; directoryOnly: boolean; suffix: string }[]>();
  /** All else, last lines first. */
  readonly #globs: Glob[] = [];

  /** @param patterns patterns as byte strings, later ones win; `parseIgnoreFile` makes them of a file's text */
  constructor(patterns: readonly string[]) {
    for (const pattern of patterns) this.#add(pattern);
    this.#globs.reverse();
  }

  get empty(): boolean {
    return this.#negated.length === 0;
  }

  /**
   * What these rules say of a path.
   * @param path byte string, relative to the folder of the rules, `/` between names, none at the end
   * @param name last name of the path
   * @returns true: ignored; false: explicitly not (`!`); undefined: no pattern matches
   */
  match(path: string, name: string, directory: boolean): boolean | undefined {
    let last = Math.max(this.#names.get(name) ?? -1, this.#paths.size > 0 ? (this.#paths.get(path) ?? -1) : -1);
    if (directory) last = Math.max(last, this.#folderNames.get(name) ?? -1, this.#folderPaths.get(path) ?? -1);
    for (const { index, directoryOnly, suffix } of this.#suffixes.get(name.charCodeAt(name.length - 1)) ?? []) {
      if (index > last && (directory || !directoryOnly) && name.endsWith(suffix)) last = index;
    }
    for (const glob of this.#globs) {
      if (glob.index < last) break;
      if (glob.directoryOnly && !directory) continue;
      const text = glob.nameOnly ? name : path;
      if (text.startsWith(glob.prefix) && matches(glob.parts, text, glob.prefix.length)) {
        last = glob.index;
        break;
      }
    }
    return last < 0 ? undefined : !this.#negated[last];
  }

  #add(source: string): void {
    let pattern = source;
    const negated = pattern.startsWith('!');
    if (negated) pattern = pattern.slice(1);
    const directoryOnly = pattern.endsWith('/');
    if (directoryOnly) pattern = pattern.slice(0, -1);
    const nameOnly = !pattern.includes('/');
    if (pattern.startsWith('/')) pattern = pattern.slice(1);
    if (pattern === '') return;
    const index = this.#negated.push(negated) - 1;
    const special = pattern.search(SPECIAL);
    if (special < 0) {
      if (nameOnly) (directoryOnly ? this.#folderNames : this.#names).set(pattern, index);
      else (directoryOnly ? this.#folderPaths : this.#paths).set(pattern, index);
    } else if (nameOnly && pattern.startsWith('*') && pattern.length > 1 && !SPECIAL.test(pattern.slice(1))) {
      const last = pattern.charCodeAt(pattern.length - 1);
      const suffixes = this.#suffixes.get(last) ?? [];
      this.#suffixes.set(last, suffixes);
      suffixes.push({ index, directoryOnly, suffix: pattern.slice(1) });
    } else {
      const parts = compile(pattern.slice(special), !nameOnly);
      if (parts !== undefined) this.#globs.push({ index, directoryOnly, nameOnly, prefix: pattern.slice(0, special), parts });
    }
  }
}

/**
 * The patterns of an ignore file, comments and blank lines left out.
 * @param text the file's bytes as a byte string
 */
export function parseIgnoreFile(text: string): string[] {
  const patterns: string[] = [];
  for (const raw of (text.startsWith('\xef\xbb\xbf') ? text.slice(3) : text).split('\n')) {
    if (raw === '' || raw.startsWith('#')) continue;
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    // Git holds lines as C strings.
    const end = line.indexOf('\0');
    const pattern = trimSpaces(end < 0 ? line : line.slice(0, end));
    if (pattern !== '') patterns.push(pattern);
  }
  return patterns;
}

/** Without the spaces at its end; one that a backslash stands before is kept. */
function trimSpaces(line: string): string {
  let end = 0;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') {
      at++;
      if (at === line.length) return line;
      end = at + 1;
    } else if (line[at] !== ' ') end = at + 1;
  }
  return line.slice(0, end);
}

/**
 * @param paths whether `/` counts: `*` stops at it, and `**` is more than `*`
 * @returns undefined where git lets the pattern match nothing (an open bracket, a backslash at the end)
 */
function compile(pattern: string, paths: boolean): Part[] | undefined {
  const parts: Part[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at]!;
    if (char === '\\') {
      if (++at === pattern.length) return undefined;
      parts.push(pattern.charCodeAt(at));
    } else if (char === '?') {
      parts.push('any');
    } else if (char === '[') {
      const set = parseSet(pattern, at);
      if (set === undefined) return undefined;
      parts.push(set.bytes);
      at = set.end;
    } else if (char === '*') {
      const from = at;
      while (pattern[at + 1] === '*') at++;
      const rest = pattern.slice(at + 1);
      // The first special character begins `pattern`, so `a**/b` is read as if its stars stood alone: so git does it.
      const alone = from === 0 || pattern[from - 1] === '/';
      if (from === at || !paths || !alone || !/^(?:$|\/|\\\/)/.test(rest)) parts.push('star');
      else if (rest.startsWith('/')) {
        parts.push('folders');
        at++;
      } else parts.push('anything');
    } else parts.push(char.charCodeAt(0));
  }
  return parts;
}

/** Whether the parts match `text` from `from` to its end. Only the last `*` and the last `**` need ever be tried again. */
function matches(parts: readonly Part[], text: string, from: number): boolean {
  let at = from;
  let part = 0;
  let star = -1;
  let starAt = 0;
  let folders = -1;
  let foldersAt = 0;
  for (;;) {
    const wanted = parts[part];
    if (wanted === 'star') {
      star = ++part;
      starAt = at;
      continue;
    }
    if (wanted === 'folders' || wanted === 'anything') {
      folders = part++;
      foldersAt = at;
      star = -1;
      continue;
    }
    if (wanted === undefined ? at === text.length : at < text.length && fits(wanted, text.charCodeAt(at))) {
      if (wanted === undefined) return true;
      at++;
      part++;
    } else if (star >= 0 && starAt < text.length && text.charCodeAt(starAt) !== SLASH) {
      at = ++starAt;
      part = star;
    } else if (folders >= 0) {
      if (parts[folders] === 'anything') foldersAt++;
      else foldersAt = text.indexOf('/', foldersAt) + 1;
      if (foldersAt === 0 || foldersAt > text.length) return false;
      at = foldersAt;
      part = folders + 1;
      star = -1;
    } else return false;
  }
}

function fits(wanted: number | 'any' | ReadonlySet<number>, byte: number): boolean {
  if (typeof wanted === 'number') return wanted === byte;
  return byte !== SLASH && (wanted === 'any' || wanted.has(byte));
}

/** Of ASCII bytes only; `space` is git's own, without vertical tab and form feed. */
const CLASSES: ReadonlyMap<string, RegExp> = new Map([
  ['alnum', /[0-9A-Za-z]/],
  ['alpha', /[A-Za-z]/],
  ['blank', /[ \t]/],
  ['cntrl', /[\0-\x1f\x7f]/],
  ['digit', /[0-9]/],
  ['graph', /[!-~]/],
  ['lower', /[a-z]/],
  ['print', /[ -~]/],
  ['punct', /[!-/:-@[-`{-~]/],
  ['space', /[ \t\n\r]/],
  ['upper', /[A-Z]/],
  ['xdigit', /[0-9A-Fa-f]/],
]);

/** The bracket expression that opens at `open`; `end` is where its `]` stands. */
function parseSet(pattern: string, open: number): { bytes: Set<number>; end: number } | undefined {
  const bytes = new Set<number>();
  let at = open + 1;
  const negated = pattern[at] === '!' || pattern[at] === '^';
  if (negated) at++;
  let previous: number | undefined;
  let first = true;
  for (; first || pattern[at] !== ']'; at++, first = false) {
    const char = pattern[at];
    if (char === undefined) return undefined;
    if (char === '-' && previous !== undefined && at + 1 < pattern.length && pattern[at + 1] !== ']') {
      if (pattern[++at] === '\\') at++;
      if (at >= pattern.length) return undefined;
      for (let byte = previous; byte <= pattern.charCodeAt(at); byte++) bytes.add(byte);
      previous = undefined;
    } else if (char === '[' && pattern[at + 1] === ':') {
      const close = pattern.indexOf(']', at + 2);
      if (close < 0) return undefined;
      if (close === at + 2 || pattern[close - 1] !== ':') {
        bytes.add((previous = char.charCodeAt(0)));
        continue;
      }
      const known = CLASSES.get(pattern.slice(at + 2, close - 1));
      if (known === undefined) return undefined;
      for (let byte = 0; byte < 128; byte++) if (known.test(String.fromCharCode(byte))) bytes.add(byte);
      previous = undefined;
      at = close;
    } else {
      if (char === '\\' && ++at === pattern.length) return undefined;
      bytes.add((previous = pattern.charCodeAt(at)));
    }
  }
  if (!negated) return { bytes, end: at };
  const others = new Set<number>();
  for (let byte = 0; byte < 256; byte++) if (!bytes.has(byte)) others.add(byte);
  return { bytes: others, end: at };
}
