/**
 * The door of this room: what a token is and what it still opens, from its text alone. Nothing here touches the network,
 * and nothing that a token says of itself is verified.
 * @module
 */
export { type CardLine, card, type Explanation, explainText, type Section } from './explain.ts';
export type { Issuer, IssuerTable } from './issuer.ts';
export { explainOpaque, type OpaqueOptions } from './opaque.ts';
export { type ExplainOptions, explainToken } from './token.ts';
export { type KeyRing, keyRing } from './keyring.ts';
export { type KeyLink, type LinkedToken, linkKeys } from './links.ts';
export { linkKeysInShares } from './link-shares.ts';
export { findHmacKey, findKeys, findSigningKey, type KeySearch, type KeysFound, type SearchLimits } from './weakkeys.ts';
