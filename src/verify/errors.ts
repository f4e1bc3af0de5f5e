/**
 * What can go wrong between here and a server. Messages name hosts and causes; never a URL's path or query, a header or a
 * body, since secrets travel there.
 * @module
 */
export type DoorCode =
  | 'host-not-allowed'
  | 'address-refused'
  | 'not-https'
  | 'timeout'
  | 'too-large'
  | 'tls'
  | 'rate-limited'
  | 'proxy'
  | 'interrupted'
  | 'network';

/** A request that was not made, or that got no answer that can be read. */
export class DoorError extends Error {
  override readonly name = 'DoorError';
  readonly code: DoorCode;
  readonly host: string;

  constructor(code: DoorCode, host: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.host = host;
  }
}

/** An error of node's network modules as one of ours; only its code is kept, since texts may hold what was sent. */
export function networkError(error: unknown, host: string): DoorError {
  if (error instanceof DoorError) return error;
  const { code = '', name } = error as NodeJS.ErrnoException;
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT') {
    return new DoorError('timeout', host, `${host} did not answer in time`);
  }
  // Certificate errors of OpenSSL have names like CERT_HAS_EXPIRED or DEPTH_ZERO_SELF_SIGNED_CERT.
  if (/CERT|SSL|TLS|SIGNATURE|ISSUER|HOSTNAME/.test(code)) {
    return new DoorError('tls', host, `${host} could not be reached safely (${code}): its certificate or TLS is not right`);
  }
  return new DoorError('network', host, `${host} could not be reached${code === '' ? '' : ` (${code})`}`);
}
