import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallFact } from '../../src/rules/call.ts';
import type { DoorRequest } from '../../src/verify/http.ts';
import { requestOf } from '../../src/verify/request.ts';

const NOW = new Date('2026-01-02T03:04:05Z');

function request(call: CallFact, values: Record<string, string>): DoorRequest {
  const made = requestOf(call, new Map(Object.entries(values)), NOW);
  if ('unaskable' in made) throw new Error(made.unaskable);
  return made;
}

describe('requests', () => {
  it('encode a credential for the place it stands in', () => {
    const secret = ['a/b+c&d=e"f', 'g#h?i%j:k'].join('\\');
    expect(request({ url: 'https://x.test/{secret}/me?k={secret}&l=1' }, { secret }).url.href).toBe(
      'https://x.test/a%2Fb%2Bc%26d%3De%22f%5Cg%23h%3Fi%25j:k/me?k=a%2Fb%2Bc%26d%3De%22f%5Cg%23h%3Fi%25j:k&l=1',
    );
    const form = request({ method: 'POST', url: 'https://x.test/', form: ['token={secret}', 'x=y'] }, { secret });
    expect(Object.fromEntries(new URLSearchParams(form.body))).toEqual({ token: secret, x: 'y' });
    const json = request({ method: 'POST', url: 'https://x.test/', json: '{"a": ["{secret}"]}' }, { secret });
    expect(JSON.parse(json.body!)).toEqual({ a: [secret] });
    const basic = request({ url: 'https://x.test/', basic: '{rule:id}:{secret}' }, { secret, 'rule:id': 'me' });
    expect(basic.headers).toEqual({ Authorization: `Basic ${Buffer.from(`me:${secret}`).toString('base64')}` });
  });

  it.each(['a\r\nX-Evil: 1', 'a\nb', 'a\0b', 'ä', '', ' a', '.', '..'])('%j is not sent', (secret) => {
    expect(requestOf({ url: 'https://x.test/{secret}' }, new Map([['secret', secret]]), NOW)).toHaveProperty('unaskable');
  });

  it('go to the host of the rule, whatever the credential is', () => {
    const call: CallFact = { url: 'https://api.x.test/v1/{secret}/me?key={secret}', headers: ['Authorization: Bearer {secret}'] };
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 80 }), (secret) => {
        const made = requestOf(call, new Map([['secret', secret]]), NOW);
        if ('unaskable' in made) return;
        expect(made.url.origin).toBe('https://api.x.test');
        expect(made.url.pathname.split('/')).toHaveLength(4);
        expect([...made.url.searchParams]).toEqual([['key', secret]]);
        expect(made.url.hash + made.url.username).toBe('');
      }),
    );
  });

  it('a part in the host is one label', () => {
    const call: CallFact = { url: 'https://{center}.x.test/', parts: '.*-(?<center>.*)', basic: 'a:{secret}' };
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 30 }), (center) => {
        const made = requestOf(call, new Map([['secret', `k-${center}`]]), NOW);
        if (!('unaskable' in made)) expect(made.url.hostname).toMatch(/\.x\.test$/);
      }),
    );
  });
});
