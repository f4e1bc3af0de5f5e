const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/cli/exit.ts
var EXIT = { clean: 0, findings: 1, usage: 2, incomplete: 3, interrupted: 130 };

export {
  EXIT
};
