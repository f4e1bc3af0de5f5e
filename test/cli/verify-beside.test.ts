/** What stands beside a credential, where it is asked about, and hosts that only the user can name. */
import { generateKeyPairSync, verify as verifySignature } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { put, type Run, run, tree } from '../helpers/cli.ts';
import { githubPat, random } from '../helpers/tokens.ts';
import { type Internet, openInternet } from '../verify/internet.ts';

let internet: Internet;
beforeAll(async () => {
  internet = await openInternet();
});
afterAll(() => internet.close());
beforeEach(() => {
  internet.asked = [];
  internet.answer = () => ({ status: 500 });
});

const cli = (args: string[], cwd: string): Promise<Run> => run(args, { cwd, env: internet.env });
const places = (): string[] => internet.asked.map(({ method, host, url }) => `${method} ${host}${url}`);

async function verified(files: Record<string, string>, ...args: string[]): Promise<Report> {
  return JSON.parse((await cli(['scan', '--verify', '--format', 'json', ...args], tree(files))).stdout) as Report;
}

const hex = (length: number, seed: string): string => random(length, seed, '0123456789abcdef');

describe('what stands beside a credential', () => {
  it('signs for a Google service account with its key, which stays here', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    const file = {
      type: 'service_account',
      project_id: 'acme-prod',
      private_key_id: hex(40, 'kid'),
      private_key: pem,
      client_email: 'ci@acme-prod.iam.gserviceaccount.com',
      client_id: '1',
      token_uri: 'https://evil.test/token',
    };
    internet.answer = () => ({ status: 200, body: { access_token: 'opens-nothing', expires_in: 3599 } });
    const { findings } = await verified({ 'key.json': JSON.stringify(file, undefined, 2) });
    const finding = findings.find(({ rule }) => rule === 'gcp-service-account-key')!;
    expect(finding.verification).toMatchObject({
      state: 'active',
      identity: 'account ci@acme-prod.iam.gserviceaccount.com, project acme-prod',
    });
    expect(finding.companions!.map(({ rule, redacted }) => [rule, redacted])).toEqual([
      ['gcp-service-account-email', 'ci@acme-prod.iam.gserviceaccount.com'],
      ['gcp-project-id', 'acme-prod'],
    ]);
    expect(findings.map(({ rule }) => rule)).not.toContain('gcp-project-id');
    // Never where the file says.
    expect(places()).toEqual(['POST oauth2.googleapis.com/token']);
    const form = new URLSearchParams(internet.asked[0]!.body);
    expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    const [header, claims, signature] = form.get('assertion')!.split('.') as [string, string, string];
    expect(verifySignature('sha256', Buffer.from(`${header}.${claims}`), publicKey, Buffer.from(signature, 'base64url'))).toBe(
      true,
    );
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      iss: file.client_email,
      aud: 'https://oauth2.googleapis.com/token',
    });
    expect(JSON.stringify(internet.asked)).not.toContain(pem.split('\n')[1]);
  });

  it('signs for temporary keys of AWS with their session token', async () => {
    const id = `ASIA${random(16, 'temporary', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`;
    const key = random(40, 'temporary key');
    const session = `IQoJb3JpZ2luX2Vj${random(300, 'session')}`;
    const arn = 'arn:aws:sts::123456789012:assumed-role/ci/build';
    internet.answer = ({ headers }) =>
      headers['x-amz-security-token'] === session && headers.authorization?.includes('x-amz-security-token') === true
        ? { status: 200, body: { GetCallerIdentityResponse: { GetCallerIdentityResult: { Arn: arn, Account: '123456789012' } } } }
        : { status: 403, body: { Error: { Code: 'InvalidClientTokenId' } } };
    const env = `AWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${key}\nAWS_SESSION_TOKEN=${session}\n`;
    const of = ({ findings }: Report): unknown => findings.find(({ rule }) => rule === 'aws-secret-access-key')!.verification;
    expect(of(await verified({ 'a.env': env }))).toMatchObject({ state: 'active', identity: `arn ${arn}, account 123456789012` });
    expect(places()).toEqual(['POST sts.amazonaws.com/']);
    expect(internet.asked[0]!.headers.authorization).toContain(`Credential=${id}/`);
    expect(JSON.stringify(internet.asked)).not.toContain(key);
    internet.asked = [];
    expect(of(await verified({ 'a.env': env.replace(/AWS_SESSION.*\n/, '') }))).toMatchObject({
      state: 'unknown',
      detail: 'not asked: its session token was not found beside it',
    });
    expect(internet.asked).toEqual([]);
  });

  it.each([
    [
      'twilio-auth-token',
      `TWILIO_ACCOUNT_SID=AC${hex(32, 'sid')}\nTWILIO_AUTH_TOKEN=${hex(32, 'auth')}\n`,
      'GET api.twilio.com/2010-04-01/Accounts.json?PageSize=1',
    ],
    [
      'datadog-app-key',
      `DD_API_KEY=${hex(32, 'dd')}\nDD_APP_KEY=${hex(40, 'dd app')}\n`,
      'GET api.datadoghq.com/api/v2/validate_keys',
    ],
    [
      'google-oauth-client-secret',
      `GOOGLE_CLIENT_ID=${random(12, 'n', '123456789')}-${random(32, 'c', 'abcdefghijklmnopqrstuvwxyz0123456789')}.apps.googleusercontent.com\nGOOGLE_CLIENT_SECRET=${['GOCSPX', random(28, 'g')].join('-')}\n`,
      'POST oauth2.googleapis.com/token',
    ],
    [
      'docker-pat',
      `DOCKERHUB_USERNAME=acmebot\nDOCKERHUB_TOKEN=${['dckr', 'pat', random(27, 'docker')].join('_')}\n`,
      'POST hub.docker.com/v2/auth/token',
    ],
    [
      'azure-storage-key-legacy',
      `AccountName=acmeprod;AccountKey=${random(86, 'azure')}==;EndpointSuffix=core.windows.net\n`,
      'GET acmeprod.blob.core.windows.net/?comp=list&maxresults=1',
    ],
    [
      'azure-entra-client-secret-legacy',
      JSON.stringify({
        clientId: '11111111-2222-4333-8444-555555555551',
        clientSecret: `${random(3, 'e')}7Q~${random(31, 'entra')}`,
        tenantId: '66666666-7777-4888-9999-000000000001',
      }),
      'POST login.microsoftonline.com/66666666-7777-4888-9999-000000000001/oauth2/v2.0/token',
    ],
    [
      'shopify-admin-token',
      `SHOP=acme-store.myshopify.com\nSHOPIFY_ACCESS_TOKEN=${['shpat', hex(32, 'shop')].join('_')}\n`,
      'GET acme-store.myshopify.com/admin/oauth/access_scopes.json',
    ],
    [
      'okta-api-token',
      `OKTA_ORG=https://acme.oktapreview.com\nOKTA_API_TOKEN=00${random(40, 'okta')}\n`,
      'GET acme.oktapreview.com/api/v1/users/me',
    ],
    [
      'databricks-pat',
      `DATABRICKS_HOST=https://dbc-a1b2c3d4-e5f6.cloud.databricks.com\nDATABRICKS_TOKEN=dapi${hex(32, 'brick')}\n`,
      'GET dbc-a1b2c3d4-e5f6.cloud.databricks.com/api/2.0/preview/scim/v2/Me',
    ],
    [
      'zendesk-api-token',
      `ZENDESK_URL=https://acme.zendesk.com\nZENDESK_EMAIL=ada@acme.test\nZENDESK_API_TOKEN=${random(40, 'zen')}\n`,
      'GET acme.zendesk.com/api/v2/users/me.json',
    ],
    [
      'cloudflare-global-api-key-legacy',
      `CLOUDFLARE_EMAIL=ada@acme.test\nCLOUDFLARE_API_KEY=${hex(37, 'cf')}\n`,
      'GET api.cloudflare.com/client/v4/user',
    ],
  ])('%s is asked about with it', async (rule, text, place) => {
    const { findings } = await verified({ 'a.env': text });
    expect(findings.map((finding) => finding.rule)).toContain(rule);
    expect(places()).toContain(place);
    internet.asked = [];
    const { stderr } = await cli(['scan', '--verify-dry-run'], tree({ 'a.env': text }));
    expect(stderr).toMatch(new RegExp(`^  ${place.split(' ')[1]!.split('/')[0]!.replaceAll('.', '\\.')}  [12] secrets?$`, 'm'));
    expect(internet.asked).toEqual([]);
  });
});

