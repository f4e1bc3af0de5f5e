const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  isObject,
  quoted
} from "./shared-tokens-json.mjs";

// src/tokens/capability.ts
var MAX_CAVEATS = 64;
var MAX_BLOCKS = 64;
var MAX_SYMBOLS = 128;
var PASETO_SIGNATURE = { v1: 256, v2: 64, v3: 96, v4: 64 };
var PASETO_ALGORITHM = {
  "v1.local": "AES-256-CTR with HMAC-SHA384",
  "v2.local": "XChaCha20-Poly1305",
  "v3.local": "AES-256-CTR with HMAC-SHA384",
  "v4.local": "XChaCha20 with BLAKE2b",
  "v1.public": "RSASSA-PSS with SHA-384",
  "v2.public": "Ed25519",
  "v3.public": "ECDSA P-384",
  "v4.public": "Ed25519"
};
function readPaseto(text) {
  const parts = /^(v[1-4])\.(local|public)\.([\w-]{32,})(?:\.([\w-]+))?$/.exec(text);
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
var BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
var BRANCA_OVERHEAD = 1 + 4 + 24 + 16;
function readBranca(text, now) {
  if (!/^[0-9A-Za-z]{61,2000}$/.test(text)) return void 0;
  let number = 0n;
  for (const char of text) number = number * 62n + BigInt(BASE62.indexOf(char));
  const hex = number.toString(16);
  if (hex.length % 2 !== 0 || !hex.startsWith("ba") || hex.length / 2 < BRANCA_OVERHEAD) return void 0;
  const created = Number.parseInt(hex.slice(2, 10), 16);
  if (created < 1483228800 || created > now.getTime() / 1e3 + 86400) return void 0;
  return { provider: "Branca", kind: "Branca encrypted token", algorithm: "XChaCha20-Poly1305", claims: {}, issuedAt: created };
}
function readMacaroon(text) {
  if (text.startsWith("{")) {
    const object = json(text);
    if (object?.v !== 2 || !(typeof object.s64 === "string" || typeof object.s === "string")) return void 0;
    const list = Array.isArray(object.c) ? object.c : [];
    const caveats = list.slice(0, MAX_CAVEATS).flatMap((caveat) => isObject(caveat) ? [fieldText(caveat.i, caveat.i64)] : []);
    return macaroon(fieldText(object.l, void 0), fieldText(object.i, object.i64), caveats);
  }
  if (!/^[\w+/-]{40,}={0,2}$/.test(text)) return void 0;
  const bytes = Buffer.from(text, "base64");
  return bytes[0] === 2 ? readBinaryMacaroon(bytes) : readPackets(bytes);
}
function fieldText(plain, encoded) {
  if (typeof plain === "string") return plain;
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
  let signed = false;
  while (!reader.done && !signed && sections.length < MAX_CAVEATS + 2) {
    const type = reader.varint();
    if (type === void 0) return void 0;
    if (type === 0) {
      sections.push(/* @__PURE__ */ new Map());
      continue;
    }
    const field = reader.bytes();
    if (!field) return void 0;
    if (type === 6) signed = field.length === 32;
    else sections.at(-1)?.set(type, field);
  }
  const [first, ...rest] = sections.map((section) => ({
    location: section.get(1)?.toString("utf8") ?? "",
    identifier: section.get(2)?.toString("utf8") ?? ""
  }));
  if (!signed || !first || first.identifier === "") return void 0;
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
    const list = jsonValue(caveat);
    return Array.isArray(list) && list[0] === 0 && typeof list[1] === "number" ? list[1] : void 0;
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
  const known = ["only until", "only projects named", "only projects with id", "only user with id"];
  if (Array.isArray(value)) {
    const name = typeof value[0] === "number" ? known[value[0]] : void 0;
    return `${name ?? "caveat"} ${quoted(JSON.stringify(value[1] ?? null), 200)}`;
  }
  const permissions = isObject(value) ? value.permissions : void 0;
  return permissions === "user" ? "every project of the user" : quoted(caveat, 200);
}
function readBiscuit(text) {
  const body = text.startsWith("biscuit:") ? text.slice(8) : text;
  if (!/^[\w-]{120,}={0,2}$/.test(body)) return void 0;
  const fields = readProtobuf(Buffer.from(body, "base64url"), MAX_BLOCKS);
  const authority = fields?.find(({ field }) => field === 2);
  if (!fields?.every(({ field }) => field >= 1 && field <= 4) || !authority?.bytes || !fields.some(({ field, bytes }) => field === 4 && bytes))
    return void 0;
  const signed = readProtobuf(authority.bytes, 8);
  const block = signed?.find(({ field }) => field === 1)?.bytes;
  const signature = signed?.find(({ field }) => field === 3)?.bytes;
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
var VarintReader = class {
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
function jsonValue(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function json(content) {
  const value = jsonValue(content.toString());
  return isObject(value) ? value : void 0;
}

export {
  readPaseto,
  readBranca,
  readMacaroon,
  readBiscuit,
  json
};
