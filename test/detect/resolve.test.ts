import { describe, expect, it } from 'vitest';
import type { Hit } from '../../src/detect/hit.ts';
import { resolve } from '../../src/detect/resolve.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { compileRules } from '../../src/rules/compile.ts';
import { file, rule } from '../rules/rules.ts';
import { find } from './decode/finder.ts';
import { expandTemplate } from '../../src/rules/examples.ts';

const ranked = (...ranks: number[]): { rule: (index: number) => Rule } => ({
  rule: (index) => ({ rank: ranks[index] }) as Rule,
});
const hit = (index: number, start: number, end: number, more: Partial<Hit> = {}): Hit => ({
  rule: index,
  start,
  end,
  from: start,
  to: end,
  confidence: 'high',
  reasons: [],
  ...more,
});
const decoded = (unsure: boolean) => ({ decoded: { secret: 'x', from: ['base64' as const], unsure } });

describe('of hits that overlap', () => {
  // The first one of each pair wins, whatever the order in which they come.
  it.each<[why: string, winner: Hit, loser: Hit, ranks: number[]]>([
    ['the rule of the higher rank', hit(0, 5, 9), hit(1, 0, 40), [60, 59]],
    ['what is surely encoded before what stands in clear', hit(0, 5, 9, decoded(false)), hit(1, 0, 40), [30, 30]],
    ['what stands in clear before what may be encoded', hit(0, 5, 9), hit(1, 0, 40, decoded(true)), [30, 30]],
    ['the closer name', hit(0, 5, 9, { distance: -3 }), hit(1, 0, 40, { distance: 2 }), [30, 30]],
    ['the surer one', hit(0, 5, 9), hit(1, 0, 40, { confidence: 'medium' }), [30, 30]],
    ['the longer one', hit(0, 0, 40), hit(1, 5, 9), [30, 30]],
    ['the one that begins first', hit(0, 0, 10), hit(1, 5, 15), [30, 30]],
    ['the rule that stands first', hit(0, 0, 10), hit(1, 0, 10), [30, 30]],
  ])('wins %s', (_, winner, loser, ranks) => {
    expect(resolve([winner, loser], ranked(...ranks))).toEqual([winner]);
    expect(resolve([loser, winner], ranked(...ranks))).toEqual([winner]);
  });

  it('each of these outweighs all that stand below it', () => {
    const steps: [better: Partial<Hit>, worse: Partial<Hit>][] = [
      [decoded(false), {}],
      [{ distance: 0 }, { distance: 5 }],
      [{ confidence: 'certain' }, { confidence: 'low' }],
      [
        { start: 0, end: 40 },
        { start: 0, end: 30 },
      ],
    ];
    for (let at = 0; at < steps.length; at++) {
      const winner = hit(0, 0, 30, Object.assign({}, steps[at]![0], ...steps.slice(at + 1).map(([, worse]) => worse)));
      const loser = hit(1, 0, 30, Object.assign({}, steps[at]![1], ...steps.slice(at + 1).map(([better]) => better)));
      expect(resolve([loser, winner], ranked(50, 50))).toEqual([winner]);
    }
  });

  it('those that only touch stay, by their place; probes go', () => {
    const [a, b, c] = [hit(0, 0, 10), hit(1, 10, 20), hit(0, 20, 30)];
    expect(resolve([c, hit(-1, 0, 0), a, b], ranked(10, 90))).toEqual([a, b, c]);
  });

  it('a loser that overlaps only a loser stays', () => {
    const [first, second, third] = [hit(0, 0, 12), hit(1, 10, 20), hit(2, 18, 30)];
    expect(resolve([first, second, third], ranked(40, 60, 50))).toEqual([second]);
    expect(resolve([first, second, third], ranked(60, 40, 50))).toEqual([first, third]);
  });
});

describe('ranks of rules', () => {
  it('fall from checksums to plain assignments', () => {
    const rules = [
      rule('checksum', {
        shape: '(?<body>acx_[a-z]{12})(?<check>[0-9a-f]{8})',
        checksum: { is: 'crc32-hex', over: ['body'], in: 'check' },
      }),
      rule('long-literal', { shape: 'acme_live_[a-z0-9]{20}' }),
      rule('word-near', { shape: 'acme_[a-z0-9]{20}', context: { words: ['acme'] } }),
      rule('literal', { shape: 'acme_[a-z0-9]{20}' }),
      rule('structure', { detector: 'jwt' }),
      rule('name', { shape: '[0-9a-f]{32}', near: ['acme_key'] }),
      rule('place', { detector: 'url' }),
      rule('generic-key', { detector: 'assignment/key' }),
      rule('code', { detector: 'misuse/log', kind: 'misuse' }),
    ];
    const { rules: compiled } = compileRules([file(...rules)]);
    expect(compiled.map(({ id, rank }) => [id, rank] as const).sort((a, b) => b[1] - a[1])).toEqual([
      ['checksum', 90],
      ['long-literal', 70],
      ['word-near', 66],
      ['literal', 60],
      ['structure', 55],
      ['name', 30],
      ['place', 20],
      ['generic-key', 10],
      ['code', 5],
    ]);
  });
});

describe('one secret is one finding', () => {
  const made = (shape: string, template: string): string => expandTemplate(rule('made', { shape }), template).text;

  it.each([
    [
      'a live key of Stripe by a name that others look for',
      `STRIPE_API_SECRET=${made('sk_live_51[A-Za-z0-9]{60}', '{secret}')}`,
      'stripe-live-secret-key',
    ],
    [
      'a key of OpenAI in a header',
      `Authorization: Bearer ${made('sk-proj-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}', '{secret}')}`,
      undefined,
    ],
    [
      'a webhook of Slack in a URL',
      `https://${made('hooks\\.slack\\.com/services/T[A-Z0-9]{9}/B[A-Z0-9]{9}/[A-Za-z0-9]{24}', '{secret}')}`,
      'slack-webhook-url',
    ],
    ['a browser key of Google', `VITE_FIREBASE_API_KEY=${made('AIza[A-Za-z0-9_-]{35}', '{secret}')}`, 'google-browser-api-key'],
    ['a site key', `RECAPTCHA_SITE_KEY=${made('6Lc[A-Za-z0-9_-]{37}', '{secret}')}`, 'google-recaptcha-site-key'],
    ["a JWT by a provider's name", `SUPABASE_KEY=${made('x', '{jwt}')}`, 'jwt'],
    ['a private key given to a name', `private_key = """\n${made('x', '{pem}')}\n"""`, 'private-key'],
    ["a value that two providers' names tell", `twilio_mailgun_token=${made('[0-9a-f]{32}', '{secret}')}`, undefined],
    [
      'a password in a URL given to a name',
      `DATABASE_PASSWORD_URL=postgres://app:${made('x', '{password}')}@db.corp.net/x`,
      undefined,
    ],
  ])('%s', (_, text, id) => {
    const found = find(text);
    expect(found).toHaveLength(1);
    if (id !== undefined) expect(found[0]!.rule).toBe(id);
  });
});
