/**
 * Puts what belongs together into groups.
 * @module
 */

/** By key, in the order of coming: the groups, and what is in each. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** What tells one secret from another: the rule that finds it, and itself. */
export const secretKey = ({ rule, secret }: { rule: string; secret: string }): string => `${rule}\0${secret}`;
