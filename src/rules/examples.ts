/**
 * Examples of rules are templates, so that no rule file holds a credential. In them stand for
 *
 *     {secret}              a generated text that the whole shape matches
 *     {value}               only the group `secret` of the same text (the whole text without such a group)
 *     {short} {long}        the same kind of text, too short and too long to match
 *     {alphabet}            with one character that the shape does not allow
 *     {checksum}            with a wrong checksum
 *     {upper} {lower}       {secret} in upper or lower case
 *     {hex:N} {HEX:N} {digits:N} {lower:N} {upper:N} {alnum:N} {base32:N} {base64:N} {base64url:N}
 *                           N random characters
 *     {uuid}                a random UUID
 *     {jwt} {jwtNone} {jwtCut} {jwe}
 *                           a JWT that nobody signed, one of algorithm none, one cut off in its payload, a JWE
 *     {pem} {pemEscaped} {pemCut} {pemEncrypted} {openssh} {putty} {pgp}
 *                           private keys; pemEscaped has \\n for its line breaks
 *     {password} {basic}    a password, and base64 of a user and a password
 *     {name}                an identifier such as billing_worker
 *     {near}                the first of the rule's near words, or of its words for the provider
 *     {jwsJson} {jwsGeneral} {jweJson} {jwk} {jwkSymmetric} {paseto} {pasetoPublic} {macaroon} {biscuit} {branca}
 *                           other token formats and keys, see token-samples.ts
 *     {rule:ID}             a generated credential of another rule of the same file
 *     {{                    an opening brace
 *
 * Within one example the same template without N gives the same text each time. Braces around anything else stand for
 * themselves. What is random follows from the rule's id and the template, so examples are the same in every run.
 * @module
 */
import { compileRule } from './compile.ts';
import { generate, type Mutation, mutate } from './generate.ts';
import { type Random, randomFrom, randomText } from './random.ts';
import type { RuleSource } from './rule.ts';
import { SAMPLES } from './samples.ts';

export interface Example {
  template: string;
  text: string;
  /** What {secret} became, if it stands in the template. */
  secret?: string;
}

/** A template that cannot be expanded; `index` is the 0-based place in it. */
export class TemplateError extends Error {
  readonly index: number;
  constructor(message: string, index: number) {
    super(message);
    this.index = index;
  }
}

const TEMPLATE = /\{\{|\{([A-Za-z][A-Za-z0-9]*)(?::([^{}\s]*))?\}/g;
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
const ALPHABETS: Readonly<Record<string, string>> = {
  hex: `${DIGITS}abcdef`,
  HEX: `${DIGITS}ABCDEF`,
  digits: DIGITS,
  lower: LOWER,
  upper: UPPER,
  alnum: LOWER + UPPER + DIGITS,
  base32: `${UPPER}234567`,
  base64: `${LOWER}${UPPER}${DIGITS}+/`,
  base64url: `${LOWER}${UPPER}${DIGITS}-_`,
};
const FIRST = ['billing', 'orders', 'mail', 'search', 'reports', 'staging', 'media', 'ledger'];
const SECOND = ['worker', 'service', 'client', 'sync', 'gateway', 'job', 'api', 'export'];

/**
 * The rule's examples as texts.
 * @param siblings rules that {rule:ID} may name
 * @throws TemplateError for an unknown template, or one that the rule gives no text for.
 */
export function expandExamples(rule: RuleSource, siblings: readonly RuleSource[] = []): { match: Example[]; miss: Example[] } {
  const all = (templates: readonly string[]): Example[] => templates.map((template) => expandTemplate(rule, template, siblings));
  return { match: all(rule.examples?.match ?? []), miss: all(rule.examples?.miss ?? []) };
}

/** One template; see {@link expandExamples}. */
export function expandTemplate(rule: RuleSource, template: string, siblings: readonly RuleSource[] = []): Example {
  const random = randomFrom(`${rule.id}\n${template}`);
  const made = new Map<string, string>();
  let secret: string | undefined;
  const once = (name: string, make: () => string): string => {
    const text = made.get(name) ?? make();
    made.set(name, text);
    return text;
  };
  const text = template.replace(
    TEMPLATE,
    (whole: string, name: string | undefined, argument: string | undefined, index: number) => {
      if (name === undefined) return '{';
      const fail = (message: string): never => {
        throw new TemplateError(message, index);
      };
      const credential = (): string => (secret ??= attempt(() => generate(rule, random), fail));
      const alphabet = ALPHABETS[name];
      if (alphabet !== undefined && argument !== undefined) {
        const length = /^\d{1,5}$/.test(argument) ? Number(argument) : fail(`${whole} needs a number of characters`);
        return randomText(alphabet, length, random);
      }
      if (name === 'rule') {
        const other = siblings.find((sibling) => sibling.id === argument) ?? fail(`${whole} names no rule of this file`);
        return once(whole, () => attempt(() => generate(other, random), fail));
      }
      const sample = argument === undefined ? SAMPLES[name] : undefined;
      if (sample) return once(name, () => sample(random));
      const simple = SIMPLE[name];
      if (!simple || argument !== undefined) return fail(`there is no template ${whole}; write {{ for a brace`);
      return once(
        name,
        () => attempt(() => simple(rule, credential, random), fail) ?? fail(`${rule.id} gives no text for ${whole}`),
      );
    },
  );
  return secret === undefined ? { template, text } : { template, text, secret };
}

type Simple = (rule: RuleSource, credential: () => string, random: Random) => string | undefined;

const SIMPLE: Readonly<Record<string, Simple>> = {
  secret: (_, credential) => credential(),
  value: (rule, credential) => {
    const { pattern, flags } = compileRule('', rule);
    const found = new RegExp(`^(?:${pattern})$`, flags).exec(credential());
    return found?.groups?.['secret'] ?? credential();
  },
  short: mutation('short'),
  long: mutation('long'),
  alphabet: mutation('alphabet'),
  checksum: mutation('checksum'),
  upper: (_, credential) => credential().toUpperCase(),
  lower: (_, credential) => credential().toLowerCase(),
  uuid: (_, __, random) =>
    `${hex(8, random)}-${hex(4, random)}-4${hex(3, random)}-${randomText('89ab', 1, random)}${hex(3, random)}-${hex(12, random)}`,
  name: (_, __, random) => `${FIRST[Math.floor(random() * 8)]!}_${SECOND[Math.floor(random() * 8)]!}`,
  near: (rule) => rule.near?.[0] ?? rule.service?.[0],
  ...Object.fromEntries(
    Object.entries(SAMPLES).map(([name, make]) => [name, (_, __, random) => make(random)] satisfies [string, Simple]),
  ),
};

function mutation(how: Mutation): Simple {
  return (rule, _, random) => mutate(rule, generate(rule, random), how, random);
}

function hex(length: number, random: Random): string {
  return randomText(ALPHABETS['hex']!, length, random);
}

function attempt<T>(make: () => T, fail: (message: string) => never): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    return fail(error instanceof Error ? error.message : String(error));
  }
}
