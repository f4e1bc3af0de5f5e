/**
 * One line on standard error while a long scan runs; nothing for short ones.
 * @module
 */
import { elapsedMs } from '../clock.ts';

const PATIENCE_MS = 700;
const INTERVAL_MS = 100;
/** Before this part of the work is done no time is foretold. */
const ENOUGH = 0.02;

export class Progress {
  private readonly on: boolean;
  private readonly unit: string;
  private readonly began = elapsedMs();
  private last = 0;
  private shown = false;

  constructor(on: boolean, unit: 'files' | 'objects' = 'files') {
    this.on = on;
    this.unit = unit;
  }

  /** @param part how much of the work is done, from 0 to 1, where that is known */
  update(done: number, bytes: number, part?: number): void {
    const now = elapsedMs();
    if (!this.on || now - this.began < PATIENCE_MS || now - this.last < INTERVAL_MS) return;
    this.last = now;
    this.shown = true;
    const line = progressLine({ done, unit: this.unit, bytes, seconds: (now - this.began) / 1000, part });
    process.stderr.write(`\r\x1b[2K${line.slice(0, (process.stderr.columns || 80) - 1)}`);
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

interface State {
  done: number;
  unit: string;
  bytes: number;
  seconds: number;
  part: number | undefined;
}

/** What is done, how fast, and how long the rest will take at that speed. */
export function progressLine({ done, unit, bytes, seconds, part }: State): string {
  const megabytes = bytes / 1e6;
  const sofar = `${done.toLocaleString('en')} ${unit}, ${megabytes.toFixed(0)} MB, ${(megabytes / seconds).toFixed(0)} MB/s`;
  if (part === undefined || part < ENOUGH) return sofar;
  const left = Math.ceil((seconds * (1 - part)) / part);
  const time = left < 100 ? `${left} s` : `${Math.ceil(left / 60)} min`;
  return `${Math.floor(100 * part)} %, ${sofar}, ${part < 1 ? `about ${time} left` : 'telling where it stands'}`;
}
