import { expect, it } from 'vitest';
import { linkKeysInShares } from '../../src/tokens/link-shares.ts';
import { type LinkInput, linkKeys } from '../../src/tokens/links.ts';
import { explainToken } from '../../src/tokens/token.ts';
import type { Token } from '../../src/model.ts';
import { sign } from './make.ts';

it('gives every token what it gets alone, in the order given', async () => {
  const secrets = ['first-key', 'second-key'];
  const texts = await Promise.all(
    Array.from({ length: 9 }, (_, n) =>
      sign({ sub: `user-${n}` }, { alg: n % 2 === 0 ? 'HS256' : 'HS512' }, secrets[n % 3] ?? 'other'),
    ),
  );
  const input: LinkInput = {
    tokens: texts.map((text) => ({ text, token: explainToken(text, { now: new Date(), issuers: [] }) as Token })),
    secrets,
    privateKeys: [],
  };
  const { tokens, untried } = await linkKeysInShares(input, { jobs: 2 });
  expect(untried).toBe(0);
  expect(tokens).toEqual(linkKeys(input).tokens);
  expect(tokens.map(({ keys }) => keys[0]?.index)).toEqual([0, 1, undefined, 0, 1, undefined, 0, 1, undefined]);
});

it('tries nothing in threads once it is to end', async () => {
  const text = await sign({ sub: 'ada' }, { alg: 'HS256' }, 'first-key');
  const token = explainToken(text, { now: new Date(), issuers: [] }) as Token;
  const input: LinkInput = {
    tokens: Array.from({ length: 30 }, () => ({ text, token })),
    secrets: ['first-key'],
    privateKeys: [],
  };
  const { tokens, untried } = await linkKeysInShares(input, { jobs: 2, signal: AbortSignal.abort() });
  expect([untried, tokens.flatMap(({ keys }) => keys)]).toEqual([30, []]);
});
