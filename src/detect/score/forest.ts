/**
 * Boosted trees laid out for speed: one after the other in flat arrays, since a scan asks them about each candidate.
 * @module
 */

/** A tree in preorder: inner nodes hold a feature and a threshold, leaves (feature -1) a value; `right` is where the right branch begins. */
export interface Tree {
  feature: number[];
  /** Of inner nodes the threshold (smaller or equal goes left, to the next node), of leaves the value. */
  value: number[];
  right: number[];
}

export class Forest {
  readonly #bias: number;
  readonly #roots: Int32Array;
  readonly #feature: Int16Array;
  readonly #value: Float64Array;
  readonly #right: Int32Array;

  constructor({ bias, trees }: { bias: number; trees: readonly Tree[] }) {
    this.#bias = bias;
    this.#roots = new Int32Array(trees.length);
    const nodes = trees.reduce((sum, tree) => sum + tree.feature.length, 0);
    this.#feature = new Int16Array(nodes);
    this.#value = new Float64Array(nodes);
    this.#right = new Int32Array(nodes);
    let at = 0;
    for (const [t, tree] of trees.entries()) {
      this.#roots[t] = at;
      this.#feature.set(tree.feature, at);
      this.#value.set(tree.value, at);
      for (const [node, right] of tree.right.entries()) this.#right[at + node] = at + right;
      at += tree.feature.length;
    }
  }

  /** The sum of what the trees say. */
  sum(features: Float64Array): number {
    let sum = this.#bias;
    for (const root of this.#roots) sum += this.#leaf(root, features);
    return sum;
  }

  /** The most that the trees can say, whatever the features from the number `unknown` on are. */
  most(features: Float64Array, unknown: number): number {
    let sum = this.#bias;
    for (const root of this.#roots) sum += this.#bestLeaf(root, features, unknown);
    return sum;
  }

  #bestLeaf(from: number, features: Float64Array, unknown: number): number {
    let node = from;
    for (let f = this.#feature[node]!; f >= 0; f = this.#feature[node]!) {
      if (f >= unknown)
        return Math.max(this.#bestLeaf(node + 1, features, unknown), this.#bestLeaf(this.#right[node]!, features, unknown));
      node = this.#next(node, f, features);
    }
    return this.#value[node]!;
  }

  /**
   * By feature: what the sum would lose if that feature alone were as in `neutral`. A tree that does not ask about a
   * feature on the way to its leaf says the same without it, so only the ways are looked at.
   */
  losses(features: Float64Array, neutral: readonly number[]): Float64Array {
    const losses = new Float64Array(features.length);
    const changed = features.slice();
    for (const root of this.#roots) {
      const leaf = this.#leaf(root, features);
      const asked = new Set<number>();
      for (let node = root, f = this.#feature[node]!; f >= 0; f = this.#feature[node]!) {
        if (!asked.has(f)) {
          asked.add(f);
          changed[f] = neutral[f]!;
          losses[f]! += leaf - this.#leaf(node, changed);
          changed[f] = features[f]!;
        }
        node = this.#next(node, f, features);
      }
    }
    return losses;
  }

  #leaf(from: number, features: Float64Array): number {
    let node = from;
    for (let f = this.#feature[node]!; f >= 0; f = this.#feature[node]!) node = this.#next(node, f, features);
    return this.#value[node]!;
  }

  #next(node: number, feature: number, features: Float64Array): number {
    return features[feature]! <= this.#value[node]! ? node + 1 : this.#right[node]!;
  }
}
