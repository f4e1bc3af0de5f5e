import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Yaml from 'yaml';
import type { Verification } from '../../src/model.ts';
import { type CheckFact, hostsOf, loadCalls } from '../../src/rules/call.ts';
import { createDoor, type Door } from '../../src/verify/http.ts';
import { askProvider, verdictOf } from '../../src/verify/provider.ts';
import { companionsOf } from '../../src/verify/request.ts';
import { random } from '../helpers/tokens.ts';
import { type Internet, openInternet, type Reply } from './internet.ts';

interface Documented {
  rules: string[];
  active: Reply;
  identity?: string;
  scopes?: string[];
  inactive?: Reply;
  more?: (Reply & { state: Verification['state'] })[];
}

const answers = readFileSync(new URL('../fixtures/verify/answers.yaml', import.meta.url), 'utf8');
/** A token that tells of its application, as Entra ID hands it out. */
const claims = Buffer.from(JSON.stringify({ app_displayname: 'CI', roles: ['Mail.Read', 'User.Read.All'] })).toString(
  'base64url',
);
const documented = Yaml.parse(answers.replace('{claims}', `head.${claims}.sign`)) as Documented[];
const calls = loadCalls();
const cases = documented.flatMap((one) => one.rules.map((rule) => ({ rule, ...one })));

/** A credential that the request of a rule can hold: most take any text; those with parts have a form. */
function secretFor(rule: string): string {
  const digits = random(18, rule, '0123456789');
  const forms: Record<string, string> = {
    'mailchimp-api-key': `${random(32, rule, '0123456789abcdef')}-us7`,
    'slack-webhook-url': `hooks.slack.com/services/T${digits.slice(0, 9)}/B${digits.slice(0, 9)}/${random(24, rule)}`,
    'discord-webhook-url': `discord.com/api/webhooks/${digits}/${random(64, rule)}`,
    'telegram-bot-token': `${digits.slice(0, 9)}:AA${random(33, rule)}`,
  };
  if (rule === 'gcp-service-account-key') return SERVICE_KEY;
  return forms[rule] ?? `${random(20, rule)}+/${random(18, rule)}`;
}

/** As it stands in a key file: one line of JSON. */
const SERVICE_KEY = String(
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
).replaceAll('\n', '\\n');

/** What stands beside credentials, where the request needs it to have a form. */
const BESIDE: Record<string, string> = {
  'gcp-service-account-email': 'ci@acme-prod.iam.gserviceaccount.com',
  'gcp-project-id': 'acme-prod',
  'azure-entra-client-id': '11111111-2222-3333-4444-555555555555',
  'azure-entra-tenant-id': '66666666-7777-8888-9999-000000000000',
  'azure-storage-account': 'acmeprod',
  'docker-username': 'acmebot',
  'cloudflare-account-id': '0123456789abcdef0123456789abcdef',
  'okta-client-id': '0oa1acme',
  'auth0-client-id': '0oa1acme',
  'atlassian-site': 'acme.atlassian.net',
  'shopify-shop': 'acme.myshopify.com',
  'zendesk-host': 'acme.zendesk.com',
  'okta-host': 'acme.oktapreview.com',
  'auth0-host': 'acme.eu.auth0.com',
  'databricks-host': 'adb-1234567890123456.7.azuredatabricks.net',
  'npm-registry': 'registry.npmjs.org',
  'grafana-host': 'acme.grafana.net',
  'salesforce-host': 'acme--dev.sandbox.my.salesforce.com',
};
/** A server of the user's, for what has no other host. */
const OWN = 'server.acme.test';

