const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/judge/policy.ts
function summarize(findings) {
  const bySeverity = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  let suppressed = 0;
  for (const finding of findings) {
    if (finding.suppressed) suppressed++;
    else bySeverity[finding.severity]++;
  }
  return { findings: findings.length - suppressed, suppressed, bySeverity };
}

// src/cli/exit.ts
var EXIT = { clean: 0, findings: 1, usage: 2, incomplete: 3, interrupted: 130 };

export {
  summarize,
  EXIT
};
