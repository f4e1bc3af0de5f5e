import { expect, it } from 'vitest';
import { compileCore } from '../../src/build/wasm.ts';
import { Core, partSize } from '../../src/wasm/core.ts';
import { CODE } from '../../src/wasm/core-code.ts';

it('the code in use is what its source compiles to: npx tsx src/build/wasm.ts', () => {
  expect(CODE).toBe(compileCore());
});

it('parts of the size that was asked for have room behind what the code keeps for itself', () => {
  for (let size = 65_536 - 512; size <= 65_536 + 512; size += 16) {
    const core = new Core(2 * partSize(size));
    const parts = [core.take(size), core.take(size)];
    expect(parts[0]?.byteOffset).toBeGreaterThanOrEqual(core.exports.free());
    expect(parts[1]?.length).toBe(size);
  }
});
