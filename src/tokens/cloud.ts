/**
 * Credentials of the large clouds that say more than their shape: AWS key ids and signed URLs.
 * @module
 */
import type { Opaque } from './capability.ts';
import { quoted } from './json.ts';

/** IAM identifiers by prefix: IAM User Guide, "IAM identifiers". */
const AWS_KINDS: Record<string, string> = {
  AKIA: 'access key id of a user (long-lived)',
  ASIA: 'access key id of a session (temporary)',
  ABIA: 'bearer token id',
  ACCA: 'context-specific credential id',
  AGPA: 'group id',
  AIDA: 'user id',
  AIPA: 'instance profile id',
  ANPA: 'policy id',
  ANVA: 'policy version id',
  APKA: 'public key id',
  AROA: 'role id',
  ASCA: 'certificate id',
};
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * After the four letters come 80 bits in base32: one bit that is set since 2019, then the account in 40 bits (published
 * analyses of the format). Older ids do not hold the account.
 */
export function readAwsKey(text: string): Opaque | undefined {
  const [, prefix = '', body = ''] = /^(A[A-Z]{3})([A-Z0-9]{16,17})$/.exec(text) ?? [];
  const kind = Object.hasOwn(AWS_KINDS, prefix) ? AWS_KINDS[prefix] : undefined;
  if (kind === undefined) return undefined;
  let bits = 0;
  for (const char of body.slice(0, 9)) bits = bits * 32 + BASE32.indexOf(char);
  const holdsAccount = /^[A-Z2-7]+$/.test(body) && bits >= 2 ** 44;
  const account = Math.floor((bits % 2 ** 44) / 16);
  return {
    provider: 'AWS',
    kind: `AWS ${kind}`,
    claims: holdsAccount ? { account: String(account).padStart(12, '0') } : { account: 'not in ids of this age' },
  };
}

const SAS_PERMISSIONS: Record<string, string> = {
  r: 'read',
  a: 'add',
  c: 'create',
  w: 'write',
  d: 'delete',
  x: 'delete',
  l: 'list',
  t: 'tag',
  u: 'update',
  p: 'process',
  y: 'delete',
  e: 'execute',
  m: 'move',
  o: 'owner',
};

/** Signed URLs: Azure shared access signatures, AWS and Google Cloud presigned requests. */
export function readSignedUrl(text: string): Opaque | undefined {
  const query = new URLSearchParams(text.slice(0, 8192).replace(/^[^?]*\?/, ''));
  const get = (name: string): string => query.get(name) ?? '';
  if (get('sig') !== '' && get('se') !== '' && (get('sv') !== '' || get('sr') !== '' || get('skn') !== '')) {
    const end = /^\d+$/.test(get('se')) ? Number(get('se')) : Date.parse(get('se')) / 1000;
    const start = Date.parse(get('st')) / 1000;
    const permissions = [...new Set(Array.from(get('sp')).map((letter) => SAS_PERMISSIONS[letter] ?? letter))];
    const claims = {
      version: get('sv'),
      resource: get('sr') || get('srt'),
      services: get('ss'),
      protocol: get('spr'),
      address: get('sip'),
      policy: get('si') || get('skn'),
    };
    return {
      provider: 'Azure',
      kind: 'Azure shared access signature',
      algorithm: 'HMAC-SHA256',
      claims: Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== '')),
      scopes: permissions,
      ...(end > 0 && { expiresAt: end }),
      ...(start > 0 && { issuedAt: start }),
    };
  }
  for (const [vendor, provider] of [
    ['X-Amz', 'AWS'],
    ['X-Goog', 'Google Cloud'],
  ] as const) {
    const date = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(get(`${vendor}-Date`));
    if (!date || get(`${vendor}-Signature`) === '') continue;
    const start = Date.parse(`${date.slice(1, 4).join('-')}T${date.slice(4, 7).join(':')}Z`) / 1000;
    const [key, , region, service] = get(`${vendor}-Credential`).split('/');
    const account = provider === 'AWS' ? readAwsKey(key ?? '')?.claims : {};
    const seconds = Number(get(`${vendor}-Expires`));
    return {
      provider,
      kind: `${provider} presigned URL`,
      algorithm: quoted(get(`${vendor}-Algorithm`), 40),
      claims: { key, region, service, ...account },
      ...(start > 0 && { issuedAt: start, ...(seconds > 0 && { expiresAt: start + seconds }) }),
    };
  }
  return undefined;
}
