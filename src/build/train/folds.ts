/**
 * Which projects are held out together.
 * @module
 */

/** Deals the projects out, the largest first, each to the fold that has the fewest examples so far. */
export function foldsOf(examples: readonly { project: string }[], count: number): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { project } of examples) sizes.set(project, (sizes.get(project) ?? 0) + 1);
  const totals = Array.from({ length: count }, () => 0);
  const folds = new Map<string, number>();
  for (const [project, size] of [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const fold = totals.indexOf(Math.min(...totals));
    folds.set(project, fold);
    totals[fold]! += size;
  }
  return folds;
}
