const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  Inline,
  Threads,
  follow,
  narrowPlan
} from "./shared-sources-git-packwalk.mjs";
import "./shared-sources-git-deltascan.mjs";
import {
  estimateObjects
} from "./shared-sources-git-plan.mjs";
import {
  ObjectIds
} from "./shared-sources-git-ids.mjs";
import "./shared-builtin-node-zlib.mjs";
import "./shared-sources-git-batch.mjs";
import "./shared-sources-git-packfile.mjs";
import "./shared-sources-git-packindex.mjs";
import "./shared-pipeline-worker-catalogue.mjs";
import "./shared-pipeline-file.mjs";
import "./shared-sources-git-steps.mjs";
import "./shared-suppress-inline.mjs";
import "./shared-detect-encoding.mjs";
import "./shared-sources-ledger.mjs";
import "./shared-detect-position.mjs";
import "./shared-group.mjs";
import "./shared-detect-engine.mjs";
import "./shared-wasm-core-code.mjs";
import "./shared-detect-checksums-decode.mjs";
import "./shared-detect-decode-base64.mjs";
import "./shared-detect-assignment.mjs";
import "./shared-tokens-capability.mjs";
import "./shared-detect-tables.mjs";
import "./shared-detect-score-place-features.mjs";
import "./shared-order.mjs";
import "./shared-detect-plausible.mjs";
import "./shared-detect-bytes.mjs";
import "./shared-tokens-json.mjs";
import "./shared-sources-git-repo.mjs";
import "./shared-sources-git-spawn.mjs";
import "./shared-sources-git-gitdir.mjs";
import "./shared-path.mjs";
import "./shared-builtin-node-path.mjs";
import "./shared-builtin-node-fs.mjs";
import "./shared-errors.mjs";
import "./shared-model.mjs";
import "./shared-runtime.mjs";

// src/pipeline/packscreen.ts
var PART = 1 / 256;
var PackScreen = class {
  /** By id what was found in content in which something is told. */
  found = /* @__PURE__ */ new Map();
  #repo;
  #options;
  #least;
  #threads;
  #plan;
  /** @param files of which it would pay in a small repository */
  constructor(repo, options, files) {
    this.#repo = repo;
    this.#options = options;
    this.#least = files + PART * estimateObjects(repo.objectDirs, repo.idBytes);
  }
  /** With several threads, one of them makes the plan while git is at work. */
  expect(files) {
    if (files >= this.#least && this.#options.jobs > 1) this.#plan ??= this.#makePlan();
    return this.#plan !== void 0;
  }
  async look({ contents, messages }) {
    const clean = /* @__PURE__ */ new Map();
    const found = /* @__PURE__ */ new Set();
    if (!this.#plan && contents.size < this.#least || this.#options.signal?.aborted) return { clean, found };
    const all = await (this.#plan ??= this.#makePlan());
    const threads = this.#threads;
    const objects = new ObjectIds(all);
    const numbers = [...contents.keys(), ...messages].map((id) => objects.findHex(id)).filter((number) => number >= 0);
    const plan = narrowPlan(all, objects, numbers);
    const endFollowing = follow(plan, this.#options);
    try {
      const parts = await threads.screen(plan, contents);
      for (const part of parts) {
        for (const [i, id] of part.clean.ids.entries()) clean.set(id, part.clean.sizes[i]);
        for (const [id, matches] of part.found) this.found.set(id, matches);
        for (const id of [...part.found.keys(), ...part.messages]) found.add(id);
      }
    } finally {
      endFollowing();
    }
    await threads.end();
    return { clean, found };
  }
  #makePlan() {
    this.#threads = this.#options.jobs > 1 ? new Threads(this.#options) : new Inline(this.#options);
    const plan = this.#threads.plan(this.#repo);
    plan.catch(() => void 0);
    return plan;
  }
  async end() {
    await this.#threads?.end();
  }
};
export {
  PackScreen
};
