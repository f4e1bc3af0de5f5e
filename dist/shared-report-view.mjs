const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  createRedactor
} from "./shared-report-redact.mjs";

// src/report/view.ts
var DEEPEST = 32;
var BY_SEVERITY = { critical: 1, high: 1, medium: 1, low: 1, info: 1 };
var NO_TIME = "1970-01-01T00:00:00Z";
function createView(report, context) {
  const redactor = createRedactor(context.showSecrets ? [] : context.secrets);
  const originals = /* @__PURE__ */ new WeakMap();
  const findings = report.findings.map((finding) => showFinding(finding, redactor, context.showSecrets, originals));
  return {
    report: arrange(
      {
        ...report,
        tool: arrange(report.tool, { name: 1, version: 1, rules: 1, rulesHash: 1 }),
        scope: arrange(report.scope, { kind: 1, root: 1, range: 1, head: 1 }),
        findings,
        coverage: showCoverage(report.coverage, redactor),
        summary: arrange(
          { ...report.summary, bySeverity: arrange(report.summary.bySeverity, BY_SEVERITY) },
          { findings: 1, suppressed: 1, bySeverity: 1 }
        )
      },
      { version: 1, tool: 1, scope: 1, findings: 1, coverage: 1, summary: 1 }
    ),
    frame(location) {
      const original = originals.get(location);
      const frame = original && context.frames.get(original.location);
      if (!frame) return void 0;
      if (!context.showSecrets) return redactor.frame(frame, original.redacted);
      const { text, start, end } = frame;
      return { before: text.slice(0, start), secret: text.slice(start, end), after: text.slice(end) };
    },
    lineHash(location) {
      const original = originals.get(location);
      return original && context.lineHashes?.get(original.location);
    },
    current(location) {
      const original = originals.get(location);
      const now = original && context.current?.get(original.location);
      if (!original || !now) return now;
      const shown = showLocation(now, original.path, redactor);
      originals.set(shown, { ...original, location: now });
      return shown;
    },
    link: (location) => context.link?.(location),
    sheets: context.sheets,
    color: context.color,
    width: context.width,
    showSuppressed: context.showSuppressed ?? false,
    startedAt: context.startedAt ?? NO_TIME,
    finishedAt: context.finishedAt ?? context.startedAt ?? NO_TIME
  };
}
function showFinding(finding, redactor, showSecrets, originals) {
  const path = finding.history?.where === "path" ? redactor.known : redactor.strong;
  const { value, ...secret } = finding.secret;
  const locations = finding.locations.map((location) => {
    const shown = showLocation(location, path, redactor);
    originals.set(shown, { location, redacted: secret.redacted, path });
    return shown;
  });
  return arrange(
    {
      ...finding,
      reasons: finding.reasons.map(({ code, text }) => ({ code, text: redactor.strong(text) })),
      secret: arrange(showSecrets && value !== void 0 ? { ...secret, value } : secret, {
        redacted: 1,
        length: 1,
        value: 1
      }),
      locations,
      ...finding.companions && {
        companions: finding.companions.map(
          (companion) => arrange(
            { ...companion, location: showLocation(companion.location, path, redactor) },
            { rule: 1, title: 1, redacted: 1, location: 1 }
          )
        )
      },
      ...finding.token && { token: showToken(finding.token, redactor) },
      ...finding.history && { history: showHistory(finding.history, redactor, path) },
      ...finding.related && {
        related: finding.related.map((one) => arrange(one, { id: 1, rule: 1, relation: 1 }))
      },
      remedy: arrange(finding.remedy, { revoke: 1, url: 1, automatic: 1, command: 1 }),
      ...finding.verification && { verification: showVerification(finding.verification, redactor) },
      ...finding.suppressed && { suppressed: showSuppression(finding.suppressed, redactor) }
    },
    {
      id: 1,
      rule: 1,
      provider: 1,
      title: 1,
      kind: 1,
      severity: 1,
      confidence: 1,
      reasons: 1,
      secret: 1,
      locations: 1,
      companions: 1,
      token: 1,
      history: 1,
      related: 1,
      remedy: 1,
      verification: 1,
      suppressed: 1
    }
  );
}
function showLocation(location, path, redactor) {
  return arrange(
    {
      ...location,
      path: path(location.path),
      ...location.inside !== void 0 && { inside: path(location.inside) },
      ...location.suppressed && { suppressed: showSuppression(location.suppressed, redactor) }
    },
    {
      path: 1,
      startLine: 1,
      startColumn: 1,
      endLine: 1,
      endColumn: 1,
      offset: 1,
      length: 1,
      blob: 1,
      commit: 1,
      decodedFrom: 1,
      inside: 1,
      suppressed: 1
    }
  );
}
function showToken(token, redactor) {
  return arrange(mapStrings(token, redactor.strong), {
    format: 1,
    type: 1,
    typeReasons: 1,
    header: 1,
    algorithm: 1,
    keyId: 1,
    issuer: 1,
    issuerName: 1,
    issuerId: 1,
    tenant: 1,
    subject: 1,
    audience: 1,
    client: 1,
    actor: 1,
    scopes: 1,
    roles: 1,
    privilege: 1,
    privilegeReasons: 1,
    issuedAt: 1,
    notBefore: 1,
    expiresAt: 1,
    lifetimeSeconds: 1,
    state: 1,
    lifetime: 1,
    liveWhenCommitted: 1,
    binding: 1,
    problems: 1,
    claims: 1,
    endpoints: 1,
    remedy: 1
  });
}
function showHistory(history, redactor, path) {
  const commit = (one) => arrange(
    {
      ...one,
      author: redactor.strong(one.author),
      email: redactor.strong(one.email),
      path: path(one.path),
      subject: redactor.known(one.subject)
    },
    { id: 1, author: 1, email: 1, date: 1, path: 1, subject: 1, boundary: 1 }
  );
  return arrange(
    { ...history, first: commit(history.first), last: commit(history.last), refs: history.refs.map(redactor.strong) },
    { first: 1, last: 1, inHead: 1, refs: 1, reachable: 1, reach: 1, since: 1, where: 1 }
  );
}
function showVerification(verification, redactor) {
  return arrange(mapStrings(verification, redactor.strong), {
    state: 1,
    by: 1,
    detail: 1,
    identity: 1,
    scopes: 1
  });
}
function showSuppression(suppression, redactor) {
  return arrange(mapStrings(suppression, redactor.strong), {
    by: 1,
    reason: 1,
    owner: 1,
    expires: 1
  });
}
function showCoverage(coverage, redactor) {
  return arrange(
    {
      ...coverage,
      ...coverage.files && {
        files: arrange(coverage.files, { scanned: 1, bytes: 1, binary: 1 })
      },
      ...coverage.blobs && { blobs: arrange(coverage.blobs, { scanned: 1, bytes: 1 }) },
      skipped: coverage.skipped.map(
        (skip) => arrange({ ...skip, examples: skip.examples.map(redactor.strong) }, { reason: 1, count: 1, examples: 1, gap: 1 })
      )
    },
    { complete: 1, files: 1, blobs: 1, commits: 1, skipped: 1 }
  );
}
function arrange(value, keys) {
  const arranged = {};
  for (const key of Object.keys(keys)) {
    if (value[key] !== void 0) arranged[key] = value[key];
  }
  return arranged;
}
function mapStrings(value, map, depth = 0) {
  if (typeof value === "string") return map(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth === DEEPEST) return "\u2026";
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, map, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, map, depth + 1)]));
}

export {
  createView
};
