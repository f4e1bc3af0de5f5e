const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  require_dist
} from "./shared-yaml-dist-parse-parser.mjs";
import {
  NEAR_WINDOW,
  compileRule,
  nearAnchors
} from "./shared-rules-compile.mjs";
import {
  MIN_ANCHOR,
  ShapeError,
  anchorsOf,
  lengthOf,
  parseShape
} from "./shared-detect-grams.mjs";
import {
  closest
} from "./shared-rules-closest.mjs";
import {
  CHECKSUMS,
  checksumHolds,
  ed25519PublicKey,
  withChecksum
} from "./shared-detect-checksums-decode.mjs";
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/rules/reference.ts
function searchPattern(rule) {
  const before = rule.edgeBefore === "" ? "" : `(?<![${rule.edgeBefore}])`;
  const after = rule.edgeAfter === "" ? "" : `(?![${rule.edgeAfter}])`;
  return new RegExp(`${before}(?:${rule.pattern})${after}`, `${rule.flags}g`);
}
function referenceMatches(rule, text2) {
  if (rule.pattern === "") return [];
  const out = [];
  for (const found of text2.matchAll(searchPattern(rule))) {
    const secret = found.groups?.["secret"] ?? found[0];
    const checksum = !rule.checksum || checksumHolds(rule.checksum, { ...found.groups, secret });
    if (!checksum && rule.checksum?.mismatch !== "low") continue;
    if (!isRandomEnough(rule, secret)) continue;
    const names = [...rule.near, ...rule.service];
    if (names.length > 0 && !hasWord(text2.slice(Math.max(0, found.index - NEAR_WINDOW), found.index), names)) continue;
    if (rule.context && rule.context.required !== false) {
      const within = rule.context.within ?? 200;
      const around = text2.slice(Math.max(0, found.index - within), found.index + found[0].length + within);
      if (!hasWord(around, rule.context.words)) continue;
    }
    out.push({ index: found.index, text: found[0], secret, checksum });
  }
  return out;
}
function isRandomEnough({ entropy }, secret) {
  return entropy === 0 || shannon(secret) >= entropy;
}
function shannon(text2) {
  const counts = /* @__PURE__ */ new Map();
  for (const char of text2) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count / text2.length * Math.log2(count / text2.length);
  return bits;
}
function hasWord(text2, words) {
  const plain = (value) => value.toLowerCase().replace(/[-_. ]/g, "");
  return words.some((word) => plain(text2).includes(plain(word)));
}

// src/rules/random.ts
function randomFrom(seed) {
  let state = 2166136261;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 16777619);
  return () => {
    state = state + 1831565813 | 0;
    let mixed = Math.imul(state ^ state >>> 15, 1 | state);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
  };
}
function below(n, random) {
  return Math.floor(random() * n);
}
function randomBytes(length, random) {
  return Buffer.from(Array.from({ length }, () => below(256, random)));
}
function randomText(alphabet, length, random) {
  return Array.from({ length }, () => alphabet[below(alphabet.length, random)]).join("");
}

