const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/detect/tables.ts
var USE = { shape: 0, near: 1, code: 2, word: 3, wide: 4 };
var MAGIC = 1651769352;
function packTables({ literals, uses, useStarts }) {
  const { map, slots, entries, starts, guards, pool, folds, classes } = literals;
  const parts = [map, slots, entries, starts, guards, uses, useStarts, pool, folds, classes];
  const header = Int32Array.from([MAGIC, ...parts.map((part) => part.length)]);
  return Buffer.concat([header, ...parts].map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
}
function unpackTables(file) {
  let at = file.byteOffset;
  const numbers = (length) => {
    const part = new Int32Array(file.buffer, at, length);
    at += 4 * length;
    return part;
  };
  const bytes = (length) => new Uint8Array(file.buffer, (at += length) - length, length);
  const [magic, ...lengths] = numbers(11);
  if (magic !== MAGIC) throw new Error("the tables of the built-in rules are of another version; run npm run build");
  const [map, slots, entries, starts, guards, uses, useStarts] = lengths.slice(0, 7).map(numbers);
  const [pool, folds, classes] = lengths.slice(7).map(bytes);
  return {
    literals: {
      map,
      slots,
      entries,
      starts,
      guards,
      pool,
      folds,
      classes
    },
    uses,
    useStarts
  };
}

export {
  USE,
  packTables,
  unpackTables
};
