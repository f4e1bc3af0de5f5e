/**
 * What credentials that are no JWT tell without a network: accounts, ids, regions, times. One reader a format; the facts are
 * those of the formats' makers or of published research, named at each.
 * @module
 */
import type { Token } from '../model.ts';
import { json, type Opaque, readBiscuit, readBranca, readMacaroon, readPaseto } from './capability.ts';
import { readAwsKey, readSignedUrl } from './cloud.ts';
import { decodeToken, MAX_LENGTH } from './decode.ts';
import { type JsonObject, text as textOf } from './json.ts';
import { lifetimeClass, lifetimeOf } from './lifetime.ts';
import { hide } from './personal.ts';
import { powerOf } from './power.ts';

export interface OpaqueOptions {
  now: Date;
  committedAt?: Date;
  personalData?: 'redact' | 'show';
  /** Also the formats that any issuer may use: PASETO, Branca, Macaroons, Biscuit, itsdangerous. Default true. */
  formats?: boolean;
}

/**
 * A `Token` of format `opaque` with the facts as its claims.
 * @param secret the credential alone
 * @returns undefined when nothing can be read of it. Never throws.
 */
export function explainOpaque(secret: string, options: OpaqueOptions): Token | undefined {
  if (secret.length > MAX_LENGTH) return undefined;
  const trimmed = secret.trim();
  for (const read of options.formats === false ? READERS : [...READERS, ...FORMATS]) {
    const opaque = read(trimmed, options.now);
    if (opaque) return describe(opaque, options);
  }
  return undefined;
}

function describe(opaque: Opaque, options: OpaqueOptions): Token {
  const times: JsonObject = opaque.claimSet ? opaque.claims : { exp: opaque.expiresAt, iat: opaque.issuedAt };
  const lifetime = lifetimeOf(times, 'unknown', options);
  const endKnown = lifetime.expiresAt !== undefined || opaque.endless === true || opaque.claimSet === true;
  const power = powerOf({}, opaque.claimSet ? opaque.claims : { scope: opaque.scopes?.join(' ') ?? '' }, undefined, 'unknown');
  const seconds = lifetime.lifetimeSeconds;
  return {
    format: 'opaque',
    type: 'unknown',
    typeReasons: [opaque.kind],
    header: {},
    algorithm: opaque.algorithm ?? 'unknown',
    issuerName: opaque.provider,
    audience: [],
    scopes: power.scopes,
    roles: power.roles,
    privilege: power.privilege,
    privilegeReasons: power.privilegeReasons,
    ...(lifetime.issuedAt !== undefined && { issuedAt: lifetime.issuedAt }),
    ...(lifetime.expiresAt !== undefined && { expiresAt: lifetime.expiresAt }),
    ...(seconds !== undefined && { lifetimeSeconds: seconds }),
    state: endKnown ? lifetime.state : 'unknown',
    lifetime: endKnown ? lifetime.lifetime : lifetimeClass(seconds),
    ...(endKnown && lifetime.liveWhenCommitted !== undefined && { liveWhenCommitted: lifetime.liveWhenCommitted }),
    binding: { method: 'none' },
    problems: [],
    claims: hide(defined(opaque.claims), options.personalData === 'show').values,
  };
}

function defined(claims: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}

type Reader = (text: string, now: Date) => Opaque | undefined;

const READERS: readonly Reader[] = [
  readAwsKey,
  readGitLab,
  readSlack,
  readDiscord,
  readTelegram,
  readGitHub,
  readStripe,
  readSendGrid,
  readSentry,
  readGrafana,
  readMapbox,
  readJfrog,
  readOnePassword,
  readAtlassianDataCenter,
  readNats,
  readParts,
  readSignedUrl,
  readFly,
];

const FORMATS: readonly Reader[] = [
  readPaseto,
  (text) => readMacaroon(text.replace(/^pypi-/, '')),
  readBiscuit,
  readItsDangerous,
  readBranca,
];

const GITLAB_KEYS: Record<string, string> = { c: 'cell', g: 'group', o: 'organization', p: 'project', t: 'type', u: 'user' };

