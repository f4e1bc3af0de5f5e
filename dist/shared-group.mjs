const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/group.ts
function groupBy(items, key) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
var secretKey = ({ rule, secret }) => `${rule}\0${secret}`;

export {
  groupBy,
  secretKey
};
