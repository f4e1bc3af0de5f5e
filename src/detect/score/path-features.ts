/**
 * Features of the file that a value stands in, by its path alone.
 * @module
 */
import { isTestPath } from '../../judge/paths.ts';
import { type Feature, flag } from './feature.ts';

/** Undefined for bytes without a path: standard input, objects that no tree names. */
type Path = string | undefined;

const has =
  (expression: RegExp) =>
  (path: Path): number =>
    flag(path !== undefined && expression.test(path));

export const PATH_FEATURES: readonly Feature<Path>[] = [
  ['path-known', 'that its file is known', (path) => flag(path !== undefined)],
  ['path-test', 'that its file is a test or example', (path) => flag(path !== undefined && isTestPath(path))],
  ['path-example', 'that its file is an example or template', has(/example|sample|template|demo|tutorial|\.dist$/i)],
  ['path-docs', 'that its file is documentation', has(/(?:^|\/)docs?\/|\.(?:md|markdown|rst|txt|adoc|html?)$/i)],
  [
    'path-script',
    'that its file is a program in a scripting language',
    has(/\.(?:[cm]?[jt]sx?|py|rb|php|pl|lua|exs?|erb|vue)$/i),
  ],
  [
    'path-compiled',
    'that its file is a program in a compiled language',
    has(/\.(?:go|java|kt|cs|scala|swift|rs|c|cc|cpp|h|hs|m|groovy)$/i),
  ],
  ['path-javascript', 'that its file is JavaScript or TypeScript', has(/\.[cm]?[jt]sx?$/i)],
  ['path-go', 'that its file is Go', has(/\.go$/i)],
  ['path-shell', 'that its file is a shell script', has(/\.(?:sh|bash|zsh|ps1|bat|cmd)$|dockerfile/i)],
  ['path-yaml', 'that its file is YAML', has(/\.ya?ml$/i)],
  ['path-json', 'that its file is JSON', has(/\.json$/i)],
  [
    'path-config',
    'that its file is configuration',
    has(/\.(?:env|ini|conf|cfg|properties|toml|config|rsp|xml|tf|tfvars)\b|(?:^|\/)\.env/i),
  ],
  ['path-sql', 'that its file is SQL', has(/\.sql$/i)],
  [
    'path-locale',
    'that its file is of translations',
    has(/(?:^|\/)(?:locales?|i18n|lang|languages|translations?)(?:\/|\.)|[/_.-][a-z]{2}[_-][A-Z]{2}\.\w+$/),
  ],
  [
    'path-lock',
    'that its file is a lock, a minified or a generated one',
    has(/lock\.\w+$|\.lock$|\.min\.|\.map$|bundle|(?:^|\/)dist\/|generated|\.snap$/i),
  ],
  ['path-vendored', 'that its file is of another project', has(/(?:^|\/)(?:vendor|node_modules|third_?party|site-packages)\//i)],
];
