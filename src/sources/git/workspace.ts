/**
 * The memory in which objects of packs are made and read.
 * @module
 */
import { Core, partSize } from '../../wasm/core.ts';
import { BlobWalker } from './blobwalker.ts';
import { Carrier } from './carry.ts';
import { CommitReader } from './commitreader.ts';
import { DeltaMaker } from './delta.ts';
import { createInflater, type Inflater, SPARE } from './inflate.ts';
import { SLAB } from './packfile.ts';
import { TreeReader } from './treereader.ts';

export interface Limits {
  /** Largest object, in bytes, that is read here. */
  object: number;
  /** Largest object, in bytes, that is read by itself, through git. Default: `object`. */
  alone?: number;
  /** Bytes that all objects made from deltas may have together: a bound on the time that a delta bomb can take. */
  expanded: number;
}

/** Objects that are listed at most, in four numbers each. */
export const LISTED = 256;

/** Memory of a walker, which another one can use after it. Untouched parts cost nothing. */
export interface Workspace {
  /** In whose memory all of it lies. */
  core: Core;
  inflater: Inflater;
  maker: DeltaMaker;
  carrier: Carrier;
  commits: CommitReader;
  blobs: BlobWalker;
  trees: TreeReader;
  /** Five objects of the largest kind: base, result and some ancestors. */
  arena: Buffer;
  /** A delta of the largest kind. */
  delta: Buffer;
  /** Blocks of packs. */
  slab: Buffer;
  /** What is to be walked next. */
  list: Int32Array;
}

const arenaSize = ({ object }: Limits): number => 5 * object + (8 << 20);
const deltaSize = ({ object }: Limits): number => 2 * object + SPARE;

/** Bytes that a workspace takes in the memory of a core. */
export const workspaceSize = (limits: Limits): number =>
  [arenaSize(limits), deltaSize(limits), SLAB, 16 * LISTED].reduce((sum, bytes) => sum + partSize(bytes), 0) +
  [DeltaMaker, Carrier, CommitReader, BlobWalker, TreeReader].reduce((sum, { size }) => sum + size, 0);

/** @param core in whose memory objects are made */
export function createWorkspace(limits: Limits, core: Core = new Core(workspaceSize(limits))): Workspace {
  return {
    core,
    inflater: createInflater(core),
    maker: new DeltaMaker(core),
    carrier: new Carrier(core),
    commits: new CommitReader(core),
    blobs: new BlobWalker(core),
    trees: new TreeReader(core),
    arena: core.take(arenaSize(limits)),
    delta: core.take(deltaSize(limits)),
    slab: core.take(SLAB),
    list: core.takeNumbers(4 * LISTED),
  };
}
