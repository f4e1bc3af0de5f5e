/**
 * Names and values that stand in fields of their own: `"name": "DB_PASSWORD", "value": "x"` of Kubernetes, Postman and HAR,
 * `<add key="Password" value="x"/>`, `variable "db_password" { default = "x" }` of Terraform, `"db_password": { "value": "x" }`
 * of its state, `<key>password</key><string>x</string>` of property lists.
 * @module
 */
import { readValue, type Value } from './assignment.ts';
import { byteSet } from './bytes.ts';
import type { Look } from './look.ts';

/** Bytes between a name and its value that are looked at. */
const MAX_BETWEEN = 240;

/** What may close a name, and how many of it. */
const CLOSERS = byteSet('"\'`\\)]');
const MAX_CLOSERS = 4;

/** What may stand before the second field's name, that of an end of a line or an object; a tag; and how that name may begin. */
export const BETWEEN = byteSet(' \t\r\n,;:={"\'\\');
const LESS = 60;
const FIRST_LETTER = byteSet('vsdctn');

/** Names of fields for values. */
const FIELD = '(?:value|val|string_?value|default(?:_?value)?|content|data)';

const VALUE = new RegExp(
  [
    `[\\s,;:={]{1,60}\\\\?["']?${FIELD}\\\\?["']?\\s{0,8}[:=]\\s{0,8}`,
    // Other attributes of a variable stand before the one for its value.
    String.raw`\s{0,8}\{\s{0,40}(?:(?:type|description|sensitive|nullable)\s{0,20}=[^\n]{0,80}\n\s{0,20}){1,4}default\s{0,20}=\s{0,8}`,
    String.raw`</key>\s{0,60}<string>`,
  ]
    .map((way) => `^${way}`)
    .join('|'),
  'i',
);

/**
 * The value in a field of its own behind the name that ends at `nameEnd`; undefined where there is none.
 * @param end bytes from there on do not exist
 */
export function valueOfPair(look: Look, data: Buffer, nameEnd: number, end: number): Value | undefined {
  let at = nameEnd;
  while (at < end && at < nameEnd + MAX_CLOSERS && CLOSERS[data[at]!] === 1) at++;
  // Cheap to refuse: what follows most names is something else.
  let i = at;
  const stop = Math.min(end, at + 80);
  while (i < stop && BETWEEN[data[i]!] === 1) i++;
  look.saw(nameEnd, i + 1);
  if (i === stop || (i === at ? data[i] !== LESS : FIRST_LETTER[data[i]! | 0x20] !== 1)) return undefined;
  look.saw(nameEnd, at + MAX_BETWEEN);
  const found = VALUE.exec(data.toString('latin1', at, Math.min(at + MAX_BETWEEN, end)));
  return found ? readValue(look, data, at + found[0].length, end) : undefined;
}
