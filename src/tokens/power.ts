/**
 * What a token allows: scopes and roles from every known place, each read as admin, write, read or public. The
 * strongest one is the token's privilege.
 * @module
 */
import type { Token } from '../model.ts';
import { type ClaimPath, holds, type Recognised } from './issuer.ts';
import { isObject, type JsonObject, own, quoted, strings, text } from './json.ts';

export type Privilege = Token['privilege'];

/** From the most to the least power; `unknown` stands between what can be used and what merely reads. */
export const PRIVILEGES: readonly Privilege[] = ['admin', 'write', 'unknown', 'read', 'public'];

export interface Power extends Pick<Token, 'scopes' | 'roles' | 'privilege' | 'privilegeReasons'> {
  actor?: string;
}

/** Scopes: OAuth (RFC 6749), Entra and Okta `scp`, Auth0 `permissions`, and their usual misspellings. */
const SCOPES: readonly ClaimPath[] = ['scope', 'scp', 'scopes', 'permissions', 'permission', 'entitlements'];
/** Roles and groups: RFC 9068 section 2.2.3, and what the common servers and frameworks write. */
const ROLES: readonly ClaimPath[] = [
  'roles',
  'role',
  'groups',
  'authorities',
  'wids',
  'cognito:groups',
  'cognito:roles',
  'org_role',
  'org_permissions',
  'user_role',
  ['realm_access', 'roles'],
  ['app_metadata', 'role'],
  ['app_metadata', 'roles'],
  ['o', 'rol'],
  ['o', 'per'],
  ['https://hasura.io/jwt/claims', 'x-hasura-allowed-roles'],
  ['https://hasura.io/jwt/claims', 'x-hasura-default-role'],
];
/** Claims whose mere truth says all. */
const FLAGS = ['admin', 'is_admin', 'isAdmin', 'is_superuser', 'isSuperuser', 'superuser', 'super_admin', 'is_staff', 'root'];

/** Words that say a level, as scopes and roles are split into them. `weak` ones are nouns too: they say write unless a read word stands beside them. */
const WORDS: Record<Exclude<Privilege, 'unknown'> | 'weak', string> = {
  admin:
    'admin administrator administrators admins administer administration superuser superusers superadmin sysadmin root owner owners sudo god impersonate impersonation fullaccess allaccess',
  write:
    'write writer writes initiate initiation create creator update delete remove manage manager edit editor modify push put patch readwrite execute exec invoke upload publish publisher contributor maintainer approve cancel refund transfer rotate assign restore',
  weak: 'deploy deployer run post send invite maintain developer operator control charge payments pay import sign submit trigger moderator staff service api',
  read: 'read reader reads view viewer get list readonly watch select pull search download export subscribe user users member members basic openid profile email phone address identify whoami audit auditor authenticated',
  public: 'anon anonymous public guest unauthenticated',
};
const LEVEL_OF_WORD = new Map(
  Object.entries(WORDS).flatMap(([level, words]) => words.split(' ').map((word) => [word, level as keyof typeof WORDS] as const)),
);

