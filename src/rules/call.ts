/**
 * What a rule says of asking its provider about one credential, and of ending it: `verify` and `revocation` in
 * `patterns/*.yaml` (`patterns/rule.schema.json` describes every field). Data only: src/verify acts on it.
 *
 * Texts may hold holes: `{secret}`; `{NAME}` for a named group of `parts`; `{rule:ID}` for what a companion's rule found beside
 * the credential; `{assertion}` for what `sign` makes. In a host a part or a companion may stand as its first label, or
 * `{host}` in place of all of it (see HostFact).
 * @module
 */
import { readFileSync } from 'node:fs';
import type { ProviderFile } from './rule.ts';

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
  /**
   * How the request is signed with the secret, which it then does not hold: by headers (aws-sigv4, azure-shared-key), or by
   * an assertion that fills the hole `{assertion}` (google-assertion).
   */
  sign?: 'aws-sigv4' | 'azure-shared-key' | 'google-assertion';
  /** Which hosts found beside the credential may stand for `{host}`; without it only a host that the user names does. */
  host?: HostFact;
  /** The address at a host that the user names, with `{host}`, where it is another than `url`: for software that anyone hosts. */
  hosted?: string;
}

/** Hosts of a provider's customers, at names that the provider itself answers for. */
export interface HostFact {
  /** Id of the companion that finds the host. */
  beside: string;
  /** What it must look like: `*` stands for one label, the last two are literal. */
  in: string[];
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
  /** The body holds none of these texts. */
  unless?: string[];
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
  /** Who it is: `label PLACE`, with a place as in `scopes`, or `label {rule:ID}` for what stands beside the credential. */
  identity?: string[];
  /** Where scopes are read: `/json/pointer`, `header:name`, or `jwt:/json/pointer#/claim` for a claim of a JWT in the answer. */
  scopes?: string[];
}

/** A request by which a credential is ended. */
export interface RevocationFact extends CallFact {
  /** Answers that mean that it was taken. */
  done: AnswerFact[];
  /** What it does, in words. */
  effect: string;
  /** How the provider's own id of the credential is found first: it fills the hole `{found}`. */
  find?: FindFact;
}

/** A list of the provider's in which the credential stands with its id. Asked with the headers of the revocation, at its host. */
export interface FindFact {
  url: string;
  /** JSON Pointer to the entries, `/*` for the items of a list. */
  at: string;
  /** Within an entry: where the credential stands, and its id. */
  secret: string;
  take: string;
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

/** The calls of the rules that have any, sorted by id. */
export function callsOf(files: readonly ProviderFile[]): CallTable {
  const entries = files.flatMap(({ provider, name, rules }) =>
    rules.flatMap(({ id, title, verify, revocation }) =>
      verify || revocation
        ? [[id, { provider, providerName: name, title, ...(verify && { verify }), ...(revocation && { revocation }) }] as const]
        : [],
    ),
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

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
  const { url, headers = [], basic = '', form = [], json = '' } = call;
  return [url, ...headers, basic, ...form, json];
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

/** The host of an address with holes, with `*` for its hole. */
export function hostOf({ url }: { url: string }): string {
  return (/^https:\/\/([^/?]+)/.exec(url)?.[1] ?? '').replace(HOLE, '*');
}

/** Whether a call goes to a host that its rule does not fix. */
export function isHostOpen({ url }: { url: string }): boolean {
  return url.startsWith('https://{host}');
}

/** The hosts that a call may go to when the user names none; `*` stands for one label. */
export function hostsOf(call: CallFact & { elsewhere?: string[] }): string[] {
  return isHostOpen(call) ? (call.host?.in ?? []) : [hostOf(call), ...(call.elsewhere ?? [])];
}
