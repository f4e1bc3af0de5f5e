/**
 * Makes credentials from rules: valid ones, and ones that are wrong in a single way. They are random, belong to nobody,
 * and exist so that no file needs to hold a token for a test.
 * @module
 */
import { checksumHolds, withChecksum } from '../detect/checksum.ts';
import { compileRule } from './compile.ts';
import { isRandomEnough, referenceMatches } from './reference.ts';
import type { Rule, RuleSource } from './rule.ts';
import { below, type Random } from './random.ts';
import { type ByteSet, type Node, parseShape } from './shape.ts';

export type Mutation = 'short' | 'long' | 'alphabet' | 'checksum';

const TRIES = 1000;
/** What people write in place of a secret. */
const PLACEHOLDER =
  /(.)\1{3}|example|sample|test|dummy|fake|placeholder|change|secret|passw|token|redact|your|xxx|1234|abcd|qwerty/gi;

/**
 * A text that the whole shape of a rule matches, with a right checksum and the entropy that the rule asks for, and that
 * does not look like a placeholder.
 * @throws Error when the rule has no shape, or when no such text is found.
 */
export function generate(rule: RuleSource, random: Random): string {
  if (rule.shape === undefined) {
    throw new Error(`the detector ${rule.detector} has no shape to make a text from; use another template`);
  }
  const { compiled, node, whole } = prepared(rule, rule.shape);
  let plain: string | undefined;
  for (let i = 0; i < TRIES; i++) {
    const made = new Writer(random);
    made.write(node);
    const text = complete(compiled, whole, made.text);
    if (text === undefined) continue;
    if (made.looksReal(text)) return text;
    plain ??= text;
  }
  if (plain === undefined) throw new Error(`no text fits the shape, checksum and entropy of ${rule.id}`);
  return plain;
}

/** A random text that a shape matches, and nothing more than that. */
export function generateText(shape: string, random: Random): string {
  const made = new Writer(random);
  made.write(parseShape(shape));
  return made.text;
}

interface Prepared {
  compiled: Rule;
  node: Node;
  whole: RegExp;
}

const cache = new WeakMap<RuleSource, Prepared>();

function prepared(rule: RuleSource, shape: string): Prepared {
  let found = cache.get(rule);
  if (!found) {
    const compiled = compileRule('', rule);
    found = { compiled, node: parseShape(shape), whole: new RegExp(`^(?:${compiled.pattern})$`, compiled.flags) };
    cache.set(rule, found);
  }
  return found;
}

/** The text with its checksum put right; undefined when it does not fit the rule after all. */
function complete(rule: Rule, whole: RegExp, text: string): string | undefined {
  const secretOf = (found: RegExpExecArray): string => found.groups?.['secret'] ?? found[0];
  let found = whole.exec(text);
  if (!found) return undefined;
  if (rule.checksum) {
    const secret = secretOf(found);
    const completed = withChecksum(rule.checksum, { ...found.groups, secret });
    found = whole.exec(text.replace(secret, () => completed));
    if (!found || !checksumHolds(rule.checksum, { ...found.groups, secret: secretOf(found) })) return undefined;
  }
  return isRandomEnough(rule, secretOf(found)) ? found[0] : undefined;
}

