const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  findKeys,
  keyRing
} from "./shared-tokens-opaque.mjs";

// src/tokens/links.ts
var SCAN_LIMITS = { tries: 2e6, bytes: 2 ** 30, checks: 2e4 };
function linkKeys(input, limits = {}) {
  const ring = keyRing(input.secrets, input.privateKeys, input.certificates);
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

// src/tokens/link-shares.ts
var SHARES = 4;
var FEW = 25e3;
var WELL_KNOWN = 1e3;
async function linkKeysInShares(input, { jobs, signal }) {
  const work = input.tokens.length * (2 * input.secrets.length + WELL_KNOWN + input.privateKeys.length);
  if (work <= FEW) return linkKeys(input);
  const order = unlikeFirst(input.tokens);
  const shares = Array.from({ length: SHARES }, (_, share) => order.filter((_2, turn) => turn % SHARES === share)).filter(
    (share) => share.length > 0
  );
  const limits = {
    tries: Math.floor(SCAN_LIMITS.tries / shares.length),
    bytes: Math.floor(SCAN_LIMITS.bytes / shares.length),
    checks: Math.floor(SCAN_LIMITS.checks / shares.length)
  };
  const tokens = input.tokens.map(() => ({ problems: [], keys: [] }));
  let untried = 0;
  let next = 0;
  const thread = async () => {
    while (next < shares.length) {
      const share = shares[next++];
      const part = { ...input, tokens: share.map((index) => input.tokens[index]) };
      const linked = await inThread({ input: part, limits }, signal);
      untried += linked ? linked.untried : share.length;
      for (const [i, index] of share.entries()) if (linked) tokens[index] = linked.tokens[i];
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, shares.length) }, thread));
  return { tokens, untried };
}
async function inThread(init, signal) {
  if (signal?.aborted) return void 0;
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const worker = new Worker(new URL("./link-worker.js", import.meta.url), { workerData: init });
  const stop = () => void worker.terminate();
  signal?.addEventListener("abort", stop);
  try {
    return await new Promise((resolve) => {
      worker.once("message", resolve);
      worker.once("error", () => resolve(void 0));
      worker.once("exit", () => resolve(void 0));
    });
  } finally {
    signal?.removeEventListener("abort", stop);
    await worker.terminate();
  }
}

export {
  linkKeys,
  linkKeysInShares
};