describe('hosts of customers', () => {
  const token = ['shpat', hex(32, 'host')].join('_');

  it.each([
    'evil.test',
    'acme.myshopify.com.evil.test',
    'myshopify.com',
    'acme.myshopify.com@evil.test',
    'evil.test/.myshopify.com',
    'a.b.myshopify.com',
  ])('%s in a file is not connected to, or is the name under the provider that it ends with', async (host) => {
    const { findings } = await verified({ 'a.env': `SHOP=https://${host}\nSHOPIFY_ACCESS_TOKEN=${token}\n` });
    expect(findings[0]!.rule).toBe('shopify-admin-token');
    for (const { host: asked } of internet.asked) expect(asked).toMatch(/^[a-z0-9-]+\.myshopify\.com$/);
  });

  it('a token in .npmrc goes to the registry of its line only', async () => {
    const line = (registry: string): string => `//${registry}/:_authToken=${random(40, registry)}\n`;
    const npmrc =
      line('npm.corp.test') + line('registry.npmjs.org') + line('npm.pkg.github.com') + line('registry.npmjs.org.evil.test');
    await verified({ '.npmrc': npmrc });
    expect(places()).toEqual(['GET registry.npmjs.org/-/whoami']);
    expect(internet.asked[0]!.headers.authorization).toBe(`Bearer ${random(40, 'registry.npmjs.org')}`);
  });

  const gitlab = ['glpat', random(20, 'gitlab')].join('-');
  const FILES = { 'a.env': `GITLAB_URL=https://git.evil.test\nGITLAB_TOKEN=${gitlab}\n` };

  it('asks the servers that the user names, and no more the provider', async () => {
    internet.answer = ({ host }) =>
      host === 'git.two.test'
        ? { status: 200, body: { active: true, name: 'ci', user_id: 7, scopes: ['api'] } }
        : { status: 401, body: { message: '401 Unauthorized' } };
    const { findings } = await verified(FILES, '--host', 'gitlab=git.one.test', '--host', 'gitlab=git.two.test:8443');
    expect(places()).toEqual([
      'GET git.one.test/api/v4/personal_access_tokens/self',
      'GET git.two.test:8443/api/v4/personal_access_tokens/self',
    ]);
    expect(findings[0]!.verification).toMatchObject({ state: 'unknown' });
  });

  it.each([
    ['gitlab', FILES, 'GET git.corp.test/api/v4/personal_access_tokens/self'],
    ['github', { 'a.env': `GH_TOKEN=${githubPat('ghes')}\n` }, 'GET git.corp.test/api/v3/user'],
    ['hashicorp-vault', { 'a.env': `VAULT_TOKEN=hvs.${random(95, 'vault')}\n` }, 'GET git.corp.test/v1/auth/token/lookup-self'],
    ['shopify', { 'a.env': `SHOPIFY_ACCESS_TOKEN=${token}\n` }, 'GET git.corp.test/admin/oauth/access_scopes.json'],
  ])('--host %s=…', async (provider, files, place) => {
    await verified(files, '--host', `${provider}=git.corp.test`);
    expect(places()).toEqual([place]);
  });

  it('says how to name a host where there is none', async () => {
    const { findings } = await verified({ 'a.env': `VAULT_TOKEN=hvs.${random(95, 'vault')}\n` });
    expect(findings[0]!.verification).toMatchObject({
      state: 'unknown',
      detail: 'not asked: it belongs to a server of its owner; name it with --host hashicorp-vault=HOST',
    });
    expect(internet.asked).toEqual([]);
  });

  it('revokes at the named server, and not at a provider that does not know the token', async () => {
    const cwd = tree({ ...FILES, 'b.env': `GH_TOKEN=${githubPat('ghes')}\n` });
    const { findings } = JSON.parse((await cli(['scan', '--format', 'json'], cwd)).stdout) as Report;
    const id = (rule: string): string => findings.find((finding) => finding.rule === rule)!.id;
    const lab = await cli(['revoke', id('gitlab-pat'), '--host', 'gitlab=git.corp.test'], cwd);
    expect(lab.stdout).toContain('DELETE https://git.corp.test/api/v4/personal_access_tokens/self\n');
    const two = await cli(['revoke', id('gitlab-pat'), '--host', 'gitlab=a.test', '--host', 'gitlab=b.test'], cwd);
    expect(two.stdout).toContain('--host names 2 servers for it: name the one to send to');
    const hub = await cli(['revoke', id('github-pat'), '--host', 'github=git.corp.test', '--yes'], cwd);
    expect([hub.code, hub.stdout]).toEqual([1, expect.stringContaining('by hand: ')]);
    expect(internet.asked).toEqual([]);
  });

  it.each([
    ['git.corp.test/path', 'write a host name'],
    ['https://git.corp.test', 'write a host name'],
    ['gitlab=user@git.corp.test', 'write a host name'],
    ['gitlab=10.0.0.1', 'write a host name'],
    ['stripe=stripe.corp.test', 'nothing can be asked of stripe at another host; it works for '],
  ])('--host %s is refused', async (value, message) => {
    const { code, stderr } = await cli(['scan', '--verify', '--host', value], tree(FILES));
    expect([code, stderr]).toEqual([2, expect.stringContaining(`--host ${value}: ${message}`)]);
    expect(internet.asked).toEqual([]);
  });
});

