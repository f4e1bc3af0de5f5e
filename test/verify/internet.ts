/**
 * A small internet on loopback: a proxy behind which every host is the same TLS server, with certificates of an authority that
 * only the test trusts. The product reaches it by the usual variables, with no part of it replaced.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext, type SecureContext } from 'node:tls';
import { type Authority, makeAuthority } from './certificates.ts';

export interface Asked {
  host: string;
  method: string;
  /** Path and query. */
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  /** Text as it is, all else as JSON. */
  body?: unknown;
}

export interface Internet {
  authority: Authority;
  /** HTTPS_PROXY and SSL_CERT_FILE that lead here. */
  env: Record<string, string>;
  /** Everything that was asked, in order. */
  asked: Asked[];
  /** Answers all hosts; may write to the response itself and return nothing. */
  answer: (asked: Asked, response: ServerResponse) => Reply | undefined | Promise<Reply | undefined>;
  close(): Promise<void>;
}

export async function openInternet(): Promise<Internet> {
  const authority = makeAuthority();
  const contexts = new Map<string, SecureContext>();
  const contextOf = (host: string): SecureContext => {
    const context = contexts.get(host) ?? createSecureContext(authority.issue(host));
    contexts.set(host, context);
    return context;
  };
  const sockets = new Set<Socket>();
  const internet: Internet = {
    authority,
    env: {},
    asked: [],
    answer: () => ({ status: 500 }),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all([closed(web), closed(proxy)]);
    },
  };
  const web = createServer(
    { SNICallback: (host, done) => done(null, contextOf(host)), ...authority.issue('127.0.0.1') },
    (request, response) => {
      void serve(internet, request, response);
    },
  );
  const proxy = createHttpServer((_, response) => response.writeHead(405).end());
  proxy.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const target = connect((web.address() as AddressInfo).port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.write(head);
      target.pipe(socket).pipe(target);
    });
    for (const one of [socket, target]) {
      sockets.add(one);
      one.on('error', () => socket.destroy());
      one.on('close', () => sockets.delete(one));
    }
    void request;
  });
  await Promise.all([listening(web), listening(proxy)]);
  const file = join(mkdtempSync(join(tmpdir(), 'bearertrap-ca-')), 'ca.pem');
  writeFileSync(file, authority.pem);
  internet.env = { HTTPS_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, SSL_CERT_FILE: file, NO_PROXY: '' };
  return internet;
}

async function serve(internet: Internet, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = '', url = '', headers } = request;
  const asked = { host: headers.host ?? '', method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
  internet.asked.push(asked);
  const reply = await internet.answer(asked, response);
  if (!reply) return;
  const text = typeof reply.body === 'string' ? reply.body : reply.body === undefined ? '' : JSON.stringify(reply.body);
  const type = typeof reply.body === 'string' ? 'text/html' : 'application/json';
  response.writeHead(reply.status, { 'Content-Type': type, ...reply.headers }).end(text);
}

export function listening(server: Server | ReturnType<typeof createServer>, host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve) => server.listen(0, host, () => resolve((server.address() as AddressInfo).port)));
}

function closed(server: Server | ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
