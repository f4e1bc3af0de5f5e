/**
 * Which of a scan's keys belong to which of its tokens. Every token is tried with every key within one budget for the
 * whole scan; of tokens that look alike (the same header and issuer, so most likely the same key) one is tried before the
 * next, so that a budget that ends early has seen the most kinds of token.
 * @module
 */
import type { Token, TokenProblem } from '../model.ts';
import { keyRing } from './keyring.ts';
import { findKeys, type SearchLimits } from './weakkeys.ts';

export interface LinkInput {
  tokens: readonly { text: string; token: Token }[];
  /** Secrets that may be HMAC keys. */
  secrets: readonly string[];
  /** PEM or JWK private keys. */
  privateKeys: readonly string[];
  /** PEM certificates: only tokens that are bound by mutual TLS need them. */
  certificates?: readonly string[];
}

/** A key of the scan and what it is to a token. */
export interface KeyLink {
  of: 'secrets' | 'privateKeys';
  /** Index in that list. */
  index: number;
  relation: 'signed-by' | 'bound-to';
}

export interface LinkedToken {
  /** To be put before the token's own. */
  problems: TokenProblem[];
  keys: KeyLink[];
}

export interface Linked {
  /** One entry a token, in the order given. */
  tokens: LinkedToken[];
  /** Tokens for which the budget did not last. */
  untried: number;
}

/** For a whole scan: about two seconds of HMACs, a GiB hashed at most, and about two seconds of signature checks. */
export const SCAN_LIMITS: Required<SearchLimits> = { tries: 2_000_000, bytes: 2 ** 30, checks: 20_000 };

/** Links tokens and keys, in this thread. */
export function linkKeys(input: LinkInput, limits: SearchLimits = {}): Linked {
  const ring = keyRing(input.secrets, input.privateKeys, input.certificates);
  const left = { ...SCAN_LIMITS, ...limits };
  const tokens = input.tokens.map((): LinkedToken => ({ problems: [], keys: [] }));
  let untried = 0;
  for (const index of unlikeFirst(input.tokens)) {
    const { text, token } = input.tokens[index]!;
    const found = findKeys(text, token, ring, left);
    left.tries -= found.tried.tries;
    left.bytes -= found.tried.bytes;
    left.checks -= found.tried.checks;
    if (!found.complete) untried++;
    const { problems, keys } = tokens[index]!;
    problems.push(...found.problems);
    if (found.secret !== undefined) keys.push({ of: 'secrets', index: found.secret, relation: 'signed-by' });
    if (found.signingKey !== undefined) keys.push({ of: 'privateKeys', index: found.signingKey, relation: 'signed-by' });
    if (found.boundKey !== undefined) keys.push({ of: 'privateKeys', index: found.boundKey, relation: 'bound-to' });
  }
  return { tokens, untried };
}

/** Indexes of the tokens: the first of each sort, then the second of each, and so on. */
export function unlikeFirst(tokens: LinkInput['tokens']): number[] {
  const seen = new Map<string, number>();
  const turns = tokens.map(({ token }, index) => {
    const sort = JSON.stringify([token.algorithm, token.keyId, token.issuer]);
    const turn = seen.get(sort) ?? 0;
    seen.set(sort, turn + 1);
    return { index, turn };
  });
  return turns.sort((a, b) => a.turn - b.turn || a.index - b.index).map(({ index }) => index);
}
