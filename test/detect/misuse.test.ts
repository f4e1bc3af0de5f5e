import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model.ts';
import { scan } from '../../src/scan.ts';
import { run, tree } from '../helpers/cli.ts';
import { jwt, random } from '../helpers/tokens.ts';

const finds = async (text: string): Promise<Finding[]> => (await scan({ stdin: Buffer.from(text) })).findings;
const rules = async (text: string): Promise<string[]> => (await finds(text)).map(({ rule }) => rule);

describe('code that misuses tokens is found', () => {
  test.each([
    // JavaScript and TypeScript: jsonwebtoken, jose, jwt-decode
    ['misuse-jwt-unverified-js', 'const claims = jwt.decode(req.cookies.session);'],
    ['misuse-jwt-unverified-js', "jsonwebtoken.verify(token, '', done)"],
    ['misuse-jwt-unverified-js', 'const user = jwtDecode(ctx.headers.authorization);'],
    ['misuse-jwt-unverified-js', 'const { payload } = jose.UnsecuredJWT.decode(token, options)'],
    ['misuse-jwt-alg-none', "jwt.verify(token, key, { algorithms: ['HS256', 'none'] })"],
    ['misuse-jwt-alg-none', 'jwt.sign(claims, null, { algorithm: "none" })'],
    ['misuse-jwt-expiry', 'new Strategy({ ignoreExpiration: true, secretOrKey }, check)'],
    // Python: PyJWT, python-jose
    ['misuse-jwt-unverified-python', 'jwt.decode(t, key, options={"verify_signature": False})'],
    ['misuse-jwt-unverified-python', "options['verify_signature'] = False"],
    ['misuse-jwt-unverified-python', 'claims = jwt.decode(token, None, verify=False)'],
    ['misuse-jwt-alg-none', "jwt.decode(token, algorithms=['none'])"],
    ['misuse-jwt-expiry', "options={'verify_exp': False}"],
    // Java: jjwt, java-jwt, jose4j, Nimbus
    ['misuse-jwt-unverified-java', 'return Jwts.parser().build().parseUnsecuredClaims(token).getPayload();'],
    ['misuse-jwt-unverified-java', 'Jwts.parser().parseClaimsJwt(token).getBody()'],
    ['misuse-jwt-unverified-java', 'builder.setSkipSignatureVerification();'],
    ['misuse-jwt-unverified-java', 'JWT parsed = PlainJWT.parse(token);'],
    ['misuse-jwt-alg-none', 'JWT.require(Algorithm.none()).build()'],
    // Go: golang-jwt, jwx, go-jose, go-oidc
    ['misuse-jwt-unverified-go', 'token, _, err := new(jwt.Parser).ParseUnverified(raw, claims)'],
    ['misuse-jwt-unverified-go', 'tok, err := jwt.Parse(raw, jwt.WithVerify(false))'],
    ['misuse-jwt-unverified-go', 'err := tok.UnsafeClaimsWithoutVerification(&out)'],
    ['misuse-jwt-alg-none', 'return jwt.UnsafeAllowNoneSignatureType, nil'],
    ['misuse-jwt-expiry', 'provider.Verifier(&oidc.Config{SkipExpiryCheck: true})'],
    // PHP: firebase/php-jwt, lcobucci/jwt
    ['misuse-jwt-unverified-php', '$claims = JWT::decode($token, null, false);'],
    ['misuse-jwt-unverified-php', '$config = Configuration::forUnsecuredSigner();'],
    // Ruby: ruby-jwt
    ['misuse-jwt-unverified-ruby', 'claims, _ = JWT.decode(token, nil, false)'],
    ['misuse-jwt-alg-none', "JWT.encode payload, nil, 'none'"],
    ['misuse-jwt-expiry', 'JWT.decode(token, key, true, verify_expiration: false)'],
    // C#: Microsoft.IdentityModel, JWT.NET
    ['misuse-jwt-unverified-dotnet', 'RequireSignedTokens = false,'],
    ['misuse-jwt-unverified-dotnet', 'SignatureValidator = (t, p) => new JwtSecurityToken(t),'],
    ['misuse-jwt-unverified-dotnet', 'new JwtBuilder().DoNotVerifySignature().Decode(token)'],
    ['misuse-jwt-expiry', 'ValidateLifetime = false'],
    // Rust: jsonwebtoken
    ['misuse-jwt-unverified-rust', 'validation.insecure_disable_signature_validation();'],
    // where tokens should not be
    ['misuse-token-in-web-storage', "localStorage.setItem('accessToken', data.token)"],
    ['misuse-token-in-web-storage', 'sessionStorage.token = res.data.token;'],
    ['misuse-token-in-url', 'return `${api}/me?access_token=${token}`;'],
    ['misuse-token-in-url', "location.href = '/app#id_token=' + idToken"],
    ['misuse-token-in-url', '"https://api.corp.net/me?access_token=" . $token'],
    ['misuse-token-in-url', 'url = f"{base}?auth_token={token}"'],
    ['misuse-token-in-log', 'console.log(accessToken)'],
    ['misuse-token-in-log', 'logger.debug(`refreshed: ${session.refresh_token}`)'],
    ['misuse-token-in-log', 'print(f"got {access_token}")'],
    ['misuse-token-in-log', 'log.Printf("token %s", idToken)'],
    ['misuse-token-in-log', 'puts "token: #{access_token}"'],
    ['misuse-token-in-log', 'System.out.println("token " + accessToken);'],
    ['misuse-token-over-http', 'curl -s -H "Authorization: Bearer $T" http://api.acme.io/v1/me'],
    ['misuse-token-over-http', 'curl http://198.51.100.7/v1/me -H "Authorization: Bearer $T"'],
    ['misuse-token-over-http', "requests.get('http://api.acme.io/me',\n  headers={'Authorization': 'Bearer ' + token})"],
    ['misuse-token-over-http', 'axios.get(`http://api.acme.io/${id}`, { headers: { Authorization: `Bearer ${t}` } })'],
  ])('%s: %s', async (rule, code) => expect(await rules(`${code}\n`)).toEqual([rule]));
});

