const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  findKeys,
  keyRing
} from "./shared-tokens-opaque.mjs";

// src/tokens/links.ts
var SCAN_LIMITS = { tries: 2e6, bytes: 2 ** 30, checks: 2e4 };
function linkKeys(input, limits = {}) {
  const ring = keyRing(input.secrets, input.privateKeys);
  const left = { ...SCAN_LIMITS, ...limits };
  const tokens = input.tokens.map(() => ({ problems: [], keys: [] }));
  let untried = 0;
  for (const index of unlikeFirst(input.tokens)) {
    const { text, token } = input.tokens[index];
    const found = findKeys(text, token, ring, left);
    left.tries -= found.tried.tries;
    left.bytes -= found.tried.bytes;
    left.checks -= found.tried.checks;
    if (!found.complete) untried++;
    const { problems, keys } = tokens[index];
    problems.push(...found.problems);
    if (found.secret !== void 0) keys.push({ of: "secrets", index: found.secret, relation: "signed-by" });
    if (found.signingKey !== void 0) keys.push({ of: "privateKeys", index: found.signingKey, relation: "signed-by" });
    if (found.boundKey !== void 0) keys.push({ of: "privateKeys", index: found.boundKey, relation: "bound-to" });
  }
  return { tokens, untried };
}
function unlikeFirst(tokens) {
  const seen = /* @__PURE__ */ new Map();
  const turns = tokens.map(({ token }, index) => {
    const sort = JSON.stringify([token.algorithm, token.keyId, token.issuer]);
    const turn = seen.get(sort) ?? 0;
    seen.set(sort, turn + 1);
    return { index, turn };
  });
  return turns.sort((a, b) => a.turn - b.turn || a.index - b.index).map(({ index }) => index);
}

export {
  linkKeys
};
