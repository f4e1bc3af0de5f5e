/**
 * Secrets without a shape of their own, known by the name they are given to: `client_secret`, `api_key`, `password`.
 * @module
 */
import type { Context } from '../engine.ts';
import { findGiven } from '../score/forms.ts';
import type { Span } from '../score/candidate.ts';
import { firstKeyword, NAME_LITERALS, plainName, type Variant, variantOf } from '../score/names.ts';
import type { DetectorCode } from './index.ts';

export const assignment: DetectorCode = { literals: NAME_LITERALS, run };

/** What stands before a credential in a header or option: `Authorization: ApiKey x`. */
const SCHEME = /^(?:Basic|Bearer|ApiKey|Token|OAuth|Key|Signature|Digest|Negotiate|pass:) *(?=[A-Za-z0-9+/=_-]{8,}$)/i;

function run(context: Context, at: number): void {
  const { data, start, end, look } = context;
  // The keyword's own letters end where the name goes on anyway: three bytes in is always within it.
  const given = findGiven(look, data, at, at + 3, start, end);
  if (given.spans.length === 0) return context.decoder.maybeEscape(given.nameEnd);
  let variant: string | undefined;
  for (const { form, span } of given.spans) {
    // Most values fall here: cheaper than to look at the name.
    if (!mayBeSecret(data, span)) continue;
    if (variant === undefined) {
      const name = data.toString('latin1', given.nameStart, given.nameEnd);
      if (firstKeyword(name) !== at - given.nameStart) return;
      variant = VARIANTS[variantOf(plainName(name))];
    }
    context.decoder.given(given.nameStart, span);
    look.saw(span.start, span.end);
    const scheme = SCHEME.exec(data.toString('latin1', span.start, Math.min(span.end, span.start + 256)));
    if (scheme) span.start += scheme[0].length;
    context.candidate(variant, form, span);
  }
}

const VARIANTS = {
  password: 'assignment/password',
  secret: 'assignment/secret',
  key: 'assignment/key',
  token: 'assignment/token',
} as const satisfies Record<Variant, string>;

const LONGEST_NAME = 24;

/** False for what is short, and for bare names and expressions such as `token`, `this.token` and `getToken(`. */
function mayBeSecret(data: Buffer, { start, end, quote }: Span): boolean {
  if (end - start < 4) return false;
  if (quote !== 0 || end - start > LONGEST_NAME) return true;
  let dots = 0;
  for (let i = start; i < end; i++) {
    const byte = data[i]!;
    const lower = byte | 0x20;
    if (byte === 46) dots++;
    else if ((lower < 97 || lower > 122) && byte !== 95 && byte !== 36) return byte !== 40 && byte !== 91;
  }
  return dots === 0;
}
