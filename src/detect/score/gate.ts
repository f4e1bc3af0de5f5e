/**
 * What needs no weighing: values that cannot be a secret whatever stands around them.
 * @module
 */
import { isExpression, isPattern, isReference } from '../plausible.ts';
import type { Look } from '../look.ts';
import { isTokenBeginning } from '../token-header.ts';
import { type Candidate, candidateOf, type Form, keyOf, type Line, lineOf, type Span } from './candidate.ts';
import { Memo } from './memo.ts';
import { plainName, variantOf } from './names.ts';
import { type Reading, read, type WordTables } from './words.ts';

const SHORTEST = 4;
const LONGEST = 4096;
const WORD = /^(?:[A-Za-z]?[a-z]*|[A-Z]+)$/;
/** What ends a bare value for good; behind anything else it would go on as an expression. */
const BARE_END = /^(?:$|[\s,;&"'`)}\]<\\|#])/;
const LITERALS = /^(?:true|false|null|nil|none|undefined|string|boolean|number|integer|bytes|void|any|self|this)$/i;
/** Words, however they are joined. */
const WORDS = /^[A-Za-z@./_][A-Za-z_$./: -]*$/;
/** Share of known letters from which joined words are just words. */
const KNOWN = 0.85;
const BARE_NAME = /^_(?:key|keys|auth|authorization|seed|signature|cookie|ticket)_$/;
/** Tokens that a page gives to each of its readers against forged requests: they open nothing by themselves. */
const FORGERY = /csrf|xsrf|authenticity_token|request_verification/;
/**
 * Names of what is made from a secret or only shares its word: public keys, keys that a JWE holds encrypted (RFC 7516),
 * hashes of passwords and tokens, places in a list, a library for signing in.
 */
const OTHER =
  /_public_key_|_encrypted_key_|_(?:pass\w*|pwd|token)_(?:hash|digest|sha\d+)_|_hashed_(?:pass\w*|token)_|_(?:next|page|continuation|sync|cancel\w*)_token_|_omniauth_$/;
/** Values that open nothing: public keys of SSH, and hashes of passwords as crypt(3) and Django write them. */
const NOT_SECRET =
  /^(?:ssh-|ecdsa-sha2-|sk-)[\w@.-]+ AAAA|^\$(?:2[abxy]?|argon2\w*|pbkdf2[\w-]*|[156y])\$|^(?:sha1|md5|pbkdf2_\w+|bcrypt\w*|argon2)\$/;
/** UTF-8 of what is not ASCII, in a text that was read as Latin-1. */
const NOT_ASCII = /[\x80-\xff]{2}/;
/** XAML names the entries of a dictionary so: `x:Key="MenuBrush"`. */
const DICTIONARY_ENTRY = /\bx:$/;
/** Forms that promise a secret whatever the name is. */
const PROMISING = new Set<Form>(['url', 'otp']);

/** How a value reads that may be a secret by itself; looked at before anything else is read. */
function readValue(value: string, form: Form, quote: number, tables: WordTables): Reading | undefined {
  return passesValue(value, form, quote) ? readValueText(value, form, tables) : undefined;
}

function passesValue(value: string, form: Form, quote: number): boolean {
  if (value.length < SHORTEST || value.length > LONGEST) return false;
  if (LITERALS.test(value) || value.startsWith('--') || /^[\s\W_]*$/.test(value) || isReference(value) || isPattern(value))
    return false;
  if (quote === 0 && form !== 'tag' && form !== 'url' && isExpression(value)) return false;
  if (NOT_SECRET.test(value)) return false;
  // A sentence of another language than English, whose words are not known.
  if (value.includes(' ') && !/\d/.test(value) && NOT_ASCII.test(value)) return false;
  // Runs that stand in for what is left out, and texts of several lines.
  if (/(.)\1{7}/.test(value) || (value.length < 60 && /\\n.*\\n/.test(value))) return false;
  if (isTokenBeginning(value)) return false;
  return value.split(' ').length <= 4 || /\d.*\d.*\d/.test(value);
}

/** How a value reads; undefined for one that is nothing but common words. */
function readValueText(value: string, form: Form, tables: WordTables): Reading | undefined {
  const reading = read(value, tables);
  if (form === 'url') return reading;
  if (isWords(value, reading)) return undefined;
  if (!DISGUISED.test(value)) return reading;
  const undisguised = value.replace(/[0134578@$!]/g, (sign) => LETTER_OF[sign]!);
  return isWords(undisguised, read(undisguised, tables)) ? undefined : reading;
}

const isWords = (value: string, { known, letters }: Reading): boolean => known >= KNOWN * letters && WORDS.test(value);

/** A word with some letters written as the digits and signs that look like them, as in `p4ssw0rd`. */
const DISGUISED = /^(?=.{4,12}$)[a-z]+(?:[0134578@$!][a-z]+)+$/i;
const LETTER_OF: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Share of known letters from which a short value without digits is a word, where its name is not one for passwords. */
const WORDED = 0.3;
/** Share of known letters from which a value of lower-case letters is words, where nothing but the command speaks for it. */
const MOSTLY_WORDS = 0.5;
const LONGEST_WORD = 24;
const PASSWORD = /_(?:pass|pwd|secret|cred)/;

/** Whether a candidate is worth weighing, by its name and what stands on its line. */
function passesPlace({ value, form, quote, closed, name, lead, tail }: Line, reading: Reading): boolean {
  if (!closed) return false;
  if (form === 'space' && quote === 0 && !name.startsWith('-') && !/(?:login|machine|user)\s+\S+\s+$/.test(lead)) return false;
  if (quote === 0 && form !== 'tag' && form !== 'url' && !BARE_END.test(tail)) return false;
  // Words run together are told of by their name only: in commands and .netrc they are what manuals and tests write.
  if (form === 'sql' || form === 'user') return !(/^[a-z]+$/.test(value) && reading.known >= MOSTLY_WORDS * reading.letters);
  if (PROMISING.has(form)) return true;
  // What is put together from pieces is no value as it stands.
  if (form === 'wrapped' && /\]\.join\(/.test(tail)) return false;
  // In a list of words the next one is no value, but for the arguments of a command.
  if (form === 'comma' && !name.startsWith('-') && /(?:^|[[,])\s*["'`]?$/.test(lead)) return false;
  // What only may be a secret must look like one: `key: "name"`, `auth = basic`.
  const plain = plainName(name);
  if (FORGERY.test(plain) || OTHER.test(plain) || DICTIONARY_ENTRY.test(lead)) return false;
  const worded = reading.known >= WORDED * reading.letters && value.length <= LONGEST_WORD && !/\d/.test(value);
  if (worded && !PASSWORD.test(plain)) return false;
  if (BARE_NAME.test(plain)) return value.length >= 8 && !(WORD.test(value) && value.length < 16);
  return variantOf(plain) !== 'key' || value.length >= 6;
}

/** Values and candidates whose answer is kept; with all that is looked at a candidate has less than 5 KB. */
const KEPT = 4096;

/** The one way through the gate, for scans and for training: what passes is answered for, and answers are kept. */
export class Gate<Answer> {
  readonly #tables: WordTables;
  readonly #answer: (candidate: Candidate, reading: Reading) => Answer | undefined;
  readonly #readings = new Memo<Reading | undefined>(KEPT);
  readonly #answers = new Memo<Answer | undefined>(KEPT);

  /** @param answer what is wanted of a candidate that passes, which must follow from it alone */
  constructor(tables: WordTables, answer: (candidate: Candidate, reading: Reading) => Answer | undefined) {
    this.#tables = tables;
    this.#answer = answer;
  }

  /** The answer for a candidate in `data[from, to)`; undefined where it does not pass. */
  answer(look: Look, data: Buffer, from: number, to: number, form: Form, span: Span): Answer | undefined {
    look.saw(span.start, span.end);
    const value = data.toString('latin1', span.start, span.end);
    const reading = this.#readings.get(`${form} ${span.quote} ${value}`, () => readValue(value, form, span.quote, this.#tables));
    if (!reading) return undefined;
    const line = lineOf(look, data, from, to, form, span);
    if (!passesPlace(line, reading)) return undefined;
    const key = keyOf(look, data, from, to, line, span);
    return this.#answers.get(key, () => this.#answer(candidateOf(look, data, from, to, line), reading));
  }
}
