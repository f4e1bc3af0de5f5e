/**
 * Weak points of a token that can be seen without a network. Each has a stable code, a severity of its own and a sentence.
 * @module
 */
import type { Token, TokenProblem } from '../model.ts';
import { type Decoded, isNone } from './decode.ts';
import { isObject, type JsonObject, own, quoted, strings, text } from './json.ts';
import type { Lifetime } from './lifetime.ts';

export interface ProblemInput {
  decoded: Decoded;
  claims: JsonObject | undefined;
  type: Token['type'];
  privilege: Token['privilege'];
  lifetime: Lifetime;
  /** Kinds of personal data and names of secrets that the claims and the header hold. */
  personal: string[];
  secrets: string[];
  /** Signed by keys that everyone has, of a local development server. */
  demo: boolean;
}

/** Bytes of a signature by algorithm (RFC 7518 section 3.4, RFC 8037 section 3.1, RFC 8812 section 3.2). */
const SIGNATURE_BYTES: Record<string, number[]> = {
  HS256: [32],
  HS384: [48],
  HS512: [64],
  ES256: [64],
  ES256K: [64],
  ES384: [96],
  ES512: [132],
  EdDSA: [64, 114],
  Ed25519: [64],
  Ed448: [114],
};
const MIN_RSA_BYTES = 256;
/** 512, 768, 1024 and 1536 bits. */
const WEAK_RSA_BYTES = new Set([64, 96, 128, 192]);
const DAY = 24 * 3600;
const YEAR = 365 * DAY;

/** Kinds that a resource takes by themselves; the others need no audience or end of their own. */
const USABLE = new Set<Token['type']>(['access', 'refresh', 'service-account', 'session', 'unknown', 'id']);

/** All weak points, in the order in which a reader should see them. */
export function problemsOf(input: ProblemInput): TokenProblem[] {
  return [
    ...signatureProblems(input.decoded),
    ...headerProblems(input),
    ...(input.claims ? claimProblems(input, input.claims) : []),
    ...contentProblems(input),
  ];
}

function problem(code: string, severity: TokenProblem['severity'], sentence: string): TokenProblem {
  return { code, severity, text: sentence };
}

function signatureProblems(decoded: Decoded): TokenProblem[] {
  if (decoded.format === 'jwe') return [];
  if (isNone(decoded.header)) {
    return [
      problem(
        'alg-none',
        'medium',
        'It is not signed (alg none): a service that takes it takes anything that anyone writes (RFC 8725 section 3.1).',
      ),
    ];
  }
  return decoded.signatures.slice(0, 1).flatMap(({ header, bytes }) => {
    const algorithm = text(header, 'alg') ?? '';
    if (bytes.every((byte) => byte === 0)) {
      return [
        problem(
          'empty-signature',
          'medium',
          'Its signature is empty: it was cut off, or it is meant for a service that does not look at it.',
        ),
      ];
    }
    const lengths = Object.hasOwn(SIGNATURE_BYTES, algorithm) ? SIGNATURE_BYTES[algorithm] : undefined;
    if (lengths && !lengths.includes(bytes.length)) {
      return [
        problem(
          'signature-length',
          'low',
          `A signature of ${algorithm} has ${lengths.join(' or ')} bytes, this one has ${bytes.length}: no verifier takes it.`,
        ),
      ];
    }
    if (/^[RP]S\d{3}$/.test(algorithm) && WEAK_RSA_BYTES.has(bytes.length)) {
      return [
        problem(
          'weak-rsa-key',
          'medium',
          `It is signed with an RSA key of ${8 * bytes.length} bits; RFC 7518 section 3.3 asks for at least 2048.`,
        ),
      ];
    }
    if (/^[RP]S\d{3}$/.test(algorithm) && (bytes.length < MIN_RSA_BYTES || bytes.length % 8 !== 0)) {
      return [
        problem(
          'signature-length',
          'low',
          `Its RSA signature has ${bytes.length} bytes, which no key in use makes: it was cut, and no verifier takes it.`,
        ),
      ];
    }
    return [];
  });
}

function headerProblems({ decoded: { header }, type }: ProblemInput): TokenProblem[] {
  const found: TokenProblem[] = [];
  for (const name of ['jku', 'x5u'] as const) {
    const url = text(header, name);
    if (url !== undefined) {
      found.push(
        problem(
          `${name}-header`,
          'medium',
          `Its header says where to fetch the key (${name}: ${quoted(url)}): a verifier that follows it can be given a forger's key (RFC 8725 section 3.10).`,
        ),
      );
    }
  }
  const jwk = own(header, 'jwk');
  if (isObject(jwk) && (text(jwk, 'd') !== undefined || text(jwk, 'k') !== undefined)) {
    found.push(
      problem('embedded-private-key', 'critical', 'Its header holds the private key itself: anyone can sign further tokens.'),
    );
  } else if (isObject(jwk) && type !== 'dpop-proof' && type !== 'credential') {
    found.push(
      problem(
        'embedded-jwk',
        'medium',
        'Its header brings its own key (jwk): a verifier that believes it takes tokens of anyone (CVE-2018-0114).',
      ),
    );
  }
  if (own(header, 'x5c') !== undefined)
    found.push(
      problem(
        'x5c-header',
        'info',
        'Its header holds a certificate chain (x5c): the verifier must check it against roots of its own.',
      ),
    );
  const keyId = strings(own(header, 'kid'))[0] ?? '';
  if (/\.\.[/\\]|^\/(etc|dev|proc|tmp|var)\/|%2e%2e|\0/i.test(keyId)) {
    found.push(
      problem(
        'kid-injection',
        'high',
        `Its key id is a path (${quoted(keyId)}): someone tried to make a verifier read a file of their choice as key.`,
      ),
    );
  } else if (/'\s*(or|and|union)\b|\bunion\s+(all\s+)?select\b|;\s*(drop|select)\b|['"\s;]--|\|\s*\w+\s*$/i.test(keyId)) {
    found.push(
      problem(
        'kid-injection',
        'high',
        `Its key id is a query or a command (${quoted(keyId)}): someone tried to inject it into the search for the key.`,
      ),
    );
  } else if (/^https?:\/\//i.test(keyId)) {
    found.push(
      problem('kid-injection', 'low', `Its key id is a URL (${quoted(keyId)}): a verifier that fetches it can be led elsewhere.`),
    );
  }
  return found;
}

