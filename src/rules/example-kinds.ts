/**
 * What kind of text an example is: the context that a credential stands in, or the way in which a near miss is none. It
 * is told so that a rule is shown to work in more than one place, and to keep still for more than one reason.
 * @module
 */
import type { RuleSource } from './rule.ts';

/** Where credentials are found. */
export type Context =
  | 'log'
  | 'by itself'
  | 'markup'
  | 'Dockerfile'
  | 'shell'
  | 'code'
  | 'JSON'
  | 'header'
  | 'env file'
  | 'YAML'
  | 'configuration'
  | 'address'
  | 'text';

/** The first form that fits tells the context; a text that none fits is `text`. */
const CONTEXTS: readonly (readonly [Context, RegExp])[] = [
  // A time, or a level.
  ['log', /^\[?\d{4}-\d\d-\d\d[T ]|^(?:TRACE|DEBUG|INFO|WARN|ERROR)\b/],
  ['by itself', /^(?:-----BEGIN |PuTTY-User-Key-File)|^[\w.+/-]{20,}=*\s*$/],
  ['markup', /^\s*<[\w!/]/],
  ['Dockerfile', /^(?:ENV|ARG|RUN) /],
  // A prompt, a command that is known, a variable before a command, an option.
  [
    'shell',
    /^(?:\$ |export |curl |docker |echo |cat |git |psql |snyk |cargo |mvn )|^\w+=\S+ [a-z]|^[a-z][\w-]* (?:\S+ )*--?[a-z]/,
  ],
  ['code', /^\s*(?:const|let|var|val|final|static|public|private|def|return|import|using|from) /],
  ['JSON', /^\s*[{[][^]*"\w+"\s*:|^\s*"[^"]+"\s*:/],
  ['header', /^(?:[xX]-[\w-]+|[A-Z]\w+(?:-[A-Z]\w*)+|Authorization|Cookie): ?/],
  ['env file', /^[A-Z][A-Z0-9_]*=/],
  ['YAML', /^\s*(?:- )?["']?[\w.-]+["']?: /],
  // A connection string, before what ends lines of code.
  ['configuration', /^\w[\w ]*=[^;]*;\w/],
  ['code', /^(?:<\?php|#define)|;$|=> |\w\(|\b(?:os\.environ|process\.env)\b/m],
  ['configuration', /^\[\w|^\s*[\w.:/-]+\s*=|^\/\/\S+:_/m],
  ['address', /^["']?[a-z][a-z0-9+.-]*:\/\//],
];

/** The context of an expanded example. Misuse is of code alone: each piece of code counts as one. */
export function contextOf({ kind }: RuleSource, text: string): string {
  if (kind === 'misuse') return text;
  return CONTEXTS.find(([, form]) => form.test(text))?.[0] ?? 'text';
}

/** In which way a near miss is none. `place`: the right credential where it means something else, such as a digest. */
export type MissKind = 'length' | 'checksum' | 'alphabet' | 'placeholder' | 'other credential' | 'place';

const MISSES: readonly (readonly [MissKind, RegExp])[] = [
  ['length', /\{(?:short|long|jwtCut|pemCut)\}/],
  ['checksum', /\{checksum\}/],
  ['alphabet', /\{(?:alphabet|upper|lower)\}/],
  ['placeholder', /([xX0*#.])\1{3}|\$[{(A-Z]|<[a-z _-]+>|\bchange_?me|\byour[-_ ]|EXAMPLE|REDACTED/],
  ['other credential', /\{rule:/],
  ['place', /\{(?:secret|value)\}/],
];

/** The kind of a near miss, as its template tells it; a template that does not tell is its own kind. */
export function missKindOf(template: string): string {
  const text = template.replaceAll('{{', '{');
  return MISSES.find(([, form]) => form.test(text))?.[0] ?? template;
}
