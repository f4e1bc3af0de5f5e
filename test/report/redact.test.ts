import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kind } from '../../src/model.ts';
import { createRedactor, redact, redactText } from '../../src/report/redact.ts';

const KINDS: Kind[] = [
  'api-key',
  'bearer',
  'jwt',
  'private-key',
  'password',
  'connection-string',
  'client-secret',
  'opaque-token',
  'misuse',
];
/** Looks random, the same in every run. */
const random = (seed: string, length: number): string =>
  createHash('sha512').update(seed).digest('base64url').replace(/[-_]/g, 'x').slice(0, length);

describe('redact', () => {
  const token = random('token', 40);
  const pem = ['-----BEGIN', 'EC PRIVATE KEY-----\nMHcCAQEEIOvTmCJ\n-----END', 'EC PRIVATE KEY-----'].join(' ');
  it.each<[string, string, Kind, boolean, string]>([
    ['a long token', token, 'api-key', false, `${token.slice(0, 4)}…${token.slice(-4)}`],
    ['24 characters', token.slice(0, 24), 'api-key', false, `${token.slice(0, 4)}…${token.slice(22, 24)}`],
    ['20 characters', token.slice(0, 20), 'api-key', false, `${token.slice(0, 4)}…${token.slice(19, 20)}`],
    ['19 characters', token.slice(0, 19), 'api-key', false, '****'],
    ['a guessable value', 'correct horse battery staple', 'password', true, '****'],
    ['a private key', pem, 'private-key', false, 'EC PRIVATE KEY ****'],
    ['a JWT', ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiJhIn0', token].join('.'), 'jwt', false, 'eyJhbGciOi…'],
    ['a database URL', `postgres://app:${token}@db/orders`, 'connection-string', false, 'postgres://****'],
    ['connection fields', `Server=db;Password=${token}`, 'connection-string', false, '****'],
    ['line breaks at the ends', `\n\n${token}\n`, 'opaque-token', false, '****'],
  ])('%s', (_name, secret, kind, guessable, shown) => expect(redact(secret, { kind, guessable })).toBe(shown));

  const secrets = fc.oneof(
    fc.string({ minLength: 1, maxLength: 80 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
    fc.stringMatching(/^[A-Za-z0-9+/=_-]{1,200}$/),
    fc.stringMatching(/^eyJ[A-Za-z0-9_-]{1,40}\.[A-Za-z0-9_-]{1,40}\.[A-Za-z0-9_-]{0,40}$/),
    fc.stringMatching(/^[a-z]{2,9}:\/\/[a-z]{1,5}:[!-~]{1,30}@[a-z]{1,10}$/),
  );

  it('never shows the secret, nor more than a quarter of it', () => {
    fc.assert(
      fc.property(secrets, fc.constantFrom(...KINDS), fc.boolean(), (secret, kind, guessable) => {
        const shown = redact(secret, { kind, guessable });
        const parts = shown.replace('****', '').split('…');
        expect(parts.join('').length).toBeLessThanOrEqual(secret.length / 4);
        expect(secret.startsWith(parts[0]!)).toBe(true);
        expect(secret.endsWith(parts[1] ?? '')).toBe(true);
        if (!'****…'.includes(secret)) expect(shown).not.toContain(secret);
        expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
      }),
    );
  });

  it('shows nothing of guessable values but what a JWT header or a URL scheme says', () => {
    fc.assert(
      fc.property(secrets, fc.constantFrom(...KINDS), (secret, kind) => {
        const shown = redact(secret, { kind, guessable: true });
        expect(shown).toMatch(/^(?:\*\*\*\*|e[^.]*…|[a-z]+:\/\/\*\*\*\*)$/);
      }),
    );
  });
});

describe('redactText', () => {
  const key = random('a', 32);
  const other = random('b', 40);
  it.each<[string, string, string[], string]>([
    ['a known secret', `key: "${key}"`, [key], 'key: "****"'],
    ['a known short secret', 'login sa / hunter2!', ['hunter2!'], 'login sa / ****'],
    ['one secret within another', `x${key}.tail y`, [key, `x${key}.tail`], '**** y'],
    ['secrets that overlap', 'abcdefghijkl', ['abcdefgh', 'efghijkl'], '****'],
    ['a secret that stands twice', 'hunter2 hunter2', ['hunter2'], '**** ****'],
    ['an unknown token', `A_KEY=${key} B=${other}`, [], 'A_KEY=**** B=****'],
    ['a hash', `sha ${createHash('sha1').update('x').digest('hex')}.`, [], 'sha ****.'],
    ['a UUID', 'id 6f1c2b9a-4d3e-4f5a-8b7c-9d0e1f2a3b4c', [], 'id ****'],
    ['base64 with padding', `b: ${Buffer.from(key.slice(0, 31)).toString('base64')}`, [], 'b: ****'],
    ['a path', 'src/main/java/com/example/service/impl/Main.java', [], 'src/main/java/com/example/service/impl/Main.java'],
    ['a name', 'AWS_SECRET_ACCESS_KEY_PRODUCTION = x', [], 'AWS_SECRET_ACCESS_KEY_PRODUCTION = x'],
    ['a long identifier', 'getElementsByTagNameNamespace()', [], 'getElementsByTagNameNamespace()'],
    ['a secret of one letter, which is left', 'a banana', ['a'], 'a banana'],
  ])('%s', (_name, text, secrets, masked) => expect(redactText(text, secrets)).toBe(masked));

  it('masks every line of a secret that has several', () => {
    const lines = [random('l1', 64), random('l2', 64)];
    const pem = `-----BEGIN X-----\n${lines.join('\r\n')}\n-----END X-----`;
    expect(createRedactor([pem]).known(`  ${lines[1]}",`)).toBe('  ****",');
    expect(createRedactor([pem]).known(`{"k": "${pem}"}`)).toBe('{"k": "****"}');
  });

  it('leaves none of the secrets in any text', () => {
    const secret = fc.string({ minLength: 4, maxLength: 30 });
    fc.assert(
      fc.property(
        fc.array(secret, { minLength: 1, maxLength: 5 }),
        fc.array(fc.oneof(fc.nat(4), fc.string()), { maxLength: 12 }),
        (secrets, parts) => {
          const text = parts.map((part) => (typeof part === 'number' ? (secrets[part] ?? '') : part)).join('');
          // Mask characters are part of the alphabet here, so only the unmasked stretches are looked at.
          for (const piece of redactText(text, secrets).split('****')) {
            for (const one of secrets) expect(piece).not.toContain(one);
          }
        },
      ),
    );
  });

  it('leaves names and paths alone where only strong secrets are looked for', () => {
    const redactor = createRedactor(['production', key]);
    expect(redactor.strong(`config/production/${key}.yml`)).toBe('config/production/****.yml');
    expect(redactor.known('set to production')).toBe('set to ****');
  });
});

describe('frames', () => {
  const key = random('k', 32);
  const next = random('n', 36);
  const weak = 'hunter2';
  const frameOf = (text: string, secret: string, cut = { cutStart: false, cutEnd: false }) => {
    const start = text.indexOf(secret);
    return { text, start, end: start + secret.length, ...cut };
  };

  it.each([
    ['keeps the name before the secret', `API_KEY=${key}`, [key], 'API_KEY=<>'],
    ['hides an unknown neighbour', `${next}:${key}`, [key], '****:<>'],
    ['hides a known short neighbour', `https://user:${weak}@host/?k=${key}`, [key, weak], 'https://user:****@host/?k=<>'],
    ['hides a secret that reaches over this one', `a ${key}-tail b`, [key, `${key}-tail`], 'a <> b'],
    ['hides the same secret again', `${key} or ${key}`, [key], '<> or ****'],
  ])('%s', (_name, text, secrets, shown) => {
    const { before, secret, after } = createRedactor(secrets).frame(frameOf(text, key), '<>');
    expect(before + secret + after).toBe(shown);
  });

  it('hides what a cut may have left of a token', () => {
    const text = `${next.slice(20)},x=${key},y=${next.slice(0, 12)}`;
    const frame = frameOf(text, key, { cutStart: true, cutEnd: true });
    const { before, secret, after } = createRedactor([key]).frame(frame, '<>');
    expect(before + secret + after).toBe('****,x=<>,y=****');
  });
});
