import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Token } from '../../src/model.ts';
import type { JsonObject } from '../../src/tokens/json.ts';
import { PRIVILEGES, powerOf } from '../../src/tokens/power.ts';

const power = (claims: JsonObject, type: Token['type'] = 'access'): ReturnType<typeof powerOf> =>
  powerOf({}, claims, undefined, type);

describe('one scope', () => {
  const levels: Record<Token['privilege'], string[]> = {
    admin: [
      '*',
      'admin',
      'admin:org',
      'tenant-admin',
      'superuser',
      'org:owner',
      'service_role',
      'cluster-admin',
      'Directory.ReadWrite.All',
      'RoleManagement.ReadWrite.Directory',
      'Sites.FullControl.All',
      'https://www.googleapis.com/auth/cloud-platform',
      'realm-management:manage-users',
      'delete_repo',
      'full_access',
      '*:*',
      'sudo',
      'adminReader',
      'admin:*',
      'owner.all',
    ],
    write: [
      'write',
      'write:reports',
      'reports.write',
      'create:users',
      'account:write',
      'payment:initiate',
      'Files.ReadWrite.All',
      'Mail.Send',
      'User.ReadWrite',
      'repo:*',
      'Anything.All',
      'api',
      'manage-account',
      'user_impersonation',
      'https://www.googleapis.com/auth/drive',
      'https://mail.google.com/',
      'deploy',
      'contents:write',
      'orders_update',
      'readWrite',
    ],
    read: [
      'read',
      'read:org',
      'openid',
      'profile',
      'email',
      'Files.Read.All',
      'User.Read',
      'viewer',
      'https://www.googleapis.com/auth/drive.readonly',
      'https://www.googleapis.com/auth/userinfo.email',
      'offline_access',
      'api:read',
      'read:*',
      'Anything.Read.All',
      'deploy:read',
      'list_items',
      'realm-management:view-users',
    ],
    public: ['anon', 'anonymous', 'public', 'guest'],
    unknown: ['frobnicate', 'x', 'acme.widgets', '123', '.default'],
  };
  test.each(Object.entries(levels).flatMap(([level, scopes]) => scopes.map((scope) => [scope, level] as const)))(
    '%s: %s',
    (scope, level) => {
      expect(power({ scope: [scope] }).privilege).toBe(level);
    },
  );
});

describe('places', () => {
  const table: [string, JsonObject, string[], string[]][] = [
    ['scope text', { scope: 'a b  c' }, ['a', 'b', 'c'], []],
    ['scope with commas', { scope: 'a,b' }, ['a', 'b'], []],
    ['scope list', { scope: ['a', 'b'] }, ['a', 'b'], []],
    ['scp', { scp: 'a b' }, ['a', 'b'], []],
    ['scopes', { scopes: ['a'] }, ['a'], []],
    ['permissions', { permissions: ['a:b'] }, ['a:b'], []],
    ['entitlements', { entitlements: ['a'] }, ['a'], []],
    ['authorization_details', { authorization_details: [{ type: 'payment', actions: ['initiate'] }] }, ['payment:initiate'], []],
    ['authorization_details without actions', { authorization_details: [{ type: 'payment' }] }, ['payment'], []],
    ['access list', { access: [{ type: 'repository', name: 'a/b', actions: ['pull'] }] }, ['repository:a/b:pull'], []],
    ['roles', { roles: ['a'] }, [], ['a']],
    ['role', { role: 'a' }, [], ['a']],
    ['groups', { groups: ['a', 'b'] }, [], ['a', 'b']],
    ['authorities', { authorities: ['ROLE_USER'] }, [], ['ROLE_USER']],
    ['wids', { wids: ['w'] }, [], ['w']],
    ['realm_access', { realm_access: { roles: ['a'] } }, [], ['a']],
    ['resource_access', { resource_access: { web: { roles: ['a'] }, api: { roles: ['b'] } } }, [], ['web:a', 'api:b']],
    ['cognito', { 'cognito:groups': ['a'], 'cognito:roles': ['r'] }, [], ['a', 'r']],
    ['Hasura', { 'https://hasura.io/jwt/claims': { 'x-hasura-allowed-roles': ['a'], 'x-hasura-default-role': 'a' } }, [], ['a']],
    ['Clerk', { o: { rol: 'admin', per: 'read,manage' } }, [], ['admin', 'read,manage']],
    ['namespaced', { 'https://acme.org/roles': ['a'], 'https://acme.org/other': ['b'] }, [], ['a']],
    ['app_metadata', { app_metadata: { role: 'a', provider: 'email' } }, [], ['a']],
    ['twice', { scope: 'a', scp: 'a', role: 'r', roles: ['r'] }, ['a'], ['r']],
    ['numbers', { roles: [1, 2] }, [], ['1', '2']],
    [
      'not what it should be',
      { scope: { a: 1 }, roles: { b: 1 }, realm_access: 'x', resource_access: [1], access: 'x', authorization_details: {} },
      [],
      [],
    ],
  ];
  test.each(table)('%s', (_, claims, scopes, roles) => expect(power(claims)).toMatchObject({ scopes, roles }));
});

describe('besides scopes', () => {
  test.each([
    [{ admin: true }, 'admin'],
    [{ is_superuser: true }, 'admin'],
    [{ is_staff: true }, 'write'],
    [{ admin: false }, 'unknown'],
    [{ admin: 'yes' }, 'unknown'],
    [{ sub: 'system:serviceaccount:kube-system:x' }, 'admin'],
    [{ sub: 'system:serviceaccount:web:cluster-admin' }, 'admin'],
    [{ sub: 'system:serviceaccount:web:deployer' }, 'write'],
    [{ sub: 'system:serviceaccount:web:app' }, 'unknown'],
    [{ wids: ['62e90394-69f5-4237-9190-012177145e10'] }, 'admin'],
  ] as [JsonObject, string][])('%j: %s', (claims, privilege) => expect(power(claims).privilege).toBe(privilege));
  test('an ID token only identifies', () => expect(power({ sub: 'u' }, 'id').privilege).toBe('read'));
});

test('delegation is told', () => {
  const { actor, privilegeReasons } = power({ sub: 'u', act: { sub: 'support' }, may_act: { sub: 'x' } });
  expect(actor).toBe('support');
  expect(privilegeReasons.join()).toContain('may_act');
});

test('the strongest comes first, and reasons are bounded', () => {
  const { privilegeReasons, privilege } = power({
    scope: `read ${Array.from({ length: 50 }, (_, i) => `write:${i}`).join(' ')} admin`,
  });
  expect(privilege).toBe('admin');
  expect(privilegeReasons[0]).toContain('admin');
  expect(privilegeReasons.length).toBeLessThanOrEqual(10);
  expect(privilegeReasons.at(-1)).toBe('and 44 more');
});

test('law: another scope never lowers the privilege', () => {
  const scope = fc.constantFrom('read', 'write:x', 'admin', 'anon', 'frob', 'openid', 'Files.Read.All', '*');
  fc.assert(
    fc.property(fc.array(scope, { minLength: 1, maxLength: 5 }), scope, (scopes, more) => {
      const rank = (list: string[]): number => PRIVILEGES.indexOf(power({ scope: list }).privilege);
      expect(rank([...scopes, more])).toBeLessThanOrEqual(rank(scopes));
    }),
  );
});
