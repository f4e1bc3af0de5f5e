/**
 * Names and values of secrets without a shape: what a name promises, and whether a value keeps the promise.
 * @module
 */
import type { Confidence, Reason } from '../model.ts';
import type { Operator } from './assignment.ts';
import {
  entropy,
  isDigest,
  isExpression,
  isPathLike,
  isPattern,
  isReference,
  isUuid,
  looksLikePlaceholder,
} from './plausible.ts';

export type Variant = 'password' | 'secret' | 'key' | 'token';

const IS_PASSWORD = /pass(?:word|wd|phrase|wort)s?$|pwd$|(?:^|[_.-])pass$/;
const IS_SECRET = /secret(?:s|[_.-]?(?:key|token|value|text|data|string))?$|secret[_.-]?key[_.-]?base$|credentials?$/;
const IS_KEY =
  /(?:api|access|auth|private|signing|encryption|account|master|secret|service|storage|admin|app|application|client|consumer|shared|jwt|session|cookie|crypt|cipher|license|subscription)[_.-]?keys?$/;
const IS_TOKEN = /tokens?$|token[_.-]?(?:value|secret|string)$/;

/** Names that only speak of secrets. */
const NOT_A_SECRET =
  /(?:public|csrf|xsrf|authenticity|cancel(?:lation)?|next|page|continuation|sync|pagination|invalid|missing|no|unexpected|sub|syntax|design|color|separator|lex|parse|bos|eos|pad|unk|mask|sep|cls|start|end|close|open|comment|string|current|prev|previous|first|last|max|min|num|total|input|output|prompt|completion|target|placeholder|show|hide|reset|forgot|confirm|change|update|verify|has|is|use|with|without|require|validate|generate|create|get|set|delete|revoke|remove|expired?|partition|primary|foreign|sort|row|cache|lookup|object|map|dict|hot|short|ssh|identity|idempotency|route|trace|span|shard|group)[_.-]?(?:tokens?|keys?|pass(?:word|wd)?s?|secrets?)$/;

/** What a name says its value is, or undefined. */
export function judgeName(name: string): Variant | undefined {
  const plain = name
    .replace(/^.*\.(?=[A-Za-z])/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\d_.$-]+$/, '');
  if (plain.length > 60 || NOT_A_SECRET.test(plain)) return undefined;
  if (IS_PASSWORD.test(plain)) return 'password';
  if (IS_SECRET.test(plain)) return 'secret';
  if (IS_KEY.test(plain)) return 'key';
  if (IS_TOKEN.test(plain)) return 'token';
  return undefined;
}

export interface ValueContext {
  variant: Variant;
  name: string;
  operator: Operator;
  quoted: boolean;
  closed: boolean;
  /** The line before the name. */
  lead: string;
  /** What stands behind the value. */
  behind: string;
}

