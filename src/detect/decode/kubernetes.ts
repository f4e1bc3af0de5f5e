/**
 * Secrets of Kubernetes: whatever the names in them are, the values under `data` are base64.
 * @module
 */
import type { DetectorCode } from '../detectors/index.ts';

/** Bytes before and behind the object's kind that are looked at. */
const MAX_OBJECT = 8_192;
/** A name and a value in base64, alone on a line of YAML or between the quotes of JSON. */
const ENTRY = /["']?[\w.-]{1,80}["']?:[ \t]{0,8}["']?([A-Za-z0-9+/]{12,}={0,2})(?=["']?[ \t]{0,8}(?:,|\r?\n|\}|$))/g;

export const kubernetes: DetectorCode = {
  always: true,
  literals: ['kind: secret\n', 'kind: secret\r', '"kind":"secret"', '"kind": "secret"'].map((text) => ({ text, fold: true })),
  run(context, at) {
    const { data, start, end, look, decoder } = context;
    const before = data.toString('latin1', Math.max(start, at - MAX_OBJECT), at);
    const from = at - before.length + before.lastIndexOf('\n---') + 1;
    const behind = data.toString('latin1', at, Math.min(end, at + MAX_OBJECT));
    const next = behind.indexOf('\n---');
    const to = next < 0 ? at + behind.length : at + next;
    look.saw(from - 1, to + 4);
    for (const found of data.toString('latin1', from, to).matchAll(ENTRY)) {
      const stop = from + found.index + found[0].length;
      decoder.value(stop - found[1]!.length, stop);
    }
  },
};
