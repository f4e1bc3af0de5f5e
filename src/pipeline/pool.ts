/**
 * Scans files with as many threads as pay: small work is done here at once; when some is still waiting after a moment, worker
 * threads join in, and this thread goes on. A worker that dies or hangs on a file costs that file (told in the ledger), never the scan.
 * @module
 */
import type { Worker } from 'node:worker_threads';
import { elapsedMs } from '../clock.ts';
import type { Catalogue } from '../rules/rule.ts';
import type { FileEntry } from '../sources/entry.ts';
import { emptyOutcome, type FileLimits, FileScanner, type Outcome } from './file.ts';
import { customRules } from './worker-catalogue.ts';
import type { FromWorker, ToWorker, WorkerInit } from './worker.ts';

/** Time after which waiting work is worth the start of threads (about 35 ms each). */
const PATIENCE_MS = 25;
/** Longest stretch of scanning here between two looks at the event loop; workers have more than that in hand. */
const SLICE_MS = 4;
const BATCH = 64;
const LOOK_MS = 250;
/** What is told where the names of files could not be looked at. */
const NAMES = 'names of files';
/** Batches a worker has in hand, so that it never waits for the next one. */
const IN_HAND = 4;

export interface PoolOptions {
  catalogue: Pick<Catalogue, 'rules' | 'rule' | 'tables'>;
  /** The rules differ from the built-in ones and go to the workers with their start. */
  customRules: boolean;
  limits: FileLimits;
  /** Threads that scan; 1 = everything in this one. */
  jobs: number;
  /** Longest time for one file, or for one chunk of a large one, in milliseconds. */
  deadlineMs: number;
  onProgress?: (files: number, bytes: number) => void;
  signal?: AbortSignal;
}

interface Hand {
  worker: Worker;
  pulse: Int32Array;
  ready: boolean;
  /** Batches sent and not answered, in order: the first is at work. */
  batches: Map<number, FileEntry[]>;
  lastPulse: number;
  lastMoved: number;
}

export class ScanPool {
  private readonly options: PoolOptions;
  private readonly queue: FileEntry[] = [];
  private next = 0;
  /** Large files, left for the workers. */
  private readonly large: FileEntry[] = [];
  private readonly total: Outcome = emptyOutcome();
  private local: FileScanner | undefined;
  private hands: Hand[] = [];
  private batch = 0;
  private began = 0;
  private listing = true;
  private pumping = false;
  private watch: NodeJS.Timeout | undefined;
  private settle: { resolve: (outcome: Outcome) => void; reject: (error: unknown) => void } | undefined;

  constructor(options: PoolOptions) {
    this.options = options;
    options.signal?.addEventListener('abort', () => this.stop());
  }

  add(files: readonly FileEntry[]): void {
    for (const file of files) this.queue.push(file);
    this.work();
  }

  /** No more files will come. @returns what became of all of them */
  async finish(): Promise<Outcome> {
    this.listing = false;
    const done = new Promise<Outcome>((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    this.addNames();
    this.work();
    this.check();
    try {
      return await done;
    } finally {
      clearInterval(this.watch);
      await Promise.all(this.hands.map((hand) => hand.worker.terminate()));
    }
  }

  /** Names of files may tell as much as what is in them. All together they are one more piece of work. */
  private addNames(): void {
    if (this.queue.length === 0 || this.options.signal?.aborted) return;
    const entry: FileEntry = { path: NAMES, open: '', explicit: false, names: this.queue.map(({ path }) => path) };
    // Before what is waiting: in the end one thread would be left with it.
    this.queue.splice(this.next, 0, entry);
  }

  private stop(): void {
    this.queue.length = this.next;
    for (const hand of this.hands) hand.batches.clear();
    this.check();
  }

  private work(): void {
    this.deal();
    if (!this.pumping) void this.pump();
  }

  /**
   * Scans here, a slice at a time, until the queue is empty. Not with custom rules: only the end of its thread bounds the time
   * that their expressions may take.
   */
  private async pump(): Promise<void> {
    this.pumping = true;
    try {
      this.began ||= elapsedMs();
      while (this.next < this.queue.length && !this.options.customRules) {
        // The last piece of work is done here before a thread is ready.
        const isMore = this.listing || this.next + 1 < this.queue.length;
        if (isMore && this.options.jobs > 1 && this.hands.length === 0 && elapsedMs() - this.began > PATIENCE_MS) this.hire();
        const until = elapsedMs() + SLICE_MS;
        do {
          const file = this.queue[this.next++]!;
          this.scanHere(file);
        } while (this.next < this.queue.length && elapsedMs() < until);
        this.tell();
        await new Promise(setImmediate);
      }
    } catch (error) {
      this.settle?.reject(error);
      throw error;
    } finally {
      this.pumping = false;
    }
    this.queue.push(...this.large.splice(0));
    if (this.next < this.queue.length && this.hands.length === 0) this.hire();
    this.deal();
    this.check();
  }

  private scanHere(file: FileEntry): void {
    this.local ??= new FileScanner(this.options.catalogue, this.options.limits);
    const { files, bytes, binary } = this.total;
    try {
      // A large file would hold up everything else here: with threads it is theirs.
      if (!this.local.scan(file, this.total, this.options.jobs === 1)) this.large.push(file);
    } catch {
      // As when a worker dies of it; and what state the scanner is in, nobody knows.
      Object.assign(this.total, { files, bytes, binary });
      this.total.skipped.push({ reason: 'unreadable', path: file.path, gap: true });
      this.local = undefined;
    }
  }

  /** @param count how many; without it as many as there is work for, beside this thread */
  private hire(count = this.wanted()): void {
    // Loaded here: most small scans need no threads.
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    for (let n = 0; n < count; n++) {
      const pulse = new Int32Array(new SharedArrayBuffer(12));
      const init: WorkerInit = { limits: this.options.limits, pulse };
      if (this.options.customRules) init.custom = customRules(this.options.catalogue);
      const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: init });
      const hand: Hand = { worker, pulse, ready: false, batches: new Map(), lastPulse: 0, lastMoved: elapsedMs() };
      worker.on('message', (message: FromWorker) => this.hear(hand, message));
      worker.on('error', (error) => this.lose(hand, error));
      worker.on('exit', () => this.lose(hand, undefined));
      this.hands.push(hand);
    }
    this.watch ??= setInterval(() => this.look(), Math.min(LOOK_MS, this.options.deadlineMs / 2)).unref();
  }

