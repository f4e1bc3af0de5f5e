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
  let calls: CallTable = {};
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
    calls = { ...calls, ...callsOf([file]) };
  }
  return { ids, calls };
}

/** A host that the calls of a custom rule go to and that the user has not named; undefined when all are. */
export function unnamedHost({ provider, verify, revocation }: RuleCalls, { byProvider, plain }: NamedHosts): string | undefined {
  return [verify, revocation]
    .flatMap((call) => {
      if (!call || (takesHost(call) && byProvider.has(provider))) return [];
      const find = 'find' in call && call.find ? [hostOf(call.find)] : [];
      const hosts = [...hostsOf(call), ...find];
      return hosts.length > 0 ? hosts : ['a host of its owner'];
    })
    .find((host) => !plain.includes(host));
}
