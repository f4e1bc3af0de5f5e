/** Files as tools write them, each with one secret: it is found once, as itself, where it stands. */
import { describe, expect, it } from 'vitest';
import { random } from '../helpers/tokens.ts';
import { find } from './decode/finder.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const base64OfUtf16 = (text: string): string => Buffer.from(text, 'utf16le').toString('base64');
/** A password as a generator makes it. */
const PASSWORD = `${random(7, 'files-a')}-${random(9, 'files-b')}4`;
const KEY = random(40, 'files-key');
const BEARER = random(44, 'files-bearer');

const json = (value: unknown): string => JSON.stringify(value, null, 2);

describe('connection strings', () => {
  it.each([
    ['PostgreSQL', `postgresql://app:${PASSWORD}@db.corp.net:5432/app`],
    ['MySQL', `mysql://app:${PASSWORD}@db.corp.net/app`],
    ['MongoDB', `mongodb+srv://app:${PASSWORD}@cluster0.corp.net/app`],
    ['Redis without a user', `redis://:${PASSWORD}@cache.corp.net:6379/0`],
    ['AMQP', `amqps://app:${PASSWORD}@mq.corp.net/vhost`],
    ['JDBC with parameters', `jdbc.url=jdbc:postgresql://db.corp.net/app?user=app&password=${PASSWORD}&ssl=true`],
    ['JDBC in properties', `url=jdbc:mysql://db.corp.net:3306/app?password=${PASSWORD}`],
    ['JDBC with semicolons', `jdbc:sqlserver://db.corp.net:1433;databaseName=app;user=app;password=${PASSWORD};`],
    ['Oracle', `jdbc:oracle:thin:app/${PASSWORD}@//db.corp.net:1521/app`],
    ['ODBC', `Driver={ODBC Driver 18 for SQL Server};Server=db.corp.net;Uid=app;Pwd=${PASSWORD};`],
    ['ADO.NET in code', `var c = "Server=db.corp.net;Database=app;User Id=app;Password=${PASSWORD};Encrypt=true";`],
    [
      'ADO.NET in appsettings',
      json({ ConnectionStrings: { Default: `Data Source=db.corp.net;User ID=app;Password=${PASSWORD}` } }),
    ],
    ['ADO.NET in web.config', `<add name="Db" connectionString="Server=db.corp.net;User Id=app;Password=${PASSWORD};" />`],
    ['libpq', `dsn = "host=db.corp.net port=5432 dbname=app user=app password=${PASSWORD}"`],
    ['libpq quoted', `dsn = "host=db.corp.net dbname=app user=app password='${PASSWORD}' sslmode=require"`],
  ])('%s', (_, text) => {
    const found = find(text);
    expect(found.map(({ secret }) => secret)).toEqual([PASSWORD]);
    expect(found[0]!.text).toBe(PASSWORD);
  });

  it.each([
    ['a reference', 'Server=db.corp.net;User Id=app;Password=${DB_PASSWORD};'],
    ['a stand-in', 'Server=db.corp.net;User Id=app;Password=your_password;'],
    ['a description', 'The connection string has Server=...;Password=...;'],
    ['an account of /etc/shadow that is locked', 'daemon:*:18375:0:99999:7:::'],
    ['permissions between colons', 'arn:*:iam::*:role/admin\nsystem:*:pods:list:watch'],
  ])('is silent on %s', (_, text) => expect(find(text)).toEqual([]));
});

