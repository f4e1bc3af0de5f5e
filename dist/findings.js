const __moduleUrl = require('node:url').pathToFileURL(__filename).href;
"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
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

// node_modules/jose/dist/webapi/lib/buffer_utils.js
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
var encoder, decoder, strictDecoder, UINT32_RANGE;
var init_buffer_utils = __esm({
  "node_modules/jose/dist/webapi/lib/buffer_utils.js"() {
    encoder = new TextEncoder();
    decoder = new TextDecoder();
    strictDecoder = new TextDecoder("utf-8", { fatal: true });
    UINT32_RANGE = 2 ** 32;
  }
});

// node_modules/jose/dist/webapi/util/base64url.js
var base64url_exports = {};
__export(base64url_exports, {
  decode: () => decode,
  encode: () => encode
});
function decode(input) {
  try {
    return decodeBase64(typeof input == "string" ? input : decoder.decode(input), true);
  } catch (cause) {
    throw new TypeError(invalid, { cause });
  }
}
function encode(input) {
  return encodeBase64(typeof input == "string" ? encoder.encode(input) : input, true);
}
var invalid;
var init_base64url = __esm({
  "node_modules/jose/dist/webapi/util/base64url.js"() {
    init_buffer_utils();
    invalid = "The input to be decoded is not correctly encoded.";
  }
});

// node_modules/jose/dist/webapi/lib/validate.js
function isObject(input) {
  if (typeof input != "object" || input === null || Object.prototype.toString.call(input) !== "[object Object]")
    return false;
  const prototype = Object.getPrototypeOf(input);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
function parseJoseHeader(encodedProtectedHeader, ErrorClass, message) {
  let parsed;
  try {
    parsed = JSON.parse(strictDecoder.decode(decode(encodedProtectedHeader)));
  } catch (cause) {
    throw new ErrorClass(message, { cause });
  }
  if (!isObject(parsed))
    throw new ErrorClass(message);
  return parsed;
}
var init_validate = __esm({
  "node_modules/jose/dist/webapi/lib/validate.js"() {
    init_base64url();
    init_buffer_utils();
  }
});

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
var init_decode_protected_header = __esm({
  "node_modules/jose/dist/webapi/util/decode_protected_header.js"() {
    init_validate();
  }
});

// node_modules/jose/dist/webapi/index.js
var init_webapi = __esm({
  "node_modules/jose/dist/webapi/index.js"() {
    init_decode_protected_header();
    init_base64url();
  }
});

// src/tokens/json.ts
function isObject2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function own(object, name) {
  return Object.hasOwn(object, name) ? object[name] : void 0;
}
function text(object, name) {
  const value = own(object, name);
  return typeof value === "string" && value !== "" ? value : void 0;
}
function strings(value) {
  if (Array.isArray(value)) return value.flatMap((item) => typeof item === "object" ? [] : strings(item));
  if (typeof value === "string") return value === "" ? [] : [value];
  if (typeof value === "number" || typeof value === "boolean") return [String(value)];
  return [];
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
var MAX_DEPTH;
var init_json = __esm({
  "src/tokens/json.ts"() {
    "use strict";
    MAX_DEPTH = 32;
  }
});

// src/tokens/decode.ts
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
  const json2 = parseObject(token) ?? fail("it is no JSON object");
  if (text(json2, "ciphertext") !== void 0) {
    const recipients = own(json2, "recipients");
    const recipient = Array.isArray(recipients) && isObject2(recipients[0]) ? recipients[0] : json2;
    const header2 = { ...objectOf(recipient, "header"), ...objectOf(json2, "unprotected"), ...protectedOf(json2) };
    return encrypted(
      header2,
      member(recipient, "encrypted_key"),
      member(json2, "ciphertext"),
      member(json2, "iv"),
      member(json2, "tag")
    );
  }
  const payload = own(json2, "payload");
  if (typeof payload !== "string") return fail("it is JSON without payload or ciphertext");
  const list2 = own(json2, "signatures");
  const entries = Array.isArray(list2) ? list2.slice(0, MAX_SIGNATURES) : [json2];
  if (entries.length === 0) fail("it has no signatures");
  const disclosures = [];
  let unencoded = false;
  const signatures = entries.map((entry) => {
    if (!isObject2(entry)) return fail("a signature is no JSON object");
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
    if (algorithm) known2.set((0, import_node_crypto2.createHash)(algorithm).update(disclosure).digest("base64url"), content);
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
      if (!isObject2(item) || !Object.hasOwn(item, "...")) return [disclose(item, known2, depth + 1)];
      const content = take(item["..."], 2);
      return content ? [disclose(content[1], known2, depth + 1)] : [];
    });
  }
  if (!isObject2(value)) return value;
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
function protectedOf(json2) {
  const part = text(json2, "protected");
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
function member(json2, name) {
  return text(json2, name) ?? "";
}
function objectOf(json2, name) {
  const value = own(json2, name);
  return isObject2(value) ? value : {};
}
function parseObject(json2) {
  const value = parseJson(json2);
  return isObject2(value) ? value : void 0;
}
function parseJson(json2) {
  try {
    return JSON.parse(typeof json2 === "string" ? json2 : utf8.decode(json2));
  } catch {
    return void 0;
  }
}
var import_node_crypto2, MAX_LENGTH, MAX_NESTED, MAX_SIGNATURES, MAX_DISCLOSURES, DIGESTS, PARTS_WANTED, Malformed, CUT, utf8;
var init_decode = __esm({
  "src/tokens/decode.ts"() {
    "use strict";
    import_node_crypto2 = require("node:crypto");
    init_webapi();
    init_json();
    MAX_LENGTH = 64 * 1024;
    MAX_NESTED = 3;
    MAX_SIGNATURES = 16;
    MAX_DISCLOSURES = 512;
    DIGESTS = /* @__PURE__ */ new Map([
      ["sha-256", "sha256"],
      ["sha-384", "sha384"],
      ["sha-512", "sha512"]
    ]);
    PARTS_WANTED = "a signed token has three parts with dots between them, an encrypted one five";
    Malformed = class extends Error {
    };
    CUT = /(?:\.{3}|…)\s*$|(?:\.{3}|…|\s|[\w-])[[(<][^\])>]{0,40}[\])>]$/;
    utf8 = new TextDecoder("utf-8", { fatal: true });
  }
});

