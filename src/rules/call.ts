/**
 * What a rule says of asking its provider about one credential, and of ending it: `verify` and `revocation` in
 * `patterns/*.yaml` (`patterns/rule.schema.json` describes every field). Data only: src/verify acts on it.
 *
 * Texts may hold holes: `{secret}`; `{NAME}` for a named group of `parts`; `{rule:ID}` for the credential of a companion that
 * was found beside this one. In a host only a part may stand, as its first label.
 * @module
 */
import { readFileSync } from 'node:fs';

/** Where the build puts the calls of all rules: apart from what scanning needs. */
export const CALLS_FILE = 'calls.generated.json';

export interface CallFact {
  /** Default GET. */
  method?: 'GET' | 'POST' | 'DELETE';
  url: string;
  /** Regular expression over the whole secret whose named groups become holes. */
  parts?: string;
  /** `Name: value` */
  headers?: string[];
  /** `user:password` of HTTP Basic (RFC 7617). */
  basic?: string;
  /** `name=value`, sent as application/x-www-form-urlencoded. */
  form?: string[];
  /** A JSON text; holes stand inside its strings. */
  json?: string;
  /** How the request is signed with the secret, which it then does not hold. */
  sign?: 'aws-sigv4';
}

/** All that is said must hold of the answer. */
export interface AnswerFact {
  status: number[];
  /** The body is JSON of this type. */
  body?: 'object' | 'array';
  /** A value that must be there and not null: a JSON Pointer, `*` for every item. */
  at?: string;
  /** The value is (with `at`), or the body holds (without), one of these. */
  is?: string[];
  /** Told with the result, where the answer says more than that the credential is taken or not. */
  means?: string;
}

export interface CheckFact extends CallFact {
  /** Other hosts of the provider where the credential may belong: asked in turn while the answer is that it is inactive. */
  elsewhere?: string[];
  active: AnswerFact[];
  /** Absent where a refusal proves nothing, as for software that others host, too. */
  inactive?: AnswerFact[];
  /** Answers that prove neither, with what they mean. */
  unclear?: AnswerFact[];
  /** Who it is: `label /json/pointer` or `label header:name`. */
  identity?: string[];
  /** Where scopes are read: `/json/pointer` or `header:name`. */
  scopes?: string[];
}

/** A request by which a credential is ended. */
export interface RevocationFact extends CallFact {
  /** Answers that mean that it was taken. */
  done: AnswerFact[];
  /** What it does, in words. */
  effect: string;
}

/** The calls of one rule. */
export interface RuleCalls {
  provider: string;
  providerName: string;
  title: string;
  verify?: CheckFact;
  revocation?: RevocationFact;
}

/** By rule id. */
export type CallTable = Readonly<Record<string, RuleCalls>>;

/** @throws Error when the build has not made the file */
export function loadCalls(): CallTable {
  return JSON.parse(readFileSync(new URL(`./${CALLS_FILE}`, import.meta.url), 'utf8')) as CallTable;
}

const HOLE = /\{([A-Za-z][\w:-]*)\}/g;

/** Names of the holes of a text. */
export function holesIn(text: string): string[] {
  return Array.from(text.matchAll(HOLE), (found) => found[1]!);
}

/** The texts of a call that may hold holes. */
export function textsOf(call: CallFact): string[] {
  return [call.url, ...(call.headers ?? []), call.basic ?? '', ...(call.form ?? []), call.json ?? ''];
}

/** The text with its holes filled, each value changed by `encode`; undefined when a hole has no value. */
export function fillHoles(
  text: string,
  values: ReadonlyMap<string, string>,
  encode: (value: string) => string = (value) => value,
): string | undefined {
  let complete = true;
  const filled = text.replace(HOLE, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) complete = false;
    return encode(value ?? '');
  });
  return complete ? filled : undefined;
}

/** The host of a call, with `*` for its hole. */
export function hostOf(call: CallFact): string {
  return (/^https:\/\/([^/?]+)/.exec(call.url)?.[1] ?? '').replace(HOLE, '*');
}
