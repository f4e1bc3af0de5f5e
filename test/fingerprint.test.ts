import { createHmac, scryptSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../src/fingerprint.ts';

describe('fingerprint', () => {
  // The ids in people's baselines: these values may only change together with the version in the label.
  it('stays what it was', async () => {
    expect(await fingerprint('some-rule', 'a value', { guessable: false })).toBe('8cdac12454ee5e73a263');
    expect(await fingerprint('some-rule', 'a value', { guessable: true })).toBe('58864ca3558fcb8e512a');
  });

  it('is HMAC-SHA256 or scrypt over rule and secret', async () => {
    const label = 'bearertrap/fingerprint/v1';
    const hmac = createHmac('sha256', label).update('r\0é').digest('hex').slice(0, 20);
    expect(await fingerprint('r', 'é', { guessable: false })).toBe(hmac);
    const slow = scryptSync('é', `${label}\0r`, 10, { N: 1024, r: 8, p: 1 }).toString('hex');
    expect(await fingerprint('r', 'é', { guessable: true })).toBe(slow);
  });

  it.each([true, false])('tells rules and secrets apart (guessable %s)', async (guessable) => {
    const ids = await Promise.all(
      [
        ['rule', 'secret'],
        ['rule', 'secret2'],
        ['rule2', 'secret'],
        ['rules', 'ecret'],
      ].map(([rule, secret]) => fingerprint(rule!, secret!, { guessable })),
    );
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{20}$/);
  });
});
