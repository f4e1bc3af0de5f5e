const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  require_promises
} from "./shared-builtin-node-fs-promises.mjs";
import {
  callsOf,
  fillHoles,
  holesIn,
  hostOf,
  hostsOf,
  isHostOpen,
  loadCalls,
  parseRules,
  textsOf
} from "./shared-patterns-rule.schema.mjs";
import {
  require_dist
} from "./shared-yaml-dist-parse-parser.mjs";
import {
  streamObjects
} from "./shared-sources-git-batch.mjs";
import {
  readStdin
} from "./shared-cli-stdin.mjs";
import {
  explainToken,
  fill,
  findIssuer,
  match,
  metadataUrls
} from "./shared-tokens-opaque.mjs";
import {
  loadIssuerTable
} from "./shared-tokens-issuer-table.mjs";
import {
  fingerprint
} from "./shared-fingerprint.mjs";
import {
  compactVerify,
  decodeToken,
  errors_exports,
  importJWK,
  isNone
} from "./shared-tokens-decode.mjs";
import {
  VERSION,
  runScan
} from "./shared-sources-list.mjs";
import {
  CoverageLedger
} from "./shared-sources-ledger.mjs";
import {
  loadSheets
} from "./shared-rules-catalogue.mjs";
import {
  byImportance
} from "./shared-order.mjs";
import {
  isObject,
  own,
  strings,
  text
} from "./shared-tokens-json.mjs";
import {
  openRepo
} from "./shared-sources-git-repo.mjs";
import {
  require_node_crypto
} from "./shared-builtin-node-crypto.mjs";
import {
  createView
} from "./shared-report-view.mjs";
import {
  companionLine,
  covered,
  decodingOf,
  digits,
  historyLine,
  place,
  relatedLine,
  remedyLine,
  skipNotes,
  summaryLine,
  suppressionLine,
  tokenFacts,
  verificationLine
} from "./shared-report-text.mjs";
import {
  columns,
  cutEnd,
  cutStart,
  require_node_util,
  wantsColor,
  wrap
} from "./shared-report-columns.mjs";
import {
  isGuessable,
  redactText
} from "./shared-report-redact.mjs";
import {
  displayPath
} from "./shared-path.mjs";
import {
  EXIT,
  summarize
} from "./shared-judge-policy.mjs";
import {
  require_node_path
} from "./shared-builtin-node-path.mjs";
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  UsageError
} from "./shared-errors.mjs";
import {
  SEVERITIES
} from "./shared-model.mjs";
import {
  __commonJS,
  __toESM
} from "./shared-runtime.mjs";

// builtin:node:timers/promises
var require_promises2 = __commonJS({
  "builtin:node:timers/promises"(exports, module) {
    module.exports = process.getBuiltinModule("node:timers/promises");
  }
});

// builtin:node:dns
var require_node_dns = __commonJS({
  "builtin:node:dns"(exports, module) {
    module.exports = process.getBuiltinModule("node:dns");
  }
});

// builtin:node:http
var require_node_http = __commonJS({
  "builtin:node:http"(exports, module) {
    module.exports = process.getBuiltinModule("node:http");
  }
});

// builtin:node:https
var require_node_https = __commonJS({
  "builtin:node:https"(exports, module) {
    module.exports = process.getBuiltinModule("node:https");
  }
});

// builtin:node:net
var require_node_net = __commonJS({
  "builtin:node:net"(exports, module) {
    module.exports = process.getBuiltinModule("node:net");
  }
});

// builtin:node:tls
var require_node_tls = __commonJS({
  "builtin:node:tls"(exports, module) {
    module.exports = process.getBuiltinModule("node:tls");
  }
});

// src/cli/verify.ts
var import_node_fs4 = __toESM(require_node_fs(), 1);

// src/report/pretty.ts
var import_node_util = __toESM(require_node_util(), 1);
var SEVERITY_STYLE = {
  critical: ["bold", "red"],
  high: "red",
  medium: "yellow",
  low: "cyan",
  info: "gray"
};
var SECRET_STYLE = "red";
var NARROWEST = 48;
var WIDEST_TEXT = 120;
var LABEL = 9;
var MOST_PLACES = 5;
var renderPretty = (view) => {
  const paint = view.color ? (style, text2) => (0, import_node_util.styleText)(style, text2, { validateStream: false }) : (_style, text2) => text2;
  const shown = view.report.findings.filter(({ suppressed }) => view.showSuppressed || !suppressed);
  const blocks = shown.map((finding) => findingBlock(view, finding, paint));
  return `${[...blocks, closing(view, paint)].map((lines) => lines.join("\n")).join("\n\n")}
`;
};
function findingBlock(view, finding, paint) {
  const width = textWidth(view);
  const shown = cutEnd(displayPath(finding.secret.value ?? finding.secret.redacted), width - 2);
  const title = displayPath(finding.title);
  const head = `${paint(SEVERITY_STYLE[finding.severity], finding.severity)} ${paint("bold", title)}`;
  const fits2 = columns(`${finding.severity} ${title}  ${shown}`) <= width;
  const lines = fits2 ? [`${head}  ${shown}`] : [head, `  ${shown}`];
  const [first, ...others] = finding.locations.filter(({ suppressed }) => !suppressed);
  const accepted = finding.locations.filter(({ suppressed }) => suppressed);
  if (first) lines.push(`  ${paint("cyan", placeOf(first))}`, ...codeFrame(view, first, paint));
  const label = (name, text2) => {
    if (text2 !== "") lines.push(...labelled(name, displayPath(text2), width, paint));
  };
  if (others.length > 0) label("also", placesOf(others));
  for (const location of accepted.slice(0, MOST_PLACES)) label("accepted", `${place(location)}, ${suppressionLine(location)}`);
  if (finding.suppressed) label("accepted", suppressionLine(finding));
  label("why", `${finding.confidence} confidence. ${finding.reasons.map(({ text: text2 }) => text2).join(" ")}`.trim());
  if (finding.token) {
    label(
      "token",
      tokenFacts(finding.token).map(([name, value]) => `${name} ${value}`).join(" \xB7 ")
    );
    for (const problem of finding.token.problems) label("", `${problem.severity}: ${problem.text}`);
  }
  label("related", relatedLine(finding, view.report));
  if (finding.history) label("history", historyLine(finding.history));
  label("with", companionLine(finding));
  label("verified", verificationLine(finding));
  label("fix", remedyLine(finding));
  label("id", finding.id);
  return lines;
}
function placeOf(location) {
  const notes = [location.commit === void 0 ? "" : `commit ${location.commit.slice(0, 12)}`, decodingOf(location)];
  return displayPath([place(location), ...notes.filter(Boolean)].join(", "));
}
function placesOf(locations) {
  const more = locations.length - MOST_PLACES;
  const listed = locations.slice(0, MOST_PLACES).map(place).join(", ");
  return more > 0 ? `${listed} and ${digits(more)} more` : listed;
}
function labelled(name, text2, width, paint) {
  return wrap(text2, width - LABEL - 2).map((line, at) => `  ${paint("dim", (at === 0 ? name : "").padEnd(LABEL))}${line}`);
}
function codeFrame(view, location, paint) {
  const frame = view.frame(location);
  if (!frame) return [];
  const number = String(location.startLine);
  const width = Math.max(NARROWEST, view.width) - number.length - 7;
  const secret = cutEnd(printable(frame.secret), width);
  const room = width - columns(secret);
  const [left, right] = [printable(frame.before).trimStart(), printable(frame.after).trimEnd()];
  const before = cutStart(left, Math.max(room - columns(right), Math.floor(room * 2 / 3)));
  const after = cutEnd(right, room - columns(before));
  return [
    `    ${paint("dim", `${number} \u2502`)} ${before}${paint(SECRET_STYLE, secret)}${after}`,
    `    ${paint("dim", `${" ".repeat(number.length)} \u2502`)} ${" ".repeat(columns(before))}${paint(SECRET_STYLE, "~".repeat(columns(secret)))}`
  ];
}
function printable(source) {
  return displayPath(source.replace(/\t/g, " "));
}
function closing(view, paint) {
  const { coverage, summary, tool } = view.report;
  const width = textWidth(view);
  const notes = skipNotes(coverage, displayPath);
  const clean2 = summary.findings === 0 && coverage.complete;
  const verdict = summaryLine(view.report);
  const lines = [
    paint(
      clean2 ? "green" : "bold",
      summary.findings === 0 && !coverage.complete ? `${verdict}, but the scan is not complete` : verdict
    ),
    `Scanned ${covered(coverage)} with ${digits(tool.rules)} rules${coverage.complete ? "" : paint(["bold", "yellow"], ": INCOMPLETE")}`
  ];
  for (const { gap, text: text2 } of notes) {
    wrap(text2, width - 2).forEach((line, at) => {
      const mark = at > 0 ? "  " : gap ? "! " : "\xB7 ";
      lines.push(paint(gap ? ["bold", "yellow"] : "dim", mark + line));
    });
  }
  return lines;
}
function textWidth(view) {
  return Math.min(WIDEST_TEXT, Math.max(NARROWEST, view.width));
}

// src/report/index.ts
var RENDERERS = {
  // The default is at hand at once.
  pretty: () => Promise.resolve(renderPretty),
  json: async () => (await import("./shared-report-json.mjs")).renderJson,
  jsonl: async () => (await import("./report-jsonl.mjs")).renderJsonl,
  sarif: async () => (await import("./report-sarif.mjs")).renderSarif,
  html: async () => (await import("./report-html.mjs")).renderHtml,
  markdown: async () => (await import("./report-markdown.mjs")).renderMarkdown,
  junit: async () => (await import("./report-junit.mjs")).renderJunit,
  csv: async () => (await import("./report-csv.mjs")).renderCsv,
  gitlab: async () => (await import("./report-gitlab.mjs")).renderGitlab
};
var FORMATS = Object.keys(RENDERERS);
async function render(format, report, context) {
  const renderer = await RENDERERS[format]();
  return renderer(createView(report, context));
}

// src/verify/assertion.ts
var import_node_crypto = __toESM(require_node_crypto(), 1);
var SCOPE = "https://www.googleapis.com/auth/userinfo.email";
var LIFETIME = 300;
function signAssertion(pem, account, audience, now) {
  let key;
  try {
    key = (0, import_node_crypto.createPrivateKey)(pem.replace(/\\+n/g, "\n"));
  } catch {
    return void 0;
  }
  if (key.asymmetricKeyType !== "rsa") return void 0;
  const issued = Math.floor(now.getTime() / 1e3);
  const claims = { iss: account, scope: SCOPE, aud: audience, iat: issued, exp: issued + LIFETIME };
  const input = [{ alg: "RS256", typ: "JWT" }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  return `${input}.${(0, import_node_crypto.sign)("sha256", Buffer.from(input), key).toString("base64url")}`;
}

// src/verify/sharedkey.ts
var import_node_crypto2 = __toESM(require_node_crypto(), 1);
var VERSION2 = "2021-08-06";
function signSharedKey(request, key) {
  const { method, url, now } = request;
  const account = url.hostname.split(".")[0];
  const headers = { ...request.headers, "x-ms-date": now.toUTCString(), "x-ms-version": VERSION2 };
  const signed = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]).filter(([name]) => name.startsWith("x-ms-")).sort(([a], [b]) => a < b ? -1 : 1).map(([name, value]) => `${name}:${value}`);
  const query = [...url.searchParams].map(([name, value]) => `${name.toLowerCase()}:${value}`).sort((a, b) => a < b ? -1 : 1);
  const text2 = [method, ...Array.from({ length: 11 }, () => ""), ...signed, `/${account}${url.pathname}`, ...query].join("\n");
  const signature = (0, import_node_crypto2.createHmac)("sha256", Buffer.from(key, "base64")).update(text2, "utf8").digest("base64");
  return { ...headers, Authorization: `SharedKey ${account}:${signature}` };
}

