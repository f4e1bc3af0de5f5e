/**
 * The checks of custom rule files. Such a file may come with what is scanned, so its checks go only to hosts that the user
 * names on the command line.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { callsOf, type CallTable, hostOf, hostsOf, type RuleCalls } from '../rules/call.ts';
import { parseRules } from '../rules/load.ts';
import { type NamedHosts, takesHost } from './hosts.ts';

export interface CustomCalls {
  /** Of all rules in the files: what is built in for a rule of the same name is not for theirs. */
  ids: ReadonlySet<string>;
  calls: CallTable;
}

/** Reads rule files. What is wrong in them the scan tells, so it is left out here. */
export async function loadCustomCalls(files: readonly string[], cwd: string): Promise<CustomCalls> {
  const ids = new Set<string>();
  const calls: Record<string, RuleCalls> = {};
  for (const name of files) {
    const text = await readFile(resolve(cwd, name), 'utf8').catch(() => '');
    if (name.endsWith('.toml')) {
      const { parseGitleaks, tomlProblem } = await import('../rules/gitleaks.ts');
      try {
        for (const { id } of parseGitleaks(text, name).sheets) ids.add(id);
      } catch (error) {
        if (tomlProblem(error) === undefined) throw error;
      }
      continue;
    }
    const { file } = parseRules(text, name);
    for (const { id } of file.rules) ids.add(id);
    Object.assign(calls, callsOf([file]));
  }
  return { ids, calls };
}

/** A host that the calls of a custom rule go to and that the user has not named; undefined when all are. */
export function unnamedHost({ provider, verify, revocation }: RuleCalls, { byProvider, plain }: NamedHosts): string | undefined {
  for (const call of [verify, revocation]) {
    if (!call || (takesHost(call) && byProvider.has(provider))) continue;
    const hosts = hostsOf(call);
    if (hosts.length === 0) return 'a host of its owner';
    if ('find' in call && call.find) hosts.push(hostOf(call.find));
    const other = hosts.find((host) => !plain.includes(host));
    if (other !== undefined) return other;
  }
  return undefined;
}
