const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/errors.ts
var UsageError = class extends Error {
  name = "UsageError";
};
var GitError = class extends Error {
  name = "GitError";
  /** What git was asked to do, `ls-files` for example. */
  command;
  /** Exit code; null where git was killed or never ran. */
  exitCode;
  constructor(command, exitCode, message, options) {
    super(message, options);
    this.command = command;
    this.exitCode = exitCode;
  }
};
var GitMissingError = class extends GitError {
  name = "GitMissingError";
};
var GitBlockedError = class extends GitError {
  name = "GitBlockedError";
  /** Where that stands. */
  path;
  constructor(command, path) {
    super(command, null, `${path}: a pipe or device stands in place of a file, and git would wait for it`);
    this.path = path;
  }
};

export {
  UsageError,
  GitError,
  GitMissingError,
  GitBlockedError
};
