/**
 * From a token's text to all that it says of itself: no network, nothing verified.
 * @module
 */
import type { Token } from '../model.ts';
import { bindingOf } from './binding.ts';
import { type Decoded, decodeToken } from './decode.ts';
import { findIssuer, type IssuerTable, issuerAnswer } from './issuer.ts';
import { own, quoted, strings, text } from './json.ts';
import { lifetimeOf } from './lifetime.ts';
import { hide, hideValue } from './personal.ts';
import { powerOf } from './power.ts';
import { problemsOf } from './problems.ts';
import { kindOf } from './type.ts';

export interface ExplainOptions {
  /** The one clock. */
  now: Date;
  /** Author date of the commit that brought the token: tells whether it was live then. */
  committedAt?: Date;
  /** Personal data in claims are replaced by words unless shown. Secrets inside always are. */
  personalData?: 'redact' | 'show';
  /** Made by load-issuers.ts. */
  issuers: IssuerTable;
}

/**
 * Explains a JWT or another JOSE object: JWS, JWE, SD-JWT, compact or JSON, signed or not.
 * @param token the token alone, at most 64 KiB
 * @returns what it says of itself, or in words why it is no token. Never throws.
 */
export function explainToken(token: string, options: ExplainOptions): Token | { malformed: string } {
  const decoded = decodeToken(token);
  return 'malformed' in decoded ? decoded : describe(decoded, options);
}

function describe(decoded: Decoded, options: ExplainOptions): Token {
  const show = options.personalData === 'show';
  const { header } = decoded;
  // The claims of a nested token are the innermost one's (RFC 7519 section 5.2); its typ says what they are.
  const innermost = innermostOf(decoded);
  const claims = innermost.claims;
  const readable = claims ?? {};
  const recognised = findIssuer(innermost.header, readable, options.issuers);
  const encrypted = innermost.format === 'jwe';
  const kind = kindOf(innermost.header, encrypted ? undefined : claims, recognised);
  const lifetime = lifetimeOf(encrypted ? undefined : claims, kind.type, {
    now: options.now,
    committedAt: options.committedAt,
    sinceIssue: recognised?.issuer.lifetime?.sinceIssue,
  });
  const power = powerOf(innermost.header, readable, recognised, kind.type);
  const binding = bindingOf(innermost.header, readable, kind.type);
  const hidden = hide(readable, show);
  const hiddenHeader = hide(header, show);
  const problems = problemsOf({
    decoded,
    claims,
    type: kind.type,
    privilege: power.privilege,
    lifetime,
    personal: hidden.personal,
    secrets: [...new Set([...hidden.secrets, ...hiddenHeader.secrets])],
    demo: recognised?.issuer.demo === true,
  });

  const { odd: _, future: __, ...times } = lifetime;
  const { scopes, roles, privilege } = power;
  const answer = issuerAnswer(recognised, readable);
  const keyId = strings(own(header, 'kid'))[0];
  const issuer = strings(own(readable, 'iss'))[0];
  const subject = strings(own(readable, 'sub'))[0];
  const actor = power.actor === undefined ? undefined : hideValue(power.actor, show);
  const client = ['client_id', 'azp', 'cid', 'appid'].map((name) => text(readable, name)).find((value) => value !== undefined);
  return {
    format: decoded.format,
    type: kind.type,
    typeReasons: [...kind.reasons, ...shapeReasons(decoded)],
    header: hiddenHeader.values,
    algorithm: text(header, 'alg') ?? 'unknown',
    ...(keyId !== undefined && { keyId }),
    ...(issuer !== undefined && { issuer: hideValue(issuer, show) }),
    ...answer,
    ...(answer.tenant !== undefined && { tenant: hideValue(answer.tenant, show) }),
    ...(subject !== undefined && { subject: hideValue(subject, show) }),
    audience: strings(own(readable, 'aud')).map((value) => hideValue(value, show)),
    ...(client !== undefined && { client: hideValue(client, show) }),
    ...(actor !== undefined && { actor }),
    scopes,
    roles,
    privilege,
    privilegeReasons: [
      ...(encrypted ? ['what it allows is encrypted'] : power.privilegeReasons),
      ...(actor === undefined ? [] : [`${quoted(actor)} acts for the subject (act, RFC 8693)`]),
    ],
    ...times,
    binding,
    problems,
    claims: hidden.values,
  };
}

function innermostOf(decoded: Decoded): Decoded {
  return decoded.inner ? innermostOf(decoded.inner) : decoded;
}

/** What is to be said of the shape besides the kind. */
function shapeReasons(decoded: Decoded): string[] {
  const reasons: string[] = [];
  const encryption = text(decoded.header, 'enc');
  if (decoded.format === 'jwe') reasons.push(`encrypted (${quoted(encryption ?? '')}): only its header can be read`);
  if (decoded.inner)
    reasons.push(`a token in a token: the inner one (${quoted(text(decoded.inner.header, 'alg') ?? '')}) is explained`);
  if (decoded.disclosures) {
    const { count, holderProof } = decoded.disclosures;
    reasons.push(
      `SD-JWT with ${count} disclosed ${count === 1 ? 'claim' : 'claims'}${holderProof ? " and the holder's proof" : ''}`,
    );
  }
  return reasons;
}
