const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/detect/score/modes.ts
var isWeighed = (detector) => /^(?:assignment|command|url)(?:\/|$)/.test(detector);

export {
  isWeighed
};