/** GitLab's routable tokens: the payload is lines `key:number in base 36`, then random bytes, then their count in one byte. */
function readGitLab(text: string): Opaque | undefined {
  const [, prefix = '', payload = ''] = /^(gl[a-z]{2,8}-(?:t\d_)?)([\w-]{27,300})\.(?:\d\d\.)?[0-9a-z]{9}$/.exec(text) ?? [];
  if (payload === '') return undefined;
  const bytes = Buffer.from(payload, 'base64url');
  const routing = bytes.toString('latin1', 0, Math.max(0, bytes.length - 1 - (bytes.at(-1) ?? 0)));
  const facts = routing.split('\n').flatMap((line): [string, number][] => {
    const [, key = '', value = ''] = /^([a-z]):([0-9a-z]{1,10})$/.exec(line) ?? [];
    return Object.hasOwn(GITLAB_KEYS, key) ? [[GITLAB_KEYS[key] ?? key, Number.parseInt(value, 36)]] : [];
  });
  return facts.length === 0
    ? undefined
    : { provider: 'GitLab', kind: `GitLab token (${prefix.replace(/-.*/, '')})`, claims: Object.fromEntries(facts) };
}

const SLACK_KINDS: Record<string, string> = {
  b: 'bot',
  p: 'user',
  a: 'workspace',
  s: 'session',
  c: 'browser session',
  o: 'legacy',
  r: 'refresh',
};

/** Slack: workspace and user in `xox?-` tokens, app in `xapp-`, team and channel configuration in webhooks. */
function readSlack(text: string): Opaque | undefined {
  const token = /^xox([bpascor])-(?:2-)?(\d{9,15})-(\d{9,15})-/.exec(text);
  if (token) {
    const [, kind = '', workspace, user] = token;
    return {
      provider: 'Slack',
      kind: `Slack ${SLACK_KINDS[kind]} token`,
      claims: { workspaceNumber: workspace, [kind === 'b' ? 'botNumber' : 'userNumber']: user },
    };
  }
  const app = /^xapp-\d-(A[A-Z0-9]{8,12})-(\d{10,15})-/.exec(text);
  if (app) return { provider: 'Slack', kind: 'Slack app-level token', claims: { app: app[1] } };
  const hook = /^https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/([TE][A-Z0-9]{6,12})\/([A-Z0-9]{6,16})\//.exec(
    text,
  );
  return hook ? { provider: 'Slack', kind: 'Slack webhook', claims: { team: hook[1], configuration: hook[2] } } : undefined;
}

const DISCORD_EPOCH = 1_420_070_400;

/** Discord: ids are snowflakes, whose upper bits are milliseconds since 2015 (Discord's API reference). */
function readDiscord(text: string): Opaque | undefined {
  const hook = /^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/(\d{17,20})\//.exec(text);
  if (hook?.[1])
    return { provider: 'Discord', kind: 'Discord webhook', claims: { webhook: hook[1] }, issuedAt: snowflakeTime(hook[1]) };
  const bot = /^([MNO][\w-]{22,28})\.[\w-]{6}\.[\w-]{27,40}$/.exec(text);
  const id = bot ? Buffer.from(bot[1] ?? '', 'base64url').toString('latin1') : '';
  if (!/^\d{17,20}$/.test(id)) return undefined;
  return {
    provider: 'Discord',
    kind: 'Discord bot token',
    claims: { user: id, userCreated: new Date(snowflakeTime(id) * 1000).toISOString() },
  };
}

function snowflakeTime(id: string): number {
  return Number(BigInt(id) >> 22n) / 1000 + DISCORD_EPOCH;
}

function readTelegram(text: string): Opaque | undefined {
  const bot = /^(\d{8,10}):AA[\w-]{33}$/.exec(text);
  return bot ? { provider: 'Telegram', kind: 'Telegram bot token', claims: { bot: bot[1] } } : undefined;
}

/** GitHub: the id half of fine-grained tokens, and the app of installation tokens that hold a JWT. */
function readGitHub(text: string): Opaque | undefined {
  const fine = /^github_pat_([A-Za-z0-9]{22})_[A-Za-z0-9]{59}$/.exec(text);
  if (fine) return { provider: 'GitHub', kind: 'GitHub fine-grained personal access token', claims: { tokenId: fine[1] } };
  const [, app, jwt = ''] = /^ghs_(\d{1,12})_(ey[\w-]+\.[\w-]+\.[\w-]+)$/.exec(text) ?? [];
  const decoded = jwt === '' ? { malformed: '' } : decodeToken(jwt);
  if ('malformed' in decoded) return undefined;
  return { provider: 'GitHub', kind: 'GitHub App installation token', claims: { ...decoded.claims, app }, claimSet: true };
}