// src/rules/generate.ts
var TRIES = 1e3;
var PLACEHOLDER = /(.)\1{3}|example|sample|test|dummy|fake|placeholder|change|secret|passw|token|redact|your|xxx|1234|abcd|qwerty/gi;
function generate(rule, random) {
  if (rule.shape === void 0) {
    throw new Error(`the detector ${rule.detector} has no shape to make a text from; use another template`);
  }
  const { compiled, node, whole } = prepared(rule, rule.shape);
  let plain;
  for (let i = 0; i < TRIES; i++) {
    const made = new Writer(random);
    made.write(node);
    const text2 = complete(compiled, whole, made.text);
    if (text2 === void 0) continue;
    if (made.looksReal(text2)) return text2;
    plain ??= text2;
  }
  if (plain === void 0) throw new Error(`no text fits the shape, checksum and entropy of ${rule.id}`);
  return plain;
}
var cache = /* @__PURE__ */ new WeakMap();
function prepared(rule, shape) {
  let found = cache.get(rule);
  if (!found) {
    const compiled = compileRule("", rule);
    found = { compiled, node: parseShape(shape), whole: new RegExp(`^(?:${compiled.pattern})$`, compiled.flags) };
    cache.set(rule, found);
  }
  return found;
}
function complete(rule, whole, text2) {
  const secretOf = (found2) => found2.groups?.["secret"] ?? found2[0];
  let found = whole.exec(text2);
  if (!found) return void 0;
  if (rule.checksum) {
    const secret = secretOf(found);
    const completed = withChecksum(rule.checksum, { ...found.groups, secret });
    found = whole.exec(text2.replace(secret, () => completed));
    if (!found || !checksumHolds(rule.checksum, { ...found.groups, secret: secretOf(found) })) return void 0;
  }
  return isRandomEnough(rule, secretOf(found)) ? found[0] : void 0;
}
var Writer = class {
  text = "";
  #free = [];
  #random;
  constructor(random) {
    this.#random = random;
  }
  write(node) {
    switch (node.type) {
      case "set":
        this.text += pick(node.set, this.#random);
        this.#free.push(node.literal === void 0);
        return;
      case "group":
        this.write(node.item);
        return;
      case "sequence":
        for (const item of node.items) this.write(item);
        return;
      case "choice":
        this.write(node.items[below(node.items.length, this.#random)]);
        return;
      case "repeat": {
        const times = node.min + below(node.max - node.min + 1, this.#random);
        for (let i = 0; i < times; i++) this.write(node.item);
      }
    }
  }
  /** A prefix such as `sk_test_` may hold such a word; what is made up may not. */
  looksReal(text2) {
    for (const found of text2.matchAll(PLACEHOLDER)) {
      for (let i = found.index; i < found.index + found[0].length; i++) if (this.#free[i]) return false;
    }
    return true;
  }
};
var PLAIN = /[A-Za-z0-9]/;
var SAFE = /[-A-Za-z0-9_.+/~:@,!*]/;
var pools = /* @__PURE__ */ new WeakMap();
function pick(set, random) {
  let pool = pools.get(set);
  if (!pool) {
    const all = set.bytes().map((byte) => String.fromCharCode(byte));
    const plain = all.filter((char) => PLAIN.test(char));
    const safe = all.filter((char) => SAFE.test(char));
    pool = { plain, safe: safe.length > 0 ? safe : all };
    pools.set(set, pool);
  }
  const chars = pool.plain.length > 0 && random() < 0.9 ? pool.plain : pool.safe;
  return chars[below(chars.length, random)];
}
function mutate(rule, secret, how, random) {
  if (rule.shape === void 0) return void 0;
  const { context: _, ...alone } = prepared(rule, rule.shape).compiled;
  const compiled = { ...alone, near: [], service: [], entropy: 0 };
  const misses = (text2) => referenceMatches(compiled, text2).length === 0;
  if (how === "short") return shortened(compiled, secret, misses);
  if (how === "long") return lengthened(compiled, secret, misses, random);
  if (how === "alphabet") return respelled(secret, misses);
  return miscounted(compiled, secret, misses, random);
}
function shortened(rule, secret, misses) {
  return [secret.slice(0, -1), secret.slice(0, rule.minLength - 1)].find((text2) => text2 !== "" && misses(text2));
}
function lengthened(rule, secret, misses, random) {
  const tail = Array.from(secret).reverse().find((char) => PLAIN.test(char)) ?? "k";
  const kind = CLASSES.find((chars) => chars.includes(tail));
  const more = (n) => Array.from({ length: n }, () => kind[below(kind.length, random)]).join("");
  const longer = [secret + more(1), secret + secret.at(-1), secret + more(rule.maxLength - secret.length + 1)];
  return longer.find(misses);
}
function respelled(secret, misses) {
  const middle = secret.length >> 1;
  for (let i = 0; i < secret.length; i++) {
    const at = i % 2 === 0 ? middle + i / 2 : middle - (i + 1) / 2;
    for (const char of "*!%^ ") {
      const text2 = secret.slice(0, at) + char + secret.slice(at + 1);
      if (at >= 0 && at < secret.length && misses(text2)) return text2;
    }
  }
  return void 0;
}
var CLASSES = ["0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"];
var MAX_SPELLINGS = 5e3;
var STRIDE = 15485863;
function miscounted(rule, secret, misses, random) {
  if (!rule.checksum) return void 0;
  const { checksum: _, ...shapeOnly } = rule;
  const spellings = CLASSES.join("");
  const all = secret.length * spellings.length;
  const start = below(all, random);
  for (let i = 0; i < Math.min(all, MAX_SPELLINGS); i++) {
    const at = (start + i * STRIDE) % all;
    const place = Math.floor(at / spellings.length);
    const text2 = secret.slice(0, place) + spellings[at % spellings.length] + secret.slice(place + 1);
    if (misses(text2) && referenceMatches(shapeOnly, text2)[0]?.text === text2) return text2;
  }
  return void 0;
}

// src/rules/token-samples.ts
var ALNUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
var BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
var TOKEN_SAMPLES = {
  jwsJson: (random) => JSON.stringify({ payload: encode({ sub: "a" }), protected: encode({ alg: "ES256" }), signature: text(64, random) }),
  jwsGeneral: (random) => JSON.stringify(
    { payload: encode({ sub: "a" }), signatures: [{ protected: encode({ alg: "ES256" }), signature: text(64, random) }] },
    void 0,
    2
  ),
  jweJson: (random) => JSON.stringify({
    protected: encode({ alg: "A256KW", enc: "A256GCM" }),
    encrypted_key: text(40, random),
    iv: text(12, random),
    ciphertext: text(60, random),
    tag: text(16, random)
  }),
  jwk: (random) => JSON.stringify({ kty: "OKP", crv: "Ed25519", x: text(32, random), d: text(32, random) }),
  jwkSymmetric: (random) => JSON.stringify({ kty: "oct", alg: "HS256", k: text(32, random) }),
  paseto: (random) => `v4.local.${text(90, random)}`,
  pasetoPublic: (random) => `v2.public.${Buffer.concat([Buffer.from('{"sub":"a"}'), randomBytes(64, random)]).toString("base64url")}`,
  macaroon,
  biscuit,
  branca
};
function encode(value) {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
function text(length, random) {
  return randomBytes(length, random).toString("base64url");
}
function macaroon(random) {
  const packet = (name, value) => {
    const length = 4 + name.length + 1 + value.length + 1;
    return Buffer.concat([Buffer.from(length.toString(16).padStart(4, "0") + name), Buffer.from(" "), value, Buffer.from("\n")]);
  };
  const identifier = Buffer.from(randomText(ALNUM, 20, random));
  const packets = [
    packet("location", Buffer.from("api.corp.net")),
    packet("identifier", identifier),
    packet("cid", Buffer.from("account = 7")),
    packet("signature", randomBytes(32, random))
  ];
  return Buffer.concat(packets).toString("base64url");
}
function biscuit(random) {
  const field = (number, value) => Buffer.concat([Buffer.from([number * 8 + 2, ...varint(value.length)]), value]);
  const key = Buffer.concat([Buffer.from([8, 0]), field(2, randomBytes(32, random))]);
  const block = Buffer.concat([field(1, Buffer.from("orders")), Buffer.from([24, 3])]);
  const signed = Buffer.concat([field(1, block), field(2, key), field(3, randomBytes(64, random))]);
  return Buffer.concat([field(2, signed), field(4, field(1, randomBytes(32, random)))]).toString("base64url");
}
function varint(value) {
  return value < 128 ? [value] : [value & 127 | 128, ...varint(value >>> 7)];
}
function branca(random) {
  const time = Buffer.alloc(4);
  time.writeUInt32BE(16e8);
  let number = BigInt(`0x${Buffer.concat([Buffer.from([186]), time, randomBytes(24 + 30 + 16, random)]).toString("hex")}`);
  let encoded = "";
  for (; number > 0n; number /= 62n) encoded = BASE62[Number(number % 62n)] + encoded;
  return encoded;
}

// src/rules/samples.ts
var ALNUM2 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
var SAMPLES = {
  jwt: (random) => `${jwtHead("HS256", random)}.${randomBytes(32, random).toString("base64url")}`,
  jwtNone: (random) => `${jwtHead("none", random)}.`,
  jwtCut: (random) => jwtHead("HS256", random).slice(0, -20),
  jwe,
  basic: (random) => Buffer.from(`svc-${randomText("0123456789", 3, random)}:${password(random)}`).toString("base64"),
  password,
  pem,
  pemEscaped: (random) => pem(random).replaceAll("\n", "\\n"),
  pemCut,
  pemEncrypted,
  openssh,
  putty,
  pgp,
  ...TOKEN_SAMPLES
};
function password(random) {
  return `${randomText(ALNUM2, 7, random)}${randomText("-_", 1, random)}${randomText(ALNUM2, 8, random)}`;
}
function jwtHead(alg, random) {
  const issued = 16e8 + below(1e8, random);
  const subject = randomText("0123456789abcdef", 24, random);
  const claims = { sub: subject, iat: issued, exp: issued + 3600, scope: "read write" };
  return `${json({ alg, typ: "JWT" })}.${json(claims)}`;
}
function json(value) {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
function jwe(random) {
  const parts = [40, 12, 90, 16].map((length) => randomBytes(length, random).toString("base64url"));
  return [json({ alg: "A256KW", enc: "A256GCM" }), ...parts].join(".");
}
function framed(label, bytes, width = 64) {
  return `-----BEGIN ${label}-----
${lines(bytes, width)}
-----END ${label}-----`;
}
function lines(bytes, width) {
  return (Buffer.from(bytes).toString("base64").match(new RegExp(`.{1,${width}}`, "g")) ?? []).join("\n");
}
var SEQUENCE = 48;
var OCTETS = 4;
function der(tag, ...content) {
  const body = Buffer.concat(content);
  const length = body.length < 128 ? [body.length] : [130, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}
var bytesOf = (hex2) => Buffer.from(hex2, "hex");
function pem(random) {
  const key = der(OCTETS, der(OCTETS, randomBytes(32, random)));
  return framed(["PRIVATE", "KEY"].join(" "), der(SEQUENCE, bytesOf("020100"), der(SEQUENCE, bytesOf("06032b6570")), key));
}
function pemCut(random) {
  const head = bytesOf("308204bd020100300d06092a864886f70d0101010500048204a7308204a302010002820101");
  const whole = framed(["PRIVATE", "KEY"].join(" "), Buffer.concat([head, Buffer.from([0]), randomBytes(200, random)]));
  return whole.slice(0, whole.indexOf("\n-----END") - 9);
}
function pemEncrypted(random) {
  const prf = der(SEQUENCE, bytesOf("06082a864886f70d0209"), bytesOf("0500"));
  const kdf = der(SEQUENCE, der(OCTETS, randomBytes(16, random)), bytesOf("02020800"), prf);
  const cipher = der(SEQUENCE, bytesOf("060960864801650304012a"), der(OCTETS, randomBytes(16, random)));
  const scheme = der(SEQUENCE, der(SEQUENCE, bytesOf("06092a864886f70d01050c"), kdf), cipher);
  const algorithm = der(SEQUENCE, bytesOf("06092a864886f70d01050d"), scheme);
  return framed(["ENCRYPTED", "PRIVATE", "KEY"].join(" "), der(SEQUENCE, algorithm, der(OCTETS, randomBytes(64, random))));
}
function sshString(data) {
  const bytes = Buffer.from(data);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
function sshPublic(seed) {
  return Buffer.concat([sshString("ssh-ed25519"), sshString(ed25519PublicKey(seed))]);
}
function openssh(random) {
  const seed = randomBytes(32, random);
  const check = randomBytes(4, random);
  const pair = sshString(Buffer.concat([seed, ed25519PublicKey(seed)]));
  const secret = Buffer.concat([check, check, sshPublic(seed), pair, sshString("build")]);
  const padding = Buffer.from([1, 2, 3, 4, 5, 6, 7].slice(0, (8 - secret.length % 8) % 8));
  const head = [sshString("none"), sshString("none"), sshString(""), bytesOf("00000001"), sshString(sshPublic(seed))];
  const body = Buffer.concat([Buffer.from("openssh-key-v1\0"), ...head, sshString(Buffer.concat([secret, padding]))]);
  return framed(["OPENSSH", "PRIVATE", "KEY"].join(" "), body, 70);
}
function putty(random) {
  const seed = randomBytes(32, random);
  const text2 = [
    "PuTTY-User-Key-File-3: ssh-ed25519",
    "Encryption: none",
    "Comment: build",
    "Public-Lines: 2",
    lines(sshPublic(seed), 64),
    "Private-Lines: 1",
    lines(sshString(seed), 64),
    `Private-MAC: ${"0".repeat(64)}`
  ].join("\n");
  return withChecksum({ is: "putty-mac" }, { secret: text2 });
}
function pgp(random) {
  const seed = randomBytes(32, random);
  seed[0] = seed[0] | 128;
  const point = Buffer.concat([bytesOf("010740"), ed25519PublicKey(seed)]);
  const sum = Buffer.alloc(2);
  const number = Buffer.concat([bytesOf("0100"), seed]);
  sum.writeUInt16BE(number.reduce((total, byte) => total + byte & 65535, 0));
  const body = Buffer.concat([bytesOf("0465f0000016092b06010401da470f01"), point, bytesOf("00"), number, sum]);
  const packet = (tag, data) => Buffer.concat([Buffer.from([192 | tag, data.length]), data]);
  const bytes = Buffer.concat([packet(5, body), packet(13, Buffer.from("build <build@corp.net>"))]);
  const armor = framed(["PGP", "PRIVATE", "KEY", "BLOCK"].join(" "), bytes).replace("\n", "\n\n").replace("\n-----END", "\n=AAAA\n-----END");
  return withChecksum({ is: "pgp-crc24" }, { secret: armor });
}

// src/rules/examples.ts
var TemplateError = class extends Error {
  index;
  constructor(message, index) {
    super(message);
    this.index = index;
  }
};
var TEMPLATE = /\{\{|\{([A-Za-z][A-Za-z0-9]*)(?::([^{}\s]*))?\}/g;
var LOWER = "abcdefghijklmnopqrstuvwxyz";
var UPPER = LOWER.toUpperCase();
var DIGITS = "0123456789";
var ALPHABETS = {
  hex: `${DIGITS}abcdef`,
  HEX: `${DIGITS}ABCDEF`,
  digits: DIGITS,
  lower: LOWER,
  upper: UPPER,
  alnum: LOWER + UPPER + DIGITS,
  base32: `${UPPER}234567`,
  base64: `${LOWER}${UPPER}${DIGITS}+/`,
  base64url: `${LOWER}${UPPER}${DIGITS}-_`
};
var FIRST = ["billing", "orders", "mail", "search", "reports", "staging", "media", "ledger"];
var SECOND = ["worker", "service", "client", "sync", "gateway", "job", "api", "export"];
function expandExamples(rule, siblings = []) {
  const all = (templates) => templates.map((template) => expandTemplate(rule, template, siblings));
  return { match: all(rule.examples?.match ?? []), miss: all(rule.examples?.miss ?? []) };
}
function expandTemplate(rule, template, siblings = []) {
  const random = randomFrom(`${rule.id}
${template}`);
  const made = /* @__PURE__ */ new Map();
  let secret;
  const once = (name, make) => {
    const text3 = made.get(name) ?? make();
    made.set(name, text3);
    return text3;
  };
  const text2 = template.replace(
    TEMPLATE,
    (whole, name, argument, index) => {
      if (name === void 0) return "{";
      const fail = (message) => {
        throw new TemplateError(message, index);
      };
      const credential = () => secret ??= attempt(() => generate(rule, random), fail);
      const alphabet = ALPHABETS[name];
      if (alphabet !== void 0 && argument !== void 0) {
        const length = /^\d{1,5}$/.test(argument) ? Number(argument) : fail(`${whole} needs a number of characters`);
        return randomText(alphabet, length, random);
      }
      if (name === "rule") {
        const other = siblings.find((sibling) => sibling.id === argument) ?? fail(`${whole} names no rule of this file`);
        return once(whole, () => attempt(() => generate(other, random), fail));
      }
      const sample = argument === void 0 ? SAMPLES[name] : void 0;
      if (sample) return once(name, () => sample(random));
      const simple = SIMPLE[name];
      if (!simple || argument !== void 0) return fail(`there is no template ${whole}; write {{ for a brace`);
      return once(
        name,
        () => attempt(() => simple(rule, credential, random), fail) ?? fail(`${rule.id} gives no text for ${whole}`)
      );
    }
  );
  return secret === void 0 ? { template, text: text2 } : { template, text: text2, secret };
}
var SIMPLE = {
  secret: (_, credential) => credential(),
  value: (rule, credential) => {
    const { pattern, flags } = compileRule("", rule);
    const found = new RegExp(`^(?:${pattern})$`, flags).exec(credential());
    return found?.groups?.["secret"] ?? credential();
  },
  short: mutation("short"),
  long: mutation("long"),
  alphabet: mutation("alphabet"),
  checksum: mutation("checksum"),
  upper: (_, credential) => credential().toUpperCase(),
  lower: (_, credential) => credential().toLowerCase(),
  uuid: (_, __, random) => `${hex(8, random)}-${hex(4, random)}-4${hex(3, random)}-${randomText("89ab", 1, random)}${hex(3, random)}-${hex(12, random)}`,
  name: (_, __, random) => `${FIRST[Math.floor(random() * 8)]}_${SECOND[Math.floor(random() * 8)]}`,
  near: (rule) => rule.near?.[0] ?? rule.service?.[0],
  ...Object.fromEntries(
    Object.entries(SAMPLES).map(([name, make]) => [name, (_, __, random) => make(random)])
  )
};
function mutation(how) {
  return (rule, _, random) => mutate(rule, generate(rule, random), how, random);
}
function hex(length, random) {
  return randomText(ALPHABETS["hex"], length, random);
}
function attempt(make, fail) {
  try {
    return make();
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    return fail(error instanceof Error ? error.message : String(error));
  }
}

// src/rules/load.ts
var Yaml2 = __toESM(require_dist(), 1);

// patterns/rule.schema.json
var rule_schema_default = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "bearertrap rules",
  description: "Rules of one provider: what its credentials look like, what each one opens, and how to revoke it.",
  type: "object",
  required: ["provider", "name", "rules"],
  additionalProperties: false,
  properties: {
    provider: {
      description: "Short name of the provider, in lower case with dashes.",
      type: "string",
      pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
      patternErrorMessage: "use lower-case letters, digits and single dashes"
    },
    name: {
      description: "The provider's name as it writes it.",
      type: "string",
      minLength: 1
    },
    url: {
      description: "The provider's home page.",
      type: "string",
      pattern: "^https?://\\S+$",
      patternErrorMessage: "write a URL that begins with https://"
    },
    service: {
      description: "Words for the provider, for all its rules with near names that find a secret of 16 bytes or more; see service of a rule.",
      type: "array",
      minItems: 1,
      items: {
        type: "string",
        minLength: 1
      }
    },
    rules: {
      description: "One rule for each kind of credential.",
      type: "array",
      minItems: 1,
      items: {
        $ref: "#/$defs/rule"
      }
    }
  },
  $defs: {
    rule: {
      description: "The fact sheet of one kind of credential. It has either a shape or a detector.",
      type: "object",
      required: ["id", "title", "kind", "opens", "severity", "revoke"],
      additionalProperties: false,
      oneOf: [
        {
          required: ["shape"]
        },
        {
          required: ["detector"]
        }
      ],
      properties: {
        id: {
          description: "Name of the rule in reports, ignore files and baselines, for example github-pat. It never changes once released.",
          type: "string",
          maxLength: 80,
          pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
          patternErrorMessage: "use lower-case letters, digits and single dashes"
        },
        title: {
          description: "What the credential is called, for people: GitHub personal access token.",
          type: "string",
          minLength: 1
        },
        kind: {
          description: "What sort of credential it is.",
          enum: [
            "api-key",
            "bearer",
            "jwt",
            "private-key",
            "password",
            "connection-string",
            "password-hash",
            "client-secret",
            "opaque-token",
            "misuse"
          ]
        },
        opens: {
          description: "One sentence: what whoever holds the credential can do.",
          type: "string",
          minLength: 1
        },
        severity: {
          description: "How bad a leak is, before anything is known of the single credential.",
          enum: ["critical", "high", "medium", "low", "info"]
        },
        confidence: {
          description: "How sure a match is without, or before, a checksum; a right checksum makes it certain. Default high, and medium for rules with near words.",
          enum: ["certain", "high", "medium", "low"]
        },
        sensitivity: {
          description: "secret (default) must stay hidden, publishable is meant to be public, identifier names something and opens nothing; name says to whom or where a credential belongs (an account, a host): it is no finding of its own, and is told in clear with the credentials it stands beside.",
          enum: ["secret", "publishable", "identifier", "name"]
        },
        shape: {
          description: "The credential's text in a subset of regular expressions: literals, classes, \\d \\w \\s and . , groups (...) (?:...) (?<name>...), alternatives with |, and the repeats ? {n} {n,m}; never * or +, since every match must have a longest length. It works on bytes. The group named secret is the secret; without it the whole match is.",
          type: "string",
          minLength: 1,
          maxLength: 4096
        },
        ignoreCase: {
          description: "Letters of the shape match in either case. Default false.",
          type: "boolean"
        },
        detector: {
          description: "In place of a shape: a detector that is written in code, such as jwt or private-key; behind a slash one of its kinds of match, jwt/jwe.",
          type: "string",
          minLength: 1
        },
        near: {
          description: "For a shape without a literal of its own: names after which the value is looked for, in an assignment, a call or a header. Compared without regard to case; _ - . and spaces in them are alike. Each needs three letters or digits in a row.",
          type: "array",
          minItems: 1,
          items: {
            type: "string",
            minLength: 1
          }
        },
        service: {
          description: "Words for the provider, for a shape without a literal of its own: as near, but the name of the value must also say that it is a credential (key, token, secret, ...), and may stand some words or a line behind the provider's. Names in near win over these.",
          type: "array",
          minItems: 1,
          items: {
            type: "string",
            minLength: 1
          }
        },
        edge: {
          description: "What may stand directly beside a match. word (default): a match that begins or ends with a letter, digit or _ may not continue one, nor be followed by those of - / + = . ~ that the shape can end with. none: anything.",
          enum: ["word", "none"]
        },
        checksum: {
          $ref: "#/$defs/checksum"
        },
        entropy: {
          description: "Least Shannon entropy of the secret, in bits a character.",
          type: "number",
          minimum: 0,
          maximum: 8
        },
        context: {
          $ref: "#/$defs/context"
        },
        companions: {
          description: "Other credentials that are needed to use this one.",
          type: "array",
          items: {
            $ref: "#/$defs/companion"
          }
        },
        docs: {
          description: "Page on which the provider describes the credential.",
          type: "string",
          pattern: "^https?://\\S+$",
          patternErrorMessage: "write a URL that begins with https://"
        },
        revoke: {
          $ref: "#/$defs/revoke"
        },
        note: {
          description: "Why a match may be harmless, or worse than it looks; told with the finding.",
          type: "string",
          minLength: 1
        },
        examples: {
          $ref: "#/$defs/examples"
        },
        verify: {
          $ref: "#/$defs/verify"
        },
        revocation: {
          $ref: "#/$defs/revocation"
        }
      }
    },
    checksum: {
      description: "A check that the credential carries and that can be computed offline.",
      type: "object",
      required: ["is"],
      additionalProperties: false,
      properties: {
        is: {
          description: "Which check: the crc32-\u2026 ones need `over` and `in`; the others check the whole secret, or the groups in `over`. Those that begin with decode- only refute a match, the others make it certain.",
          enum: [
            "crc32-base62",
            "crc32-base62-lower",
            "crc32-base62-any",
            "crc32-base36",
            "crc32-hex",
            "crc32-hex-upper",
            "crc32-hex-le",
            "crc32-base64-le",
            "azure-his",
            "azure-cask",
            "entra-client-secret",
            "azure-devops-pat",
            "bech32",
            "nats-nkey",
            "stellar-strkey",
            "base58check",
            "base58check-xrpl",
            "ed25519-keypair",
            "pgp-crc24",
            "putty-mac",
            "decode-aws-key-id",
            "decode-discord",
            "decode-id-secret",
            "decode-jfrog-reference",
            "decode-intercom",
            "decode-json",
            "decode-macaroon",
            "decode-workos",
            "decode-bedrock",
            "decode-basic",
            "decode-text",
            "decode-jwt"
          ]
        },
        over: {
          description: "Named groups of the shape, joined in this order, over which the checksum is computed; `secret` is the whole secret.",
          type: "array",
          minItems: 1,
          items: {
            type: "string",
            minLength: 1,
            pattern: "^[A-Za-z]\\w*$",
            patternErrorMessage: "write the name of a group of the shape"
          }
        },
        in: {
          description: "Named group of the shape that holds the check characters.",
          type: "string",
          pattern: "^[A-Za-z]\\w*$",
          patternErrorMessage: "write the name of a group of the shape"
        },
        mismatch: {
          description: "What a wrong checksum means. drop (default): no finding. low: a finding of low confidence.",
          enum: ["drop", "low"]
        }
      }
    },
    context: {
      description: "Words that must, or help to, stand near a match.",
      type: "object",
      required: ["words"],
      additionalProperties: false,
      properties: {
        words: {
          description: "One of these is enough; compared without regard to case.",
          type: "array",
          minItems: 1,
          items: {
            type: "string",
            minLength: 1
          }
        },
        within: {
          description: "Bytes before the match, and as many behind it, in which a word counts. Default 200.",
          type: "integer",
          minimum: 1,
          maximum: 4096
        },
        required: {
          description: "true (default): without a word there is no finding. false: the words only raise confidence.",
          type: "boolean"
        }
      }
    },
    companion: {
      description: "Another credential that is needed to use this one, such as the secret that belongs to a key id.",
      type: "object",
      required: ["rule"],
      additionalProperties: false,
      properties: {
        rule: {
          description: "Id of the other rule.",
          type: "string",
          minLength: 1
        },
        lines: {
          description: "Most lines between the two. Default 10.",
          type: "integer",
          minimum: 0,
          maximum: 1e3
        },
        required: {
          description: "true: without the other there is no finding. Default false: found together, the two are told as one.",
          type: "boolean"
        }
      }
    },
    revoke: {
      description: "How to make the credential useless.",
      type: "object",
      required: ["how"],
      additionalProperties: false,
      properties: {
        how: {
          description: "Where to click or what to run.",
          type: "string",
          minLength: 1
        },
        url: {
          description: "Page on which it is done.",
          type: "string",
          pattern: "^https?://\\S+$",
          patternErrorMessage: "write a URL that begins with https://"
        },
        automatic: {
          description: "The provider ends leaked ones by itself once it is told of them, as partners of GitHub secret scanning do. What `bearertrap revoke` can do stands in revocation. Default false.",
          type: "boolean"
        }
      }
    },
    examples: {
      description: "Texts that must be found and near misses that must not. Templates; what stands in braces is generated, so that no file holds a credential: {secret} a text that the whole shape matches, {value} its group `secret`, {short} and {long} too short and too long, {alphabet} one wrong character, {checksum} a wrong checksum, {upper} and {lower} the secret in one case, {hex:N} {HEX:N} {digits:N} {lower:N} {upper:N} {alnum:N} {base32:N} {base64:N} {base64url:N} N random characters, {uuid}, {jwt} {jwtNone} {jwtCut} {jwe} tokens, {pem} {pemEscaped} {pemCut} {pemEncrypted} {openssh} {putty} {pgp} private keys, {password}, {basic} base64 of user:password, {name} an identifier such as billing_worker, {near} the first near word, {rule:ID} a credential of another rule of this file, {{ an opening brace.",
      type: "object",
      required: ["match", "miss"],
      additionalProperties: false,
      properties: {
        match: {
          description: "Texts in which the rule finds the credential.",
          type: "array",
          minItems: 1,
          items: {
            type: "string",
            minLength: 1
          }
        },
        miss: {
          description: "Texts that look alike and in which it finds nothing.",
          type: "array",
          minItems: 1,
          items: {
            type: "string",
            minLength: 1
          }
        }
      }
    },
    verify: {
      description: "How to ask the provider whether the credential is taken. Only ever sent when a user asks for it.",
      type: "object",
      required: ["url", "active"],
      additionalProperties: false,
      properties: {
        method: {
          description: "GET (default), POST or DELETE. A check must change nothing.",
          enum: ["GET", "POST", "DELETE"]
        },
        url: {
          description: "Where the request goes: https, at a fixed host of the provider; a part of the secret or a companion may be the first label of the host, and {host} all of it (see host). Holes: {secret}, {NAME} for a group of parts, {rule:ID} for what a companion's rule found beside the credential.",
          type: "string",
          pattern: "^https://[^\\s#]+$",
          patternErrorMessage: "write a URL that begins with https://"
        },
        hosted: {
          description: "The address at a host that the user names with --host, where it is another than url: for software that anyone hosts. Begins with https://{host}.",
          type: "string",
          pattern: "^https://\\{host\\}(/[^\\s#]*)?$",
          patternErrorMessage: "begin with https://{host}/"
        },
        host: {
          $ref: "#/$defs/host"
        },
        elsewhere: {
          description: "Other hosts of the provider where the credential may belong; asked in turn while the answer is that it is inactive.",
          type: "array",
          minItems: 1,
          items: {
            type: "string",
            pattern: "^[a-z0-9-]+(\\.[a-z0-9-]+)+$",
            patternErrorMessage: "write a host name"
          }
        },
        parts: {
          description: "Regular expression over the whole secret whose named groups can be used as holes.",
          type: "string",
          minLength: 1,
          maxLength: 300
        },
        headers: {
          description: "Headers of the request: 'Authorization: Bearer {secret}'.",
          type: "array",
          minItems: 1,
          items: {
            type: "string",
            pattern: "^[A-Za-z0-9-]+: \\S.*$",
            patternErrorMessage: "write Name: value"
          }
        },
        basic: {
          description: "User and password of HTTP Basic authentication, with a colon between: '{secret}:'.",
          type: "string",
          pattern: ":",
          patternErrorMessage: "write user:password"
        },
        form: {
          description: "Fields of a form body: name=value.",
          type: "array",
          minItems: 1,
          items: {
            type: "string",
            pattern: "^[^=\\s]+=",
            patternErrorMessage: "write name=value"
          }
        },
        json: {
          description: "JSON body as text; holes stand inside its strings.",
          type: "string",
          minLength: 1
        },
        sign: {
          description: "The request is signed with the secret and does not hold it: by headers, or (google-assertion) by an assertion that fills {assertion}.",
          enum: ["aws-sigv4", "azure-shared-key", "google-assertion"]
        },
        active: {
          description: "Answers that prove that the credential is taken. Read before inactive.",
          type: "array",
          minItems: 1,
          items: {
            $ref: "#/$defs/answer"
          }
        },
        inactive: {
          description: "Answers that prove that it is not; absent where a refusal proves nothing, as for software that others host, too. All other answers tell nothing.",
          type: "array",
          minItems: 1,
          items: {
            $ref: "#/$defs/answer"
          }
        },
        unclear: {
          description: "Answers that prove neither, with what they mean.",
          type: "array",
          minItems: 1,
          items: {
            $ref: "#/$defs/answer"
          }
        },
        identity: {
          description: "Where the answer tells whose it is: 'label /json/pointer', 'label header:name', 'label jwt:/json/pointer#/claim' for a claim of a JWT in the answer, or 'label {rule:ID}' for what stands beside the credential.",
          type: "array",
          minItems: 1,
          items: {
            type: "string",
            pattern: "^[a-z][a-z ]* (?:/\\S*|header:[a-z0-9-]+|jwt:/[^\\s#]*#/\\S*|\\{rule:[a-z0-9-]+\\})$",
            patternErrorMessage: "write label /json/pointer, label header:name or label {rule:ID}, in lower case"
          }
        },
        scopes: {
          description: "Where the answer tells what it may do: /json/pointer, header:name, or jwt:/json/pointer#/claim.",
          type: "array",
          minItems: 1,
          items: {
            type: "string",
            pattern: "^(?:/\\S*|header:[a-z0-9-]+|jwt:/[^\\s#]*#/\\S*)$",
            patternErrorMessage: "write /json/pointer or header:name, in lower case"
          }
        }
      }
    },
    revocation: {
      description: "How to end the credential by a request. Only ever sent by `bearertrap revoke --yes`.",
      type: "object",
      required: ["url", "done", "effect"],
      additionalProperties: false,
      properties: {
        method: {
          description: "GET (default), POST or DELETE. A check must change nothing.",
          enum: ["GET", "POST", "DELETE"]
        },
        url: {
          description: "Where the request goes: https, at a fixed host of the provider; a part of the secret or a companion may be the first label of the host, and {host} all of it (see host). Holes: {secret}, {NAME} for a group of parts, {rule:ID} for what a companion's rule found beside the credential.",
          type: "string",
          pattern: "^https://[^\\s#]+$",
          patternErrorMessage: "write a URL that begins with https://"
        },
        hosted: {
          description: "The address at a host that the user names with --host, where it is another than url: for software that anyone hosts. Begins with https://{host}.",
          type: "string",
          pattern: "^https://\\{host\\}(/[^\\s#]*)?$",
          patternErrorMessage: "begin with https://{host}/"
        },
        host: {
          $ref: "#/$defs/host"
        },
        parts: {
          description: "Regular expression over the whole secret whose named groups can be used as holes.",
          type: "string",
          minLength: 1,
          maxLength: 300
        },
        headers: {
          description: "Headers of the request: 'Authorization: Bearer {secret}'.",
          type: "array",
          minItems: 1,
          items: {
            type: "string",
            pattern: "^[A-Za-z0-9-]+: \\S.*$",
            patternErrorMessage: "write Name: value"
          }
        },
        basic: {
          description: "User and password of HTTP Basic authentication, with a colon between: '{secret}:'.",
          type: "string",
          pattern: ":",
          patternErrorMessage: "write user:password"
        },
        form: {
          description: "Fields of a form body: name=value.",
          type: "array",
          minItems: 1,
          items: {
            type: "string",
            pattern: "^[^=\\s]+=",
            patternErrorMessage: "write name=value"
          }
        },
        json: {
          description: "JSON body as text; holes stand inside its strings.",
          type: "string",
          minLength: 1
        },
        sign: {
          description: "The request is signed with the secret and does not hold it: by headers, or (google-assertion) by an assertion that fills {assertion}.",
          enum: ["aws-sigv4", "azure-shared-key", "google-assertion"]
        },
        done: {
          description: "Answers that mean that the provider did it.",
          type: "array",
          minItems: 1,
          items: {
            $ref: "#/$defs/answer"
          }
        },
        effect: {
          description: 'What the request does, in words that go on from "It": revokes this token.',
          type: "string",
          minLength: 1
        },
        find: {
          $ref: "#/$defs/find"
        }
      }
    },
    answer: {
      description: "What an answer looks like; all that is said must hold.",
      type: "object",
      required: ["status"],
      additionalProperties: false,
      properties: {
        status: {
          description: "HTTP statuses, one of which it has.",
          type: "array",
          minItems: 1,
          items: {
            type: "integer",
            minimum: 200,
            maximum: 599
          }
        },
        body: {
          description: "Its body is JSON of this type.",
          enum: ["object", "array"]
        },
        at: {
          description: "JSON Pointer to a value that is there and not null; * stands for every item.",
          type: "string",
          pattern: "^/",
          patternErrorMessage: "write a JSON Pointer: /data/id"
        },
        is: {
          description: "The value at the pointer is one of these; without a pointer, the body holds one of these texts.",
          type: "array",
          minItems: 1,
          items: {
            type: "string",
            minLength: 1
          }
        },
        unless: {
          description: "The body holds none of these texts.",
          type: "array",
          minItems: 1,
          items: {
            type: "string",
            minLength: 1
          }
        },
        means: {
          description: "Told with the result where the answer says more than that the credential is taken or not.",
          type: "string",
          minLength: 1
        }
      }
    },
    find: {
      description: "How the provider's own id of the credential is found first; it fills the hole {found} of the revocation. Asked by GET with the headers of the revocation.",
      type: "object",
      required: ["url", "at", "secret", "take"],
      additionalProperties: false,
      properties: {
        url: {
          description: "A list of the provider's, at the host of the revocation.",
          type: "string",
          pattern: "^https://[^\\s#{}]+$",
          patternErrorMessage: "write a URL that begins with https://"
        },
        at: {
          description: "JSON Pointer to the entries; /* for the items of a list.",
          type: "string",
          pattern: "^/",
          patternErrorMessage: "write a JSON Pointer: /data/id"
        },
        secret: {
          description: "Within an entry: JSON Pointer to the credential.",
          type: "string",
          pattern: "^/",
          patternErrorMessage: "write a JSON Pointer: /data/id"
        },
        take: {
          description: "Within an entry: JSON Pointer to its id.",
          type: "string",
          pattern: "^/",
          patternErrorMessage: "write a JSON Pointer: /data/id"
        }
      }
    },
    host: {
      description: "Which hosts found beside the credential may stand for {host}; without it only a host that the user names does.",
      type: "object",
      required: ["beside", "in"],
      additionalProperties: false,
      properties: {
        beside: {
          description: "Id of the companion that finds the host.",
          type: "string",
          minLength: 1
        },
        in: {
          description: "What it must look like: hosts for whose names the provider itself answers. * stands for one label, the last two are literal.",
          type: "array",
          minItems: 1,
          items: {
            type: "string",
            pattern: "^(?:\\*\\.)*(?:[a-z0-9-]+\\.)+[a-z0-9-]+$",
            patternErrorMessage: "write *.example.com"
          }
        }
      }
    }
  }
};

// src/rules/call.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var CALLS_FILE = "calls.generated.json";
function callsOf(files) {
  const entries = files.flatMap(
    ({ provider, name, rules }) => rules.flatMap(
      ({ id, title, verify, revocation }) => verify || revocation ? [[id, { provider, providerName: name, title, ...verify && { verify }, ...revocation && { revocation } }]] : []
    )
  );
  return Object.fromEntries(entries.sort(([a], [b]) => a < b ? -1 : 1));
}
function loadCalls() {
  return JSON.parse((0, import_node_fs.readFileSync)(new URL(`./${CALLS_FILE}`, import.meta.url), "utf8"));
}
var HOLE = /\{([A-Za-z][\w:-]*)\}/g;
function holesIn(text2) {
  return Array.from(text2.matchAll(HOLE), (found) => found[1]);
}
function textsOf(call) {
  const { url, headers = [], basic = "", form = [], json: json2 = "" } = call;
  return [url, ...headers, basic, ...form, json2];
}
function fillHoles(text2, values, encode2 = (value) => value) {
  let complete2 = true;
  const filled = text2.replace(HOLE, (_, name) => {
    const value = values.get(name);
    if (value === void 0) complete2 = false;
    return encode2(value ?? "");
  });
  return complete2 ? filled : void 0;
}
function hostOf({ url }) {
  return (/^https:\/\/([^/?]+)/.exec(url)?.[1] ?? "").replace(HOLE, "*");
}
function isHostOpen({ url }) {
  return url.startsWith("https://{host}");
}
function hostsOf(call) {
  return isHostOpen(call) ? call.host?.in ?? [] : [hostOf(call), ...call.elsewhere ?? []];
}

// src/rules/check-calls.ts
function callFaults(rule) {
  const faults = [];
  for (const key of ["verify", "revocation"]) {
    const call = rule[key];
    if (!call) continue;
    requestFaults(rule, key, call, faults);
    const proofs = "done" in call ? { done: call.done } : { active: call.active };
    for (const [name, answers] of Object.entries(proofs)) {
      answers.forEach((answer, i) => {
        if (proves(answer)) return;
        const fix = "say what its body holds: body, at or is; any page can answer 200";
        faults.push({ path: [key, name, i], message: "a bare 200 proves nothing", fix });
      });
    }
  }
  return faults;
}
function proves({ status, body, at, is }) {
  return !status.includes(200) || body !== void 0 || at !== void 0 || is !== void 0;
}
function requestFaults(rule, key, call, faults) {
  const fault = (field, message, fix) => {
    faults.push({ path: [key, field], message, fix });
  };
  const parts = call.parts === void 0 ? [] : groupsOf(call.parts);
  if (!parts) return fault("parts", "parts is no regular expression", "correct it");
  const beside = (rule.companions ?? []).map((companion) => `rule:${companion.rule}`);
  const known = /* @__PURE__ */ new Set(["secret", ...parts, ...beside]);
  if (call.sign === "google-assertion") known.add("assertion");
  if (isHostOpen(call)) known.add("host");
  const find = "find" in call ? call.find : void 0;
  if (find) {
    known.add("found");
    if (hostOf(find) !== hostOf(call)) fault("find", "the id is asked for at another host", "ask where the revocation goes");
  }
  const holes = textsOf(call).flatMap(holesIn);
  for (const hole of holes) {
    if (known.has(hole)) continue;
    fault("url", `nothing fills {${hole}}`, `use one of ${[...known].map((name) => `{${name}}`).join(", ")}, or add a companion`);
  }
  if (call.sign === void 0 && !find && !holes.some((hole) => hole === "secret" || parts.includes(hole))) {
    fault("url", "the request does not hold the credential", "put {secret} where the provider wants it");
  }
  const host = hostOf(call);
  const inHost = holesIn(/^https:\/\/[^/?]*/.exec(call.url)?.[0] ?? "");
  const filled = /* @__PURE__ */ new Set([...parts, ...beside]);
  if (isHostOpen(call) ? host !== "*" : !FIXED_HOST.test(host) || inHost.some((hole) => !filled.has(hole))) {
    const fix = "a part of the secret or a companion may stand as its first label, or {host} for all of it";
    fault("url", `the host ${host} is not fixed`, fix);
  }
  if (call.hosted !== void 0) {
    if (!isHostOpen({ url: call.hosted })) fault("hosted", "hosted goes to no host of the user", "begin it with https://{host}/");
    const open = holesIn(call.hosted).find((hole) => hole !== "host" && !known.has(hole));
    if (open !== void 0) fault("hosted", `nothing fills {${open}}`, "use the holes of url");
  }
  if (call.host) {
    if (!isHostOpen(call)) fault("host", "nothing in url takes the host", "begin url with https://{host}/");
    if (!beside.includes(`rule:${call.host.beside}`))
      fault("host", `${call.host.beside} is no companion`, "add it to companions");
  }
  const json2 = call.json === void 0 ? "{}" : fillHoles(call.json, new Map([...known].map((name) => [name, "x"])));
  if (json2 !== void 0 && !isJson(json2)) fault("json", "json is no JSON text", "correct it; holes stand inside strings");
  if (call.form && call.json !== void 0) fault("json", "a request has one body", "keep form or json");
}
var FIXED_HOST = /^(?:(?:[a-z0-9-]*\*)?[a-z0-9-]*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
function groupsOf(source) {
  try {
    return Object.keys(new RegExp(`${source}|`).exec("")?.groups ?? {});
  } catch {
    return void 0;
  }
}
function isJson(text2) {
  try {
    JSON.parse(text2);
    return true;
  } catch {
    return false;
  }
}

// src/rules/example-kinds.ts
var CONTEXTS = [
  // A time, or a level.
  ["log", /^\[?\d{4}-\d\d-\d\d[T ]|^(?:TRACE|DEBUG|INFO|WARN|ERROR)\b/],
  ["by itself", /^(?:-----BEGIN |PuTTY-User-Key-File)|^[\w.+/-]{20,}=*\s*$/],
  ["markup", /^\s*<[\w!/]/],
  ["Dockerfile", /^(?:ENV|ARG|RUN) /],
  // A prompt, a command that is known, a variable before a command, an option.
  [
    "shell",
    /^(?:\$ |export |curl |docker |echo |cat |git |psql |snyk |cargo |mvn )|^\w+=\S+ [a-z]|^[a-z][\w-]* (?:\S+ )*--?[a-z]/
  ],
  ["code", /^\s*(?:const|let|var|val|final|static|public|private|def|return|import|using|from) /],
  ["JSON", /^\s*[{[][^]*"\w+"\s*:|^\s*"[^"]+"\s*:/],
  ["header", /^(?:[xX]-[\w-]+|[A-Z]\w+(?:-[A-Z]\w*)+|Authorization|Cookie): ?/],
  ["env file", /^[A-Z][A-Z0-9_]*=/],
  ["YAML", /^\s*(?:- )?["']?[\w.-]+["']?: /],
  // A connection string, before what ends lines of code.
  ["configuration", /^\w[\w ]*=[^;]*;\w/],
  ["code", /^(?:<\?php|#define)|;$|=> |\w\(|\b(?:os\.environ|process\.env)\b/m],
  ["configuration", /^\[\w|^\s*[\w.:/-]+\s*=|^\/\/\S+:_/m],
  ["address", /^["']?[a-z][a-z0-9+.-]*:\/\//]
];
function contextOf({ kind }, text2) {
  if (kind === "misuse") return text2;
  return CONTEXTS.find(([, form]) => form.test(text2))?.[0] ?? "text";
}
var MISSES = [
  ["length", /\{(?:short|long|jwtCut|pemCut)\}/],
  ["checksum", /\{checksum\}/],
  ["alphabet", /\{(?:alphabet|upper|lower)\}/],
  ["placeholder", /([xX0*#.])\1{3}|\$[{(A-Z]|<[a-z _-]+>|\bchange_?me|\byour[-_ ]|EXAMPLE|REDACTED/],
  ["other credential", /\{rule:/],
  ["place", /\{(?:secret|value)\}/]
];
function missKindOf(template) {
  const text2 = template.replaceAll("{{", "{");
  return MISSES.find(([, form]) => form.test(text2))?.[0] ?? template;
}

// src/rules/check.ts
var MAX_MATCH = 65536;
function faultsOf(rule) {
  const faults = [];
  if (rule.shape === void 0 === (rule.detector === void 0)) {
    const both = rule.shape !== void 0;
    const message = both ? "the rule has a shape and a detector" : "the rule has neither a shape nor a detector";
    faults.push({
      path: both ? ["detector"] : [],
      message,
      fix: both ? "keep one of them" : "add shape: what the text looks like"
    });
  }
  for (const list of ["near", "service"]) {
    for (const [i, word] of (rule[list] ?? []).entries()) {
      if (nearAnchors(word).length > 0) continue;
      const fix = `write a word with ${MIN_ANCHOR} letters or digits in a row`;
      faults.push({ path: [list, i], message: `${list} word "${word}" cannot be searched for`, fix });
    }
  }
  const names = rule.shape === void 0 ? void 0 : shapeFaults(rule, rule.shape, faults);
  checksumFaults(rule, names, faults);
  if (rule.sensitivity === "publishable" && rule.severity !== "info") {
    faults.push({ path: ["severity"], message: "a publishable credential is no danger", fix: "write severity: info" });
  }
  rule.companions?.forEach((companion, i) => {
    if (companion.rule !== rule.id) return;
    faults.push({ path: ["companions", i, "rule"], message: "a rule cannot be its own companion", fix: "name another rule" });
  });
  faults.push(...callFaults(rule));
  return faults;
}
function shapeFaults(rule, shape, faults) {
  const fault = (message, fix, index = 0) => {
    faults.push({ path: ["shape"], index, message, fix });
  };
  let node;
  try {
    node = parseShape(shape);
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    const [message = "", fix] = error.message.split("; ");
    fault(message, fix ?? "see the language of shapes in rule.schema.json", error.index);
    return void 0;
  }
  const [min, max] = lengthOf(node);
  if (min === 0) fault("the shape can match nothing at all", "give it something that must be there");
  if (max > MAX_MATCH) fault(`the shape can match ${max} bytes`, `lower its repeats to ${MAX_MATCH} bytes together`);
  if (!rule.near && !rule.service && anchorsOf(node, rule.ignoreCase ?? false).length === 0) {
    const message = `the shape has no ${MIN_ANCHOR} fixed bytes in a row to search for`;
    fault(message, "add near: names after which the value stands, or a literal");
  }
  return groupNames(node);
}
function groupNames(node, names = /* @__PURE__ */ new Set()) {
  if (node.type === "group" && node.name !== void 0) names.add(node.name);
  if (node.type === "group" || node.type === "repeat") groupNames(node.item, names);
  if (node.type === "sequence" || node.type === "choice") for (const item of node.items) groupNames(item, names);
  return names;
}
function checksumFaults(rule, names, faults) {
  const fact = rule.checksum;
  const checksum = fact && CHECKSUMS.get(fact.is);
  if (!fact || !checksum) return;
  if (checksum.needs === "groups" && (fact.over === void 0 || fact.in === void 0)) {
    const fix2 = "name groups of the shape: over: [body], in: check";
    faults.push({ path: ["checksum"], message: `${fact.is} needs over and in`, fix: fix2 });
  }
  if (checksum.needs === "text" && fact.in !== void 0) {
    faults.push({ path: ["checksum", "in"], message: `${fact.is} finds its check characters itself`, fix: "remove in" });
  }
  if (!names) return;
  const missing = (name) => name !== "secret" && !names.has(name);
  const fix = `name it in the shape: (?<name>...); its groups are ${[...names].join(", ") || "without names"}`;
  for (const [i, name] of (fact.over ?? []).entries()) {
    if (missing(name)) faults.push({ path: ["checksum", "over", i], message: `the shape has no group ${name}`, fix });
  }
  if (fact.in !== void 0 && missing(fact.in)) {
    faults.push({ path: ["checksum", "in"], message: `the shape has no group ${fact.in}`, fix });
  }
}
function exampleFaults(rule, siblings, least = 1) {
  if (!rule.examples) {
    const fix = "add examples: match, texts in which it is found, and miss, near misses";
    return [{ path: [], message: `${rule.id} has no examples`, fix }];
  }
  const faults = [];
  const kinds = { match: /* @__PURE__ */ new Set(), miss: /* @__PURE__ */ new Set() };
  for (const list of ["match", "miss"]) {
    for (const [i, template] of rule.examples[list].entries()) {
      try {
        const { text: text2 } = expandTemplate(rule, template, siblings);
        kinds[list].add(list === "match" ? contextOf(rule, text2) : missKindOf(template));
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error;
        const [message = "", fix] = error.message.split("; ");
        faults.push({ path: ["examples", list, i], index: error.index, message, fix: fix ?? "change the template or the rule" });
      }
    }
  }
  if (faults.length > 0) return faults;
  const tooAlike = (list, are, fix) => {
    if (kinds[list].size >= least) return;
    faults.push({ path: ["examples", list], message: `${rule.id}: ${are} (${[...kinds[list]].join(", ")})`, fix });
  };
  tooAlike("match", "all examples stand in one context", "write one for another: env file, YAML, JSON, code, shell, log");
  tooAlike("miss", "all near misses are of one kind", "write one that is wrong in another way");
  return faults;
}

// src/rules/schema.ts
var Yaml = __toESM(require_dist(), 1);
function readBySchema(document, root) {
  const departures = [];
  const nodes = /* @__PURE__ */ new Map();
  function read(raw, outer, path) {
    const schema = outer.$ref === void 0 ? outer : root.$defs[outer.$ref.slice("#/$defs/".length)];
    const node = Yaml.isAlias(raw) ? raw.resolve(document) : raw;
    const offset = raw?.range?.[0] ?? 0;
    const depart = (message, fix, at = offset) => {
      departures.push({ path, offset: at, message, fix });
    };
    const name = nameOf(path);
    if (node) nodes.set(path.join("/"), node);
    if (!node || Yaml.isScalar(node) && node.value === null)
      return depart(`${name} is empty`, "write a value or remove the key");
    if (schema.type === "object") {
      if (!Yaml.isMap(node)) return depart(`${name} is ${kindOf(node)}`, "write a mapping of keys to values");
      return readMap(node, schema, path, depart);
    }
    if (schema.type === "array") {
      if (!Yaml.isSeq(node)) return depart(`${name} is ${kindOf(node)}`, 'write a list: one item a line after "- ", or [a, b]');
      if (node.items.length < (schema.minItems ?? 0)) depart(`${name} is an empty list`, "list something or remove the key");
      return node.items.map((item, i) => read(item, schema.items, [...path, i]));
    }
    if (!Yaml.isScalar(node)) return depart(`${name} is ${kindOf(node)}`, `write ${wanted(schema)}`);
    return readScalar(node.value, schema, name, depart);
  }
  function readMap(node, schema, path, depart) {
    const out = {};
    const known = schema.properties ?? {};
    const others = typeof schema.additionalProperties === "object" ? schema.additionalProperties : void 0;
    for (const pair of node.items) {
      const keyNode = pair.key;
      const key = Yaml.isScalar(keyNode) && typeof keyNode.value === "string" ? keyNode.value : "";
      const at = keyNode?.range?.[0];
      const inner = Object.hasOwn(known, key) ? known[key] : key === "" ? void 0 : others;
      if (inner) {
        out[key] = read(pair.value ?? keyNode, pair.value === null ? EMPTY : inner, [...path, key]);
      } else {
        const close = closest(key, Object.keys(known));
        const fix = close === void 0 ? `known keys are ${Object.keys(known).join(", ")}` : `did you mean ${close}?`;
        depart(`unknown key ${quoted(String(Yaml.isScalar(keyNode) ? keyNode.value : key))}`, fix, at);
      }
    }
    for (const key of schema.required ?? []) {
      if (!(key in out)) depart(`${nameOf(path)} has no ${key}`, `add ${key}: ${firstSentence(known[key])}`);
    }
    return out;
  }
  function firstSentence(property) {
    const schema = property?.$ref === void 0 ? property : root.$defs[property.$ref.slice("#/$defs/".length)];
    const description = schema?.description ?? "";
    return /^[^]*?\.(?= |$)/.exec(description)?.[0] ?? description;
  }
  const value = read(document.contents, root, []);
  return { value, departures, nodes };
}
var EMPTY = { type: "nothing" };
function readScalar(value, schema, name, depart) {
  if (schema === EMPTY) return depart(`${name} is empty`, "write a value or remove the key");
  const type = schema.enum ? "string" : schema.type;
  const fits = type === "integer" ? Number.isInteger(value) : typeof value === type;
  if (!fits) {
    const fix = type === "string" ? `put it in quotes, or write ${wanted(schema)}` : `write ${wanted(schema)}`;
    return depart(`${name} is ${quoted(String(value))}`, fix);
  }
  if (typeof value === "string") {
    if (schema.enum && !schema.enum.includes(value)) {
      const close = closest(value, schema.enum);
      return depart(
        `${name} cannot be ${quoted(value)}`,
        close === void 0 ? `write ${wanted(schema)}` : `did you mean ${close}?`
      );
    }
    if (value.length < (schema.minLength ?? 0)) return depart(`${name} is an empty text`, "write a text or remove the key");
    const longest = schema.maxLength ?? Number.POSITIVE_INFINITY;
    if (value.length > longest) return depart(`${name} has ${value.length} characters`, `keep it to ${longest}`);
    if (schema.pattern !== void 0 && !new RegExp(schema.pattern, "u").test(value)) {
      return depart(`${name} cannot be ${quoted(value)}`, schema.patternErrorMessage ?? `match ${schema.pattern}`);
    }
  }
  if (typeof value === "number" && (value < (schema.minimum ?? value) || value > (schema.maximum ?? value))) {
    return depart(`${name} is ${value}`, `write ${wanted(schema)}`);
  }
  return value;
}
function wanted(schema) {
  if (schema.enum) return `one of ${schema.enum.join(", ")}`;
  if (schema.type === "boolean") return "true or false";
  if (schema.type === "string") return "a text";
  const range = schema.minimum === void 0 ? "" : ` from ${schema.minimum} to ${schema.maximum}`;
  return `${schema.type === "integer" ? "a whole number" : "a number"}${range}`;
}
function nameOf(path) {
  const last = path.at(-1);
  if (last === void 0) return "the file";
  if (typeof last === "string") return last;
  const list = path.at(-2);
  return list === "rules" ? "the rule" : `item ${last + 1} of ${list}`;
}
function kindOf(node) {
  if ("items" in node) return "key" in (node.items[0] ?? {}) ? "a mapping" : "a list";
  return quoted(String(node.value));
}
function quoted(text2) {
  return text2.length > 60 ? `"${text2.slice(0, 60)}\u2026"` : `"${text2}"`;
}

// src/rules/load.ts
function parseRules(text2, file) {
  const lines2 = new Yaml2.LineCounter();
  const document = Yaml2.parseDocument(text2, { lineCounter: lines2, prettyErrors: false });
  const problems = [];
  const place = (offset) => {
    const { line, col } = lines2.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const failed = () => ({
    file: { provider: "", name: "", rules: [] },
    problems: sorted(problems),
    locate: () => ({ line: 1, column: 1 })
  });
  for (const error of document.errors) {
    problems.push({ file, ...place(error.pos[0]), message: firstLine(error.message), fix: fixOf(error.code) });
  }
  if (problems.length > 0) return failed();
  const { value, departures, nodes } = readBySchema(document, rule_schema_default);
  const { provider, name, rules: sources = [], ...head } = value ?? {};
  const bad = /* @__PURE__ */ new Set();
  const idOf = (i) => {
    const id = sources[i]?.id;
    return id === void 0 ? {} : { rule: id };
  };
  for (const { path, offset, message, fix } of departures) {
    const rule = path[0] === "rules" && typeof path[1] === "number" ? path[1] : void 0;
    if (rule !== void 0) bad.add(rule);
    problems.push({ file, ...place(offset), ...rule !== void 0 && idOf(rule), message, fix });
  }
  if (provider === void 0 || name === void 0 || sources.length === 0) return failed();
  const at = (i, path, index) => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = nodes.get(["rules", i, ...path.slice(0, depth)].join("/"));
      if (!node?.range) continue;
      const inText = index !== void 0 && depth === path.length && Yaml2.isScalar(node);
      return place(inText ? offsetInScalar(text2, node, index) : node.range[0]);
    }
    return { line: 1, column: 1 };
  };
  const kept = /* @__PURE__ */ new Map();
  const rules = [];
  for (const [i, source] of sources.entries()) {
    if (bad.has(i)) continue;
    const faults = faultsOf(source);
    if (kept.has(source.id))
      faults.push({ path: ["id"], message: `the id ${source.id} is used twice`, fix: "give each rule its own" });
    for (const { path, index, message, fix } of faults) {
      problems.push({ file, ...at(i, path, index), rule: source.id, message, fix });
    }
    if (faults.length > 0) continue;
    kept.set(source.id, i);
    rules.push(source);
  }
  return {
    file: { provider, name, ...head, rules },
    problems: sorted(problems),
    locate: (rule, path = ["id"], index) => at(kept.get(rule) ?? -1, path, index)
  };
}
function checkRules(parsed, options = {}) {
  const owners = /* @__PURE__ */ new Map();
  for (const id of options.known ?? []) owners.set(id, "the built-in rules");
  const problems = [];
  const report = (name, from, rule, { path, index, message, fix }) => {
    problems.push({ file: name, ...from.locate(rule, path, index), rule, message, fix });
  };
  for (const { name, rules } of parsed) {
    for (const { id } of rules.file.rules) {
      const owner = owners.get(id);
      const message = `the id ${id} is already used in ${owner}`;
      if (owner !== void 0) report(name, rules, id, { path: ["id"], message, fix: "give the rule another id" });
      else owners.set(id, name);
    }
  }
  for (const { name, rules } of parsed) {
    for (const rule of rules.file.rules) {
      for (const [i, companion] of (rule.companions ?? []).entries()) {
        if (owners.has(companion.rule)) continue;
        const close = closest(companion.rule, [...owners.keys()]);
        const fix = close === void 0 ? "name the id of a rule" : `did you mean ${close}?`;
        report(name, rules, rule.id, { path: ["companions", i, "rule"], message: `there is no rule ${companion.rule}`, fix });
      }
      if (!options.examples) continue;
      for (const fault of exampleFaults(rule, rules.file.rules, options.least)) report(name, rules, rule.id, fault);
    }
  }
  return problems;
}
function problemText({ file, line, column, rule, message, fix }) {
  return `${file}:${line}:${column}: ${rule === void 0 ? "" : `${rule}: `}${message} (${fix})`;
}
function sorted(problems) {
  return problems.sort((a, b) => a.line - b.line || a.column - b.column);
}
function firstLine(message) {
  return message.split("\n")[0];
}
function fixOf(code) {
  if (code === "DUPLICATE_KEY") return "keep one of the two";
  if (code === "MULTIPLE_DOCS") return "write one document a file";
  return "put texts that hold : # { } [ ] & * ! | > % @ or ` in single quotes, and indent with spaces";
}
function offsetInScalar(text2, node, index) {
  const [start, end] = node.range;
  const type = node.type;
  if (type === "PLAIN" || type === "QUOTE_SINGLE" || type === "QUOTE_DOUBLE") {
    let at2 = type === "PLAIN" ? start : start + 1;
    for (let i = 0; i < index && at2 < end; i++) {
      if (type === "QUOTE_SINGLE" && text2.startsWith("''", at2)) at2 += 2;
      else if (type === "QUOTE_DOUBLE" && text2[at2] === "\\") at2 += { x: 4, u: 6, U: 10 }[text2[at2 + 1]] ?? 2;
      else at2++;
    }
    return Math.min(at2, end);
  }
  const line = String(node.value).slice(0, index).split("\n");
  let at = start;
  for (let i = 0; i < line.length; i++) at = text2.indexOf("\n", at) + 1;
  while (text2[at] === " ") at++;
  return Math.min(at + line.at(-1).length, end);
}

export {
  callsOf,
  loadCalls,
  holesIn,
  textsOf,
  fillHoles,
  hostOf,
  isHostOpen,
  hostsOf,
  expandExamples,
  readBySchema,
  parseRules,
  checkRules,
  problemText
};
