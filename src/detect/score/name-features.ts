/**
 * Features of the name that a value is given to.
 * @module
 */
import { type Feature, flag } from './feature.ts';
import { variantOf } from './names.ts';

interface Name {
  name: string;
  /** See names.ts. */
  plain: string;
}

const nameHas =
  (expression: RegExp) =>
  ({ plain }: Name): number =>
    flag(expression.test(plain));

export const NAME_FEATURES: readonly Feature<Name>[] = [
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
  ['variant', 'what its name says it is', ({ plain }) => ['password', 'secret', 'token', 'key'].indexOf(variantOf(plain))],
];