/** Stripe: mode, and the account in keys that begin with 51. */
function readStripe(text: string): Opaque | undefined {
  const [, kind = '', mode, account] = /^([sprke]k|rk)_(live|test)_(?:51([A-Za-z0-9]{14}))?[A-Za-z0-9]{10,247}$/.exec(text) ?? [];
  const kinds: Record<string, string> = { sk: 'secret key', pk: 'publishable key', rk: 'restricted key', ek: 'ephemeral key' };
  if (!Object.hasOwn(kinds, kind)) return undefined;
  return {
    provider: 'Stripe',
    kind: `Stripe ${kinds[kind]}`,
    claims: { mode, ...(account !== undefined && { accountBegins: `acct_1${account}` }) },
  };
}

function readSendGrid(text: string): Opaque | undefined {
  const key = /^SG\.([\w-]{22})\.[\w-]{43}$/.exec(text);
  return key ? { provider: 'SendGrid', kind: 'SendGrid API key', claims: { keyId: key[1] } } : undefined;
}

/** Sentry's organisation tokens: JSON in base64 between the prefix and the secret. */
function readSentry(text: string): Opaque | undefined {
  const claims = json(Buffer.from(/^sntrys_([A-Za-z0-9+/=]{20,1000})_[A-Za-z0-9+/]{40,}$/.exec(text)?.[1] ?? '', 'base64'));
  if (!claims) return undefined;
  const { iat, url, region_url: region, org } = claims;
  return {
    provider: 'Sentry',
    kind: 'Sentry organization token',
    claims: { organization: org, url, region },
    ...(typeof iat === 'number' && { issuedAt: iat }),
  };
}

/** Grafana: cloud access policy tokens and old API keys are JSON in base64. The key in it stays hidden. */
function readGrafana(text: string): Opaque | undefined {
  const cloud = json(Buffer.from(/^glc_([A-Za-z0-9+/]{20,1000}={0,2})$/.exec(text)?.[1] ?? '', 'base64'));
  if (cloud) {
    const region = typeof cloud.m === 'object' && cloud.m !== null ? textOf({ ...cloud.m }, 'r') : undefined;
    return {
      provider: 'Grafana',
      kind: 'Grafana Cloud access policy token',
      claims: { organization: cloud.o, tokenName: cloud.n, region },
    };
  }
  const key = json(Buffer.from(/^(eyJrIjoi[A-Za-z0-9+/]{20,1000}={0,2})$/.exec(text)?.[1] ?? '', 'base64'));
  return key ? { provider: 'Grafana', kind: 'Grafana API key', claims: { organization: key.id, keyName: key.n } } : undefined;
}

/** Mapbox: `u` is the account, `a` the token's id; only sk and tk are secret. */
function readMapbox(text: string): Opaque | undefined {
  const [, prefix = '', body = ''] = /^([pst]k)\.(eyJ[\w-]{20,1200})\.[\w-]{20,24}$/.exec(text) ?? [];
  const claims = json(Buffer.from(body, 'base64url'));
  if (!claims) return undefined;
  const kinds: Record<string, string> = { pk: 'public token', sk: 'secret token', tk: 'temporary token' };
  return {
    provider: 'Mapbox',
    kind: `Mapbox ${kinds[prefix]}`,
    claims: { account: claims.u, tokenId: claims.a },
    ...(typeof claims.exp === 'number' && { expiresAt: claims.exp }),
  };
}

/** JFrog's reference tokens: base64 of `reftkn:version:end:random`. */
function readJfrog(text: string): Opaque | undefined {
  if (!text.startsWith('cmVmdGtu')) return undefined;
  const [name, version, end = ''] = Buffer.from(text, 'base64').toString('latin1').split(':', 4);
  if (name !== 'reftkn' || !/^\d{1,10}$/.test(end)) return undefined;
  return {
    provider: 'JFrog',
    kind: 'JFrog reference token',
    claims: { version },
    ...(Number(end) >= 1e9 ? { expiresAt: Number(end) } : { endless: true }),
  };
}

/** 1Password service accounts: JSON in base64 that says where to sign in, beside the keys. */
function readOnePassword(text: string): Opaque | undefined {
  const claims = json(Buffer.from(/^ops_(eyJ[\w+/=-]{100,4000})$/.exec(text)?.[1] ?? '', 'base64'));
  if (!claims) return undefined;
  return {
    provider: '1Password',
    kind: '1Password service account token',
    claims: { signInAddress: claims.signInAddress, email: claims.email, deviceUuid: claims.deviceUuid },
  };
}

