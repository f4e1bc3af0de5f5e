/** The ways in which a value is given to a name, and how names are written. */

type Form = (words: readonly string[], value: string) => string;

const join = (words: readonly string[], joint: string): string => words.join(joint);
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const pascal = (words: readonly string[]): string => words.map(capital).join('');
const camel = (words: readonly string[]): string => words[0]! + pascal(words.slice(1));
const constant = (words: readonly string[]): string => join(words, '_').toUpperCase();

/** By what they are called; the words are those of a name such as acme, api and key. */
export const FORMS: Readonly<Record<string, Form>> = {
  'an env file': (w, v) => `${constant(w)}=${v}\n`,
  'spaces and quotes': (w, v) => `${constant(w)} = "${v}"`,
  'a shell': (w, v) => `export ${constant(w)}='${v}'`,
  'a Windows shell': (w, v) => `set ${constant(w)} ${v}`,
  YAML: (w, v) => `${join(w, '_')}: ${v}\n`,
  'YAML with quotes': (w, v) => `  ${join(w, '-')}: "${v}"`,
  JSON: (w, v) => `{"${camel(w)}": "${v}"}`,
  'JSON of constants': (w, v) => `{ "${constant(w)}":"${v}" }`,
  'JSON in a string': (w, v) => `"{\\"${join(w, '_')}\\":\\"${v}\\"}"`,
  'a constant of JavaScript': (w, v) => `const ${camel(w)} = '${v}';`,
  'a typed constant': (w, v) => `const ${camel(w)}: string = "${v}";`,
  'a field of C#': (w, v) => `private static string ${pascal(w)} = "${v}";`,
  'properties with dots': (w, v) => `${join(w, '.')}=${v}`,
  'a member': (w, v) => `config.${camel(w)} = "${v}"`,
  'a subscript': (w, v) => `config['${join(w, '_')}'] = '${v}'`,
  XML: (w, v) => `<${join(w, '-')}>${v}</${join(w, '-')}>`,
  'an XML attribute': (w, v) => `<add key="${pascal(w)}" value="${v}" />`,
  'an Android resource': (w, v) => `<string name="${join(w, '_')}">${v}</string>`,
  'an option': (w, v) => `run --${join(w, '-')} ${v}`,
  'an option with =': (w, v) => `run --${join(w, '-')}=${v}`,
  'a hash of PHP': (w, v) => `'${join(w, '_')}' => '${v}',`,
  'a symbol of Ruby': (w, v) => `${join(w, '_')}: '${v}'`,
  'a hash rocket of Ruby': (w, v) => `:${join(w, '_')} => "${v}"`,
  Go: (w, v) => `${camel(w)} := "${v}"`,
  R: (w, v) => `${join(w, '_')} <- "${v}"`,
  Makefile: (w, v) => `${constant(w)} ?= ${v}`,
  'a header': (w, v) => `X-${w.map(capital).join('-')}: ${v}`,
  'a header of curl': (w, v) => `curl -H "${w.map(capital).join('-')}: ${v}" https://api.example.org/`,
  'a header with a scheme': (w, v) => `${constant(w)}="Bearer ${v}"`,
  'a query': (w, v) => `https://api.example.org/v1?${join(w, '_')}=${v}&page=2`,
  'a call': (w, v) => `os.Setenv("${constant(w)}", "${v}")`,
  'a definition': (w, v) => `define('${constant(w)}', '${v}');`,
  'a default': (w, v) => `os.environ.get("${constant(w)}", "${v}")`,
  'a list of name and value': (w, v) => `{ "name": "${constant(w)}", "value": "${v}" }`,
  'an env list of Kubernetes': (w, v) => `- name: ${constant(w)}\n  value: ${v}\n`,
  'a variable of Terraform': (w, v) => `variable "${join(w, '_')}" {\n  default = "${v}"\n}`,
  'words of a sentence': (w, v) => `${join(w, ' ')} = '${v}'`,
  'words and a colon': (w, v) => `${capital(join(w, ' '))}: ${v}`,
  'a Dockerfile': (w, v) => `ENV ${constant(w)} ${v}`,
  'a prefix before the name': (w, v) => `MYAPP_${constant(w)}=${v}`,
  'a prefix in camel case': (w, v) => `const my${pascal(w)} = "${v}"`,
};

/** Ways in which only the provider's word stands before a name that any credential has. */
export const WIDE_FORMS: Readonly<Record<string, (word: string, value: string) => string>> = {
  'an object': (w, v) => `${w}: { apiKey: '${v}' }`,
  'an object of JSON': (w, v) => `"${w}": {\n  "api_key": "${v}"\n}`,
  'a section of INI': (w, v) => `[${w}]\napi_key = ${v}\n`,
  'a mapping of YAML': (w, v) => `${w}:\n  token: ${v}\n`,
  'an address with a query': (w, v) => `https://api.${w}.com/v1/items?api_key=${v}`,
  'an address and a header': (w, v) => `curl https://api.${w}.com/v1/me -H "Authorization: Bearer ${v}"`,
  'a comment': (w, v) => `# ${w}\nAPI_KEY=${v}\n`,
  'a constructor': (w, v) => `new ${w}('${v}')`,
  'the text of an element': (w, v) => `<${w}>\n  api_key = ${v}\n</${w}>`,
  'an arrow': (w, v) => `$this->${w}->token = '${v}';`,
};