/** Scopes and roles whose words do not say how much they open. `*` stands for any text. Facts of their makers' documents. */
const KNOWN: readonly [string, Privilege, string][] = [
  ['offline_access', 'read', 'asks for refresh tokens: a longer-lived token may lie near'],
  ['*.default', 'unknown', 'whatever was granted to the application'],
  ['https://www.googleapis.com/auth/cloud-platform', 'admin', 'all of Google Cloud'],
  ['https://www.googleapis.com/auth/*.readonly', 'read', 'reads a Google API'],
  ['https://www.googleapis.com/auth/userinfo.*', 'read', 'reads the profile'],
  ['https://www.googleapis.com/auth/admin.*', 'admin', 'Google Workspace administration'],
  ['https://www.googleapis.com/auth/*', 'write', 'a Google API, reading and writing'],
  ['https://mail.google.com/', 'write', 'all mail'],
  ['all', 'admin', 'everything'],
  ['user_impersonation', 'write', 'acts as the user'],
  ['full_access_as_app', 'admin', 'every mailbox'],
  ['Directory.*Write*', 'admin', 'changes the directory'],
  ['RoleManagement.*Write*', 'admin', 'can give itself roles'],
  ['AppRoleAssignment.*Write*', 'admin', 'can give itself permissions'],
  ['Application.*Write*', 'admin', 'can add credentials to applications'],
  ['*.FullControl*', 'admin', 'full control'],
  ['realm-management:view-*', 'read', 'reads a Keycloak realm'],
  ['realm-management:query-*', 'read', 'reads a Keycloak realm'],
  ['realm-management:*', 'admin', 'administers a Keycloak realm'],
  ['uma_authorization', 'read', 'given to every user of Keycloak'],
  ['default-roles-*', 'read', 'given to every user of Keycloak'],
  ['account:view-*', 'read', "the user's own account in Keycloak"],
  ['account:manage-*', 'read', "the user's own account in Keycloak"],
  ['service_role', 'admin', 'passes by row level security'],
  ['system:masters', 'admin', 'cluster administrator'],
  ['cluster-admin', 'admin', 'cluster administrator'],
  ['delete_repo', 'admin', 'deletes repositories'],
  ['62e90394-69f5-4237-9190-012177145e10', 'admin', 'Entra Global Administrator'],
  ['e8611ab8-c189-46e8-94e1-60213ab1f814', 'admin', 'Entra Privileged Role Administrator'],
  ['9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3', 'admin', 'Entra Application Administrator'],
  ['158c047a-c907-4556-b7ef-446551a6b5f7', 'admin', 'Entra Cloud Application Administrator'],
  ['7be44c8a-adaf-4e2a-84d6-ab2649e08a13', 'admin', 'Entra Privileged Authentication Administrator'],
  ['fe930be7-5e62-47db-91af-98c3a49a38b1', 'admin', 'Entra User Administrator'],
  ['194ae4cb-b126-40b2-bd5b-6091b380977d', 'admin', 'Entra Security Administrator'],
  ['b79fbf4d-3ef9-4689-8143-76b194e85509', 'read', 'Entra: an ordinary user'],
];

const MAX_REASONS = 8;
const MAX_GRANTS = 1000;

/** A sentence for a level, told with the scope or role it comes from. */
interface Judged {
  level: Privilege;
  reason: string;
}

/** @param type the token's kind: one that only identifies grants nothing */
export function powerOf(header: JsonObject, claims: JsonObject, recognised: Recognised | undefined, type: Token['type']): Power {
  const issuer = recognised?.issuer;
  const scopes = unique(
    [...SCOPES, ...(issuer?.scopes ?? [])].flatMap((path) => scopeStrings(valuesAt(claims, path))).concat(detailed(claims)),
  );
  const roles = unique(
    [...ROLES, ...(issuer?.roles ?? [])]
      .flatMap((path) => valuesAt(claims, path).flatMap(strings))
      .concat(clientRoles(claims), namespaced(claims)),
  );

  const judged: Judged[] = [];
  for (const grant of scopes) judged.push(judgeGrant('scope', grant, recognised));
  for (const grant of roles) judged.push(judgeGrant('role', grant, recognised));
  for (const flag of FLAGS)
    if (own(claims, flag) === true)
      judged.push({ level: flag === 'is_staff' ? 'write' : 'admin', reason: `the claim ${flag} is true` });
  for (const always of issuer?.power?.always ?? []) {
    if (!always.when || holds(always.when, header, claims)) judged.push({ level: always.level, reason: always.why });
  }
  const subject = text(claims, 'sub') ?? '';
  const account = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(subject);
  if (account?.[1] === 'kube-system') judged.push({ level: 'admin', reason: 'a service account of the namespace kube-system' });
  else if (account?.[2]) {
    const level = wordLevel(account[2]);
    if (level === 'admin' || level === 'write')
      judged.push({ level, reason: `the service account is called ${quoted(account[2])}` });
  }
  if (judged.length === 0 && type === 'id')
    judged.push({ level: 'read', reason: 'it tells who the user is and grants nothing by itself' });

  judged.sort((a, b) => PRIVILEGES.indexOf(a.level) - PRIVILEGES.indexOf(b.level));
  const known = judged.filter(({ level }) => level !== 'unknown');
  const reasons = known.slice(0, MAX_REASONS).map(({ reason }) => reason);
  if (known.length > MAX_REASONS) reasons.push(`and ${known.length - MAX_REASONS} more`);
  if (known.length === 0)
    reasons.push(judged.length === 0 ? 'it holds no scopes or roles' : 'its scopes and roles are not known words');
  const actor = actorOf(claims);
  if (own(claims, 'may_act') !== undefined) reasons.push('another party may act for the subject (may_act, RFC 8693)');
  return {
    scopes,
    roles,
    privilege: judged[0]?.level ?? 'unknown',
    privilegeReasons: reasons,
    ...(actor !== undefined && { actor }),
  };
}

