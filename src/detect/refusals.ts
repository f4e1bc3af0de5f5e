/**
 * Looks that the core refuses by itself (wasm/assembly/refuse.ts): at literals that stand in thousands of texts and come to nothing in nearly
 * all of them, as few bytes tell.
 * @module
 */
import { DETECTORS } from './detectors/index.ts';
import { type Tables, USE } from './tables.ts';

/** By what a look is refused. */
const ADDRESS = 1;
const WORD = 2;

const URL = [...DETECTORS.keys()].indexOf('url');

/** For each literal by what looks at it are refused, 0 for nothing: all that is done where it stands must be refused by that. */
export function refusalsOf({ uses, useStarts }: Tables): Uint8Array {
  const kinds = new Uint8Array(useStarts.length - 1);
  for (let literal = 0; literal < kinds.length; literal++) {
    let kind: number | undefined;
    for (let i = useStarts[literal]!; i < useStarts[literal + 1]!; i += 4) {
      const of = kindOf(uses[i]!, uses[i + 1]!);
      kind = kind === undefined || kind === of ? of : 0;
    }
    kinds[literal] = kind ?? 0;
  }
  return kinds;
}

function kindOf(use: number, index: number): number {
  if (use === USE.word || use === USE.wide) return WORD;
  return use === USE.code && index === URL ? ADDRESS : 0;
}
