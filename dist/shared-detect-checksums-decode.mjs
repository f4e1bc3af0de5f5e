const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/detect/checksums/crc.ts
var TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? value >>> 1 ^ 3988292384 : value >>> 1;
  return value;
});
function crc32(data) {
  let crc = 4294967295;
  for (let i = 0; i < data.length; i++) {
    const byte = typeof data === "string" ? data.charCodeAt(i) : data[i];
    crc = TABLE[(crc ^ byte) & 255] ^ crc >>> 8;
  }
  return (crc ^ 4294967295) >>> 0;
}
function crc16(data) {
  let crc = 0;
  for (const byte of data) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 32768 ? crc << 1 ^ 4129 : crc << 1) & 65535;
  }
  return crc;
}
function crc24(data) {
  let crc = 11994318;
  for (const byte of data) {
    crc ^= byte << 16;
    for (let bit = 0; bit < 8; bit++) {
      crc <<= 1;
      if (crc & 16777216) crc ^= 25578747;
    }
  }
  return crc & 16777215;
}

// src/detect/checksums/encodings.ts
var BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
var BASE62_LOWER_FIRST = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
var BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz";
var BASE58_BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
var BASE58_XRPL = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
var BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
function digitsOf(value, digits2) {
  let rest = value >>> 0;
  let text = "";
  do {
    text = digits2[rest % digits2.length] + text;
    rest = Math.floor(rest / digits2.length);
  } while (rest > 0);
  return text;
}
function latin1(text) {
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i);
  return out;
}
function fromBase32(text) {
  const out = new Uint8Array(Math.floor(text.length * 5 / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const char of text) {
    const value = BASE32.indexOf(char);
    if (value < 0) return void 0;
    held = held << 5 | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      out[at++] = held >>> bits;
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 ? out : void 0;
}
function toBase32(bytes) {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = held << 8 | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32[held >>> bits & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + BASE32[held << 5 - bits & 31] : text;
}
function fromBase64(text) {
  if (!/^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$/.test(text)) return void 0;
  const body = text.replace(/=+$/, "");
  if (body.length % 4 === 1) return void 0;
  if (body.length !== text.length && text.length % 4 !== 0) return void 0;
  const bytes = Buffer.from(body, "base64");
  return bytes.toString("base64").startsWith(body.replace(/-/g, "+").replace(/_/g, "/")) ? bytes : void 0;
}
function fromBase58(text, digits2) {
  const little = [];
  for (const char of text) {
    let carry = digits2.indexOf(char);
    if (carry < 0) return void 0;
    for (let i = 0; i < little.length; i++) {
      carry += little[i] * 58;
      little[i] = carry & 255;
      carry >>>= 8;
    }
    if (carry > 0) little.push(carry);
  }
  let zeros = 0;
  while (zeros < text.length && text[zeros] === digits2[0]) zeros++;
  return Uint8Array.from([...Array.from({ length: zeros }, () => 0), ...little.reverse()]);
}
function toBase58(bytes, digits2) {
  const little = [];
  for (const byte of bytes) {
    let carry = byte;
    for (let i = 0; i < little.length; i++) {
      carry += little[i] * 256;
      little[i] = carry % 58;
      carry = Math.floor(carry / 58);
    }
    while (carry > 0) {
      little.push(carry % 58);
      carry = Math.floor(carry / 58);
    }
  }
  let zeros = 0;
  while (zeros < bytes.length && bytes[zeros] === 0) zeros++;
  return digits2[0].repeat(zeros) + little.reverse().map((digit) => digits2[digit]).join("");
}

// src/detect/checksums/marvin.ts
function marvin64(data, high, low) {
  let p0 = low | 0;
  let p1 = high | 0;
  const mix = (word) => {
    p0 = p0 + word | 0;
    p1 ^= p0;
    p0 = rotate(p0, 20) + p1 | 0;
    p1 = rotate(p1, 9) ^ p0;
    p0 = rotate(p0, 27) + p1 | 0;
    p1 = rotate(p1, 19);
  };
  const whole2 = data.length & ~3;
  for (let i = 0; i < whole2; i += 4) mix(data[i] | data[i + 1] << 8 | data[i + 2] << 16 | data[i + 3] << 24);
  let last = 128;
  for (let i = data.length - 1; i >= whole2; i--) last = last << 8 | data[i];
  mix(last);
  mix(0);
  return { high: p1 >>> 0, low: p0 >>> 0 };
}
function marvin32(data, seed) {
  const word = (at) => seed.charCodeAt(at) << 24 | seed.charCodeAt(at + 1) << 16 | seed.charCodeAt(at + 2) << 8 | seed.charCodeAt(at + 3);
  const { high, low } = marvin64(data, word(0), word(4));
  return (high ^ low) >>> 0;
}
function rotate(value, by) {
  return value << by | value >>> 32 - by;
}

// src/detect/checksums/azure.ts
var MESSAGING = ["Manage00", "Send0000", "Listen00", "System00", "Unknown0"];
var SEEDS = {
  "+ASt": ["Default0"],
  ACDb: ["MastRW00", "MastRO00", "SystRW00", "SystRO00", "SysAll00", "Resour00", "Encryp00"],
  "+ABa": ["AbAcct00"],
  "+AMC": ["Classic0"],
  APIM: ["IoTHub00", "Tenant00", "Gatewy00", "GitKey00"],
  AzFu: ["Functi00", "System00", "Master00"],
  "+ASb": MESSAGING,
  "+AEh": MESSAGING,
  "+ARm": MESSAGING,
  AIoT: ["IoTHub00", "DpsKey00", "Device00"],
  AZEG: ["SendRecv", "Default0"],
  AzCa: ["Access00"],
  AzSe: ["PAdmin00", "Query000"],
  "+ACR": ["ACRDflt0"]
};
function hisHolds(secret) {
  const bytes = fromBase64(secret);
  if (!bytes || bytes.length < 8) return false;
  const stored = bytes.readUInt32LE(bytes.length - 4);
  const body = bytes.subarray(0, -4);
  return seedsOf(secret).some((seed) => marvin32(body, seed) === stored);
}
function completeHis(secret) {
  const bytes = fromBase64(secret);
  const seed = seedsOf(secret)[0];
  if (!bytes || bytes.length < 8 || seed === void 0) return secret;
  bytes.writeUInt32LE(marvin32(bytes.subarray(0, -4), seed), bytes.length - 4);
  return bytes.toString(/[-_]/.test(secret) || secret.includes("AzFu") ? "base64url" : "base64").replace(/=+$/, "") + padding(secret);
}
function seedsOf(secret) {
  const end = secret.length - padding(secret).length - 6;
  return SEEDS[secret.slice(end - 4, end)] ?? [];
}
function padding(secret) {
  return /=*$/.exec(secret)[0];
}
function caskHolds(secret) {
  const check = fromBase64(secret.slice(80));
  return check !== void 0 && (secret.length === 84 || secret.length === 88) && caskChecks(secret).some((c) => c.equals(check));
}
function completeCask(secret) {
  return secret.slice(0, 80) + (caskChecks(secret)[0]?.toString("base64") ?? secret.slice(80));
}
function caskChecks(secret) {
  const body = fromBase64(secret.slice(0, 80));
  if (!body) return [];
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(marvin32(body, "Default0"));
  const text = digitsOf(bytes.readUInt32BE(), BASE62).padEnd(6, "0");
  const length = secret.length === 88 ? 4 : 3;
  return [Buffer.from(text, "base64").subarray(0, length), bytes.subarray(0, length)];
}
var URL_UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";
function entraHolds(secret) {
  return secret.length === 40 && completeEntra(secret) === secret;
}
function completeEntra(secret) {
  const body = secret.slice(0, 37);
  return body + digitsOf(marvin32(latin1(body), "AadPwd00"), URL_UNRESERVED).padStart(6, "a").slice(0, 3);
}
var DEVOPS_MASKS = [3770247469, 270137646];
function devopsHolds(secret) {
  const b = devopsBytes(secret);
  if (!b) return false;
  const stored = (b[22] | b[8] << 8 | b[7] << 16 | b[2] << 24) >>> 0;
  const crc = devopsCrc(b);
  return DEVOPS_MASKS.some((mask) => (crc ^ mask) >>> 0 === stored);
}
function completeDevops(secret) {
  const b = devopsBytes(secret);
  if (!b) return secret;
  const stored = devopsCrc(b) ^ DEVOPS_MASKS[0];
  b[22] = stored;
  b[8] = stored >>> 8;
  b[7] = stored >>> 16;
  b[2] = stored >>> 24;
  return toBase32(b).toLowerCase();
}
function devopsBytes(secret) {
  return /^[a-z2-7]{52}$/.test(secret) ? fromBase32(secret.toUpperCase()) : void 0;
}
function devopsCrc(b) {
  return crc32(Buffer.concat([b.subarray(0, 2), b.subarray(3, 7), b.subarray(9, 22), b.subarray(23, 32)]));
}

// src/detect/checksums/decode.ts
function base64Of(holds, write) {
  return {
    holds: (text) => {
      const bytes = fromBase64(text);
      return bytes !== void 0 && holds(bytes.toString("latin1"));
    },
    make: (text) => {
      const pad = /=*$/.exec(text)[0];
      const length = text.length - pad.length;
      const was = Buffer.from(text, "base64").toString("latin1");
      const bytes = Buffer.from(write(Math.floor(length * 3 / 4), filler(text), was), "latin1");
      return bytes.toString(/[-_]/.test(text) ? "base64url" : "base64").replace(/=+$/, "") + pad;
    }
  };
}
var STAND_INS = /^(?:user(?:name)?|example|client_?id|foo):(?:pass(?:word)?|example|client_?secret|bar)$/i;
function filler(text) {
  const letters = text.replace(/[^A-Za-z0-9]/g, "") || "k";
  let at = 0;
  return (length) => Array.from({ length: Math.max(0, length) }, () => letters[at++ % letters.length]).join("");
}
function digits(fill, length) {
  return Array.from(fill(length), (char, i) => i === 0 ? 1 + char.charCodeAt(0) % 9 : char.charCodeAt(0) % 10).join("");
}
function isObject(json) {
  try {
    const value = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
function jsonLike(bytes, fill, was) {
  const key = /^\{"(\w{1,20})":/.exec(was)?.[1] ?? /^\{"(\w{1,8})/.exec(was)?.[1] ?? "a";
  return `{"${key}":"${fill(bytes - key.length - 7)}"}`;
}
var awsKeyId = {
  holds: (text) => {
    const bytes = fromBase32(text.slice(4));
    if (!bytes || bytes.length < 6) return true;
    return awsAccount(bytes) < 1e12;
  },
  make: (text) => awsKeyId.holds(text) ? text : `${text.slice(0, 4)}Y${text.slice(5)}`
};
function awsAccount(bytes) {
  const high = (bytes[0] & 127) << 8 | bytes[1];
  const low = (bytes[2] << 24 | bytes[3] << 16 | bytes[4] << 8 | bytes[5]) >>> 0;
  return high * 2 ** 25 + (low >>> 7);
}
function isMacaroon2(bytes) {
  let at = 1;
  const number = () => {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = bytes.charCodeAt(at++);
      value |= (byte & 127) << shift;
      if (!(byte & 128)) return value;
    }
    return Number.NaN;
  };
  const section = () => {
    const types = [];
    while (at < bytes.length) {
      const type = number();
      if (type === 0) return types;
      types.push(type);
      const length = number();
      at += length;
      if (!(at <= bytes.length)) return void 0;
    }
    return void 0;
  };
  if (!section()?.includes(2)) return false;
  for (; ; ) {
    const caveat = section();
    if (!caveat) return false;
    if (caveat.length === 0) break;
  }
  return number() === 6 && number() === bytes.length - at;
}
var macaroon = base64Of(
  (text) => {
    if (text[0] === "") return isMacaroon2(text);
    return /^[0-9a-f]{4}(?:location|identifier) /.test(text) || /^\x94\x93[\xc4\xd9\xa0-\xbf]/.test(text);
  },
  (bytes, fill, was) => {
    if (was[0] !== "") return `\x94\x93\xC4${fill(bytes - 3)}`;
    const head = was.charCodeAt(1) === 1 ? was.slice(0, 3 + was.charCodeAt(2)) : "";
    const signature = `\0\0 ${fill(32)}`;
    const room = bytes - head.length - signature.length;
    const long = room - 2 > 127;
    const size = long ? room - 3 : room - 2;
    const length = long ? String.fromCharCode(size & 127 | 128, size >>> 7) : String.fromCharCode(size & 127);
    return `${head}${length}${fill(size)}${signature}`;
  }
);
var DECODINGS = {
  "decode-aws-key-id": awsKeyId,
  /** Discord: the part before the first dot is the account's number, a snowflake of 17 to 20 digits. */
  "decode-discord": base64Of(
    (text) => /^\d{17,20}$/.test(text),
    (bytes, fill) => digits(fill, bytes)
  ),
  /** Atlassian Data Center and Bitbucket Server tokens: a number, a colon and 20 random bytes. */
  "decode-id-secret": base64Of(
    (text) => /^\d{1,16}:[^]{12,}$/.test(text),
    (bytes, fill) => `${digits(fill, Math.max(1, bytes - 21))}:${fill(20)}`
  ),
  "decode-jfrog-reference": base64Of(
    (text) => /^reftkn:\d+:\d+:\w+$/.test(text),
    (bytes, fill) => `reftkn:01:${digits(fill, 10)}:${fill(bytes - 21)}`
  ),
  "decode-intercom": base64Of(
    (text) => /^tok:[\x21-\x7e]+$/.test(text),
    (bytes, fill) => `tok:${fill(bytes - 8)}:1:0`
  ),
  "decode-json": base64Of(isObject, jsonLike),
  "decode-macaroon": macaroon,
  "decode-workos": base64Of(
    (text) => /^key_[^,]+,[\x21-\x7e]+$/.test(text),
    (bytes, fill) => `key_01${fill(24)},${fill(bytes - 31)}`
  ),
  "decode-bedrock": base64Of(
    (text) => /^BedrockAPIKey-[\x21-\x7e]+$/.test(text),
    (bytes, fill) => `BedrockAPIKey-${fill(4)}-at-${digits(fill, 12)}:${fill(bytes - 35)}`
  ),
  /** HTTP Basic (RFC 7617): printable user and password. */
  "decode-basic": base64Of(
    (text) => /^[^\x00-\x1f\x7f:]*:[^\x00-\x1f\x7f]+$/.test(text) && !STAND_INS.test(text),
    (bytes, fill) => `${fill(Math.floor(bytes / 3))}:${fill(bytes - 1 - Math.floor(bytes / 3))}`
  ),
  /** Printable text. */
  "decode-text": base64Of(
    (text) => /^[\x20-\x7e]{4,}$/.test(text),
    (bytes, fill) => fill(bytes)
  ),
  /** JWS compact serialization (RFC 7515): header and payload are JSON objects. */
  "decode-jwt": {
    holds: (text) => text.split(".").slice(0, 2).every((part) => isObject(fromBase64(part)?.toString("utf8") ?? "")),
    make: (text) => {
      const [header = "", payload = "", ...rest] = text.split(".");
      const json = base64Of(isObject, jsonLike);
      return [json.make(header), json.make(payload), ...rest].join(".");
    }
  }
};

// src/detect/checksums/keys.ts
var crypto = () => process.getBuiltinModule("node:crypto");
var BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
var GENERATOR = [996825010, 642813549, 513874426, 1027748829, 705979059];
function bech32Holds(secret) {
  const text = secret.toLowerCase();
  if (secret !== text && secret !== secret.toUpperCase()) return false;
  const split = text.lastIndexOf("1");
  const data = Array.from(text.slice(split + 1), (char) => BECH32.indexOf(char));
  return split > 0 && data.length >= 6 && !data.includes(-1) && polymod([...expand(text.slice(0, split)), ...data]) === 1;
}
function completeBech32(secret) {
  const text = secret.toLowerCase();
  const split = text.lastIndexOf("1");
  const data = Array.from(text.slice(split + 1, -6), (char) => BECH32.indexOf(char));
  const check = polymod([...expand(text.slice(0, split)), ...data, 0, 0, 0, 0, 0, 0]) ^ 1;
  const tail = Array.from({ length: 6 }, (_, i) => BECH32[check >>> 5 * (5 - i) & 31]).join("");
  return secret.slice(0, -6) + (secret === text ? tail : tail.toUpperCase());
}
function expand(prefix) {
  const bytes = [...latin1(prefix)];
  return [...bytes.map((byte) => byte >> 5), 0, ...bytes.map((byte) => byte & 31)];
}
function polymod(values) {
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = (check & 33554431) << 5 ^ value;
    for (let i = 0; i < 5; i++) if (top >>> i & 1) check ^= GENERATOR[i];
  }
  return check;
}
function base58Holds(secret, digits2) {
  const bytes = fromBase58(secret, digits2);
  if (!bytes || bytes.length < 5) return false;
  return doubleSha(bytes.subarray(0, -4)).equals(bytes.subarray(-4));
}
function completeBase58(secret, digits2) {
  const bytes = fromBase58(secret, digits2);
  if (!bytes || bytes.length < 5) return secret;
  const body = bytes.subarray(0, -4);
  return toBase58(Buffer.concat([body, doubleSha(body)]), digits2);
}
function doubleSha(bytes) {
  const once = crypto().createHash("sha256").update(bytes).digest();
  return crypto().createHash("sha256").update(once).digest().subarray(0, 4);
}
function base32KeyHolds(secret, length) {
  const bytes = fromBase32(secret);
  if (bytes?.length !== length || (bytes[0] & 248) !== 144) return false;
  const crc = crc16(bytes.subarray(0, -2));
  return bytes[length - 2] === (crc & 255) && bytes[length - 1] === crc >>> 8;
}
function completeBase32Key(secret) {
  const bytes = fromBase32(secret);
  if (!bytes || bytes.length < 3) return secret;
  const body = bytes.subarray(0, -2);
  const crc = crc16(body);
  return toBase32(Uint8Array.from([...body, crc & 255, crc >>> 8]));
}
var ED25519_PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
function ed25519Holds(text) {
  const bytes = fromBase58(text, BASE58_BITCOIN);
  return bytes?.length === 64 && ed25519PublicKey(bytes.subarray(0, 32)).equals(bytes.subarray(32));
}
function completeEd25519(text) {
  const bytes = fromBase58(text, BASE58_BITCOIN);
  if (!bytes || bytes.length < 32) return text;
  const seed = bytes.subarray(0, 32);
  return toBase58(Buffer.concat([seed, ed25519PublicKey(seed)]), BASE58_BITCOIN);
}
function ed25519PublicKey(seed) {
  const key = crypto().createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, seed]), format: "der", type: "pkcs8" });
  return crypto().createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);
}
var ARMOR = /^(-----BEGIN [^\n]*?-----[ \t\r]*\n(?:[\w-]+: [^\n]*\n)*[ \t\r]*\n)([A-Za-z0-9+/=\r\n]+?)\n=([A-Za-z0-9+/]{4})([ \t\r]*\n-----END )/;
function armorHolds(secret) {
  const found = ARMOR.exec(secret);
  return found !== null && armorCheck(found[2]) === found[3];
}
function completeArmor(secret) {
  return secret.replace(
    ARMOR,
    (_, head, body, __, end) => `${head}${body}
=${armorCheck(body)}${end}`
  );
}
function armorCheck(body) {
  const bytes = fromBase64(body.replace(/[\r\n]/g, ""));
  if (!bytes) return void 0;
  const crc = crc24(bytes);
  return Buffer.from([crc >>> 16, crc >>> 8, crc]).toString("base64");
}
function puttyHolds(secret) {
  const file = readPutty(secret);
  if (!file) return false;
  return file.fields[1] !== "none" || puttyMac(file) === file.mac;
}
function completePutty(secret) {
  const file = readPutty(secret);
  return file ? secret.replace(/(\nPrivate-MAC: )[0-9a-f]+/, `$1${puttyMac(file)}`) : secret;
}
function readPutty(secret) {
  const text = secret.replace(/\r\n/g, "\n");
  const field = (name) => new RegExp(`(?:^|\\n)${name}: ([^\\n]*)`).exec(text)?.[1] ?? "";
  const lines = (name) => {
    const found = new RegExp(`\\n${name}-Lines: (\\d+)\\n((?:[^\\n]*\\n)*)`).exec(text);
    const body = found?.[2].split("\n").slice(0, Number(found[1])).join("") ?? "";
    return fromBase64(body)?.toString("latin1") ?? "";
  };
  const head = /^PuTTY-User-Key-File-([23]): ([^\n]*)/.exec(text);
  if (!head) return void 0;
  const fields = [head[2], field("Encryption"), field("Comment"), lines("Public"), lines("Private")];
  return { version: head[1], fields, mac: field("Private-MAC") };
}
function puttyMac({ version, fields }) {
  const hmac = version === "3" ? crypto().createHmac("sha256", "") : crypto().createHmac("sha1", crypto().createHash("sha1").update("putty-private-key-file-mac-key").digest());
  fields.forEach((field, i) => {
    const bytes = Buffer.from(field, i === 2 ? "utf8" : "latin1");
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hmac.update(length).update(bytes);
  });
  return hmac.digest("hex");
}

