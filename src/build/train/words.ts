/**
 * Learns what words look like from public source and documentation: the set of common words and how surprising each
 * letter is behind two others (detect/score/words.ts).
 * @module
 */
import {
  hashWord,
  MAX_WORD,
  places,
  SET_BITS,
  SURPRISE_STEP,
  trigram,
  TRIGRAMS,
  type WordTables,
} from '../../detect/score/words.ts';
import { textFiles } from './files.ts';

/** Words in the set; with three hashes and 2^17 bits one of 400 texts is taken for a word by chance. */
const WORDS = 6_000;
const SHORTEST = 3;

/** @param folders of projects: a word counts once for each project that uses it */
export function learnWords(folders: readonly string[]): WordTables {
  const projects = new Map<string, Set<string>>();
  for (const folder of folders) {
    for (const { project, text } of textFiles(folder)) {
      const runs = projects.get(project) ?? new Set();
      projects.set(project, runs);
      for (const run of text.match(/[A-Za-z]{2,40}/g) ?? []) runs.add(run);
    }
  }
  const counts = new Map<string, number>();
  for (const runs of projects.values()) for (const word of wordsOf(runs)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const common = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { set: setOf(common.slice(0, WORDS).map(([word]) => word)), surprises: surprisesOf(common.slice(0, WORDS * 4)) };
}

/** `fooBar`, `FOO_BAR` and `foo bar` are two words each. */
function wordsOf(runs: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const run of runs) {
    for (const word of run
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(' '))
      if (word.length >= SHORTEST && word.length <= MAX_WORD && /[aeiouy]/.test(word)) words.add(word);
  }
  return words;
}

function setOf(words: readonly string[]): Uint8Array {
  const set = new Uint8Array(2 ** SET_BITS / 8);
  for (const word of words) for (const place of places(hashWord(word))) set[place >> 3]! |= 1 << (place & 7);
  return set;
}

/** Surprise in bits of each trigram, in steps; smoothed by the bigram before it. */
function surprisesOf(words: readonly (readonly [string, number])[]): Uint8Array {
  const counts = new Float64Array(TRIGRAMS);
  for (const [word, projects] of words) {
    const weight = Math.log2(1 + projects);
    let [a, b] = [0, 0];
    for (const letter of word) {
      const c = letter.charCodeAt(0) - 96;
      counts[trigram(a, b, c)]! += weight;
      [a, b] = [b, c];
    }
    counts[trigram(a, b, 0)]! += weight;
  }
  const single = new Float64Array(27);
  for (const [index, n] of counts.entries()) single[index % 27]! += n;
  const total = single.reduce((x, y) => x + y, 0);
  const packed = new Uint8Array(Math.ceil(TRIGRAMS / 2));
  for (let ab = 0; ab < 27 * 27; ab++) {
    let sum = 0;
    for (let c = 0; c < 27; c++) sum += counts[ab * 27 + c]!;
    for (let c = 0; c < 27; c++) {
      const share = (counts[ab * 27 + c]! + (8 * single[c]!) / total) / (sum + 8);
      const level = Math.min(15, Math.round(-Math.log2(share) / SURPRISE_STEP));
      const index = ab * 27 + c;
      packed[index >> 1]! |= level << (4 * (index & 1));
    }
  }
  return packed;
}
