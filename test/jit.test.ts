import { execFileSync, spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { flagsOf } from '../src/jit.js';

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

it.each([
  ['11.3.244.8-node.38', 3],
  ['12.4.254.21-node.57', 1],
  ['13.6.233.17-node.53', 1],
  ['14.1.146.11-node.25', 1],
  ['10.2.154.26', 0],
  ['99.1', 0],
  ['', 0],
])('V8 %s is given %i flags', (version, count) => {
  expect(flagsOf(version)).toHaveLength(count);
});

/** Compiles new functions for `ms` milliseconds, with all that they call, while it changes the flags to and fro; gives all output. */
function changesWhileCompiling(flags: readonly string[], ms: number): string {
  const script = `import { setFlagsFromString } from 'node:v8';
    const step = 'y=y*3+x;y^=x>>2;y=y+(x>>1);y=y*7+x;y^=y>>3;y+=x*5;y=y-(x<<2);y^=11;'.repeat(3);
    const names = Array.from({ length: 12 }, (_, i) => 'f' + i);
    const flags = ${JSON.stringify(flags)}.map((flag) => flag.split('='));
    for (const end = Date.now() + ${ms}; Date.now() < end; ) {
      const functions = names.map((name, i) => 'function ' + name + '(x){let y=x+' + i + ';' + step + 'return y|0}').join(';');
      const calls = new Function(functions + ';return x=>' + names.map((name) => name + '(x)').join('^'))();
      for (let i = 0; i < 30_000; i++) {
        calls(i);
        if (i % 64 > 0) continue;
        for (const [flag, value] of flags) setFlagsFromString(flag + '=' + value * (i % 128 > 0 ? 5 : 1));
      }
    }
    console.log('done');`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  return stdout + stderr;
}

it('V8 knows what is set here, and is not ended by it when it compiles in that moment', () => {
  expect(changesWhileCompiling(flagsOf(process.versions.v8), 2_000)).toBe('done\n');
});