function claimProblems({ decoded, type, lifetime, privilege }: ProblemInput, claims: JsonObject): TokenProblem[] {
  const found: TokenProblem[] = [];
  const usable = USABLE.has(type) && decoded.format !== 'jwe';
  if (usable && lifetime.state !== 'unknown' && lifetime.expiresAt === undefined) {
    found.push(problem('no-expiry', 'high', "It never ends (no exp): a static key in a token's clothing."));
  }
  const seconds = lifetime.lifetimeSeconds;
  if (usable && seconds !== undefined && seconds > 30 * DAY) {
    const years = seconds / YEAR;
    const span = years >= 1 ? `${years.toFixed(years < 10 ? 1 : 0)} years` : `${Math.round(seconds / DAY)} days`;
    found.push(
      problem('very-long-lived', years >= 1 ? 'high' : 'medium', `It lives for ${span}: a static key in a token's clothing.`),
    );
  }
  if (privilege === 'admin')
    found.push(problem('admin-privilege', 'high', 'It administers: whoever holds it can change who else may do what.'));

  const audience = own(claims, 'aud');
  const audiences = strings(audience);
  if (audiences.some((value) => value === '*' || /^https?:\/\/\*?$/.test(value) || value.startsWith('*.'))) {
    found.push(problem('wildcard-audience', 'medium', 'Its audience is a wildcard: it is meant for every service.'));
  } else if (audiences.length === 0 && usable && type !== 'session') {
    found.push(
      problem(
        'no-audience',
        'low',
        'It names no audience: every service that trusts the issuer may take it (RFC 8725 section 3.9).',
      ),
    );
  }
  const issuer = text(claims, 'iss');
  if (issuer !== undefined && /^http:\/\//i.test(issuer) && !isLocalUrl(issuer)) {
    found.push(
      problem(
        'http-issuer',
        'low',
        `Its issuer is reached without encryption (${quoted(issuer)}): its keys can be replaced on the way.`,
      ),
    );
  }
  for (const { claim, how } of lifetime.odd) {
    if (how === 'milliseconds') {
      found.push(
        problem(
          'milliseconds-time',
          claim === 'exp' ? 'medium' : 'low',
          `${claim} does not count in seconds: a verifier by RFC 7519 reads it as a day thousands of years away.`,
        ),
      );
    } else if (how === 'text') {
      found.push(
        problem(
          'text-time',
          'low',
          `${claim} is text where RFC 7519 asks for a number: verifiers differ in what they make of it.`,
        ),
      );
    } else {
      found.push(problem('unreadable-time', 'low', `${claim} is no time.`));
    }
  }
  if (lifetime.future.length > 0)
    found.push(
      problem(
        'future-issued',
        'low',
        `${lifetime.future.join(' and ')} ${lifetime.future.length > 1 ? 'lie' : 'lies'} in the future: a wrong clock, or a token made in advance.`,
      ),
    );
  return found;
}

function contentProblems({ claims, demo, personal, secrets }: ProblemInput): TokenProblem[] {
  const found: TokenProblem[] = [];
  if (demo) found.push(problem('demo-key', 'info', 'It is a key of a local development server, which everyone has.'));
  if (claims && isSample(claims))
    found.push(problem('example-token', 'info', 'It is the example of documentation: its subject was never anyone.'));
  if (secrets.length > 0)
    found.push(
      problem(
        'secret-inside',
        'high',
        `It holds further secrets (${secrets.map((name) => quoted(name, 40)).join(', ')}), readable by anyone.`,
      ),
    );
  if (personal.length > 0)
    found.push(problem('personal-data', 'low', `It holds personal data, readable by anyone: ${personal.join(', ')}.`));
  return found;
}

/** The claims with which jwt.io and RFC 7519 (section 3.1) show what a token looks like, alone or with little added. */
function isSample(claims: JsonObject): boolean {
  const subject = own(claims, 'sub');
  if (subject === '1234567890' && (own(claims, 'iat') === 1516239022 || own(claims, 'name') === 'John Doe')) return true;
  return own(claims, 'iss') === 'joe' && own(claims, 'exp') === 1300819380;
}

/** Hosts that are nobody else's: loopback, names reserved by RFC 2606 and RFC 6762, and names without a dot. */
export function isLocalUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const host = new URL(value).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  return (
    host === '::1' ||
    host.startsWith('127.') ||
    !/[.:]/.test(host) ||
    /(^|\.)(localhost|local|test|invalid|example|internal|lan|home\.arpa)$/.test(host) ||
    /(^|\.)example\.(com|net|org)$/.test(host)
  );
}
