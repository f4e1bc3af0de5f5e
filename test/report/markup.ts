import { expect } from 'vitest';

/** Checks that XML is well-formed as far as reports use it (elements, quoted attributes, text), and returns its elements. */
export function readXml(text: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: number[] = [];
  const body = text.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/, '');
  expect(body).not.toBe(text);
  let at = 0;
  for (const tag of body.matchAll(/<(\/?)([a-z-]+)((?: [a-z-]+="[^"<]*")*)(\/?)>/g)) {
    const between = body.slice(at, tag.index);
    expect(between).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|apos);)/);
    if (open.length > 0) elements[open.at(-1)!]!.text += decode(between);
    at = tag.index + tag[0].length;
    if (tag[1] === '/') {
      expect(elements[open.pop()!]!.name).toBe(tag[2]);
      continue;
    }
    const attributes = Object.fromEntries(
      Array.from(tag[3]!.matchAll(/ ([a-z-]+)="([^"]*)"/g), (match) => [match[1]!, decode(match[2]!)]),
    );
    elements.push({ name: tag[2]!, attributes, text: '' });
    if (tag[4] === '') open.push(elements.length - 1);
  }
  expect(open).toEqual([]);
  expect(body.slice(at).trim()).toBe('');
  return elements;
}

export function decode(text: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(?:#(\d+)|([a-z]+));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? entities[name]! : String.fromCodePoint(Number(code)),
  );
}
