/**
 * Lists of object directories, as files of alternates and GIT_ALTERNATE_OBJECT_DIRECTORIES hold them (gitrepository-layout(5),
 * git(1)).
 * @module
 */

/** A name as in C: with its bytes beyond ASCII in octal (git-config(1), "core.quotePath"). What is not well quoted is no such name. */
const QUOTED = /^"((?:[^"\\]|\\[abfnrtv"\\]|\\[0-3][0-7]{2})*)"/;
const ESCAPES: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** Names between separators, without comments, as git reads them. */
export function splitAlternates(text: string, separator: string): string[] {
  const names: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const quoted = QUOTED.exec(rest);
    const end = quoted ? quoted[0].length : rest.indexOf(separator);
    const name = end < 0 ? rest : rest.slice(0, end);
    if (quoted) names.push(unquote(quoted[1]!));
    else if (!name.startsWith('#')) names.push(name);
    // Behind a quoted name git passes over whatever stands there.
    rest = rest.slice(name.length + 1);
  }
  return names.filter((name) => name !== '');
}

/** The other way round. */
export function joinAlternates(names: readonly string[], separator: string): string {
  return names.map((name) => (name.includes(separator) || /^["#]/.test(name) ? quote(name) : name)).join(separator);
}

function quote(name: string): string {
  return `"${name.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}

function unquote(text: string): string {
  // Bytes beyond ASCII are told in octal, one by one.
  const parts = Array.from(text.matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/gs), ([plain, octal, letter]) =>
    octal === undefined
      ? Buffer.from(letter === undefined ? plain : (ESCAPES[letter] ?? letter))
      : Buffer.of(Number.parseInt(octal, 8)),
  );
  return Buffer.concat(parts).toString();
}
