/**
 * What is left of a token when all but its beginning was cut off: its header, or a piece of it. Headers hold no secret.
 * @module
 */

/** A parameter of a JOSE header (RFC 7515 section 4.1, RFC 7516 section 4.1, RFC 7519 section 5) with its value. */
const NAME = '"(?:alg|typ|kid|enc|cty|zip|jku|x5u|x5t|x5t#S256|b64|ver)"';
const PARAMETER = `\\s*${NAME}\\s*:\\s*(?:"[^"]{0,200}"|\\d{1,9}|true|false)\\s*`;
/** Where it breaks off: in a value, or anywhere in the next parameter. */
const BROKEN = '(?:,\\s*(?:"[^"]{0,200}(?:"\\s*(?::\\s*(?:["\\[{\\w][^"]{0,200})?)?)?)?)?';
const HEADER = new RegExp(`^\\{(?:${PARAMETER}(?:,${PARAMETER}){0,11}(?:\\}\\s*|${BROKEN})|\\s*${NAME}\\s*:\\s*"[^"]{1,200})$`);
/** In base64url, and no more than the beginning of a payload behind it; then the end, or the mark of a cut. */
const BEGINNING = /^(e[yw][\w-]{10,511})(?:\.[\w-]{0,16})?(?:$|\.\.|\xe2\x80\xa6|[…\s([<\\])/;

/** @param value as latin1 or UTF-16 text: in base64url, or decoded already */
export function isTokenBeginning(value: string): boolean {
  const header = BEGINNING.exec(value)?.[1];
  return HEADER.test(header === undefined ? value : Buffer.from(header, 'base64url').toString('latin1'));
}
