import { describe, expect, it } from 'vitest';
import { githubPat, jwt, random } from '../../helpers/tokens.ts';
import { countRegions, find } from './finder.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const lines = (text: string, width: number): string => (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n');

const TOKEN = githubPat('decode');
const [HEAD, REST] = [TOKEN.slice(0, 14), TOKEN.slice(14)];
const PASSWORD = ['Tr0ub4dor', random(4, 'p'), '7x'].join('-');
const ENV = `# settings of the production system\nDB_HOST=db.corp.net\nGITHUB_TOKEN=${TOKEN}\nDB_PASSWORD=${PASSWORD}\n`;

describe('values in pieces', () => {
  it.each([
    ['JavaScript, Python, Java, Go', `x = "${HEAD}" + "${REST}"`],
    ['without spaces', `x='${HEAD}'+'${REST}'`],
    ['PHP and Perl', `$x = '${HEAD}' . '${REST}';`],
    ['Lua', `x = "${HEAD}" .. "${REST}"`],
    ['Visual Basic', `x = "${HEAD}" & "${REST}"`],
    ['Haskell and Erlang', `x = "${HEAD}" ++ "${REST}"`],
    ['Elixir', `x = "${HEAD}" <> "${REST}"`],
    ['SQL', `SELECT '${HEAD}' || '${REST}'`],
    ['the operator at the end of a line', `x = "${HEAD}" +\n    "${REST}"`],
    ['the operator at the beginning of a line', `x = "${HEAD}"\n    + "${REST}"`],
    ['Python in parentheses', `x = ("${HEAD}"\n     "${REST}")`],
    ['Python with prefixes', `x = (r"${HEAD}"\n     f"${REST}")`],
    ['C', `char *x = "${HEAD}" "${REST}";`],
    ['C macros', `#define X "${HEAD}" \\\n  "${REST}"`],
    ['shell words', `x="${HEAD}"'${REST}'`],
    ['template literals', `x = \`${HEAD}\` + \`${REST}\``],
    ['a backslash at the end of a line', `x="${HEAD}\\\n${REST}"`],
    ['with carriage returns', `x="${HEAD}\\\r\n${REST}"`],
    ['YAML folded', `token: >-\n  ${HEAD}\n  ${REST}\n`],
    ['YAML quoted', `token: "${HEAD}\n  ${REST}"\n`],
    ['three pieces', `x = "${HEAD}" +\n "${REST.slice(0, 9)}" +\n "${REST.slice(9)}"`],
  ])('%s', (_, text) => {
    const [found, ...more] = find(text);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ rule: 'github-pat', secret: TOKEN });
    expect(found!.text.startsWith(HEAD)).toBe(true);
    expect(text.slice(text.indexOf(found!.text) + found!.text.length)).toMatch(/^["'`);\s]*$/);
    expect(found!.from).toMatch(/^(?:concatenation|folded-lines)$/);
  });

  it('finds a JSON Web Token', () => {
    const token = jwt({ sub: 'ada', scope: 'read' });
    const text = `t = "${token.slice(0, 50)}" +\n "${token.slice(50)}"`;
    expect(find(text)).toMatchObject([{ rule: 'jwt', secret: token, from: 'concatenation' }]);
  });

  it('finds a value by the name of its first piece', () => {
    const secret = random(40, 'secret');
    expect(find(`client_secret = "${secret.slice(0, 20)}" + "${secret.slice(20)}"`)).toMatchObject([
      { rule: 'generic-secret', secret },
    ]);
  });

  it.each([
    ['words', 'message = "The token" + "was refused"'],
    ['a list', `["${HEAD}", "${REST}"]`],
    ['lines of prose', `${HEAD}\nis what such a token begins with`],
    ['comparison', `"${HEAD}" > "${REST}"`],
  ])('leaves %s apart', (_, text) => expect(find(text)).toEqual([]));

  it.each([
    ['the end of a here document', `    secret_key_base: ${random(32, 'below', '0123456789abcdef')}\n  YAML\n`],
    ['a keyword', 'next_key = @statements.next_key\n  begin\n    run\n'],
    ['another assignment', `KEY=${random(16, 'assigned', '0123456789ABCDEF')}\nmode=strict\n`],
    ['a rule below a heading', 'smtp_password = xoauth2-token\n--------\n\n'],
    ['the rest of a sentence', 'inside GitHub and find files with your own secret:keybinding\nquickly.\n'],
  ])('does not join a line without quotes with %s', (_, text) => expect(countRegions(text)).toBe(0));
});

