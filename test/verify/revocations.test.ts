import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model.ts';
import { hostsOf, loadCalls } from '../../src/rules/call.ts';
import { planRevocation, revocationText, revoke, type RevocationPlan } from '../../src/verify/revoke.ts';
import { type Subject, Verifier } from '../../src/verify/verifier.ts';
import { random } from '../helpers/tokens.ts';
import { type Internet, openInternet, type Reply } from './internet.ts';

/** What providers answer when they have done it. */
const DONE: Record<string, Reply> = {
  'api.github.com/credentials/revoke': { status: 202, body: {} },
  'api.github.com/installation/token': { status: 204 },
  'gitlab.com/api/v4/personal_access_tokens/self': { status: 204 },
  'slack.com/api/auth.revoke': { status: 200, body: { ok: true, revoked: true } },
  'registry.npmjs.org/-/npm/v1/tokens/token/SECRET': { status: 200, body: {} },
  'oauth2.googleapis.com/revoke': { status: 200, body: {} },
  'cloud.digitalocean.com/v1/oauth/revoke': { status: 200, body: {} },
  'api.dropboxapi.com/2/auth/token/revoke': { status: 200, body: 'null' },
  'api.vercel.com/v3/user/tokens/current': { status: 200, body: { tokenId: 't1' } },
  'api.buildkite.com/v2/access-token': { status: 204 },
  'api.fastly.com/tokens/self': { status: 204 },
  'discord.com/api/webhooks/ID/SECRET': { status: 204 },
  'server.acme.test/v1/auth/token/revoke-self': { status: 204 },
  'api.heroku.com/oauth/authorizations/11-22': { status: 200, body: { id: '11-22' } },
};

const calls = loadCalls();
const rules = Object.keys(calls).filter((rule) => calls[rule]!.revocation);

describe('revocations', () => {
  let internet: Internet;
  beforeAll(async () => {
    internet = await openInternet();
  });
  afterAll(() => internet.close());

  function subjectOf(rule: string): Subject {
    const id = random(18, rule, '0123456789');
    const secret =
      rule === 'discord-webhook-url'
        ? `discord.com/api/webhooks/${id}/${random(64, rule)}`
        : `${random(30, rule)}+/=:${random(9, rule)}`;
    const remedy = { revoke: 'by hand', automatic: false };
    return {
      finding: { rule, kind: 'api-key', remedy } as Finding,
      secret,
      beside: new Map([['npm-registry', 'registry.npmjs.org']]),
    };
  }

  /** What has no host of its own goes to a server of the user's. */
  function verifierOf(rule: string): Verifier {
    const { provider, revocation } = calls[rule]!;
    const hosts = hostsOf(revocation!).length === 0 ? [`${provider}=server.acme.test`] : [];
    return new Verifier({ hosts, door: { env: internet.env, backoffMs: 1 } });
  }

  type Planned = Exclude<RevocationPlan, { by: 'hand' }>;

  it.each(rules)('%s: sent where it belongs, once, and told without the secret', async (rule) => {
    const verifier = verifierOf(rule);
    const subject = subjectOf(rule);
    const plan = planRevocation(subject, verifier) as Planned;
    expect(plan.by).toBe('provider');
    const text = revocationText(plan, subject).join('\n');
    const pieces = subject.secret.split(/[+/=:]/).filter((piece) => piece.length > 20);
    for (const piece of pieces) expect(text).not.toContain(piece);

    const addressed: string[] = [];
    internet.asked = [];
    internet.answer = ({ host, url, method }) => {
      // Heroku's list of authorizations, in which the token has its id.
      if (url === '/oauth/authorizations') {
        const entries = [
          { id: '99', access_token: { token: 'other' } },
          { id: '11-22', access_token: { token: subject.secret } },
        ];
        return { status: 200, body: entries };
      }
      if (method !== calls[rule]!.revocation!.method) return { status: 500 };
      const [, id = '', key = ''] = /webhooks\/(\d+)\/(\w+)/.exec(url) ?? [];
      const masked = (host + url)
        .replace(encodeURIComponent(subject.secret).replaceAll('%3A', ':'), 'SECRET')
        .replace(`${id}/${key}`, id === '' ? '/' : 'ID/SECRET');
      addressed.push(masked);
      return DONE[masked] ?? { status: 500 };
    };
    const outcome = await revoke(plan, subject, verifier, [0]);
    expect([addressed[0], outcome.taken]).toEqual([expect.any(String), true]);
    const [asked] = internet.asked;
    const basic = decodeURIComponent(JSON.stringify([asked!.url, asked!.body, asked!.headers.authorization, asked!.headers]));
    for (const piece of pieces) expect(basic).toContain(piece);
  });

  it.each(rules)('%s: any other answer is told as not done', async (rule) => {
    const verifier = verifierOf(rule);
    const subject = subjectOf(rule);
    const plan = planRevocation(subject, verifier) as Planned;
    for (const reply of [
      { status: 200, body: '<html>' },
      { status: 401, body: {} },
      { status: 403, body: 'no' },
      { status: 500 },
    ]) {
      internet.answer = () => reply;
      expect([reply, (await revoke(plan, subject, verifier, [0])).taken]).toEqual([reply, false]);
    }
  });
});
