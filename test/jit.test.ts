import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** Whether a process that does `body` after the call has loaded `node:v8`. */
function loads(body: string): string {
  const file = new URL('../src/jit.ts', import.meta.url).pathname;
  const script = `import { tuneForLongScan } from ${JSON.stringify(file)};
    const short = tuneForLongScan();
    ${body}
    console.log(process.moduleLoadList.includes('NativeModule v8'));`;
  return execFileSync('npx', ['tsx', '--input-type=module', '--eval', script], { encoding: 'utf8' }).trim();
}

it('V8 is tuned for a scan that goes on, and not for a short one; the wait holds no process back', () => {
  expect(loads('await new Promise((done) => setTimeout(done, 200));')).toBe('true');
  expect(loads('short(); await new Promise((done) => setTimeout(done, 200));')).toBe('false');
  expect(loads('')).toBe('false');
});
