import { describe, expect, it } from 'vitest';
import { loadModel } from '../../../src/detect/score/model.ts';
import { read } from '../../../src/detect/score/words.ts';
import { random } from '../../helpers/tokens.ts';

const { tables } = loadModel();

describe('how a text reads', () => {
  it.each(['password', 'connectionTimeout', 'INVALID_ARGUMENT', 'please enter your name', 'remove-element'])(
    '%s is words',
    (text) => {
      const { letters, known, surprise } = read(text, tables);
      expect(known / letters).toBeGreaterThan(0.8);
      expect(surprise).toBeLessThan(5);
    },
  );

  it('letters drawn by chance surprise more than words do', () => {
    const words = read('configuration', tables).surprise;
    for (let i = 0; i < 20; i++) {
      const text = random(24, `letters ${i}`)
        .replace(/[^a-zA-Z]/g, 'q')
        .toLowerCase();
      expect(read(text, tables).surprise).toBeGreaterThan(words);
    }
  });

  it('counts letters alone, up to a bound', () => {
    expect(read('', tables)).toEqual({ letters: 0, known: 0, knownLong: 0, surprise: 0, peak: 0 });
    expect(read('12-34', tables).letters).toBe(0);
    expect(read('a'.repeat(1000), tables).letters).toBe(128);
  });
});
