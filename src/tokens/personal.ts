/**
 * Which claims are personal data, and how they are hidden. Secrets inside a token (private key members, passwords,
 * other tokens) are hidden with them, and even when personal data are shown.
 * @module
 */
import { isObject, type JsonObject, MAX_DEPTH } from './json.ts';

/** Standard claims of OpenID Connect Core section 5.1 about a person, and names that issuers and applications use. */
const PERSONAL = new Map<string, string>(
  Object.entries({
    email:
      'email emails mail e_mail email_address emailaddress upn verified_primary_email verified_secondary_email useremail user_email actor_email',
    name: 'name given_name family_name middle_name nickname preferred_username unique_name full_name fullname first_name last_name firstname lastname display_name displayname username user_name login onprem_sam_account_name',
    phone: 'phone phone_number phonenumber mobile mobile_phone telephone msisdn',
    address: 'address street_address postal_code postalcode zip street city locality',
    birth: 'birthdate birthday date_of_birth dob age',
    gender: 'gender sex',
    picture: 'picture avatar avatar_url profile website',
    'ip address': 'ip ipaddr ip_address ipaddress client_ip clientip remote_ip',
    'identity number':
      'ssn social_security_number national_id nationalid passport passport_number tax_id personal_number personnummer iban',
  }).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind])),
);

/** Things have names too: below the top, `name` is a person's only inside one of these. */
const PERSONS = new Set([
  'user',
  'profile',
  'user_metadata',
  'usermetadata',
  'person',
  'identity',
  'customer',
  'credentialsubject',
  'account',
]);

/** Private members of a JWK (RFC 7518 section 6), told apart from claims of the same name by `kty` beside them. */
const KEY_MEMBERS = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']);
const SECRET_NAME =
  /^(.*[_-])?(password|passwd|secret|client_secret|private_?key|api_?key|access_?token|refresh_?token|id_?token|auth_?token|session_?token|secret_?key|credential)$/i;

const EMAIL = /^[^\s@"'<>]{1,64}@[^\s@"'<>.]+(\.[^\s@"'<>.]+){1,8}$/;
/** Addresses of machines: Google service accounts. */
const MACHINE = /(\.gserviceaccount\.com|@clients)$/;
const COMPACT_TOKEN = /^[\w-]{10,}\.[\w-]{2,}\.[\w-]*$/;

/** What hiding found, by the path of each claim. */
export interface Hidden {
  /** Kinds of personal data, sorted. */
  personal: string[];
  secrets: string[];
}

/**
 * Kind of personal data that a value is, by its claim's name or its own shape.
 * @param parent name of the claim that the value's object is; undefined at the top
 */
export function personalKind(name: string, value: unknown, parent?: string): string | undefined {
  if (typeof value === 'string' && EMAIL.test(value.slice(0, 400))) return MACHINE.test(value) ? undefined : 'email';
  const local = name.replace(/^.*[/:#]/, '').toLowerCase();
  if (local === 'name' && parent !== undefined && !PERSONS.has(parent.toLowerCase())) return undefined;
  const kind = PERSONAL.get(local);
  if (kind === undefined || value === null || value === undefined || value === '' || typeof value === 'boolean') return undefined;
  return kind;
}

/**
 * A copy of claims or of a header in which personal data (unless they are shown) and secrets are replaced by words.
 * What is nested deeper than MAX_DEPTH is replaced by `…`.
 */
export function hide(values: JsonObject, show: boolean): { values: JsonObject } & Hidden {
  const personal = new Set<string>();
  const secrets = new Set<string>();

  const cover = (name: string, value: unknown, depth: number, beside: JsonObject, parent?: string): unknown => {
    if (depth > MAX_DEPTH) return '…';
    if (isSecret(name, value, beside)) {
      secrets.add(name);
      return '[hidden: secret]';
    }
    const kind = personalKind(name, value, parent);
    if (kind !== undefined) {
      personal.add(kind);
      if (!show) return `[hidden: ${kind}]`;
    }
    if (Array.isArray(value)) return value.map((item: unknown) => cover(name, item, depth + 1, {}, parent));
    return isObject(value) ? copy(value, depth, name) : value;
  };
  const copy = (object: JsonObject, depth: number, parent?: string): JsonObject =>
    Object.fromEntries(Object.entries(object).map(([name, value]) => [name, cover(name, value, depth + 1, object, parent)]));

  const copied = copy(values, 0);
  return { values: copied, personal: [...personal].sort(), secrets: [...secrets].sort() };
}

function isSecret(name: string, value: unknown, beside: JsonObject): boolean {
  if (typeof value !== 'string' || value === '') return false;
  if (KEY_MEMBERS.has(name) && Object.hasOwn(beside, 'kty')) return true;
  return SECRET_NAME.test(name.replace(/([a-z])([A-Z])/g, '$1_$2')) || COMPACT_TOKEN.test(value);
}

/** A single value outside the claims (subject, client, actor): hidden when it is an email address. */
export function hideValue(value: string, show: boolean): string {
  return !show && personalKind('', value) === 'email' ? '[hidden: email]' : value;
}
