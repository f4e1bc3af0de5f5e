const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  readStdin
} from "./shared-cli-stdin.mjs";
import {
  explainText,
  unwrap
} from "./shared-tokens-opaque.mjs";
import {
  loadIssuerTable
} from "./shared-tokens-issuer-table.mjs";
import "./shared-fingerprint.mjs";
import "./shared-tokens-decode.mjs";
import {
  Detector,
  resolve
} from "./shared-detect-engine.mjs";
import "./shared-wasm-core-code.mjs";
import {
  checksumProves
} from "./shared-detect-checksums-decode.mjs";
import "./shared-detect-decode-base64.mjs";
import "./shared-detect-assignment.mjs";
import "./shared-tokens-capability.mjs";
import {
  loadCatalogue,
  loadSheets
} from "./shared-rules-catalogue.mjs";
import "./shared-detect-tables.mjs";
import "./shared-detect-score-place-features.mjs";
import "./shared-order.mjs";
import "./shared-detect-plausible.mjs";
import "./shared-detect-bytes.mjs";
import "./shared-tokens-json.mjs";
import "./shared-builtin-node-crypto.mjs";
import {
  require_node_util,
  wantsColor,
  wrap
} from "./shared-report-columns.mjs";
import {
  isGuessable,
  redact
} from "./shared-report-redact.mjs";
import {
  EXIT
} from "./shared-judge-policy.mjs";
import "./shared-builtin-node-fs.mjs";
import {
  UsageError
} from "./shared-errors.mjs";
import "./shared-model.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/cli/decode.ts
var import_node_util = __toESM(require_node_util(), 1);
var TITLES = {
  what: "What it is",
  who: "Who",
  when: "When",
  power: "What it allows",
  problems: "Weak points",
  "to do": "What to do",
  header: "Header",
  claims: "Claims",
  holds: "What it holds"
};
var LABEL = 14;
var WIDTH = 100;
async function decodeCommand(argument, options) {
  const text = argument ?? (await readStdin()).toString("utf8");
  if (text.trim() === "") throw new UsageError("there is no token: give it as argument or on standard input");
  const { key, token, lines } = decode(text, /* @__PURE__ */ new Date(), options.showSecrets);
  const width = process.stdout.columns ?? WIDTH;
  process.stdout.write(
    options.json ? `${JSON.stringify({ ...key && { rule: key }, ...token && { token } }, null, 2)}
` : card(lines, width, options.color !== false && wantsColor())
  );
  return EXIT.clean;
}
function decodeCard(text, now) {
  return card(decode(text, now).lines, WIDTH, false);
}
function decode(text, now, showSecrets = false) {
  const explained = explainText(text, {
    now,
    issuers: loadIssuerTable(),
    personalData: showSecrets ? "show" : "redact"
  });
  const key = matchRule(unwrap(text));
  if ("malformed" in explained && !key) {
    const only = onlyToken(text);
    if (only !== void 0) return decode(only, now, showSecrets);
    const why = /[.{~]|^e[yw]/.test(unwrap(text)) ? explained.malformed : "it has the form of no token and of no key that can be told by its form";
    throw new UsageError(`this is no token that can be read: ${why}`);
  }
  const { token, lines } = "malformed" in explained ? { lines: [] } : explained;
  return { ...key && { key }, ...token && { token }, lines: [...key ? ruleLines(key) : [], ...lines] };
}
function onlyToken(text) {
  const catalogue = loadCatalogue();
  const data = Buffer.from(text, "utf8");
  const hits = resolve(new Detector(catalogue).scan(data, 0, data.length), catalogue);
  const secrets = hits.filter(({ rule, evidence }) => rule >= 0 && evidence === void 0 && catalogue.rules[rule].kind !== "misuse").map(({ start, end, decoded }) => decoded?.secret ?? data.toString("utf8", start, end));
  const [only, ...more] = new Set(secrets);
  return more.length > 0 || only === text.trim() ? void 0 : only;
}
function matchRule(text) {
  const catalogue = loadCatalogue();
  const data = Buffer.from(text, "utf8");
  const [hit] = resolve(new Detector(catalogue).scan(data, 0, data.length), catalogue);
  const rule = hit && catalogue.rules[hit.rule];
  const whole = hit && (hit.start === 0 && hit.end === data.length || hit.decoded?.secret === text);
  if (!rule || rule.kind === "misuse" || !whole) return wrongChecksum(text, catalogue.rules);
  if (rule.kind === "jwt") return void 0;
  return factsOf(text, rule, hit);
}
function wrongChecksum(text, rules) {
  const rule = rules.filter(
    ({ checksum, pattern, flags }) => checksum && checksumProves(checksum) && new RegExp(`^(?:${pattern})$`, flags).test(text)
  ).reduce((best, one) => best && best.rank >= one.rank ? best : one, void 0);
  const reason = {
    code: "checksum-wrong",
    text: `Its checksum (${rule?.checksum?.is}) is wrong: it was mistyped, cut or made up, and opens nothing.`
  };
  return rule && factsOf(text, rule, { confidence: "low", reasons: [reason] });
}
function factsOf(text, rule, hit) {
  const sheet = loadSheets().find((one) => one.id === rule.id);
  const proven = rule.checksum && checksumProves(rule.checksum);
  return {
    id: rule.id,
    title: sheet.title,
    provider: sheet.providerName,
    opens: sheet.opens,
    severity: sheet.severity,
    confidence: hit.confidence,
    redacted: redact(text, { kind: rule.kind, guessable: isGuessable(text, rule.kind) }),
    reasons: hit.reasons.map((reason) => reason.text),
    ...proven && { checksum: { is: rule.checksum.is, valid: !hit.reasons.some(({ code }) => code === "checksum-wrong") } },
    revoke: sheet.revoke
  };
}
function ruleLines(key) {
  const line = (section, label, text) => ({ section, label, text, tone: "plain" });
  const revoke = `${key.revoke.how}${key.revoke.url === void 0 ? "" : ` ${key.revoke.url}`}`;
  const made = key.checksum?.valid === false;
  return [
    line("what", "", `${key.title}, ${key.redacted} (rule ${key.id}, confidence ${key.confidence})`),
    line("what", "", key.opens),
    ...key.reasons.map((reason) => ({ ...line("what", "", reason), tone: made ? "warn" : "plain" })),
    line("who", "provider", key.provider),
    ...made ? [] : [line("power", "severity", `${key.severity}, where it is found in a file`)],
    line("to do", "", made ? `Nothing for this text. If a real one stands behind it: ${revoke}` : revoke)
  ];
}
function card(lines, columns, color) {
  const width = Math.max(40, Math.min(columns, WIDTH));
  const paint = (style, text) => color ? (0, import_node_util.styleText)(style, text, { validateStream: false }) : text;
  const tones = { plain: void 0, good: "green", warn: "yellow", bad: "red" };
  const out = [];
  for (const section of Object.keys(TITLES)) {
    const own = lines.filter((line) => line.section === section);
    if (own.length === 0) continue;
    out.push(`${out.length > 0 ? "\n" : ""}${paint("bold", TITLES[section])}`);
    for (const { label, text, tone } of own) {
      const indent = label === "" ? 2 : LABEL + 2;
      const [first = "", ...rest] = wrap(text, width - indent);
      const style = tones[tone];
      const show = (part) => style ? paint(style, part) : part;
      out.push(
        `  ${label === "" ? "" : `${label.padEnd(LABEL - 1)} `}${show(first)}`,
        ...rest.map((part) => " ".repeat(indent) + show(part))
      );
    }
  }
  return `${out.join("\n")}
`;
}
export {
  decodeCard,
  decodeCommand
};