describe('.pgpass', () => {
  it.each([
    ['a host', `db.corp.net:5432:app:deploy:${PASSWORD}\n`, PASSWORD],
    ['anything', `# all of them\n*:*:*:postgres:${PASSWORD}\n`, PASSWORD],
    ['another port', `db.corp.net:6432:app:deploy:${PASSWORD}\r\n`, PASSWORD],
    ['escapes', `db.corp.net:5432:app:deploy:${PASSWORD}\\:\\\\x\n`, `${PASSWORD}:\\x`],
    ['an address of IPv6', `fe80\\:\\:1:5432:app:deploy:${PASSWORD}\n`, PASSWORD],
  ])('%s', (_, text, secret) => {
    expect(find(text)).toMatchObject([{ rule: 'connection-string-password', secret }]);
  });

  it.each([
    ['a field more', `db.corp.net:5432:app:deploy:${PASSWORD}:x\n`],
    ['a field less', `db.corp.net:5432:app:${PASSWORD}\n`],
    ['a reference', 'db.corp.net:5432:app:deploy:${PASSWORD}\n'],
    ['a word', 'db.corp.net:5432:app:deploy:password\n'],
  ])('is silent on %s', (_, text) => expect(find(text)).toEqual([]));
});

describe('mails in quoted-printable', () => {
  const mail = (body: string): string =>
    `From: a@corp.net\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\nX: y\n\n${body}`;
  const cut = `DB_PASSWORD=3D${PASSWORD.slice(0, 6)}=\n${PASSWORD.slice(6)}`;
  it.each([
    ['an equals sign', mail(`password =3D ${PASSWORD}\n`)],
    ['a line break', mail(`Hello,\n\n${cut} is it\n`)],
    ['carriage returns', mail(`Hello,\n\n${cut} is it\n`).replaceAll('\n', '\r\n')],
    ['a part of several', `--b1\n${mail('caf=C3=A9\n--b1\n')}${mail(`${cut}\n--b1--\n`)}`],
  ])('%s', (_, text) => {
    expect(find(text)).toMatchObject([{ rule: 'generic-password', secret: PASSWORD, from: 'quoted-printable' }]);
  });
  it('is left alone where no header says so', () => {
    expect(find(`${cut}\n`).map(({ from }) => from)).not.toContain('quoted-printable');
    const header = 'Content-Transfer-Encoding: quoted-printable';
    for (const text of [
      'encodings: quoted-printable\n',
      'when "quoted-printable"\n',
      '# not quoted-printable\n',
      `grep "^${header}" mail\n`,
      `${header}\nis what mails are in\n`,
    ])
      expect(find(`${text}\n${cut}\n`).map(({ from }) => from)).not.toContain('quoted-printable');
  });
  it.each(['content-transfer-encoding:quoted-printable', 'Content-Transfer-Encoding:  "Quoted-Printable"'])('as %s', (header) => {
    const text = mail(`${cut}\n`).replace('Content-Transfer-Encoding: quoted-printable', header);
    expect(find(text)).toMatchObject([{ rule: 'generic-password', secret: PASSWORD, from: 'quoted-printable' }]);
  });
});

describe('UTF-16 in base64', () => {
  it.each([
    [
      'a command of PowerShell',
      `powershell.exe -NoProfile -enc ${base64OfUtf16(`$password = '${PASSWORD}'; Connect-It $password`)}`,
    ],
    ['an env file', `data = "${base64OfUtf16(`DB_HOST=db.corp.net\r\nDB_PASSWORD=${PASSWORD}\r\n`)}"`],
    ['a value by its name', `kind: Secret\ndata:\n  password: ${base64OfUtf16(PASSWORD)}\n`],
  ])('%s', (_, text) => {
    expect(find(text)).toMatchObject([{ rule: 'generic-password', secret: PASSWORD, from: 'base64' }]);
  });
});

