const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/cli/stdin.ts
async function readStdin(signal) {
  const chunks = [];
  signal?.addEventListener("abort", () => process.stdin.destroy());
  try {
    for await (const chunk of process.stdin) chunks.push(chunk);
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
  return Buffer.concat(chunks);
}

export {
  readStdin
};
