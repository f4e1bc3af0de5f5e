import { displayPath } from '../path.ts';

/** Without `#`, which Markdown escapes in turn. */
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text for XML and HTML, in elements and quoted attributes. Control characters, which XML cannot hold, are written out. */
export function escapeMarkup(text: string): string {
  return displayPath(text)
    .replace(/[&<>"']/g, (char) => ENTITIES[char]!)
    .replace(/[\ufffe\uffff]/g, '\ufffd');
}