function judgeGrant(what: 'scope' | 'role', grant: string, recognised: Recognised | undefined): Judged {
  const shown = `the ${what} ${quoted(grant)}`;
  const power = recognised?.issuer.power;
  for (const level of ['admin', 'write', 'read', 'public'] as const) {
    if (power?.[level]?.some((pattern) => wildcard(pattern, grant)))
      return { level, reason: `${shown} means ${level} (${recognised?.issuer.name})` };
  }
  const known = KNOWN.find(([pattern]) => wildcard(pattern, grant));
  if (known) return { level: known[1], reason: `${shown}: ${known[2]}` };
  if (grant === '*' || /^\*[:./]\*$/.test(grant)) return { level: 'admin', reason: `${shown} is everything` };
  const level = wordLevel(grant);
  // Everything of something, unless a word says that it is only read: at least write.
  if (/[:./](\*|all)$/i.test(grant) && (level === 'unknown' || level === 'public'))
    return { level: 'write', reason: `${shown} is a wildcard` };
  return { level, reason: `${shown} says ${level}` };
}

/** The strongest word of a name, split at punctuation and at capitals. */
function wordLevel(name: string): Privilege {
  const words = name
    .slice(0, 256)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  const levels = new Set(words.concat(words.join('')).map((word) => LEVEL_OF_WORD.get(word)));
  const level = (['admin', 'write', 'read', 'weak', 'public'] as const).find((each) => levels.has(each));
  return level === 'weak' ? 'write' : (level ?? 'unknown');
}

/** `*` in the pattern stands for any text; the rest is compared as it stands. */
function wildcard(pattern: string, name: string): boolean {
  if (!pattern.includes('*')) return pattern === name;
  const pieces = pattern.split('*');
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last)) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    at = name.indexOf(piece, at);
    if (at < 0) return false;
    at += piece.length;
  }
  return at <= name.length - last.length;
}

/** All values at a path of claims; `*` goes through every member. */
function valuesAt(claims: JsonObject, path: ClaimPath): unknown[] {
  let values: unknown[] = [claims];
  for (const name of [path].flat()) {
    values = values.flatMap((value) => {
      if (name === '*') return Array.isArray(value) ? (value as unknown[]) : isObject(value) ? Object.values(value) : [];
      const member = isObject(value) ? own(value, name) : undefined;
      return member === undefined ? [] : [member];
    });
  }
  return values;
}

/** A scope string is a list with spaces (RFC 6749 section 3.3), with commas at some. */
function scopeStrings(values: unknown[]): string[] {
  return values.flatMap(strings).flatMap((value) => value.split(/[\s,]+/).filter(Boolean));
}

/** Keycloak: `resource_access.<client>.roles`, told as `client:role`. */
function clientRoles(claims: JsonObject): string[] {
  const access = own(claims, 'resource_access');
  if (!isObject(access)) return [];
  return Object.entries(access).flatMap(([client, value]) =>
    isObject(value) ? strings(own(value, 'roles')).map((role) => `${client}:${role}`) : [],
  );
}

/** Names made unique by a URL, as OpenID Connect Core section 5.1.2 advises: `https://example.com/roles`. */
function namespaced(claims: JsonObject): string[] {
  return Object.entries(claims).flatMap(([name, value]) =>
    /^https?:\/\/.*[/:#](roles?|groups|permissions)$/.test(name) ? strings(value) : [],
  );
}

/** Rich authorization requests (RFC 9396) and the Docker registry's `access` list: `type:name:action`. */
function detailed(claims: JsonObject): string[] {
  const lists = [own(claims, 'authorization_details'), own(claims, 'access')];
  return lists
    .flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []))
    .flatMap((detail) => {
      if (!isObject(detail)) return [];
      const type = text(detail, 'type') ?? 'any';
      const name = text(detail, 'name') ?? text(detail, 'identifier');
      const actions = strings(own(detail, 'actions'));
      const target = name === undefined ? type : `${type}:${name}`;
      return actions.length > 0 ? actions.map((action) => `${target}:${action}`) : [target];
    });
}

function actorOf(claims: JsonObject): string | undefined {
  const act = own(claims, 'act');
  return isObject(act) ? (text(act, 'sub') ?? text(act, 'client_id')) : undefined;
}

function unique(values: string[]): string[] {
  return [...new Set(values)].slice(0, MAX_GRANTS);
}
