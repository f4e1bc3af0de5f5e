/**
 * Secrets that nobody ever had, in the contexts of many languages: what the labelled data has too little of.
 * @module
 */
import { generate } from '../../rules/generate.ts';
import { below, type Random, randomText } from '../../rules/random.ts';
import type { RuleSource } from '../../rules/rule.ts';

export interface Made {
  path: string;
  text: string;
  secret: string;
}

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const ALNUM = LOWER + LOWER.toUpperCase() + DIGITS;
const SIGNS = '!@#$%^&*-_+=?';
/** Stems of passwords that people choose. */
const STEMS = [
  'Winter',
  'summer',
  'Dragon',
  'Berlin',
  'coffee',
  'Monday',
  'silver',
  'Falcon',
  'pepper',
  'Tiger',
  'rocket',
  'Orchid',
  'marble',
  'Lisbon',
  'guitar',
];
const NAMES = {
  password: [
    'password',
    'db_password',
    'DB_PASSWORD',
    'dbPassword',
    'passwd',
    'MYSQL_ROOT_PASSWORD',
    'smtp_pass',
    'admin_pwd',
    'userPassword',
    'keystorePassword',
    'spring.datasource.password',
    'passphrase',
  ],
  secret: [
    'client_secret',
    'CLIENT_SECRET',
    'clientSecret',
    'app_secret',
    'SECRET_KEY_BASE',
    'jwtSecret',
    'webhook_secret',
    'oauth2.client.secret',
    'SESSION_SECRET',
  ],
  key: [
    'api_key',
    'API_KEY',
    'apiKey',
    'access_key',
    'encryptionKey',
    'SIGNING_KEY',
    'x-api-key',
    'license_key',
    'storage_account_key',
  ],
  token: [
    'token',
    'access_token',
    'ACCESS_TOKEN',
    'accessToken',
    'auth_token',
    'refresh_token',
    'BOT_TOKEN',
    'npmToken',
    'deploy_token',
  ],
} as const;

/** `@N` is the name, `@V` the value. */
const CONTEXTS: readonly (readonly [path: string, text: string])[] = [
  ['src/config/settings.py', 'import os\n\nHOST = "db.corp.net"\n@N = "@V"\nTIMEOUT = 30\n'],
  ['app/settings.py', "DATABASES = {\n    'default': {\n        'USER': 'app',\n        '@N': '@V',\n    }\n}\n"],
  ['lib/client.rb', "Client.new do |config|\n  config.user = 'svc'\n  config.@N = '@V'\nend\n"],
  ['config/initializers/mail.rb', "Mail.defaults do\n  set :@N, '@V'\nend\n"],
  ['src/index.js', "const client = connect({\n  host: 'mail.corp.net',\n  @N: '@V',\n});\n"],
  ['src/api.ts', "export const region = 'eu';\nconst @N = '@V';\nexport const client = make(@N);\n"],
  ['server/main.go', 'cfg := Config{\n\tHost: "db.corp.net",\n\t@N: "@V",\n}\n'],
  ['cmd/run.go', 'func main() {\n\t@N := "@V"\n\tstart(@N)\n}\n'],
  ['src/main/java/net/corp/Mail.java', 'class Mail {\n  private static final String @N = "@V";\n}\n'],
  ['src/main/java/net/corp/Db.java', 'var source = new DataSource();\nsource.setUser("app");\nsource.setPassword("@V");\n'],
  ['src/main/resources/application.properties', 'server.port=8080\n@N=@V\nspring.jpa.show-sql=false\n'],
  ['src/main/resources/application.yml', 'app:\n  url: https://api.corp.net\n  @N: @V\n  timeout: 20\n'],
  ['Web.config', '<appSettings>\n  <add key="Region" value="eu" />\n  <add key="@N" value="@V" />\n</appSettings>\n'],
  ['settings.xml', '<server>\n  <id>central</id>\n  <username>deploy</username>\n  <password>@V</password>\n</server>\n'],
  ['appsettings.json', '{\n  "Api": {\n    "Url": "https://api.corp.net",\n    "@N": "@V"\n  }\n}\n'],
  ['config.json', '{"host": "db.corp.net", "user": "app", "@N": "@V"}\n'],
  ['.env', 'APP_ENV=production\n@N=@V\nAPP_URL=https://corp.net\n'],
  ['deploy/.env.production', '# backend\n@N="@V"\nLOG_LEVEL=info\n'],
  ['docker-compose.yml', 'services:\n  db:\n    image: postgres:16\n    environment:\n      POSTGRES_USER: app\n      @N: @V\n'],
  ['docker-compose.yaml', 'services:\n  web:\n    environment:\n      - REGION=eu\n      - @N=@V\n'],
  [
    'k8s/deployment.yaml',
    '        env:\n        - name: REGION\n          value: eu\n        - name: @N\n          value: "@V"\n',
  ],
  ['Dockerfile', 'FROM node:20\nENV @N=@V\nRUN npm ci\n'],
  ['scripts/deploy.sh', '#!/bin/sh\nset -e\nexport @N="@V"\n./deploy --all\n'],
  ['scripts/backup.sh', 'mysqldump -h db.corp.net -u backup --password=@V app > app.sql\n'],
  ['terraform/main.tf', 'resource "db" "main" {\n  username = "app"\n  @N = "@V"\n}\n'],
  ['config/database.php', "<?php\nreturn [\n    'username' => 'app',\n    '@N' => '@V',\n];\n"],
  ['wp-config.php', "define('DB_USER', 'wp');\ndefine('@N', '@V');\n"],
  ['app/Program.cs', 'var options = new Options();\noptions.Url = "https://api.corp.net";\noptions.@N = "@V";\n'],
  ['Sources/App/Config.swift', 'struct Config {\n    static let @N = "@V"\n}\n'],
  ['app/src/main/kotlin/Api.kt', 'object Api {\n    const val @N = "@V"\n}\n'],
  ['src/main.rs', 'fn main() {\n    let @N = "@V";\n    run(@N);\n}\n'],
  ['setup.ini', '[mail]\nuser = svc\n@N = @V\n'],
  ['README.md', '## Deploy\n\nSet `@N=@V` and run `make deploy`.\n'],
  ['docs/api.md', '```\ncurl "https://api.corp.net/v1/items?@N=@V&limit=10"\n```\n'],
  ['notes.txt', 'staging login: admin\nstaging password: @V\n'],
  ['.netrc', 'machine api.corp.net login deploy\npassword @V\n'],
  ['db/users.sql', "CREATE USER app IDENTIFIED BY '@V';\nGRANT SELECT ON app.* TO app;\n"],
  ['jobs/sync.py', 'url = "postgres://app:@V@db.corp.net:5432/app"\n'],
  ['log/run.log', 'INFO connecting with @N=@V to api.corp.net\n'],
  ['collection.json', '{"key": "X-@N", "value": "@V", "type": "text"}\n'],
];