/** Jira, Confluence and Bitbucket Data Center: base64 of `id:random`. */
function readAtlassianDataCenter(text: string): Opaque | undefined {
  if (!/^(BBDC-)?[MNO][A-Za-z0-9+/]{43}$/.test(text)) return undefined;
  const id = /^(\d{9,14}):/.exec(Buffer.from(text.replace(/^BBDC-/, ''), 'base64').toString('latin1'))?.[1];
  return id === undefined
    ? undefined
    : { provider: 'Atlassian', kind: 'Atlassian Data Center personal access token', claims: { tokenId: id } };
}

const NATS_ROLES: Record<string, string> = { A: 'account', C: 'cluster', N: 'server', O: 'operator', U: 'user', X: 'curve' };

/** NATS seeds: the second letter says whose key it is. */
function readNats(text: string): Opaque | undefined {
  const role = /^S([ACNOUX])[A-Z2-7]{56}$/.exec(text)?.[1];
  return role === undefined
    ? undefined
    : {
        provider: 'NATS',
        kind: `NATS ${NATS_ROLES[role]} seed (private key)`,
        algorithm: 'Ed25519',
        claims: { role: NATS_ROLES[role] },
      };
}

/** Keys of which one part names region, data centre, id or time. */
const PARTS: readonly [RegExp, string, string, string][] = [
  [/^[0-9a-f]{32}-(us\d{1,2})$/, 'Mailchimp', 'Mailchimp API key', 'dataCenter'],
  [/^pat-(na\d|eu\d|ap\d)-[0-9a-f-]{36}$/, 'HubSpot', 'HubSpot private app token', 'region'],
  [/^(pat[A-Za-z0-9]{14})\.[0-9a-f]{64}$/, 'Airtable', 'Airtable personal access token', 'tokenId'],
  [/^(SK[0-9a-f]{32})$/, 'Twilio', 'Twilio API key id', 'keyId'],
  [/^(AC[0-9a-f]{32})$/, 'Twilio', 'Twilio account id', 'account'],
  [/^(eu01|gov|jp01)xx[0-9a-f]{30,36}NRAL$/, 'New Relic', 'New Relic license key', 'region'],
  [/^cloudinary:\/\/\d+:[\w-]+@([\w-]+)$/, 'Cloudinary', 'Cloudinary URL', 'cloud'],
  [/^syt_([A-Za-z0-9+/_=]+)_[A-Za-z]{20}_[0-9A-Za-z]{6}$/, 'Matrix', 'Matrix (Synapse) access token', 'user'],
];

function readParts(text: string): Opaque | undefined {
  const postman = /^PMAK-([0-9a-f]{8})[0-9a-f]{16}-[0-9a-f]{34}$/.exec(text)?.[1];
  // A MongoDB object id begins with the seconds of its making.
  if (postman !== undefined)
    return { provider: 'Postman', kind: 'Postman API key', claims: {}, issuedAt: Number.parseInt(postman, 16) };
  for (const [pattern, provider, kind, name] of PARTS) {
    const part = pattern.exec(text)?.[1];
    if (part !== undefined)
      return { provider, kind, claims: { [name]: name === 'user' ? Buffer.from(part, 'base64').toString('latin1') : part } };
  }
  return undefined;
}

/** Fly.io: one or more macaroons in MessagePack; only their number is told. */
function readFly(text: string): Opaque | undefined {
  const list = /^(?:FlyV1 )?(fm[12][ra]?_[\w+/=-]{40,}(?:,fm[12][ra]?_[\w+/=-]{40,}){0,15})$/.exec(text)?.[1];
  return list === undefined
    ? undefined
    : { provider: 'Fly.io', kind: 'Fly.io token (macaroons)', claims: { macaroons: list.split(',').length } };
}

/** itsdangerous, as Flask signs its session cookies: payload, time, signature. */
function readItsDangerous(text: string): Opaque | undefined {
  const [, payload = '', time = ''] = /^(\.?e[\w-]{3,4000})\.([\w-]{5,8})\.[\w-]{27,86}$/.exec(text) ?? [];
  const seconds = Number.parseInt(Buffer.from(time, 'base64url').toString('hex') || '0', 16);
  if (seconds < 1e9 || seconds > 4e9) return undefined;
  const claims = payload.startsWith('.') ? {} : json(Buffer.from(payload, 'base64url'));
  return claims
    ? { provider: 'itsdangerous', kind: 'signed session cookie (Flask)', algorithm: 'HMAC', claims, issuedAt: seconds }
    : undefined;
}
