/**
 * One line on standard error while a long scan runs; nothing for short ones.
 * @module
 */
import { elapsedMs } from '../clock.ts';

const PATIENCE_MS = 700;
const INTERVAL_MS = 100;

export class Progress {
  private readonly on: boolean;
  private readonly began = elapsedMs();
  private last = 0;
  private shown = false;

  constructor(on: boolean) {
    this.on = on;
  }

  update(files: number, bytes: number): void {
    const now = elapsedMs();
    if (!this.on || now - this.began < PATIENCE_MS || now - this.last < INTERVAL_MS) return;
    this.last = now;
    this.shown = true;
    const seconds = (now - this.began) / 1000;
    const megabytes = bytes / 1e6;
    const line = `${files.toLocaleString('en')} files, ${megabytes.toFixed(0)} MB, ${(megabytes / seconds).toFixed(0)} MB/s`;
    process.stderr.write(`\r\x1b[2K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`);
  }

  /** A line of its own, without tearing the progress line. */
  say(text: string): void {
    this.end();
    process.stderr.write(`${text}\n`);
  }

  end(): void {
    if (this.shown) process.stderr.write('\r\x1b[2K');
    this.shown = false;
  }
}
