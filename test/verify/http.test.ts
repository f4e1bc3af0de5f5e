import type { lookup } from 'node:dns';
import { writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { DoorError } from '../../src/verify/errors.ts';
import { createDoor, type DoorAnswer, type DoorOptions } from '../../src/verify/http.ts';
import { put, tree } from '../helpers/cli.ts';
import { random } from '../helpers/tokens.ts';
import { makeAuthority } from './certificates.ts';
import { listening, openInternet } from './internet.ts';

const SECRET = random(40, 'hostile');
const authority = makeAuthority();
const folder = tree({ 'ca.pem': authority.pem });
const env = { SSL_CERT_FILE: `${folder}/ca.pem` };
const open: { close(): void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    if ('closeAllConnections' in server) (server as Server).closeAllConnections();
    server.close();
  }
});

/** A TLS server on this machine; gives its URL, with the secret in path and query. */
async function https(listener: RequestListener, certificate = authority.issue('localhost')): Promise<URL> {
  const server = createServer(certificate, listener);
  open.push(server);
  return new URL(`https://localhost:${await listening(server)}/${SECRET}?token=${SECRET}`);
}

function send(url: URL, options: DoorOptions = {}): Promise<DoorAnswer> {
  const door = createDoor({ env, loopback: true, backoffMs: 5, timeoutMs: 1500, maxBytes: 10_000, ...options });
  door.allow(url.host);
  return door.send({ method: 'POST', url, headers: { Authorization: `Bearer ${SECRET}` }, body: SECRET });
}

/** What went wrong; and that none of it tells the secret. */
async function failure(sent: Promise<DoorAnswer>): Promise<DoorError> {
  const error: unknown = await sent.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DoorError);
  const { message, stack, host } = error as DoorError;
  expect([message, stack, host].join()).not.toContain(SECRET);
  return error as DoorError;
}

describe('the door', () => {
  it('brings request and answer over whole', async () => {
    const url = await https((request, response) => {
      const { method, url: path, headers } = request;
      void request
        .toArray()
        .then((body) =>
          response.end(JSON.stringify({ method, path, headers, body: Buffer.concat(body as Buffer[]).toString() })),
        );
    });
    const answer = await send(url);
    expect(answer.status).toBe(200);
    const { headers, ...rest } = JSON.parse(answer.body) as { headers: Record<string, string> };
    expect(rest).toEqual({ method: 'POST', path: `/${SECRET}?token=${SECRET}`, body: SECRET });
    expect(headers).toMatchObject({ authorization: `Bearer ${SECRET}`, host: url.host, 'accept-encoding': 'identity' });
    expect(headers['user-agent']).toMatch(/^bearertrap\//);
  });

  it.each<[string, RequestListener, string]>([
    ['that never answers', () => {}, 'timeout'],
    [
      'that answers a byte at a time',
      (_, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write('x'), 50);
        response.on('close', () => clearInterval(drip));
      },
      'timeout',
    ],
    [
      'that promises a huge answer',
      (_, response) => void response.writeHead(200, { 'Content-Length': 1e12 }).write('x'),
      'too-large',
    ],
    [
      'that sends without end',
      (_, response) => {
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(4096)));
        };
        response.on('drain', more);
        more();
      },
      'too-large',
    ],
    ['that closes without an answer', (request) => void request.socket.destroy(), 'network'],
    [
      'that stops in the middle',
      (request, response) => void response.writeHead(200, { 'Content-Length': 100 }).write('x', () => request.socket.destroy()),
      'network',
    ],
    ['that sends no HTTP', (request) => void request.socket.end('SSH-2.0-hello\r\n\r\n'), 'network'],
  ])('gives up on a server %s', async (_, listener, code) => {
    const url = await https(listener);
    expect((await failure(send(url))).code).toBe(code);
  });

  const day = 86_400_000;
  const old = { from: new Date(Date.now() - 3 * day), to: new Date(Date.now() - 2 * day) };
  it.each([
    ['of another name', () => authority.issue('evil.test')],
    ['of an unknown authority', () => makeAuthority().issue('localhost')],
    ['that has expired', () => authority.issue('localhost', old)],
  ])('refuses a certificate %s, before it sends anything', async (_, certificate) => {
    let requests = 0;
    const url = await https(() => void requests++, certificate());
    expect((await failure(send(url))).code).toBe('tls');
    expect(requests).toBe(0);
  });

  it('does not fall back to plain text', async () => {
    const received: Buffer[] = [];
    const server = createTcpServer((socket) => socket.on('data', (data) => received.push(data)).on('error', () => {}));
    open.push(server);
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
    );
    await failure(send(new URL(`https://localhost:${port}/`), { timeoutMs: 500 }));
    expect(Buffer.concat(received).toString('latin1')).not.toContain(SECRET);
  });

  it.each(['https://evil.test/', '/elsewhere', 'http://127.0.0.1:1/', '//evil.test/'])(
    'does not follow a redirect to %s',
    async (location) => {
      let requests = 0;
      const url = await https((_, response) => {
        requests++;
        response.writeHead(307, { Location: location }).end();
      });
      expect((await send(url)).status).toBe(307);
      expect(requests).toBe(1);
    },
  );

  it('waits as long as it is asked to, and tries again', async () => {
    const times: number[] = [];
    const url = await https((_, response) => {
      times.push(Date.now());
      if (times.length === 1) response.writeHead(429, { 'Retry-After': '1' }).end();
      else if (times.length === 2) response.writeHead(503).end();
      else response.end('{}');
    });
    expect((await send(url, { timeoutMs: 5000 })).status).toBe(200);
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(990);
  });

  it('leaves a host alone that asks for a long wait', async () => {
    let requests = 0;
    const url = await https((_, response) => {
      requests++;
      response.writeHead(429, { 'Retry-After': new Date(Date.now() + 3_600_000).toUTCString() }).end();
    });
    const door = createDoor({ env, loopback: true });
    door.allow(url.host);
    expect((await door.send({ method: 'GET', url })).status).toBe(429);
    expect((await failure(door.send({ method: 'GET', url }))).code).toBe('rate-limited');
    expect(requests).toBe(1);
  });

  it('keeps to its number of requests at a time', async () => {
    let running = 0;
    let most = 0;
    const url = await https((_, response) => {
      most = Math.max(most, ++running);
      setTimeout(() => {
        running--;
        response.end();
      }, 30);
    });
    const door = createDoor({ env, loopback: true, perHost: 3 });
    door.allow(url.host);
    await Promise.all(Array.from({ length: 12 }, () => door.send({ method: 'GET', url })));
    expect(most).toBe(3);
  });

  it('refuses a header that a credential would break', async () => {
    const url = await https((_, response) => void response.end());
    const door = createDoor({ env, loopback: true });
    door.allow(url.host);
    const sent = door.send({ method: 'GET', url, headers: { Authorization: `Bearer ${SECRET}\r\nX-Evil: 1` } });
    expect((await failure(sent)).code).toBe('network');
  });
});

