/** Rules for tests. */
import type { ProviderFile, RuleSource } from '../../src/rules/rule.ts';

export function rule(id: string, rest: Partial<RuleSource>): RuleSource {
  return {
    id,
    title: `Title of ${id}`,
    kind: 'api-key',
    opens: 'Everything.',
    severity: 'high',
    revoke: { how: 'Press the button' },
    ...rest,
  };
}

export function file(...rules: RuleSource[]): ProviderFile {
  return { provider: 'acme', name: 'Acme', rules };
}

const crc = (is: string) => ({ is, over: ['body'], in: 'check' });

/** One rule for each kind of shape and check, with lengths as providers use them. */
export const VARIED: RuleSource[] = [
  rule('fixed', { shape: 'acme_[A-Za-z0-9]{32}' }),
  rule('ranged', { shape: 'acme-[A-Za-z0-9_-]{20,60}' }),
  rule('hex', { shape: '(?:live|test)_[0-9a-f]{40}', entropy: 3 }),
  rule('with-context', { shape: 'AccountKey=(?<secret>[A-Za-z0-9+/]{40,80}={0,2})', entropy: 4 }),
  rule('folded', { shape: 'zz[a-f]{2}key[0-9]{8}', ignoreCase: true }),
  rule('named', { shape: '[0-9a-f]{32}', near: ['acme_api_key'] }),
  rule('with-words', { shape: 'zzz[0-9a-f]{30}', context: { words: ['acme'] } }),
  rule('no-edge', { shape: 'sk-[a-z0-9]{30}', edge: 'none' }),
  rule('base62', { shape: 'ghx_(?<body>[A-Za-z0-9]{30})(?<check>[A-Za-z0-9]{6})', checksum: crc('crc32-base62') }),
  rule('base62-lower', { shape: '(?<body>apx_[A-Za-z0-9]{30})(?<check>[A-Za-z0-9]{6})', checksum: crc('crc32-base62-lower') }),
  rule('base62-any', {
    shape: '(?<body>syx_[a-z]{4,20}_[A-Za-z]{20})_(?<check>[A-Za-z0-9]{6})',
    checksum: crc('crc32-base62-any'),
  }),
  rule('base36', {
    shape: '(?<body>glx-[A-Za-z0-9_-]{27,90}\\.01\\.[0-9a-z]{2})(?<check>[0-9a-z]{7})',
    checksum: crc('crc32-base36'),
  }),
  rule('hex-check', { shape: 'cfx_(?<body>[A-Za-z0-9]{40})(?<check>[0-9a-f]{8})', checksum: crc('crc32-hex') }),
  rule('hex-upper', { shape: '(?<body>ATX[A-Za-z0-9_-]{20,150}=)(?<check>[0-9A-F]{8})', checksum: crc('crc32-hex-upper') }),
  rule('hex-le', { shape: '(?<body>glx_[A-Za-z0-9]{32})_(?<check>[0-9a-f]{8})', checksum: crc('crc32-hex-le') }),
  rule('base64-le', { shape: 'cflx(?<body>[A-Za-z0-9+/]{54})(?<check>[A-Za-z0-9+/]{6})', checksum: crc('crc32-base64-le') }),
  rule('his', { shape: '[A-Za-z0-9+/]{76}\\+ASt[A-Za-z0-9+/]{5}[AQgw]==', checksum: { is: 'azure-his' } }),
  rule('his-short', { shape: '[A-Za-z0-9+/]{33}AIoT[A-P][A-Za-z0-9+/]{5}=', checksum: { is: 'azure-his' } }),
  rule('his-url', { shape: '[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{5}[AQgw]==', checksum: { is: 'azure-his' } }),
  rule('cask', {
    shape: '[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9][A-L][A-Za-z0-9]{12}[A-Za-z0-9]{4}AZDO[A-Za-z0-9]{4}',
    checksum: { is: 'azure-cask' },
  }),
  rule('cask-long', {
    shape: '[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9][A-L][A-Za-z0-9]{12}[A-Za-z0-9]{4}AZEG[A-Za-z0-9]{5}[AQgw]==',
    checksum: { is: 'azure-cask' },
  }),
  rule('entra', { shape: '[A-Za-z0-9_.~-]{3}8Q~[A-Za-z0-9_.~-]{34}', checksum: { is: 'entra-client-secret' } }),
  rule('devops', { shape: '[a-z2-7]{52}', near: ['azure'], checksum: { is: 'azure-devops-pat' } }),
  rule('age', { shape: 'AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}', checksum: { is: 'bech32' } }),
  rule('nkey', { shape: 'S[UAONCX][A-Z2-7]{56}', near: ['nats'], checksum: { is: 'nats-nkey' } }),
  rule('stellar', { shape: 'S[A-D][A-Z2-7]{54}', near: ['stellar'], checksum: { is: 'stellar-strkey' } }),
  rule('wif', { shape: '[KL][1-9A-HJ-NP-Za-km-z]{51}', near: ['bitcoin'], checksum: { is: 'base58check' } }),
  rule('xrpl', { shape: 's[1-9A-HJ-NP-Za-km-z]{28}', near: ['ripple'], checksum: { is: 'base58check-xrpl' } }),
  rule('near', { shape: 'ed25519:(?<body>[1-9A-HJ-NP-Za-km-z]{86,88})', checksum: { is: 'ed25519-keypair', over: ['body'] } }),
  rule('aws', { shape: 'AKIA[A-Z2-7]{16}', checksum: { is: 'decode-aws-key-id' } }),
  rule('discord', {
    shape: '(?<id>[MNO][A-Za-z0-9_-]{23,25})\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,38}',
    near: ['discord'],
    checksum: { is: 'decode-discord', over: ['id'] },
  }),
  rule('atlassian', {
    shape: '[MNO][ADQTgjwz][AEIMQUYcgk][w-z0-5][A-Za-z0-9+/]{40}',
    near: ['jira'],
    checksum: { is: 'decode-id-secret' },
  }),
  rule('jfrog', { shape: 'cmVmdGtu[A-Za-z0-9+/]{56}', checksum: { is: 'decode-jfrog-reference' } }),
  rule('intercom', { shape: 'dG9rO[A-Za-z0-9+/]{54}=', checksum: { is: 'decode-intercom' } }),
  rule('sentry', {
    shape: 'sntrys_(?<body>eyJpYXQiOi[A-Za-z0-9+/]{40,200}={0,2})_[A-Za-z0-9+/]{43}',
    checksum: { is: 'decode-json', over: ['body'] },
  }),
  rule('grafana', { shape: 'eyJrIjoi[A-Za-z0-9+/]{60,120}={0,2}', checksum: { is: 'decode-json' } }),
  rule('pypi', {
    shape: 'pypi-(?<body>AgEIcHlwaS5vcmc[A-Za-z0-9_-]{80,300})',
    checksum: { is: 'decode-macaroon', over: ['body'] },
  }),
  rule('fly', { shape: 'fm2_(?<body>lJPE[A-Za-z0-9+/]{100,200}={0,2})', checksum: { is: 'decode-macaroon', over: ['body'] } }),
  rule('workos', {
    shape: 'sk_live_(?<body>a2V5Xz[A-Za-z0-9+/]{69,71}={0,2})',
    checksum: { is: 'decode-workos', over: ['body'] },
  }),
  rule('bedrock', {
    shape: 'ABSK(?<body>QmVkcm9ja0FQSUtleS[A-Za-z0-9+/]{80,200}={0,2})',
    checksum: { is: 'decode-bedrock', over: ['body'] },
  }),
  rule('basic', { shape: 'Basic (?<body>[A-Za-z0-9+/]{16,60}={0,2})', checksum: { is: 'decode-basic', over: ['body'] } }),
  rule('text', { shape: 'acme_auth=(?<body>[A-Za-z0-9+/]{24,60}={0,2})', checksum: { is: 'decode-text', over: ['body'] } }),
  rule('jwt-shape', {
    shape: 'eyJ[A-Za-z0-9_-]{20,60}\\.eyJ[A-Za-z0-9_-]{20,60}\\.[A-Za-z0-9_-]{43}',
    checksum: { is: 'decode-jwt' },
  }),
];

/** A file of two good rules. */
export const GOOD = `provider: acme
name: Acme
url: https://acme.example
rules:
  - id: acme-key
    title: Acme API key
    kind: api-key
    opens: Reads everything.
    severity: high
    shape: acme_[a-z0-9]{20}
    revoke: { how: Press the button }
    examples:
      match: ['key={secret}', 'key: {secret}']
      miss: ['key={short}', 'key=acme_xxxxxxxx']
  - id: acme-secret
    title: Acme secret
    kind: client-secret
    opens: Writes everything.
    severity: critical
    shape: '(?<body>acs_[A-Z]{12})(?<check>[0-9a-f]{8})'
    checksum: { is: crc32-hex, over: [body], in: check }
    companions:
      - rule: acme-key
    revoke: { how: Press the other button, url: https://acme.example/keys }
    examples:
      match: ['key={secret}', 'key: {secret}']
      miss: ['key={checksum}', 'key={short}']
`;
