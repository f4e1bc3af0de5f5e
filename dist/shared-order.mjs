const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/order.ts
var byText = (a, b) => a < b ? -1 : a > b ? 1 : 0;

export {
  byText
};
