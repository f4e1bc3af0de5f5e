const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/tokens/json.ts
var MAX_DEPTH = 32;
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function own(object, name) {
  return Object.hasOwn(object, name) ? object[name] : void 0;
}
function text(object, name) {
  const value = own(object, name);
  return typeof value === "string" && value !== "" ? value : void 0;
}
function strings(value) {
  if (Array.isArray(value)) return value.flatMap((item) => typeof item === "object" ? [] : strings(item));
  if (typeof value === "string") return value === "" ? [] : [value];
  if (typeof value === "number" || typeof value === "boolean") return [String(value)];
  return [];
}
function plain(value) {
  return value.replace(
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}
function quoted(value, limit = 80) {
  const shown = plain(value.slice(0, limit));
  return value.length > limit ? `${shown}\u2026` : shown;
}

export {
  MAX_DEPTH,
  isObject,
  own,
  text,
  strings,
  plain,
  quoted
};
