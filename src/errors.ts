/**
 * The errors that are told to people in one line, without a stack: everything else that is thrown is a defect.
 * @module
 */

/**
 * The program was asked for something it cannot do: wrong arguments, a path that does not exist, a broken
 * configuration. Exit code 2. The message says what failed, where, and what to do about it; it never holds a secret.
 */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
}

/** git was started and failed, or could not be started. */
export class GitError extends Error {
  override readonly name: string = 'GitError';
  /** What git was asked to do, `ls-files` for example. */
  readonly command: string;
  /** Exit code; null where git was killed or never ran. */
  readonly exitCode: number | null;

  constructor(command: string, exitCode: number | null, message: string, options?: ErrorOptions) {
    super(message, options);
    this.command = command;
    this.exitCode = exitCode;
  }
}

/** There is no git program in any absolute folder of PATH. */
export class GitMissingError extends GitError {
  override readonly name: string = 'GitMissingError';
}

/** Git was not started, for it would have waited for a pipe, or read a device. */
export class GitBlockedError extends GitError {
  override readonly name: string = 'GitBlockedError';
  /** Where that stands. */
  readonly path: string;

  constructor(command: string, path: string) {
    super(command, null, `${path}: a pipe or device stands in place of a file, and git would wait for it`);
    this.path = path;
  }
}

const KNOWN = new Set(['UsageError', 'GitError', 'GitMissingError', 'GitBlockedError']);

/** Whether an error is one of these; told by its name, since what is bundled apart has its own copies of the classes. */
export function isKnown(error: unknown): error is Error {
  return error instanceof Error && KNOWN.has(error.name);
}