  private wanted(): number {
    const { customRules, jobs } = this.options;
    const threads = customRules ? jobs : Math.max(1, jobs - 1);
    return this.queue.length - this.next > BATCH || this.listing ? threads : 1;
  }

  private hear(hand: Hand, message: FromWorker): void {
    if ('ready' in message) {
      hand.ready = true;
    } else if (hand.batches.delete(message.batch)) {
      this.merge(message.outcome);
      this.tell();
    }
    this.deal();
    this.check();
  }

  private deal(): void {
    for (let round = 0; round < IN_HAND; round++) {
      for (const hand of this.hands) {
        if (!hand.ready || hand.batches.size > round || this.next >= this.queue.length) continue;
        const files = this.queue.slice(this.next, this.next + BATCH);
        this.next += files.length;
        hand.batches.set(++this.batch, files);
        hand.worker.postMessage({ batch: this.batch, files } satisfies ToWorker);
      }
    }
  }

  /** A worker is gone: the file it was at is lost and told, the rest of its batches goes back to the queue. */
  private lose(hand: Hand, error: unknown): void {
    const at = this.hands.indexOf(hand);
    if (at < 0) return;
    this.hands.splice(at, 1);
    const [first, ...rest] = hand.batches.values();
    if (first) {
      const index = Math.max(0, Atomics.load(hand.pulse, 0));
      this.total.skipped.push({ reason: error === undefined ? 'timeout' : 'unreadable', path: first[index]!.path, gap: true });
      // What the batch had found before that file is lost with the worker: those files are scanned again.
      this.queue.push(...first.filter((_, n) => n !== index), ...rest.flat());
    } else if (!hand.ready && error !== undefined) {
      // It never came up: that would repeat for ever.
      this.settle?.reject(error);
      return;
    }
    if (this.next < this.queue.length) this.hire(1);
    this.check();
  }

  /** Ends workers whose pulse has stood still for too long. */
  private look(): void {
    this.tell();
    const now = elapsedMs();
    for (const hand of this.hands) {
      const pulse = Atomics.load(hand.pulse, 1);
      if (pulse !== hand.lastPulse || hand.batches.size === 0) {
        hand.lastPulse = pulse;
        hand.lastMoved = now;
      } else if (now - hand.lastMoved > this.options.deadlineMs) {
        void hand.worker.terminate();
      }
    }
  }

  private merge(outcome: Outcome): void {
    this.total.files += outcome.files;
    this.total.bytes += outcome.bytes;
    this.total.binary += outcome.binary;
    for (const match of outcome.matches) this.total.matches.push(match);
    for (const skip of outcome.skipped) this.total.skipped.push(skip);
  }

  private tell(): void {
    const underWay = this.hands.reduce((sum, hand) => sum + Atomics.load(hand.pulse, 2), 0);
    this.options.onProgress?.(this.total.files, this.total.bytes + underWay * 1024);
  }

  private check(): void {
    if (this.listing || this.pumping || this.next < this.queue.length) return;
    if (this.hands.some((hand) => hand.batches.size > 0)) return;
    this.settle?.resolve(this.total);
  }
}
