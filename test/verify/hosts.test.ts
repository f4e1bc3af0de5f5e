import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import type { CallFact } from '../../src/rules/call.ts';
import { addressesOf, hostPattern, parseHosts } from '../../src/verify/hosts.ts';
import { requestOf } from '../../src/verify/request.ts';

const CUSTOMER: CallFact = {
  url: 'https://{host}/api/me?a=1',
  host: { beside: 'acme-host', in: ['*.acme.test', '*.*.eu.acme.test'] },
  headers: ['Authorization: Bearer {secret}'],
};
const SOFTWARE: CallFact & { elsewhere: string[] } = {
  url: 'https://acme.test/api/me',
  elsewhere: ['eu.acme.test'],
  hosted: 'https://{host}/v3/me',
};

/** Characters that mean something in addresses, and those of the provider's name. */
const HOSTILE = 'acme.test@:/\\?#%-_*[]1a'.split('');

const addresses = (call: CallFact, found: string | undefined, ...named: string[]): unknown =>
  addressesOf(call, new Map(found === undefined ? [] : [['rule:acme-host', found]]), named, 'acme');

describe('where a call goes', () => {
  it.each([
    ['a host under the name of the provider', 'shop.acme.test', ['https://shop.acme.test/api/me?a=1']],
    ['one with two labels, where the rule says so', 'a.b.eu.acme.test', ['https://a.b.eu.acme.test/api/me?a=1']],
    ['in any case', 'Shop.ACME.test', ['https://shop.acme.test/api/me?a=1']],
    [
      'not another host',
      'evil.test',
      { unaskable: 'evil.test is no host of its provider; name it with --host acme=HOST to ask there' },
    ],
    [
      'not more labels than it says',
      'a.b.acme.test',
      { unaskable: expect.stringContaining('no host of its provider') as string },
    ],
    ['not the bare name', 'acme.test', { unaskable: expect.stringContaining('no host of its provider') as string }],
    ['not a name that ends alike', 'shopacme.test', { unaskable: expect.stringContaining('no host of its provider') as string }],
    ['not a name that goes on', 'shop.acme.test.evil.test', { unaskable: expect.stringContaining('no host') as string }],
    ['not a port', 'shop.acme.test:8443', { unaskable: expect.stringContaining('no host of its provider') as string }],
    ['nowhere without one', undefined, { unaskable: expect.stringContaining('--host acme=HOST') as string }],
  ])('%s', (_, found, expected) => {
    expect(addresses(CUSTOMER, found)).toEqual(expected);
  });

  it('goes to the hosts that the user names in place of all others', () => {
    expect(addresses(CUSTOMER, 'shop.acme.test', 'one.test', 'two.test:8443')).toEqual([
      'https://one.test/api/me?a=1',
      'https://two.test:8443/api/me?a=1',
    ]);
    expect(addresses(SOFTWARE, undefined, 'one.test')).toEqual(['https://one.test/v3/me']);
    expect(addresses(SOFTWARE, undefined)).toEqual(['https://acme.test/api/me', 'https://eu.acme.test/api/me']);
    expect(addresses({ url: SOFTWARE.url }, undefined, 'one.test')).toEqual(['https://acme.test/api/me']);
  });

  it('never leaves the name of the provider, whatever stands in a file', () => {
    const hostile = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...HOSTILE), maxLength: 40 }).map((text) => `${text}.acme.test`),
      fc.string({ unit: fc.constantFrom(...HOSTILE), maxLength: 40 }).map((text) => `a.acme.test${text}`),
    );
    fc.assert(
      fc.property(hostile, (found) => {
        const values = new Map([
          ['rule:acme-host', found],
          ['rule:acme-name', found],
          ['secret', 'x'],
        ]);
        const calls = [
          CUSTOMER,
          { ...CUSTOMER, url: 'https://{rule:acme-name}.acme.test/', host: undefined } as unknown as CallFact,
        ];
        for (const call of calls) {
          const given = addressesOf(call, values, [], 'acme');
          if ('unaskable' in given) continue;
          const request = requestOf(call, values, new Date(0), given[0]);
          if ('unaskable' in request) continue;
          expect(request.url.host).toMatch(/^[a-z0-9-]+(?:\.[a-z0-9-]+\.eu)?\.acme\.test$/);
          expect([request.url.username, request.url.port]).toEqual(['', '']);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('a star is one label', () => {
    expect('a.acme.test').toMatch(hostPattern('*.acme.test'));
    for (const other of [
      '.acme.test',
      'a.b.acme.test',
      'a/acme.test',
      'aXacme.test',
      'a.acme.test\n',
      `${'a'.repeat(64)}.acme.test`,
    ]) {
      expect(other).not.toMatch(hostPattern('*.acme.test'));
    }
  });
});

describe('--host', () => {
  it('tells providers and plain hosts apart', () => {
    const { byProvider, plain } = parseHosts(
      ['gitlab=Git.Corp.test', 'gitlab=b.test:8443', 'api.corp.test'],
      new Set(['gitlab']),
    );
    expect([...byProvider]).toEqual([['gitlab', ['git.corp.test', 'b.test:8443']]]);
    expect(plain).toEqual(['api.corp.test']);
  });

  it.each([
    '',
    'a',
    '10.0.0.1',
    '[::1]',
    'https://a.test',
    'a.test/x',
    'a.test:',
    'u@a.test',
    'a..test',
    '*.a.test',
    '-a.test',
    'gitlab=',
  ])('%j is no host', (value) => {
    expect(() => parseHosts([value], new Set(['gitlab']))).toThrow(UsageError);
  });
});
