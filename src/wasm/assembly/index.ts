/**
 * The loops that see every byte, in AssemblyScript: TypeScript's syntax over plain memory. Addresses are offsets into the
 * memory that both sides share; nothing is allocated here.
 */
export { seek, setup } from './prefilter';
export { applyDelta } from './delta';
export { seekBase64, setupBase64 } from './base64';
export { inflate } from './inflate';
export { openDelta, openObject } from './entry';
export { enterChild, enterRoot, lift, makeRoom, pathAt, put, setupPath } from './path';
export { setupNames } from './names';
export { setupIds, takeIds } from './ids';
export { setupTrees, takeLinks, takePairs } from './trees';
export { keepLooks, setupBlobWalk, walkBlobs } from './blobwalk';
export { setupTreeWalk, takeTrees, visitTree, walkTrees, walkedTo } from './treewalk';
export { readCommit, readCommits, setupCommits, takeCommits } from './commits';
export { keep, recall, setupRecall } from './recall';
export { setupRefusals } from './refuse';
export { carryLooks, findChanges, setupCarry } from './carry';
export { beginSort, countOffsets, placeBuckets, readHeaders, sortBuckets, spreadOffsets } from './packs';
export { arrangeCommits, flowDown, flowUp, moveEnds, sortCommits } from './graph';
export { emptyHollow, listPosition, makeLists, placeTargets, placeTrees, renumber, setupLists } from './lists';
export { linkForest, listRoots, orderForest, settleForest, spreadForest, weighEntries } from './forest';

/** Where the memory is free: before lies what is kept here from one call to the next. */
export function free(): usize {
  return __heap_base;
}
