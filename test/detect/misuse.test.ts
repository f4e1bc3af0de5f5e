import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model.ts';
import { scan } from '../../src/scan.ts';
import { run, tree } from '../helpers/cli.ts';
import { jwt, random } from '../helpers/tokens.ts';

/** The dot keeps a scan of this file from finding what it tests. */
const plain = (code: string): string => code.replaceAll('·', '');
const finds = async (text: string): Promise<Finding[]> => (await scan({ stdin: Buffer.from(text) })).findings;
const rules = async (text: string): Promise<string[]> => (await finds(text)).map(({ rule }) => rule);

describe('code that misuses tokens is found', () => {
  test.each([
    // JavaScript and TypeScript: jsonwebtoken, jose, jwt-decode
    ['misuse-jwt-unverified-js', 'const claims = jwt.dec·ode(req.cookies.session);'],
    ['misuse-jwt-unverified-js', "jsonwebtoken.ver·ify(token, '', done)"],
    ['misuse-jwt-unverified-js', 'const user = jwtDec·ode(ctx.headers.authorization);'],
    ['misuse-jwt-unverified-js', 'const { payload } = jose.Unsecured·JWT.dec·ode(token, options)'],
    ['misuse-jwt-alg-none', "jwt.ver·ify(token, key, { algorithms: ['HS256', 'no·ne'] })"],
    ['misuse-jwt-alg-none', 'jwt.sign(claims, null, { algorithm: "no·ne" })'],
    ['misuse-jwt-expiry', 'new Strategy({ ignore·Expiration: true, secretOrKey }, check)'],
    // Python: PyJWT, python-jose
    ['misuse-jwt-unverified-python', 'jwt.dec·ode(t, key, options={"veri·fy_signature": False})'],
    ['misuse-jwt-unverified-python', "options['veri·fy_signature'] = False"],
    ['misuse-jwt-unverified-python', 'claims = jwt.dec·ode(token, None, verify=False)'],
    ['misuse-jwt-alg-none', "jwt.dec·ode(token, algorithms=['no·ne'])"],
    ['misuse-jwt-expiry', "options={'veri·fy_exp': False}"],
    // Java: jjwt, java-jwt, jose4j, Nimbus
    ['misuse-jwt-unverified-java', 'return Jwts.parse·r().build().parse·UnsecuredClaims(token).getPayload();'],
    ['misuse-jwt-unverified-java', 'Jwts.parse·r().parse·ClaimsJwt(token).getBody()'],
    ['misuse-jwt-unverified-java', 'builder.setSkip·SignatureVerification();'],
    ['misuse-jwt-unverified-java', 'JWT parsed = Plain·JWT.parse·(token);'],
    ['misuse-jwt-alg-none', 'JWT.require(Algorithm.no·ne()).build()'],
    // Go: golang-jwt, jwx, go-jose, go-oidc
    ['misuse-jwt-unverified-go', 'token, _, err := new(jwt.Parser).Parse·Unverified(raw, claims)'],
    ['misuse-jwt-unverified-go', 'tok, err := jwt.Parse(raw, jwt.With·Verify(false))'],
    ['misuse-jwt-unverified-go', 'err := tok.Unsafe·ClaimsWithoutVerification(&out)'],
    ['misuse-jwt-alg-none', 'return jwt.Unsafe·AllowNoneSignatureType, nil'],
    ['misuse-jwt-expiry', 'provider.Verifier(&oidc.Config{Skip·ExpiryCheck: true})'],
    // PHP: firebase/php-jwt, lcobucci/jwt
    ['misuse-jwt-unverified-php', '$claims = JWT::dec·ode($token, null, false);'],
    ['misuse-jwt-unverified-php', '$config = Configuration::forUn·secured·Signer();'],
    // Ruby: ruby-jwt
    ['misuse-jwt-unverified-ruby', 'claims, _ = JWT.dec·ode(token, nil, false)'],
    ['misuse-jwt-alg-none', "JWT.encode payload, nil, 'no·ne'"],
    ['misuse-jwt-expiry', 'JWT.dec·ode(token, key, true, veri·fy_expiration: false)'],
    // C#: Microsoft.IdentityModel, JWT.NET
    ['misuse-jwt-unverified-dotnet', 'RequireSigned·Tokens = false,'],
    ['misuse-jwt-unverified-dotnet', 'Signature·Validator = (t, p) => new JwtSecurityToken(t),'],
    ['misuse-jwt-unverified-dotnet', 'new JwtBuilder().DoNot·VerifySignature().Decode(token)'],
    ['misuse-jwt-expiry', 'Validate·Lifetime = false'],
    [
      'misuse-jwt-unverified-dotnet',
      'Signature·Validator = (token, parameters) =>\n    new JsonWebTokenHandler().ReadJson·WebToken(token)',
    ],
    ['misuse-jwt-unverified-dotnet', 'var claims = JsonConvert.DeserializeObject<Claims>(Jose.JWT.Pay·load(token));'],
    ['misuse-jwt-expiry', 'Lifetime·Validator = (from, to, token, p) => true'],
    ['misuse-jwt-audience', 'Validate·IssuerSigningKey = false'],
    ['misuse-jwt-audience', 'Validate·Audience = false'],
    ['misuse-jwt-audience', '.TokenValidationParameters.Validate·Issuer = False'],
    ['misuse-jwt-audience', 'IssuerSigningKey·Validator = (key, token, p) => true'],
    // Rust: jsonwebtoken
    ['misuse-jwt-unverified-rust', 'validation.insecure·_disable_signature_validation();'],
    // where tokens should not be
    ['misuse-token-in-web-storage', "localStor·age.setItem('accessToken', data.token)"],
    ['misuse-token-in-web-storage', 'sessionStor·age.token = res.data.token;'],
    ['misuse-token-in-url', 'return `${api}/me?access_to·ken=${token}`;'],
    ['misuse-token-in-url', "location.href = '/app#id_to·ken=' + idToken"],
    ['misuse-token-in-url', '"https://api.corp.net/me?access_to·ken=" . $token'],
    ['misuse-token-in-url', 'url = f"{base}?auth_to·ken={token}"'],
    ['misuse-token-in-log', 'console.l·og(accessToken)'],
    ['misuse-token-in-log', 'logger.d·ebug(`refreshed: ${session.refresh_token}`)'],
    ['misuse-token-in-log', 'pri·nt(f"got {access_token}")'],
    ['misuse-token-in-log', 'log.Pri·ntf("token %s", idToken)'],
    ['misuse-token-in-log', 'put·s "token: #{access_token}"'],
    ['misuse-token-in-log', 'System.out.println·("token " + accessToken);'],
    ['misuse-token-over-http', 'curl -s -H "Authorization: Bearer $T" http:/·/api.acme.io/v1/me'],
    ['misuse-token-over-http', 'curl -H "X-API-Key: $KEY" http:/·/api.acme.io/v1/me'],
    ['misuse-token-over-http', 'curl -H "Authorization: Basic $PAIR" http:/·/api.acme.io/v1/me'],
    ['misuse-token-over-http', 'curl http:/·/198.51.100.7/v1/me -H "Authorization: Bearer $T"'],
    ['misuse-token-over-http', "requests.get('http:/·/api.acme.io/me',\n  headers={'Authorization': 'Bearer ' + token})"],
    ['misuse-token-over-http', 'axios.get(`http:/·/api.acme.io/${id}`, { headers: { Authorization: `Bearer ${t}` } })'],
  ])('%s: %s', async (rule, code) => expect(await rules(`${plain(code)}\n`)).toEqual([rule]));
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
  const code = plain('const user = jwt.dec·ode(req.headers.authorization);\n');
  test('with the why and the fix, at medium at most', async () => {
    const [one] = await finds(code);
    expect(one).toMatchObject({ kind: 'misuse', provider: 'misuse', severity: 'medium', confidence: 'medium' });
    expect(one?.reasons[0]?.text).toContain('RFC 8725');
    expect(one?.remedy.revoke).toContain('Call verify');
    // Code is shown, as it is no secret.
    expect(one?.secret.redacted).toBe(plain('jwt.dec·ode(req.headers'));
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
      'a.js': plain(
        `localStor·age.setItem('token', '${token}');\nfetch('http:/·/api.acme.io/x', { headers: { Authorization: 'Bearer ${opaque}' } });\n`,
      ),
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
