import { describe, expect, it } from 'vitest';
import type { Finding, Report } from '../src/model.ts';
import { run, tree } from './helpers/cli.ts';
import { random } from './helpers/tokens.ts';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** An access key id of an account number that exists in form. */
const KEY_ID = ['AKIA', 'Z', random(15, 'aws-id', BASE32)].join('');
const KEY = random(40, 'aws-key');
const HEX = '0123456789abcdef';
const SID = ['AC', random(32, 'sid', HEX)].join('');
const AUTH = random(32, 'auth', HEX);

async function scan(files: Record<string, string>): Promise<Finding[]> {
  const { stdout } = await run(['scan', '--format', 'json'], { cwd: tree(files) });
  return (JSON.parse(stdout) as Report).findings;
}

const gap = (lines: number): string => '# nothing\n'.repeat(lines);

describe('companions', () => {
  it.each([
    ['AWS', `aws_access_key_id = ${KEY_ID}\naws_secret_access_key = ${KEY}\n`, 'aws-secret-access-key', 'aws-access-key-id'],
    ['Twilio', `TWILIO_ACCOUNT_SID=${SID}\nTWILIO_AUTH_TOKEN=${AUTH}\n`, 'twilio-auth-token', 'twilio-account-sid'],
    [
      'Google OAuth',
      `GOOGLE_CLIENT_ID=${random(12, 'n', '123456789')}-${random(32, 'g', `${HEX}xyz`)}.apps.googleusercontent.com\nGOOGLE_CLIENT_SECRET=GOCSPX-${random(28, 's')}\n`,
      'google-oauth-client-secret',
      'google-oauth-client-id',
    ],
    [
      'Algolia',
      `ALGOLIA_APP_ID=${random(10, 'app', BASE32)}\nALGOLIA_ADMIN_KEY=${random(32, 'algolia', HEX)}\n`,
      'algolia-admin-api-key',
      'algolia-application-id',
    ],
  ])('%s: one finding, of the secret, which tells the other part', async (_, text, rule, beside) => {
    const [finding, ...more] = await scan({ 'app.env': text });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule, companions: [{ rule: beside, location: { path: 'app.env', startLine: 1 } }] });
    expect(finding!.reasons.map(({ code }) => code)).toContain('companion');
    expect(finding!.locations).toMatchObject([{ startLine: 2 }]);
  });

  it('keeps the id that the secret has alone', async () => {
    const [alone] = await scan({ 'a.env': `aws_secret_access_key = ${KEY}\n` });
    const [both] = await scan({ 'a.env': `aws_access_key_id = ${KEY_ID}\naws_secret_access_key = ${KEY}\n` });
    expect(both!.id).toBe(alone!.id);
    expect(alone!.companions).toBeUndefined();
  });

  it('tells an identifier alone as of little weight', async () => {
    const [finding, ...more] = await scan({ 'a.env': `AWS_KEY=${KEY_ID}\n` });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: 'aws-access-key-id', severity: expect.stringMatching(/^(?:low|info)$/) as string });
  });

  it('tells names in clear with the secrets they belong to, and nowhere else', async () => {
    const token = ['shpat', random(32, 'shop', HEX)].join('_');
    const names = 'SHOP=acme-store.myshopify.com\nTENANT_ID=11111111-2222-4333-8444-555555555555\n';
    expect(await scan({ 'a.env': names, 'b.env': 'docker login -u acmebot\n' })).toEqual([]);
    const cwd = tree({ 'a.env': `${names}SHOPIFY_ACCESS_TOKEN=${token}\nMIRROR=acme-store.myshopify.com\n` });
    const { stdout } = await run(['scan', '--format', 'json'], { cwd });
    const { findings } = JSON.parse(stdout) as Report;
    expect(findings).toHaveLength(1);
    expect(findings[0]!.companions).toMatchObject([{ rule: 'shopify-shop', redacted: 'acme-store.myshopify.com' }]);
    const { stdout: text } = await run(['scan', '--no-color'], { cwd });
    expect(text).toContain('with     Shopify shop acme-store.myshopify.com (a.env:');
    expect(stdout + text).not.toContain(token);
  });

  it('tells nothing of what requires a companion and has none', async () => {
    const rule = (id: string, more: string): string =>
      `  - id: ${id}\n    title: ${id}\n    kind: api-key\n    opens: Opens.\n    severity: high\n    shape: ${id}_[a-z0-9]{20}\n    revoke: { how: Press }\n${more}`;
    const rules = `provider: acme\nname: Acme\nrules:\n${rule('acmekey', '    companions: [{ rule: acmeid, required: true, lines: 2 }]\n')}${rule('acmeid', '')}`;
    const [key, id] = [`acmekey_${random(20, 'key', HEX)}`, `acmeid_${random(20, 'id', HEX)}`];
    const found = async (text: string): Promise<string[]> => {
      const cwd = tree({ 'a.env': text, 'rules.yaml': rules });
      const { stdout } = await run(['scan', '--format', 'json', '--rules', 'rules.yaml', 'a.env'], { cwd });
      return (JSON.parse(stdout) as Report).findings.map((finding) => finding.rule).sort();
    };
    expect(await found(`${key}\n`)).toEqual([]);
    expect(await found(`${key}\n${gap(3)}${id}\n`)).toEqual(['acmeid']);
    expect(await found(`${key}\n${id}\n`)).toEqual(['acmeid', 'acmekey']);
  });

  it('takes what is far away, or in another file, for something else', async () => {
    const far = `aws_access_key_id = ${KEY_ID}\n${gap(11)}aws_secret_access_key = ${KEY}\n`;
    expect((await scan({ 'a.env': far })).map(({ rule }) => rule).sort()).toEqual(['aws-access-key-id', 'aws-secret-access-key']);
    const apart = { 'a.env': `aws_access_key_id = ${KEY_ID}\n`, 'b.env': `aws_secret_access_key = ${KEY}\n` };
    expect(await scan(apart)).toHaveLength(2);
  });

  it('stands in the reports, redacted', async () => {
    const cwd = tree({ 'a.env': `aws_access_key_id = ${KEY_ID}\naws_secret_access_key = ${KEY}\n` });
    const pretty = await run(['scan'], { cwd });
    expect(pretty.stdout).toMatch(/with {5}AWS access key id AKIA\S+ \(a\.env:1:21\)/);
    expect(pretty.stdout).not.toContain(KEY_ID);
    const sarif = await run(['scan', '--format', 'sarif'], { cwd });
    const { runs } = JSON.parse(sarif.stdout) as { runs: { results: { relatedLocations: unknown[] }[] }[] };
    expect(runs[0]!.results[0]!.relatedLocations).toMatchObject([{ physicalLocation: { region: { startLine: 1 } } }]);
  });
});

describe('the same secret plain and encoded', () => {
  it('is one finding with two places', async () => {
    const line = `aws_secret_access_key: ${KEY}\n`;
    const encoded = Buffer.from(`region: eu-west-1\noutput: json\n${line}`).toString('base64');
    const [finding, ...more] = await scan({ 'a.yaml': line, 'b.yaml': `data: ${encoded}\n` });
    expect(more).toEqual([]);
    expect(finding!.locations.map(({ path, decodedFrom }) => [path, decodedFrom])).toEqual([
      ['a.yaml', undefined],
      ['b.yaml', ['base64']],
    ]);
  });
});
