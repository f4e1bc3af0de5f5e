/**
 * Help that fits a screen: of a command with many options those for every day, and all of them by `--help-all`.
 * @module
 */
import { type Command, Help, Option } from 'commander';

const HELP = 'Options:';

/** @param everyday long names of the options that `--help` shows, without groups */
export function withShortHelp(command: Command, everyday: ReadonlySet<string>): Command {
  return command
    .addOption(new Option('--help-all', 'show all options').helpGroup(HELP))
    .on('option:help-all', () => command.configureHelp({}).help())
    .configureHelp({
      visibleOptions(this: Help, of) {
        const options = Help.prototype.visibleOptions.call(this, of);
        return options.filter(({ long = '' }) => everyday.has(long) || long.startsWith('--help'));
      },
      groupItems: (_unsorted, visible) => new Map([[HELP, visible]]),
    });
}
