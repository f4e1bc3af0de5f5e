/**
 * Features of a value: what it is made of, and whether it reads like words, like code or like chance.
 * @module
 */
import { isDigest, isExpression, isPathLike, isPattern, isReference, isUuid, saysStandIn } from '../plausible.ts';
import { type Feature, flag } from './feature.ts';
import type { ValueFacts } from './facts.ts';

const share = (count: number, of: number): number => (of === 0 ? 0 : count / of);

export const VALUE_FEATURES: readonly Feature<ValueFacts>[] = [
  ['length', 'how long it is', ({ value }) => value.length],
  ['entropy', 'how varied its characters are', ({ counts }) => counts.entropy],
  ['distinct', 'how many of its characters differ', ({ counts, value }) => share(counts.distinct, value.length)],
  ['lower', 'its share of lower-case letters', ({ counts, value }) => share(counts.lower, value.length)],
  ['upper', 'its share of upper-case letters', ({ counts, value }) => share(counts.upper, value.length)],
  ['digits', 'its share of digits', ({ counts, value }) => share(counts.digit, value.length)],
  ['symbols', 'its share of other characters', ({ counts, value }) => share(counts.symbol, value.length)],
  ['classes', 'how many kinds of characters it has', ({ counts }) => counts.classes],
  ['switches', 'how often letters, digits and cases take turns', ({ counts, value }) => share(counts.switches, value.length)],
  ['letter-run', 'its longest run of letters', ({ counts }) => counts.letterRun],
  ['digit-run', 'its longest run of digits', ({ counts }) => counts.digitRun],
  ['vowels', 'its share of vowels among letters', ({ counts, reading }) => share(counts.vowels, reading.letters)],
  ['surprise', 'how unlike words its letters follow each other', ({ reading }) => reading.surprise],
  ['peak-surprise', 'how unlike words its oddest letters are', ({ reading }) => reading.peak],
  ['known', 'how much of it is common words', ({ reading }) => share(reading.known, reading.letters)],
  [
    'known-long',
    'how much of it is common words of four letters or more',
    ({ reading }) => share(reading.knownLong, reading.letters),
  ],
  ['unknown', 'how many letters belong to no common word', ({ reading }) => reading.letters - reading.known],
  ['letters-only', 'that it is letters alone', ({ value }) => flag(/^[A-Za-z]+$/.test(value))],
  ['digits-only', 'that it is digits alone', ({ value }) => flag(/^[0-9]+$/.test(value))],
  ['hexadecimal', 'that it is hexadecimal', ({ value }) => flag(/^(?:[0-9a-f]{8,}|[0-9A-F]{8,})$/.test(value))],
  ['digest', 'that it has the length of a digest', ({ value }) => flag(isDigest(value))],
  ['base32', 'that it is base32', ({ value }) => flag(/^[A-Z2-7]{12,}={0,6}$/.test(value))],
  ['base64', 'that its alphabet is base64', ({ value }) => flag(/^[A-Za-z0-9+/_-]{12,}={0,2}$/.test(value))],
  ['padding', 'that it ends with =', ({ value }) => flag(value.endsWith('='))],
  ['uuid', 'that it is a UUID', ({ value }) => flag(isUuid(value))],
  ['reference', 'that it refers to a value kept elsewhere', ({ value }) => flag(isReference(value))],
  ['expression', 'that it is an expression', ({ value }) => flag(isExpression(value))],
  ['pattern', 'that it is a pattern', ({ value }) => flag(isPattern(value))],
  ['path', 'that it is a path or address', ({ value }) => flag(isPathLike(value))],
  ['stand-in', 'that it is a stand-in', ({ value, repetitive }) => flag(repetitive || saysStandIn(value, true))],
  ['repetitive', 'that it repeats itself', ({ repetitive }) => flag(repetitive)],
  ['spaces', 'how many spaces it has', ({ value }) => share(value.split(' ').length - 1, value.length)],
  ['sentence', 'that it is a sentence', ({ value }) => flag(/^[A-Z]?[a-z']+(?: [A-Za-z'`"-]+)+[.?!:]?$/.test(value))],
  ['not-ascii', 'that it has characters beyond ASCII', ({ value }) => flag(/[^\x20-\x7e]/.test(value))],
  ['snake', 'that it is words joined by _, - or .', ({ value }) => flag(/^[A-Za-z]+(?:[_.:-][A-Za-z0-9]+)+$/.test(value))],
  [
    'camel',
    'that it is written like an identifier',
    ({ value }) => flag(/^[a-z]+(?:[A-Z][a-z]+)+$|^(?:[A-Z][a-z]+)+$/.test(value)),
  ],
  ['shouting', 'that it is written like a constant', ({ value }) => flag(/^[A-Z]+(?:_[A-Z0-9]+)+$/.test(value))],
  ['brackets', 'that it has brackets', ({ value }) => flag(/[()[\]{}<>]/.test(value))],
  ['sigil', 'that it begins like a variable or directive', ({ value }) => flag(/^[$%@#&:*!?~^]/.test(value))],
  ['template', 'that it holds a template', ({ value }) => flag(/%[sdv@]|\{\w*\}|\$\w|<\w+>|#\{/.test(value))],
  ['escapes', 'that it has escapes', ({ value }) => flag(/\\[nrtux0"']/.test(value))],
  [
    'address',
    'that it is an e-mail address or host',
    ({ value }) => flag(/^[\w.+-]+@[\w-]+\.[\w.]+$|^(?:[\w-]+\.)+(?:com|org|net|io|dev|local)(?:[:/]|$)/i.test(value)),
  ],
  ['version', 'that it is a version, number or date', ({ value }) => flag(/^v?\d+(?:[.:/-]\d+)+\S{0,6}$/.test(value))],
  [
    'bcrypt',
    'that it is a password hash',
    ({ value }) => flag(/^\$(?:2[abxy]?|1|5|6|argon2\w*|apr1|pbkdf2\S*)\$|^\{(?:SSHA|SHA|MD5|CRYPT)\}/i.test(value)),
  ],
  ['says-secret', 'that it speaks of secrets', ({ value }) => flag(/pass|secret|token|key|auth|cred|login|access/i.test(value))],
  [
    'says-test',
    'that it says it is made up',
    ({ value }) =>
      flag(
        /test|exam|sampl|demo|dummy|fake|mock|foo|bar|invalid|wrong|bad|some|your|my[-_]|change|default|random|valid|here/i.test(
          value,
        ),
      ),
  ],
  ['public', 'that it says it is public', ({ value }) => flag(/^(?:ssh-|pk[_.-]|-----BEGIN (?:PUBLIC|CERT))/.test(value))],
  ['tail-word', 'that it ends with a word or sign of a sentence', ({ value }) => flag(/[a-z]{3}[.:?!,]$|\.{3}$/.test(value))],
];