describe('credentials that are cut within what they begin with', () => {
  const AWS = `AKIA${random(16, 'cut', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`;
  const SLACK = ['xoxb', random(12, 'slack-a', '2345678'), random(13, 'slack-b', '2345678'), random(24, 'slack-cut')].join('-');
  const JWT = jwt({ sub: 'ada', scope: 'read write' });
  const WAYS: [string, (head: string, rest: string) => string][] = [
    ['a plus', (head, rest) => `x = "${head}" + "${rest}"`],
    ['a plus without spaces', (head, rest) => `x='${head}'+'${rest}'`],
    ['a dot', (head, rest) => `$x = '${head}' . '${rest}';`],
    ['two dots', (head, rest) => `x = "${head}" .. "${rest}"`],
    ['an ampersand', (head, rest) => `x = "${head}" & "${rest}"`],
    ['two pluses', (head, rest) => `x = "${head}" ++ "${rest}"`],
    ['a diamond', (head, rest) => `x = "${head}" <> "${rest}"`],
    ['two bars', (head, rest) => `SELECT '${head}' || '${rest}'`],
    ['template literals', (head, rest) => `x = \`${head}\` + \`${rest}\``],
    ['a plus at the end of a line', (head, rest) => `x = "${head}" +\n    "${rest}"`],
    ['a plus at the end of a line, with carriage returns', (head, rest) => `x = "${head}" +\r\n    "${rest}"`],
    ['a plus at the beginning of a line', (head, rest) => `x = '${head}'\n    + '${rest}'`],
    ['strings side by side', (head, rest) => `f('${head}' '${rest}')`],
    ['strings below each other', (head, rest) => `x = ("${head}"\n     "${rest}")`],
    ['strings of C macros', (head, rest) => `#define X "${head}" \\\n  "${rest}"`],
    ['a backslash at the end of a line', (head, rest) => `x="${head}\\\n${rest}"`],
    ['a backslash, with carriage returns', (head, rest) => `x="${head}\\\r\n${rest}"`],
    ['a string in a string', (head, rest) => JSON.stringify(`x = "${head}" + "${rest}"`)],
  ];
  it.each(WAYS)('%s', (_, write) => {
    for (const [rule, secret] of [
      ['github-pat', TOKEN],
      ['aws-access-key-id', AWS],
      ['slack-bot-token', SLACK],
      ['jwt', JWT],
    ] as const) {
      for (const cut of [1, 2, 3, 4, 5, 6, 8]) {
        const text = write(secret.slice(0, cut), secret.slice(cut));
        expect(find(text), text).toMatchObject([{ rule, secret }]);
        expect(find(text)[0]!.text).toMatch(new RegExp(`^${secret.slice(0, cut)}[^]*${secret.slice(-4)}$`));
      }
    }
  });

  it('many in a row', () => {
    const tokens = ['a', 'b', 'c', 'd'].map((seed) => githubPat(seed));
    const list = tokens.map((token) => `"${token.slice(0, 2)}"+"${token.slice(2)}"`).join(',');
    expect(find(`[${list}]`).map(({ secret }) => secret)).toEqual(tokens);
    const late = tokens.map((token) => `"${token.slice(0, 12)}"+"${token.slice(12)}"`).join(',');
    expect(find(`[${late}]`).map(({ secret }) => secret)).toEqual(tokens);
  });

  it.each([
    ['a list', `["${TOKEN.slice(0, 2)}", "${TOKEN.slice(2)}"]`],
    ['a string that ends before', `x = "mygh" + "${TOKEN.slice(2)}"`],
    ['lines', `x = "gh"\n${TOKEN.slice(2)}`],
    ['a comparison', `"gh" > "${TOKEN.slice(2)}"`],
  ])('leaves %s apart', (_, text) => expect(find(text)).toEqual([]));
});

describe('escaped characters', () => {
  it.each([
    ['percent-encoding', `https://host/?token=ghp%5F${TOKEN.slice(4)}&x=1`],
    [
      'percent-encoding',
      `redirect=https%3A%2F%2Fhost%2F%3Ftoken%3D${TOKEN.slice(0, 30)}%${TOKEN.charCodeAt(30).toString(16)}${TOKEN.slice(31)}%26`,
    ],
    ['string-escapes', `{"t": "ghp\\u005f${TOKEN.slice(4)}"}`],
    ['string-escapes', `t = "ghp\\x5f${TOKEN.slice(4)}"`],
    ['html-entities', `<a data-t="ghp&#95;${TOKEN.slice(4)}">`],
    ['html-entities', `<a data-t="ghp&#x5F;${TOKEN.slice(4)}">`],
  ])('%s: %s', (from, text) => {
    expect(find(text)).toMatchObject([{ rule: 'github-pat', secret: TOKEN, from }]);
    expect(find(text)[0]!.text).toMatch(/^ghp.*[A-Za-z0-9]$/);
  });

  it('reads the password of a URL as the server does', () => {
    const parts = ['Zq7', 'fk', '2pW'];
    expect(find(`https://deploy:${parts.join('%21')}@git.corp.net/x.git`)).toMatchObject([
      { rule: 'url-credentials', secret: parts.join('!'), text: parts.join('%21') },
    ]);
  });

  it('reads names and values that are encoded together', () => {
    const secret = random(36, 'pair');
    expect(find(`state=%7B%22client_secret%22%3A%22${secret}%22%7D`)).toMatchObject([
      { rule: 'generic-secret', secret, from: 'percent-encoding' },
    ]);
    expect(find(`<div data-x="{&quot;client_secret&quot;:&quot;${secret}&quot;}">`)).toMatchObject([
      { secret, from: 'html-entities' },
    ]);
  });

  it('reads slashes that are escaped', () => {
    const key = `${random(15, 'a')}/${random(24, 'b')}`;
    expect(find(`{"aws_secret_access_key":"${key.replace('/', '\\/')}"}`)).toMatchObject([
      { rule: 'aws-secret-access-key', secret: key, from: 'string-escapes' },
    ]);
  });

  it('undoes one encoding within another', () => {
    const text = `u=https%3A%2F%2Fhost%2F%3Ft%3Dghp%255F${TOKEN.slice(4)}`;
    expect(find(text)).toMatchObject([{ secret: TOKEN, from: 'percent-encoding in percent-encoding' }]);
  });

  it('decodes a long run of them in few windows, and all of it', () => {
    const percent = (text: string): string => text.replace(/./g, (char) => `%${char.charCodeAt(0).toString(16)}`);
    const tokens = Array.from({ length: 40 }, (_, i) => githubPat(`run ${i}`));
    const text = `secret=${percent(tokens.map((token) => `t=${token}&`).join(''))}`;
    expect(find(text).map(({ secret }) => secret)).toEqual(tokens);
    expect(countRegions(text)).toBeLessThan(8);
    expect(countRegions(`secret = "${percent(random(90, 'one value'))}"`)).toBe(1);
  });
});

