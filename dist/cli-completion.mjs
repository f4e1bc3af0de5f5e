const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  EXIT
} from "./shared-judge-policy.mjs";
import "./shared-model.mjs";
import "./shared-runtime.mjs";

// src/cli/completion.ts
var SHELLS = ["bash", "zsh", "fish"];
function completionCommand(shell, program) {
  const entries = entriesOf(program, "");
  process.stdout.write({ bash, zsh, fish }[shell](entries));
  return EXIT.clean;
}
function entriesOf(command, name) {
  const help = command.configureHelp({}).createHelp();
  const visible = help.visibleCommands(command).filter((one) => one.name() !== "help");
  const entry = {
    name,
    description: command.description(),
    words: [
      ...visible.map((one) => ({ word: one.name(), description: one.description() })),
      ...command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices.map((word) => ({ word, description: "" })))
    ],
    options: help.visibleOptions(command).map(optionOf)
  };
  return [entry, ...visible.flatMap((one) => entriesOf(one, name === "" ? one.name() : `${name} ${one.name()}`))];
}
function optionOf({ short, long, description, argChoices = [], required, optional }) {
  return {
    flags: [long, short].filter((flag) => flag !== void 0),
    description,
    choices: argChoices,
    takesValue: required || optional
  };
}
var quoted = (text) => `'${text.replaceAll("'", "\u2019")}'`;
var firstLine = (text) => text.split(/[\n;(]/)[0].trim();
function findCommand(entries, words) {
  const names = entries.filter(({ name }) => name !== "").map(({ name }) => quoted(name));
  return `  local command='' word
  for word in ${words}; do
    case "\${command:+$command }$word" in
      ${names.join("|")}) command="\${command:+$command }$word" ;;
    esac
  done`;
}
function bash(entries) {
  const cases = entries.map(({ name, words, options }) => {
    const choices = options.filter((option) => option.choices.length > 0).map(
      (option) => `        ${option.flags.join("|")}) COMPREPLY=($(compgen -W '${option.choices.join(" ")}' -- "$current")); return ;;
`
    );
    const values = options.filter(({ takesValue, choices: none }) => takesValue && none.length === 0).flatMap(({ flags }) => flags);
    const files = values.length === 0 ? "" : `        ${values.join("|")}) COMPREPLY=($(compgen -f -- "$current")); return ;;
`;
    const own = choices.length + files.length > 0 ? `      case "$previous" in
${choices.join("")}${files}      esac
` : "";
    return `    ${quoted(name)})
${own}      flags='${options.flatMap(({ flags }) => flags).join(" ")}'
      words='${words.map(({ word }) => word).join(" ")}' ;;`;
  });
  return `# bearertrap completion for bash: eval "$(bearertrap completion bash)"
_bearertrap() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" flags='' words=''
${findCommand(entries, '"${COMP_WORDS[@]:1:COMP_CWORD-1}"')}
  case "$command" in
${cases.join("\n")}
  esac
  if [[ $current == -* ]]; then COMPREPLY=($(compgen -W "$flags" -- "$current"))
  elif [[ -n $words ]]; then COMPREPLY=($(compgen -W "$words" -- "$current"))
  else COMPREPLY=($(compgen -f -- "$current")); fi
}
complete -o filenames -F _bearertrap bearertrap
`;
}
function zsh(entries) {
  const text = (description) => firstLine(description).replace(/[:[\]]/g, " ");
  const cases = entries.map(({ name, words, options }) => {
    const specs = options.flatMap(
      ({ flags, description, choices, takesValue }) => flags.map((flag) => {
        const value = choices.length > 0 ? `:value:(${choices.join(" ")})` : takesValue ? ":value:_files" : "";
        return quoted(`${flag}[${text(description)}]${value}`);
      })
    );
    const rest = words.length > 0 ? `'*: :((${words.map(({ word, description }) => `${word}\\:"${text(description).replaceAll("'", "\u2019")}"`).join(" ")}))'` : `'*:file:_files'`;
    return `    ${quoted(name)}) _arguments -s ${[...specs, rest].join(" ")} ;;`;
  });
  return `#compdef bearertrap
# bearertrap completion for zsh: eval "$(bearertrap completion zsh)"
_bearertrap() {
${findCommand(entries, '"${(@)words[2,CURRENT-1]}"')}
  case "$command" in
${cases.join("\n")}
  esac
}
compdef _bearertrap bearertrap
`;
}
function fish(entries) {
  const lines = ["# bearertrap completion for fish: bearertrap completion fish | source"];
  for (const { name, words, options } of entries) {
    const parts = name.split(" ").filter(Boolean);
    const below = entries.filter(
      (one) => one.name.startsWith(parts.length === 0 ? "" : `${name} `) && one.name.split(" ").length === parts.length + 1
    );
    const others = below.map((one) => one.name.split(" ").at(-1)).filter(Boolean);
    const condition = [
      ...parts.map((part) => `__fish_seen_subcommand_from ${part}`),
      ...others.length > 0 ? [`not __fish_seen_subcommand_from ${others.join(" ")}`] : []
    ].join("; and ");
    const start = `complete -c bearertrap -n ${quoted(condition)}`;
    if (words.length > 0) lines.push(`${start} -f`);
    for (const { word, description } of words) lines.push(`${start} -a ${word} -d ${quoted(firstLine(description))}`);
    for (const { flags, description, choices, takesValue } of options) {
      const forms = flags.map((flag) => flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`).join(" ");
      const value = choices.length > 0 ? ` -x -a ${quoted(choices.join(" "))}` : takesValue ? " -r" : "";
      lines.push(`${start} ${forms}${value} -d ${quoted(firstLine(description))}`);
    }
  }
  return `${lines.join("\n")}
`;
}
export {
  SHELLS,
  completionCommand
};
