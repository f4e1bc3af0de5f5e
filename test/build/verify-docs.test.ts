import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROVIDERS_PAGE, providersPage, VERIFY_PAGE, verifyPage } from '../../src/build/verify-docs.ts';
import { loadCalls } from '../../src/rules/call.ts';

const page = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

describe('the documentation of verification', () => {
  it('lists the providers that there are (tsx src/build/verify-docs.ts writes it)', () => {
    expect(page(PROVIDERS_PAGE)).toBe(providersPage(loadCalls()));
  });
  it('lists the addresses that are refused', () => {
    expect(page(VERIFY_PAGE)).toBe(verifyPage(page(VERIFY_PAGE)));
  });
});
