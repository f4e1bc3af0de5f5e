const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  REACHES
} from "./shared-model.mjs";

// src/life.ts
function joinLives(lives) {
  const first = lives.reduce((a, b) => b.first && (!a.first || b.firstRank < a.firstRank) ? b : a);
  const last = lives.reduce((a, b) => b.last && (!a.last || b.lastRank > a.lastRank) ? b : a);
  const lists = new Set(lives.map(({ refs }) => refs));
  const reach = REACHES[Math.min(...lives.map((life) => REACHES.indexOf(life.reach)))];
  const { since: _, ...rest } = first;
  const since = lives.flatMap((life) => life.since ?? []).sort().at(-1);
  return {
    ...rest,
    ...last.last && { last: last.last },
    lastRank: last.lastRank,
    inHead: lives.some(({ inHead }) => inHead),
    refs: [...new Set([...lists].flat())].sort(),
    reachable: lives.some(({ reachable }) => reachable),
    reach,
    ...reach === "reflog" && since !== void 0 && { since }
  };
}

export {
  joinLives
};