describe('the checks of providers', () => {
  let internet: Internet;
  let door: Door;
  beforeAll(async () => {
    internet = await openInternet();
    door = createDoor({ env: internet.env, backoffMs: 1, patienceMs: 50 });
  });
  afterAll(() => internet.close());

  async function ask(rule: string, reply: Reply): Promise<Verification> {
    internet.asked = [];
    internet.answer = () => reply;
    const { verify } = calls[rule]!;
    for (const host of [...hostsOf(verify!), OWN]) door.allow(host);
    const beside = companionsOf(verify!).map(
      (id) => [`rule:${id}`, BESIDE[id] ?? `AKIA${random(16, id, 'ABCDEFGH234567')}`] as const,
    );
    return askProvider(
      { ...calls[rule]!, verify: verify! },
      new Map([['secret', secretFor(rule)], ...beside]),
      door,
      new Date('2026-01-02T03:04:05Z'),
      hostsOf(verify!).length === 0 ? [OWN] : [],
    );
  }

  it('are all documented', () => {
    const checked = Object.keys(calls).filter((rule) => calls[rule]!.verify);
    expect(cases.map(({ rule }) => rule).sort()).toEqual(checked);
    expect(new Set(checked.map((rule) => calls[rule]!.provider)).size).toBeGreaterThanOrEqual(60);
  });

  it.each(cases)('$rule: an answer to a good credential', async ({ rule, active, identity, scopes }) => {
    const result = await ask(rule, active);
    expect(result).toMatchObject({ state: 'active', by: 'provider' });
    expect(result.identity).toBe(identity);
    expect(result.scopes).toEqual(scopes);
    const [asked] = internet.asked;
    const { verify } = calls[rule]!;
    expect(internet.asked).toHaveLength(1);
    expect(asked!.method).toBe(verify!.method ?? 'GET');
    if (!verify!.sign) expect(places(rule, verify!)).toBe(1);
    else expect(JSON.stringify(asked)).not.toContain(secretFor(rule));
  });

  /** In how many parts of the request the credential stands, however encoded. */
  function places(rule: string, verify: CheckFact): number {
    const [asked] = internet.asked;
    const last = secretFor(rule)
      .split(verify.parts === undefined ? /[^A-Za-z0-9:]/ : '/')
      .at(-1)!;
    const key = verify.url.includes('{center}') ? secretFor(rule) : last;
    const headers = Object.entries(asked!.headers).filter(([name]) => name !== 'host');
    const basic = headers.map(([, value]) =>
      String(value).startsWith('Basic ') ? Buffer.from(String(value).slice(6), 'base64').toString() : String(value),
    );
    return [decodeURIComponent(asked!.url), decodeURIComponent(asked!.body), ...basic].filter((part) => part.includes(key))
      .length;
  }

  it.each(cases.filter(({ inactive }) => inactive))('$rule: an answer to a dead credential', async ({ rule, inactive }) => {
    expect(await ask(rule, inactive!)).toMatchObject({ state: 'inactive', by: 'provider' });
    expect(new Set(internet.asked.map(({ host }) => host)).size).toBe(1 + (calls[rule]!.verify!.elsewhere?.length ?? 0));
  });

  const more = cases.flatMap(({ rule, more }) => (more ?? []).map(({ state, ...reply }) => ({ rule, state, reply })));
  it.each(more)('$rule: HTTP $reply.status is $state', async ({ rule, state, reply }) => {
    expect(await ask(rule, reply)).toMatchObject({ state });
  });

  const first = [...new Map(cases.map((one) => [hostsOf(calls[one.rule]!.verify!).join(), one])).values()];
  it.each(first)('$rule: limits prove nothing', async ({ rule }) => {
    const limited = await ask(rule, { status: 429, headers: { 'Retry-After': '3600' }, body: { error: 'slow down' } });
    expect(limited).toMatchObject({ state: 'unknown', detail: expect.stringContaining('limits requests') as string });
    expect(internet.asked).toHaveLength(1);
    // The host asked for an hour of quiet: it is not asked again.
    expect(await ask(rule, { status: 200 })).toMatchObject({ state: 'unknown' });
    expect(internet.asked).toHaveLength(0);
  });

  it.each(cases)('$rule: failures and garbage never make it active', ({ rule }) => {
    const page = '<!doctype html><title>Log in</title>';
    const bodies = [page, '', 'null', '{}', '{"data": [', '"active"', '[['.repeat(10_000)];
    for (const status of [200, 204, 302, 401, 403, 404, 500, 502]) {
      for (const body of bodies) {
        // A status of its own is an answer; what any server could say is none.
        if (calls[rule]!.verify!.active.some((fact) => fact.status.includes(status) && !fact.body && !fact.at && !fact.is))
          continue;
        const { state } = verdictOf('Acme', calls[rule]!.verify!, { status, headers: {}, body });
        expect([status, body.slice(0, 20), state]).not.toEqual([status, body.slice(0, 20), 'active']);
      }
    }
  });
});
