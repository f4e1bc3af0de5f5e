/**
 * The loops that see every byte, in AssemblyScript: TypeScript's syntax over plain memory. Addresses are offsets into the
 * memory that both sides share; nothing is allocated here.
 */
export { seek, setup } from './prefilter';
export { applyDelta } from './delta';
