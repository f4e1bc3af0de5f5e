import { describe, expect, it } from 'vitest';
import type { Finding, Location } from '../src/model.ts';
import { byImportance, byPlace } from '../src/order.ts';

function location(place: string, more: Partial<Location> = {}): Location {
  const [path = '', line, column] = place.split(':');
  const at = { startLine: Number(line), startColumn: Number(column ?? 1) };
  return { path, ...at, endLine: at.startLine, endColumn: at.startColumn + 1, offset: 0, length: 1, ...more };
}

const finding = (id: string, severity: Finding['severity'], place: string): Finding =>
  ({ id, severity, locations: [location(place)] }) as Finding;

/** Every rotation must be sorted alike. */
function sorted<T>(all: readonly T[], by: (a: T, b: T) => number): T[] {
  const orders = all.map((_, at) => [...all.slice(at), ...all.slice(0, at)].sort(by));
  for (const one of orders) expect(one).toEqual(orders[0]);
  return orders[0]!;
}

describe('the order', () => {
  it('of findings: severity, place, id', () => {
    const all = [
      finding('d', 'low', 'a:1'),
      finding('c', 'high', 'b:1'),
      finding('b', 'high', 'a:10'),
      finding('a2', 'high', 'a:9'),
      finding('a1', 'high', 'a:9'),
      finding('e', 'critical', 'Z:9'),
    ];
    expect(sorted(all, byImportance).map(({ id }) => id)).toEqual(['e', 'a1', 'a2', 'b', 'c', 'd']);
  });

  it('of places: those that count, then path, line and column, then the object', () => {
    const all = [
      location('a:1', { suppressed: { by: 'inline' } }),
      location('b:1', { blob: '2' }),
      location('b:1', { blob: '1', commit: '2' }),
      location('b:1', { blob: '1', commit: '1' }),
      location('B:10'),
      location('B:9:2'),
      location('B:9'),
    ];
    const names = sorted(all, byPlace).map(
      ({ path, startLine, startColumn, blob = '', commit = '', suppressed }) =>
        `${path}:${startLine}:${startColumn} ${blob}${commit}${suppressed ? ' accepted' : ''}`,
    );
    expect(names).toEqual(['B:9:1 ', 'B:9:2 ', 'B:10:1 ', 'b:1:1 11', 'b:1:1 12', 'b:1:1 2', 'a:1:1  accepted']);
  });
});