// src/verify/sigv4.ts
var import_node_crypto3 = __toESM(require_node_crypto(), 1);
var sha256 = (text2) => (0, import_node_crypto3.createHash)("sha256").update(text2, "utf8").digest("hex");
var hmac = (key, text2) => (0, import_node_crypto3.createHmac)("sha256", key).update(text2, "utf8").digest();
function signAws(request, credentials) {
  const { method, url, body, region, service, now } = request;
  const time = now.toISOString().replace(/[-:]|\.\d{3}/g, "");
  const date = time.slice(0, 8);
  const headers = {
    ...request.headers,
    "X-Amz-Date": time,
    ...credentials.sessionToken !== void 0 && { "X-Amz-Security-Token": credentials.sessionToken }
  };
  const signed = Object.entries({ ...headers, Host: url.host }).map(([name, value]) => [name.toLowerCase(), value.trim().replace(/\s+/g, " ")]).sort(byCodeUnit);
  const names = signed.map(([name]) => name).join(";");
  const canonical = [
    method,
    url.pathname.split("/").map(strictEncode).join("/"),
    canonicalQuery(url),
    ...signed.map(([name, value]) => `${name}:${value}`),
    "",
    names,
    sha256(body)
  ].join("\n");
  const scope = `${date}/${region}/${service}/aws4_request`;
  const key = [date, region, service, "aws4_request"].reduce(hmac, `AWS4${credentials.secretAccessKey}`);
  const signature = hmac(key, `AWS4-HMAC-SHA256
${time}
${scope}
${sha256(canonical)}`).toString("hex");
  const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  return { ...headers, Authorization: authorization };
}
function canonicalQuery(url) {
  return [...url.searchParams].map(([name, value]) => [strictEncode(name), strictEncode(value)]).sort(byCodeUnit).map((pair) => pair.join("=")).join("&");
}
function strictEncode(text2) {
  return encodeURIComponent(text2).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
function byCodeUnit(a, b) {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  return a[1] < b[1] ? -1 : 1;
}

// src/verify/request.ts
var AWS_PARTS = ["aws-access-key-id", "aws-temporary-access-key-id", "aws-session-token"];
var GOOGLE_ACCOUNT = "gcp-service-account-email";
var SIGN_PARTS = {
  "aws-sigv4": AWS_PARTS,
  "azure-shared-key": [],
  "google-assertion": [GOOGLE_ACCOUNT]
};
var LABEL2 = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
function companionsOf(call) {
  const named = [...textsOf(call), ...call.identity ?? []].flatMap(holesIn).flatMap((hole) => hole.startsWith("rule:") ? [hole.slice("rule:".length)] : []);
  return [.../* @__PURE__ */ new Set([...named, ...call.host ? [call.host.beside] : [], ...call.sign ? SIGN_PARTS[call.sign] : []])];
}
function requestOf(call, values, now, address = call.url) {
  const all = new Map(values);
  const secret = values.get("secret") ?? "";
  if (call.parts !== void 0) {
    const groups = new RegExp(`^(?:${call.parts})$`).exec(secret)?.groups;
    if (!groups) return { unaskable: "it has not the form that the request needs" };
    for (const [name, value] of Object.entries(groups)) if (value !== void 0) all.set(name, value);
  }
  if (call.sign === "google-assertion") {
    const account = values.get(`rule:${GOOGLE_ACCOUNT}`);
    if (account === void 0) return { unaskable: "the account that it belongs to was not found beside it" };
    const assertion = signAssertion(secret, account, address, now);
    if (assertion === void 0) return { unaskable: "it is no RSA key that can be read" };
    all.set("assertion", assertion);
  }
  const holes = new Set(textsOf({ ...call, url: address }).flatMap(holesIn));
  for (const hole of holes) {
    const value = all.get(hole);
    if (value === void 0) return { unaskable: `${hole.replace("rule:", "")} was not found beside it` };
    if (!/^[\x21-\x7e]+$/.test(value) || /^\.{1,2}$/.test(value)) {
      return { unaskable: "it holds characters that no request can carry" };
    }
  }
  const [, origin = "", rest = ""] = /^(https:\/\/[^/?]*)(.*)$/s.exec(address) ?? [];
  if (holesIn(origin).some((hole) => !LABEL2.test(all.get(hole)))) return { unaskable: "what is found of its host is no host" };
  const fill2 = (text3, encode) => fillHoles(text3, all, encode) ?? "";
  const method = call.method ?? "GET";
  const full = fill2(origin) + fill2(rest, inUrl);
  if (!URL.canParse(full)) return { unaskable: "it has not the form that the request needs" };
  const url = new URL(full);
  const headers = {};
  for (const header of call.headers ?? []) {
    const colon = header.indexOf(": ");
    headers[header.slice(0, colon)] = fill2(header.slice(colon + 2));
  }
  if (call.basic !== void 0) headers["Authorization"] = `Basic ${Buffer.from(fill2(call.basic)).toString("base64")}`;
  const body = bodyOf(call, fill2);
  if (body) headers["Content-Type"] = body.type;
  const text2 = body?.text ?? (method === "POST" ? "" : void 0);
  const request = { method, url, headers, ...text2 !== void 0 && { body: text2 } };
  if (call.sign === "azure-shared-key") return { ...request, headers: signSharedKey({ method, url, headers, now }, secret) };
  if (call.sign !== "aws-sigv4") return request;
  const credentials = awsCredentials(secret, values);
  if ("unaskable" in credentials) return credentials;
  const signing = { method, url, headers, body: text2 ?? "", ...awsPlace(url), now };
  return { ...request, headers: signAws(signing, credentials) };
}
function awsPlace({ hostname }) {
  const [service = "", region = ""] = hostname.split(".");
  return { service, region: region === "amazonaws" ? "us-east-1" : region };
}
function bodyOf(call, fill2) {
  if (call.json !== void 0) {
    return { type: "application/json", text: fill2(call.json, (value) => JSON.stringify(value).slice(1, -1)) };
  }
  if (!call.form) return void 0;
  const form = new URLSearchParams();
  for (const field of call.form) {
    const equals = field.indexOf("=");
    form.append(field.slice(0, equals), fill2(field.slice(equals + 1)));
  }
  return { type: "application/x-www-form-urlencoded", text: form.toString() };
}
function inUrl(value) {
  return encodeURIComponent(value).replaceAll("%3A", ":");
}
function awsCredentials(secretAccessKey, values) {
  const lasting = values.get("rule:aws-access-key-id");
  if (lasting !== void 0) return { accessKeyId: lasting, secretAccessKey };
  const temporary = values.get("rule:aws-temporary-access-key-id");
  if (temporary === void 0) return { unaskable: "no access key id was found beside it" };
  const sessionToken = values.get("rule:aws-session-token");
  if (sessionToken === void 0) return { unaskable: "its session token was not found beside it" };
  return { accessKeyId: temporary, secretAccessKey, sessionToken };
}

// src/verify/severity.ts
var INACTIVE = SEVERITIES.indexOf("low");
function withVerification(finding, { bound, ...verification }) {
  const rank = SEVERITIES.indexOf(finding.severity);
  const known = { ...finding, verification };
  const because = (code, text2) => [{ code, text: text2 }, ...finding.reasons];
  switch (verification.state) {
    case "active": {
      const raised = bound || finding.severity === "info" ? rank : Math.max(rank - 1, 0);
      const text2 = verification.by === "jwks" ? "It is genuine and has not expired." : "It was taken when it was verified.";
      return { ...known, severity: SEVERITIES[raised], confidence: "certain", reasons: because("verified-active", text2) };
    }
    case "inactive": {
      const severity = SEVERITIES[Math.max(rank, INACTIVE)];
      return { ...known, severity, reasons: because("verified-inactive", "It was not taken when it was verified.") };
    }
    default:
      return known;
  }
}

// src/verify/custom.ts
var import_promises = __toESM(require_promises(), 1);
var import_node_path = __toESM(require_node_path(), 1);

// src/verify/hosts.ts
var HOST = /^(?:localhost|(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,10}[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)(?::\d{1,5})?$/;
function parseHosts(values, providers) {
  const byProvider = /* @__PURE__ */ new Map();
  const plain2 = [];
  for (const value of values) {
    const equals = value.indexOf("=");
    const [provider, given] = equals < 0 ? [void 0, value] : [value.slice(0, equals), value.slice(equals + 1)];
    const host = given.toLowerCase();
    if (!HOST.test(host))
      throw new UsageError(`--host ${value}: write a host name, as git.example.com or gitlab=git.example.com`);
    if (provider === void 0) plain2.push(host);
    else if (providers.has(provider)) byProvider.set(provider, [...byProvider.get(provider) ?? [], host]);
    else {
      const known = [...providers].sort().join(", ");
      throw new UsageError(`--host ${value}: nothing can be asked of ${provider} at another host; it works for ${known}`);
    }
  }
  return { byProvider, plain: plain2 };
}
function takesHost(call) {
  return call.hosted !== void 0 || isHostOpen(call);
}
function addressesOf(call, values, named, provider) {
  const at = (url, host) => url.replace(/^https:\/\/[^/?]+/, `https://${host}`);
  if (named.length > 0 && takesHost(call)) return named.map((host) => at(call.hosted ?? call.url, host));
  if (!isHostOpen(call)) return [call.url, ...(call.elsewhere ?? []).map((host) => at(call.url, host))];
  if (!call.host) return { unaskable: `it belongs to a server of its owner; name it with --host ${provider}=HOST` };
  const found = values.get(`rule:${call.host.beside}`)?.toLowerCase();
  if (found === void 0)
    return { unaskable: `the host that it belongs to was not found beside it; name it with --host ${provider}=HOST` };
  if (!call.host.in.some((pattern) => hostPattern(pattern).test(found))) {
    return { unaskable: `${found} is no host of its provider; name it with --host ${provider}=HOST to ask there` };
  }
  return [at(call.url, found)];
}
function hostPattern(pattern) {
  const literal = (text2) => text2.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return new RegExp(`^${pattern.split("*").map(literal).join("[a-z0-9-]{1,63}")}$`);
}

// src/verify/custom.ts
async function loadCustomCalls(files, cwd) {
  const ids = /* @__PURE__ */ new Set();
  const calls = {};
  for (const name of files) {
    const text2 = await (0, import_promises.readFile)((0, import_node_path.resolve)(cwd, name), "utf8").catch(() => "");
    if (name.endsWith(".toml")) {
      const { parseGitleaks, tomlProblem } = await import("./shared-rules-re2.mjs");
      try {
        for (const { id } of parseGitleaks(text2, name).sheets) ids.add(id);
      } catch (error) {
        if (tomlProblem(error) === void 0) throw error;
      }
      continue;
    }
    const { file } = parseRules(text2, name);
    for (const { id } of file.rules) ids.add(id);
    Object.assign(calls, callsOf([file]));
  }
  return { ids, calls };
}
function unnamedHost({ provider, verify, revocation }, { byProvider, plain: plain2 }) {
  for (const call of [verify, revocation]) {
    if (!call || takesHost(call) && byProvider.has(provider)) continue;
    const hosts = hostsOf(call);
    if (hosts.length === 0) return "a host of its owner";
    if ("find" in call && call.find) hosts.push(hostOf(call.find));
    const other = hosts.find((host) => !plain2.includes(host));
    if (other !== void 0) return other;
  }
  return void 0;
}

// src/verify/again.ts
var import_node_path2 = __toESM(require_node_path(), 1);
var MAX_OBJECT = 256 * 1024 * 1024;
async function readAgain(report, options) {
  const secrets = /* @__PURE__ */ new Map();
  for (const { id, rule, kind, secret } of report.findings) {
    const { value } = secret;
    if (value === void 0) continue;
    if (await fingerprint(rule, value, { guessable: isGuessable(value, kind) }) === id) secrets.set(id, value);
  }
  const missing = () => report.findings.filter(({ id }) => !secrets.has(id));
  const open = () => report.findings.filter((finding) => [finding, ...finding.companions ?? []].some((of) => !secrets.has(keyOf(of))));
  const keep = async (from) => {
    const { report: again, secretOf } = await runScan({ ...options, ...from, onProblem: () => {
    } });
    for (const finding of again.findings) {
      for (const of of [finding, ...finding.companions ?? []]) secrets.set(keyOf(of), secretOf.get(of));
    }
  };
  const locations = open().flatMap((finding) => finding.locations);
  const paths = new Set(
    locations.flatMap(({ path, blob, commit }) => (blob ?? commit) === void 0 && isInside(path) ? [path] : [])
  );
  if (paths.size > 0) await keep({ paths: [...paths], gitignore: false, jobs: 1 });
  const ids = [...new Set(open().flatMap((finding) => finding.locations.flatMap(({ blob, commit }) => blob ?? commit ?? [])))];
  if (ids.length > 0) {
    const objects = [];
    const repo = openRepo(options.cwd ?? process.cwd());
    await streamObjects(
      repo.root,
      ids,
      { maxSize: MAX_OBJECT },
      (object) => object && objects.push(object.data),
      new CoverageLedger()
    );
    for (const stdin of objects) await keep({ stdin });
  }
  return { secretOf: (of) => secrets.get(keyOf(of)), secrets: [...secrets.values()], missing: missing() };
}
function keyOf(of) {
  return "id" in of ? of.id : [of.rule, of.location.offset, of.redacted].join("\0");
}
function isInside(path) {
  return path !== "-" && !(0, import_node_path2.isAbsolute)(path) && !path.split(/[\\/]/).includes("..");
}

// src/verify/revoke.ts
var import_promises3 = __toESM(require_promises2(), 1);

// src/verify/errors.ts
var DoorError = class extends Error {
  name = "DoorError";
  code;
  host;
  constructor(code, host, message, options) {
    super(message, options);
    this.code = code;
    this.host = host;
  }
};
function networkError(error, host) {
  if (error instanceof DoorError) return error;
  const { code = "", name } = error;
  if (name === "AbortError" || name === "TimeoutError" || code === "ETIMEDOUT") {
    return new DoorError("timeout", host, `${host} did not answer in time`);
  }
  if (/CERT|SSL|TLS|SIGNATURE|ISSUER|HOSTNAME/.test(code)) {
    return new DoorError("tls", host, `${host} could not be reached safely (${code}): its certificate or TLS is not right`);
  }
  return new DoorError("network", host, `${host} could not be reached${code === "" ? "" : ` (${code})`}`);
}

// node_modules/oauth4webapi/build/index.js
var USER_AGENT;
if (typeof navigator === "undefined" || !navigator.userAgent?.startsWith?.("Mozilla/5.0 ")) {
  const NAME = "oauth4webapi";
  const VERSION3 = "v3.8.8";
  USER_AGENT = `${NAME}/${VERSION3}`;
}
function looseInstanceOf(input, expected) {
  if (input == null) {
    return false;
  }
  try {
    return input instanceof expected || Object.getPrototypeOf(input)[Symbol.toStringTag] === expected.prototype[Symbol.toStringTag];
  } catch {
    return false;
  }
}
var ERR_INVALID_ARG_VALUE = "ERR_INVALID_ARG_VALUE";
var ERR_INVALID_ARG_TYPE = "ERR_INVALID_ARG_TYPE";
function CodedTypeError(message, code, cause) {
  const err = new TypeError(message, { cause });
  Object.assign(err, { code });
  return err;
}
var allowInsecureRequests = /* @__PURE__ */ Symbol();
var clockSkew = /* @__PURE__ */ Symbol();
var clockTolerance = /* @__PURE__ */ Symbol();
var customFetch = /* @__PURE__ */ Symbol();
var jweDecrypt = /* @__PURE__ */ Symbol();
var encoder = new TextEncoder();
var decoder = new TextDecoder();
function buf(input) {
  if (typeof input === "string") {
    return encoder.encode(input);
  }
  return decoder.decode(input);
}
var encodeBase64Url;
if (Uint8Array.prototype.toBase64) {
  encodeBase64Url = (input) => {
    if (input instanceof ArrayBuffer) {
      input = new Uint8Array(input);
    }
    return input.toBase64({ alphabet: "base64url", omitPadding: true });
  };
} else {
  const CHUNK_SIZE = 32768;
  encodeBase64Url = (input) => {
    if (input instanceof ArrayBuffer) {
      input = new Uint8Array(input);
    }
    const arr = [];
    for (let i = 0; i < input.byteLength; i += CHUNK_SIZE) {
      arr.push(String.fromCharCode.apply(null, input.subarray(i, i + CHUNK_SIZE)));
    }
    return btoa(arr.join("")).replace(/=/g, "").replace(/\+/g, "-").replace(/\//g, "_");
  };
}
var decodeBase64Url;
if (Uint8Array.fromBase64) {
  decodeBase64Url = (input) => {
    try {
      return Uint8Array.fromBase64(input, { alphabet: "base64url" });
    } catch (cause) {
      throw CodedTypeError("The input to be decoded is not correctly encoded.", ERR_INVALID_ARG_VALUE, cause);
    }
  };
} else {
  decodeBase64Url = (input) => {
    try {
      const binary = atob(input.replace(/-/g, "+").replace(/_/g, "/").replace(/\s/g, ""));
      const bytes = new Uint8Array(binary.length);
      for (let i = 0; i < binary.length; i++) {
        bytes[i] = binary.charCodeAt(i);
      }
      return bytes;
    } catch (cause) {
      throw CodedTypeError("The input to be decoded is not correctly encoded.", ERR_INVALID_ARG_VALUE, cause);
    }
  };
}
function b64u(input) {
  if (typeof input === "string") {
    return decodeBase64Url(input);
  }
  return encodeBase64Url(input);
}
var UnsupportedOperationError = class extends Error {
  code;
  constructor(message, options) {
    super(message, options);
    this.name = this.constructor.name;
    this.code = UNSUPPORTED_OPERATION;
    Error.captureStackTrace?.(this, this.constructor);
  }
};
var OperationProcessingError = class extends Error {
  code;
  constructor(message, options) {
    super(message, options);
    this.name = this.constructor.name;
    if (options?.code) {
      this.code = options?.code;
    }
    Error.captureStackTrace?.(this, this.constructor);
  }
};
function OPE(message, code, cause) {
  return new OperationProcessingError(message, { code, cause });
}
function normalizeTyp(value) {
  return value.toLowerCase().replace(/^application\//, "");
}
function isJsonObject(input) {
  if (input === null || typeof input !== "object" || Array.isArray(input)) {
    return false;
  }
  return true;
}
function prepareHeaders(input) {
  if (looseInstanceOf(input, Headers)) {
    input = Object.fromEntries(input.entries());
  }
  const headers = new Headers(input ?? {});
  if (USER_AGENT && !headers.has("user-agent")) {
    headers.set("user-agent", USER_AGENT);
  }
  if (headers.has("authorization")) {
    throw CodedTypeError('"options.headers" must not include the "authorization" header name', ERR_INVALID_ARG_VALUE);
  }
  return headers;
}
function signal(url, value) {
  if (value !== void 0) {
    if (typeof value === "function") {
      value = value(url.href);
    }
    if (!(value instanceof AbortSignal)) {
      throw CodedTypeError('"options.signal" must return or be an instance of AbortSignal', ERR_INVALID_ARG_TYPE);
    }
    return value;
  }
  return void 0;
}
function replaceDoubleSlash(pathname) {
  if (pathname.includes("//")) {
    return pathname.replace("//", "/");
  }
  return pathname;
}
function prependWellKnown(url, wellKnown, allowTerminatingSlash = false) {
  if (url.pathname === "/") {
    url.pathname = wellKnown;
  } else {
    url.pathname = replaceDoubleSlash(`${wellKnown}/${allowTerminatingSlash ? url.pathname : url.pathname.replace(/(\/)$/, "")}`);
  }
  return url;
}
function appendWellKnown(url, wellKnown) {
  url.pathname = replaceDoubleSlash(`${url.pathname}/${wellKnown}`);
  return url;
}
async function performDiscovery(input, urlName, transform, options) {
  if (!(input instanceof URL)) {
    throw CodedTypeError(`"${urlName}" must be an instance of URL`, ERR_INVALID_ARG_TYPE);
  }
  checkProtocol(input, options?.[allowInsecureRequests] !== true);
  const url = transform(new URL(input.href));
  const headers = prepareHeaders(options?.headers);
  headers.set("accept", "application/json");
  return (options?.[customFetch] || fetch)(url.href, {
    body: void 0,
    headers: Object.fromEntries(headers.entries()),
    method: "GET",
    redirect: "manual",
    signal: signal(url, options?.signal)
  });
}
async function discoveryRequest(issuerIdentifier, options) {
  return performDiscovery(issuerIdentifier, "issuerIdentifier", (url) => {
    switch (options?.algorithm) {
      case void 0:
      case "oidc":
        appendWellKnown(url, ".well-known/openid-configuration");
        break;
      case "oauth2":
        prependWellKnown(url, ".well-known/oauth-authorization-server");
        break;
      default:
        throw CodedTypeError('"options.algorithm" must be "oidc" (default), or "oauth2"', ERR_INVALID_ARG_VALUE);
    }
    return url;
  }, options);
}
function assertString(input, it, code, cause) {
  try {
    if (typeof input !== "string") {
      throw CodedTypeError(`${it} must be a string`, ERR_INVALID_ARG_TYPE, cause);
    }
    if (input.length === 0) {
      throw CodedTypeError(`${it} must not be empty`, ERR_INVALID_ARG_VALUE, cause);
    }
  } catch (err) {
    if (code) {
      throw OPE(err.message, code, cause);
    }
    throw err;
  }
}
async function processDiscoveryResponse(expectedIssuerIdentifier, response) {
  const expected = expectedIssuerIdentifier;
  if (!(expected instanceof URL) && expected !== _nodiscoverycheck) {
    throw CodedTypeError('"expectedIssuerIdentifier" must be an instance of URL', ERR_INVALID_ARG_TYPE);
  }
  if (!looseInstanceOf(response, Response)) {
    throw CodedTypeError('"response" must be an instance of Response', ERR_INVALID_ARG_TYPE);
  }
  if (response.status !== 200) {
    throw OPE('"response" is not a conform Authorization Server Metadata response (unexpected HTTP status code)', RESPONSE_IS_NOT_CONFORM, response);
  }
  assertReadableResponse(response);
  const json = await getResponseJsonBody(response);
  assertString(json.issuer, '"response" body "issuer" property', INVALID_RESPONSE, { body: json });
  if (expected !== _nodiscoverycheck && new URL(json.issuer).href !== expected.href) {
    throw OPE('"response" body "issuer" property does not match the expected value', JSON_ATTRIBUTE_COMPARISON, { expected: expected.href, body: json, attribute: "issuer" });
  }
  return json;
}
function assertApplicationJson(response) {
  assertContentType(response, "application/json");
}
function notJson(response, ...types) {
  let msg = '"response" content-type must be ';
  if (types.length > 2) {
    const last = types.pop();
    msg += `${types.join(", ")}, or ${last}`;
  } else if (types.length === 2) {
    msg += `${types[0]} or ${types[1]}`;
  } else {
    msg += types[0];
  }
  return OPE(msg, RESPONSE_IS_NOT_JSON, response);
}
function assertContentType(response, contentType) {
  if (getContentType(response) !== contentType) {
    throw notJson(response, contentType);
  }
}
function getClockSkew(client) {
  const skew = client?.[clockSkew];
  return typeof skew === "number" && Number.isFinite(skew) ? skew : 0;
}
function getClockTolerance(client) {
  const tolerance = client?.[clockTolerance];
  return typeof tolerance === "number" && Number.isFinite(tolerance) && Math.sign(tolerance) !== -1 ? tolerance : 30;
}
function epochTime() {
  return Math.floor(Date.now() / 1e3);
}
function assertAs(as) {
  if (typeof as !== "object" || as === null) {
    throw CodedTypeError('"as" must be an object', ERR_INVALID_ARG_TYPE);
  }
  assertString(as.issuer, '"as.issuer"');
}
function assertClient(client) {
  if (typeof client !== "object" || client === null) {
    throw CodedTypeError('"client" must be an object', ERR_INVALID_ARG_TYPE);
  }
  assertString(client.client_id, '"client.client_id"');
}
function formUrlEncode(token) {
  return encodeURIComponent(token).replace(/(?:[-_.!~*'()]|%20)/g, (substring) => {
    switch (substring) {
      case "-":
      case "_":
      case ".":
      case "!":
      case "~":
      case "*":
      case "'":
      case "(":
      case ")":
        return `%${substring.charCodeAt(0).toString(16).toUpperCase()}`;
      case "%20":
        return "+";
      default:
        throw new Error();
    }
  });
}
function ClientSecretPost(clientSecret) {
  assertString(clientSecret, '"clientSecret"');
  return (_as, client, body, _headers) => {
    body.set("client_id", client.client_id);
    body.set("client_secret", clientSecret);
  };
}
function ClientSecretBasic(clientSecret) {
  assertString(clientSecret, '"clientSecret"');
  return (_as, client, _body, headers) => {
    const username = formUrlEncode(client.client_id);
    const password = formUrlEncode(clientSecret);
    const credentials = btoa(`${username}:${password}`);
    headers.set("authorization", `Basic ${credentials}`);
  };
}
var URLParse = URL.parse ? (url, base) => URL.parse(url, base) : (url, base) => {
  try {
    return new URL(url, base);
  } catch {
    return null;
  }
};
function checkProtocol(url, enforceHttps) {
  if (enforceHttps && url.protocol !== "https:") {
    throw OPE("only requests to HTTPS are allowed", HTTP_REQUEST_FORBIDDEN, url);
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw OPE("only HTTP and HTTPS requests are allowed", REQUEST_PROTOCOL_FORBIDDEN, url);
  }
}
function validateEndpoint(value, endpoint, useMtlsAlias, enforceHttps) {
  let url;
  if (typeof value !== "string" || !(url = URLParse(value))) {
    throw OPE(`authorization server metadata does not contain a valid ${useMtlsAlias ? `"as.mtls_endpoint_aliases.${endpoint}"` : `"as.${endpoint}"`}`, value === void 0 ? MISSING_SERVER_METADATA : INVALID_SERVER_METADATA, { attribute: useMtlsAlias ? `mtls_endpoint_aliases.${endpoint}` : endpoint });
  }
  checkProtocol(url, enforceHttps);
  return url;
}
function resolveEndpoint(as, endpoint, useMtlsAlias, enforceHttps) {
  if (useMtlsAlias && as.mtls_endpoint_aliases && endpoint in as.mtls_endpoint_aliases) {
    return validateEndpoint(as.mtls_endpoint_aliases[endpoint], endpoint, useMtlsAlias, enforceHttps);
  }
  return validateEndpoint(as[endpoint], endpoint, useMtlsAlias, enforceHttps);
}
var ResponseBodyError = class extends Error {
  cause;
  code;
  error;
  status;
  error_description;
  response;
  constructor(message, options) {
    super(message, options);
    this.name = this.constructor.name;
    this.code = RESPONSE_BODY_ERROR;
    this.cause = options.cause;
    this.error = options.cause.error;
    this.status = options.response.status;
    this.error_description = options.cause.error_description;
    Object.defineProperty(this, "response", { enumerable: false, value: options.response });
    Error.captureStackTrace?.(this, this.constructor);
  }
};
var WWWAuthenticateChallengeError = class extends Error {
  cause;
  code;
  response;
  status;
  constructor(message, options) {
    super(message, options);
    this.name = this.constructor.name;
    this.code = WWW_AUTHENTICATE_CHALLENGE;
    this.cause = options.cause;
    this.status = options.response.status;
    this.response = options.response;
    Object.defineProperty(this, "response", { enumerable: false });
    Error.captureStackTrace?.(this, this.constructor);
  }
};
var tokenMatch = "[a-zA-Z0-9!#$%&\\'\\*\\+\\-\\.\\^_`\\|~]+";
var token68Match = "[a-zA-Z0-9\\-\\._\\~\\+\\/]+={0,2}";
var quotedMatch = '"((?:[^"\\\\]|\\\\[\\s\\S])*)"';
var quotedParamMatcher = "(" + tokenMatch + ")\\s*=\\s*" + quotedMatch;
var paramMatcher = "(" + tokenMatch + ")\\s*=\\s*(" + tokenMatch + ")";
var schemeRE = new RegExp("^[,\\s]*(" + tokenMatch + ")");
var quotedParamRE = new RegExp("^[,\\s]*" + quotedParamMatcher + "[,\\s]*(.*)");
var unquotedParamRE = new RegExp("^[,\\s]*" + paramMatcher + "[,\\s]*(.*)");
var token68ParamRE = new RegExp("^(" + token68Match + ")(?:$|[,\\s])(.*)");
function parseWwwAuthenticateChallenges(response) {
  if (!looseInstanceOf(response, Response)) {
    throw CodedTypeError('"response" must be an instance of Response', ERR_INVALID_ARG_TYPE);
  }
  const header = response.headers.get("www-authenticate");
  if (header === null) {
    return void 0;
  }
  const challenges = [];
  let rest = header;
  while (rest) {
    let match2 = rest.match(schemeRE);
    const scheme = match2?.["1"].toLowerCase();
    if (!scheme) {
      return void 0;
    }
    const afterScheme = rest.substring(match2[0].length);
    if (afterScheme && !afterScheme.match(/^[\s,]/)) {
      return void 0;
    }
    const spaceMatch = afterScheme.match(/^\s+(.*)$/);
    const hasParameters = !!spaceMatch;
    rest = spaceMatch ? spaceMatch[1] : void 0;
    const parameters = {};
    let token68;
    if (hasParameters) {
      while (rest) {
        let key;
        let value;
        if (match2 = rest.match(quotedParamRE)) {
          ;
          [, key, value, rest] = match2;
          if (value.includes("\\")) {
            value = value.replace(/\\([\s\S])/g, "$1");
          }
          parameters[key.toLowerCase()] = value;
          continue;
        }
        if (match2 = rest.match(unquotedParamRE)) {
          ;
          [, key, value, rest] = match2;
          parameters[key.toLowerCase()] = value;
          continue;
        }
        if (match2 = rest.match(token68ParamRE)) {
          if (Object.keys(parameters).length) {
            break;
          }
          ;
          [, token68, rest] = match2;
          break;
        }
        return void 0;
      }
    } else {
      rest = afterScheme || void 0;
    }
    const challenge = { scheme, parameters };
    if (token68) {
      challenge.token68 = token68;
    }
    challenges.push(challenge);
  }
  if (!challenges.length) {
    return void 0;
  }
  return challenges;
}
async function parseOAuthResponseErrorBody(response) {
  if (response.status > 399 && response.status < 500) {
    assertReadableResponse(response);
    assertApplicationJson(response);
    try {
      const json = await response.clone().json();
      if (isJsonObject(json) && typeof json.error === "string" && json.error.length) {
        return json;
      }
    } catch {
    }
  }
  return void 0;
}
async function checkOAuthBodyError(response, expected, label) {
  if (response.status !== expected) {
    checkAuthenticationChallenges(response);
    let err;
    if (err = await parseOAuthResponseErrorBody(response)) {
      await response.body?.cancel();
      throw new ResponseBodyError("server responded with an error in the response body", {
        cause: err,
        response
      });
    }
    throw OPE(`"response" is not a conform ${label} response (unexpected HTTP status code)`, RESPONSE_IS_NOT_CONFORM, response);
  }
}
function getContentType(input) {
  return input.headers.get("content-type")?.split(";")[0];
}
async function authenticatedRequest(as, client, clientAuthentication, url, body, headers, options) {
  await clientAuthentication(as, client, body, headers);
  headers.set("content-type", "application/x-www-form-urlencoded;charset=UTF-8");
  return (options?.[customFetch] || fetch)(url.href, {
    body,
    headers: Object.fromEntries(headers.entries()),
    method: "POST",
    redirect: "manual",
    signal: signal(url, options?.signal)
  });
}
var jwtRefs = /* @__PURE__ */ new WeakMap();
function checkAuthenticationChallenges(response) {
  let challenges;
  if (challenges = parseWwwAuthenticateChallenges(response)) {
    throw new WWWAuthenticateChallengeError("server responded with a challenge in the WWW-Authenticate HTTP Header", { cause: challenges, response });
  }
}
function validateAudience(expected, result) {
  if (Array.isArray(result.claims.aud)) {
    if (!result.claims.aud.includes(expected)) {
      throw OPE('unexpected JWT "aud" (audience) claim value', JWT_CLAIM_COMPARISON, {
        expected,
        claims: result.claims,
        claim: "aud"
      });
    }
  } else if (result.claims.aud !== expected) {
    throw OPE('unexpected JWT "aud" (audience) claim value', JWT_CLAIM_COMPARISON, {
      expected,
      claims: result.claims,
      claim: "aud"
    });
  }
  return result;
}
function validateIssuer(as, result) {
  const expected = as[_expectedIssuer]?.(result) ?? as.issuer;
  if (result.claims.iss !== expected) {
    throw OPE('unexpected JWT "iss" (issuer) claim value', JWT_CLAIM_COMPARISON, {
      expected,
      claims: result.claims,
      claim: "iss"
    });
  }
  return result;
}
var jwtClaimNames = {
  aud: "audience",
  c_hash: "code hash",
  client_id: "client id",
  exp: "expiration time",
  iat: "issued at",
  iss: "issuer",
  jti: "jwt id",
  nonce: "nonce",
  s_hash: "state hash",
  sub: "subject",
  ath: "access token hash",
  htm: "http method",
  htu: "http uri",
  cnf: "confirmation",
  auth_time: "authentication time"
};
function validatePresence(required, result) {
  for (const claim of required) {
    if (result.claims[claim] === void 0) {
      throw OPE(`JWT "${claim}" (${jwtClaimNames[claim]}) claim missing`, INVALID_RESPONSE, {
        claims: result.claims
      });
    }
  }
  return result;
}
var WWW_AUTHENTICATE_CHALLENGE = "OAUTH_WWW_AUTHENTICATE_CHALLENGE";
var RESPONSE_BODY_ERROR = "OAUTH_RESPONSE_BODY_ERROR";
var UNSUPPORTED_OPERATION = "OAUTH_UNSUPPORTED_OPERATION";
var PARSE_ERROR = "OAUTH_PARSE_ERROR";
var INVALID_RESPONSE = "OAUTH_INVALID_RESPONSE";
var RESPONSE_IS_NOT_JSON = "OAUTH_RESPONSE_IS_NOT_JSON";
var RESPONSE_IS_NOT_CONFORM = "OAUTH_RESPONSE_IS_NOT_CONFORM";
var HTTP_REQUEST_FORBIDDEN = "OAUTH_HTTP_REQUEST_FORBIDDEN";
var REQUEST_PROTOCOL_FORBIDDEN = "OAUTH_REQUEST_PROTOCOL_FORBIDDEN";
var JWT_TIMESTAMP_CHECK = "OAUTH_JWT_TIMESTAMP_CHECK_FAILED";
var JWT_CLAIM_COMPARISON = "OAUTH_JWT_CLAIM_COMPARISON_FAILED";
var JSON_ATTRIBUTE_COMPARISON = "OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED";
var MISSING_SERVER_METADATA = "OAUTH_MISSING_SERVER_METADATA";
var INVALID_SERVER_METADATA = "OAUTH_INVALID_SERVER_METADATA";
function checkJwtType(expected, result) {
  if (typeof result.header.typ !== "string" || normalizeTyp(result.header.typ) !== expected) {
    throw OPE('unexpected JWT "typ" header parameter value', INVALID_RESPONSE, {
      header: result.header
    });
  }
  return result;
}
async function revocationRequest(as, client, clientAuthentication, token, options) {
  assertAs(as);
  assertClient(client);
  assertString(token, '"token"');
  const url = resolveEndpoint(as, "revocation_endpoint", client.use_mtls_endpoint_aliases, options?.[allowInsecureRequests] !== true);
  const body = new URLSearchParams(options?.additionalParameters);
  body.set("token", token);
  const headers = prepareHeaders(options?.headers);
  headers.delete("accept");
  return authenticatedRequest(as, client, clientAuthentication, url, body, headers, options);
}
async function processRevocationResponse(response) {
  if (!looseInstanceOf(response, Response)) {
    throw CodedTypeError('"response" must be an instance of Response', ERR_INVALID_ARG_TYPE);
  }
  await checkOAuthBodyError(response, 200, "Revocation Endpoint");
  return void 0;
}
function assertReadableResponse(response) {
  if (response.bodyUsed) {
    throw CodedTypeError('"response" body has been used already', ERR_INVALID_ARG_VALUE);
  }
}
async function introspectionRequest(as, client, clientAuthentication, token, options) {
  assertAs(as);
  assertClient(client);
  assertString(token, '"token"');
  const url = resolveEndpoint(as, "introspection_endpoint", client.use_mtls_endpoint_aliases, options?.[allowInsecureRequests] !== true);
  const body = new URLSearchParams(options?.additionalParameters);
  body.set("token", token);
  const headers = prepareHeaders(options?.headers);
  if (options?.requestJwtResponse ?? client.introspection_signed_response_alg) {
    headers.set("accept", "application/token-introspection+jwt");
  } else {
    headers.set("accept", "application/json");
  }
  return authenticatedRequest(as, client, clientAuthentication, url, body, headers, options);
}
async function processIntrospectionResponse(as, client, response, options) {
  assertAs(as);
  assertClient(client);
  if (!looseInstanceOf(response, Response)) {
    throw CodedTypeError('"response" must be an instance of Response', ERR_INVALID_ARG_TYPE);
  }
  await checkOAuthBodyError(response, 200, "Introspection Endpoint");
  let json;
  if (getContentType(response) === "application/token-introspection+jwt") {
    assertReadableResponse(response);
    const { claims, jwt } = await validateJwt(await response.text(), checkSigningAlgorithm.bind(void 0, client.introspection_signed_response_alg, as.introspection_signing_alg_values_supported, "RS256"), getClockSkew(client), getClockTolerance(client), options?.[jweDecrypt]).then(checkJwtType.bind(void 0, "token-introspection+jwt")).then(validatePresence.bind(void 0, ["aud", "iat", "iss"])).then(validateIssuer.bind(void 0, as)).then(validateAudience.bind(void 0, client.client_id));
    jwtRefs.set(response, jwt);
    if (!isJsonObject(claims.token_introspection)) {
      throw OPE('JWT "token_introspection" claim must be a JSON object', INVALID_RESPONSE, {
        claims
      });
    }
    json = claims.token_introspection;
  } else {
    assertReadableResponse(response);
    json = await getResponseJsonBody(response);
  }
  if (typeof json.active !== "boolean") {
    throw OPE('"response" body "active" property must be a boolean', INVALID_RESPONSE, {
      body: json
    });
  }
  return json;
}
async function validateJwt(jws, checkAlg, clockSkew2, clockTolerance2, decryptJwt) {
  let { 0: protectedHeader, 1: payload, length } = jws.split(".");
  if (length === 5) {
    if (decryptJwt !== void 0) {
      jws = await decryptJwt(jws);
      ({ 0: protectedHeader, 1: payload, length } = jws.split("."));
    } else {
      throw new UnsupportedOperationError("JWE decryption is not configured", { cause: jws });
    }
  }
  if (length !== 3) {
    throw OPE("Invalid JWT", INVALID_RESPONSE, jws);
  }
  let header;
  try {
    header = JSON.parse(buf(b64u(protectedHeader)));
  } catch (cause) {
    throw OPE("failed to parse JWT Header body as base64url encoded JSON", PARSE_ERROR, cause);
  }
  if (!isJsonObject(header)) {
    throw OPE("JWT Header must be a top level object", INVALID_RESPONSE, jws);
  }
  checkAlg(header);
  if (header.crit !== void 0) {
    throw new UnsupportedOperationError('no JWT "crit" header parameter extensions are supported', {
      cause: { header }
    });
  }
  let claims;
  try {
    claims = JSON.parse(buf(b64u(payload)));
  } catch (cause) {
    throw OPE("failed to parse JWT Payload body as base64url encoded JSON", PARSE_ERROR, cause);
  }
  if (!isJsonObject(claims)) {
    throw OPE("JWT Payload must be a top level object", INVALID_RESPONSE, jws);
  }
  const now = epochTime() + clockSkew2;
  if (claims.exp !== void 0) {
    if (typeof claims.exp !== "number") {
      throw OPE('unexpected JWT "exp" (expiration time) claim type', INVALID_RESPONSE, { claims });
    }
    if (claims.exp <= now - clockTolerance2) {
      throw OPE('unexpected JWT "exp" (expiration time) claim value, expiration is past current timestamp', JWT_TIMESTAMP_CHECK, { claims, now, tolerance: clockTolerance2, claim: "exp" });
    }
  }
  if (claims.iat !== void 0) {
    if (typeof claims.iat !== "number") {
      throw OPE('unexpected JWT "iat" (issued at) claim type', INVALID_RESPONSE, { claims });
    }
  }
  if (claims.iss !== void 0) {
    if (typeof claims.iss !== "string") {
      throw OPE('unexpected JWT "iss" (issuer) claim type', INVALID_RESPONSE, { claims });
    }
  }
  if (claims.nbf !== void 0) {
    if (typeof claims.nbf !== "number") {
      throw OPE('unexpected JWT "nbf" (not before) claim type', INVALID_RESPONSE, { claims });
    }
    if (claims.nbf > now + clockTolerance2) {
      throw OPE('unexpected JWT "nbf" (not before) claim value', JWT_TIMESTAMP_CHECK, {
        claims,
        now,
        tolerance: clockTolerance2,
        claim: "nbf"
      });
    }
  }
  if (claims.aud !== void 0) {
    if (typeof claims.aud !== "string" && !Array.isArray(claims.aud)) {
      throw OPE('unexpected JWT "aud" (audience) claim type', INVALID_RESPONSE, { claims });
    }
  }
  return { header, claims, jwt: jws };
}
function checkSigningAlgorithm(client, issuer, fallback, header) {
  if (client !== void 0) {
    if (typeof client === "string" ? header.alg !== client : !client.includes(header.alg)) {
      throw OPE('unexpected JWT "alg" header parameter', INVALID_RESPONSE, {
        header,
        expected: client,
        reason: "client configuration"
      });
    }
    return;
  }
  if (Array.isArray(issuer)) {
    if (!issuer.includes(header.alg)) {
      throw OPE('unexpected JWT "alg" header parameter', INVALID_RESPONSE, {
        header,
        expected: issuer,
        reason: "authorization server metadata"
      });
    }
    return;
  }
  if (fallback !== void 0) {
    if (typeof fallback === "string" ? header.alg !== fallback : typeof fallback === "function" ? !fallback(header.alg) : !fallback.includes(header.alg)) {
      throw OPE('unexpected JWT "alg" header parameter', INVALID_RESPONSE, {
        header,
        expected: fallback,
        reason: "default value"
      });
    }
    return;
  }
  throw OPE('missing client or server configuration to verify used JWT "alg" header parameter', void 0, { client, issuer, fallback });
}
async function getResponseJsonBody(response, check = assertApplicationJson) {
  let json;
  try {
    json = await response.json();
  } catch (cause) {
    check(response);
    throw OPE('failed to parse "response" body as JSON', PARSE_ERROR, cause);
  }
  if (!isJsonObject(json)) {
    throw OPE('"response" body must be a top level object', INVALID_RESPONSE, { body: json });
  }
  return json;
}
var _nodiscoverycheck = /* @__PURE__ */ Symbol();
var _expectedIssuer = /* @__PURE__ */ Symbol();

// src/verify/http.ts
var import_node_dns = __toESM(require_node_dns(), 1);
var import_node_http2 = __toESM(require_node_http(), 1);
var import_node_https2 = __toESM(require_node_https(), 1);
var import_node_net2 = __toESM(require_node_net(), 1);
var import_node_tls2 = __toESM(require_node_tls(), 1);
var import_promises2 = __toESM(require_promises2(), 1);

// src/verify/address.ts
var import_node_net = __toESM(require_node_net(), 1);
var REFUSED_NETWORKS = [
  ["0.0.0.0/8", "this host (RFC 1122)"],
  ["10.0.0.0/8", "private (RFC 1918)"],
  ["100.64.0.0/10", "carrier-grade NAT (RFC 6598), also cloud metadata"],
  ["127.0.0.0/8", "loopback"],
  ["169.254.0.0/16", "link-local (RFC 3927), cloud metadata at 169.254.169.254"],
  ["172.16.0.0/12", "private (RFC 1918)"],
  ["192.0.0.0/24", "protocol assignments (RFC 6890)"],
  ["192.0.2.0/24", "documentation (RFC 5737)"],
  ["192.31.196.0/24", "AS112 (RFC 7535)"],
  ["192.52.193.0/24", "AMT (RFC 7450)"],
  ["192.88.99.0/24", "6to4 relays (RFC 7526)"],
  ["192.168.0.0/16", "private (RFC 1918)"],
  ["192.175.48.0/24", "AS112 (RFC 7534)"],
  ["198.18.0.0/15", "benchmarks (RFC 2544)"],
  ["198.51.100.0/24", "documentation (RFC 5737)"],
  ["203.0.113.0/24", "documentation (RFC 5737)"],
  ["224.0.0.0/4", "multicast"],
  ["240.0.0.0/4", "reserved, and broadcast"],
  ["168.63.129.16/32", "Azure's wire server"],
  ["::/128", "unspecified"],
  ["::1/128", "loopback"],
  ["::/96", "IPv4-compatible (RFC 4291)"],
  ["::ffff:0:0:0/96", "IPv4-translated (RFC 2765)"],
  ["64:ff9b::/96", "NAT64 (RFC 6052): leads to an IPv4 address of the translator\u2019s choice"],
  ["64:ff9b:1::/48", "local NAT64 (RFC 8215)"],
  ["100::/64", "discard (RFC 6666)"],
  ["2001::/23", "protocol assignments, Teredo (RFC 4380)"],
  ["2001:db8::/32", "documentation (RFC 3849)"],
  ["2002::/16", "6to4 (RFC 3056)"],
  ["3fff::/20", "documentation (RFC 9637)"],
  ["5f00::/16", "segment routing (RFC 9602)"],
  ["fd00:ec2::/32", "cloud metadata at fd00:ec2::254 (AWS)"],
  ["fd00:c1::/32", "cloud metadata at fd00:c1::a9fe:a9fe (Oracle)"],
  ["fd20:ce::/32", "cloud metadata at fd20:ce::254 (Google)"],
  ["fc00::/7", "unique local (RFC 4193)"],
  ["fe80::/10", "link-local"],
  ["fec0::/10", "site-local (RFC 3879)"],
  ["ff00::/8", "multicast"]
];
var PRIVATE_NETWORKS = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"];
var LOOPBACK = listOf(["127.0.0.0/8", "::1/128"]);
function listOf(networks) {
  const list = new import_node_net.BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    list.addSubnet(address, Number(bits), (0, import_node_net.isIPv6)(address) ? "ipv6" : "ipv4");
  }
  return list;
}
var REFUSED = REFUSED_NETWORKS.map(([network, what]) => ({
  list: listOf([network]),
  what,
  open: PRIVATE_NETWORKS.includes(network)
}));
function refusedAddress(address, options) {
  const plain2 = plainAddress(address);
  const family = (0, import_node_net.isIP)(plain2);
  if (family === 0) return "no IP address";
  const type = family === 4 ? "ipv4" : "ipv6";
  if (LOOPBACK.check(plain2, type)) return options.loopback ? void 0 : "loopback";
  return REFUSED.find(({ list, open }) => list.check(plain2, type) && !(open && options.private))?.what;
}
function plainAddress(address) {
  const bare = address.split("%", 1)[0] ?? "";
  if (!(0, import_node_net.isIPv6)(bare)) return bare;
  const canonical = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical);
  if (!mapped) return canonical;
  const [high, low] = [Number.parseInt(mapped[1], 16), Number.parseInt(mapped[2], 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

// src/verify/proxy.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_http = __toESM(require_node_http(), 1);
var import_node_https = __toESM(require_node_https(), 1);
var import_node_tls = __toESM(require_node_tls(), 1);
function proxyFor(host, port, env) {
  const pick = (name) => env[name.toLowerCase()] || env[name] || "";
  const value = pick("HTTPS_PROXY") || pick("ALL_PROXY");
  if (value === "" || bypassed(host, port, pick("NO_PROXY"))) return void 0;
  const text2 = value.includes("://") ? value : `http://${value}`;
  const url = URL.canParse(text2) ? new URL(text2) : void 0;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError("HTTPS_PROXY is no http:// or https:// URL: correct it, or unset it");
  }
  return url;
}
function bypassed(host, port, list) {
  return list.split(/[\s,]+/).some((entry) => {
    if (entry === "*") return true;
    const [, name = "", wanted] = /^\.?(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(entry.replace(/^\*\./, ".").toLowerCase()) ?? [];
    if (name === "" || wanted !== void 0 && Number(wanted) !== port) return false;
    return host === name || host.endsWith(`.${name}`);
  });
}
function tunnel(proxy, host, port, signal2, secureContext) {
  const secure = proxy.protocol === "https:";
  const authority = `${host}:${port}`;
  const login = proxy.username === "" ? void 0 : `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return new Promise((resolve2, reject) => {
    const request = (secure ? import_node_https.request : import_node_http.request)({
      host: proxy.hostname.replace(/^\[|\]$/g, ""),
      port: proxy.port || (secure ? 443 : 80),
      method: "CONNECT",
      path: authority,
      headers: {
        Host: authority,
        ...login !== void 0 && { "Proxy-Authorization": `Basic ${Buffer.from(login).toString("base64")}` }
      },
      agent: false,
      signal: signal2,
      ...secure && { secureContext }
    });
    request.on("connect", (response, socket, head) => {
      if (response.statusCode === 200 && head.length === 0) return resolve2(socket);
      socket.destroy();
      reject(new DoorError("proxy", host, `the proxy ${proxy.host} refuses to connect to ${host} (${response.statusCode})`));
    });
    request.on("response", (response) => {
      response.destroy();
      reject(new DoorError("proxy", host, `the proxy ${proxy.host} refuses to connect to ${host} (${response.statusCode})`));
    });
    request.on("error", (error) => reject(networkError(error, proxy.hostname)));
    request.end();
  });
}
function extraAuthorities(env) {
  const files = ["NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE"].flatMap((name) => env[name] ? [{ name, file: env[name] }] : []);
  if (files.length === 0) return void 0;
  const extra = files.map(({ name, file }) => {
    try {
      return (0, import_node_fs.readFileSync)(file, "utf8");
    } catch (error) {
      const { code } = error;
      throw new UsageError(`${name} names ${file}, which cannot be read (${code}): correct it, or unset it`, { cause: error });
    }
  });
  return [...import_node_tls.rootCertificates, ...extra];
}

// src/verify/turns.ts
function createTurns(limits) {
  const running = /* @__PURE__ */ new Map();
  let total = 0;
  const waiting = [];
  const free = (host) => total < limits.total && (running.get(host) ?? 0) < limits.perHost;
  const begin = (host) => {
    total++;
    running.set(host, (running.get(host) ?? 0) + 1);
  };
  const end = (host) => {
    total--;
    running.set(host, running.get(host) - 1);
    const next = waiting.findIndex((one2) => free(one2.host));
    if (next < 0) return;
    const [one] = waiting.splice(next, 1);
    begin(one.host);
    one.start();
  };
  return {
    async run(host, work) {
      if (free(host)) begin(host);
      else await new Promise((start) => waiting.push({ host, start }));
      try {
        return await work();
      } finally {
        end(host);
      }
    }
  };
}

// src/verify/http.ts
var TRIES = 3;
var QUIET_S = 60;
function createDoor(options = {}) {
  const env = options.env ?? process.env;
  const { timeoutMs = 1e4, maxBytes = 2 * 1024 * 1024, backoffMs = 1e3, patienceMs = 2e4 } = options;
  const ca = extraAuthorities(env);
  let context;
  const secureContext = () => context ??= (0, import_node_tls2.createSecureContext)(ca && { ca });
  const allowed = /* @__PURE__ */ new Set();
  const inside = /* @__PURE__ */ new Set();
  const wildcards = [];
  const lenience = (url, local) => ({
    loopback: local,
    private: inside.has(url.host)
  });
  const turns = createTurns({ total: options.total ?? 8, perHost: options.perHost ?? 2 });
  const quiet = /* @__PURE__ */ new Map();
  const allows = (host) => allowed.has(host) || wildcards.some((one) => one.test(host));
  async function once2(request, host) {
    if (options.signal?.aborted) throw interrupted(host);
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal2 = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
    options.onRequest?.(request.method, host);
    try {
      const outgoing = await open(request, signal2);
      return await read(await responseTo(outgoing, request.body), host, maxBytes);
    } catch (error) {
      if (options.signal?.aborted) throw interrupted(host);
      if (timeout.aborted) throw new DoorError("timeout", host, `${host} did not answer within ${timeoutMs / 1e3} s`);
      throw networkError(error, host);
    }
  }
  async function open({ method, url, headers, body }, signal2) {
    const hostname = nameOf(url);
    const secure = url.protocol === "https:";
    const port = url.port === "" ? secure ? 443 : 80 : Number(url.port);
    const local = isLoopbackName(hostname);
    const common = {
      method,
      host: hostname,
      port,
      path: `${url.pathname}${url.search}`,
      headers: {
        "User-Agent": `bearertrap/${VERSION}`,
        Accept: "application/json",
        ...headers,
        // Without an agent node would write the port as well.
        Host: url.host,
        "Accept-Encoding": "identity",
        Connection: "close",
        ...body !== void 0 && { "Content-Length": String(Buffer.byteLength(body)) }
      },
      signal: signal2
    };
    if (!secure) return judged((0, import_node_http2.request)({ ...common, agent: false, lookup: guarded(url, true) }), url, true);
    const tls = { servername: (0, import_node_net2.isIP)(hostname) ? "" : hostname, secureContext: secureContext() };
    const proxy = local ? void 0 : proxyFor(hostname, port, env);
    if (proxy) {
      const socket = await tunnel(proxy, hostname, port, signal2, secureContext());
      return (0, import_node_https2.request)({ ...common, createConnection: () => (0, import_node_tls2.connect)({ ...tls, host: hostname, socket }) });
    }
    return judged((0, import_node_https2.request)({ ...common, ...tls, agent: false, lookup: guarded(url, local) }), url, local);
  }
  function judged(request, url, local) {
    return request.on("socket", (socket) => {
      socket.on("connect", () => {
        const address = socket.remoteAddress ?? "";
        if (refusedAddress(address, lenience(url, local)) !== void 0) request.destroy(refusal(url, address));
      });
    });
  }
  function guarded(url, local) {
    return (hostname, wanted, callback) => {
      (options.lookup ?? import_node_dns.lookup)(hostname, { ...wanted, all: true }, (error, found) => {
        if (error) return callback(error, "");
        const good = found.filter(({ address }) => refusedAddress(address, lenience(url, local)) === void 0);
        const [first] = good;
        if (!first) return callback(refusal(url, found[0]?.address ?? ""), "");
        if (wanted.all) return callback(null, good);
        return callback(null, first.address, first.family);
      });
    };
  }
  function refusal(url, address) {
    const why = refusedAddress(address, { loopback: false }) ?? "no address";
    return new DoorError("address-refused", url.host, `${url.host} leads to ${address}, which is not connected to: ${why}`);
  }
  function responseTo(request, body) {
    return new Promise((resolve2, reject) => {
      request.on("response", resolve2);
      request.on("error", reject);
      request.end(body);
    });
  }
  function check(url) {
    const hostname = nameOf(url);
    const local = options.loopback === true && isLoopbackName(hostname);
    if (url.protocol !== "https:" && !(url.protocol === "http:" && local)) {
      throw new DoorError("not-https", url.host, `${url.host} is not asked: only https is used`);
    }
    if (!allows(url.host)) {
      throw new DoorError("host-not-allowed", url.host, `${url.host} is not asked: it is not among the allowed hosts`);
    }
    const refused = (0, import_node_net2.isIP)(hostname) ? refusedAddress(hostname, lenience(url, local)) : void 0;
    if (refused !== void 0) throw refusal(url, hostname);
    if (isLoopbackName(hostname) && !local) throw refusal(url, "127.0.0.1");
  }
  return {
    allow(host, { private: isPrivate = false } = {}) {
      if (isPrivate) inside.add(host);
      if (!host.includes("*")) allowed.add(host);
      else wildcards.push(hostPattern(host));
    },
    allows,
    async send(request) {
      const { url } = request;
      check(url);
      return turns.run(url.host, async () => {
        for (let attempt = 1; ; attempt++) {
          const until = quiet.get(url.host) ?? 0;
          if (until > Date.now()) {
            throw new DoorError("rate-limited", url.host, `${url.host} limits requests: it is left alone for now`);
          }
          const answer = await once2(request, url.host);
          if (answer.status !== 429 && answer.status !== 503 || request.settled?.(answer)) return answer;
          const asked = retryAfter(answer);
          const wait = asked ?? backoffMs * 2 ** (attempt - 1);
          if (attempt === TRIES || wait > patienceMs) {
            if (answer.status === 429) quiet.set(url.host, Date.now() + (asked ?? QUIET_S * 1e3));
            return answer;
          }
          await (0, import_promises2.setTimeout)(wait, void 0, { ...options.signal && { signal: options.signal } }).catch(() => {
          });
        }
      });
    }
  };
}
function interrupted(host) {
  return new DoorError("interrupted", host, `${host} was not asked to the end: interrupted`);
}
function retryAfter({ headers }) {
  const value = headers["retry-after"];
  if (value === void 0) return void 0;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1e3;
  const date = Date.parse(value);
  return Number.isNaN(date) ? void 0 : Math.max(0, date - Date.now());
}
async function read(response, host, maxBytes) {
  const tooLarge = () => {
    response.destroy();
    return new DoorError("too-large", host, `${host} answered with more than ${maxBytes} bytes`);
  };
  if (Number(response.headers["content-length"] ?? 0) > maxBytes) throw tooLarge();
  const chunks = [];
  let size = 0;
  for await (const chunk of response) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  const headers = Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(", ")]);
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString("utf8")
  };
}
function nameOf(url) {
  return url.hostname.replace(/^\[|\]$/g, "");
}
function isLoopbackName(hostname) {
  if (hostname === "localhost" || hostname.endsWith(".localhost")) return true;
  return (0, import_node_net2.isIP)(hostname) !== 0 && refusedAddress(hostname, { loopback: false }) === "loopback";
}

// src/verify/keys.ts
var import_node_crypto4 = __toESM(require_node_crypto(), 1);
var MAX_KEYS = 100;
function keyTypeOf(algorithm) {
  if (/^(RS|PS)(256|384|512)$/.test(algorithm)) return "RSA";
  if (/^ES(256|384|512)$/.test(algorithm)) return "EC";
  if (algorithm === "EdDSA" || algorithm === "Ed25519") return "OKP";
  if (/^HS(256|384|512)$/.test(algorithm)) return "oct";
  return void 0;
}
async function checkSignature(decoded, keys) {
  if (decoded.format === "jwe") return { result: "key-unknown", why: "it is encrypted: only its audience can open it" };
  if (decoded.signatures.length === 0) return { result: "invalid", why: "it is not signed" };
  let last = { result: "key-unknown", why: "it has no signature that can be checked" };
  for (const { header, input, bytes } of decoded.signatures) {
    if (isNone(header)) continue;
    last = await checkOne(header, `${input}.${Buffer.from(bytes).toString("base64url")}`, keys);
    if (last.result === "valid") return last;
  }
  return last;
}
async function checkOne(header, jws, keys) {
  const algorithm = text(header, "alg") ?? "";
  const type = keyTypeOf(algorithm);
  if (type === void 0) return { result: "key-unknown", why: `its algorithm ${show(algorithm)} is none that can be checked` };
  const kid = text(header, "kid");
  const fitting = keys.filter((key) => key.kty === type && (key.use ?? "sig") === "sig" && (key.alg ?? algorithm) === algorithm);
  const named = kid === void 0 ? [] : fitting.filter((key) => key.kid === kid);
  const candidates = named.length > 0 ? named : fitting.filter((key) => kid === void 0 || key.kid === void 0);
  if (candidates.length === 0) {
    const symmetric = type === "oct" ? `it is signed with a shared secret (${algorithm}), which no issuer publishes` : void 0;
    return {
      result: "key-unknown",
      why: symmetric ?? `the key ${show(kid ?? "")} for ${algorithm} is not among the keys there are`
    };
  }
  for (const key of candidates) {
    try {
      await compactVerify(jws, await importJWK(key, algorithm));
      return { result: "valid", key: key.kid ?? `number ${keys.indexOf(key) + 1}`, algorithm };
    } catch (error) {
      if (error instanceof errors_exports.JWSSignatureVerificationFailed) continue;
      if (error instanceof errors_exports.JOSEError || error instanceof TypeError || error instanceof DOMException) {
        return { result: "key-unknown", why: `the key ${show(key.kid ?? "")} or the token is malformed` };
      }
      throw error;
    }
  }
  if (kid !== void 0 && named.length === 0)
    return { result: "key-unknown", why: `the key ${show(kid)} is not among the keys there are` };
  const which = named.length > 0 ? `the key ${show(kid ?? "")} did not sign it` : "none of the keys signed it";
  return { result: "invalid", why: `${which}: it is forged or was changed` };
}
function show(value) {
  return value === "" ? "that it names" : JSON.stringify(value.slice(0, 80));
}
var LEFT_OUT = /* @__PURE__ */ new Set(["d", "p", "q", "dp", "dq", "qi", "oth", "key_ops", "ext"]);
function publicPart(key) {
  return Object.fromEntries(Object.entries(key).filter(([name]) => !LEFT_OUT.has(name)));
}
function keysOf(json) {
  const keys = isObject(json) ? own(json, "keys") : void 0;
  if (!Array.isArray(keys)) return void 0;
  return keys.filter((key) => isObject(key) && typeof own(key, "kty") === "string").slice(0, MAX_KEYS).map(publicPart);
}
function keysOfFile(content, name) {
  const bad = (why, cause) => new UsageError(`${name} is no JWKS and no PEM file (${why}): give public keys of the issuer`, { cause });
  if (/^\s*\{/.test(content)) {
    let json;
    try {
      json = JSON.parse(content);
    } catch (error) {
      throw bad("it is no JSON", error);
    }
    const keys = keysOf(json) ?? keysOf({ keys: [json] }) ?? [];
    if (keys.length === 0) throw bad("it holds no key");
    return keys;
  }
  const blocks = content.match(/-----BEGIN [A-Z ]+-----[^-]+-----END [A-Z ]+-----/g) ?? [];
  if (blocks.length === 0) throw bad("it holds no key");
  return blocks.map((block) => {
    try {
      return (0, import_node_crypto4.createPublicKey)(block).export({ format: "jwk" });
    } catch (error) {
      throw bad("a key in it cannot be read", error);
    }
  });
}

// src/verify/issuers.ts
var IssuerError = class extends Error {
  name = "IssuerError";
};
function sameIssuer(a, b) {
  return a.replace(/\/+$/, "") === b.replace(/\/+$/, "");
}
function parseIssuer(value, options) {
  const url = URL.canParse(value) ? new URL(value) : void 0;
  const local = options.loopback && url !== void 0 && isLoopbackName(url.hostname.replace(/^\[|\]$/g, ""));
  if (!url || !(url.protocol === "https:" || url.protocol === "http:" && local) || url.username || url.search || url.hash) {
    throw new UsageError(`the issuer ${value} is no https URL: write it as it stands in the tokens' iss claim`);
  }
  return url;
}
function pinnedJwks({ issuer, captures }, claims) {
  const pattern = issuer.endpoints?.jwks;
  if (pattern === void 0) return void 0;
  const iss = strings(own(claims, "iss"))[0] ?? "";
  const forms = pattern.startsWith("{iss}") ? issuer.recognise.flatMap((condition) => condition.iss ?? []).filter((form) => match(form, iss)) : [pattern];
  const fixed = forms.length > 0 && forms.every(hasFixedHost);
  const filled = fixed ? fill(pattern, captures, claims, true) : void 0;
  const url = filled === void 0 ? void 0 : new URL(filled);
  return url?.protocol === "https:" && url.port === "" ? url : void 0;
}
function hasFixedHost(pattern) {
  const host = /^https:\/\/([^/]+)(?:\/|$)/.exec(pattern)?.[1];
  if (host === void 0 || /\{[a-z]+\*\}/.test(host)) return false;
  const labels = host.replace(/\{[a-z]+[.^9#]?\}/g, "*").split(".");
  return labels.length >= 2 && labels.slice(-2).every((label) => /^[a-z0-9-]+$/.test(label));
}
async function discover(issuer, door) {
  door.allow(issuer.host);
  let first;
  for (const algorithm of ["oidc", "oauth2"]) {
    try {
      const response = await discoveryRequest(issuer, { algorithm, ...throughDoor(door) });
      const metadata = await processDiscoveryResponse(issuer, response);
      for (const endpoint of [metadata.jwks_uri, metadata.introspection_endpoint, metadata.revocation_endpoint]) {
        if (endpoint !== void 0 && URL.canParse(endpoint)) door.allow(new URL(endpoint).host);
      }
      return metadata;
    } catch (error) {
      first ??= error;
    }
  }
  if (first instanceof DoorError) throw first;
  const [where = issuer.href] = metadataUrls(issuer.href);
  throw new IssuerError(`${where} and its RFC 8414 twin hold no metadata of this issuer`, { cause: first });
}
async function fetchKeys(url, door) {
  const answer = await door.send({ method: "GET", url, headers: { Accept: "application/jwk-set+json, application/json" } });
  if (answer.status !== 200) throw new IssuerError(`${url.host} gave no keys (HTTP ${answer.status})`);
  let keys;
  try {
    keys = keysOf(JSON.parse(answer.body));
  } catch {
  }
  if (!keys) throw new IssuerError(`what ${url.host} gave is no set of keys`);
  return keys;
}
function throughDoor(door) {
  return {
    [allowInsecureRequests]: true,
    [customFetch]: async (url, { method, headers, body }) => {
      const answer = await door.send({
        method: method === "POST" ? "POST" : "GET",
        url: new URL(url),
        headers,
        ...method === "POST" && { body: body?.toString() ?? "" }
      });
      const bodyless = [204, 205, 304].includes(answer.status) || answer.status < 200;
      return new Response(bodyless ? null : answer.body, {
        status: Math.max(200, answer.status),
        headers: answer.headers
      });
    }
  };
}

// src/verify/pointer.ts
function valuesAt(document, pointer) {
  let values = [document];
  for (const step of pointer.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    values = values.flatMap((value) => {
      if (typeof value !== "object" || value === null) return [];
      if (key === "*") return Object.values(value);
      if (Array.isArray(value)) return /^\d{1,6}$/.test(key) && Number(key) < value.length ? [value[Number(key)]] : [];
      return Object.hasOwn(value, key) ? [value[key]] : [];
    });
  }
  return values;
}
function plain(value) {
  return ["string", "number", "boolean"].includes(typeof value) ? String(value) : void 0;
}

// src/verify/provider.ts
var MAX_TEXT = 200;
var MAX_SCOPES = 100;
async function askProvider({ provider, providerName: name, verify: check }, values, door, now, named = []) {
  const notAsked = ({ unaskable }) => ({
    state: "unknown",
    by: "provider",
    detail: `not asked: ${unaskable}`
  });
  const addresses = addressesOf(check, values, named, provider);
  if ("unaskable" in addresses) return notAsked(addresses);
  let result;
  for (const address of addresses) {
    const request = requestOf(check, values, now, address);
    if ("unaskable" in request) return notAsked(request);
    const answer = await askOnce(servedBy(name, check, request.url, named), check, request, values, door);
    if (!result || answer.state !== "inactive") result = answer;
    if (answer.state === "active" || answer.state !== "inactive" && named.length === 0) break;
  }
  return result;
}
function servedBy(name, check, { host }, named) {
  return named.includes(host) || isHostOpen(check) ? `${name} (${host})` : name;
}
async function askOnce(name, check, request, values, door) {
  const known = [...check.active, ...check.inactive ?? []];
  try {
    const answer = await door.send({ ...request, settled: (one) => known.some((fact) => fits(one, fact)) });
    return { by: "provider", ...verdictOf(name, check, answer, values) };
  } catch (error) {
    if (!(error instanceof DoorError)) throw error;
    return { state: error.code === "rate-limited" ? "unknown" : "error", by: "provider", detail: error.message };
  }
}
function verdictOf(name, check, answer, values = /* @__PURE__ */ new Map()) {
  const active = check.active.find((fact) => fits(answer, fact));
  if (active) {
    const identity = identityIn(answer, check.identity ?? [], values);
    const scopes = scopesIn(answer, check.scopes ?? []);
    return {
      state: "active",
      detail: `${name} takes it${active.means === void 0 ? "" : `: ${active.means}`}`,
      ...identity !== void 0 && { identity },
      ...scopes.length > 0 && { scopes }
    };
  }
  const inactive = check.inactive?.find((fact) => fits(answer, fact));
  if (inactive) {
    const why = inactive.means === void 0 ? "" : `: ${inactive.means}`;
    return { state: "inactive", detail: `${name} refuses it (HTTP ${answer.status})${why}` };
  }
  if (answer.status === 429) return { state: "unknown", detail: `${name} limits requests: ask again later` };
  const unclear = check.unclear?.find((fact) => fits(answer, fact));
  if (unclear) return { state: "unknown", detail: `${name} does not tell: ${unclear.means ?? ""}` };
  const detail = `${name} gave an answer that tells neither that it is taken nor that it is not (HTTP ${answer.status})`;
  return { state: "unknown", detail };
}
function fits(answer, { status, body, at, is, unless }) {
  if (!status.includes(answer.status) || unless?.some((text2) => answer.body.includes(text2))) return false;
  const json = body === void 0 && at === void 0 ? void 0 : parse(answer.body);
  if (body === "array" && !Array.isArray(json)) return false;
  if (body === "object" && (typeof json !== "object" || json === null || Array.isArray(json))) return false;
  if (at === void 0) return is === void 0 || is.some((text2) => answer.body.includes(text2));
  const values = valuesAt(json, at).filter((value) => value !== null);
  return is ? values.some((value) => is.includes(plain(value) ?? "")) : values.length > 0;
}
function identityIn(answer, places, values = /* @__PURE__ */ new Map()) {
  const parts = places.flatMap((place2) => {
    const at = place2.lastIndexOf(" ");
    const from = place2.slice(at + 1);
    const [value] = from.startsWith("{") ? [fillHoles(from, values)] : textsAt(answer, from);
    return value === void 0 ? [] : [`${place2.slice(0, at)} ${value}`];
  });
  return parts.length > 0 ? parts.join(", ") : void 0;
}
function scopesIn(answer, places) {
  const all = places.flatMap((place2) => textsAt(answer, place2)).flatMap((text2) => text2.split(/[\s,]+/));
  return [...new Set(all.filter((scope) => scope !== ""))].slice(0, MAX_SCOPES);
}
function textsAt(answer, place2) {
  return foundAt(answer, place2).flat().flatMap((value) => {
    const text2 = clean(plain(value) ?? "");
    return text2 === "" ? [] : [text2];
  });
}
function foundAt(answer, place2) {
  if (place2.startsWith("header:")) return [answer.headers[place2.slice("header:".length)]];
  const [, at = "", claim = ""] = /^jwt:([^#]*)#(.*)$/.exec(place2) ?? [];
  if (at === "") return valuesAt(parse(answer.body), place2);
  return valuesAt(parse(answer.body), at).flatMap((token) => {
    const payload = (plain(token) ?? "").split(".")[1] ?? "";
    return valuesAt(parse(Buffer.from(payload, "base64url").toString("utf8")), claim);
  });
}
function clean(text2) {
  const line = text2.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return line.length > MAX_TEXT ? `${line.slice(0, MAX_TEXT)}\u2026` : line;
}
function parse(body) {
  try {
    return JSON.parse(body);
  } catch {
    return void 0;
  }
}

// src/verify/oauth.ts
async function introspect(server, client, token, door) {
  const by = "introspection";
  if (server.introspection_endpoint === void 0) {
    return { state: "unknown", by, detail: "the issuer names no introspection endpoint (RFC 7662)" };
  }
  let answer;
  try {
    const response = await introspectionRequest(server, client.client, client.auth, token, throughDoor(door));
    answer = await processIntrospectionResponse(server, client.client, response);
  } catch (error) {
    return { state: "error", by, detail: failureOf(error, server.issuer) };
  }
  if (!answer.active)
    return { state: "inactive", by, detail: "the issuer says that it is not active: expired, revoked or never issued" };
  const { scope, username, sub, client_id: owner, exp, token_type: type, cnf } = answer;
  const identity = [
    ...username === void 0 ? [] : [`user ${clean(username)}`],
    ...sub === void 0 ? [] : [`subject ${clean(sub)}`],
    ...owner === void 0 ? [] : [`client ${clean(owner)}`]
  ].join(", ");
  const dpop = cnf?.jkt !== void 0 || type?.toLowerCase() === "dpop";
  const bound = dpop || cnf?.["x5t#S256"] !== void 0;
  const facts = [
    ...exp === void 0 ? [] : [`until ${new Date(exp * 1e3).toISOString().replace(".000Z", "Z")}`],
    ...bound ? [`bound to a key (${dpop ? "DPoP, RFC 9449" : "mTLS, RFC 8705"}) and of no use without it`] : []
  ];
  return {
    state: "active",
    by,
    detail: `the issuer says that it is active${facts.map((fact) => `, ${fact}`).join("")}`,
    ...identity !== "" && { identity },
    ...bound && { bound },
    ...scope !== void 0 && { scopes: scope.split(" ").map(clean).filter(Boolean).slice(0, 100) }
  };
}
async function revokeAtIssuer(server, client, token, door) {
  if (server.revocation_endpoint === void 0) return "the issuer names no revocation endpoint (RFC 7009)";
  try {
    await processRevocationResponse(await revocationRequest(server, client.client, client.auth, token, throughDoor(door)));
    return void 0;
  } catch (error) {
    return failureOf(error, server.issuer);
  }
}
function failureOf(error, issuer) {
  if (error instanceof DoorError) return error.message;
  const { status, error: code, code: kind } = error;
  const said = code ?? kind;
  if (status === 401 || code === "invalid_client" || kind === "OAUTH_WWW_AUTHENTICATE_CHALLENGE") {
    return `${issuer} refuses the client: check its id and secret`;
  }
  if (status === 429) return `${issuer} limits requests: ask again later`;
  if (said === void 0 && !(error instanceof Error)) throw error;
  return `${issuer} gave an answer that cannot be used${said === void 0 ? "" : ` (${clean(said)})`}`;
}

// src/verify/verifier.ts
var import_node_fs3 = __toESM(require_node_fs(), 1);

// src/verify/clients.ts
var import_node_fs2 = __toESM(require_node_fs(), 1);
var Yaml = __toESM(require_dist(), 1);
var CLIENT_ID = "BEARERTRAP_CLIENT_ID";
var CLIENT_SECRET = "BEARERTRAP_CLIENT_SECRET";
function readClients(issuers, file, env) {
  const clients = file === void 0 ? [] : fromFile(file, env);
  const [id, secret] = [env[CLIENT_ID], env[CLIENT_SECRET]];
  if (!id || !secret) return clients;
  const open = issuers.filter((issuer) => !clients.some((one) => sameIssuer(one.issuer, issuer)));
  if (open.length > 1) {
    throw new UsageError(
      `${CLIENT_ID} belongs to one issuer, and ${open.length} are named: write the clients into a file (--clients)`
    );
  }
  return [...clients, ...open.map((issuer) => clientOf(issuer, id, secret, "basic"))];
}
function fromFile(file, env) {
  let content;
  try {
    content = Yaml.parse((0, import_node_fs2.readFileSync)(file, "utf8"));
  } catch (error) {
    const code = error.code ?? "";
    throw new UsageError(`the clients file ${file} cannot be read (${code.startsWith("E") ? code : "it is no YAML"})`);
  }
  if (!Array.isArray(content)) throw new UsageError(`the clients file ${file} holds no list: write "- issuer: \u2026" for each`);
  return content.map((entry, i) => {
    const one = isObject(entry) ? entry : {};
    const named = text(one, "client_secret_env");
    const [issuer, id, secret] = [
      text(one, "issuer"),
      text(one, "client_id"),
      text(one, "client_secret") ?? (named === void 0 ? void 0 : env[named])
    ];
    const auth = text(one, "auth") ?? "basic";
    const missing = issuer === void 0 ? "issuer" : id === void 0 ? "client_id" : secret ? void 0 : "client_secret";
    if (missing !== void 0) throw new UsageError(`entry ${i + 1} of the clients file ${file} has no ${missing}`);
    if (auth !== "basic" && auth !== "post")
      throw new UsageError(`entry ${i + 1} of the clients file ${file}: auth is basic or post`);
    return clientOf(issuer, id, secret, auth);
  });
}
function clientOf(issuer, id, secret, auth) {
  return {
    issuer,
    client: { client_id: id },
    auth: auth === "basic" ? ClientSecretBasic(secret) : ClientSecretPost(secret),
    secret
  };
}

// src/verify/verifier.ts
var OPAQUE_RULES = /* @__PURE__ */ new Set(["bearer-token", "generic-token"]);
var Verifier = class {
  door;
  calls;
  hosts;
  /** Custom rules whose calls go to a host that nobody named, by id. */
  unnamed = /* @__PURE__ */ new Map();
  now;
  table = loadIssuerTable();
  issuers;
  opaqueIssuer;
  localKeys;
  clients;
  metadata = /* @__PURE__ */ new Map();
  keys = /* @__PURE__ */ new Map();
  asked = /* @__PURE__ */ new Map();
  /** @throws UsageError for what the user gave and cannot be used */
  constructor(options) {
    const loopback = options.loopback ?? false;
    this.now = options.now ?? /* @__PURE__ */ new Date();
    this.door = createDoor({ ...options.door, loopback });
    const { custom } = options;
    const builtIn = Object.entries(loadCalls()).filter(([id]) => !custom?.ids.has(id));
    const own2 = Object.entries(custom?.calls ?? {});
    const open = [...builtIn, ...own2].filter(([, { verify }]) => verify && takesHost(verify));
    this.hosts = parseHosts(options.hosts ?? [], new Set(open.map(([, { provider }]) => provider)));
    const named = own2.filter(([id, calls]) => {
      const host = unnamedHost(calls, this.hosts);
      if (host !== void 0) this.unnamed.set(id, host);
      return host === void 0;
    });
    this.calls = Object.fromEntries([...builtIn, ...named]);
    for (const { verify, revocation } of Object.values(this.calls)) {
      for (const call of [verify, revocation]) for (const host of call ? hostsOf(call) : []) this.door.allow(host);
    }
    const inside = { private: options.private ?? false };
    for (const host of [...this.hosts.plain, ...[...this.hosts.byProvider.values()].flat()]) this.door.allow(host, inside);
    const issuers = [...options.issuers ?? [], ...options.opaqueIssuer === void 0 ? [] : [options.opaqueIssuer]];
    this.issuers = [...new Set(issuers)].map((value) => parseIssuer(value, { loopback }));
    for (const { host } of this.issuers) this.door.allow(host, inside);
    this.opaqueIssuer = this.issuers.find((url) => options.opaqueIssuer && sameIssuer(url.href, options.opaqueIssuer));
    this.localKeys = options.jwks?.length ? options.jwks.flatMap(readKeys) : void 0;
    this.clients = readClients([...new Set(issuers)], options.clients, options.door?.env ?? process.env);
  }
  /** Secrets of clients, to be masked in what is printed. */
  get secrets() {
    return this.clients.map(({ secret }) => secret);
  }
  /** How a secret is verified, without asking anyone. */
  route({ finding, secret }) {
    const calls = this.calls[finding.rule];
    if (calls?.verify) return { by: "provider", calls };
    const unnamed = this.unnamed.get(finding.rule);
    if (unnamed !== void 0) {
      return { by: "none", why: `its custom rule asks ${unnamed}; name the host with --host to allow it`, instead: "provider" };
    }
    const token = finding.kind === "jwt" ? explainToken(secret, { now: this.now, issuers: this.table }) : void 0;
    const decoded = token === void 0 ? void 0 : decodeToken(secret);
    if (token && decoded && !("malformed" in token) && !("malformed" in decoded)) return this.tokenRoute(decoded, token);
    if (!this.opaqueIssuer || !OPAQUE_RULES.has(finding.rule)) return { by: "none" };
    return { by: "introspection", issuer: this.opaqueIssuer };
  }
  tokenRoute(decoded, token) {
    const innermost = innermostOf(decoded);
    const claims = innermost.claims ?? {};
    const iss = strings(own(claims, "iss"))[0];
    const issuer = iss === void 0 ? void 0 : this.issuers.find((url) => sameIssuer(url.href, iss));
    const recognised = findIssuer(innermost.header, claims, this.table);
    const pinned = !issuer && recognised ? pinnedJwks(recognised, claims) : void 0;
    if (issuer || pinned || this.localKeys) {
      return { by: "token", decoded, token, ...pinned && { pinned }, ...issuer && { issuer } };
    }
    if (iss === void 0) return { by: "none", why: "it names no issuer; give keys with --jwks" };
    return {
      by: "none",
      why: `its issuer ${clean(iss)} is not among the known ones; allow it with --issuer, or give its keys with --jwks`
    };
  }
  /** Hosts that would be asked about a secret; an issuer's metadata may name further ones. */
  hostsOf(subject) {
    const route = this.route(subject);
    switch (route.by) {
      case "provider": {
        const { verify, provider } = route.calls;
        const values = valuesOf(subject);
        const addresses = addressesOf(verify, values, this.namedFor(provider), provider);
        if ("unaskable" in addresses) return [];
        return addresses.flatMap((address) => {
          const request = requestOf(verify, values, this.now, address);
          return "unaskable" in request ? [] : [request.url.host];
        });
      }
      case "token":
        return [route.issuer?.host, route.pinned?.host].filter((host) => host !== void 0);
      case "introspection":
        return [route.issuer.host];
      case "none":
        return [];
    }
  }
  /** Hosts of the user's that run the software of a provider. */
  namedFor(provider) {
    return this.hosts.byProvider.get(provider) ?? [];
  }
  /** Verifies one secret; undefined when there is no way to. */
  verify(subject) {
    const route = this.route(subject);
    if (route.by === "none") {
      const detail = route.why === void 0 ? void 0 : `not asked: ${route.why}`;
      return Promise.resolve(detail === void 0 ? void 0 : { state: "unknown", by: route.instead ?? "jwks", detail });
    }
    const values = valuesOf(subject);
    const what = route.by === "provider" ? [route.calls.verify, companionsOf(route.calls.verify).map((id) => values.get(`rule:${id}`))] : route.by;
    const key = JSON.stringify([what, subject.secret]);
    const known = this.asked.get(key);
    if (known) return known;
    const answer = this.ask(route, subject.secret, values);
    this.asked.set(key, answer);
    return answer;
  }
  /** Forgets the answer for a secret, so that it is asked about again. */
  forget() {
    this.asked.clear();
  }
  async ask(route, secret, values) {
    if (route.by === "provider") {
      const { calls } = route;
      return askProvider({ ...calls, verify: calls.verify }, values, this.door, this.now, this.namedFor(calls.provider));
    }
    const by = route.by === "token" ? "jwks" : "introspection";
    try {
      if (route.by === "token") return await this.askToken(route, secret);
      const client = this.clientOf(route.issuer);
      if (!client) return { state: "unknown", by, detail: noClient(route.issuer) };
      return await introspect(await this.server(route.issuer), client, secret, this.door);
    } catch (error) {
      if (!(error instanceof DoorError || error instanceof IssuerError)) throw error;
      return { state: "error", by, detail: error.message };
    }
  }
  async askToken(route, secret) {
    const { decoded, token, issuer, pinned } = route;
    let checked = { result: "key-unknown", why: "there are no keys to check it with" };
    let from = "the given keys";
    if (this.localKeys) checked = await checkSignature(decoded, this.localKeys);
    const server = issuer && await this.server(issuer);
    const jwks = server?.jwks_uri === void 0 ? pinned : new URL(server.jwks_uri);
    if (checked.result === "key-unknown" && jwks) {
      if (pinned) this.door.allow(pinned.host);
      checked = await checkSignature(decoded, await this.keysAt(jwks));
      from = `${token.issuerName ?? token.issuer ?? "the issuer"} (${jwks.host})`;
    }
    const verdict = signatureVerdict(checked, token, from);
    const client = issuer && this.clientOf(issuer);
    if (!server || !client || checked.result === "invalid" || token.state === "expired") return verdict;
    const said = await introspect(server, client, secret, this.door);
    if (checked.result !== "valid") return said.state === "error" ? verdict : said;
    if (said.state === "active")
      return { ...said, detail: `${said.detail}, and its signature is genuine (key ${clean(checked.key)})` };
    if (said.state !== "inactive") return verdict;
    const until = token.expiresAt === void 0 ? "" : ` until ${token.expiresAt}`;
    return {
      ...said,
      state: "unknown",
      detail: `${said.detail}; but its signature is genuine, and services that check no more take it${until}`
    };
  }
  /** The client registered for an issuer, if the user gave one. */
  clientOf(issuer) {
    return this.clients.find((one) => sameIssuer(one.issuer, issuer.href));
  }
  /** Metadata of an allowed issuer, fetched once. */
  server(issuer) {
    return once(this.metadata, issuer.href, () => discover(issuer, this.door));
  }
  keysAt(url) {
    return once(this.keys, url.href, () => fetchKeys(url, this.door));
  }
};
function noClient(issuer) {
  return `not asked: there is no client for ${issuer.host}; set BEARERTRAP_CLIENT_ID and BEARERTRAP_CLIENT_SECRET, or give --clients`;
}
function signatureVerdict(checked, token, from) {
  const by = "jwks";
  if (checked.result === "key-unknown") return { state: "unknown", by, detail: `not to be told: ${checked.why}` };
  if (checked.result === "invalid" && token.issuerId?.startsWith("entra") && "nonce" in token.header) {
    return { state: "unknown", by, detail: "not to be told: only Microsoft Graph can check the signature of its tokens" };
  }
  if (checked.result === "invalid") return { state: "inactive", by, detail: checked.why };
  const signed = `key ${clean(checked.key)} of ${from} signed it (${checked.algorithm})`;
  if (token.state === "expired")
    return { state: "inactive", by, detail: `genuine, but expired on ${token.expiresAt}: ${signed}` };
  const later = token.state === "not-yet-valid" ? `, from ${token.notBefore} on` : "";
  return { state: "active", by, detail: `genuine${later}: ${signed}; whether it was revoked its signature does not tell` };
}
function valuesOf({ secret, beside }) {
  return new Map([...[...beside].map(([id, value]) => [`rule:${id}`, value]), ["secret", secret]]);
}
function innermostOf(decoded) {
  return decoded.inner ? innermostOf(decoded.inner) : decoded;
}
function once(known, key, make) {
  const promise = known.get(key) ?? make();
  known.set(key, promise);
  return promise;
}
function readKeys(file) {
  try {
    return keysOfFile((0, import_node_fs3.readFileSync)(file, "utf8"), file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`the key file ${file} cannot be read (${error.code})`, { cause: error });
  }
}

// src/verify/revoke.ts
var WAITS_MS = [0, 1e3, 3e3, 6e3];
function planRevocation(subject, verifier) {
  const calls = verifier.calls[subject.finding.rule];
  if (calls?.revocation) {
    const values = new Map([...valuesOf(subject), ["found", "found"]]);
    const named = verifier.namedFor(calls.provider);
    if (named.length > 0 && !takesHost(calls.revocation)) {
      return {
        by: "hand",
        why: `only tokens of ${calls.providerName} itself can be revoked by a request, not those of ${named[0]}`
      };
    }
    const addresses = addressesOf(calls.revocation, values, named, calls.provider);
    if ("unaskable" in addresses) return { by: "hand", why: addresses.unaskable };
    if (addresses.length > 1)
      return { by: "hand", why: `--host names ${addresses.length} servers for it: name the one to send to` };
    const request = requestOf(calls.revocation, values, verifier.now, addresses[0]);
    if ("unaskable" in request) return { by: "hand", why: request.unaskable };
    return { by: "provider", fact: calls.revocation, request, provider: calls.providerName };
  }
  const route = verifier.route(subject);
  const issuer = route.by === "token" || route.by === "introspection" ? route.issuer : void 0;
  if (!issuer) return { by: "hand" };
  return verifier.clientOf(issuer) ? { by: "issuer", issuer } : { by: "hand", why: noClient(issuer) };
}
function revocationText(plan, subject) {
  const { finding } = subject;
  if (plan.by === "hand") {
    return [
      ...plan.why === void 0 ? [] : [plan.why],
      `by hand: ${finding.remedy.revoke}`,
      ...finding.remedy.url === void 0 ? [] : [finding.remedy.url]
    ];
  }
  if (plan.by === "issuer") {
    return [
      `asks ${plan.issuer.href} for its metadata, then sends to the revocation endpoint that it names (RFC 7009):`,
      "  POST (client authentication)",
      `  token=${finding.secret.redacted}`
    ];
  }
  const { method, url, headers = {}, body } = plan.request;
  const masked = [subject.secret, ...subject.beside.values(), ...encodings(subject.secret), ...encodedPairs(headers)];
  const mask = (text2) => redactText(text2, masked);
  const { find } = plan.fact;
  return [
    ...find ? [`GET ${find.url}, for the id of this secret: found`] : [],
    `${method} ${mask(url.href)}`,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${mask(value)}`),
    ...body === void 0 || body === "" ? [] : [`  ${mask(body)}`],
    `effect: it ${plan.fact.effect}`
  ];
}
function encodings(secret) {
  const url = encodeURIComponent(secret);
  return [
    url,
    url.replaceAll("%3A", ":"),
    new URLSearchParams({ s: secret }).toString().slice(2),
    JSON.stringify(secret).slice(1, -1)
  ];
}
function encodedPairs(headers) {
  return (headers["Authorization"] ?? "").split(" ").slice(1);
}
async function revoke(plan, subject, verifier, waits = WAITS_MS) {
  const problem = plan.by === "provider" ? await sendRevocation(plan, subject, verifier) : await askIssuer(plan.issuer, subject, verifier);
  if (problem !== void 0) return { taken: false, said: problem };
  const said = `${plan.by === "provider" ? plan.provider : plan.issuer.host} took the request`;
  let after;
  for (const wait of waits) {
    await (0, import_promises3.setTimeout)(wait);
    verifier.forget();
    after = await verifier.verify(subject);
    if (after?.state !== "active") break;
  }
  return { taken: true, said, ...after && { after } };
}
async function sendRevocation({ fact, request }, subject, verifier) {
  try {
    let final = request;
    if (fact.find) {
      const found = await findId(fact.find, request, subject.secret, verifier);
      if (found === void 0) return `${hostOf(fact)} does not list this secret, so its id is not known`;
      final = { ...request, url: new URL(fillHoles(fact.url, /* @__PURE__ */ new Map([["found", found]]), encodeURIComponent)) };
    }
    const answer = await verifier.door.send(final);
    if (fact.done.some((done) => fits(answer, done))) return void 0;
    return `${final.url.host} did not do it (HTTP ${answer.status})`;
  } catch (error) {
    if (!(error instanceof DoorError)) throw error;
    return error.message;
  }
}
async function findId(find, { headers }, secret, verifier) {
  const answer = await verifier.door.send({ method: "GET", url: new URL(find.url), ...headers && { headers } });
  const entry = valuesAt(parse(answer.body), find.at).find((one) => valuesAt(one, find.secret)[0] === secret);
  const id = plain(valuesAt(entry, find.take)[0]);
  return id !== void 0 && /^[\w-]{1,100}$/.test(id) ? id : void 0;
}
async function askIssuer(issuer, subject, verifier) {
  const client = verifier.clientOf(issuer);
  if (!client) return clean(noClient(issuer));
  try {
    return await revokeAtIssuer(await verifier.server(issuer), client, subject.secret, verifier.door);
  } catch (error) {
    if (!(error instanceof DoorError || error instanceof IssuerError)) throw error;
    return error.message;
  }
}

// src/verify/index.ts
var BESIDE_LINES = 50;
function subjectsOf(findings, secretOf, verifier) {
  return findings.flatMap((finding) => {
    const secret = finding.suppressed ? void 0 : secretOf(finding);
    if (secret === void 0) return [];
    const calls = verifier.calls[finding.rule];
    const wanted = new Set([calls?.verify, calls?.revocation].flatMap((call) => call ? companionsOf(call) : []));
    const beside = /* @__PURE__ */ new Map();
    for (const rule of wanted) {
      const nearest = finding.companions?.find((companion) => companion.rule === rule) ?? nearestOf(finding, findings, rule);
      const value = nearest && secretOf(nearest);
      if (value !== void 0) beside.set(rule, value);
    }
    return [{ finding, secret, beside }];
  });
}
function nearestOf(finding, all, rule) {
  let best;
  let least = BESIDE_LINES;
  for (const other of all) {
    if (other.rule !== rule) continue;
    for (const a of finding.locations) {
      for (const b of other.locations) {
        const lines = sameObject(a, b) ? Math.abs(a.startLine - b.startLine) : Number.POSITIVE_INFINITY;
        if (lines > least || lines === least && best) continue;
        best = other;
        least = lines;
      }
    }
  }
  return best;
}
function sameObject(a, b) {
  return a.path === b.path && a.inside === b.inside && a.blob === b.blob;
}
async function verifyReport(report, secretOf, verifier, signal2) {
  const stopped = new Promise((resolve2) => {
    if (signal2?.aborted) resolve2(void 0);
    signal2?.addEventListener("abort", () => resolve2(void 0));
  });
  const renewed = /* @__PURE__ */ new Map();
  await Promise.all(
    subjectsOf(report.findings, secretOf, verifier).map(async (subject) => {
      const answer = await Promise.race([stopped, verifier.verify(subject)]);
      if (answer) renewed.set(subject.finding, withVerification(subject.finding, answer));
    })
  );
  const findings = report.findings.map((finding) => renewed.get(finding) ?? finding).sort(byImportance);
  return { ...report, findings, summary: summarize(findings) };
}
function planText(subjects, verifier) {
  const hosts = /* @__PURE__ */ new Map();
  let without = 0;
  for (const subject of subjects) {
    const to = verifier.hostsOf(subject);
    if (to.length === 0) without++;
    for (const host of to) hosts.set(host, (hosts.get(host) ?? /* @__PURE__ */ new Set()).add(subject.secret));
  }
  const rows = [...hosts].sort(([a], [b]) => a < b ? -1 : 1).map(([host, secrets]) => `  ${host}  ${countOf(secrets.size)}`);
  const lines = rows.length > 0 ? ["would ask these hosts, and no other but those that an allowed issuer names:", ...rows] : ["would ask nobody"];
  return `${[...lines, ...without > 0 ? [`no way to ask about ${countOf(without)}`] : []].join("\n")}
`;
}
function countOf(number) {
  return number === 1 ? "1 secret" : `${number} secrets`;
}

// src/cli/interrupt.ts
var SAME_MS = 500;
function onInterrupt() {
  const abort = new AbortController();
  process.removeAllListeners("SIGINT");
  process.on("SIGINT", () => {
    if (abort.signal.aborted) return;
    abort.abort();
    setTimeout(() => process.removeAllListeners("SIGINT"), SAME_MS).unref();
  });
  return abort;
}

// src/cli/verify.ts
async function verifierFor(options, signal2) {
  const { issuer, opaqueIssuer, host, jwks, clients, allowPrivate, allowLoopback, rules, cwd = process.cwd() } = options;
  return new Verifier({
    ...host && { hosts: host },
    ...rules?.length && { custom: await loadCustomCalls(rules, cwd) },
    ...signal2 && { door: { signal: signal2 } },
    ...issuer && { issuers: issuer },
    ...opaqueIssuer !== void 0 && { opaqueIssuer },
    ...jwks && { jwks },
    ...clients !== void 0 && { clients },
    ...allowPrivate !== void 0 && { private: allowPrivate },
    ...allowLoopback !== void 0 && { loopback: allowLoopback }
  });
}
async function verifyScan(result, options, dryRun, signal2) {
  const verifier = await verifierFor(options, signal2);
  const secretOf = (of) => result.secretOf.get(of);
  if (dryRun) {
    process.stderr.write(`bearertrap: ${planText(subjectsOf(result.report.findings, secretOf, verifier), verifier)}`);
    return result;
  }
  const report = await verifyReport(result.report, secretOf, verifier, signal2);
  tellInterrupted(report, signal2);
  return { ...result, report, secrets: [...result.secrets, ...verifier.secrets] };
}
function tellInterrupted({ findings }, signal2) {
  if (!signal2.aborted) return;
  const told = findings.filter(({ verification }) => verification).length;
  process.stderr.write(`bearertrap: interrupted: ${told} of ${findings.length} findings were verified until then
`);
}
async function verifyCommand(file, given) {
  const options = given;
  const abort = onInterrupt();
  const verifier = await verifierFor(options, abort.signal);
  const report = await readReport(file);
  const { secretOf, secrets, missing } = await readAgain(report, options.rules ? { rules: options.rules } : {});
  for (const { id, title, locations } of missing) {
    const where = locations[0]?.path ?? "";
    process.stderr.write(
      `bearertrap: ${id} (${title}): its secret is no more in ${where || "the place the report names"}; run this where the report was made, scan again, or make the report with --show-secrets
`
    );
  }
  if (options.dryRun) {
    process.stdout.write(planText(subjectsOf(report.findings, secretOf, verifier), verifier));
    return EXIT.clean;
  }
  const verified = await verifyReport(report, secretOf, verifier, abort.signal);
  tellInterrupted(verified, abort.signal);
  const text2 = await render(options.format, verified, {
    frames: /* @__PURE__ */ new WeakMap(),
    secrets: [...secrets, ...verifier.secrets],
    sheets: new Map(loadSheets().map((sheet) => [sheet.id, sheet])),
    color: options.color && wantsColor(),
    width: process.stdout.columns ?? 100,
    showSecrets: false
  });
  await new Promise((resolve2) => process.stdout.write(text2, () => resolve2()));
  if (abort.signal.aborted) return EXIT.interrupted;
  const states = verified.findings.filter(({ suppressed }) => !suppressed).map(({ verification }) => verification?.state);
  if (states.includes("active")) return EXIT.findings;
  return states.every((state) => state === "inactive") ? EXIT.clean : EXIT.incomplete;
}
async function readReport(file) {
  let text2;
  try {
    text2 = file === "-" ? (await readStdin()).toString("utf8") : (0, import_node_fs4.readFileSync)(file, "utf8");
  } catch (error) {
    throw new UsageError(`the report ${file} cannot be read (${error.code})`, { cause: error });
  }
  let report;
  try {
    report = JSON.parse(text2);
  } catch (error) {
    throw new UsageError(`${file} is no JSON report: make one with bearertrap scan --format json`, { cause: error });
  }
  const whole = report?.version === 1 && Array.isArray(report.findings) && report.scope && report.coverage && report.tool && report.summary;
  const findings = Array.isArray(report?.findings) ? report.findings : [];
  if (!whole || !findings.every(isFinding)) {
    throw new UsageError(`${file} is no report of this version: make one with bearertrap scan --format json`);
  }
  return report;
}
function isFinding(value) {
  return typeof value?.id === "string" && typeof value.rule === "string" && typeof value.secret?.redacted === "string" && Array.isArray(value.reasons) && typeof value.remedy?.revoke === "string" && Array.isArray(value.locations) && value.locations.every((location) => typeof location?.path === "string");
}

export {
  readAgain,
  planRevocation,
  revocationText,
  revoke,
  subjectsOf,
  verifierFor,
  verifyScan,
  verifyCommand,
  readReport
};
