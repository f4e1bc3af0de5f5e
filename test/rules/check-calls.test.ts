import { describe, expect, it } from 'vitest';
import { parseRules } from '../../src/rules/load.ts';

const HEAD = `provider: acme
name: Acme
rules:
  - id: acme-key
    title: Acme key
    kind: api-key
    opens: All.
    severity: high
    shape: acme_[a-z]{20}
    companions: [{ rule: acme-id }]
    revoke: { how: Delete it }
`;

/** Problems of a rule with this `verify`, a line of YAML each. */
function problems(...lines: string[]): string[] {
  const text = `${HEAD}    verify:\n${lines.map((line) => `      ${line}\n`).join('')}`;
  return parseRules(text, 'acme.yaml').problems.map(({ message }) => message);
}

const GOOD = ["url: 'https://api.acme.test/me?key={secret}'", 'active: [{ status: [200], at: /id }]'];

describe('the calls of a rule', () => {
  it.each([
    [GOOD],
    [
      [
        'url: https://api.acme.test/me',
        "headers: ['Authorization: Bearer {secret}']",
        'active: [{ status: [200], body: array }]',
        'inactive: [{ status: [401] }]',
      ],
    ],
    [
      [
        "url: 'https://{region}.api.acme.test/me'",
        "parts: 'acme_(?<region>[a-z]{2}).*'",
        'basic: "{rule:acme-id}:{secret}"',
        'active: [{ status: [204] }]',
      ],
    ],
    [["url: 'https://{rule:acme-id}.acme.test/{secret}'", 'active: [{ status: [204] }]']],
    [
      [
        "url: 'https://{host}/me'",
        "host: { beside: acme-id, in: ['*.acme.test', '*.*.acme.test'] }",
        "headers: ['Authorization: Bearer {secret}']",
        'active: [{ status: [204] }]',
        "identity: ['account {rule:acme-id}', 'app jwt:/token#/name']",
      ],
    ],
    [["url: 'https://acme.test/{secret}'", "hosted: 'https://{host}/api/{secret}'", 'active: [{ status: [204] }]']],
    [["url: 'https://acme.test/'", 'sign: google-assertion', "form: ['a={assertion}']", 'active: [{ status: [204] }]']],
    [['method: POST', 'url: https://api.acme.test/me', `json: '{"key": "{secret}"}'`, 'active: [{ status: [200], is: [yes] }]']],
  ])('%j is right', (lines) => {
    expect(problems(...lines)).toEqual([]);
  });

  it.each([
    [["url: 'http://api.acme.test/{secret}'", GOOD[1]!], /url cannot be/],
    [["url: 'https://{secret}.acme.test/'", GOOD[1]!], /the host \*\.acme\.test is not fixed/],
    [["url: 'https://api.{rule:acme-id}.acme.test/{secret}'", GOOD[1]!], /is not fixed/],
    [["url: 'https://{rule:acme-id}.test/{secret}'", GOOD[1]!], /is not fixed/],
    [["url: 'https://{host}.acme.test/{secret}'", GOOD[1]!], /is not fixed/],
    [["url: 'https://{host}/{secret}'", "host: { beside: stranger, in: ['*.acme.test'] }", GOOD[1]!], /stranger is no companion/],
    [["url: 'https://{host}/{secret}'", "host: { beside: acme-id, in: ['*.test'] }", GOOD[1]!], /item 1 of in cannot be/],
    [["url: 'https://{host}/{secret}'", "host: { beside: acme-id, in: ['*'] }", GOOD[1]!], /item 1 of in cannot be/],
    [[GOOD[0]!, "host: { beside: acme-id, in: ['*.acme.test'] }", GOOD[1]!], /nothing in url takes the host/],
    [[GOOD[0]!, "hosted: 'https://evil.test/{secret}'", GOOD[1]!], /hosted/],
    [[GOOD[0]!, "hosted: 'https://{host}/{other}'", GOOD[1]!], /nothing fills \{other\}/],
    [["url: 'https://acme.test/{assertion}'", GOOD[1]!], /nothing fills \{assertion\}/],
    [["url: 'https://{part}.test/'", "parts: '(?<part>.*)'", GOOD[1]!], /the host \*\.test is not fixed/],
    [["url: 'https://api.{part}.acme.test/'", "parts: '(?<part>.*)'", GOOD[1]!], /is not fixed/],
    [["url: 'https://user@acme.test/{secret}'", GOOD[1]!], /is not fixed/],
    [["url: 'https://acme.test:8443/{secret}'", GOOD[1]!], /is not fixed/],
    [["url: 'https://api.acme.test/{other}/{secret}'", GOOD[1]!], /nothing fills \{other\}/],
    [["url: 'https://api.acme.test/{rule:stranger}/{secret}'", GOOD[1]!], /nothing fills \{rule:stranger\}/],
    [['url: https://api.acme.test/me', GOOD[1]!], /does not hold the credential/],
    [[GOOD[0]!, "parts: '('", GOOD[1]!], /parts is no regular expression/],
    [[GOOD[0]!, 'active: [{ status: [200] }]'], /a bare 200 proves nothing/],
    [[GOOD[0]!, 'active: []'], /empty list/],
    [[GOOD[0]!, GOOD[1]!, "json: '{'"], /json is no JSON text/],
    [[GOOD[0]!, GOOD[1]!, "json: '{}'", 'form: [a=b]'], /one body/],
    [[GOOD[0]!, GOOD[1]!, 'headers: [nonsense]'], /headers/],
    [[GOOD[0]!, GOOD[1]!, 'method: PUT'], /method cannot be/],
    [[GOOD[0]!, GOOD[1]!, 'identity: [/id]'], /identity/],
  ])('%j is wrong', (lines, message) => {
    expect(problems(...lines).join('\n')).toMatch(message);
  });
});
