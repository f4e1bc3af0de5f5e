/**
 * URLs with a password (RFC 3986 section 3.2.1, deprecated there for exactly this reason), among them the connection
 * strings of databases and brokers.
 * @module
 */
import { byteSet } from '../bytes.ts';
import type { Context } from '../engine.ts';
import { isExpression, isReference, looksLikePlaceholder } from '../plausible.ts';
import type { Reason } from '../../model.ts';
import type { DetectorCode } from './index.ts';

const MAX_USERINFO = 320;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export const url: DetectorCode = {
  literals: [{ text: '://', fold: false, prev: `${LETTERS}0123456789` }],
  run,
};

/** Ends what can be an authority. */
const STOP = byteSet('"\'`<>\\/?#|,;()[]{}').fill(1, 0, 33);
// Braces and brackets stand in references, which must be seen whole to be told apart.
for (const char of '<>{}()[]#?,;|/') STOP[char.charCodeAt(0)] = 2;
STOP[47] = 1;

const DATABASES =
  /^(?:postgres(?:ql)?|mysql|mariadb|mongodb|redis|rediss|amqps?|mssql|sqlserver|oracle|cockroachdb|clickhouse|cassandra|neo4j|bolt|couchdb|kafka|nats|mqtts?|stomp|memcached|ldaps?|jdbc:[a-z0-9]+)(?:\+[a-z0-9.]+)*$/i;

/** What stands for a password in documentation. */
export const NO_PASSWORD =
  /^(?:pass(?:word|wd|phrase)?|pwd?|secret|token|user(?:name)?|key|credentials?|api_?key|apikey|my_?pass(?:word)?|x+|\*+|\.+|-+|_+|s|foo|bar|baz|test|pass123|p|abc|xyz|none|null|undefined|empty)$/i;

const LOCAL_HOST =
  /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|0\.0\.0\.0|\[::1\]|host|hostname|server|db|database|postgres|mysql|mariadb|redis|mongo(?:db)?|rabbitmq|(?:[\w-]+\.)*(?:example|test|invalid|local|localhost|localdomain)(?:\.(?:com|org|net|edu))?)(?:[:/].*)?$/i;

function run(context: Context, at: number): void {
  const { data, start, end, look } = context;
  const from = at + 3;
  const limit = Math.min(end, from + MAX_USERINFO);
  let colon = -1;
  let mark = -1;
  let i = from;
  for (; i < limit; i++) {
    const byte = data[i]!;
    if (byte === 64) mark = i;
    else if (byte === 58 && colon < 0) colon = i;
    else if (STOP[byte] === 1) break;
    else if (STOP[byte] === 2 && colon < 0 && mark < 0 && byte !== 123 && byte !== 125 && byte !== 60 && byte !== 62) break;
  }
  look.saw(at, i + 1);
  const escape = data.subarray(from, i).indexOf(37);
  if (escape >= 0) context.decoder.maybeEscape(from + escape);
  if (colon < 0 || mark < 0 || colon > mark || mark - colon < 2) return;

  let schemeAt = at;
  while (schemeAt > start && schemeAt > at - 24 && /[A-Za-z0-9+.:-]/.test(String.fromCharCode(data[schemeAt - 1]!))) schemeAt--;
  look.saw(schemeAt - 1, at);
  const scheme = data.toString('latin1', schemeAt, at).replace(/^[^A-Za-z]+/, '');
  const password = data.toString('latin1', colon + 1, mark);
  const host = data.toString('latin1', mark + 1, Math.min(i, mark + 100));
  const user = data.toString('latin1', from, colon);
  if (host === '' || !/^[\w[$%{*.-]/.test(host)) return;
  if (NO_PASSWORD.test(password) || isReference(password) || /[<>{}]|^[$%][\w({]|^%[sdv]/.test(password)) return;
  if (looksLikePlaceholder(password, true) || isExpression(password)) return;
  const span = { nameStart: from, nameEnd: colon, start: colon + 1, end: mark, quote: 0, closed: true };
  context.candidate(DATABASES.test(scheme) ? 'url/database' : 'url', 'url', span, reasonsOf(host, user, password));
}

/** Why a password may open nothing that matters. */
function reasonsOf(host: string, user: string, password: string): Reason[] {
  const reasons: Reason[] = [];
  if (LOCAL_HOST.test(host)) reasons.push({ code: 'local-host', text: 'Its host is local or an example.' });
  if (password === user)
    reasons.push({ code: 'password-is-user', text: 'The password equals the user name, as in development setups.' });
  return reasons;
}
