/**
 * Passwords in connection strings that are lists of keys and values: ADO.NET and ODBC (`Server=…;Pwd=…`), libpq
 * (`host=… password=…`), the parameters of JDBC URLs (`?user=…&password=…`), Oracle's `user/password@host`, and .pgpass files.
 * @module
 */
import type { Reason } from '../../model.ts';
import type { Context } from '../engine.ts';
import { isReference, looksLikePlaceholder } from '../plausible.ts';
import type { DetectorCode } from './index.ts';
import { passwordLine } from './pgpass.ts';
import { NO_PASSWORD } from './url.ts';

/** Bytes before and behind the key in which the rest of the string is looked for. */
const MAX_STRING = 320;
const MAX_PASSWORD = 200;
const ORACLE = 'jdbc:oracle:';

export const dsn: DetectorCode = {
  literals: [
    { text: 'password=', fold: true },
    { text: 'pwd=', fold: true },
    { text: ORACLE, fold: false },
    // Ports of PostgreSQL and PgBouncer, and any port.
    ...[':5432:', ':5433:', ':6432:', ':*:'].map((text) => ({ text, fold: false })),
  ],
  run,
};

/** Keys that say that a string connects to something. */
const CONNECTS =
  /(?:^|[;?&\s"'`=])(?:server|data source|host|hostname|hostaddr|address|addr|user id|uid|user|username|dbname|database|databasename|initial catalog|driver|dsn)\s?=\s?[^;&\s]|\bjdbc:[a-z]/i;
const DATABASE_URL = /\b(?:jdbc:|postgres(?:ql)?:|mysql:|mariadb:|mongodb|redis|sqlserver:|mssql:)[^\s]*$/i;
const LOCAL =
  /(?:server|data source|host|hostname|hostaddr|address|addr)\s?=\s?(?:tcp:|np:)?(?:localhost|127\.0\.0\.1|\(local\)|\(localdb\)|\.[\\;]|host\b|server\b)|jdbc:[a-z:]{2,20}\/\/(?:localhost|127\.0\.0\.1)/i;

function run(context: Context, at: number): void {
  const { data, start, end, look } = context;
  if (data[at] === 106) return oracle(context, at);
  if (data[at] === 58) return pgpass(context, at);
  // The key begins a field: behind a separator, not within a longer name, a command line's option or a sum.
  look.saw(at - 1, at);
  const before = at > start ? String.fromCharCode(data[at - 1]!) : '';
  if (!/^[;?&\s"'`,]$/.test(before)) return;
  const valueAt = data.indexOf(61, at) + 1;
  look.saw(at, valueAt + MAX_PASSWORD);
  const tail = data.toString('latin1', valueAt, Math.min(end, valueAt + MAX_PASSWORD));
  const found =
    before === ' ' ? /^(?:'([^'\n]+)'|([^\s"'`;,]+))/.exec(tail) : /^(?:'([^'\n]+)'|\{([^}\n]+)\}|([^;&"'`<>\s]+))/.exec(tail);
  const password = found?.slice(1).find((text) => text !== undefined);
  if (!found || password === undefined) return;
  const from = Math.max(start, at - MAX_STRING);
  const to = Math.min(end, valueAt + found[0].length + MAX_STRING);
  look.saw(from, to);
  const head = data.toString('latin1', from, at).replace(/^[^]*[\n"`]/, '');
  const rest = data.toString('latin1', valueAt + found[0].length, to).replace(/[\n"`][^]*$/, '');
  // Behind ? and & it is a parameter of a URL; those of a form are not for a database.
  if (before === '?' || before === '&' ? !DATABASE_URL.test(head) : !CONNECTS.test(head) && !CONNECTS.test(rest)) return;
  // The argument of a call: `authenticate(username=name, password=password)`.
  if (before === ' ' && password.includes(')') && head.includes('(')) return;
  const begin = valueAt + found[0].indexOf(password);
  emit(context, password, begin, LOCAL.test(head) || LOCAL.test(rest));
}

function oracle(context: Context, at: number): void {
  const { data, end, look } = context;
  look.saw(at, at + MAX_STRING);
  const text = data.toString('latin1', at, Math.min(end, at + MAX_STRING));
  const found = /^jdbc:oracle:[a-z0-9]{2,5}:[\w.$-]{1,60}\/([^@\s"'`/]{4,100})@/d.exec(text);
  if (found) emit(context, found[1]!, at + found.indices![1]![0], /@(?:\/\/)?(?:localhost|127\.0\.0\.1)/.test(text));
}

function pgpass(context: Context, at: number): void {
  const line = passwordLine(context, at);
  if (!line) return;
  const { host, password, start, end } = line;
  emit(context, password, start, /^(?:localhost|127\.0\.0\.1)$/.test(host), end);
}

/** @param stop where the password ends, when it is not as long there */
function emit(context: Context, password: string, begin: number, local: boolean, stop = begin + password.length): void {
  if (password.length < 4 || NO_PASSWORD.test(password) || isReference(password) || looksLikePlaceholder(password, true)) return;
  if (/[<>{}]|^[$%*]|^\.{2,}|^%[sdv]$/.test(password)) return;
  const reasons: Reason[] = local ? [{ code: 'local-host', text: 'Its host is local or an example.' }] : [];
  const decoded = { secret: password, from: ['string-escapes'], unsure: false };
  const more = stop > begin + password.length ? { decoded } : {};
  context.emit('dsn', begin, stop, local ? 'low' : undefined, reasons, more);
}
