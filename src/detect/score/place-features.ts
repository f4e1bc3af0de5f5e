/**
 * Features of where a value stands: its name, its line, the lines around it.
 * @module
 */
import type { Facts } from './facts.ts';
import type { Form } from './candidate.ts';
import { type Feature, flag } from './feature.ts';
import { variantOf } from './names.ts';

const nameHas =
  (expression: RegExp) =>
  ({ plain }: Facts): number =>
    flag(expression.test(plain));
const isForm =
  (...forms: Form[]) =>
  ({ form }: Facts): number =>
    flag(forms.includes(form));
const lineHas =
  (expression: RegExp) =>
  ({ lead, tail }: Facts): number =>
    flag(expression.test(lead) || expression.test(tail));
const nearHas =
  (expression: RegExp) =>
  ({ above, below }: Facts): number =>
    flag(expression.test(above) || expression.test(below));

export const NAME_FEATURES: readonly Feature<Facts>[] = [
  ['name-password', 'that its name says password', nameHas(/pass_?w|passphrase|_pass_|pwd|_pw_/)],
  ['name-secret', 'that its name says secret', nameHas(/secret/)],
  ['name-token', 'that its name says token', nameHas(/token/)],
  ['name-key', 'that its name says key', nameHas(/key_|keys_/)],
  ['name-bare-key', 'that its name is key alone', nameHas(/^_keys?_$/)],
  ['name-api', 'that its name says api', nameHas(/api/)],
  ['name-auth', 'that its name says auth', nameHas(/auth/)],
  ['name-credential', 'that its name says credential', nameHas(/cred/)],
  ['name-client', 'that its name says client, app, consumer or session', nameHas(/client|app_|consumer|session|jwt/)],
  [
    'name-access',
    'that its name says access, account, private, master or signing',
    nameHas(/access|account|private|master|sign|encrypt/),
  ],
  ['name-cipher', 'that its name speaks of ciphers', nameHas(/_iv_|cipher|crypt|salt|nonce|seed|hmac/)],
  [
    'name-hash',
    'that its name says hash, digest or public',
    nameHas(/hash|sha\d|md5|digest|checksum|finger|public|integrity|etag/),
  ],
  [
    'name-next',
    'that its name is of paging, parsing or forms',
    nameHas(/next|page|cursor|continu|csrf|xsrf|cancel|syntax|lex|parse|primary|foreign|sort|partition|cache|object/),
  ],
  [
    'name-about',
    'that its name speaks about a secret',
    nameHas(
      /_(?:name|id|type|field|file|path|url|uri|label|title|text|message|msg|error|hint|help|desc\w*|placeholder|length|len|size|count|max|min|expir\w*|ttl|policy|regex|pattern|format|column|param\w*|header|prefix|suffix|endpoint|host|invalid|wrong|forgot|reset|change|confirm|require[ds]?|missing|show|hide|enable[ds]?|is|has|no|not|use|with|get|set|validate|verify)_/,
    ),
  ],
  [
    'name-test',
    'that its name says it is made up',
    nameHas(/test|example|sample|dummy|fake|mock|expect|invalid|wrong|default|some|foo/),
  ],
  [
    'name-old',
    'that its name says old, new, previous or current',
    nameHas(/_(?:old|new|prev\w*|current|first|second|other|another)_/),
  ],
  ['name-words', 'how many words its name has', ({ plain }) => plain.split('_').length - 2],
  ['name-length', 'how long its name is', ({ name }) => name.length],
  [
    'name-ends',
    'that its name ends with the word for a secret',
    nameHas(/(?:password|passwd|passphrase|pwd|pass|secret|token|key|auth|credentials?|pw)_$/),
  ],
  ['name-constant', 'that its name is in capitals', ({ name }) => flag(/^[A-Z][A-Z0-9_]+$/.test(name))],
  ['name-camel', 'that its name is in camel case', ({ name }) => flag(/[a-z][A-Z]/.test(name))],
  ['name-dotted', 'that its name has a dot', ({ name }) => flag(name.includes('.'))],
  ['name-dash', 'that its name is an option or header', ({ name }) => flag(/^--?\w|^[A-Z]\w*-[A-Z]/.test(name))],
  ['name-variable', 'that its name begins with $', ({ name }) => flag(name.startsWith('$'))],
  [
    'name-in-value',
    'that it holds words of its name',
    ({ plain, value }) => {
      const words = plain.split('_').filter((word) => word.length > 2);
      const lower = value.toLowerCase();
      return words.length === 0 ? 0 : words.filter((word) => lower.includes(word)).length / words.length;
    },
  ],
  ['variant', 'what its name says it is', ({ plain }) => ['password', 'secret', 'token', 'key'].indexOf(variantOf(plain))],
];