describe('where the door leads', () => {
  const get = (url: string, options: DoorOptions = {}, allowed = new URL(url).host): Promise<DoorAnswer> => {
    const door = createDoor({ env: {}, timeoutMs: 2000, ...options });
    door.allow(allowed);
    return door.send({ method: 'GET', url: new URL(url) });
  };

  it.each([
    ['https://api.example.com/', 'api.example.org', 'host-not-allowed'],
    ['https://api.example.com:8443/', 'api.example.com', 'host-not-allowed'],
    ['https://api.example.com.evil.test/', 'api.example.com', 'host-not-allowed'],
    ['https://evil-api.example.com/', '*.example.com', 'address'],
    ['https://a.b.example.com/', '*.example.com', 'host-not-allowed'],
    ['https://example.com/', '*.example.com', 'host-not-allowed'],
    ['http://api.example.com/', 'api.example.com', 'not-https'],
    ['ftp://api.example.com/', 'api.example.com', 'not-https'],
  ])('%s where %s is allowed: %s', async (url, allowed, code) => {
    const nowhere = ((_: string, __: unknown, done: (error: null, found: object[]) => void) =>
      done(null, [{ address: '10.0.0.1', family: 4 }])) as unknown as typeof lookup;
    const error = await failure(get(url, { lookup: nowhere }, allowed));
    expect(error.code).toBe(code === 'address' ? 'address-refused' : code);
  });

  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:169.254.169.254]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://localhost/',
    'https://sub.localhost/',
    'https://0.0.0.0/',
  ])('%s is refused even when allowed', async (url) => {
    expect((await failure(get(url))).code).toBe('address-refused');
  });

  it.each(['http://10.0.0.1/', 'http://169.254.169.254/', 'https://192.168.0.1/', 'https://0.0.0.0/'])(
    '%s is refused also when this machine is allowed',
    async (url) => {
      expect(['address-refused', 'not-https']).toContain((await failure(get(url, { loopback: true }))).code);
    },
  );

  /** Names that lead to these addresses, one list a lookup. */
  function names(...answers: string[][]): typeof lookup {
    return ((_: string, __: unknown, done: (error: null, found: object[]) => void) => {
      const addresses = answers.length > 1 ? answers.shift()! : answers[0]!;
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    }) as unknown as typeof lookup;
  }

  it.each([['127.0.0.1'], ['169.254.169.254'], ['::ffff:10.0.0.1'], ['64:ff9b::a00:1'], ['100.100.100.200'], ['fd00:ec2::254']])(
    'a name that leads to %s is refused, and nothing is connected to',
    async (address) => {
      let connections = 0;
      const server = createTcpServer(() => void connections++);
      open.push(server);
      const port = await new Promise<number>((resolve) =>
        server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
      );
      const error = await failure(get(`https://api.example.com:${port}/`, { lookup: names([address]), loopback: true }));
      expect(error.code).toBe('address-refused');
      expect(error.message).toContain(address);
      expect(connections).toBe(0);
    },
  );

  it('a host that may be in a private network leads to no other address there, and no other host does', async () => {
    for (const [allowed, address, code] of [
      ['git.corp.test', '10.255.255.1', 'timeout'],
      ['git.corp.test', '169.254.169.254', 'address-refused'],
      ['git.corp.test', 'fd00:ec2::254', 'address-refused'],
      ['other.test', '10.255.255.1', 'address-refused'],
    ] as const) {
      const door = createDoor({ env: {}, timeoutMs: 300, lookup: names([address]) });
      door.allow('git.corp.test', { private: true });
      door.allow(allowed);
      const error = await failure(door.send({ method: 'GET', url: new URL(`https://${allowed}/`) }));
      // What lies in that network here does not matter: it was let through to it.
      if (code === 'timeout') expect(['timeout', 'network', 'tls']).toContain(error.code);
      else expect(error.code).toBe(code);
    }
  });

  it('connects to the address that it judged: a name that changes its answers is looked up once a request', async () => {
    let lookups = 0;
    const changing = ((...args: Parameters<typeof lookup>) => {
      lookups++;
      (names(['203.0.113.9'], ['127.0.0.1']) as (...all: unknown[]) => void)(...args);
    }) as unknown as typeof lookup;
    const door = createDoor({ env: {}, lookup: changing });
    door.allow('api.example.com');
    const url = new URL('https://api.example.com/');
    for (let i = 1; i <= 2; i++) {
      expect((await failure(door.send({ method: 'GET', url }))).code).toBe('address-refused');
      expect(lookups).toBe(i);
    }
  });

  it('reaches this machine by plain http only when allowed', async () => {
    const server = createHttpServer((_, response) => void response.end('here'));
    open.push(server);
    const url = `http://127.0.0.1:${await listening(server)}/`;
    expect((await get(url, { loopback: true })).body).toBe('here');
    expect((await failure(get(url))).code).toBe('not-https');
  });
});