/** Writes a random text that a shape matches, and remembers which of its bytes were free. */
class Writer {
  text = '';
  readonly #free: boolean[] = [];
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  write(node: Node): void {
    switch (node.type) {
      case 'set':
        this.text += pick(node.set, this.#random);
        this.#free.push(node.literal === undefined);
        return;
      case 'group':
        this.write(node.item);
        return;
      case 'sequence':
        for (const item of node.items) this.write(item);
        return;
      case 'choice':
        this.write(node.items[below(node.items.length, this.#random)]!);
        return;
      case 'repeat': {
        const times = node.min + below(node.max - node.min + 1, this.#random);
        for (let i = 0; i < times; i++) this.write(node.item);
      }
    }
  }

  /** A prefix such as `sk_test_` may hold such a word; what is made up may not. */
  looksReal(text: string): boolean {
    for (const found of text.matchAll(PLACEHOLDER)) {
      for (let i = found.index; i < found.index + found[0].length; i++) if (this.#free[i]) return false;
    }
    return true;
  }
}

/** Characters that need no quotes in any language; `=` is left out, since within a value it is padding. */
const PLAIN = /[A-Za-z0-9]/;
const SAFE = /[-A-Za-z0-9_.+/~:@,!*]/;

/** Pools of characters of a set: the plain ones, and all that are preferred. */
const pools = new WeakMap<ByteSet, { plain: string[]; safe: string[] }>();

function pick(set: ByteSet, random: Random): string {
  let pool = pools.get(set);
  if (!pool) {
    const all = set.bytes().map((byte) => String.fromCharCode(byte));
    const plain = all.filter((char) => PLAIN.test(char));
    const safe = all.filter((char) => SAFE.test(char));
    pool = { plain, safe: safe.length > 0 ? safe : all };
    pools.set(set, pool);
  }
  const chars = pool.plain.length > 0 && random() < 0.9 ? pool.plain : pool.safe;
  return chars[below(chars.length, random)]!;
}

/**
 * A credential changed so that its rule no longer matches anywhere in it: too short, too long, one character outside
 * the alphabet, or (the shape still fits) a wrong checksum. Undefined where that cannot be, as for `long` without edges.
 */
export function mutate(rule: RuleSource, secret: string, how: Mutation, random: Random): string | undefined {
  if (rule.shape === undefined) return undefined;
  const { context: _, ...alone } = prepared(rule, rule.shape).compiled;
  const compiled: Rule = { ...alone, near: [], service: [], entropy: 0 };
  const misses = (text: string): boolean => referenceMatches(compiled, text).length === 0;
  if (how === 'short') return shortened(compiled, secret, misses);
  if (how === 'long') return lengthened(compiled, secret, misses, random);
  if (how === 'alphabet') return respelled(secret, misses);
  return miscounted(compiled, secret, misses, random);
}

type Misses = (text: string) => boolean;

/** One character less, or where the shape leaves room, less than any match has. */
function shortened(rule: Rule, secret: string, misses: Misses): string | undefined {
  return [secret.slice(0, -1), secret.slice(0, rule.minLength - 1)].find((text) => text !== '' && misses(text));
}

function lengthened(rule: Rule, secret: string, misses: Misses, random: Random): string | undefined {
  const tail =
    Array.from(secret)
      .reverse()
      .find((char) => PLAIN.test(char)) ?? 'k';
  const kind = CLASSES.find((chars) => chars.includes(tail))!;
  const more = (n: number): string => Array.from({ length: n }, () => kind[below(kind.length, random)]!).join('');
  const longer = [secret + more(1), secret + secret.at(-1)!, secret + more(rule.maxLength - secret.length + 1)];
  return longer.find(misses);
}

function respelled(secret: string, misses: Misses): string | undefined {
  const middle = secret.length >> 1;
  for (let i = 0; i < secret.length; i++) {
    const at = i % 2 === 0 ? middle + i / 2 : middle - (i + 1) / 2;
    for (const char of '*!%^ ') {
      const text = secret.slice(0, at) + char + secret.slice(at + 1);
      if (at >= 0 && at < secret.length && misses(text)) return text;
    }
  }
  return undefined;
}

const CLASSES = ['0123456789', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'];

const MAX_SPELLINGS = 5000;
const STRIDE = 15_485_863;

function miscounted(rule: Rule, secret: string, misses: Misses, random: Random): string | undefined {
  if (!rule.checksum) return undefined;
  const { checksum: _, ...shapeOnly } = rule;
  const spellings = CLASSES.join('');
  const all = secret.length * spellings.length;
  const start = below(all, random);
  for (let i = 0; i < Math.min(all, MAX_SPELLINGS); i++) {
    // A stride that shares no factor with the number of cases visits each one once, far apart.
    const at = (start + i * STRIDE) % all;
    const place = Math.floor(at / spellings.length);
    const text = secret.slice(0, place) + spellings[at % spellings.length]! + secret.slice(place + 1);
    if (misses(text) && referenceMatches(shapeOnly, text)[0]?.text === text) return text;
  }
  return undefined;
}
