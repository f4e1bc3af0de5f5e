const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/sources/ledger.ts
var SILENT = { skip: () => void 0 };
var EXAMPLES = 5;
var CoverageLedger = class {
  #classes = /* @__PURE__ */ new Map();
  skip(reason, path, gap) {
    this.#add(reason, gap, 1, [path]);
  }
  /** Takes over what another ledger (of a worker) holds. */
  merge(skipped) {
    for (const { reason, gap, count, examples } of skipped) this.#add(reason, gap, count, examples);
  }
  /** Whether there is no gap. */
  get complete() {
    return !Array.from(this.#classes.values()).some((skipped) => skipped.gap);
  }
  /** The classes of skips, sorted by reason, gaps before the rest: `Coverage.skipped`. */
  skipped() {
    return Array.from(this.#classes).sort(([a], [b]) => a < b ? -1 : 1).map(([, skipped]) => structuredClone(skipped));
  }
  #add(reason, gap, count, examples) {
    const key = `${reason} ${gap ? 0 : 1}`;
    let skipped = this.#classes.get(key);
    if (skipped === void 0) this.#classes.set(key, skipped = { reason, count: 0, examples: [], gap });
    skipped.count += count;
    for (const path of examples) {
      if (skipped.examples.length === EXAMPLES && path >= skipped.examples[EXAMPLES - 1]) continue;
      skipped.examples.push(path);
      skipped.examples.sort();
      skipped.examples.length = Math.min(skipped.examples.length, EXAMPLES);
    }
  }
};

export {
  SILENT,
  CoverageLedger
};
