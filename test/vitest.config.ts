import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    // By itself vitest leaves one processor idle: on machines with two, half of them.
    maxWorkers: '100%',
    testTimeout: 120_000,
    coverage: { provider: 'v8', include: ['src/**'], exclude: ['src/build/**'], reporter: ['text-summary'] },
  },
});
