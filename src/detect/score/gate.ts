/**
 * What needs no weighing: values that cannot be a secret whatever stands around them.
 * @module
 */
import { isExpression, isReference } from '../plausible.ts';
import type { Candidate } from './candidate.ts';
import { variantOf, plainName } from './names.ts';

const LONGEST = 4096;
const WORD = /^(?:[A-Za-z]?[a-z]*|[A-Z]+)$/;
/** What ends a bare value for good; behind anything else it would go on as an expression. */
const BARE_END = /^(?:$|[\s,;&"'`)}\]<\\|#])/;
const LITERALS = /^(?:true|false|null|nil|none|undefined|string|boolean|number|integer|bytes|void|any|self|this)$/i;

/** Whether a candidate is worth weighing. */
export function passesGate(candidate: Candidate): boolean {
  const { value, form, quote, closed, name, lead, tail } = candidate;
  if (!closed || value.length < 4 || value.length > LONGEST) return false;
  if (isReference(value) || LITERALS.test(value)) return false;
  if (value.startsWith('--') || /^[\s\W_]*$/.test(value)) return false;
  const spaces = value.split(' ').length - 1;
  if (spaces > 3 && !/\d.*\d.*\d/.test(value)) return false;
  if (form === 'space' && quote === 0 && !name.startsWith('-') && !/(?:login|machine|user)\s+\S+\s+$/.test(lead)) return false;
  if (quote === 0 && form !== 'tag' && form !== 'url') {
    if (isExpression(value) || !BARE_END.test(tail)) return false;
  }
  if (form === 'url' || form === 'sql' || form === 'user' || form === 'otp') return true;
  // What only may be a secret must look like one: `key: "name"`, `auth = basic`.
  const plain = plainName(name);
  if (/^_(?:key|auth|keys|seed|signature|cookie|ticket|authorization)_$/.test(plain))
    return value.length >= 8 && !(WORD.test(value) && value.length < 16);
  return variantOf(plain) !== 'key' || value.length >= 6;
}
