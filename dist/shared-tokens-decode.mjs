const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  MAX_DEPTH,
  isObject,
  own,
  quoted,
  strings,
  text
} from "./shared-tokens-json.mjs";
import {
  require_node_crypto
} from "./shared-builtin-node-crypto.mjs";
import {
  __export,
  __toESM
} from "./shared-runtime.mjs";

// src/tokens/decode.ts
var import_node_crypto = __toESM(require_node_crypto(), 1);

// node_modules/jose/dist/webapi/lib/buffer_utils.js
var encoder = new TextEncoder();
var decoder = new TextDecoder();
var strictDecoder = new TextDecoder("utf-8", { fatal: true });
var UINT32_RANGE = 2 ** 32;
function concat(...buffers) {
  const size = buffers.reduce((acc, { length }) => acc + length, 0), buf = new Uint8Array(size);
  let i = 0;
  for (const buffer of buffers)
    buf.set(buffer, i), i += buffer.length;
  return buf;
}
var NON_ASCII = /[^\x00-\x7f]/;
function encode(string) {
  if (typeof string == "string" && string.length >= 128) {
    if (NON_ASCII.test(string))
      throw new TypeError("non-ASCII string encountered in encode()");
    return encoder.encode(string);
  }
  const bytes = new Uint8Array(string.length);
  for (let i = 0; i < string.length; i++) {
    const code = string.charCodeAt(i);
    if (code > 127)
      throw new TypeError("non-ASCII string encountered in encode()");
    bytes[i] = code;
  }
  return bytes;
}
function encodeBase64(input, url = false) {
  if (Uint8Array.prototype.toBase64)
    return input.toBase64({ alphabet: url ? "base64url" : "base64", omitPadding: url });
  const CHUNK_SIZE = 32768, arr = [];
  for (let i = 0; i < input.length; i += CHUNK_SIZE)
    arr.push(String.fromCharCode.apply(null, input.subarray(i, i + CHUNK_SIZE)));
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

// node_modules/jose/dist/webapi/util/errors.js
var errors_exports = {};
__export(errors_exports, {
  JOSEAlgNotAllowed: () => JOSEAlgNotAllowed,
  JOSEError: () => JOSEError,
  JOSENotSupported: () => JOSENotSupported,
  JWEDecryptionFailed: () => JWEDecryptionFailed,
  JWEInvalid: () => JWEInvalid,
  JWKInvalid: () => JWKInvalid,
  JWKSInvalid: () => JWKSInvalid,
  JWKSMultipleMatchingKeys: () => JWKSMultipleMatchingKeys,
  JWKSNoMatchingKey: () => JWKSNoMatchingKey,
  JWKSTimeout: () => JWKSTimeout,
  JWSInvalid: () => JWSInvalid,
  JWSSignatureVerificationFailed: () => JWSSignatureVerificationFailed,
  JWTClaimValidationFailed: () => JWTClaimValidationFailed,
  JWTExpired: () => JWTExpired,
  JWTInvalid: () => JWTInvalid
});
var JOSEError = class extends Error {
  static code = "ERR_JOSE_GENERIC";
  code = "ERR_JOSE_GENERIC";
  constructor(message2, options) {
    super(message2, options), this.name = this.constructor.name, Error.captureStackTrace?.(this, this.constructor);
  }
};
var JWTClaimValidationFailed = class extends JOSEError {
  static code = "ERR_JWT_CLAIM_VALIDATION_FAILED";
  code = "ERR_JWT_CLAIM_VALIDATION_FAILED";
  claim;
  reason;
  payload;
  constructor(message2, payload, claim = "unspecified", reason = "unspecified") {
    super(message2, { cause: { claim, reason, payload } }), this.claim = claim, this.reason = reason, this.payload = payload;
  }
};
var JWTExpired = class extends JOSEError {
  static code = "ERR_JWT_EXPIRED";
  code = "ERR_JWT_EXPIRED";
  claim;
  reason;
  payload;
  constructor(message2, payload, claim = "unspecified", reason = "unspecified") {
    super(message2, { cause: { claim, reason, payload } }), this.claim = claim, this.reason = reason, this.payload = payload;
  }
};
var JOSEAlgNotAllowed = class extends JOSEError {
  static code = "ERR_JOSE_ALG_NOT_ALLOWED";
  code = "ERR_JOSE_ALG_NOT_ALLOWED";
};
var JOSENotSupported = class extends JOSEError {
  static code = "ERR_JOSE_NOT_SUPPORTED";
  code = "ERR_JOSE_NOT_SUPPORTED";
};
var JWEDecryptionFailed = class extends JOSEError {
  static code = "ERR_JWE_DECRYPTION_FAILED";
  code = "ERR_JWE_DECRYPTION_FAILED";
  constructor(message2 = "decryption operation failed", options) {
    super(message2, options);
  }
};
var JWEInvalid = class extends JOSEError {
  static code = "ERR_JWE_INVALID";
  code = "ERR_JWE_INVALID";
};
var JWSInvalid = class extends JOSEError {
  static code = "ERR_JWS_INVALID";
  code = "ERR_JWS_INVALID";
};
var JWTInvalid = class extends JOSEError {
  static code = "ERR_JWT_INVALID";
  code = "ERR_JWT_INVALID";
};
var JWKInvalid = class extends JOSEError {
  static code = "ERR_JWK_INVALID";
  code = "ERR_JWK_INVALID";
};
var JWKSInvalid = class extends JOSEError {
  static code = "ERR_JWKS_INVALID";
  code = "ERR_JWKS_INVALID";
};
var JWKSNoMatchingKey = class extends JOSEError {
  static code = "ERR_JWKS_NO_MATCHING_KEY";
  code = "ERR_JWKS_NO_MATCHING_KEY";
  constructor(message2 = "no applicable key found in the JSON Web Key Set", options) {
    super(message2, options);
  }
};
var JWKSMultipleMatchingKeys = class extends JOSEError {
  [Symbol.asyncIterator] = async function* () {
  };
  static code = "ERR_JWKS_MULTIPLE_MATCHING_KEYS";
  code = "ERR_JWKS_MULTIPLE_MATCHING_KEYS";
  constructor(message2 = "multiple matching keys found in the JSON Web Key Set", options) {
    super(message2, options);
  }
};
var JWKSTimeout = class extends JOSEError {
  static code = "ERR_JWKS_TIMEOUT";
  code = "ERR_JWKS_TIMEOUT";
  constructor(message2 = "request timed out", options) {
    super(message2, options);
  }
};
var JWSSignatureVerificationFailed = class extends JOSEError {
  static code = "ERR_JWS_SIGNATURE_VERIFICATION_FAILED";
  code = "ERR_JWS_SIGNATURE_VERIFICATION_FAILED";
  constructor(message2 = "signature verification failed", options) {
    super(message2, options);
  }
};

// node_modules/jose/dist/webapi/util/base64url.js
var base64url_exports = {};
__export(base64url_exports, {
  decode: () => decode,
  encode: () => encode2
});
var invalid = "The input to be decoded is not correctly encoded.";
function decode(input) {
  try {
    return decodeBase64(typeof input == "string" ? input : decoder.decode(input), true);
  } catch (cause) {
    throw new TypeError(invalid, { cause });
  }
}
function encode2(input) {
  return encodeBase64(typeof input == "string" ? encoder.encode(input) : input, true);
}

// node_modules/jose/dist/webapi/lib/validate.js
function isObject2(input) {
  if (typeof input != "object" || input === null || Object.prototype.toString.call(input) !== "[object Object]")
    return false;
  const prototype = Object.getPrototypeOf(input);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
function isDisjoint(...headers) {
  const parameters = /* @__PURE__ */ new Set();
  for (const header of headers)
    if (header)
      for (const parameter of Object.keys(header)) {
        if (parameters.has(parameter))
          return false;
        parameters.add(parameter);
      }
  return true;
}
function decodeBase64url(value, label, ErrorClass) {
  try {
    return decode(value);
  } catch (cause) {
    throw new ErrorClass(`Failed to base64url decode the ${label}`, { cause });
  }
}
function encodeAsciiMember(value, label, ErrorClass) {
  try {
    return encode(value);
  } catch (cause) {
    throw new ErrorClass(`The ${label} is not a valid base64url string`, { cause });
  }
}
function parseJoseHeader(encodedProtectedHeader, ErrorClass, message2) {
  let parsed;
  try {
    parsed = JSON.parse(strictDecoder.decode(decode(encodedProtectedHeader)));
  } catch (cause) {
    throw new ErrorClass(message2, { cause });
  }
  if (!isObject2(parsed))
    throw new ErrorClass(message2);
  return parsed;
}
var JWS_RECOGNIZED = { __proto__: null, b64: true };
function validateAlgorithms(option, algorithms) {
  if (algorithms !== void 0 && (!Array.isArray(algorithms) || algorithms.some((s) => typeof s != "string")))
    throw new TypeError(`"${option}" option must be an array of strings`);
  return algorithms === void 0 ? void 0 : new Set(algorithms);
}
function validateCrit(Err, recognizedDefault, recognizedOption, protectedHeader, joseHeader) {
  if (joseHeader.crit !== void 0 && protectedHeader?.crit === void 0)
    throw new Err('"crit" (Critical) Header Parameter MUST be integrity protected');
  if (!protectedHeader || protectedHeader.crit === void 0)
    return [];
  if (!Array.isArray(protectedHeader.crit) || protectedHeader.crit.length === 0 || protectedHeader.crit.some((input) => typeof input != "string" || input.length === 0))
    throw new Err('"crit" (Critical) Header Parameter MUST be an array of non-empty strings when present');
  const recognized = recognizedOption === void 0 ? recognizedDefault : { __proto__: null, ...recognizedOption, ...recognizedDefault };
  for (const parameter of protectedHeader.crit) {
    if (!(parameter in recognized))
      throw new JOSENotSupported(`Extension Header Parameter "${parameter}" is not recognized`);
    if (!Object.hasOwn(joseHeader, parameter) || joseHeader[parameter] === void 0)
      throw new Err(`Extension Header Parameter "${parameter}" is missing`);
    if (recognized[parameter] && (!Object.hasOwn(protectedHeader, parameter) || protectedHeader[parameter] === void 0))
      throw new Err(`Extension Header Parameter "${parameter}" MUST be integrity protected`);
  }
  return protectedHeader.crit;
}
function validateB64(protectedHeader, extensions) {
  if (extensions.includes("b64")) {
    const b64 = protectedHeader.b64;
    if (typeof b64 != "boolean")
      throw new JWSInvalid('The "b64" (base64url-encode payload) Header Parameter must be a boolean');
    return b64;
  }
  return true;
}

// node_modules/jose/dist/webapi/lib/key.js
var tag = (key) => key[Symbol.toStringTag];
var jwkMatchesOp = (entry, key, usage) => {
  const { alg } = entry;
  if (key.use !== void 0) {
    const expected = usage === "sign" || usage === "verify" ? "sig" : "enc";
    if (key.use !== expected)
      throw new TypeError(`Invalid key for this operation, its "use" must be "${expected}" when present`);
  }
  if (key.alg !== void 0 && key.alg !== alg)
    throw new TypeError(`Invalid key for this operation, its "alg" must be "${alg}" when present`);
  if (Array.isArray(key.key_ops)) {
    const expectedKeyOp = usage === "encrypt" || usage === "decrypt" ? entry.ops?.[usage === "encrypt" ? 0 : 1] : usage;
    if (expectedKeyOp && !key.key_ops.includes(expectedKeyOp))
      throw new TypeError(`Invalid key for this operation, its "key_ops" must include "${expectedKeyOp}" when present`);
  }
};
async function prepareKey(entry, key, usage) {
  const { alg, secret } = entry, requiresPrivateKey = usage === "decrypt" || usage === "sign";
  if (secret && key instanceof Uint8Array)
    return key;
  let normalized, keyObject;
  if (isObject2(key)) {
    if (normalized = normalizeJwk(key), typeof normalized.kty != "string")
      throw invalidKeyType(alg, key, secret);
    if (!(secret ? normalized.kty === "oct" && typeof normalized.k == "string" : normalized.kty !== "oct" && (requiresPrivateKey ? normalized.kty === "AKP" && typeof normalized.priv == "string" || typeof normalized.d == "string" : normalized.d === void 0 && normalized.priv === void 0)))
      throw new TypeError(secret ? 'JSON Web Key for symmetric algorithms must have JWK "kty" (Key Type) equal to "oct" and the JWK "k" (Key Value) present' : `JSON Web Key for this operation must be a ${requiresPrivateKey ? "private" : "public"} JWK`);
    if (jwkMatchesOp(entry, normalized, usage), normalized.kty === "oct")
      return decode(normalized.k);
    if (!Object.isFrozen(key)) {
      const { key_ops } = key;
      Array.isArray(key_ops) && Object.freeze(key_ops), Object.freeze(key);
    }
  } else {
    if (!isKeyLike(key))
      throw invalidKeyType(alg, key, secret);
    const expectedType = secret ? "secret" : requiresPrivateKey ? "private" : "public";
    if (key.type !== expectedType && (secret || ["secret", "public", "private"].includes(key.type)))
      throw new TypeError(`${tag(key)} instances must be of type "${expectedType}" for the ${alg} algorithm`);
    if (isCryptoKey(key))
      return key;
    if (keyObject = key, keyObject.type === "secret")
      return keyObject.export();
  }
  cache ||= /* @__PURE__ */ new WeakMap();
  const cacheKey = key;
  let cached = cache.get(cacheKey);
  if (cached?.[alg])
    return cached[alg];
  if (cached || cache.set(cacheKey, cached = {}), keyObject && typeof keyObject.toCryptoKey == "function") {
    const isPublic = keyObject.type === "public", crv = nist[keyObject.asymmetricKeyDetails?.namedCurve], params = entry.resolve?.({ crv, asymmetricKeyType: keyObject.asymmetricKeyType }) ?? entry.subtle;
    return cached[alg] = keyObject.toCryptoKey(params, isPublic, entry.usages[isPublic ? 0 : 1]);
  }
  return normalized ??= keyObject.export({ format: "jwk" }), normalized.alg = alg, cached[alg] = await jwkToKey(entry, normalized);
}
var cache;
var nist = {
  __proto__: null,
  prime256v1: "P-256",
  secp384r1: "P-384",
  secp521r1: "P-521"
};
var isCryptoKey = (key) => {
  if (key?.[Symbol.toStringTag] === "CryptoKey")
    return true;
  try {
    return key instanceof CryptoKey;
  } catch {
    return false;
  }
};
var isKeyObject = (key) => key?.[Symbol.toStringTag] === "KeyObject";
var isKeyLike = (key) => isCryptoKey(key) || isKeyObject(key);
function message(msg, actual, ...types) {
  if (types.length > 2) {
    const last = types.pop();
    msg += `one of type ${types.join(", ")}, or ${last}.`;
  } else types.length === 2 ? msg += `one of type ${types[0]} or ${types[1]}.` : msg += `of type ${types[0]}.`;
  return actual == null ? msg += ` Received ${actual}` : typeof actual == "function" && actual.name ? msg += ` Received function ${actual.name}` : typeof actual == "object" && actual != null && actual.constructor?.name && (msg += ` Received an instance of ${actual.constructor.name}`), msg;
}
function invalidKeyType(alg, actual, secret) {
  const types = ["CryptoKey", "KeyObject", "JSON Web Key"];
  return secret && types.push("Uint8Array"), new TypeError(message(`Key for the ${alg} algorithm must be `, actual, ...types));
}
var unusable = (name, prop = "algorithm.name") => new TypeError(`CryptoKey does not support this operation, its ${prop} must be ${name}`);
function checkUsage(key, usage) {
  if (usage && !key.usages.includes(usage))
    throw new TypeError(`CryptoKey does not support this operation, its usages must include ${usage}.`);
}
function checkModulusLength(alg, key) {
  const { modulusLength } = key.algorithm;
  if (typeof modulusLength != "number" || modulusLength < 2048)
    throw new TypeError(`${alg} requires key modulusLength to be 2048 bits or larger`);
}
function checkCryptoKey(key, expected, usage) {
  const algorithm = key.algorithm;
  if (algorithm.name !== expected.name)
    throw unusable(expected.name);
  if (expected.hash && algorithm.hash?.name !== expected.hash)
    throw unusable(expected.hash, "algorithm.hash");
  if (expected.namedCurve && algorithm.namedCurve !== expected.namedCurve)
    throw unusable(expected.namedCurve, "algorithm.namedCurve");
  if (expected.length !== void 0 && algorithm.length !== expected.length)
    throw unusable(expected.length, "algorithm.length");
  checkUsage(key, usage);
}
function snapshotJwk(jwk) {
  return { __proto__: null, ...jwk };
}
function normalizeJwk(jwk) {
  const normalized = snapshotJwk(jwk);
  if (normalized.ext !== void 0 && typeof normalized.ext != "boolean")
    throw new TypeError('"ext" (Extractable) Parameter must be a boolean');
  if (normalized.key_ops !== void 0) {
    const value = normalized.key_ops, keyOps = Array.isArray(value) ? [...value] : void 0;
    if (!keyOps || keyOps.some((operation) => typeof operation != "string") || new Set(keyOps).size !== keyOps.length)
      throw new TypeError('"key_ops" (Key Operations) Parameter must be an array of unique strings');
    normalized.key_ops = keyOps;
  }
  return normalized;
}
function validateExtractableOption(extractable) {
  if (extractable !== void 0 && typeof extractable != "boolean")
    throw new TypeError('"extractable" option must be a boolean');
  return extractable;
}
async function jwkToKey(entry, jwk, extractable) {
  if (!entry.kty.includes(jwk.kty))
    throw new JOSENotSupported('Invalid or unsupported JWK "alg" (Algorithm) Parameter value');
  const algorithm = entry.resolve?.({ kty: jwk.kty, crv: jwk.crv }) ?? entry.subtle, isPrivate = !!(jwk.d || jwk.priv), keyData = { ...jwk, ext: extractable ?? jwk.ext };
  return keyData.kty !== "AKP" && delete keyData.alg, delete keyData.use, crypto.subtle.importKey("jwk", keyData, algorithm, keyData.ext ?? !isPrivate, jwk.key_ops ?? entry.usages[isPrivate ? 1 : 0]);
}
async function rawKey(key, expected, usage, extractable = false) {
  return key instanceof Uint8Array && (key = await crypto.subtle.importKey("raw", key, expected, extractable, [usage])), checkCryptoKey(key, expected, usage), key;
}

// node_modules/jose/dist/webapi/lib/key_descriptor.js
function table(entries) {
  const out = { __proto__: null };
  for (const alg in entries)
    out[alg] = { ...entries[alg], alg };
  return out;
}

// node_modules/jose/dist/webapi/lib/jwe_algorithms.js
var wrap = [
  ["encrypt", "wrapKey"],
  ["decrypt", "unwrapKey"]
];
var derive = [[], ["deriveBits"]];
var none = [[], []];
function rsaes(bits) {
  return {
    kty: ["RSA"],
    mode: "key-encryption",
    subtle: { name: "RSA-OAEP", hash: `SHA-${bits}` },
    usages: wrap,
    ops: ["wrapKey", "unwrapKey"]
  };
}
function ecdh(mode) {
  return {
    kty: ["EC", "OKP"],
    mode,
    subtle: { name: "ECDH" },
    resolve: ({ kty, crv, asymmetricKeyType }) => {
      if (crv === "X25519" || asymmetricKeyType === "x25519")
        return { name: "X25519" };
      if (kty === "OKP")
        throw new JOSENotSupported('Invalid or unsupported JWK "alg" (Algorithm) Parameter value');
      return { name: "ECDH", namedCurve: crv };
    },
    usages: derive,
    ops: [void 0, "deriveBits"]
  };
}
function aeskw(bits, gcm = false) {
  return {
    kty: ["oct"],
    mode: "key-wrapping",
    secret: true,
    subtle: { name: gcm ? "AES-GCM" : "AES-KW", length: bits },
    usages: none,
    ops: gcm ? ["encrypt", "decrypt"] : ["wrapKey", "unwrapKey"]
  };
}
function pbes2() {
  return {
    kty: ["oct"],
    mode: "key-wrapping",
    secret: true,
    subtle: { name: "PBKDF2" },
    usages: none,
    ops: ["deriveBits", "deriveBits"]
  };
}
var JWE = table({
  dir: {
    kty: ["oct"],
    mode: "direct-encryption",
    secret: true,
    subtle: { name: "AES-GCM" },
    usages: none,
    ops: ["encrypt", "decrypt"]
  },
  "RSA-OAEP": rsaes(1),
  "RSA-OAEP-256": rsaes(256),
  "RSA-OAEP-384": rsaes(384),
  "RSA-OAEP-512": rsaes(512),
  "ECDH-ES": ecdh("direct-key-agreement"),
  "ECDH-ES+A128KW": ecdh("key-agreement-with-key-wrapping"),
  "ECDH-ES+A192KW": ecdh("key-agreement-with-key-wrapping"),
  "ECDH-ES+A256KW": ecdh("key-agreement-with-key-wrapping"),
  A128KW: aeskw(128),
  A192KW: aeskw(192),
  A256KW: aeskw(256),
  A128GCMKW: aeskw(128, true),
  A192GCMKW: aeskw(192, true),
  A256GCMKW: aeskw(256, true),
  "PBES2-HS256+A128KW": pbes2(),
  "PBES2-HS384+A192KW": pbes2(),
  "PBES2-HS512+A256KW": pbes2()
});
var contentOps = ["encrypt", "decrypt"];
function contentEncryption(bits, cbc = false) {
  return {
    kty: ["oct"],
    secret: true,
    subtle: { name: cbc ? "AES-CBC" : "AES-GCM", length: bits },
    usages: none,
    ops: contentOps,
    cekBits: bits,
    ivBits: cbc ? 128 : 96,
    cbc
  };
}
var ENC = table({
  A128GCM: contentEncryption(128),
  A192GCM: contentEncryption(192),
  A256GCM: contentEncryption(256),
  "A128CBC-HS256": contentEncryption(256, true),
  "A192CBC-HS384": contentEncryption(384, true),
  "A256CBC-HS512": contentEncryption(512, true)
});

// node_modules/jose/dist/webapi/lib/jws_algorithms.js
var sig = [["verify"], ["sign"]];
function hmac(bits) {
  const subtle = { name: "HMAC", hash: `SHA-${bits}` };
  return { kty: ["oct"], secret: true, subtle, signing: subtle, usages: sig };
}
function rsa(bits, saltLength) {
  const subtle = { name: saltLength ? "RSA-PSS" : "RSASSA-PKCS1-v1_5", hash: `SHA-${bits}` };
  return {
    kty: ["RSA"],
    subtle,
    signing: saltLength ? { ...subtle, saltLength } : subtle,
    usages: sig,
    minRsaBits: 2048
  };
}
function ecdsa(crv, bits) {
  return {
    kty: ["EC"],
    crv,
    subtle: { name: "ECDSA", namedCurve: crv },
    signing: { name: "ECDSA", hash: `SHA-${bits}` },
    usages: sig
  };
}
function eddsa() {
  const subtle = { name: "Ed25519" };
  return {
    kty: ["OKP"],
    crv: "Ed25519",
    subtle,
    signing: subtle,
    usages: sig
  };
}
function mldsa(parameterSet) {
  const subtle = { name: `ML-DSA-${parameterSet}` };
  return {
    kty: ["AKP"],
    subtle,
    signing: subtle,
    usages: sig
  };
}
var JWS = table({
  HS256: hmac(256),
  HS384: hmac(384),
  HS512: hmac(512),
  RS256: rsa(256),
  RS384: rsa(384),
  RS512: rsa(512),
  PS256: rsa(256, 32),
  PS384: rsa(384, 48),
  PS512: rsa(512, 64),
  ES256: ecdsa("P-256", 256),
  ES384: ecdsa("P-384", 384),
  ES512: ecdsa("P-521", 512),
  EdDSA: eddsa(),
  Ed25519: eddsa(),
  "ML-DSA-44": mldsa(44),
  "ML-DSA-65": mldsa(65),
  "ML-DSA-87": mldsa(87)
});
function jwsAlgorithm(alg) {
  const entry = typeof alg == "string" ? JWS[alg] : void 0;
  if (!entry)
    throw new JOSENotSupported(`alg ${alg} is not supported either by JOSE or your javascript runtime`);
  return entry;
}

// node_modules/jose/dist/webapi/lib/jws_verify.js
function prepareVerify(options) {
  return [options && validateAlgorithms("algorithms", options.algorithms), options?.crit];
}
function parseProtectedHeader(encodedProtectedHeader) {
  return encodedProtectedHeader === void 0 ? {} : parseJoseHeader(encodedProtectedHeader, JWSInvalid, "JWS Protected Header is invalid");
}
function encodeCompactUnencodedPayload(payload) {
  try {
    return encode(payload);
  } catch (cause) {
    throw new JWSInvalid("JWS Compact Serialization payload must use only ASCII characters", {
      cause
    });
  }
}
async function verifySignature(jws, shared, key, encodeUnencodedPayload, parsedProtected) {
  const { protected: encodedProtectedHeader, header, payload: inputPayload } = jws, protectedHeader = parsedProtected ?? parseProtectedHeader(encodedProtectedHeader);
  if (!isDisjoint(protectedHeader, header))
    throw new JWSInvalid("JWS Protected and JWS Unprotected Header Parameter names must be disjoint");
  const joseHeader = { ...protectedHeader, ...header }, b64 = validateB64(protectedHeader, validateCrit(JWSInvalid, JWS_RECOGNIZED, shared[1], protectedHeader, joseHeader)), { alg } = joseHeader;
  if (typeof alg != "string" || !alg)
    throw new JWSInvalid('JWS "alg" (Algorithm) Header Parameter missing or invalid');
  if (shared[0] && !shared[0].has(alg))
    throw new JOSEAlgNotAllowed('"alg" (Algorithm) Header Parameter value not allowed');
  if (b64) {
    if (typeof inputPayload != "string")
      throw new JWSInvalid("JWS Payload must be a string");
  } else if (typeof inputPayload != "string" && !(inputPayload instanceof Uint8Array))
    throw new JWSInvalid("JWS Payload must be a string or an Uint8Array instance");
  const signingPayload = b64 || typeof inputPayload != "string" ? inputPayload : encodeUnencodedPayload(inputPayload);
  let resolvedKey = false;
  typeof key == "function" && (key = await key(protectedHeader, jws), resolvedKey = true);
  const entry = jwsAlgorithm(alg), signingInput = concat(encodedProtectedHeader !== void 0 ? encode(encodedProtectedHeader) : new Uint8Array(), encode("."), typeof signingPayload == "string" ? shared[2] ??= encodeAsciiMember(signingPayload, "payload", JWSInvalid) : signingPayload), signature = decodeBase64url(jws.signature, "signature", JWSInvalid), verificationKey = await prepareKey(entry, key, "verify"), cryptoKey = await rawKey(verificationKey, entry.subtle, "verify");
  entry.minRsaBits && checkModulusLength(entry.alg, cryptoKey);
  let verified = false;
  try {
    verified = await crypto.subtle.verify(entry.signing, cryptoKey, signature, signingInput);
  } catch (cause) {
    throw new JWSSignatureVerificationFailed(void 0, { cause });
  }
  if (!verified)
    throw new JWSSignatureVerificationFailed();
  const result = { payload: typeof signingPayload == "string" ? decodeBase64url(signingPayload, "payload", JWSInvalid) : signingPayload };
  return encodedProtectedHeader !== void 0 && (result.protectedHeader = protectedHeader), header !== void 0 && (result.unprotectedHeader = header), resolvedKey ? [{ ...result, key: verificationKey }, b64] : [result, b64];
}
async function verifyCompact(jws, shared, key) {
  if (jws instanceof Uint8Array && (jws = decoder.decode(jws)), typeof jws != "string")
    throw new JWSInvalid("Compact JWS must be a string or Uint8Array");
  const { 0: protectedHeader, 1: payload, 2: signature, length } = jws.split(".");
  if (length !== 3)
    throw new JWSInvalid("Invalid Compact JWS");
  return verifySignature({ payload, protected: protectedHeader, signature }, shared, key, encodeCompactUnencodedPayload);
}

// node_modules/jose/dist/webapi/jws/compact/verify.js
async function compactVerify(jws, key, options) {
  const [result] = await verifyCompact(jws, prepareVerify(options), key);
  return result;
}

// node_modules/jose/dist/webapi/lib/key_algorithm.js
function unsupportedAlg(source = 'JWK "alg" (Algorithm) Parameter') {
  throw new JOSENotSupported(`Invalid or unsupported ${source} value`);
}
function keyAlgorithm(alg, source) {
  return (typeof alg == "string" ? JWS[alg] ?? JWE[alg] : void 0) ?? unsupportedAlg(source);
}

// node_modules/jose/dist/webapi/key/import.js
async function importJWK(jwk, alg, options) {
  if (!isObject2(jwk))
    throw new TypeError("JWK must be an object");
  const normalized = normalizeJwk(jwk), extractable = validateExtractableOption(options?.extractable), { alg: jwkAlg } = normalized;
  if (alg ??= jwkAlg, normalized.kty !== "oct" && !alg)
    throw new TypeError('"alg" argument is required when "jwk.alg" is not present');
  switch (normalized.kty) {
    case "oct":
      if (typeof normalized.k != "string")
        throw new TypeError('missing "k" (Key Value) Parameter value');
      return decode(normalized.k);
    case "AKP": {
      if (typeof jwkAlg != "string" || !jwkAlg)
        throw new TypeError('missing "alg" (Algorithm) Parameter value');
      if (alg !== jwkAlg)
        throw new TypeError("JWK alg and alg option value mismatch");
      return jwkToKey(keyAlgorithm(alg), normalized, extractable);
    }
    case "RSA":
    case "EC":
    case "OKP":
      return jwkToKey(keyAlgorithm(alg), normalized, extractable);
    default:
      throw new JOSENotSupported('Unsupported "kty" (Key Type) Parameter value');
  }
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
  const known = /* @__PURE__ */ new Map();
  for (const disclosure of disclosures) {
    const content = parseJson(bytesOf(disclosure, "disclosure"));
    if (!Array.isArray(content) || content.length < 2 || content.length > 3)
      fail("a disclosure is no list of salt, name and value");
    if (algorithm) known.set((0, import_node_crypto.createHash)(algorithm).update(disclosure).digest("base64url"), content);
  }
  const disclosed = disclose(claims, known, 0);
  return { ...decoded, claims: disclosed, disclosures: { count: disclosures.length, holderProof } };
}
function disclose(value, known, depth) {
  if (depth > MAX_DEPTH) return "\u2026";
  const take = (digest, members) => {
    const content = typeof digest === "string" ? known.get(digest) : void 0;
    if (content?.length !== members) return void 0;
    known.delete(digest);
    return content;
  };
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      if (!isObject(item) || !Object.hasOwn(item, "...")) return [disclose(item, known, depth + 1)];
      const content = take(item["..."], 2);
      return content ? [disclose(content[1], known, depth + 1)] : [];
    });
  }
  if (!isObject(value)) return value;
  const entries = new Map(
    Object.entries(value).filter(([name]) => name !== "_sd" && name !== "_sd_alg").map(([name, item]) => [name, disclose(item, known, depth + 1)])
  );
  const digests = own(value, "_sd");
  for (const digest of Array.isArray(digests) ? digests : []) {
    const content = take(digest, 3);
    const name = content?.[1];
    if (typeof name === "string" && !entries.has(name)) entries.set(name, disclose(content?.[2], known, depth + 1));
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
function encrypted(header, key, ciphertext, iv, tag2) {
  requireAlgorithm(header);
  if (text(header, "enc") === void 0) fail("its header names no content encryption (enc)");
  const direct = /^(dir|ECDH-ES)$/.test(text(header, "alg") ?? "");
  if (key === "" && !direct) fail("its encrypted key is missing");
  if (ciphertext === "" || iv === "" || tag2 === "") fail("a part of it is empty");
  for (const part of [key, iv, ciphertext, tag2]) requireAlphabet(part, "an encrypted part");
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

// src/tokens/problems.ts
var SIGNATURE_BYTES = {
  HS256: [32],
  HS384: [48],
  HS512: [64],
  ES256: [64],
  ES256K: [64],
  ES384: [96],
  ES512: [132],
  EdDSA: [64, 114],
  Ed25519: [64],
  Ed448: [114]
};
var MIN_RSA_BYTES = 256;
var WEAK_RSA_BYTES = /* @__PURE__ */ new Set([64, 96, 128, 192]);
var DAY = 24 * 3600;
var YEAR = 365 * DAY;
var USABLE = /* @__PURE__ */ new Set(["access", "refresh", "service-account", "session", "unknown", "id"]);
function problemsOf(input) {
  return [
    ...signatureProblems(input.decoded),
    ...headerProblems(input),
    ...input.claims ? claimProblems(input, input.claims) : [],
    ...contentProblems(input)
  ];
}
function problem(code, severity, sentence) {
  return { code, severity, text: sentence };
}
function signatureProblems(decoded) {
  if (decoded.format === "jwe") return [];
  if (isNone(decoded.header)) {
    return [
      problem(
        "alg-none",
        "medium",
        "It is not signed (alg none): a service that takes it takes anything that anyone writes (RFC 8725 section 3.1)."
      )
    ];
  }
  return decoded.signatures.slice(0, 1).flatMap(({ header, bytes }) => {
    const algorithm = text(header, "alg") ?? "";
    if (bytes.every((byte) => byte === 0)) {
      return [
        problem(
          "empty-signature",
          "medium",
          "Its signature is empty: it was cut off, or it is meant for a service that does not look at it."
        )
      ];
    }
    const lengths = Object.hasOwn(SIGNATURE_BYTES, algorithm) ? SIGNATURE_BYTES[algorithm] : void 0;
    if (lengths && !lengths.includes(bytes.length)) {
      return [
        problem(
          "signature-length",
          "low",
          `A signature of ${algorithm} has ${lengths.join(" or ")} bytes, this one has ${bytes.length}: no verifier takes it.`
        )
      ];
    }
    if (/^[RP]S\d{3}$/.test(algorithm) && WEAK_RSA_BYTES.has(bytes.length)) {
      return [
        problem(
          "weak-rsa-key",
          "medium",
          `It is signed with an RSA key of ${8 * bytes.length} bits; RFC 7518 section 3.3 asks for at least 2048.`
        )
      ];
    }
    if (/^[RP]S\d{3}$/.test(algorithm) && (bytes.length < MIN_RSA_BYTES || bytes.length % 8 !== 0)) {
      return [
        problem(
          "signature-length",
          "low",
          `Its RSA signature has ${bytes.length} bytes, which no key in use makes: it was cut, and no verifier takes it.`
        )
      ];
    }
    return [];
  });
}
function headerProblems({ decoded: { header }, type }) {
  const found = [];
  for (const name of ["jku", "x5u"]) {
    const url = text(header, name);
    if (url !== void 0) {
      found.push(
        problem(
          `${name}-header`,
          "medium",
          `Its header says where to fetch the key (${name}: ${quoted(url)}): a verifier that follows it can be given a forger's key (RFC 8725 section 3.10).`
        )
      );
    }
  }
  const jwk = own(header, "jwk");
  if (isObject(jwk) && (text(jwk, "d") !== void 0 || text(jwk, "k") !== void 0)) {
    found.push(
      problem("embedded-private-key", "critical", "Its header holds the private key itself: anyone can sign further tokens.")
    );
  } else if (isObject(jwk) && type !== "dpop-proof" && type !== "credential") {
    found.push(
      problem(
        "embedded-jwk",
        "medium",
        "Its header brings its own key (jwk): a verifier that believes it takes tokens of anyone (CVE-2018-0114)."
      )
    );
  }
  if (own(header, "x5c") !== void 0)
    found.push(
      problem(
        "x5c-header",
        "info",
        "Its header holds a certificate chain (x5c): the verifier must check it against roots of its own."
      )
    );
  const keyId = strings(own(header, "kid"))[0] ?? "";
  if (/\.\.[/\\]|^\/(etc|dev|proc|tmp|var)\/|%2e%2e|\0/i.test(keyId)) {
    found.push(
      problem(
        "kid-injection",
        "high",
        `Its key id is a path (${quoted(keyId)}): someone tried to make a verifier read a file of their choice as key.`
      )
    );
  } else if (/'\s*(or|and|union)\b|\bunion\s+(all\s+)?select\b|;\s*(drop|select)\b|['"\s;]--|\|\s*\w+\s*$/i.test(keyId)) {
    found.push(
      problem(
        "kid-injection",
        "high",
        `Its key id is a query or a command (${quoted(keyId)}): someone tried to inject it into the search for the key.`
      )
    );
  } else if (/^https?:\/\//i.test(keyId)) {
    found.push(
      problem("kid-injection", "low", `Its key id is a URL (${quoted(keyId)}): a verifier that fetches it can be led elsewhere.`)
    );
  }
  return found;
}
function claimProblems({ decoded, type, lifetime, privilege }, claims) {
  const found = [];
  const usable = USABLE.has(type) && decoded.format !== "jwe";
  if (usable && lifetime.state !== "unknown" && lifetime.expiresAt === void 0) {
    found.push(problem("no-expiry", "high", "It never ends (no exp): a static key in a token's clothing."));
  }
  const seconds = lifetime.lifetimeSeconds;
  if (usable && seconds !== void 0 && seconds > 30 * DAY) {
    const years = seconds / YEAR;
    const span = years >= 1 ? `${years.toFixed(years < 10 ? 1 : 0)} years` : `${Math.round(seconds / DAY)} days`;
    found.push(
      problem("very-long-lived", years >= 1 ? "high" : "medium", `It lives for ${span}: a static key in a token's clothing.`)
    );
  }
  if (privilege === "admin")
    found.push(problem("admin-privilege", "high", "It administers: whoever holds it can change who else may do what."));
  const audience = own(claims, "aud");
  const audiences = strings(audience);
  if (audiences.some((value) => value === "*" || /^https?:\/\/\*?$/.test(value) || value.startsWith("*."))) {
    found.push(problem("wildcard-audience", "medium", "Its audience is a wildcard: it is meant for every service."));
  } else if (audiences.length === 0 && usable && type !== "session") {
    found.push(
      problem(
        "no-audience",
        "low",
        "It names no audience: every service that trusts the issuer may take it (RFC 8725 section 3.9)."
      )
    );
  }
  const issuer = text(claims, "iss");
  if (issuer !== void 0 && /^http:\/\//i.test(issuer) && !isLocalUrl(issuer)) {
    found.push(
      problem(
        "http-issuer",
        "low",
        `Its issuer is reached without encryption (${quoted(issuer)}): its keys can be replaced on the way.`
      )
    );
  }
  for (const { claim, how } of lifetime.odd) {
    if (how === "milliseconds") {
      found.push(
        problem(
          "milliseconds-time",
          claim === "exp" ? "medium" : "low",
          `${claim} does not count in seconds: a verifier by RFC 7519 reads it as a day thousands of years away.`
        )
      );
    } else if (how === "text") {
      found.push(
        problem(
          "text-time",
          "low",
          `${claim} is text where RFC 7519 asks for a number: verifiers differ in what they make of it.`
        )
      );
    } else {
      found.push(problem("unreadable-time", "low", `${claim} is no time.`));
    }
  }
  if (lifetime.future.length > 0)
    found.push(
      problem(
        "future-issued",
        "low",
        `${lifetime.future.join(" and ")} ${lifetime.future.length > 1 ? "lie" : "lies"} in the future: a wrong clock, or a token made in advance.`
      )
    );
  return found;
}
function contentProblems({ claims, demo, personal, secrets }) {
  const found = [];
  if (demo) found.push(problem("demo-key", "info", "It is a key of a local development server, which everyone has."));
  if (claims && isSample(claims))
    found.push(problem("example-token", "info", "It is the example of documentation: its subject was never anyone."));
  if (secrets.length > 0)
    found.push(
      problem(
        "secret-inside",
        "high",
        `It holds further secrets (${secrets.map((name) => quoted(name, 40)).join(", ")}), readable by anyone.`
      )
    );
  if (personal.length > 0)
    found.push(problem("personal-data", "low", `It holds personal data, readable by anyone: ${personal.join(", ")}.`));
  return found;
}
function isSample(claims) {
  const subject = own(claims, "sub");
  if (subject === "1234567890" && (own(claims, "iat") === 1516239022 || own(claims, "name") === "John Doe")) return true;
  return own(claims, "iss") === "joe" && own(claims, "exp") === 1300819380;
}
function isLocalUrl(value) {
  if (!URL.canParse(value)) return false;
  const host = new URL(value).hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  return host === "::1" || host.startsWith("127.") || !/[.:]/.test(host) || /(^|\.)(localhost|local|test|invalid|example|internal|lan|home\.arpa)$/.test(host) || /(^|\.)example\.(com|net|org)$/.test(host);
}

export {
  errors_exports,
  compactVerify,
  importJWK,
  MAX_LENGTH,
  decodeToken,
  isNone,
  problemsOf,
  isLocalUrl
};
