import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Memo } from '../../../src/detect/score/memo.ts';

it('gives the answer that would be made, and makes none twice while there is room', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.array(fc.constantFrom('a', 'b', 'c', '', 'dd')), (limit, questions) => {
      const memo = new Memo<number | undefined>(limit);
      const made: string[] = [];
      // Nothing is an answer too.
      const answer = (text: string): number | undefined => (text.length === 0 ? undefined : text.charCodeAt(0));
      for (const text of questions) {
        const got = memo.get(text, () => {
          made.push(text);
          return answer(text);
        });
        expect(got).toBe(answer(text));
      }
      if (new Set(questions).size <= limit) expect(made).toEqual([...new Set(questions)]);
    }),
  );
});
