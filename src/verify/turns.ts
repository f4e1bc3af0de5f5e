/**
 * Who may send when: so many requests at a time, fewer to each host, and none to a host that asked for quiet.
 * @module
 */

export interface Turns {
  /** Waits for a place, runs the work and gives the place back. */
  run<T>(host: string, work: () => Promise<T>): Promise<T>;
}

/** @param limits requests at a time, in all and to one host */
export function createTurns(limits: { total: number; perHost: number }): Turns {
  const running = new Map<string, number>();
  let total = 0;
  const waiting: { host: string; start: () => void }[] = [];

  const free = (host: string): boolean => total < limits.total && (running.get(host) ?? 0) < limits.perHost;
  const begin = (host: string): void => {
    total++;
    running.set(host, (running.get(host) ?? 0) + 1);
  };
  const end = (host: string): void => {
    total--;
    running.set(host, running.get(host)! - 1);
    const next = waiting.findIndex((one) => free(one.host));
    if (next < 0) return;
    const [one] = waiting.splice(next, 1);
    begin(one!.host);
    one!.start();
  };

  return {
    async run(host, work) {
      if (free(host)) begin(host);
      else await new Promise<void>((start) => waiting.push({ host, start }));
      try {
        return await work();
      } finally {
        end(host);
      }
    },
  };
}