// src/detect/checksum.ts
function covered(parts, fact) {
  return (fact.over ?? ["secret"]).map((name) => parts[name] ?? "").join("");
}
function crcTail(...ways) {
  const checks = (parts, fact) => {
    const crc = crc32(covered(parts, fact));
    return ways.map((way) => way(crc, checkOf(parts, fact).length));
  };
  return {
    needs: "groups",
    proof: true,
    verify: (parts, fact) => checks(parts, fact).includes(checkOf(parts, fact)),
    complete: (parts, fact) => {
      const secret = parts["secret"] ?? "";
      const was = checkOf(parts, fact);
      const at = secret.lastIndexOf(was);
      return secret.slice(0, at) + checks(parts, fact)[0] + secret.slice(at + was.length);
    }
  };
}
function checkOf(parts, fact) {
  return parts[fact.in ?? ""] ?? "";
}
function whole(holds, make, proof = true) {
  return {
    needs: "text",
    proof,
    verify: (parts, fact) => holds(covered(parts, fact)),
    complete: (parts, fact) => {
      const text = covered(parts, fact);
      return (parts["secret"] ?? "").replace(text, () => make(text));
    }
  };
}
function decoding({ holds, make }) {
  return whole(holds, make, false);
}
var inDigits = (digits2) => (crc, length) => digitsOf(crc, digits2).padStart(length, digits2[0]);
var hex = (crc) => crc.toString(16).padStart(8, "0");
function littleEndian(crc) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(crc);
  return bytes;
}
var REGISTRY = new Map([
  /** Digits 0-9A-Za-z, padded with 0: GitHub (https://github.blog/engineering/behind-githubs-new-authentication-token-formats/), npm, Vercel, Polar, NetBird, SaladCloud. */
  ["crc32-base62", crcTail(inDigits(BASE62))],
  /** Digits 0-9a-zA-Z, padded with 0: Apify. */
  ["crc32-base62-lower", crcTail(inDigits(BASE62_LOWER_FIRST))],
  /** Either order of digits: Synapse, whose order is not documented. */
  ["crc32-base62-any", crcTail(inDigits(BASE62_LOWER_FIRST), inDigits(BASE62))],
  /** Digits 0-9a-z, padded with 0: GitLab's routable tokens (GitLab's design document on cells, "routable tokens"). */
  ["crc32-base36", crcTail(inDigits(BASE36))],
  /** Eight digits 0-9a-f: Cloudflare, Zuplo, Canva, Packagist. */
  ["crc32-hex", crcTail(hex)],
  /** Eight digits 0-9A-F: Atlassian, Bitbucket. */
  ["crc32-hex-upper", crcTail((crc) => hex(crc).toUpperCase())],
  /** Eight digits 0-9a-f of the little-endian bytes: Grafana service accounts. */
  ["crc32-hex-le", crcTail((crc) => littleEndian(crc).toString("hex"))],
  /** Base64 without padding of the little-endian bytes: Confluent. */
  ["crc32-base64-le", crcTail((crc) => littleEndian(crc).toString("base64").slice(0, 6))],
  ["azure-his", whole(hisHolds, completeHis)],
  ["azure-cask", whole(caskHolds, completeCask)],
  ["entra-client-secret", whole(entraHolds, completeEntra)],
  ["azure-devops-pat", whole(devopsHolds, completeDevops)],
  ["bech32", whole(bech32Holds, completeBech32)],
  ["nats-nkey", whole((text) => base32KeyHolds(text, 36), completeBase32Key)],
  ["stellar-strkey", whole((text) => base32KeyHolds(text, 35), completeBase32Key)],
  [
    "base58check",
    whole(
      (text) => base58Holds(text, BASE58_BITCOIN),
      (text) => completeBase58(text, BASE58_BITCOIN)
    )
  ],
  [
    "base58check-xrpl",
    whole(
      (text) => base58Holds(text, BASE58_XRPL),
      (text) => completeBase58(text, BASE58_XRPL)
    )
  ],
  ["ed25519-keypair", whole(ed25519Holds, completeEd25519)],
  ["pgp-crc24", whole(armorHolds, completeArmor)],
  /** Proves nothing, since an encrypted file cannot be checked. */
  ["putty-mac", whole(puttyHolds, completePutty, false)],
  ...Object.entries(DECODINGS).map(([name, check]) => [name, decoding(check)])
]);
var CHECKSUMS = REGISTRY;
function find(name) {
  const found = REGISTRY.get(name);
  if (!found) throw new Error(`there is no checksum named ${name}`);
  return found;
}
function checksumHolds(fact, parts) {
  return find(fact.is).verify(parts, fact);
}
function checksumProves(fact) {
  return find(fact.is).proof;
}
function withChecksum(fact, parts) {
  return find(fact.is).complete(parts, fact);
}

export {
  ed25519PublicKey,
  CHECKSUMS,
  checksumHolds,
  checksumProves,
  withChecksum
};
