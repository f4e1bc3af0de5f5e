/** Wrong usage or configuration: told to the user as one sentence, without a stack; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