const pick = <T>(from: readonly T[], random: Random): T => from[below(from.length, random)]!;

function passwordOf(random: Random): string {
  const stem = pick(STEMS, random);
  switch (below(4, random)) {
    case 0:
      return `${stem}${randomText(SIGNS, 1, random)}${randomText(DIGITS, 2 + below(3, random), random)}`;
    case 1:
      return `${randomText(DIGITS, 2, random)}${stem}${pick(STEMS, random)}${randomText(SIGNS, 1, random)}`;
    case 2:
      return randomText(ALNUM + SIGNS, 8 + below(12, random), random);
    default:
      return randomText(LOWER + DIGITS, 8 + below(8, random), random);
  }
}

function opaqueOf(random: Random): string {
  const length = 16 + below(49, random);
  switch (below(5, random)) {
    case 0:
      return randomText('0123456789abcdef', pick([32, 40, 64], random), random);
    case 1:
      return `${randomText(`${ALNUM}+/`, pick([22, 43, 86], random), random)}==`.slice(0, 88);
    case 2:
      return randomText(`${ALNUM}-_`, length, random);
    case 3:
      return randomText(LOWER + DIGITS, length, random);
    default:
      return randomText(ALNUM, length, random);
  }
}

/**
 * @param rules rules with a shape: some values are made by their generators, as keys and tokens look like
 */
export function synthetic(count: number, rules: readonly RuleSource[], random: Random): Made[] {
  return Array.from({ length: count }, () => {
    const variant = pick(['password', 'secret', 'key', 'token'] as const, random);
    const [path, text] = pick(CONTEXTS, random);
    const shaped = variant !== 'password' && rules.length > 0 && random() < 0.3;
    const secret = shaped
      ? generate(pick(rules, random), random)
      : variant === 'password'
        ? passwordOf(random)
        : opaqueOf(random);
    const name = pick(NAMES[variant], random);
    return { path, text: text.replaceAll('@N', () => name).replace('@V', () => secret), secret };
  });
}
