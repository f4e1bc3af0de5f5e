/**
 * The rule that finds certificates. It is none of the built-in ones, as what it finds is public: only the token that is bound
 * to one makes it of interest.
 * @module
 */
import { compileRules } from './compile.ts';
import type { Catalogue } from './rule.ts';

/** A catalogue of this rule alone: X.509 certificates in PEM (RFC 7468 section 5). */
export function certificateRule(): Catalogue {
  return compileRules([
    {
      provider: 'generic',
      name: 'Any issuer',
      rules: [
        {
          id: 'certificate',
          title: 'Certificate',
          kind: 'opaque-token',
          opens: 'Nothing: it tells whose a public key is.',
          severity: 'info',
          shape: '-----BEGIN CERTIFICATE-----[^-]{100,20000}-----END CERTIFICATE-----',
          edge: 'none',
          revoke: { how: 'Ask the authority that issued it.' },
        },
      ],
    },
  ]);
}
