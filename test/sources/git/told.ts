/**
 * Attributions with the refs of each, as the scan tells them of findings.
 * @module
 */
import { type Attribution, attribute, readGraph, type Wanted } from '../../../src/sources/git/attribution.ts';
import type { CommitRecords, TagRecords } from '../../../src/sources/git/commits.ts';
import { readIndexes } from '../../../src/sources/git/indexes.ts';
import type { TreeLinks } from '../../../src/sources/git/links.ts';
import type { ObjectPlan } from '../../../src/sources/git/plan.ts';
import { readRefs } from '../../../src/sources/git/refs.ts';
import { finish } from '../../../src/sources/git/steps.ts';
import { DEFAULT_LIMITS } from '../../../src/sources/git/work.ts';
import { createWorkspace } from '../../../src/sources/git/workspace.ts';
import { listLedger } from './toy.ts';

/** What the scan of a repository's objects has collected. */
export interface Collected {
  commits: readonly CommitRecords[];
  tags: readonly TagRecords[];
  links?: readonly TreeLinks[] | undefined;
}

/** As `attribute`, by id or name. */
export async function attributeAll(
  plan: ObjectPlan,
  wanted: Wanted,
  { commits, tags, links }: Collected,
): Promise<Map<string, Attribution>> {
  const known = await readGraph(plan, commits, tags, readRefs(plan.repo, listLedger()));
  const indexes = finish(readIndexes(plan.repo, known.ids, wanted, listLedger()));
  const { told, refsOf, readCommits } = await attribute(known, wanted, indexes, links, createWorkspace(DEFAULT_LIMITS));
  readCommits(Array.from(told.values(), ({ first, last }) => [first, last].filter((one) => one !== undefined)).flat());
  const refs = refsOf(Array.from(told.values(), ({ commits }) => commits));
  return new Map(Array.from(told, ([key, one], i) => [key, { ...one, refs: one.refs.length > 0 ? one.refs : refs[i]! }]));
}
