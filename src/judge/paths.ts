/**
 * Files whose secrets are mostly made up: tests, examples and fixtures, by the names of folders and files.
 * @module
 */

const FOLDER =
  /^(__)?(tests?|specs?|e2e|testing|test-?data|examples?|samples?|fixtures?|mocks?|stubs|cassettes|snapshots)(__)?$/i;
const FILE = /(^|[._-])(tests?|specs?|examples?|samples?|fixtures?|mocks?|stubs?|dist|template)(\.[a-z0-9]+){0,2}$/i;
const TEST_PREFIX = /^test_|_test\.[a-z]+$|Tests?\.[a-z]+$/;

/** @param path `/` between names; a member of a container (`archive.zip!/x`) counts with all of its path */
export function isTestPath(path: string): boolean {
  const names = path.split(/!?\//);
  const file = names.pop() ?? '';
  return names.some((name) => FOLDER.test(name)) || FILE.test(file) || TEST_PREFIX.test(file);
}
