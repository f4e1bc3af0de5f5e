import { expect, it } from 'vitest';
import { compileCore } from '../../src/build/wasm.ts';
import { CODE } from '../../src/wasm/core-code.ts';

it('the code in use is what its source compiles to: npx tsx src/build/wasm.ts', () => {
  expect(CODE).toBe(compileCore());
});
