const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  spawnGit
} from "./shared-sources-git-spawn.mjs";
import {
  fromBytes
} from "./shared-path.mjs";

// src/sources/git/files.ts
async function* trackedFiles(options) {
  for await (const records of split(spawnGit(["ls-files", "-z", "-t", "--stage"], options))) {
    const tracked = { files: [], sparse: [], links: [], submodules: [] };
    for (const record of records) {
      const path = record.slice(record.indexOf("	") + 1);
      const kind = record[3];
      if (kind === "6") tracked.submodules.push(path);
      else if (kind === "2") tracked.links.push(path);
      else if (record.startsWith("S")) tracked.sparse.push(path);
      else tracked.files.push(path);
    }
    yield tracked;
  }
}
function untrackedFiles(options) {
  return split(spawnGit(["ls-files", "-z", "--others", "--exclude-standard"], options));
}
async function isIgnored(options) {
  for await (const _ of spawnGit(["check-ignore", "--no-index", "--", "."], { ...options, success: [0, 1] })) return true;
  return false;
}
async function readEntries(args, options, onEntry) {
  let rest = Buffer.alloc(0);
  for await (const chunk of spawnGit(args, options)) {
    const data = Buffer.concat([rest, chunk]);
    let at = 0;
    for (let nul = data.indexOf(0); nul >= 0; nul = data.indexOf(0, at)) {
      const tab = data.indexOf(9, at);
      const facts = data.toString("latin1", at, tab);
      const [id = ""] = /\b[0-9a-f]{40,64}\b/.exec(facts) ?? [];
      onEntry(id, data.subarray(tab + 1, nul), facts.slice(0, 6));
      at = nul + 1;
    }
    rest = data.subarray(at);
  }
}
async function* split(output) {
  let begun = [];
  for await (const chunk of output) {
    const end = chunk.lastIndexOf(0);
    if (end < 0) {
      begun.push(chunk);
      continue;
    }
    const whole = begun.length > 0 ? Buffer.concat([...begun, chunk.subarray(0, end)]) : chunk.subarray(0, end);
    begun = end + 1 < chunk.length ? [chunk.subarray(end + 1)] : [];
    yield fromBytes(whole).split("\0");
  }
}

export {
  trackedFiles,
  untrackedFiles,
  isIgnored,
  readEntries
};
