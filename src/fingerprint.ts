/**
 * Finding ids: fingerprints of rule and secret, the same across files, commits and machines, so that baselines and
 * reports can name a secret without holding it.
 *
 * A fast hash is safe to publish only for values that nobody can guess. For the others (passwords, short or word-like
 * values) each guess is made to cost as much as memory-hard scrypt allows within a scan: N = 2^10, r = 8, p = 1 takes
 * 1 MiB and 3 to 4 ms on one core of a 2-core server (2^12 took 12 to 20). An attacker who holds a report thus gets some 300
 * guesses a second a core, instead of millions; a scan with a thousand such findings, which a neglected repository has,
 * pays two seconds on two cores (scrypt runs in libuv's thread pool), where 2^12 took as long as scanning 35,000 files
 * for every two hundred. The salt cannot be random, since ids must be equal everywhere: one rule's guesses serve for all
 * reports, so a very weak password (in the first million tried) can still be confirmed by who wants to. That is the
 * price of stable ids; reports are redacted, not public.
 * @module
 */
import { createHmac, scrypt } from 'node:crypto';

export { isGuessable } from './strength.ts';

/** Separates these hashes from all others made of the same values; the version changes with anything that changes ids. */
const LABEL = 'bearertrap/fingerprint/v1';
const BYTES = 10;
const SCRYPT = { N: 2 ** 10, r: 8, p: 1 };

/**
 * The id of a secret found by a rule: 20 hexadecimal characters (80 bits).
 * @param options.guessable - see `isGuessable`; true takes the slow way (scrypt, RFC 7914), false HMAC-SHA256 (RFC 2104).
 */
export function fingerprint(rule: string, secret: string, options: { guessable: boolean }): Promise<string> {
  if (!options.guessable) {
    // A rule id holds no NUL, so the two cannot run into each other.
    const digest = createHmac('sha256', LABEL).update(`${rule}\0${secret}`, 'utf8').digest('hex');
    return Promise.resolve(digest.slice(0, 2 * BYTES));
  }
  return new Promise((resolve, reject) => {
    scrypt(secret, `${LABEL}\0${rule}`, BYTES, SCRYPT, (error, key) => {
      if (error) reject(error);
      else resolve(key.toString('hex'));
    });
  });
}
