/**
 * Names and values that stand in fields of their own: `"name": "DB_PASSWORD", "value": "x"` of Kubernetes, Postman and HAR,
 * `<add key="Password" value="x"/>`, `variable "db_password" { default = "x" }` of Terraform.
 * @module
 */

/** Bytes between a name and its value that are looked at. */
const MAX_BETWEEN = 240;

/** What may begin the way from the one to the other: , { a line end, and the v of `value`. */
const BEGINS = new Set([44, 123, 10, 13, 118, 86]);

const VALUE =
  /^(?:\s{0,20},?\s{0,60}\\?["']?(?:value|val)\\?["']?\s{0,8}[:=]\s{0,8}|\s{0,8}\{\s{0,40}(?:(?:type|description|sensitive|nullable)\s{0,20}=[^\n]{0,80}\n\s{0,20}){0,4}default\s{0,20}=\s{0,8})/i;

/**
 * @param at behind the name and what closes it, and behind blanks
 * @returns where the value begins, or -1
 */
export function pairedValue(data: Uint8Array, at: number, end: number): number {
  if (at >= end || !BEGINS.has(data[at]!)) return -1;
  const text = Buffer.from(data.buffer, data.byteOffset + at, Math.min(MAX_BETWEEN, end - at)).toString('latin1');
  const found = VALUE.exec(text);
  return found ? at + found[0].length : -1;
}
