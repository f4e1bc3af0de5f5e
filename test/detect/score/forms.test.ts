import { describe, expect, it } from 'vitest';
import { Looks } from '../../../src/detect/look.ts';
import { findGiven } from '../../../src/detect/score/forms.ts';

/** Form and value of what is given to the first name that holds `word`. */
function given(text: string, word: string): string[] {
  const data = Buffer.from(text, 'latin1');
  const at = text.toLowerCase().indexOf(word);
  return findGiven(new Looks(), data, at, at + word.length, 0, data.length).spans.map(
    ({ form, span }) => `${form} ${data.toString('latin1', span.start, span.end)}`,
  );
}

describe('what is given to a name', () => {
  it.each([
    ['an assignment', 'db_password = "k7"', 'password', ['assign k7']],
    ['an assignment where there is no value', 'password ??= "k7"', 'password', ['assign k7']],
    ['an assignment where it is false', 'password ||= "k7"', 'password', ['assign k7']],
    ['an assignment of make', 'PASSWORD ?= k7', 'password', ['assign k7']],
    ['no operator of any language', 'password ?|= "k7"', 'password', ['space ?']],
    ['a member', '{"apiToken": "k7"}', 'token', ['colon k7']],
    ['an element', '<password>k7</password>', 'password', ['tag k7']],
    ['a comparison', "if (cfg['password'] == 'k7')", 'password', ['compare k7']],
    ['a call', 'setPassword("k7")', 'password', ['call k7']],
    ['a call that names it first', 'set("x-token", "k7")', 'token', ['comma k7']],
    ['a call with a user first', 'withPassword("ada", "k7")', 'password', ['call k7']],
    ['an option', 'run --token k7', 'token', ['space k7']],
    ['a header as a pair', '{"key": "X-Token",\n "value": "k7"}', 'token', ['pair k7']],
    ['an environment as a pair', '- name: DB_PASSWORD\n  value: k7', 'password', ['pair k7']],
    ['an attribute as a pair of XML', '<add key="Token" value="k7"/>', 'token', ['pair k7']],
    ['a variable of Terraform', 'variable "db_token" {\n  type = string\n  default = "k7"\n}', 'token', ['pair k7']],
    ['a string value', '{"name": "token", "string_value": "k7"}', 'token', ['pair k7']],
    ['content', '{"name": "token", "content": "k7"}', 'token', ['pair k7']],
    ['a list with escaped quotes', String.raw`{\"name\": \"token\", \"value\": \"k7\"}`, 'token', ['pair k7']],
    ['an object with a value over lines', '"db_token": {\n  "value": "k7"', 'token', ['pair k7']],
    ['a property list', '<key>token</key>\n  <string>k7</string>', 'token', ['pair k7']],
    ['a value of VB', 'Dim token As String = "k7"', 'token', ['assign k7']],
    ['an attribute as a pair', '<add key="Token" value="k7"/>', 'token', ['pair k7']],
    ['a constructor', 'password = new Password("k7")', 'password', ['wrapped k7']],
    ['a conversion', 'secret := []byte("k7")', 'secret', ['wrapped k7']],
    ['a list', 'tokens = ["k7"]', 'token', ['wrapped k7']],
    ['an object with a value', 'token = { value: "k7" }', 'token', ['wrapped k7']],
    ['a symbol of Ruby', "set(:secret, 'k7')", 'secret', ['comma k7']],
    ['a serialized string of PHP', 's:8:"password";s:2:"k7";', 'password', ['comma k7']],
    ['an emphasised word of Markdown', '- **password**: k7', 'password', ['comma k7']],
    ['a query', 'https://x.net/?token=k7&b=1', 'token', ['assign k7']],
    ['.netrc', 'machine x login ada password k7', 'password', ['space k7']],
  ])('%s', (_, text, word, expected) => {
    expect(given(text, word)).toEqual(expected);
  });

  it.each([
    ['a name in a sentence', 'the token is checked', 'token'],
    ['a name at the end', 'password', 'password'],
    ['a statement', 'return token;', 'token'],
  ])('nothing to %s', (_, text, word) => {
    expect(given(text, word)).toEqual([]);
  });
});
