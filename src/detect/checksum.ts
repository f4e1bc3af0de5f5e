/**
 * Checksums and other offline checks that credentials carry, by the name that rules give them (`checksum.is`).
 *
 * Parts are the named groups of a match and `secret`, the secret's whole text, all as latin1 text. Everything here is a
 * pure function.
 * @module
 */
import type { ChecksumFact } from '../rules/rule.ts';
import {
  caskHolds,
  completeCask,
  completeDevops,
  completeEntra,
  completeHis,
  devopsHolds,
  entraHolds,
  hisHolds,
} from './checksums/azure.ts';
import { crc32 } from './checksums/crc.ts';
import { DECODINGS, type Decoding } from './checksums/decode.ts';
import { BASE36, BASE58_BITCOIN, BASE58_XRPL, BASE62, BASE62_LOWER_FIRST, digitsOf } from './checksums/encodings.ts';
import {
  armorHolds,
  base32KeyHolds,
  base58Holds,
  bech32Holds,
  completeArmor,
  completeBase32Key,
  completeBase58,
  completeBech32,
  completeEd25519,
  completePutty,
  ed25519Holds,
  puttyHolds,
} from './checksums/keys.ts';

/** Named groups of a match, and `secret`; a group that took no part may be absent. */
export type Parts = Readonly<Record<string, string | undefined>>;

export interface Checksum {
  /** Whether the parts' check characters are right. */
  verify(parts: Parts, fact: ChecksumFact): boolean;
  /** The secret's whole text with the right check characters, of the same length where that can be. */
  complete(parts: Parts, fact: ChecksumFact): string;
  /** `over` and `in` must be given (`groups`), `over` may be (`text`); by default the whole secret is checked. */
  needs: 'groups' | 'text';
  /** A match that holds is genuine but for chance; false for checks that only refute. */
  proof: boolean;
}

/** The text that a fact's check covers. */
function covered(parts: Parts, fact: ChecksumFact): string {
  return (fact.over ?? ['secret']).map((name) => parts[name] ?? '').join('');
}

/** Check characters that follow from the CRC-32 of the text before them; the first way of writing is the one made. */
function crcTail(...ways: ((crc: number, length: number) => string)[]): Checksum {
  const checks = (parts: Parts, fact: ChecksumFact): string[] => {
    const crc = crc32(covered(parts, fact));
    return ways.map((way) => way(crc, checkOf(parts, fact).length));
  };
  return {
    needs: 'groups',
    proof: true,
    verify: (parts, fact) => checks(parts, fact).includes(checkOf(parts, fact)),
    complete: (parts, fact) => {
      const secret = parts['secret'] ?? '';
      const was = checkOf(parts, fact);
      const at = secret.lastIndexOf(was);
      return secret.slice(0, at) + checks(parts, fact)[0]! + secret.slice(at + was.length);
    },
  };
}

function checkOf(parts: Parts, fact: ChecksumFact): string {
  return parts[fact.in ?? ''] ?? '';
}

/** A check of one text that holds its check characters itself. */
function whole(holds: (text: string) => boolean, make: (text: string) => string, proof = true): Checksum {
  return {
    needs: 'text',
    proof,
    verify: (parts, fact) => holds(covered(parts, fact)),
    complete: (parts, fact) => {
      const text = covered(parts, fact);
      return (parts['secret'] ?? '').replace(text, () => make(text));
    },
  };
}

function decoding({ holds, make }: Decoding): Checksum {
  return whole(holds, make, false);
}

const inDigits =
  (digits: string) =>
  (crc: number, length: number): string =>
    digitsOf(crc, digits).padStart(length, digits[0]);

const hex = (crc: number): string => crc.toString(16).padStart(8, '0');

function littleEndian(crc: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(crc);
  return bytes;
}

const REGISTRY = new Map<string, Checksum>([
  /** Digits 0-9A-Za-z, padded with 0: GitHub (https://github.blog/engineering/behind-githubs-new-authentication-token-formats/), npm, Vercel, Polar, NetBird, SaladCloud. */
  ['crc32-base62', crcTail(inDigits(BASE62))],
  /** Digits 0-9a-zA-Z, padded with 0: Apify. */
  ['crc32-base62-lower', crcTail(inDigits(BASE62_LOWER_FIRST))],
  /** Either order of digits: Synapse, whose order is not documented. */
  ['crc32-base62-any', crcTail(inDigits(BASE62_LOWER_FIRST), inDigits(BASE62))],
  /** Digits 0-9a-z, padded with 0: GitLab's routable tokens (GitLab's design document on cells, "routable tokens"). */
  ['crc32-base36', crcTail(inDigits(BASE36))],
  /** Eight digits 0-9a-f: Cloudflare, Zuplo, Canva, Packagist. */
  ['crc32-hex', crcTail(hex)],
  /** Eight digits 0-9A-F: Atlassian, Bitbucket. */
  ['crc32-hex-upper', crcTail((crc) => hex(crc).toUpperCase())],
  /** Eight digits 0-9a-f of the little-endian bytes: Grafana service accounts. */
  ['crc32-hex-le', crcTail((crc) => littleEndian(crc).toString('hex'))],
  /** Base64 without padding of the little-endian bytes: Confluent. */
  ['crc32-base64-le', crcTail((crc) => littleEndian(crc).toString('base64').slice(0, 6))],
  ['azure-his', whole(hisHolds, completeHis)],
  ['azure-cask', whole(caskHolds, completeCask)],
  ['entra-client-secret', whole(entraHolds, completeEntra)],
  ['azure-devops-pat', whole(devopsHolds, completeDevops)],
  ['bech32', whole(bech32Holds, completeBech32)],
  ['nats-nkey', whole((text) => base32KeyHolds(text, 36), completeBase32Key)],
  ['stellar-strkey', whole((text) => base32KeyHolds(text, 35), completeBase32Key)],
  [
    'base58check',
    whole(
      (text) => base58Holds(text, BASE58_BITCOIN),
      (text) => completeBase58(text, BASE58_BITCOIN),
    ),
  ],
  [
    'base58check-xrpl',
    whole(
      (text) => base58Holds(text, BASE58_XRPL),
      (text) => completeBase58(text, BASE58_XRPL),
    ),
  ],
  ['ed25519-keypair', whole(ed25519Holds, completeEd25519)],
  ['pgp-crc24', whole(armorHolds, completeArmor)],
  /** Proves nothing, since an encrypted file cannot be checked. */
  ['putty-mac', whole(puttyHolds, completePutty, false)],
  ...Object.entries(DECODINGS).map(([name, check]) => [name, decoding(check)] as const),
]);

/** All checks by name. */
export const CHECKSUMS: ReadonlyMap<string, Checksum> = REGISTRY;

function find(name: string): Checksum {
  const found = REGISTRY.get(name);
  if (!found) throw new Error(`there is no checksum named ${name}`);
  return found;
}

/**
 * Whether a match's checksum is right.
 * @throws Error when the fact names an unknown checksum (rules are checked for that when they are read).
 */
export function checksumHolds(fact: ChecksumFact, parts: Parts): boolean {
  return find(fact.is).verify(parts, fact);
}

/** Whether a right checksum makes a match certain, or only not refuted. */
export function checksumProves(fact: ChecksumFact): boolean {
  return find(fact.is).proof;
}

/** The secret's text with right check characters, for generated examples; see {@link checksumHolds}. */
export function withChecksum(fact: ChecksumFact, parts: Parts): string {
  return find(fact.is).complete(parts, fact);
}
