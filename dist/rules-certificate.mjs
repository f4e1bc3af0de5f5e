const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  compileRules
} from "./shared-rules-compile.mjs";
import "./shared-detect-grams.mjs";
import "./shared-builtin-node-zlib.mjs";
import "./shared-detect-decode-base64.mjs";
import "./shared-detect-assignment.mjs";
import "./shared-tokens-capability.mjs";
import "./shared-detect-tables.mjs";
import "./shared-detect-plausible.mjs";
import "./shared-detect-bytes.mjs";
import "./shared-tokens-json.mjs";
import "./shared-builtin-node-crypto.mjs";
import "./shared-runtime.mjs";

// src/rules/certificate.ts
function certificateRule() {
  return compileRules([
    {
      provider: "generic",
      name: "Any issuer",
      rules: [
        {
          id: "certificate",
          title: "Certificate",
          kind: "opaque-token",
          opens: "Nothing: it tells whose a public key is.",
          severity: "info",
          shape: "-----BEGIN CERTIFICATE-----[^-]{100,20000}-----END CERTIFICATE-----",
          edge: "none",
          revoke: { how: "Ask the authority that issued it." }
        }
      ]
    }
  ]);
}
export {
  certificateRule
};
