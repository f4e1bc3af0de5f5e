const __moduleUrl = require('node:url').pathToFileURL(__filename).href;
"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// src/tokens/link-worker.ts
var link_worker_exports = {};
module.exports = __toCommonJS(link_worker_exports);
var import_node_worker_threads = require("node:worker_threads");

// src/tokens/keyring.ts
var import_node_crypto3 = require("node:crypto");

// src/tokens/binding.ts
var import_node_crypto = require("node:crypto");

// src/tokens/json.ts
var MAX_DEPTH = 32;
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function own(object, name) {
  return Object.hasOwn(object, name) ? object[name] : void 0;
}
function text(object, name) {
  const value = own(object, name);
  return typeof value === "string" && value !== "" ? value : void 0;
}
function plain(value) {
  return value.replace(
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}
function quoted(value, limit = 80) {
  const shown = plain(value.slice(0, limit));
  return value.length > limit ? `${shown}\u2026` : shown;
}

// src/tokens/binding.ts
var THUMBPRINT_MEMBERS = {
  RSA: ["e", "kty", "n"],
  EC: ["crv", "kty", "x", "y"],
  OKP: ["crv", "kty", "x"],
  oct: ["k", "kty"]
};
function jwkThumbprint(jwk) {
  const kty = text(jwk, "kty") ?? "";
  const members = Object.hasOwn(THUMBPRINT_MEMBERS, kty) ? THUMBPRINT_MEMBERS[kty] : void 0;
  if (!members?.every((name) => text(jwk, name) !== void 0)) return void 0;
  const canonical = JSON.stringify(Object.fromEntries(members.map((name) => [name, jwk[name]])));
  return (0, import_node_crypto.createHash)("sha256").update(canonical).digest("base64url");
}
function boundTo({ method, thumbprint }, keys2) {
  if (thumbprint === void 0) return void 0;
  return keys2.find((key) => method === "mtls" ? key.certificates.includes(thumbprint) : key.thumbprint === thumbprint)?.index;
}

// src/tokens/ssh-key.ts
var import_node_crypto2 = require("node:crypto");
var MAGIC = "openssh-key-v1\0";
var CURVES = /* @__PURE__ */ new Map([
  ["ecdsa-sha2-nistp256", "P-256"],
  ["ecdsa-sha2-nistp384", "P-384"],
  ["ecdsa-sha2-nistp521", "P-521"]
]);
var EDWARDS = /* @__PURE__ */ new Map([
  ["ssh-ed25519", "Ed25519"],
  ["ssh-ed448", "Ed448"]
]);
function readOpenSsh(body) {
  if (body.toString("latin1", 0, MAGIC.length) !== MAGIC) return void 0;
  const fields = new Fields(body.subarray(MAGIC.length));
  const [cipher] = [fields.string(), fields.string(), fields.string()];
  if (cipher?.toString("latin1") !== "none" || fields.number() !== 1) return void 0;
  return readPublic(fields.string());
}
function readPutty(file) {
  const [, lines = ""] = /^PuTTY-User-Key-File-[23]:[^]*?\nEncryption: none\s[^]*?\nPublic-Lines: \d+\s+([A-Za-z0-9+/=\s]+)\n/.exec(file) ?? [];
  return lines === "" ? void 0 : readPublic(Buffer.from(lines, "base64"));
}
function readPublic(blob) {
  const jwk = blob && jwkOf(new Fields(blob));
  try {
    return jwk && (0, import_node_crypto2.createPublicKey)({ key: jwk, format: "jwk" });
  } catch {
    return void 0;
  }
}
function jwkOf(fields) {
  const name = fields.string()?.toString("latin1") ?? "";
  if (name === "ssh-rsa") {
    const [e, n] = [fields.string(), fields.string()];
    return e && n && { kty: "RSA", e: unsigned(e), n: unsigned(n) };
  }
  const edwards = EDWARDS.get(name);
  if (edwards !== void 0) {
    const x = fields.string();
    return x && { kty: "OKP", crv: edwards, x: x.toString("base64url") };
  }
  const curve = CURVES.get(name);
  if (curve === void 0) return void 0;
  const [, point] = [fields.string(), fields.string()];
  if (point?.[0] !== 4) return void 0;
  const size = (point.length - 1) / 2;
  const part = (from) => point.toString("base64url", from, from + size);
  return { kty: "EC", crv: curve, x: part(1), y: part(1 + size) };
}
function unsigned(mpint) {
  return mpint.toString("base64url", mpint[0] === 0 ? 1 : 0);
}
var Fields = class {
  #data;
  #at = 0;
  constructor(data) {
    this.#data = data;
  }
  number() {
    if (this.#at + 4 > this.#data.length) return void 0;
    this.#at += 4;
    return this.#data.readUInt32BE(this.#at - 4);
  }
  string() {
    const length = this.number() ?? Infinity;
    if (this.#at + length > this.#data.length) return void 0;
    this.#at += length;
    return this.#data.subarray(this.#at - length, this.#at);
  }
};

// src/tokens/weak-keys.ts
var PUBLISHED = [
  "",
  // jwt.io
  "your-256-bit-secret",
  "your-384-bit-secret",
  "your-512-bit-secret",
  "a-string-secret-at-least-256-bits-long",
  "a-valid-string-secret-that-is-at-least-384-bits-long",
  "a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long",
  "your-256-bit-secret-here",
  // RFC 7515 appendix A.1 and RFC 7520 section 3.5, base64url: the decoded form is tried too
  ["AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-", "1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"].join(""),
  ["hJtXIZ2uSN5kbQfbtTNWbpdm", "hkV8FJG-Onbc6mxCcYg"].join(""),
  // Libraries' readmes and tutorials
  "shhhhh",
  "shhhhhhared-secret",
  "shhhhhhh",
  "AllYourBase",
  "my-32-character-ultra-secure-and-ultra-long-secret",
  "my_secret_key",
  "hmacSampleSecret",
  "keyboard cat",
  "keyboardcat",
  "thisisasecret",
  "thisisnotasecret",
  "some-secret",
  "somesecret",
  "some_secret",
  "example_key",
  "example-key",
  "examplekey",
  ["09d25e094faa6ca2556c818166b7a956", "3b93f7099f6f0f4caa6cf63b88e8d3e7"].join(""),
  "super-secret-jwt-token-with-at-least-32-characters-long",
  "my-secret-token-to-change-in-production",
  "my-ultra-secret-jwt-key-which-should-be-changed",
  "reallyreallyreallyreallyverysecretsafe",
  "averylongsecretkeythatisatleast32characters",
  "this-is-a-secret-key-with-at-least-32-characters",
  "secretsecretsecretsecretsecretsecret",
  "secretsecretsecretsecretsecretsecretsecret",
  "your_jwt_secret_key_here",
  "your-secret-key-change-in-production",
  "your-super-secret-jwt-key-change-in-production",
  "your-super-secret-jwt-key-change-this-in-production",
  "your-super-secret-key",
  "change-this-secret",
  "change_this_secret",
  "change-me-in-production",
  "change_me_in_production",
  "replace-this-secret",
  "replace_me",
  "replaceme",
  "do-not-use-in-production",
  "not-so-secret",
  "notsosecret",
  "not-a-secret",
  "myprivatekey",
  "my$ecretK3y",
  "my$ecretKey",
  "$ecret",
  "s3cr3t",
  "S3cr3t",
  "s3cret",
  "sup3rs3cr3t",
  "sup3r-s3cr3t",
  "Sup3rS3cr3t",
  "p@ssw0rd",
  "P@ssw0rd",
  "passw0rd",
  "hunter2",
  "letmein",
  "qwerty",
  "qwerty123",
  "iloveyou",
  "correct horse battery staple",
  "correcthorsebatterystaple",
  "abcdefghijklmnopqrstuvwxyz",
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  "abcdefghijklmnopqrstuvwxyz123456",
  "abcdefghijklmnopqrstuvwxyz0123456789",
  "0123456789abcdef",
  "0123456789abcdef0123456789abcdef",
  "0123456789",
  "01234567890123456789012345678901",
  "12345678901234567890123456789012",
  "1234567890123456",
  "1234567890",
  "123456789",
  "12345678",
  "1234567",
  "123456",
  "12345",
  "1234",
  "123",
  "1",
  "111111",
  "000000",
  "abc",
  "abc123",
  "abcd",
  "abcd1234",
  "asdf",
  "asdfgh",
  "foo",
  "bar",
  "foobar",
  "baz",
  "x",
  "xxx",
  "xxxx",
  "xxxxxxxx",
  "null",
  "undefined",
  "None",
  "true",
  "false",
  "nil",
  "[object Object]",
  "JWT_SECRET",
  "process.env.JWT_SECRET",
  "${JWT_SECRET}",
  "$JWT_SECRET",
  "JWT_SECRET_KEY",
  "SECRET_KEY",
  "ACCESS_TOKEN_SECRET",
  "REFRESH_TOKEN_SECRET",
  "access_token_secret",
  "refresh_token_secret",
  "accessTokenSecret",
  "refreshTokenSecret",
  "access-secret",
  "refresh-secret",
  "AUTH_SECRET",
  "NEXTAUTH_SECRET",
  "APP_SECRET",
  "TOKEN_SECRET",
  "SESSION_SECRET",
  "ThisIsASecretKeyForJwt",
  "ThisIsMySecretKey",
  "ThisIsASecretKey",
  "thisIsASecretKey",
  "this_is_a_secret",
  "this-is-a-secret",
  "this is a secret",
  "this is my secret",
  "this is a secret key",
  "it is a secret",
  "it's a secret",
  "its a secret",
  "top secret",
  "very secret",
  "very-secret",
  "verysecret",
  "very_secret",
  "verysecretkey",
  "very-secret-key",
  "super secret",
  "super-duper-secret",
  "ultra-secret",
  "deadbeef",
  "cafebabe",
  "supersecretkeyyoushouldnotcommit",
  "secret_key_base",
  "django-insecure",
  "insecure-secret",
  "insecure",
  "unsafe",
  "unsafe-secret",
  "dev-secret",
  "dev-secret-key",
  "development-secret",
  "local-secret",
  "test-secret-key-for-testing-only",
  "test-secret-that-is-at-least-32-characters-long",
  "test-jwt-secret",
  "unit-test-secret",
  "e2e-secret"
];
var WORDS = "secret,my secret,mysecret,your secret,super secret,jwt secret,jwt,token,token secret,key,secret key,my secret key,your secret key,jwt secret key,secret token,private key,signing key,signing secret,password,changeme,change me,changeit,default,example,sample,demo,test,test secret,test key,testing,dev,development,production,staging,local,admin,root,user,guest,login,auth,auth secret,app,app secret,app key,api,api key,api secret,session secret,cookie secret,shared secret,client secret,hmac,hmac secret,hs256,nodejs,node,express,react,angular,vue,nest,nestjs,next,nextauth,spring,springboot,java,kotlin,django,flask,fastapi,python,rails,ruby,laravel,php,symfony,golang,go,rust,dotnet,csharp,graphql,mongo,mongodb,postgres,redis,docker,kubernetes,supabase,firebase,hasura,keycloak,gateway,backend,server,service,company,acme,website,blog,todo,shop";
var ENDS = ["", "1", "123", "1234", "12345", "123456", "!", "@123", "key", "_key", "-key", "secret", "_secret", "-secret"];
function wellKnownKeys() {
  keys ??= make();
  return keys;
}
var keys;
function make() {
  const all = new Set(PUBLISHED);
  for (const words of WORDS.split(",")) {
    const pieces = words.split(" ");
    const capital = pieces.map((piece) => piece.charAt(0).toUpperCase() + piece.slice(1));
    for (const form of [pieces.join(""), pieces.join("-"), pieces.join("_"), capital.join("")])
      for (const end of ENDS) all.add(form + end);
    all.add(`${pieces[0]}${capital.slice(1).join("")}`).add(pieces.join("_").toUpperCase());
  }
  return [...all];
}

// src/tokens/keyring.ts
var MAX_SECRET = 4096;
var MAX_PRIVATE_KEY = 32768;
var MAX_SECRETS = 2e4;
var MAX_PRIVATE_KEYS = 500;
var MAX_CERTIFICATES = 2e3;
function keyRing(secrets = [], privateKeys = [], certificates = []) {
  const keys2 = privateKeys.slice(0, MAX_PRIVATE_KEYS);
  const issued = certificatesIn([...keys2, ...certificates.slice(0, MAX_CERTIFICATES)]);
  const found = secrets.slice(0, MAX_SECRETS).flatMap((secret, index) => formsOf(octKey(secret) ?? secret, index));
  return {
    hmac: found.length === 0 ? wellKnown() : unique([...found, ...wellKnown()]),
    private: keys2.flatMap((key, index) => privateKey(key, index, issued)),
    complete: secrets.length <= MAX_SECRETS && privateKeys.length <= MAX_PRIVATE_KEYS && certificates.length <= MAX_CERTIFICATES
  };
}
var known;
function wellKnown() {
  known ??= unique(wellKnownKeys().flatMap((key) => formsOf(key)));
  return known;
}
function unique(keys2) {
  const byBytes = /* @__PURE__ */ new Map();
  for (const key of keys2) {
    const name = key.bytes.toString("latin1");
    if (!byBytes.has(name)) byBytes.set(name, key);
  }
  return [...byBytes.values()];
}
function formsOf(key, index) {
  if (key.length > MAX_SECRET) return [];
  const form = (encoding) => ({
    ...index !== void 0 && { index },
    text: key,
    encoding,
    bytes: Buffer.from(key, encoding === "raw" ? "utf8" : encoding)
  });
  const forms = [form("raw")];
  if (key.length >= (index === void 0 ? 32 : 4) && /^[A-Za-z0-9+/_-]+={0,2}$/.test(key)) forms.push(form("base64"));
  if (key.length >= 32 && key.length % 2 === 0 && /^[0-9a-f]+$/i.test(key)) forms.push(form("hex"));
  return forms;
}
function octKey(secret) {
  const jwk = secret.startsWith("{") ? parseJwk(secret) : void 0;
  return jwk && text(jwk, "kty") === "oct" ? text(jwk, "k") : void 0;
}
function privateKey(key, index, issued) {
  const publicHalf = key.length <= MAX_PRIVATE_KEY ? readPublicHalf(key) : void 0;
  if (!publicHalf) return [];
  const certificates = issued.get(nameOf(publicHalf)) ?? [];
  return [{ index, publicHalf, thumbprint: keyThumbprint(publicHalf), certificates }];
}
function readPublicHalf(key) {
  if (key.startsWith("PuTTY-")) return readPutty(key);
  try {
    const text2 = key.startsWith("LS0tLS1CRUdJTi") ? Buffer.from(key, "base64").toString("latin1") : key;
    const jwk = text2.trimStart().startsWith("{") ? parseJwk(text2) : void 0;
    if (jwk) return (0, import_node_crypto3.createPublicKey)((0, import_node_crypto3.createPrivateKey)({ key: jwk, format: "jwk" }));
    const [, label = "", block = ""] = /-----BEGIN ([A-Z ]{1,40})-----([^]*?)-----END \1-----/.exec(text2) ?? [];
    const body = bodyOf(block);
    if (label === "OPENSSH PRIVATE KEY") return readOpenSsh(Buffer.from(body, "base64"));
    const lines = body.match(/.{1,64}/g) ?? [];
    return (0, import_node_crypto3.createPublicKey)((0, import_node_crypto3.createPrivateKey)([`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n")));
  } catch {
    return void 0;
  }
}
function bodyOf(block) {
  return block.replace(/\\+[rn]/g, "\n").replace(/["'`]\s{0,80}\+\s{0,80}["'`]/g, "").replace(/[^A-Za-z0-9+/=]/g, "");
}
function parseJwk(json) {
  try {
    const value = JSON.parse(json);
    return isObject(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
function keyThumbprint(key) {
  try {
    return jwkThumbprint({ ...key.export({ format: "jwk" }) });
  } catch {
    return void 0;
  }
}
function certificatesIn(texts) {
  const issued = /* @__PURE__ */ new Map();
  for (const text2 of texts) {
    for (const [, block = ""] of text2.matchAll(/-----BEGIN CERTIFICATE-----([^-]{1,20000})-----END CERTIFICATE-----/g)) {
      try {
        const { raw, publicKey } = new import_node_crypto3.X509Certificate(Buffer.from(bodyOf(block), "base64"));
        const name = nameOf(publicKey);
        issued.set(name, [...issued.get(name) ?? [], (0, import_node_crypto3.createHash)("sha256").update(raw).digest("base64url")]);
      } catch {
      }
    }
  }
  return issued;
}
function nameOf(publicKey) {
  return publicKey.export({ type: "spki", format: "der" }).toString("base64");
}

// src/tokens/weakkeys.ts
var import_node_crypto6 = require("node:crypto");

// src/tokens/decode.ts
var import_node_crypto4 = require("node:crypto");

// node_modules/jose/dist/webapi/lib/buffer_utils.js
var encoder = new TextEncoder();
var decoder = new TextDecoder();
var strictDecoder = new TextDecoder("utf-8", { fatal: true });
var UINT32_RANGE = 2 ** 32;
function encodeBase64(input2, url = false) {
  if (Uint8Array.prototype.toBase64)
    return input2.toBase64({ alphabet: url ? "base64url" : "base64", omitPadding: url });
  const CHUNK_SIZE = 32768, arr = [];
  for (let i = 0; i < input2.length; i += CHUNK_SIZE)
    arr.push(String.fromCharCode.apply(null, input2.subarray(i, i + CHUNK_SIZE)));
  const encoded = btoa(arr.join(""));
  return url ? encoded.replace(/=/g, "").replace(/\+/g, "-").replace(/\//g, "_") : encoded;
}
function decodeBase64(encoded, url = false) {
  if (Uint8Array.fromBase64)
    return Uint8Array.fromBase64(encoded, { alphabet: url ? "base64url" : "base64" });
  if (url) {
    if (encoded.includes("+") || encoded.includes("/"))
      throw new TypeError("Invalid base64url");
    encoded = encoded.replace(/-/g, "+").replace(/_/g, "/");
  }
  const binary = atob(encoded), bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++)
    bytes[i] = binary.charCodeAt(i);
  return bytes;
}

// node_modules/jose/dist/webapi/util/base64url.js
var base64url_exports = {};
__export(base64url_exports, {
  decode: () => decode,
  encode: () => encode
});
var invalid = "The input to be decoded is not correctly encoded.";
function decode(input2) {
  try {
    return decodeBase64(typeof input2 == "string" ? input2 : decoder.decode(input2), true);
  } catch (cause) {
    throw new TypeError(invalid, { cause });
  }
}
function encode(input2) {
  return encodeBase64(typeof input2 == "string" ? encoder.encode(input2) : input2, true);
}

// node_modules/jose/dist/webapi/lib/validate.js
function isObject2(input2) {
  if (typeof input2 != "object" || input2 === null || Object.prototype.toString.call(input2) !== "[object Object]")
    return false;
  const prototype = Object.getPrototypeOf(input2);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
function parseJoseHeader(encodedProtectedHeader, ErrorClass, message) {
  let parsed;
  try {
    parsed = JSON.parse(strictDecoder.decode(decode(encodedProtectedHeader)));
  } catch (cause) {
    throw new ErrorClass(message, { cause });
  }
  if (!isObject2(parsed))
    throw new ErrorClass(message);
  return parsed;
}

// node_modules/jose/dist/webapi/util/decode_protected_header.js
function decodeProtectedHeader(token) {
  let encodedProtectedHeader;
  if (typeof token == "string") {
    const parts = token.split(".");
    (parts.length === 3 || parts.length === 5) && ([encodedProtectedHeader] = parts);
  } else if (typeof token == "object" && token)
    if ("protected" in token)
      encodedProtectedHeader = token.protected;
    else
      throw new TypeError("Token does not contain a Protected Header");
  const invalid2 = "Invalid Token or Protected Header formatting";
  if (typeof encodedProtectedHeader != "string" || !encodedProtectedHeader)
    throw new TypeError(invalid2);
  return parseJoseHeader(encodedProtectedHeader, TypeError, invalid2);
}

// src/tokens/decode.ts
var MAX_LENGTH = 64 * 1024;
var MAX_NESTED = 3;
var MAX_SIGNATURES = 16;
var MAX_DISCLOSURES = 512;
var DIGESTS = /* @__PURE__ */ new Map([
  ["sha-256", "sha256"],
  ["sha-384", "sha384"],
  ["sha-512", "sha512"]
]);
var PARTS_WANTED = "a signed token has three parts with dots between them, an encrypted one five";
var Malformed = class extends Error {
};
function fail(reason) {
  throw new Malformed(reason);
}
function decodeToken(token) {
  if (token.length > MAX_LENGTH) return { malformed: `it is longer than ${MAX_LENGTH} characters` };
  try {
    return decodeAny(token.trim(), 0);
  } catch (error) {
    if (error instanceof Malformed) return { malformed: error.message };
    throw error;
  }
}
function decodeAny(token, depth) {
  if (token === "") fail("it is empty");
  if (token.startsWith("{")) return decodeSerialised(token, depth);
  if (token.includes("~")) return decodeSelective(token, depth);
  return decodeCompact(token, depth);
}
var CUT = /(?:\.{3}|…)\s*$|(?:\.{3}|…|\s|[\w-])[[(<][^\])>]{0,40}[\])>]$/;
function decodeCompact(token, depth) {
  if (CUT.test(token)) fail("it was cut: its end is missing");
  const parts = token.split(".", 6);
  const [first = "", second = "", third = "", fourth = "", fifth = ""] = parts;
  switch (parts.length) {
    case 1:
      if (isHeader(first)) fail("only its header is left: it was cut");
      return fail(beginsHeader(first) ? "only a piece of its header is left: it was cut" : PARTS_WANTED);
    case 2: {
      const header = parseHeader(first);
      if (!isNone(header)) fail("its signature is missing: it was cut");
      return signed("jwt-unsecured", header, second, [], depth);
    }
    case 3: {
      const header = parseHeader(first);
      const bytes = bytesOf(third, "signature");
      if (isNone(header)) return signed("jwt-unsecured", header, second, [], depth);
      return signed("jws", header, second, [{ header, input: `${first}.${second}`, bytes }], depth);
    }
    case 5:
      return encrypted(parseHeader(first), second, fourth, third, fifth);
    default:
      return fail(`it has ${parts.length > 5 ? "more than 5" : parts.length} parts; ${PARTS_WANTED}`);
  }
}
function decodeSerialised(token, depth) {
  const json = parseObject(token) ?? fail("it is no JSON object");
  if (text(json, "ciphertext") !== void 0) {
    const recipients = own(json, "recipients");
    const recipient = Array.isArray(recipients) && isObject(recipients[0]) ? recipients[0] : json;
    const header2 = { ...objectOf(recipient, "header"), ...objectOf(json, "unprotected"), ...protectedOf(json) };
    return encrypted(
      header2,
      member(recipient, "encrypted_key"),
      member(json, "ciphertext"),
      member(json, "iv"),
      member(json, "tag")
    );
  }
  const payload = own(json, "payload");
  if (typeof payload !== "string") return fail("it is JSON without payload or ciphertext");
  const list = own(json, "signatures");
  const entries = Array.isArray(list) ? list.slice(0, MAX_SIGNATURES) : [json];
  if (entries.length === 0) fail("it has no signatures");
  const disclosures = [];
  let unencoded = false;
  const signatures = entries.map((entry) => {
    if (!isObject(entry)) return fail("a signature is no JSON object");
    const unprotected = objectOf(entry, "header");
    const header2 = { ...unprotected, ...protectedOf(entry) };
    requireAlgorithm(header2);
    unencoded ||= own(header2, "b64") === false;
    const disclosed = own(unprotected, "disclosures");
    if (Array.isArray(disclosed))
      disclosures.push(...disclosed.filter((item) => typeof item === "string").slice(0, MAX_DISCLOSURES));
    return { header: header2, input: `${member(entry, "protected")}.${payload}`, bytes: bytesOf(member(entry, "signature"), "signature") };
  });
  const header = signatures[0]?.header ?? {};
  const encoded = unencoded ? base64url_exports.encode(new TextEncoder().encode(payload)) : payload;
  const decoded = signed("jws-json", header, encoded, isNone(header) ? [] : signatures, depth);
  return disclosures.length > 0 ? withDisclosures(decoded, disclosures, false) : decoded;
}
function decodeSelective(token, depth) {
  const [issued = "", ...rest] = token.split("~", MAX_DISCLOSURES + 2);
  const proof = rest.pop() ?? "";
  if (rest.length > MAX_DISCLOSURES) fail(`it has more than ${MAX_DISCLOSURES} disclosures`);
  const decoded = decodeCompact(issued, depth);
  if (decoded.claims === void 0) fail("an SD-JWT without claims");
  if (proof !== "") decodeCompact(proof, depth);
  return withDisclosures(decoded, rest, proof !== "");
}
function withDisclosures(decoded, disclosures, holderProof) {
  const claims = decoded.claims ?? {};
  const algorithm = DIGESTS.get(text(claims, "_sd_alg") ?? "sha-256");
  const known2 = /* @__PURE__ */ new Map();
  for (const disclosure of disclosures) {
    const content = parseJson(bytesOf(disclosure, "disclosure"));
    if (!Array.isArray(content) || content.length < 2 || content.length > 3)
      fail("a disclosure is no list of salt, name and value");
    if (algorithm) known2.set((0, import_node_crypto4.createHash)(algorithm).update(disclosure).digest("base64url"), content);
  }
  const disclosed = disclose(claims, known2, 0);
  return { ...decoded, claims: disclosed, disclosures: { count: disclosures.length, holderProof } };
}
function disclose(value, known2, depth) {
  if (depth > MAX_DEPTH) return "\u2026";
  const take = (digest, members) => {
    const content = typeof digest === "string" ? known2.get(digest) : void 0;
    if (content?.length !== members) return void 0;
    known2.delete(digest);
    return content;
  };
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      if (!isObject(item) || !Object.hasOwn(item, "...")) return [disclose(item, known2, depth + 1)];
      const content = take(item["..."], 2);
      return content ? [disclose(content[1], known2, depth + 1)] : [];
    });
  }
  if (!isObject(value)) return value;
  const entries = new Map(
    Object.entries(value).filter(([name]) => name !== "_sd" && name !== "_sd_alg").map(([name, item]) => [name, disclose(item, known2, depth + 1)])
  );
  const digests = own(value, "_sd");
  for (const digest of Array.isArray(digests) ? digests : []) {
    const content = take(digest, 3);
    const name = content?.[1];
    if (typeof name === "string" && !entries.has(name)) entries.set(name, disclose(content?.[2], known2, depth + 1));
  }
  return Object.fromEntries(entries);
}
function signed(format, header, payload, signatures, depth) {
  const bytes = bytesOf(payload, "payload");
  const claims = parseObject(bytes);
  if (claims) return { format, header, claims, signatures };
  const inner = depth < MAX_NESTED ? nested(header, bytes, depth + 1) : void 0;
  return { format, header, signatures, ...inner && { inner } };
}
function nested(header, payload, depth) {
  const content = Buffer.from(payload).toString("latin1").trim();
  if (!/^(application\/)?jwt$/i.test(text(header, "cty") ?? "") && !/^[\w-]{10,}\.[\w-]*\./.test(content)) return void 0;
  try {
    return decodeAny(content, depth);
  } catch (error) {
    if (error instanceof Malformed) return void 0;
    throw error;
  }
}
function encrypted(header, key, ciphertext, iv, tag) {
  requireAlgorithm(header);
  if (text(header, "enc") === void 0) fail("its header names no content encryption (enc)");
  const direct = /^(dir|ECDH-ES)$/.test(text(header, "alg") ?? "");
  if (key === "" && !direct) fail("its encrypted key is missing");
  if (ciphertext === "" || iv === "" || tag === "") fail("a part of it is empty");
  for (const part of [key, iv, ciphertext, tag]) requireAlphabet(part, "an encrypted part");
  const repeated = Object.fromEntries(Object.entries(header).filter(([name]) => ["iss", "sub", "aud"].includes(name)));
  return { format: "jwe", header, signatures: [], ...Object.keys(repeated).length > 0 && { claims: repeated } };
}
function parseHeader(part) {
  requireAlphabet(part, "header");
  let header;
  try {
    header = decodeProtectedHeader({ protected: part });
  } catch {
    return fail("its header is no JSON object");
  }
  requireAlgorithm(header);
  return header;
}
function isHeader(part) {
  try {
    return parseHeader(part) !== void 0;
  } catch {
    return false;
  }
}
function beginsHeader(part) {
  return /^[A-Za-z0-9_-]+$/.test(part) && /^\{\s*"[a-z]/.test(Buffer.from(part, "base64url").toString("latin1"));
}
function protectedOf(json) {
  const part = text(json, "protected");
  if (part === void 0) return {};
  requireAlphabet(part, "header");
  try {
    return decodeProtectedHeader({ protected: part });
  } catch {
    return fail("its protected header is no JSON object");
  }
}
function requireAlgorithm(header) {
  if (text(header, "alg") === void 0) fail("its header names no algorithm (alg)");
}
function isNone(header) {
  return text(header, "alg")?.toLowerCase() === "none";
}
function requireAlphabet(part, name) {
  const body = part.endsWith("=") ? part.replace(/={1,2}$/, "") : part;
  if (!/^[A-Za-z0-9_-]*$/.test(body)) fail(`its ${name} holds characters that base64url has not`);
  if (body.length % 4 === 1) fail(`its ${name} is one character short or long`);
}
function bytesOf(part, name) {
  requireAlphabet(part, name);
  return base64url_exports.decode(part.replace(/=+$/, ""));
}
function member(json, name) {
  return text(json, name) ?? "";
}
function objectOf(json, name) {
  const value = own(json, name);
  return isObject(value) ? value : {};
}
function parseObject(json) {
  const value = parseJson(json);
  return isObject(value) ? value : void 0;
}
var utf8 = new TextDecoder("utf-8", { fatal: true });
function parseJson(json) {
  try {
    return JSON.parse(typeof json === "string" ? json : utf8.decode(json));
  } catch {
    return void 0;
  }
}

// src/tokens/hmac.ts
var import_node_crypto5 = require("node:crypto");
var SIZES = {
  sha256: { block: 64, digest: 32 },
  sha384: { block: 128, digest: 48 },
  sha512: { block: 128, digest: 64 }
};
var INNER = 54;
var OUTER = 92;
function hmacUnderManyKeys(algorithm, message) {
  const { block, digest } = SIZES[algorithm];
  const inner = Buffer.alloc(block + message.length);
  const outer = Buffer.alloc(block + digest);
  inner.set(message, block);
  return (key) => {
    const short = key.length > block ? Buffer.from((0, import_node_crypto5.hash)(algorithm, key, "binary"), "latin1") : key;
    for (let i = 0; i < block; i++) {
      const byte = short[i] ?? 0;
      inner[i] = byte ^ INNER;
      outer[i] = byte ^ OUTER;
    }
    outer.write((0, import_node_crypto5.hash)(algorithm, inner, "binary"), block, "latin1");
    return (0, import_node_crypto5.hash)(algorithm, outer, "binary");
  };
}

// src/tokens/weakkeys.ts
var HMAC = { HS256: "sha256", HS384: "sha384", HS512: "sha512" };
var MAX_TRIES = 2e5;
var MAX_BYTES = 128 * 1024 * 1024;
var MAX_CHECKS = 500;
function findHmacKey(token, keys2 = keyRing().hmac, limits2 = {}) {
  const signature = signaturesOf(token).find(
    ({ header, bytes }) => Object.hasOwn(HMAC, text(header, "alg") ?? "") && bytes.length > 0
  );
  if (!signature) return { tried: 0, complete: true };
  const input2 = Buffer.from(signature.input, "utf8");
  const most = Math.min(limits2.tries ?? MAX_TRIES, Math.floor((limits2.bytes ?? MAX_BYTES) / (input2.length + 256)));
  const hmac = hmacUnderManyKeys(HMAC[text(signature.header, "alg")], input2);
  const wanted = Buffer.from(signature.bytes).toString("latin1");
  for (const [tried, key] of keys2.entries()) {
    if (tried >= most) return { tried, complete: false };
    if (hmac(key.bytes) === wanted) return { found: key, tried: tried + 1, complete: true };
  }
  return { tried: keys2.length, complete: true };
}
function findSigningKey(token, keys2, limits2 = {}) {
  const most = limits2.checks ?? MAX_CHECKS;
  let tried = 0;
  for (const signature of signaturesOf(token)) {
    if (signature.bytes.length === 0) continue;
    for (const { index, publicHalf } of keys2) {
      if (!fits(signature, publicHalf)) continue;
      if (tried >= most) return { tried, complete: false };
      tried++;
      if (signedBy(signature, publicHalf)) return { found: index, tried, complete: true };
    }
  }
  return { tried, complete: true };
}
function signaturesOf(token) {
  const all = (decoded2) => [...decoded2.signatures, ...decoded2.inner ? all(decoded2.inner) : []];
  const decoded = decodeToken(token);
  return "malformed" in decoded ? [] : all(decoded);
}
var CURVES2 = { ES256: "prime256v1", ES256K: "secp256k1", ES384: "secp384r1", ES512: "secp521r1" };
var EDWARDS2 = { EdDSA: ["ed25519", "ed448"], Ed25519: ["ed25519"], Ed448: ["ed448"] };
function fits({ header, bytes }, key) {
  const algorithm = text(header, "alg") ?? "";
  const type = key.asymmetricKeyType ?? "";
  if (Object.hasOwn(EDWARDS2, algorithm)) return EDWARDS2[algorithm].includes(type);
  if (Object.hasOwn(CURVES2, algorithm)) return key.asymmetricKeyDetails?.namedCurve === CURVES2[algorithm];
  return /^[RP]S(256|384|512)$/.test(algorithm) && (type === "rsa" || type === "rsa-pss") && Math.ceil((key.asymmetricKeyDetails?.modulusLength ?? 0) / 8) === bytes.length;
}
function signedBy({ header, input: input2, bytes }, key) {
  const algorithm = text(header, "alg") ?? "";
  const data = Buffer.from(input2, "utf8");
  const hash2 = `sha${algorithm.slice(2, 5)}`;
  try {
    if (Object.hasOwn(EDWARDS2, algorithm)) return (0, import_node_crypto6.verify)(null, data, key, bytes);
    if (algorithm.startsWith("ES")) return (0, import_node_crypto6.verify)(hash2, data, { key, dsaEncoding: "ieee-p1363" }, bytes);
    if (algorithm.startsWith("RS")) return (0, import_node_crypto6.verify)(hash2, data, key, bytes);
    const padding = { padding: import_node_crypto6.constants.RSA_PKCS1_PSS_PADDING, saltLength: import_node_crypto6.constants.RSA_PSS_SALTLEN_DIGEST };
    return (0, import_node_crypto6.verify)(hash2, data, { key, ...padding }, bytes);
  } catch {
    return false;
  }
}
function findKeys(token, explained, ring, limits2 = {}) {
  const problems = [];
  const hmac = findHmacKey(token, ring.hmac, limits2);
  if (hmac.found) problems.push(weakKeyProblem(hmac.found));
  const signing = findSigningKey(token, ring.private, limits2);
  if (signing.found !== void 0) problems.push(signingKeyProblem());
  const bound = boundTo(explained.binding, ring.private);
  if (bound !== void 0) problems.push(boundKeyProblem());
  return {
    problems,
    ...hmac.found?.index !== void 0 && { secret: hmac.found.index },
    ...signing.found !== void 0 && { signingKey: signing.found },
    ...bound !== void 0 && { boundKey: bound },
    tried: { tries: hmac.tried, bytes: hmac.tried * (token.length + 256), checks: signing.tried },
    complete: hmac.complete && signing.complete && ring.complete
  };
}
function weakKeyProblem(key) {
  const which = key.index !== void 0 ? "a secret that was found in the same scan" : key.text === "" ? "the empty key" : `the well-known key "${quoted(key.text)}"`;
  const how = key.encoding === "raw" ? "" : `, decoded from ${key.encoding}`;
  return {
    code: key.index === void 0 ? "weak-hmac-key" : "signing-key-in-repo",
    severity: "critical",
    text: `It is signed with ${which}${how}: anyone can mint tokens that the issuer's services take.`
  };
}
function signingKeyProblem() {
  return {
    code: "signing-key-in-repo",
    severity: "critical",
    text: "The private key that signed it was found in the same scan: anyone can mint tokens that the issuer's services take."
  };
}
function boundKeyProblem() {
  return {
    code: "bound-key-in-repo",
    severity: "high",
    text: "The private key that it is bound to was found in the same scan: the binding protects nothing."
  };
}

// src/tokens/links.ts
var SCAN_LIMITS = { tries: 2e6, bytes: 2 ** 30, checks: 2e4 };
function linkKeys(input2, limits2 = {}) {
  const ring = keyRing(input2.secrets, input2.privateKeys, input2.certificates);
  const left = { ...SCAN_LIMITS, ...limits2 };
  const tokens = input2.tokens.map(() => ({ problems: [], keys: [] }));
  let untried = 0;
  for (const index of unlikeFirst(input2.tokens)) {
    const { text: text2, token } = input2.tokens[index];
    const found = findKeys(text2, token, ring, left);
    left.tries -= found.tried.tries;
    left.bytes -= found.tried.bytes;
    left.checks -= found.tried.checks;
    if (!found.complete) untried++;
    const { problems, keys: keys2 } = tokens[index];
    problems.push(...found.problems);
    if (found.secret !== void 0) keys2.push({ of: "secrets", index: found.secret, relation: "signed-by" });
    if (found.signingKey !== void 0) keys2.push({ of: "privateKeys", index: found.signingKey, relation: "signed-by" });
    if (found.boundKey !== void 0) keys2.push({ of: "privateKeys", index: found.boundKey, relation: "bound-to" });
  }
  return { tokens, untried };
}
function unlikeFirst(tokens) {
  const seen = /* @__PURE__ */ new Map();
  const turns = tokens.map(({ token }, index) => {
    const sort = JSON.stringify([token.algorithm, token.keyId, token.issuer]);
    const turn = seen.get(sort) ?? 0;
    seen.set(sort, turn + 1);
    return { index, turn };
  });
  return turns.sort((a, b) => a.turn - b.turn || a.index - b.index).map(({ index }) => index);
}

// src/tokens/link-worker.ts
var { input, limits } = import_node_worker_threads.workerData;
import_node_worker_threads.parentPort.postMessage(linkKeys(input, limits));
