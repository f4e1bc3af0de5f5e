const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  findCompanions
} from "./shared-companions.mjs";
import {
  joinLives
} from "./shared-life.mjs";
import {
  fingerprint
} from "./shared-fingerprint.mjs";
import {
  isLocalUrl
} from "./shared-tokens-decode.mjs";
import {
  groupBy,
  secretKey
} from "./shared-group.mjs";
import {
  isDocumentation,
  isTestPath,
  settle
} from "./shared-detect-score-place-features.mjs";
import {
  byImportance,
  byPlace,
  byText
} from "./shared-order.mjs";
import "./shared-detect-plausible.mjs";
import "./shared-detect-bytes.mjs";
import "./shared-tokens-json.mjs";
import "./shared-builtin-node-crypto.mjs";
import {
  isGuessable,
  redact,
  showCode
} from "./shared-report-redact.mjs";
import "./shared-builtin-node-fs.mjs";
import {
  CONFIDENCES,
  SEVERITIES
} from "./shared-model.mjs";
import "./shared-runtime.mjs";

// src/judge/severity.ts
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
var inTests = ({ paths }) => paths.length > 0 && paths.every(isTestPath);
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
    applies: ({ keyOf }) => keyOf === "signed"
  },
  {
    code: "binds-tokens",
    for: "other",
    text: "a token that was found with it is bound to it: together they open what the token opens",
    effect: { atLeast: "high" },
    applies: ({ keyOf }) => keyOf === "bound"
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
    applies: ({ sheet, paths }) => sheet.kind === "misuse" && paths.length > 0 && paths.every(isDocumentation)
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
  for (const { code, for: whom, text, effect, applies } of ADJUSTMENTS) {
    if (whom !== "both" && whom === "token" !== readable) continue;
    if (!applies(input, input.token)) continue;
    const moved = apply(rank, effect);
    weighed.push({ reason: { code, text: sentence(text) }, weight: Math.abs(moved - rank) });
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
function sentence(text) {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(capital) ? capital : `${capital}.`;
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
  await linkKeys(groups, options);
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
  const keyOf = ({ location, secret }) => `${location.path}\0${secret}`;
  const rank = (rule) => sheets.get(rule)?.rank ?? 0;
  for (const match of matches) {
    const known = best.get(keyOf(match));
    const more = known === void 0 ? 1 : rank(match.rule) - rank(known) || byText(known, match.rule);
    if (more > 0) best.set(keyOf(match), match.rule);
  }
  return matches.map((match) => {
    const rule = best.get(keyOf(match));
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
  const { explainOpaque, explainToken } = await import("./shared-runtime-2.mjs");
  const { loadIssuerTable } = await import("./shared-runtime-3.mjs");
  const issuers = loadIssuerTable();
  for (const group of readable) {
    const committedAt = firstCommitted(group);
    const options = {
      now,
      personalData: showSecrets ? "show" : "redact",
      ...committedAt && { committedAt }
    };
    if (group.sheet.kind === "jwt") {
      const token = explainToken(group.secret, { ...options, issuers });
      group.token = "malformed" in token ? void 0 : token;
    } else {
      group.token = explainOpaque(group.secret, { ...options, formats: group.sheet.provider === "generic" });
    }
  }
}
function firstCommitted({ history, matches }) {
  if (history) return new Date(history.first.date);
  const times = matches.flatMap(({ committed }) => committed ?? []);
  return times.length === 0 ? void 0 : new Date(Math.min(...times) * 1e3);
}
async function linkKeys(groups, { notice, certificates, jobs, signal }) {
  const tokens = groups.flatMap((group) => group.token && group.sheet.kind === "jwt" ? [{ group, token: group.token }] : []);
  if (tokens.length === 0) return;
  const keys = {
    secrets: groups.filter(({ sheet: { kind } }) => kind !== "jwt" && kind !== "private-key" && kind !== "misuse"),
    privateKeys: groups.filter(({ sheet: { kind } }) => kind === "private-key")
  };
  const byCertificate = keys.privateKeys.length > 0 && tokens.some(({ token }) => token.binding.method === "mtls");
  const { linkKeysInShares } = await import("./shared-runtime-2.mjs");
  const input = {
    tokens: tokens.map(({ group, token }) => ({ text: group.secret, token })),
    secrets: keys.secrets.map(({ secret }) => secret),
    privateKeys: keys.privateKeys.map(({ secret }) => secret),
    certificates: byCertificate && await certificates?.() || []
  };
  const linked = await linkKeysInShares(input, { jobs, signal });
  for (const [i, { problems, keys: found }] of linked.tokens.entries()) {
    const { group, token } = tokens[i];
    if (problems.length > 0) group.token = { ...token, problems: [...problems, ...token.problems] };
    for (const { of, index, relation } of found) {
      const key = keys[of][index];
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
  const signed = links.some(({ relation }) => relation === "signs");
  const proven = signed || links.some(({ relation }) => relation === "signed-by");
  const confidence = proven ? "certain" : best.confidence;
  const verdict = judge({
    sheet,
    confidence,
    paths: matches.map((match) => match.location.path),
    ...token && { token },
    ...history && { reach: history.reach },
    keyOf: signed ? "signed" : links.some(({ relation }) => relation === "binds") ? "bound" : void 0
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
  return reasons.filter(({ code, text }) => !seen.has(`${code}\0${text}`) && seen.add(`${code}\0${text}`));
}
export {
  makeFindings
};