describe('proxies and authorities', () => {
  it('goes through HTTPS_PROXY, with its login, and not past NO_PROXY', async () => {
    const internet = await openInternet();
    try {
      internet.answer = ({ host }) => ({ status: 200, body: { host } });
      const through = (extra: Record<string, string>): Promise<DoorAnswer> => {
        const door = createDoor({
          env: { ...internet.env, ...extra },
          timeoutMs: 1500,
          lookup: ((_: string, __: unknown, done: (error: null, found: object[]) => void) =>
            done(null, [{ address: '10.9.9.9', family: 4 }])) as unknown as typeof lookup,
        });
        door.allow('api.example.com');
        return door.send({ method: 'GET', url: new URL('https://api.example.com/') });
      };
      expect(JSON.parse((await through({})).body)).toEqual({ host: 'api.example.com' });
      expect(JSON.parse((await through({ NO_PROXY: 'other.test,.example.org' })).body)).toEqual({ host: 'api.example.com' });
      for (const NO_PROXY of ['example.com', '.example.com', 'api.example.com:443', '*', 'a.test api.example.com']) {
        expect((await failure(through({ NO_PROXY }))).code).toBe('address-refused');
      }
      // A proxy does not make an address of the inside a good one.
      const door = createDoor({ env: internet.env });
      door.allow('169.254.169.254');
      expect((await failure(door.send({ method: 'GET', url: new URL('https://169.254.169.254/') }))).code).toBe(
        'address-refused',
      );
    } finally {
      await internet.close();
    }
  });

  it('tells of a proxy that refuses', async () => {
    const proxy = createHttpServer();
    proxy.on('connect', (_, socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'));
    open.push(proxy);
    const port = await listening(proxy);
    const door = createDoor({ env: { https_proxy: `http://ada:${SECRET}@127.0.0.1:${port}` } });
    door.allow('api.example.com');
    const error = await failure(door.send({ method: 'GET', url: new URL('https://api.example.com/') }));
    expect(error).toMatchObject({
      code: 'proxy',
      message: `the proxy 127.0.0.1:${port} refuses to connect to api.example.com (407)`,
    });
  });

  it('says which file of authorities cannot be read', () => {
    expect(() => createDoor({ env: { SSL_CERT_FILE: `${folder}/none.pem` } })).toThrow('SSL_CERT_FILE names');
    put(folder, 'bad.pem', 'no certificate');
    writeFileSync(`${folder}/bad.pem`, 'no certificate');
    expect(() => createDoor({ env: { HTTPS_PROXY: '' } })).not.toThrow();
  });
});