describe('what looks near it is not', () => {
  test.each([
    "jwt.verify(token, publicKey, { algorithms: ['RS256'] })",
    'const claims = jwt.decode(token); // after verify',
    'jwt.decode(token, key, algorithms=["RS256"], options={"verify_signature": True})',
    'func (p *Parser) ParseUnverified(tokenString string, claims Claims)',
    'def decode(self, token, verify=False):',
    'requests.get(url, verify=False)',
    "compression({ algorithm: 'none' })",
    'ignoreExpiration: options.ignoreExpiration',
    "localStorage.getItem('access_token')",
    "localStorage.setItem('csrf_token', t)",
    "localStorage.setItem('deviceToken', t)",
    'const m = hash.match(/#access_token=([^&]*)/)',
    '`${issuer}/logout?id_token_hint=${idToken}`',
    '/reset?token=${token}',
    "console.log('no access_token given')",
    'console.log(accessToken.length, !!refreshToken)',
    "console.log('token type', accessToken ? 'set' : 'none')",
    'logger.info(mask(accessToken))',
    'const [accessToken, setAccessToken] = useState(login(accessToken))',
    'curl -H "Authorization: Bearer $T" https://api.acme.io/v1/me',
    'curl -H "Authorization: Bearer $T" http://localhost:3000/me',
    'curl -H "Authorization: Bearer $T" http://192.168.1.7/me',
    'curl -H "Authorization: Bearer $T" http://api:8080/me',
    'curl -H "Authorization: Bearer $T" http://api.default.svc.cluster.local/me',
    'curl -H "Authorization: Bearer $T" http://$HOST/me',
    'curl -H "Authorization: Bearer $T" http://<your-host>/me',
    'curl -H "Authorization: Bearer $T" http://api.example.com/me',
    'See http://acme.io for what a Bearer token is.',
    "post('https://api.acme.io/x', { body: 'http://acme.io', headers: { Authorization: `Bearer ${t}` } })",
  ])('%s', async (code) => expect(await rules(`${code}\n`)).toEqual([]));
});

describe('how it is told', () => {
  const code = 'const user = jwt.decode(req.headers.authorization);\n';
  test('with the why and the fix, at medium at most', async () => {
    const [one] = await finds(code);
    expect(one).toMatchObject({ kind: 'misuse', provider: 'misuse', severity: 'medium', confidence: 'medium' });
    expect(one?.reasons[0]?.text).toContain('RFC 8725');
    expect(one?.remedy.revoke).toContain('Call verify');
    // Code is shown, as it is no secret.
    expect(one?.secret.redacted).toBe('jwt.decode(req.headers.authorization);');
  });
  test('in tests and in documentation it counts less', async () => {
    const severity = async (path: string): Promise<string | undefined> =>
      (await scan({ cwd: tree({ [path]: code }) })).findings[0]?.severity;
    expect(await severity('src/a.js')).toBe('medium');
    expect(await severity('test/a.js')).toBe('low');
    expect(await severity('README.md')).toBe('low');
    expect(await severity('docs/test/a.md')).toBe('info');
  });
  test('a token within the code is a finding of its own, and is shown nowhere', async () => {
    const token = jwt({ sub: 'ada', exp: 4_000_000_000 });
    const opaque = random(40, 'opaque');
    const root = tree({
      'a.js': `localStorage.setItem('token', '${token}');\nfetch('http://api.acme.io/x', { headers: { Authorization: 'Bearer ${opaque}' } });\n`,
    });
    const { stdout } = await run(['scan', '--format', 'json'], { cwd: root });
    const found = (JSON.parse(stdout) as { findings: Finding[] }).findings.map(({ rule }) => rule);
    expect(found.sort()).toEqual(['bearer-token', 'jwt', 'misuse-token-in-web-storage', 'misuse-token-over-http']);
    for (const format of ['pretty', 'json', 'sarif', 'html', 'markdown']) {
      const shown = await run(['scan', '--format', format], { cwd: root });
      expect(shown.stdout).toContain('localStorage.setItem');
      for (const secret of [token, opaque]) expect(shown.stdout).not.toContain(secret);
    }
  });
});
