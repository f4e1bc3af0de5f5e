/**
 * Milliseconds since the process began, for measuring spans: `performance.now()` would load eleven more modules of Node.
 * @module
 */
export const elapsedMs = (): number => process.uptime() * 1000;
