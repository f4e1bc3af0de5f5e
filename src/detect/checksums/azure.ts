/**
 * Checks of Microsoft's identifiable secrets (definition: the Microsoft security utilities, MIT). All of them work on
 * the secret's whole text.
 * @module
 */
import { crc32 } from './crc.ts';
import { BASE62, digitsOf, fromBase32, fromBase64, latin1, toBase32 } from './encodings.ts';
import { marvin32 } from './marvin.ts';

const MESSAGING = ['Manage00', 'Send0000', 'Listen00', 'System00', 'Unknown0'];
/** Seeds of the services whose keys carry the signature; several where one service has several kinds of key. */
const SEEDS: Readonly<Record<string, readonly string[]>> = {
  '+ASt': ['Default0'],
  ACDb: ['MastRW00', 'MastRO00', 'SystRW00', 'SystRO00', 'SysAll00', 'Resour00', 'Encryp00'],
  '+ABa': ['AbAcct00'],
  '+AMC': ['Classic0'],
  APIM: ['IoTHub00', 'Tenant00', 'Gatewy00', 'GitKey00'],
  AzFu: ['Functi00', 'System00', 'Master00'],
  '+ASb': MESSAGING,
  '+AEh': MESSAGING,
  '+ARm': MESSAGING,
  AIoT: ['IoTHub00', 'DpsKey00', 'Device00'],
  AZEG: ['SendRecv', 'Default0'],
  AzCa: ['Access00'],
  AzSe: ['PAdmin00', 'Query000'],
  '+ACR': ['ACRDflt0'],
};

/**
 * Highly identifiable secret, version 1: the last four bytes are the little-endian Marvin32 of those before; the four
 * base64 characters before the last six name the service. AzFu keys are base64url.
 */
export function hisHolds(secret: string): boolean {
  const bytes = fromBase64(secret);
  if (!bytes || bytes.length < 8) return false;
  const stored = bytes.readUInt32LE(bytes.length - 4);
  const body = bytes.subarray(0, -4);
  return seedsOf(secret).some((seed) => marvin32(body, seed) === stored);
}

export function completeHis(secret: string): string {
  const bytes = fromBase64(secret);
  const seed = seedsOf(secret)[0];
  if (!bytes || bytes.length < 8 || seed === undefined) return secret;
  bytes.writeUInt32LE(marvin32(bytes.subarray(0, -4), seed), bytes.length - 4);
  return (
    bytes.toString(/[-_]/.test(secret) || secret.includes('AzFu') ? 'base64url' : 'base64').replace(/=+$/, '') + padding(secret)
  );
}

function seedsOf(secret: string): readonly string[] {
  const end = secret.length - padding(secret).length - 6;
  return SEEDS[secret.slice(end - 4, end)] ?? [];
}

function padding(secret: string): string {
  return /=*$/.exec(secret)![0];
}

/**
 * Common annotated security key: Marvin32 of the 60 bytes in the first 80 characters; its four little-endian bytes,
 * read as a big-endian number, are written in base62 and padded with zeros on the right. The characters behind the 80
 * are the first four of it, or in the long form six (whose last one loses its lower four bits in base64) and `==`.
 * Older issuers wrote the base64 of the bytes instead.
 */
export function caskHolds(secret: string): boolean {
  const check = fromBase64(secret.slice(80));
  return check !== undefined && (secret.length === 84 || secret.length === 88) && caskChecks(secret).some((c) => c.equals(check));
}

export function completeCask(secret: string): string {
  return secret.slice(0, 80) + (caskChecks(secret)[0]?.toString('base64') ?? secret.slice(80));
}

function caskChecks(secret: string): Buffer[] {
  const body = fromBase64(secret.slice(0, 80));
  if (!body) return [];
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(marvin32(body, 'Default0'));
  const text = digitsOf(bytes.readUInt32BE(), BASE62).padEnd(6, '0');
  const length = secret.length === 88 ? 4 : 3;
  return [Buffer.from(text, 'base64').subarray(0, length), bytes.subarray(0, length)];
}

const URL_UNRESERVED = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~';

/** Entra client secret of the 8Q~ series: 37 characters, then the first three of their Marvin32 in base 66. */
export function entraHolds(secret: string): boolean {
  return secret.length === 40 && completeEntra(secret) === secret;
}

export function completeEntra(secret: string): string {
  const body = secret.slice(0, 37);
  return (
    body +
    digitsOf(marvin32(latin1(body), 'AadPwd00'), URL_UNRESERVED)
      .padStart(6, 'a')
      .slice(0, 3)
  );
}

/** Values that the CRC of an Azure DevOps token is XORed with: user and application tokens. */
const DEVOPS_MASKS = [0xe0b9692d, 0x1019f92e];

/** Azure DevOps personal access token before 2024: 32 bytes in base32, a CRC-32 of 28 of them strewn into the others. */
export function devopsHolds(secret: string): boolean {
  const b = devopsBytes(secret);
  if (!b) return false;
  const stored = (b[22]! | (b[8]! << 8) | (b[7]! << 16) | (b[2]! << 24)) >>> 0;
  const crc = devopsCrc(b);
  return DEVOPS_MASKS.some((mask) => (crc ^ mask) >>> 0 === stored);
}

export function completeDevops(secret: string): string {
  const b = devopsBytes(secret);
  if (!b) return secret;
  const stored = devopsCrc(b) ^ DEVOPS_MASKS[0]!;
  b[22] = stored;
  b[8] = stored >>> 8;
  b[7] = stored >>> 16;
  b[2] = stored >>> 24;
  return toBase32(b).toLowerCase();
}

function devopsBytes(secret: string): Uint8Array | undefined {
  return /^[a-z2-7]{52}$/.test(secret) ? fromBase32(secret.toUpperCase()) : undefined;
}

function devopsCrc(b: Uint8Array): number {
  return crc32(Buffer.concat([b.subarray(0, 2), b.subarray(3, 7), b.subarray(9, 22), b.subarray(23, 32)]));
}
