import { describe, expect, it } from 'vitest';
import { eachPart, idsEnd, tagStart } from '../../../src/sources/git/messages.ts';

const ID = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const PEOPLE = 'author Ann <ann@example.org> 1700000000 +0200\ncommitter Con <con@example.org> 1700000001 +0200\n';
const SIGNATURE = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n';

function partsOf(text: string, start: (data: Buffer) => number): string[] {
  const data = Buffer.from(text);
  const parts: string[] = [];
  eachPart(data, start(data), (from, to) => parts.push(data.toString('utf8', from, to)));
  return parts;
}

describe('what people wrote', () => {
  it.each<[string, string, string[]]>([
    ['a commit', `tree ${ID}\nparent ${ID}\nparent ${ID}\n${PEOPLE}\nsubject\n\nbody\n`, [PEOPLE, 'subject\n\nbody\n']],
    ['a root', `tree ${ID}\n${PEOPLE}\nsubject`, [PEOPLE, 'subject']],
    ['no message', `tree ${ID}\n${PEOPLE}\n`, [PEOPLE]],
    ['no empty line', `tree ${ID}\n${PEOPLE}`, [PEOPLE]],
    ['a signature', `tree ${ID}\n${PEOPLE}${SIGNATURE}\nsubject\n`, [PEOPLE, 'subject\n']],
    [
      'headers around a signature',
      `tree ${ID}\n${PEOPLE}x one\n${SIGNATURE}gpgsig-sha256 y\n z\ny two\n\ns\n`,
      [`${PEOPLE}x one\n`, 'y two\n', 's\n'],
    ],
    ['ids of 32 bytes', `tree ${ID.repeat(2)}\n${PEOPLE}\ns\n`, [PEOPLE, 's\n']],
    ['a parent that is none', `tree ${ID}\nparent of all\n${PEOPLE}\ns\n`, [`parent of all\n${PEOPLE}`, 's\n']],
    ['no tree', `${PEOPLE}\ns\n`, [PEOPLE, 's\n']],
    ['nothing', '', []],
    ['a tree alone', `tree ${ID}`, []],
  ])('into a commit: %s', (_, text, parts) => {
    expect(partsOf(text, idsEnd)).toEqual(parts);
  });

  it.each<[string, string, string[]]>([
    [
      'a signed tag',
      `object ${ID}\ntype commit\ntag v1\ntagger T <t@x> 1 +0\n\ntext\n-----BEGIN PGP SIGNATURE-----\n`,
      ['tag v1\ntagger T <t@x> 1 +0\n', 'text\n-----BEGIN PGP SIGNATURE-----\n'],
    ],
    ['no name', `object ${ID}\ntype commit\n\ntext\n`, [`object ${ID}\ntype commit\n`, 'text\n']],
  ])('into a tag: %s', (_, text, parts) => {
    expect(partsOf(text, tagStart)).toEqual(parts);
  });
});
