const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  MAX_LENGTH,
  decodeToken,
  problemsOf
} from "./shared-tokens-decode.mjs";
import {
  json,
  readBiscuit,
  readBranca,
  readMacaroon,
  readPaseto
} from "./shared-tokens-capability.mjs";
import {
  MAX_DEPTH,
  isObject,
  own,
  plain,
  quoted,
  strings,
  text
} from "./shared-tokens-json.mjs";
import {
  require_node_crypto
} from "./shared-builtin-node-crypto.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/tokens/cloud.ts
var AWS_KINDS = {
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
var BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
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
var SAS_PERMISSIONS = {
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

// src/tokens/lifetime.ts
var HOUR = 3600;
var DAY = 24 * HOUR;
var LIFETIMES = [
  ["short", HOUR],
  ["medium", DAY],
  ["long", 30 * DAY],
  ["very-long", Number.POSITIVE_INFINITY]
];
var SINCE_ISSUE = { "dpop-proof": 300, logout: 120 };
var LAST_SECONDS = 1e11;
var SKEW = 60;
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

// src/tokens/personal.ts
var PERSONAL = new Map(
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
  }).flatMap(([kind, names]) => names.split(" ").map((name) => [name, kind]))
);
var PERSONS = /* @__PURE__ */ new Set([
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
var KEY_MEMBERS = /* @__PURE__ */ new Set(["d", "p", "q", "dp", "dq", "qi", "oth", "k"]);
var SECRET_NAME = /^(.*[_-])?(password|passwd|secret|client_secret|private_?key|api_?key|access_?token|refresh_?token|id_?token|auth_?token|session_?token|secret_?key|credential)$/i;
var EMAIL = /^[^\s@"'<>]{1,64}@[^\s@"'<>.]+(\.[^\s@"'<>.]+){1,8}$/;
var MACHINE = /(\.gserviceaccount\.com|@clients)$/;
var COMPACT_TOKEN = /^[\w-]{10,}\.[\w-]{2,}\.[\w-]*$/;
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
    return isObject(value) ? copy(value, depth, name) : value;
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

// src/tokens/issuer.ts
var MAX_SUBJECT = 512;
var MAX_ITEMS = 64;
var HOLES = {
  "": "[\\w~-]+",
  ".": "[\\w.~-]+",
  "^": "[A-Z0-9]+",
  "9": "\\d+",
  "#": "[0-9a-f]{16,}",
  "*": "\\S+"
};
var preparedConditions = /* @__PURE__ */ new WeakMap();
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
function match(pattern, subject) {
  return subject.length > MAX_SUBJECT ? void 0 : matchCompiled(compile(pattern), subject);
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
var STANDARD_REMEDY = "Ask the issuer: its metadata names a revocation_endpoint (RFC 7009) when it has one, and an introspection_endpoint (RFC 7662) that tells whether the token is still taken. Where neither exists, end the session or grant it came from, or rotate the signing key.";
var UNKNOWN_REMEDY = "The token names no issuer that can be asked: find the service whose key signed it and rotate that key.";

// src/tokens/power.ts
var PRIVILEGES = ["admin", "write", "unknown", "read", "public"];
var SCOPES = ["scope", "scp", "scopes", "permissions", "permission", "entitlements"];
var ROLES = [
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
var FLAGS = ["admin", "is_admin", "isAdmin", "is_superuser", "isSuperuser", "superuser", "super_admin", "is_staff", "root"];
var WORDS = {
  admin: "admin administrator administrators admins administer administration superuser superusers superadmin sysadmin root owner owners sudo god impersonate impersonation fullaccess allaccess",
  write: "write writer writes initiate initiation create creator update delete remove manage manager edit editor modify push put patch readwrite execute exec invoke upload publish publisher contributor maintainer approve cancel refund transfer rotate assign restore",
  weak: "deploy deployer run post send invite maintain developer operator control charge payments pay import sign submit trigger moderator staff service api",
  read: "read reader reads view viewer get list readonly watch select pull search download export subscribe user users member members basic openid profile email phone address identify whoami audit auditor authenticated",
  public: "anon anonymous public guest unauthenticated"
};
var LEVEL_OF_WORD = new Map(
  Object.entries(WORDS).flatMap(([level, words]) => words.split(" ").map((word) => [word, level]))
);
var KNOWN = [
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
var MAX_REASONS = 8;
var MAX_GRANTS = 1e3;
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
  for (const flag of FLAGS)
    if (own(claims, flag) === true)
      judged.push({ level: flag === "is_staff" ? "write" : "admin", reason: `the claim ${flag} is true` });
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
      if (name === "*") return Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
      const member = isObject(value) ? own(value, name) : void 0;
      return member === void 0 ? [] : [member];
    });
  }
  return values;
}
function scopeStrings(values) {
  return values.flatMap(strings).flatMap((value) => value.split(/[\s,]+/).filter(Boolean));
}
function clientRoles(claims) {
  const access = own(claims, "resource_access");
  if (!isObject(access)) return [];
  return Object.entries(access).flatMap(
    ([client, value]) => isObject(value) ? strings(own(value, "roles")).map((role) => `${client}:${role}`) : []
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
    if (!isObject(detail)) return [];
    const type = text(detail, "type") ?? "any";
    const name = text(detail, "name") ?? text(detail, "identifier");
    const actions = strings(own(detail, "actions"));
    const target = name === void 0 ? type : `${type}:${name}`;
    return actions.length > 0 ? actions.map((action) => `${target}:${action}`) : [target];
  });
}
function actorOf(claims) {
  const act = own(claims, "act");
  return isObject(act) ? text(act, "sub") ?? text(act, "client_id") : void 0;
}
function unique(values) {
  return [...new Set(values)].slice(0, MAX_GRANTS);
}

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
var READERS = [
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
var FORMATS = [
  readPaseto,
  (text2) => readMacaroon(text2.replace(/^pypi-/, "")),
  readBiscuit,
  readItsDangerous,
  readBranca
];
var GITLAB_KEYS = { c: "cell", g: "group", o: "organization", p: "project", t: "type", u: "user" };
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
var SLACK_KINDS = {
  b: "bot",
  p: "user",
  a: "workspace",
  s: "session",
  c: "browser session",
  o: "legacy",
  r: "refresh"
};
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
var DISCORD_EPOCH = 1420070400;
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
var NATS_ROLES = { A: "account", C: "cluster", N: "server", O: "operator", U: "user", X: "curve" };
function readNats(text2) {
  const role = /^S([ACNOUX])[A-Z2-7]{56}$/.exec(text2)?.[1];
  return role === void 0 ? void 0 : {
    provider: "NATS",
    kind: `NATS ${NATS_ROLES[role]} seed (private key)`,
    algorithm: "Ed25519",
    claims: { role: NATS_ROLES[role] }
  };
}
var PARTS = [
  [/^[0-9a-f]{32}-(us\d{1,2})$/, "Mailchimp", "Mailchimp API key", "dataCenter"],
  [/^pat-(na\d|eu\d|ap\d)-[0-9a-f-]{36}$/, "HubSpot", "HubSpot private app token", "region"],
  [/^(pat[A-Za-z0-9]{14})\.[0-9a-f]{64}$/, "Airtable", "Airtable personal access token", "tokenId"],
  [/^(SK[0-9a-f]{32})$/, "Twilio", "Twilio API key id", "keyId"],
  [/^(AC[0-9a-f]{32})$/, "Twilio", "Twilio account id", "account"],
  [/^(eu01|gov|jp01)xx[0-9a-f]{30,36}NRAL$/, "New Relic", "New Relic license key", "region"],
  [/^cloudinary:\/\/\d+:[\w-]+@([\w-]+)$/, "Cloudinary", "Cloudinary URL", "cloud"],
  [/^syt_([A-Za-z0-9+/_=]+)_[A-Za-z]{20}_[0-9A-Za-z]{6}$/, "Matrix", "Matrix (Synapse) access token", "user"]
];
function readParts(text2) {
  const postman = /^PMAK-([0-9a-f]{8})[0-9a-f]{16}-[0-9a-f]{34}$/.exec(text2)?.[1];
  if (postman !== void 0)
    return { provider: "Postman", kind: "Postman API key", claims: {}, issuedAt: Number.parseInt(postman, 16) };
  for (const [pattern, provider, kind, name] of PARTS) {
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

// src/tokens/binding.ts
var import_node_crypto = __toESM(require_node_crypto(), 1);
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
function bindingOf(header, claims, type) {
  const cnf = own(claims, "cnf");
  if (isObject(cnf)) {
    const jkt = text(cnf, "jkt");
    if (jkt !== void 0) return { method: "dpop", thumbprint: jkt };
    const certificate = text(cnf, "x5t#S256");
    if (certificate !== void 0) return { method: "mtls", thumbprint: certificate };
    const jwk = own(cnf, "jwk");
    if (isObject(jwk)) return withThumbprint(jwk);
    if (text(cnf, "jwe") !== void 0 || text(cnf, "kid") !== void 0 || text(cnf, "jku") !== void 0)
      return { method: "jwk" };
  }
  const shown = own(header, "jwk");
  return type === "dpop-proof" && isObject(shown) ? withThumbprint(shown) : { method: "none" };
}
function withThumbprint(jwk) {
  const thumbprint = jwkThumbprint(jwk);
  return { method: "jwk", ...thumbprint !== void 0 && { thumbprint } };
}
function boundTo({ method, thumbprint }, keys2) {
  if (thumbprint === void 0) return void 0;
  return keys2.find((key) => method === "mtls" ? key.certificates.includes(thumbprint) : key.thumbprint === thumbprint)?.index;
}

// src/tokens/type.ts
var MEDIA_TYPES = /* @__PURE__ */ new Map([
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
var NAMED = /* @__PURE__ */ new Map([
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
var NAMING_CLAIMS = ["typ", "token_use", "token_type", "tokenType", "type", "use", "kind"];
var LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";
var EVIDENCE = [
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
  if (isObject(events)) {
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
  const has = (name) => own(claims, name) !== void 0;
  const one = (type, reason) => ({ type, reasons: [reason] });
  if (has("htm") && has("htu")) return one("dpop-proof", "it names one request (htm, htu: RFC 9449)");
  if (has("vc") || has("vp") || has("vct")) return one("credential", "it holds a verifiable credential (vc, vp or vct)");
  if (has("response_type") && has("client_id"))
    return one("authorization-request", "it holds the parameters of an authorization request (RFC 9101)");
  if (text(claims, "sub")?.startsWith("system:serviceaccount:") || has("kubernetes.io"))
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
  for (const [type, names, weight, sentence] of EVIDENCE) {
    const found = names.filter((name) => own(claims, name) !== void 0);
    if (found.length === 0) continue;
    const entry = sums.get(type) ?? { sum: 0, reasons: [] };
    entry.sum += weight;
    entry.reasons.push(`${sentence} (${found.join(", ")})`);
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
  const encrypted = innermost.format === "jwe";
  const kind = kindOf(innermost.header, encrypted ? void 0 : claims, recognised);
  const lifetime = lifetimeOf(encrypted ? void 0 : claims, kind.type, {
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
      ...encrypted ? ["what it allows is encrypted"] : power.privilegeReasons,
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

// src/tokens/keyring.ts
var import_node_crypto3 = __toESM(require_node_crypto(), 1);

// src/tokens/ssh-key.ts
var import_node_crypto2 = __toESM(require_node_crypto(), 1);
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
var WORDS2 = "secret,my secret,mysecret,your secret,super secret,jwt secret,jwt,token,token secret,key,secret key,my secret key,your secret key,jwt secret key,secret token,private key,signing key,signing secret,password,changeme,change me,changeit,default,example,sample,demo,test,test secret,test key,testing,dev,development,production,staging,local,admin,root,user,guest,login,auth,auth secret,app,app secret,app key,api,api key,api secret,session secret,cookie secret,shared secret,client secret,hmac,hmac secret,hs256,nodejs,node,express,react,angular,vue,nest,nestjs,next,nextauth,spring,springboot,java,kotlin,django,flask,fastapi,python,rails,ruby,laravel,php,symfony,golang,go,rust,dotnet,csharp,graphql,mongo,mongodb,postgres,redis,docker,kubernetes,supabase,firebase,hasura,keycloak,gateway,backend,server,service,company,acme,website,blog,todo,shop";
var ENDS = ["", "1", "123", "1234", "12345", "123456", "!", "@123", "key", "_key", "-key", "secret", "_secret", "-secret"];
function wellKnownKeys() {
  keys ??= make();
  return keys;
}
var keys;
function make() {
  const all = new Set(PUBLISHED);
  for (const words of WORDS2.split(",")) {
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
    hmac: found.length === 0 ? wellKnown() : unique2([...found, ...wellKnown()]),
    private: keys2.flatMap((key, index) => privateKey(key, index, issued)),
    complete: secrets.length <= MAX_SECRETS && privateKeys.length <= MAX_PRIVATE_KEYS && certificates.length <= MAX_CERTIFICATES
  };
}
var known;
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
function parseJwk(json2) {
  try {
    const value = JSON.parse(json2);
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
var import_node_crypto5 = __toESM(require_node_crypto(), 1);

// src/tokens/hmac.ts
var import_node_crypto4 = __toESM(require_node_crypto(), 1);
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

// src/tokens/weakkeys.ts
var HMAC = { HS256: "sha256", HS384: "sha384", HS512: "sha512" };
var MAX_TRIES = 2e5;
var MAX_BYTES = 128 * 1024 * 1024;
var MAX_CHECKS = 500;
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
var CURVES2 = { ES256: "prime256v1", ES256K: "secp256k1", ES384: "secp384r1", ES512: "secp521r1" };
var EDWARDS2 = { EdDSA: ["ed25519", "ed448"], Ed25519: ["ed25519"], Ed448: ["ed448"] };
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
    if (Object.hasOwn(EDWARDS2, algorithm)) return (0, import_node_crypto5.verify)(null, data, key, bytes);
    if (algorithm.startsWith("ES")) return (0, import_node_crypto5.verify)(hash2, data, { key, dsaEncoding: "ieee-p1363" }, bytes);
    if (algorithm.startsWith("RS")) return (0, import_node_crypto5.verify)(hash2, data, key, bytes);
    const padding = { padding: import_node_crypto5.constants.RSA_PKCS1_PSS_PADDING, saltLength: import_node_crypto5.constants.RSA_PSS_SALTLEN_DIGEST };
    return (0, import_node_crypto5.verify)(hash2, data, { key, ...padding }, bytes);
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

// src/tokens/claims.ts
var CLAIMS = new Map(
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
var TIME_CLAIMS = /* @__PURE__ */ new Set([
  "exp",
  "nbf",
  "iat",
  "auth_time",
  "toe",
  "updated_at",
  "warnafter",
  "tokenExp"
]);

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
  const lines = [];
  const add = (section, label, text2, tone = "plain") => {
    if (text2 !== void 0 && text2 !== "") lines.push({ section, label, text: plain(text2), tone });
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
  return lines;
}
var FORMATS2 = {
  jws: "a signed token (JWS)",
  jwe: "an encrypted token (JWE)",
  "jws-json": "a signed token in JSON (JWS)",
  "jwt-unsecured": "an unsigned token (unsecured JWT)",
  opaque: "a credential of its own format"
};
var TYPES = {
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
var POWER = {
  admin: "to administer",
  write: "to change things",
  read: "to read",
  public: "what everyone may",
  unknown: "not known"
};
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
  const names = {
    dpop: "a key, by DPoP (RFC 9449)",
    mtls: "a client certificate, by mutual TLS (RFC 8705)",
    jwk: "a key (RFC 7800)"
  };
  return `${names[method]}${thumbprint === void 0 ? "" : `, thumbprint ${quoted(thumbprint)}`}: of no use without it`;
}
function steps(token) {
  const has = (...codes) => token.problems.some(({ code }) => codes.includes(code));
  const done = [];
  if (has("demo-key", "example-token")) return ["Nothing, as long as no service on a network takes it."];
  if (has("weak-hmac-key", "signing-key-in-repo", "embedded-private-key")) {
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
var UNITS = [
  ["year", 365.25 * 86400],
  ["month", 30.4375 * 86400],
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1]
];
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

export {
  match,
  findIssuer,
  fill,
  metadataUrls,
  explainOpaque,
  explainToken,
  keyRing,
  findHmacKey,
  findSigningKey,
  findKeys,
  explainText,
  unwrap,
  card
};
