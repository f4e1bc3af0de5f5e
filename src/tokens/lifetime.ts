/**
 * From when and until when a token is taken (RFC 7519 sections 4.1.4 to 4.1.6). The clock is given.
 * @module
 */
import type { Token, TokenType } from '../model.ts';
import { type JsonObject, own } from './json.ts';

/** A time claim that is not the number of seconds that RFC 7519 asks for. */
export interface OddTime {
  claim: 'exp' | 'iat' | 'nbf';
  how: 'milliseconds' | 'text' | 'unreadable';
}

export interface Lifetime
  extends Pick<Token, 'issuedAt' | 'notBefore' | 'expiresAt' | 'lifetimeSeconds' | 'state' | 'lifetime' | 'liveWhenCommitted'> {
  odd: OddTime[];
  /** `iat` or `nbf` lie after the clock. */
  future: ('iat' | 'nbf')[];
}

export interface LifetimeOptions {
  now: Date;
  /** Author date of the commit that brought the token. */
  committedAt?: Date | undefined;
  /** Seconds after `iat` that a token without `exp` is taken, where the issuer is known to do so. */
  sinceIssue?: number | undefined;
}

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Upper bounds, in seconds, of the classes of lifetime. */
export const LIFETIMES: readonly [Token['lifetime'], number][] = [
  ['short', HOUR],
  ['medium', DAY],
  ['long', 30 * DAY],
  ['very-long', Number.POSITIVE_INFINITY],
];

/** Kinds that are taken only shortly after `iat`, in seconds, when they hold no `exp`. */
const SINCE_ISSUE: Partial<Record<TokenType, number>> = { 'dpop-proof': 300, logout: 120 };
/** Seconds reach 1e11 in the year 5138; milliseconds did in 1973. */
const LAST_SECONDS = 1e11;
const SKEW = 60;

/** @param claims undefined when they cannot be read (encrypted, or no JWT) */
export function lifetimeOf(claims: JsonObject | undefined, type: TokenType, options: LifetimeOptions): Lifetime {
  if (!claims) return { state: 'unknown', lifetime: 'unknown', odd: [], future: [] };
  const odd: OddTime[] = [];
  const time = (claim: OddTime['claim']): number | undefined => {
    const read = readTime(own(claims, claim));
    if (read?.how) odd.push({ claim, how: read.how });
    return read?.seconds;
  };
  const [iat, nbf, exp] = [time('iat'), time('nbf'), time('exp')];
  const wait = options.sinceIssue ?? SINCE_ISSUE[type];
  const end = exp ?? (iat !== undefined && wait !== undefined ? iat + wait : undefined);
  const unreadable = odd.some(({ claim, how }) => claim === 'exp' && how === 'unreadable');
  // Not a credential: it states what happened, and no one asks whether it still holds.
  const timeless = type === 'security-event' && end === undefined;
  const now = options.now.getTime() / 1000;

  const stateAt = (moment: number): Token['state'] => {
    if (unreadable || timeless) return 'unknown';
    if (end !== undefined && end <= moment) {
      // A verifier that follows the RFC reads milliseconds as a day in the far future.
      return odd.some(({ claim, how }) => claim === 'exp' && how === 'milliseconds') ? 'unknown' : 'expired';
    }
    if (nbf !== undefined && nbf > moment + SKEW) return 'not-yet-valid';
    return end === undefined ? 'never-expires' : 'active';
  };

  const state = stateAt(now);
  const start = iat ?? nbf;
  const seconds = end !== undefined && start !== undefined && end >= start ? Math.round(end - start) : undefined;
  const committed = options.committedAt && stateAt(options.committedAt.getTime() / 1000);
  return {
    ...(iat !== undefined && { issuedAt: iso(iat) }),
    ...(nbf !== undefined && { notBefore: iso(nbf) }),
    ...(end !== undefined && { expiresAt: iso(end) }),
    ...(seconds !== undefined && { lifetimeSeconds: seconds }),
    state,
    lifetime:
      unreadable || timeless ? 'unknown' : end === undefined ? 'unbounded' : lifetimeClass(seconds ?? remaining(end, now)),
    ...(committed && committed !== 'unknown' && { liveWhenCommitted: committed === 'active' || committed === 'never-expires' }),
    odd,
    future: [
      ...(iat !== undefined && iat > now + SKEW ? ['iat' as const] : []),
      ...(nbf !== undefined && nbf > now + SKEW ? ['nbf' as const] : []),
    ],
  };
}

/** The class of a lifetime in seconds; unknown stays unknown. */
export function lifetimeClass(seconds: number | undefined): Token['lifetime'] {
  if (seconds === undefined) return 'unknown';
  return LIFETIMES.find(([, most]) => seconds <= most)?.[0] ?? 'very-long';
}

/** Without a beginning, what is left is at least a lower bound. */
function remaining(end: number, now: number): number | undefined {
  return end > now ? end - now : undefined;
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

/** Absent, null, false and 0 all mean that there is no such time (0 is how some issuers write "never"). */
function readTime(value: unknown): { seconds?: number; how?: OddTime['how'] } | undefined {
  if (value === undefined || value === null || value === false || value === 0 || value === '' || value === '0') return undefined;
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value === 'string' && /^\d{1,20}(\.\d{1,9})?$/.test(value)) {
    const { seconds, how } = fromNumber(Number(value));
    return { ...(seconds !== undefined && { seconds }), how: how ?? 'text' };
  }
  if (typeof value === 'string' && value.length <= 40 && /^\d{4}-\d\d-\d\d/.test(value)) {
    const milliseconds = Date.parse(value);
    if (milliseconds > 0) return { seconds: milliseconds / 1000, how: 'text' };
  }
  return { how: 'unreadable' };
}

/** Milliseconds, microseconds and nanoseconds are told by their size. */
function fromNumber(value: number): { seconds?: number; how?: OddTime['how'] } {
  if (!(value > 0)) return { how: 'unreadable' };
  if (value < LAST_SECONDS) return { seconds: value };
  for (const unit of [1e3, 1e6, 1e9]) if (value / unit < LAST_SECONDS) return { seconds: value / unit, how: 'milliseconds' };
  return { how: 'unreadable' };
}