/** Words that stand where a password would, in documentation, forms, tests and translations. */
const STOCK =
  /^(?:pass(?:word|wd|phrase|code)?\d{0,4}!?|pwd|secret\d{0,3}|token|key|api[-_ ]?key|changeit|letmein|admin\d{0,4}|root|user|username|test(?:ing|er)?\d{0,4}|demo|default|guest|public|private|none|null|nil|true|false|yes|no|on|off|undefined|empty|string|text|value|hidden|optional|required|unknown|invalid|wrong|bad|new|old|current|auto|generated|auth|basic|bearer|oauth2?|jwt|openid|foo|bar|baz|qux|foobar|abc|abc123|xyz|hello|world|s3cr3t|123456?7?8?9?0?|my[-_]?(?:secret|password|token|key|pass|api[-_]?key)|some[-_ ]?\w{0,20}|the[-_ ]\w{0,20}|super[-_]?secret\w{0,10}|top[-_]?secret|not[-_ ]?a?[-_ ]?(?:real)?[-_ ]?\w{0,16}|[-_*.x#?=]+)$/i;

/**
 * Whether the value given to a name is a secret.
 * @returns how sure, and why; undefined when it is none
 */
export function judgeValue(value: string, context: ValueContext): { confidence: Confidence; reasons: Reason[] } | undefined {
  const { variant } = context;
  const least = variant === 'password' ? 5 : 12;
  if (value.length < least || value.length > 300 || !context.closed) return undefined;
  if (/[^\x20-\x7e]/.test(value) || STOCK.test(value)) return undefined;
  // An option of a command line stands where its value would.
  if (value.startsWith('--')) return undefined;
  if (isReference(value) || isPattern(value) || isUuid(value) || isPathLike(value) || looksLikePlaceholder(value, true))
    return undefined;
  const isOption = context.name.startsWith('-');
  if (context.operator === 'space' && !isOption) return undefined;
  // `define('KEY', 'value')`; in a list of words the next one is no value.
  if (context.operator === 'comma' && !/[\w.]\(\s*["'`]?$/.test(context.lead)) return undefined;
  if (!context.quoted && context.operator !== 'tag') {
    // Bare values are secrets in env files, INI, YAML and shells; in programs they are expressions.
    if (isExpression(value)) return undefined;
    if (!isOption && !/^\s*(?:(?:export|set|setx|ENV|ARG|-|var|let)\s+)?["']?$/.test(context.lead)) return undefined;
    if (!/^\s*(?:$|[\r\n]|#|\\|&|["'])/.test(context.behind)) return undefined;
    if (!/[0-9]/.test(value) && variant !== 'password') return undefined;
    if (/^[A-Za-z_]+$/.test(value)) return undefined;
  }
  // Text for people: labels, messages, translations.
  if (/\s/.test(value) && !(variant === 'password' && /[0-9]/.test(value) && value.split(' ').length <= 2)) return undefined;
  if (variant === 'password') return judgePassword(value, context);

  const bits = entropy(value);
  const digits = /[0-9]/.test(value);
  const letters = /[A-Za-z]/.test(value);
  if (!digits || !letters) return undefined;
  if (wordShare(value) > 0.5) return undefined;
  const hex = /^[0-9a-f]+$/i.test(value);
  if (hex) {
    if (bits < 2.8) return undefined;
    // A digest's length says hash as often as key; the name decides.
    if (isDigest(value) && variant === 'token') return { confidence: 'low', reasons: [randomReason(bits)] };
    return { confidence: 'medium', reasons: [nameReason(context.name), randomReason(bits)] };
  }
  if (bits < 3.3) return undefined;
  return {
    confidence: bits >= 3.8 && value.length >= 20 ? 'medium' : 'low',
    reasons: [nameReason(context.name), randomReason(bits)],
  };
}

function judgePassword(value: string, context: ValueContext): { confidence: Confidence; reasons: Reason[] } | undefined {
  const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((one) => one.test(value)).length;
  if (isExpression(value) && !/[0-9]/.test(value)) return undefined;
  if (/^[A-Za-z][a-z]*(?:[ _.-][A-Za-z]?[a-z]*)*[:?!.]?$/.test(value)) return undefined;
  if (/^[a-z]+(?:[A-Z][a-z]+)+$/.test(value) || /^[A-Z][A-Z_]+$/.test(value)) return undefined;
  if (classes < 2 || entropy(value) < 2) return undefined;
  const reasons = [nameReason(context.name)];
  return { confidence: classes >= 3 && value.length >= 8 ? 'medium' : 'low', reasons };
}

/** Share of the value that is made of lower-case or capitalised words of four letters or more. */
function wordShare(value: string): number {
  let letters = 0;
  for (const [word] of value.matchAll(/[A-Z]?[a-z]{3,}|[A-Z]{4,}/g))
    if (/[aeiouy]/i.test(word) && !/[bcdfghjklmnpqrstvwxz]{5}/i.test(word)) letters += word.length;
  return letters / value.length;
}

const nameReason = (name: string): Reason => ({ code: 'name', text: `It is given to the name ${name.slice(0, 60)}.` });
const randomReason = (bits: number): Reason => ({
  code: 'random',
  text: `It looks random (${bits.toFixed(1)} bits a character).`,
});