describe('custom rules', () => {
  const secret = ['acme', random(30, 'custom')].join('_');
  const rule = (id: string, provider = 'acme'): string => `provider: ${provider}
name: Acme
rules:
  - id: ${id}
    title: Acme token
    kind: api-key
    opens: Opens everything.
    severity: high
    shape: acme_[A-Za-z0-9]{30}
    revoke: { how: Press the button }
    verify:
      url: https://api.acme.test/me
      headers: ['Authorization: Bearer {secret}']
      active: [{ status: [200], at: /id }]
`;
  const FILES = { 'a.env': `ACME_TOKEN=${secret}\n`, 'rules.yaml': rule('acme-token') };

  it('are asked about only at hosts that the user names', async () => {
    internet.answer = () => ({ status: 200, body: { id: 1 } });
    const closed = await verified(FILES, '--rules', 'rules.yaml');
    expect(closed.findings[0]!.verification).toMatchObject({
      state: 'unknown',
      by: 'provider',
      detail: 'not asked: its custom rule asks api.acme.test; name the host with --host to allow it',
    });
    expect(internet.asked).toEqual([]);
    const open = await verified(FILES, '--rules', 'rules.yaml', '--host', 'api.acme.test');
    expect(open.findings[0]!.verification).toMatchObject({ state: 'active' });
    expect(places()).toEqual(['GET api.acme.test/me']);
  });

  it('of a scanned project come into no request either', async () => {
    const { findings } = await verified({ ...FILES, '.bearertrap.yaml': 'rule-files: [rules.yaml]\n' });
    expect(findings[0]!.rule).toBe('acme-token');
    expect(internet.asked).toEqual([]);
  });

  it('with the name of a built-in rule do not borrow its check', async () => {
    const { findings } = await verified({ ...FILES, 'rules.yaml': rule('github-pat') }, '--rules', 'rules.yaml');
    expect(findings[0]!.rule).toBe('github-pat');
    expect(internet.asked).toEqual([]);
  });

  it('are verified from a report, too', async () => {
    internet.answer = () => ({ status: 200, body: { id: 1 } });
    const cwd = tree(FILES);
    put(cwd, 'report.json', (await cli(['scan', '--format', 'json', '--rules', 'rules.yaml', 'a.env'], cwd)).stdout);
    const args = ['verify', 'report.json', '--rules', 'rules.yaml', '--host', 'api.acme.test'];
    expect((await cli(args, cwd)).code).toBe(1);
    expect(places()).toEqual(['GET api.acme.test/me']);
  });
});
