const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  closest
} from "./shared-rules-closest.mjs";
import {
  loadCatalogue,
  loadSheets
} from "./shared-rules-catalogue.mjs";
import "./shared-detect-tables.mjs";
import {
  EXIT
} from "./shared-judge-policy.mjs";
import "./shared-builtin-node-fs.mjs";
import {
  UsageError
} from "./shared-errors.mjs";
import "./shared-model.mjs";
import "./shared-runtime.mjs";

// src/cli/rules.ts
async function rulesCommand(id, files, options) {
  const json = options.json === true || options.format === "json";
  if (id === "test") return testRules(files);
  if (files.length > 0)
    throw new UsageError("rules takes one id; to run the examples of custom rule files write: rules test FILE\u2026");
  const sheets = loadSheets();
  if (id === void 0) {
    const chosen = choose(sheets, options);
    process.stdout.write(json ? `${JSON.stringify(chosen, null, 2)}
` : list(chosen));
    return EXIT.clean;
  }
  const sheet = sheets.find((one) => one.id === id);
  if (!sheet) {
    const near = closest(
      id,
      sheets.map((one) => one.id)
    );
    throw new UsageError(`there is no rule ${id}${near ? `; did you mean ${near}?` : ""} (bearertrap rules lists them all)`);
  }
  process.stdout.write(json ? `${JSON.stringify(sheet, null, 2)}
` : show(sheet));
  return EXIT.clean;
}
function choose(sheets, { provider, kind }) {
  const known = (what, value, all) => {
    const names = new Set(all);
    if (value === void 0 || names.has(value)) return;
    const near = closest(value, [...names]);
    throw new UsageError(`there is no ${what} ${value}${near === void 0 ? "" : `; did you mean ${near}?`}`);
  };
  known(
    "provider",
    provider,
    sheets.map((sheet) => sheet.provider)
  );
  known(
    "kind",
    kind,
    sheets.map((sheet) => sheet.kind)
  );
  return sheets.filter(
    (sheet) => (provider === void 0 || sheet.provider === provider) && (kind === void 0 || sheet.kind === kind)
  );
}
function list(sheets) {
  const width = Math.max(...sheets.map((sheet) => sheet.id.length));
  const lines = sheets.map((sheet) => `${sheet.id.padEnd(width)}  ${sheet.severity.padEnd(8)}  ${sheet.title}`);
  const providers = new Set(sheets.map((sheet) => sheet.provider)).size;
  return `${lines.join("\n")}

${sheets.length} ${sheets.length === 1 ? "rule" : "rules"} of ${providers} ${providers === 1 ? "provider" : "providers"}; bearertrap rules ID shows one
`;
}
function show(sheet) {
  const rule = loadCatalogue().rules.find((one) => one.id === sheet.id);
  const rows = [
    ["provider", `${sheet.providerName} (${sheet.provider})`],
    ["kind", `${sheet.kind}, ${sheet.sensitivity}`],
    ["severity", sheet.severity],
    ["opens", sheet.opens],
    ["shape", sheet.shape ?? (sheet.detector === void 0 ? void 0 : `detector ${sheet.detector}`)],
    ["near", rule.near.join(", ") || void 0],
    ["service", rule.service.join(", ") || void 0],
    ["checksum", rule.checksum?.is],
    ["context", rule.context?.words.join(", ")],
    ["companions", sheet.companions.map((companion) => companion.rule).join(", ") || void 0],
    ["note", sheet.note],
    ["revoke", sheet.revoke.how],
    ["console", sheet.revoke.url],
    ["docs", sheet.docs]
  ];
  const body = rows.filter(([, text]) => text !== void 0).map(([name, text]) => `  ${name.padEnd(10)}  ${text}`);
  return `${sheet.id}: ${sheet.title}
${body.join("\n")}
`;
}
async function testRules(files) {
  if (files.length === 0) throw new UsageError("rules test needs rule files: bearertrap rules test my-rules.yaml");
  const { checkRuleFile } = await import("./shared-rules-run-examples.mjs");
  let failed = 0;
  for (const file of files) {
    const { passed, problems } = await checkRuleFile(file);
    for (const problem of problems) process.stdout.write(`${problem}
`);
    process.stdout.write(`${file}: ${passed} examples right, ${problems.length} problems
`);
    failed += problems.length;
  }
  return failed > 0 ? EXIT.usage : EXIT.clean;
}
export {
  rulesCommand
};