// src/tokens/problems.ts
function problemsOf(input) {
  return [
    ...signatureProblems(input.decoded),
    ...headerProblems(input),
    ...input.claims ? claimProblems(input, input.claims) : [],
    ...contentProblems(input)
  ];
}
function problem(code, severity, sentence2) {
  return { code, severity, text: sentence2 };
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
  if (isObject2(jwk) && (text(jwk, "d") !== void 0 || text(jwk, "k") !== void 0)) {
    found.push(
      problem("embedded-private-key", "critical", "Its header holds the private key itself: anyone can sign further tokens.")
    );
  } else if (isObject2(jwk) && type !== "dpop-proof" && type !== "credential") {
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
  for (const { claim: claim2, how } of lifetime.odd) {
    if (how === "milliseconds") {
      found.push(
        problem(
          "milliseconds-time",
          claim2 === "exp" ? "medium" : "low",
          `${claim2} does not count in seconds: a verifier by RFC 7519 reads it as a day thousands of years away.`
        )
      );
    } else if (how === "text") {
      found.push(
        problem(
          "text-time",
          "low",
          `${claim2} is text where RFC 7519 asks for a number: verifiers differ in what they make of it.`
        )
      );
    } else {
      found.push(problem("unreadable-time", "low", `${claim2} is no time.`));
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
var SIGNATURE_BYTES, MIN_RSA_BYTES, WEAK_RSA_BYTES, DAY, YEAR, USABLE;
var init_problems = __esm({
  "src/tokens/problems.ts"() {
    "use strict";
    init_decode();
    init_json();
    SIGNATURE_BYTES = {
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
    MIN_RSA_BYTES = 256;
    WEAK_RSA_BYTES = /* @__PURE__ */ new Set([64, 96, 128, 192]);
    DAY = 24 * 3600;
    YEAR = 365 * DAY;
    USABLE = /* @__PURE__ */ new Set(["access", "refresh", "service-account", "session", "unknown", "id"]);
  }
});

// src/tokens/claims.ts
var CLAIMS, TIME_CLAIMS;
var init_claims = __esm({
  "src/tokens/claims.ts"() {
    "use strict";
    CLAIMS = new Map(
      Object.entries({
        iss: "who issued it",
        sub: "whom it is about",
        aud: "which services it is meant for",
        exp: "not to be taken after",
        nbf: "not to be taken before",
        iat: "when it was issued",
        jti: "the token's own id",
        scope: "what it allows",
        scp: "what it allows",
        scopes: "what it allows",
        permissions: "what it allows",
        roles: "the subject's roles",
        role: "the subject's role",
        groups: "the subject's groups",
        entitlements: "what the subject is entitled to",
        authorities: "the subject's roles",
        authorization_details: "what it allows, in detail (RFC 9396)",
        client_id: "the application that it was issued to",
        azp: "the application that it was issued to",
        cid: "the application that it was issued to",
        appid: "the application that it was issued to",
        gty: "the grant by which it was issued",
        cnf: "the key that its sender must hold",
        act: "who acts for the subject (RFC 8693)",
        may_act: "who may act for the subject (RFC 8693)",
        nonce: "ties it to one login request",
        auth_time: "when the user signed in",
        acr: "how strongly the user signed in",
        amr: "by which means the user signed in",
        at_hash: "hash of the access token issued with it",
        c_hash: "hash of the code issued with it",
        s_hash: "hash of the state of the login request",
        sid: "the session",
        session_state: "the session",
        session_id: "the session",
        typ: "the kind of token",
        token_use: "the kind of token",
        token_type: "the kind of token",
        events: "what happened (RFC 8417)",
        toe: "when it happened",
        txn: "the transaction",
        htm: "the method of the one request it proves",
        htu: "the address of the one request it proves",
        ath: "hash of the access token sent with it",
        vc: "a verifiable credential",
        vp: "a presentation of credentials",
        vct: "the type of credential",
        status: "where its revocation can be looked up",
        email: "email address",
        email_verified: "whether the issuer checked the email address",
        phone_number: "telephone number",
        name: "full name",
        given_name: "first name",
        family_name: "last name",
        preferred_username: "the name by which the user wants to be called",
        locale: "language and region",
        zoneinfo: "time zone",
        updated_at: "when the profile last changed",
        tid: "tenant",
        oid: "the subject's object id",
        upn: "user name",
        unique_name: "user name",
        ver: "version of the token format",
        idtyp: "whether a user or an application is the subject",
        wids: "directory roles",
        xms_cc: "what the client can handle (continuous access evaluation)",
        realm_access: "roles in the realm",
        resource_access: "roles at applications",
        "allowed-origins": "web origins that may use it",
        "cognito:groups": "groups",
        "cognito:roles": "IAM roles",
        "cognito:username": "user name",
        origin_jti: "the refresh token that it came from",
        hd: "Google Workspace domain",
        org_id: "organization",
        firebase: "how the user signed in to Firebase",
        user_id: "user",
        ref: "the project, or the branch or tag of git",
        aal: "how strongly the user signed in",
        is_anonymous: "whether the user has no account",
        "kubernetes.io": "the pod and service account that it is bound to",
        repository: "repository",
        repository_owner: "owner of the repository",
        job_workflow_ref: "workflow that asked for it",
        runner_environment: "where the job ran",
        actor: "who started the run",
        project_path: "project",
        pipeline_id: "pipeline",
        job_id: "job",
        ref_protected: "whether the branch or tag is protected",
        access: "what it allows, by resource",
        grants: "what it allows"
      })
    );
    TIME_CLAIMS = /* @__PURE__ */ new Set([
      "exp",
      "nbf",
      "iat",
      "auth_time",
      "toe",
      "updated_at",
      "warnafter",
      "tokenExp"
    ]);
  }
});

// src/tokens/capability.ts
function readPaseto(text2) {
  const parts = /^(v[1-4])\.(local|public)\.([\w-]{32,})(?:\.([\w-]+))?$/.exec(text2);
  if (!parts) return void 0;
  const [, version = "", purpose = "", payload = "", footer] = parts;
  const name = `${version}.${purpose}`;
  const bytes = Buffer.from(payload, "base64url");
  const claims = purpose === "public" ? json(bytes.subarray(0, Math.max(0, bytes.length - (PASETO_SIGNATURE[version] ?? 0)))) : void 0;
  if (purpose === "public" && !claims) return void 0;
  const footerText = footer === void 0 ? "" : Buffer.from(footer, "base64url").toString("utf8");
  const footerJson = json(footerText);
  return {
    provider: "PASETO",
    kind: `PASETO ${version} ${purpose === "public" ? "signed token" : "encrypted token"}`,
    algorithm: PASETO_ALGORITHM[name] ?? name,
    claims: { ...claims, ...footerText !== "" && { footer: footerJson ?? quoted(footerText, 200) } },
    ...claims && { claimSet: true }
  };
}
function readBranca(text2, now) {
  if (!/^[0-9A-Za-z]{61,2000}$/.test(text2)) return void 0;
  let number = 0n;
  for (const char of text2) number = number * 62n + BigInt(BASE62.indexOf(char));
  const hex = number.toString(16);
  if (hex.length % 2 !== 0 || !hex.startsWith("ba") || hex.length / 2 < BRANCA_OVERHEAD) return void 0;
  const created = Number.parseInt(hex.slice(2, 10), 16);
  if (created < 1483228800 || created > now.getTime() / 1e3 + 86400) return void 0;
  return { provider: "Branca", kind: "Branca encrypted token", algorithm: "XChaCha20-Poly1305", claims: {}, issuedAt: created };
}
function readMacaroon(text2) {
  if (text2.startsWith("{")) {
    const object = json(text2);
    if (object?.v !== 2 || !(typeof object.s64 === "string" || typeof object.s === "string")) return void 0;
    const list2 = Array.isArray(object.c) ? object.c : [];
    const caveats = list2.slice(0, MAX_CAVEATS).flatMap((caveat) => isObject2(caveat) ? [fieldText(caveat.i, caveat.i64)] : []);
    return macaroon(fieldText(object.l, void 0), fieldText(object.i, object.i64), caveats);
  }
  if (!/^[\w+/-]{40,}={0,2}$/.test(text2)) return void 0;
  const bytes = Buffer.from(text2, "base64");
  return bytes[0] === 2 ? readBinaryMacaroon(bytes) : readPackets(bytes);
}
function fieldText(plain2, encoded) {
  if (typeof plain2 === "string") return plain2;
  return typeof encoded === "string" ? Buffer.from(encoded, "base64").toString("utf8") : "";
}
function readPackets(bytes) {
  const packets = [];
  let at = 0;
  while (at < bytes.length && packets.length < MAX_CAVEATS) {
    const length = /^[0-9a-f]{4}$/.test(bytes.toString("latin1", at, at + 4)) ? Number.parseInt(bytes.toString("latin1", at, at + 4), 16) : 0;
    if (length < 6 || at + length > bytes.length || bytes[at + length - 1] !== 10) return void 0;
    const space = bytes.indexOf(32, at + 4);
    if (space < 0 || space >= at + length) return void 0;
    packets.push([bytes.toString("latin1", at + 4, space), bytes.toString("utf8", space + 1, at + length - 1)]);
    at += length;
  }
  const value = (name) => packets.find(([each]) => each === name)?.[1] ?? "";
  if (packets.at(-1)?.[0] !== "signature") return void 0;
  return macaroon(
    value("location"),
    value("identifier"),
    packets.filter(([name]) => name === "cid").map(([, caveat]) => caveat)
  );
}
function readBinaryMacaroon(bytes) {
  const reader = new VarintReader(bytes, 1);
  const sections = [/* @__PURE__ */ new Map()];
  let signed2 = false;
  while (!reader.done && !signed2 && sections.length < MAX_CAVEATS + 2) {
    const type = reader.varint();
    if (type === void 0) return void 0;
    if (type === 0) {
      sections.push(/* @__PURE__ */ new Map());
      continue;
    }
    const field = reader.bytes();
    if (!field) return void 0;
    if (type === 6) signed2 = field.length === 32;
    else sections.at(-1)?.set(type, field);
  }
  const [first, ...rest] = sections.map((section) => ({
    location: section.get(1)?.toString("utf8") ?? "",
    identifier: section.get(2)?.toString("utf8") ?? ""
  }));
  if (!signed2 || !first || first.identifier === "") return void 0;
  return macaroon(first.location, first.identifier, rest.map(({ identifier }) => identifier).filter(Boolean));
}
function macaroon(location, identifier, caveats) {
  const pypi = /(^|\.)pypi\.org$/.test(location);
  const ends = caveats.map((caveat) => caveatEnd(caveat, pypi)).filter((end) => end !== void 0);
  const shown = caveats.map((caveat) => pypi ? pypiCaveat(caveat) : quoted(caveat, 200));
  return {
    provider: pypi ? "PyPI" : "Macaroon",
    kind: pypi ? "PyPI API token (a macaroon)" : "macaroon",
    algorithm: "HMAC-SHA256",
    claims: {
      location: quoted(location, 200),
      ...!pypi && /^[\x20-\x7e]+$/.test(identifier) && { identifier: quoted(identifier, 200) },
      caveats: shown
    },
    ...ends.length > 0 ? { expiresAt: Math.min(...ends) } : { endless: true }
  };
}
function caveatEnd(caveat, pypi) {
  if (pypi) {
    const list2 = jsonValue(caveat);
    return Array.isArray(list2) && list2[0] === 0 && typeof list2[1] === "number" ? list2[1] : void 0;
  }
  const found = /^(?:time|time-before|before|expiry|expires?|exp|valid[_-]until)\s*[<=: ]\s*(\d{9,11}|\d{4}-\d\d-\d\d[T ]?[\d:.]{0,16}Z?)/i.exec(
    caveat
  )?.[1];
  if (found === void 0) return void 0;
  const seconds = /^\d+$/.test(found) ? Number(found) : Date.parse(found) / 1e3;
  return Number.isFinite(seconds) ? seconds : void 0;
}
function pypiCaveat(caveat) {
  const value = jsonValue(caveat);
  const known2 = ["only until", "only projects named", "only projects with id", "only user with id"];
  if (Array.isArray(value)) {
    const name = typeof value[0] === "number" ? known2[value[0]] : void 0;
    return `${name ?? "caveat"} ${quoted(JSON.stringify(value[1] ?? null), 200)}`;
  }
  const permissions = isObject2(value) ? value.permissions : void 0;
  return permissions === "user" ? "every project of the user" : quoted(caveat, 200);
}
function readBiscuit(text2) {
  const body = text2.startsWith("biscuit:") ? text2.slice(8) : text2;
  if (!/^[\w-]{120,}={0,2}$/.test(body)) return void 0;
  const fields = readProtobuf(Buffer.from(body, "base64url"), MAX_BLOCKS);
  const authority = fields?.find(({ field }) => field === 2);
  if (!fields?.every(({ field }) => field >= 1 && field <= 4) || !authority?.bytes || !fields.some(({ field, bytes }) => field === 4 && bytes))
    return void 0;
  const signed2 = readProtobuf(authority.bytes, 8);
  const block = signed2?.find(({ field }) => field === 1)?.bytes;
  const signature = signed2?.find(({ field }) => field === 3)?.bytes;
  if (!block || !signature || signature.length < 60) return void 0;
  const content = readProtobuf(block, MAX_SYMBOLS * 4) ?? [];
  const words = content.filter(({ field, bytes }) => field === 1 && bytes).map(({ bytes }) => quoted(bytes?.toString("utf8") ?? ""));
  const rootKeyId = fields.find(({ field }) => field === 1)?.number;
  return {
    provider: "Biscuit",
    kind: "Biscuit capability token",
    algorithm: "Ed25519",
    claims: {
      ...rootKeyId !== void 0 && { rootKeyId },
      attenuations: fields.filter(({ field }) => field === 3).length,
      words: words.slice(0, MAX_SYMBOLS)
    }
  };
}
function readProtobuf(bytes, most) {
  const reader = new VarintReader(bytes, 0);
  const fields = [];
  while (!reader.done) {
    const tag = reader.varint();
    if (tag === void 0 || fields.length >= most) return void 0;
    const field = Math.floor(tag / 8);
    if (tag % 8 === 0) {
      const number = reader.varint();
      if (number === void 0) return void 0;
      fields.push({ field, number });
    } else if (tag % 8 === 2) {
      const content = reader.bytes();
      if (!content) return void 0;
      fields.push({ field, bytes: content });
    } else {
      return void 0;
    }
  }
  return fields;
}
function jsonValue(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}
function json(content) {
  const value = jsonValue(content.toString());
  return isObject2(value) ? value : void 0;
}
var MAX_CAVEATS, MAX_BLOCKS, MAX_SYMBOLS, PASETO_SIGNATURE, PASETO_ALGORITHM, BASE62, BRANCA_OVERHEAD, VarintReader;
var init_capability = __esm({
  "src/tokens/capability.ts"() {
    "use strict";
    init_json();
    MAX_CAVEATS = 64;
    MAX_BLOCKS = 64;
    MAX_SYMBOLS = 128;
    PASETO_SIGNATURE = { v1: 256, v2: 64, v3: 96, v4: 64 };
    PASETO_ALGORITHM = {
      "v1.local": "AES-256-CTR with HMAC-SHA384",
      "v2.local": "XChaCha20-Poly1305",
      "v3.local": "AES-256-CTR with HMAC-SHA384",
      "v4.local": "XChaCha20 with BLAKE2b",
      "v1.public": "RSASSA-PSS with SHA-384",
      "v2.public": "Ed25519",
      "v3.public": "ECDSA P-384",
      "v4.public": "Ed25519"
    };
    BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    BRANCA_OVERHEAD = 1 + 4 + 24 + 16;
    VarintReader = class {
      #bytes;
      #at;
      constructor(bytes, at) {
        this.#bytes = bytes;
        this.#at = at;
      }
      get done() {
        return this.#at >= this.#bytes.length;
      }
      varint() {
        let value = 0;
        for (let shift = 1; shift <= 2 ** 42; shift *= 128) {
          const byte = this.#bytes[this.#at++];
          if (byte === void 0) return void 0;
          value += (byte & 127) * shift;
          if (byte < 128) return value;
        }
        return void 0;
      }
      bytes() {
        const length = this.varint();
        if (length === void 0 || this.#at + length > this.#bytes.length) return void 0;
        this.#at += length;
        return this.#bytes.subarray(this.#at - length, this.#at);
      }
    };
  }
});

// src/tokens/cloud.ts
function readAwsKey(text2) {
  const [, prefix = "", body = ""] = /^(A[A-Z]{3})([A-Z0-9]{16,17})$/.exec(text2) ?? [];
  const kind = Object.hasOwn(AWS_KINDS, prefix) ? AWS_KINDS[prefix] : void 0;
  if (kind === void 0) return void 0;
  let bits = 0;
  for (const char of body.slice(0, 9)) bits = bits * 32 + BASE32.indexOf(char);
  const holdsAccount = /^[A-Z2-7]+$/.test(body) && bits >= 2 ** 44;
  const account = Math.floor(bits % 2 ** 44 / 16);
  return {
    provider: "AWS",
    kind: `AWS ${kind}`,
    claims: holdsAccount ? { account: String(account).padStart(12, "0") } : { account: "not in ids of this age" }
  };
}
function readSignedUrl(text2) {
  const query = new URLSearchParams(text2.slice(0, 8192).replace(/^[^?]*\?/, ""));
  const get = (name) => query.get(name) ?? "";
  if (get("sig") !== "" && get("se") !== "" && (get("sv") !== "" || get("sr") !== "" || get("skn") !== "")) {
    const end = /^\d+$/.test(get("se")) ? Number(get("se")) : Date.parse(get("se")) / 1e3;
    const start = Date.parse(get("st")) / 1e3;
    const permissions = [...new Set(Array.from(get("sp")).map((letter) => SAS_PERMISSIONS[letter] ?? letter))];
    const claims = {
      version: get("sv"),
      resource: get("sr") || get("srt"),
      services: get("ss"),
      protocol: get("spr"),
      address: get("sip"),
      policy: get("si") || get("skn")
    };
    return {
      provider: "Azure",
      kind: "Azure shared access signature",
      algorithm: "HMAC-SHA256",
      claims: Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== "")),
      scopes: permissions,
      ...end > 0 && { expiresAt: end },
      ...start > 0 && { issuedAt: start }
    };
  }
  for (const [vendor, provider] of [
    ["X-Amz", "AWS"],
    ["X-Goog", "Google Cloud"]
  ]) {
    const date = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(get(`${vendor}-Date`));
    if (!date || get(`${vendor}-Signature`) === "") continue;
    const start = Date.parse(`${date.slice(1, 4).join("-")}T${date.slice(4, 7).join(":")}Z`) / 1e3;
    const [key, , region, service] = get(`${vendor}-Credential`).split("/");
    const account = provider === "AWS" ? readAwsKey(key ?? "")?.claims : {};
    const seconds = Number(get(`${vendor}-Expires`));
    return {
      provider,
      kind: `${provider} presigned URL`,
      algorithm: quoted(get(`${vendor}-Algorithm`), 40),
      claims: { key, region, service, ...account },
      ...start > 0 && { issuedAt: start, ...seconds > 0 && { expiresAt: start + seconds } }
    };
  }
  return void 0;
}
var AWS_KINDS, BASE32, SAS_PERMISSIONS;
var init_cloud = __esm({
  "src/tokens/cloud.ts"() {
    "use strict";
    init_json();
    AWS_KINDS = {
      AKIA: "access key id of a user (long-lived)",
      ASIA: "access key id of a session (temporary)",
      ABIA: "bearer token id",
      ACCA: "context-specific credential id",
      AGPA: "group id",
      AIDA: "user id",
      AIPA: "instance profile id",
      ANPA: "policy id",
      ANVA: "policy version id",
      APKA: "public key id",
      AROA: "role id",
      ASCA: "certificate id"
    };
    BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    SAS_PERMISSIONS = {
      r: "read",
      a: "add",
      c: "create",
      w: "write",
      d: "delete",
      x: "delete",
      l: "list",
      t: "tag",
      u: "update",
      p: "process",
      y: "delete",
      e: "execute",
      m: "move",
      o: "owner"
    };
  }
});

// src/tokens/lifetime.ts
function lifetimeOf(claims, type, options) {
  if (!claims) return { state: "unknown", lifetime: "unknown", odd: [], future: [] };
  const odd = [];
  const time = (claim2) => {
    const read = readTime(own(claims, claim2));
    if (read?.how) odd.push({ claim: claim2, how: read.how });
    return read?.seconds;
  };
  const [iat, nbf, exp] = [time("iat"), time("nbf"), time("exp")];
  const wait = options.sinceIssue ?? SINCE_ISSUE[type];
  const end = exp ?? (iat !== void 0 && wait !== void 0 ? iat + wait : void 0);
  const unreadable = odd.some(({ claim: claim2, how }) => claim2 === "exp" && how === "unreadable");
  const timeless = type === "security-event" && end === void 0;
  const now = options.now.getTime() / 1e3;
  const stateAt = (moment) => {
    if (unreadable || timeless) return "unknown";
    if (end !== void 0 && end <= moment) {
      return odd.some(({ claim: claim2, how }) => claim2 === "exp" && how === "milliseconds") ? "unknown" : "expired";
    }
    if (nbf !== void 0 && nbf > moment + SKEW) return "not-yet-valid";
    return end === void 0 ? "never-expires" : "active";
  };
  const state = stateAt(now);
  const start = iat ?? nbf;
  const seconds = end !== void 0 && start !== void 0 && end >= start ? Math.round(end - start) : void 0;
  const committed = options.committedAt && stateAt(options.committedAt.getTime() / 1e3);
  return {
    ...iat !== void 0 && { issuedAt: iso(iat) },
    ...nbf !== void 0 && { notBefore: iso(nbf) },
    ...end !== void 0 && { expiresAt: iso(end) },
    ...seconds !== void 0 && { lifetimeSeconds: seconds },
    state,
    lifetime: unreadable || timeless ? "unknown" : end === void 0 ? "unbounded" : lifetimeClass(seconds ?? remaining(end, now)),
    ...committed && committed !== "unknown" && { liveWhenCommitted: committed === "active" || committed === "never-expires" },
    odd,
    future: [
      ...iat !== void 0 && iat > now + SKEW ? ["iat"] : [],
      ...nbf !== void 0 && nbf > now + SKEW ? ["nbf"] : []
    ]
  };
}
function lifetimeClass(seconds) {
  if (seconds === void 0) return "unknown";
  return LIFETIMES.find(([, most]) => seconds <= most)?.[0] ?? "very-long";
}
function remaining(end, now) {
  return end > now ? end - now : void 0;
}
function iso(seconds) {
  return new Date(seconds * 1e3).toISOString();
}
function readTime(value) {
  if (value === void 0 || value === null || value === false || value === 0 || value === "" || value === "0") return void 0;
  if (typeof value === "number") return fromNumber(value);
  if (typeof value === "string" && /^\d{1,20}(\.\d{1,9})?$/.test(value)) {
    const { seconds, how } = fromNumber(Number(value));
    return { ...seconds !== void 0 && { seconds }, how: how ?? "text" };
  }
  if (typeof value === "string" && value.length <= 40 && /^\d{4}-\d\d-\d\d/.test(value)) {
    const milliseconds = Date.parse(value);
    if (milliseconds > 0) return { seconds: milliseconds / 1e3, how: "text" };
  }
  return { how: "unreadable" };
}
function fromNumber(value) {
  if (!(value > 0)) return { how: "unreadable" };
  if (value < LAST_SECONDS) return { seconds: value };
  for (const unit of [1e3, 1e6, 1e9]) if (value / unit < LAST_SECONDS) return { seconds: value / unit, how: "milliseconds" };
  return { how: "unreadable" };
}
var HOUR, DAY2, LIFETIMES, SINCE_ISSUE, LAST_SECONDS, SKEW;
var init_lifetime = __esm({
  "src/tokens/lifetime.ts"() {
    "use strict";
    init_json();
    HOUR = 3600;
    DAY2 = 24 * HOUR;
    LIFETIMES = [
      ["short", HOUR],
      ["medium", DAY2],
      ["long", 30 * DAY2],
      ["very-long", Number.POSITIVE_INFINITY]
    ];
    SINCE_ISSUE = { "dpop-proof": 300, logout: 120 };
    LAST_SECONDS = 1e11;
    SKEW = 60;
  }
});

// src/tokens/personal.ts
function personalKind(name, value, parent) {
  if (typeof value === "string" && EMAIL.test(value.slice(0, 400))) return MACHINE.test(value) ? void 0 : "email";
  const local = name.replace(/^.*[/:#]/, "").toLowerCase();
  if (local === "name" && parent !== void 0 && !PERSONS.has(parent.toLowerCase())) return void 0;
  const kind = PERSONAL.get(local);
  if (kind === void 0 || value === null || value === void 0 || value === "" || typeof value === "boolean") return void 0;
  return kind;
}
function hide(values, show2) {
  const personal = /* @__PURE__ */ new Set();
  const secrets = /* @__PURE__ */ new Set();
  const cover = (name, value, depth, beside, parent) => {
    if (depth > MAX_DEPTH) return "\u2026";
    if (isSecret(name, value, beside)) {
      secrets.add(name);
      return "[hidden: secret]";
    }
    const kind = personalKind(name, value, parent);
    if (kind !== void 0) {
      personal.add(kind);
      if (!show2) return `[hidden: ${kind}]`;
    }
    if (Array.isArray(value)) return value.map((item) => cover(name, item, depth + 1, {}, parent));
    return isObject2(value) ? copy(value, depth, name) : value;
  };
  const copy = (object, depth, parent) => Object.fromEntries(Object.entries(object).map(([name, value]) => [name, cover(name, value, depth + 1, object, parent)]));
  const copied = copy(values, 0);
  return { values: copied, personal: [...personal].sort(), secrets: [...secrets].sort() };
}
function isSecret(name, value, beside) {
  if (typeof value !== "string" || value === "") return false;
  if (KEY_MEMBERS.has(name) && Object.hasOwn(beside, "kty")) return true;
  return SECRET_NAME.test(name.replace(/([a-z])([A-Z])/g, "$1_$2")) || COMPACT_TOKEN.test(value);
}
function hideValue(value, show2) {
  return !show2 && personalKind("", value) === "email" ? "[hidden: email]" : value;
}
var PERSONAL, PERSONS, KEY_MEMBERS, SECRET_NAME, EMAIL, MACHINE, COMPACT_TOKEN;
var init_personal = __esm({
  "src/tokens/personal.ts"() {
    "use strict";
    init_json();
    PERSONAL = new Map(
      Object.entries({
        email: "email emails mail e_mail email_address emailaddress upn verified_primary_email verified_secondary_email useremail user_email actor_email",
        name: "name given_name family_name middle_name nickname preferred_username unique_name full_name fullname first_name last_name firstname lastname display_name displayname username user_name login onprem_sam_account_name",
        phone: "phone phone_number phonenumber mobile mobile_phone telephone msisdn",
        address: "address street_address postal_code postalcode zip street city locality",
        birth: "birthdate birthday date_of_birth dob age",
        gender: "gender sex",
        picture: "picture avatar avatar_url profile website",
        "ip address": "ip ipaddr ip_address ipaddress client_ip clientip remote_ip",
        "identity number": "ssn social_security_number national_id nationalid passport passport_number tax_id personal_number personnummer iban"
      }).flatMap(([kind, names2]) => names2.split(" ").map((name) => [name, kind]))
    );
    PERSONS = /* @__PURE__ */ new Set([
      "user",
      "profile",
      "user_metadata",
      "usermetadata",
      "person",
      "identity",
      "customer",
      "credentialsubject",
      "account"
    ]);
    KEY_MEMBERS = /* @__PURE__ */ new Set(["d", "p", "q", "dp", "dq", "qi", "oth", "k"]);
    SECRET_NAME = /^(.*[_-])?(password|passwd|secret|client_secret|private_?key|api_?key|access_?token|refresh_?token|id_?token|auth_?token|session_?token|secret_?key|credential)$/i;
    EMAIL = /^[^\s@"'<>]{1,64}@[^\s@"'<>.]+(\.[^\s@"'<>.]+){1,8}$/;
    MACHINE = /(\.gserviceaccount\.com|@clients)$/;
    COMPACT_TOKEN = /^[\w-]{10,}\.[\w-]{2,}\.[\w-]*$/;
  }
});

// src/tokens/issuer.ts
function compile(pattern) {
  const pieces = pattern.split(/(\{[a-z]+[.^9#*]?\})/);
  const prefix = pieces[0] ?? "";
  if (pieces.length === 1) return { prefix };
  const source = pieces.map((piece) => {
    const hole = /^\{([a-z]+)([.^9#*]?)\}$/.exec(piece);
    return hole ? `(?<${hole[1]}>${HOLES[hole[2] ?? ""]})` : piece.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  });
  return { prefix, expression: new RegExp(`^${source.join("")}$`) };
}
function prepare(condition) {
  const known2 = preparedConditions.get(condition);
  if (known2) return known2;
  let weight = 0;
  const ask = (of, name, sources, worth) => {
    const list2 = [sources].flat();
    weight += worth + Math.min(...list2.map((source) => source.replace(/\{[^}]*\}/g, "").length));
    return { of, name, any: list2.includes("*"), patterns: list2.map(compile) };
  };
  const asked = [
    ...condition.iss === void 0 ? [] : [ask("claims", "iss", condition.iss, 100)],
    ...Object.entries(condition.claims ?? {}).map(([name, sources]) => ask("claims", name, sources, 10)),
    ...Object.entries(condition.header ?? {}).map(([name, sources]) => ask("header", name, sources, 10))
  ];
  const prepared = { asked, weight, ...condition.only && { only: new Set(condition.only) } };
  preparedConditions.set(condition, prepared);
  return prepared;
}
function matchCompiled({ prefix, expression }, subject) {
  if (!expression) return subject === prefix ? {} : void 0;
  return subject.startsWith(prefix) ? expression.exec(subject)?.groups : void 0;
}
function holds(condition, header, claims) {
  const { asked, only } = prepare(condition);
  const captures = {};
  for (const { of, name, any, patterns } of asked) {
    const value = own(of === "header" ? header : claims, name);
    if (value === void 0) return void 0;
    if (any) continue;
    const found = firstMatch(patterns, value);
    if (!found) return void 0;
    Object.assign(captures, found);
  }
  return only && !Object.keys(claims).every((name) => only.has(name)) ? void 0 : captures;
}
function firstMatch(patterns, value) {
  for (const subject of strings(value).slice(0, MAX_ITEMS)) {
    if (subject.length > MAX_SUBJECT) continue;
    for (const pattern of patterns) {
      const captures = matchCompiled(pattern, subject);
      if (captures) return captures;
    }
  }
  return void 0;
}
function findIssuer(header, claims, table) {
  let best;
  let most = 0;
  for (const issuer of table) {
    for (const condition of issuer.recognise) {
      const captures = holds(condition, header, claims);
      if (!captures) continue;
      const { weight } = prepare(condition);
      if (weight > most) {
        best = { issuer, captures };
        most = weight;
      }
      break;
    }
  }
  return best;
}
function fill(pattern, captures, claims, isUrl = false) {
  let complete = true;
  const filled = pattern.replace(/\{(claim:)?([^}]+)\}/g, (_, claim2, name) => {
    const value = claim2 ? strings(own(claims, name))[0] : name === "iss" ? strings(own(claims, "iss"))[0]?.replace(/\/$/, "") : captures[name];
    if (value === void 0 || value.length > MAX_SUBJECT) complete = false;
    return claim2 && isUrl ? encodeURIComponent(value ?? "") : value ?? "";
  });
  if (!complete) return void 0;
  return isUrl ? webUrl(filled)?.href : filled;
}
function webUrl(value) {
  if (value.length > MAX_SUBJECT || !/^https?:\/\//i.test(value) || !URL.canParse(value)) return void 0;
  const url = new URL(value);
  return url.username === "" && url.password === "" ? url : void 0;
}
function metadataUrls(issuer) {
  const url = webUrl(issuer);
  if (!url) return [];
  const path = url.pathname.replace(/\/+$/, "");
  return [`${url.origin}${path}/.well-known/openid-configuration`, `${url.origin}/.well-known/oauth-authorization-server${path}`];
}
function issuerAnswer(recognised, claims) {
  const iss = strings(own(claims, "iss"))[0];
  if (!recognised) {
    const metadata2 = iss === void 0 ? [] : metadataUrls(iss);
    return {
      ...metadata2.length > 0 && { endpoints: { metadata: metadata2 } },
      remedy: { revoke: metadata2.length > 0 ? STANDARD_REMEDY : UNKNOWN_REMEDY }
    };
  }
  const { issuer, captures } = recognised;
  const url = (pattern) => pattern === void 0 ? void 0 : fill(pattern, captures, claims, true);
  const tenant = issuer.tenant === void 0 ? void 0 : fill(issuer.tenant, captures, claims);
  const console = url(issuer.console);
  const introspection = url(issuer.endpoints?.introspection);
  const revocation = url(issuer.endpoints?.revocation);
  const jwks = url(issuer.endpoints?.jwks);
  const metadata = (issuer.endpoints?.metadata ?? []).flatMap((pattern) => url(pattern) ?? []);
  const endpoints = {
    ...introspection !== void 0 && { introspection },
    ...revocation !== void 0 && { revocation },
    ...jwks !== void 0 && { jwks },
    ...metadata.length > 0 && { metadata }
  };
  return {
    issuerName: issuer.name,
    issuerId: issuer.id,
    ...tenant !== void 0 && { tenant },
    ...Object.keys(endpoints).length > 0 && { endpoints },
    remedy: { revoke: issuer.revoke, ...console !== void 0 && { url: console } }
  };
}
var MAX_SUBJECT, MAX_ITEMS, HOLES, preparedConditions, STANDARD_REMEDY, UNKNOWN_REMEDY;
var init_issuer = __esm({
  "src/tokens/issuer.ts"() {
    "use strict";
    init_json();
    MAX_SUBJECT = 512;
    MAX_ITEMS = 64;
    HOLES = {
      "": "[\\w~-]+",
      ".": "[\\w.~-]+",
      "^": "[A-Z0-9]+",
      "9": "\\d+",
      "#": "[0-9a-f]{16,}",
      "*": "\\S+"
    };
    preparedConditions = /* @__PURE__ */ new WeakMap();
    STANDARD_REMEDY = "Ask the issuer: its metadata names a revocation_endpoint (RFC 7009) when it has one, and an introspection_endpoint (RFC 7662) that tells whether the token is still taken. Where neither exists, end the session or grant it came from, or rotate the signing key.";
    UNKNOWN_REMEDY = "The token names no issuer that can be asked: find the service whose key signed it and rotate that key.";
  }
});

// src/tokens/power.ts
function powerOf(header, claims, recognised, type) {
  const issuer = recognised?.issuer;
  const scopes = unique(
    [...SCOPES, ...issuer?.scopes ?? []].flatMap((path) => scopeStrings(valuesAt(claims, path))).concat(detailed(claims))
  );
  const roles = unique(
    [...ROLES, ...issuer?.roles ?? []].flatMap((path) => valuesAt(claims, path).flatMap(strings)).concat(clientRoles(claims), namespaced(claims))
  );
  const judged = [];
  for (const grant of scopes) judged.push(judgeGrant("scope", grant, recognised));
  for (const grant of roles) judged.push(judgeGrant("role", grant, recognised));
  for (const flag2 of FLAGS)
    if (own(claims, flag2) === true)
      judged.push({ level: flag2 === "is_staff" ? "write" : "admin", reason: `the claim ${flag2} is true` });
  for (const always of issuer?.power?.always ?? []) {
    if (!always.when || holds(always.when, header, claims)) judged.push({ level: always.level, reason: always.why });
  }
  const subject = text(claims, "sub") ?? "";
  const account = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(subject);
  if (account?.[1] === "kube-system") judged.push({ level: "admin", reason: "a service account of the namespace kube-system" });
  else if (account?.[2]) {
    const level = wordLevel(account[2]);
    if (level === "admin" || level === "write")
      judged.push({ level, reason: `the service account is called ${quoted(account[2])}` });
  }
  if (judged.length === 0 && type === "id")
    judged.push({ level: "read", reason: "it tells who the user is and grants nothing by itself" });
  judged.sort((a, b) => PRIVILEGES.indexOf(a.level) - PRIVILEGES.indexOf(b.level));
  const known2 = judged.filter(({ level }) => level !== "unknown");
  const reasons = known2.slice(0, MAX_REASONS).map(({ reason }) => reason);
  if (known2.length > MAX_REASONS) reasons.push(`and ${known2.length - MAX_REASONS} more`);
  if (known2.length === 0)
    reasons.push(judged.length === 0 ? "it holds no scopes or roles" : "its scopes and roles are not known words");
  const actor = actorOf(claims);
  if (own(claims, "may_act") !== void 0) reasons.push("another party may act for the subject (may_act, RFC 8693)");
  return {
    scopes,
    roles,
    privilege: judged[0]?.level ?? "unknown",
    privilegeReasons: reasons,
    ...actor !== void 0 && { actor }
  };
}
function judgeGrant(what2, grant, recognised) {
  const shown = `the ${what2} ${quoted(grant)}`;
  const power = recognised?.issuer.power;
  for (const level2 of ["admin", "write", "read", "public"]) {
    if (power?.[level2]?.some((pattern) => wildcard(pattern, grant)))
      return { level: level2, reason: `${shown} means ${level2} (${recognised?.issuer.name})` };
  }
  const known2 = KNOWN.find(([pattern]) => wildcard(pattern, grant));
  if (known2) return { level: known2[1], reason: `${shown}: ${known2[2]}` };
  if (grant === "*" || /^\*[:./]\*$/.test(grant)) return { level: "admin", reason: `${shown} is everything` };
  const level = wordLevel(grant);
  if (/[:./](\*|all)$/i.test(grant) && (level === "unknown" || level === "public"))
    return { level: "write", reason: `${shown} is a wildcard` };
  return { level, reason: `${shown} says ${level}` };
}
function wordLevel(name) {
  const words = name.slice(0, 256).replace(/([a-z\d])([A-Z])/g, "$1 $2").toLowerCase().split(/[^a-z]+/);
  const levels = new Set(words.concat(words.join("")).map((word) => LEVEL_OF_WORD.get(word)));
  const level = ["admin", "write", "read", "weak", "public"].find((each) => levels.has(each));
  return level === "weak" ? "write" : level ?? "unknown";
}
function wildcard(pattern, name) {
  if (!pattern.includes("*")) return pattern === name;
  const pieces = pattern.split("*");
  const [first = "", last = ""] = [pieces[0], pieces.at(-1)];
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last)) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    at = name.indexOf(piece, at);
    if (at < 0) return false;
    at += piece.length;
  }
  return at <= name.length - last.length;
}
function valuesAt(claims, path) {
  let values = [claims];
  for (const name of [path].flat()) {
    values = values.flatMap((value) => {
      if (name === "*") return Array.isArray(value) ? value : isObject2(value) ? Object.values(value) : [];
      const member2 = isObject2(value) ? own(value, name) : void 0;
      return member2 === void 0 ? [] : [member2];
    });
  }
  return values;
}
function scopeStrings(values) {
  return values.flatMap(strings).flatMap((value) => value.split(/[\s,]+/).filter(Boolean));
}
function clientRoles(claims) {
  const access = own(claims, "resource_access");
  if (!isObject2(access)) return [];
  return Object.entries(access).flatMap(
    ([client, value]) => isObject2(value) ? strings(own(value, "roles")).map((role) => `${client}:${role}`) : []
  );
}
function namespaced(claims) {
  return Object.entries(claims).flatMap(
    ([name, value]) => /^https?:\/\/.*[/:#](roles?|groups|permissions)$/.test(name) ? strings(value) : []
  );
}
function detailed(claims) {
  const lists = [own(claims, "authorization_details"), own(claims, "access")];
  return lists.flatMap((list2) => Array.isArray(list2) ? list2 : []).flatMap((detail) => {
    if (!isObject2(detail)) return [];
    const type = text(detail, "type") ?? "any";
    const name = text(detail, "name") ?? text(detail, "identifier");
    const actions = strings(own(detail, "actions"));
    const target = name === void 0 ? type : `${type}:${name}`;
    return actions.length > 0 ? actions.map((action) => `${target}:${action}`) : [target];
  });
}
function actorOf(claims) {
  const act = own(claims, "act");
  return isObject2(act) ? text(act, "sub") ?? text(act, "client_id") : void 0;
}
function unique(values) {
  return [...new Set(values)].slice(0, MAX_GRANTS);
}
var PRIVILEGES, SCOPES, ROLES, FLAGS, WORDS2, LEVEL_OF_WORD, KNOWN, MAX_REASONS, MAX_GRANTS;
var init_power = __esm({
  "src/tokens/power.ts"() {
    "use strict";
    init_issuer();
    init_json();
    PRIVILEGES = ["admin", "write", "unknown", "read", "public"];
    SCOPES = ["scope", "scp", "scopes", "permissions", "permission", "entitlements"];
    ROLES = [
      "roles",
      "role",
      "groups",
      "authorities",
      "wids",
      "cognito:groups",
      "cognito:roles",
      "org_role",
      "org_permissions",
      "user_role",
      ["realm_access", "roles"],
      ["app_metadata", "role"],
      ["app_metadata", "roles"],
      ["o", "rol"],
      ["o", "per"],
      ["https://hasura.io/jwt/claims", "x-hasura-allowed-roles"],
      ["https://hasura.io/jwt/claims", "x-hasura-default-role"]
    ];
    FLAGS = ["admin", "is_admin", "isAdmin", "is_superuser", "isSuperuser", "superuser", "super_admin", "is_staff", "root"];
    WORDS2 = {
      admin: "admin administrator administrators admins administer administration superuser superusers superadmin sysadmin root owner owners sudo god impersonate impersonation fullaccess allaccess",
      write: "write writer writes initiate initiation create creator update delete remove manage manager edit editor modify push put patch readwrite execute exec invoke upload publish publisher contributor maintainer approve cancel refund transfer rotate assign restore",
      weak: "deploy deployer run post send invite maintain developer operator control charge payments pay import sign submit trigger moderator staff service api",
      read: "read reader reads view viewer get list readonly watch select pull search download export subscribe user users member members basic openid profile email phone address identify whoami audit auditor authenticated",
      public: "anon anonymous public guest unauthenticated"
    };
    LEVEL_OF_WORD = new Map(
      Object.entries(WORDS2).flatMap(([level, words]) => words.split(" ").map((word) => [word, level]))
    );
    KNOWN = [
      ["offline_access", "read", "asks for refresh tokens: a longer-lived token may lie near"],
      ["*.default", "unknown", "whatever was granted to the application"],
      ["https://www.googleapis.com/auth/cloud-platform", "admin", "all of Google Cloud"],
      ["https://www.googleapis.com/auth/*.readonly", "read", "reads a Google API"],
      ["https://www.googleapis.com/auth/userinfo.*", "read", "reads the profile"],
      ["https://www.googleapis.com/auth/admin.*", "admin", "Google Workspace administration"],
      ["https://www.googleapis.com/auth/*", "write", "a Google API, reading and writing"],
      ["https://mail.google.com/", "write", "all mail"],
      ["all", "admin", "everything"],
      ["user_impersonation", "write", "acts as the user"],
      ["full_access_as_app", "admin", "every mailbox"],
      ["Directory.*Write*", "admin", "changes the directory"],
      ["RoleManagement.*Write*", "admin", "can give itself roles"],
      ["AppRoleAssignment.*Write*", "admin", "can give itself permissions"],
      ["Application.*Write*", "admin", "can add credentials to applications"],
      ["*.FullControl*", "admin", "full control"],
      ["realm-management:view-*", "read", "reads a Keycloak realm"],
      ["realm-management:query-*", "read", "reads a Keycloak realm"],
      ["realm-management:*", "admin", "administers a Keycloak realm"],
      ["uma_authorization", "read", "given to every user of Keycloak"],
      ["default-roles-*", "read", "given to every user of Keycloak"],
      ["account:view-*", "read", "the user's own account in Keycloak"],
      ["account:manage-*", "read", "the user's own account in Keycloak"],
      ["service_role", "admin", "passes by row level security"],
      ["system:masters", "admin", "cluster administrator"],
      ["cluster-admin", "admin", "cluster administrator"],
      ["delete_repo", "admin", "deletes repositories"],
      ["62e90394-69f5-4237-9190-012177145e10", "admin", "Entra Global Administrator"],
      ["e8611ab8-c189-46e8-94e1-60213ab1f814", "admin", "Entra Privileged Role Administrator"],
      ["9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "admin", "Entra Application Administrator"],
      ["158c047a-c907-4556-b7ef-446551a6b5f7", "admin", "Entra Cloud Application Administrator"],
      ["7be44c8a-adaf-4e2a-84d6-ab2649e08a13", "admin", "Entra Privileged Authentication Administrator"],
      ["fe930be7-5e62-47db-91af-98c3a49a38b1", "admin", "Entra User Administrator"],
      ["194ae4cb-b126-40b2-bd5b-6091b380977d", "admin", "Entra Security Administrator"],
      ["b79fbf4d-3ef9-4689-8143-76b194e85509", "read", "Entra: an ordinary user"]
    ];
    MAX_REASONS = 8;
    MAX_GRANTS = 1e3;
  }
});

// src/tokens/opaque.ts
function explainOpaque(secret, options) {
  if (secret.length > MAX_LENGTH) return void 0;
  const trimmed = secret.trim();
  for (const read of options.formats === false ? READERS : [...READERS, ...FORMATS]) {
    const opaque = read(trimmed, options.now);
    if (opaque) return describe(opaque, options);
  }
  return void 0;
}
function describe(opaque, options) {
  const times = opaque.claimSet ? opaque.claims : { exp: opaque.expiresAt, iat: opaque.issuedAt };
  const lifetime = lifetimeOf(times, "unknown", options);
  const endKnown = lifetime.expiresAt !== void 0 || opaque.endless === true || opaque.claimSet === true;
  const power = powerOf({}, opaque.claimSet ? opaque.claims : { scope: opaque.scopes?.join(" ") ?? "" }, void 0, "unknown");
  const seconds = lifetime.lifetimeSeconds;
  return {
    format: "opaque",
    type: "unknown",
    typeReasons: [opaque.kind],
    header: {},
    algorithm: opaque.algorithm ?? "unknown",
    issuerName: opaque.provider,
    audience: [],
    scopes: power.scopes,
    roles: power.roles,
    privilege: power.privilege,
    privilegeReasons: power.privilegeReasons,
    ...lifetime.issuedAt !== void 0 && { issuedAt: lifetime.issuedAt },
    ...lifetime.expiresAt !== void 0 && { expiresAt: lifetime.expiresAt },
    ...seconds !== void 0 && { lifetimeSeconds: seconds },
    state: endKnown ? lifetime.state : "unknown",
    lifetime: endKnown ? lifetime.lifetime : lifetimeClass(seconds),
    ...endKnown && lifetime.liveWhenCommitted !== void 0 && { liveWhenCommitted: lifetime.liveWhenCommitted },
    binding: { method: "none" },
    problems: [],
    claims: hide(defined(opaque.claims), options.personalData === "show").values
  };
}
function defined(claims) {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== void 0));
}
function readGitLab(text2) {
  const [, prefix = "", payload = ""] = /^(gl[a-z]{2,8}-(?:t\d_)?)([\w-]{27,300})\.(?:\d\d\.)?[0-9a-z]{9}$/.exec(text2) ?? [];
  if (payload === "") return void 0;
  const bytes = Buffer.from(payload, "base64url");
  const routing = bytes.toString("latin1", 0, Math.max(0, bytes.length - 1 - (bytes.at(-1) ?? 0)));
  const facts = routing.split("\n").flatMap((line) => {
    const [, key = "", value = ""] = /^([a-z]):([0-9a-z]{1,10})$/.exec(line) ?? [];
    return Object.hasOwn(GITLAB_KEYS, key) ? [[GITLAB_KEYS[key] ?? key, Number.parseInt(value, 36)]] : [];
  });
  return facts.length === 0 ? void 0 : { provider: "GitLab", kind: `GitLab token (${prefix.replace(/-.*/, "")})`, claims: Object.fromEntries(facts) };
}
function readSlack(text2) {
  const token = /^xox([bpascor])-(?:2-)?(\d{9,15})-(\d{9,15})-/.exec(text2);
  if (token) {
    const [, kind = "", workspace, user] = token;
    return {
      provider: "Slack",
      kind: `Slack ${SLACK_KINDS[kind]} token`,
      claims: { workspaceNumber: workspace, [kind === "b" ? "botNumber" : "userNumber"]: user }
    };
  }
  const app = /^xapp-\d-(A[A-Z0-9]{8,12})-(\d{10,15})-/.exec(text2);
  if (app) return { provider: "Slack", kind: "Slack app-level token", claims: { app: app[1] } };
  const hook = /^https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/([TE][A-Z0-9]{6,12})\/([A-Z0-9]{6,16})\//.exec(
    text2
  );
  return hook ? { provider: "Slack", kind: "Slack webhook", claims: { team: hook[1], configuration: hook[2] } } : void 0;
}
function readDiscord(text2) {
  const hook = /^https:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/(\d{17,20})\//.exec(text2);
  if (hook?.[1])
    return { provider: "Discord", kind: "Discord webhook", claims: { webhook: hook[1] }, issuedAt: snowflakeTime(hook[1]) };
  const bot = /^([MNO][\w-]{22,28})\.[\w-]{6}\.[\w-]{27,40}$/.exec(text2);
  const id = bot ? Buffer.from(bot[1] ?? "", "base64url").toString("latin1") : "";
  if (!/^\d{17,20}$/.test(id)) return void 0;
  return {
    provider: "Discord",
    kind: "Discord bot token",
    claims: { user: id, userCreated: new Date(snowflakeTime(id) * 1e3).toISOString() }
  };
}
function snowflakeTime(id) {
  return Number(BigInt(id) >> 22n) / 1e3 + DISCORD_EPOCH;
}
function readTelegram(text2) {
  const bot = /^(\d{8,10}):AA[\w-]{33}$/.exec(text2);
  return bot ? { provider: "Telegram", kind: "Telegram bot token", claims: { bot: bot[1] } } : void 0;
}
function readGitHub(text2) {
  const fine = /^github_pat_([A-Za-z0-9]{22})_[A-Za-z0-9]{59}$/.exec(text2);
  if (fine) return { provider: "GitHub", kind: "GitHub fine-grained personal access token", claims: { tokenId: fine[1] } };
  const [, app, jwt = ""] = /^ghs_(\d{1,12})_(ey[\w-]+\.[\w-]+\.[\w-]+)$/.exec(text2) ?? [];
  const decoded = jwt === "" ? { malformed: "" } : decodeToken(jwt);
  if ("malformed" in decoded) return void 0;
  return { provider: "GitHub", kind: "GitHub App installation token", claims: { ...decoded.claims, app }, claimSet: true };
}
function readStripe(text2) {
  const [, kind = "", mode, account] = /^([sprke]k|rk)_(live|test)_(?:51([A-Za-z0-9]{14}))?[A-Za-z0-9]{10,247}$/.exec(text2) ?? [];
  const kinds = { sk: "secret key", pk: "publishable key", rk: "restricted key", ek: "ephemeral key" };
  if (!Object.hasOwn(kinds, kind)) return void 0;
  return {
    provider: "Stripe",
    kind: `Stripe ${kinds[kind]}`,
    claims: { mode, ...account !== void 0 && { accountBegins: `acct_1${account}` } }
  };
}
function readSendGrid(text2) {
  const key = /^SG\.([\w-]{22})\.[\w-]{43}$/.exec(text2);
  return key ? { provider: "SendGrid", kind: "SendGrid API key", claims: { keyId: key[1] } } : void 0;
}
function readSentry(text2) {
  const claims = json(Buffer.from(/^sntrys_([A-Za-z0-9+/=]{20,1000})_[A-Za-z0-9+/]{40,}$/.exec(text2)?.[1] ?? "", "base64"));
  if (!claims) return void 0;
  const { iat, url, region_url: region, org } = claims;
  return {
    provider: "Sentry",
    kind: "Sentry organization token",
    claims: { organization: org, url, region },
    ...typeof iat === "number" && { issuedAt: iat }
  };
}
function readGrafana(text2) {
  const cloud = json(Buffer.from(/^glc_([A-Za-z0-9+/]{20,1000}={0,2})$/.exec(text2)?.[1] ?? "", "base64"));
  if (cloud) {
    const region = typeof cloud.m === "object" && cloud.m !== null ? text({ ...cloud.m }, "r") : void 0;
    return {
      provider: "Grafana",
      kind: "Grafana Cloud access policy token",
      claims: { organization: cloud.o, tokenName: cloud.n, region }
    };
  }
  const key = json(Buffer.from(/^(eyJrIjoi[A-Za-z0-9+/]{20,1000}={0,2})$/.exec(text2)?.[1] ?? "", "base64"));
  return key ? { provider: "Grafana", kind: "Grafana API key", claims: { organization: key.id, keyName: key.n } } : void 0;
}
function readMapbox(text2) {
  const [, prefix = "", body = ""] = /^([pst]k)\.(eyJ[\w-]{20,1200})\.[\w-]{20,24}$/.exec(text2) ?? [];
  const claims = json(Buffer.from(body, "base64url"));
  if (!claims) return void 0;
  const kinds = { pk: "public token", sk: "secret token", tk: "temporary token" };
  return {
    provider: "Mapbox",
    kind: `Mapbox ${kinds[prefix]}`,
    claims: { account: claims.u, tokenId: claims.a },
    ...typeof claims.exp === "number" && { expiresAt: claims.exp }
  };
}
function readJfrog(text2) {
  if (!text2.startsWith("cmVmdGtu")) return void 0;
  const [name, version, end = ""] = Buffer.from(text2, "base64").toString("latin1").split(":", 4);
  if (name !== "reftkn" || !/^\d{1,10}$/.test(end)) return void 0;
  return {
    provider: "JFrog",
    kind: "JFrog reference token",
    claims: { version },
    ...Number(end) >= 1e9 ? { expiresAt: Number(end) } : { endless: true }
  };
}
function readOnePassword(text2) {
  const claims = json(Buffer.from(/^ops_(eyJ[\w+/=-]{100,4000})$/.exec(text2)?.[1] ?? "", "base64"));
  if (!claims) return void 0;
  return {
    provider: "1Password",
    kind: "1Password service account token",
    claims: { signInAddress: claims.signInAddress, email: claims.email, deviceUuid: claims.deviceUuid }
  };
}
function readAtlassianDataCenter(text2) {
  if (!/^(BBDC-)?[MNO][A-Za-z0-9+/]{43}$/.test(text2)) return void 0;
  const id = /^(\d{9,14}):/.exec(Buffer.from(text2.replace(/^BBDC-/, ""), "base64").toString("latin1"))?.[1];
  return id === void 0 ? void 0 : { provider: "Atlassian", kind: "Atlassian Data Center personal access token", claims: { tokenId: id } };
}
function readNats(text2) {
  const role = /^S([ACNOUX])[A-Z2-7]{56}$/.exec(text2)?.[1];
  return role === void 0 ? void 0 : {
    provider: "NATS",
    kind: `NATS ${NATS_ROLES[role]} seed (private key)`,
    algorithm: "Ed25519",
    claims: { role: NATS_ROLES[role] }
  };
}
function readParts(text2) {
  const postman = /^PMAK-([0-9a-f]{8})[0-9a-f]{16}-[0-9a-f]{34}$/.exec(text2)?.[1];
  if (postman !== void 0)
    return { provider: "Postman", kind: "Postman API key", claims: {}, issuedAt: Number.parseInt(postman, 16) };
  for (const [pattern, provider, kind, name] of PARTS2) {
    const part = pattern.exec(text2)?.[1];
    if (part !== void 0)
      return { provider, kind, claims: { [name]: name === "user" ? Buffer.from(part, "base64").toString("latin1") : part } };
  }
  return void 0;
}
function readFly(text2) {
  const list2 = /^(?:FlyV1 )?(fm[12][ra]?_[\w+/=-]{40,}(?:,fm[12][ra]?_[\w+/=-]{40,}){0,15})$/.exec(text2)?.[1];
  return list2 === void 0 ? void 0 : { provider: "Fly.io", kind: "Fly.io token (macaroons)", claims: { macaroons: list2.split(",").length } };
}
function readItsDangerous(text2) {
  const [, payload = "", time = ""] = /^(\.?e[\w-]{3,4000})\.([\w-]{5,8})\.[\w-]{27,86}$/.exec(text2) ?? [];
  const seconds = Number.parseInt(Buffer.from(time, "base64url").toString("hex") || "0", 16);
  if (seconds < 1e9 || seconds > 4e9) return void 0;
  const claims = payload.startsWith(".") ? {} : json(Buffer.from(payload, "base64url"));
  return claims ? { provider: "itsdangerous", kind: "signed session cookie (Flask)", algorithm: "HMAC", claims, issuedAt: seconds } : void 0;
}
var READERS, FORMATS, GITLAB_KEYS, SLACK_KINDS, DISCORD_EPOCH, NATS_ROLES, PARTS2;
var init_opaque = __esm({
  "src/tokens/opaque.ts"() {
    "use strict";
    init_capability();
    init_cloud();
    init_decode();
    init_json();
    init_lifetime();
    init_personal();
    init_power();
    READERS = [
      readAwsKey,
      readGitLab,
      readSlack,
      readDiscord,
      readTelegram,
      readGitHub,
      readStripe,
      readSendGrid,
      readSentry,
      readGrafana,
      readMapbox,
      readJfrog,
      readOnePassword,
      readAtlassianDataCenter,
      readNats,
      readParts,
      readSignedUrl,
      readFly
    ];
    FORMATS = [
      readPaseto,
      (text2) => readMacaroon(text2.replace(/^pypi-/, "")),
      readBiscuit,
      readItsDangerous,
      readBranca
    ];
    GITLAB_KEYS = { c: "cell", g: "group", o: "organization", p: "project", t: "type", u: "user" };
    SLACK_KINDS = {
      b: "bot",
      p: "user",
      a: "workspace",
      s: "session",
      c: "browser session",
      o: "legacy",
      r: "refresh"
    };
    DISCORD_EPOCH = 1420070400;
    NATS_ROLES = { A: "account", C: "cluster", N: "server", O: "operator", U: "user", X: "curve" };
    PARTS2 = [
      [/^[0-9a-f]{32}-(us\d{1,2})$/, "Mailchimp", "Mailchimp API key", "dataCenter"],
      [/^pat-(na\d|eu\d|ap\d)-[0-9a-f-]{36}$/, "HubSpot", "HubSpot private app token", "region"],
      [/^(pat[A-Za-z0-9]{14})\.[0-9a-f]{64}$/, "Airtable", "Airtable personal access token", "tokenId"],
      [/^(SK[0-9a-f]{32})$/, "Twilio", "Twilio API key id", "keyId"],
      [/^(AC[0-9a-f]{32})$/, "Twilio", "Twilio account id", "account"],
      [/^(eu01|gov|jp01)xx[0-9a-f]{30,36}NRAL$/, "New Relic", "New Relic license key", "region"],
      [/^cloudinary:\/\/\d+:[\w-]+@([\w-]+)$/, "Cloudinary", "Cloudinary URL", "cloud"],
      [/^syt_([A-Za-z0-9+/_=]+)_[A-Za-z]{20}_[0-9A-Za-z]{6}$/, "Matrix", "Matrix (Synapse) access token", "user"]
    ];
  }
});

// src/tokens/binding.ts
function jwkThumbprint(jwk) {
  const kty = text(jwk, "kty") ?? "";
  const members = Object.hasOwn(THUMBPRINT_MEMBERS, kty) ? THUMBPRINT_MEMBERS[kty] : void 0;
  if (!members?.every((name) => text(jwk, name) !== void 0)) return void 0;
  const canonical = JSON.stringify(Object.fromEntries(members.map((name) => [name, jwk[name]])));
  return (0, import_node_crypto3.createHash)("sha256").update(canonical).digest("base64url");
}
function bindingOf(header, claims, type) {
  const cnf = own(claims, "cnf");
  if (isObject2(cnf)) {
    const jkt = text(cnf, "jkt");
    if (jkt !== void 0) return { method: "dpop", thumbprint: jkt };
    const certificate = text(cnf, "x5t#S256");
    if (certificate !== void 0) return { method: "mtls", thumbprint: certificate };
    const jwk = own(cnf, "jwk");
    if (isObject2(jwk)) return withThumbprint(jwk);
    if (text(cnf, "jwe") !== void 0 || text(cnf, "kid") !== void 0 || text(cnf, "jku") !== void 0)
      return { method: "jwk" };
  }
  const shown = own(header, "jwk");
  return type === "dpop-proof" && isObject2(shown) ? withThumbprint(shown) : { method: "none" };
}
function withThumbprint(jwk) {
  const thumbprint = jwkThumbprint(jwk);
  return { method: "jwk", ...thumbprint !== void 0 && { thumbprint } };
}
function boundTo({ method, thumbprint }, keys2) {
  if (thumbprint === void 0) return void 0;
  return keys2.find((key) => method === "mtls" ? key.certificates.includes(thumbprint) : key.thumbprint === thumbprint)?.index;
}
var import_node_crypto3, THUMBPRINT_MEMBERS;
var init_binding = __esm({
  "src/tokens/binding.ts"() {
    "use strict";
    import_node_crypto3 = require("node:crypto");
    init_json();
    THUMBPRINT_MEMBERS = {
      RSA: ["e", "kty", "n"],
      EC: ["crv", "kty", "x", "y"],
      OKP: ["crv", "kty", "x"],
      oct: ["k", "kty"]
    };
  }
});

// src/tokens/type.ts
function kindOf(header, claims, recognised) {
  const typ = text(header, "typ")?.toLowerCase().replace(/^application\//, "") ?? "";
  const media = MEDIA_TYPES.get(typ);
  const one = (type, reason) => ({ type, reasons: [reason] });
  if (media) return one(media[0], `typ is ${typ}: ${media[1]}`);
  if (!claims) return one("unknown", "its payload cannot be read as claims");
  for (const fact of recognised?.issuer.types ?? []) {
    if (!fact.when || holds(fact.when, header, claims)) return one(fact.type, fact.why);
  }
  const events = own(claims, "events");
  if (isObject2(events)) {
    return Object.hasOwn(events, LOGOUT_EVENT) ? one("logout", "events holds a back-channel logout") : one("security-event", "it holds events (RFC 8417)");
  }
  for (const claim2 of NAMING_CLAIMS) {
    const value = text(claims, claim2);
    const named = value === void 0 ? void 0 : NAMED.get(value.toLowerCase());
    if (named) return one(named[0], `the claim ${claim2} is ${quoted(value ?? "")}: ${named[1]}`);
  }
  return byClaims(claims) ?? byEvidence(claims);
}
function byClaims(claims) {
  const has2 = (name) => own(claims, name) !== void 0;
  const one = (type, reason) => ({ type, reasons: [reason] });
  if (has2("htm") && has2("htu")) return one("dpop-proof", "it names one request (htm, htu: RFC 9449)");
  if (has2("vc") || has2("vp") || has2("vct")) return one("credential", "it holds a verifiable credential (vc, vp or vct)");
  if (has2("response_type") && has2("client_id"))
    return one("authorization-request", "it holds the parameters of an authorization request (RFC 9101)");
  if (text(claims, "sub")?.startsWith("system:serviceaccount:") || has2("kubernetes.io"))
    return one("service-account", "a Kubernetes service account");
  const issuer = text(claims, "iss");
  if (issuer !== void 0 && issuer === text(claims, "sub")) {
    const audience = strings(own(claims, "aud")).join(" ");
    if (/token|oauth|auth|login|realms|connect/i.test(audience)) {
      return one("client-assertion", "issuer and subject are the same and the audience is an authorization server (RFC 7523)");
    }
    return one("service-account", "issuer and subject are the same: a party that speaks for itself");
  }
  if (own(claims, "gty") === "client-credentials" || text(claims, "sub")?.endsWith("@clients")) {
    return one("access", "it was issued to an application for itself (client credentials)");
  }
  return void 0;
}
function byEvidence(claims) {
  const sums = /* @__PURE__ */ new Map();
  for (const [type, names2, weight, sentence2] of EVIDENCE) {
    const found = names2.filter((name) => own(claims, name) !== void 0);
    if (found.length === 0) continue;
    const entry = sums.get(type) ?? { sum: 0, reasons: [] };
    entry.sum += weight;
    entry.reasons.push(`${sentence2} (${found.join(", ")})`);
    sums.set(type, entry);
  }
  const [best] = [...sums].sort(([, a], [, b]) => b.sum - a.sum);
  if (best) return { type: best[0], reasons: best[1].reasons };
  const named = ["sub", "user_id", "userId", "uid", "id", "username", "email"].some((name) => own(claims, name) !== void 0);
  if (named && own(claims, "exp") === void 0)
    return { type: "access", reasons: ["it names a user and never ends: an API key in a token's clothing"] };
  if (named) return { type: "session", reasons: ["it names a user and an end, and nothing more"] };
  return { type: "unknown", reasons: ["no claim tells its kind"] };
}
var MEDIA_TYPES, NAMED, NAMING_CLAIMS, LOGOUT_EVENT, EVIDENCE;
var init_type = __esm({
  "src/tokens/type.ts"() {
    "use strict";
    init_issuer();
    init_json();
    MEDIA_TYPES = /* @__PURE__ */ new Map([
      ["at+jwt", ["access", "an OAuth access token (RFC 9068)"]],
      ["dpop+jwt", ["dpop-proof", "a proof of possession for one request (RFC 9449)"]],
      ["client-authentication+jwt", ["client-assertion", "a client that identifies itself"]],
      ["client-attestation+jwt", ["client-assertion", "an attestation of a client"]],
      ["secevent+jwt", ["security-event", "a security event (RFC 8417)"]],
      ["logout+jwt", ["logout", "a logout message (OpenID Connect Back-Channel Logout)"]],
      ["oauth-authz-req+jwt", ["authorization-request", "an authorization request (RFC 9101)"]],
      ["token-introspection+jwt", ["unknown", "an answer about another token (RFC 9701)"]],
      ["vc+jwt", ["credential", "a verifiable credential"]],
      ["vp+jwt", ["credential", "a presentation of verifiable credentials"]],
      ["vc+ld+jwt", ["credential", "a verifiable credential"]],
      ["vc+sd-jwt", ["credential", "a verifiable credential with selective disclosure"]],
      ["dc+sd-jwt", ["credential", "a digital credential with selective disclosure"]],
      ["kb+jwt", ["credential", "the holder's proof for an SD-JWT (RFC 9901)"]],
      ["openid4vci-proof+jwt", ["credential", "a wallet's proof of its key"]],
      ["statuslist+jwt", ["unknown", "a list of token states"]],
      ["entity-statement+jwt", ["unknown", "a statement of OpenID Federation"]]
    ]);
    NAMED = /* @__PURE__ */ new Map([
      ["bearer", ["access", "an access token"]],
      ["access", ["access", "an access token"]],
      ["access_token", ["access", "an access token"]],
      ["accesstoken", ["access", "an access token"]],
      ["id", ["id", "an ID token"]],
      ["id_token", ["id", "an ID token"]],
      ["refresh", ["refresh", "a refresh token"]],
      ["refresh_token", ["refresh", "a refresh token"]],
      ["refreshtoken", ["refresh", "a refresh token"]],
      ["offline", ["refresh", "an offline token: a refresh token that outlives the session"]],
      ["logout", ["logout", "a logout message"]],
      ["session", ["session", "a session"]],
      ["api_key", ["access", "an API key in a token's clothing"]],
      ["api-key", ["access", "an API key in a token's clothing"]],
      ["apikey", ["access", "an API key in a token's clothing"]],
      ["service", ["service-account", "a service"]],
      ["service_account", ["service-account", "a service account"]]
    ]);
    NAMING_CLAIMS = ["typ", "token_use", "token_type", "tokenType", "type", "use", "kind"];
    LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";
    EVIDENCE = [
      ["id", ["nonce"], 2, "nonce: it answers a login request"],
      ["id", ["at_hash", "c_hash", "s_hash"], 3, "a hash of the tokens issued with it (OpenID Connect Core section 3.3.2.11)"],
      ["id", ["auth_time", "amr", "acr"], 1, "it tells how and when the user signed in"],
      [
        "id",
        ["email_verified", "given_name", "family_name", "preferred_username", "picture", "name", "email"],
        1,
        "it describes the user"
      ],
      ["access", ["scope", "scp", "permissions", "entitlements", "authorization_details"], 3, "it holds scopes"],
      ["access", ["roles", "role", "groups", "authorities", "realm_access", "resource_access", "wids"], 2, "it holds roles"],
      ["access", ["client_id", "cid", "azp", "appid", "gty"], 2, "it names the client it was issued to"],
      ["session", ["sid", "session_id", "sessionId", "session_state", "session"], 2, "it names a session"]
    ];
  }
});

// src/tokens/token.ts
function explainToken(token, options) {
  const decoded = decodeToken(token);
  return "malformed" in decoded ? decoded : describe2(decoded, options);
}
function describe2(decoded, options) {
  const show2 = options.personalData === "show";
  const { header } = decoded;
  const innermost = innermostOf(decoded);
  const claims = innermost.claims;
  const readable = claims ?? {};
  const recognised = findIssuer(innermost.header, readable, options.issuers);
  const encrypted2 = innermost.format === "jwe";
  const kind = kindOf(innermost.header, encrypted2 ? void 0 : claims, recognised);
  const lifetime = lifetimeOf(encrypted2 ? void 0 : claims, kind.type, {
    now: options.now,
    committedAt: options.committedAt,
    sinceIssue: recognised?.issuer.lifetime?.sinceIssue
  });
  const power = powerOf(innermost.header, readable, recognised, kind.type);
  const binding = bindingOf(innermost.header, readable, kind.type);
  const hidden = hide(readable, show2);
  const hiddenHeader = hide(header, show2);
  const problems = problemsOf({
    decoded,
    claims,
    type: kind.type,
    privilege: power.privilege,
    lifetime,
    personal: hidden.personal,
    secrets: [.../* @__PURE__ */ new Set([...hidden.secrets, ...hiddenHeader.secrets])],
    demo: recognised?.issuer.demo === true
  });
  const { odd: _, future: __, ...times } = lifetime;
  const { scopes, roles, privilege } = power;
  const answer = issuerAnswer(recognised, readable);
  const keyId = strings(own(header, "kid"))[0];
  const issuer = strings(own(readable, "iss"))[0];
  const subject = strings(own(readable, "sub"))[0];
  const actor = power.actor === void 0 ? void 0 : hideValue(power.actor, show2);
  const client = ["client_id", "azp", "cid", "appid"].map((name) => text(readable, name)).find((value) => value !== void 0);
  return {
    format: decoded.format,
    type: kind.type,
    typeReasons: [...kind.reasons, ...shapeReasons(decoded)],
    header: hiddenHeader.values,
    algorithm: text(header, "alg") ?? "unknown",
    ...keyId !== void 0 && { keyId },
    ...issuer !== void 0 && { issuer: hideValue(issuer, show2) },
    ...answer,
    ...answer.tenant !== void 0 && { tenant: hideValue(answer.tenant, show2) },
    ...subject !== void 0 && { subject: hideValue(subject, show2) },
    audience: strings(own(readable, "aud")).map((value) => hideValue(value, show2)),
    ...client !== void 0 && { client: hideValue(client, show2) },
    ...actor !== void 0 && { actor },
    scopes,
    roles,
    privilege,
    privilegeReasons: [
      ...encrypted2 ? ["what it allows is encrypted"] : power.privilegeReasons,
      ...actor === void 0 ? [] : [`${quoted(actor)} acts for the subject (act, RFC 8693)`]
    ],
    ...times,
    binding,
    problems,
    claims: hidden.values
  };
}
function innermostOf(decoded) {
  return decoded.inner ? innermostOf(decoded.inner) : decoded;
}
function shapeReasons(decoded) {
  const reasons = [];
  const encryption = text(decoded.header, "enc");
  if (decoded.format === "jwe") reasons.push(`encrypted (${quoted(encryption ?? "")}): only its header can be read`);
  if (decoded.inner)
    reasons.push(`a token in a token: the inner one (${quoted(text(decoded.inner.header, "alg") ?? "")}) is explained`);
  if (decoded.disclosures) {
    const { count, holderProof } = decoded.disclosures;
    reasons.push(
      `SD-JWT with ${count} disclosed ${count === 1 ? "claim" : "claims"}${holderProof ? " and the holder's proof" : ""}`
    );
  }
  return reasons;
}
var init_token = __esm({
  "src/tokens/token.ts"() {
    "use strict";
    init_binding();
    init_decode();
    init_issuer();
    init_json();
    init_lifetime();
    init_personal();
    init_power();
    init_problems();
    init_type();
  }
});

// src/tokens/hmac.ts
function hmacUnderManyKeys(algorithm, message) {
  const { block, digest } = SIZES[algorithm];
  const inner = Buffer.alloc(block + message.length);
  const outer = Buffer.alloc(block + digest);
  inner.set(message, block);
  return (key) => {
    const short = key.length > block ? Buffer.from((0, import_node_crypto4.hash)(algorithm, key, "binary"), "latin1") : key;
    for (let i = 0; i < block; i++) {
      const byte = short[i] ?? 0;
      inner[i] = byte ^ INNER;
      outer[i] = byte ^ OUTER;
    }
    outer.write((0, import_node_crypto4.hash)(algorithm, inner, "binary"), block, "latin1");
    return (0, import_node_crypto4.hash)(algorithm, outer, "binary");
  };
}
var import_node_crypto4, SIZES, INNER, OUTER;
var init_hmac = __esm({
  "src/tokens/hmac.ts"() {
    "use strict";
    import_node_crypto4 = require("node:crypto");
    SIZES = {
      sha256: { block: 64, digest: 32 },
      sha384: { block: 128, digest: 48 },
      sha512: { block: 128, digest: 64 }
    };
    INNER = 54;
    OUTER = 92;
  }
});

// src/tokens/ssh-key.ts
function readOpenSsh(body) {
  if (body.toString("latin1", 0, MAGIC.length) !== MAGIC) return void 0;
  const fields = new Fields(body.subarray(MAGIC.length));
  const [cipher] = [fields.string(), fields.string(), fields.string()];
  if (cipher?.toString("latin1") !== "none" || fields.number() !== 1) return void 0;
  return readPublic(fields.string());
}
function readPutty(file) {
  const [, lines2 = ""] = /^PuTTY-User-Key-File-[23]:[^]*?\nEncryption: none\s[^]*?\nPublic-Lines: \d+\s+([A-Za-z0-9+/=\s]+)\n/.exec(file) ?? [];
  return lines2 === "" ? void 0 : readPublic(Buffer.from(lines2, "base64"));
}
function readPublic(blob) {
  const jwk = blob && jwkOf(new Fields(blob));
  try {
    return jwk && (0, import_node_crypto5.createPublicKey)({ key: jwk, format: "jwk" });
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
var import_node_crypto5, MAGIC, CURVES, EDWARDS, Fields;
var init_ssh_key = __esm({
  "src/tokens/ssh-key.ts"() {
    "use strict";
    import_node_crypto5 = require("node:crypto");
    MAGIC = "openssh-key-v1\0";
    CURVES = /* @__PURE__ */ new Map([
      ["ecdsa-sha2-nistp256", "P-256"],
      ["ecdsa-sha2-nistp384", "P-384"],
      ["ecdsa-sha2-nistp521", "P-521"]
    ]);
    EDWARDS = /* @__PURE__ */ new Map([
      ["ssh-ed25519", "Ed25519"],
      ["ssh-ed448", "Ed448"]
    ]);
    Fields = class {
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
  }
});

// src/tokens/weak-keys.ts
function wellKnownKeys() {
  keys ??= make();
  return keys;
}
function make() {
  const all = new Set(PUBLISHED);
  for (const words of WORDS3.split(",")) {
    const pieces = words.split(" ");
    const capital = pieces.map((piece) => piece.charAt(0).toUpperCase() + piece.slice(1));
    for (const form of [pieces.join(""), pieces.join("-"), pieces.join("_"), capital.join("")])
      for (const end of ENDS) all.add(form + end);
    all.add(`${pieces[0]}${capital.slice(1).join("")}`).add(pieces.join("_").toUpperCase());
  }
  return [...all];
}
var PUBLISHED, WORDS3, ENDS, keys;
var init_weak_keys = __esm({
  "src/tokens/weak-keys.ts"() {
    "use strict";
    PUBLISHED = [
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
    WORDS3 = "secret,my secret,mysecret,your secret,super secret,jwt secret,jwt,token,token secret,key,secret key,my secret key,your secret key,jwt secret key,secret token,private key,signing key,signing secret,password,changeme,change me,changeit,default,example,sample,demo,test,test secret,test key,testing,dev,development,production,staging,local,admin,root,user,guest,login,auth,auth secret,app,app secret,app key,api,api key,api secret,session secret,cookie secret,shared secret,client secret,hmac,hmac secret,hs256,nodejs,node,express,react,angular,vue,nest,nestjs,next,nextauth,spring,springboot,java,kotlin,django,flask,fastapi,python,rails,ruby,laravel,php,symfony,golang,go,rust,dotnet,csharp,graphql,mongo,mongodb,postgres,redis,docker,kubernetes,supabase,firebase,hasura,keycloak,gateway,backend,server,service,company,acme,website,blog,todo,shop";
    ENDS = ["", "1", "123", "1234", "12345", "123456", "!", "@123", "key", "_key", "-key", "secret", "_secret", "-secret"];
  }
});

// src/tokens/keyring.ts
function keyRing(secrets = [], privateKeys = [], certificates = []) {
  const keys2 = privateKeys.slice(0, MAX_PRIVATE_KEYS);
  const issued = certificatesIn([...keys2, ...certificates.slice(0, MAX_CERTIFICATES)]);
  const found = secrets.slice(0, MAX_SECRETS).flatMap((secret, index) => formsOf(octKey(secret) ?? secret, index));
  return {
    hmac: found.length === 0 ? wellKnown() : unique2([...found, ...wellKnown()]),
    private: keys2.flatMap((key, index) => privateKey(key, index, issued)),
    complete: secrets.length <= MAX_SECRETS && privateKeys.length <= MAX_PRIVATE_KEYS && certificates.length <= MAX_CERTIFICATES
  };
}
function wellKnown() {
  known ??= unique2(wellKnownKeys().flatMap((key) => formsOf(key)));
  return known;
}
function unique2(keys2) {
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
    if (jwk) return (0, import_node_crypto6.createPublicKey)((0, import_node_crypto6.createPrivateKey)({ key: jwk, format: "jwk" }));
    const [, label = "", block = ""] = /-----BEGIN ([A-Z ]{1,40})-----([^]*?)-----END \1-----/.exec(text2) ?? [];
    const body = bodyOf(block);
    if (label === "OPENSSH PRIVATE KEY") return readOpenSsh(Buffer.from(body, "base64"));
    const lines2 = body.match(/.{1,64}/g) ?? [];
    return (0, import_node_crypto6.createPublicKey)((0, import_node_crypto6.createPrivateKey)([`-----BEGIN ${label}-----`, ...lines2, `-----END ${label}-----`, ""].join("\n")));
  } catch {
    return void 0;
  }
}
function bodyOf(block) {
  return block.replace(/\\+[rn]/g, "\n").replace(/["'`]\s{0,80}\+\s{0,80}["'`]/g, "").replace(/[^A-Za-z0-9+/=]/g, "");
}
function parseJwk(json2) {
  try {
    const value = JSON.parse(json2);
    return isObject2(value) ? value : void 0;
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
        const { raw, publicKey } = new import_node_crypto6.X509Certificate(Buffer.from(bodyOf(block), "base64"));
        const name = nameOf(publicKey);
        issued.set(name, [...issued.get(name) ?? [], (0, import_node_crypto6.createHash)("sha256").update(raw).digest("base64url")]);
      } catch {
      }
    }
  }
  return issued;
}
function nameOf(publicKey) {
  return publicKey.export({ type: "spki", format: "der" }).toString("base64");
}
var import_node_crypto6, MAX_SECRET, MAX_PRIVATE_KEY, MAX_SECRETS, MAX_PRIVATE_KEYS, MAX_CERTIFICATES, known;
var init_keyring = __esm({
  "src/tokens/keyring.ts"() {
    "use strict";
    import_node_crypto6 = require("node:crypto");
    init_binding();
    init_json();
    init_ssh_key();
    init_weak_keys();
    MAX_SECRET = 4096;
    MAX_PRIVATE_KEY = 32768;
    MAX_SECRETS = 2e4;
    MAX_PRIVATE_KEYS = 500;
    MAX_CERTIFICATES = 2e3;
  }
});

// src/tokens/weakkeys.ts
function findHmacKey(token, keys2 = keyRing().hmac, limits = {}) {
  const signature = signaturesOf(token).find(
    ({ header, bytes }) => Object.hasOwn(HMAC, text(header, "alg") ?? "") && bytes.length > 0
  );
  if (!signature) return { tried: 0, complete: true };
  const input = Buffer.from(signature.input, "utf8");
  const most = Math.min(limits.tries ?? MAX_TRIES, Math.floor((limits.bytes ?? MAX_BYTES) / (input.length + 256)));
  const hmac = hmacUnderManyKeys(HMAC[text(signature.header, "alg")], input);
  const wanted = Buffer.from(signature.bytes).toString("latin1");
  for (const [tried, key] of keys2.entries()) {
    if (tried >= most) return { tried, complete: false };
    if (hmac(key.bytes) === wanted) return { found: key, tried: tried + 1, complete: true };
  }
  return { tried: keys2.length, complete: true };
}
function findSigningKey(token, keys2, limits = {}) {
  const most = limits.checks ?? MAX_CHECKS;
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
function fits({ header, bytes }, key) {
  const algorithm = text(header, "alg") ?? "";
  const type = key.asymmetricKeyType ?? "";
  if (Object.hasOwn(EDWARDS2, algorithm)) return EDWARDS2[algorithm].includes(type);
  if (Object.hasOwn(CURVES2, algorithm)) return key.asymmetricKeyDetails?.namedCurve === CURVES2[algorithm];
  return /^[RP]S(256|384|512)$/.test(algorithm) && (type === "rsa" || type === "rsa-pss") && Math.ceil((key.asymmetricKeyDetails?.modulusLength ?? 0) / 8) === bytes.length;
}
function signedBy({ header, input, bytes }, key) {
  const algorithm = text(header, "alg") ?? "";
  const data = Buffer.from(input, "utf8");
  const hash2 = `sha${algorithm.slice(2, 5)}`;
  try {
    if (Object.hasOwn(EDWARDS2, algorithm)) return (0, import_node_crypto7.verify)(null, data, key, bytes);
    if (algorithm.startsWith("ES")) return (0, import_node_crypto7.verify)(hash2, data, { key, dsaEncoding: "ieee-p1363" }, bytes);
    if (algorithm.startsWith("RS")) return (0, import_node_crypto7.verify)(hash2, data, key, bytes);
    const padding = { padding: import_node_crypto7.constants.RSA_PKCS1_PSS_PADDING, saltLength: import_node_crypto7.constants.RSA_PSS_SALTLEN_DIGEST };
    return (0, import_node_crypto7.verify)(hash2, data, { key, ...padding }, bytes);
  } catch {
    return false;
  }
}
function findKeys(token, explained, ring, limits = {}) {
  const problems = [];
  const hmac = findHmacKey(token, ring.hmac, limits);
  if (hmac.found) problems.push(weakKeyProblem(hmac.found));
  const signing = findSigningKey(token, ring.private, limits);
  if (signing.found !== void 0) problems.push(signingKeyProblem());
  const bound2 = boundTo(explained.binding, ring.private);
  if (bound2 !== void 0) problems.push(boundKeyProblem());
  return {
    problems,
    ...hmac.found?.index !== void 0 && { secret: hmac.found.index },
    ...signing.found !== void 0 && { signingKey: signing.found },
    ...bound2 !== void 0 && { boundKey: bound2 },
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
var import_node_crypto7, HMAC, MAX_TRIES, MAX_BYTES, MAX_CHECKS, CURVES2, EDWARDS2;
var init_weakkeys = __esm({
  "src/tokens/weakkeys.ts"() {
    "use strict";
    import_node_crypto7 = require("node:crypto");
    init_binding();
    init_decode();
    init_hmac();
    init_json();
    init_keyring();
    HMAC = { HS256: "sha256", HS384: "sha384", HS512: "sha512" };
    MAX_TRIES = 2e5;
    MAX_BYTES = 128 * 1024 * 1024;
    MAX_CHECKS = 500;
    CURVES2 = { ES256: "prime256v1", ES256K: "secp256k1", ES384: "secp384r1", ES512: "secp521r1" };
    EDWARDS2 = { EdDSA: ["ed25519", "ed448"], Ed25519: ["ed25519"], Ed448: ["ed448"] };
  }
});

// src/tokens/explain.ts
function explainText(text2, options) {
  const bare = unwrap(text2);
  const explained = explainToken(bare, options);
  if ("malformed" in explained) {
    const opaque = explainOpaque(bare, options);
    return opaque ? { token: opaque, lines: card(opaque, options.now) } : explained;
  }
  const { found } = findHmacKey(bare);
  const token = found ? { ...explained, problems: [weakKeyProblem(found), ...explained.problems] } : explained;
  return { token, lines: card(token, options.now) };
}
function unwrap(text2) {
  const trimmed = text2.slice(0, 256 * 1024).trim();
  const bare = trimmed.replace(/^(['"`])([^]*)\1[,;]?$/, "$2").trim();
  return bare.replace(/^(proxy-)?authorization\s*[:=]\s*/i, "").replace(/^(bearer|dpop|token)\s+/i, "").trim();
}
function card(token, now) {
  const lines2 = [];
  const add = (section, label, text2, tone = "plain") => {
    if (text2 !== void 0 && text2 !== "") lines2.push({ section, label, text: plain(text2), tone });
  };
  what(token, add);
  add(
    "who",
    "issuer",
    [token.issuerName, token.issuer === void 0 ? void 0 : quoted(token.issuer, 200)].filter(Boolean).join(", ")
  );
  add("who", "belongs to", token.tenant === void 0 ? void 0 : quoted(token.tenant, 200));
  add("who", "subject", token.subject === void 0 ? void 0 : quoted(token.subject, 200));
  add("who", "acted for by", token.actor === void 0 ? void 0 : quoted(token.actor, 200));
  add("who", "client", token.client === void 0 ? void 0 : quoted(token.client, 200));
  add("who", "audience", list(token.audience));
  when(token, now, add);
  const opaque = token.format === "opaque";
  if (!opaque || token.privilege !== "unknown") {
    const tone = token.privilege === "admin" ? "bad" : token.privilege === "write" ? "warn" : "plain";
    add("power", "allows", POWER[token.privilege], tone);
    for (const reason of token.privilegeReasons) add("power", "", reason);
  }
  add("power", "scopes", list(token.scopes));
  add("power", "roles", list(token.roles));
  add("power", "bound to", bound(token), "good");
  for (const { severity, text: text2 } of token.problems) {
    add(
      "problems",
      severity,
      text2,
      severity === "critical" || severity === "high" ? "bad" : severity === "info" ? "plain" : "warn"
    );
  }
  for (const step of steps(token)) add("to do", "", step);
  for (const [name, value] of Object.entries(token.header)) add("header", quoted(name), show(value));
  for (const [name, value] of Object.entries(token.claims))
    add(opaque ? "holds" : "claims", quoted(name), claim(name, value, now));
  return lines2;
}
function what(token, add) {
  add(
    "what",
    "format",
    token.algorithm === "unknown" ? FORMATS2[token.format] : `${FORMATS2[token.format]}, ${quoted(token.algorithm)}`
  );
  if (token.format !== "opaque") add("what", "kind", TYPES[token.type]);
  for (const reason of token.typeReasons) add("what", token.format === "opaque" ? "kind" : "", reason);
  add("what", "key id", token.keyId === void 0 ? void 0 : quoted(token.keyId, 200));
}
function when(token, now, add) {
  const moment = (iso2) => iso2 === void 0 ? void 0 : `${iso2}, ${relative(new Date(iso2), now)}`;
  const states = {
    expired: ["expired", "good"],
    active: ["active now", "bad"],
    "not-yet-valid": ["not valid yet", "warn"],
    "never-expires": ["active, and never expires by itself", "bad"],
    unknown: ["not known", "plain"]
  };
  const [state, tone] = states[token.state];
  if (token.format !== "opaque" || token.state !== "unknown") add("when", "state", state, tone);
  add("when", "issued", moment(token.issuedAt));
  add("when", "valid from", moment(token.notBefore));
  add("when", "expires", moment(token.expiresAt));
  add("when", "lives for", token.lifetimeSeconds === void 0 ? void 0 : duration(token.lifetimeSeconds));
  if (token.liveWhenCommitted !== void 0) {
    add(
      "when",
      "at commit",
      token.liveWhenCommitted ? "it was active when it was committed" : "it was not active when it was committed",
      token.liveWhenCommitted ? "warn" : "good"
    );
  }
}
function bound(token) {
  const { method, thumbprint } = token.binding;
  if (method === "none") return void 0;
  const names2 = {
    dpop: "a key, by DPoP (RFC 9449)",
    mtls: "a client certificate, by mutual TLS (RFC 8705)",
    jwk: "a key (RFC 7800)"
  };
  return `${names2[method]}${thumbprint === void 0 ? "" : `, thumbprint ${quoted(thumbprint)}`}: of no use without it`;
}
function steps(token) {
  const has2 = (...codes) => token.problems.some(({ code }) => codes.includes(code));
  const done = [];
  if (has2("demo-key", "example-token")) return ["Nothing, as long as no service on a network takes it."];
  if (has2("weak-hmac-key", "signing-key-in-repo", "embedded-private-key")) {
    done.push("Replace the signing key first: every token signed with it must be refused, whatever its end.");
  }
  if (token.state === "expired")
    done.push(
      "It has expired: nothing is left to revoke, but find out how it got here, and whether a refresh token or a key lies near."
    );
  else if (token.remedy) done.push(token.remedy.revoke);
  if (token.state !== "expired") {
    if (token.remedy?.url !== void 0) done.push(`Console: ${token.remedy.url}`);
    if (token.endpoints?.revocation !== void 0) done.push(`Revocation endpoint (RFC 7009): ${token.endpoints.revocation}`);
    if (token.endpoints?.introspection !== void 0)
      done.push(`Introspection endpoint (RFC 7662): ${token.endpoints.introspection}`);
    for (const url of token.endpoints?.metadata ?? []) done.push(`The issuer's metadata should be at ${url}`);
    done.push("Remove it from the files and, where others can read it, from the history; revoke first, as copies remain.");
  }
  return done;
}
function claim(name, value, now) {
  const words = CLAIMS.get(name);
  const shown = show(value);
  if (TIME_CLAIMS.has(name) && typeof value === "number" && value > 0 && value < 1e11) {
    const date = new Date(value * 1e3);
    return `${shown}: ${date.toISOString()}, ${relative(date, now)}${words === void 0 ? "" : ` (${words})`}`;
  }
  return words === void 0 ? shown : `${shown} (${words})`;
}
function show(value) {
  const text2 = typeof value === "string" ? value : JSON.stringify(value);
  return quoted(text2 ?? "", 300);
}
function list(values) {
  if (values.length === 0) return void 0;
  const shown = values.slice(0, 20).map((value) => quoted(value, 120));
  return values.length > 20 ? `${shown.join(", ")} and ${values.length - 20} more` : shown.join(", ");
}
function duration(seconds) {
  const [name, size] = UNITS.find(([, each]) => seconds >= each) ?? ["second", 1];
  const count = Math.round(seconds / size);
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}
function relative(date, now) {
  const seconds = Math.round((date.getTime() - now.getTime()) / 1e3);
  if (seconds === 0) return "now";
  return seconds > 0 ? `in ${duration(seconds)}` : `${duration(-seconds)} ago`;
}
var FORMATS2, TYPES, POWER, UNITS;
var init_explain = __esm({
  "src/tokens/explain.ts"() {
    "use strict";
    init_claims();
    init_json();
    init_opaque();
    init_token();
    init_weakkeys();
    FORMATS2 = {
      jws: "a signed token (JWS)",
      jwe: "an encrypted token (JWE)",
      "jws-json": "a signed token in JSON (JWS)",
      "jwt-unsecured": "an unsigned token (unsecured JWT)",
      opaque: "a credential of its own format"
    };
    TYPES = {
      access: "access token: opens an API",
      id: "ID token: tells who signed in",
      refresh: "refresh token: gets new tokens",
      "dpop-proof": "proof of possession for one request",
      "client-assertion": "client assertion: an application identifies itself",
      logout: "logout message",
      "security-event": "security event",
      "authorization-request": "authorization request",
      "service-account": "token of a service account or workload",
      credential: "verifiable or holder-bound credential",
      session: "session of a user",
      unknown: "not known"
    };
    POWER = {
      admin: "to administer",
      write: "to change things",
      read: "to read",
      public: "what everyone may",
      unknown: "not known"
    };
    UNITS = [
      ["year", 365.25 * 86400],
      ["month", 30.4375 * 86400],
      ["day", 86400],
      ["hour", 3600],
      ["minute", 60],
      ["second", 1]
    ];
  }
});

// src/tokens/links.ts
function linkKeys(input, limits = {}) {
  const ring = keyRing(input.secrets, input.privateKeys, input.certificates);
  const left = { ...SCAN_LIMITS, ...limits };
  const tokens = input.tokens.map(() => ({ problems: [], keys: [] }));
  let untried = 0;
  for (const index of unlikeFirst(input.tokens)) {
    const { text: text2, token } = input.tokens[index];
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
var SCAN_LIMITS;
var init_links = __esm({
  "src/tokens/links.ts"() {
    "use strict";
    init_keyring();
    init_weakkeys();
    SCAN_LIMITS = { tries: 2e6, bytes: 2 ** 30, checks: 2e4 };
  }
});

// src/tokens/link-shares.ts
async function linkKeysInShares(input, { jobs, signal }) {
  const work = input.tokens.length * (2 * input.secrets.length + WELL_KNOWN + input.privateKeys.length);
  if (work <= FEW) return linkKeys(input);
  const order = unlikeFirst(input.tokens);
  const shares = Array.from({ length: SHARES }, (_, share2) => order.filter((_2, turn) => turn % SHARES === share2)).filter(
    (share2) => share2.length > 0
  );
  const limits = {
    tries: Math.floor(SCAN_LIMITS.tries / shares.length),
    bytes: Math.floor(SCAN_LIMITS.bytes / shares.length),
    checks: Math.floor(SCAN_LIMITS.checks / shares.length)
  };
  const tokens = input.tokens.map(() => ({ problems: [], keys: [] }));
  let untried = 0;
  let next = 0;
  const thread = async () => {
    while (next < shares.length) {
      const share2 = shares[next++];
      const part = { ...input, tokens: share2.map((index) => input.tokens[index]) };
      const linked = await inThread({ input: part, limits }, signal);
      untried += linked ? linked.untried : share2.length;
      for (const [i, index] of share2.entries()) if (linked) tokens[index] = linked.tokens[i];
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, shares.length) }, thread));
  return { tokens, untried };
}
async function inThread(init, signal) {
  if (signal?.aborted) return void 0;
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const worker = new Worker(new URL("./link-worker.js", __moduleUrl), { workerData: init });
  const stop = () => void worker.terminate();
  signal?.addEventListener("abort", stop);
  try {
    return await new Promise((resolve) => {
      worker.once("message", resolve);
      worker.once("error", () => resolve(void 0));
      worker.once("exit", () => resolve(void 0));
    });
  } finally {
    signal?.removeEventListener("abort", stop);
    await worker.terminate();
  }
}
var SHARES, FEW, WELL_KNOWN;
var init_link_shares = __esm({
  "src/tokens/link-shares.ts"() {
    "use strict";
    init_links();
    SHARES = 4;
    FEW = 25e3;
    WELL_KNOWN = 1e3;
  }
});

// src/tokens/index.ts
var tokens_exports = {};
__export(tokens_exports, {
  card: () => card,
  explainOpaque: () => explainOpaque,
  explainText: () => explainText,
  explainToken: () => explainToken,
  findHmacKey: () => findHmacKey,
  findKeys: () => findKeys,
  findSigningKey: () => findSigningKey,
  keyRing: () => keyRing,
  linkKeys: () => linkKeys,
  linkKeysInShares: () => linkKeysInShares
});
var init_tokens = __esm({
  "src/tokens/index.ts"() {
    "use strict";
    init_explain();
    init_opaque();
    init_token();
    init_keyring();
    init_links();
    init_link_shares();
    init_weakkeys();
  }
});

// src/tokens/issuer-table.ts
var issuer_table_exports = {};
__export(issuer_table_exports, {
  loadIssuerTable: () => loadIssuerTable
});
function loadIssuerTable() {
  return JSON.parse((0, import_node_fs2.readFileSync)(new URL("./issuers.generated.json", __moduleUrl), "utf8"));
}
var import_node_fs2;
var init_issuer_table = __esm({
  "src/tokens/issuer-table.ts"() {
    "use strict";
    import_node_fs2 = require("node:fs");
  }
});

// src/findings.ts
var findings_exports = {};
__export(findings_exports, {
  makeFindings: () => makeFindings
});
module.exports = __toCommonJS(findings_exports);

// src/strength.ts
var GUESSABLE_BITS = 80;
var PHRASE_BITS_A_CHARACTER = 3;
var GUESSABLE_PHRASE_BITS = 200;
var GUESSABLE_CHOSEN_BITS = 128;
var WORD_LETTER_BITS = 2;
var LOOKED_AT = 1024;
var WORD = /[A-Z]?[a-z]{3,}|[A-Z]{4,}/g;
var KEYBOARD = "1234567890 qwertyuiop asdfghjkl zxcvbnm";
var SUBSTITUTES = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", "@": "a", 7: "t", $: "s", "!": "i" };
var VOWELS = /[aeiouyAEIOUY]/g;
var NO_WORD = /[^aeiouyAEIOUY]{5}/;
function estimateBits(value) {
  const text2 = value.slice(0, LOOKED_AT);
  const perCharacter = Math.min(Math.log2(alphabetSize(text2)), ownBits(text2));
  const word = wordLetters(text2);
  const seen = /* @__PURE__ */ new Set();
  let bits = 0;
  for (let at = 0; at < text2.length; at++) {
    const group = text2.slice(at - 2, at + 1);
    const repeated = at >= 2 && seen.has(group);
    if (at >= 2) seen.add(group);
    if (repeated || isStep(text2, at)) continue;
    bits += word[at] === 1 ? Math.min(perCharacter, WORD_LETTER_BITS) : perCharacter;
  }
  return bits;
}
function isGuessable(secret, kind) {
  switch (kind) {
    case "password":
      return isWeak(plainSpelling(secret), GUESSABLE_CHOSEN_BITS);
    case "connection-string":
      return isWeak(plainSpelling(passwordOf(secret)), GUESSABLE_CHOSEN_BITS);
    // Code is no secret.
    case "misuse":
      return false;
    case "jwt":
      return isWeak(signatureOf(secret), GUESSABLE_BITS);
    default:
      return isWeak(secret, GUESSABLE_BITS);
  }
}
function isWeak(value, enough) {
  const bits = estimateBits(value);
  return bits < enough || bits < value.length * PHRASE_BITS_A_CHARACTER && bits < GUESSABLE_PHRASE_BITS;
}
function signatureOf(token) {
  if (token.trimStart().startsWith("{")) return token;
  const parts = token.split(".");
  return parts.length === 3 || parts.length === 5 ? parts.at(-1) : "";
}
function passwordOf(connection) {
  const url = /^[a-z][a-z0-9+.-]*:\/\/[^\s/@:]*:(.+)@/i.exec(connection);
  if (url) return url[1];
  const field = /(?:^|[;\s&?])(?:password|pwd|pass|sharedaccesskey|accountkey|key|secret|token)\s*=\s*([^;\s&]+)/i.exec(
    connection
  );
  return field ? field[1] : "";
}
function alphabetSize(text2) {
  if (/^[0-9]*$/.test(text2)) return 10;
  if (/^(?:[0-9a-f]*|[0-9A-F]*)$/.test(text2)) return 16;
  let size = 0;
  if (/[0-9]/.test(text2)) size += 10;
  if (/[a-z]/.test(text2)) size += 26;
  if (/[A-Z]/.test(text2)) size += 26;
  if (/[-_+/=.]/.test(text2)) size += 2;
  if (/[^0-9a-zA-Z\-_+/=.]/.test(text2)) size += 20;
  return size;
}
function ownBits(text2) {
  const counts = /* @__PURE__ */ new Map();
  for (const char of text2) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count / text2.length * Math.log2(count / text2.length);
  return text2.length === 0 ? 0 : bits + (counts.size - 1) / (2 * Math.LN2 * text2.length);
}
function wordLetters(text2) {
  const marks = new Uint8Array(text2.length);
  for (const match of text2.matchAll(WORD)) {
    const run = match[0];
    const vowels = run.match(VOWELS)?.length ?? 0;
    if (vowels * 5 >= run.length && !NO_WORD.test(run)) marks.fill(1, match.index, match.index + run.length);
  }
  return marks;
}
function isStep(text2, at) {
  if (at < 2) return false;
  const [a, b, c] = [text2.charCodeAt(at - 2), text2.charCodeAt(at - 1), text2.charCodeAt(at)];
  if (c - b === b - a && Math.abs(c - b) <= 1) return true;
  const [x, y, z] = [keyOf(text2[at - 2]), keyOf(text2[at - 1]), keyOf(text2[at])];
  return x >= 0 && z - y === y - x && Math.abs(z - y) === 1;
}
function keyOf(char) {
  return KEYBOARD.indexOf(char.toLowerCase());
}
function plainSpelling(value) {
  return value.replace(/[01345@7$!]/g, (char) => SUBSTITUTES[char] ?? char);
}

// src/report/redact.ts
var MASK = "****";
var PRINTABLE = /^[\x21-\x7e]*$/;
var PEM_HEADER = /^\s*-----BEGIN ([A-Z0-9 ]{1,40})-----/;
var SCHEME = /^[a-z][a-z0-9+.-]{1,15}:\/\//i;
var TOKEN_RUN = /[A-Za-z0-9+/_-]{20,}={0,2}/g;
var HALF_TOKEN = "[A-Za-z0-9+/_.~-]{8,}";
var TOKEN_AT_START = new RegExp(`^${HALF_TOKEN}={0,2}`);
var TOKEN_AT_END = new RegExp(`${HALF_TOKEN}$`);
var RANDOM_BITS_A_CHARACTER = 2.75;
function redact(secret, options) {
  const quarter = Math.floor(secret.length / 4);
  const pem = PEM_HEADER.exec(secret);
  if (pem) return `${pem[1]} ${MASK}`;
  if (options.kind === "connection-string") {
    const scheme = SCHEME.exec(secret)?.[0] ?? "";
    return scheme.length <= quarter ? scheme + MASK : MASK;
  }
  if (options.kind === "jwt") {
    const header = /^eyJ[A-Za-z0-9_-]*(?=\.)/.exec(secret)?.[0];
    if (header !== void 0) return `${header.slice(0, Math.min(10, quarter))}\u2026`;
  }
  if (options.guessable || secret.length < 20) return MASK;
  const head = secret.slice(0, 4);
  const tail = secret.slice(-Math.min(secret.length >= 32 ? 4 : 2, quarter - 4));
  return PRINTABLE.test(head + tail) ? `${head}\u2026${tail}` : MASK;
}
function showCode(code) {
  return maskTokens(code.replace(/\s+/g, " "));
}
function maskTokens(text2) {
  return text2.replace(TOKEN_RUN, (run) => estimateBits(run) >= run.length * RANDOM_BITS_A_CHARACTER ? MASK : run);
}

// src/companions.ts
var MAX_LINES = 10;
var PARTS = /* @__PURE__ */ new Set(["identifier", "name"]);
function findCompanions(matches, sheets) {
  const wanted = memo((id) => wantedBy(id, sheets));
  const of = /* @__PURE__ */ new Map();
  const absorbed = /* @__PURE__ */ new Set();
  const secretOf = /* @__PURE__ */ new Map();
  const byFile = /* @__PURE__ */ new Map();
  for (const match of matches) {
    const { path, blob = "", commit = "", inside = "" } = match.location;
    const key = [path, blob, commit, inside].join("\0");
    const file = byFile.get(key);
    if (file) file.push(match);
    else byFile.set(key, [match]);
  }
  for (const file of byFile.values()) {
    for (const match of file) {
      if (match.known) continue;
      const sheet = sheets.get(match.rule);
      if (sheet?.sensitivity === "name" || lacks(match, file, sheet)) absorbed.add(match);
      if (!sheet || sheet.sensitivity === "name" || sheet.sensitivity === "identifier") continue;
      for (const { sheet: other, lines: lines2 } of wanted(match.rule)) {
        const nearest = nearestOf(match, file, other.id, lines2);
        if (!nearest) continue;
        if (other.sensitivity === "identifier") absorbed.add(nearest);
        const list2 = of.get(match) ?? [];
        const companion = companionOf(nearest, other);
        secretOf.set(companion, nearest.secret);
        of.set(match, [...list2, companion]);
      }
    }
  }
  return { of, absorbed, secretOf };
}
function wantedBy(id, sheets) {
  const sheet = sheets.get(id);
  const found = /* @__PURE__ */ new Map();
  for (const { rule, lines: lines2 = MAX_LINES } of sheet.companions) {
    const other = sheets.get(rule);
    if (other) found.set(rule, { sheet: other, lines: lines2 });
  }
  for (const other of sheets.values()) {
    if (other.provider !== sheet.provider || !PARTS.has(other.sensitivity) || found.has(other.id)) continue;
    const named = other.companions.find(({ rule }) => rule === sheet.id);
    if (named) found.set(other.id, { sheet: other, lines: named.lines ?? MAX_LINES });
  }
  return [...found.values()];
}
function memo(make2) {
  const made = /* @__PURE__ */ new Map();
  return (key) => {
    if (!made.has(key)) made.set(key, make2(key));
    return made.get(key);
  };
}
function nearestOf(match, file, rule, lines2) {
  const distance = ({ location }) => Math.abs(location.startLine - match.location.startLine);
  const offset = ({ location }) => Math.abs(location.offset - match.location.offset);
  return file.filter((other) => other.rule === rule && distance(other) <= lines2).reduce((best, other) => !best || offset(other) < offset(best) ? other : best, void 0);
}
function lacks(match, file, sheet) {
  const required = sheet?.companions.filter((companion) => companion.required) ?? [];
  return required.some(({ rule, lines: lines2 = MAX_LINES }) => !nearestOf(match, file, rule, lines2));
}
function companionOf(match, sheet) {
  return {
    rule: sheet.id,
    title: sheet.title,
    redacted: sheet.sensitivity === "name" ? match.secret : redact(match.secret, { kind: sheet.kind, guessable: sheet.kind === "password" }),
    location: match.location
  };
}

// src/fingerprint.ts
var import_node_crypto = require("node:crypto");
var LABEL = "bearertrap/fingerprint/v1";
var BYTES = 10;
var SCRYPT = { N: 2 ** 10, r: 8, p: 1 };
function fingerprint(rule, secret, options) {
  if (!options.guessable) {
    const digest = (0, import_node_crypto.createHmac)("sha256", LABEL).update(`${rule}\0${secret}`, "utf8").digest("hex");
    return Promise.resolve(digest.slice(0, 2 * BYTES));
  }
  return new Promise((resolve, reject) => {
    (0, import_node_crypto.scrypt)(secret, `${LABEL}\0${rule}`, BYTES, SCRYPT, (error, key) => {
      if (error) reject(error);
      else resolve(key.toString("hex"));
    });
  });
}

// src/model.ts
var SEVERITIES = ["critical", "high", "medium", "low", "info"];
var CONFIDENCES = ["certain", "high", "medium", "low"];
var REACHES = ["head", "refs", "stash", "index", "reflog", "unreachable"];

// src/detect/plausible.ts
var STAND_IN = /example|sample|placeholder|dummy|changeme|change[_-]me|replace|redacted|your[_-]|[_-]here|xxxx|\*\*\*|\.\.\.|todo|fixme|insert|<[a-z]|1234567890|0123456789|abcdefgh|qwerty|deadbeef|notreal|fake|foobar/i;
function saysStandIn(value, strict) {
  const words = STAND_IN.exec(value);
  if (!words) return false;
  return strict || words[0].length * 3 >= value.length || /example|placeholder|redacted|xxxx|\*\*\*|\.\.\./i.test(words[0]);
}
var REFERENCE = /^(?:\$\{|\$\(|\$[A-Za-z_]|%[A-Za-z_({]|\{\{|\{[A-Za-z_%#]|<%|<[A-Za-z_/]|#\{|@[A-Za-z_]+@|@[A-Z][A-Z0-9_]+$|!Ref|!Sub|!GetAtt|!vault|!env|@Microsoft\.KeyVault|arn:|projects\/|vault:|op:\/\/|secretref:|ref\+|ENC\[|EJ\[\d:|env[.:(]|\[\[|__[A-Z])/i;
function isReference(value) {
  return REFERENCE.test(value) || /\$\{[^}]{1,80}\}|\{\{[^}]{1,80}\}\}|#\{[^}]{1,80}\}|\$\([^)]{1,80}\)/.test(value);
}
function isExpression(value) {
  return /^[A-Za-z_$][\w$]*(?:(?:\.|->|::|\?\.)[A-Za-z_$][\w$]*|\[[^\]]{0,60}\]|\([^)]{0,200}\)?)+$/.test(value) || /^(?:new|await|return|null|true|false|none|nil|undefined|function|lambda|self|this|str|string|int|bool|any|optional)\b/i.test(
    value
  ) || /[(){}[\];]|=>|\.\.|::/.test(value);
}
function isPattern(value) {
  return /\[\^?[^\]]*\w-\w|\{\d+,?\d*\}|\\[dwsSDWb]|\(\?[:=!<]/.test(value);
}
function isUuid(value) {
  return /^[{]?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[}]?$/i.test(value);
}
function isDigest(value) {
  return /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i.test(value) || /^sha\d{1,3}[-:]/i.test(value);
}
function isPathLike(value) {
  return /^(?:https?|ftp|file|s3|gs|ws|wss|mailto|data|urn|git|ssh):/i.test(value) || /^(?:\.{0,2}\/|~\/|[A-Za-z]:\\)[\w./\\~@ -]*$/.test(value) || /^[\w.-]+(?:\/[\w.-]+)+\/?$/.test(value) && !/[A-Z].*[0-9].*[a-z].*[0-9]/.test(value) || /\.(?:js|ts|json|ya?ml|xml|html?|css|png|jpe?g|svg|gif|txt|md|py|rb|go|rs|java|php|sh|pem|key|crt|cer|p12|jks|conf|cfg|ini|log|sql|tmpl|erb|vue|tsx?)$/i.test(
    value
  );
}

// src/detect/score/memo.ts
var Memo = class {
  #answers = /* @__PURE__ */ new Map();
  #limit;
  /** @param limit answers that are kept; then it begins afresh */
  constructor(limit) {
    this.#limit = limit;
  }
  /** The answer to a question: what `answer` says to it, which must follow from it alone. */
  get(question, answer) {
    const known2 = this.#answers.get(question);
    if (known2 !== void 0 || this.#answers.has(question)) return known2;
    const made = answer(question);
    if (this.#answers.size >= this.#limit) this.#answers.clear();
    this.#answers.set(question, made);
    return made;
  }
};

// src/detect/score/names.ts
var WORDS = ["passw", "passphrase", "pwd", "_pass", "secret", "token", "apikey", "api_key", "api-key", "credential"];
var ENDINGS = [
  "key",
  "auth",
  "pass",
  "keys",
  "authorization",
  "signature",
  "ticket",
  "cookie",
  "sessionid",
  "seed",
  "verifier",
  "_pw",
  "_iv",
  "authcode"
];
var AFTER_ENDING = "\"'`=:(\\ \n";
var NAME_LITERALS = [
  ...WORDS.map((text2) => ({ text: text2, fold: true, named: true })),
  ...ENDINGS.map((text2) => ({ text: text2, fold: true, named: true, next: AFTER_ENDING, tail: [AFTER_ENDING, 1] }))
];
var KEYWORD = new RegExp(`${WORDS.join("|")}|(?:${ENDINGS.join("|")})$`, "i");
var KEPT = 1024;
var plainNames = new Memo(KEPT);
function variantOf(plain2) {
  if (/pass|pwd|_pw_/.test(plain2)) return "password";
  if (/secret|credential/.test(plain2)) return "secret";
  if (/token|auth|ticket|cookie|session/.test(plain2) && !plain2.endsWith("key_")) return "token";
  return "key";
}

// src/detect/score/feature.ts
var flag = (holds2) => holds2 ? 1 : 0;

// src/detect/score/name-features.ts
var nameHas = (expression) => ({ plain: plain2 }) => flag(expression.test(plain2));
var NAME_FEATURES = [
  ["name-password", "that its name says password", nameHas(/pass_?w|passphrase|_pass_|pwd|_pw_/)],
  ["name-secret", "that its name says secret", nameHas(/secret/)],
  ["name-token", "that its name says token", nameHas(/token/)],
  ["name-key", "that its name says key", nameHas(/key_|keys_/)],
  ["name-bare-key", "that its name is key alone", nameHas(/^_keys?_$/)],
  ["name-api", "that its name says api", nameHas(/api/)],
  ["name-auth", "that its name says auth", nameHas(/auth/)],
  ["name-credential", "that its name says credential", nameHas(/cred/)],
  ["name-client", "that its name says client, app, consumer or session", nameHas(/client|app_|consumer|session|jwt/)],
  [
    "name-access",
    "that its name says access, account, private, master or signing",
    nameHas(/access|account|private|master|sign|encrypt/)
  ],
  ["name-cipher", "that its name speaks of ciphers", nameHas(/_iv_|cipher|crypt|salt|nonce|seed|hmac/)],
  [
    "name-hash",
    "that its name says hash, digest or public",
    nameHas(/hash|sha\d|md5|digest|checksum|finger|public|integrity|etag/)
  ],
  [
    "name-next",
    "that its name is of paging, parsing or forms",
    nameHas(/next|page|cursor|continu|csrf|xsrf|cancel|syntax|lex|parse|primary|foreign|sort|partition|cache|object/)
  ],
  [
    "name-about",
    "that its name speaks about a secret",
    nameHas(
      /_(?:name|id|type|field|file|path|url|uri|label|title|text|message|msg|error|hint|help|desc\w*|placeholder|length|len|size|count|max|min|expir\w*|ttl|policy|regex|pattern|format|column|param\w*|header|prefix|suffix|endpoint|host|invalid|wrong|forgot|reset|change|confirm|require[ds]?|missing|show|hide|enable[ds]?|is|has|no|not|use|with|get|set|validate|verify)_/
    )
  ],
  [
    "name-test",
    "that its name says it is made up",
    nameHas(/test|example|sample|dummy|fake|mock|expect|invalid|wrong|default|some|foo/)
  ],
  [
    "name-old",
    "that its name says old, new, previous or current",
    nameHas(/_(?:old|new|prev\w*|current|first|second|other|another)_/)
  ],
  ["name-words", "how many words its name has", ({ plain: plain2 }) => plain2.split("_").length - 2],
  ["name-length", "how long its name is", ({ name }) => name.length],
  [
    "name-ends",
    "that its name ends with the word for a secret",
    nameHas(/(?:password|passwd|passphrase|pwd|pass|secret|token|key|auth|credentials?|pw)_$/)
  ],
  ["name-constant", "that its name is in capitals", ({ name }) => flag(/^[A-Z][A-Z0-9_]+$/.test(name))],
  ["name-camel", "that its name is in camel case", ({ name }) => flag(/[a-z][A-Z]/.test(name))],
  ["name-dotted", "that its name has a dot", ({ name }) => flag(name.includes("."))],
  ["name-dash", "that its name is an option or header", ({ name }) => flag(/^--?\w|^[A-Z]\w*-[A-Z]/.test(name))],
  ["name-variable", "that its name begins with $", ({ name }) => flag(name.startsWith("$"))],
  ["variant", "what its name says it is", ({ plain: plain2 }) => ["password", "secret", "token", "key"].indexOf(variantOf(plain2))]
];

// src/judge/paths.ts
var FOLDER = /^_{0,2}(t|tests?|specs?|e2e|testing|test[-_]?data|examples?|samples?|fixtures?|mocks?|stubs|cassettes|snapshots)_{0,2}$/i;
var FILE = /(^|[._-])(tests?|examples?|samples?|fixtures?|mocks?|stubs?)(\.[a-z0-9]+){0,2}$/i;
var LANGUAGE = /^test_.*\.py$|[_.]spec\.[a-z]+$|Tests?\.(java|kt|cs|php|swift|scala)$/;
function isDocumentation(path) {
  return /\.(md|mdx|markdown|rst|adoc|asciidoc|txt|html?|ipynb)$|(^|\/)(docs?|documentation|website|changelog|readme)(\/|$)/i.test(
    path
  );
}
function isTestPath(path) {
  const names2 = path.split(/!?\//);
  const file = names2.pop() ?? "";
  return names2.some((name) => FOLDER.test(name)) || FILE.test(file) || LANGUAGE.test(file);
}

// src/detect/score/path-features.ts
var has = (expression) => (path) => flag(path !== void 0 && expression.test(path));
var PATH_FEATURES = [
  ["path-known", "that its file is known", (path) => flag(path !== void 0)],
  ["path-test", "that its file is a test or example", (path) => flag(path !== void 0 && isTestPath(path))],
  ["path-example", "that its file is an example or template", has(/example|sample|template|demo|tutorial|\.dist$/i)],
  ["path-docs", "that its file is documentation", has(/(?:^|\/)docs?\/|\.(?:md|markdown|rst|txt|adoc|html?)$/i)],
  [
    "path-script",
    "that its file is a program in a scripting language",
    has(/\.(?:[cm]?[jt]sx?|py|rb|php|pl|lua|exs?|erb|vue)$/i)
  ],
  [
    "path-compiled",
    "that its file is a program in a compiled language",
    has(/\.(?:go|java|kt|cs|scala|swift|rs|c|cc|cpp|h|hs|m|groovy)$/i)
  ],
  ["path-javascript", "that its file is JavaScript or TypeScript", has(/\.[cm]?[jt]sx?$/i)],
  ["path-go", "that its file is Go", has(/\.go$/i)],
  ["path-shell", "that its file is a shell script", has(/\.(?:sh|bash|zsh|ps1|bat|cmd)$|dockerfile/i)],
  ["path-yaml", "that its file is YAML", has(/\.ya?ml$/i)],
  ["path-json", "that its file is JSON", has(/\.json$/i)],
  [
    "path-config",
    "that its file is configuration",
    has(/\.(?:env|ini|conf|cfg|properties|toml|config|rsp|xml|tf|tfvars)\b|(?:^|\/)\.env/i)
  ],
  ["path-sql", "that its file is SQL", has(/\.sql$/i)],
  [
    "path-locale",
    "that its file is of translations",
    has(/(?:^|\/)(?:locales?|i18n|lang|languages|translations?)(?:\/|\.)|[/_.-][a-z]{2}[_-][A-Z]{2}\.\w+$/)
  ],
  [
    "path-lock",
    "that its file is a lock, a minified or a generated one",
    has(/lock\.\w+$|\.lock$|\.min\.|\.map$|bundle|(?:^|\/)dist\/|generated|\.snap$/i)
  ],
  ["path-vendored", "that its file is of another project", has(/(?:^|\/)(?:vendor|node_modules|third_?party|site-packages)\//i)]
];

// src/detect/score/place-features.ts
var isForm = (...forms) => ({ form }) => flag(forms.includes(form));
var lineHas = (expression) => ({ line }) => flag(expression.test(line));
var nearHas = (expression) => ({ around }) => flag(expression.test(around));
var proseIn = (text2) => text2.match(/(?:^|\s)[a-z]{2,12}(?=[\s.,])/g)?.length ?? 0;
var LINE_FEATURES = [
  [
    "name-in-value",
    "that it holds words of its name",
    ({ plain: plain2, value }) => {
      const words = plain2.split("_").filter((word) => word.length > 2);
      const lower = value.toLowerCase();
      return words.length === 0 ? 0 : words.filter((word) => lower.includes(word)).length / words.length;
    }
  ],
  ["form-assign", "that it is assigned with =", isForm("assign")],
  ["form-colon", "that it stands behind a colon", isForm("colon")],
  ["form-arrow", "that it stands behind an arrow", isForm("arrow")],
  ["form-compare", "that it is compared", isForm("compare")],
  ["form-call", "that it is an argument", isForm("call", "wrapped")],
  ["form-comma", "that it stands behind a comma", isForm("comma")],
  ["form-tag", "that it is the text of an element", isForm("tag")],
  ["form-space", "that only a space stands before it", isForm("space")],
  ["form-pair", "that it is a named value", isForm("pair")],
  ["form-url", "that it stands in a URL", isForm("url")],
  ["form-command", "that it is given on a command line or in SQL", isForm("sql", "user")],
  ["form-otp", "that it is given to a maker of one-time passwords", isForm("otp")],
  ["quoted", "that it is quoted", ({ quote }) => flag(quote !== 0)],
  ["double-quoted", "the kind of its quotes", ({ quote }) => flag(quote === 34)],
  ["closed", "that its quote is closed", ({ closed }) => flag(closed)],
  ["name-quoted", "that its name is quoted", ({ gap }) => flag(/^\\?["'`]/.test(gap))],
  ["escaped", "that it stands in an escaped string", ({ gap }) => flag(gap.includes("\\"))],
  ["gap", "how far it is from its name", ({ gap }) => gap.length],
  ["spaced", "that spaces stand around its operator", ({ gap }) => flag(/ [=:]/.test(gap))],
  ["line-start", "that its name begins the line", ({ lead }) => flag(/^\s*(?:[-*]\s+)?["'`]?$/.test(lead))],
  [
    "declared",
    "that it is declared",
    ({ lead }) => flag(
      /(?:^|\W)(?:const|let|var|val|static|final|public|private|string|String|export|set|env|ENV|ARG|define)\W[^=]*$/.test(
        lead
      )
    )
  ],
  ["parameter", "that it stands in a query", ({ lead }) => flag(/[?&]$/.test(lead))],
  ["indent", "how far its line is indented", ({ lead }) => /^\s*/.exec(lead)[0].length],
  ["lead", "how much stands before its name", ({ lead }) => lead.trim().length],
  ["tail", "how much stands behind it", ({ tail }) => tail.trim().length],
  ["ends-line", "that nothing but signs stands behind it", ({ tail }) => flag(/^["'`]?[\s,;)\]}\\]*$/.test(tail))],
  ["continues", "what stands behind it", ({ tail }) => " \"'`,;)]}&<\\|.(".indexOf(tail.charAt(0) || " ")],
  [
    "joined",
    "that it is joined with something",
    ({ tail, lead }) => flag(/^["'`]?\s*[+.%]/.test(tail) || /\+\s*["'`]?$/.test(lead))
  ],
  [
    "comment",
    "that its line is a comment",
    ({ lead }) => flag(/^\s*(?:\/\/|#|\*|\/\*|;|--\s|<!--|%)/.test(lead) || /\/\/\s/.test(lead))
  ],
  ["prose", "how much its line reads like a sentence", ({ line }) => proseIn(line)],
  ["assert", "that its line is of a test", lineHas(/assert|expect|should|\btest\(|\bit\(|mock|Equal|require\./i)],
  ["call-line", "that its line calls a function", lineHas(/\w\(/)],
  ["user-line", "that its line names a user", lineHas(/user|login|email|account|host/i)],
  ["header-line", "that its line is of a header or request", lineHas(/header|curl|http|request|cookie/i)],
  ["sql-line", "that its line is SQL", lineHas(/\b(?:insert|update|select|alter|create) /i)],
  [
    "type-line",
    "that its line declares types or inputs",
    lineHas(/interface|type=|input|<label|placeholder|struct|function|def |class |return |import |throw|raise|error/i)
  ],
  ["other-pairs", "how many other values its line has", ({ line }) => line.match(/[=:]\s*["']/g)?.length ?? 0],
  ["line-quotes", "how many quotes stand before it", ({ lead }) => lead.match(/["'`]/g)?.length ?? 0]
];
var NEAR_FEATURES = [
  [
    "near-user",
    "that a user, host or address is named near it",
    nearHas(/user|login|host|email|account|client_?id|endpoint|_url|_id/i)
  ],
  ["near-secret", "that other secrets are named near it", nearHas(/passw|secret|token|api_?key|credential/i)],
  ["near-env", "that variables are set near it", nearHas(/^\s*(?:export |- )?[A-Z][A-Z0-9_]{3,}\s*[=:]/m)],
  ["near-test", "that tests are near it", nearHas(/assert|expect\(|should|describe\(|\bit\(|@Test|func Test|t\.\w+\(/)],
  ["near-crypto", "that ciphers or hashes are named near it", nearHas(/encrypt|decrypt|cipher|hash|digest|hmac|plaintext|sign/i)],
  [
    "near-same",
    "how many lines near it begin alike",
    ({ near, lead, name }) => {
      const begin = `${lead}${name}`.trimStart().slice(0, 4);
      return begin.length < 3 ? 0 : near.filter((line) => line.trimStart().startsWith(begin)).length;
    }
  ],
  ["near-name", "how often its name stands near it", ({ near, name }) => near.filter((line) => line.includes(name)).length],
  [
    "near-value",
    "that the same value stands near it",
    ({ near, value, line }) => flag(value.length > 3 && (line.includes(value) || near.some((other) => other.includes(value))))
  ],
  [
    "near-random",
    "how many other values near it look random",
    ({ above, below, tail }) => `${above} ${tail} ${below}`.match(/\d[A-Za-z]+\d\w+/g)?.length ?? 0
  ],
  ["near-prose", "how much the text around it is sentences", ({ around }) => proseIn(around)],
  ["near-foreign", "that the text around it is not ASCII", nearHas(/[\x80-\xff]{2}/)],
  ["near-blank", "that it stands alone", ({ near }) => near.filter((line) => line.trim() === "").length]
];

// src/detect/score/value-features.ts
var share = (count, of) => of === 0 ? 0 : count / of;
var VALUE_FEATURES = [
  ["length", "how long it is", ({ value }) => value.length],
  ["entropy", "how varied its characters are", ({ counts }) => counts.entropy],
  ["distinct", "how many of its characters differ", ({ counts, value }) => share(counts.distinct, value.length)],
  ["lower", "its share of lower-case letters", ({ counts, value }) => share(counts.lower, value.length)],
  ["upper", "its share of upper-case letters", ({ counts, value }) => share(counts.upper, value.length)],
  ["digits", "its share of digits", ({ counts, value }) => share(counts.digit, value.length)],
  ["symbols", "its share of other characters", ({ counts, value }) => share(counts.symbol, value.length)],
  ["classes", "how many kinds of characters it has", ({ counts }) => counts.classes],
  ["switches", "how often letters, digits and cases take turns", ({ counts, value }) => share(counts.switches, value.length)],
  ["letter-run", "its longest run of letters", ({ counts }) => counts.letterRun],
  ["digit-run", "its longest run of digits", ({ counts }) => counts.digitRun],
  ["vowels", "its share of vowels among letters", ({ counts, reading }) => share(counts.vowels, reading.letters)],
  ["surprise", "how unlike words its letters follow each other", ({ reading }) => reading.surprise],
  ["peak-surprise", "how unlike words its oddest letters are", ({ reading }) => reading.peak],
  ["known", "how much of it is common words", ({ reading }) => share(reading.known, reading.letters)],
  [
    "known-long",
    "how much of it is common words of four letters or more",
    ({ reading }) => share(reading.knownLong, reading.letters)
  ],
  ["unknown", "how many letters belong to no common word", ({ reading }) => reading.letters - reading.known],
  ["letters-only", "that it is letters alone", ({ value }) => flag(/^[A-Za-z]+$/.test(value))],
  ["digits-only", "that it is digits alone", ({ value }) => flag(/^[0-9]+$/.test(value))],
  ["hexadecimal", "that it is hexadecimal", ({ value }) => flag(/^(?:[0-9a-f]{8,}|[0-9A-F]{8,})$/.test(value))],
  ["digest", "that it has the length of a digest", ({ value }) => flag(isDigest(value))],
  ["base32", "that it is base32", ({ value }) => flag(/^[A-Z2-7]{12,}={0,6}$/.test(value))],
  ["base64", "that its alphabet is base64", ({ value }) => flag(/^[A-Za-z0-9+/_-]{12,}={0,2}$/.test(value))],
  ["padding", "that it ends with =", ({ value }) => flag(value.endsWith("="))],
  ["uuid", "that it is a UUID", ({ value }) => flag(isUuid(value))],
  ["reference", "that it refers to a value kept elsewhere", ({ value }) => flag(isReference(value))],
  ["expression", "that it is an expression", ({ value }) => flag(isExpression(value))],
  ["pattern", "that it is a pattern", ({ value }) => flag(isPattern(value))],
  ["path", "that it is a path or address", ({ value }) => flag(isPathLike(value))],
  ["stand-in", "that it is a stand-in", ({ value, repetitive }) => flag(repetitive || saysStandIn(value, true))],
  ["repetitive", "that it repeats itself", ({ repetitive }) => flag(repetitive)],
  ["spaces", "how many spaces it has", ({ value }) => share(value.split(" ").length - 1, value.length)],
  ["sentence", "that it is a sentence", ({ value }) => flag(/^[A-Z]?[a-z']+(?: [A-Za-z'`"-]+)+[.?!:]?$/.test(value))],
  ["not-ascii", "that it has characters beyond ASCII", ({ value }) => flag(/[^\x20-\x7e]/.test(value))],
  ["snake", "that it is words joined by _, - or .", ({ value }) => flag(/^[A-Za-z]+(?:[_.:-][A-Za-z0-9]+)+$/.test(value))],
  [
    "camel",
    "that it is written like an identifier",
    ({ value }) => flag(/^[a-z]+(?:[A-Z][a-z]+)+$|^(?:[A-Z][a-z]+)+$/.test(value))
  ],
  ["shouting", "that it is written like a constant", ({ value }) => flag(/^[A-Z]+(?:_[A-Z0-9]+)+$/.test(value))],
  ["brackets", "that it has brackets", ({ value }) => flag(/[()[\]{}<>]/.test(value))],
  ["sigil", "that it begins like a variable or directive", ({ value }) => flag(/^[$%@#&:*!?~^]/.test(value))],
  ["template", "that it holds a template", ({ value }) => flag(/%[sdv@]|\{\w*\}|\$\w|<\w+>|#\{/.test(value))],
  ["escapes", "that it has escapes", ({ value }) => flag(/\\[nrtux0"']/.test(value))],
  [
    "address",
    "that it is an e-mail address or host",
    ({ value }) => flag(/^[\w.+-]+@[\w-]+\.[\w.]+$|^(?:[\w-]+\.)+(?:com|org|net|io|dev|local)(?:[:/]|$)/i.test(value))
  ],
  ["version", "that it is a version, number or date", ({ value }) => flag(/^v?\d+(?:[.:/-]\d+)+\S{0,6}$/.test(value))],
  [
    "bcrypt",
    "that it is a password hash",
    ({ value }) => flag(/^\$(?:2[abxy]?|1|5|6|argon2\w*|apr1|pbkdf2\S*)\$|^\{(?:SSHA|SHA|MD5|CRYPT)\}/i.test(value))
  ],
  ["says-secret", "that it speaks of secrets", ({ value }) => flag(/pass|secret|token|key|auth|cred|login|access/i.test(value))],
  [
    "says-test",
    "that it says it is made up",
    ({ value }) => flag(
      /test|exam|sampl|demo|dummy|fake|mock|foo|bar|invalid|wrong|bad|some|your|my[-_]|change|default|random|valid|here/i.test(
        value
      )
    )
  ],
  ["public", "that it says it is public", ({ value }) => flag(/^(?:ssh-|pk[_.-]|-----BEGIN (?:PUBLIC|CERT))/.test(value))],
  ["tail-word", "that it ends with a word or sign of a sentence", ({ value }) => flag(/[a-z]{3}[.:?!,]$|\.{3}$/.test(value))]
];

// src/detect/score/features.ts
var ALL = [...NAME_FEATURES, ...VALUE_FEATURES, ...LINE_FEATURES, ...NEAR_FEATURES, ...PATH_FEATURES];
var FEATURE_NAMES = ALL.map(([name]) => name);
var FEATURE_WORDS = ALL.map(([, words]) => words);
function counting(features) {
  const counters = features.map(([, , of]) => of);
  return (input) => counters.map((of) => Math.round(of(input) * 1e3) / 1e3);
}
var ofName = counting(NAME_FEATURES);
var ofValue = counting(VALUE_FEATURES);
var ofLine = counting(LINE_FEATURES);
var ofNear = counting(NEAR_FEATURES);
var ofPath = counting(PATH_FEATURES);
var KEPT2 = 1024;
var names = new Memo(KEPT2);
var lines = new Memo(KEPT2);
var paths = new Memo(KEPT2);
function withPath(own2, path) {
  const all = new Float64Array(ALL.length);
  all.set(own2);
  all.set(
    paths.get(path ?? "", () => ofPath(path)),
    own2.length
  );
  return all;
}

// src/detect/score/model.ts
var import_node_fs = require("node:fs");

// src/detect/score/forest.ts
var Forest = class {
  #bias;
  #roots;
  #feature;
  #value;
  #right;
  constructor({ bias, trees }) {
    this.#bias = bias;
    this.#roots = new Int32Array(trees.length);
    const nodes = trees.reduce((sum, tree) => sum + tree.feature.length, 0);
    this.#feature = new Int16Array(nodes);
    this.#value = new Float64Array(nodes);
    this.#right = new Int32Array(nodes);
    let at = 0;
    for (const [t, tree] of trees.entries()) {
      this.#roots[t] = at;
      this.#feature.set(tree.feature, at);
      this.#value.set(tree.value, at);
      for (const [node, right] of tree.right.entries()) this.#right[at + node] = at + right;
      at += tree.feature.length;
    }
  }
  /** The sum of what the trees say. */
  sum(features) {
    let sum = this.#bias;
    for (const root of this.#roots) sum += this.#leaf(root, features);
    return sum;
  }
  /** The most that the trees can say, whatever the features from the number `unknown` on are. */
  most(features, unknown) {
    let sum = this.#bias;
    for (const root of this.#roots) sum += this.#bestLeaf(root, features, unknown);
    return sum;
  }
  #bestLeaf(from, features, unknown) {
    let node = from;
    for (let f = this.#feature[node]; f >= 0; f = this.#feature[node]) {
      if (f >= unknown)
        return Math.max(this.#bestLeaf(node + 1, features, unknown), this.#bestLeaf(this.#right[node], features, unknown));
      node = this.#next(node, f, features);
    }
    return this.#value[node];
  }
  /**
   * By feature: what the sum would lose if that feature alone were as in `neutral`. A tree that does not ask about a
   * feature on the way to its leaf says the same without it, so only the ways are looked at.
   */
  losses(features, neutral) {
    const losses = new Float64Array(features.length);
    const changed = features.slice();
    for (const root of this.#roots) {
      const leaf = this.#leaf(root, features);
      const asked = /* @__PURE__ */ new Set();
      for (let node = root, f = this.#feature[node]; f >= 0; f = this.#feature[node]) {
        if (!asked.has(f)) {
          asked.add(f);
          changed[f] = neutral[f];
          losses[f] += leaf - this.#leaf(node, changed);
          changed[f] = features[f];
        }
        node = this.#next(node, f, features);
      }
    }
    return losses;
  }
  #leaf(from, features) {
    let node = from;
    for (let f = this.#feature[node]; f >= 0; f = this.#feature[node]) node = this.#next(node, f, features);
    return this.#value[node];
  }
  #next(node, feature, features) {
    return features[feature] <= this.#value[node] ? node + 1 : this.#right[node];
  }
};

// src/detect/score/model.ts
var WEIGHTS_FILE = "weights.json";
var Model = class {
  weights;
  tables;
  #forest;
  /** @throws Error when the weights were made for other features */
  constructor(weights) {
    if (weights.features.join() !== FEATURE_NAMES.join())
      throw new Error(`${WEIGHTS_FILE} was made for other features: run npm run train`);
    this.weights = weights;
    this.tables = tablesOf(weights);
    this.#forest = new Forest(weights);
  }
  /** Probability that a candidate is a secret. */
  probability(features) {
    return calibrated(this.weights.calibration, this.#forest.sum(features));
  }
  /** As `probability`, at most, whatever the features from the number `unknown` on are. */
  most(features, unknown) {
    return calibrated(this.weights.calibration, this.#forest.most(features, unknown));
  }
  /** The features that spoke most for it, each with what the log-odds would lose if it were as it usually is for what is no secret. */
  reasons(features, count) {
    return Array.from(this.#forest.losses(features, this.weights.neutral), (weight, feature) => ({ feature, weight })).filter(({ weight }) => weight > 0.2).sort((a, b) => b.weight - a.weight || a.feature - b.feature).slice(0, count);
  }
  /** The level of a probability, undefined when it is too low to be told. */
  level(probability) {
    const { levels } = this.weights;
    if (probability >= levels.high) return "high";
    if (probability >= levels.medium) return "medium";
    return probability >= levels.low ? "low" : void 0;
  }
};
function calibrated(table, logOdds) {
  const at = table.findIndex(([x]) => x > logOdds);
  if (at === 0) return table[0][1];
  if (at < 0) return table.at(-1)[1];
  const [[x0, y0], [x1, y1]] = [table[at - 1], table[at]];
  return y0 + (y1 - y0) * (logOdds - x0) / (x1 - x0);
}
function tablesOf({ words }) {
  return { set: Buffer.from(words.set, "base64"), surprises: Buffer.from(words.surprises, "base64") };
}
function readWeights(file) {
  return JSON.parse((0, import_node_fs.readFileSync)(file, "utf8"));
}
var loaded;
function loadModel() {
  if (loaded) return loaded;
  loaded = new Model(readWeights(new URL(WEIGHTS_FILE, __moduleUrl)));
  return loaded;
}

// src/detect/score/translation.ts
var TRANSLATIONS = /(?:^|\/)(?:locales?|i18n|l10n|lang|languages?|translations?)\/|\/values-[a-z]{2,3}(?:-r[A-Z]{2})?\/|_[a-z]{2}(?:_[A-Z]{2})?\.properties$|[_.-][a-z]{2}(?:[_-][A-Z]{2})?\.(?:po|resx|strings|arb|xlf)$/;
function isTranslation(path, value) {
  return TRANSLATIONS.test(path) && !/\d/.test(value);
}

// src/detect/score/weigh.ts
var THOROUGH = 0.15;
var REASONS = 3;
function settle(matches, settling = {}) {
  return matches.flatMap((match) => {
    const verdict = verdictOf(match, match.location.path, settling);
    if (!verdict) return [];
    const { confidence, weighed } = verdict;
    if (!weighed) return [match];
    const { evidence: _, ...rest } = match;
    return [{ ...rest, confidence, reasons: [...match.reasons, ...reasonsAt(match, weighed)] }];
  });
}
function isEnough(rule, probability, settling) {
  const model = loadModel();
  const least = settling.minProbability?.[rule] ?? (settling.mode === "thorough" ? THOROUGH : model.weights.levels.low);
  return probability >= least && !isTooUnsure(model.level(probability) ?? "low", settling);
}
function isTooUnsure(confidence, { minConfidence, mode }) {
  return CONFIDENCES.indexOf(confidence) > CONFIDENCES.indexOf(minConfidence ?? (mode === "strict" ? "high" : "low"));
}
function verdictOf({ rule, secret, confidence, evidence }, path, settling) {
  if (!evidence) return isTooUnsure(confidence, settling) ? void 0 : { confidence };
  if (isTranslation(path, secret)) return void 0;
  const model = loadModel();
  const features = withPath(evidence, path === "-" ? void 0 : path);
  const probability = model.probability(features);
  if (!isEnough(rule, probability, settling)) return void 0;
  return { confidence: model.level(probability) ?? "low", weighed: { features, probability } };
}
var said = /* @__PURE__ */ new WeakMap();
function reasonsAt({ evidence, location: { path } }, weighed) {
  const last = said.get(evidence);
  if (last?.path === path) return last.reasons;
  const reasons = reasonsOf(weighed);
  said.set(evidence, { path, reasons });
  return reasons;
}
function reasonsOf({ features, probability }) {
  const words = loadModel().reasons(features, REASONS).map(({ feature }) => FEATURE_WORDS[feature]);
  const because = words.length === 0 ? "" : ` What spoke most for it: ${words.join("; ")}.`;
  const percent = Math.min(99, Math.round(probability * 100));
  return [{ code: "score", text: `It is a secret with a probability of ${percent} %.${because}` }];
}

// src/judge/severity.ts
init_problems();
var LIFETIME_COLUMNS = ["short", "medium", "unknown", "long", "very-long", "unbounded"];
var GRID = {
  admin: row("high", "high", "critical", "critical", "critical", "critical"),
  write: row("medium", "medium", "high", "high", "high", "critical"),
  unknown: row("medium", "medium", "medium", "medium", "high", "high"),
  read: row("low", "low", "medium", "medium", "medium", "high"),
  public: row("info", "info", "info", "info", "info", "info")
};
function row(...severities) {
  return Object.fromEntries(LIFETIME_COLUMNS.map((lifetime, i) => [lifetime, severities[i]]));
}
var hasProblem = (token, ...codes) => token?.problems.some(({ code }) => codes.includes(code)) ?? false;
var expired = (token, ...lifetimes) => token?.state === "expired" && lifetimes.includes(token.lifetime);
var inTests = ({ paths: paths2 }) => paths2.length > 0 && paths2.every(isTestPath);
var ADJUSTMENTS = [
  {
    code: "type-refresh",
    for: "token",
    text: "it is a refresh token: it gets new tokens until it is revoked",
    effect: { raise: 1 },
    applies: (_, t) => t?.type === "refresh"
  },
  {
    code: "type-id",
    for: "token",
    text: "it is an ID token: it tells who someone is, and APIs should refuse it",
    effect: { lower: 1 },
    applies: (_, t) => t?.type === "id"
  },
  {
    code: "type-client-assertion",
    for: "token",
    text: "it is a client assertion: it is used once, at one server",
    effect: { lower: 1 },
    applies: (_, t) => t?.type === "client-assertion"
  },
  {
    code: "type-credential",
    for: "token",
    text: "it is a credential that its holder shows on purpose",
    effect: { lower: 1 },
    applies: (_, t) => t?.type === "credential"
  },
  {
    code: "bound",
    for: "token",
    text: "it is bound to a key, and is of no use without that key",
    effect: { lower: 1 },
    applies: (_, t) => t !== void 0 && t.binding.method !== "none" && !hasProblem(t, "bound-key-in-repo")
  },
  {
    code: "bound-key-in-repo",
    for: "token",
    text: "the key that it is bound to was found with it",
    effect: { raise: 1 },
    applies: (_, t) => hasProblem(t, "bound-key-in-repo")
  },
  {
    code: "local-issuer",
    for: "token",
    text: "its issuer is a local, internal or example host",
    effect: { lower: 1 },
    applies: (_, t) => t?.issuer !== void 0 && isLocalUrl(t.issuer)
  },
  {
    code: "secret-inside",
    for: "token",
    text: "it holds further secrets",
    effect: { raise: 1 },
    applies: (_, t) => hasProblem(t, "secret-inside")
  },
  {
    code: "no-claims",
    for: "token",
    text: "it is signed data and holds no claims: mostly no token that opens anything",
    effect: { lower: 1 },
    applies: (_, t) => t !== void 0 && t.format !== "jwe" && Object.keys(t.claims).length === 0
  },
  {
    code: "alg-none",
    for: "token",
    text: "it is not signed: what takes it takes anything",
    effect: { atMost: "medium" },
    applies: (_, t) => hasProblem(t, "alg-none")
  },
  {
    code: "signature-cut",
    for: "token",
    text: "its signature is missing or cut: no verifier takes it",
    effect: { atMost: "low" },
    applies: (_, t) => hasProblem(t, "empty-signature", "signature-length")
  },
  {
    code: "type-dpop-proof",
    for: "token",
    text: "it is a proof for one request, and no credential by itself",
    effect: { atMost: "low" },
    applies: (_, t) => t?.type === "dpop-proof"
  },
  {
    code: "type-message",
    for: "token",
    text: "it is a message (a request, a security event, a logout), and no credential",
    effect: { atMost: "low" },
    applies: (_, t) => t !== void 0 && ["authorization-request", "security-event", "logout"].includes(t.type)
  },
  {
    code: "expired-long",
    for: "both",
    text: "it has expired; it lived for more than a day, or for how long is not known",
    effect: { atMost: "low" },
    applies: (_, t) => expired(t, "long", "very-long", "unknown", "unbounded")
  },
  {
    code: "expired-short",
    for: "both",
    text: "it has expired, and lived for a day or less",
    effect: { atMost: "info" },
    applies: (_, t) => expired(t, "short", "medium")
  },
  {
    code: "signing-key-known",
    for: "token",
    text: "the key that signed it is known: anyone can mint such tokens, whatever this one says",
    effect: { atLeast: "critical" },
    applies: (_, t) => hasProblem(t, "weak-hmac-key", "signing-key-in-repo", "embedded-private-key")
  },
  {
    code: "signs-tokens",
    for: "other",
    text: "it signed a token that was found with it: anyone can mint such tokens",
    effect: { atLeast: "critical" },
    applies: ({ keyOf: keyOf2 }) => keyOf2 === "signed"
  },
  {
    code: "binds-tokens",
    for: "other",
    text: "a token that was found with it is bound to it: together they open what the token opens",
    effect: { atLeast: "high" },
    applies: ({ keyOf: keyOf2 }) => keyOf2 === "bound"
  },
  {
    code: "well-known-key-in-tests",
    for: "token",
    text: "it is signed with a well-known key in a test folder, as tests do on purpose",
    effect: { lower: 1 },
    applies: (input, t) => inTests(input) && hasProblem(t, "weak-hmac-key")
  },
  {
    code: "test-path",
    for: "token",
    text: "it stands only in test, example or fixture files",
    effect: { lower: 1 },
    applies: (input) => inTests(input)
  },
  {
    code: "test-path",
    for: "other",
    text: "it stands only in test, example or fixture files, and no checksum proves it",
    effect: { lower: 1 },
    applies: (input) => inTests(input) && input.confidence !== "certain"
  },
  {
    code: "documentation",
    for: "other",
    text: "it is code that only documentation shows",
    effect: { lower: 1 },
    applies: ({ sheet, paths: paths2 }) => sheet.kind === "misuse" && paths2.length > 0 && paths2.every(isDocumentation)
  },
  {
    code: "low-confidence",
    for: "both",
    text: "it may be no secret at all (low confidence)",
    effect: { lower: 1 },
    applies: (input) => input.confidence === "low"
  },
  {
    code: "publishable",
    for: "both",
    text: "it is meant to be public",
    effect: { atMost: "info" },
    applies: (input) => input.sheet.sensitivity === "publishable"
  },
  {
    code: "identifier",
    for: "both",
    text: "it names something and opens nothing",
    effect: { atMost: "info" },
    applies: (input) => input.sheet.sensitivity === "identifier"
  },
  {
    code: "demo-token",
    for: "token",
    text: "it is a known example or a key of a local development server",
    effect: { atMost: "info" },
    applies: (_, t) => hasProblem(t, "example-token", "demo-key")
  },
  {
    code: "history-only",
    for: "both",
    text: "only the history holds it, where everyone who can clone reads it",
    effect: "none",
    applies: (input) => input.reach === "refs"
  },
  {
    code: "local-only",
    for: "both",
    text: "no branch or tag holds it, so clones do not get it, but this object store still has it",
    effect: "none",
    applies: (input) => input.reach !== void 0 && input.reach !== "head" && input.reach !== "refs"
  },
  {
    code: "live-when-committed",
    for: "token",
    text: "it was still taken when it was committed",
    effect: "none",
    applies: (_, t) => t?.liveWhenCommitted === true && t.state === "expired"
  }
];
function judge(input) {
  if (input.sheet.severityIsSet) {
    const set = { code: "severity-set", text: "Its severity was set for this rule." };
    return { severity: input.sheet.severity, reasons: [ruleReason(input.sheet), set] };
  }
  const readable = input.token !== void 0 && input.token.format !== "opaque";
  const base = readable && input.token ? gridOf(input.token) : { severity: input.sheet.severity, reasons: [ruleReason(input.sheet)] };
  let rank = SEVERITIES.indexOf(base.severity);
  const weighed = base.reasons.map((reason) => ({ reason, weight: SEVERITIES.length - 1 - rank }));
  for (const { code, for: whom, text: text2, effect, applies } of ADJUSTMENTS) {
    if (whom !== "both" && whom === "token" !== readable) continue;
    if (!applies(input, input.token)) continue;
    const moved = apply(rank, effect);
    weighed.push({ reason: { code, text: sentence(text2) }, weight: Math.abs(moved - rank) });
    rank = moved;
  }
  weighed.sort((a, b) => b.weight - a.weight);
  return { severity: SEVERITIES[rank] ?? "info", reasons: weighed.map(({ reason }) => reason) };
}
function apply(rank, effect) {
  if (effect === "none") return rank;
  if ("lower" in effect) return Math.min(rank + effect.lower, SEVERITIES.length - 1);
  if ("raise" in effect) return Math.max(rank - effect.raise, 0);
  if ("atMost" in effect) return Math.max(rank, SEVERITIES.indexOf(effect.atMost));
  return Math.min(rank, SEVERITIES.indexOf(effect.atLeast));
}
var POWER_TEXT = {
  admin: "it administers",
  write: "it changes things",
  unknown: "what it allows is not known",
  read: "it reads",
  public: "it allows what everyone may"
};
var LIFETIME_TEXT = {
  short: "it lives for an hour at most",
  medium: "it lives for a day at most",
  long: "it lives for up to 30 days",
  "very-long": "it lives for more than 30 days",
  unbounded: "it never ends by itself",
  unknown: "how long it lives is not known"
};
function gridOf(token) {
  const { privilege, lifetime, privilegeReasons } = token;
  const because = privilegeReasons[0] === void 0 ? "" : `: ${privilegeReasons[0]}`;
  return {
    severity: GRID[privilege][lifetime],
    reasons: [
      { code: `power-${privilege}`, text: sentence(`${POWER_TEXT[privilege]}${because}`) },
      { code: `lifetime-${lifetime}`, text: sentence(LIFETIME_TEXT[lifetime]) }
    ]
  };
}
function ruleReason(sheet) {
  return { code: "rule", text: sentence(sheet.opens) };
}
function sentence(text2) {
  const capital = text2.charAt(0).toUpperCase() + text2.slice(1);
  return /[.!?…]$/.test(capital) ? capital : `${capital}.`;
}

// src/group.ts
function groupBy(items, key) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
var secretKey = ({ rule, secret }) => `${rule}\0${secret}`;

// src/life.ts
function joinLives(lives) {
  const first = lives.reduce((a, b) => b.first && (!a.first || b.firstRank < a.firstRank) ? b : a);
  const last = lives.reduce((a, b) => b.last && (!a.last || b.lastRank > a.lastRank) ? b : a);
  const lists = new Set(lives.map(({ refs }) => refs));
  const reach = REACHES[Math.min(...lives.map((life) => REACHES.indexOf(life.reach)))];
  const { since: _, ...rest } = first;
  const since = lives.flatMap((life) => life.since ?? []).sort().at(-1);
  return {
    ...rest,
    ...last.last && { last: last.last },
    lastRank: last.lastRank,
    inHead: lives.some(({ inHead }) => inHead),
    refs: [...new Set([...lists].flat())].sort(),
    reachable: lives.some(({ reachable }) => reachable),
    reach,
    ...reach === "reflog" && since !== void 0 && { since }
  };
}

// src/order.ts
var byText = (a, b) => a < b ? -1 : a > b ? 1 : 0;
function byPlace(a, b) {
  return Number(a.suppressed !== void 0) - Number(b.suppressed !== void 0) || byText(a.path, b.path) || a.startLine - b.startLine || a.startColumn - b.startColumn || byText(a.inside ?? "", b.inside ?? "") || byText(a.blob ?? "", b.blob ?? "") || byText(a.commit ?? "", b.commit ?? "") || a.offset - b.offset;
}
function byImportance(a, b) {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || byPlace(a.locations[0], b.locations[0]) || byText(a.id, b.id) || byText(a.rule, b.rule);
}

// src/findings.ts
async function makeFindings(found, options) {
  const matches = agree(settle(found, options), options.sheets);
  const frames = /* @__PURE__ */ new WeakMap();
  const secretOf = /* @__PURE__ */ new WeakMap();
  const made = /* @__PURE__ */ new Map();
  const companions = findCompanions(matches, options.sheets);
  const groups = groupsOf(matches, companions, options.sheets);
  const ids = Promise.all(groups.map(({ secret, sheet, guessable }) => fingerprint(sheet.id, secret, { guessable })));
  await explainTokens(groups, options);
  await linkKeys2(groups, options);
  const idOf = await ids;
  const findings = groups.map((group, i) => {
    for (const match of group.matches) frames.set(match.location, match.frame);
    const finding = makeFinding(group, idOf[i], options);
    secretOf.set(finding, group.secret);
    for (const companion of group.companions) secretOf.set(companion, companions.secretOf.get(companion));
    made.set(finding, group.matches);
    return finding;
  });
  relate(groups, findings);
  const secrets = groups.filter(({ sheet }) => sheet.kind !== "misuse").map(({ secret }) => secret);
  for (const match of matches) {
    if (match.encoded !== void 0) secrets.push(match.encoded);
    if ((match.known || companions.absorbed.has(match)) && options.sheets.get(match.rule)?.sensitivity !== "name")
      secrets.push(match.secret);
  }
  return { findings: findings.sort(byImportance), frames, matches: made, secrets: [...new Set(secrets)], secretOf };
}
function agree(matches, sheets) {
  const best = /* @__PURE__ */ new Map();
  const keyOf2 = ({ location, secret }) => `${location.path}\0${secret}`;
  const rank = (rule) => sheets.get(rule)?.rank ?? 0;
  for (const match of matches) {
    const known2 = best.get(keyOf2(match));
    const more = known2 === void 0 ? 1 : rank(match.rule) - rank(known2) || byText(known2, match.rule);
    if (more > 0) best.set(keyOf2(match), match.rule);
  }
  return matches.map((match) => {
    const rule = best.get(keyOf2(match));
    return rule === match.rule ? match : { ...match, rule };
  });
}
function groupsOf(matches, companions, sheets) {
  const told = matches.filter((match) => !match.known && !companions.absorbed.has(match));
  const groups = groupBy(told, secretKey);
  return [...groups.values()].map((group) => {
    group.sort((a, b) => byPlace(a.location, b.location));
    const { rule, secret } = group[0];
    const sheet = sheets.get(rule);
    return {
      matches: group,
      secret,
      guessable: isGuessable(secret, sheet.kind),
      sheet,
      history: historyOf(group),
      links: [],
      companions: uniqueCompanions(group.flatMap((match) => companions.of.get(match) ?? []))
    };
  });
}
var READABLE = /* @__PURE__ */ new Set(["jwt", "api-key", "bearer", "client-secret", "opaque-token"]);
async function explainTokens(groups, { now, showSecrets }) {
  const readable = groups.filter(({ sheet }) => READABLE.has(sheet.kind));
  if (readable.length === 0) return;
  const { explainOpaque: explainOpaque2, explainToken: explainToken2 } = await Promise.resolve().then(() => (init_tokens(), tokens_exports));
  const { loadIssuerTable: loadIssuerTable2 } = await Promise.resolve().then(() => (init_issuer_table(), issuer_table_exports));
  const issuers = loadIssuerTable2();
  for (const group of readable) {
    const committedAt = firstCommitted(group);
    const options = {
      now,
      personalData: showSecrets ? "show" : "redact",
      ...committedAt && { committedAt }
    };
    if (group.sheet.kind === "jwt") {
      const token = explainToken2(group.secret, { ...options, issuers });
      group.token = "malformed" in token ? void 0 : token;
    } else {
      group.token = explainOpaque2(group.secret, { ...options, formats: group.sheet.provider === "generic" });
    }
  }
}
function firstCommitted({ history, matches }) {
  if (history) return new Date(history.first.date);
  const times = matches.flatMap(({ committed }) => committed ?? []);
  return times.length === 0 ? void 0 : new Date(Math.min(...times) * 1e3);
}
async function linkKeys2(groups, { notice, certificates, jobs, signal }) {
  const tokens = groups.flatMap((group) => group.token && group.sheet.kind === "jwt" ? [{ group, token: group.token }] : []);
  if (tokens.length === 0) return;
  const keys2 = {
    secrets: groups.filter(({ sheet: { kind } }) => kind !== "jwt" && kind !== "private-key" && kind !== "misuse"),
    privateKeys: groups.filter(({ sheet: { kind } }) => kind === "private-key")
  };
  const byCertificate = keys2.privateKeys.length > 0 && tokens.some(({ token }) => token.binding.method === "mtls");
  const { linkKeysInShares: linkKeysInShares2 } = await Promise.resolve().then(() => (init_tokens(), tokens_exports));
  const input = {
    tokens: tokens.map(({ group, token }) => ({ text: group.secret, token })),
    secrets: keys2.secrets.map(({ secret }) => secret),
    privateKeys: keys2.privateKeys.map(({ secret }) => secret),
    certificates: byCertificate && await certificates?.() || []
  };
  const linked = await linkKeysInShares2(input, { jobs, signal });
  for (const [i, { problems, keys: found }] of linked.tokens.entries()) {
    const { group, token } = tokens[i];
    if (problems.length > 0) group.token = { ...token, problems: [...problems, ...token.problems] };
    for (const { of, index, relation } of found) {
      const key = keys2[of][index];
      group.links.push({ to: key, relation });
      key.links.push({ to: group, relation: relation === "signed-by" ? "signs" : "binds" });
    }
  }
  if (linked.untried > 0)
    notice?.(
      `${linked.untried} of ${tokens.length} tokens were not tried with every key that was found: there are too many of both`
    );
}
function makeFinding({ matches, secret, guessable, sheet, history, token, links, companions }, id, options) {
  const best = matches.reduce((a, b) => CONFIDENCES.indexOf(b.confidence) < CONFIDENCES.indexOf(a.confidence) ? b : a);
  const signed2 = links.some(({ relation }) => relation === "signs");
  const proven = signed2 || links.some(({ relation }) => relation === "signed-by");
  const confidence = proven ? "certain" : best.confidence;
  const verdict = judge({
    sheet,
    confidence,
    paths: matches.map((match) => match.location.path),
    ...token && { token },
    ...history && { reach: history.reach },
    keyOf: signed2 ? "signed" : links.some(({ relation }) => relation === "binds") ? "bound" : void 0
  });
  const redacted = sheet.kind === "misuse" ? showCode(secret) : redact(secret, { kind: sheet.kind, guessable });
  const shown = { redacted, length: secret.length };
  if (options.showSecrets) shown.value = secret;
  const { revoke, url } = token?.remedy ?? { revoke: sheet.revoke.how, url: sheet.revoke.url };
  const { automatic, command } = sheet.revoke;
  const remedy = { revoke, automatic, ...command && { command }, ...url !== void 0 && { url } };
  return {
    id,
    rule: sheet.id,
    provider: sheet.provider,
    title: sheet.title,
    kind: sheet.kind,
    severity: verdict.severity,
    confidence,
    reasons: uniqueReasons([...best.reasons, ...companions.map(companionReason), ...verdict.reasons]),
    secret: shown,
    locations: matches.map((match) => match.location),
    ...companions.length > 0 && { companions },
    ...token && { token },
    ...history && { history },
    remedy
  };
}
function relate(groups, findings) {
  const finding = new Map(groups.map((group, i) => [group, findings[i]]));
  for (const [group, one] of finding) {
    if (group.links.length === 0) continue;
    one.related = group.links.map(({ to, relation }) => ({ id: finding.get(to).id, rule: to.sheet.id, relation })).sort((a, b) => byText(a.relation, b.relation) || byText(a.rule, b.rule) || byText(a.id, b.id));
  }
}
function historyOf(group) {
  const lives = group.flatMap(({ history }) => history ? [history] : []);
  if (lives.length === 0) return void 0;
  const { first, last, inHead, refs, reachable, reach, since, where } = joinLives(lives);
  return first && last && { first, last, inHead, refs, reachable, reach, ...since !== void 0 && { since }, where };
}
function uniqueCompanions(companions) {
  const seen = /* @__PURE__ */ new Set();
  return companions.filter(({ rule, redacted }) => !seen.has(`${rule}\0${redacted}`) && seen.add(`${rule}\0${redacted}`));
}
var companionReason = ({ title }) => ({
  code: "companion",
  text: `What belongs to it stands near it (${title}).`
});
function uniqueReasons(reasons) {
  const seen = /* @__PURE__ */ new Set();
  return reasons.filter(({ code, text: text2 }) => !seen.has(`${code}\0${text2}`) && seen.add(`${code}\0${text2}`));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  makeFindings
});
