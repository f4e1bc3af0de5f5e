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
import "./shared-builtin-node-crypto.mjs";
import {
  loadCatalogue,
  loadSheets
} from "./shared-rules-catalogue.mjs";
import {
  Detector,
  resolve
} from "./shared-detect-engine.mjs";
import {
  checksumProves
} from "./shared-detect-decode-base64.mjs";
import "./shared-detect-prefilter.mjs";
import "./shared-tokens-capability.mjs";
import "./shared-detect-tables.mjs";
import "./shared-detect-score-place-features.mjs";
import "./shared-detect-plausible.mjs";
import "./shared-tokens-json.mjs";
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
async function decodeCommand(argument, options) {
  const text = argument ?? (await readStdin()).toString("utf8");
  if (text.trim() === "") throw new UsageError("there is no token: give it as argument or on standard input");
  const explained = explainText(text, {
    now: /* @__PURE__ */ new Date(),
    issuers: loadIssuerTable(),
    personalData: options.showSecrets ? "show" : "redact"
  });
  const key = matchRule(unwrap(text));
  if ("malformed" in explained && !key) {
    const why = /[.{~]|^e[yw]/.test(unwrap(text)) ? explained.malformed : "it has the form of no token and of no key that can be told by its form";
    throw new UsageError(`this is no token that can be read: ${why}`);
  }
  const token = "malformed" in explained ? void 0 : explained.token;
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ ...key && { rule: key }, ...token && { token } }, null, 2)}
`);
    return EXIT.clean;
  }
  const lines = [...key ? ruleLines(key) : [], ..."malformed" in explained ? [] : explained.lines];
  process.stdout.write(card(lines, options.color !== false && wantsColor()));
  return EXIT.clean;
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
function card(lines, color) {
  const width = Math.max(40, Math.min(process.stdout.columns ?? 100, 100));
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
  decodeCommand
};
