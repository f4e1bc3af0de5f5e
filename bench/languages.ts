/**
 * Kinds of text file and typical lines of each; names in braces are filled in by the generator. The first line of each
 * is the one in which a token is planted (`{value}`).
 * @module
 */
export interface Language {
  extension: string;
  comment(text: string): string;
  lines: readonly string[];
}

const slashes = (text: string): string => `// ${text}`;
const hash = (text: string): string => `# ${text}`;

export const LANGUAGES: readonly Language[] = [
  {
    extension: 'ts',
    comment: slashes,
    lines: [
      "const {name} = '{value}';",
      'export function {name}({name}: {type}, options: {type} = {}): Promise<{type}> {',
      'const { {name}, {name} } = await this.{name}.{name}({name}, {number});',
      'if (!{name}.{name}) throw new {type}(`{words}: ${{name}}`);',
      "import { {type} } from '../{name}/{name}.js';",
      'return {name}.map((entry) => entry.{name} ?? {number}).filter(Boolean);',
      '// {words}',
      '}',
    ],
  },
  {
    extension: 'py',
    comment: hash,
    lines: [
      "{upper} = '{value}'",
      'def {snake}(self, {snake}: str, {snake}=None) -> dict:',
      '{snake} = self.{snake}.get("{snake}", {number})',
      'if {snake} is None and not {snake}.{snake}:',
      'raise {type}(f"{words} {{snake}}")',
      'for {snake} in {snake}({snake}, key=lambda x: x["{snake}"]):',
      'from {snake}.{snake} import {type}',
    ],
  },
  {
    extension: 'go',
    comment: slashes,
    lines: [
      'const {name} = "{value}"',
      'func (s *{type}) {type}(ctx context.Context, {name} string) (*{type}, error) {',
      '{name}, err := s.{name}.{type}(ctx, {name}, {number})',
      'if err != nil {',
      'return nil, fmt.Errorf("{words}: %w", err)',
      '{type} {type} `json:"{snake},omitempty"`',
      '}',
    ],
  },
  {
    extension: 'java',
    comment: slashes,
    lines: [
      'private static final String {upper} = "{value}";',
      'public {type} {name}(final {type} {name}, int {name}) throws {type} {',
      'this.{name} = {name}.{name}().{name}({number});',
      'import com.example.{snake}.{type};',
      '@Override',
      'LOG.debug("{words} {}", {name});',
      '}',
    ],
  },
  {
    extension: 'rb',
    comment: hash,
    lines: [
      "{upper} = '{value}'.freeze",
      'def {snake}({snake}, {snake}: nil)',
      '@{snake} ||= {type}.where({snake}: {number}).{snake}',
      'assert_equal "{words}", {snake}.{snake}',
      'end',
    ],
  },
  {
    extension: 'c',
    comment: slashes,
    lines: [
      'static const char *{snake} = "{value}";',
      '#define {upper} 0x{number}',
      'if ({snake}->{snake} && {snake}({snake}, sizeof(*{snake})) < {number})',
      'struct {snake} *{snake} = {snake}(&{snake}->{snake}[{number}]);',
      '/* {words} */',
      '\treturn -{digit};',
    ],
  },
  {
    extension: 'sh',
    comment: hash,
    lines: [
      'export {upper}="{value}"',
      'if [ -z "${upper}" ]; then echo "{words}" >&2; exit {digit}; fi',
      'curl -fsS "https://{name}.example.com/{snake}?{snake}={number}" -H "Accept: application/json"',
      '{snake}() { grep -q "{words}" "$1" || return 1; }',
    ],
  },
  {
    extension: 'json',
    comment: (text) => `{ "description": "${text}",`,
    lines: [
      '"{name}": "{value}",',
      '"{name}": {number},',
      '"{snake}": { "id": "{uuid}", "{name}": true },',
      '"{name}": ["{words}", "{words}"],',
    ],
  },
  {
    extension: 'yaml',
    comment: hash,
    lines: [
      '{name}: "{value}"',
      '- name: {words}',
      'image: registry.example.com/{snake}@sha256:{hex}{hex}',
      '{snake}: {number}',
      'uses: example/{snake}@{hex}',
    ],
  },
  {
    extension: 'env',
    comment: hash,
    lines: ['{upper}={value}', '{upper}={number}', '{upper}=https://{name}.example.com/{snake}', '# {words}'],
  },
  {
    extension: 'md',
    comment: (text) => `# ${text}`,
    lines: ['`{value}`', '{words}, {words}; {words}.', '- [{words}](https://example.com/{snake}/{hex})', '', '## {words}'],
  },
  {
    extension: 'css',
    comment: (text) => `/* ${text} */`,
    lines: ['/* {value} */', '.{name}-{name} > .{name}:hover {', 'margin: {digit}px {number}px;', 'color: #{number};', '}'],
  },
];
