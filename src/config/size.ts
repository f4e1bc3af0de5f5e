/** Bytes of `500K`, `10M`, `2G`, or a plain number; undefined for anything else. */
export function parseSize(text: string): number | undefined {
  const found = /^(\d{1,12})\s*([kmgt]?)i?b?$/i.exec(text);
  return found ? Number(found[1]) * 1024 ** ' kmgt'.indexOf(found[2]!.toLowerCase() || ' ') : undefined;
}