describe('base64', () => {
  const places = (text: string): [string, string, string][] => find(text).map(({ rule, secret, from }) => [rule, secret, from]);

  it.each([
    ['an env file', base64(ENV)],
    ['base64url', base64url(ENV)],
    ['wrapped lines', lines(base64(ENV), 76)],
    ['wrapped lines, indented', lines(base64(ENV), 64).replaceAll('\n', '\n    ')],
    ['wrapped lines in a JSON string', `"${lines(base64(ENV), 64).replaceAll('\n', '\\n')}"`],
    ['wrapped lines with carriage returns', lines(base64(ENV), 64).replaceAll('\n', '\r\n')],
    ['pieces of strings', `x = "${lines(base64(ENV), 70).replaceAll('\n', '" +\n  "')}";`],
  ])('finds what is in %s', (_, text) => {
    expect(places(`ENV_FILE: ${text}\n`)).toEqual([
      ['github-pat', TOKEN, 'base64'],
      ['generic-password', PASSWORD, 'base64'],
    ]);
  });

  it('tells the characters in which the secret is', () => {
    const [token] = find(`x: ${base64(ENV)}`);
    const at = base64(ENV).indexOf(token!.text);
    expect(at).toBeGreaterThan(0);
    const around = Buffer.from(base64(ENV).slice(at - (at % 4)), 'base64').toString();
    expect(around.indexOf(TOKEN)).toBeLessThan(3);
    expect(token!.text.length).toBeLessThan((TOKEN.length * 4) / 3 + 3);
  });

  it.each([
    ['twice', base64(base64(ENV)), 'base64 in base64'],
    ['three times', base64(base64(base64(ENV))), 'base64 in base64 in base64'],
  ])('finds what is encoded %s', (_, text, from) => expect(find(text)[0]).toMatchObject({ secret: TOKEN, from }));

  it('ends after three levels', () => expect(find(base64(base64(base64(base64(ENV)))))).toEqual([]));

  it('finds a short value by what it begins with', () => {
    expect(places(`- ${base64(TOKEN)}\n`)).toEqual([['github-pat', TOKEN, 'base64']]);
  });

  it('judges a value by its name, decoded', () => {
    expect(places(`kind: Secret\ndata:\n  password: ${base64(PASSWORD)}\n`)).toEqual([['generic-password', PASSWORD, 'base64']]);
    expect(places(`kind: Secret\ndata:\n  password: ${base64('changeme-please')}\n`)).toEqual([]);
  });

  it('does not look into a token for what it is made of', () => {
    const token = jwt({ sub: 'ada', password: PASSWORD, scope: 'read write' });
    expect(places(`token=${token}`)).toEqual([['jwt', token, '']]);
  });

  it.each([
    ['an image', `data:image/png;base64,${Buffer.from(random(3_000, 'png'), 'base64').toString('base64')}`],
    ['an integrity', `"integrity": "sha512-${Buffer.from(random(88, 'sri'), 'base64').toString('base64')}"`],
    [
      'a source map',
      `//# sourceMappingURL=data:application/json;base64,${base64('{"version":3,"sources":["a/password.ts"],"mappings":"AAAA"}')}`,
    ],
    ['minified code', 'function(e,t,n){"use strict";Object.defineProperty(t,"__esModule",{value:!0});var r=n(1234)}'.repeat(40)],
    ['a long path', `/usr/share/${'verylongfoldername/'.repeat(12)}password`],
  ])('is silent on %s', (_, text) => expect(find(text)).toEqual([]));
});
