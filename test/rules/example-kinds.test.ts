import { describe, expect, it } from 'vitest';
import { contextOf, missKindOf } from '../../src/rules/example-kinds.ts';
import { rule } from './rules.ts';

const KEY = ['acme', 'rGz9Tq2LmX7vBw4Kc8Ns'].join('_');

const CONTEXTS: [context: string, text: string][] = [
  ['env file', `ACME_KEY=${KEY}`],
  ['env file', `ACME_KEY="${KEY}"\nDEBUG=1`],
  ['YAML', `acme_key: ${KEY}`],
  ['YAML', `  - key: '${KEY}'`],
  ['JSON', `{"acmeKey": "${KEY}"}`],
  ['JSON', `"acmeKey": "${KEY}",`],
  ['code', `const acmeKey = '${KEY}';`],
  ['code', `os.environ["ACME_KEY"] = "${KEY}"`],
  ['code', `client = Client("${KEY}")`],
  ['code', `<?php define('ACME_KEY', '${KEY}');`],
  ['shell', `export ACME_KEY="${KEY}"`],
  ['shell', `ACME_KEY=${KEY} npm start`],
  ['shell', `acmectl login --token ${KEY}`],
  ['shell', `curl -H 'Authorization: Bearer ${KEY}' https://api.acme.com/`],
  ['Dockerfile', `ENV ACME_KEY=${KEY}`],
  ['log', `2024-05-03 12:00:01 INFO acme_key=${KEY}`],
  ['log', `[2024-05-03 12:00:01] request signed with ${KEY}`],
  ['header', `Authorization: Bearer ${KEY}`],
  ['header', `X-Acme-Key: ${KEY}`],
  ['configuration', `acme_key = "${KEY}"`],
  ['configuration', `[default] key=${KEY}`],
  ['configuration', `Server=db.acme.com;Password=${KEY};Database=shop`],
  ['markup', `<add key="${KEY}" />`],
  ['address', `https://user:${KEY}@acme.com/`],
  ['by itself', `${KEY}\n`],
  ['text', `enable secret 9 ${KEY}`],
];

describe('examples', () => {
  it.each(CONTEXTS)('stand in %s: %s', (context, text) => expect(contextOf(rule('a', {}), text)).toBe(context));

  it('of misuse are code, each its own', () => {
    const misuse = rule('m', { kind: 'misuse' });
    expect(contextOf(misuse, 'verify(a);')).not.toBe(contextOf(misuse, 'verify(b);'));
  });
});

const MISSES: [kind: string, template: string][] = [
  ['length', 'ACME_KEY={short}'],
  ['length', '{long}'],
  ['checksum', 'ACME_KEY={checksum}'],
  ['alphabet', 'ACME_KEY={alphabet}'],
  ['placeholder', 'ACME_KEY=acme_xxxxxxxx'],
  ['placeholder', 'ACME_KEY=${{ACME_KEY}'],
  ['placeholder', 'ACME_KEY=your-acme-key'],
  ['place', 'commit {secret}'],
  ['other credential', 'ACME_KEY={rule:acme-public}'],
  ['ACME_KEY={hex:31}', 'ACME_KEY={hex:31}'],
];

describe('near misses', () => {
  it.each(MISSES)('are wrong in their %s: %s', (kind, template) => expect(missKindOf(template)).toBe(kind));
});
