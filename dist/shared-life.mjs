const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/life.ts
function joinLives(lives) {
  const first = lives.reduce((a, b) => b.first && (!a.first || b.firstRank < a.firstRank) ? b : a);
  const last = lives.reduce((a, b) => b.last && (!a.last || b.lastRank > a.lastRank) ? b : a);
  const lists = new Set(lives.map(({ refs }) => refs));
  return {
    ...first,
    ...last.last && { last: last.last },
    lastRank: last.lastRank,
    inHead: lives.some(({ inHead }) => inHead),
    refs: [...new Set([...lists].flat())].sort(),
    reachable: lives.some(({ reachable }) => reachable)
  };
}

export {
  joinLives
};