describe('configuration files', () => {
  it.each([
    ['.netrc', `machine git.corp.net login deploy password ${PASSWORD}\n`, PASSWORD],
    ['.netrc over lines', `machine git.corp.net\n  login deploy\n  password ${PASSWORD}\n`, PASSWORD],
    ['.npmrc token', `//npm.corp.net/:_authToken=${KEY}\n`, KEY],
    ['.npmrc user and password', `//npm.corp.net/:_auth=${base64(`deploy:${PASSWORD}`)}\n`, PASSWORD],
    ['.npmrc password', `//npm.corp.net/:username=deploy\n//npm.corp.net/:_password=${base64(PASSWORD)}\n`, PASSWORD],
    ['.pypirc', `[pypi]\nusername = deploy\npassword = ${PASSWORD}\n`, PASSWORD],
    ['Docker config', json({ auths: { 'registry.corp.net': { auth: base64(`deploy:${PASSWORD}`) } } }), PASSWORD],
    [
      '.dockercfg',
      json({ 'https://index.docker.io/v1/': { auth: base64(`deploy:${PASSWORD}`), email: 'a@corp.net' } }),
      PASSWORD,
    ],
    ['Authorization: Basic', `curl -H "Authorization: Basic ${base64(`deploy:${PASSWORD}`)}" https://api.corp.net`, PASSWORD],
    ['AWS credentials', `[default]\naws_secret_access_key = ${KEY}\nregion = eu-west-1\n`, KEY],
    ['gcloud legacy credentials', json({ client_secret: KEY, type: 'authorized_user' }), KEY],
    ['Azure service principal', json({ clientId: '11111111-2222-4333-8444-555555555555', clientSecret: KEY }), KEY],
    ['Kubernetes Secret', `apiVersion: v1\nkind: Secret\ndata:\n  db-password: ${base64(PASSWORD)}\n`, PASSWORD],
    ['Kubernetes Secret by any name', `kind: Secret\ndata:\n  app.env: ${base64(`DB_PASSWORD=${PASSWORD}`)}\n`, PASSWORD],
    ['Kubernetes Secret in JSON', json({ data: { 'app.env': base64(`DB_PASSWORD=${PASSWORD}`) }, kind: 'Secret' }), PASSWORD],
    ['Kubernetes stringData', `kind: Secret\nstringData:\n  db-password: ${PASSWORD}\n`, PASSWORD],
    ['Kubernetes environment', `env:\n  - name: DB_PASSWORD\n    value: ${PASSWORD}\n`, PASSWORD],
    ['Kubernetes environment in JSON', json({ env: [{ name: 'DB_PASSWORD', value: PASSWORD }] }), PASSWORD],
    [
      'Terraform state',
      json({ resources: [{ instances: [{ attributes: { username: 'app', password: PASSWORD } }] }] }),
      PASSWORD,
    ],
    ['Terraform outputs', json({ outputs: { db_password: { value: PASSWORD, type: 'string', sensitive: true } } }), PASSWORD],
    ['Terraform variables', `variable "db_password" {\n  default = "${PASSWORD}"\n}\n`, PASSWORD],
    ['Postman environment', json({ values: [{ key: 'api_key', value: KEY, enabled: true }] }), KEY],
    ['Postman header', json({ header: [{ key: 'Authorization', value: `Bearer ${BEARER}` }] }), BEARER],
    ['HAR header', json({ headers: [{ name: 'authorization', value: `Bearer ${BEARER}` }] }), BEARER],
    ['HAR API key', json({ headers: [{ name: 'x-api-key', value: KEY }] }), KEY],
    ['notebook', json({ cells: [{ source: [`api_key = "${KEY}"\n`, 'run()\n'] }] }), KEY],
    ['GitHub workflow', `      env:\n        API_KEY: ${KEY}\n`, KEY],
    ['Spring XML', `<property name="password" value="${PASSWORD}"/>`, PASSWORD],
    ['.NET appSettings', `<add key="ApiKey" value="${KEY}" />`, KEY],
    ['Java properties in XML', `<entry key="db.password">${PASSWORD}</entry>`, PASSWORD],
    ['Maven settings', `<server><id>x</id><username>deploy</username><password>${PASSWORD}</password></server>`, PASSWORD],
    ['heredoc', `cat > .env <<EOF\nDB_PASSWORD=${PASSWORD}\nEOF\n`, PASSWORD],
    ['C# verbatim string', `var password = @"${PASSWORD}";`, PASSWORD],
    ['Python raw string', `password = r'${PASSWORD}'`, PASSWORD],
    ['Python triple quotes', `password = """${PASSWORD}"""`, PASSWORD],
    ['Rust raw string', `let password = r#"${PASSWORD}"#;`, PASSWORD],
    ['Go raw string', `password := \`${PASSWORD}\``, PASSWORD],
    ['C++ raw string', `auto password = R"(${PASSWORD})";`, PASSWORD],
    ['C++ raw string with a delimiter', `auto password = R"x(${PASSWORD})x";`, PASSWORD],
    ['Ruby literal', `password = %q(${PASSWORD})`, PASSWORD],
    ['Perl literal', `my $password = q{${PASSWORD}};`, PASSWORD],
    ['Perl literal with bars', `my $password = qq|${PASSWORD}|;`, PASSWORD],
    ['Elixir sigil', `password: ~s(${PASSWORD})`, PASSWORD],
    ['Lua long string', `password = [[${PASSWORD}]]`, PASSWORD],
    ['PostgreSQL dollars', `ALTER ROLE app PASSWORD $$${PASSWORD}$$;`, PASSWORD],
    ['PowerShell here-string', `$password = @'\n${PASSWORD}\n'@\n`, PASSWORD],
    ['PHP heredoc', `$password = <<<EOT\n${PASSWORD}\nEOT;\n`, PASSWORD],
    ['YAML folded scalar', `password: >-\n  ${PASSWORD}\n`, PASSWORD],
    ['YAML literal scalar', `password: |\n  ${PASSWORD}\nuser: x\n`, PASSWORD],
    ['XML CDATA', `<password><![CDATA[${PASSWORD}]]></password>`, PASSWORD],
    ['property list', `<key>password</key>\n<string>${PASSWORD}</string>`, PASSWORD],
    ['Erlang tuple', `{password, "${PASSWORD}"}.`, PASSWORD],
    ['Erlang binary', `{password, <<"${PASSWORD}">>}.`, PASSWORD],
    ['Visual Basic', `Dim password As String = "${PASSWORD}"`, PASSWORD],
    ['Scala interpolation', `val password = s"${PASSWORD}"`, PASSWORD],
    ['C shell', `setenv DB_PASSWORD ${PASSWORD}\n`, PASSWORD],
    ['fish', `set -x DB_PASSWORD ${PASSWORD}\n`, PASSWORD],
    ['Redis', `port 6379\nrequirepass ${PASSWORD}\n`, PASSWORD],
    ['JSON within JSON', JSON.stringify(JSON.stringify({ password: PASSWORD })), PASSWORD],
    ['JSON within JSON, twice', JSON.stringify({ a: JSON.stringify({ b: JSON.stringify({ password: PASSWORD }) }) }), PASSWORD],
  ])('%s', (_, text, secret) => {
    expect(find(text).map((found) => found.secret)).toEqual([secret]);
  });

  it('tells a private key in a service account file', async () => {
    const { privateKey } = await import('../helpers/tokens.ts');
    const key = privateKey();
    const found = find(json({ type: 'service_account', private_key: key }));
    expect(found).toMatchObject([{ rule: 'private-key' }]);
  });
});

describe('password hashes', () => {
  const CRYPT = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  const crypt = (length: number): string => random(length, `crypt-${length}`, CRYPT);
  it.each([
    ['/etc/shadow, SHA-512', `root:$6$${crypt(16)}$${crypt(86)}:19000:0:99999:7:::`],
    ['/etc/shadow, SHA-256', `root:$5$rounds=5000$${crypt(16)}$${crypt(43)}:19000:0:99999:7:::`],
    ['/etc/shadow, MD5', `root:$1$${crypt(8)}$${crypt(22)}:19000:0:99999:7:::`],
    ['/etc/shadow, yescrypt', `root:$y$j9T$${crypt(22)}$${crypt(43)}:19000:0:99999:7:::`],
    ['htpasswd, Apache', `admin:$apr1$${crypt(8)}$${crypt(22)}`],
    ['htpasswd, bcrypt', `admin:$2y$05$${crypt(53)}`],
    ['htpasswd, SHA-1', `admin:{SHA}${base64(random(20, 'sha1'))}`],
  ])('%s', (_, text) => {
    const found = find(text);
    expect(found).toHaveLength(1);
    expect(found[0]!.rule).toMatch(/hash|crypt|shadow|htpasswd/);
  });
});
