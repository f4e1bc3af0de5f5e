/**
 * Files whose secrets are mostly made up: tests, examples and fixtures, by the names of folders and files.
 * @module
 */

const FOLDER =
  /^_{0,2}(t|tests?|specs?|e2e|testing|test[-_]?data|examples?|samples?|fixtures?|mocks?|stubs|cassettes|snapshots)_{0,2}$/i;
/** `x.test.ts`, `.env.example`, `config.sample.yml`, `fixtures.json`. */
const FILE = /(^|[._-])(tests?|examples?|samples?|fixtures?|mocks?|stubs?)(\.[a-z0-9]+){0,2}$/i;
/** How languages name test files: `test_x.py`, `x_test.go`, `x_spec.rb`, `x.spec.ts`, `XTest.java`, `XTests.cs`. */
const LANGUAGE = /^test_.*\.py$|[_.]spec\.[a-z]+$|Tests?\.(java|kt|cs|php|swift|scala)$/;

/** Prose about code, by the ends and folders of its files. */
export function isDocumentation(path: string): boolean {
  return /\.(md|mdx|markdown|rst|adoc|asciidoc|txt|html?|ipynb)$|(^|\/)(docs?|documentation|website|changelog|readme)(\/|$)/i.test(
    path,
  );
}

/** @param path `/` between names; a member of a container (`archive.zip!/x`) counts with all of its path */
export function isTestPath(path: string): boolean {
  const names = path.split(/!?\//);
  const file = names.pop() ?? '';
  return names.some((name) => FOLDER.test(name)) || FILE.test(file) || LANGUAGE.test(file);
}
