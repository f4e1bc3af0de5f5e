/**
 * Which tree holds what: told as differences from the tree it is stored as a delta of, so that a million trees take a few
 * megabytes. Only what leads to wanted objects is of interest: other trees, wanted blobs, wanted names.
 * @module
 */

/** What a link leads to: a tree by its number, or one of these. */
export const WHOLE = -1;
/** Something with a wanted name. */
export const NAMED = -2;
/** A wanted blob `i` is FIRST_WANTED - i. */
export const FIRST_WANTED = -3;

/**
 * Three columns. `owners[i]` is the number of a tree that has an entry with name `names[i]` and target `targets[i]`, beside
 * those its base has; `~number` of one that lacks an entry of its base. A WHOLE link says that the tree has no base.
 * Links of a tree stand together. Plain data, to be sent from workers.
 */
export interface TreeLinks {
  owners: Int32Array;
  names: Int32Array;
  targets: Int32Array;
  /** The names by number, each as bytes; those that no link has are left out. */
  texts: Map<number, Uint8Array>;
}

/** Collects links. */
export class LinkTable {
  #owners = new Int32Array(4096);
  #names = new Int32Array(4096);
  #targets = new Int32Array(4096);
  #count = 0;

  add(owner: number, name: number, target: number): void {
    if (this.#count === this.#owners.length) {
      this.#owners = doubled(this.#owners);
      this.#names = doubled(this.#names);
      this.#targets = doubled(this.#targets);
    }
    this.#owners[this.#count] = owner;
    this.#names[this.#count] = name;
    this.#targets[this.#count++] = target;
  }

  /** @param text gives the bytes of a name */
  finish(text: (name: number) => Uint8Array): TreeLinks {
    const names = this.#names.slice(0, this.#count);
    const texts = new Map<number, Uint8Array>();
    for (const name of names) if (name >= 0 && !texts.has(name)) texts.set(name, Uint8Array.from(text(name)));
    return {
      owners: this.#owners.slice(0, this.#count),
      names,
      targets: this.#targets.slice(0, this.#count),
      texts,
    };
  }
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
