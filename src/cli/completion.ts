/**
 * `bearertrap completion SHELL`: a script that completes commands, options and their values, made from what the program
 * itself says of them.
 * @module
 */
import type { Command, Option } from 'commander';
import { EXIT } from './exit.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** One command as completion needs it. */
interface Entry {
  /** `hook install`; empty for the program itself. */
  name: string;
  description: string;
  /** Names of what may follow: subcommands, or the values of an argument. */
  words: { word: string; description: string }[];
  options: { flags: string[]; description: string; choices: readonly string[]; takesValue: boolean }[];
}

export function completionCommand(shell: Shell, program: Command): number {
  const entries = entriesOf(program, '');
  process.stdout.write({ bash, zsh, fish }[shell](entries));
  return EXIT.clean;
}

function entriesOf(command: Command, name: string): Entry[] {
  // All options, also those that a short help leaves out.
  const help = command.configureHelp({}).createHelp();
  const visible = help.visibleCommands(command).filter((one) => one.name() !== 'help');
  const entry: Entry = {
    name,
    description: command.description(),
    words: [
      ...visible.map((one) => ({ word: one.name(), description: one.description() })),
      ...command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices.map((word) => ({ word, description: '' }))),
    ],
    options: help.visibleOptions(command).map(optionOf),
  };
  return [entry, ...visible.flatMap((one) => entriesOf(one, name === '' ? one.name() : `${name} ${one.name()}`))];
}

function optionOf({ short, long, description, argChoices = [], required, optional }: Option): Entry['options'][number] {
  return {
    flags: [long, short].filter((flag) => flag !== undefined),
    description,
    choices: argChoices,
    takesValue: required || optional,
  };
}

/** Descriptions stand in single quotes in each script. */
const quoted = (text: string): string => `'${text.replaceAll("'", '’')}'`;
const firstLine = (text: string): string => text.split(/[\n;(]/)[0]!.trim();

/**
 * Finds which command the line is in, the same in bash and zsh: the words that name commands, as far as they do.
 * @param words the shell's expression for the words before the cursor
 */
function findCommand(entries: readonly Entry[], words: string): string {
  const names = entries.filter(({ name }) => name !== '').map(({ name }) => quoted(name));
  return `  local command='' word
  for word in ${words}; do
    case "\${command:+$command }$word" in
      ${names.join('|')}) command="\${command:+$command }$word" ;;
    esac
  done`;
}

function bash(entries: readonly Entry[]): string {
  const cases = entries.map(({ name, words, options }) => {
    const choices = options
      .filter((option) => option.choices.length > 0)
      .map(
        (option) =>
          `        ${option.flags.join('|')}) COMPREPLY=($(compgen -W '${option.choices.join(' ')}' -- "$current")); return ;;\n`,
      );
    const values = options
      .filter(({ takesValue, choices: none }) => takesValue && none.length === 0)
      .flatMap(({ flags }) => flags);
    const files = values.length === 0 ? '' : `        ${values.join('|')}) COMPREPLY=($(compgen -f -- "$current")); return ;;\n`;
    const own = choices.length + files.length > 0 ? `      case "$previous" in\n${choices.join('')}${files}      esac\n` : '';
    return `    ${quoted(name)})
${own}      flags='${options.flatMap(({ flags }) => flags).join(' ')}'
      words='${words.map(({ word }) => word).join(' ')}' ;;`;
  });
  return `# bearertrap completion for bash: eval "$(bearertrap completion bash)"
_bearertrap() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" flags='' words=''
${findCommand(entries, '"${COMP_WORDS[@]:1:COMP_CWORD-1}"')}
  case "$command" in
${cases.join('\n')}
  esac
  if [[ $current == -* ]]; then COMPREPLY=($(compgen -W "$flags" -- "$current"))
  elif [[ -n $words ]]; then COMPREPLY=($(compgen -W "$words" -- "$current"))
  else COMPREPLY=($(compgen -f -- "$current")); fi
}
complete -o filenames -F _bearertrap bearertrap
`;
}

function zsh(entries: readonly Entry[]): string {
  const text = (description: string): string => firstLine(description).replace(/[:[\]]/g, ' ');
  const cases = entries.map(({ name, words, options }) => {
    const specs = options.flatMap(({ flags, description, choices, takesValue }) =>
      flags.map((flag) => {
        const value = choices.length > 0 ? `:value:(${choices.join(' ')})` : takesValue ? ':value:_files' : '';
        return quoted(`${flag}[${text(description)}]${value}`);
      }),
    );
    const rest =
      words.length > 0
        ? `'*: :((${words.map(({ word, description }) => `${word}\\:"${text(description).replaceAll("'", '’')}"`).join(' ')}))'`
        : `'*:file:_files'`;
    return `    ${quoted(name)}) _arguments -s ${[...specs, rest].join(' ')} ;;`;
  });
  return `#compdef bearertrap
# bearertrap completion for zsh: eval "$(bearertrap completion zsh)"
_bearertrap() {
${findCommand(entries, '"${(@)words[2,CURRENT-1]}"')}
  case "$command" in
${cases.join('\n')}
  esac
}
compdef _bearertrap bearertrap
`;
}

function fish(entries: readonly Entry[]): string {
  const lines = ['# bearertrap completion for fish: bearertrap completion fish | source'];
  for (const { name, words, options } of entries) {
    const parts = name.split(' ').filter(Boolean);
    const below = entries.filter(
      (one) => one.name.startsWith(parts.length === 0 ? '' : `${name} `) && one.name.split(' ').length === parts.length + 1,
    );
    const others = below.map((one) => one.name.split(' ').at(-1)).filter(Boolean);
    const condition = [
      ...parts.map((part) => `__fish_seen_subcommand_from ${part}`),
      ...(others.length > 0 ? [`not __fish_seen_subcommand_from ${others.join(' ')}`] : []),
    ].join('; and ');
    const start = `complete -c bearertrap -n ${quoted(condition)}`;
    if (words.length > 0) lines.push(`${start} -f`);
    for (const { word, description } of words) lines.push(`${start} -a ${word} -d ${quoted(firstLine(description))}`);
    for (const { flags, description, choices, takesValue } of options) {
      const forms = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)).join(' ');
      const value = choices.length > 0 ? ` -x -a ${quoted(choices.join(' '))}` : takesValue ? ' -r' : '';
      lines.push(`${start} ${forms}${value} -d ${quoted(firstLine(description))}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