export const LINE_FEATURES: readonly Feature<Facts>[] = [
  ['form-assign', 'that it is assigned with =', isForm('assign')],
  ['form-colon', 'that it stands behind a colon', isForm('colon')],
  ['form-arrow', 'that it stands behind an arrow', isForm('arrow')],
  ['form-compare', 'that it is compared', isForm('compare')],
  ['form-call', 'that it is an argument', isForm('call', 'wrapped')],
  ['form-comma', 'that it stands behind a comma', isForm('comma')],
  ['form-tag', 'that it is the text of an element', isForm('tag')],
  ['form-space', 'that only a space stands before it', isForm('space')],
  ['form-pair', 'that it is a named value', isForm('pair')],
  ['form-url', 'that it stands in a URL', isForm('url')],
  ['form-command', 'that it is given on a command line or in SQL', isForm('sql', 'user')],
  ['form-otp', 'that it is given to a maker of one-time passwords', isForm('otp')],
  ['quoted', 'that it is quoted', ({ quote }) => flag(quote !== 0)],
  ['double-quoted', 'the kind of its quotes', ({ quote }) => flag(quote === 34)],
  ['closed', 'that its quote is closed', ({ closed }) => flag(closed)],
  ['name-quoted', 'that its name is quoted', ({ gap }) => flag(/^\\?["'`]/.test(gap))],
  ['escaped', 'that it stands in an escaped string', ({ gap }) => flag(gap.includes('\\'))],
  ['gap', 'how far it is from its name', ({ gap }) => gap.length],
  ['spaced', 'that spaces stand around its operator', ({ gap }) => flag(/ [=:]/.test(gap))],
  ['line-start', 'that its name begins the line', ({ lead }) => flag(/^\s*(?:[-*]\s+)?["'`]?$/.test(lead))],
  [
    'declared',
    'that it is declared',
    ({ lead }) =>
      flag(
        /(?:^|\W)(?:const|let|var|val|static|final|public|private|string|String|export|set|env|ENV|ARG|define)\W[^=]*$/.test(
          lead,
        ),
      ),
  ],
  ['parameter', 'that it stands in a query', ({ lead }) => flag(/[?&]$/.test(lead))],
  ['indent', 'how far its line is indented', ({ lead }) => /^\s*/.exec(lead)![0].length],
  ['lead', 'how much stands before its name', ({ lead }) => lead.trim().length],
  ['tail', 'how much stands behind it', ({ tail }) => tail.trim().length],
  ['ends-line', 'that nothing but signs stands behind it', ({ tail }) => flag(/^["'`]?[\s,;)\]}\\]*$/.test(tail))],
  ['continues', 'what stands behind it', ({ tail }) => ' "\'`,;)]}&<\\|.('.indexOf(tail.charAt(0) || ' ')],
  [
    'joined',
    'that it is joined with something',
    ({ tail, lead }) => flag(/^["'`]?\s*[+.%]/.test(tail) || /\+\s*["'`]?$/.test(lead)),
  ],
  [
    'comment',
    'that its line is a comment',
    ({ lead }) => flag(/^\s*(?:\/\/|#|\*|\/\*|;|--\s|<!--|%)/.test(lead) || /\/\/\s/.test(lead)),
  ],
  [
    'prose',
    'how much its line reads like a sentence',
    ({ lead, tail }) => `${lead} ${tail}`.match(/(?:^|\s)[a-z]{2,12}(?=[\s.,])/g)?.length ?? 0,
  ],
  ['assert', 'that its line is of a test', lineHas(/assert|expect|should|\btest\(|\bit\(|mock|Equal|require\./i)],
  ['call-line', 'that its line calls a function', lineHas(/\w\(/)],
  ['user-line', 'that its line names a user', lineHas(/user|login|email|account|host/i)],
  ['header-line', 'that its line is of a header or request', lineHas(/header|curl|http|request|cookie/i)],
  ['sql-line', 'that its line is SQL', lineHas(/\b(?:insert|update|select|alter|create) /i)],
  [
    'type-line',
    'that its line declares types or inputs',
    lineHas(/interface|type=|input|<label|placeholder|struct|function|def |class |return |import |throw|raise|error/i),
  ],
  ['other-pairs', 'how many other values its line has', ({ lead, tail }) => `${lead} ${tail}`.match(/[=:]\s*["']/g)?.length ?? 0],
  ['line-quotes', 'how many quotes stand before it', ({ lead }) => lead.match(/["'`]/g)?.length ?? 0],
];

export const NEAR_FEATURES: readonly Feature<Facts>[] = [
  [
    'near-user',
    'that a user, host or address is named near it',
    nearHas(/user|login|host|email|account|client_?id|endpoint|_url|_id/i),
  ],
  ['near-secret', 'that other secrets are named near it', nearHas(/passw|secret|token|api_?key|credential/i)],
  ['near-env', 'that variables are set near it', nearHas(/^\s*(?:export |- )?[A-Z][A-Z0-9_]{3,}\s*[=:]/m)],
  ['near-test', 'that tests are near it', nearHas(/assert|expect\(|should|describe\(|\bit\(|@Test|func Test|t\.\w+\(/)],
  ['near-crypto', 'that ciphers or hashes are named near it', nearHas(/encrypt|decrypt|cipher|hash|digest|hmac|plaintext|sign/i)],
  [
    'near-same',
    'how many lines near it begin alike',
    ({ near, lead, name }) => {
      const begin = `${lead}${name}`.trimStart().slice(0, 4);
      return begin.length < 3 ? 0 : near.filter((line) => line.trimStart().startsWith(begin)).length;
    },
  ],
  ['near-name', 'how often its name stands near it', ({ near, name }) => near.filter((line) => line.includes(name)).length],
  [
    'near-value',
    'that the same value stands near it',
    ({ near, value, lead, tail }) =>
      flag(value.length > 3 && (lead.includes(value) || tail.includes(value) || near.some((line) => line.includes(value)))),
  ],
  [
    'near-random',
    'how many other values near it look random',
    ({ above, below, tail }) => `${above} ${tail} ${below}`.match(/\b[A-Za-z]*\d[A-Za-z]+\d\w+/g)?.length ?? 0,
  ],
  [
    'near-prose',
    'how much the text around it is sentences',
    ({ above, below }) => `${above} ${below}`.match(/(?:^|\s)[a-z]{2,12}(?=[\s.,])/g)?.length ?? 0,
  ],
  [
    'near-foreign',
    'that the text around it is not ASCII',
    ({ above, below }) => flag(/[\x80-\xff]{2}/.test(above) || /[\x80-\xff]{2}/.test(below)),
  ],
  ['near-blank', 'that it stands alone', ({ near }) => near.filter((line) => line.trim() === '').length],
];
