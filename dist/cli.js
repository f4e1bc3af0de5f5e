#!/usr/bin/env node
const __moduleUrl = require('node:url').pathToFileURL(__filename).href;
"use strict";
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// src/version.ts
var VERSION;
var init_version = __esm({
  "src/version.ts"() {
    "use strict";
    VERSION = "0.1.0";
  }
});

// node_modules/commander/lib/error.js
var require_error = __commonJS({
  "node_modules/commander/lib/error.js"(exports2) {
    var CommanderError2 = class extends Error {
      /**
       * Constructs the CommanderError class
       * @param {number} exitCode suggested exit code which could be used with process.exit
       * @param {string} code an id string representing the error
       * @param {string} message human-readable description of the error
       */
      constructor(exitCode, code2, message) {
        super(message);
        Error.captureStackTrace(this, this.constructor);
        this.name = this.constructor.name;
        this.code = code2;
        this.exitCode = exitCode;
        this.nestedError = void 0;
      }
    };
    var InvalidArgumentError2 = class extends CommanderError2 {
      /**
       * Constructs the InvalidArgumentError class
       * @param {string} [message] explanation of why argument is invalid
       */
      constructor(message) {
        super(1, "commander.invalidArgument", message);
        Error.captureStackTrace(this, this.constructor);
        this.name = this.constructor.name;
      }
    };
    exports2.CommanderError = CommanderError2;
    exports2.InvalidArgumentError = InvalidArgumentError2;
  }
});

// node_modules/commander/lib/argument.js
var require_argument = __commonJS({
  "node_modules/commander/lib/argument.js"(exports2) {
    var { InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var Argument2 = class {
      /**
       * Initialize a new command argument with the given name and description.
       * The default is that the argument is required, and you can explicitly
       * indicate this with <> around the name. Put [] around the name for an optional argument.
       *
       * @param {string} name
       * @param {string} [description]
       */
      constructor(name, description) {
        this.description = description || "";
        this.variadic = false;
        this.parseArg = void 0;
        this.defaultValue = void 0;
        this.defaultValueDescription = void 0;
        this.argChoices = void 0;
        switch (name[0]) {
          case "<":
            this.required = true;
            this._name = name.slice(1, -1);
            break;
          case "[":
            this.required = false;
            this._name = name.slice(1, -1);
            break;
          default:
            this.required = true;
            this._name = name;
            break;
        }
        if (this._name.endsWith("...")) {
          this.variadic = true;
          this._name = this._name.slice(0, -3);
        }
      }
      /**
       * Return argument name.
       *
       * @return {string}
       */
      name() {
        return this._name;
      }
      /**
       * @package
       */
      _collectValue(value, previous) {
        if (previous === this.defaultValue || !Array.isArray(previous)) {
          return [value];
        }
        previous.push(value);
        return previous;
      }
      /**
       * Set the default value, and optionally supply the description to be displayed in the help.
       *
       * @param {*} value
       * @param {string} [description]
       * @return {Argument}
       */
      default(value, description) {
        this.defaultValue = value;
        this.defaultValueDescription = description;
        return this;
      }
      /**
       * Set the custom handler for processing CLI command arguments into argument values.
       *
       * @param {Function} [fn]
       * @return {Argument}
       */
      argParser(fn) {
        this.parseArg = fn;
        return this;
      }
      /**
       * Only allow argument value to be one of choices.
       *
       * @param {string[]} values
       * @return {Argument}
       */
      choices(values2) {
        this.argChoices = values2.slice();
        this.parseArg = (arg, previous) => {
          if (!this.argChoices.includes(arg)) {
            throw new InvalidArgumentError2(
              `Allowed choices are ${this.argChoices.join(", ")}.`
            );
          }
          if (this.variadic) {
            return this._collectValue(arg, previous);
          }
          return arg;
        };
        return this;
      }
      /**
       * Make argument required.
       *
       * @returns {Argument}
       */
      argRequired() {
        this.required = true;
        return this;
      }
      /**
       * Make argument optional.
       *
       * @returns {Argument}
       */
      argOptional() {
        this.required = false;
        return this;
      }
    };
    function humanReadableArgName(arg) {
      const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
      return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
    }
    exports2.Argument = Argument2;
    exports2.humanReadableArgName = humanReadableArgName;
  }
});

// absent:node:child_process
var require_node_child_process = __commonJS({
  "absent:node:child_process"(exports2, module2) {
    module2.exports = {};
  }
});

// node_modules/commander/lib/help.js
var require_help = __commonJS({
  "node_modules/commander/lib/help.js"(exports2) {
    var { humanReadableArgName } = require_argument();
    var Help2 = class {
      constructor() {
        this.helpWidth = void 0;
        this.minWidthToWrap = 40;
        this.sortSubcommands = false;
        this.sortOptions = false;
        this.showGlobalOptions = false;
      }
      /**
       * prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
       * and just before calling `formatHelp()`.
       *
       * Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
       *
       * @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
       */
      prepareContext(contextOptions) {
        this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
      }
      /**
       * Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
       *
       * @param {Command} cmd
       * @returns {Command[]}
       */
      visibleCommands(cmd) {
        const visibleCommands = cmd.commands.filter((cmd2) => !cmd2._hidden);
        const helpCommand = cmd._getHelpCommand();
        if (helpCommand && !helpCommand._hidden) {
          visibleCommands.push(helpCommand);
        }
        if (this.sortSubcommands) {
          visibleCommands.sort((a, b) => {
            return a.name().localeCompare(b.name());
          });
        }
        return visibleCommands;
      }
      /**
       * Compare options for sort.
       *
       * @param {Option} a
       * @param {Option} b
       * @returns {number}
       */
      compareOptions(a, b) {
        const getSortKey = (option) => {
          return option.short ? option.short.replace(/^-/, "") : option.long.replace(/^--/, "");
        };
        return getSortKey(a).localeCompare(getSortKey(b));
      }
      /**
       * Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
       *
       * @param {Command} cmd
       * @returns {Option[]}
       */
      visibleOptions(cmd) {
        const visibleOptions = cmd.options.filter((option) => !option.hidden);
        const helpOption = cmd._getHelpOption();
        if (helpOption && !helpOption.hidden) {
          const removeShort = helpOption.short && cmd._findOption(helpOption.short);
          const removeLong = helpOption.long && cmd._findOption(helpOption.long);
          if (!removeShort && !removeLong) {
            visibleOptions.push(helpOption);
          } else if (helpOption.long && !removeLong) {
            visibleOptions.push(
              cmd.createOption(helpOption.long, helpOption.description)
            );
          } else if (helpOption.short && !removeShort) {
            visibleOptions.push(
              cmd.createOption(helpOption.short, helpOption.description)
            );
          }
        }
        if (this.sortOptions) {
          visibleOptions.sort(this.compareOptions);
        }
        return visibleOptions;
      }
      /**
       * Get an array of the visible global options. (Not including help.)
       *
       * @param {Command} cmd
       * @returns {Option[]}
       */
      visibleGlobalOptions(cmd) {
        if (!this.showGlobalOptions) return [];
        const globalOptions = [];
        for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
          const visibleOptions = ancestorCmd.options.filter(
            (option) => !option.hidden
          );
          globalOptions.push(...visibleOptions);
        }
        if (this.sortOptions) {
          globalOptions.sort(this.compareOptions);
        }
        return globalOptions;
      }
      /**
       * Get an array of the arguments if any have a description.
       *
       * @param {Command} cmd
       * @returns {Argument[]}
       */
      visibleArguments(cmd) {
        if (cmd._argsDescription) {
          cmd.registeredArguments.forEach((argument2) => {
            argument2.description = argument2.description || cmd._argsDescription[argument2.name()] || "";
          });
        }
        if (cmd.registeredArguments.find((argument2) => argument2.description)) {
          return cmd.registeredArguments;
        }
        return [];
      }
      /**
       * Get the command term to show in the list of subcommands.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      subcommandTerm(cmd) {
        const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
        return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + // simplistic check for non-help option
        (args ? " " + args : "");
      }
      /**
       * Get the option term to show in the list of options.
       *
       * @param {Option} option
       * @returns {string}
       */
      optionTerm(option) {
        return option.flags;
      }
      /**
       * Get the argument term to show in the list of arguments.
       *
       * @param {Argument} argument
       * @returns {string}
       */
      argumentTerm(argument2) {
        return argument2.name();
      }
      /**
       * Get the longest command term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestSubcommandTermLength(cmd, helper) {
        return helper.visibleCommands(cmd).reduce((max, command2) => {
          return Math.max(
            max,
            this.displayWidth(
              helper.styleSubcommandTerm(helper.subcommandTerm(command2))
            )
          );
        }, 0);
      }
      /**
       * Get the longest option term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestOptionTermLength(cmd, helper) {
        return helper.visibleOptions(cmd).reduce((max, option) => {
          return Math.max(
            max,
            this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option)))
          );
        }, 0);
      }
      /**
       * Get the longest global option term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestGlobalOptionTermLength(cmd, helper) {
        return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
          return Math.max(
            max,
            this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option)))
          );
        }, 0);
      }
      /**
       * Get the longest argument term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestArgumentTermLength(cmd, helper) {
        return helper.visibleArguments(cmd).reduce((max, argument2) => {
          return Math.max(
            max,
            this.displayWidth(
              helper.styleArgumentTerm(helper.argumentTerm(argument2))
            )
          );
        }, 0);
      }
      /**
       * Get the command usage to be displayed at the top of the built-in help.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      commandUsage(cmd) {
        let cmdName = cmd._name;
        if (cmd._aliases[0]) {
          cmdName = cmdName + "|" + cmd._aliases[0];
        }
        let ancestorCmdNames = "";
        for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
          ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
        }
        return ancestorCmdNames + cmdName + " " + cmd.usage();
      }
      /**
       * Get the description for the command.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      commandDescription(cmd) {
        return cmd.description();
      }
      /**
       * Get the subcommand summary to show in the list of subcommands.
       * (Fallback to description for backwards compatibility.)
       *
       * @param {Command} cmd
       * @returns {string}
       */
      subcommandDescription(cmd) {
        return cmd.summary() || cmd.description();
      }
      /**
       * Get the option description to show in the list of options.
       *
       * @param {Option} option
       * @return {string}
       */
      optionDescription(option) {
        const extraInfo = [];
        if (option.argChoices) {
          extraInfo.push(
            // use stringify to match the display of the default value
            `choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`
          );
        }
        if (option.defaultValue !== void 0) {
          const showDefault = option.required || option.optional || option.isBoolean() && typeof option.defaultValue === "boolean";
          if (showDefault) {
            extraInfo.push(
              `default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`
            );
          }
        }
        if (option.presetArg !== void 0 && option.optional) {
          extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
        }
        if (option.envVar !== void 0) {
          extraInfo.push(`env: ${option.envVar}`);
        }
        if (extraInfo.length > 0) {
          const extraDescription = `(${extraInfo.join(", ")})`;
          if (option.description) {
            return `${option.description} ${extraDescription}`;
          }
          return extraDescription;
        }
        return option.description;
      }
      /**
       * Get the argument description to show in the list of arguments.
       *
       * @param {Argument} argument
       * @return {string}
       */
      argumentDescription(argument2) {
        const extraInfo = [];
        if (argument2.argChoices) {
          extraInfo.push(
            // use stringify to match the display of the default value
            `choices: ${argument2.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`
          );
        }
        if (argument2.defaultValue !== void 0) {
          extraInfo.push(
            `default: ${argument2.defaultValueDescription || JSON.stringify(argument2.defaultValue)}`
          );
        }
        if (extraInfo.length > 0) {
          const extraDescription = `(${extraInfo.join(", ")})`;
          if (argument2.description) {
            return `${argument2.description} ${extraDescription}`;
          }
          return extraDescription;
        }
        return argument2.description;
      }
      /**
       * Format a list of items, given a heading and an array of formatted items.
       *
       * @param {string} heading
       * @param {string[]} items
       * @param {Help} helper
       * @returns string[]
       */
      formatItemList(heading, items, helper) {
        if (items.length === 0) return [];
        return [helper.styleTitle(heading), ...items, ""];
      }
      /**
       * Group items by their help group heading.
       *
       * @param {Command[] | Option[]} unsortedItems
       * @param {Command[] | Option[]} visibleItems
       * @param {Function} getGroup
       * @returns {Map<string, Command[] | Option[]>}
       */
      groupItems(unsortedItems, visibleItems, getGroup) {
        const result = /* @__PURE__ */ new Map();
        unsortedItems.forEach((item) => {
          const group = getGroup(item);
          if (!result.has(group)) result.set(group, []);
        });
        visibleItems.forEach((item) => {
          const group = getGroup(item);
          if (!result.has(group)) {
            result.set(group, []);
          }
          result.get(group).push(item);
        });
        return result;
      }
      /**
       * Generate the built-in help text.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {string}
       */
      formatHelp(cmd, helper) {
        const termWidth = helper.padWidth(cmd, helper);
        const helpWidth = helper.helpWidth ?? 80;
        function callFormatItem(term, description) {
          return helper.formatItem(term, termWidth, description, helper);
        }
        let output = [
          `${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`,
          ""
        ];
        const commandDescription = helper.commandDescription(cmd);
        if (commandDescription.length > 0) {
          output = output.concat([
            helper.boxWrap(
              helper.styleCommandDescription(commandDescription),
              helpWidth
            ),
            ""
          ]);
        }
        const argumentList = helper.visibleArguments(cmd).map((argument2) => {
          return callFormatItem(
            helper.styleArgumentTerm(helper.argumentTerm(argument2)),
            helper.styleArgumentDescription(helper.argumentDescription(argument2))
          );
        });
        output = output.concat(
          this.formatItemList("Arguments:", argumentList, helper)
        );
        const optionGroups = this.groupItems(
          cmd.options,
          helper.visibleOptions(cmd),
          (option) => option.helpGroupHeading ?? "Options:"
        );
        optionGroups.forEach((options, group) => {
          const optionList = options.map((option) => {
            return callFormatItem(
              helper.styleOptionTerm(helper.optionTerm(option)),
              helper.styleOptionDescription(helper.optionDescription(option))
            );
          });
          output = output.concat(this.formatItemList(group, optionList, helper));
        });
        if (helper.showGlobalOptions) {
          const globalOptionList = helper.visibleGlobalOptions(cmd).map((option) => {
            return callFormatItem(
              helper.styleOptionTerm(helper.optionTerm(option)),
              helper.styleOptionDescription(helper.optionDescription(option))
            );
          });
          output = output.concat(
            this.formatItemList("Global Options:", globalOptionList, helper)
          );
        }
        const commandGroups = this.groupItems(
          cmd.commands,
          helper.visibleCommands(cmd),
          (sub) => sub.helpGroup() || "Commands:"
        );
        commandGroups.forEach((commands, group) => {
          const commandList = commands.map((sub) => {
            return callFormatItem(
              helper.styleSubcommandTerm(helper.subcommandTerm(sub)),
              helper.styleSubcommandDescription(helper.subcommandDescription(sub))
            );
          });
          output = output.concat(this.formatItemList(group, commandList, helper));
        });
        return output.join("\n");
      }
      /**
       * Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
       *
       * @param {string} str
       * @returns {number}
       */
      displayWidth(str) {
        return stripColor(str).length;
      }
      /**
       * Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
       *
       * @param {string} str
       * @returns {string}
       */
      styleTitle(str) {
        return str;
      }
      styleUsage(str) {
        return str.split(" ").map((word) => {
          if (word === "[options]") return this.styleOptionText(word);
          if (word === "[command]") return this.styleSubcommandText(word);
          if (word[0] === "[" || word[0] === "<")
            return this.styleArgumentText(word);
          return this.styleCommandText(word);
        }).join(" ");
      }
      styleCommandDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleOptionDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleSubcommandDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleArgumentDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleDescriptionText(str) {
        return str;
      }
      styleOptionTerm(str) {
        return this.styleOptionText(str);
      }
      styleSubcommandTerm(str) {
        return str.split(" ").map((word) => {
          if (word === "[options]") return this.styleOptionText(word);
          if (word[0] === "[" || word[0] === "<")
            return this.styleArgumentText(word);
          return this.styleSubcommandText(word);
        }).join(" ");
      }
      styleArgumentTerm(str) {
        return this.styleArgumentText(str);
      }
      styleOptionText(str) {
        return str;
      }
      styleArgumentText(str) {
        return str;
      }
      styleSubcommandText(str) {
        return str;
      }
      styleCommandText(str) {
        return str;
      }
      /**
       * Calculate the pad width from the maximum term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      padWidth(cmd, helper) {
        return Math.max(
          helper.longestOptionTermLength(cmd, helper),
          helper.longestGlobalOptionTermLength(cmd, helper),
          helper.longestSubcommandTermLength(cmd, helper),
          helper.longestArgumentTermLength(cmd, helper)
        );
      }
      /**
       * Detect manually wrapped and indented strings by checking for line break followed by whitespace.
       *
       * @param {string} str
       * @returns {boolean}
       */
      preformatted(str) {
        return /\n[^\S\r\n]/.test(str);
      }
      /**
       * Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
       *
       * So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
       *   TTT  DDD DDDD
       *        DD DDD
       *
       * @param {string} term
       * @param {number} termWidth
       * @param {string} description
       * @param {Help} helper
       * @returns {string}
       */
      formatItem(term, termWidth, description, helper) {
        const itemIndent = 2;
        const itemIndentStr = " ".repeat(itemIndent);
        if (!description) return itemIndentStr + term;
        const paddedTerm = term.padEnd(
          termWidth + term.length - helper.displayWidth(term)
        );
        const spacerWidth = 2;
        const helpWidth = this.helpWidth ?? 80;
        const remainingWidth = helpWidth - termWidth - spacerWidth - itemIndent;
        let formattedDescription;
        if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) {
          formattedDescription = description;
        } else {
          const wrappedDescription = helper.boxWrap(description, remainingWidth);
          formattedDescription = wrappedDescription.replace(
            /\n/g,
            "\n" + " ".repeat(termWidth + spacerWidth)
          );
        }
        return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `
${itemIndentStr}`);
      }
      /**
       * Wrap a string at whitespace, preserving existing line breaks.
       * Wrapping is skipped if the width is less than `minWidthToWrap`.
       *
       * @param {string} str
       * @param {number} width
       * @returns {string}
       */
      boxWrap(str, width) {
        if (width < this.minWidthToWrap) return str;
        const rawLines = str.split(/\r\n|\n/);
        const chunkPattern = /[\s]*[^\s]+/g;
        const wrappedLines = [];
        rawLines.forEach((line) => {
          const chunks = line.match(chunkPattern);
          if (chunks === null) {
            wrappedLines.push("");
            return;
          }
          let sumChunks = [chunks.shift()];
          let sumWidth = this.displayWidth(sumChunks[0]);
          chunks.forEach((chunk) => {
            const visibleWidth = this.displayWidth(chunk);
            if (sumWidth + visibleWidth <= width) {
              sumChunks.push(chunk);
              sumWidth += visibleWidth;
              return;
            }
            wrappedLines.push(sumChunks.join(""));
            const nextChunk = chunk.trimStart();
            sumChunks = [nextChunk];
            sumWidth = this.displayWidth(nextChunk);
          });
          wrappedLines.push(sumChunks.join(""));
        });
        return wrappedLines.join("\n");
      }
    };
    function stripColor(str) {
      const sgrPattern = /\x1b\[\d*(;\d*)*m/g;
      return str.replace(sgrPattern, "");
    }
    exports2.Help = Help2;
    exports2.stripColor = stripColor;
  }
});

// node_modules/commander/lib/option.js
var require_option = __commonJS({
  "node_modules/commander/lib/option.js"(exports2) {
    var { InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var Option2 = class {
      /**
       * Initialize a new `Option` with the given `flags` and `description`.
       *
       * @param {string} flags
       * @param {string} [description]
       */
      constructor(flags, description) {
        this.flags = flags;
        this.description = description || "";
        this.required = flags.includes("<");
        this.optional = flags.includes("[");
        this.variadic = /\w\.\.\.[>\]]$/.test(flags);
        this.mandatory = false;
        const optionFlags = splitOptionFlags(flags);
        this.short = optionFlags.shortFlag;
        this.long = optionFlags.longFlag;
        this.negate = false;
        if (this.long) {
          this.negate = this.long.startsWith("--no-");
        }
        this.defaultValue = void 0;
        this.defaultValueDescription = void 0;
        this.presetArg = void 0;
        this.envVar = void 0;
        this.parseArg = void 0;
        this.hidden = false;
        this.argChoices = void 0;
        this.conflictsWith = [];
        this.implied = void 0;
        this.helpGroupHeading = void 0;
      }
      /**
       * Set the default value, and optionally supply the description to be displayed in the help.
       *
       * @param {*} value
       * @param {string} [description]
       * @return {Option}
       */
      default(value, description) {
        this.defaultValue = value;
        this.defaultValueDescription = description;
        return this;
      }
      /**
       * Preset to use when option used without option-argument, especially optional but also boolean and negated.
       * The custom processing (parseArg) is called.
       *
       * @example
       * new Option('--color').default('GREYSCALE').preset('RGB');
       * new Option('--donate [amount]').preset('20').argParser(parseFloat);
       *
       * @param {*} arg
       * @return {Option}
       */
      preset(arg) {
        this.presetArg = arg;
        return this;
      }
      /**
       * Add option name(s) that conflict with this option.
       * An error will be displayed if conflicting options are found during parsing.
       *
       * @example
       * new Option('--rgb').conflicts('cmyk');
       * new Option('--js').conflicts(['ts', 'jsx']);
       *
       * @param {(string | string[])} names
       * @return {Option}
       */
      conflicts(names4) {
        this.conflictsWith = this.conflictsWith.concat(names4);
        return this;
      }
      /**
       * Specify implied option values for when this option is set and the implied options are not.
       *
       * The custom processing (parseArg) is not called on the implied values.
       *
       * @example
       * program
       *   .addOption(new Option('--log', 'write logging information to file'))
       *   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
       *
       * @param {object} impliedOptionValues
       * @return {Option}
       */
      implies(impliedOptionValues) {
        let newImplied = impliedOptionValues;
        if (typeof impliedOptionValues === "string") {
          newImplied = { [impliedOptionValues]: true };
        }
        this.implied = Object.assign(this.implied || {}, newImplied);
        return this;
      }
      /**
       * Set environment variable to check for option value.
       *
       * An environment variable is only used if when processed the current option value is
       * undefined, or the source of the current value is 'default' or 'config' or 'env'.
       *
       * @param {string} name
       * @return {Option}
       */
      env(name) {
        this.envVar = name;
        return this;
      }
      /**
       * Set the custom handler for processing CLI option arguments into option values.
       *
       * @param {Function} [fn]
       * @return {Option}
       */
      argParser(fn) {
        this.parseArg = fn;
        return this;
      }
      /**
       * Whether the option is mandatory and must have a value after parsing.
       *
       * @param {boolean} [mandatory=true]
       * @return {Option}
       */
      makeOptionMandatory(mandatory = true) {
        this.mandatory = !!mandatory;
        return this;
      }
      /**
       * Hide option in help.
       *
       * @param {boolean} [hide=true]
       * @return {Option}
       */
      hideHelp(hide = true) {
        this.hidden = !!hide;
        return this;
      }
      /**
       * @package
       */
      _collectValue(value, previous) {
        if (previous === this.defaultValue || !Array.isArray(previous)) {
          return [value];
        }
        previous.push(value);
        return previous;
      }
      /**
       * Only allow option value to be one of choices.
       *
       * @param {string[]} values
       * @return {Option}
       */
      choices(values2) {
        this.argChoices = values2.slice();
        this.parseArg = (arg, previous) => {
          if (!this.argChoices.includes(arg)) {
            throw new InvalidArgumentError2(
              `Allowed choices are ${this.argChoices.join(", ")}.`
            );
          }
          if (this.variadic) {
            return this._collectValue(arg, previous);
          }
          return arg;
        };
        return this;
      }
      /**
       * Return option name.
       *
       * @return {string}
       */
      name() {
        if (this.long) {
          return this.long.replace(/^--/, "");
        }
        return this.short.replace(/^-/, "");
      }
      /**
       * Return option name, in a camelcase format that can be used
       * as an object attribute key.
       *
       * @return {string}
       */
      attributeName() {
        if (this.negate) {
          return camelcase(this.name().replace(/^no-/, ""));
        }
        return camelcase(this.name());
      }
      /**
       * Set the help group heading.
       *
       * @param {string} heading
       * @return {Option}
       */
      helpGroup(heading) {
        this.helpGroupHeading = heading;
        return this;
      }
      /**
       * Check if `arg` matches the short or long flag.
       *
       * @param {string} arg
       * @return {boolean}
       * @package
       */
      is(arg) {
        return this.short === arg || this.long === arg;
      }
      /**
       * Return whether a boolean option.
       *
       * Options are one of boolean, negated, required argument, or optional argument.
       *
       * @return {boolean}
       * @package
       */
      isBoolean() {
        return !this.required && !this.optional && !this.negate;
      }
    };
    var DualOptions = class {
      /**
       * @param {Option[]} options
       */
      constructor(options) {
        this.positiveOptions = /* @__PURE__ */ new Map();
        this.negativeOptions = /* @__PURE__ */ new Map();
        this.dualOptions = /* @__PURE__ */ new Set();
        options.forEach((option) => {
          if (option.negate) {
            this.negativeOptions.set(option.attributeName(), option);
          } else {
            this.positiveOptions.set(option.attributeName(), option);
          }
        });
        this.negativeOptions.forEach((value, key) => {
          if (this.positiveOptions.has(key)) {
            this.dualOptions.add(key);
          }
        });
      }
      /**
       * Did the value come from the option, and not from possible matching dual option?
       *
       * @param {*} value
       * @param {Option} option
       * @returns {boolean}
       */
      valueFromOption(value, option) {
        const optionKey = option.attributeName();
        if (!this.dualOptions.has(optionKey)) return true;
        const preset = this.negativeOptions.get(optionKey).presetArg;
        const negativeValue = preset !== void 0 ? preset : false;
        return option.negate === (negativeValue === value);
      }
    };
    function camelcase(str) {
      return str.split("-").reduce((str2, word) => {
        return str2 + word[0].toUpperCase() + word.slice(1);
      });
    }
    function splitOptionFlags(flags) {
      let shortFlag;
      let longFlag;
      const shortFlagExp = /^-[^-]$/;
      const longFlagExp = /^--[^-]/;
      const flagParts = flags.split(/[ |,]+/).concat("guard");
      if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
      if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
      if (!shortFlag && shortFlagExp.test(flagParts[0]))
        shortFlag = flagParts.shift();
      if (!shortFlag && longFlagExp.test(flagParts[0])) {
        shortFlag = longFlag;
        longFlag = flagParts.shift();
      }
      if (flagParts[0].startsWith("-")) {
        const unsupportedFlag = flagParts[0];
        const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
        if (/^-[^-][^-]/.test(unsupportedFlag))
          throw new Error(
            `${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`
          );
        if (shortFlagExp.test(unsupportedFlag))
          throw new Error(`${baseError}
- too many short flags`);
        if (longFlagExp.test(unsupportedFlag))
          throw new Error(`${baseError}
- too many long flags`);
        throw new Error(`${baseError}
- unrecognised flag format`);
      }
      if (shortFlag === void 0 && longFlag === void 0)
        throw new Error(
          `option creation failed due to no flags found in '${flags}'.`
        );
      return { shortFlag, longFlag };
    }
    exports2.Option = Option2;
    exports2.DualOptions = DualOptions;
  }
});

// node_modules/commander/lib/suggestSimilar.js
var require_suggestSimilar = __commonJS({
  "node_modules/commander/lib/suggestSimilar.js"(exports2) {
    var maxDistance = 3;
    function editDistance(a, b) {
      if (Math.abs(a.length - b.length) > maxDistance)
        return Math.max(a.length, b.length);
      const d = [];
      for (let i = 0; i <= a.length; i++) {
        d[i] = [i];
      }
      for (let j = 0; j <= b.length; j++) {
        d[0][j] = j;
      }
      for (let j = 1; j <= b.length; j++) {
        for (let i = 1; i <= a.length; i++) {
          let cost = 1;
          if (a[i - 1] === b[j - 1]) {
            cost = 0;
          } else {
            cost = 1;
          }
          d[i][j] = Math.min(
            d[i - 1][j] + 1,
            // deletion
            d[i][j - 1] + 1,
            // insertion
            d[i - 1][j - 1] + cost
            // substitution
          );
          if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
            d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
          }
        }
      }
      return d[a.length][b.length];
    }
    function suggestSimilar(word, candidates) {
      if (!candidates || candidates.length === 0) return "";
      candidates = Array.from(new Set(candidates));
      const searchingOptions = word.startsWith("--");
      if (searchingOptions) {
        word = word.slice(2);
        candidates = candidates.map((candidate) => candidate.slice(2));
      }
      let similar = [];
      let bestDistance = maxDistance;
      const minSimilarity = 0.4;
      candidates.forEach((candidate) => {
        if (candidate.length <= 1) return;
        const distance = editDistance(word, candidate);
        const length = Math.max(word.length, candidate.length);
        const similarity = (length - distance) / length;
        if (similarity > minSimilarity) {
          if (distance < bestDistance) {
            bestDistance = distance;
            similar = [candidate];
          } else if (distance === bestDistance) {
            similar.push(candidate);
          }
        }
      });
      similar.sort((a, b) => a.localeCompare(b));
      if (searchingOptions) {
        similar = similar.map((candidate) => `--${candidate}`);
      }
      if (similar.length > 1) {
        return `
(Did you mean one of ${similar.join(", ")}?)`;
      }
      if (similar.length === 1) {
        return `
(Did you mean ${similar[0]}?)`;
      }
      return "";
    }
    exports2.suggestSimilar = suggestSimilar;
  }
});

// node_modules/commander/lib/command.js
var require_command = __commonJS({
  "node_modules/commander/lib/command.js"(exports2) {
    var EventEmitter = require("node:events").EventEmitter;
    var childProcess2 = require_node_child_process();
    var path = require("node:path");
    var fs = require("node:fs");
    var process2 = require("node:process");
    var { Argument: Argument2, humanReadableArgName } = require_argument();
    var { CommanderError: CommanderError2 } = require_error();
    var { Help: Help2, stripColor } = require_help();
    var { Option: Option2, DualOptions } = require_option();
    var { suggestSimilar } = require_suggestSimilar();
    var Command2 = class _Command extends EventEmitter {
      /**
       * Initialize a new `Command`.
       *
       * @param {string} [name]
       */
      constructor(name) {
        super();
        this.commands = [];
        this.options = [];
        this.parent = null;
        this._allowUnknownOption = false;
        this._allowExcessArguments = false;
        this.registeredArguments = [];
        this._args = this.registeredArguments;
        this.args = [];
        this.rawArgs = [];
        this.processedArgs = [];
        this._scriptPath = null;
        this._name = name || "";
        this._optionValues = {};
        this._optionValueSources = {};
        this._storeOptionsAsProperties = false;
        this._actionHandler = null;
        this._executableHandler = false;
        this._executableFile = null;
        this._executableDir = null;
        this._defaultCommandName = null;
        this._exitCallback = null;
        this._aliases = [];
        this._combineFlagAndOptionalValue = true;
        this._description = "";
        this._summary = "";
        this._argsDescription = void 0;
        this._enablePositionalOptions = false;
        this._passThroughOptions = false;
        this._lifeCycleHooks = {};
        this._showHelpAfterError = false;
        this._showSuggestionAfterError = true;
        this._savedState = null;
        this._outputConfiguration = {
          writeOut: (str) => process2.stdout.write(str),
          writeErr: (str) => process2.stderr.write(str),
          outputError: (str, write) => write(str),
          getOutHelpWidth: () => process2.stdout.isTTY ? process2.stdout.columns : void 0,
          getErrHelpWidth: () => process2.stderr.isTTY ? process2.stderr.columns : void 0,
          getOutHasColors: () => useColor() ?? (process2.stdout.isTTY && process2.stdout.hasColors?.()),
          getErrHasColors: () => useColor() ?? (process2.stderr.isTTY && process2.stderr.hasColors?.()),
          stripColor: (str) => stripColor(str)
        };
        this._hidden = false;
        this._helpOption = void 0;
        this._addImplicitHelpCommand = void 0;
        this._helpCommand = void 0;
        this._helpConfiguration = {};
        this._helpGroupHeading = void 0;
        this._defaultCommandGroup = void 0;
        this._defaultOptionGroup = void 0;
      }
      /**
       * Copy settings that are useful to have in common across root command and subcommands.
       *
       * (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
       *
       * @param {Command} sourceCommand
       * @return {Command} `this` command for chaining
       */
      copyInheritedSettings(sourceCommand) {
        this._outputConfiguration = sourceCommand._outputConfiguration;
        this._helpOption = sourceCommand._helpOption;
        this._helpCommand = sourceCommand._helpCommand;
        this._helpConfiguration = sourceCommand._helpConfiguration;
        this._exitCallback = sourceCommand._exitCallback;
        this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
        this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
        this._allowExcessArguments = sourceCommand._allowExcessArguments;
        this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
        this._showHelpAfterError = sourceCommand._showHelpAfterError;
        this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
        return this;
      }
      /**
       * @returns {Command[]}
       * @private
       */
      _getCommandAndAncestors() {
        const result = [];
        for (let command2 = this; command2; command2 = command2.parent) {
          result.push(command2);
        }
        return result;
      }
      /**
       * Define a command.
       *
       * There are two styles of command: pay attention to where to put the description.
       *
       * @example
       * // Command implemented using action handler (description is supplied separately to `.command`)
       * program
       *   .command('clone <source> [destination]')
       *   .description('clone a repository into a newly created directory')
       *   .action((source, destination) => {
       *     console.log('clone command called');
       *   });
       *
       * // Command implemented using separate executable file (description is second parameter to `.command`)
       * program
       *   .command('start <service>', 'start named service')
       *   .command('stop [service]', 'stop named service, or all if no name supplied');
       *
       * @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
       * @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
       * @param {object} [execOpts] - configuration options (for executable)
       * @return {Command} returns new command for action handler, or `this` for executable command
       */
      command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
        let desc = actionOptsOrExecDesc;
        let opts = execOpts;
        if (typeof desc === "object" && desc !== null) {
          opts = desc;
          desc = null;
        }
        opts = opts || {};
        const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
        const cmd = this.createCommand(name);
        if (desc) {
          cmd.description(desc);
          cmd._executableHandler = true;
        }
        if (opts.isDefault) this._defaultCommandName = cmd._name;
        cmd._hidden = !!(opts.noHelp || opts.hidden);
        cmd._executableFile = opts.executableFile || null;
        if (args) cmd.arguments(args);
        this._registerCommand(cmd);
        cmd.parent = this;
        cmd.copyInheritedSettings(this);
        if (desc) return this;
        return cmd;
      }
      /**
       * Factory routine to create a new unattached command.
       *
       * See .command() for creating an attached subcommand, which uses this routine to
       * create the command. You can override createCommand to customise subcommands.
       *
       * @param {string} [name]
       * @return {Command} new command
       */
      createCommand(name) {
        return new _Command(name);
      }
      /**
       * You can customise the help with a subclass of Help by overriding createHelp,
       * or by overriding Help properties using configureHelp().
       *
       * @return {Help}
       */
      createHelp() {
        return Object.assign(new Help2(), this.configureHelp());
      }
      /**
       * You can customise the help by overriding Help properties using configureHelp(),
       * or with a subclass of Help by overriding createHelp().
       *
       * @param {object} [configuration] - configuration options
       * @return {(Command | object)} `this` command for chaining, or stored configuration
       */
      configureHelp(configuration) {
        if (configuration === void 0) return this._helpConfiguration;
        this._helpConfiguration = configuration;
        return this;
      }
      /**
       * The default output goes to stdout and stderr. You can customise this for special
       * applications. You can also customise the display of errors by overriding outputError.
       *
       * The configuration properties are all functions:
       *
       *     // change how output being written, defaults to stdout and stderr
       *     writeOut(str)
       *     writeErr(str)
       *     // change how output being written for errors, defaults to writeErr
       *     outputError(str, write) // used for displaying errors and not used for displaying help
       *     // specify width for wrapping help
       *     getOutHelpWidth()
       *     getErrHelpWidth()
       *     // color support, currently only used with Help
       *     getOutHasColors()
       *     getErrHasColors()
       *     stripColor() // used to remove ANSI escape codes if output does not have colors
       *
       * @param {object} [configuration] - configuration options
       * @return {(Command | object)} `this` command for chaining, or stored configuration
       */
      configureOutput(configuration) {
        if (configuration === void 0) return this._outputConfiguration;
        this._outputConfiguration = {
          ...this._outputConfiguration,
          ...configuration
        };
        return this;
      }
      /**
       * Display the help or a custom message after an error occurs.
       *
       * @param {(boolean|string)} [displayHelp]
       * @return {Command} `this` command for chaining
       */
      showHelpAfterError(displayHelp = true) {
        if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
        this._showHelpAfterError = displayHelp;
        return this;
      }
      /**
       * Display suggestion of similar commands for unknown commands, or options for unknown options.
       *
       * @param {boolean} [displaySuggestion]
       * @return {Command} `this` command for chaining
       */
      showSuggestionAfterError(displaySuggestion = true) {
        this._showSuggestionAfterError = !!displaySuggestion;
        return this;
      }
      /**
       * Add a prepared subcommand.
       *
       * See .command() for creating an attached subcommand which inherits settings from its parent.
       *
       * @param {Command} cmd - new subcommand
       * @param {object} [opts] - configuration options
       * @return {Command} `this` command for chaining
       */
      addCommand(cmd, opts) {
        if (!cmd._name) {
          throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
        }
        opts = opts || {};
        if (opts.isDefault) this._defaultCommandName = cmd._name;
        if (opts.noHelp || opts.hidden) cmd._hidden = true;
        this._registerCommand(cmd);
        cmd.parent = this;
        cmd._checkForBrokenPassThrough();
        return this;
      }
      /**
       * Factory routine to create a new unattached argument.
       *
       * See .argument() for creating an attached argument, which uses this routine to
       * create the argument. You can override createArgument to return a custom argument.
       *
       * @param {string} name
       * @param {string} [description]
       * @return {Argument} new argument
       */
      createArgument(name, description) {
        return new Argument2(name, description);
      }
      /**
       * Define argument syntax for command.
       *
       * The default is that the argument is required, and you can explicitly
       * indicate this with <> around the name. Put [] around the name for an optional argument.
       *
       * @example
       * program.argument('<input-file>');
       * program.argument('[output-file]');
       *
       * @param {string} name
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom argument processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      argument(name, description, parseArg, defaultValue) {
        const argument2 = this.createArgument(name, description);
        if (typeof parseArg === "function") {
          argument2.default(defaultValue).argParser(parseArg);
        } else {
          argument2.default(parseArg);
        }
        this.addArgument(argument2);
        return this;
      }
      /**
       * Define argument syntax for command, adding multiple at once (without descriptions).
       *
       * See also .argument().
       *
       * @example
       * program.arguments('<cmd> [env]');
       *
       * @param {string} names
       * @return {Command} `this` command for chaining
       */
      arguments(names4) {
        names4.trim().split(/ +/).forEach((detail) => {
          this.argument(detail);
        });
        return this;
      }
      /**
       * Define argument syntax for command, adding a prepared argument.
       *
       * @param {Argument} argument
       * @return {Command} `this` command for chaining
       */
      addArgument(argument2) {
        const previousArgument = this.registeredArguments.slice(-1)[0];
        if (previousArgument?.variadic) {
          throw new Error(
            `only the last argument can be variadic '${previousArgument.name()}'`
          );
        }
        if (argument2.required && argument2.defaultValue !== void 0 && argument2.parseArg === void 0) {
          throw new Error(
            `a default value for a required argument is never used: '${argument2.name()}'`
          );
        }
        this.registeredArguments.push(argument2);
        return this;
      }
      /**
       * Customise or override default help command. By default a help command is automatically added if your command has subcommands.
       *
       * @example
       *    program.helpCommand('help [cmd]');
       *    program.helpCommand('help [cmd]', 'show help');
       *    program.helpCommand(false); // suppress default help command
       *    program.helpCommand(true); // add help command even if no subcommands
       *
       * @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
       * @param {string} [description] - custom description
       * @return {Command} `this` command for chaining
       */
      helpCommand(enableOrNameAndArgs, description) {
        if (typeof enableOrNameAndArgs === "boolean") {
          this._addImplicitHelpCommand = enableOrNameAndArgs;
          if (enableOrNameAndArgs && this._defaultCommandGroup) {
            this._initCommandGroup(this._getHelpCommand());
          }
          return this;
        }
        const nameAndArgs = enableOrNameAndArgs ?? "help [command]";
        const [, helpName, helpArgs] = nameAndArgs.match(/([^ ]+) *(.*)/);
        const helpDescription = description ?? "display help for command";
        const helpCommand = this.createCommand(helpName);
        helpCommand.helpOption(false);
        if (helpArgs) helpCommand.arguments(helpArgs);
        if (helpDescription) helpCommand.description(helpDescription);
        this._addImplicitHelpCommand = true;
        this._helpCommand = helpCommand;
        if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
        return this;
      }
      /**
       * Add prepared custom help command.
       *
       * @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
       * @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
       * @return {Command} `this` command for chaining
       */
      addHelpCommand(helpCommand, deprecatedDescription) {
        if (typeof helpCommand !== "object") {
          this.helpCommand(helpCommand, deprecatedDescription);
          return this;
        }
        this._addImplicitHelpCommand = true;
        this._helpCommand = helpCommand;
        this._initCommandGroup(helpCommand);
        return this;
      }
      /**
       * Lazy create help command.
       *
       * @return {(Command|null)}
       * @package
       */
      _getHelpCommand() {
        const hasImplicitHelpCommand = this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"));
        if (hasImplicitHelpCommand) {
          if (this._helpCommand === void 0) {
            this.helpCommand(void 0, void 0);
          }
          return this._helpCommand;
        }
        return null;
      }
      /**
       * Add hook for life cycle event.
       *
       * @param {string} event
       * @param {Function} listener
       * @return {Command} `this` command for chaining
       */
      hook(event, listener) {
        const allowedValues = ["preSubcommand", "preAction", "postAction"];
        if (!allowedValues.includes(event)) {
          throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
        }
        if (this._lifeCycleHooks[event]) {
          this._lifeCycleHooks[event].push(listener);
        } else {
          this._lifeCycleHooks[event] = [listener];
        }
        return this;
      }
      /**
       * Register callback to use as replacement for calling process.exit.
       *
       * @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
       * @return {Command} `this` command for chaining
       */
      exitOverride(fn) {
        if (fn) {
          this._exitCallback = fn;
        } else {
          this._exitCallback = (err) => {
            if (err.code !== "commander.executeSubCommandAsync") {
              throw err;
            } else {
            }
          };
        }
        return this;
      }
      /**
       * Call process.exit, and _exitCallback if defined.
       *
       * @param {number} exitCode exit code for using with process.exit
       * @param {string} code an id string representing the error
       * @param {string} message human-readable description of the error
       * @return never
       * @private
       */
      _exit(exitCode, code2, message) {
        if (this._exitCallback) {
          this._exitCallback(new CommanderError2(exitCode, code2, message));
        }
        process2.exit(exitCode);
      }
      /**
       * Register callback `fn` for the command.
       *
       * @example
       * program
       *   .command('serve')
       *   .description('start service')
       *   .action(function() {
       *      // do work here
       *   });
       *
       * @param {Function} fn
       * @return {Command} `this` command for chaining
       */
      action(fn) {
        const listener = (args) => {
          const expectedArgsCount = this.registeredArguments.length;
          const actionArgs = args.slice(0, expectedArgsCount);
          if (this._storeOptionsAsProperties) {
            actionArgs[expectedArgsCount] = this;
          } else {
            actionArgs[expectedArgsCount] = this.opts();
          }
          actionArgs.push(this);
          return fn.apply(this, actionArgs);
        };
        this._actionHandler = listener;
        return this;
      }
      /**
       * Factory routine to create a new unattached option.
       *
       * See .option() for creating an attached option, which uses this routine to
       * create the option. You can override createOption to return a custom option.
       *
       * @param {string} flags
       * @param {string} [description]
       * @return {Option} new option
       */
      createOption(flags, description) {
        return new Option2(flags, description);
      }
      /**
       * Wrap parseArgs to catch 'commander.invalidArgument'.
       *
       * @param {(Option | Argument)} target
       * @param {string} value
       * @param {*} previous
       * @param {string} invalidArgumentMessage
       * @private
       */
      _callParseArg(target, value, previous, invalidArgumentMessage) {
        try {
          return target.parseArg(value, previous);
        } catch (err) {
          if (err.code === "commander.invalidArgument") {
            const message = `${invalidArgumentMessage} ${err.message}`;
            this.error(message, { exitCode: err.exitCode, code: err.code });
          }
          throw err;
        }
      }
      /**
       * Check for option flag conflicts.
       * Register option if no conflicts found, or throw on conflict.
       *
       * @param {Option} option
       * @private
       */
      _registerOption(option) {
        const matchingOption = option.short && this._findOption(option.short) || option.long && this._findOption(option.long);
        if (matchingOption) {
          const matchingFlag = option.long && this._findOption(option.long) ? option.long : option.short;
          throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
        }
        this._initOptionGroup(option);
        this.options.push(option);
      }
      /**
       * Check for command name and alias conflicts with existing commands.
       * Register command if no conflicts found, or throw on conflict.
       *
       * @param {Command} command
       * @private
       */
      _registerCommand(command2) {
        const knownBy = (cmd) => {
          return [cmd.name()].concat(cmd.aliases());
        };
        const alreadyUsed = knownBy(command2).find(
          (name) => this._findCommand(name)
        );
        if (alreadyUsed) {
          const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
          const newCmd = knownBy(command2).join("|");
          throw new Error(
            `cannot add command '${newCmd}' as already have command '${existingCmd}'`
          );
        }
        this._initCommandGroup(command2);
        this.commands.push(command2);
      }
      /**
       * Add an option.
       *
       * @param {Option} option
       * @return {Command} `this` command for chaining
       */
      addOption(option) {
        this._registerOption(option);
        const oname = option.name();
        const name = option.attributeName();
        if (option.negate) {
          const positiveLongFlag = option.long.replace(/^--no-/, "--");
          if (!this._findOption(positiveLongFlag)) {
            this.setOptionValueWithSource(
              name,
              option.defaultValue === void 0 ? true : option.defaultValue,
              "default"
            );
          }
        } else if (option.defaultValue !== void 0) {
          this.setOptionValueWithSource(name, option.defaultValue, "default");
        }
        const handleOptionValue = (val, invalidValueMessage, valueSource) => {
          if (val == null && option.presetArg !== void 0) {
            val = option.presetArg;
          }
          const oldValue = this.getOptionValue(name);
          if (val !== null && option.parseArg) {
            val = this._callParseArg(option, val, oldValue, invalidValueMessage);
          } else if (val !== null && option.variadic) {
            val = option._collectValue(val, oldValue);
          }
          if (val == null) {
            if (option.negate) {
              val = false;
            } else if (option.isBoolean() || option.optional) {
              val = true;
            } else {
              val = "";
            }
          }
          this.setOptionValueWithSource(name, val, valueSource);
        };
        this.on("option:" + oname, (val) => {
          const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
          handleOptionValue(val, invalidValueMessage, "cli");
        });
        if (option.envVar) {
          this.on("optionEnv:" + oname, (val) => {
            const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
            handleOptionValue(val, invalidValueMessage, "env");
          });
        }
        return this;
      }
      /**
       * Internal implementation shared by .option() and .requiredOption()
       *
       * @return {Command} `this` command for chaining
       * @private
       */
      _optionEx(config, flags, description, fn, defaultValue) {
        if (typeof flags === "object" && flags instanceof Option2) {
          throw new Error(
            "To add an Option object use addOption() instead of option() or requiredOption()"
          );
        }
        const option = this.createOption(flags, description);
        option.makeOptionMandatory(!!config.mandatory);
        if (typeof fn === "function") {
          option.default(defaultValue).argParser(fn);
        } else if (fn instanceof RegExp) {
          const regex = fn;
          fn = (val, def) => {
            const m = regex.exec(val);
            return m ? m[0] : def;
          };
          option.default(defaultValue).argParser(fn);
        } else {
          option.default(fn);
        }
        return this.addOption(option);
      }
      /**
       * Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
       *
       * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
       * option-argument is indicated by `<>` and an optional option-argument by `[]`.
       *
       * See the README for more details, and see also addOption() and requiredOption().
       *
       * @example
       * program
       *     .option('-p, --pepper', 'add pepper')
       *     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
       *     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
       *     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
       *
       * @param {string} flags
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom option processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      option(flags, description, parseArg, defaultValue) {
        return this._optionEx({}, flags, description, parseArg, defaultValue);
      }
      /**
       * Add a required option which must have a value after parsing. This usually means
       * the option must be specified on the command line. (Otherwise the same as .option().)
       *
       * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
       *
       * @param {string} flags
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom option processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      requiredOption(flags, description, parseArg, defaultValue) {
        return this._optionEx(
          { mandatory: true },
          flags,
          description,
          parseArg,
          defaultValue
        );
      }
      /**
       * Alter parsing of short flags with optional values.
       *
       * @example
       * // for `.option('-f,--flag [value]'):
       * program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
       * program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
       *
       * @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
       * @return {Command} `this` command for chaining
       */
      combineFlagAndOptionalValue(combine = true) {
        this._combineFlagAndOptionalValue = !!combine;
        return this;
      }
      /**
       * Allow unknown options on the command line.
       *
       * @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
       * @return {Command} `this` command for chaining
       */
      allowUnknownOption(allowUnknown = true) {
        this._allowUnknownOption = !!allowUnknown;
        return this;
      }
      /**
       * Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
       *
       * @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
       * @return {Command} `this` command for chaining
       */
      allowExcessArguments(allowExcess = true) {
        this._allowExcessArguments = !!allowExcess;
        return this;
      }
      /**
       * Enable positional options. Positional means global options are specified before subcommands which lets
       * subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
       * The default behaviour is non-positional and global options may appear anywhere on the command line.
       *
       * @param {boolean} [positional]
       * @return {Command} `this` command for chaining
       */
      enablePositionalOptions(positional = true) {
        this._enablePositionalOptions = !!positional;
        return this;
      }
      /**
       * Pass through options that come after command-arguments rather than treat them as command-options,
       * so actual command-options come before command-arguments. Turning this on for a subcommand requires
       * positional options to have been enabled on the program (parent commands).
       * The default behaviour is non-positional and options may appear before or after command-arguments.
       *
       * @param {boolean} [passThrough] for unknown options.
       * @return {Command} `this` command for chaining
       */
      passThroughOptions(passThrough = true) {
        this._passThroughOptions = !!passThrough;
        this._checkForBrokenPassThrough();
        return this;
      }
      /**
       * @private
       */
      _checkForBrokenPassThrough() {
        if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) {
          throw new Error(
            `passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`
          );
        }
      }
      /**
       * Whether to store option values as properties on command object,
       * or store separately (specify false). In both cases the option values can be accessed using .opts().
       *
       * @param {boolean} [storeAsProperties=true]
       * @return {Command} `this` command for chaining
       */
      storeOptionsAsProperties(storeAsProperties = true) {
        if (this.options.length) {
          throw new Error("call .storeOptionsAsProperties() before adding options");
        }
        if (Object.keys(this._optionValues).length) {
          throw new Error(
            "call .storeOptionsAsProperties() before setting option values"
          );
        }
        this._storeOptionsAsProperties = !!storeAsProperties;
        return this;
      }
      /**
       * Retrieve option value.
       *
       * @param {string} key
       * @return {object} value
       */
      getOptionValue(key) {
        if (this._storeOptionsAsProperties) {
          return this[key];
        }
        return this._optionValues[key];
      }
      /**
       * Store option value.
       *
       * @param {string} key
       * @param {object} value
       * @return {Command} `this` command for chaining
       */
      setOptionValue(key, value) {
        return this.setOptionValueWithSource(key, value, void 0);
      }
      /**
       * Store option value and where the value came from.
       *
       * @param {string} key
       * @param {object} value
       * @param {string} source - expected values are default/config/env/cli/implied
       * @return {Command} `this` command for chaining
       */
      setOptionValueWithSource(key, value, source) {
        if (this._storeOptionsAsProperties) {
          this[key] = value;
        } else {
          this._optionValues[key] = value;
        }
        this._optionValueSources[key] = source;
        return this;
      }
      /**
       * Get source of option value.
       * Expected values are default | config | env | cli | implied
       *
       * @param {string} key
       * @return {string}
       */
      getOptionValueSource(key) {
        return this._optionValueSources[key];
      }
      /**
       * Get source of option value. See also .optsWithGlobals().
       * Expected values are default | config | env | cli | implied
       *
       * @param {string} key
       * @return {string}
       */
      getOptionValueSourceWithGlobals(key) {
        let source;
        this._getCommandAndAncestors().forEach((cmd) => {
          if (cmd.getOptionValueSource(key) !== void 0) {
            source = cmd.getOptionValueSource(key);
          }
        });
        return source;
      }
      /**
       * Get user arguments from implied or explicit arguments.
       * Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
       *
       * @private
       */
      _prepareUserArgs(argv, parseOptions) {
        if (argv !== void 0 && !Array.isArray(argv)) {
          throw new Error("first parameter to parse must be array or undefined");
        }
        parseOptions = parseOptions || {};
        if (argv === void 0 && parseOptions.from === void 0) {
          if (process2.versions?.electron) {
            parseOptions.from = "electron";
          }
          const execArgv = process2.execArgv ?? [];
          if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) {
            parseOptions.from = "eval";
          }
        }
        if (argv === void 0) {
          argv = process2.argv;
        }
        this.rawArgs = argv.slice();
        let userArgs;
        switch (parseOptions.from) {
          case void 0:
          case "node":
            this._scriptPath = argv[1];
            userArgs = argv.slice(2);
            break;
          case "electron":
            if (process2.defaultApp) {
              this._scriptPath = argv[1];
              userArgs = argv.slice(2);
            } else {
              userArgs = argv.slice(1);
            }
            break;
          case "user":
            userArgs = argv.slice(0);
            break;
          case "eval":
            userArgs = argv.slice(1);
            break;
          default:
            throw new Error(
              `unexpected parse option { from: '${parseOptions.from}' }`
            );
        }
        if (!this._name && this._scriptPath)
          this.nameFromFilename(this._scriptPath);
        this._name = this._name || "program";
        return userArgs;
      }
      /**
       * Parse `argv`, setting options and invoking commands when defined.
       *
       * Use parseAsync instead of parse if any of your action handlers are async.
       *
       * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
       *
       * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
       * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
       * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
       * - `'user'`: just user arguments
       *
       * @example
       * program.parse(); // parse process.argv and auto-detect electron and special node flags
       * program.parse(process.argv); // assume argv[0] is app and argv[1] is script
       * program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
       *
       * @param {string[]} [argv] - optional, defaults to process.argv
       * @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
       * @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
       * @return {Command} `this` command for chaining
       */
      parse(argv, parseOptions) {
        this._prepareForParse();
        const userArgs = this._prepareUserArgs(argv, parseOptions);
        this._parseCommand([], userArgs);
        return this;
      }
      /**
       * Parse `argv`, setting options and invoking commands when defined.
       *
       * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
       *
       * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
       * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
       * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
       * - `'user'`: just user arguments
       *
       * @example
       * await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
       * await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
       * await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
       *
       * @param {string[]} [argv]
       * @param {object} [parseOptions]
       * @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
       * @return {Promise}
       */
      async parseAsync(argv, parseOptions) {
        this._prepareForParse();
        const userArgs = this._prepareUserArgs(argv, parseOptions);
        await this._parseCommand([], userArgs);
        return this;
      }
      _prepareForParse() {
        if (this._savedState === null) {
          this.saveStateBeforeParse();
        } else {
          this.restoreStateBeforeParse();
        }
      }
      /**
       * Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
       * Not usually called directly, but available for subclasses to save their custom state.
       *
       * This is called in a lazy way. Only commands used in parsing chain will have state saved.
       */
      saveStateBeforeParse() {
        this._savedState = {
          // name is stable if supplied by author, but may be unspecified for root command and deduced during parsing
          _name: this._name,
          // option values before parse have default values (including false for negated options)
          // shallow clones
          _optionValues: { ...this._optionValues },
          _optionValueSources: { ...this._optionValueSources }
        };
      }
      /**
       * Restore state before parse for calls after the first.
       * Not usually called directly, but available for subclasses to save their custom state.
       *
       * This is called in a lazy way. Only commands used in parsing chain will have state restored.
       */
      restoreStateBeforeParse() {
        if (this._storeOptionsAsProperties)
          throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
        this._name = this._savedState._name;
        this._scriptPath = null;
        this.rawArgs = [];
        this._optionValues = { ...this._savedState._optionValues };
        this._optionValueSources = { ...this._savedState._optionValueSources };
        this.args = [];
        this.processedArgs = [];
      }
      /**
       * Throw if expected executable is missing. Add lots of help for author.
       *
       * @param {string} executableFile
       * @param {string} executableDir
       * @param {string} subcommandName
       */
      _checkForMissingExecutable(executableFile, executableDir, subcommandName) {
        if (fs.existsSync(executableFile)) return;
        const executableDirMessage = executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory";
        const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDirMessage}`;
        throw new Error(executableMissing);
      }
      /**
       * Execute a sub-command executable.
       *
       * @private
       */
      _executeSubCommand(subcommand, args) {
        args = args.slice();
        let launchWithNode = false;
        const sourceExt = [".js", ".ts", ".tsx", ".mjs", ".cjs"];
        function findFile(baseDir, baseName) {
          const localBin = path.resolve(baseDir, baseName);
          if (fs.existsSync(localBin)) return localBin;
          if (sourceExt.includes(path.extname(baseName))) return void 0;
          const foundExt = sourceExt.find(
            (ext) => fs.existsSync(`${localBin}${ext}`)
          );
          if (foundExt) return `${localBin}${foundExt}`;
          return void 0;
        }
        this._checkForMissingMandatoryOptions();
        this._checkForConflictingOptions();
        let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
        let executableDir = this._executableDir || "";
        if (this._scriptPath) {
          let resolvedScriptPath;
          try {
            resolvedScriptPath = fs.realpathSync(this._scriptPath);
          } catch {
            resolvedScriptPath = this._scriptPath;
          }
          executableDir = path.resolve(
            path.dirname(resolvedScriptPath),
            executableDir
          );
        }
        if (executableDir) {
          let localFile = findFile(executableDir, executableFile);
          if (!localFile && !subcommand._executableFile && this._scriptPath) {
            const legacyName = path.basename(
              this._scriptPath,
              path.extname(this._scriptPath)
            );
            if (legacyName !== this._name) {
              localFile = findFile(
                executableDir,
                `${legacyName}-${subcommand._name}`
              );
            }
          }
          executableFile = localFile || executableFile;
        }
        launchWithNode = sourceExt.includes(path.extname(executableFile));
        let proc;
        if (process2.platform !== "win32") {
          if (launchWithNode) {
            args.unshift(executableFile);
            args = incrementNodeInspectorPort(process2.execArgv).concat(args);
            proc = childProcess2.spawn(process2.argv[0], args, { stdio: "inherit" });
          } else {
            proc = childProcess2.spawn(executableFile, args, { stdio: "inherit" });
          }
        } else {
          this._checkForMissingExecutable(
            executableFile,
            executableDir,
            subcommand._name
          );
          args.unshift(executableFile);
          args = incrementNodeInspectorPort(process2.execArgv).concat(args);
          proc = childProcess2.spawn(process2.execPath, args, { stdio: "inherit" });
        }
        if (!proc.killed) {
          const signals = ["SIGUSR1", "SIGUSR2", "SIGTERM", "SIGINT", "SIGHUP"];
          signals.forEach((signal) => {
            process2.on(signal, () => {
              if (proc.killed === false && proc.exitCode === null) {
                proc.kill(signal);
              }
            });
          });
        }
        const exitCallback = this._exitCallback;
        proc.on("close", (code2) => {
          code2 = code2 ?? 1;
          if (!exitCallback) {
            process2.exit(code2);
          } else {
            exitCallback(
              new CommanderError2(
                code2,
                "commander.executeSubCommandAsync",
                "(close)"
              )
            );
          }
        });
        proc.on("error", (err) => {
          if (err.code === "ENOENT") {
            this._checkForMissingExecutable(
              executableFile,
              executableDir,
              subcommand._name
            );
          } else if (err.code === "EACCES") {
            throw new Error(`'${executableFile}' not executable`);
          }
          if (!exitCallback) {
            process2.exit(1);
          } else {
            const wrappedError = new CommanderError2(
              1,
              "commander.executeSubCommandAsync",
              "(error)"
            );
            wrappedError.nestedError = err;
            exitCallback(wrappedError);
          }
        });
        this.runningCommand = proc;
      }
      /**
       * @private
       */
      _dispatchSubcommand(commandName, operands, unknown2) {
        const subCommand = this._findCommand(commandName);
        if (!subCommand) this.help({ error: true });
        subCommand._prepareForParse();
        let promiseChain;
        promiseChain = this._chainOrCallSubCommandHook(
          promiseChain,
          subCommand,
          "preSubcommand"
        );
        promiseChain = this._chainOrCall(promiseChain, () => {
          if (subCommand._executableHandler) {
            this._executeSubCommand(subCommand, operands.concat(unknown2));
          } else {
            return subCommand._parseCommand(operands, unknown2);
          }
        });
        return promiseChain;
      }
      /**
       * Invoke help directly if possible, or dispatch if necessary.
       * e.g. help foo
       *
       * @private
       */
      _dispatchHelpCommand(subcommandName) {
        if (!subcommandName) {
          this.help();
        }
        const subCommand = this._findCommand(subcommandName);
        if (subCommand && !subCommand._executableHandler) {
          subCommand.help();
        }
        return this._dispatchSubcommand(
          subcommandName,
          [],
          [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]
        );
      }
      /**
       * Check this.args against expected this.registeredArguments.
       *
       * @private
       */
      _checkNumberOfArguments() {
        this.registeredArguments.forEach((arg, i) => {
          if (arg.required && this.args[i] == null) {
            this.missingArgument(arg.name());
          }
        });
        if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) {
          return;
        }
        if (this.args.length > this.registeredArguments.length) {
          this._excessArguments(this.args);
        }
      }
      /**
       * Process this.args using this.registeredArguments and save as this.processedArgs!
       *
       * @private
       */
      _processArguments() {
        const myParseArg = (argument2, value, previous) => {
          let parsedValue = value;
          if (value !== null && argument2.parseArg) {
            const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument2.name()}'.`;
            parsedValue = this._callParseArg(
              argument2,
              value,
              previous,
              invalidValueMessage
            );
          }
          return parsedValue;
        };
        this._checkNumberOfArguments();
        const processedArgs = [];
        this.registeredArguments.forEach((declaredArg, index) => {
          let value = declaredArg.defaultValue;
          if (declaredArg.variadic) {
            if (index < this.args.length) {
              value = this.args.slice(index);
              if (declaredArg.parseArg) {
                value = value.reduce((processed, v) => {
                  return myParseArg(declaredArg, v, processed);
                }, declaredArg.defaultValue);
              }
            } else if (value === void 0) {
              value = [];
            }
          } else if (index < this.args.length) {
            value = this.args[index];
            if (declaredArg.parseArg) {
              value = myParseArg(declaredArg, value, declaredArg.defaultValue);
            }
          }
          processedArgs[index] = value;
        });
        this.processedArgs = processedArgs;
      }
      /**
       * Once we have a promise we chain, but call synchronously until then.
       *
       * @param {(Promise|undefined)} promise
       * @param {Function} fn
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCall(promise, fn) {
        if (promise?.then && typeof promise.then === "function") {
          return promise.then(() => fn());
        }
        return fn();
      }
      /**
       *
       * @param {(Promise|undefined)} promise
       * @param {string} event
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCallHooks(promise, event) {
        let result = promise;
        const hooks = [];
        this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
          hookedCommand._lifeCycleHooks[event].forEach((callback) => {
            hooks.push({ hookedCommand, callback });
          });
        });
        if (event === "postAction") {
          hooks.reverse();
        }
        hooks.forEach((hookDetail) => {
          result = this._chainOrCall(result, () => {
            return hookDetail.callback(hookDetail.hookedCommand, this);
          });
        });
        return result;
      }
      /**
       *
       * @param {(Promise|undefined)} promise
       * @param {Command} subCommand
       * @param {string} event
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCallSubCommandHook(promise, subCommand, event) {
        let result = promise;
        if (this._lifeCycleHooks[event] !== void 0) {
          this._lifeCycleHooks[event].forEach((hook2) => {
            result = this._chainOrCall(result, () => {
              return hook2(this, subCommand);
            });
          });
        }
        return result;
      }
      /**
       * Process arguments in context of this command.
       * Returns action result, in case it is a promise.
       *
       * @private
       */
      _parseCommand(operands, unknown2) {
        const parsed = this.parseOptions(unknown2);
        this._parseOptionsEnv();
        this._parseOptionsImplied();
        operands = operands.concat(parsed.operands);
        unknown2 = parsed.unknown;
        this.args = operands.concat(unknown2);
        if (operands && this._findCommand(operands[0])) {
          return this._dispatchSubcommand(operands[0], operands.slice(1), unknown2);
        }
        if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) {
          return this._dispatchHelpCommand(operands[1]);
        }
        if (this._defaultCommandName) {
          this._outputHelpIfRequested(unknown2);
          return this._dispatchSubcommand(
            this._defaultCommandName,
            operands,
            unknown2
          );
        }
        if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) {
          this.help({ error: true });
        }
        this._outputHelpIfRequested(parsed.unknown);
        this._checkForMissingMandatoryOptions();
        this._checkForConflictingOptions();
        const checkForUnknownOptions = () => {
          if (parsed.unknown.length > 0) {
            this.unknownOption(parsed.unknown[0]);
          }
        };
        const commandEvent = `command:${this.name()}`;
        if (this._actionHandler) {
          checkForUnknownOptions();
          this._processArguments();
          let promiseChain;
          promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
          promiseChain = this._chainOrCall(
            promiseChain,
            () => this._actionHandler(this.processedArgs)
          );
          if (this.parent) {
            promiseChain = this._chainOrCall(promiseChain, () => {
              this.parent.emit(commandEvent, operands, unknown2);
            });
          }
          promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
          return promiseChain;
        }
        if (this.parent?.listenerCount(commandEvent)) {
          checkForUnknownOptions();
          this._processArguments();
          this.parent.emit(commandEvent, operands, unknown2);
        } else if (operands.length) {
          if (this._findCommand("*")) {
            return this._dispatchSubcommand("*", operands, unknown2);
          }
          if (this.listenerCount("command:*")) {
            this.emit("command:*", operands, unknown2);
          } else if (this.commands.length) {
            this.unknownCommand();
          } else {
            checkForUnknownOptions();
            this._processArguments();
          }
        } else if (this.commands.length) {
          checkForUnknownOptions();
          this.help({ error: true });
        } else {
          checkForUnknownOptions();
          this._processArguments();
        }
      }
      /**
       * Find matching command.
       *
       * @private
       * @return {Command | undefined}
       */
      _findCommand(name) {
        if (!name) return void 0;
        return this.commands.find(
          (cmd) => cmd._name === name || cmd._aliases.includes(name)
        );
      }
      /**
       * Return an option matching `arg` if any.
       *
       * @param {string} arg
       * @return {Option}
       * @package
       */
      _findOption(arg) {
        return this.options.find((option) => option.is(arg));
      }
      /**
       * Display an error message if a mandatory option does not have a value.
       * Called after checking for help flags in leaf subcommand.
       *
       * @private
       */
      _checkForMissingMandatoryOptions() {
        this._getCommandAndAncestors().forEach((cmd) => {
          cmd.options.forEach((anOption) => {
            if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) {
              cmd.missingMandatoryOptionValue(anOption);
            }
          });
        });
      }
      /**
       * Display an error message if conflicting options are used together in this.
       *
       * @private
       */
      _checkForConflictingLocalOptions() {
        const definedNonDefaultOptions = this.options.filter((option) => {
          const optionKey = option.attributeName();
          if (this.getOptionValue(optionKey) === void 0) {
            return false;
          }
          return this.getOptionValueSource(optionKey) !== "default";
        });
        const optionsWithConflicting = definedNonDefaultOptions.filter(
          (option) => option.conflictsWith.length > 0
        );
        optionsWithConflicting.forEach((option) => {
          const conflictingAndDefined = definedNonDefaultOptions.find(
            (defined) => option.conflictsWith.includes(defined.attributeName())
          );
          if (conflictingAndDefined) {
            this._conflictingOption(option, conflictingAndDefined);
          }
        });
      }
      /**
       * Display an error message if conflicting options are used together.
       * Called after checking for help flags in leaf subcommand.
       *
       * @private
       */
      _checkForConflictingOptions() {
        this._getCommandAndAncestors().forEach((cmd) => {
          cmd._checkForConflictingLocalOptions();
        });
      }
      /**
       * Parse options from `argv` removing known options,
       * and return argv split into operands and unknown arguments.
       *
       * Side effects: modifies command by storing options. Does not reset state if called again.
       *
       * Examples:
       *
       *     argv => operands, unknown
       *     --known kkk op => [op], []
       *     op --known kkk => [op], []
       *     sub --unknown uuu op => [sub], [--unknown uuu op]
       *     sub -- --unknown uuu op => [sub --unknown uuu op], []
       *
       * @param {string[]} args
       * @return {{operands: string[], unknown: string[]}}
       */
      parseOptions(args) {
        const operands = [];
        const unknown2 = [];
        let dest = operands;
        function maybeOption(arg) {
          return arg.length > 1 && arg[0] === "-";
        }
        const negativeNumberArg = (arg) => {
          if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
          return !this._getCommandAndAncestors().some(
            (cmd) => cmd.options.map((opt) => opt.short).some((short) => /^-\d$/.test(short))
          );
        };
        let activeVariadicOption = null;
        let activeGroup = null;
        let i = 0;
        while (i < args.length || activeGroup) {
          const arg = activeGroup ?? args[i++];
          activeGroup = null;
          if (arg === "--") {
            if (dest === unknown2) dest.push(arg);
            dest.push(...args.slice(i));
            break;
          }
          if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
            this.emit(`option:${activeVariadicOption.name()}`, arg);
            continue;
          }
          activeVariadicOption = null;
          if (maybeOption(arg)) {
            const option = this._findOption(arg);
            if (option) {
              if (option.required) {
                const value = args[i++];
                if (value === void 0) this.optionMissingArgument(option);
                this.emit(`option:${option.name()}`, value);
              } else if (option.optional) {
                let value = null;
                if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) {
                  value = args[i++];
                }
                this.emit(`option:${option.name()}`, value);
              } else {
                this.emit(`option:${option.name()}`);
              }
              activeVariadicOption = option.variadic ? option : null;
              continue;
            }
          }
          if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
            const option = this._findOption(`-${arg[1]}`);
            if (option) {
              if (option.required || option.optional && this._combineFlagAndOptionalValue) {
                this.emit(`option:${option.name()}`, arg.slice(2));
              } else {
                this.emit(`option:${option.name()}`);
                activeGroup = `-${arg.slice(2)}`;
              }
              continue;
            }
          }
          if (/^--[^=]+=/.test(arg)) {
            const index = arg.indexOf("=");
            const option = this._findOption(arg.slice(0, index));
            if (option && (option.required || option.optional)) {
              this.emit(`option:${option.name()}`, arg.slice(index + 1));
              continue;
            }
          }
          if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) {
            dest = unknown2;
          }
          if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown2.length === 0) {
            if (this._findCommand(arg)) {
              operands.push(arg);
              unknown2.push(...args.slice(i));
              break;
            } else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
              operands.push(arg, ...args.slice(i));
              break;
            } else if (this._defaultCommandName) {
              unknown2.push(arg, ...args.slice(i));
              break;
            }
          }
          if (this._passThroughOptions) {
            dest.push(arg, ...args.slice(i));
            break;
          }
          dest.push(arg);
        }
        return { operands, unknown: unknown2 };
      }
      /**
       * Return an object containing local option values as key-value pairs.
       *
       * @return {object}
       */
      opts() {
        if (this._storeOptionsAsProperties) {
          const result = {};
          const len = this.options.length;
          for (let i = 0; i < len; i++) {
            const key = this.options[i].attributeName();
            result[key] = key === this._versionOptionName ? this._version : this[key];
          }
          return result;
        }
        return this._optionValues;
      }
      /**
       * Return an object containing merged local and global option values as key-value pairs.
       *
       * @return {object}
       */
      optsWithGlobals() {
        return this._getCommandAndAncestors().reduce(
          (combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()),
          {}
        );
      }
      /**
       * Display error message and exit (or call exitOverride).
       *
       * @param {string} message
       * @param {object} [errorOptions]
       * @param {string} [errorOptions.code] - an id string representing the error
       * @param {number} [errorOptions.exitCode] - used with process.exit
       */
      error(message, errorOptions) {
        this._outputConfiguration.outputError(
          `${message}
`,
          this._outputConfiguration.writeErr
        );
        if (typeof this._showHelpAfterError === "string") {
          this._outputConfiguration.writeErr(`${this._showHelpAfterError}
`);
        } else if (this._showHelpAfterError) {
          this._outputConfiguration.writeErr("\n");
          this.outputHelp({ error: true });
        }
        const config = errorOptions || {};
        const exitCode = config.exitCode || 1;
        const code2 = config.code || "commander.error";
        this._exit(exitCode, code2, message);
      }
      /**
       * Apply any option related environment variables, if option does
       * not have a value from cli or client code.
       *
       * @private
       */
      _parseOptionsEnv() {
        this.options.forEach((option) => {
          if (option.envVar && option.envVar in process2.env) {
            const optionKey = option.attributeName();
            if (this.getOptionValue(optionKey) === void 0 || ["default", "config", "env"].includes(
              this.getOptionValueSource(optionKey)
            )) {
              if (option.required || option.optional) {
                this.emit(`optionEnv:${option.name()}`, process2.env[option.envVar]);
              } else {
                this.emit(`optionEnv:${option.name()}`);
              }
            }
          }
        });
      }
      /**
       * Apply any implied option values, if option is undefined or default value.
       *
       * @private
       */
      _parseOptionsImplied() {
        const dualHelper = new DualOptions(this.options);
        const hasCustomOptionValue = (optionKey) => {
          return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
        };
        this.options.filter(
          (option) => option.implied !== void 0 && hasCustomOptionValue(option.attributeName()) && dualHelper.valueFromOption(
            this.getOptionValue(option.attributeName()),
            option
          )
        ).forEach((option) => {
          Object.keys(option.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
            this.setOptionValueWithSource(
              impliedKey,
              option.implied[impliedKey],
              "implied"
            );
          });
        });
      }
      /**
       * Argument `name` is missing.
       *
       * @param {string} name
       * @private
       */
      missingArgument(name) {
        const message = `error: missing required argument '${name}'`;
        this.error(message, { code: "commander.missingArgument" });
      }
      /**
       * `Option` is missing an argument.
       *
       * @param {Option} option
       * @private
       */
      optionMissingArgument(option) {
        const message = `error: option '${option.flags}' argument missing`;
        this.error(message, { code: "commander.optionMissingArgument" });
      }
      /**
       * `Option` does not have a value, and is a mandatory option.
       *
       * @param {Option} option
       * @private
       */
      missingMandatoryOptionValue(option) {
        const message = `error: required option '${option.flags}' not specified`;
        this.error(message, { code: "commander.missingMandatoryOptionValue" });
      }
      /**
       * `Option` conflicts with another option.
       *
       * @param {Option} option
       * @param {Option} conflictingOption
       * @private
       */
      _conflictingOption(option, conflictingOption) {
        const findBestOptionFromValue = (option2) => {
          const optionKey = option2.attributeName();
          const optionValue = this.getOptionValue(optionKey);
          const negativeOption = this.options.find(
            (target) => target.negate && optionKey === target.attributeName()
          );
          const positiveOption = this.options.find(
            (target) => !target.negate && optionKey === target.attributeName()
          );
          if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) {
            return negativeOption;
          }
          return positiveOption || option2;
        };
        const getErrorMessage = (option2) => {
          const bestOption = findBestOptionFromValue(option2);
          const optionKey = bestOption.attributeName();
          const source = this.getOptionValueSource(optionKey);
          if (source === "env") {
            return `environment variable '${bestOption.envVar}'`;
          }
          return `option '${bestOption.flags}'`;
        };
        const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
        this.error(message, { code: "commander.conflictingOption" });
      }
      /**
       * Unknown option `flag`.
       *
       * @param {string} flag
       * @private
       */
      unknownOption(flag2) {
        if (this._allowUnknownOption) return;
        let suggestion = "";
        if (flag2.startsWith("--") && this._showSuggestionAfterError) {
          let candidateFlags = [];
          let command2 = this;
          do {
            const moreFlags = command2.createHelp().visibleOptions(command2).filter((option) => option.long).map((option) => option.long);
            candidateFlags = candidateFlags.concat(moreFlags);
            command2 = command2.parent;
          } while (command2 && !command2._enablePositionalOptions);
          suggestion = suggestSimilar(flag2, candidateFlags);
        }
        const message = `error: unknown option '${flag2}'${suggestion}`;
        this.error(message, { code: "commander.unknownOption" });
      }
      /**
       * Excess arguments, more than expected.
       *
       * @param {string[]} receivedArgs
       * @private
       */
      _excessArguments(receivedArgs) {
        if (this._allowExcessArguments) return;
        const expected = this.registeredArguments.length;
        const s = expected === 1 ? "" : "s";
        const forSubcommand = this.parent ? ` for '${this.name()}'` : "";
        const message = `error: too many arguments${forSubcommand}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
        this.error(message, { code: "commander.excessArguments" });
      }
      /**
       * Unknown command.
       *
       * @private
       */
      unknownCommand() {
        const unknownName = this.args[0];
        let suggestion = "";
        if (this._showSuggestionAfterError) {
          const candidateNames = [];
          this.createHelp().visibleCommands(this).forEach((command2) => {
            candidateNames.push(command2.name());
            if (command2.alias()) candidateNames.push(command2.alias());
          });
          suggestion = suggestSimilar(unknownName, candidateNames);
        }
        const message = `error: unknown command '${unknownName}'${suggestion}`;
        this.error(message, { code: "commander.unknownCommand" });
      }
      /**
       * Get or set the program version.
       *
       * This method auto-registers the "-V, --version" option which will print the version number.
       *
       * You can optionally supply the flags and description to override the defaults.
       *
       * @param {string} [str]
       * @param {string} [flags]
       * @param {string} [description]
       * @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
       */
      version(str, flags, description) {
        if (str === void 0) return this._version;
        this._version = str;
        flags = flags || "-V, --version";
        description = description || "output the version number";
        const versionOption = this.createOption(flags, description);
        this._versionOptionName = versionOption.attributeName();
        this._registerOption(versionOption);
        this.on("option:" + versionOption.name(), () => {
          this._outputConfiguration.writeOut(`${str}
`);
          this._exit(0, "commander.version", str);
        });
        return this;
      }
      /**
       * Set the description.
       *
       * @param {string} [str]
       * @param {object} [argsDescription]
       * @return {(string|Command)}
       */
      description(str, argsDescription) {
        if (str === void 0 && argsDescription === void 0)
          return this._description;
        this._description = str;
        if (argsDescription) {
          this._argsDescription = argsDescription;
        }
        return this;
      }
      /**
       * Set the summary. Used when listed as subcommand of parent.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      summary(str) {
        if (str === void 0) return this._summary;
        this._summary = str;
        return this;
      }
      /**
       * Set an alias for the command.
       *
       * You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
       *
       * @param {string} [alias]
       * @return {(string|Command)}
       */
      alias(alias) {
        if (alias === void 0) return this._aliases[0];
        let command2 = this;
        if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) {
          command2 = this.commands[this.commands.length - 1];
        }
        if (alias === command2._name)
          throw new Error("Command alias can't be the same as its name");
        const matchingCommand = this.parent?._findCommand(alias);
        if (matchingCommand) {
          const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
          throw new Error(
            `cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`
          );
        }
        command2._aliases.push(alias);
        return this;
      }
      /**
       * Set aliases for the command.
       *
       * Only the first alias is shown in the auto-generated help.
       *
       * @param {string[]} [aliases]
       * @return {(string[]|Command)}
       */
      aliases(aliases) {
        if (aliases === void 0) return this._aliases;
        aliases.forEach((alias) => this.alias(alias));
        return this;
      }
      /**
       * Set / get the command usage `str`.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      usage(str) {
        if (str === void 0) {
          if (this._usage) return this._usage;
          const args = this.registeredArguments.map((arg) => {
            return humanReadableArgName(arg);
          });
          return [].concat(
            this.options.length || this._helpOption !== null ? "[options]" : [],
            this.commands.length ? "[command]" : [],
            this.registeredArguments.length ? args : []
          ).join(" ");
        }
        this._usage = str;
        return this;
      }
      /**
       * Get or set the name of the command.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      name(str) {
        if (str === void 0) return this._name;
        this._name = str;
        return this;
      }
      /**
       * Set/get the help group heading for this subcommand in parent command's help.
       *
       * @param {string} [heading]
       * @return {Command | string}
       */
      helpGroup(heading) {
        if (heading === void 0) return this._helpGroupHeading ?? "";
        this._helpGroupHeading = heading;
        return this;
      }
      /**
       * Set/get the default help group heading for subcommands added to this command.
       * (This does not override a group set directly on the subcommand using .helpGroup().)
       *
       * @example
       * program.commandsGroup('Development Commands:);
       * program.command('watch')...
       * program.command('lint')...
       * ...
       *
       * @param {string} [heading]
       * @returns {Command | string}
       */
      commandsGroup(heading) {
        if (heading === void 0) return this._defaultCommandGroup ?? "";
        this._defaultCommandGroup = heading;
        return this;
      }
      /**
       * Set/get the default help group heading for options added to this command.
       * (This does not override a group set directly on the option using .helpGroup().)
       *
       * @example
       * program
       *   .optionsGroup('Development Options:')
       *   .option('-d, --debug', 'output extra debugging')
       *   .option('-p, --profile', 'output profiling information')
       *
       * @param {string} [heading]
       * @returns {Command | string}
       */
      optionsGroup(heading) {
        if (heading === void 0) return this._defaultOptionGroup ?? "";
        this._defaultOptionGroup = heading;
        return this;
      }
      /**
       * @param {Option} option
       * @private
       */
      _initOptionGroup(option) {
        if (this._defaultOptionGroup && !option.helpGroupHeading)
          option.helpGroup(this._defaultOptionGroup);
      }
      /**
       * @param {Command} cmd
       * @private
       */
      _initCommandGroup(cmd) {
        if (this._defaultCommandGroup && !cmd.helpGroup())
          cmd.helpGroup(this._defaultCommandGroup);
      }
      /**
       * Set the name of the command from script filename, such as process.argv[1],
       * or require.main.filename, or __filename.
       *
       * (Used internally and public although not documented in README.)
       *
       * @example
       * program.nameFromFilename(require.main.filename);
       *
       * @param {string} filename
       * @return {Command}
       */
      nameFromFilename(filename) {
        this._name = path.basename(filename, path.extname(filename));
        return this;
      }
      /**
       * Get or set the directory for searching for executable subcommands of this command.
       *
       * @example
       * program.executableDir(__dirname);
       * // or
       * program.executableDir('subcommands');
       *
       * @param {string} [path]
       * @return {(string|null|Command)}
       */
      executableDir(path2) {
        if (path2 === void 0) return this._executableDir;
        this._executableDir = path2;
        return this;
      }
      /**
       * Return program help documentation.
       *
       * @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
       * @return {string}
       */
      helpInformation(contextOptions) {
        const helper = this.createHelp();
        const context = this._getOutputContext(contextOptions);
        helper.prepareContext({
          error: context.error,
          helpWidth: context.helpWidth,
          outputHasColors: context.hasColors
        });
        const text = helper.formatHelp(this, helper);
        if (context.hasColors) return text;
        return this._outputConfiguration.stripColor(text);
      }
      /**
       * @typedef HelpContext
       * @type {object}
       * @property {boolean} error
       * @property {number} helpWidth
       * @property {boolean} hasColors
       * @property {function} write - includes stripColor if needed
       *
       * @returns {HelpContext}
       * @private
       */
      _getOutputContext(contextOptions) {
        contextOptions = contextOptions || {};
        const error = !!contextOptions.error;
        let baseWrite;
        let hasColors;
        let helpWidth;
        if (error) {
          baseWrite = (str) => this._outputConfiguration.writeErr(str);
          hasColors = this._outputConfiguration.getErrHasColors();
          helpWidth = this._outputConfiguration.getErrHelpWidth();
        } else {
          baseWrite = (str) => this._outputConfiguration.writeOut(str);
          hasColors = this._outputConfiguration.getOutHasColors();
          helpWidth = this._outputConfiguration.getOutHelpWidth();
        }
        const write = (str) => {
          if (!hasColors) str = this._outputConfiguration.stripColor(str);
          return baseWrite(str);
        };
        return { error, write, hasColors, helpWidth };
      }
      /**
       * Output help information for this command.
       *
       * Outputs built-in help, and custom text added using `.addHelpText()`.
       *
       * @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
       */
      outputHelp(contextOptions) {
        let deprecatedCallback;
        if (typeof contextOptions === "function") {
          deprecatedCallback = contextOptions;
          contextOptions = void 0;
        }
        const outputContext = this._getOutputContext(contextOptions);
        const eventContext = {
          error: outputContext.error,
          write: outputContext.write,
          command: this
        };
        this._getCommandAndAncestors().reverse().forEach((command2) => command2.emit("beforeAllHelp", eventContext));
        this.emit("beforeHelp", eventContext);
        let helpInformation = this.helpInformation({ error: outputContext.error });
        if (deprecatedCallback) {
          helpInformation = deprecatedCallback(helpInformation);
          if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) {
            throw new Error("outputHelp callback must return a string or a Buffer");
          }
        }
        outputContext.write(helpInformation);
        if (this._getHelpOption()?.long) {
          this.emit(this._getHelpOption().long);
        }
        this.emit("afterHelp", eventContext);
        this._getCommandAndAncestors().forEach(
          (command2) => command2.emit("afterAllHelp", eventContext)
        );
      }
      /**
       * You can pass in flags and a description to customise the built-in help option.
       * Pass in false to disable the built-in help option.
       *
       * @example
       * program.helpOption('-?, --help' 'show help'); // customise
       * program.helpOption(false); // disable
       *
       * @param {(string | boolean)} flags
       * @param {string} [description]
       * @return {Command} `this` command for chaining
       */
      helpOption(flags, description) {
        if (typeof flags === "boolean") {
          if (flags) {
            if (this._helpOption === null) this._helpOption = void 0;
            if (this._defaultOptionGroup) {
              this._initOptionGroup(this._getHelpOption());
            }
          } else {
            this._helpOption = null;
          }
          return this;
        }
        this._helpOption = this.createOption(
          flags ?? "-h, --help",
          description ?? "display help for command"
        );
        if (flags || description) this._initOptionGroup(this._helpOption);
        return this;
      }
      /**
       * Lazy create help option.
       * Returns null if has been disabled with .helpOption(false).
       *
       * @returns {(Option | null)} the help option
       * @package
       */
      _getHelpOption() {
        if (this._helpOption === void 0) {
          this.helpOption(void 0, void 0);
        }
        return this._helpOption;
      }
      /**
       * Supply your own option to use for the built-in help option.
       * This is an alternative to using helpOption() to customise the flags and description etc.
       *
       * @param {Option} option
       * @return {Command} `this` command for chaining
       */
      addHelpOption(option) {
        this._helpOption = option;
        this._initOptionGroup(option);
        return this;
      }
      /**
       * Output help information and exit.
       *
       * Outputs built-in help, and custom text added using `.addHelpText()`.
       *
       * @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
       */
      help(contextOptions) {
        this.outputHelp(contextOptions);
        let exitCode = Number(process2.exitCode ?? 0);
        if (exitCode === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) {
          exitCode = 1;
        }
        this._exit(exitCode, "commander.help", "(outputHelp)");
      }
      /**
       * // Do a little typing to coordinate emit and listener for the help text events.
       * @typedef HelpTextEventContext
       * @type {object}
       * @property {boolean} error
       * @property {Command} command
       * @property {function} write
       */
      /**
       * Add additional text to be displayed with the built-in help.
       *
       * Position is 'before' or 'after' to affect just this command,
       * and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
       *
       * @param {string} position - before or after built-in help
       * @param {(string | Function)} text - string to add, or a function returning a string
       * @return {Command} `this` command for chaining
       */
      addHelpText(position, text) {
        const allowedValues = ["beforeAll", "before", "after", "afterAll"];
        if (!allowedValues.includes(position)) {
          throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
        }
        const helpEvent = `${position}Help`;
        this.on(helpEvent, (context) => {
          let helpStr;
          if (typeof text === "function") {
            helpStr = text({ error: context.error, command: context.command });
          } else {
            helpStr = text;
          }
          if (helpStr) {
            context.write(`${helpStr}
`);
          }
        });
        return this;
      }
      /**
       * Output help information if help flags specified
       *
       * @param {Array} args - array of options to search for help flags
       * @private
       */
      _outputHelpIfRequested(args) {
        const helpOption = this._getHelpOption();
        const helpRequested = helpOption && args.find((arg) => helpOption.is(arg));
        if (helpRequested) {
          this.outputHelp();
          this._exit(0, "commander.helpDisplayed", "(outputHelp)");
        }
      }
    };
    function incrementNodeInspectorPort(args) {
      return args.map((arg) => {
        if (!arg.startsWith("--inspect")) {
          return arg;
        }
        let debugOption;
        let debugHost = "127.0.0.1";
        let debugPort = "9229";
        let match;
        if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) {
          debugOption = match[1];
        } else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null) {
          debugOption = match[1];
          if (/^\d+$/.test(match[3])) {
            debugPort = match[3];
          } else {
            debugHost = match[3];
          }
        } else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null) {
          debugOption = match[1];
          debugHost = match[3];
          debugPort = match[4];
        }
        if (debugOption && debugPort !== "0") {
          return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
        }
        return arg;
      });
    }
    function useColor() {
      if (process2.env.NO_COLOR || process2.env.FORCE_COLOR === "0" || process2.env.FORCE_COLOR === "false")
        return false;
      if (process2.env.FORCE_COLOR || process2.env.CLICOLOR_FORCE !== void 0)
        return true;
      return void 0;
    }
    exports2.Command = Command2;
    exports2.useColor = useColor;
  }
});

// node_modules/commander/index.js
var require_commander = __commonJS({
  "node_modules/commander/index.js"(exports2) {
    var { Argument: Argument2 } = require_argument();
    var { Command: Command2 } = require_command();
    var { CommanderError: CommanderError2, InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var { Help: Help2 } = require_help();
    var { Option: Option2 } = require_option();
    exports2.program = new Command2();
    exports2.createCommand = (name) => new Command2(name);
    exports2.createOption = (flags, description) => new Option2(flags, description);
    exports2.createArgument = (name, description) => new Argument2(name, description);
    exports2.Command = Command2;
    exports2.Option = Option2;
    exports2.Argument = Argument2;
    exports2.Help = Help2;
    exports2.CommanderError = CommanderError2;
    exports2.InvalidArgumentError = InvalidArgumentError2;
    exports2.InvalidOptionArgumentError = InvalidArgumentError2;
  }
});

// node_modules/commander/esm.mjs
var import_index, program, createCommand, createArgument, createOption, CommanderError, InvalidArgumentError, InvalidOptionArgumentError, Command, Argument, Option, Help;
var init_esm = __esm({
  "node_modules/commander/esm.mjs"() {
    import_index = __toESM(require_commander(), 1);
    ({
      program,
      createCommand,
      createArgument,
      createOption,
      CommanderError,
      InvalidArgumentError,
      InvalidOptionArgumentError,
      Command: (
        // deprecated old name
        Command
      ),
      Argument,
      Option,
      Help
    } = import_index.default);
  }
});

// src/config/size.ts
function parseSize(text) {
  const found2 = /^(\d{1,12})\s*([kmgt]?)i?b?$/i.exec(text);
  return found2 ? Number(found2[1]) * 1024 ** " kmgt".indexOf(found2[2].toLowerCase() || " ") : void 0;
}
var init_size = __esm({
  "src/config/size.ts"() {
    "use strict";
  }
});

// src/detect/score/modes.ts
var MODES;
var init_modes = __esm({
  "src/detect/score/modes.ts"() {
    "use strict";
    MODES = ["strict", "default", "thorough"];
  }
});

// src/errors.ts
function isKnown(error) {
  return error instanceof Error && KNOWN.has(error.name);
}
var UsageError, GitError, GitMissingError, GitBlockedError, KNOWN;
var init_errors = __esm({
  "src/errors.ts"() {
    "use strict";
    UsageError = class extends Error {
      name = "UsageError";
    };
    GitError = class extends Error {
      name = "GitError";
      /** What git was asked to do, `ls-files` for example. */
      command;
      /** Exit code; null where git was killed or never ran. */
      exitCode;
      constructor(command2, exitCode, message, options) {
        super(message, options);
        this.command = command2;
        this.exitCode = exitCode;
      }
    };
    GitMissingError = class extends GitError {
      name = "GitMissingError";
    };
    GitBlockedError = class extends GitError {
      name = "GitBlockedError";
      /** Where that stands. */
      path;
      constructor(command2, path) {
        super(command2, null, `${path}: a pipe or device stands in place of a file, and git would wait for it`);
        this.path = path;
      }
    };
    KNOWN = /* @__PURE__ */ new Set(["UsageError", "GitError", "GitMissingError", "GitBlockedError"]);
  }
});

// src/path.ts
function fromBytes(bytes2) {
  const buffer = import_node_buffer.Buffer.from(bytes2.buffer, bytes2.byteOffset, bytes2.byteLength);
  if ((0, import_node_buffer.isUtf8)(buffer)) return buffer.toString("utf8");
  let text = "";
  for (let at = 0; at < buffer.length; ) {
    const size2 = sequenceLength(buffer, at);
    text += size2 === 0 ? String.fromCharCode(56320 + buffer[at]) : buffer.toString("utf8", at, at + size2);
    at += size2 || 1;
  }
  return text;
}
function toBytes(path) {
  if (!ESCAPED_BYTE.test(path)) return import_node_buffer.Buffer.from(path, "utf8");
  const parts = [];
  let from = 0;
  for (const { index } of path.matchAll(ESCAPED_BYTES)) {
    parts.push(import_node_buffer.Buffer.from(path.slice(from, index), "utf8"), import_node_buffer.Buffer.of(path.charCodeAt(index) - 56320));
    from = index + 1;
  }
  parts.push(import_node_buffer.Buffer.from(path.slice(from), "utf8"));
  return import_node_buffer.Buffer.concat(parts);
}
function isWithin(path, folder) {
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}
function wellFormed(text) {
  return text.replace(ESCAPED_BYTES, escapeByte).replace(OTHER_LONE_SURROGATES, "\uFFFD");
}
function displayPath(path) {
  return wellFormed(path).replace(UNPRINTABLE, escapeCharacter);
}
function escapeByte(unit) {
  return `\\x${(unit.charCodeAt(0) - 56320).toString(16)}`;
}
function escapeCharacter(char) {
  if (char === "\n") return "\\n";
  if (char === "\r") return "\\r";
  if (char === "	") return "\\t";
  const code2 = char.charCodeAt(0);
  return code2 < 128 ? `\\x${code2.toString(16).padStart(2, "0")}` : `\\u${code2.toString(16).padStart(4, "0")}`;
}
function sequenceLength(bytes2, at) {
  const lead = bytes2[at];
  if (lead < 128) return 1;
  const size2 = lead >= 194 && lead <= 223 ? 2 : lead >= 224 && lead <= 239 ? 3 : lead >= 240 && lead <= 244 ? 4 : 0;
  return size2 !== 0 && at + size2 <= bytes2.length && (0, import_node_buffer.isUtf8)(bytes2.subarray(at, at + size2)) ? size2 : 0;
}
var import_node_buffer, ESCAPED_BYTE, ESCAPED_BYTES, OTHER_LONE_SURROGATES, DECEIVING, UNPRINTABLE;
var init_path = __esm({
  "src/path.ts"() {
    "use strict";
    import_node_buffer = require("node:buffer");
    ESCAPED_BYTE = /[\udc80-\udcff]/u;
    ESCAPED_BYTES = /[\udc80-\udcff]/gu;
    OTHER_LONE_SURROGATES = /[\ud800-\udfff]/gu;
    DECEIVING = "\\u007f-\\u009f\\u00ad\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb";
    UNPRINTABLE = new RegExp(`[\\u0000-\\u001f${DECEIVING}]`, "g");
  }
});

// src/model.ts
var SEVERITIES, CONFIDENCES, REACHES;
var init_model = __esm({
  "src/model.ts"() {
    "use strict";
    SEVERITIES = ["critical", "high", "medium", "low", "info"];
    CONFIDENCES = ["certain", "high", "medium", "low"];
    REACHES = ["head", "refs", "stash", "index", "reflog", "unreachable"];
  }
});

// src/report/columns.ts
function columns(text) {
  let width = 0;
  for (const char of text) width += columnsOf(char);
  return width;
}
function columnsOf(char) {
  if (char < "\u0300") return 1;
  return NONE.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
}
function cutEnd(text, width) {
  if (columns(text) <= width) return text;
  return width < 1 ? "" : `${fitting(Array.from(text), width - 1).join("")}\u2026`;
}
function cutStart(text, width) {
  if (columns(text) <= width) return text;
  return width < 1 ? "" : `\u2026${fitting(Array.from(text).reverse(), width - 1).reverse().join("")}`;
}
function fitting(chars, width) {
  let left = width;
  const end = chars.findIndex((char) => (left -= columnsOf(char)) < 0);
  return end < 0 ? chars : chars.slice(0, end);
}
function wrap(text, width) {
  const lines3 = [];
  let line = "";
  for (let word of text.split(" ")) {
    if (line !== "" && columns(line) + 1 + columns(word) > width) {
      lines3.push(line);
      line = "";
    }
    while (columns(word) > width) {
      const part = fitting(Array.from(word), Math.max(2, width)).join("");
      lines3.push(part);
      word = word.slice(part.length);
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines3, line];
}
var WIDE, NONE;
var init_columns = __esm({
  "src/report/columns.ts"() {
    "use strict";
    WIDE = new RegExp("[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\u33ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\ua000-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6\\u{20000}-\\u{3fffd}]|\\p{Emoji_Presentation}", "u");
    NONE = new RegExp("\\p{Mark}|\\u200d", "u");
  }
});

// src/report/text.ts
function relatedLine({ related = [] }, { findings }) {
  const named2 = related.slice(0, MOST_RELATED).map(({ id, rule, relation }) => {
    const first = findingOf({ id, rule }, findings)?.locations[0];
    return `${RELATIONS[relation]} ${rule} ${id}${first === void 0 ? "" : ` (${place(first)})`}`;
  });
  const more2 = related.length - named2.length;
  return `${named2.join(", ")}${more2 > 0 ? ` and ${digits(more2)} more` : ""}`;
}
function findingOf({ id, rule }, findings) {
  return findings.find((finding) => finding.id === id && finding.rule === rule);
}
function digits(count3) {
  return String(count3).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
function count(number, one, many = `${one}s`) {
  return `${digits(number)} ${number === 1 ? one : many}`;
}
function size(bytes2) {
  if (bytes2 < 1e3) return count(bytes2, "byte");
  const [unit, name] = bytes2 < 1e6 ? [1e3, "kB"] : bytes2 < 1e9 ? [1e6, "MB"] : [1e9, "GB"];
  return `${(bytes2 / unit).toFixed(1)} ${name}`;
}
function place(location) {
  return `${location.inside ?? location.path}:${location.startLine}:${location.startColumn}`;
}
function minute(time) {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(time) ? `${time.slice(0, 10)} ${time.slice(11, 16)} UTC` : time;
}
function summaryLine({ summary }) {
  const parts = SEVERITIES.filter((severity) => summary.bySeverity[severity] > 0).map(
    (severity) => `${digits(summary.bySeverity[severity])} ${severity}`
  );
  const found2 = summary.findings === 0 ? "No findings" : `${count(summary.findings, "finding")}: ${parts.join(", ")}`;
  return summary.suppressed === 0 ? found2 : `${found2}; ${digits(summary.suppressed)} suppressed`;
}
function covered(coverage) {
  const parts = [];
  if (coverage.commits) parts.push(count(coverage.commits.scanned, "commit"));
  if (coverage.blobs) parts.push(`${count(coverage.blobs.scanned, "blob")} (${size(coverage.blobs.bytes)})`);
  if (coverage.files) parts.push(`${count(coverage.files.scanned, "file")} (${size(coverage.files.bytes)})`);
  return parts.length === 0 ? "nothing" : parts.join(", ");
}
function skipNotes(coverage, escape) {
  return coverage.skipped.filter((skip2) => skip2.count > 0).sort((a, b) => Number(b.gap) - Number(a.gap) || (a.reason < b.reason ? -1 : 1)).map(({ reason: reason2, count: number, examples, gap }) => {
    const more2 = number > examples.length ? ", \u2026" : "";
    const named2 = examples.length === 0 ? "" : ` (${examples.map(escape).join(", ")}${more2})`;
    return { reason: reason2, gap, text: `${count(number, ...SKIPPED[reason2])} not scanned${named2}` };
  });
}
function tokenFacts(token) {
  const facts = [
    ["type", token.type === "unknown" ? void 0 : token.type.replaceAll("-", " ")],
    ["kind", token.format === "opaque" ? token.typeReasons[0] : void 0],
    ["issuer", token.issuerName && token.issuer ? `${token.issuerName}, ${token.issuer}` : token.issuer ?? token.issuerName],
    ["audience", token.audience.join(", ")],
    ["state", stateOf(token)],
    ["scopes", token.scopes.join(" ")],
    ["roles", token.roles.join(", ")],
    ["privilege", token.privilege === "unknown" ? void 0 : token.privilege],
    ["client", token.client],
    ["algorithm", token.algorithm === "unknown" ? void 0 : token.algorithm],
    ["issued", token.format === "opaque" && token.issuedAt !== void 0 ? minute(token.issuedAt) : void 0],
    ["holds", token.format === "opaque" ? heldBy(token) : void 0],
    ["bound by", token.binding.method === "none" ? void 0 : token.binding.method]
  ];
  return facts.filter((fact) => fact[1] !== void 0 && fact[1] !== "");
}
function heldBy({ claims }) {
  return Object.entries(claims).filter(([, value]) => typeof value === "string" || typeof value === "number").map(([name, value]) => `${name} ${value}`).join(", ");
}
function stateOf(token) {
  const live = token.liveWhenCommitted ? ", live when committed" : "";
  const expiry = token.expiresAt === void 0 ? "" : minute(token.expiresAt);
  switch (token.state) {
    case "expired":
      return `expired ${expiry}${live}`.trim();
    case "active":
      return `active${expiry && ` until ${expiry}`}`;
    case "not-yet-valid":
      return `not valid before ${token.notBefore === void 0 ? "later" : minute(token.notBefore)}`;
    case "never-expires":
      return "never expires";
    default:
      return void 0;
  }
}
function historyLine(history) {
  const { first, last } = history;
  const added = first.boundary ? "there since" : "added in";
  const before = first.boundary ? " or before" : "";
  const parts = [`${added} ${first.id.slice(0, 12)} by ${first.author} on ${first.date.slice(0, 10)}${before}`];
  if (last.id !== first.id) parts.push(`last in ${last.id.slice(0, 12)} on ${last.date.slice(0, 10)}`);
  if (history.where !== "blob") parts.push(`in a ${history.where.replaceAll("-", " ")}`);
  parts.push(REACH[history.reach](history));
  return parts.join("; ");
}
function decodingOf(location) {
  return location.decodedFrom?.length ? `decoded from ${location.decodedFrom.join(" in ")}` : "";
}
function companionLine({ companions = [] }) {
  return companions.map(({ title, redacted, location }) => `${title} ${redacted} (${place(location)})`).join("; ");
}
function remedyLine(finding) {
  const { revoke, url: url2 } = finding.remedy;
  return url2 === void 0 || revoke.includes(url2) ? revoke : `${revoke} ${url2}`;
}
function verificationLine({ verification }) {
  if (!verification) return "";
  const { state, by, detail, identity, scopes } = verification;
  const parts = [`${state} (${by})`, detail, identity && `as ${identity}`, scopes?.length ? `scopes ${scopes.join(" ")}` : ""];
  return parts.filter(Boolean).join("; ");
}
function suppressionLine({ suppressed }) {
  if (!suppressed) return "";
  const { by, reason: reason2, owner, expires } = suppressed;
  const parts = [`suppressed by ${by.replaceAll("-", " ")}`, reason2, owner && `owner ${owner}`, expires && `until ${expires}`];
  return parts.filter(Boolean).join("; ");
}
function few(items, most) {
  const more2 = items.length - most;
  return more2 > 0 ? `${items.slice(0, most).join(", ")} and ${digits(more2)} more` : items.join(", ");
}
var RELATIONS, MOST_RELATED, SKIPPED, REACH;
var init_text = __esm({
  "src/report/text.ts"() {
    "use strict";
    init_model();
    RELATIONS = {
      "signed-by": "signed by",
      signs: "signs",
      "bound-to": "bound to",
      binds: "is bound to by"
    };
    MOST_RELATED = 5;
    SKIPPED = {
      binary: ["binary file", "binary files"],
      "too-large": ["file over the size limit", "files over the size limit"],
      unreadable: ["unreadable file", "unreadable files"],
      ignored: ["ignored path", "ignored paths"],
      "lfs-pointer": ["Git LFS object", "Git LFS objects"],
      submodule: ["submodule", "submodules"],
      "missing-object": ["object missing from the repository", "objects missing from the repository"],
      timeout: ["file given up after the time limit", "files given up after the time limit"],
      symlink: ["symbolic link", "symbolic links"],
      "special-file": ["special file", "special files"],
      changed: ["file that changed while it was read", "files that changed while they were read"],
      vanished: ["file that vanished before it was read", "files that vanished before they were read"]
    };
    REACH = {
      head: () => "still in HEAD",
      refs: ({ refs }) => `gone from HEAD${refs.length === 0 ? "" : `, reachable from ${few(refs, 3)}`}`,
      stash: () => "on no branch or tag, only in a stash",
      index: () => "in no commit that a branch or tag holds, only in an index",
      reflog: ({ since }) => `on no branch or tag${since === void 0 ? "" : ` since ${since.slice(0, 10)}`}, only in a reflog`,
      unreachable: () => "on no branch or tag, yet still in the object store"
    };
  }
});

// src/report/pretty.ts
function findingBlock(view, finding, paint) {
  const width = textWidth(view);
  const shown = cutEnd(displayPath(finding.secret.value ?? finding.secret.redacted), width - 2);
  const title = displayPath(finding.title);
  const head = `${paint(SEVERITY_STYLE[finding.severity], finding.severity)} ${paint("bold", title)}`;
  const fits2 = columns(`${finding.severity} ${title}  ${shown}`) <= width;
  const lines3 = fits2 ? [`${head}  ${shown}`] : [head, `  ${shown}`];
  const [first, ...others] = finding.locations.filter(({ suppressed }) => !suppressed);
  const accepted = finding.locations.filter(({ suppressed }) => suppressed);
  if (first) lines3.push(`  ${paint("cyan", placeOf(first))}`, ...codeFrame(view, first, paint));
  const label = (name, text) => {
    if (text !== "") lines3.push(...labelled(name, displayPath(text), width, paint));
  };
  if (others.length > 0) label("also", placesOf(others));
  for (const location of accepted.slice(0, MOST_PLACES)) label("accepted", `${place(location)}, ${suppressionLine(location)}`);
  if (finding.suppressed) label("accepted", suppressionLine(finding));
  label("why", `${finding.confidence} confidence. ${finding.reasons.map(({ text }) => text).join(" ")}`.trim());
  if (finding.token) {
    label(
      "token",
      tokenFacts(finding.token).map(([name, value]) => `${name} ${value}`).join(" \xB7 ")
    );
    for (const problem of finding.token.problems) label("", `${problem.severity}: ${problem.text}`);
  }
  label("related", relatedLine(finding, view.report));
  if (finding.history) label("history", historyLine(finding.history));
  label("with", companionLine(finding));
  label("verified", verificationLine(finding));
  label("fix", remedyLine(finding));
  label("id", finding.id);
  return lines3;
}
function placeOf(location) {
  const notes = [location.commit === void 0 ? "" : `commit ${location.commit.slice(0, 12)}`, decodingOf(location)];
  return displayPath([place(location), ...notes.filter(Boolean)].join(", "));
}
function placesOf(locations) {
  const more2 = locations.length - MOST_PLACES;
  const listed = locations.slice(0, MOST_PLACES).map(place).join(", ");
  return more2 > 0 ? `${listed} and ${digits(more2)} more` : listed;
}
function labelled(name, text, width, paint) {
  return wrap(text, width - LABEL - 2).map((line, at) => `  ${paint("dim", (at === 0 ? name : "").padEnd(LABEL))}${line}`);
}
function codeFrame(view, location, paint) {
  const frame = view.frame(location);
  if (!frame) return [];
  const number = String(location.startLine);
  const width = Math.max(NARROWEST, view.width) - number.length - 7;
  const secret = cutEnd(printable(frame.secret), width);
  const room2 = width - columns(secret);
  const [left, right] = [printable(frame.before).trimStart(), printable(frame.after).trimEnd()];
  const before = cutStart(left, Math.max(room2 - columns(right), Math.floor(room2 * 2 / 3)));
  const after = cutEnd(right, room2 - columns(before));
  return [
    `    ${paint("dim", `${number} \u2502`)} ${before}${paint(SECRET_STYLE, secret)}${after}`,
    `    ${paint("dim", `${" ".repeat(number.length)} \u2502`)} ${" ".repeat(columns(before))}${paint(SECRET_STYLE, "~".repeat(columns(secret)))}`
  ];
}
function printable(source) {
  return displayPath(source.replace(/\t/g, " "));
}
function closing(view, paint) {
  const { coverage, summary, tool } = view.report;
  const width = textWidth(view);
  const notes = skipNotes(coverage, displayPath);
  const clean = summary.findings === 0 && coverage.complete;
  const verdict = summaryLine(view.report);
  const lines3 = [
    paint(
      clean ? "green" : "bold",
      summary.findings === 0 && !coverage.complete ? `${verdict}, but the scan is not complete` : verdict
    ),
    `Scanned ${covered(coverage)} with ${digits(tool.rules)} rules${coverage.complete ? "" : paint(["bold", "yellow"], ": INCOMPLETE")}`
  ];
  for (const { gap, text } of notes) {
    wrap(text, width - 2).forEach((line, at) => {
      const mark = at > 0 ? "  " : gap ? "! " : "\xB7 ";
      lines3.push(paint(gap ? ["bold", "yellow"] : "dim", mark + line));
    });
  }
  return lines3;
}
function textWidth(view) {
  return Math.min(WIDEST_TEXT, Math.max(NARROWEST, view.width));
}
var import_node_util, SEVERITY_STYLE, SECRET_STYLE, NARROWEST, WIDEST_TEXT, LABEL, MOST_PLACES, renderPretty;
var init_pretty = __esm({
  "src/report/pretty.ts"() {
    "use strict";
    import_node_util = require("node:util");
    init_path();
    init_columns();
    init_text();
    SEVERITY_STYLE = {
      critical: ["bold", "red"],
      high: "red",
      medium: "yellow",
      low: "cyan",
      info: "gray"
    };
    SECRET_STYLE = "red";
    NARROWEST = 48;
    WIDEST_TEXT = 120;
    LABEL = 9;
    MOST_PLACES = 5;
    renderPretty = (view) => {
      const paint = view.color ? (style, text) => (0, import_node_util.styleText)(style, text, { validateStream: false }) : (_style, text) => text;
      const shown = view.report.findings.filter(({ suppressed }) => view.showSuppressed || !suppressed);
      const blocks2 = shown.map((finding) => findingBlock(view, finding, paint));
      return `${[...blocks2, closing(view, paint)].map((lines3) => lines3.join("\n")).join("\n\n")}
`;
    };
  }
});

// src/strength.ts
function estimateBits(value) {
  const text = value.slice(0, LOOKED_AT);
  const perCharacter = Math.min(Math.log2(alphabetSize(text)), ownBits(text));
  const word = wordLetters(text);
  const seen = /* @__PURE__ */ new Set();
  let bits = 0;
  for (let at = 0; at < text.length; at++) {
    const group = text.slice(at - 2, at + 1);
    const repeated = at >= 2 && seen.has(group);
    if (at >= 2) seen.add(group);
    if (repeated || isStep(text, at)) continue;
    bits += word[at] === 1 ? Math.min(perCharacter, WORD_LETTER_BITS) : perCharacter;
  }
  return bits;
}
function alphabetSize(text) {
  if (/^[0-9]*$/.test(text)) return 10;
  if (/^(?:[0-9a-f]*|[0-9A-F]*)$/.test(text)) return 16;
  let size2 = 0;
  if (/[0-9]/.test(text)) size2 += 10;
  if (/[a-z]/.test(text)) size2 += 26;
  if (/[A-Z]/.test(text)) size2 += 26;
  if (/[-_+/=.]/.test(text)) size2 += 2;
  if (/[^0-9a-zA-Z\-_+/=.]/.test(text)) size2 += 20;
  return size2;
}
function ownBits(text) {
  const counts = /* @__PURE__ */ new Map();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count3 of counts.values()) bits -= count3 / text.length * Math.log2(count3 / text.length);
  return text.length === 0 ? 0 : bits + (counts.size - 1) / (2 * Math.LN2 * text.length);
}
function wordLetters(text) {
  const marks = new Uint8Array(text.length);
  for (const match of text.matchAll(WORD)) {
    const run11 = match[0];
    const vowels = run11.match(VOWELS)?.length ?? 0;
    if (vowels * 5 >= run11.length && !NO_WORD.test(run11)) marks.fill(1, match.index, match.index + run11.length);
  }
  return marks;
}
function isStep(text, at) {
  if (at < 2) return false;
  const [a, b, c] = [text.charCodeAt(at - 2), text.charCodeAt(at - 1), text.charCodeAt(at)];
  if (c - b === b - a && Math.abs(c - b) <= 1) return true;
  const [x, y, z] = [keyOf(text[at - 2]), keyOf(text[at - 1]), keyOf(text[at])];
  return x >= 0 && z - y === y - x && Math.abs(z - y) === 1;
}
function keyOf(char) {
  return KEYBOARD.indexOf(char.toLowerCase());
}
var WORD_LETTER_BITS, LOOKED_AT, WORD, KEYBOARD, VOWELS, NO_WORD;
var init_strength = __esm({
  "src/strength.ts"() {
    "use strict";
    WORD_LETTER_BITS = 2;
    LOOKED_AT = 1024;
    WORD = /[A-Z]?[a-z]{3,}|[A-Z]{4,}/g;
    KEYBOARD = "1234567890 qwertyuiop asdfghjkl zxcvbnm";
    VOWELS = /[aeiouyAEIOUY]/g;
    NO_WORD = /[^aeiouyAEIOUY]{5}/;
  }
});

// src/report/redact.ts
function createRedactor(secrets) {
  const shown = [...new Set(secrets.flatMap(forms))];
  const all = indexOf(shown);
  const hard = indexOf(shown.filter((secret) => estimateBits(secret) >= HARD_BITS));
  const text = (value) => maskTokens(mask(value, all));
  return {
    known: (value) => mask(value, all),
    strong: (value) => mask(value, hard),
    text,
    frame(frame, redacted) {
      let { start, end } = frame;
      for (const [from, to] of matches(frame.text, all)) {
        if (from < end && to > start) [start, end] = [Math.min(start, from), Math.max(end, to)];
      }
      let before = frame.text.slice(0, start);
      let after = frame.text.slice(end);
      if (frame.cutStart) before = before.replace(TOKEN_AT_START, MASK);
      if (frame.cutEnd) after = after.replace(TOKEN_AT_END, MASK);
      return { before: text(before), secret: redacted, after: text(after) };
    }
  };
}
function forms(secret) {
  const lines3 = secret.split(/\r?\n/);
  if (lines3.length === 1) return secret.length >= SHORTEST_MASKED ? [secret] : [];
  return [secret, ...lines3.filter((line) => line.length >= SHORTEST_MASKED_LINE && !line.startsWith("-----"))];
}
function indexOf(secrets) {
  const byEnd = /* @__PURE__ */ new Map();
  let shortest = Number.POSITIVE_INFINITY;
  for (const secret of secrets) {
    shortest = Math.min(shortest, secret.length);
    const end = secret.slice(secret.length >= END ? -END : -SHORTEST_MASKED);
    const list = byEnd.get(end);
    if (list) list.push(secret);
    else byEnd.set(end, [secret]);
  }
  return { byEnd, shortest };
}
function matches(text, { byEnd, shortest }) {
  const found2 = [];
  for (let to = shortest; to <= text.length; to++) {
    for (const size2 of to >= END ? [END, SHORTEST_MASKED] : [SHORTEST_MASKED]) {
      for (const secret of byEnd.get(text.slice(to - size2, to)) ?? []) {
        if (!text.endsWith(secret, to)) continue;
        let from = to - secret.length;
        while (found2.length > 0 && found2.at(-1)[1] >= from) from = Math.min(from, found2.pop()[0]);
        found2.push([from, to]);
      }
    }
  }
  return found2;
}
function mask(text, secrets) {
  let masked = "";
  let from = 0;
  for (const [start, end] of matches(text, secrets)) {
    masked += text.slice(from, start) + MASK;
    from = end;
  }
  return masked + text.slice(from);
}
function maskTokens(text) {
  return text.replace(TOKEN_RUN, (run11) => estimateBits(run11) >= run11.length * RANDOM_BITS_A_CHARACTER ? MASK : run11);
}
var MASK, TOKEN_RUN, HALF_TOKEN, TOKEN_AT_START, TOKEN_AT_END, RANDOM_BITS_A_CHARACTER, SHORTEST_MASKED, END, SHORTEST_MASKED_LINE, HARD_BITS;
var init_redact = __esm({
  "src/report/redact.ts"() {
    "use strict";
    init_strength();
    MASK = "****";
    TOKEN_RUN = /[A-Za-z0-9+/_-]{20,}={0,2}/g;
    HALF_TOKEN = "[A-Za-z0-9+/_.~-]{8,}";
    TOKEN_AT_START = new RegExp(`^${HALF_TOKEN}={0,2}`);
    TOKEN_AT_END = new RegExp(`${HALF_TOKEN}$`);
    RANDOM_BITS_A_CHARACTER = 2.75;
    SHORTEST_MASKED = 4;
    END = 8;
    SHORTEST_MASKED_LINE = 16;
    HARD_BITS = 64;
  }
});

// src/report/view.ts
function createView(report, context) {
  const redactor = createRedactor(context.showSecrets ? [] : context.secrets);
  const originals = /* @__PURE__ */ new WeakMap();
  const findings = report.findings.map((finding) => showFinding(finding, redactor, context.showSecrets, originals));
  return {
    report: arrange(
      {
        ...report,
        tool: arrange(report.tool, { name: 1, version: 1, rules: 1, rulesHash: 1 }),
        scope: arrange(report.scope, { kind: 1, root: 1, range: 1, head: 1 }),
        findings,
        coverage: showCoverage(report.coverage, redactor),
        summary: arrange(
          { ...report.summary, bySeverity: arrange(report.summary.bySeverity, BY_SEVERITY) },
          { findings: 1, suppressed: 1, bySeverity: 1 }
        )
      },
      { version: 1, tool: 1, scope: 1, findings: 1, coverage: 1, summary: 1 }
    ),
    frame(location) {
      const original = originals.get(location);
      const frame = original && context.frames.get(original.location);
      if (!frame) return void 0;
      if (!context.showSecrets) return redactor.frame(frame, original.redacted);
      const { text, start, end } = frame;
      return { before: text.slice(0, start), secret: text.slice(start, end), after: text.slice(end) };
    },
    lineHash(location) {
      const original = originals.get(location);
      return original && context.lineHashes?.get(original.location);
    },
    current(location) {
      const original = originals.get(location);
      const now = original && context.current?.get(original.location);
      if (!original || !now) return now;
      const shown = showLocation(now, original.path, redactor);
      originals.set(shown, { ...original, location: now });
      return shown;
    },
    link: (location) => context.link?.(location),
    sheets: context.sheets,
    color: context.color,
    width: context.width,
    showSuppressed: context.showSuppressed ?? false,
    startedAt: context.startedAt ?? NO_TIME,
    finishedAt: context.finishedAt ?? context.startedAt ?? NO_TIME
  };
}
function showFinding(finding, redactor, showSecrets, originals) {
  const path = finding.history?.where === "path" ? redactor.known : redactor.strong;
  const { value, ...secret } = finding.secret;
  const locations = finding.locations.map((location) => {
    const shown = showLocation(location, path, redactor);
    originals.set(shown, { location, redacted: secret.redacted, path });
    return shown;
  });
  return arrange(
    {
      ...finding,
      reasons: finding.reasons.map(({ code: code2, text }) => ({ code: code2, text: redactor.strong(text) })),
      secret: arrange(showSecrets && value !== void 0 ? { ...secret, value } : secret, {
        redacted: 1,
        length: 1,
        value: 1
      }),
      locations,
      ...finding.companions && {
        companions: finding.companions.map(
          (companion) => arrange(
            { ...companion, location: showLocation(companion.location, path, redactor) },
            { rule: 1, title: 1, redacted: 1, location: 1 }
          )
        )
      },
      ...finding.token && { token: showToken(finding.token, redactor) },
      ...finding.history && { history: showHistory(finding.history, redactor, path) },
      ...finding.related && {
        related: finding.related.map((one) => arrange(one, { id: 1, rule: 1, relation: 1 }))
      },
      remedy: arrange(finding.remedy, { revoke: 1, url: 1, automatic: 1, command: 1 }),
      ...finding.verification && { verification: showVerification(finding.verification, redactor) },
      ...finding.suppressed && { suppressed: showSuppression(finding.suppressed, redactor) }
    },
    {
      id: 1,
      rule: 1,
      provider: 1,
      title: 1,
      kind: 1,
      severity: 1,
      confidence: 1,
      reasons: 1,
      secret: 1,
      locations: 1,
      companions: 1,
      token: 1,
      history: 1,
      related: 1,
      remedy: 1,
      verification: 1,
      suppressed: 1
    }
  );
}
function showLocation(location, path, redactor) {
  return arrange(
    {
      ...location,
      path: path(location.path),
      ...location.inside !== void 0 && { inside: path(location.inside) },
      ...location.suppressed && { suppressed: showSuppression(location.suppressed, redactor) }
    },
    {
      path: 1,
      startLine: 1,
      startColumn: 1,
      endLine: 1,
      endColumn: 1,
      offset: 1,
      length: 1,
      blob: 1,
      commit: 1,
      decodedFrom: 1,
      inside: 1,
      suppressed: 1
    }
  );
}
function showToken(token, redactor) {
  return arrange(mapStrings(token, redactor.strong), {
    format: 1,
    type: 1,
    typeReasons: 1,
    header: 1,
    algorithm: 1,
    keyId: 1,
    issuer: 1,
    issuerName: 1,
    issuerId: 1,
    tenant: 1,
    subject: 1,
    audience: 1,
    client: 1,
    actor: 1,
    scopes: 1,
    roles: 1,
    privilege: 1,
    privilegeReasons: 1,
    issuedAt: 1,
    notBefore: 1,
    expiresAt: 1,
    lifetimeSeconds: 1,
    state: 1,
    lifetime: 1,
    liveWhenCommitted: 1,
    binding: 1,
    problems: 1,
    claims: 1,
    endpoints: 1,
    remedy: 1
  });
}
function showHistory(history, redactor, path) {
  const commit = (one) => arrange(
    {
      ...one,
      author: redactor.strong(one.author),
      email: redactor.strong(one.email),
      path: path(one.path),
      subject: redactor.known(one.subject)
    },
    { id: 1, author: 1, email: 1, date: 1, path: 1, subject: 1, boundary: 1 }
  );
  return arrange(
    { ...history, first: commit(history.first), last: commit(history.last), refs: history.refs.map(redactor.strong) },
    { first: 1, last: 1, inHead: 1, refs: 1, reachable: 1, reach: 1, since: 1, where: 1 }
  );
}
function showVerification(verification, redactor) {
  return arrange(mapStrings(verification, redactor.strong), {
    state: 1,
    by: 1,
    detail: 1,
    identity: 1,
    scopes: 1
  });
}
function showSuppression(suppression, redactor) {
  return arrange(mapStrings(suppression, redactor.strong), {
    by: 1,
    reason: 1,
    owner: 1,
    expires: 1
  });
}
function showCoverage(coverage, redactor) {
  return arrange(
    {
      ...coverage,
      ...coverage.files && {
        files: arrange(coverage.files, { scanned: 1, bytes: 1, binary: 1 })
      },
      ...coverage.blobs && { blobs: arrange(coverage.blobs, { scanned: 1, bytes: 1 }) },
      skipped: coverage.skipped.map(
        (skip2) => arrange({ ...skip2, examples: skip2.examples.map(redactor.strong) }, { reason: 1, count: 1, examples: 1, gap: 1 })
      )
    },
    { complete: 1, files: 1, blobs: 1, commits: 1, skipped: 1 }
  );
}
function arrange(value, keys) {
  const arranged = {};
  for (const key of Object.keys(keys)) {
    if (value[key] !== void 0) arranged[key] = value[key];
  }
  return arranged;
}
function mapStrings(value, map, depth = 0) {
  if (typeof value === "string") return map(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth === DEEPEST) return "\u2026";
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, map, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, map, depth + 1)]));
}
var DEEPEST, BY_SEVERITY, NO_TIME;
var init_view = __esm({
  "src/report/view.ts"() {
    "use strict";
    init_redact();
    DEEPEST = 32;
    BY_SEVERITY = { critical: 1, high: 1, medium: 1, low: 1, info: 1 };
    NO_TIME = "1970-01-01T00:00:00Z";
  }
});

// src/report/jsontext.ts
function toJson(value, indent = 0) {
  return JSON.stringify(value, null, indent).replace(ESCAPES, (escape, surrogate) => {
    if (surrogate !== void 0) {
      const unit = Number.parseInt(`d${surrogate}`, 16);
      return unit >= 56448 && unit <= 56575 ? `\\\\x${(unit - 56320).toString(16)}` : "\\ufffd";
    }
    return escape.startsWith("\\") ? escape : `\\u${escape.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
var ESCAPES;
var init_jsontext = __esm({
  "src/report/jsontext.ts"() {
    "use strict";
    init_path();
    ESCAPES = new RegExp(`\\\\(?:ud([89a-f][0-9a-f]{2})|[^])|[${DECEIVING}]`, "g");
  }
});

// src/report/json.ts
var json_exports = {};
__export(json_exports, {
  renderJson: () => renderJson
});
var renderJson;
var init_json = __esm({
  "src/report/json.ts"() {
    "use strict";
    init_jsontext();
    renderJson = (view) => `${toJson(view.report, 2)}
`;
  }
});

// src/report/index.ts
async function render(format, report, context) {
  const renderer = await RENDERERS[format]();
  return renderer(createView(report, context));
}
var RENDERERS, FORMATS;
var init_report = __esm({
  "src/report/index.ts"() {
    "use strict";
    init_pretty();
    init_view();
    RENDERERS = {
      // The default is at hand at once.
      pretty: () => Promise.resolve(renderPretty),
      json: async () => (await Promise.resolve().then(() => (init_json(), json_exports))).renderJson,
      jsonl: async () => (await import("./report-jsonl.mjs")).renderJsonl,
      sarif: async () => (await import("./report-sarif.mjs")).renderSarif,
      html: async () => (await import("./report-html.mjs")).renderHtml,
      markdown: async () => (await import("./report-markdown.mjs")).renderMarkdown,
      junit: async () => (await import("./report-junit.mjs")).renderJunit,
      csv: async () => (await import("./report-csv.mjs")).renderCsv,
      gitlab: async () => (await import("./report-gitlab.mjs")).renderGitlab
    };
    FORMATS = Object.keys(RENDERERS);
  }
});

// src/sources/gitignore.ts
function parseIgnoreFile(text) {
  const patterns = [];
  for (const raw of (text.startsWith("\xEF\xBB\xBF") ? text.slice(3) : text).split("\n")) {
    if (raw === "" || raw.startsWith("#")) continue;
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    const end = line.indexOf("\0");
    const pattern = trimSpaces(end < 0 ? line : line.slice(0, end));
    if (pattern !== "") patterns.push(pattern);
  }
  return patterns;
}
function trimSpaces(line) {
  let end = 0;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === "\\") {
      at++;
      if (at === line.length) return line;
      end = at + 1;
    } else if (line[at] !== " ") end = at + 1;
  }
  return line.slice(0, end);
}
function compile(pattern, paths2) {
  const parts = [];
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at];
    if (char === "\\") {
      if (++at === pattern.length) return void 0;
      parts.push(pattern.charCodeAt(at));
    } else if (char === "?") {
      parts.push("any");
    } else if (char === "[") {
      const set = parseSet(pattern, at);
      if (set === void 0) return void 0;
      parts.push(set.bytes);
      at = set.end;
    } else if (char === "*") {
      const from = at;
      while (pattern[at + 1] === "*") at++;
      const rest = pattern.slice(at + 1);
      const alone = from === 0 || pattern[from - 1] === "/";
      if (from === at || !paths2 || !alone || !/^(?:$|\/|\\\/)/.test(rest)) parts.push("star");
      else if (rest.startsWith("/")) {
        parts.push("folders");
        at++;
      } else parts.push("anything");
    } else parts.push(char.charCodeAt(0));
  }
  return parts;
}
function matches2(parts, text, from) {
  let at = from;
  let part = 0;
  let star = -1;
  let starAt = 0;
  let folders = -1;
  let foldersAt = 0;
  for (; ; ) {
    const wanted = parts[part];
    if (wanted === "star") {
      star = ++part;
      starAt = at;
      continue;
    }
    if (wanted === "folders" || wanted === "anything") {
      folders = part++;
      foldersAt = at;
      star = -1;
      continue;
    }
    if (wanted === void 0 ? at === text.length : at < text.length && fits(wanted, text.charCodeAt(at))) {
      if (wanted === void 0) return true;
      at++;
      part++;
    } else if (star >= 0 && starAt < text.length && text.charCodeAt(starAt) !== SLASH) {
      at = ++starAt;
      part = star;
    } else if (folders >= 0) {
      if (parts[folders] === "anything") foldersAt++;
      else foldersAt = text.indexOf("/", foldersAt) + 1;
      if (foldersAt === 0 || foldersAt > text.length) return false;
      at = foldersAt;
      part = folders + 1;
      star = -1;
    } else return false;
  }
}
function fits(wanted, byte) {
  if (typeof wanted === "number") return wanted === byte;
  return byte !== SLASH && (wanted === "any" || wanted.has(byte));
}
function parseSet(pattern, open) {
  const bytes2 = /* @__PURE__ */ new Set();
  let at = open + 1;
  const negated = pattern[at] === "!" || pattern[at] === "^";
  if (negated) at++;
  let previous;
  let first = true;
  for (; first || pattern[at] !== "]"; at++, first = false) {
    const char = pattern[at];
    if (char === void 0) return void 0;
    if (char === "-" && previous !== void 0 && at + 1 < pattern.length && pattern[at + 1] !== "]") {
      if (pattern[++at] === "\\") at++;
      if (at >= pattern.length) return void 0;
      for (let byte = previous; byte <= pattern.charCodeAt(at); byte++) bytes2.add(byte);
      previous = void 0;
    } else if (char === "[" && pattern[at + 1] === ":") {
      const close = pattern.indexOf("]", at + 2);
      if (close < 0) return void 0;
      if (close === at + 2 || pattern[close - 1] !== ":") {
        bytes2.add(previous = char.charCodeAt(0));
        continue;
      }
      const known = CLASSES.get(pattern.slice(at + 2, close - 1));
      if (known === void 0) return void 0;
      for (let byte = 0; byte < 128; byte++) if (known.test(String.fromCharCode(byte))) bytes2.add(byte);
      previous = void 0;
      at = close;
    } else {
      if (char === "\\" && ++at === pattern.length) return void 0;
      bytes2.add(previous = pattern.charCodeAt(at));
    }
  }
  if (!negated) return { bytes: bytes2, end: at };
  const others = /* @__PURE__ */ new Set();
  for (let byte = 0; byte < 256; byte++) if (!bytes2.has(byte)) others.add(byte);
  return { bytes: others, end: at };
}
var SLASH, SPECIAL, IgnoreRules, CLASSES;
var init_gitignore = __esm({
  "src/sources/gitignore.ts"() {
    "use strict";
    SLASH = 47;
    SPECIAL = /[*?[\\]/;
    IgnoreRules = class {
      #negated = [];
      /** Patterns without special characters: the text they equal, and the last line that says so. */
      #names = /* @__PURE__ */ new Map();
      #folderNames = /* @__PURE__ */ new Map();
      #paths = /* @__PURE__ */ new Map();
      #folderPaths = /* @__PURE__ */ new Map();
      /** `*.ext` by their last byte. */
      #suffixes = /* @__PURE__ */ new Map();
      /** All else, last lines first. */
      #globs = [];
      /** @param patterns patterns as byte strings, later ones win; `parseIgnoreFile` makes them of a file's text */
      constructor(patterns) {
        for (const pattern of patterns) this.#add(pattern);
        this.#globs.reverse();
      }
      get empty() {
        return this.#negated.length === 0;
      }
      /**
       * What these rules say of a path.
       * @param path byte string, relative to the folder of the rules, `/` between names, none at the end
       * @param name last name of the path
       * @returns true: ignored; false: explicitly not (`!`); undefined: no pattern matches
       */
      match(path, name, directory) {
        let last = Math.max(this.#names.get(name) ?? -1, this.#paths.size > 0 ? this.#paths.get(path) ?? -1 : -1);
        if (directory) last = Math.max(last, this.#folderNames.get(name) ?? -1, this.#folderPaths.get(path) ?? -1);
        for (const { index, directoryOnly, suffix } of this.#suffixes.get(name.charCodeAt(name.length - 1)) ?? []) {
          if (index > last && (directory || !directoryOnly) && name.endsWith(suffix)) last = index;
        }
        for (const glob of this.#globs) {
          if (glob.index < last) break;
          if (glob.directoryOnly && !directory) continue;
          const text = glob.nameOnly ? name : path;
          if (text.startsWith(glob.prefix) && matches2(glob.parts, text, glob.prefix.length)) {
            last = glob.index;
            break;
          }
        }
        return last < 0 ? void 0 : !this.#negated[last];
      }
      #add(source) {
        let pattern = source;
        const negated = pattern.startsWith("!");
        if (negated) pattern = pattern.slice(1);
        const directoryOnly = pattern.endsWith("/");
        if (directoryOnly) pattern = pattern.slice(0, -1);
        const nameOnly = !pattern.includes("/");
        if (pattern.startsWith("/")) pattern = pattern.slice(1);
        if (pattern === "") return;
        const index = this.#negated.push(negated) - 1;
        const special = pattern.search(SPECIAL);
        if (special < 0) {
          if (nameOnly) (directoryOnly ? this.#folderNames : this.#names).set(pattern, index);
          else (directoryOnly ? this.#folderPaths : this.#paths).set(pattern, index);
        } else if (nameOnly && pattern.startsWith("*") && pattern.length > 1 && !SPECIAL.test(pattern.slice(1))) {
          const last = pattern.charCodeAt(pattern.length - 1);
          const suffixes = this.#suffixes.get(last) ?? [];
          this.#suffixes.set(last, suffixes);
          suffixes.push({ index, directoryOnly, suffix: pattern.slice(1) });
        } else {
          const parts = compile(pattern.slice(special), !nameOnly);
          if (parts !== void 0) this.#globs.push({ index, directoryOnly, nameOnly, prefix: pattern.slice(0, special), parts });
        }
      }
    };
    CLASSES = /* @__PURE__ */ new Map([
      ["alnum", /[0-9A-Za-z]/],
      ["alpha", /[A-Za-z]/],
      ["blank", /[ \t]/],
      ["cntrl", /[\0-\x1f\x7f]/],
      ["digit", /[0-9]/],
      ["graph", /[!-~]/],
      ["lower", /[a-z]/],
      ["print", /[ -~]/],
      ["punct", /[!-/:-@[-`{-~]/],
      ["space", /[ \t\n\r]/],
      ["upper", /[A-Z]/],
      ["xdigit", /[0-9A-Fa-f]/]
    ]);
  }
});

// src/sources/filter.ts
function byteString(path) {
  return NON_ASCII.test(path) ? toBytes(path).toString("latin1") : path;
}
var NON_ASCII, GlobSet, PathFilter;
var init_filter = __esm({
  "src/sources/filter.ts"() {
    "use strict";
    init_path();
    init_gitignore();
    NON_ASCII = /[^\0-\x7f]/;
    GlobSet = class {
      #rules;
      /** Answers for folders: the files of one folder share it. */
      #folders = /* @__PURE__ */ new Map([["", false]]);
      constructor(globs) {
        this.#rules = new IgnoreRules(globs.map((glob) => byteString(glob.replace(/^(!?)\.\//, "$1/"))));
      }
      get empty() {
        return this.#rules.empty;
      }
      /** Whether a file is covered. `path` has `/` between names and none at its end. */
      file(path) {
        const bytes2 = byteString(path);
        const slash = bytes2.lastIndexOf("/");
        return this.#folder(bytes2.slice(0, Math.max(slash, 0))) || this.#rules.match(bytes2, bytes2.slice(slash + 1), false) === true;
      }
      /** Whether a folder and all that is in it is covered. */
      folder(path) {
        return this.#folder(byteString(path));
      }
      #folder(bytes2) {
        let covered3 = this.#folders.get(bytes2);
        if (covered3 === void 0) {
          const slash = bytes2.lastIndexOf("/");
          covered3 = this.#folder(bytes2.slice(0, Math.max(slash, 0))) || this.#rules.match(bytes2, bytes2.slice(slash + 1), true) === true;
          this.#folders.set(bytes2, covered3);
        }
        return covered3;
      }
    };
    PathFilter = class {
      #include;
      #exclude;
      /** Without `include` globs everything is wanted that `exclude` does not cover; exclusion wins. */
      constructor(include, exclude) {
        this.#include = new GlobSet(include);
        this.#exclude = new GlobSet(exclude);
      }
      /** Whether there are no globs: every path is wanted. */
      get open() {
        return this.#include.empty && this.#exclude.empty;
      }
      wantsFile(path) {
        return (this.#include.empty || this.#include.file(path)) && (this.#exclude.empty || !this.#exclude.file(path));
      }
      /** Whether anything in a folder can be wanted: false spares the walk through it. */
      entersFolder(path) {
        return this.#exclude.empty || !this.#exclude.folder(path);
      }
    };
  }
});

// src/config/paths.ts
function rebase(root, base) {
  if (root === base) return (path) => (0, import_node_path.isAbsolute)(path) ? inside(path, slashes(base)) : path;
  const [from, to] = [slashes(root), slashes(base)];
  return (path) => inside((0, import_node_path.isAbsolute)(path) ? slashes(path) : import_node_path.posix.join(from, path), to);
}
function inside(path, base) {
  const start = base.endsWith("/") ? base : `${base}/`;
  return path.startsWith(start) ? path.slice(start.length) : void 0;
}
function coveredBy(patterns, base, root) {
  const filter = new PathFilter([], patterns);
  const inBase = rebase(root, base);
  return (path) => {
    const inside3 = inBase(path);
    return inside3 !== void 0 && !filter.wantsFile(inside3);
  };
}
var import_node_path, slashes, ProjectPaths;
var init_paths = __esm({
  "src/config/paths.ts"() {
    "use strict";
    import_node_path = require("node:path");
    init_filter();
    slashes = (path) => import_node_path.sep === "/" ? path : path.replaceAll(import_node_path.sep, "/");
    ProjectPaths = class {
      #filter;
      #rebase;
      /** @param root absolute folder that the paths are relative to */
      constructor({ base, include, exclude }, root) {
        this.#filter = new PathFilter(include, exclude);
        this.#rebase = rebase(root, base);
      }
      wantsFile(path) {
        const inside3 = this.#rebase(path);
        return inside3 === void 0 || this.#filter.wantsFile(inside3);
      }
      entersFolder(path) {
        const inside3 = this.#rebase(path);
        return inside3 === void 0 || this.#filter.entersFolder(inside3);
      }
    };
  }
});

// src/config/find.ts
function findProjectFiles(start) {
  const found2 = { top: void 0 };
  const nearest = { top: void 0 };
  for (let folder = start; ; folder = (0, import_node_path2.dirname)(folder)) {
    look(folder, found2);
    if (folder === start) Object.assign(nearest, found2);
    if ((0, import_node_fs.existsSync)(`${folder}/.git`)) return { ...found2, top: folder };
    if (folder === (0, import_node_path2.dirname)(folder)) return nearest;
  }
}
function repositoryTop(start) {
  for (let folder = start; ; folder = (0, import_node_path2.dirname)(folder)) {
    if ((0, import_node_fs.existsSync)(`${folder}/.git`)) return folder;
    if (folder === (0, import_node_path2.dirname)(folder)) return void 0;
  }
}
function look(folder, found2) {
  const at = (name) => {
    const path = folder.endsWith("/") ? folder + name : `${folder}/${name}`;
    return (0, import_node_fs.existsSync)(path) ? path : void 0;
  };
  if (found2.config === void 0) {
    for (const name of CONFIG_FILES) {
      const config = at(name);
      if (config === void 0) continue;
      found2.config = config;
      break;
    }
  }
  const baseline = found2.baseline ?? at(BASELINE_FILE);
  const ignoreFile = found2.ignoreFile ?? at(IGNORE_FILE);
  if (baseline !== void 0) found2.baseline = baseline;
  if (ignoreFile !== void 0) found2.ignoreFile = ignoreFile;
}
var import_node_fs, import_node_path2, CONFIG_FILES, BASELINE_FILE, IGNORE_FILE;
var init_find = __esm({
  "src/config/find.ts"() {
    "use strict";
    import_node_fs = require("node:fs");
    import_node_path2 = require("node:path");
    CONFIG_FILES = [".bearertrap.yaml", ".bearertrap.yml", ".bearertrap.json", ".bearertrap.toml"];
    BASELINE_FILE = ".bearertrap-baseline.json";
    IGNORE_FILE = ".bearertrapignore";
  }
});

// src/judge/policy.ts
function summarize(findings) {
  const bySeverity = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  let suppressed = 0;
  for (const finding of findings) {
    if (finding.suppressed) suppressed++;
    else bySeverity[finding.severity]++;
  }
  return { findings: findings.length - suppressed, suppressed, bySeverity };
}
function failing({ findings }, failOn) {
  if (failOn === "none") return [];
  const limit = SEVERITIES.indexOf(failOn);
  return findings.filter(({ suppressed, severity }) => !suppressed && SEVERITIES.indexOf(severity) <= limit);
}
function atLeast(report, least) {
  const limit = SEVERITIES.indexOf(least);
  const findings = report.findings.filter((finding) => SEVERITIES.indexOf(finding.severity) <= limit);
  return { ...report, findings, summary: summarize(findings) };
}
function incompleteness({ coverage }) {
  const gaps = coverage.skipped.filter((skip2) => skip2.gap);
  if (gaps.length === 0) return "nothing was read: there was no file to scan, so this is no all-clear";
  return `the scan is incomplete: ${gaps.map((gap) => `${gap.count} ${gap.reason}`).join(", ")}; what was not read may hold secrets`;
}
var init_policy = __esm({
  "src/judge/policy.ts"() {
    "use strict";
    init_model();
  }
});

// src/detect/encoding.ts
function detectEncoding(bytes2, start, end) {
  const stop = Math.min(end, start + SAMPLE);
  const mark = firstTwo(bytes2, start, stop);
  if (mark === LITTLE) return asciiUnits(bytes2.subarray(start, stop), 1) >= 0 ? "utf-16le" : "binary";
  if (mark === BIG) return asciiUnits(bytes2.subarray(start, stop), 0) >= 0 ? "utf-16be" : "binary";
  if (holdsZero(bytes2, start, stop)) {
    const sample = bytes2.subarray(start, stop);
    const little = asciiUnits(sample, 1);
    const big = asciiUnits(sample, 0);
    if (Math.max(little, big) * 40 < sample.length || isMostlyAscii(sample)) return "binary";
    return little >= big ? "utf-16le" : "utf-16be";
  }
  return mark === 61371 && start + 2 < stop && bytes2[start + 2] === 191 ? "utf-8-bom" : "utf-8";
}
function holdsZero(bytes2, start, end) {
  if (bytes2.length - start > 2 * SAMPLE) return bytes2.subarray(start, end).includes(0);
  const at = bytes2.indexOf(0, start);
  return at >= 0 && at < end;
}
function asciiUnits(sample, high) {
  const units = sample.length >> 1;
  let ascii = 0;
  let bad = 0;
  let pairOpen = false;
  for (let at = 0; at < units * 2; at += 2) {
    const unit = sample[at + high] << 8 | sample[at + 1 - high];
    const closes = (unit & 64512) === 56320;
    if (closes !== pairOpen) bad++;
    pairOpen = (unit & 64512) === 55296;
    if (unit >= 32 ? unit === 127 || unit >= 65534 : unit < 9 || unit > 13) bad++;
    else if (unit < 127) ascii++;
  }
  return units === 0 || bad * 100 > units ? -1 : ascii;
}
function isMostlyAscii(sample) {
  let ascii = 0;
  for (const byte of sample) if (byte >= 32 ? byte < 127 : byte >= 9 && byte <= 13) ascii++;
  return ascii * 4 > sample.length * 3;
}
function bomLength(bytes2, start, end, encoding) {
  if (encoding === "utf-8-bom") return 3;
  const mark = firstTwo(bytes2, start, end);
  return encoding === "utf-16le" && mark === LITTLE || encoding === "utf-16be" && mark === BIG ? 2 : 0;
}
function narrow(bytes2, start, end, encoding, into, at) {
  const high = encoding === "utf-16be" ? 0 : 1;
  let to = at;
  for (let from = start; from + 1 < end; from += 2) {
    const low = bytes2[from + 1 - high];
    into[to++] = bytes2[from + high] === 0 && low < 128 ? low : 255;
  }
  into.fill(10, to, to + at);
  return to;
}
var SAMPLE, LITTLE, BIG, firstTwo;
var init_encoding = __esm({
  "src/detect/encoding.ts"() {
    "use strict";
    SAMPLE = 8e3;
    [LITTLE, BIG] = [65534, 65279];
    firstTwo = (bytes2, start, end) => end - start < 2 ? 0 : bytes2[start] << 8 | bytes2[start + 1];
  }
});

// src/rules/rule.ts
function ruleOfDetector(rules) {
  return Object.fromEntries(rules.flatMap(({ detector }, index) => detector === "" ? [] : [[detector, index]]));
}
var init_rule = __esm({
  "src/rules/rule.ts"() {
    "use strict";
  }
});

// src/detect/checksums/crc.ts
function crc32(data) {
  let crc = 4294967295;
  for (let i = 0; i < data.length; i++) {
    const byte = typeof data === "string" ? data.charCodeAt(i) : data[i];
    crc = TABLE[(crc ^ byte) & 255] ^ crc >>> 8;
  }
  return (crc ^ 4294967295) >>> 0;
}
function crc16(data) {
  let crc = 0;
  for (const byte of data) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 32768 ? crc << 1 ^ 4129 : crc << 1) & 65535;
  }
  return crc;
}
function crc24(data) {
  let crc = 11994318;
  for (const byte of data) {
    crc ^= byte << 16;
    for (let bit = 0; bit < 8; bit++) {
      crc <<= 1;
      if (crc & 16777216) crc ^= 25578747;
    }
  }
  return crc & 16777215;
}
var TABLE;
var init_crc = __esm({
  "src/detect/checksums/crc.ts"() {
    "use strict";
    TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
      let value = byte;
      for (let bit = 0; bit < 8; bit++) value = value & 1 ? value >>> 1 ^ 3988292384 : value >>> 1;
      return value;
    });
  }
});

// src/detect/checksums/encodings.ts
function digitsOf(value, digits3) {
  let rest = value >>> 0;
  let text = "";
  do {
    text = digits3[rest % digits3.length] + text;
    rest = Math.floor(rest / digits3.length);
  } while (rest > 0);
  return text;
}
function latin1(text) {
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i);
  return out;
}
function fromBase32(text) {
  const out = new Uint8Array(Math.floor(text.length * 5 / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const char of text) {
    const value = BASE32.indexOf(char);
    if (value < 0) return void 0;
    held = held << 5 | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      out[at++] = held >>> bits;
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 ? out : void 0;
}
function toBase32(bytes2) {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes2) {
    held = held << 8 | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32[held >>> bits & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + BASE32[held << 5 - bits & 31] : text;
}
function fromBase64(text) {
  if (!/^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$/.test(text)) return void 0;
  const body = text.replace(/=+$/, "");
  if (body.length % 4 === 1) return void 0;
  if (body.length !== text.length && text.length % 4 !== 0) return void 0;
  const bytes2 = Buffer.from(body, "base64");
  return bytes2.toString("base64").startsWith(body.replace(/-/g, "+").replace(/_/g, "/")) ? bytes2 : void 0;
}
function fromBase58(text, digits3) {
  const little = [];
  for (const char of text) {
    let carry = digits3.indexOf(char);
    if (carry < 0) return void 0;
    for (let i = 0; i < little.length; i++) {
      carry += little[i] * 58;
      little[i] = carry & 255;
      carry >>>= 8;
    }
    if (carry > 0) little.push(carry);
  }
  let zeros = 0;
  while (zeros < text.length && text[zeros] === digits3[0]) zeros++;
  return Uint8Array.from([...Array.from({ length: zeros }, () => 0), ...little.reverse()]);
}
function toBase58(bytes2, digits3) {
  const little = [];
  for (const byte of bytes2) {
    let carry = byte;
    for (let i = 0; i < little.length; i++) {
      carry += little[i] * 256;
      little[i] = carry % 58;
      carry = Math.floor(carry / 58);
    }
    while (carry > 0) {
      little.push(carry % 58);
      carry = Math.floor(carry / 58);
    }
  }
  let zeros = 0;
  while (zeros < bytes2.length && bytes2[zeros] === 0) zeros++;
  return digits3[0].repeat(zeros) + little.reverse().map((digit) => digits3[digit]).join("");
}
var BASE62, BASE62_LOWER_FIRST, BASE36, BASE58_BITCOIN, BASE58_XRPL, BASE32;
var init_encodings = __esm({
  "src/detect/checksums/encodings.ts"() {
    "use strict";
    BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    BASE62_LOWER_FIRST = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz";
    BASE58_BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    BASE58_XRPL = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
    BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  }
});

// src/detect/checksums/marvin.ts
function marvin64(data, high, low) {
  let p0 = low | 0;
  let p1 = high | 0;
  const mix = (word) => {
    p0 = p0 + word | 0;
    p1 ^= p0;
    p0 = rotate(p0, 20) + p1 | 0;
    p1 = rotate(p1, 9) ^ p0;
    p0 = rotate(p0, 27) + p1 | 0;
    p1 = rotate(p1, 19);
  };
  const whole2 = data.length & ~3;
  for (let i = 0; i < whole2; i += 4) mix(data[i] | data[i + 1] << 8 | data[i + 2] << 16 | data[i + 3] << 24);
  let last = 128;
  for (let i = data.length - 1; i >= whole2; i--) last = last << 8 | data[i];
  mix(last);
  mix(0);
  return { high: p1 >>> 0, low: p0 >>> 0 };
}
function marvin32(data, seed2) {
  const word = (at) => seed2.charCodeAt(at) << 24 | seed2.charCodeAt(at + 1) << 16 | seed2.charCodeAt(at + 2) << 8 | seed2.charCodeAt(at + 3);
  const { high, low } = marvin64(data, word(0), word(4));
  return (high ^ low) >>> 0;
}
function rotate(value, by) {
  return value << by | value >>> 32 - by;
}
var init_marvin = __esm({
  "src/detect/checksums/marvin.ts"() {
    "use strict";
  }
});

// src/detect/checksums/azure.ts
function hisHolds(secret) {
  const bytes2 = fromBase64(secret);
  if (!bytes2 || bytes2.length < 8) return false;
  const stored = bytes2.readUInt32LE(bytes2.length - 4);
  const body = bytes2.subarray(0, -4);
  return seedsOf(secret).some((seed2) => marvin32(body, seed2) === stored);
}
function completeHis(secret) {
  const bytes2 = fromBase64(secret);
  const seed2 = seedsOf(secret)[0];
  if (!bytes2 || bytes2.length < 8 || seed2 === void 0) return secret;
  bytes2.writeUInt32LE(marvin32(bytes2.subarray(0, -4), seed2), bytes2.length - 4);
  return bytes2.toString(/[-_]/.test(secret) || secret.includes("AzFu") ? "base64url" : "base64").replace(/=+$/, "") + padding(secret);
}
function seedsOf(secret) {
  const end = secret.length - padding(secret).length - 6;
  return SEEDS[secret.slice(end - 4, end)] ?? [];
}
function padding(secret) {
  return /=*$/.exec(secret)[0];
}
function caskHolds(secret) {
  const check = fromBase64(secret.slice(80));
  return check !== void 0 && (secret.length === 84 || secret.length === 88) && caskChecks(secret).some((c) => c.equals(check));
}
function completeCask(secret) {
  return secret.slice(0, 80) + (caskChecks(secret)[0]?.toString("base64") ?? secret.slice(80));
}
function caskChecks(secret) {
  const body = fromBase64(secret.slice(0, 80));
  if (!body) return [];
  const bytes2 = Buffer.alloc(4);
  bytes2.writeUInt32LE(marvin32(body, "Default0"));
  const text = digitsOf(bytes2.readUInt32BE(), BASE62).padEnd(6, "0");
  const length = secret.length === 88 ? 4 : 3;
  return [Buffer.from(text, "base64").subarray(0, length), bytes2.subarray(0, length)];
}
function entraHolds(secret) {
  return secret.length === 40 && completeEntra(secret) === secret;
}
function completeEntra(secret) {
  const body = secret.slice(0, 37);
  return body + digitsOf(marvin32(latin1(body), "AadPwd00"), URL_UNRESERVED).padStart(6, "a").slice(0, 3);
}
function devopsHolds(secret) {
  const b = devopsBytes(secret);
  if (!b) return false;
  const stored = (b[22] | b[8] << 8 | b[7] << 16 | b[2] << 24) >>> 0;
  const crc = devopsCrc(b);
  return DEVOPS_MASKS.some((mask2) => (crc ^ mask2) >>> 0 === stored);
}
function completeDevops(secret) {
  const b = devopsBytes(secret);
  if (!b) return secret;
  const stored = devopsCrc(b) ^ DEVOPS_MASKS[0];
  b[22] = stored;
  b[8] = stored >>> 8;
  b[7] = stored >>> 16;
  b[2] = stored >>> 24;
  return toBase32(b).toLowerCase();
}
function devopsBytes(secret) {
  return /^[a-z2-7]{52}$/.test(secret) ? fromBase32(secret.toUpperCase()) : void 0;
}
function devopsCrc(b) {
  return crc32(Buffer.concat([b.subarray(0, 2), b.subarray(3, 7), b.subarray(9, 22), b.subarray(23, 32)]));
}
var MESSAGING, SEEDS, URL_UNRESERVED, DEVOPS_MASKS;
var init_azure = __esm({
  "src/detect/checksums/azure.ts"() {
    "use strict";
    init_crc();
    init_encodings();
    init_marvin();
    MESSAGING = ["Manage00", "Send0000", "Listen00", "System00", "Unknown0"];
    SEEDS = {
      "+ASt": ["Default0"],
      ACDb: ["MastRW00", "MastRO00", "SystRW00", "SystRO00", "SysAll00", "Resour00", "Encryp00"],
      "+ABa": ["AbAcct00"],
      "+AMC": ["Classic0"],
      APIM: ["IoTHub00", "Tenant00", "Gatewy00", "GitKey00"],
      AzFu: ["Functi00", "System00", "Master00"],
      "+ASb": MESSAGING,
      "+AEh": MESSAGING,
      "+ARm": MESSAGING,
      AIoT: ["IoTHub00", "DpsKey00", "Device00"],
      AZEG: ["SendRecv", "Default0"],
      AzCa: ["Access00"],
      AzSe: ["PAdmin00", "Query000"],
      "+ACR": ["ACRDflt0"]
    };
    URL_UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";
    DEVOPS_MASKS = [3770247469, 270137646];
  }
});

// src/detect/checksums/decode.ts
function base64Of(holds, write) {
  return {
    holds: (text) => {
      const bytes2 = fromBase64(text);
      return bytes2 !== void 0 && holds(bytes2.toString("latin1"));
    },
    make: (text) => {
      const pad = /=*$/.exec(text)[0];
      const length = text.length - pad.length;
      const was = Buffer.from(text, "base64").toString("latin1");
      const bytes2 = Buffer.from(write(Math.floor(length * 3 / 4), filler(text), was), "latin1");
      return bytes2.toString(/[-_]/.test(text) ? "base64url" : "base64").replace(/=+$/, "") + pad;
    }
  };
}
function filler(text) {
  const letters = text.replace(/[^A-Za-z0-9]/g, "") || "k";
  let at = 0;
  return (length) => Array.from({ length: Math.max(0, length) }, () => letters[at++ % letters.length]).join("");
}
function digits2(fill, length) {
  return Array.from(fill(length), (char, i) => i === 0 ? 1 + char.charCodeAt(0) % 9 : char.charCodeAt(0) % 10).join("");
}
function isObject(json3) {
  try {
    const value = JSON.parse(json3);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
function jsonLike(bytes2, fill, was) {
  const key = /^\{"(\w{1,20})":/.exec(was)?.[1] ?? /^\{"(\w{1,8})/.exec(was)?.[1] ?? "a";
  return `{"${key}":"${fill(bytes2 - key.length - 7)}"}`;
}
function awsAccount(bytes2) {
  const high = (bytes2[0] & 127) << 8 | bytes2[1];
  const low = (bytes2[2] << 24 | bytes2[3] << 16 | bytes2[4] << 8 | bytes2[5]) >>> 0;
  return high * 2 ** 25 + (low >>> 7);
}
function isMacaroon2(bytes2) {
  let at = 1;
  const number = () => {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = bytes2.charCodeAt(at++);
      value |= (byte & 127) << shift;
      if (!(byte & 128)) return value;
    }
    return Number.NaN;
  };
  const section = () => {
    const types = [];
    while (at < bytes2.length) {
      const type = number();
      if (type === 0) return types;
      types.push(type);
      const length = number();
      at += length;
      if (!(at <= bytes2.length)) return void 0;
    }
    return void 0;
  };
  if (!section()?.includes(2)) return false;
  for (; ; ) {
    const caveat = section();
    if (!caveat) return false;
    if (caveat.length === 0) break;
  }
  return number() === 6 && number() === bytes2.length - at;
}
var STAND_INS, awsKeyId, macaroon, DECODINGS;
var init_decode = __esm({
  "src/detect/checksums/decode.ts"() {
    "use strict";
    init_encodings();
    STAND_INS = /^(?:user(?:name)?|example|client_?id|foo):(?:pass(?:word)?|example|client_?secret|bar)$/i;
    awsKeyId = {
      holds: (text) => {
        const bytes2 = fromBase32(text.slice(4));
        if (!bytes2 || bytes2.length < 6) return true;
        return awsAccount(bytes2) < 1e12;
      },
      make: (text) => awsKeyId.holds(text) ? text : `${text.slice(0, 4)}Y${text.slice(5)}`
    };
    macaroon = base64Of(
      (text) => {
        if (text[0] === "") return isMacaroon2(text);
        return /^[0-9a-f]{4}(?:location|identifier) /.test(text) || /^\x94\x93[\xc4\xd9\xa0-\xbf]/.test(text);
      },
      (bytes2, fill, was) => {
        if (was[0] !== "") return `\x94\x93\xC4${fill(bytes2 - 3)}`;
        const head = was.charCodeAt(1) === 1 ? was.slice(0, 3 + was.charCodeAt(2)) : "";
        const signature = `\0\0 ${fill(32)}`;
        const room2 = bytes2 - head.length - signature.length;
        const long = room2 - 2 > 127;
        const size2 = long ? room2 - 3 : room2 - 2;
        const length = long ? String.fromCharCode(size2 & 127 | 128, size2 >>> 7) : String.fromCharCode(size2 & 127);
        return `${head}${length}${fill(size2)}${signature}`;
      }
    );
    DECODINGS = {
      "decode-aws-key-id": awsKeyId,
      /** Discord: the part before the first dot is the account's number, a snowflake of 17 to 20 digits. */
      "decode-discord": base64Of(
        (text) => /^\d{17,20}$/.test(text),
        (bytes2, fill) => digits2(fill, bytes2)
      ),
      /** Atlassian Data Center and Bitbucket Server tokens: a number, a colon and 20 random bytes. */
      "decode-id-secret": base64Of(
        (text) => /^\d{1,16}:[^]{12,}$/.test(text),
        (bytes2, fill) => `${digits2(fill, Math.max(1, bytes2 - 21))}:${fill(20)}`
      ),
      "decode-jfrog-reference": base64Of(
        (text) => /^reftkn:\d+:\d+:\w+$/.test(text),
        (bytes2, fill) => `reftkn:01:${digits2(fill, 10)}:${fill(bytes2 - 21)}`
      ),
      "decode-intercom": base64Of(
        (text) => /^tok:[\x21-\x7e]+$/.test(text),
        (bytes2, fill) => `tok:${fill(bytes2 - 8)}:1:0`
      ),
      "decode-json": base64Of(isObject, jsonLike),
      "decode-macaroon": macaroon,
      "decode-workos": base64Of(
        (text) => /^key_[^,]+,[\x21-\x7e]+$/.test(text),
        (bytes2, fill) => `key_01${fill(24)},${fill(bytes2 - 31)}`
      ),
      "decode-bedrock": base64Of(
        (text) => /^BedrockAPIKey-[\x21-\x7e]+$/.test(text),
        (bytes2, fill) => `BedrockAPIKey-${fill(4)}-at-${digits2(fill, 12)}:${fill(bytes2 - 35)}`
      ),
      /** HTTP Basic (RFC 7617): printable user and password. */
      "decode-basic": base64Of(
        (text) => /^[^\x00-\x1f\x7f:]*:[^\x00-\x1f\x7f]+$/.test(text) && !STAND_INS.test(text),
        (bytes2, fill) => `${fill(Math.floor(bytes2 / 3))}:${fill(bytes2 - 1 - Math.floor(bytes2 / 3))}`
      ),
      /** Printable text. */
      "decode-text": base64Of(
        (text) => /^[\x20-\x7e]{4,}$/.test(text),
        (bytes2, fill) => fill(bytes2)
      ),
      /** JWS compact serialization (RFC 7515): header and payload are JSON objects. */
      "decode-jwt": {
        holds: (text) => text.split(".").slice(0, 2).every((part) => isObject(fromBase64(part)?.toString("utf8") ?? "")),
        make: (text) => {
          const [header2 = "", payload = "", ...rest] = text.split(".");
          const json3 = base64Of(isObject, jsonLike);
          return [json3.make(header2), json3.make(payload), ...rest].join(".");
        }
      }
    };
  }
});

// src/detect/checksums/keys.ts
function bech32Holds(secret) {
  const text = secret.toLowerCase();
  if (secret !== text && secret !== secret.toUpperCase()) return false;
  const split3 = text.lastIndexOf("1");
  const data = Array.from(text.slice(split3 + 1), (char) => BECH32.indexOf(char));
  return split3 > 0 && data.length >= 6 && !data.includes(-1) && polymod([...expand(text.slice(0, split3)), ...data]) === 1;
}
function completeBech32(secret) {
  const text = secret.toLowerCase();
  const split3 = text.lastIndexOf("1");
  const data = Array.from(text.slice(split3 + 1, -6), (char) => BECH32.indexOf(char));
  const check = polymod([...expand(text.slice(0, split3)), ...data, 0, 0, 0, 0, 0, 0]) ^ 1;
  const tail = Array.from({ length: 6 }, (_, i) => BECH32[check >>> 5 * (5 - i) & 31]).join("");
  return secret.slice(0, -6) + (secret === text ? tail : tail.toUpperCase());
}
function expand(prefix) {
  const bytes2 = [...latin1(prefix)];
  return [...bytes2.map((byte) => byte >> 5), 0, ...bytes2.map((byte) => byte & 31)];
}
function polymod(values2) {
  let check = 1;
  for (const value of values2) {
    const top = check >>> 25;
    check = (check & 33554431) << 5 ^ value;
    for (let i = 0; i < 5; i++) if (top >>> i & 1) check ^= GENERATOR[i];
  }
  return check;
}
function base58Holds(secret, digits3) {
  const bytes2 = fromBase58(secret, digits3);
  if (!bytes2 || bytes2.length < 5) return false;
  return doubleSha(bytes2.subarray(0, -4)).equals(bytes2.subarray(-4));
}
function completeBase58(secret, digits3) {
  const bytes2 = fromBase58(secret, digits3);
  if (!bytes2 || bytes2.length < 5) return secret;
  const body = bytes2.subarray(0, -4);
  return toBase58(Buffer.concat([body, doubleSha(body)]), digits3);
}
function doubleSha(bytes2) {
  const once = crypto().createHash("sha256").update(bytes2).digest();
  return crypto().createHash("sha256").update(once).digest().subarray(0, 4);
}
function base32KeyHolds(secret, length) {
  const bytes2 = fromBase32(secret);
  if (bytes2?.length !== length || (bytes2[0] & 248) !== 144) return false;
  const crc = crc16(bytes2.subarray(0, -2));
  return bytes2[length - 2] === (crc & 255) && bytes2[length - 1] === crc >>> 8;
}
function completeBase32Key(secret) {
  const bytes2 = fromBase32(secret);
  if (!bytes2 || bytes2.length < 3) return secret;
  const body = bytes2.subarray(0, -2);
  const crc = crc16(body);
  return toBase32(Uint8Array.from([...body, crc & 255, crc >>> 8]));
}
function ed25519Holds(text) {
  const bytes2 = fromBase58(text, BASE58_BITCOIN);
  return bytes2?.length === 64 && ed25519PublicKey(bytes2.subarray(0, 32)).equals(bytes2.subarray(32));
}
function completeEd25519(text) {
  const bytes2 = fromBase58(text, BASE58_BITCOIN);
  if (!bytes2 || bytes2.length < 32) return text;
  const seed2 = bytes2.subarray(0, 32);
  return toBase58(Buffer.concat([seed2, ed25519PublicKey(seed2)]), BASE58_BITCOIN);
}
function ed25519PublicKey(seed2) {
  const key = crypto().createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, seed2]), format: "der", type: "pkcs8" });
  return crypto().createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);
}
function armorHolds(secret) {
  const found2 = ARMOR.exec(secret);
  return found2 !== null && armorCheck(found2[2]) === found2[3];
}
function completeArmor(secret) {
  return secret.replace(
    ARMOR,
    (_, head, body, __, end) => `${head}${body}
=${armorCheck(body)}${end}`
  );
}
function armorCheck(body) {
  const bytes2 = fromBase64(body.replace(/[\r\n]/g, ""));
  if (!bytes2) return void 0;
  const crc = crc24(bytes2);
  return Buffer.from([crc >>> 16, crc >>> 8, crc]).toString("base64");
}
function puttyHolds(secret) {
  const file = readPutty(secret);
  if (!file) return false;
  return file.fields[1] !== "none" || puttyMac(file) === file.mac;
}
function completePutty(secret) {
  const file = readPutty(secret);
  return file ? secret.replace(/(\nPrivate-MAC: )[0-9a-f]+/, `$1${puttyMac(file)}`) : secret;
}
function readPutty(secret) {
  const text = secret.replace(/\r\n/g, "\n");
  const field = (name) => new RegExp(`(?:^|\\n)${name}: ([^\\n]*)`).exec(text)?.[1] ?? "";
  const lines3 = (name) => {
    const found2 = new RegExp(`\\n${name}-Lines: (\\d+)\\n((?:[^\\n]*\\n)*)`).exec(text);
    const body = found2?.[2].split("\n").slice(0, Number(found2[1])).join("") ?? "";
    return fromBase64(body)?.toString("latin1") ?? "";
  };
  const head = /^PuTTY-User-Key-File-([23]): ([^\n]*)/.exec(text);
  if (!head) return void 0;
  const fields = [head[2], field("Encryption"), field("Comment"), lines3("Public"), lines3("Private")];
  return { version: head[1], fields, mac: field("Private-MAC") };
}
function puttyMac({ version, fields }) {
  const hmac = version === "3" ? crypto().createHmac("sha256", "") : crypto().createHmac("sha1", crypto().createHash("sha1").update("putty-private-key-file-mac-key").digest());
  fields.forEach((field, i) => {
    const bytes2 = Buffer.from(field, i === 2 ? "utf8" : "latin1");
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes2.length);
    hmac.update(length).update(bytes2);
  });
  return hmac.digest("hex");
}
var crypto, BECH32, GENERATOR, ED25519_PKCS8, ARMOR;
var init_keys = __esm({
  "src/detect/checksums/keys.ts"() {
    "use strict";
    init_crc();
    init_encodings();
    crypto = () => process.getBuiltinModule("node:crypto");
    BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    GENERATOR = [996825010, 642813549, 513874426, 1027748829, 705979059];
    ED25519_PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
    ARMOR = /^(-----BEGIN [^\n]*?-----[ \t\r]*\n(?:[\w-]+: [^\n]*\n)*[ \t\r]*\n)([A-Za-z0-9+/=\r\n]+?)\n=([A-Za-z0-9+/]{4})([ \t\r]*\n-----END )/;
  }
});

// src/detect/checksum.ts
function covered2(parts, fact) {
  return (fact.over ?? ["secret"]).map((name) => parts[name] ?? "").join("");
}
function crcTail(...ways) {
  const checks = (parts, fact) => {
    const crc = crc32(covered2(parts, fact));
    return ways.map((way) => way(crc, checkOf(parts, fact).length));
  };
  return {
    needs: "groups",
    proof: true,
    verify: (parts, fact) => checks(parts, fact).includes(checkOf(parts, fact)),
    complete: (parts, fact) => {
      const secret = parts["secret"] ?? "";
      const was = checkOf(parts, fact);
      const at = secret.lastIndexOf(was);
      return secret.slice(0, at) + checks(parts, fact)[0] + secret.slice(at + was.length);
    }
  };
}
function checkOf(parts, fact) {
  return parts[fact.in ?? ""] ?? "";
}
function whole(holds, make, proof = true) {
  return {
    needs: "text",
    proof,
    verify: (parts, fact) => holds(covered2(parts, fact)),
    complete: (parts, fact) => {
      const text = covered2(parts, fact);
      return (parts["secret"] ?? "").replace(text, () => make(text));
    }
  };
}
function decoding({ holds, make }) {
  return whole(holds, make, false);
}
function littleEndian(crc) {
  const bytes2 = Buffer.alloc(4);
  bytes2.writeUInt32LE(crc);
  return bytes2;
}
function find(name) {
  const found2 = REGISTRY.get(name);
  if (!found2) throw new Error(`there is no checksum named ${name}`);
  return found2;
}
function checksumHolds(fact, parts) {
  return find(fact.is).verify(parts, fact);
}
function checksumProves(fact) {
  return find(fact.is).proof;
}
var inDigits, hex, REGISTRY;
var init_checksum = __esm({
  "src/detect/checksum.ts"() {
    "use strict";
    init_azure();
    init_crc();
    init_decode();
    init_encodings();
    init_keys();
    inDigits = (digits3) => (crc, length) => digitsOf(crc, digits3).padStart(length, digits3[0]);
    hex = (crc) => crc.toString(16).padStart(8, "0");
    REGISTRY = new Map([
      /** Digits 0-9A-Za-z, padded with 0: GitHub (https://github.blog/engineering/behind-githubs-new-authentication-token-formats/), npm, Vercel, Polar, NetBird, SaladCloud. */
      ["crc32-base62", crcTail(inDigits(BASE62))],
      /** Digits 0-9a-zA-Z, padded with 0: Apify. */
      ["crc32-base62-lower", crcTail(inDigits(BASE62_LOWER_FIRST))],
      /** Either order of digits: Synapse, whose order is not documented. */
      ["crc32-base62-any", crcTail(inDigits(BASE62_LOWER_FIRST), inDigits(BASE62))],
      /** Digits 0-9a-z, padded with 0: GitLab's routable tokens (GitLab's design document on cells, "routable tokens"). */
      ["crc32-base36", crcTail(inDigits(BASE36))],
      /** Eight digits 0-9a-f: Cloudflare, Zuplo, Canva, Packagist. */
      ["crc32-hex", crcTail(hex)],
      /** Eight digits 0-9A-F: Atlassian, Bitbucket. */
      ["crc32-hex-upper", crcTail((crc) => hex(crc).toUpperCase())],
      /** Eight digits 0-9a-f of the little-endian bytes: Grafana service accounts. */
      ["crc32-hex-le", crcTail((crc) => littleEndian(crc).toString("hex"))],
      /** Base64 without padding of the little-endian bytes: Confluent. */
      ["crc32-base64-le", crcTail((crc) => littleEndian(crc).toString("base64").slice(0, 6))],
      ["azure-his", whole(hisHolds, completeHis)],
      ["azure-cask", whole(caskHolds, completeCask)],
      ["entra-client-secret", whole(entraHolds, completeEntra)],
      ["azure-devops-pat", whole(devopsHolds, completeDevops)],
      ["bech32", whole(bech32Holds, completeBech32)],
      ["nats-nkey", whole((text) => base32KeyHolds(text, 36), completeBase32Key)],
      ["stellar-strkey", whole((text) => base32KeyHolds(text, 35), completeBase32Key)],
      [
        "base58check",
        whole(
          (text) => base58Holds(text, BASE58_BITCOIN),
          (text) => completeBase58(text, BASE58_BITCOIN)
        )
      ],
      [
        "base58check-xrpl",
        whole(
          (text) => base58Holds(text, BASE58_XRPL),
          (text) => completeBase58(text, BASE58_XRPL)
        )
      ],
      ["ed25519-keypair", whole(ed25519Holds, completeEd25519)],
      ["pgp-crc24", whole(armorHolds, completeArmor)],
      /** Proves nothing, since an encrypted file cannot be checked. */
      ["putty-mac", whole(puttyHolds, completePutty, false)],
      ...Object.entries(DECODINGS).map(([name, check]) => [name, decoding(check)])
    ]);
  }
});

// src/detect/decode/credentials.ts
function passwordOfPair(field) {
  const text = Buffer.from(field, "base64");
  const colon = text.indexOf(58);
  if (colon < 0 || colon + 1 >= text.length) return void 0;
  return inside2(text, colon + 1);
}
function passwordIn(check, field) {
  if (check === "decode-basic") return passwordOfPair(field);
  return check === "decode-text" ? inside2(Buffer.from(field, "base64"), 0) : void 0;
}
function inside2(text, from) {
  const charOf = (byte) => Math.floor(byte / 3) * 4 + byte % 3;
  return { secret: text.toString("latin1", from), start: charOf(from), end: charOf(text.length - 1) + 2 };
}
var init_credentials = __esm({
  "src/detect/decode/credentials.ts"() {
    "use strict";
  }
});

// src/detect/bytes.ts
function byteSet(chars) {
  const set = new Uint8Array(256);
  for (const char of chars) set[char.charCodeAt(0)] = 1;
  return set;
}
function runEnd(data, from, limit, set) {
  let i = from;
  while (i < limit && set[data[i]] === 1) i++;
  return i;
}
var ALPHANUMERIC, isDigitByte, isLowerByte, isUpperByte, isLetterByte, isAlphanumericByte;
var init_bytes = __esm({
  "src/detect/bytes.ts"() {
    "use strict";
    ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    isDigitByte = (byte) => byte >= 48 && byte <= 57;
    isLowerByte = (byte) => byte >= 97 && byte <= 122;
    isUpperByte = (byte) => byte >= 65 && byte <= 90;
    isLetterByte = (byte) => isLowerByte(byte | 32);
    isAlphanumericByte = (byte) => isLetterByte(byte) || isDigitByte(byte);
  }
});

// src/detect/literal-forms.ts
function delimitedValue(look2, data, from, quoteAt2, limit) {
  if (from >= limit || SECOND[data[from]]?.[data[from + 1]] !== 1) return void 0;
  if (quoteAt2 > from && data[quoteAt2 + 1] !== LF && data[quoteAt2 + 1] !== CR && (data[from] | 32) !== LOWER_R)
    return void 0;
  const text = latin12(data, from, Math.min(limit, from + MAX_OPENING));
  look2.saw(from, from + MAX_OPENING);
  for (const [opening, closing2] of WAYS) {
    const found2 = opening.exec(text);
    if (!found2) continue;
    const start = from + found2[0].length;
    const close = closing2(found2);
    const stop = lineEnd(data, start, close === void 0 ? limit : Math.min(limit, start + MAX_STRING));
    look2.saw(from, stop + 1);
    if (close === void 0) return { start, end: stop, quote: QUOTED, closed: true };
    const end = latin12(data, start, stop).indexOf(close);
    return end < 0 ? void 0 : { start, end: start + end, quote: QUOTED, closed: true };
  }
  return void 0;
}
function blockValue(look2, data, at, end) {
  if (at >= end || data[at] !== BAR && data[at] !== MORE) return void 0;
  const head = /^[|>][-+1-9]{0,2}[ \t]*\r?\n[ \t]+(?=\S)/.exec(latin12(data, at, Math.min(end, at + MAX_OPENING)));
  look2.saw(at, at + MAX_OPENING);
  if (!head) return void 0;
  const start = at + head[0].length;
  let stop = lineEnd(data, start, end);
  look2.saw(at, stop + 1);
  while (stop > start && (data[stop - 1] === SPACE || data[stop - 1] === TAB)) stop--;
  return { start, end: stop, quote: 0, closed: true };
}
function lineEnd(data, from, limit) {
  let i = from;
  while (i < limit && data[i] !== LF && data[i] !== CR) i++;
  return i;
}
function latin12(data, from, to) {
  return Buffer.from(data.buffer, data.byteOffset + from, Math.max(0, to - from)).toString("latin1");
}
var BEGINNINGS, SECOND, TAB, LF, CR, SPACE, BAR, MORE, LOWER_R, MAX_OPENING, MAX_STRING, QUOTED, CLOSING, WAYS;
var init_literal_forms = __esm({
  "src/detect/literal-forms.ts"() {
    "use strict";
    init_bytes();
    BEGINNINGS = {
      "%": "qQ([{|!",
      q: "q([{|!",
      "~": "sS",
      "[": "[",
      $: "$",
      "<": "<!",
      r: '"',
      R: '"',
      "@": `"'`
    };
    SECOND = Array.from({ length: 256 }, (_, first) => {
      const second = BEGINNINGS[String.fromCharCode(first)];
      return second === void 0 ? void 0 : byteSet(second);
    });
    [TAB, LF, CR, SPACE, BAR, MORE, LOWER_R] = [9, 10, 13, 32, 124, 62, 114];
    MAX_OPENING = 48;
    MAX_STRING = 200;
    QUOTED = 39;
    CLOSING = { "(": ")", "{": "}", "[": "]", "|": "|", "!": "!" };
    WAYS = [
      [/^(?:qq?|%[qQ]?|~[sS])([({[|!])(?=\S)/, (found2) => CLOSING[found2[1]]],
      [/^\[\[(?=[^\s"'`[\]])/, () => "]]"],
      [/^\$\$(?=[^\s$])/, () => "$$"],
      [/^<!\[CDATA\[/, () => "]]>"],
      [/^<<"/, () => '">>'],
      [/^R"([\w-]{0,16})\(/i, (found2) => `)${found2[1]}"`],
      [/^<<[<~-]?(["']?)[A-Z_a-z]\w{0,30}\1\r?\n[ \t]*/, () => void 0],
      [/^@["']\r?\n[ \t]*/, () => void 0]
    ];
  }
});

// src/detect/assignment.ts
function findAssignment(look2, data, nameAt, wordEnd2, start, end) {
  let nameStart = nameAt;
  const lowest = Math.max(start, nameAt - MAX_NAME);
  while (nameStart > lowest && NAME[data[nameStart - 1]] === 1) nameStart--;
  let i = wordEnd2;
  const nameStop = Math.min(end, wordEnd2 + MAX_NAME);
  while (i < nameStop && NAME[data[i]] === 1) i++;
  const nameEnd = i;
  const none = { nameStart, nameEnd, operator: "none", values: [] };
  look2.saw(nameStart - 1, nameEnd + 1);
  if (i >= nameStop) return none;
  let closers = 0;
  while (i < end && closers < 4 && (QUOTE[data[i]] === 1 || data[i] === 93 || data[i] === 41 && closers === 0 || data[i] === BACKSLASH)) {
    i++;
    closers++;
  }
  const gapStart = i;
  i = skipSpaces(data, i, end);
  look2.saw(nameStart, i + 3);
  if (i >= end) return none;
  let operator = "none";
  const byte = data[i];
  const next = i + 1 < end ? data[i + 1] : 0;
  if (byte === EQUALS) {
    if (next === EQUALS) {
      operator = "compare";
      i += data[i + 2] === EQUALS ? 3 : 2;
    } else if (next === MORE2) {
      operator = "arrow";
      i += 2;
    } else {
      operator = "assign";
      i += next === 126 ? 2 : 1;
    }
  } else if (byte === 33 && next === EQUALS) {
    operator = "compare";
    i += data[i + 2] === EQUALS ? 3 : 2;
  } else if (byte === COLON) {
    if (next === COLON) return none;
    operator = next === EQUALS ? "assign" : "colon";
    i += next === EQUALS ? 2 : 1;
  } else if ((byte === 63 || byte === 124) && next === byte && data[i + 2] === EQUALS) {
    operator = "assign";
    i += 3;
  } else if (byte === 63 && next === EQUALS) {
    operator = "assign";
    i += 2;
  } else if (byte === LESS && next === DASH) {
    operator = "arrow";
    i += 2;
  } else if (byte === 63 && next === COLON) {
    operator = "colon";
    i += 2;
  } else if (byte === DASH && next === MORE2) {
    operator = "arrow";
    i += 2;
  } else if (byte === OPEN && gapStart === nameEnd) {
    operator = "call";
    i += 1;
  } else if (byte === COMMA && closers > 0) {
    operator = "comma";
    i += 1;
  } else if (byte === MORE2 && gapStart === i && nameStart > start && (data[nameStart - 1] === LESS || closers > 0)) {
    operator = "tag";
    i += 1;
  } else if (i > gapStart && closers === 0) {
    const typed = (byte | 32) === 97 && (next | 32) === 115 ? typeEnd(look2, data, i, end) : 0;
    operator = typed > 0 ? "assign" : "space";
    if (typed > 0) i = typed;
  } else {
    return none;
  }
  return readValues(look2, data, i, end, { nameStart, nameEnd, operator, values: [] });
}
function typeEnd(look2, data, at, end) {
  look2.saw(at, at + MAX_TYPE);
  const found2 = /^as\s+[\w.]{1,40}\s*=/i.exec(latin12(data, at, Math.min(end, at + MAX_TYPE)));
  return found2 ? at + found2[0].length : 0;
}
function readValues(look2, data, from, end, assignment2) {
  let i = skipSpaces(data, from, end);
  look2.saw(from, i + 2);
  if (assignment2.operator !== "space" && i < end && (data[i] === LF2 || data[i] === CR2 && data[i + 1] === LF2)) {
    i += data[i] === CR2 ? 2 : 1;
    i = skipSpaces(data, i, end);
    look2.saw(from, i + 1);
    if (i < end && QUOTE[data[i]] === 0) return assignment2;
  }
  if (assignment2.operator === "call") {
    for (let n = 0; n < 3 && i < end; n++) {
      const value2 = readValue(look2, data, i, end);
      if (value2.end > value2.start) assignment2.values.push(value2);
      i = skipSpaces(data, value2.end + (value2.quote ? 1 : 0), end);
      look2.saw(from, i + 1);
      if (data[i] !== COMMA) break;
      i = skipSpaces(data, i + 1, end);
      look2.saw(from, i + 1);
      if (data[i] === LF2) i = skipSpaces(data, i + 1, end);
    }
    return assignment2;
  }
  const block = assignment2.operator === "colon" ? blockValue(look2, data, i, end) : void 0;
  let value = block ?? readValue(look2, data, i, end);
  if (assignment2.operator === "colon" && value.quote === 0 && !block) {
    const behind = skipSpaces(data, value.end, Math.min(end, value.end + MAX_GAP));
    look2.saw(from, behind + 2);
    if (data[behind] === EQUALS && data[behind + 1] !== EQUALS && data[behind + 1] !== MORE2) {
      assignment2.operator = "assign";
      value = readValue(look2, data, skipSpaces(data, behind + 1, end), end);
    }
  }
  if (value.end > value.start) assignment2.values.push(value);
  return assignment2;
}
function readValue(look2, data, from, end) {
  let i = from;
  const limit = Math.min(end, from + MAX_VALUE);
  let lead = i;
  while (lead < limit && lead < i + 3 && (isPrefix(data[lead]) || data[lead] === BACKSLASH || data[lead] === HASH)) lead++;
  if (lead < limit && QUOTE[data[lead]] === 1) i = lead;
  const quote2 = i < limit ? data[i] : 0;
  look2.saw(from - 1, from + 6);
  const delimited = delimitedValue(look2, data, from, i, limit);
  if (delimited) return delimited;
  if (QUOTE[quote2] === 1) {
    let slashes3 = 0;
    while (i - 1 - slashes3 >= from && data[i - 1 - slashes3] === BACKSLASH) slashes3++;
    const escaped = slashes3 > 0;
    let begin = i + 1;
    if (data[begin] === quote2 && data[begin + 1] === quote2) begin += 2;
    let j2 = begin;
    for (; j2 < limit; j2++) {
      const byte = data[j2];
      if (byte === quote2 || byte === LF2 || byte === CR2) break;
      if (byte === BACKSLASH) {
        let more2 = 1;
        if (escaped) while (data[j2 + more2] === BACKSLASH) more2++;
        if (escaped && more2 <= slashes3 && data[j2 + more2] === quote2) break;
        j2 += more2;
      }
    }
    j2 = Math.min(j2, limit);
    look2.saw(from, j2 + 6);
    return { start: begin, end: j2, quote: quote2, closed: j2 < limit && (data[j2] === quote2 || escaped) };
  }
  let j = i;
  let depth = 0;
  while (j < limit) {
    const byte = data[j];
    if (byte === OPEN) depth++;
    else if (byte === 41 && depth > 0) depth--;
    else if (byte === 123 && data[j - 1] === 36) depth++;
    else if (byte === 125 && depth > 0) depth--;
    else if (STOP[byte] === 1) break;
    else if (byte === AMPERSAND && j > i) break;
    j++;
  }
  look2.saw(from, j + 1);
  return { start: i, end: j, quote: 0, closed: true };
}
function isPrefix(byte) {
  const lower = byte | 32;
  return lower === 114 || lower === 98 || lower === 117 || lower === 102 || byte === 115 || byte === 76 || byte === AT || byte === 36;
}
function skipSpaces(data, from, end) {
  const limit = Math.min(end, from + MAX_GAP);
  let i = from;
  while (i < limit && (data[i] === SPACE2 || data[i] === TAB2)) i++;
  return i;
}
var MAX_NAME, MAX_GAP, MAX_VALUE, MAX_TYPE, NAME, QUOTE, STOP, TAB2, LF2, CR2, SPACE2, AMPERSAND, OPEN, COMMA, DASH, COLON, LESS, EQUALS, MORE2, AT, BACKSLASH, HASH;
var init_assignment = __esm({
  "src/detect/assignment.ts"() {
    "use strict";
    init_bytes();
    init_literal_forms();
    MAX_NAME = 48;
    MAX_GAP = 16;
    MAX_VALUE = 4096;
    MAX_TYPE = 64;
    NAME = byteSet(`${ALPHANUMERIC}_-.$`);
    QUOTE = byteSet(`"'\``);
    STOP = byteSet("\"'`,;)}]<>|\\").fill(1, 0, 33);
    [TAB2, LF2, CR2, SPACE2, AMPERSAND, OPEN, COMMA, DASH, COLON, LESS, EQUALS, MORE2, AT, BACKSLASH, HASH] = [
      9,
      10,
      13,
      32,
      38,
      40,
      44,
      45,
      58,
      60,
      61,
      62,
      64,
      92,
      35
    ];
  }
});

// src/detect/pair.ts
function valueOfPair(look2, data, nameEnd, end) {
  let at = nameEnd;
  while (at < end && at < nameEnd + MAX_CLOSERS && CLOSERS[data[at]] === 1) at++;
  let i = at;
  const stop = Math.min(end, at + 80);
  while (i < stop && BETWEEN[data[i]] === 1) i++;
  look2.saw(nameEnd, i + 1);
  if (i === stop || (i === at ? data[i] !== LESS2 : FIRST_LETTER[data[i] | 32] !== 1)) return void 0;
  look2.saw(nameEnd, at + MAX_BETWEEN);
  const found2 = VALUE.exec(data.toString("latin1", at, Math.min(at + MAX_BETWEEN, end)));
  return found2 ? readValue(look2, data, at + found2[0].length, end) : void 0;
}
var MAX_BETWEEN, CLOSERS, MAX_CLOSERS, BETWEEN, LESS2, FIRST_LETTER, FIELD, VALUE;
var init_pair = __esm({
  "src/detect/pair.ts"() {
    "use strict";
    init_assignment();
    init_bytes();
    MAX_BETWEEN = 240;
    CLOSERS = byteSet("\"'`\\)]");
    MAX_CLOSERS = 4;
    BETWEEN = byteSet(` 	\r
,;:={"'\\`);
    LESS2 = 60;
    FIRST_LETTER = byteSet("vsdctn");
    FIELD = "(?:value|val|string_?value|default(?:_?value)?|content|data)";
    VALUE = new RegExp(
      [
        `[\\s,;:={]{1,60}\\\\?["']?${FIELD}\\\\?["']?\\s{0,8}[:=]\\s{0,8}`,
        // Other attributes of a variable stand before the one for its value.
        String.raw`\s{0,8}\{\s{0,40}(?:(?:type|description|sensitive|nullable)\s{0,20}=[^\n]{0,80}\n\s{0,20}){1,4}default\s{0,20}=\s{0,8}`,
        String.raw`</key>\s{0,60}<string>`
      ].map((way) => `^${way}`).join("|"),
      "i"
    );
  }
});

// src/detect/given.ts
var GIVEN_BEHIND, GIVEN_BEFORE, BLANK, CLOSER, QUOTE2, OPENER, OPENED, ARGUMENT, FIELD_NAME, ENDS;
var init_given = __esm({
  "src/detect/given.ts"() {
    "use strict";
    init_bytes();
    GIVEN_BEHIND = 24;
    GIVEN_BEFORE = 14;
    BLANK = byteSet(" 	");
    CLOSER = byteSet("\"'`)]");
    QUOTE2 = byteSet("\"'`");
    OPENER = byteSet("%~[$<");
    OPENED = byteSet("q([{|!");
    ARGUMENT = byteSet(`${ALPHANUMERIC} _-.,:*@=+?`);
    FIELD_NAME = byteSet(`${ALPHANUMERIC.replace(/\d/g, "")}_`);
    ENDS = byteSet(".,;)");
  }
});

// src/detect/prefilter.ts
function guardBefore(guard) {
  if ((guard & NAMED) !== 0) return MOST_BEFORE;
  const edge = guard >>> 16 & 127;
  return edge === 0 ? 1 : edge - 1 + MAX_EDGE;
}
function guardBehind(guard) {
  if ((guard & NAMED) !== 0) return GIVEN_BEHIND - (guard >>> 23 & 31);
  return Math.max(1, guard & 63);
}
var MAP_BITS, SLOTS, MAX_LITERAL, MAX_LITERALS, MAX_LEAD, NAMED, BLANKS, FIRST_PIECE, LiteralTable, MAX_EDGE, MOST_BEFORE, MOST_BEHIND, BESIDE;
var init_prefilter = __esm({
  "src/detect/prefilter.ts"() {
    "use strict";
    init_bytes();
    init_given();
    MAP_BITS = (1 << 20) + 32;
    SLOTS = 1 << 15;
    MAX_LITERAL = 24;
    MAX_LITERALS = 524287;
    MAX_LEAD = 8;
    NAMED = 1 << 29;
    BLANKS = 1 << 30;
    FIRST_PIECE = 5;
    LiteralTable = class {
      map;
      slots;
      entries;
      pool;
      starts;
      folds;
      guards;
      classes;
      /** @param data as literals.ts made it */
      constructor({ entries, map, slots, pool, starts: starts2, folds, guards, classes }) {
        this.entries = entries;
        this.map = map;
        this.slots = slots;
        this.pool = pool;
        this.starts = starts2;
        this.folds = folds;
        this.guards = guards;
        this.classes = classes;
      }
      /**
       * Whether the literal of an entry stands where its window was met, within the bounds of the scan.
       * @param entry its number plus one
       * @param at where the window was met
       */
      verify(entry, data, at, start, end, from, to, found2) {
        const place2 = this.entries[(entry - 1) * 3 + 2];
        const begin = at - (place2 >>> 6 & 63) + 1;
        const literal = place2 >>> 12 & MAX_LITERALS;
        const first = this.starts[literal];
        const last = this.starts[literal + 1];
        if (begin < from || begin >= to || begin < start || begin + last - first > end) return;
        const { pool } = this;
        if (this.folds[literal] === 1) {
          for (let i = first, k = begin; i < last; i++, k++) {
            const byte = data[k];
            if (byte !== pool[i] && !(isUpperByte(byte) && byte + 32 === pool[i])) return;
          }
        } else {
          for (let i = first, k = begin; i < last; i++, k++) if (data[k] !== pool[i]) return;
        }
        found2(literal, begin);
      }
    };
    MAX_EDGE = 6;
    MOST_BEFORE = Math.max(MAX_LEAD + MAX_EDGE, GIVEN_BEFORE);
    MOST_BEHIND = Math.max(MAX_LITERAL + 1, GIVEN_BEHIND);
    BESIDE = 2246822507 | 0;
  }
});

// src/detect/token-header.ts
function isTokenBeginning(value) {
  const header2 = BEGINNING.exec(value)?.[1];
  return HEADER.test(header2 === void 0 ? value : Buffer.from(header2, "base64url").toString("latin1"));
}
var NAME2, PARAMETER, BROKEN, HEADER, BEGINNING;
var init_token_header = __esm({
  "src/detect/token-header.ts"() {
    "use strict";
    NAME2 = '"(?:alg|typ|kid|enc|cty|zip|jku|x5u|x5t|x5t#S256|b64|ver)"';
    PARAMETER = `\\s*${NAME2}\\s*:\\s*(?:"[^"]{0,200}"|\\d{1,9}|true|false)\\s*`;
    BROKEN = '(?:,\\s*(?:"[^"]{0,200}(?:"\\s*(?::\\s*(?:["\\[{\\w][^"]{0,200})?)?)?)?)?';
    HEADER = new RegExp(`^\\{(?:${PARAMETER}(?:,${PARAMETER}){0,11}(?:\\}\\s*|${BROKEN})|\\s*${NAME2}\\s*:\\s*"[^"]{1,200})$`);
    BEGINNING = /^(e[yw][\w-]{10,511})(?:\.[\w-]{0,16})?(?:$|\.\.|\xe2\x80\xa6|[…\s([<\\])/;
  }
});

// src/detect/decode/view.ts
function encodingsOf(view) {
  return [...view.outer ? encodingsOf(view.outer) : [], view.encoding];
}
function grow() {
  const [oldBytes, oldStarts, oldEnds] = [bytes, starts, ends];
  bytes = Buffer.alloc(2 * oldBytes.length);
  starts = new Int32Array(bytes.length);
  ends = new Int32Array(bytes.length);
  bytes.set(oldBytes);
  starts.set(oldStarts);
  ends.set(oldEnds);
}
function placeIn(view, start, end) {
  const [from, to] = [view.startOf(start), view.endOf(end - 1)];
  return view.outer ? placeIn(view.outer, from, to) : [from, to];
}
var bytes, starts, ends, ViewBuilder;
var init_view2 = __esm({
  "src/detect/decode/view.ts"() {
    "use strict";
    bytes = Buffer.alloc(1 << 14);
    starts = new Int32Array(1 << 14);
    ends = new Int32Array(1 << 14);
    ViewBuilder = class {
      #source;
      length = 0;
      constructor(source) {
        this.#source = source;
      }
      /** One decoded byte that came from `[start, end)`. */
      push(byte, start, end) {
        if (this.length === bytes.length) grow();
        const at = this.length++;
        bytes[at] = byte;
        starts[at] = start;
        ends[at] = end;
      }
      /** Bytes that stand for themselves. */
      copy(from, to) {
        while (this.length + to - from > bytes.length) grow();
        const source = this.#source;
        for (let at = from, place2 = this.length; at < to; at++, place2++) {
          bytes[place2] = source[at];
          starts[place2] = at;
          ends[place2] = at + 1;
        }
        this.length += Math.max(0, to - from);
      }
      /** @param pieces what is known of pieces that were joined */
      view(encoding, from, to, pieces) {
        const [begin, stop] = [starts.slice(0, this.length), ends.slice(0, this.length)];
        return {
          data: Buffer.from(bytes.subarray(0, this.length)),
          startOf: (at) => begin[at],
          endOf: (at) => stop[at],
          from,
          to,
          encoding,
          firstPiece: pieces?.firstPiece,
          lastPiece: pieces?.lastPiece,
          unsure: pieces?.unsure
        };
      }
    };
  }
});

// src/detect/decode/joins.ts
function seamLiterals() {
  const whole2 = (text) => ({ text, fold: true, prev: TOKENS, next: TOKENS, tail: [TOKENS, FIRST_PIECE] });
  const open = (text, next = ` 	${QUOTES}`) => ({ text, fold: false, prev: TOKENS, next, behind: GOES_ON });
  const perQuote = (quote2) => [
    ...OPERATORS.map((operator) => whole2(`${quote2} ${operator} ${quote2}`)),
    ...OPERATORS.map((operator) => open(`${quote2} ${operator}
`)),
    ...OPERATORS.map((operator) => open(`${quote2} ${operator}\r`, "\n")),
    ...["+", ".", "++", "||"].map((operator) => whole2(quote2 + operator + quote2)),
    open(`${quote2}+
`)
  ];
  const beside = (quote2) => [
    ...['"', "'"].map((next) => whole2(`${quote2} ${next}`)),
    whole2(`${quote2}
${quote2}`),
    open(`${quote2}
 `, " 	+.&<|"),
    open(`${quote2}
	`),
    open(`${quote2}\r
`),
    open(`${quote2} \\
`),
    open(`${quote2} \\\r`, "\n")
  ];
  return [
    ...Array.from(QUOTES).flatMap(perQuote),
    ...Array.from(`"'`).flatMap(beside),
    ...["+", "."].map((operator) => whole2(`" ${operator} \\"`)),
    // A line that goes on behind a backslash.
    ...Array.from("abcdefghijklmnopqrstuvwxyz0123456789-_+/=.~", (next) => whole2(`\\
${next}`)),
    whole2("\\\r\n")
  ];
}
function tokenEnd(data, at, end) {
  return runEnd(data, at, end, TOKEN);
}
function cutAt(look2, data, at, start, end) {
  const to = at > start && data[at - 1] === BACKSLASH2 && QUOTE3[data[at]] === 1 ? at - 1 : at;
  let from = to;
  while (from > start && from >= to - MAX_HEAD && TOKEN[data[from - 1]] === 1) from--;
  look2.saw(from - 1, at + 1);
  if (from === to || to - from > MAX_HEAD) return void 0;
  const behind = QUOTE3[data[to]] === 1 ? gapEnd(look2, data, to + 1, end) : to;
  if (behind < end && GOES[data[behind]] === 0) return void 0;
  if (behind + 1 < end && QUOTE3[data[behind]] === 1 && restEnd(look2, data, from, behind + 1, end) < 0) return void 0;
  const seam = seamAt(look2, data, from, to, start, end);
  if (!seam || seam.by === "fold") return void 0;
  const rest = restEnd(look2, data, from, seam.next, end);
  if (rest < 0) return void 0;
  const another = rest < end && rest - seam.next < MIN_REST && seamAt(look2, data, seam.next, rest, seam.next, end) !== void 0;
  return rest - seam.next >= MIN_REST || another ? { from, to } : void 0;
}
function restEnd(look2, data, from, next, end) {
  const rest = tokenEnd(data, next, Math.min(end, next + MAX_JOINED));
  look2.saw(from, rest + 1);
  return rest - next < FIRST_PIECE || isPlain(data, next, rest) ? -1 : rest;
}
function isPlain(data, from, to) {
  if (data[from] === DIGESTS[0][0] && DIGESTS.some((text) => text.every((byte, i) => data[from + i] === byte))) return true;
  for (let i = from; i < to; ) {
    const byte = data[i];
    if (byte === EQUALS2 && (i + 1 === to || !isLetterByte(data[i + 1]))) return false;
    i = isDigitByte(byte) ? numberEnd(data, i, to) : isLetterByte(byte) ? wordEnd(data, i, to) : i + 1;
    if (i < 0) return false;
  }
  return true;
}
function numberEnd(data, from, to) {
  let i = from;
  while (i < to && isDigitByte(data[i])) i++;
  return i - from > MAX_DIGITS || i < to && isLetterByte(data[i]) ? -1 : i;
}
function wordEnd(data, from, to) {
  let i = from + 1;
  if (isUpperByte(data[from])) {
    while (i < to && isUpperByte(data[i])) i++;
    if (i > from + 1) return i - from > MAX_CAPITALS || i < to && isAlphanumericByte(data[i]) ? -1 : i;
  }
  while (i < to && isLowerByte(data[i])) i++;
  if (i === to || !isAlphanumericByte(data[i])) return i;
  return i - from >= MIN_WORD && beginsWord(data, i, to) ? i : -1;
}
function beginsWord(data, at, to) {
  if (!isUpperByte(data[at]) || at + MIN_WORD > to) return false;
  for (let i = at + 1; i < at + MIN_WORD; i++) if (!isLowerByte(data[i])) return false;
  return true;
}
function gapEnd(look2, data, from, end) {
  const limit = Math.min(end, from + MAX_GAP2);
  let i = from;
  while (i < limit) {
    const byte = data[i];
    if (byte === SPACE3 || byte === TAB3 || byte === LF3 || byte === CR3) i++;
    else if (byte === BACKSLASH2 && (data[i + 1] === LF3 || data[i + 1] === CR3 && data[i + 2] === LF3)) i++;
    else break;
  }
  look2.saw(from, i + 3);
  return i;
}
function quoteAt(data, at, end) {
  if (at >= end) return void 0;
  const byte = data[at];
  if (QUOTE3[byte] === 1) return { quote: byte, length: 1 };
  if (byte === BACKSLASH2 && at + 1 < end && QUOTE3[data[at + 1]] === 1) return { quote: data[at + 1], length: 2 };
  return void 0;
}
function seamAt(look2, data, from, at, start, end) {
  look2.saw(at, at + 3);
  if (at >= end) return void 0;
  const byte = data[at];
  const close = quoteAt(data, at, end);
  if (close) return quotedSeam(look2, data, at + close.length, end);
  if (byte === BACKSLASH2) {
    const line = data[at + 1] === LF3 ? at + 2 : data[at + 1] === CR3 && data[at + 2] === LF3 ? at + 3 : 0;
    if (line === 0) return void 0;
    const next = blanksEnd(data, line, end);
    look2.saw(at, next + 1);
    return next < end && TOKEN[data[next]] === 1 ? { next, by: "backslash" } : void 0;
  }
  if (byte === LF3 || byte === CR3 && data[at + 1] === LF3) {
    if (at - from < MIN_FOLDED || isWrapped(look2, data, from, start)) return void 0;
    const next = blanksEnd(data, at + (byte === CR3 ? 2 : 1), end);
    const rest = tokenEnd(data, next, Math.min(end, next + MAX_JOINED));
    look2.saw(at, rest + 1);
    if (rest - next < MIN_FOLDED_REST || isPlain(data, next, rest)) return void 0;
    const last = data[rest];
    const alone = rest >= end || last === LF3 || last === CR3 || QUOTE3[last] === 1 || last === 60;
    return alone ? { next, by: "fold" } : void 0;
  }
  return void 0;
}
function quotedSeam(look2, data, behind, end) {
  let i = gapEnd(look2, data, behind, end);
  const operatorAt = i;
  while (i < end && i < operatorAt + 2 && OPERATOR[data[i]] === 1) i++;
  const operator = i > operatorAt;
  if (operator && (data[operatorAt] === 62 || data[operatorAt] === 60 && data[operatorAt + 1] !== 62)) return void 0;
  if (operator) i = gapEnd(look2, data, i, end);
  look2.saw(behind, i + 5);
  let prefix = i;
  while (prefix < end && prefix < i + 2 && isPrefix2(data[prefix])) prefix++;
  const open = quoteAt(data, prefix, end) ?? quoteAt(data, prefix = i, end);
  if (!open || prefix > i && i === behind) return void 0;
  const next = prefix + open.length;
  if (next >= end || TOKEN[data[next]] === 0) return void 0;
  return { next, by: operator ? "operator" : "adjacent" };
}
function runStart(data, from, start) {
  let i = from;
  while (i > start && (TOKEN[data[i - 1]] === 1 || data[i - 1] === SPACE3 || data[i - 1] === TAB3)) i--;
  return i;
}
function isWrapped(look2, data, from, start) {
  const i = runStart(data, from, start);
  look2.saw(i - MIN_FOLDED - 3, from);
  if (i <= start || data[i - 1] !== LF3) return false;
  const last = data[i - 2] === CR3 ? i - 3 : i - 2;
  let begin = last;
  while (begin >= start && begin > last - MIN_FOLDED && TOKEN[data[begin]] === 1) begin--;
  return last - begin >= MIN_FOLDED;
}
function blanksEnd(data, from, end) {
  const limit = Math.min(end, from + MAX_GAP2);
  let i = from;
  while (i < limit && (data[i] === SPACE3 || data[i] === TAB3)) i++;
  return i;
}
function isPrefix2(byte) {
  const lower = byte | 32;
  return lower === 114 || lower === 98 || lower === 117 || lower === 102 || byte === 76 || byte === AT2 || byte === DOLLAR;
}
function joinPieces(look2, data, from, at, start, end) {
  let seam = seamAt(look2, data, from, at, start, end);
  if (!seam) return void 0;
  const folded = seam.by === "fold";
  const builder = new ViewBuilder(data);
  let begin = from;
  const lowest = Math.max(start, from - BEFORE);
  while (begin > lowest && data[begin - 1] !== LF3) begin--;
  builder.copy(begin, at);
  const firstPiece = builder.length;
  let unsure = false;
  let stop = at;
  for (let pieces = 1; seam && pieces < MAX_PIECES && builder.length < MAX_JOINED; pieces++) {
    if (seam.by === "fold" !== folded) break;
    unsure ||= seam.by === "adjacent" || seam.by === "fold";
    stop = tokenEnd(data, seam.next, Math.min(end, seam.next + MAX_JOINED));
    look2.saw(from, stop + 1);
    builder.copy(seam.next, stop);
    seam = seamAt(look2, data, seam.next, stop, seam.next, end);
  }
  builder.copy(stop, Math.min(end, stop + BEHIND));
  look2.saw(begin - 1, stop + BEHIND);
  const encoding = folded ? "folded-lines" : "concatenation";
  return builder.view(encoding, begin, Math.min(end, stop + BEHIND), { firstPiece, lastPiece: stop, unsure });
}
var MAX_GAP2, MAX_PIECES, BEFORE, BEHIND, MAX_JOINED, MIN_FOLDED, MIN_FOLDED_REST, MIN_REST, MAX_HEAD, TOKENS, TOKEN, QUOTES, QUOTE3, OPERATORS, OPERATOR, GOES_ON, GOES, TAB3, LF3, CR3, SPACE3, BACKSLASH2, DOLLAR, AT2, EQUALS2, seams, MAX_DIGITS, MAX_CAPITALS, MIN_WORD, DIGESTS;
var init_joins = __esm({
  "src/detect/decode/joins.ts"() {
    "use strict";
    init_bytes();
    init_prefilter();
    init_view2();
    MAX_GAP2 = 160;
    MAX_PIECES = 64;
    BEFORE = 128;
    BEHIND = 32;
    MAX_JOINED = 8192;
    MIN_FOLDED = 12;
    MIN_FOLDED_REST = 4;
    MIN_REST = 12;
    MAX_HEAD = 48;
    TOKENS = `${ALPHANUMERIC}-_+/=.~`;
    TOKEN = byteSet(TOKENS);
    QUOTES = `"'\``;
    QUOTE3 = byteSet(QUOTES);
    OPERATORS = ["+", ".", "..", "&", "~", "^", "++", "<>", "||"];
    OPERATOR = byteSet(OPERATORS.join(""));
    GOES_ON = `${QUOTES}${OPERATORS.join("")}\\rRbBuUfFL@$`;
    GOES = byteSet(GOES_ON);
    [TAB3, LF3, CR3, SPACE3, BACKSLASH2, DOLLAR, AT2, EQUALS2] = [9, 10, 13, 32, 92, 36, 64, 61];
    seams = {
      always: true,
      literals: seamLiterals(),
      run: ({ decoder }, at) => decoder.seam(at)
    };
    MAX_DIGITS = 4;
    MAX_CAPITALS = 5;
    MIN_WORD = 3;
    DIGESTS = ["sha1-", "sha256-", "sha384-", "sha512-"].map((text) => Buffer.from(text));
  }
});

// src/detect/decode/base64.ts
function placesOf2(value) {
  const first = value >= 32 >> 2 && value < 128 >> 2 || value === TAB4 >> 2 || value === CR4 >> 2 || value === 0;
  const high = value & 15;
  const second = high < 8 && high !== 1;
  const third = (value & 3) < 2;
  return (first ? 1 : 0) | (second ? 2 : 0) | (third ? 4 : 0) | 8;
}
function seekBase64(data, from, to, found2) {
  const [p0, p1, p2, p3] = PHASES;
  const last = to - SEEN;
  for (let at = from; at <= last; at += BLOCK) {
    const few2 = p0[data[at]] & p3[data[at + 3]] & p1[data[at + 5]] & p0[data[at + 8]] & p2[data[at + 10]] & p3[data[at + 11]];
    if (few2 === 0) continue;
    let all = few2;
    for (let k = 0; k < SEEN; k++) all &= PHASES[k & 3][data[at + k]];
    if (all === 0) continue;
    const next = found2(at);
    if (next > at + BLOCK) at = next - BLOCK;
  }
}
function readRun(look2, data, at, start, end, lowest = start) {
  let from = at;
  while (from > lowest && VALUE2[data[from - 1]] !== 255) from--;
  let to = at;
  while (to < end && VALUE2[data[to]] !== 255) to++;
  look2.saw(from - 1, to + 1);
  const text = to - from < MIN_RUN ? void 0 : firstText(data, from, to);
  return text ? decode(look2, data, text.at, start, end, text.width) : { view: void 0, start: from, end: Math.max(to, at + 1) };
}
function firstText(data, from, to) {
  let first;
  for (let phase = 0; phase < 4; phase++) {
    for (const width of WIDTHS) {
      const last = (first ? Math.min(to, first.at + MIN_RUN - 1) : to) - MIN_RUN;
      for (let begin = from + phase, group = 0; begin <= last; begin = group + 4) {
        group = begin + MIN_RUN - 4;
        while (group >= begin && isText(data, group, turned(width, group - from - phase))) group -= 4;
        if (group >= begin) continue;
        first = { at: begin, width: turned(width, begin - from - phase) };
        break;
      }
    }
  }
  return first;
}
function readAnchored(look2, data, at, start, end) {
  look2.saw(at - 2, at + 1);
  if (at > start && VALUE2[data[at - 1]] !== 255 && !isBreak(data, at)) return { view: void 0, start: at, end: at + 1 };
  look2.saw(at, at + SEEN);
  if (at + SEEN > end) return { view: void 0, start: at, end: at + 1 };
  const width = WIDTHS.find((width2) => [0, 4, 8].every((more2) => isText(data, at + more2, turned(width2, more2))));
  const run11 = width && decode(look2, data, at, at, end, width);
  return run11 && run11.end - at >= MIN_ANCHORED ? run11 : { view: void 0, start: at, end: at + 1 };
}
function isBreak(data, at) {
  return (data[at - 1] === LOWER_N || data[at - 1] === LOWER_R2) && data[at - 2] === BACKSLASH3;
}
function turned(width, chars) {
  if (width === "narrow" || (chars & 4) === 0) return width;
  return width === "wide" ? "odd" : "wide";
}
function readValue2(look2, data, from, to, start, end) {
  look2.saw(from, to);
  let pad = to;
  while (pad > from && pad > to - 2 && data[pad - 1] === PAD) pad--;
  const length = pad - from;
  if (to - from < (pad < to ? MIN_PADDED : MIN_VALUE) || length % 4 === 1) return void 0;
  if (!isText(data, from) && !isText(data, from, "wide")) return void 0;
  if (pad < to && (to - from) % 4 !== 0) return void 0;
  for (let at = from; at < pad; at++) if (VALUE2[data[at]] === 255) return void 0;
  const spare = length % 4 === 2 ? 15 : length % 4 === 3 ? 3 : 0;
  if ((VALUE2[data[pad - 1]] & spare) !== 0) return void 0;
  const text = data.toString("latin1", from, to);
  const decoded = Buffer.from(text, "base64");
  const width = isPlain2(decoded[1]) ? "narrow" : "wide";
  if (textLength(decoded, 0, width, isPlain2) < decoded.length || isTokenBeginning(text)) return void 0;
  if (width === "wide" && decoded.length % 2 === 1) return void 0;
  const run11 = decode(look2, data, from, start, end, width);
  return run11.view && run11.end >= to ? run11 : void 0;
}
function isText(data, at, width = "narrow") {
  const [a, b, c, d] = [VALUE2[data[at]], VALUE2[data[at + 1]], VALUE2[data[at + 2]], VALUE2[data[at + 3]]];
  if ((a | b | c | d) > 63) return false;
  const bits = a << 18 | b << 12 | c << 6 | d;
  const [first, second, third] = [bits >>> 16, bits >>> 8 & 255, bits & 255];
  if (width === "odd") return first === 0 && isPlain2(second) && third === 0;
  return isPlain2(first) && (width === "narrow" ? isPlain2(second) : second === 0) && isPlain2(third);
}
function isPlain2(byte) {
  return byte >= SPACE4 ? byte < 127 : byte === LF4 || byte === CR4 || byte === TAB4;
}
function decode(look2, data, from, start, end, width) {
  const pieces = [];
  let text = "";
  let size2 = 0;
  let at = from;
  let step2 = FIRST_STEP;
  for (let sane = true; sane && size2 < MAX_DECODED; ) {
    let stop2 = at;
    const limit = Math.min(end, at + step2);
    step2 = Math.min(STEP, 4 * step2);
    while (stop2 < limit && VALUE2[data[stop2]] !== 255) stop2++;
    look2.saw(from, stop2 + 1);
    pieces.push({ at, before: text.length });
    text += data.toString("latin1", at, stop2);
    const more2 = Buffer.from(text.slice(Math.floor(size2 / 3) * 4), "base64");
    const good = textLength(more2, size2 % 3, turned(width, 4 * (Math.floor(size2 / 3) & 1)), isAny);
    sane = good === more2.length;
    size2 += good - size2 % 3;
    if (!sane) break;
    const goesOn = stop2 === limit && VALUE2[data[stop2]] !== 255;
    const next = goesOn ? stop2 : lineBreak(look2, data, stop2, end) ?? seamAt(look2, data, at, stop2, at, end)?.next;
    if (next === void 0 || next >= end || VALUE2[data[next]] === 255) break;
    at = next;
  }
  const placeOf2 = (char) => {
    let i = pieces.length - 1;
    while (pieces[i].before > char) i--;
    return pieces[i].at + char - pieces[i].before;
  };
  if (size2 === 0) return { view: void 0, start: from, end: from + 1 };
  const startOfByte = (byte) => placeOf2(Math.floor(byte / 3) * 4 + byte % 3);
  const endOfByte = (byte) => placeOf2(Math.floor(byte / 3) * 4 + byte % 3 + 1) + 1;
  let stop = endOfByte(size2 - 1);
  while (stop < end && data[stop] === PAD) stop++;
  look2.saw(from, stop + 1);
  const bytes2 = Buffer.from(text, "base64").subarray(0, size2);
  const byteOf = (char) => width === "narrow" ? char : 2 * char + (width === "odd" ? 1 : 0);
  const startOf = (char) => startOfByte(byteOf(char));
  const endOf = (char) => endOfByte(byteOf(char));
  const decoded = width === "narrow" ? bytes2 : Buffer.from(bytes2.filter((_, index) => (index & 1) === (width === "odd" ? 1 : 0)));
  if (decoded.length === 0) return { view: void 0, start: from, end: from + 1 };
  const view = { data: decoded, startOf, endOf, from, to: Math.min(end, stop + 1), encoding: "base64" };
  const isValue = decoded.length <= MAX_VALUE2 && decoded.every((byte) => byte > SPACE4);
  return { view: isValue ? valueView(look2, data, view, from, stop, start, end) : view, start: from, end: stop };
}
function textLength(bytes2, from, width, isChar) {
  let at = from;
  if (width === "narrow") while (at < bytes2.length && isChar(bytes2[at])) at++;
  else {
    const zero = width === "odd" ? 0 : 1;
    while (at < bytes2.length && ((at & 1) === zero ? bytes2[at] === 0 : isPlain2(bytes2[at]))) at++;
  }
  return at;
}
function isAny(byte) {
  return byte >= 128 || isPlain2(byte);
}
function lineBreak(look2, data, at, end) {
  let i = at;
  while (i + 1 < end && data[i] === BACKSLASH3 && (data[i + 1] === LOWER_N || data[i + 1] === LOWER_R2)) i += 2;
  look2.saw(at, i + 2);
  return i > at ? i : void 0;
}
function valueView(look2, data, value, from, to, start, end) {
  const builder = new ViewBuilder(data);
  let lineAt = from;
  const lowest = Math.max(start, from - BEFORE2);
  while (lineAt > lowest && data[lineAt - 1] !== LF4) lineAt--;
  builder.copy(lineAt, from);
  const before = lineAt < from ? data[from - 1] : 0;
  const quoted2 = before === 34 || before === 39 || before === 96;
  const quote2 = value.data.includes(34) ? 39 : 34;
  if (!quoted2) builder.push(quote2, from, from);
  for (let i = 0; i < value.data.length; i++) builder.push(value.data[i], value.startOf(i), value.endOf(i));
  if (!quoted2) builder.push(quote2, to, to);
  const behind = Math.min(end, to + BEHIND2);
  builder.copy(to, behind);
  look2.saw(lineAt - 1, to + BEHIND2);
  return builder.view("base64", lineAt, behind);
}
var BLOCK, SEEN, MIN_RUN, MIN_PADDED, MIN_VALUE, MIN_ANCHORED, MAX_DECODED, MAX_VALUE2, BEFORE2, BEHIND2, LETTERS, PAD, TAB4, LF4, CR4, SPACE4, BACKSLASH3, LOWER_N, LOWER_R2, VALUE2, PHASES, base64, WIDTHS, FIRST_STEP, STEP;
var init_base64 = __esm({
  "src/detect/decode/base64.ts"() {
    "use strict";
    init_token_header();
    init_joins();
    init_view2();
    BLOCK = 48;
    SEEN = 12;
    MIN_RUN = BLOCK + SEEN;
    MIN_PADDED = 8;
    MIN_VALUE = 12;
    MIN_ANCHORED = 20;
    MAX_DECODED = 65536;
    MAX_VALUE2 = 512;
    BEFORE2 = 128;
    BEHIND2 = 8;
    LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    PAD = 61;
    [TAB4, LF4, CR4, SPACE4, BACKSLASH3, LOWER_N, LOWER_R2] = [9, 10, 13, 32, 92, 110, 114];
    VALUE2 = new Uint8Array(256).fill(255);
    for (let i = 0; i < 64; i++) VALUE2[LETTERS.charCodeAt(i)] = i;
    VALUE2[45] = 62;
    VALUE2[95] = 63;
    PHASES = [0, 1, 2, 3].map((k) => {
      const table = new Uint8Array(256);
      for (let byte = 0; byte < 256; byte++) {
        if (VALUE2[byte] === 255) continue;
        const places2 = placesOf2(VALUE2[byte]);
        for (let phase = 0; phase < 4; phase++) if (places2 >> (k - phase + 4 & 3) & 1) table[byte] |= 1 << phase;
      }
      return table;
    });
    base64 = {
      always: true,
      literals: [],
      run: ({ decoder }, at) => decoder.anchored(at)
    };
    WIDTHS = ["narrow", "wide", "odd"];
    FIRST_STEP = 64;
    STEP = 8192;
  }
});

// src/wasm/core-code.ts
var CODE;
var init_core_code = __esm({
  "src/wasm/core-code.ts"() {
    "use strict";
    CODE = "AGFzbQEAAAAB9AEbYAJ/fwF/YAABf2ADf39/AX9gBH9/f38Bf2ADf39/AGABfwF/YAF/AGAEf39/fwBgAABgBn9/f39/fwF/YAd/f39/f39/AX9gBX9/f39/AGAGf39/f39/AGAKf39/f39/f39/fwF/YAV/f39/fwF/YAl/f39/f39/f38AYAd/f39/f39/AGACf38AYAV+f39/fwF/YAh/f39/f39/fwF/YAp/f39/f39/f39/AGALf39/f39/f39/f38AYAp/f398f3x/f39/AX9gAXwAYBF/f39/f39/f39/f39/f39/fwBgBX9/fHx/AGAIf39/f39/f38AAjwEA2VudgRmdWxsAAgDZW52C3RyZWVzV2FudGVkAAUDZW52CXRyZWVzTmFtZQAAA2VudgZtZW1vcnkCAAIDYmEDAgADCQACAwMABQYHCgAABhEGABIABggJEwICCg0DCQUOCAEAAQQBARQGBwoVAA8EAQYHCxYBBBcQAhgEEAQABQIFAgEBAQEBBw0EBwsPAhkLCQMODAEMAwgMAhoFAAQABuEFkwF/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfgFCAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBFAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfgFCAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBFAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBFAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBFAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAsHsgZCBGZyZWUASgRzZWVrAAcFc2V0dXAAMAphcHBseURlbHRhABwKc2Vla0Jhc2U2NAAkC3NldHVwQmFzZTY0AGIHaW5mbGF0ZQAKCW9wZW5EZWx0YQAbCm9wZW5PYmplY3QACwplbnRlckNoaWxkAAkJZW50ZXJSb290AAgEbGlmdAA1CG1ha2VSb29tABgGcGF0aEF0ADQDcHV0ADMJc2V0dXBQYXRoADIKc2V0dXBOYW1lcwA8CHNldHVwSWRzAEwHdGFrZUlkcwBLCnNldHVwVHJlZXMALAl0YWtlTGlua3MAKwl0YWtlUGFpcnMAKglrZWVwTG9va3MAYQ1zZXR1cEJsb2JXYWxrAF8Jd2Fsa0Jsb2JzAF4Nc2V0dXBUcmVlV2FsawApCXRha2VUcmVlcwAoCXZpc2l0VHJlZQANCXdhbGtUcmVlcwAnCHdhbGtlZFRvACYKcmVhZENvbW1pdAAeC3JlYWRDb21taXRzAFsMc2V0dXBDb21taXRzAFoLdGFrZUNvbW1pdHMAWQRrZWVwAC8GcmVjYWxsAAYLc2V0dXBSZWNhbGwALg1zZXR1cFJlZnVzYWxzAC0KY2FycnlMb29rcwAgC2ZpbmRDaGFuZ2VzAB8Kc2V0dXBDYXJyeQBdCWJlZ2luU29ydAA7DGNvdW50T2Zmc2V0cwA6DHBsYWNlQnVja2V0cwA5C3JlYWRIZWFkZXJzADgLc29ydEJ1Y2tldHMANw1zcHJlYWRPZmZzZXRzADYOYXJyYW5nZUNvbW1pdHMAUQhmbG93RG93bgBQBmZsb3dVcABPCG1vdmVFbmRzAE4Lc29ydENvbW1pdHMATQtlbXB0eUhvbGxvdwBFDGxpc3RQb3NpdGlvbgBECW1ha2VMaXN0cwBCDHBsYWNlVGFyZ2V0cwBBCnBsYWNlVHJlZXMAQAhyZW51bWJlcgA/CnNldHVwTGlzdHMAPgpsaW5rRm9yZXN0AFgJbGlzdFJvb3RzAFcLb3JkZXJGb3Jlc3QAVgxzZXR0bGVGb3Jlc3QAVQxzcHJlYWRGb3Jlc3QAVAx3ZWlnaEVudHJpZXMAUwZtZW1vcnkCAAgBJQwBAQra0QFhqwUCDX8DfkEBIQVBASEIA0AgCEEPTQRAIAVBAXQgACAIQQF0ai8BACIEayIFQQBIBEBBfw8LIAggCSAEGyEJIAhBAWohCAwBCwsgBQRAIANBB0cgCUEBTXEEfyACIAkEfyABIAAvAaAFQQJ0aigCAEGBAmoFQYCAgIAECzYCACACQYCAgIAENgIEQQQFQX8LDwsgCSADIAMgCUsbIQtBACEIQQEhBwNAIAcgC00EQCAIBEBBAiAHdCEEIAIhBQNAIAUgAiAEakkEQCAFKQMIIREgBSkDECESIAUpAxghEyAEIAVqIgYgBSkDADcDACAGIBE3AwggBiASNwMQIAYgEzcDGCAFQSBqIQUMAQsLC0EBIAd0QQFrIQQgACAHQYAFbGoiBSAAIAdBAXRqLwEAQQF0aiEGA0AgBSAGSQRAIAIgCEECdGogASAFLwEgQQJ0aigCACAHQYECbGo2AgAgCEGAgICAeCAEIAhzZ3YiCEEBa3EgCHIhCCAFQQJqIQUMAQsLIAdBAWohBwwBCwsgAyAJSQRAIAAhBkEBIAN0QQEgCSADa3QiDGshCkF/IQQgA0EBaiEHA0AgByAJTQRAQQEgB3RBAWshDUEBIAcgA2t0IQ4gBiAHQYAFbGoiACAGIAdBAXRqLwEAQQF0aiEPA0AgACAPSQRAIAhBASADdEEBa3EiBSAERwRAIAIgBUECdGogCSADayAKIAxqIgpBDXRBgICAgAVycjYCACAFIQQLIAEgAC8BIEECdGooAgAgB0GBAmxqIRAgCCADdiEFA0AgBSAMSQRAIAIgBSAKakECdGogEDYCACAFIA5qIQUMAQsLIAhBgICAgHggCCANc2d2IgVBAWtxIAVyIQggAEECaiEADAELCyAHQQFqIQcMAQsLC0EEIAt0QQRrCz0BAX8jISN9RgRAEAALIyFBAnQiAyN7aiABIAFBf3MgABs2AgAjfCADaiACNgIAIyEiAEEBaiQhIzYgAGoL8AECAX8BfgNAIABBIGoiAiABTQRAIAMgACkDGCIDQoGChIiQoMCAAX0gA0J/hYMgACkDECIDQoGChIiQoMCAAX0gA0J/hYMgACkDACIDQoGChIiQoMCAAX0gA0J/hYMgACkDCCIDQoGChIiQoMCAAX0gA0J/hYOEhISEIQMgAiEADAELCwNAIABBCGoiAiABTQRAIAMgACkDACIDQoGChIiQoMCAAX0gA0J/hYOEIQMgAiEADAELCyADQoCBgoSIkKDAgH+DQgBSBEBBAQ8LA0AgACABSQRAIAAtAABFBEBBAQ8LIABBAWohAAwBCwtBAAu0BQIDfwF+An8jUAR/I1AgAGotAAAFQQALIgRBAUYEQCADIAFBA2oiBEHAAmoiBSADIAVJGyEFAn8DQCAEIAVJBEACQEEAIAQtAAAiBkElRiAGQcAARnINAxogBkEvRiAGQSFJciAGQSJGciAGQSdGciAGQeAARnIgBkHcAEZyDQAgBEEBaiEEDAILCwsgAyAEQQFqIgQgAyAESRsLDAELIARBAkYEfwJ/IAMgAUH4AGoiBCADIARJGyEFI09FBEAQGgsgASEEA0AgBCAFSQR/IAQtAABBgAhqLQAAQQFxBUEACwRAIARBAWohBAwBCwtBACAEIAVGBH9BAQUgBC0AAEEvRwsNABogAiABQQJrIgQgAiAESxshBANAIAQgBUkEQEEAAn8CQAJAAkACQAJAAkACQAJAIAQoAgBBoMCAgQJyIgZB/wFxQeEAaw4UBAUGBwcHBwcHBwAHBwcHAwcHAgEHCyAGQf///wdxQevK5QNGDAcLIAZB9N6tqwZGDAYLIAZB88qNkwdGDAULIAZB8MLNmwdGDAQLIAZB4erRwwZGDAMLIAZB4sqFkwdGDAILIAZB4+SVowZGDAELQQALDQIaIARBAWohBAwBCwsgAyAFQQFqIgQgAyAESRsLBUEACwsiBARAQYQKIAEgAiABQQJrIgAgACACSRsiAGs2AgBBiAogBCAAazYCAEGACg8LIACtIQcgAUEIayEEA0AgBCABQSBqSQRAIAIgBE0gBEEIaiADTXEEfiAEKQMABUIACyAHhUKV+Kn6l7fem55/fiIHIAdCHYiFIQcgBEEIaiEEDAELCyAHIAAgASACIAMQFyIEBH8gBAUgAUEIaiADTSABIAJPcQR+IAEpAwAFQgALIACthUKV+Kn6l7fem55/fiIHIAdCHYiFIAAgASACIAMQFwsLtAkCEn8BfiADJA8gBCQXIwIjdEEDdGohCiMCIQYDQCAAIAFJBEAgACMlIQNBACEEA0ACQCAEIAUEfyAFBSACIAAoAgBqQQFrCyIESw0AIAIgACgCBGpBCGoiBSMXIgggBSAISRsiCCAEIyVBgIACaiADa0EBdkF4cWoiBSAFIAhLGyIFIARLBEAjbiEJA0AgBCkDAEKgwICBgoSIkCCEIhinQYP85/AEbCELIAMgBDYCACADIAkgC0EPdmooAgAgC3ZBAXFBAnRqIgMgBEECajYCACADIAkgGEIQiKdBg/zn8ARsIgNBD3ZqKAIAIAN2QQFxQQJ0aiIDIARBBGo2AgAgBCgCBkGgwICBAnJBg/zn8ARsIQsgAyAJIBhCIIinQYP85/AEbCIDQQ92aigCACADdkEBcUECdGoiAyAEQQZqNgIAIAMgCSALQQ92aigCACALdkEBcUECdGohAyAFIARBCGoiBEsNAAsLIAVBACAFIAhJGyIFDQAgCEEIaiEEIAMjJUGAgAFqSSABIABBCGoiAEtxDQELCyADIyVGDQEjJSIQIQQDQCAQKAIAIggvAQRBoMAAciEJI1EgCCgCAEGgwICBAnJBg/zn8ARsIgtBDXZBcHFqIgwoAgAgC0EPdCILIAlB65Svr3hsakEbdnYgDC8BBCALIAlB/wFxQeuUr694bGpBHHZ2ciAMLwEGIAsgCEEBay0AAEEgckHrlK+veGxqQRx2dnIgDCgCCCALQRt2dnIhCSAEIAg2AgAgBCAJQQFxQQJ0aiEEIBBBBGoiECADSQ0ACyAEIQggAEEIaiAAIAUbIQtBACEEQQhrIRAjJSEPA0AgCCAPSwRAAkAgDygCACETA0AgBCATTQRAIAsgEEEIaiIQRwRAIAIgECgCAGokdSACIBAoAgRqJFIjUkEIaiIDIxciBCADIARJGyEEDAILCwsgCyAQRg0AIAYhAyNRIBMoAgBBoMCAgQJyIgZB/wFyIAYgEyMPSBsiBkGAgIB4ciAGIxcgE0EEakkbIglBg/zn8ARsQQ12QXBxaigCDCIGBEAjbyAGQQFrQQxsaiESA0AgEigCCCEOIBIoAgAgCUYEQCATIA5BBnZBP3FrIQYgDkE/cSIHBH8gEigCBCAGIAdqKAIAQaDAgIECckYFQQELBEAgBkEBaiEUI3AgDkEMdkH//x9xIg1BAnRqKAIAIgYEfyAGIBQQMQVBAQsEQCNyIA1BAnRqIgYoAgAhEUEAIQwCQCAUI3VJIBQjUk9yIBQjD0hyIxcgBigCBCARayIHIBRqSXINACNzIA1qLQAAQQBHIQYjcSARaiEVQQAhEQNAIAcgEUsEQCARIBRqLQAAIhYgESAVai0AACIXRwR/IBZBwQBrQRpJIAZxIBZBIGogF0ZxBUEBC0UNAiARQQFqIREMAQsLQQEhDAsFQQAhDAsgDAR/IAMgDTYCACADIBQ2AgQgA0EIagUgAwshAwsLIBJBDGohEiAOQQBODQALCyAKIAMiBk0EQCMCQQhrIBNBAmo2AgAjAkEEayADIwJrQQN2NgIAIBAPCyAPQQRqIQ8MAgsLCwwBCwsjAkEEayAGIwJrQQN2NgIAIAALTgAgACABIzMjVhALIgBBAE4EQEHQlgMjMzYCAEHUlgMgADYCAEHYlgMjGQR/IAAgACMZbkECakECdGoFIAALNgIAQdyWA0F/NgIACyAAC54BAQJ/IAEgAiN2IABBFGxB0JYDaiIDKAIEIgQjViN3EBsiAUEASARAQX8PCyAAIAEQGCICRQRAQX8PCyADKAIAIAQgAiABIy0jQCNBI3gQHCIDQQBIBEBBfw8LI0IgAzYCACAAQRRsQeSWA2oiACACNgIAIAAgATYCBCAAIxkEfyABIAEjGW5BAmpBAnRqBSABCzYCCCAAQX82AgwgAQvKAwEBfyAAQQJqIAFLBEBBfw8LIAAtAAEgAC0AAEEIdHIiBEGgngJxQYAQRwR/QQEFIARBH3ALBEBBfw8LQYCrASgCAEUEQBBcCyAAQQJqJARCACQFQQIkAyABJFRBwJYDIAFBCGo2AgBBxJYDIAI2AgBByJYDIAIgA2o2AgAgAiQJA0AjBEHAlgMoAgBLBEBBfw8LIwUjBCkDACMDrYaEJAUjBCMDQQN2QQdxQQdzaiQEIwNBOHJBA2skAyMFp0ECdiEAIwVCA4gkBQJ/IABBAXZBA3EiA0UEQAJ/QQAjBCMDQQJrQQN2a0EEaiIDI1RLDQAaQQAgA0EEay8BACIEIANBAmsvAQBzQf//A0cNABpBACAEI1QgA2tLDQAaQQAgBEHIlgMoAgAjCWtLDQAaIwkgAyAE/AoAACMJIARqJAkgAyAEaiQEQgAkBUECJANBAQsMAQsgA0EBRgRAEEgMAQtBACADQQNGDQAaEEcEfxBJBUEACwtFBEBBfw8LIABBAXFFDQALIwQjA0ECa0EDdmsiAEEEaiABSwRAQX8PC0F/IwkgAmsgAiMJEGMgACgCACIAQYD+g3hxQQh3IABB/4H8B3FBCHhyRxsLpAEBAn8Cf0EAIAAgAU8NABogAEEBaiEEIAAtAAAiAEEEdkEHcSQsIABBD3EkAEEEIQUDQCAAQYABTwRAQQAgASAETSAFQRJLcg0CGiAEIgBBAWohBCMAIAAtAAAiAEH/AHEgBXRyJAAgBUEHaiEFDAELCyAECyEAIyxFIABFciMsQQRLciMAIANLcgRAQX8PC0F/IwAiAyAAIAEgAiADEAogA0cbC9wCAQV/IAAgARAWBEBBASEDBUGUCiABIABrNgIAQQEhAwJAQZAKQZgKIAAgACABQQAQB0GYCkcNACMCIwJBBGsoAgBBA3RqIQQjAiECA0AgAiAESQRAIAIoAgAgAigCBCAAIAEQBiIFBH8gBSgCDAVBAQsNAiACQQhqIQIMAQsLQQAhAwsLIAMEf0EBBQJ/A0AgAEEMaiABTQRAQQEjGEGABmoiAyAALQALai0AACMYQYAEaiIEIAAtAApqLQAAIxgiBSAALQAIai0AACMYQYACaiICIAAtAAVqLQAAIAAtAAAgBWotAAAgAC0AAyADai0AAHFxcXFxIgYEfyAGIAAtAAkgAmotAAAgAC0AByADai0AACAALQAGIARqLQAAIAAtAAQgBWotAAAgAC0AASACai0AACAALQACIARqLQAAcXFxcXFxBUEACw0CGiAAQTBqIQAMAQsLQQALC0ULvgEBBH8jHCOIAUYEQBAACyAAQRRsIgJB5JYDaiEBIAJB0JYDaiEDIABBAE4iAARAIAMoAgxBAE4hAAsjhgEjHEECdGogAAR/IAMoAhAFQX8LNgIAI4cBIxxBAnRqIzYjIWo2AgAgASNJIxxqNgIQIxxBAWokHCABKAIAIQQgASgCBCECIAEgAAR/IAQgAiNBI0IoAgAgAygCACADKAIEIAMoAgwQEAUgBCACQQBBAEEAQQBBABAQCyIANgIMIAAL7gIBBn8jXyNgI4EBED0hAiAAQQAjWBsEQCACQX9HQQAjXyNgEAIbBEAjVyACakEBOgAACwsgAkF/RyNdI10bIQQjN0EBRgRAIAQEfyAAIAJBfxAEBUH/////BwshAyAABEAgAxATBSADQf////8HRwRAI0QjEUEEaiNeIxIoAgBxbGoiBigCAEEBayIFQf////8HRyAFQQBOcQR/IAZBBGohBgJ/A0AgASMRSQRAQQAgASAGaigCACMSIAFqKAIARw0CGiABQQRqIQEMAQsLQQELBUEACwRAIAMgBRAUBSADQX9zEBULCwsFIzdBASAAG0UEQEH/////BxATCwsgBEUEQA8LI1cgAmotAAAEQCAAIAJBfhAEGgsjNwR/QQAFI34jEigCACIBQYD+g3hxQQh3IAFB/4H8B3FBCHhyQQx2IgFBBXZBAnRqKAIAIAF2QQFxCwRAIxIQASIBQQBOBEAgACACQX0gAWsQBBoLCws3AANAIAIgA0kEQCAAIAEgAkECdGooAgBqIAAgASACQQFqIgJBAnRqKAIAahARGkEAEA4MAQsLC5oEAQh/IAAkYSAAIAFqJGIjYiQ4QQAkEyM4QQA2AgAgBCAFaiENIAIgA0EMbGohDCACIQUDQCAFIAxJBEAgBSgCBCIKIAUoAghqIAghACAGIQIgCiAHIAUoAgAiC2sgCmoiAyADIApIGyEOA0AgACACSQRAIA0gACACakEBdiIDQQJ0aigCACAOSARAIANBAWohAAUgAyECCwwBCwsgACECIAZBAWohA0EBaiEOA0AgAiADSQRAIA0gAiADakEBdiIJQQJ0aigCACAOSARAIAlBAWohAgUgCSEDCwwBCwsgAkEBayECA0AgACACSQRAIAcgDSAAQQJ0aigCACAKayALaiIDEBJFIAMjOCMTQQJ0aigCACIHRnJFBEAgAiEDIAcgC2sgCmohDgNAIAAgA0kEQCANIAAgA2pBAXYiCUECdGooAgAgDkgEQCAJQQFqIQAFIAkhAwsMAQsLDAILCwsgACACTgR/QQEFIAcgDSAAQQJ0aigCACAKayALakcLRQRAIAQgDSAIIAAQDyALIAprIQcjOCMTQQFqQQJ0aiEIIABBAWohAwNAIAIgA08EQCAIIA0gA0ECdGooAgAgB2o2AgAgA0EBaiEDIAhBBGohCAwBCwsjEyACIABraiQTIA0gAiIIQQJ0aigCACAKayALaiEHCyAFQQxqIQUMAQsLIAQgDSAIIAYQDyAHIAEQEgR/IxMFIxNBf3MLC6sBAQJ/IABBBWogAEEGaiAALQAFQSBGGyIAIAFPBH9BAQUgAC0AAEEgRwsEQEEADwsgAEEFay0AACIDQTRGBH9BAQVBAkEAIANBNkYbCyQ3IABBAWoiACRfIAAtAAAhAwNAIANBAEcgACABSXEEQCACQR9sIANqIQIgAEEBaiIALQAAIQMMAQsLIAAjEWogAU8EQEEADwsgACRgIAIkgQEgAEEBaiQSIxIjEWoLQgADQCAAIAFJBEAjYSAAaiNiEBEiAEUEQEEADwsgACNhayEAQQEQDiMTQQFqJBMjOCMTQQJ0aiAANgIADAELC0EBC5wBAQR/I0QjEUEEaiNeIxIoAgBxbGoiAigCAEEBayIDQQBOBH8gAkEEaiEEAn8DQCABIxFJBEBBACABIARqKAIAIxIgAWooAgBHDQIaIAFBBGohAQwBCwtBAQsFQQALBEAgAEH/////B0YEQA8LIANB/////wdHBEAgACADEBQPCwsgAiAAQQFqNgIAIAJBBGojEiMR/AoAACAAEBULLAEBfyMmI4ABRgRAEAALI38jJkEDdGoiAiAANgIAIAIgATYCBCMmQQFqJCYLMAAjBiNcRgRAEAALI1ojBiNZbGojEiMR/AoAACNbIwZBAnRqIAA2AgAjBkEBaiQGC0ABAX8gASAAa0ECSQR/QQAFIAAvAQAiAkH+/wNGIAJB//0DRnILBH9BAQUgACABIABBwD5qIgAgACABSxsQBQsLjQIBCH8gAEIgiKchCSM+Iz8gAEIIiKdxQQN0aiIMQYACaiEIA0AgCCAMSwRAIAwoAgQiC0UEQEEADwsCQCAMKAIAIAlHDQAgCygCACABcyIHQf////8DcQ0AIAsoAgggAiALKAIEayIGIANHIAMgBk4gB0GAgICAeHEbDQAgBmoiCiAERyAEIApNIAdBgICAgARxGw0AIAtBEGohBwJ/A0AgBkEIaiIFIApNBEBBACAGKQMAIAcpAwBSDQIaIAUhBiAHQQhqIQcMAQsLA0AgBiAKSQRAQQAgBi0AACAHLQAARw0CGiAGQQFqIQYgB0EBaiEHDAELC0EBCwRAIAsPCwsgDEEIaiEMDAELC0EAC9oBAQR/IABBAmpBwABLBEBBAA8LIxkEfyABIAEjGW5BAmpBAnRqBSABC0E/aiEEIABBFGxB0JYDaiIDKAIAIAMoAghqIQBB0JYDIQEDQCABIANNBEAgAiABKAIIaiECIAFBFGohAQwBCwsjNCAAIARqTSAAIzNrIAJrQYCAwABLcgRAIzMhAEHQlgMhAQNAIAEgA00EQCABKAIIIQIgASgCACIFIABHBEAgACAFIAL8CgAAIAEgADYCAAsgACACaiEAIAFBFGohAQwBCwsLIABBACM0IAAgBGpLGwuQAQIDfwJ8Ix8iAUEBaiQfA0AgAQRAIyogAEEDdGorAwAiBCMqIw0gAUEBa0EBdiICQQJ0aigCACIDQQN0aisDACIFZAR/QQEFIAQgBWEEfyMeIABBAnRqKAIAIx4gA0ECdGooAgBIBUEACwsEQCMNIAFBAnRqIAM2AgAgAiEBDAILCwsjDSABQQJ0aiAANgIAC6oEAQN/QQEkTwNAIABBgAJJBEAgAEGACGpBgAFBACAAQSByQeEAa0EaSSIBGyICQcEAciACIAEgAEEwa0EKSXIbOgAAIABBAWohAAwBCwtBoghBoggtAABBDnI6AABBpwhBpwgtAABBDnI6AABB4AhB4AgtAABBCnI6AABBqQhBqQgtAABBAnI6AABB3QhB3QgtAABBAnI6AABB3whB3wgtAABBwQFyOgAAQa0IQa0ILQAAQcEAcjoAAEGuCEGuCC0AAEHBAHI6AABBpAhBpAgtAABBEXI6AABBoAhBoAgtAABBxAByOgAAQYkIQYkILQAAQQRyOgAAQY0IQY0ILQAAQQRyOgAAQYoIQYoILQAAQQRyOgAAQawIQawILQAAQcQAcjoAAEG7CEG7CC0AAEEEcjoAAEG6CEG6CC0AAEHEAHI6AABBvQhBvQgtAABBxAByOgAAQfsIQfsILQAAQSRyOgAAQdwIQdwILQAAQQRyOgAAQaoIQaoILQAAQcAAcjoAAEHACEHACC0AAEHAAHI6AABBqwhBqwgtAABBwAByOgAAQb8IQb8ILQAAQcAAcjoAAEGlCEGlCC0AAEEQcjoAAEH+CEH+CC0AAEEQcjoAAEHbCEHbCC0AAEEwcjoAAEG8CEG8CC0AAEEQcjoAAEHxCEHxCC0AAEEgcjoAAEGoCEGoCC0AAEEgcjoAAEH8CEH8CC0AAEEgcjoAAEGhCEGhCC0AAEEgcjoAAAuhAwECfwJ/QQAgACABTw0AGiAAQQFqIQYgAC0AACIAQQR2QQdxJCwgAEEPcSQAQQQhBwNAIABBgAFPBEBBACABIAZNIAdBEktyDQIaIAYiAEEBaiEGIwAgAC0AACIAQf8AcSAHdHIkACAHQQdqIQcMAQsLIAYLIQACQCMAIARBAXRLQQEgABsNACMsQQZGBEADQCAAIAFPDQIgACIFQQFqIQAgBS0AAEGAAU8NAAsFIyxBB0YEQCABIAAgBWoiAEkNAgUMAgsLIAAgASACIwAiABAKIABHDQAgACACaiRAI0AhBUEAJABBACEBAn8DQEEAIAFBFUsgAiAFT3INARogAiIAQQFqIQIjACAALQAAIgBB/wBxIAF0ciQAIAFBB2ohASAAQYABTw0ACyACCyQtIy1FIwAgA0dyDQAjLSEAI0AhA0EAJABBACECAn8DQEEAIAJBFUsgACADT3INARogACIBQQFqIQAjACABLQAAIgFB/wBxIAJ0ciQAIAJBB2ohAiABQYABTw0ACyAACyQtQX8jACMtRSMAIARLchsPC0F/C/gFAgh/A34gBiAHQQxsaiEMIAYhB0F/IQ0DQCAEIAVJBEAgBEEBaiEIIAQtAAAiD0GAAUkEQCAPRSAIIA9qIAVLciALIA9qIANLcgRAQX8PCyACIAtqIQQCQCAPQcAASwRAIAQgCCAP/AoAAAwBCyAIKQMIIRAgCCkDECERIAgpAxghEiAEIAgpAwA3AwAgBCAQNwMIIAQgETcDECAEIBI3AxggCEEgaikDCCEQIAgpAzAhESAIKQM4IRIgBEEgaiAIKQMgNwMAIAQgEDcDKCAEIBE3AzAgBCASNwM4CyAIIA9qIQQgCyAPaiELDAILIAggD0H/AHFpaiAFSwRAQXwPC0EAIQpBACEJIA9BAXEEfyAILQAAIQogCEEBagUgCAshBCAPQQJxBEAgCiAELQAAQQh0ciEKIARBAWohBAsgD0EEcQRAIAogBC0AAEEQdHIhCiAEQQFqIQQLIA9BCHEEQCAKIAQtAABBGHRyIQogBEEBaiEECyAPQRBxBEAgBC0AACEJIARBAWohBAsgD0EgcQRAIAkgBC0AAEEIdHIhCSAEQQFqIQQLIA9BwABxBEAgCSAELQAAQRB0ciEJIARBAWohBAsgAa0gCq0gCUGAgAQgCRsiCK18VAR/QQEFIAOtIAutIAitfFQLBEBBfg8LIAIgC2ohCSAAIApqIQ8CQCAIQcAASwRAIAkgDyAI/AoAAAwBCyAPKQMIIRAgDykDECERIA8pAxghEiAJIA8pAwA3AwAgCSAQNwMIIAkgETcDECAJIBI3AxggD0EgaikDCCEQIA8pAzAhESAPKQM4IRIgCUEgaiAPKQMgNwMAIAkgEDcDKCAJIBE3AzAgCSASNwM4CyAKIA5GIAsgDUZxBEAgB0EEayIJIAkoAgAgCGo2AgAFIAcgDEkEQCAHIAs2AgAgByAKNgIEIAcgCDYCCCAHQQxqIQcLC0F/IAggC2oiCyAHIAxPGyENIAggCmohDgwBCwsgAyALRgR/IAcgBmtBDG4FQX0LC9gBAQZ/IAAjSkEBdGoiBSABTwRAQQAPCyMGI1xGBEAQAAsjWiMGI1lsaiEBIAAhAwNAIAMgBUkEQCADLQAAIgZBIHJB4QBrIQcgAy0AASIAQSByQeEAayEIIAQgBkEwayIEQRAgB0EKaiAHQQZPGyAEQQpJGyIGIABBMGsiAEEQIAhBCmogCEEGTxsgAEEKSRsiB3JyIQQgASIAQQFqIQEgACAGQQR0IAdyOgAAIANBAmohAwwBCwsgBEEPSwRAQQAPCyNbIwZBAnRqIAI2AgAjBkEBaiQGQQEL2QYCBH8BfCMdI40BRkEAIAIbBEAQAAsgACABaiEFIAAiAUEFaiAFTQR+IAEpAwBC9OSVq4YEhUIYhgVCAQtQBH8gAUEFaiAFI0sjHWpBgICAgAQgAhsQHQVBAAsEQCABI0pBAXRqQQZqIQEDQCABQQdqIAVNBH4gASkDAELwwsmr5o2dEIVCCIYFQgELUAR/IAFBB2ogBSM6QX9zQf////97IAIbEB0FQQALBEAgASNKQQF0akEIaiEBIAIEQCM6QQFqJDoLDAELCwsgAgRAI4sBIx1BA3RqIAEhAgJAA0AgAkEIaiAFTQR+IAIpAwBC496165aNnbrlAIUFQgELUCACQQpqIAVNcQR/IAIvAQhB8sAARgVBAAtFBEAgAiAFTwR/QQEFIAItAABBCkYLDQIDQCACIAVJBH8gAi0AAEEKRwVBAAsEQCACQQFqIQIMAQsLIAJBAWohAgwBCwsgAiEDA0AgAyAFSQR/IAMtAABBCkcFQQALBEAgA0EBaiEDDAELCyADIgRBAWshAwNAIAIgA0kEfyADLQAAQT5HBUEACwRAIANBAWshAwwBCwsgA0EBaiEDA0AgAyAESQR/IAMtAABBIEYFQQALBEAgA0EBaiEDDAELCwNAIAMgBEkEfyADLQAAQTBrQQpJBUEACwRAIAdEAAAAAAAAJECiIAMtAABBMGu4oCEHIANBAWohAwwBCwsgB0QAAAAAAAAAACAHRP///////z9DZRshBwsgBzkDACOMASMdQQJ0aiM6NgIAIx1BAWokHQsjOyABIABrNgIEI4oBBH8gASEAQQAhAgJAA0AgASAFSQR/IAEtAABBCkcFQQALBEAgACABIAIEfyABLQAAQSBGBSACCyIAQQEgAhsbIQRBAiEDIAJBASABQQZqIAVNBH4gASkDAELn4J2bl+0ZhUIQhgVCAQtQIgIbRSABIARLcQR/IAQgARAMBUEBC0UNAkEBIAAgAhshAgNAIAEgBUkEfyABLQAAQQpHBUEACwRAIAFBAWohAQwBCwsgBSABQQFqIgAgACAFSxsiASAEIAIbIQAMAQsLQQIhAyAAIAFJBH8gACABEAwFQQELRQ0AIAFBAWogBU8Ef0EBBSABQQFqIAUQDAtFIQMLIAMFQQILC8UCAQt/IAAgAUEMbGohDSMHIQEjJyEHA0AgAgRAAkAgACANRiIRBH8gAgUgACgCAAshCSAKIBEEfyADBSAAKAIECyIKRyAJIAtLcgRAIAEjB0YiECALIARrQQAgBCALSRsiDiAMQRBqS3IEQCAIIAwgEAR/QQAFIAFBCGsoAgALa2ohCCABIA42AgAgAUEIaiEBCyABQQRrIAIgBSAJaiIMIAIgDEkbIgw2AgAgByMnRiAPIAsgBmtBACAGIAtJGyILSXIEQCAHIAs2AgAgB0EIaiEHCyAHQQRrIAIgBiAJaiILIAIgC0kbIg82AgALIBENACAAKAIIIg4gCWohCyAKIA5qIQogAEEMaiEADAILCwsgASMHSwRAIAggDCABQQhrKAIAa2ohCAsjGyABIwdrQQN2NgIAIxsgByMna0EDdjYCBCAIC5AKARF/IAIgA0EMbGohECAGIAdBA3RqIQ8jByEHIychCiMVIQwjGiEOIAAgAUEEdGohDUEGIQMDQCAFIAN2QYAgTwRAIANBAWohAwwBCwtB0KADQQAgBSADdkEBavwLACAAIQEDQCABIA1JBEAgASgCBCADdkHQoANqQQE6AAAgAUEQaiEBDAELC0HQwAMkFEF/JEVBACRGIAAhAQJ/A0AgASANSQRAIAEoAgBBf0YEQEEAIxRB0MYDRg0DGiABKAIMIREjFCABKAIIIhI2AgAjFCARNgIEIxRBADYCCCMUQQxqJBQjRSITIBIgEiATSxskRSNGIhIgESARIBJJGyRGCyABQRBqIQEMAQsLQQELRQRAQQAPCyMHIAhBA3RqIRIjJyAJQQN0aiETIxUjY2ohFCMaI2NqIREgAyEBIAAhAyACIQgDQCAIIBBJBEAgCCgCBCIVIAgoAggiFmoiAiNFSyAVI0ZJcQR/QQEgFSAVQQFNGyAVIAgoAgAgFWsiCRshFyACIAJBAWsgAiAJaiAERiACIAVJchshGEHQwAMhCQJ/A0AgCSMUSQRAIAkoAgQiGSAVTSAJKAIAIhogAk9yRQRAQQAgGCAZSSAXIBpLcg0DGiAJQQE2AggLIAlBDGohCQwBCwtBAQsFQQELRQRAQQAPCyAWQQFrQQEgAXRJBH8gFSABdkHQoANqLQAAIAJBAWsgAXZB0KADai0AAHIFQQELBEAgCCgCACAVayEWIAsgFUsEf0EBBSADIA1JBH8gAygCBCAVSQVBAAsLBEAgAyANSQR/IAMoAgQgFUkFQQALBEBBECEJIANBEGohCwNAIAkgC2oiAyANSQR/IAMoAgQgFUkFQQALBEAgCSALaiELIAkgCWohCQwBCwsgDSAJIAtqIgMgAyANSxshAwVBECEJA0AgAyAAIAlqSwR/IAMgCWsoAgQgFU8FQQALBEAgAyAJayEDIAkgCWohCQwBCwsgAyAJayAAIAMgACAJaksbIQsLA0AgAyALSwRAIAsgAyALa0EFdkEEdGoiCSgCBCAVSQRAIAlBEGohCwUgCSEDCwwBCwsgCyEDC0EBIBUgFUEBTRsgFSAWGyEVIAIiCyALQQFrIAsgFmogBEYgBSALS3IbIQIDQCADIA1JBEAgAygCBCIXIAtJBEAgAygCACEYIAMoAgghGSADKAIMIRogBiEJIBYgF2ohFwNAIAkgD0kEfyAJKAIEIBdNBUEACwRAIAlBCGohCQwBCwsgCSEGAkAgFSAZTSACIBpPcQR/IAkgD0kEfyAJKAIAIBdNBUEACwVBAQtFBEAgDCAURgRAQQAPCyAMIBg2AgAgDCAXNgIEIAwgFiAZajYCCCAMIBYgGmo2AgwgDEEQaiEMDAELIBhBAEgEQCAKIQkDQCAJIBNJBH8gCSgCBCAXTQVBAAsEQCAJQQhqIQkMAQsLIAkiCiATSQR/IAkoAgAgF00FQQALDQEFIAchCQNAIAkgEkkEfyAJKAIEIBdNBUEACwRAIAlBCGohCQwBCwsgCSIHIBJJBH8gCSgCACAXTQVBAAsNAQsgDiARRgRAQQAPCyAOIBg2AgAgDiAXNgIEIA5BEGohDgsgA0EQaiEDDAILCwsLIAhBDGohCAwBCwsjGyAMIxVrQQR2NgIIIxsgDiMaa0EEdjYCDEHQwAMhAANAIAAjFEkEQCAAKAIIRQRAQQAPCyAAQQxqIQAMAQsLQQELkgEAIAAgASACaiABIAEgA2oQBiIBRQRAIyMjIiNlQQN0akYEQEEADwsjIyAANgIAIyMgAjYCBCMjQQhqJCNBAQ8LIAEoAgwEf0EBBSMMIygjZUEEdGpGCwRAQQAPCyACIAEoAgRrIQMjDCAANgIAIwwgAjYCBCMMIAM2AggjDCADIAEoAghqNgIMIwxBEGokDEEBC5ECAEEBIzkjGksgAxskZiACQQBHJEgjZkUEQEEBDwsjByADQQN0aiEDIAIEfyMHIQICfwNAIAIgA0kEQEEBIAAgAigCAGogACACKAIEahAFDQIaIAJBCGohAgwBCwtBAAsFIAAgACABahAFC0UkSCNIBH8gACABaiAAa0ECSQR/QQAFIAAvAQAiAkH+/wNGIAJB//0DRnILBSAAIAAgAWoQFgsEQEEADwsjByADIAAgACAAIAFqQQAQByADRwRAQQAPCyMaIQIDQCACIzlJBEAgAigCAEEASARAQQAPCyACQRBqIQIMAQsLIAQgBCAFQQN0aiICIAAgACABakEAECQgAkYEfyMgQQRrKAIABUEBC0ULOgAgAEEUbEHQlgNqIgAoAgQkLiMHQQA2AgAjByMuNgIEIxUkKSMaJDkgACgCACMuQQBBASMHQQEQIgvXAgEJfyMgI1NBAnRqIQkjICEGA0AgACABSQRAIAQEfyAEBSACIAAoAgBqCyEFQQAhBCACIAAoAgRqIgcgAyADIAdLGyEKA0AgBUEMaiAKTQRAIxhBgAZqIgwgBS0AC2otAAAjGEGABGoiDSAFLQAKai0AACMYIgcgBS0ACGotAAAjGEGAAmoiCCAFLQAFai0AACAFLQAAIAdqLQAAIAUtAAMgDGotAABxcXFxcSILBH8gCyAFLQAJIAhqLQAAIAUtAAcgDGotAAAgBS0ABiANai0AACAFLQAEIAdqLQAAIAUtAAEgCGotAAAgBS0AAiANai0AAHFxcXFxcQVBAAsEQCAGIAU2AgAgCSAGQQRqIgZGBEAjIEEIayAFQTBqNgIAIyBBBGsjUzYCACAADwsLIAVBMGohBQwBCwsgAEEIaiEADAELCyMgQQRrIAYjIGtBAnY2AgAgAAsMAEEAJDdB0MADJBQLBQAjiQELogEBBH8DQCAAIAFJBEACQCACQYCAgARLBEAgAEEBcg8LIAAkiQEgACgCACEEIAAoAgQhBSAAIAAoAggiA0EASAR/IAQgBRAIBSADIAQgBRAJCyIDNgIAIANBAEgNACACIANqIQIgACAAKAIIEA02AgQgACgCDARAIAAoAghBFGwiA0HQlgNqIANB5JYDakEU/AoAAAsgAEEQaiEADAILCwsgAAsTAQF/IxwiACNJaiRJQQAkHCAACxkAIAAkhgEgASSHASACJIgBQQAkSUEAJBwLCgEBfyMmQQAkJgsTAQF/IyEiACM2aiQ2QQAkISAAC0wAIAAkESABQQBHJF0gAiR7IAMkfCAEJH0gBSR+IAYkfyAHJIABIAgkRCAJQQFrJF4jREEAIAkjEUEEamz8CwBBACQ2QQAkJkEAJCELBgAgACRQCxwAIAAkPiABQQFrJD8gAiRsIAIkCCACIANqJG0L+wICBX8BfiNtIAMgAmsiCyMIQRBqakkiCgRAIz5BACM/QSFqQQN0/AsAI2wkCAsgAyABQRBqTQRAIAFBCGogBU0gASAET3EEfiABKQMABUIACyAArYVClfip+pe33puef34iDCAMQh2IhSEMBSAArSEMIAFBCGshBwNAIAcgAUEgakkEQCAEIAdNIAdBCGogBU1xBH4gBykDAAVCAAsgDIVClfip+pe33puef34iDCAMQh2IhSEMIAdBCGohBwwBCwsLIz4jPyAMQgiIp3FBA3RqIghBgAJqIQkgCCEHA0AgByAJSQR/IAcoAgQFQQALBEAgB0EIaiEHDAELCyAHIAlGBEAgCCMIQQR2QR9xQQN0aiEHCyAHIAxCIIg+AgAgByMINgIEIwggAEGAgICAeEEAIAIgBEYbckGAgICABEEAIAMgBUYbcjYCACMIIAEgAms2AgQjCCALNgIIIwggBjYCDCMIQRBqIAIgC/wKAAAjCCALQRBqaiQIIAoLLgAgACRuIAEkUSACJG8gAyRwIAQkMiAFJHEgBiRyIAckcyAIJCUgCSQCIAokdAubBAEFfyAAQYCAgIACcQR/IAEjDyMXEFIFQQELRQRAQQAPCyABIABBF3ZBH3FqIgMgAEE/cWohBCAAQQZ2Qf8HcSEFIABBgICAgARxBEADQCADIARJIAMjF0lxBH8gAy0AACICQSBGIAJBCWtBAklyIAJBDUZyBUEACwRAIANBAWohAwwBCwsgAyAESQR/IAMjF08Ef0EABSMyIAVBBXRqIAMtAAAiAkEDdmotAAAgAkEHcXVBAXELBUEBC0UEQEEADwsFIAMhAgNAIAIgBEkEQAJAIAIjF08EQEEADwsjMiAFQQV0aiACLQAAIgZBA3ZqLQAAIAZBB3F1QQFxRQRAIAIgA2tBBUkEf0EABSMyQSBqIAItAAAiAkEDdmotAAAgAkEHcXVBAXELRQRAQQAPCwwBCyACQQFqIQIMAgsLCwsgAEEQdkH/AHEiAEUEQEEBDwsgASAAQQFrayIBIw9MBH9BAAUjMiABQQFrLQAAIgBBA3ZqLQAAIABBB3F1QQFxCwR/IAFBAWsiACMPTgR/IAAtAABB7QBGBUEACwVBAQsEf0EBBSABQQJrIgAjD04EfyAALQAAQdwARgVBAAsLBH9BAQUgAUEDayIAIw9OBH8gAC0AAEElRgVBAAsLBH9BAQUgAUEEayIAIw9OBH8gAC0AAEHcAEYFQQALCwR/QQEFIAFBBmsiACMPTgR/IAAtAABB3ABGBUEACwsLKQAgACQzIAAgAWokNCACJHYgAyRWIAQkdyAFJEEgBiR4IAckQiAIJBkLPAAgAEEUbEHQlgNqIgAgATYCACAAIAI2AgQgACMZBH8gAiACIxluQQJqQQJ0agUgAgs2AgggAEF/NgIMCwYAQdCWAwsbACAAQRRsIgBB0JYDaiAAQeSWA2pBFPwKAAALYwICfwF+A0AgASACSQRAIAAgAUEDdGorAwD8ByIGIy+Ip0ECdEHQxgNqIgUoAgAhBCAFIARBAWo2AgAgAyAEQQN0aiABrSAGQgEjL4ZCAX2DQiCGhDcDACABQQFqIQEMAQsLC4cEAgl/An4gACEHA0AgASAHSwRAIAdBAnQiAEHQxgNqKAIAIAcEfyAAQczGA2ooAgAFQQALIgtrIQogC0EDdCIFIAJqIQAgAyAFaiEIIApBGE0EQCAAIApBA3RqIQkgAEEIaiEFA0AgBSAJSQRAIAUpAwAhDiAFIQYDQCAAIAZJBH8gBkEIaykDACAOVgVBAAsEQCAGIAZBCGsiBikDADcDAAwBCwsgBiAONwMAIAVBCGohBQwBCwsFIAghBUIgIQ4DQCAOIy9CIHxUBEBB0IYEQQBBgBD8CwAgACAKQQN0aiEMIAAhBgNAIAYgDEkEQCAGKQMAIA6Ip0H/A3FBAnRB0IYEaiIJIAkoAgBBCGo2AgAgBkEIaiEGDAELCyAFIQZB0IYEIQkDQCAJQdCWBEkEQCAJKAIAIQ0gCSAGNgIAIAYgDWohBiAJQQRqIQkMAQsLIAAhBgNAIAYgDEkEQCAGKQMAIg8gDoinQf8DcUECdEHQhgRqIgkoAgAhDSAJIA1BCGo2AgAgDSAPNwMAIAZBCGohBgwBCwsgACAFIQAhBSAOQgl8IQ4MAQsLCyAHrSMvhiEOQQAhBQNAIAUgCkkEQCAAIAVBA3QiBmopAwAhDyAGIAhqIA4gD0IgiIS6OQMAIAQgBSALakECdGogDz4CACAFQQFqIQUMAQsLIAdBAWohBwwBCwsLpAQDB38BfgN8A0AgACABSQRAQQAgBrggAiAAQQN0aisDACISIAWhIhNEAAAAAAAAUECgYyAHGwRAIAAPC0EAIQ0gBrggAEEBaiIKIAFJBHwgAiAKQQN0aisDAAUgAwsgBaGkIhQgE2QEfyAEIBP8A2oiCy0AAEEEdkEHcSINQQdGBEAgAA8LAn9CACERIAQgFPwDaiIPIAtBQGsiCiAKIA9LGyEQIAtBAWohCiALLQAAIQxBByEOA0AgDEGAAU8EQEF9IA5FIAogEE9yDQIaIAoiC0EBaiEKIAstAAAhDCAOQQFrIQ4MAQsLQX1BfyANRSANQQVGciAKIA9LchsgDUEGRw0AGgNAQX0gCiAQTyARQoCAgICAgAhWcg0BGiAKIgtBAWohCiALLQAAIgtBB3atIAtB/wBxrSARQgeGfHwhESALQYABTw0ACyASIBG6oSESIAAhCkEBIQwDQCAKIAxLBH8gEiACIAogDGtBA3RqKwMAYwVBAAsEQCAKIAxrIQogDEEBdCEMDAELCyAKIAxrQQAgCiAMSxshDANAIAogDEsEQCASIAIgCiAMakEBdiILQQN0aisDAGQEQCALQQFqIQwFIAshCgsMAQsLIAxBfSAAIAxHBH8gEiACIAxBA3RqKwMAYQVBAAsbCwVBfQshCiAAIAhqQQAgDSANQQZGIApBfUZyGzoAACAJIABBAnRqIAo2AgAgAEEBaiEADAELCyABCzgBA39B0MYDIQADQCAAQdCGBEkEQCAAKAIAIQIgACABNgIAIAEgAmohASAAQQRqIQAMAQsLQYAQCz4BAX8DQCABIAJJBEAgACABQQN0aisDAPwHIy+Ip0ECdEHQxgNqIgMgAygCAEEBajYCACABQQFqIQEMAQsLCyUBAX5CNSAA/Ad5fSIBQgAgAUIAWRskL0HQxgNBAEGAwAD8CwALSAAjCwRAIAJBACML/AsAIANBACMKIxBBAWpBA3RqIANr/AsACyAAJEMgASQ1IAIkVyADJAogBCR5IAUkeiAGQQFrJBBBACQLC48EAQV/IwojECACIAJBD3ZzQe347OACbEEHdnEiBkEDdGooAgQhBwNAIAcEQCMKIAZBA3RqKAIAIAJGBH8gACEDIAdBAWsiBAR/IzUgBEEBa0ECdGooAgAFQQALI0NqIQUCf0EAI0MjNSAEQQJ0aigCAGogBWsgASADa0cNABoDQCADQQhqIgQgAU0EQEEAIAMpAwAgBSkDAFINAhogBCEDIAVBCGohBQwBCwsDQCABIANLBEBBACADLQAAIAUtAABHDQIaIANBAWohAyAFQQFqIQUMAQsLQQELBUEACwRAQQAkWCAHQQFrDwsjCiMQIAZBAWpxIgZBA3RqKAIEIQcMAQsLQQEkWCMLI3pGIwsiAwR/IzUgA0EBa0ECdGooAgAFQQALIgMgASAAa2oiBCN5S3IEQEF/DwsjQyADaiAAIAEgAGv8CgAAIzUjC0ECdGogBDYCACMKIAZBA3RqIgAgAjYCACMLQQFqJAsgACMLNgIEIxAjC0EBdEkEQCMKIQAjCiMQQQFqQQN0aiICJAojEEEBdEEBaiQQA0AgACACSQRAIAAoAgQiAwRAIxAgACgCACIBIAFBD3ZzQe347OACbEEHdnEhAQNAIwogAUEDdGooAgQEQCMQIAFBAWpxIQEMAQsLIwogAUEDdGoiASAAKAIANgIAIAEgAzYCBAsgAEEIaiEADAELCwsjC0EBawt8ACAAJGcgASQ9IAIkjwEgAyRoIAUkFiAGJA4gByQBIAgkTEEAJE0gCSRpIAokKyALJJABIAxBAWskkQEgDSRqIA4kayAPJCQgDyROIA8gEEEDdGokkgFBACEAA0AgACAESQRAIwEgAEECdGpBfjYCACAAQQFqIQAMAQsLC08BAn8DQCABIANLBEAgACADQQJ0aiIEIAQoAgAiBEEASAR/IAIgBEF/c0ECdGooAgBBf3MFIAIgBEECdGooAgALNgIAIANBAWohAwwBCwsLbwEDfwNAIAMgB0sEQCAAIAdBAnRqKAIAIghBAE4EQCAEIAhBAnRqIAUgB2o2AgALIAEgB0ECdGoiCSgCACIIQQBOBEAgCSAFIAhqNgIACyACIAdBAnRqIgggCCgCACAGajYCACAHQQFqIQcMAQsLCz0BA38DQCABIANLBEAgACADQQJ0aiIEKAIAIgVBAE4EQCAEIAIgBUECdGooAgA2AgALIANBAWohAwwBCwsL/gIBBn8DQCAAIAFJBEAjASAAQQJ0aigCAEF/SAR/An8jaSICIAA2AgAgAkEEaiEDA0AgAyNpSwRAIwEgA0EEayICKAIAIgVBAnRqKAIAIgRBf04EQCACIQMMAgsgBEF8RwRAI2cgBUECdGooAgAiAkEASAR/QX8FIwEgAkECdGooAgALIgRBfkYEQCADIAI2AgAgA0EEaiEDDAMLIARBfkgEQCADQQRrIQMjASAFQQJ0akF9NgIADAMLIAMhAiAFBH8jPSAFQQFrQQJ0aigCAAVBAAshBCM9IAVBAnRqKAIAIQcDQCAEIAdIBEAjaCAEQQJ0aigCACIGQQBIBH9BAQUjASAGQQJ0aigCAEF+RwtFBEAgAiAGNgIAIAJBBGohAgsgBEEBaiEEDAELCyACIANLBEAgAiEDIwEgBUECdGpBfDYCAAwDCwsgA0EEayEDQQAgBRBDRQ0CGgwBCwtBAQsFQQELRQRAQX8PCyAAQQFqIQAMAQsLI04jJGtBA3YLqQMBBn8jKyEBIAAEfyM9IABBAWtBAnRqKAIABUEACyEFIz0gAEECdGooAgAhBgNAIAUgBkgEQCNoIAVBAnRqKAIAIgJBAE4EQCMBIAJBAnRqKAIAIgNBf0gEf0EBJE0jTCACakEBOgAAIAIFIAMLIQILIAJBf0cEQCOPASAFQQJ0aigCACEEAn8gASMra0GAAU0EQCMrIQMDQCABIANLBEAgAygCACAEQX9zRwR/QQEFIAMoAgQgAkcLRQRAIAMgA0EIaiABIANrQQhr/AoAACABQQhrDAQLIANBCGohAwwBCwsLIAEgBDYCACABIAI2AgQgAUEIagshAQsgBUEBaiEFDAELCyAAQQJ0IgIjZ2ooAgAhAyABIytGBEAgAiMWaiADQQBIBH9BAAUjDiADQQJ0aigCAAsiAQR/IxYgA0ECdGooAgAFQQALNgIAIABBAnQiAiMOaiABNgIAIwEgAmogAQR/IwEgA0ECdGooAgAFQX8LNgIABSAAIAMgARBGRQRAQQAPCwsjTQR/I0wgAGotAAAFQQALBEAjASAAQQJ0aiAANgIAC0EBC3wBA38jJCAAQQJ0IgAjFmooAgBBA3RqIgQjDiAAaigCAEEDdGohAANAIAAgBEsEQCAEIAAgBGtBBHZBA3RqIgMoAgAiBSABSAR/QQEFIAEgBUYEfyADKAIEIAJIBUEACwsEQCADQQhqIQQFIAMhAAsMAQsLIAQjJGtBA3YLqAIBBn8jTUUEQEEBDwsjTCIDQQAgAPwLAEEBIQIDQCAEQYAQTSACcQRAQQAhAkEAIQEDQCAAIAFLBEBBASACIAEjASABQQJ0aigCAEYEfyABIANqLQAABUEBCwR/QQAFIyQgAUECdCIFIxZqKAIAQQN0aiICIw4gBWooAgBBA3RqIQYCfwNAIAIgBkkEQCACKAIEIgVBAE4EfyADIAVqLQAABUEBCwRAIAEgA2pBAToAAEEBDAMLIAJBCGohAgwBCwtBAAsLGyECIAFBAWohAQwBCwsgBEEBaiEEDAELC0EAIQEDQCAAIAFLBEAjASABQQJ0aigCACIEQQBOBH8gAyAEai0AAAVBAQtFBEAjDiABQQJ0akEANgIACyABQQFqIQEMAQsLIAJFC6AGAgl/AX4jTiEDIAFBAEgEf0EABSMOIAFBAnRqKAIAQQN0CyIEIAIjK2tqI5IBIANrSwRAQQAPCyAEBEAgAyMkIxYgAUECdGooAgBBA3RqIAT8CgAACyADIARqIQQjKyEKA0AgAiAKSwRAIAMhBSAEIQEgCigCACIJQX9zIAkgCUEASBshCCAKKAIEIQcDQCABIAVLBEAgBSABIAVrQQR2QQN0aiIGKAIAIgsgCEgEf0EBBSAIIAtGBH8gBigCBCAHSAVBAAsLBEAgBkEIaiEFBSAGIQELDAELCyAJQQBOBEAgBCEBA0AgASAFSwRAIAEgAUEIayIBKQMANwMADAELCyAFIAk2AgAgBSAHNgIEIARBCGohBAUgBCAFSwR/IAUoAgAgCEYFQQALBH8gBSgCBCAHRgVBAAsEQCAEQQhrIQQDQCAEIAVLBEAgBSAFKQMINwMAIAVBCGohBQwBCwsLCyAKQQhqIQoMAQsLAn9BfyADIARGDQAaIAMhAgNAIAIgBEkEQCAMIAIpAwCFQpX4qfqXt96bnn9+IgxCIIggDIUhDCACQQhqIQIMAQsLI5ABI5EBIAyncUECdGoiBigCACEBA0AgAQRAIAFBAWsiAiNqIAJBAnRqKAIAIAynRgR/An9BACAEIANrIAJBAnQiAiMOaigCAEEDdEcNABojJCMWIAJqKAIAQQN0aiECIAMhBQNAIAQgBUsEQEEAIAUpAwAgAikDAFINAhogBUEIaiEFIAJBCGohAgwBCwtBAQsFQQALDQIaI2sgAUEBa0ECdGooAgAhAQwBCwsgAEECdCIBI2pqIAw+AgAjayABaiAGKAIANgIAIAYgAEEBajYCACAACyIBIABGBEAgAEECdCIBIxZqIAMjJGtBA3Y2AgAjDiABaiAEIANrQQN2NgIAIwEgAWogADYCACAEJE4FIxYgAEECdGogAUEASAR/QQAFIw4gAUECdGooAgALIgIEfyMWIAFBAnRqKAIABUEACzYCACAAQQJ0IgAjDmogAjYCACMBIABqIAIEfyMBIAFBAnRqKAIABUF/CzYCAAtBAQv7BgINfwJ+IwUjBCIAKQMAIwMiB62GhCENIAAgB0EDdkEHcUEHc2ohBCANQgKIp0EfcUGBAmoiBiANQgeIp0EfcUEBamoiBSAGQR5qSyAGQZ4CS3IEQEEADwsgDUIMiKdBD3FBBGohCCANQg6IIQ0gB0E4ckEOayEAA0AgASAISQRAIAFBDEYEQCANIAQpAwAgAK2GhCENIAQgAEEDdkEHcUEHc2ohBCAAQThyIQALIA4gDUICiEIHgyABQeCqAWoxAABCA36GhCEOIA1CA4ghDSAAQQNrIQAgAUEBaiEBDAELC0GgCkIANwMAQagKQgA3AwBBsApCADcDAEG4CkIANwMAA0AgAkETSQRAIA6nQQdxIgFBAXRBoApqIgcvAQAhCCAHIAhBAWo7AQAgAUGABWwgCEEBdGpBoApqIAI7ASAgAkEBaiECIA5CA4ghDgwBCwtBoApBgLUBQcCBA0EHEAMiB0EASARAQQAPC0HAlgMoAgAhCEGgCkIANwMAQagKQgA3AwBBsApCADcDAEG4CkIANwMAQcDaAEIANwMAQcjaAEIANwMAQdDaAEIANwMAQdjaAEIANwMAQQAhAQJ/A0BBACAEIAhLDQEaIA0gBCkDACAArYaEIQ0gBCAAQQN2QQdxQQdzaiEEIA0gDacgB3EoAsCBAyICrYghDSAAQThyIAJrIQACQCACQQ12IgJBEEkEQEGgCkHA2gAgAyAGSSIJGyIKIAIiAUEBdGoiAi8BACELIAIgC0EBajsBACAKIAFBgAVsIAtBAXRqaiADIAMgBmsgCRs7ASAgA0EBaiEDDAELQQAgAkEQRiIJIANFcQ0CGkEBIAkEf0ECBUEDQQcgAkERRhsLIgl0QQFrIA2nQQJ2cUELQQMgAkESRhtqIQogDSAJrYghDSAAIAlrIQAgAUEAIAJBEEYbIQFBACAKIAUgA2tLDQIaIAMgAyAKaiIJIAEbIQMDQCADIAlJBEBBoApBwNoAIAMgBkkiChsiCyABQQF0aiIMLwEAIQIgDCACQQFqOwEAIAsgAUGABWwgAkEBdGpqIAMgAyAGayAKGzsBICADQQFqIQMMAQsLCyADIAVJDQALIA0kBSAAQT9xJAMgBCQEQaAKQYCrAUGAtgFBCxADJFVBzJYDQcDaAEGAtAFBwL0CQQgQAyIANgIAI1UgAHJBAE4LC/MFAgh/An4jBSEJIwMhByMEIQYjCSEAAn8DQAJAQQAgBkHAlgMoAgBLDQIaQQAgAEHIlgMoAgBLDQIaIAkgBikDACAHrYaEIQkgBiAHQQN2QQdxQQdzaiEGIAdBOHIhAiAJp0H8D3EoAsCFAyIDQQBIBEAgACIBQQFqIQAgASADQQ12OgAAIAIgA2shByAJIAOtiCIJp0H8D3EoAsCFAyIDQQBIBEAgACIBQQFqIQAgASADQQ12OgAAIAcgA2shByAJIAOtiCIJp0H8D3EoAsCFAyIDQQBIBEAgACIBQQFqIQAgASADQQ12OgAAIAcgA2shByAJIAOtiCIJp0H8D3EoAsCFAyIDQQBIBEAgACIBQQFqIQAgASADQQ12OgAAIAkgA62IIQkgByADayEHDAULCwsgCSAGKQMAIAethoQhCSAGIAdBA3ZBB3FBB3NqIQYgB0E4ciECCyADQYCAgIAEcQRAIANBAEgEQCAAIgFBAWohACABIANBDXY6AAAgCSADrYghCSACIANrIQcMAwsgA0GAgICAAnEEQCAJIAOtiCEIIAIgA2shAQwCC0EAIANBgICAgARxDQMaCyAJIAOtiCIIp0H8AHEoAsCVAyIEQYCAgIAEcSIBBEBBACABDQMaCyADQQ12IAmnQXwgA3RBf3NxIANBCHZ2aiEFIAggBK2IIQkgAiADayAEayEHQQAgBEENdiAIp0F8IAR0QX9zcSAEQQh2dmoiASAAQcSWAygCAGtLDQIaQQAgACAFaiIEQciWAygCAEsNAhogACICIAFrIQMCQCABQQhJBEADQCADIgFBAWohAyACIAEtAAA6AAAgBCACQQFqIgJLDQALDAELIAIgAykDADcDACACIAMpAwg3AwgDQCACQRBqIgIgBEkEQCACIANBEGoiAykDADcDACACIAMpAwg3AwgMAQsLCyAAIAVqIQAMAQsLQQAgAEHIlgMoAgBLDQAaIAgkBSABQT9xJAMgBiQEIAAkCUEBCwvdBgIJfwJ+I1UhBiMFIQojAyEIIwQhByMJIQACfwNAAkBBACAHQcCWAygCAEsNAhpBACAAQciWAygCAEsNAhogCiAHKQMAIAithoQhCiAHIAhBA3ZBB3FBB3NqIQcgCEE4ciEDIAqnIAZxKAKAtgEiAUEASARAIAAiAkEBaiEAIAIgAUENdjoAACADIAFrIQggCiABrYgiCqcgBnEoAoC2ASIBQQBIBEAgACICQQFqIQAgAiABQQ12OgAAIAggAWshCCAKIAGtiCIKpyAGcSgCgLYBIgFBAEgEQCAAIgJBAWohACACIAFBDXY6AAAgCCABayEIIAogAa2IIgqnIAZxKAKAtgEiAUEASARAIAAiAkEBaiEAIAIgAUENdjoAACAKIAGtiCEKIAggAWshCAwFCwsLIAogBykDACAIrYaEIQogByAIQQN2QQdxQQdzaiEHIAhBOHIhAwsgAUGAgICABHEEQCABQYCAgIABcQRAIAFBDXZB//8BcUF/IAF0QX9zIAqnQQ12cWpBAnQoAoC2ASEBCyABQQBIBEAgACICQQFqIQAgAiABQQ12OgAAIAogAa2IIQogAyABayEIDAMLIAFBgICAgAJxBEAgCiABrYghCSADIAFrIQEMAgtBACABQYCAgIAEcQ0DGgsgAUENdiAKp0F8IAF0QX9zcSABQQh2dmohBSADIAFrIAogAa2IIgmnIgJBzJYDKAIAcSgCwL0CIgFBgICAgARxBEAgAUGAgICAAXEEQCABQQ12Qf//AXFBfyABdEF/cyACQQp2cWpBAnQoAsC9AiEBC0EAIAFBgICAgARxDQMaCyAJIAGtiCEKIAFrIQhBACABQQ12IAmnQXwgAXRBf3NxIAFBCHZ2aiICIABBxJYDKAIAa0sNAhpBACAAIAVqIgRByJYDKAIASw0CGiAAIgMgAmshAQJAIAJBCEkEQANAIAEiAkEBaiEBIAMgAi0AADoAACAEIANBAWoiA0sNAAsMAQsgAyABKQMANwMAIAMgASkDCDcDCANAIANBEGoiAyAESQRAIAMgAUEQaiIBKQMANwMAIAMgASkDCDcDCAwBCwsLIAAgBWohAAwBCwtBACAAQciWAygCAEsNABogCSQFIAFBP3EkAyAHJAQgACQJQQELCwYAQdCWBAsKAQF/IwZBACQGCxYAIAAkWSABJFogAiRbIAMkXEEAJAYLmgUCA38CfCAAJDAgASQeIAIkjgEgAyQqIAQkPCAFJDEgCCQNQQAkHwNAIAsjMEkEQCAGIx4gC0ECdGooAgBBAnRqIAs2AgAgC0EBaiELDAELCyAHQQAjMEECdPwLACMxIQAjPCMwIgEEfyAAIAFBAWtBAnRqKAIABUEAC0ECdGohASM8IQADQCAAIAFJBEAgACAGIAAoAgBBAnRqKAIAIgI2AgAgAkEATgRAIAcgAkECdGoiAiACKAIAQQFqNgIACyAAQQRqIQAMAQsLA0AgDCMwSQRAIAcgDEECdGooAgBFBEAgDBAZCyAMQQFqIQwMAQsLA0AjHwRAIAoiAkEBaiEKQQAhASMNKAIAIQMjH0EBayQfIw0jH0ECdGooAgAhBANAAkAgAUEBdEEBaiIAIx9PDQAjKiMNIABBAWoiBSAAIAUjH0kEfyMqIw0gBUECdGooAgAiBUEDdGorAwAiDSMqIw0gAEECdGooAgAiAEEDdGorAwAiDmQEf0EBBSANIA5hBH8jHiAFQQJ0aigCACMeIABBAnRqKAIASAVBAAsLBUEACxsiAEECdGooAgAiBUEDdGorAwAiDSMqIARBA3RqKwMAIg5kBH9BAQUgDSAOYQR/Ix4gBUECdGooAgAjHiAEQQJ0aigCAEgFQQALC0UNACMNIAFBAnRqIAU2AgAgACEBDAELCyMNIAFBAnRqIAQ2AgAgCSACQQJ0aiADNgIAIzEhACADBH8gACADQQFrQQJ0aigCAAVBAAshASMxIANBAnRqKAIAIQADQCAAIAFLBEAjPCABQQJ0aigCACICQQBOBEAgByACQQJ0aiIDKAIAQQFrIQQgAyAENgIAIARFBEAgAhAZCwsgAUEBaiEBDAELCwwBCwsgCgstAQJ/A0AgASADSwRAIAAgA0ECdGoiBCAEKAIAIAJqNgIAIANBAWohAwwBCwsLhwEBA38gAiAAQQJ0aigCAEEBayEEA0AgAEEATgRAIAMgAEECdGooAgAhBSAABH8gAiAAQQFrQQJ0aigCAAVBAAshBgNAIAQgBk4EQCAFIAMgASAEQQJ0aigCAEECdGooAgByIQUgBEEBayEEDAELCyADIABBAnRqIAU2AgAgAEEBayEADAELCwuEAQIGfwF8A0AgACAFSwRAIAMgBWotAAAhByAEIAVBA3RqKwMAIQsgAiAFQQJ0aigCACEIA0AgBiAISQRAIAEgBkECdGooAgAiCSADaiIKIAotAAAgB3I6AAAgBCAJQQN0aiIJIAkrAwAgC6U5AwAgBkEBaiEGDAELCyAFQQFqIQUMAQsLC7cCAQZ/IAJB/wEjMEECdPwLAANAIAAgCksEQCACIAEgCkECdGooAgBBAnRqIAo2AgAgCkEBaiEKDAELCwNAIAAgC0sEQCABIAtBAnQiCmooAgAhDSAFIApqIA1BAnQiDiMeaigCADYCACAGIApqI44BIA5qKAIANgIAIzEhCiANBH8gCiANQQFrQQJ0aigCAAVBAAshCiMxIA1BAnRqKAIAIQ0DQCAKIA1JBEAjPCAKQQJ0aigCACIOQQBOBEAgByAJQQJ0aiACIA5BAnRqKAIANgIAIAlBAWohCQsgCkEBaiEKDAELCyAIIAtBAnRqIAk2AgAgC0EBaiELDAELCwNAIAQgDEsEQCADIAxBAnRqIgAoAgAiAUEATgRAIAAgAiABQQJ0aigCADYCAAsgDEEBaiEMDAELCwv4DAEHfyNPRQRAEBoLIAIgAEEYaiIDIAIgA0kbIgggAkkhAyAAQQNqIQIDQCACIAhJBH8gAi0AAEGACGotAABBAXEFQQALBEAgAkEBaiECDAELCyACIQYgCCACQQRqIgQgBCAISxshBANAIAIgBEkEfyACLQAAQYAIai0AAEECcQVBAAsEQCACQQFqIQIMAQsLIAIhBANAIAIgCEkEfyACLQAAQSBGBH9BAQUgAi0AAEEJRgsFQQALBEAgAkEBaiECDAELCyAIIAIiBU0EQCADDwsgBUEBaiAIRgRAQQEhAgUCQCADIQIgBCEDA0AgAyAISQR/IAMtAABBgAhqLQAAQQRxBUEACwRAIAcgAy0AAEH7AEZyIQcgA0EBaiEDDAELCyADIARGBEBBACECDAELIANBA2ogCE8NACADKAIAQaDAgIECciEJIAcEfyAJQeTKzZsGRiAJQfTywasGRnIgCUHzyrmbB0ZyIAlB7uqx4wZGcgVBAAsEQEEBIQIMAQsgAyEHA0AgByAISQR/IActAABBgAhqLQAAQYABcQVBAAsEQCAHQQFqIQcMAQsLIAcgCEYNACAHLQAAIgJBLEYgAkEuRnIgAkE7RnIgAkEpRnIEQEEAIQIMAQsgByADayICQQNGBEAgCUH///8HcUH2wrEDRiECDAELIAJBBEYgCUHkwtGLBkZxBH9BAQUgAkEFRiAJQfbCsasHRnELBH9BAQUgAkEHRiAJQePeuaMHRnELBH9BAQUgCUHz6MnLBkYEfyACQQxGIAJBC0ZyBUEACwsEf0EBBSAJQeTKmYsGRgR/IAJBDEYgAkEHRnIgAkENRnIFQQALCyECCwsCQCACDQAgACECA0AgASACSCACIABBCWtLcQR/IAJBAWstAABBgAhqLQAAQQFxBUEACwRAIAJBAWshAgwBCwsgBS0AASEDIAUtAAAiB0E9Rg0AIAdBJUYNACAHQSZGDQAgB0HcAEYNACACIABBCWtGIQACQAJAAkACQAJAAkACQAJAAkACQAJAIAdBOkcEQCAHQfwARg0BIAdBPEYNAiAHQT5GDQMgB0E7Rg0EIAdBKEYNBSAHQSxGDQYgB0EqRg0HIAdBIUYNCCAHQS1GDQkgB0E/Rg0KDAsLIANBOkcPCyADQfwARgR/IAVBAmogCE8Ef0EBBSAFLQACQT1GCwVBAAsPCyADQS9GIANBLUZyIANBPEZyIANBIUZyDwsgBCAFRg8LIAQgBksPCyAEIAZGBH8gBUEBaiEAA0AgACAISQR/IAAtAABBgAhqLQAAQcAAcQVBAAsEQCAAQQFqIQAMAQsLIAAgCEYEf0EBBSAALQAAQSlHCwVBAAsPCyAEIAZLIgMgBCAFSXIEQCADDwsgASACSAR/IAJBAWstAAAFQQALIgFBOkYgAHIgAUH7AEZyBH8gBUEBaiEAA0AgACAISQR/IAAtAABBIEYEf0EBBSAALQAAQQlGCwVBAAsEQCAAQQFqIQAMAQsLAn9BASAAQQNqIAhPBH9BAQUgAC0AAEGACGotAABBEHELDQAaQQEgAC0AAEHxAEYEfyAALQABQYAIai0AAEEgcQVBAAsNABogAC0AAEGACGotAABBCHEEf0EBBSAALQABQYAIai0AAEEIcQsEf0EBBSAALQACQYAIai0AAEEIcQsEf0EBBSAALQADQYAIai0AAEEIcUEARwsLBUEACw8LIAUgBkYNBAwDCyADQT1GDQMMAgsgA0E+Rg0CDAELIANBPUYgA0E/RnIgA0E6RnINAQsgBCAFRiAEIAZLcgR/QQEFIAUtAABBCkYLBH9BAQUgBS0AAEENRgsEQEEADwsCf0EBIAVBA2ogCE8Ef0EBBSAFLQAAQYAIai0AAEEQcQsNABpBASAFLQAAQfEARgR/IAUtAAFBgAhqLQAAQSBxBUEACw0AGiAFLQAAQYAIai0AAEEIcQR/QQEFIAUtAAFBgAhqLQAAQQhxCwR/QQEFIAUtAAJBgAhqLQAAQQhxCwR/QQEFIAUtAANBgAhqLQAAQQhxCwsEf0EABSAFLwEAQaDAAHJB4eYBRgR/IAUtAAJBIHJB4QBrQRpJBUEBCwtFDQAgAkECayIDIAFOBH8gAy0AAAVBAAsiAUH2AEYhAyABQfgARiAGIAJrIgFBCEYgAHIgAUEKRnIgAUELRnIEf0EBBSACLQAAQS1GCyADcnIPC0EBC0QCAXwBfyABQQFrIQEDQCABQQBOBEAgAUEDdCIGIABqKwMAIQUgBCAGaiACIAWhIAOgOQMAIAUhAiABQQFrIQEMAQsLC5sBAQN/IAAgAUECdGohASAAIQUDQCABIAVLBEAgAiAFKAIAIgZBAnRqKAIAIgdBAE4EQCADIAdBA3RqIgcgBysDACADIAZBA3RqKwMAoDkDAAsgBUEEaiEFDAELCwNAIAAgAUkEQCACIAFBBGsoAgAiA0ECdGooAgAiBUEATgRAIAMgBGogBCAFai0AADoAAAsgAUEEayEBDAELCwubAQEDfyAFQQAgBPwLAEEAIQQgACABQQJ0aiEGA0AgACAGSQRAAkAgACgCACIHIANqLQAAIghFBEAgBEEBaiEEDAELIAhBCHFFBEAgBSAHakEBOgAACyACIAdBAnRqKAIAIQEgBSAHai0AAARAIAFBAE4EQCABIAVqQQE6AAALBSADIAdqIAhBEHI6AAALCyAAQQRqIQAMAQsLIAQLvwIBBH8gAiEEAn8DQCABIAVLBEBBACAAIAVBAnRqKAIAIAVODQIaIAVBAWohBQwBCwtBAQsEQCABQQFrIQADQCAAQQBOBEAgBCAANgIAIABBAWshACAEQQRqIQQMAQsLIAEPCyADQQAgAUECdPwLAANAIAEgB0sEQCAAIAdBAnRqKAIAIgVBAE4EQCADIAVBAnRqIgUgBSgCAEEBajYCAAsgB0EBaiEHDAELCwNAIAEgBksEQCADIAZBAnRqKAIARQRAIAQgBjYCACAEQQRqIQQLIAZBAWohBgwBCwsgAiEBA0AgASAESQRAAkAgACABKAIAQQJ0aigCACIFQQBIDQAgAyAFQQJ0aiIGKAIAQQFrIQcgBiAHNgIAIAcNACAEIAU2AgAgBEEEaiEECyABQQRqIQEMAQsLIAQgAmtBAnYLagEDfyAEIQUDQCACIAZLBEAgASAGai0AACIHQRBxIAdFIAAgBkECdGooAgBBAE5ycgR/QQEFIAdBB3FBAkYgA0EAR0cLRQRAIAUgBjYCACAFQQRqIQULIAZBAWohBgwBCwsgBSAEa0ECdgvtAQEEfyADQf8BIAJBAnQiB/wLACAFQf8BIAf8CwADQCACIAZLBEAgACAGQQJ0aigCACIIQQBOBEAgAyAIQQJ0aigCACIJQQBIBH9BAQUgASAGQQN0aisDACABIAlBA3RqKwMAZAsEQCADIAhBAnRqIAY2AgALCyAGQQFqIQYMAQsLIAQgAyAH/AoAACACQQFrIQEDQCABQQBOBEAgACABQQJ0aigCACICQQBIBH9BAQUgAyACQQJ0aigCACABRgtFBEAgBSABQQJ0aiAEIAJBAnRqIgIoAgA2AgAgAiABNgIACyABQQFrIQEMAQsLCxMBAX8jHSIAI0tqJEtBACQdIAALLQAgACRKIAFBAEckigEgAiSLASADJIwBIAQkjQEgBSQ7QQAkOkEAJEtBACQdC2oBA38DQCAAIAFJBEACQCM7IARBgICABEsEf0F/BSAAKAIAIAAoAgQgAiADEAsLIgU2AgAgBUEASA0AIAQgBWohBCACIAVBARAeIgYNACAAQQhqIQAMAgsLCyM7IAY2AggjOyAENgIMIAALjQUBBH8DQCAAQYACSQRAIABBAnRBgKsBaiAAQQ10QYCAgIB4cjYCACAAQQFqIQAMAQsLQYCzAUGAgICABjYCAEEAIQADQCAAQRxJBEAgAEECdEGEswFqIABBAnZBAWtBACAAQQhPGyIBIABBCEkEfyAAQQNqBSAAQQNxQQRqIAF0QQNqC0ENdEGABHJyNgIAIABBAWohAAwBCwtB9LMBQYCEgQE2AgBBngIhAANAIABBoAJJBEAgAEECdEGAqwFqQYCAgIAENgIAIABBAWohAAwBCwtBACEAA0AgAEEeSQRAIABBAnRBgLQBaiAAQQF2QQFrQQAgAEEETxsiASAAQQRJBH8gAEEBagUgAEEBcUECaiABdEEBagtBDXRBgARycjYCACAAQQFqIQAMAQsLQR4hAANAIABBIEkEQCAAQQJ0QYC0AWpBgICAgAQ2AgAgAEEBaiEADAELC0EAIQADQCAAQRNJBEAgAEECdEGAtQFqIABBDXQ2AgAgAEEBaiEADAELC0GgCkIANwMAQagKQgA3AwBBsApCADcDAEG4CkIANwMAQQAhAANAIABBoAJJBEAgAEGQAUkEf0EIBSAAQYACSQR/QQkFQQdBCCAAQZgCSRsLCyICQQF0QaAKaiIBLwEAIQMgASADQQFqOwEAIAJBgAVsIANBAXRqQaAKaiAAOwEgIABBAWohAAwBCwtBoApBgKsBQcCFA0ELEAMaQcDaAEIANwMAQcjaAEIANwMAQdDaAEIANwMAQdjaAEIANwMAQQAhAANAIABBIEkEQEHK2gBBytoALwEAIgFBAWo7AQAgAUEBdEHA8wBqIAA7ASAgAEEBaiEADAELC0HA2gBBgLQBQcCVA0EIEAMaCx0AIAAkByABJCcgAiQVIAMkGiAEQQR0JGMgBSQbC6ADAQl/IAJFBEBBACRHCwNAIAAgAUkEQAJAIAAoAgghBSACRQRAI0dBgICABEsEQCAAQQFyDwsgACgCACECIAAoAgQhAyAAIAAoAggiBEEASAR/IAIgAxAIBSAEIAIgAxAJCyICNgIAIAJBAEggAiOFAUtyDQEjRyACaiRHIAVBAEgEf0EAECMFAn9BACAFQRRsIgRB0JYDaiIGKAIMIglBAEgNABojQSICI0IoAgAiAyAEQeSWA2oiBCgCBCIHIAYoAgQiCCOCASODASOEARAfJC4jGygCBCEKIy4jGygCACILQQR0aiAHSwRAIAVBAWoQIwwBC0EAIAYoAgAgCGogCSACIAMgByAIQQBBACALIAoQIEUNABojFSMbKAIIQQR0aiQpIxojGygCDEEEdGokOSAEKAIAIAcgBigCEEEARyALIycgChAiCwtFDQELQQAhAiAFQQFqEGBFBEAgAEECciAAIyJBBGsoAgAbDwsgACgCDARAIAAoAghBFGwiA0HQlgNqIANB5JYDakEU/AoAAAsgAEEQaiEADAILCwsgAAsmACAAJIIBIAEkgwEgAiSEASADJIUBIAQkZCAFJCggBiQiIAckZQvrBQIKfwJ+IABBFGxB0JYDaiIEKAIAIQogBCgCBCEFIygkDCMiJCMjIkEEa0EANgIAI2YEQCMCIwJBBGsoAgBBA3RqIQcjFSEBIwIhAwNAIAMgB0kEQCADKAIAIQYjKSECIAMoAgQgCmshCQNAIAEjFUsEfyABQRBrKAIEIAlPBUEACwRAIAFBEGshAQwBCwsDQCABIAJJBH8gASgCBCAJSQVBAAsEQCABQRBqIQEMAQsLIAEhAiMpIQgCfwNAIAIgCEkEfyACKAIEIAlGBUEACwRAQQEgAigCACAGRg0CGiACQRBqIQIMAQsLQQALBH9BAQUgBiAKIAkgBRAhC0UEQEEADwsgA0EIaiEDDAELCyMaIQEDQCABIzlJBEAgASgCACAKIAEoAgQgBRAhRQRAQQAPCyABQRBqIQEMAQsLIyJBBGsjIyMia0EDdjYCACMjIyJLBEBBAA8LIyhBEGohAgNAIAIjDEkEQCACKQMAIQsgAikDCCEMIAIoAgQhBSACIQEDQCABIyhLBH8gAUEQaygCBCAFSwVBAAsEQCABIAFBEGsiAykDADcDACABIAMpAwg3AwggAyEBDAELCyABIAs3AwAgASAMNwMIIAJBEGohAgwBCwsLIzQgAEEUbEHQlgNqIgEoAgQjDCMpIxVraiMoa0EEdiICQQR0aiIDIAEoAgBqTQR/QQAFIAEgAzYCCEEBCwR/IABBFGxB0JYDaiIAIAI2AgwgAEEANgIQIAAoAgAgACgCBGoFQQALIgJFBEBBAA8LI0gEQCAEQQE2AhALIxUhASMoIQMDQCADIwxJBEAgAygCBCEEIAEhAANAIAAjKUkEfyAAKAIEIARNBUEACwRAIABBEGohAAwBCwsgAiABIAAgAWsiBPwKAAAgACEBIAIgBGoiACADKQMANwMAIAAgAykDCDcDCCAAQRBqIQIgA0EQaiEDDAELCyACIAEjKSABa/wKAAAjZCNkKwMAIy64oDkDAEEBC10BAn8jNCAAQRRsQdCWA2oiAigCBCABQQR0aiIDIAIoAgBqTQR/QQAFIAIgAzYCCEEBC0UEQEEADwsgAEEUbEHQlgNqIgAgATYCDCAAQQA2AhAgACgCACAAKAIEagsOACAAJBggASQgIAIkUwuwBAIFfgV/QQEhByABIABrQQdxIgkEQCAJIAApAwBCwAAgCUEDdK19hiICQv+B/Ifwn8D/AIMiA0KBgIiAsICAAn5CMIinIAJCCIhC/4H8h/CfwP8AgyICQoGAiICwgIACfkIwiKdqQQF0IAJCgYCEgJCAwAB+QjCIp2tqIQggAiADfEKBgISAkIDAAH5CMIinQQFqIQcgACAJaiEACwNAIAAgAUkEQCABIABBgCtqIgkgASAJSRshCQNAQgAhA0IAIQJCACEEIAkgAEGAAWoiCiAJIApJGyIKIABrIgtBCHEEQCAAKQMAIgJC/4H8h/CfwP8AgyEDIAJCCIhC/4H8h/CfwP8AgyECIABBCGohAAsDQCAAIApJBEAgBCAAKQMAIgRC/4H8h/CfwP8AgyIGIARCCIhC/4H8h/CfwP8AgyIFfCACIAN8QgGGfHwhBCADIAYgACkDCCIGQv+B/Ifwn8D/AIN8fCEDIAIgBSAGQgiIQv+B/Ifwn8D/AIN8fCECIABBEGohAAwBCwsgCCAHIAtsIARC//+DgPD/P4MgBEIQiEL//4OA8P8/g3wiBCAEQiCIfKdBA3RqIANCgYCIgLCAgAJ+QjCIpyACQoGAiICwgIACfkIwiKdqQQF0IAJCgYCEgJCAwAB+QjCIp2tqaiEIIAcgAiADfEKBgISAkIDAAH5CMIinaiEHIAAgCUkNAAsgB0Hx/wNwIQcgCEHx/wNwIQgMAQsLIAhBEHQgB3ILCxsBAEHgqgELExAREgAIBwkGCgULBAwDDQIOAQ8=";
  }
});

// src/wasm/core.ts
function inSteps(count3, run11, step2 = STEP2) {
  for (let from = 0; from < count3; from += step2) run11(from, Math.min(count3, from + step2));
}
var PAGE, GAP, OWN, compiled, partSize, partsSize, STEP2, Core;
var init_core = __esm({
  "src/wasm/core.ts"() {
    "use strict";
    init_core_code();
    PAGE = 65536;
    GAP = 256;
    OWN = 2 * PAGE;
    partSize = (bytes2) => Math.ceil(bytes2 / 16) * 16 + GAP;
    partsSize = (parts) => Object.values(parts).reduce((sum, bytes2) => sum + partSize(bytes2), 0);
    STEP2 = 1 << 13;
    Core = class {
      exports;
      /** Who reads commits or trees. */
      reader;
      #memory;
      #next;
      /** @param bytes the sum of `partSize` of all parts. Memory that is never touched costs nothing. */
      constructor(bytes2) {
        const memory = new WebAssembly.Memory({ initial: Math.ceil((OWN + GAP + bytes2) / PAGE) });
        this.#memory = memory.buffer;
        compiled ??= new WebAssembly.Module(Buffer.from(CODE, "base64"));
        const calls = {
          full: () => this.reader?.full(),
          treesName: (from, to) => this.reader?.treesName?.(from, to) ?? 0,
          treesWanted: (id) => this.reader?.treesWanted?.(id) ?? -1
        };
        this.exports = new WebAssembly.Instance(compiled, { env: { memory, ...calls } }).exports;
        this.#next = Math.ceil(this.exports.free() / 16) * 16 + GAP;
      }
      /** A part of the memory; its address is the offset of the buffer's first byte. It begins at a multiple of 16. */
      take(bytes2) {
        const at = this.#next;
        this.#next += partSize(bytes2);
        return this.bytes(at, bytes2);
      }
      /** As `take`, for several parts, of so many bytes each. */
      takeAll(parts) {
        const taken = Object.entries(parts).map(([part, bytes2]) => [part, this.take(bytes2)]);
        return Object.fromEntries(taken);
      }
      /** As `takeAll`, but gives the addresses of the parts. */
      place(parts) {
        const placed = Object.entries(this.takeAll(parts)).map(([part, { byteOffset }]) => [part, byteOffset]);
        return Object.fromEntries(placed);
      }
      /** As `take`, for so many numbers of four bytes. */
      takeNumbers(count3) {
        return this.numbers(this.take(4 * count3).byteOffset, count3);
      }
      /** What stands at an address. */
      bytes(at, length) {
        return Buffer.from(this.#memory, at, length);
      }
      /** As `bytes`, for so many numbers of four bytes. */
      numbers(at, count3) {
        return new Int32Array(this.#memory, at, count3);
      }
      /** As `bytes`, for so many numbers of eight bytes, at a multiple of eight. */
      doubles(at, count3) {
        return new Float64Array(this.#memory, at, count3);
      }
      /** Whether data lies in the memory. */
      holds(data) {
        return data.buffer === this.#memory;
      }
    };
  }
});

// src/wasm/range-table.ts
var RANGES, RangeTable;
var init_range_table = __esm({
  "src/wasm/range-table.ts"() {
    "use strict";
    init_core();
    RANGES = 2048;
    RangeTable = class {
      /** Of what was taken last. */
      address = 0;
      #core;
      #table;
      /** The last pairs that stood in the memory: to ask for an array's memory takes as long as to copy a few. */
      #held;
      /** Bytes that it takes in the memory of a core. */
      static size = partSize(8 * RANGES);
      constructor(core) {
        this.#core = core;
        this.#table = core.takeNumbers(2 * RANGES);
      }
      /**
       * Has ranges from the number `next` on in the memory, where they may be already.
       * @param pairs two numbers each, of `count` ranges
       * @returns how many of them there are at `address`
       */
      take(pairs, count3, next) {
        if (pairs !== this.#held && this.#core.holds(pairs)) this.#held = pairs;
        if (pairs === this.#held) {
          this.address = pairs.byteOffset + 8 * next;
          return count3 - next;
        }
        const taken = Math.min(count3 - next, RANGES);
        this.#table.set(pairs.subarray(2 * next, 2 * (next + taken)));
        this.address = this.#table.byteOffset;
        return taken;
      }
    };
  }
});

// src/detect/decode/base64-seek.ts
var ROOM, PARTS, Base64Seeker;
var init_base64_seek = __esm({
  "src/detect/decode/base64-seek.ts"() {
    "use strict";
    init_core();
    init_range_table();
    init_base64();
    ROOM = 1024;
    PARTS = { phases: 4 * 256, places: 8 + 4 * ROOM };
    Base64Seeker = class {
      #core;
      #places;
      #table;
      /** Bytes that it takes in the memory of a core. */
      static size = partsSize(PARTS) + RangeTable.size;
      constructor(core) {
        this.#core = core;
        const phases = core.take(PARTS.phases);
        for (const [k, table] of PHASES.entries()) phases.set(table, 256 * k);
        this.#places = core.takeNumbers(PARTS.places / 4);
        this.#table = new RangeTable(core);
        core.exports.setupBase64(phases.byteOffset, this.#places.byteOffset + 8, ROOM);
      }
      /**
       * Calls back for places in some ranges that look like the inside of base64 of text, in ascending order: at least one for each
       * run of MIN_RUN characters.
       * @param data in the memory of the core
       */
      seek(data, end, { pairs, count: count3 }, found2) {
        for (let next = 0; next < count3; ) {
          const taken = this.#table.take(pairs, count3, next);
          this.#walk(this.#table.address, taken, data.byteOffset, end, found2);
          next += taken;
        }
      }
      #walk(ranges, count3, base, end, found2) {
        const places2 = this.#places;
        const last = ranges + 8 * count3;
        for (let at = ranges, goOn = 0; at < last; goOn = places2[0]) {
          at = this.#core.exports.seekBase64(at, last, base, base + end, goOn);
          for (let n = 0, total = places2[1]; n < total; n++) found2(places2[2 + n] - base);
        }
      }
    };
  }
});

// src/detect/hit.ts
function hitOf(rule, start, end, confidence, reasons, { evidence, distance, decoded } = NO_MORE) {
  return { rule, start, end, from: start, to: end, confidence, reasons, evidence, distance, decoded };
}
function regionOf(at, from, to) {
  const region = hitOf(REGION, at, to, "low", []);
  region.from = from;
  region.to = to;
  return region;
}
function movedHit(hit, by) {
  const copy = hitOf(hit.rule, hit.start + by, hit.end + by, hit.confidence, hit.reasons, hit);
  copy.from = hit.from + by;
  copy.to = hit.to + by;
  return copy;
}
var REGION, AROUND, NO_MORE;
var init_hit = __esm({
  "src/detect/hit.ts"() {
    "use strict";
    REGION = -1;
    AROUND = 72;
    NO_MORE = {};
  }
});

// src/detect/look.ts
var FEW, LOOK, Looks;
var init_look = __esm({
  "src/detect/look.ts"() {
    "use strict";
    FEW = 32;
    LOOK = 4;
    Looks = class {
      data = new Int32Array(LOOK * 256);
      count = 0;
      /** Of the look at hand. */
      from = 0;
      to = 0;
      /** Nothing is taken down: what is looked at are other bytes, decoded ones. */
      paused = false;
      #start = 0;
      #end = 0;
      /** Begins a scan of the bytes `[start, end)`. */
      clear(start, end) {
        this.count = 0;
        this.#start = start;
        this.#end = end;
      }
      /** Begins a look at the bytes `[at, to)`. */
      begin(at, to) {
        this.from = at;
        this.to = to;
      }
      saw(from, to) {
        if (from < this.from) this.from = from;
        if (to > this.to) this.to = to;
      }
      /** Ends the look at hand. */
      end(kind, at) {
        if (!this.paused) this.add(kind, at, Math.max(this.from, this.#start), Math.min(this.to, this.#end));
      }
      add(kind, at, from, to) {
        const place2 = LOOK * this.count++;
        if (place2 === this.data.length) {
          const larger = new Int32Array(2 * this.data.length);
          larger.set(this.data);
          this.data = larger;
        }
        const { data } = this;
        data[place2] = kind;
        data[place2 + 1] = at;
        data[place2 + 2] = from;
        data[place2 + 3] = to;
      }
      /** Takes the first looks of some data. */
      take(data, count3) {
        this.#reserve(count3);
        this.data.set(data.subarray(0, LOOK * count3));
        this.count = count3;
      }
      /** As `take`, for numbers that stand anywhere as bytes. */
      takeBytes(bytes2) {
        this.count = bytes2.length / (4 * LOOK);
        this.#reserve(this.count);
        new Uint8Array(this.data.buffer).set(bytes2);
      }
      #reserve(count3) {
        if (this.data.length < LOOK * count3) this.data = new Int32Array(LOOK * 2 ** Math.ceil(Math.log2(count3)));
      }
      /** Puts the looks in the order of their places. */
      sort() {
        const { data, count: count3 } = this;
        let sorted = true;
        for (let i = LOOK; sorted && i < LOOK * count3; i += LOOK) sorted = data[i - 3] <= data[i + 1];
        if (sorted) return;
        if (count3 <= FEW) return this.#sortFew();
        const keys = Float64Array.from({ length: count3 }, (_, i) => data[LOOK * i + 1] * count3 + i).sort();
        const old = data.slice(0, LOOK * count3);
        for (let i = 0; i < count3; i++) {
          const from = LOOK * (keys[i] % count3);
          for (let k = 0; k < LOOK; k++) data[LOOK * i + k] = old[from + k];
        }
      }
      /** Puts each before those of a later place, one after the other. */
      #sortFew() {
        const { data } = this;
        for (let i = LOOK; i < LOOK * this.count; i += LOOK) {
          const [kind, at, from, to] = [data[i], data[i + 1], data[i + 2], data[i + 3]];
          let place2 = i;
          for (; place2 > 0 && data[place2 - LOOK + 1] > at; place2 -= LOOK)
            for (let k = 0; k < LOOK; k++) data[place2 + k] = data[place2 - LOOK + k];
          data[place2] = kind;
          data[place2 + 1] = at;
          data[place2 + 2] = from;
          data[place2 + 3] = to;
        }
      }
      /** Leaves out the looks of a kind. */
      drop(kind) {
        const { data } = this;
        let kept = 0;
        for (let i = 0; i < LOOK * this.count; i += LOOK) {
          if (data[i] === kind) continue;
          for (let k = 0; k < LOOK; k++) data[kept + k] = data[i + k];
          kept += LOOK;
        }
        this.count = kept / LOOK;
      }
      /** Joins the looks of another table, in any order, into these, which are in order. */
      merge(others) {
        if (others.count === 0) return;
        others.sort();
        let [mine, its] = [LOOK * (this.count - 1), LOOK * (others.count - 1)];
        this.count += others.count;
        if (this.data.length < LOOK * this.count) {
          const larger = new Int32Array(LOOK * 2 ** Math.ceil(Math.log2(this.count)));
          larger.set(this.data.subarray(0, mine + LOOK));
          this.data = larger;
        }
        const { data } = this;
        for (let to = LOOK * (this.count - 1); its >= 0; to -= LOOK) {
          const last = mine >= 0 && data[mine + 1] > others.data[its + 1];
          const source = last ? data : others.data;
          const from = last ? mine : its;
          for (let k = 0; k < LOOK; k++) data[to + k] = source[from + k];
          if (last) mine -= LOOK;
          else its -= LOOK;
        }
      }
      /** Whether a look depends on bytes in `[from, to)`. */
      touch(from, to) {
        for (let i = 0; i < LOOK * this.count; i += LOOK) if (this.data[i + 2] < to && this.data[i + 3] > from) return true;
        return false;
      }
    };
  }
});

// src/detect/decode/escapes.ts
function escapeAt(look2, data, at, end) {
  look2.saw(at, at + MAX_REFERENCE + 1);
  const byte = data[at];
  if (byte === PERCENT) return at + 2 < end && hex2(data, at + 1, 2) >= 0 ? "percent-encoding" : void 0;
  if (byte === BACKSLASH4) {
    const next = data[at + 1];
    if (next === 47) return "string-escapes";
    if (next === 117 && at + 5 < end && data[at + 2] === 48 && data[at + 3] === 48) return "string-escapes";
    return next === 120 && at + 3 < end && hex2(data, at + 2, 2) >= 32 ? "string-escapes" : void 0;
  }
  return byte === AMPERSAND2 && at + 4 < end && reference(data, at, end) ? "html-entities" : void 0;
}
function unescape(data, since, at, encoding, start, end) {
  const stops = encoding === "percent-encoding" ? endsUrl : endsLine;
  const lowest = Math.max(start, since - BEFORE3);
  const highest = Math.min(end, at + BEHIND3);
  let from = at;
  while (from > lowest && !stops(data[from - 1])) from--;
  let to = at;
  while (to < highest && !stops(data[to])) to++;
  const builder = new ViewBuilder(data);
  const decode3 = encoding === "percent-encoding" ? percent : encoding === "string-escapes" ? backslash : entity;
  for (let i = from; i < to; ) {
    const step2 = decode3(data, i, to);
    if (step2) {
      builder.push(step2.byte, i, i + step2.length);
      i += step2.length;
    } else {
      builder.push(data[i], i, i + 1);
      i++;
    }
  }
  const view = builder.view(encoding, Math.max(start, from - 1), Math.min(end, to + 1));
  return { view, done: to < highest || to === end ? to : to - SHARED };
}
function endsUrl(byte) {
  return byte <= SPACE5 || byte === QUOTE4 || byte === APOSTROPHE || byte === GRAVE || byte === LESS3 || byte === GREATER;
}
function endsLine(byte) {
  return byte === LF5;
}
function percent(data, at, end) {
  if (data[at] !== PERCENT || at + 3 > end) return void 0;
  const byte = hex2(data, at + 1, 2);
  return byte < 0 ? void 0 : { byte, length: 3 };
}
function backslash(data, at, end) {
  if (data[at] !== BACKSLASH4 || at + 1 >= end) return void 0;
  const next = data[at + 1];
  const simple = LETTERS2[next];
  if (simple !== void 0) return { byte: simple, length: 2 };
  const digits3 = next === 117 ? 4 : next === 120 ? 2 : 0;
  if (digits3 === 0 || at + 2 + digits3 > end) return void 0;
  const code2 = hex2(data, at + 2, digits3);
  return code2 < 0 ? void 0 : { byte: code2 < 128 ? code2 : 255, length: 2 + digits3 };
}
function entity(data, at, end) {
  return data[at] === AMPERSAND2 ? reference(data, at, end) : void 0;
}
function reference(data, at, end) {
  let stop = at + 1;
  while (stop < end && stop < at + MAX_REFERENCE && data[stop] !== SEMICOLON) stop++;
  if (data[stop] !== SEMICOLON || stop >= end) return void 0;
  const text = String.fromCharCode(...data.subarray(at + 1, stop));
  const number = /^#(?:x([0-9a-f]{1,4})|(\d{1,5}))$/i.exec(text);
  const code2 = number ? number[1] === void 0 ? Number(number[2]) : Number.parseInt(number[1], 16) : NAMED2[text.toLowerCase()];
  if (code2 === void 0) return void 0;
  return { byte: code2 < 128 ? code2 : 255, length: stop + 1 - at };
}
function hex2(data, at, digits3) {
  let value = 0;
  for (let i = at; i < at + digits3; i++) {
    const byte = data[i];
    const digit = byte >= 48 && byte <= 57 ? byte - 48 : (byte | 32) >= 97 && (byte | 32) <= 102 ? (byte | 32) - 87 : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}
var TAB5, LF5, SPACE5, QUOTE4, PERCENT, AMPERSAND2, APOSTROPHE, SEMICOLON, LESS3, GREATER, BACKSLASH4, GRAVE, BEFORE3, BEHIND3, SHARED, HIDDEN, escapes, LETTERS2, NAMED2, MAX_REFERENCE;
var init_escapes = __esm({
  "src/detect/decode/escapes.ts"() {
    "use strict";
    init_bytes();
    init_view2();
    [TAB5, LF5, SPACE5, QUOTE4, PERCENT, AMPERSAND2, APOSTROPHE, SEMICOLON, LESS3, GREATER, BACKSLASH4, GRAVE] = [
      9,
      10,
      32,
      34,
      37,
      38,
      39,
      59,
      60,
      62,
      92,
      96
    ];
    BEFORE3 = 384;
    BEHIND3 = 3072;
    SHARED = 1024;
    HIDDEN = Array.from("$+-./:=_|~", (char) => char.charCodeAt(0));
    escapes = {
      always: true,
      literals: [
        ...HIDDEN.map((code2) => ({ text: `%${code2.toString(16)}`, fold: true, prev: ALPHANUMERIC, next: ALPHANUMERIC })),
        ...HIDDEN.flatMap((code2) => {
          const hex3 = code2.toString(16);
          return [`\\u00${hex3}`, `\\x${hex3}`, `&#${code2};`, `&#x${hex3};`].map((text) => ({ text, fold: true }));
        }),
        ...["%3a%2f%2f", String.raw`:\/\/`].map((text) => ({ text, fold: true }))
      ],
      run({ data, decoder }, at) {
        const byte = data[at];
        decoder.escape(at, byte === PERCENT ? "percent-encoding" : byte === AMPERSAND2 ? "html-entities" : "string-escapes");
      }
    };
    LETTERS2 = {
      110: LF5,
      114: 13,
      116: TAB5,
      34: QUOTE4,
      39: APOSTROPHE,
      47: 47,
      92: BACKSLASH4,
      96: GRAVE
    };
    NAMED2 = { amp: AMPERSAND2, quot: QUOTE4, apos: APOSTROPHE, lt: LESS3, gt: GREATER };
    MAX_REFERENCE = 8;
  }
});

// src/detect/decode/quoted-printable.ts
function isHeader(look2, data, at, start) {
  look2.saw(at - NAME3, at);
  return /transfer-encoding[ \t]*:[ \t]*["']?$/i.test(data.toString("latin1", Math.max(start, at - NAME3), at));
}
function readPart(look2, data, at, end) {
  const from = partStart(data, at, end);
  look2.saw(at, from < 0 ? at + MAX_HEADERS + 1 : from);
  if (from < 0) return void 0;
  const stop = partEnd(data, from, Math.min(end, from + MAX_PART), end);
  look2.saw(at, stop + 3);
  let next = from;
  while (next < stop && !charAt(data, next, end)) next = nextSign(data, next + 1, stop);
  if (next >= stop) return void 0;
  const builder = new ViewBuilder(data);
  let i = from;
  while (i < stop) {
    const char = charAt(data, i, end);
    if (char) {
      if (char.byte !== void 0) builder.push(char.byte, i, i + char.length);
      i += char.length;
    } else {
      const sign = nextSign(data, i + 1, stop);
      builder.copy(i, sign);
      i = sign;
    }
  }
  look2.saw(at, i + 3);
  return builder.length > 0 ? builder.view("quoted-printable", at, i) : void 0;
}
function charAt(data, at, end) {
  if (data[at] !== EQUALS3) return void 0;
  const length = breakLength(data, at, end);
  if (length > 0) return { length };
  const byte = hex2(data, at + 1, 2);
  return byte < 0 ? void 0 : { byte: byte < 128 ? byte : 255, length: 3 };
}
function nextSign(data, at, stop) {
  const found2 = data.indexOf(EQUALS3, at);
  return found2 < 0 || found2 > stop ? stop : found2;
}
function partEnd(data, from, limit, end) {
  for (let at = from; at >= 0 && at < limit; at = data.indexOf(LF6, at) + 1 || -1) if (isBoundary(data, at, end)) return at;
  return limit;
}
function partStart(data, at, end) {
  const limit = Math.min(end, at + MAX_HEADERS);
  for (let from = at + ENCODING.length, isFirst = true; from < limit; isFirst = false) {
    const line = data.indexOf(LF6, from);
    if (line < 0 || line >= limit) return -1;
    const isEmpty = line === from || line === from + 1 && data[from] === CR5;
    if (isEmpty && !isFirst) return line + 1;
    if (!(isFirst ? REST : HEADER2).test(data.toString("latin1", from, line))) return -1;
    from = line + 1;
  }
  return -1;
}
function breakLength(data, at, end) {
  let i = at + 1;
  while (i < end && (data[i] === SPACE6 || data[i] === CR5)) i++;
  return i < end && data[i] === LF6 ? i + 1 - at : 0;
}
function isBoundary(data, at, end) {
  return data[at] === DASH2 && at + 2 < end && data[at + 1] === DASH2 && data[at + 2] > SPACE6 && data[at - 1] === LF6;
}
var MAX_HEADERS, MAX_PART, LF6, CR5, DASH2, EQUALS3, SPACE6, ENCODING, quotedPrintable, NAME3, HEADER2, REST;
var init_quoted_printable = __esm({
  "src/detect/decode/quoted-printable.ts"() {
    "use strict";
    init_escapes();
    init_view2();
    MAX_HEADERS = 4096;
    MAX_PART = 65536;
    [LF6, CR5, DASH2, EQUALS3, SPACE6] = [10, 13, 45, 61, 32];
    ENCODING = "quoted-printable";
    quotedPrintable = {
      always: true,
      literals: [{ text: ENCODING, fold: true }],
      run({ decoder, data, start, look: look2 }, at) {
        if (isHeader(look2, data, at, start)) decoder.part(at);
      }
    };
    NAME3 = 32;
    HEADER2 = /^(?:[ \t]|[!-9;-~]+:)/;
    REST = /^["']?[ \t]*\r?$/;
  }
});

// src/detect/decode/decoder.ts
function isGuess(view) {
  return view.unsure === true || view.outer !== void 0 && isGuess(view.outer);
}
function widen(region, { from, to }) {
  region.from = Math.min(region.from, from);
  region.to = Math.max(region.to, to);
  region.end = region.to;
}
function inOuter(hit, view) {
  const [start, end] = placeIn(view, hit.start, hit.end);
  const decoded = {
    secret: hit.decoded?.secret ?? view.data.toString("latin1", hit.start, hit.end),
    from: [...encodingsOf(view), ...hit.decoded?.from ?? []],
    unsure: isGuess(view) || !hit.decoded && end - start === hit.end - hit.start
  };
  const { rule, confidence, reasons, evidence, distance } = hit;
  return hitOf(rule, start, end, confidence, reasons, { evidence, distance, decoded });
}
var MAX_DEPTH, BUDGET, MAX_TOKEN, WEAK_RANK, STRUCTURE_RANK, ESCAPES2, JOINTS, BASE64_LOOK, Decoder;
var init_decoder = __esm({
  "src/detect/decode/decoder.ts"() {
    "use strict";
    init_hit();
    init_look();
    init_base64();
    init_escapes();
    init_joins();
    init_quoted_printable();
    init_view2();
    init_bytes();
    MAX_DEPTH = 3;
    BUDGET = 1 << 18;
    MAX_TOKEN = 8192;
    WEAK_RANK = 30;
    STRUCTURE_RANK = 50;
    ESCAPES2 = byteSet("%&\\");
    JOINTS = byteSet("\"'`\\\n\r");
    BASE64_LOOK = -2;
    Decoder = class {
      /** Whether in the look at hand something was found encoded, or was not looked for because it had been. */
      wasAsked = false;
      /** Takes down what is looked at. */
      #looks;
      #tasks = [];
      #budget = BUDGET;
      #data = Buffer.alloc(0);
      #start = 0;
      #end = 0;
      /** Up to where each kind of encoding has been dealt with. */
      #runs = 0;
      #values = 0;
      #escapes = { "percent-encoding": 0, "string-escapes": 0, "html-entities": 0 };
      #joins = 0;
      #parts = 0;
      /** The run of token characters that was seen last, and whether something encoded goes on behind it. */
      #tokenAt = 0;
      #tokenEnd = 0;
      #tokenTold = false;
      /** @param looks takes down what is looked at */
      constructor(looks) {
        this.#looks = looks;
      }
      /** Begins a scan. */
      begin(data, start, end) {
        this.#budget = BUDGET;
        this.#tasks.length = 0;
        this.#enter(data, start, end);
      }
      #enter(data, start, end) {
        this.#data = data;
        this.#start = start;
        this.#end = end;
        this.#runs = this.#values = this.#joins = this.#parts = this.#tokenAt = this.#tokenEnd = start;
        this.#escapes["percent-encoding"] = this.#escapes["string-escapes"] = this.#escapes["html-entities"] = start;
      }
      get idle() {
        return this.#tasks.length === 0;
      }
      /** Begins a look at a literal. */
      beginLook() {
        this.wasAsked = false;
      }
      /** Base64 of text around a place where such characters stand; gives where to go on. */
      base64At(at) {
        if (at < this.#runs) return this.#runs;
        const looks = this.#looks;
        looks.begin(at, at);
        if (this.#budget <= 0) {
          looks.saw(this.#start, this.#end);
          looks.end(BASE64_LOOK, at);
          return this.#runs = this.#end;
        }
        while (this.#runs <= at) {
          const known = this.#tasks.find((task) => task.start <= at && at < task.end);
          if (known) looks.saw(known.start, known.end);
          const run11 = known ?? readRun(looks, this.#data, at, this.#start, this.#end, this.#runs);
          this.#runs = run11.end;
          if (run11 !== known && run11.view) this.#add(run11.view, run11.start, run11.end);
        }
        looks.end(BASE64_LOOK, at);
        return this.#runs;
      }
      /** Base64 that begins with what a credential begins with. */
      anchored(at) {
        if (this.#isTold(at)) return;
        const run11 = readAnchored(this.#looks, this.#data, at, this.#start, this.#end);
        if (run11.view) this.#add(run11.view, run11.start, run11.end);
      }
      /** The token in which a literal was found may go on behind a quote, a line end or an escape. */
      token(at) {
        if (at >= this.#tokenAt && at < this.#tokenEnd) {
          this.#looks.saw(this.#tokenAt - AROUND, this.#tokenEnd + 1);
          this.wasAsked ||= this.#tokenTold;
          return;
        }
        this.#tokenAt = at;
        this.#tokenEnd = tokenEnd(this.#data, at, Math.min(this.#end, at + MAX_TOKEN));
        this.#looks.saw(at, this.#tokenEnd + 1);
        this.#piece(at, this.#tokenEnd);
        this.#tokenTold = this.wasAsked;
      }
      /** A string or a line ends at `at`, and what follows may go on with it. */
      seam(at) {
        if (this.#isDone(at < this.#joins)) return;
        const piece = cutAt(this.#looks, this.#data, at, this.#start, this.#end);
        if (piece) this.#join(piece.from, piece.to);
      }
      /** @param at where a first piece ends that begins at `from` */
      #piece(from, at) {
        if (at >= this.#end) return;
        const byte = this.#data[at];
        if (ESCAPES2[byte] === 1) this.maybeEscape(at, from);
        if (JOINTS[byte] === 1 && !this.#isDone(at < this.#joins)) this.#join(from, at);
      }
      #join(from, at) {
        const view = joinPieces(this.#looks, this.#data, from, at, this.#start, this.#end);
        if (!view) return;
        this.#joins = view.lastPiece;
        this.#add(view);
      }
      /** A part of a mail in quoted-printable. */
      part(at) {
        if (this.#isDone(at < this.#parts)) return;
        const view = readPart(this.#looks, this.#data, at, this.#end);
        if (!view) return;
        this.#parts = view.to;
        this.#add(view);
      }
      /** A value in which base64 is expected whatever its name is. */
      value(start, end) {
        if (this.#isTold(start)) return;
        const run11 = readValue2(this.#looks, this.#data, start, end, this.#start, this.#end);
        if (run11?.view) this.#add(run11.view, run11.start, run11.end);
      }
      /** Whether base64 that stands at `at` is told already. */
      #isTold(at) {
        return this.#isDone(this.#tasks.some((task) => task.start <= at && at < task.end));
      }
      /** Takes down for the look at hand that it leaves something out. */
      #isDone(done) {
        if (done) this.wasAsked = true;
        return done;
      }
      /** A value given to a name: it may be base64, or only the first piece. */
      given(nameStart, { start, end }) {
        if (this.#isDone(start < this.#values)) return;
        const run11 = readValue2(this.#looks, this.#data, start, end, this.#start, this.#end);
        if (!run11?.view) {
          for (let at = start; at < end; at++) if (ESCAPES2[this.#data[at]] === 1) this.maybeEscape(at);
          return this.#piece(nameStart, end);
        }
        this.#values = run11.end;
        if (!this.#isTold(start)) this.#add(run11.view, run11.start, run11.end);
      }
      /** What stands at `at`, behind a name or in a value, may be an escape. */
      maybeEscape(at, since = at) {
        if (at >= this.#end) return;
        const encoding = escapeAt(this.#looks, this.#data, at, this.#end);
        if (encoding) this.escape(at, encoding, since);
      }
      /** An encoded character. */
      escape(at, encoding, since = at) {
        if (this.#isDone(at < this.#escapes[encoding])) return;
        const { view, done } = unescape(this.#data, since, at, encoding, this.#start, this.#end);
        this.#escapes[encoding] = Math.max(at + 1, done);
        this.#add(view);
      }
      /**
       * Scans what was found encoded, and what is encoded in that.
       * @param hits those of the bytes themselves
       * @param rank of a rule
       * @returns all hits, with places in the bytes that were begun with, and the regions in which something was decoded
       */
      run(hits, scanPlain, rank2) {
        const strength = (hit) => hit.rule < 0 ? Infinity : rank2(hit.rule);
        const found2 = [];
        let tasks = this.#take().map((task) => Object.assign(task, { region: this.#regionOf(task) }));
        let all = hits.concat(tasks.map(({ region }) => region));
        this.#looks.paused = true;
        for (let depth = 1; tasks.length > 0 && depth <= MAX_DEPTH; depth++) {
          const inner = [];
          for (const { view, start, end, region } of tasks) {
            if (end > start) {
              const [from, to] = view.outer ? placeIn(view.outer, start, end) : [start, end];
              const strong = all.find(
                (hit) => hit.rule >= 0 && !hit.decoded && hit.start <= from && hit.end >= to && strength(hit) >= STRUCTURE_RANK
              );
              if (strong) {
                widen(region, strong);
                continue;
              }
              all = all.filter((hit) => {
                if (hit.decoded || hit.start < from || hit.end > to || strength(hit) > WEAK_RANK) return true;
                widen(region, hit);
                return false;
              });
            }
            this.#enter(view.data, 0, view.data.length);
            for (const hit of scanPlain(view.data)) {
              if (view.unsure && strength(hit) < STRUCTURE_RANK) continue;
              const { firstPiece } = view;
              if (firstPiece !== void 0 && (hit.end <= firstPiece || view.encoding === "folded-lines" && hit.start >= firstPiece))
                continue;
              const outer = inOuter(hit, view);
              if (firstPiece !== void 0 && outer.end - outer.start <= hit.end - hit.start) continue;
              all.push(outer);
              found2.push({ hit: outer, region });
            }
            for (const task of this.#take()) inner.push({ ...task, view: { ...task.view, outer: view }, region });
          }
          tasks = inner;
        }
        this.#looks.paused = false;
        for (const { hit, region } of found2) [hit.from, hit.to] = [region.from, region.to];
        return all;
      }
      /** All on which it depends that something is decoded, and what. */
      #regionOf({ view, look: look2 }) {
        const [, at, from, to] = this.#looks.data.subarray(LOOK * look2, LOOK * (look2 + 1));
        const first = Math.max(this.#start, Math.min(view.from, from, at - AROUND));
        const last = Math.min(this.#end, Math.max(view.to, to, at + AROUND));
        return regionOf(view.from, first, last);
      }
      /** @param start where base64 stands, without what is around it */
      #add(view, start = 0, end = 0) {
        this.wasAsked = true;
        this.#budget -= view.data.length;
        if (this.#budget >= 0) this.#tasks.push({ view, start, end, look: this.#looks.count });
        else this.#looks.saw(this.#start, this.#end);
      }
      #take() {
        const tasks = this.#tasks;
        this.#tasks = [];
        return tasks;
      }
    };
  }
});

// src/detect/decode/kubernetes.ts
var MAX_OBJECT, ENTRY, kubernetes;
var init_kubernetes = __esm({
  "src/detect/decode/kubernetes.ts"() {
    "use strict";
    MAX_OBJECT = 8192;
    ENTRY = /["']?[\w.-]{1,80}["']?:[ \t]{0,8}["']?([A-Za-z0-9+/]{12,}={0,2})(?=["']?[ \t]{0,8}(?:,|\r?\n|\}|$))/g;
    kubernetes = {
      always: true,
      literals: ["kind: secret\n", "kind: secret\r", '"kind":"secret"', '"kind": "secret"'].map((text) => ({ text, fold: true })),
      run(context, at) {
        const { data, start, end, look: look2, decoder } = context;
        const before = data.toString("latin1", Math.max(start, at - MAX_OBJECT), at);
        const from = at - before.length + before.lastIndexOf("\n---") + 1;
        const behind = data.toString("latin1", at, Math.min(end, at + MAX_OBJECT));
        const next = behind.indexOf("\n---");
        const to = next < 0 ? at + behind.length : at + next;
        look2.saw(from - 1, to + 4);
        for (const found2 of data.toString("latin1", from, to).matchAll(ENTRY)) {
          const stop = from + found2.index + found2[0].length;
          decoder.value(stop - found2[1].length, stop);
        }
      }
    };
  }
});

// src/detect/score/forms.ts
function findGiven(look2, data, at, wordEnd2, start, end) {
  const found2 = findAssignment(look2, data, at, wordEnd2, start, end);
  const { nameStart, nameEnd, operator } = found2;
  const given = { nameStart, nameEnd, spans: [] };
  const add2 = (form, value2) => {
    const { start: from, end: to, quote: quote2, closed } = value2;
    if (to > from) given.spans.push({ form, span: { nameStart, nameEnd, start: from, end: to, quote: quote2, closed } });
  };
  if (operator === "none" || operator === "space" || operator === "comma") {
    const paired2 = valueOfPair(look2, data, nameEnd, end);
    if (paired2) {
      add2("pair", paired2);
      return given;
    }
  }
  if (operator === "none") {
    const value2 = symbolValue(look2, data, nameStart, nameEnd, start, end) ?? serializedValue(look2, data, nameEnd, end) ?? emphasisedValue(look2, data, nameEnd, end);
    if (value2) add2("comma", value2);
    return given;
  }
  if (operator === "call") {
    const values2 = callValues(found2.values, data);
    for (const value2 of values2) add2("call", value2);
    return given;
  }
  const [value] = found2.values;
  if (!value) return given;
  if (operator === "space" && value.quote === 0 && isSet(look2, data, nameStart, nameEnd, start)) {
    add2("assign", value);
    return given;
  }
  if (operator === "space" && value.quote === 0 && data[nameStart] !== DASH3 && nameEnd - nameStart !== NETRC_PASSWORD)
    return given;
  const wrapped = value.quote === 0 && operator !== "space" && operator !== "tag" ? wrappedValue(look2, data, value.start, end) : void 0;
  const paired = !wrapped && data[value.start] === BRACE ? valueOfPair(look2, data, value.start, end) : void 0;
  if (wrapped) add2("wrapped", wrapped);
  else if (paired) add2("pair", paired);
  else add2(operator, value);
  return given;
}
function isSet(look2, data, nameStart, nameEnd, start) {
  look2.saw(nameStart - 2, nameEnd);
  const before = nameStart - 2 >= start ? data[nameStart - 2] : 0;
  if (before !== 118 && before !== 120)
    return nameEnd - nameStart >= 10 && DIRECTIVE.test(data.toString("latin1", nameStart, nameEnd));
  look2.saw(nameStart - SETTER_LENGTH, nameEnd);
  return SETTER.test(data.toString("latin1", Math.max(start, nameStart - SETTER_LENGTH), nameStart));
}
function symbolValue(look2, data, nameStart, nameEnd, start, end) {
  if (nameStart <= start || data[nameStart - 1] !== COLON2 && data[nameStart - 1] !== BRACE || data[nameEnd] !== COMMA2)
    return void 0;
  const value = readValue(look2, data, skipSpaces(data, nameEnd + 1, end), end);
  return value.quote === 0 ? void 0 : value;
}
function serializedValue(look2, data, nameEnd, end) {
  let i = nameEnd;
  if (data[i] === BACKSLASH5) i++;
  if (data[i] !== 34 || data[i + 1] !== SEMICOLON2) return void 0;
  look2.saw(nameEnd, i + 14);
  const found2 = /^s:\d{1,5}:\\?(?=")/.exec(data.toString("latin1", i + 2, Math.min(end, i + 14)));
  return found2 ? readValue(look2, data, i + 2 + found2[0].length, end) : void 0;
}
function emphasisedValue(look2, data, nameEnd, end) {
  if (data[nameEnd] !== 42 && data[nameEnd] !== 95) return void 0;
  look2.saw(nameEnd, nameEnd + 16);
  const found2 = /^(?:\*\*|__)?:?(?:\*\*|__)?:? *(?=\S)/.exec(data.toString("latin1", nameEnd, Math.min(end, nameEnd + 16)));
  if (!found2 || found2[0].trim().length < 3 || !found2[0].includes(":")) return void 0;
  return readValue(look2, data, nameEnd + found2[0].length, end);
}
function wrappedValue(look2, data, from, end) {
  const limit = Math.min(end, from + WRAP_GAP);
  for (let i = from; i < limit; i++) {
    const byte = data[i];
    look2.saw(from, i + 1);
    if (byte === LF7 || byte === CR6 || byte === SEMICOLON2 || byte === COMMA2) return void 0;
    if (!isKind(byte, QUOTE5)) continue;
    let before = i - 1;
    if (before > from && /[brufLN@$]/.test(String.fromCharCode(data[before])) && isKind(data[before - 1], OPENER2)) before--;
    while (before > from && data[before] === SPACE7) before--;
    const opened = isKind(data[before], OPENER2) || before > from && /\{ ?value:$/.test(data.toString("latin1", before - 8, before + 1));
    look2.saw(from - 8, i + 1);
    return opened ? readValue(look2, data, i, end) : void 0;
  }
  return void 0;
}
function callValues(values2, data) {
  const quoted2 = values2.filter((value) => value.quote !== 0);
  if (values2.length <= 1 || quoted2.length <= 1) return quoted2;
  return quoted2.filter((value, i) => i > 0 || /[^A-Za-z_. -]/.test(data.toString("latin1", value.start, value.end)));
}
var QUOTE5, OPENER2, KINDS, LF7, CR6, SPACE7, COMMA2, DASH3, COLON2, SEMICOLON2, BACKSLASH5, BRACE, SETTER, SETTER_LENGTH, DIRECTIVE, NETRC_PASSWORD, WRAP_GAP, isKind;
var init_forms = __esm({
  "src/detect/score/forms.ts"() {
    "use strict";
    init_assignment();
    init_pair();
    [QUOTE5, OPENER2] = [1, 2];
    KINDS = new Uint8Array(256);
    for (const char of "\"'`") KINDS[char.charCodeAt(0)] = QUOTE5;
    for (const char of "([{") KINDS[char.charCodeAt(0)] = OPENER2;
    [LF7, CR6, SPACE7, COMMA2, DASH3, COLON2, SEMICOLON2, BACKSLASH5, BRACE] = [10, 13, 32, 44, 45, 58, 59, 92, 123];
    SETTER = /(?:^|[\s;&(])(?:setenv|set\s+-[a-zA-Z]*x)\s$/;
    SETTER_LENGTH = 24;
    DIRECTIVE = /^(?:requirepass|masterauth)$/i;
    NETRC_PASSWORD = 8;
    WRAP_GAP = 64;
    isKind = (byte, kind) => (KINDS[byte] & kind) !== 0;
  }
});

// src/detect/score/memo.ts
var Memo;
var init_memo = __esm({
  "src/detect/score/memo.ts"() {
    "use strict";
    Memo = class {
      #answers = /* @__PURE__ */ new Map();
      #limit;
      /** @param limit answers that are kept; then it begins afresh */
      constructor(limit) {
        this.#limit = limit;
      }
      /** The answer to a question: what `answer` says to it, which must follow from it alone. */
      get(question, answer) {
        const known = this.#answers.get(question);
        if (known !== void 0 || this.#answers.has(question)) return known;
        const made = answer(question);
        if (this.#answers.size >= this.#limit) this.#answers.clear();
        this.#answers.set(question, made);
        return made;
      }
    };
  }
});

// src/detect/score/names.ts
function plainName(name) {
  return plainNames.get(name, makePlain);
}
function makePlain(name) {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2").toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== "");
  return `_${words.join("_")}_`;
}
function variantOf(plain2) {
  if (/pass|pwd|_pw_/.test(plain2)) return "password";
  if (/secret|credential/.test(plain2)) return "secret";
  if (/token|auth|ticket|cookie|session/.test(plain2) && !plain2.endsWith("key_")) return "token";
  return "key";
}
var WORDS, ENDINGS, AFTER_ENDING, NAME_LITERALS, KEYWORD, firstKeyword, KEPT, plainNames;
var init_names = __esm({
  "src/detect/score/names.ts"() {
    "use strict";
    init_memo();
    WORDS = ["passw", "passphrase", "pwd", "_pass", "secret", "token", "apikey", "api_key", "api-key", "credential"];
    ENDINGS = [
      "key",
      "auth",
      "pass",
      "keys",
      "authorization",
      "signature",
      "ticket",
      "cookie",
      "sessionid",
      "seed",
      "verifier",
      "_pw",
      "_iv",
      "authcode"
    ];
    AFTER_ENDING = "\"'`=:(\\ \n";
    NAME_LITERALS = [
      ...WORDS.map((text) => ({ text, fold: true, named: true })),
      ...ENDINGS.map((text) => ({ text, fold: true, named: true, next: AFTER_ENDING, tail: [AFTER_ENDING, 1] }))
    ];
    KEYWORD = new RegExp(`${WORDS.join("|")}|(?:${ENDINGS.join("|")})$`, "i");
    firstKeyword = (name) => KEYWORD.exec(name)?.index ?? -1;
    KEPT = 1024;
    plainNames = new Memo(KEPT);
  }
});

// src/detect/detectors/assignment.ts
function run(context, at) {
  const { data, start, end, look: look2 } = context;
  const given = findGiven(look2, data, at, at + 3, start, end);
  if (given.spans.length === 0) return context.decoder.maybeEscape(given.nameEnd);
  let variant;
  for (const { form, span } of given.spans) {
    if (!mayBeSecret(data, span)) continue;
    if (variant === void 0) {
      const name = data.toString("latin1", given.nameStart, given.nameEnd);
      if (firstKeyword(name) !== at - given.nameStart) return;
      variant = VARIANTS[variantOf(plainName(name))];
    }
    context.decoder.given(given.nameStart, span);
    look2.saw(span.start, span.end);
    const scheme = SCHEME.exec(data.toString("latin1", span.start, Math.min(span.end, span.start + 256)));
    if (scheme) span.start += scheme[0].length;
    context.candidate(variant, form, span);
  }
}
function mayBeSecret(data, { start, end, quote: quote2 }) {
  if (end - start < 4) return false;
  if (quote2 !== 0 || end - start > LONGEST_NAME) return true;
  let dots = 0;
  for (let i = start; i < end; i++) {
    const byte = data[i];
    const lower = byte | 32;
    if (byte === 46) dots++;
    else if ((lower < 97 || lower > 122) && byte !== 95 && byte !== 36) return byte !== 40 && byte !== 91;
  }
  return dots === 0;
}
var assignment, SCHEME, VARIANTS, LONGEST_NAME;
var init_assignment2 = __esm({
  "src/detect/detectors/assignment.ts"() {
    "use strict";
    init_forms();
    init_names();
    assignment = { literals: NAME_LITERALS, run };
    SCHEME = /^(?:Basic|Bearer|ApiKey|Token|OAuth|Key|Signature|Digest|Negotiate|pass:) *(?=[A-Za-z0-9+/=_-]{8,}$)/i;
    VARIANTS = {
      password: "assignment/password",
      secret: "assignment/secret",
      key: "assignment/key",
      token: "assignment/token"
    };
    LONGEST_NAME = 24;
  }
});

// src/detect/plausible.ts
function entropy(text) {
  const counts = /* @__PURE__ */ new Map();
  for (let i = 0; i < text.length; i++) {
    const code2 = text.charCodeAt(i);
    counts.set(code2, (counts.get(code2) ?? 0) + 1);
  }
  let sum = 0;
  for (const count3 of counts.values()) sum -= count3 / text.length * Math.log2(count3 / text.length);
  return sum;
}
function looksLikePlaceholder(value, strict) {
  return saysStandIn(value, strict) || isRepetitive(value);
}
function saysStandIn(value, strict) {
  const words = STAND_IN.exec(value);
  if (!words) return false;
  return strict || words[0].length * 3 >= value.length || /example|placeholder|redacted|xxxx|\*\*\*|\.\.\./i.test(words[0]);
}
function isRepetitive(value) {
  if (value.length < 4) return true;
  const tail = value.length > 12 ? value.slice(Math.floor(value.length / 4)) : value;
  let leader = 0;
  let votes = 0;
  let steps = 0;
  for (let i = 0; i < tail.length; i++) {
    const code2 = tail.charCodeAt(i);
    if (votes === 0) leader = code2;
    votes += code2 === leader ? 1 : -1;
    if (i > 0 && Math.abs(code2 - tail.charCodeAt(i - 1)) === 1) steps++;
  }
  if (steps > tail.length * 0.7) return true;
  let most = 0;
  if (votes > 0) {
    for (let i = 0; i < tail.length; i++) if (tail.charCodeAt(i) === leader) most++;
  }
  if (most > tail.length * 0.6) return true;
  return PERIODS.some((period) => tail.length >= period * 2.5 && repeats(tail, period));
}
function repeats(text, period) {
  for (let i = period; i < text.length; i++) if (text.charCodeAt(i) !== text.charCodeAt(i - period)) return false;
  return true;
}
function isWords(value) {
  return /^[A-Za-z]?[a-z]{2,}(?:[A-Z][a-z]{2,})+$|^[A-Z]{3,}(?:_[A-Z]{2,})+$|^[a-z]{2,}(?:[-_.][a-z]{2,})+$/.test(value);
}
function isReference(value) {
  return REFERENCE.test(value) || /\$\{[^}]{1,80}\}|\{\{[^}]{1,80}\}\}|#\{[^}]{1,80}\}|\$\([^)]{1,80}\)/.test(value);
}
function isExpression(value) {
  return /^[A-Za-z_$][\w$]*(?:(?:\.|->|::|\?\.)[A-Za-z_$][\w$]*|\[[^\]]{0,60}\]|\([^)]{0,200}\)?)+$/.test(value) || /^(?:new|await|return|null|true|false|none|nil|undefined|function|lambda|self|this|str|string|int|bool|any|optional)\b/i.test(
    value
  ) || /[(){}[\];]|=>|\.\.|::/.test(value);
}
function isPattern(value) {
  return /\[\^?[^\]]*\w-\w|\{\d+,?\d*\}|\\[dwsSDWb]|\(\?[:=!<]/.test(value);
}
function isUuid(value) {
  return /^[{]?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[}]?$/i.test(value);
}
function isDigest(value) {
  return /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i.test(value) || /^sha\d{1,3}[-:]/i.test(value);
}
function isPathLike(value) {
  return /^(?:https?|ftp|file|s3|gs|ws|wss|mailto|data|urn|git|ssh):/i.test(value) || /^(?:\.{0,2}\/|~\/|[A-Za-z]:\\)[\w./\\~@ -]*$/.test(value) || /^[\w.-]+(?:\/[\w.-]+)+\/?$/.test(value) && !/[A-Z].*[0-9].*[a-z].*[0-9]/.test(value) || /\.(?:js|ts|json|ya?ml|xml|html?|css|png|jpe?g|svg|gif|txt|md|py|rb|go|rs|java|php|sh|pem|key|crt|cer|p12|jks|conf|cfg|ini|log|sql|tmpl|erb|vue|tsx?)$/i.test(
    value
  );
}
var STAND_IN, PERIODS, REFERENCE;
var init_plausible = __esm({
  "src/detect/plausible.ts"() {
    "use strict";
    STAND_IN = /example|sample|placeholder|dummy|changeme|change[_-]me|replace|redacted|your[_-]|[_-]here|xxxx|\*\*\*|\.\.\.|todo|fixme|insert|<[a-z]|1234567890|0123456789|abcdefgh|qwerty|deadbeef|notreal|fake|foobar/i;
    PERIODS = [2, 3, 4, 5, 6, 8, 10];
    REFERENCE = /^(?:\$\{|\$\(|\$[A-Za-z_]|%[A-Za-z_({]|\{\{|\{[A-Za-z_%#]|<%|<[A-Za-z_/]|#\{|@[A-Za-z_]+@|@[A-Z][A-Z0-9_]+$|!Ref|!Sub|!GetAtt|!vault|!env|@Microsoft\.KeyVault|arn:|projects\/|vault:|op:\/\/|secretref:|ref\+|ENC\[|EJ\[\d:|env[.:(]|\[\[|__[A-Z])/i;
  }
});

// src/detect/detectors/authorization.ts
function run2(context, at) {
  const { data, start, end, look: look2 } = context;
  const bearer = (data[at] | 32) === 98 && (data[at + 1] | 32) === 101;
  let i = at + (bearer ? 6 : 5);
  look2.saw(at - 1, i + 5);
  if (at > start && /[A-Za-z0-9_]/.test(String.fromCharCode(data[at - 1]))) return;
  const gap = i;
  if (data.toString("latin1", i, i + 3) === "%20") i += 3;
  else while (i < end && i < gap + 4 && (data[i] === 32 || data[i] === 43)) i++;
  if (i === gap) return;
  const limit = Math.min(end, i + MAX_CREDENTIAL);
  let stop = i;
  while (stop < limit && TOKEN68[data[stop]] === 1) stop++;
  look2.saw(at, stop + 1);
  while (stop > i && data[stop - 1] === 46) stop--;
  if (stop - i < 12) return;
  const value = data.toString("latin1", i, stop);
  if (bearer) {
    if (plausibleBearer(value)) context.emit("authorization/bearer", i, stop);
  } else if (plausibleBasic(value)) {
    const { secret, start: first, end: last } = passwordOfPair(value);
    const decoded = { secret, from: ["base64"], unsure: false };
    context.emit("authorization/basic", i + first, i + last, void 0, [], { decoded });
  }
}
function plausibleBearer(value) {
  if (value.length < 16 || isReference(value) || isUuid(value) || looksLikePlaceholder(value, true)) return false;
  if (!/[0-9]/.test(value) || !/[A-Za-z]/.test(value)) return false;
  if (/^[a-z]+(?:[-_./][a-z0-9]{1,20})+$/i.test(value) && entropy(value) < 4) return false;
  return entropy(value) >= 3.2 && !isTokenBeginning(value);
}
function plausibleBasic(value) {
  if (!/^[A-Za-z0-9+/]{12,}={0,2}$/.test(value) || !/[A-Z]/.test(value)) return false;
  const text = Buffer.from(value, "base64").toString("utf8");
  const colon = text.indexOf(":");
  if (colon < 0 || !/^[\x20-\x7e\u00a0-\uffff]+$/.test(text) || text.includes("\uFFFD")) return false;
  const password = text.slice(colon + 1);
  return password.length >= 4 && !/^(?:open ?sesame|pass(?:word|wd)?|(?:client_?)?secret|test|example)$/i.test(password) && !isReference(password);
}
var MAX_CREDENTIAL, TOKEN68, authorization;
var init_authorization = __esm({
  "src/detect/detectors/authorization.ts"() {
    "use strict";
    init_bytes();
    init_credentials();
    init_plausible();
    init_token_header();
    MAX_CREDENTIAL = 2048;
    TOKEN68 = byteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=");
    authorization = {
      literals: [
        { text: "bearer", fold: true },
        { text: "basic", fold: true }
      ],
      run: run2
    };
  }
});

// src/detect/score/candidate.ts
function lineOf(look2, data, from, to, form, span) {
  const { nameStart, nameEnd, quote: quote2, closed } = span;
  const lowest = Math.max(from, nameStart - LEAD);
  let start = nameStart;
  while (start > lowest && data[start - 1] !== LF8) start--;
  const highest = Math.min(to, span.end + TAIL);
  let end = span.end;
  while (end < highest && data[end] !== LF8) end++;
  look2.saw(start - 1, end + 1);
  const text = data.toString("latin1", start, end);
  const slice = (first, last) => text.slice(first - start, last - start);
  return {
    form,
    name: slice(nameStart, nameEnd),
    value: slice(span.start, span.end),
    quote: quote2,
    closed,
    lead: slice(start, nameStart),
    gap: slice(nameEnd, Math.max(nameEnd, Math.min(span.start, nameEnd + GAP2))),
    tail: slice(span.end, end),
    start,
    end
  };
}
function candidateOf(look2, data, from, to, line) {
  const { form, name, value, quote: quote2, closed, lead, gap, tail, start, end } = line;
  look2.saw(start - AROUND2, end + AROUND2);
  return {
    form,
    name,
    value,
    quote: quote2,
    closed,
    lead,
    gap,
    tail,
    above: data.toString("latin1", Math.max(from, start - AROUND2), start),
    below: data.toString("latin1", end, Math.min(to, end + AROUND2))
  };
}
function keyOf2(look2, data, from, to, line, span) {
  const { form, quote: quote2, closed, start, end } = line;
  look2.saw(start - AROUND2, end + AROUND2);
  const first = Math.max(from, start - AROUND2);
  const text = data.toString("latin1", first, Math.min(to, end + AROUND2));
  const place2 = (at) => String.fromCharCode(at - first >>> 8, at - first & 255);
  const name = place2(span.nameStart) + place2(span.nameEnd);
  return `${form}${closed ? "+" : "-"}${quote2} ${place2(start)}${name}${place2(span.start)}${place2(span.end)}${place2(end)}${text}`;
}
var LEAD, TAIL, AROUND2, GAP2, BEFORE4, LF8;
var init_candidate = __esm({
  "src/detect/score/candidate.ts"() {
    "use strict";
    LEAD = 160;
    TAIL = 120;
    AROUND2 = 200;
    GAP2 = 32;
    BEFORE4 = LEAD + AROUND2;
    LF8 = 10;
  }
});

// src/detect/detectors/command.ts
function run3(context, at) {
  const byte = context.data[at] | 32;
  if (byte === 105) identified(context, at);
  else if (byte === 32 || byte === 45) userOption(context, at);
  else if (byte === 109) netrc(context, at);
  else seed(context, at);
}
function identified(context, at) {
  const { data, end, look: look2 } = context;
  look2.saw(at, at + MAX_GAP3);
  const text = data.toString("latin1", at, Math.min(end, at + MAX_GAP3));
  const found2 = /^identified\s+(?:with\s+\S+\s+)?(?:by|as)\s+(?:password\s+)?(?:values\s+)?/i.exec(text);
  if (!found2) return;
  const value = readValue(look2, data, at + found2[0].length, end);
  context.candidate("command/password", "sql", { nameStart: at, nameEnd: at + 10, ...value });
}
function userOption(context, at) {
  const { data, start, end, look: look2 } = context;
  look2.saw(at - CLIENT_WITHIN, at + 8);
  const optionAt = data[at] === 32 ? at + 1 : at;
  const optionEnd = optionAt + (data[optionAt + 1] === 45 ? 6 : 2);
  if (!CLIENT.test(data.toString("latin1", Math.max(start, at - CLIENT_WITHIN), at))) return;
  const value = readValue(look2, data, skipSpaces(data, optionEnd + (data[optionEnd] === 61 ? 1 : 0), end), end);
  const colon = data.indexOf(58, value.start);
  if (colon < 0 || colon >= value.end - 1) return;
  context.candidate("command/password", "user", { nameStart: optionAt, nameEnd: optionEnd, ...value, start: colon + 1 });
}
function netrc(context, at) {
  const { data, end, look: look2 } = context;
  const limit = Math.min(end, at + BEFORE4);
  look2.saw(at, at + BEFORE4);
  const entry = ENTRY2.exec(data.toString("latin1", at, limit));
  if (!entry) return;
  const nameStart = at + entry[0].length;
  look2.saw(at, nameStart + MAX_ENTRY_PASSWORD);
  const found2 = ENTRY_PASSWORD.exec(data.toString("latin1", nameStart, Math.min(end, nameStart + MAX_ENTRY_PASSWORD)));
  if (!found2) return;
  const [start, stop] = found2.indices.groups["value"];
  const span = { nameStart, nameEnd: nameStart + 8, start: nameStart + start, end: nameStart + stop, quote: 0, closed: true };
  context.candidate("command/netrc", "user", span);
}
function seed(context, at) {
  const { data, end, look: look2 } = context;
  look2.saw(at, at + MAX_GAP3 + 64);
  const text = data.toString("latin1", at, Math.min(end, at + MAX_GAP3 + 64));
  const found2 = /^[\w.:]{1,40}(?:\(\s*|\s+)(["'`])(?=[A-Z2-7]{16,64}={0,6}\1)/i.exec(text);
  if (!found2) return;
  const value = readValue(look2, data, at + found2[0].length - 1, end);
  context.candidate("command/otp", "otp", { nameStart: at, nameEnd: at + 4, ...value });
}
var MAX_GAP3, CLIENT_WITHIN, ENTRY2, MAX_ENTRY_PASSWORD, ENTRY_PASSWORD, CLIENT, command;
var init_command = __esm({
  "src/detect/detectors/command.ts"() {
    "use strict";
    init_assignment();
    init_candidate();
    MAX_GAP3 = 80;
    CLIENT_WITHIN = 200;
    ENTRY2 = /^machine\s{1,8}[\w.-]{1,200}(?:\s{1,20}(?:login|account|port)\s{1,8}\S{1,200}){1,3}\s{1,20}(?=password\s)/;
    MAX_ENTRY_PASSWORD = 220;
    ENTRY_PASSWORD = /^password\s{1,8}(?<value>(?:[^\s$<{\\"'`]|\\[^n\s]){4,200})/d;
    CLIENT = /\b(?:curl|wget|http|https|xh)\b[^\n]*$/i;
    command = {
      literals: [
        { text: "identified", fold: true, next: " 	" },
        { text: " -u ", fold: false },
        { text: "--user", fold: false, next: " =" },
        { text: "totp", fold: true },
        { text: "hotp", fold: true },
        { text: "authenticator.", fold: true },
        { text: "machine", fold: false, next: " 	\r\n" }
      ],
      run: run3
    };
  }
});

// src/detect/detectors/pgpass.ts
function passwordLine(context, at) {
  const { data, start, end, look: look2 } = context;
  const low = Math.max(start, at - MAX_LINE);
  const before = data.toString("latin1", low, at);
  const from = low + before.lastIndexOf("\n") + 1;
  const line = data.toString("latin1", from, Math.min(end, at + MAX_LINE)).split(/\r?\n/, 1)[0];
  look2.saw(from - 1, from + line.length + 2);
  const found2 = LINE.exec(line);
  if (!found2?.indices || from + found2.indices[2][0] !== at + 1) return void 0;
  const [first, last] = found2.indices[5];
  const password = found2[5].replace(/\\(.)/g, "$1");
  if (/^[a-z*._/-]+$|^\d+$/.test(password)) return void 0;
  return { host: found2[1], password, start: from + first, end: from + last };
}
var MAX_LINE, NAME4, ANY, LINE;
var init_pgpass = __esm({
  "src/detect/detectors/pgpass.ts"() {
    "use strict";
    MAX_LINE = 512;
    NAME4 = String.raw`((?:[\w.*/@-]|\\[\\:])+)`;
    ANY = String.raw`((?:[^:\\\s]|\\[\\:])+)`;
    LINE = new RegExp(String.raw`^${NAME4}:(\d{2,5}|\*):${NAME4}:${NAME4}:${ANY}\s*$`, "d");
  }
});

// src/detect/detectors/url.ts
function run4(context, at) {
  const { data, start, end, look: look2 } = context;
  const from = at + 3;
  const limit = Math.min(end, from + MAX_USERINFO);
  let colon = -1;
  let mark = -1;
  let i = from;
  for (; i < limit; i++) {
    const byte = data[i];
    if (byte === 64) mark = i;
    else if (byte === 58 && colon < 0) colon = i;
    else if (STOP2[byte] === 1) break;
    else if (STOP2[byte] === 2 && colon < 0 && mark < 0 && byte !== 123 && byte !== 125 && byte !== 60 && byte !== 62) break;
  }
  look2.saw(at, i + 1);
  const escape = data.subarray(from, i).indexOf(37);
  if (escape >= 0) context.decoder.maybeEscape(from + escape);
  if (colon < 0 || mark < 0 || colon > mark || mark - colon < 2) return;
  let schemeAt = at;
  while (schemeAt > start && schemeAt > at - 24 && /[A-Za-z0-9+.:-]/.test(String.fromCharCode(data[schemeAt - 1]))) schemeAt--;
  look2.saw(schemeAt - 1, at);
  const scheme = data.toString("latin1", schemeAt, at).replace(/^[^A-Za-z]+/, "");
  const password = data.toString("latin1", colon + 1, mark);
  const host = data.toString("latin1", mark + 1, Math.min(i, mark + 100));
  const user = data.toString("latin1", from, colon);
  if (host === "" || !/^[\w[$%{*.-]/.test(host)) return;
  if (NO_PASSWORD.test(password) || isReference(password) || /[<>{}]|^[$%][\w({]|^%[sdv]/.test(password)) return;
  if (looksLikePlaceholder(password, true) || isExpression(password)) return;
  const span = { nameStart: from, nameEnd: colon, start: colon + 1, end: mark, quote: 0, closed: true };
  context.candidate(DATABASES.test(scheme) ? "url/database" : "url", "url", span, reasonsOf(host, user, password));
}
function reasonsOf(host, user, password) {
  const reasons = [];
  if (LOCAL_HOST.test(host)) reasons.push({ code: "local-host", text: "Its host is local or an example." });
  if (password === user)
    reasons.push({ code: "password-is-user", text: "The password equals the user name, as in development setups." });
  return reasons;
}
var MAX_USERINFO, LETTERS3, url, STOP2, DATABASES, NO_PASSWORD, LOCAL_HOST;
var init_url = __esm({
  "src/detect/detectors/url.ts"() {
    "use strict";
    init_bytes();
    init_plausible();
    MAX_USERINFO = 320;
    LETTERS3 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    url = {
      literals: [{ text: "://", fold: false, prev: `${LETTERS3}0123456789` }],
      run: run4
    };
    STOP2 = byteSet("\"'`<>\\/?#|,;()[]{}").fill(1, 0, 33);
    for (const char of "<>{}()[]#?,;|/") STOP2[char.charCodeAt(0)] = 2;
    STOP2[47] = 1;
    DATABASES = /^(?:postgres(?:ql)?|mysql|mariadb|mongodb|redis|rediss|amqps?|mssql|sqlserver|oracle|cockroachdb|clickhouse|cassandra|neo4j|bolt|couchdb|kafka|nats|mqtts?|stomp|memcached|ldaps?|jdbc:[a-z0-9]+)(?:\+[a-z0-9.]+)*$/i;
    NO_PASSWORD = /^(?:pass(?:word|wd|phrase)?|pwd?|secret|token|user(?:name)?|key|credentials?|api_?key|apikey|my_?pass(?:word)?|x+|\*+|\.+|-+|_+|s|foo|bar|baz|test|pass123|p|abc|xyz|none|null|undefined|empty)$/i;
    LOCAL_HOST = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|0\.0\.0\.0|\[::1\]|host|hostname|server|db|database|postgres|mysql|mariadb|redis|mongo(?:db)?|rabbitmq|(?:[\w-]+\.)*(?:example|test|invalid|local|localhost|localdomain)(?:\.(?:com|org|net|edu))?)(?:[:/].*)?$/i;
  }
});

// src/detect/detectors/dsn.ts
function run5(context, at) {
  const { data, start, end, look: look2 } = context;
  if (data[at] === 106) return oracle(context, at);
  if (data[at] === 58) return pgpass(context, at);
  look2.saw(at - 1, at);
  const before = at > start ? String.fromCharCode(data[at - 1]) : "";
  if (!/^[;?&\s"'`,]$/.test(before)) return;
  const valueAt = data.indexOf(61, at) + 1;
  look2.saw(at, valueAt + MAX_PASSWORD);
  const tail = data.toString("latin1", valueAt, Math.min(end, valueAt + MAX_PASSWORD));
  const found2 = before === " " ? /^(?:'([^'\n]+)'|([^\s"'`;,]+))/.exec(tail) : /^(?:'([^'\n]+)'|\{([^}\n]+)\}|([^;&"'`<>\s]+))/.exec(tail);
  const password = found2?.slice(1).find((text) => text !== void 0);
  if (!found2 || password === void 0) return;
  const from = Math.max(start, at - MAX_STRING2);
  const to = Math.min(end, valueAt + found2[0].length + MAX_STRING2);
  look2.saw(from, to);
  const head = data.toString("latin1", from, at).replace(/^[^]*[\n"`]/, "");
  const rest = data.toString("latin1", valueAt + found2[0].length, to).replace(/[\n"`][^]*$/, "");
  if (before === "?" || before === "&" ? !DATABASE_URL.test(head) : !CONNECTS.test(head) && !CONNECTS.test(rest)) return;
  if (before === " " && password.includes(")") && head.includes("(")) return;
  const begin = valueAt + found2[0].indexOf(password);
  emit(context, password, begin, LOCAL.test(head) || LOCAL.test(rest));
}
function oracle(context, at) {
  const { data, end, look: look2 } = context;
  look2.saw(at, at + MAX_STRING2);
  const text = data.toString("latin1", at, Math.min(end, at + MAX_STRING2));
  const found2 = /^jdbc:oracle:[a-z0-9]{2,5}:[\w.$-]{1,60}\/([^@\s"'`/]{4,100})@/d.exec(text);
  if (found2) emit(context, found2[1], at + found2.indices[1][0], /@(?:\/\/)?(?:localhost|127\.0\.0\.1)/.test(text));
}
function pgpass(context, at) {
  const line = passwordLine(context, at);
  if (!line) return;
  const { host, password, start, end } = line;
  emit(context, password, start, /^(?:localhost|127\.0\.0\.1)$/.test(host), end);
}
function emit(context, password, begin, local, stop = begin + password.length) {
  if (password.length < 4 || NO_PASSWORD.test(password) || isReference(password) || looksLikePlaceholder(password, true)) return;
  if (/[<>{}]|^[$%*]|^\.{2,}|^%[sdv]$/.test(password)) return;
  const reasons = local ? [{ code: "local-host", text: "Its host is local or an example." }] : [];
  const decoded = { secret: password, from: ["string-escapes"], unsure: false };
  const more2 = stop > begin + password.length ? { decoded } : {};
  context.emit("dsn", begin, stop, local ? "low" : void 0, reasons, more2);
}
var MAX_STRING2, MAX_PASSWORD, ORACLE, dsn, CONNECTS, DATABASE_URL, LOCAL;
var init_dsn = __esm({
  "src/detect/detectors/dsn.ts"() {
    "use strict";
    init_plausible();
    init_pgpass();
    init_url();
    MAX_STRING2 = 320;
    MAX_PASSWORD = 200;
    ORACLE = "jdbc:oracle:";
    dsn = {
      literals: [
        { text: "password=", fold: true },
        { text: "pwd=", fold: true },
        { text: ORACLE, fold: false },
        // Ports of PostgreSQL and PgBouncer, and any port.
        ...[":5432:", ":5433:", ":6432:", ":*:"].map((text) => ({ text, fold: false }))
      ],
      run: run5
    };
    CONNECTS = /(?:^|[;?&\s"'`=])(?:server|data source|host|hostname|hostaddr|address|addr|user id|uid|user|username|dbname|database|databasename|initial catalog|driver|dsn)\s?=\s?[^;&\s]|\bjdbc:[a-z]/i;
    DATABASE_URL = /\b(?:jdbc:|postgres(?:ql)?:|mysql:|mariadb:|mongodb|redis|sqlserver:|mssql:)[^\s]*$/i;
    LOCAL = /(?:server|data source|host|hostname|hostaddr|address|addr)\s?=\s?(?:tcp:|np:)?(?:localhost|127\.0\.0\.1|\(local\)|\(localdb\)|\.[\\;]|host\b|server\b)|jdbc:[a-z:]{2,20}\/\/(?:localhost|127\.0\.0\.1)/i;
  }
});

// src/tokens/json.ts
function isObject2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function plain(value) {
  return value.replace(
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}
function quoted(value, limit = 80) {
  const shown = plain(value.slice(0, limit));
  return value.length > limit ? `${shown}\u2026` : shown;
}
var init_json2 = __esm({
  "src/tokens/json.ts"() {
    "use strict";
  }
});

// src/tokens/capability.ts
function readPaseto(text) {
  const parts = /^(v[1-4])\.(local|public)\.([\w-]{32,})(?:\.([\w-]+))?$/.exec(text);
  if (!parts) return void 0;
  const [, version = "", purpose = "", payload = "", footer] = parts;
  const name = `${version}.${purpose}`;
  const bytes2 = Buffer.from(payload, "base64url");
  const claims = purpose === "public" ? json(bytes2.subarray(0, Math.max(0, bytes2.length - (PASETO_SIGNATURE[version] ?? 0)))) : void 0;
  if (purpose === "public" && !claims) return void 0;
  const footerText = footer === void 0 ? "" : Buffer.from(footer, "base64url").toString("utf8");
  const footerJson = json(footerText);
  return {
    provider: "PASETO",
    kind: `PASETO ${version} ${purpose === "public" ? "signed token" : "encrypted token"}`,
    algorithm: PASETO_ALGORITHM[name] ?? name,
    claims: { ...claims, ...footerText !== "" && { footer: footerJson ?? quoted(footerText, 200) } },
    ...claims && { claimSet: true }
  };
}
function readBranca(text, now) {
  if (!/^[0-9A-Za-z]{61,2000}$/.test(text)) return void 0;
  let number = 0n;
  for (const char of text) number = number * 62n + BigInt(BASE622.indexOf(char));
  const hex3 = number.toString(16);
  if (hex3.length % 2 !== 0 || !hex3.startsWith("ba") || hex3.length / 2 < BRANCA_OVERHEAD) return void 0;
  const created = Number.parseInt(hex3.slice(2, 10), 16);
  if (created < 1483228800 || created > now.getTime() / 1e3 + 86400) return void 0;
  return { provider: "Branca", kind: "Branca encrypted token", algorithm: "XChaCha20-Poly1305", claims: {}, issuedAt: created };
}
function readMacaroon(text) {
  if (text.startsWith("{")) {
    const object = json(text);
    if (object?.v !== 2 || !(typeof object.s64 === "string" || typeof object.s === "string")) return void 0;
    const list = Array.isArray(object.c) ? object.c : [];
    const caveats = list.slice(0, MAX_CAVEATS).flatMap((caveat) => isObject2(caveat) ? [fieldText(caveat.i, caveat.i64)] : []);
    return macaroon2(fieldText(object.l, void 0), fieldText(object.i, object.i64), caveats);
  }
  if (!/^[\w+/-]{40,}={0,2}$/.test(text)) return void 0;
  const bytes2 = Buffer.from(text, "base64");
  return bytes2[0] === 2 ? readBinaryMacaroon(bytes2) : readPackets(bytes2);
}
function fieldText(plain2, encoded) {
  if (typeof plain2 === "string") return plain2;
  return typeof encoded === "string" ? Buffer.from(encoded, "base64").toString("utf8") : "";
}
function readPackets(bytes2) {
  const packets = [];
  let at = 0;
  while (at < bytes2.length && packets.length < MAX_CAVEATS) {
    const length = /^[0-9a-f]{4}$/.test(bytes2.toString("latin1", at, at + 4)) ? Number.parseInt(bytes2.toString("latin1", at, at + 4), 16) : 0;
    if (length < 6 || at + length > bytes2.length || bytes2[at + length - 1] !== 10) return void 0;
    const space = bytes2.indexOf(32, at + 4);
    if (space < 0 || space >= at + length) return void 0;
    packets.push([bytes2.toString("latin1", at + 4, space), bytes2.toString("utf8", space + 1, at + length - 1)]);
    at += length;
  }
  const value = (name) => packets.find(([each]) => each === name)?.[1] ?? "";
  if (packets.at(-1)?.[0] !== "signature") return void 0;
  return macaroon2(
    value("location"),
    value("identifier"),
    packets.filter(([name]) => name === "cid").map(([, caveat]) => caveat)
  );
}
function readBinaryMacaroon(bytes2) {
  const reader = new VarintReader(bytes2, 1);
  const sections = [/* @__PURE__ */ new Map()];
  let signed = false;
  while (!reader.done && !signed && sections.length < MAX_CAVEATS + 2) {
    const type = reader.varint();
    if (type === void 0) return void 0;
    if (type === 0) {
      sections.push(/* @__PURE__ */ new Map());
      continue;
    }
    const field = reader.bytes();
    if (!field) return void 0;
    if (type === 6) signed = field.length === 32;
    else sections.at(-1)?.set(type, field);
  }
  const [first, ...rest] = sections.map((section) => ({
    location: section.get(1)?.toString("utf8") ?? "",
    identifier: section.get(2)?.toString("utf8") ?? ""
  }));
  if (!signed || !first || first.identifier === "") return void 0;
  return macaroon2(first.location, first.identifier, rest.map(({ identifier }) => identifier).filter(Boolean));
}
function macaroon2(location, identifier, caveats) {
  const pypi = /(^|\.)pypi\.org$/.test(location);
  const ends2 = caveats.map((caveat) => caveatEnd(caveat, pypi)).filter((end) => end !== void 0);
  const shown = caveats.map((caveat) => pypi ? pypiCaveat(caveat) : quoted(caveat, 200));
  return {
    provider: pypi ? "PyPI" : "Macaroon",
    kind: pypi ? "PyPI API token (a macaroon)" : "macaroon",
    algorithm: "HMAC-SHA256",
    claims: {
      location: quoted(location, 200),
      ...!pypi && /^[\x20-\x7e]+$/.test(identifier) && { identifier: quoted(identifier, 200) },
      caveats: shown
    },
    ...ends2.length > 0 ? { expiresAt: Math.min(...ends2) } : { endless: true }
  };
}
function caveatEnd(caveat, pypi) {
  if (pypi) {
    const list = jsonValue(caveat);
    return Array.isArray(list) && list[0] === 0 && typeof list[1] === "number" ? list[1] : void 0;
  }
  const found2 = /^(?:time|time-before|before|expiry|expires?|exp|valid[_-]until)\s*[<=: ]\s*(\d{9,11}|\d{4}-\d\d-\d\d[T ]?[\d:.]{0,16}Z?)/i.exec(
    caveat
  )?.[1];
  if (found2 === void 0) return void 0;
  const seconds = /^\d+$/.test(found2) ? Number(found2) : Date.parse(found2) / 1e3;
  return Number.isFinite(seconds) ? seconds : void 0;
}
function pypiCaveat(caveat) {
  const value = jsonValue(caveat);
  const known = ["only until", "only projects named", "only projects with id", "only user with id"];
  if (Array.isArray(value)) {
    const name = typeof value[0] === "number" ? known[value[0]] : void 0;
    return `${name ?? "caveat"} ${quoted(JSON.stringify(value[1] ?? null), 200)}`;
  }
  const permissions = isObject2(value) ? value.permissions : void 0;
  return permissions === "user" ? "every project of the user" : quoted(caveat, 200);
}
function readBiscuit(text) {
  const body = text.startsWith("biscuit:") ? text.slice(8) : text;
  if (!/^[\w-]{120,}={0,2}$/.test(body)) return void 0;
  const fields = readProtobuf(Buffer.from(body, "base64url"), MAX_BLOCKS);
  const authority = fields?.find(({ field }) => field === 2);
  if (!fields?.every(({ field }) => field >= 1 && field <= 4) || !authority?.bytes || !fields.some(({ field, bytes: bytes2 }) => field === 4 && bytes2))
    return void 0;
  const signed = readProtobuf(authority.bytes, 8);
  const block = signed?.find(({ field }) => field === 1)?.bytes;
  const signature = signed?.find(({ field }) => field === 3)?.bytes;
  if (!block || !signature || signature.length < 60) return void 0;
  const content = readProtobuf(block, MAX_SYMBOLS * 4) ?? [];
  const words = content.filter(({ field, bytes: bytes2 }) => field === 1 && bytes2).map(({ bytes: bytes2 }) => quoted(bytes2?.toString("utf8") ?? ""));
  const rootKeyId = fields.find(({ field }) => field === 1)?.number;
  return {
    provider: "Biscuit",
    kind: "Biscuit capability token",
    algorithm: "Ed25519",
    claims: {
      ...rootKeyId !== void 0 && { rootKeyId },
      attenuations: fields.filter(({ field }) => field === 3).length,
      words: words.slice(0, MAX_SYMBOLS)
    }
  };
}
function readProtobuf(bytes2, most) {
  const reader = new VarintReader(bytes2, 0);
  const fields = [];
  while (!reader.done) {
    const tag = reader.varint();
    if (tag === void 0 || fields.length >= most) return void 0;
    const field = Math.floor(tag / 8);
    if (tag % 8 === 0) {
      const number = reader.varint();
      if (number === void 0) return void 0;
      fields.push({ field, number });
    } else if (tag % 8 === 2) {
      const content = reader.bytes();
      if (!content) return void 0;
      fields.push({ field, bytes: content });
    } else {
      return void 0;
    }
  }
  return fields;
}
function jsonValue(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function json(content) {
  const value = jsonValue(content.toString());
  return isObject2(value) ? value : void 0;
}
var MAX_CAVEATS, MAX_BLOCKS, MAX_SYMBOLS, PASETO_SIGNATURE, PASETO_ALGORITHM, BASE622, BRANCA_OVERHEAD, VarintReader;
var init_capability = __esm({
  "src/tokens/capability.ts"() {
    "use strict";
    init_json2();
    MAX_CAVEATS = 64;
    MAX_BLOCKS = 64;
    MAX_SYMBOLS = 128;
    PASETO_SIGNATURE = { v1: 256, v2: 64, v3: 96, v4: 64 };
    PASETO_ALGORITHM = {
      "v1.local": "AES-256-CTR with HMAC-SHA384",
      "v2.local": "XChaCha20-Poly1305",
      "v3.local": "AES-256-CTR with HMAC-SHA384",
      "v4.local": "XChaCha20 with BLAKE2b",
      "v1.public": "RSASSA-PSS with SHA-384",
      "v2.public": "Ed25519",
      "v3.public": "ECDSA P-384",
      "v4.public": "Ed25519"
    };
    BASE622 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    BRANCA_OVERHEAD = 1 + 4 + 24 + 16;
    VarintReader = class {
      #bytes;
      #at;
      constructor(bytes2, at) {
        this.#bytes = bytes2;
        this.#at = at;
      }
      get done() {
        return this.#at >= this.#bytes.length;
      }
      varint() {
        let value = 0;
        for (let shift = 1; shift <= 2 ** 42; shift *= 128) {
          const byte = this.#bytes[this.#at++];
          if (byte === void 0) return void 0;
          value += (byte & 127) * shift;
          if (byte < 128) return value;
        }
        return void 0;
      }
      bytes() {
        const length = this.varint();
        if (length === void 0 || this.#at + length > this.#bytes.length) return void 0;
        this.#at += length;
        return this.#bytes.subarray(this.#at - length, this.#at);
      }
    };
  }
});

// src/detect/edge.ts
function edgeBefore(look2, data, at, start, noEdge) {
  const certain = at <= start || noEdge[data[at - 1]] === 0;
  look2.saw(certain ? at - 1 : at - MAX_ESCAPE, at);
  return certain || endsEscape(data, at, start, data[at - 1]);
}
function endsEscape(data, at, start, byte) {
  if (at - 2 >= start && data[at - 2] === BACKSLASH6 && ESCAPED[byte] === 1) {
    let slashes3 = 1;
    while (at - 2 - slashes3 >= start && data[at - 2 - slashes3] === BACKSLASH6) slashes3++;
    return slashes3 < 4;
  }
  if (isHex(byte)) {
    if (at - 3 >= start && data[at - 3] === PERCENT2 && isHex(data[at - 2])) return true;
    if (at - 6 >= start && data[at - 6] === BACKSLASH6 && data[at - 5] === 117) {
      return isHex(data[at - 4]) && isHex(data[at - 3]) && isHex(data[at - 2]);
    }
    if (at - 4 >= start && data[at - 4] === BACKSLASH6 && data[at - 3] === 120) return isHex(data[at - 2]);
  }
  if (byte === LOWER_M) {
    let i = at - 2;
    while (i >= start && i > at - 14 && (isDigitByte(data[i]) || data[i] === 59)) i--;
    return i - 1 >= start && data[i] === 91 && (data[i - 1] === 27 || data[i - 1] === 98 || data[i - 1] === 101);
  }
  return false;
}
function isHex(byte) {
  return isDigitByte(byte) || byte >= 65 && byte <= 70 || byte >= 97 && byte <= 102;
}
var BACKSLASH6, PERCENT2, LOWER_M, ESCAPED, MAX_ESCAPE;
var init_edge = __esm({
  "src/detect/edge.ts"() {
    "use strict";
    init_bytes();
    BACKSLASH6 = 92;
    PERCENT2 = 37;
    LOWER_M = 109;
    ESCAPED = byteSet("nrtbfv0");
    MAX_ESCAPE = 16;
  }
});

// src/detect/detectors/objects.ts
function* objectsAround(context, at, longest) {
  const { data, start, end, look: look2 } = context;
  for (const open of openBraces(data, Math.max(start, at - longest), at)) {
    const stop = closingBrace(data, open, Math.min(end, open + longest));
    if (stop === void 0) break;
    look2.saw(open, stop);
    const value = stop > at ? readObject(data.toString("latin1", open, stop)) : void 0;
    if (value) yield { value, start: open, end: stop };
  }
  look2.saw(at - longest, at + longest);
}
function* openBraces(data, low, at) {
  const before = data.subarray(low, at);
  let depth = 0;
  let levels = 0;
  for (let i = before.length - 1; i >= 0 && levels < MOST_LEVELS; i--) {
    const open = before.lastIndexOf(OPEN2, i);
    if (open < 0) return;
    const close = before.lastIndexOf(CLOSE, i);
    i = Math.max(open, close);
    if (close > open) {
      if (++depth > MOST_DEPTH) return;
    } else if (depth > 0) {
      depth--;
    } else {
      levels++;
      yield low + open;
    }
  }
}
function closingBrace(data, from, limit) {
  let depth = 0;
  let quote2 = 0;
  for (let i = from; i < limit; i++) {
    const byte = data[i];
    if (quote2 !== 0) {
      if (byte === BACKSLASH7) i++;
      else if (byte === quote2) quote2 = 0;
    } else if (QUOTES2.has(byte)) quote2 = byte;
    else if (byte === OPEN2 && ++depth > MOST_DEPTH) return void 0;
    else if (byte === CLOSE && --depth === 0) return i + 1;
  }
  return void 0;
}
function readObject(text) {
  return parse(text) ?? parse(asJson(text));
}
function asJson(text) {
  return text.replace(/'([^'"\\\n]*)'/g, '"$1"').replace(/([{,]\s*)([A-Za-z_$][\w$]*)(\s*:)/g, '$1"$2"$3').replace(/,(\s*[}\]])/g, "$1");
}
function parse(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
var MOST_LEVELS, MOST_DEPTH, OPEN2, CLOSE, BACKSLASH7, QUOTES2;
var init_objects = __esm({
  "src/detect/detectors/objects.ts"() {
    "use strict";
    MOST_LEVELS = 3;
    MOST_DEPTH = 8;
    OPEN2 = 123;
    CLOSE = 125;
    BACKSLASH7 = 92;
    QUOTES2 = /* @__PURE__ */ new Set([34, 39, 96]);
  }
});

// src/detect/detectors/capability.ts
function run6(context, at) {
  const { data, start, end, look: look2 } = context;
  look2.saw(at - PACKET_BEFORE, at + 10);
  const head = data.toString("latin1", at, Math.min(end, at + 10));
  if (head.startsWith('"s64"')) return jsonMacaroon(context, at);
  if (/^v[1-4]\./.test(head)) return paseto(context, at, at + (head[3] === "l" ? 9 : 10));
  if (head.startsWith(BINARY)) return macaroon3(context, at);
  if (head.startsWith(PACKET)) {
    const first = at - PACKET_BEFORE;
    if (first >= start && data.toString("latin1", first, first + 3) === "MDA") macaroon3(context, first);
    return;
  }
  const biscuit = /^biscuit/i.test(head);
  named(context, at, at + (biscuit ? 7 : 6), biscuit);
}
function paseto(context, at, payloadAt) {
  const { data, start, end, look: look2 } = context;
  if (!edgeBefore(look2, data, at, start, LETTERS4)) return;
  const limit = Math.min(end, at + MAX_TOKEN2);
  let stop = runEnd(data, payloadAt, limit, BASE64URL);
  look2.saw(at, stop + 1);
  if (stop - payloadAt < MIN_PAYLOAD) return;
  if (data[stop] === DOT) {
    const footerEnd = runEnd(data, stop + 1, limit, BASE64URL);
    look2.saw(at, footerEnd + 1);
    if (footerEnd > stop + 1) stop = footerEnd;
  }
  if (readPaseto(data.toString("latin1", at, stop))) context.emit("capability/paseto", at, stop);
}
function macaroon3(context, at) {
  const { data, start, end, look: look2 } = context;
  if (!edgeBefore(look2, data, at, start, BASE64)) return;
  let stop = runEnd(data, at, Math.min(end, at + MAX_TOKEN2), BASE64);
  for (let padding2 = 0; padding2 < 2 && stop < end && data[stop] === EQUALS4; padding2++) stop++;
  look2.saw(at, stop + 1);
  if (readMacaroon(data.toString("latin1", at, stop))) context.emit("capability/macaroon", at, stop);
}
function named(context, at, from, biscuit) {
  const { data, end, look: look2 } = context;
  const limit = Math.min(end, from + NAMED_WITHIN);
  let i = runEnd(data, from, Math.min(end, from + NAME_REST), BASE64URL);
  look2.saw(at, i + 1);
  if (i === from + NAME_REST) return;
  look2.saw(at, from + NAMED_WITHIN);
  while (i < limit) {
    if (BASE64URL[data[i]] !== 1) {
      i++;
      continue;
    }
    const stop = runEnd(data, i, Math.min(end, i + MAX_TOKEN2), BASE64URL);
    look2.saw(at, stop + 1);
    const text = data.toString("latin1", i, stop);
    if (biscuit ? readBiscuit(text) : readBranca(text, LAST_TIME))
      return context.emit(biscuit ? "capability/biscuit" : "capability/branca", i, stop);
    i = stop;
  }
}
function jsonMacaroon(context, at) {
  const [object] = objectsAround(context, at, MAX_TOKEN2);
  if (object && readMacaroon(context.data.toString("latin1", object.start, object.end)))
    context.emit("capability/macaroon", object.start, object.end);
}
var MAX_TOKEN2, MIN_PAYLOAD, NAMED_WITHIN, NAME_REST, WORD2, EQUALS4, DOT, LAST_TIME, BASE64URL, BASE64, LETTERS4, PASETO, PACKET, PACKET_BEFORE, BINARY, capability;
var init_capability2 = __esm({
  "src/detect/detectors/capability.ts"() {
    "use strict";
    init_capability();
    init_bytes();
    init_edge();
    init_objects();
    MAX_TOKEN2 = 8192;
    MIN_PAYLOAD = 32;
    NAMED_WITHIN = 64;
    NAME_REST = 32;
    WORD2 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    EQUALS4 = 61;
    DOT = 46;
    LAST_TIME = new Date(2 ** 32 * 1e3);
    BASE64URL = byteSet(`${WORD2}-_`);
    BASE64 = byteSet(`${WORD2}-_+/`);
    LETTERS4 = byteSet(WORD2);
    PASETO = ["v1", "v2", "v3", "v4"].flatMap((version) => [`${version}.local.`, `${version}.public.`]);
    PACKET = "Y2F0aW9u";
    PACKET_BEFORE = 8;
    BINARY = "AgE";
    capability = {
      literals: [
        ...[...PASETO, PACKET, '"s64"'].map((text) => ({ text, fold: false })),
        { text: BINARY, fold: false, prev: "\"'`=: 	\n>", next: WORD2 },
        { text: "biscuit", fold: true },
        { text: "branca", fold: true }
      ],
      run: run6
    };
  }
});

// src/detect/detectors/jose-json.ts
function serialised(context, at) {
  if (!/^"protected"\s{0,20}:\s{0,20}"e[yw]/.test(textAt(context, at))) return;
  for (const { value: object, start, end } of objectsAround(context, at, MAX_TOKEN3)) {
    if (isBase64url(object["ciphertext"], 2) && isBase64url(object["tag"], 8)) return context.emit("jose-json/jwe", start, end);
    const signatures = Array.isArray(object["signatures"]) ? object["signatures"] : [object];
    const [first] = signatures;
    if (typeof object["payload"] === "string" && isObject3(first) && isBase64url(first["signature"], 20))
      return context.emit("jose-json/jws", start, end);
  }
}
function keyObject(context, at) {
  if (!/^["']?kty["']?\s{0,20}:\s{0,20}["'](?:RSA|EC|OKP|oct)["']/.test(textAt(context, at))) return;
  for (const { value: object, start, end } of objectsAround(context, at, MAX_KEY)) {
    const type = object["kty"];
    if (type === "oct" && isBase64url(object["k"], 20) && !isRepetitive(object["k"]))
      return emitKey(context, "jwk/symmetric", start, end);
    const members = typeof type === "string" && Object.hasOwn(PRIVATE, type) ? PRIVATE[type] : void 0;
    if (members?.every((name) => typeof object[name] === "string") && isBase64url(object["d"], 40) && !isRepetitive(object["d"]))
      return emitKey(context, "jwk", start, end);
  }
}
function emitKey(context, variant, start, end) {
  const secret = context.data.toString("latin1", start, end);
  const member = /[{,\s]["']?(?:d|p|q|dp|dq|qi|oth|k)["']?\s*:\s*/.exec(secret);
  const decoded = { secret, from: [], unsure: false };
  context.emit(variant, start + member.index + member[0].length, end, void 0, [], { decoded });
}
function textAt({ data, end, look: look2 }, at) {
  look2.saw(at, at + VALUE_WITHIN);
  return data.toString("latin1", at, Math.min(end, at + VALUE_WITHIN));
}
function isBase64url(value, least) {
  return typeof value === "string" && value.length >= least && /^[\w-]+={0,2}$/.test(value);
}
function isObject3(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
var MAX_TOKEN3, MAX_KEY, VALUE_WITHIN, joseJson, jwk, PRIVATE;
var init_jose_json = __esm({
  "src/detect/detectors/jose-json.ts"() {
    "use strict";
    init_plausible();
    init_objects();
    MAX_TOKEN3 = 16384;
    MAX_KEY = 8192;
    VALUE_WITHIN = 64;
    joseJson = { literals: [{ text: '"protected"', fold: false }], run: serialised };
    jwk = {
      literals: ['"kty"', "'kty'", "kty:"].map((text) => ({ text, fold: false })),
      run: keyObject
    };
    PRIVATE = { RSA: ["n", "e", "d"], EC: ["crv", "x", "y", "d"], OKP: ["crv", "x", "d"] };
  }
});

// src/detect/detectors/jwt.ts
function run7(context, at) {
  const { data, start, end, look: look2 } = context;
  if (!edgeBefore(look2, data, at, start, LETTERS5) || at > start && data[at - 1] === DOT2) return;
  context.decoder.token(at);
  const limit = Math.min(end, at + MAX_TOKEN4);
  const headerEnd = runEnd(data, at, Math.min(end, at + MAX_HEADER), BASE64URL2);
  look2.saw(at, headerEnd + 1);
  if (data[headerEnd] !== DOT2 || headerEnd >= end) return beginning(context, at, headerEnd);
  const header2 = decodeObject(data.toString("latin1", at, headerEnd));
  if (!header2 || typeof header2["alg"] !== "string") return beginning(context, at, headerEnd);
  const ends2 = [headerEnd];
  let i = headerEnd;
  while (ends2.length < 5 && i < limit && data[i] === DOT2) {
    i = runEnd(data, i + 1, limit, BASE64URL2);
    ends2.push(i);
  }
  look2.saw(at, i + 1);
  const reasons = [];
  const payload = () => decodeObject(data.toString("latin1", headerEnd + 1, ends2[1]));
  if (typeof header2["enc"] === "string") {
    if (ends2.length === 5 && ends2[4] > ends2[3]) context.emit("jwt/jwe", at, ends2[4]);
    return;
  }
  if (ends2.length < 2 || ends2[1] - headerEnd < 3) return beginning(context, at, headerEnd);
  if (header2["alg"].toLowerCase() === "none") {
    const stop = ends2.length >= 3 && ends2[2] === ends2[1] + 1 ? ends2[2] : ends2[1];
    if (payload()) context.emit("jwt/unsecured", at, stop);
    return;
  }
  if (ends2.length >= 3 && ends2[2] - ends2[1] > 20) {
    if (payload() || holdsToken(data.toString("latin1", headerEnd + 1, ends2[1]))) {
      return context.emit("jwt", at, ends2.length === 3 ? disclosuresEnd(look2, data, ends2[2], limit) : ends2[2]);
    }
    reasons.push({ code: "payload-not-json", text: "Its payload is not a JSON object: signed, but not a JWT." });
    return context.emit("jwt/cut", at, ends2[2], "low", reasons);
  }
  if (ends2[1] - headerEnd > 16) {
    reasons.push({ code: "token-cut", text: "Its signature is missing: what stands here cannot be used as it is." });
    look2.saw(at, ends2[1] + MARK);
    const sure = CUT.test(data.toString("latin1", ends2[1], Math.min(end, ends2[1] + MARK)));
    return context.emit("jwt/cut", at, ends2[1], sure ? "medium" : "low", reasons);
  }
  beginning(context, at, ends2[1]);
}
function beginning(context, at, stop) {
  const { data, start, end, look: look2 } = context;
  if (stop - at < 12 || stop - at > MAX_BEGINNING) return;
  look2.saw(at, stop + MARK);
  const behind = data.toString("latin1", stop, Math.min(end, stop + MARK));
  if (!CUT.test(behind)) return;
  const from = Math.max(start, at - LINE2);
  look2.saw(from, at);
  const line = data.toString("latin1", from, at).split("\n").at(-1);
  const logged = CUT_IN_WORDS.test(behind) || LOG_LINE.test(line);
  if (!logged || !isTokenBeginning(data.toString("latin1", at, stop))) return;
  const reason2 = { code: "token-cut", text: "Only its beginning is left: this place writes tokens, and cuts them." };
  context.emit("jwt/cut", at, stop, "medium", [reason2]);
}
function holdsToken(payload) {
  return /^e[yw][\w-]{8,}\.[\w-]*\./.test(Buffer.from(payload, "base64url").toString("latin1"));
}
function disclosuresEnd(look2, data, from, limit) {
  let end = from;
  while (end < limit && data[end] === TILDE) {
    const start = end + 1;
    const stop = runEnd(data, start, limit, BASE64URL2);
    look2.saw(from, stop + 1);
    if (stop > start && data[stop] === TILDE && data[start] === LIST) {
      end = stop;
      continue;
    }
    if (data[stop] !== DOT2 || data[start] !== OBJECT) return start;
    let proof = stop;
    while (proof < limit && data[proof] === DOT2) proof = runEnd(data, proof + 1, limit, BASE64URL2);
    look2.saw(from, proof + 1);
    return proof;
  }
  return end;
}
function decodeObject(text) {
  try {
    const value = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
var MAX_HEADER, MAX_TOKEN4, BASE64URL2, DOT2, TILDE, LETTERS5, OPENINGS, BASE64URL_TEXT, jwt, MAX_BEGINNING, LINE2, MARK, IN_WORDS, CUT, CUT_IN_WORDS, LOG_LINE, LIST, OBJECT;
var init_jwt = __esm({
  "src/detect/detectors/jwt.ts"() {
    "use strict";
    init_bytes();
    init_edge();
    init_token_header();
    MAX_HEADER = 8192;
    MAX_TOKEN4 = 65536;
    BASE64URL2 = byteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
    DOT2 = 46;
    TILDE = 126;
    LETTERS5 = BASE64URL2.slice();
    LETTERS5[45] = LETTERS5[95] = 0;
    OPENINGS = ["eyJ", "eyAi", "eyAg", "ewog", "ewoi", "ewoJ", "ew0K", "ewki", "ewkJ"];
    BASE64URL_TEXT = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    jwt = {
      literals: OPENINGS.map((text) => ({ text, fold: false, next: BASE64URL_TEXT })),
      run: run7
    };
    MAX_BEGINNING = 512;
    LINE2 = 300;
    MARK = 24;
    IN_WORDS = /[([<](?:\.{3}|\xe2\x80\xa6)?[^\])>\n]{0,12}(?:trunc|\bcut\b|snip|omitted|\d more\b)/.source;
    CUT = new RegExp(`^\\.?(?:\\.{3}|\xE2\x80\xA6|\\\\u2026| ?${IN_WORDS})`, "i");
    CUT_IN_WORDS = new RegExp(`^\\.{0,4}(?:\xE2\x80\xA6)? ?${IN_WORDS}`, "i");
    LOG_LINE = /\d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\b(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b|\b(?:level|severity|lvl)["']?\s?[=:]\s?["']?(?:trace|debug|info|warn|error|fatal)|\[(?:trace|debug|info|warn|warning|error|fatal)\]|^[<>] [\w-]{1,40}: /;
    LIST = 87;
    OBJECT = 101;
  }
});

// src/detect/detectors/misuse.ts
function run8(context, at) {
  const { data, start, end, look: look2 } = context;
  look2.saw(at, at + LONGEST);
  const sent = SENT.exec(data.toString("latin1", at, Math.min(end, at + LONGEST)))?.[0];
  if (sent === void 0) return;
  const from = Math.max(start, at - WITHIN);
  const to = Math.min(end, at + WITHIN);
  look2.saw(at - WITHIN, at + WITHIN);
  const text = data.toString("latin1", from, to);
  if (!text.includes("http://")) return;
  if (/^basic/i.test(sent) && !HEADER3.test(text.slice(0, at - from))) return;
  const middle = at - from;
  const begin = text.slice(0, middle).split(/\n\s*\n|;\s*\n|^\s*[#$>] /m).at(-1).length;
  const statement = text.slice(middle - begin, middle) + text.slice(middle).split(/\n\s*\n|;\s*\n/, 1)[0];
  if (!REQUEST.test(statement) || statement.includes("https://")) return;
  for (const found2 of statement.matchAll(URL_TEXT)) {
    const host = found2[1];
    if (NOT_PUBLIC.test(host) || !/\.[a-z]{2,24}$|^\d+\.\d+\.\d+\.\d+$/i.test(host)) continue;
    const urlAt = at - begin + found2.index;
    return context.emit("misuse/http", urlAt, urlAt + found2[0].length);
  }
}
var WITHIN, REQUEST, URL_TEXT, NOT_PUBLIC, SENT, LONGEST, HEADER3, misuse;
var init_misuse = __esm({
  "src/detect/detectors/misuse.ts"() {
    "use strict";
    WITHIN = 300;
    REQUEST = /\bcurl\b|\bwget\b|\bfetch\s?\(|\baxios\b|\brequests?\.|\.(?:get|post|put|patch|delete|request|open|ajax)\s?\(|NewRequest|HttpClient|HttpRequest|HttpURLConnection|urlopen|RestClient|Faraday|\bHTTParty\b/i;
    URL_TEXT = /(?<=["'`\s=(<])http:\/\/([A-Za-z0-9.-]{4,253})(?=[:/"'`\s?)]|$)/g;
    NOT_PUBLIC = /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0)|(?:^|\.)(?:localhost|local|test|invalid|example|internal|lan|home|corp|svc|cluster|docker)$|(?:^|\.)example\.(?:com|org|net)$|(?:^|\.)(?:w3\.org|xmlsoap\.org|json-schema\.org)$|^(?:your|my|some)|(?:host|domain|server|url)\b/i;
    SENT = /^(?:bearer |basic |x-api-key["'`]?\]?\s?[:=,])/i;
    LONGEST = 16;
    HEADER3 = /authorization["'`]?\]?\s?[:=,]\s?[a-z]{0,2}["'`]?$/i;
    misuse = {
      literals: ["bearer", "basic", "x-api-key"].map((text) => ({ text, fold: true })),
      run: run8
    };
  }
});

// src/detect/detectors/private-key.ts
function run9(context, at) {
  if (context.data[at] === 45) pem(context, at);
  else putty(context, at);
}
function pem(context, at) {
  const { data, end, look: look2 } = context;
  look2.saw(at, at + BEGIN.length + 48);
  const labelText = data.toString("latin1", at + BEGIN.length, Math.min(end, at + BEGIN.length + 48));
  const label = /^((?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?)-----/.exec(labelText)?.[1];
  if (!label) return;
  const bodyAt = at + BEGIN.length + label.length + 5;
  const limit = Math.min(end, at + MAX_KEY2);
  const close = `-----END ${label}-----`;
  const closeAt = data.subarray(bodyAt, limit).indexOf(close, 0, "latin1");
  if (closeAt < 0) {
    look2.saw(at, limit);
    const body2 = keyText(data.toString("latin1", bodyAt, Math.min(limit, bodyAt + 400)));
    if (body2.length >= 128 && plausible(body2) && !PROSE.test(body2)) {
      const reason3 = { code: "key-cut", text: "Its end is missing: what stands here may be a part of the key." };
      context.emit("private-key/cut", at, bodyAt + 64, "low", [reason3]);
    }
    return;
  }
  const stop = bodyAt + closeAt + close.length;
  look2.saw(at, stop);
  const whole2 = data.toString("latin1", bodyAt, bodyAt + closeAt);
  const word = /^[ \t]+([A-Za-z]{1,16})(?=\\[rn]|[\r\n])/.exec(whole2);
  const raw = whole2.slice(word?.[0].length ?? 0);
  const body = keyText(raw);
  if (body.length < 40 || !plausible(body) || LEFT_OUT.test(raw)) return;
  if (label.startsWith("PGP")) return context.emit("private-key/pgp", at, stop);
  if (label.startsWith("OPENSSH")) {
    const head = Buffer.from(body.slice(0, 120), "base64");
    if (head.toString("latin1", 0, 14) !== "openssh-key-v1") return;
    const cipher = head.toString("latin1", 19, 19 + Math.min(head.readUInt32BE(15), 40));
    return context.emit(cipher === "none" ? "private-key/openssh" : "private-key/encrypted", at, stop);
  }
  if (!body.startsWith("M")) return;
  const encrypted = label.includes("ENCRYPTED") || /Proc-Type:\s*4,\s*ENCRYPTED/.test(raw);
  const variant = encrypted ? "private-key/encrypted" : "private-key";
  if (!word) return context.emit(variant, at, stop);
  const reason2 = { code: "key-marked", text: `Behind its first line stands "${word[1]}": it may be made up.` };
  context.emit(variant, at, stop, "low", [reason2]);
}
function putty(context, at) {
  const { data, end, look: look2 } = context;
  const limit = Math.min(end, at + MAX_KEY2);
  look2.saw(at, limit);
  const text = data.toString("latin1", at, limit);
  const found2 = /^PuTTY-User-Key-File-[23]: [\w@.-]{1,60}\s{1,4}Encryption: (\S{1,40})[^]{1,30000}?Private-Lines: \d{1,4}\s[^]{40,20000}?Private-MAC: [0-9a-f]{40,64}/.exec(
    text
  );
  if (!found2) return;
  context.emit(found2[1] === "none" ? "private-key/putty" : "private-key/encrypted", at, at + found2[0].length);
}
function keyText(raw) {
  return raw.replace(/\\[rn]/g, "\n").replace(/^[ \t"'+>#*/|-]*[A-Za-z-]{3,20}: [^\n]*$/gm, "").replace(/\n=[A-Za-z0-9+/]{4}(?=\s|$)/g, "").replace(/[\s"'`+\\,;()$|>#*.]|\r/g, (char) => char === "+" ? "+" : "").replace(/^\++/, "");
}
function plausible(body) {
  return /^[A-Za-z0-9+/=_-]+$/.test(body.slice(0, 400)) && !isRepetitive(body.slice(0, 200)) && new Set(body.slice(0, 400)).size > 20;
}
var MAX_KEY2, BEGIN, PUTTY, PROSE, LEFT_OUT, privateKey;
var init_private_key = __esm({
  "src/detect/detectors/private-key.ts"() {
    "use strict";
    init_plausible();
    MAX_KEY2 = 32768;
    BEGIN = "-----BEGIN ";
    PUTTY = "PuTTY-User-Key-File-";
    PROSE = /^\D{100}/;
    LEFT_OUT = /\.{3}|\xe2\x80\xa6/;
    privateKey = {
      literals: [
        { text: BEGIN, fold: false },
        { text: PUTTY, fold: false }
      ],
      run: run9
    };
  }
});

// src/detect/detectors/index.ts
var DETECTORS;
var init_detectors = __esm({
  "src/detect/detectors/index.ts"() {
    "use strict";
    init_base64();
    init_escapes();
    init_joins();
    init_kubernetes();
    init_quoted_printable();
    init_assignment2();
    init_authorization();
    init_command();
    init_dsn();
    init_capability2();
    init_jose_json();
    init_jwt();
    init_misuse();
    init_private_key();
    init_url();
    DETECTORS = /* @__PURE__ */ new Map([
      ["assignment", assignment],
      ["authorization", authorization],
      ["base64", base64],
      ["command", command],
      ["capability", capability],
      ["dsn", dsn],
      ["escapes", escapes],
      ["jose-json", joseJson],
      ["jwk", jwk],
      ["jwt", jwt],
      ["kubernetes", kubernetes],
      ["misuse", misuse],
      ["private-key", privateKey],
      ["quoted-printable", quotedPrintable],
      ["seams", seams],
      ["url", url]
    ]);
  }
});

// src/detect/near.ts
function solidAt(data, at, end) {
  const stop = Math.min(at + MAX_SOLID, end);
  let i = at;
  while (i < stop && SOLID[data[i]] === 1) i++;
  return i - at;
}
function lookDirect(look2, data, at, start, end) {
  let given = findAssignment(look2, data, at, at + 3, start, end);
  let from = given.nameStart;
  if (from < at && from > start && data[from - 1] === 92 && "nrt".includes(String.fromCharCode(data[from]))) from++;
  let { nameEnd } = given;
  for (let words = 1; given.operator === "space" && words < MAX_WORDS; words++) {
    const [value] = given.values;
    if (!value || value.quote !== 0 || value.end - value.start > 24) break;
    const next = findAssignment(look2, data, value.start, value.start, start, end);
    if (next.values.length === 0) break;
    given = next;
    nameEnd = Math.max(nameEnd, given.nameEnd);
  }
  let { operator, values: values2 } = given;
  const paired = valueOfPair(look2, data, nameEnd, end);
  if (paired && paired.end > paired.start) [operator, values2] = ["colon", [paired]];
  if (values2.length === 0) return { from, names: "", operator, values: values2 };
  const names4 = data.toString("latin1", Math.max(from, at - 48), Math.min(nameEnd, at + 96));
  const behind = [];
  for (const value of values2) behind.push(behindScheme(look2, data, value, end));
  return { from: Math.max(from, at - 48), names: names4, operator, values: behind };
}
function lookWide(look2, data, at, start, end) {
  if (!opens(look2, data, at, start, end)) return [];
  let stop = Math.min(end, at + WIDE2);
  let from = at;
  for (let lines3 = 0; lines3 <= WIDE_LINES; lines3++) {
    const line = data.indexOf(10, from);
    if (line < 0 || line >= stop) break;
    if (lines3 === WIDE_LINES) stop = line;
    from = line + 1;
  }
  const first = Math.max(start, at - 2);
  look2.saw(at - 2, stop + 1);
  const text = data.toString("latin1", first, stop);
  const out = [];
  for (const { index, 0: word } of allIn(text, WIDE_NAME)) {
    const name = first + index;
    const given = findAssignment(look2, data, name, name + word.length, start, end);
    if (given.operator === "none" || given.operator === "compare" || out.length === 3) continue;
    const values2 = given.values.map((value) => behindScheme(look2, data, value, end));
    out.push({ from: first, names: text.slice(0, given.nameEnd - first), operator: given.operator, values: values2 });
  }
  return out;
}
function opens(look2, data, at, start, end) {
  let i = at;
  const stop = Math.min(end, at + WIDE2);
  while (i < stop && isNameByte(data[i])) i++;
  const nameEnd = i;
  while (i < stop && (data[i] === 34 || data[i] === 39 || data[i] === 41 || data[i] === 93)) i++;
  look2.saw(at, i + 1);
  if (i >= stop || OPENERS[data[i]] !== 1) return false;
  return data[i] !== MORE3 || i > nameEnd || data[i - 1] === DASH4 || isTag(look2, data, at, start);
}
function isTag(look2, data, at, start) {
  const lowest = Math.max(start, at - MAX_TAG);
  let i = at;
  while (i > lowest && (isNameByte(data[i - 1]) || data[i - 1] === COLON3)) i--;
  look2.saw(i - 1, at);
  return i > start && data[i - 1] === LESS4;
}
function behindScheme(look2, data, value, end) {
  if (SCHEME_LETTER[data[value.start] | 32] !== 1) return value;
  look2.saw(value.start, value.start + MAX_SCHEME);
  const found2 = SCHEME2.exec(data.toString("latin1", value.start, Math.min(end, value.start + MAX_SCHEME)));
  if (!found2) return value;
  const start = value.start + found2[0].length;
  const { quote: quote2, closed } = value;
  if (start < value.end) return { start, end: value.end, quote: quote2, closed };
  let stop = start;
  while (stop < end && stop < start + 4096 && data[stop] > 32 && !`"'\`,;)}]<>|\\`.includes(String.fromCharCode(data[stop])))
    stop++;
  look2.saw(start, stop + 1);
  return { start, end: stop, quote: quote2, closed };
}
function serviceDistance(words, { names: names4, operator }) {
  let best2;
  for (const found2 of allIn(names4, words)) {
    const end = found2.index + found2[0].length;
    if (beginsPart(names4, found2.index) && endsPart(names4, end)) best2 = names4.length - end;
  }
  if (best2 === void 0) return void 0;
  if (NO_CREDENTIAL.test(names4.slice(names4.length - best2))) return void 0;
  const rest = names4.slice(0, names4.length - best2).replace(words, "") + names4.slice(names4.length - best2);
  const meant = CREDENTIAL.test(rest) || rest.replace(/[\W_]/g, "") === "" && operator !== "space" || operator === "call";
  return meant ? best2 : void 0;
}
function allIn(text, expression) {
  const all = [];
  expression.lastIndex = 0;
  for (let found2 = expression.exec(text); found2; found2 = expression.exec(text)) all.push(found2);
  return all;
}
function longestName(words, names4) {
  let best2;
  for (const { index, 0: name } of allIn(names4, words)) {
    if (name.length > (best2?.length ?? 0) && beginsPart(names4, index)) best2 = name;
  }
  return best2;
}
function isPart(data, from, to, start, end) {
  const before = from > start ? data[from - 1] : 0;
  if (isLowerByte(before) && isLowerByte(data[from]) && !(from - 2 >= start && data[from - 2] === 92)) return false;
  if (to + 2 >= end || !isLowerByte(data[to]) || !isLowerByte(data[to - 1])) return true;
  return BEGINNINGS2.has(data.toString("latin1", to, to + 3));
}
function beginsPart(text, at) {
  const before = text[at - 1];
  if (!isLetter(before)) return true;
  if (isLower(before)) return isUpper(text[at]);
  return isUpper(text[at]) && isLower(text[at + 1]);
}
function endsPart(text, at) {
  if (!isLetter(text[at]) || beginsPart(text, at)) return true;
  return BEGINNINGS2.has(text.slice(at, at + 3).toLowerCase());
}
var MAX_WORDS, WIDE2, WIDE_LINES, SCHEME2, SCHEME_LETTER, MAX_SCHEME, CREDENTIAL, NO_CREDENTIAL, WIDE_NAME, MAX_SOLID, SOLID, DASH4, DOT3, COLON3, LESS4, MORE3, MAX_TAG, isNameByte, isWordByte, OPENERS, BEGINNINGS2, isLetter, isUpper, isLower;
var init_near = __esm({
  "src/detect/near.ts"() {
    "use strict";
    init_assignment();
    init_bytes();
    init_pair();
    MAX_WORDS = 6;
    WIDE2 = 120;
    WIDE_LINES = 3;
    SCHEME2 = /^(?:bearer|basic|token|api-?key|key|secret)(?:[ \t]+|[=:][ \t]*["']?)(?:token=["']?)?/i;
    SCHEME_LETTER = byteSet("btaks");
    MAX_SCHEME = 24;
    CREDENTIAL = /key|token|secret|pass|pwd|auth|cred|bearer|access|private|sign|session|login|licen[cs]e|client|app|api|(?:^|[^a-z])(?:pat|sk|ak)(?![a-z])/i;
    NO_CREDENTIAL = /(?:ur[li]|host|domain|version|sha\d*|commit|digest|checksum|hash|etag|md5|path|file|image|revision|fingerprint|integrity|public[_.-]?key|csrf|email|name|(?:^|[^a-z])id|Id|[a-z]ID)s?["'\])]*$/;
    WIDE_NAME = /(?:key|token|secret|passw(?:or)?d|auth(?:orization)?|bearer|credentials?)(?=["'\])]{0,3}(?:\s|[:=]))/gi;
    MAX_SOLID = 64;
    SOLID = new Uint8Array(256);
    for (let byte = 33; byte < 127; byte++) SOLID[byte] = "\"'`,;<>(){}[]\\".includes(String.fromCharCode(byte)) ? 0 : 1;
    [DASH4, DOT3, COLON3, LESS4, MORE3] = [45, 46, 58, 60, 62];
    MAX_TAG = 48;
    isNameByte = (byte) => isWordByte(byte) || byte === DOT3 || byte === DASH4;
    isWordByte = (byte) => isAlphanumericByte(byte) || byte === 95;
    OPENERS = byteSet(":={([/?>\r\n");
    BEGINNINGS2 = /* @__PURE__ */ new Set(["acc", "adm", "api", "app", "aut", "cli", "key", "pas", "pri", "pwd", "sec", "tok"]);
    isLetter = (char) => char !== void 0 && /[A-Za-z]/.test(char);
    isUpper = (char) => char !== void 0 && char >= "A" && char <= "Z";
    isLower = (char) => char !== void 0 && char >= "a" && char <= "z";
  }
});

// src/detect/prefilter-wasm.ts
var ROOM2, SLACK, STRETCH, SCRATCH, MARGIN, PARTS2, tablesOf, WasmPrefilter;
var init_prefilter_wasm = __esm({
  "src/detect/prefilter-wasm.ts"() {
    "use strict";
    init_core();
    init_range_table();
    init_prefilter();
    ROOM2 = 8192;
    SLACK = 8192;
    STRETCH = 16384;
    SCRATCH = 1 << 20;
    MARGIN = 2 * MAX_LITERAL + MOST_BEFORE + 16;
    PARTS2 = { marked: STRETCH * 2 + 32, pairs: 16 + (ROOM2 + SLACK) * 8, scratch: SCRATCH + 2 * MARGIN };
    tablesOf = ({ map, slots, entries, guards, classes, pool, starts: starts2, folds }) => [
      map,
      slots,
      entries,
      guards,
      classes,
      pool,
      starts2,
      folds
    ];
    WasmPrefilter = class {
      #core;
      #pairs;
      #table;
      /** A piece of what lies elsewhere. */
      #piece = new Int32Array(2);
      #scratch;
      /** Bytes that it takes in the memory of a core. */
      static size(literals) {
        return tablesOf(literals).reduce((sum, { byteLength }) => sum + partSize(byteLength), partsSize(PARTS2) + RangeTable.size);
      }
      /** @param core data in its memory is scanned where it is */
      constructor(core, literals) {
        this.#core = core;
        const places2 = tablesOf(new LiteralTable(literals)).map((table) => {
          const part = core.take(table.byteLength);
          part.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength));
          return part.byteOffset;
        });
        const marked3 = core.take(PARTS2.marked);
        this.#pairs = core.takeNumbers(PARTS2.pairs / 4);
        this.#table = new RangeTable(core);
        this.#scratch = core.take(PARTS2.scratch);
        core.exports.setup(...places2, marked3.byteOffset, this.#pairs.byteOffset + 8, ROOM2);
      }
      scan(data, start, end, { pairs, count: count3 }, found2) {
        if (this.#core.holds(data)) {
          for (let next = 0; next < count3; ) {
            const taken = this.#table.take(pairs, count3, next);
            this.#walk(this.#table.address, taken, data.byteOffset, start, end, found2);
            next += taken;
          }
          return;
        }
        for (let range = 0; range < count3; range++) {
          const to = pairs[2 * range + 1];
          for (let at = pairs[2 * range]; at < to; at += SCRATCH) {
            const stop = Math.min(at + SCRATCH, to);
            const begin = Math.max(at - MARGIN, 0);
            this.#scratch.set(data.subarray(begin, Math.min(stop + MARGIN, data.length)));
            this.#piece[0] = at;
            this.#piece[1] = stop;
            this.#table.take(this.#piece, 1, 0);
            this.#walk(this.#table.address, 1, this.#scratch.byteOffset - begin, start, end, found2);
          }
        }
      }
      /**
       * @param ranges their address
       * @param base address of data[0]
       */
      #walk(ranges, count3, base, start, end, found2) {
        const pairs = this.#pairs;
        const last = ranges + 8 * count3;
        for (let at = ranges, goOn = 0; at < last; goOn = pairs[0]) {
          at = this.#core.exports.seek(at, last, base, base + start, base + end, goOn);
          for (let n = 1, total = pairs[1]; n <= total; n++) found2(pairs[2 * n], pairs[2 * n + 1] - base);
        }
      }
    };
  }
});

// src/detect/recall.ts
var SLOTS2, MORE4, ROOM3, LONGEST2, OPEN3, PARTS3, Recall, NOTHING;
var init_recall = __esm({
  "src/detect/recall.ts"() {
    "use strict";
    init_core();
    init_hit();
    SLOTS2 = 1 << 19;
    MORE4 = 32;
    ROOM3 = 24 << 20;
    LONGEST2 = 4096;
    OPEN3 = 4294967295;
    PARTS3 = { slots: (SLOTS2 + MORE4) * 8, entries: ROOM3 };
    Recall = class {
      /** Bytes of the look that was recalled last: before its place, and in all. */
      before = 0;
      length = 0;
      /** What was found by it, as seen from its place; nothing, mostly. */
      hits = NOTHING;
      /** Whether the look that was asked for last is not known because it depends on others. */
      isOpen = false;
      #core;
      #memory;
      /** What was found by looks, and the number of the first, less one. */
      #found = [];
      #first = 0;
      /** Bytes that it takes in the memory of a core. */
      static size = partsSize(PARTS3);
      /** @param refusals for each kind of look by what it is refused (see refusals.ts), if it is: as much memory is taken beside `size` */
      constructor(core, refusals) {
        this.#core = core;
        const slots = core.take(PARTS3.slots);
        const entries = core.take(PARTS3.entries);
        this.#memory = new DataView(entries.buffer);
        core.exports.setupRecall(slots.byteOffset, SLOTS2, entries.byteOffset, ROOM3);
        if (!refusals) return;
        const kinds = core.take(refusals.length);
        kinds.set(refusals);
        core.exports.setupRefusals(kinds.byteOffset);
      }
      /**
       * Whether it is known to what a look of a kind comes, also since it is refused; `before` and `length` then say on which bytes that depends,
       * and `hits` what it is.
       * @param at address of its place in the data from address `start` to `end`
       */
      knows(kind, at, start, end) {
        const entry = this.#core.exports.recall(kind, at, start, end);
        const outcome = entry === 0 ? OPEN3 : this.#memory.getUint32(entry + 12, true);
        this.isOpen = entry > 0 && outcome === OPEN3;
        if (outcome === OPEN3) return false;
        this.before = this.#memory.getUint32(entry + 4, true);
        this.length = this.#memory.getUint32(entry + 8, true);
        this.hits = outcome === 0 ? NOTHING : this.#found[outcome - this.#first - 1];
        return true;
      }
      /**
       * Remembers to what a look came, and on which bytes that depends; where these are the first or the last ones of the data, also on that.
       * @param hits what it found, with offsets of which `place` is that of the look
       * @returns false where it is too long to be remembered
       */
      keep(look2, hits = NOTHING, place2 = 0) {
        const isKept = this.#put(look2, hits.length === 0 ? 0 : this.#first + this.#found.length + 1);
        if (isKept && hits.length > 0) this.#found.push(hits.map((hit) => movedHit(hit, -place2)));
        return isKept;
      }
      /** Remembers that a look is open: who goes on without scanning data need not begin with it. */
      keepOpen(look2) {
        this.#put(look2, OPEN3);
      }
      #put({ kind, at, from, to, start, end }, outcome) {
        if (to - from > LONGEST2) return false;
        if (this.#core.exports.keep(kind, at, from, to, start, end, outcome) !== 0) {
          this.#first += this.#found.length;
          this.#found = [];
        }
        return true;
      }
    };
    NOTHING = [];
  }
});

// src/detect/tables.ts
function packTables({ literals, uses, useStarts }) {
  const { map, slots, entries, starts: starts2, guards, pool, folds, classes } = literals;
  const parts = [map, slots, entries, starts2, guards, uses, useStarts, pool, folds, classes];
  const header2 = Int32Array.from([MAGIC, ...parts.map((part) => part.length)]);
  return Buffer.concat([header2, ...parts].map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
}
function unpackTables(file) {
  let at = file.byteOffset;
  const numbers = (length) => {
    const part = new Int32Array(file.buffer, at, length);
    at += 4 * length;
    return part;
  };
  const bytes2 = (length) => new Uint8Array(file.buffer, (at += length) - length, length);
  const [magic, ...lengths] = numbers(11);
  if (magic !== MAGIC) throw new Error("the tables of the built-in rules are of another version; run npm run build");
  const [map, slots, entries, starts2, guards, uses, useStarts] = lengths.slice(0, 7).map(numbers);
  const [pool, folds, classes] = lengths.slice(7).map(bytes2);
  return {
    literals: {
      map,
      slots,
      entries,
      starts: starts2,
      guards,
      pool,
      folds,
      classes
    },
    uses,
    useStarts
  };
}
var USE, MAGIC;
var init_tables = __esm({
  "src/detect/tables.ts"() {
    "use strict";
    USE = { shape: 0, near: 1, code: 2, word: 3, wide: 4 };
    MAGIC = 1651769352;
  }
});

// src/detect/refusals.ts
function refusalsOf({ uses, useStarts }) {
  const kinds = new Uint8Array(useStarts.length - 1);
  for (let literal = 0; literal < kinds.length; literal++) {
    let kind;
    for (let i = useStarts[literal]; i < useStarts[literal + 1]; i += 4) {
      const of = kindOf(uses[i], uses[i + 1]);
      kind = kind === void 0 || kind === of ? of : 0;
    }
    kinds[literal] = kind ?? 0;
  }
  return kinds;
}
function kindOf(use, index) {
  if (use === USE.word || use === USE.wide) return WORD3;
  return use === USE.code && index === URL2 ? ADDRESS : 0;
}
var ADDRESS, WORD3, URL2;
var init_refusals = __esm({
  "src/detect/refusals.ts"() {
    "use strict";
    init_detectors();
    init_tables();
    ADDRESS = 1;
    WORD3 = 2;
    URL2 = [...DETECTORS.keys()].indexOf("url");
  }
});

// src/detect/runner.ts
function runnerOf(index, rule) {
  const { minLength, maxLength, solid, edgeBefore: edge } = rule;
  return {
    index,
    rule,
    minLength,
    maxLength,
    solid,
    expression: void 0,
    contextWords: void 0,
    nearWords: void 0,
    serviceWords: void 0,
    noEdge: edge === "" ? void 0 : byteTable(edge)
  };
}
function expressionOf(runner) {
  const { rule } = runner;
  if (!runner.expression) {
    const after = rule.edgeAfter === "" ? "" : `(?![${rule.edgeAfter}])`;
    const indices = rule.pattern.includes("(?<secret>") ? "d" : "";
    runner.expression = new RegExp(`(?:${rule.pattern})${after}`, `${rule.flags}y${indices}`);
  }
  return runner.expression;
}
function byteTable(inside3) {
  const table = new Uint8Array(256);
  const expression = new RegExp(`[${inside3}]`);
  for (let byte = 0; byte < 256; byte++) table[byte] = expression.test(String.fromCharCode(byte)) ? 1 : 0;
  return table;
}
function hasWord(name, words) {
  const plain2 = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  return words.some((word) => plain2(name).includes(plain2(word)));
}
function looseWord(word) {
  return word.split(/[ _.-]+/).map((piece) => piece.replace(/[^A-Za-z0-9]/g, String.raw`\$&`)).join("[ _.-]?");
}
var anyOf;
var init_runner = __esm({
  "src/detect/runner.ts"() {
    "use strict";
    anyOf = (words, flags) => new RegExp(words.map(looseWord).join("|"), flags);
  }
});

// src/detect/score/facts.ts
function valueFactsOf(value, reading2) {
  return { value, counts: count2(value), reading: reading2, repetitive: isRepetitive(value) };
}
function lineFactsOf({ form, name, value, quote: quote2, closed, lead, gap, tail }) {
  return { form, name, value, quote: quote2, closed, lead, gap, tail, plain: plainName(name), line: lineText(lead, tail) };
}
function nearFactsOf({ name, value, lead, tail, above, below }) {
  const near = [...above.split("\n").slice(-4), ...below.split("\n").slice(0, 4)];
  return { name, value, lead, tail, above, below, line: lineText(lead, tail), around: `${above}
${below}`, near };
}
function classOf(code2) {
  if (isLowerByte(code2)) return LOWER;
  if (isUpperByte(code2)) return UPPER;
  return isDigitByte(code2) ? DIGIT : SYMBOL;
}
function count2(value) {
  const totals = [0, 0, 0, 0];
  let [vowels, switches, letterRun, digitRun, run11, previous] = [0, 0, 0, 0, 0, -1];
  for (let i = 0; i < value.length; i++) {
    const code2 = value.charCodeAt(i);
    often[code2]++;
    const kind = classOf(code2);
    totals[kind]++;
    if (kind <= UPPER && VOWELS2[code2] === 1) vowels++;
    if (previous >= 0 && kind !== previous && !(previous === UPPER && kind === LOWER)) switches++;
    run11 = kind <= UPPER && previous >= 0 && previous <= UPPER || kind === previous ? run11 + 1 : 1;
    if (kind <= UPPER) letterRun = Math.max(letterRun, run11);
    if (kind === DIGIT) digitRun = Math.max(digitRun, run11);
    previous = kind;
  }
  let [distinct, entropy2] = [0, 0];
  for (let i = 0; i < value.length; i++) {
    const share2 = often[value.charCodeAt(i)] / value.length;
    if (share2 === 0) continue;
    often[value.charCodeAt(i)] = 0;
    distinct++;
    entropy2 -= share2 * Math.log2(share2);
  }
  const [lower, upper, digit, symbol] = totals;
  const classes = totals.filter((n) => n > 0).length;
  return { lower, upper, digit, symbol, classes, vowels, switches, letterRun, digitRun, distinct, entropy: entropy2 };
}
var lineText, VOWELS2, LOWER, UPPER, DIGIT, SYMBOL, often;
var init_facts = __esm({
  "src/detect/score/facts.ts"() {
    "use strict";
    init_bytes();
    init_plausible();
    init_names();
    lineText = (lead, tail) => `${lead}
${tail}`;
    VOWELS2 = byteSet("aeiouyAEIOUY");
    [LOWER, UPPER, DIGIT, SYMBOL] = [0, 1, 2, 3];
    often = new Uint16Array(256);
  }
});

// src/detect/score/feature.ts
var flag;
var init_feature = __esm({
  "src/detect/score/feature.ts"() {
    "use strict";
    flag = (holds) => holds ? 1 : 0;
  }
});

// src/detect/score/name-features.ts
var nameHas, NAME_FEATURES;
var init_name_features = __esm({
  "src/detect/score/name-features.ts"() {
    "use strict";
    init_feature();
    init_names();
    nameHas = (expression) => ({ plain: plain2 }) => flag(expression.test(plain2));
    NAME_FEATURES = [
      ["name-password", "that its name says password", nameHas(/pass_?w|passphrase|_pass_|pwd|_pw_/)],
      ["name-secret", "that its name says secret", nameHas(/secret/)],
      ["name-token", "that its name says token", nameHas(/token/)],
      ["name-key", "that its name says key", nameHas(/key_|keys_/)],
      ["name-bare-key", "that its name is key alone", nameHas(/^_keys?_$/)],
      ["name-api", "that its name says api", nameHas(/api/)],
      ["name-auth", "that its name says auth", nameHas(/auth/)],
      ["name-credential", "that its name says credential", nameHas(/cred/)],
      ["name-client", "that its name says client, app, consumer or session", nameHas(/client|app_|consumer|session|jwt/)],
      [
        "name-access",
        "that its name says access, account, private, master or signing",
        nameHas(/access|account|private|master|sign|encrypt/)
      ],
      ["name-cipher", "that its name speaks of ciphers", nameHas(/_iv_|cipher|crypt|salt|nonce|seed|hmac/)],
      [
        "name-hash",
        "that its name says hash, digest or public",
        nameHas(/hash|sha\d|md5|digest|checksum|finger|public|integrity|etag/)
      ],
      [
        "name-next",
        "that its name is of paging, parsing or forms",
        nameHas(/next|page|cursor|continu|csrf|xsrf|cancel|syntax|lex|parse|primary|foreign|sort|partition|cache|object/)
      ],
      [
        "name-about",
        "that its name speaks about a secret",
        nameHas(
          /_(?:name|id|type|field|file|path|url|uri|label|title|text|message|msg|error|hint|help|desc\w*|placeholder|length|len|size|count|max|min|expir\w*|ttl|policy|regex|pattern|format|column|param\w*|header|prefix|suffix|endpoint|host|invalid|wrong|forgot|reset|change|confirm|require[ds]?|missing|show|hide|enable[ds]?|is|has|no|not|use|with|get|set|validate|verify)_/
        )
      ],
      [
        "name-test",
        "that its name says it is made up",
        nameHas(/test|example|sample|dummy|fake|mock|expect|invalid|wrong|default|some|foo/)
      ],
      [
        "name-old",
        "that its name says old, new, previous or current",
        nameHas(/_(?:old|new|prev\w*|current|first|second|other|another)_/)
      ],
      ["name-words", "how many words its name has", ({ plain: plain2 }) => plain2.split("_").length - 2],
      ["name-length", "how long its name is", ({ name }) => name.length],
      [
        "name-ends",
        "that its name ends with the word for a secret",
        nameHas(/(?:password|passwd|passphrase|pwd|pass|secret|token|key|auth|credentials?|pw)_$/)
      ],
      ["name-constant", "that its name is in capitals", ({ name }) => flag(/^[A-Z][A-Z0-9_]+$/.test(name))],
      ["name-camel", "that its name is in camel case", ({ name }) => flag(/[a-z][A-Z]/.test(name))],
      ["name-dotted", "that its name has a dot", ({ name }) => flag(name.includes("."))],
      ["name-dash", "that its name is an option or header", ({ name }) => flag(/^--?\w|^[A-Z]\w*-[A-Z]/.test(name))],
      ["name-variable", "that its name begins with $", ({ name }) => flag(name.startsWith("$"))],
      ["variant", "what its name says it is", ({ plain: plain2 }) => ["password", "secret", "token", "key"].indexOf(variantOf(plain2))]
    ];
  }
});

// src/judge/paths.ts
function isTestPath(path) {
  const names4 = path.split(/!?\//);
  const file = names4.pop() ?? "";
  return names4.some((name) => FOLDER.test(name)) || FILE.test(file) || LANGUAGE.test(file);
}
var FOLDER, FILE, LANGUAGE;
var init_paths2 = __esm({
  "src/judge/paths.ts"() {
    "use strict";
    FOLDER = /^_{0,2}(t|tests?|specs?|e2e|testing|test[-_]?data|examples?|samples?|fixtures?|mocks?|stubs|cassettes|snapshots)_{0,2}$/i;
    FILE = /(^|[._-])(tests?|examples?|samples?|fixtures?|mocks?|stubs?)(\.[a-z0-9]+){0,2}$/i;
    LANGUAGE = /^test_.*\.py$|[_.]spec\.[a-z]+$|Tests?\.(java|kt|cs|php|swift|scala)$/;
  }
});

// src/detect/score/path-features.ts
var has, PATH_FEATURES;
var init_path_features = __esm({
  "src/detect/score/path-features.ts"() {
    "use strict";
    init_paths2();
    init_feature();
    has = (expression) => (path) => flag(path !== void 0 && expression.test(path));
    PATH_FEATURES = [
      ["path-known", "that its file is known", (path) => flag(path !== void 0)],
      ["path-test", "that its file is a test or example", (path) => flag(path !== void 0 && isTestPath(path))],
      ["path-example", "that its file is an example or template", has(/example|sample|template|demo|tutorial|\.dist$/i)],
      ["path-docs", "that its file is documentation", has(/(?:^|\/)docs?\/|\.(?:md|markdown|rst|txt|adoc|html?)$/i)],
      [
        "path-script",
        "that its file is a program in a scripting language",
        has(/\.(?:[cm]?[jt]sx?|py|rb|php|pl|lua|exs?|erb|vue)$/i)
      ],
      [
        "path-compiled",
        "that its file is a program in a compiled language",
        has(/\.(?:go|java|kt|cs|scala|swift|rs|c|cc|cpp|h|hs|m|groovy)$/i)
      ],
      ["path-javascript", "that its file is JavaScript or TypeScript", has(/\.[cm]?[jt]sx?$/i)],
      ["path-go", "that its file is Go", has(/\.go$/i)],
      ["path-shell", "that its file is a shell script", has(/\.(?:sh|bash|zsh|ps1|bat|cmd)$|dockerfile/i)],
      ["path-yaml", "that its file is YAML", has(/\.ya?ml$/i)],
      ["path-json", "that its file is JSON", has(/\.json$/i)],
      [
        "path-config",
        "that its file is configuration",
        has(/\.(?:env|ini|conf|cfg|properties|toml|config|rsp|xml|tf|tfvars)\b|(?:^|\/)\.env/i)
      ],
      ["path-sql", "that its file is SQL", has(/\.sql$/i)],
      [
        "path-locale",
        "that its file is of translations",
        has(/(?:^|\/)(?:locales?|i18n|lang|languages|translations?)(?:\/|\.)|[/_.-][a-z]{2}[_-][A-Z]{2}\.\w+$/)
      ],
      [
        "path-lock",
        "that its file is a lock, a minified or a generated one",
        has(/lock\.\w+$|\.lock$|\.min\.|\.map$|bundle|(?:^|\/)dist\/|generated|\.snap$/i)
      ],
      ["path-vendored", "that its file is of another project", has(/(?:^|\/)(?:vendor|node_modules|third_?party|site-packages)\//i)]
    ];
  }
});

// src/detect/score/place-features.ts
var isForm, lineHas, nearHas, proseIn, LINE_FEATURES, NEAR_FEATURES;
var init_place_features = __esm({
  "src/detect/score/place-features.ts"() {
    "use strict";
    init_feature();
    isForm = (...forms2) => ({ form }) => flag(forms2.includes(form));
    lineHas = (expression) => ({ line }) => flag(expression.test(line));
    nearHas = (expression) => ({ around }) => flag(expression.test(around));
    proseIn = (text) => text.match(/(?:^|\s)[a-z]{2,12}(?=[\s.,])/g)?.length ?? 0;
    LINE_FEATURES = [
      [
        "name-in-value",
        "that it holds words of its name",
        ({ plain: plain2, value }) => {
          const words = plain2.split("_").filter((word) => word.length > 2);
          const lower = value.toLowerCase();
          return words.length === 0 ? 0 : words.filter((word) => lower.includes(word)).length / words.length;
        }
      ],
      ["form-assign", "that it is assigned with =", isForm("assign")],
      ["form-colon", "that it stands behind a colon", isForm("colon")],
      ["form-arrow", "that it stands behind an arrow", isForm("arrow")],
      ["form-compare", "that it is compared", isForm("compare")],
      ["form-call", "that it is an argument", isForm("call", "wrapped")],
      ["form-comma", "that it stands behind a comma", isForm("comma")],
      ["form-tag", "that it is the text of an element", isForm("tag")],
      ["form-space", "that only a space stands before it", isForm("space")],
      ["form-pair", "that it is a named value", isForm("pair")],
      ["form-url", "that it stands in a URL", isForm("url")],
      ["form-command", "that it is given on a command line or in SQL", isForm("sql", "user")],
      ["form-otp", "that it is given to a maker of one-time passwords", isForm("otp")],
      ["quoted", "that it is quoted", ({ quote: quote2 }) => flag(quote2 !== 0)],
      ["double-quoted", "the kind of its quotes", ({ quote: quote2 }) => flag(quote2 === 34)],
      ["closed", "that its quote is closed", ({ closed }) => flag(closed)],
      ["name-quoted", "that its name is quoted", ({ gap }) => flag(/^\\?["'`]/.test(gap))],
      ["escaped", "that it stands in an escaped string", ({ gap }) => flag(gap.includes("\\"))],
      ["gap", "how far it is from its name", ({ gap }) => gap.length],
      ["spaced", "that spaces stand around its operator", ({ gap }) => flag(/ [=:]/.test(gap))],
      ["line-start", "that its name begins the line", ({ lead }) => flag(/^\s*(?:[-*]\s+)?["'`]?$/.test(lead))],
      [
        "declared",
        "that it is declared",
        ({ lead }) => flag(
          /(?:^|\W)(?:const|let|var|val|static|final|public|private|string|String|export|set|env|ENV|ARG|define)\W[^=]*$/.test(
            lead
          )
        )
      ],
      ["parameter", "that it stands in a query", ({ lead }) => flag(/[?&]$/.test(lead))],
      ["indent", "how far its line is indented", ({ lead }) => /^\s*/.exec(lead)[0].length],
      ["lead", "how much stands before its name", ({ lead }) => lead.trim().length],
      ["tail", "how much stands behind it", ({ tail }) => tail.trim().length],
      ["ends-line", "that nothing but signs stands behind it", ({ tail }) => flag(/^["'`]?[\s,;)\]}\\]*$/.test(tail))],
      ["continues", "what stands behind it", ({ tail }) => " \"'`,;)]}&<\\|.(".indexOf(tail.charAt(0) || " ")],
      [
        "joined",
        "that it is joined with something",
        ({ tail, lead }) => flag(/^["'`]?\s*[+.%]/.test(tail) || /\+\s*["'`]?$/.test(lead))
      ],
      [
        "comment",
        "that its line is a comment",
        ({ lead }) => flag(/^\s*(?:\/\/|#|\*|\/\*|;|--\s|<!--|%)/.test(lead) || /\/\/\s/.test(lead))
      ],
      ["prose", "how much its line reads like a sentence", ({ line }) => proseIn(line)],
      ["assert", "that its line is of a test", lineHas(/assert|expect|should|\btest\(|\bit\(|mock|Equal|require\./i)],
      ["call-line", "that its line calls a function", lineHas(/\w\(/)],
      ["user-line", "that its line names a user", lineHas(/user|login|email|account|host/i)],
      ["header-line", "that its line is of a header or request", lineHas(/header|curl|http|request|cookie/i)],
      ["sql-line", "that its line is SQL", lineHas(/\b(?:insert|update|select|alter|create) /i)],
      [
        "type-line",
        "that its line declares types or inputs",
        lineHas(/interface|type=|input|<label|placeholder|struct|function|def |class |return |import |throw|raise|error/i)
      ],
      ["other-pairs", "how many other values its line has", ({ line }) => line.match(/[=:]\s*["']/g)?.length ?? 0],
      ["line-quotes", "how many quotes stand before it", ({ lead }) => lead.match(/["'`]/g)?.length ?? 0]
    ];
    NEAR_FEATURES = [
      [
        "near-user",
        "that a user, host or address is named near it",
        nearHas(/user|login|host|email|account|client_?id|endpoint|_url|_id/i)
      ],
      ["near-secret", "that other secrets are named near it", nearHas(/passw|secret|token|api_?key|credential/i)],
      ["near-env", "that variables are set near it", nearHas(/^\s*(?:export |- )?[A-Z][A-Z0-9_]{3,}\s*[=:]/m)],
      ["near-test", "that tests are near it", nearHas(/assert|expect\(|should|describe\(|\bit\(|@Test|func Test|t\.\w+\(/)],
      ["near-crypto", "that ciphers or hashes are named near it", nearHas(/encrypt|decrypt|cipher|hash|digest|hmac|plaintext|sign/i)],
      [
        "near-same",
        "how many lines near it begin alike",
        ({ near, lead, name }) => {
          const begin = `${lead}${name}`.trimStart().slice(0, 4);
          return begin.length < 3 ? 0 : near.filter((line) => line.trimStart().startsWith(begin)).length;
        }
      ],
      ["near-name", "how often its name stands near it", ({ near, name }) => near.filter((line) => line.includes(name)).length],
      [
        "near-value",
        "that the same value stands near it",
        ({ near, value, line }) => flag(value.length > 3 && (line.includes(value) || near.some((other) => other.includes(value))))
      ],
      [
        "near-random",
        "how many other values near it look random",
        ({ above, below, tail }) => `${above} ${tail} ${below}`.match(/\d[A-Za-z]+\d\w+/g)?.length ?? 0
      ],
      ["near-prose", "how much the text around it is sentences", ({ around }) => proseIn(around)],
      ["near-foreign", "that the text around it is not ASCII", nearHas(/[\x80-\xff]{2}/)],
      ["near-blank", "that it stands alone", ({ near }) => near.filter((line) => line.trim() === "").length]
    ];
  }
});

// src/detect/score/value-features.ts
var share, VALUE_FEATURES;
var init_value_features = __esm({
  "src/detect/score/value-features.ts"() {
    "use strict";
    init_plausible();
    init_feature();
    share = (count3, of) => of === 0 ? 0 : count3 / of;
    VALUE_FEATURES = [
      ["length", "how long it is", ({ value }) => value.length],
      ["entropy", "how varied its characters are", ({ counts }) => counts.entropy],
      ["distinct", "how many of its characters differ", ({ counts, value }) => share(counts.distinct, value.length)],
      ["lower", "its share of lower-case letters", ({ counts, value }) => share(counts.lower, value.length)],
      ["upper", "its share of upper-case letters", ({ counts, value }) => share(counts.upper, value.length)],
      ["digits", "its share of digits", ({ counts, value }) => share(counts.digit, value.length)],
      ["symbols", "its share of other characters", ({ counts, value }) => share(counts.symbol, value.length)],
      ["classes", "how many kinds of characters it has", ({ counts }) => counts.classes],
      ["switches", "how often letters, digits and cases take turns", ({ counts, value }) => share(counts.switches, value.length)],
      ["letter-run", "its longest run of letters", ({ counts }) => counts.letterRun],
      ["digit-run", "its longest run of digits", ({ counts }) => counts.digitRun],
      ["vowels", "its share of vowels among letters", ({ counts, reading: reading2 }) => share(counts.vowels, reading2.letters)],
      ["surprise", "how unlike words its letters follow each other", ({ reading: reading2 }) => reading2.surprise],
      ["peak-surprise", "how unlike words its oddest letters are", ({ reading: reading2 }) => reading2.peak],
      ["known", "how much of it is common words", ({ reading: reading2 }) => share(reading2.known, reading2.letters)],
      [
        "known-long",
        "how much of it is common words of four letters or more",
        ({ reading: reading2 }) => share(reading2.knownLong, reading2.letters)
      ],
      ["unknown", "how many letters belong to no common word", ({ reading: reading2 }) => reading2.letters - reading2.known],
      ["letters-only", "that it is letters alone", ({ value }) => flag(/^[A-Za-z]+$/.test(value))],
      ["digits-only", "that it is digits alone", ({ value }) => flag(/^[0-9]+$/.test(value))],
      ["hexadecimal", "that it is hexadecimal", ({ value }) => flag(/^(?:[0-9a-f]{8,}|[0-9A-F]{8,})$/.test(value))],
      ["digest", "that it has the length of a digest", ({ value }) => flag(isDigest(value))],
      ["base32", "that it is base32", ({ value }) => flag(/^[A-Z2-7]{12,}={0,6}$/.test(value))],
      ["base64", "that its alphabet is base64", ({ value }) => flag(/^[A-Za-z0-9+/_-]{12,}={0,2}$/.test(value))],
      ["padding", "that it ends with =", ({ value }) => flag(value.endsWith("="))],
      ["uuid", "that it is a UUID", ({ value }) => flag(isUuid(value))],
      ["reference", "that it refers to a value kept elsewhere", ({ value }) => flag(isReference(value))],
      ["expression", "that it is an expression", ({ value }) => flag(isExpression(value))],
      ["pattern", "that it is a pattern", ({ value }) => flag(isPattern(value))],
      ["path", "that it is a path or address", ({ value }) => flag(isPathLike(value))],
      ["stand-in", "that it is a stand-in", ({ value, repetitive }) => flag(repetitive || saysStandIn(value, true))],
      ["repetitive", "that it repeats itself", ({ repetitive }) => flag(repetitive)],
      ["spaces", "how many spaces it has", ({ value }) => share(value.split(" ").length - 1, value.length)],
      ["sentence", "that it is a sentence", ({ value }) => flag(/^[A-Z]?[a-z']+(?: [A-Za-z'`"-]+)+[.?!:]?$/.test(value))],
      ["not-ascii", "that it has characters beyond ASCII", ({ value }) => flag(/[^\x20-\x7e]/.test(value))],
      ["snake", "that it is words joined by _, - or .", ({ value }) => flag(/^[A-Za-z]+(?:[_.:-][A-Za-z0-9]+)+$/.test(value))],
      [
        "camel",
        "that it is written like an identifier",
        ({ value }) => flag(/^[a-z]+(?:[A-Z][a-z]+)+$|^(?:[A-Z][a-z]+)+$/.test(value))
      ],
      ["shouting", "that it is written like a constant", ({ value }) => flag(/^[A-Z]+(?:_[A-Z0-9]+)+$/.test(value))],
      ["brackets", "that it has brackets", ({ value }) => flag(/[()[\]{}<>]/.test(value))],
      ["sigil", "that it begins like a variable or directive", ({ value }) => flag(/^[$%@#&:*!?~^]/.test(value))],
      ["template", "that it holds a template", ({ value }) => flag(/%[sdv@]|\{\w*\}|\$\w|<\w+>|#\{/.test(value))],
      ["escapes", "that it has escapes", ({ value }) => flag(/\\[nrtux0"']/.test(value))],
      [
        "address",
        "that it is an e-mail address or host",
        ({ value }) => flag(/^[\w.+-]+@[\w-]+\.[\w.]+$|^(?:[\w-]+\.)+(?:com|org|net|io|dev|local)(?:[:/]|$)/i.test(value))
      ],
      ["version", "that it is a version, number or date", ({ value }) => flag(/^v?\d+(?:[.:/-]\d+)+\S{0,6}$/.test(value))],
      [
        "bcrypt",
        "that it is a password hash",
        ({ value }) => flag(/^\$(?:2[abxy]?|1|5|6|argon2\w*|apr1|pbkdf2\S*)\$|^\{(?:SSHA|SHA|MD5|CRYPT)\}/i.test(value))
      ],
      ["says-secret", "that it speaks of secrets", ({ value }) => flag(/pass|secret|token|key|auth|cred|login|access/i.test(value))],
      [
        "says-test",
        "that it says it is made up",
        ({ value }) => flag(
          /test|exam|sampl|demo|dummy|fake|mock|foo|bar|invalid|wrong|bad|some|your|my[-_]|change|default|random|valid|here/i.test(
            value
          )
        )
      ],
      ["public", "that it says it is public", ({ value }) => flag(/^(?:ssh-|pk[_.-]|-----BEGIN (?:PUBLIC|CERT))/.test(value))],
      ["tail-word", "that it ends with a word or sign of a sentence", ({ value }) => flag(/[a-z]{3}[.:?!,]$|\.{3}$/.test(value))]
    ];
  }
});

// src/detect/score/features.ts
function counting(features) {
  const counters = features.map(([, , of]) => of);
  return (input2) => counters.map((of) => Math.round(of(input2) * 1e3) / 1e3);
}
function ownFeatures(candidate, reading2) {
  const { name, value } = candidate;
  const ofIts = names.get(name, () => ofName({ name, plain: plainName(name) }));
  let ofItsValue = values.get(reading2);
  if (!ofItsValue) values.set(reading2, ofItsValue = ofValue(valueFactsOf(value, reading2)));
  const ofItsLine = lines.get(lineKey(candidate), () => ofLine(lineFactsOf(candidate)));
  return ofIts.concat(ofItsValue, ofItsLine, ofNear(nearFactsOf(candidate)));
}
function lineKey({ form, name, value, quote: quote2, closed, lead, gap, tail }) {
  const lengths = `${name.length} ${value.length} ${lead.length} ${gap.length}`;
  return `${form} ${quote2} ${closed} ${lengths} ${name}${value}${lead}${gap}${tail}`;
}
function withPath(own, path) {
  const all = new Float64Array(ALL.length);
  all.set(own);
  all.set(
    paths.get(path ?? "", () => ofPath(path)),
    own.length
  );
  return all;
}
var ALL, FEATURE_NAMES, FEATURE_WORDS, ofName, ofValue, ofLine, ofNear, ofPath, KEPT2, names, lines, paths, values;
var init_features = __esm({
  "src/detect/score/features.ts"() {
    "use strict";
    init_facts();
    init_memo();
    init_names();
    init_name_features();
    init_path_features();
    init_place_features();
    init_value_features();
    ALL = [...NAME_FEATURES, ...VALUE_FEATURES, ...LINE_FEATURES, ...NEAR_FEATURES, ...PATH_FEATURES];
    FEATURE_NAMES = ALL.map(([name]) => name);
    FEATURE_WORDS = ALL.map(([, words]) => words);
    ofName = counting(NAME_FEATURES);
    ofValue = counting(VALUE_FEATURES);
    ofLine = counting(LINE_FEATURES);
    ofNear = counting(NEAR_FEATURES);
    ofPath = counting(PATH_FEATURES);
    KEPT2 = 1024;
    names = new Memo(KEPT2);
    lines = new Memo(KEPT2);
    paths = new Memo(KEPT2);
    values = /* @__PURE__ */ new WeakMap();
  }
});

// src/detect/score/words.ts
function places(hash) {
  const mixed = Math.imul(hash ^ hash >>> 15, 739982445);
  const other = Math.imul(mixed ^ mixed >>> 12, 695872825);
  return [hash >>> 32 - SET_BITS, mixed >>> 32 - SET_BITS, other >>> 32 - SET_BITS];
}
function read(text, tables) {
  const length = Math.min(text.length, 128);
  let letters = 0;
  let sum = 0;
  let grams = 0;
  let peak = 0;
  let known = 0;
  let knownLong = 0;
  let a = 0;
  let b = 0;
  const last = [0, 0, 0, 0];
  for (let i2 = 0; i2 <= length; i2++) {
    const char = i2 < length ? text.charCodeAt(i2) : 0;
    const c = code(char);
    if (c > 0) letters++;
    if (c > 0 || b > 0) {
      const index = trigram(a, b, c);
      const bits = (tables.surprises[index >> 1] >> 4 * (index & 1) & 15) * SURPRISE_STEP;
      sum += bits;
      last[grams & 3] = bits;
      grams++;
      if (grams >= 4) peak = Math.max(peak, (last[0] + last[1] + last[2] + last[3]) / 4);
    }
    a = c === 0 ? 0 : b;
    b = c;
  }
  let i = 0;
  while (i < length) {
    if (code(text.charCodeAt(i)) === 0) {
      i++;
      continue;
    }
    const word = longestWord(text, i, length, tables.set);
    if (word >= 3) known += word;
    if (word >= 4) knownLong += word;
    i += Math.max(word, 1);
  }
  return { letters, known, knownLong, surprise: grams === 0 ? 0 : sum / grams, peak };
}
function longestWord(text, from, length, set) {
  let hash = FNV_START;
  let longest = 0;
  const stop = Math.min(length, from + MAX_WORD);
  for (let i = from; i < stop; i++) {
    const c = code(text.charCodeAt(i));
    if (c === 0) break;
    hash = step(hash, c + 96);
    if (i - from >= 2 && has2(set, hash)) longest = i - from + 1;
  }
  return longest;
}
function has2(set, hash) {
  const [x, y, z] = places(hash);
  return (set[x >> 3] >> (x & 7) & set[y >> 3] >> (y & 7) & set[z >> 3] >> (z & 7) & 1) === 1;
}
var MAX_WORD, SET_BITS, SYMBOLS, SURPRISE_STEP, FNV_START, step, trigram, TRIGRAMS, code;
var init_words = __esm({
  "src/detect/score/words.ts"() {
    "use strict";
    MAX_WORD = 14;
    SET_BITS = 17;
    SYMBOLS = 27;
    SURPRISE_STEP = 0.75;
    FNV_START = 2166136261 | 0;
    step = (hash, code2) => Math.imul(hash ^ code2, 16777619);
    trigram = (a, b, c) => (a * SYMBOLS + b) * SYMBOLS + c;
    TRIGRAMS = SYMBOLS ** 3;
    code = (char) => {
      const lower = char | 32;
      return lower >= 97 && lower <= 122 && char >= 65 ? lower - 96 : 0;
    };
  }
});

// src/detect/score/gate.ts
function readValue3(value, form, quote2, tables) {
  return passesValue(value, form, quote2) ? readValueText(value, form, tables) : void 0;
}
function passesValue(value, form, quote2) {
  if (value.length < SHORTEST || value.length > LONGEST3) return false;
  if (LITERALS.test(value) || value.startsWith("--") || /^[\s\W_]*$/.test(value) || isReference(value) || isPattern(value))
    return false;
  if (quote2 === 0 && form !== "tag" && form !== "url" && isExpression(value)) return false;
  if (NOT_SECRET.test(value)) return false;
  if (value.includes(" ") && !/\d/.test(value) && NOT_ASCII.test(value)) return false;
  if (/(.)\1{7}/.test(value) || value.length < 60 && /\\n.*\\n/.test(value)) return false;
  if (isTokenBeginning(value)) return false;
  return value.split(" ").length <= 4 || /\d.*\d.*\d/.test(value);
}
function readValueText(value, form, tables) {
  const reading2 = read(value, tables);
  if (form === "url") return reading2;
  if (isWords2(value, reading2)) return void 0;
  if (!DISGUISED.test(value)) return reading2;
  const undisguised = value.replace(/[0134578@$!]/g, (sign) => LETTER_OF[sign]);
  return isWords2(undisguised, read(undisguised, tables)) ? void 0 : reading2;
}
function passesPlace({ value, form, quote: quote2, closed, name, lead, tail }, reading2) {
  if (!closed) return false;
  if (form === "space" && quote2 === 0 && !name.startsWith("-") && !/(?:login|machine|user)\s+\S+\s+$/.test(lead)) return false;
  if (quote2 === 0 && form !== "tag" && form !== "url" && !BARE_END.test(tail)) return false;
  if (form === "sql" || form === "user") return !(/^[a-z]+$/.test(value) && reading2.known >= MOSTLY_WORDS * reading2.letters);
  if (PROMISING.has(form)) return true;
  if (form === "wrapped" && /\]\.join\(/.test(tail)) return false;
  if (form === "comma" && !name.startsWith("-") && /(?:^|[[,])\s*["'`]?$/.test(lead)) return false;
  const plain2 = plainName(name);
  if (FORGERY.test(plain2) || OTHER.test(plain2) || DICTIONARY_ENTRY.test(lead)) return false;
  const worded = reading2.known >= WORDED * reading2.letters && value.length <= LONGEST_WORD && !/\d/.test(value);
  if (worded && !PASSWORD.test(plain2)) return false;
  if (BARE_NAME.test(plain2)) return value.length >= 8 && !(WORD4.test(value) && value.length < 16);
  return variantOf(plain2) !== "key" || value.length >= 6;
}
var SHORTEST, LONGEST3, WORD4, BARE_END, LITERALS, WORDS2, KNOWN2, BARE_NAME, FORGERY, OTHER, NOT_SECRET, NOT_ASCII, DICTIONARY_ENTRY, PROMISING, isWords2, DISGUISED, LETTER_OF, WORDED, MOSTLY_WORDS, LONGEST_WORD, PASSWORD, KEPT3, Gate;
var init_gate = __esm({
  "src/detect/score/gate.ts"() {
    "use strict";
    init_plausible();
    init_token_header();
    init_candidate();
    init_memo();
    init_names();
    init_words();
    SHORTEST = 4;
    LONGEST3 = 4096;
    WORD4 = /^(?:[A-Za-z]?[a-z]*|[A-Z]+)$/;
    BARE_END = /^(?:$|[\s,;&"'`)}\]<\\|#])/;
    LITERALS = /^(?:true|false|null|nil|none|undefined|string|boolean|number|integer|bytes|void|any|self|this)$/i;
    WORDS2 = /^[A-Za-z@./_][A-Za-z_$./: -]*$/;
    KNOWN2 = 0.85;
    BARE_NAME = /^_(?:key|keys|auth|authorization|seed|signature|cookie|ticket)_$/;
    FORGERY = /csrf|xsrf|authenticity_token|request_verification/;
    OTHER = /_public_key_|_encrypted_key_|_(?:pass\w*|pwd|token)_(?:hash|digest|sha\d+)_|_hashed_(?:pass\w*|token)_|_(?:next|page|continuation|sync|cancel\w*)_token_|_omniauth_$/;
    NOT_SECRET = /^(?:ssh-|ecdsa-sha2-|sk-)[\w@.-]+ AAAA|^\$(?:2[abxy]?|argon2\w*|pbkdf2[\w-]*|[156y])\$|^(?:sha1|md5|pbkdf2_\w+|bcrypt\w*|argon2)\$/;
    NOT_ASCII = /[\x80-\xff]{2}/;
    DICTIONARY_ENTRY = /\bx:$/;
    PROMISING = /* @__PURE__ */ new Set(["url", "otp"]);
    isWords2 = (value, { known, letters }) => known >= KNOWN2 * letters && WORDS2.test(value);
    DISGUISED = /^(?=.{4,12}$)[a-z]+(?:[0134578@$!][a-z]+)+$/i;
    LETTER_OF = {
      0: "o",
      1: "i",
      3: "e",
      4: "a",
      5: "s",
      7: "t",
      8: "b",
      "@": "a",
      $: "s",
      "!": "i"
    };
    WORDED = 0.3;
    MOSTLY_WORDS = 0.5;
    LONGEST_WORD = 24;
    PASSWORD = /_(?:pass|pwd|secret|cred)/;
    KEPT3 = 4096;
    Gate = class {
      #tables;
      #answer;
      #readings = new Memo(KEPT3);
      #answers = new Memo(KEPT3);
      /** @param answer what is wanted of a candidate that passes, which must follow from it alone */
      constructor(tables, answer) {
        this.#tables = tables;
        this.#answer = answer;
      }
      /** The answer for a candidate in `data[from, to)`; undefined where it does not pass. */
      answer(look2, data, from, to, form, span) {
        look2.saw(span.start, span.end);
        const value = data.toString("latin1", span.start, span.end);
        const reading2 = this.#readings.get(`${form} ${span.quote} ${value}`, () => readValue3(value, form, span.quote, this.#tables));
        if (!reading2) return void 0;
        const line = lineOf(look2, data, from, to, form, span);
        if (!passesPlace(line, reading2)) return void 0;
        const key = keyOf2(look2, data, from, to, line, span);
        return this.#answers.get(key, () => this.#answer(candidateOf(look2, data, from, to, line), reading2));
      }
    };
  }
});

// src/detect/score/forest.ts
var Forest;
var init_forest = __esm({
  "src/detect/score/forest.ts"() {
    "use strict";
    Forest = class {
      #bias;
      #roots;
      #feature;
      #value;
      #right;
      constructor({ bias, trees }) {
        this.#bias = bias;
        this.#roots = new Int32Array(trees.length);
        const nodes = trees.reduce((sum, tree) => sum + tree.feature.length, 0);
        this.#feature = new Int16Array(nodes);
        this.#value = new Float64Array(nodes);
        this.#right = new Int32Array(nodes);
        let at = 0;
        for (const [t, tree] of trees.entries()) {
          this.#roots[t] = at;
          this.#feature.set(tree.feature, at);
          this.#value.set(tree.value, at);
          for (const [node, right] of tree.right.entries()) this.#right[at + node] = at + right;
          at += tree.feature.length;
        }
      }
      /** The sum of what the trees say. */
      sum(features) {
        let sum = this.#bias;
        for (const root of this.#roots) sum += this.#leaf(root, features);
        return sum;
      }
      /** The most that the trees can say, whatever the features from the number `unknown` on are. */
      most(features, unknown2) {
        let sum = this.#bias;
        for (const root of this.#roots) sum += this.#bestLeaf(root, features, unknown2);
        return sum;
      }
      #bestLeaf(from, features, unknown2) {
        let node = from;
        for (let f = this.#feature[node]; f >= 0; f = this.#feature[node]) {
          if (f >= unknown2)
            return Math.max(this.#bestLeaf(node + 1, features, unknown2), this.#bestLeaf(this.#right[node], features, unknown2));
          node = this.#next(node, f, features);
        }
        return this.#value[node];
      }
      /**
       * By feature: what the sum would lose if that feature alone were as in `neutral`. A tree that does not ask about a
       * feature on the way to its leaf says the same without it, so only the ways are looked at.
       */
      losses(features, neutral) {
        const losses = new Float64Array(features.length);
        const changed = features.slice();
        for (const root of this.#roots) {
          const leaf = this.#leaf(root, features);
          const asked = /* @__PURE__ */ new Set();
          for (let node = root, f = this.#feature[node]; f >= 0; f = this.#feature[node]) {
            if (!asked.has(f)) {
              asked.add(f);
              changed[f] = neutral[f];
              losses[f] += leaf - this.#leaf(node, changed);
              changed[f] = features[f];
            }
            node = this.#next(node, f, features);
          }
        }
        return losses;
      }
      #leaf(from, features) {
        let node = from;
        for (let f = this.#feature[node]; f >= 0; f = this.#feature[node]) node = this.#next(node, f, features);
        return this.#value[node];
      }
      #next(node, feature, features) {
        return features[feature] <= this.#value[node] ? node + 1 : this.#right[node];
      }
    };
  }
});

// src/detect/score/model.ts
function calibrated(table, logOdds) {
  const at = table.findIndex(([x]) => x > logOdds);
  if (at === 0) return table[0][1];
  if (at < 0) return table.at(-1)[1];
  const [[x0, y0], [x1, y1]] = [table[at - 1], table[at]];
  return y0 + (y1 - y0) * (logOdds - x0) / (x1 - x0);
}
function tablesOf2({ words }) {
  return { set: Buffer.from(words.set, "base64"), surprises: Buffer.from(words.surprises, "base64") };
}
function readWeights(file) {
  return JSON.parse((0, import_node_fs2.readFileSync)(file, "utf8"));
}
function loadModel() {
  if (loaded) return loaded;
  loaded = new Model(readWeights(new URL(WEIGHTS_FILE, __moduleUrl)));
  return loaded;
}
var import_node_fs2, WEIGHTS_FILE, Model, loaded;
var init_model2 = __esm({
  "src/detect/score/model.ts"() {
    "use strict";
    import_node_fs2 = require("node:fs");
    init_features();
    init_forest();
    WEIGHTS_FILE = "weights.json";
    Model = class {
      weights;
      tables;
      #forest;
      /** @throws Error when the weights were made for other features */
      constructor(weights) {
        if (weights.features.join() !== FEATURE_NAMES.join())
          throw new Error(`${WEIGHTS_FILE} was made for other features: run npm run train`);
        this.weights = weights;
        this.tables = tablesOf2(weights);
        this.#forest = new Forest(weights);
      }
      /** Probability that a candidate is a secret. */
      probability(features) {
        return calibrated(this.weights.calibration, this.#forest.sum(features));
      }
      /** As `probability`, at most, whatever the features from the number `unknown` on are. */
      most(features, unknown2) {
        return calibrated(this.weights.calibration, this.#forest.most(features, unknown2));
      }
      /** The features that spoke most for it, each with what the log-odds would lose if it were as it usually is for what is no secret. */
      reasons(features, count3) {
        return Array.from(this.#forest.losses(features, this.weights.neutral), (weight, feature) => ({ feature, weight })).filter(({ weight }) => weight > 0.2).sort((a, b) => b.weight - a.weight || a.feature - b.feature).slice(0, count3);
      }
      /** The level of a probability, undefined when it is too low to be told. */
      level(probability) {
        const { levels } = this.weights;
        if (probability >= levels.high) return "high";
        if (probability >= levels.medium) return "medium";
        return probability >= levels.low ? "low" : void 0;
      }
    };
  }
});

// src/detect/score/translation.ts
function isTranslation(path, value) {
  return TRANSLATIONS.test(path) && !/\d/.test(value);
}
var TRANSLATIONS;
var init_translation = __esm({
  "src/detect/score/translation.ts"() {
    "use strict";
    TRANSLATIONS = /(?:^|\/)(?:locales?|i18n|l10n|lang|languages?|translations?)\/|\/values-[a-z]{2,3}(?:-r[A-Z]{2})?\/|_[a-z]{2}(?:_[A-Z]{2})?\.properties$|[_.-][a-z]{2}(?:[_-][A-Z]{2})?\.(?:po|resx|strings|arb|xlf)$/;
  }
});

// src/detect/score/weigh.ts
function weigh(look2, data, from, to, form, span) {
  gate ??= new Gate(loadModel().tables, (candidate, reading2) => evidenceOf(candidate, reading2, loadModel()));
  return gate.answer(look2, data, from, to, form, span);
}
function evidenceOf(candidate, reading2, model) {
  const evidence = ownFeatures(candidate, reading2);
  const probability = model.probability(withPath(evidence, void 0));
  return probability < FLOOR ? void 0 : { confidence: model.level(probability) ?? "low", evidence };
}
function settle(matches3, settling = {}) {
  return matches3.flatMap((match) => {
    const verdict = verdictOf(match, match.location.path, settling);
    if (!verdict) return [];
    const { confidence, weighed } = verdict;
    if (!weighed) return [match];
    const { evidence: _, ...rest } = match;
    return [{ ...rest, confidence, reasons: [...match.reasons, ...reasonsAt(match, weighed)] }];
  });
}
function isToldAt(match, path, settling) {
  return verdictOf(match, path, settling) !== void 0;
}
function mayBeTold({ rule, confidence, evidence }, settling) {
  if (!evidence) return !isTooUnsure(confidence, settling);
  let most = best.get(evidence);
  if (most === void 0) best.set(evidence, most = loadModel().most(withPath(evidence, void 0), evidence.length));
  return isEnough(rule, most, settling);
}
function isEnough(rule, probability, settling) {
  const model = loadModel();
  const least = settling.minProbability?.[rule] ?? (settling.mode === "thorough" ? THOROUGH : model.weights.levels.low);
  return probability >= least && !isTooUnsure(model.level(probability) ?? "low", settling);
}
function isTooUnsure(confidence, { minConfidence, mode }) {
  return CONFIDENCES.indexOf(confidence) > CONFIDENCES.indexOf(minConfidence ?? (mode === "strict" ? "high" : "low"));
}
function verdictOf({ rule, secret, confidence, evidence }, path, settling) {
  if (!evidence) return isTooUnsure(confidence, settling) ? void 0 : { confidence };
  if (isTranslation(path, secret)) return void 0;
  const model = loadModel();
  const features = withPath(evidence, path === "-" ? void 0 : path);
  const probability = model.probability(features);
  if (!isEnough(rule, probability, settling)) return void 0;
  return { confidence: model.level(probability) ?? "low", weighed: { features, probability } };
}
function reasonsAt({ evidence, location: { path } }, weighed) {
  const last = said.get(evidence);
  if (last?.path === path) return last.reasons;
  const reasons = reasonsOf2(weighed);
  said.set(evidence, { path, reasons });
  return reasons;
}
function reasonsOf2({ features, probability }) {
  const words = loadModel().reasons(features, REASONS).map(({ feature }) => FEATURE_WORDS[feature]);
  const because = words.length === 0 ? "" : ` What spoke most for it: ${words.join("; ")}.`;
  const percent2 = Math.min(99, Math.round(probability * 100));
  return [{ code: "score", text: `It is a secret with a probability of ${percent2} %.${because}` }];
}
var FLOOR, THOROUGH, REASONS, gate, best, said;
var init_weigh = __esm({
  "src/detect/score/weigh.ts"() {
    "use strict";
    init_model();
    init_features();
    init_gate();
    init_model2();
    init_translation();
    FLOOR = 0.03;
    THOROUGH = 0.15;
    REASONS = 3;
    best = /* @__PURE__ */ new WeakMap();
    said = /* @__PURE__ */ new WeakMap();
  }
});

// src/detect/engine.ts
var MAX_CONTEXT, SHARED_NAME, DESK, VALUE_TEXT, Detector;
var init_engine = __esm({
  "src/detect/engine.ts"() {
    "use strict";
    init_rule();
    init_checksum();
    init_credentials();
    init_base64();
    init_base64_seek();
    init_decoder();
    init_detectors();
    init_edge();
    init_hit();
    init_look();
    init_near();
    init_plausible();
    init_prefilter();
    init_core();
    init_prefilter_wasm();
    init_recall();
    init_refusals();
    init_runner();
    init_weigh();
    init_tables();
    MAX_CONTEXT = 400;
    SHARED_NAME = 1e3;
    DESK = 1 << 18;
    VALUE_TEXT = 128;
    Detector = class {
      reach = { before: MOST_BEHIND, behind: MOST_BEFORE, around: AROUND };
      whole = false;
      looks = new Looks();
      look = this.looks;
      /** Its memory is scanned where it is; other data is copied first. */
      core;
      prefilter;
      seeker;
      /** In the core, for data from elsewhere. */
      desk;
      recall;
      /** Address of the data in the core's memory; 0 where it lies elsewhere. */
      address = 0;
      /** Whether the last look that was not recalled can be from now on. */
      isRemembered = false;
      tables;
      variants;
      /** Made when a rule is first wanted. */
      runners = [];
      /** Its rules are parsed when they are first read: not before a literal is found. */
      catalogue;
      codes = [...DETECTORS.values()];
      decoder = new Decoder(this.looks);
      data = Buffer.alloc(0);
      start = 0;
      end = 0;
      hits = [];
      /** Looks that are known, and the first that may be met next. */
      known = new Looks();
      nextKnown = 0;
      /** Looks to be repeated, and the next one of them. */
      repeats = new Looks();
      next = 0;
      /** All of the data, as ranges; where they are asked for. */
      all;
      /** The value that was looked at last, and where it stands. */
      value = "";
      valueAt = -1;
      solid = 0;
      solidFrom = -1;
      /**
       * @param catalogue compiled rules; the `rule` of a hit is an index in its list
       * @param room bytes that are left in the memory of `core` for others
       */
      constructor(catalogue, room2 = 0) {
        this.catalogue = catalogue;
        this.tables = catalogue.tables;
        const refusals = refusalsOf(this.tables);
        const parts = partsSize({ refusals: refusals.length, desk: DESK, all: 8 });
        const own = WasmPrefilter.size(this.tables.literals) + Base64Seeker.size + Recall.size + parts;
        this.core = new Core(own + room2);
        this.prefilter = new WasmPrefilter(this.core, this.tables.literals);
        this.seeker = new Base64Seeker(this.core);
        this.recall = new Recall(this.core, refusals);
        this.desk = this.core.take(DESK);
        this.all = { pairs: this.core.takeNumbers(2), count: 1 };
      }
      runner(index) {
        return this.runners[index] ??= runnerOf(index, this.catalogue.rule(index));
      }
      scan(data, start, end, part) {
        const bytes2 = end < data.length ? data.subarray(0, end) : data;
        this.begin(bytes2, start, end);
        if (part) this.scanPart(part);
        else this.scanAll();
        const hits = part && part.hits.length > 0 ? part.hits.concat(this.hits) : this.hits;
        if (this.decoder.idle) return hits;
        return this.decoder.run(
          hits,
          (view) => {
            this.enter(view, 0, view.length);
            this.scanAll();
            return this.hits;
          },
          (rule) => this.catalogue.rule(rule).rank
        );
      }
      settle(data, asked, count3) {
        this.begin(data, 0, data.length);
        for (let i = 0; i < 2 * count3; i += 2) {
          this.isRemembered = true;
          this.onLiteral(asked[i], asked[i + 1]);
          if (!this.isRemembered || this.hits.length > 0) return false;
        }
        return true;
      }
      begin(data, start, end) {
        this.looks.clear(start, end);
        this.decoder.begin(data, start, end);
        this.enter(data, start, end);
      }
      enter(data, start, end) {
        const elsewhere = !this.core.holds(data);
        this.data = elsewhere && data.length <= DESK ? this.toDesk(data) : data;
        this.start = start;
        this.end = end;
        this.address = elsewhere && this.data === data ? 0 : this.data.byteOffset;
        this.hits = [];
        this.valueAt = -1;
        this.solidFrom = -1;
      }
      /** What was decoded, and versions of files, are of some kilobytes: copied there, looks at them are recalled, too. */
      toDesk(data) {
        data.copy(this.desk);
        return this.desk.subarray(0, data.length);
      }
      /** Scans the bytes as they stand. */
      scanAll() {
        const { data, start, end, all } = this;
        all.pairs[0] = start;
        all.pairs[1] = end;
        this.prefilter.scan(data, start, end, all, this.onLiteral);
        this.base64(all, this.onBase64);
      }
      /** Calls back for places in some ranges where base64 may stand; the answer says where to go on. */
      base64(ranges, found2) {
        const { data, end } = this;
        if (this.address > 0) return this.seeker.seek(data, end, ranges, found2);
        const { pairs, count: count3 } = ranges;
        for (let i = 0; i < count3; i++) seekBase64(data, pairs[2 * i], Math.min(pairs[2 * i + 1], end), found2);
      }
      onBase64 = (at) => this.decoder.base64At(at);
      onPartBase64 = (at) => {
        this.repeatBase64UpTo(at);
        return this.decoder.base64At(at);
      };
      /** Scans parts of the bytes, and repeats looks. What decoders have seen to they do not do again, so all goes by place. */
      scanPart({ ranges, wide, looks, repeats: repeats2 }) {
        const { data, start, end } = this;
        this.known = looks;
        this.nextKnown = 0;
        this.repeats = repeats2;
        this.next = 0;
        this.prefilter.scan(data, start, end, ranges, this.onPartLiteral);
        this.repeatUpTo(Infinity);
        this.next = 0;
        this.base64(wide, this.onPartBase64);
        this.repeatBase64UpTo(Infinity);
      }
      onPartLiteral = (literal, at) => {
        if (this.isKnown(literal, at)) return;
        this.repeatUpTo(at);
        this.onLiteral(literal, at);
      };
      isKnown(literal, at) {
        const { data, count: count3 } = this.known;
        while (this.nextKnown < count3 && data[LOOK * this.nextKnown + 1] < at - 2 * MAX_LITERAL) this.nextKnown++;
        for (let i = LOOK * this.nextKnown; i < LOOK * count3 && data[i + 1] <= at; i += LOOK)
          if (data[i + 1] === at && data[i] === literal) return true;
        return false;
      }
      repeatUpTo(place2) {
        const { data, count: count3 } = this.repeats;
        for (; this.next < count3 && data[LOOK * this.next + 1] < place2; this.next++) {
          const kind = data[LOOK * this.next];
          if (kind !== BASE64_LOOK) this.onLiteral(kind, data[LOOK * this.next + 1]);
        }
      }
      repeatBase64UpTo(place2) {
        const { data, count: count3 } = this.repeats;
        for (; this.next < count3 && data[LOOK * this.next + 1] < place2; this.next++)
          if (data[LOOK * this.next] === BASE64_LOOK) this.decoder.base64At(data[LOOK * this.next + 1]);
      }
      onLiteral = (literal, at) => {
        if (this.address > 0 && this.recalls(literal, at)) return;
        const { uses, useStarts, literals } = this.tables;
        const stop = useStarts[literal + 1];
        const { looks, hits } = this;
        const found2 = hits.length;
        const behind = at + literals.starts[literal + 1] - literals.starts[literal];
        const guard = literals.guards[literal];
        looks.begin(at - guardBefore(guard), behind + guardBehind(guard));
        this.decoder.beginLook();
        let near;
        let wide;
        for (let i = useStarts[literal]; i < stop; i += 4) {
          const index = uses[i + 1];
          if (uses[i] === USE.shape) this.shape(this.runner(index), at, at - uses[i + 3], at - uses[i + 2]);
          else if (uses[i] === USE.code) this.codes[index].run(this, at);
          else if (uses[i] === USE.near) (near ??= []).push(index);
          else if (uses[i] === USE.wide || this.isPart(at, behind)) (wide ??= []).push(index);
        }
        if (near || wide) this.near(near ?? [], wide ?? [], at);
        for (let i = found2; i < hits.length; i++) {
          const hit = hits[i];
          hit.from = Math.max(looks.from, this.start);
          hit.to = Math.min(looks.to, this.end);
        }
        looks.end(literal, at);
        if (this.address > 0) this.remember(literal, at, found2);
      };
      /** Whether it is known to what a look comes, as others have with the same bytes: that is taken down. */
      recalls(literal, at) {
        const { recall, address } = this;
        if (!recall.knows(literal, address + at, address + this.start, address + this.end)) return false;
        const from = at - recall.before;
        if (!this.looks.paused) this.looks.add(literal, at, from, from + recall.length);
        for (const hit of recall.hits) this.hits.push(movedHit(hit, at));
        return true;
      }
      /** @param found how many hits there were before the look at hand */
      remember(literal, at, found2) {
        const { address, hits, looks, recall } = this;
        const [start, end] = [address + this.start, address + this.end];
        const from = Math.max(address + looks.from, start);
        const to = Math.min(address + looks.to, end);
        const look2 = { kind: literal, at: address + at, from, to, start, end };
        this.isRemembered = !this.decoder.wasAsked && recall.keep(look2, hits.length > found2 ? hits.slice(found2) : void 0, at);
        if (this.decoder.wasAsked && !recall.isOpen) recall.keepOpen(look2);
      }
      isPart(at, behind) {
        this.looks.saw(at - 2, behind + 3);
        return isPart(this.data, at, behind, this.start, this.end);
      }
      emit(variant, start, end, confidence, reasons = [], more2) {
        const rule = this.ruleOf(variant);
        if (rule === void 0) return;
        const level = confidence ?? this.catalogue.rule(rule).confidence;
        this.hits.push(hitOf(rule, start, end, level, reasons, more2));
      }
      /** The rule that finds of a detector's variant belong to; undefined where it is off. */
      ruleOf(variant) {
        this.variants ??= new Map(Object.entries(this.catalogue.detectors ?? ruleOfDetector(this.catalogue.rules)));
        return this.variants.get(variant);
      }
      candidate(variant, form, span, reasons = []) {
        if (this.ruleOf(variant) === void 0) return;
        const weighed = weigh(this.look, this.data, this.start, this.end, form, span);
        if (weighed) this.emit(variant, span.start, span.end, weighed.confidence, reasons, { evidence: weighed.evidence });
      }
      /**
       * A rule with a shape whose match begins in [first, last]: the leftmost one that holds the literal, or all of them where the
       * literal is a word that stands near them.
       */
      shape(runner, literal, first, last) {
        const { minLength, maxLength } = runner;
        const begin = Math.max(first, this.start);
        const stop = Math.min(last + maxLength + 1, this.end);
        if (begin > last || stop - begin < minLength) return this.looks.saw(first, last + minLength);
        if (begin === last && !this.edgeHolds(runner, begin)) return;
        this.looks.saw(begin, last + maxLength + 1);
        this.decoder.token(last);
        const text = this.data.toString("latin1", begin, stop);
        const expression = expressionOf(runner);
        for (let at = begin; at <= last; at++) {
          if (begin < last && !this.edgeHolds(runner, at)) continue;
          expression.lastIndex = at - begin;
          const found2 = expression.exec(text);
          if (!found2) continue;
          const matchEnd = at + found2[0].length;
          const isWord = last > literal;
          if (isWord || matchEnd > literal) this.accept(runner, found2, at, begin);
          if (!isWord && matchEnd > literal) return;
          at = Math.max(at, matchEnd - 1);
        }
      }
      edgeHolds(runner, at) {
        return runner.noEdge === void 0 || edgeBefore(this.look, this.data, at, this.start, runner.noEdge);
      }
      /**
       * Rules that look for their shape in the value given to a name that holds one of their words; see near.ts. Of those of a
       * provider's word (`wide`) also in what stands some way behind it.
       */
      near(near, wide, at) {
        const direct = lookDirect(this.look, this.data, at, this.start, this.end);
        for (const value of direct.values) this.decoder.given(direct.from, value);
        for (const index of near) this.nearValue(this.runner(index), direct, false);
        const left = [];
        for (const index of wide) {
          const runner = this.runner(index);
          if (!this.nearValue(runner, direct, false)) left.push(runner);
        }
        if (left.length === 0) return;
        for (const given of lookWide(this.look, this.data, at, this.start, this.end))
          for (const runner of left) this.nearValue(runner, given, true);
      }
      /** @returns whether the name is one of the rule's, and values stand there */
      nearValue(runner, given, wide) {
        const { minLength, maxLength, solid } = runner;
        let distance;
        for (const value of given.values) {
          if (value.quote !== 0 && value.end - value.start < minLength) continue;
          if (solid > 0 && this.solidAt(value.start) < solid) continue;
          if (!this.edgeHolds(runner, value.start)) continue;
          const expression = expressionOf(runner);
          expression.lastIndex = 0;
          this.looks.saw(value.start, value.start + maxLength + 1);
          const found2 = expression.exec(this.valueText(value.start, maxLength + 1));
          if (!found2 || value.quote !== 0 && value.start + found2[0].length > value.end + 1) continue;
          distance ??= this.distance(runner, given, wide);
          if (distance === void 0) return false;
          this.accept(runner, found2, value.start, value.start, distance);
          return true;
        }
        return false;
      }
      /** How many solid bytes the value at an offset begins with, counted once for all rules. */
      solidAt(at) {
        if (at !== this.solidFrom) {
          this.solidFrom = at;
          this.solid = solidAt(this.data, at, this.end);
        }
        this.looks.saw(at, at + this.solid + 1);
        return this.solid;
      }
      /**
       * The text that begins at a value: many rules look at the same one in turn. It may be longer than asked for, which no rule
       * can see: a match is never longer than its rule says.
       */
      valueText(at, length) {
        if (at !== this.valueAt || this.value.length < Math.min(length, this.end - at)) {
          this.valueAt = at;
          this.value = this.data.toString("latin1", at, Math.min(at + Math.max(length, VALUE_TEXT), this.end));
        }
        return this.value;
      }
      /** See Hit.distance; undefined where no word of the rule stands. */
      distance(runner, given, wide) {
        const { rule } = runner;
        if (!wide && rule.near.length > 0) {
          runner.nearWords ??= anyOf(rule.near, "gi");
          const name = longestName(runner.nearWords, given.names);
          if (name !== void 0) return (hasWord(name, [rule.provider, ...rule.service]) ? 0 : SHARED_NAME) - name.length;
        }
        if (rule.service.length === 0) return void 0;
        runner.serviceWords ??= anyOf(rule.service, "gi");
        return serviceDistance(runner.serviceWords, given);
      }
      /** Entropy, checksum and context decide on a match of a shape; `base` is the offset of the text that was matched. */
      accept(runner, found2, at, base, distance) {
        const { rule } = runner;
        const secretAt = found2.indices?.groups?.["secret"];
        const start = secretAt ? base + secretAt[0] : at;
        const secret = found2.groups?.["secret"] ?? found2[0];
        const end = start + secret.length;
        let { confidence } = rule;
        const reasons = [];
        if (rule.checksum) {
          if (checksumHolds(rule.checksum, { ...found2.groups, secret })) {
            const decodes = !checksumProves(rule.checksum);
            if (!decodes) confidence = "certain";
            reasons.push(
              decodes ? { code: "decodes", text: "It decodes to what such a credential holds." } : { code: "checksum-valid", text: `Its checksum (${rule.checksum.is}) is right.` }
            );
          } else if (rule.checksum.mismatch === "low") {
            confidence = "low";
            reasons.push({ code: "checksum-wrong", text: `Its checksum (${rule.checksum.is}) is wrong.` });
          } else {
            return;
          }
        }
        if (confidence !== "certain") {
          const variety = rule.entropy > 0 || distance !== void 0;
          if (distance !== void 0 && isWords(secret)) return;
          if (entropy(secret) < rule.entropy || looksLikePlaceholder(secret, variety)) return;
        }
        if (rule.context) {
          const within = Math.min(rule.context.within ?? 200, MAX_CONTEXT);
          const [from, to] = [at - within, at + found2[0].length + within];
          this.looks.saw(from, to);
          runner.contextWords ??= anyOf(rule.context.words, "i");
          const around = this.data.toString("latin1", Math.max(from, this.start), Math.min(to, this.end));
          if (runner.contextWords.test(around)) reasons.push({ code: "context", text: "Words of its provider stand near it." });
          else if (rule.context.required !== false) return;
          else if (confidence === "high") confidence = "medium";
        }
        const hit = hitOf(runner.index, start, end, confidence, reasons, { distance });
        const password = passwordIn(rule.checksum?.is, secret);
        if (password) {
          hit.end = start + password.end;
          hit.start = start + password.start;
          hit.decoded = { secret: password.secret, from: ["base64"], unsure: false };
        }
        this.hits.push(hit);
      }
    };
  }
});

// src/detect/position.ts
function frameAt(bytes2, start, end, encoding, from, to) {
  const high = highByte(encoding);
  const step2 = high === void 0 ? 1 : 2;
  const isAt = (at, char) => high === void 0 ? bytes2[at] === char : isUnit(bytes2, at, high, char);
  const low = Math.max(start, from - room(BEFORE5));
  let lineStart = from;
  while (lineStart > low && !isAt(lineStart - step2, NEWLINE)) lineStart -= step2;
  const top = Math.min(end, to + room(AFTER), from + room(SECRET));
  let lineEnd3 = from;
  while (lineEnd3 + step2 <= top && !isAt(lineEnd3, NEWLINE)) lineEnd3 += step2;
  const cutLine = lineEnd3 + step2 > top && top < end;
  if (lineEnd3 + step2 <= end && lineEnd3 > from && isAt(lineEnd3, NEWLINE) && isAt(lineEnd3 - step2, RETURN)) lineEnd3 -= step2;
  const secretEnd = Math.min(to, lineEnd3);
  const before = decode2(bytes2, lineStart, from, encoding);
  const secret = decode2(bytes2, from, secretEnd, encoding);
  const after = decode2(bytes2, secretEnd, lineEnd3, encoding);
  const shownBefore = lastUnits(before, BEFORE5);
  const shownSecret = firstUnits(secret, SECRET);
  const shownAfter = shownSecret === secret ? firstUnits(after, AFTER) : "";
  return {
    text: shownBefore + shownSecret + shownAfter,
    start: shownBefore.length,
    end: shownBefore.length + shownSecret.length,
    cutStart: shownBefore !== before,
    cutEnd: cutLine || shownSecret !== secret || shownAfter !== after
  };
}
function decode2(bytes2, from, to, encoding) {
  const part = bytes2.subarray(from, to);
  if (encoding === "utf-16le") return part.toString("utf16le");
  if (encoding === "utf-16be")
    return Buffer.from(part.subarray(0, part.length & ~1)).swap16().toString("utf16le");
  if ((0, import_node_buffer2.isUtf8)(part)) return part.toString("utf8");
  let text = "";
  for (let at = 0; at < part.length; ) {
    const size2 = sequenceLength2(part, at, part.length);
    text += part.toString(size2 === 1 ? "latin1" : "utf8", at, at + size2);
    at += size2;
  }
  return text;
}
function highByte(encoding) {
  return encoding === "utf-16le" ? 1 : encoding === "utf-16be" ? 0 : void 0;
}
function isUnit(bytes2, at, high, char) {
  return bytes2[at + high] === 0 && bytes2[at + 1 - high] === char;
}
function firstUnits(text, units) {
  if (text.length <= units) return text;
  return text.slice(0, (text.charCodeAt(units - 1) & 64512) === 55296 ? units - 1 : units);
}
function lastUnits(text, units) {
  if (text.length <= units) return text;
  const from = text.length - units;
  return text.slice((text.charCodeAt(from) & 64512) === 56320 ? from + 1 : from);
}
function sequenceLength2(bytes2, at, end) {
  const lead = bytes2[at];
  if (lead < 194 || lead > 244) return 1;
  const size2 = lead < 224 ? 2 : lead < 240 ? 3 : 4;
  if (at + size2 > end) return 1;
  const second = bytes2[at + 1];
  const least = lead === 224 ? 160 : lead === 240 ? 144 : 128;
  const most = lead === 237 ? 159 : lead === 244 ? 143 : 191;
  if (second < least || second > most) return 1;
  for (let next = at + 2; next < at + size2; next++) if ((bytes2[next] & 192) !== 128) return 1;
  return size2;
}
var import_node_buffer2, NEWLINE, RETURN, Positions, BEFORE5, SECRET, AFTER, room;
var init_position = __esm({
  "src/detect/position.ts"() {
    "use strict";
    import_node_buffer2 = require("node:buffer");
    NEWLINE = 10;
    RETURN = 13;
    Positions = class {
      #bytes;
      #start;
      #end;
      #high;
      #from;
      /** First byte of a character, and its place. */
      #at;
      #line;
      #column;
      /** The first line feed at or after `#at`, `#end` if there is none; -1 if not looked for. Unused in UTF-16. */
      #newline = -1;
      /**
       * @param start first byte of text in the buffer, after a byte order mark; the first byte of a character
       * @param from place of that byte; for a chunk of a file it is what `boundary` said in the chunk before
       */
      constructor(bytes2, start, end, encoding, from = { line: 1, column: 1 }) {
        this.#bytes = bytes2;
        this.#start = start;
        this.#end = end;
        this.#high = highByte(encoding);
        this.#from = from;
        this.#at = start;
        this.#line = from.line;
        this.#column = from.column;
      }
      /** Place of the byte at an offset (`end` is allowed), or of the character it belongs to if it is inside of one. */
      at(offset) {
        if (offset < this.#at) {
          this.#at = this.#start;
          this.#line = this.#from.line;
          this.#column = this.#from.column;
          this.#newline = -1;
        }
        if (this.#high === void 0) this.#advance(offset);
        else this.#advanceWide(offset, this.#high);
        return { line: this.#line, column: this.#column };
      }
      /** Where the bytes from `from` up to `to` stand. For ranges that overlap only their beginnings need ascend. */
      range(from, to) {
        const { line: startLine, column: startColumn } = this.at(from);
        const at = this.#at;
        const newline = this.#newline;
        const { line: endLine, column: endColumn } = this.at(to);
        this.#at = at;
        this.#line = startLine;
        this.#column = startColumn;
        this.#newline = newline;
        return { startLine, startColumn, endLine, endColumn };
      }
      /** The first character that begins at or after an offset: where the positions of the next chunk begin. */
      boundary(offset) {
        const place2 = this.at(offset);
        if (this.#at === offset) return { offset, place: place2 };
        const next = this.#at + (this.#high === void 0 ? sequenceLength2(this.#bytes, this.#at, this.#end) : 2);
        return { offset: next, place: this.at(next) };
      }
      #advance(offset) {
        if (this.#newline < 0) this.#findNewline();
        while (this.#newline < offset) {
          this.#at = this.#newline + 1;
          this.#line++;
          this.#column = 1;
          this.#findNewline();
        }
        let at = this.#at;
        while (at < offset) {
          const size2 = this.#bytes[at] < 128 ? 1 : sequenceLength2(this.#bytes, at, this.#end);
          if (at + size2 > offset) break;
          at += size2;
          this.#column += size2 === 4 ? 2 : 1;
        }
        this.#at = at;
      }
      #findNewline() {
        const found2 = this.#bytes.indexOf(NEWLINE, this.#at);
        this.#newline = found2 < 0 || found2 > this.#end ? this.#end : found2;
      }
      #advanceWide(offset, high) {
        let at = this.#at;
        for (; at + 2 <= offset; at += 2) {
          if (isUnit(this.#bytes, at, high, NEWLINE)) {
            this.#line++;
            this.#column = 1;
          } else this.#column++;
        }
        this.#at = at;
      }
    };
    BEFORE5 = 60;
    SECRET = 200;
    AFTER = 40;
    room = (units) => units * 4;
  }
});

// src/order.ts
var byText;
var init_order = __esm({
  "src/order.ts"() {
    "use strict";
    byText = (a, b) => a < b ? -1 : a > b ? 1 : 0;
  }
});

// src/detect/resolve.ts
function resolve(hits, catalogue) {
  const order = hits.filter((hit) => hit.rule >= 0).sort(
    (a, b) => catalogue.rule(b.rule).rank - catalogue.rule(a.rule).rank || reading(a) - reading(b) || (a.distance ?? 0) - (b.distance ?? 0) || CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence) || b.end - b.start - (a.end - a.start) || a.start - b.start || a.rule - b.rule || compareReadings(a.decoded, b.decoded) || byText(a.evidence?.join() ?? "", b.evidence?.join() ?? "")
  );
  const kept = [];
  for (const hit of order) {
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = low + high >>> 1;
      if (kept[middle].start < hit.start) low = middle + 1;
      else high = middle;
    }
    const before = kept[low - 1];
    const behind = kept[low];
    if (before && before.end > hit.start || behind && behind.start < hit.end) continue;
    kept.splice(low, 0, hit);
  }
  return kept;
}
function reading({ decoded }) {
  return decoded ? decoded.unsure ? 2 : 0 : 1;
}
function compareReadings(a, b) {
  if (!a || !b) return 0;
  return a.secret.length - b.secret.length || a.from.length - b.from.length || byText(a.secret, b.secret) || byText(a.from.join(), b.from.join());
}
var init_resolve = __esm({
  "src/detect/resolve.ts"() {
    "use strict";
    init_model();
    init_order();
  }
});

// src/suppress/inline.ts
function marked(form) {
  return (text) => {
    const found2 = form.exec(text);
    if (!found2) return void 0;
    const variant = found2[1] === "next" ? "next-line" : found2[1] ?? "line";
    return { marker: found2[0], form: variant, rest: text.slice(found2[0].length) };
  };
}
function secretlint(text) {
  const found2 = /^secretlint-(?:disable(?:-(line|next-line))?|enable)(?![\w-])/.exec(text);
  if (!found2) return void 0;
  const form = found2[0] === "secretlint-enable" ? "end" : found2[1] ?? "start";
  return { marker: found2[0], form, rest: text.slice(found2[0].length) };
}
function bytesOf(needle, encoding) {
  const wide = encoding === "utf-16le" || encoding === "utf-16be";
  const key = wide ? `${encoding} ${needle}` : needle;
  let bytes2 = needles.get(key);
  if (!bytes2) {
    bytes2 = Buffer.from(needle, wide ? "utf16le" : "latin1");
    needles.set(key, encoding === "utf-16be" ? bytes2.swap16() : bytes2);
  }
  return bytes2;
}
function inlineIgnores(data, start, end, encoding, secrets, positions) {
  const marks = [];
  const step2 = encoding === "utf-16le" || encoding === "utf-16be" ? 2 : 1;
  const search2 = ({ needle, read: read5 }, from, to) => {
    const bytes2 = bytesOf(needle, encoding);
    const part = data.subarray(from, to);
    for (let found2 = part.indexOf(bytes2); found2 >= 0 && marks.length < MOST; found2 = part.indexOf(bytes2, found2 + bytes2.length)) {
      const at = from + found2;
      if (at > start && /[\w:-]$/.test(decode2(data, at - step2, at, encoding))) continue;
      const [line = ""] = decode2(data, at, Math.min(end, at + LINE3), encoding).split(/\r?\n/, 1);
      const mark = read5(line);
      if (mark) marks.push({ at, mark });
    }
  };
  for (const marker of EVERYWHERE) search2(marker, start, end);
  for (const { from, to } of neighbourhoods(secrets, start, end)) for (const marker of NEARBY) search2(marker, from, to);
  marks.sort((a, b) => a.at - b.at);
  return pairBlocks(marks.map(({ at, mark }) => ({ line: positions.at(at).line, mark })));
}
function neighbourhoods(secrets, start, end) {
  const parts = [];
  for (const secret of secrets) {
    const from = Math.max(start, secret.start - 2 * LINE3);
    const to = Math.min(end, secret.end + LINE3);
    const last = parts.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else parts.push({ from, to });
  }
  return parts;
}
function pairBlocks(lines3) {
  const ignores = [];
  const open = /* @__PURE__ */ new Map();
  for (const { line, mark } of lines3) {
    const family = /^[a-z]+/.exec(mark.marker)[0];
    if (mark.form === "end") {
      const block = open.get(family);
      open.delete(family);
      if (block) block.to = line;
      else if (family === "bearertrap")
        ignores.push({
          marker: mark.marker,
          line,
          from: line,
          to: line,
          fault: "nothing was begun that it could end",
          idle: true
        });
      continue;
    }
    const at = mark.form === "next-line" ? line + 1 : line;
    const ignore = {
      marker: mark.marker,
      line,
      from: at,
      to: mark.form === "start" ? Number.MAX_SAFE_INTEGER : at,
      idle: true,
      ...family === "bearertrap" ? terms(mark.rest) : family === "secretlint" ? secretlintTerms(mark.rest) : {}
    };
    ignores.push(ignore);
    if (mark.form !== "start") continue;
    const before = open.get(family);
    if (before) before.fault ??= `another ${mark.marker} stands before its end`;
    open.set(family, ignore);
  }
  for (const block of open.values()) {
    if (block.marker.startsWith("bearertrap")) block.fault ??= "its bearertrap:ignore-end is missing";
  }
  return ignores;
}
function terms(rest) {
  const text = rest.replace(CLOSER2, "");
  const [, head = "", tail = ""] = /^(.*?)(?:(?:^|\s)(?:--|—|–)\s+(.*))?$/s.exec(text);
  const out = {};
  const rules = [];
  const words = [];
  const take = (word, list) => {
    const [, key, value] = /^(until|owner)=(.*)$/.exec(word) ?? [];
    if (key === "owner") out.owner = value;
    else if (key === "until" && isDay(value)) out.until = value;
    else if (key === "until") out.fault ??= `until=${value} is no day; write until=2027-01-31`;
    else list.push(word);
  };
  for (const word of head.split(/[\s,:[\]]+/).filter(Boolean)) take(word, rules);
  for (const word of tail.split(/\s+/).filter(Boolean)) take(word, words);
  const odd = rules.find((word) => !RULE.test(word));
  if (odd !== void 0) out.fault ??= `"${odd}" is no rule id; write the reason after --`;
  if (rules.length > 0) out.rules = rules;
  if (words.length > 0) out.reason = words.join(" ");
  return out;
}
function secretlintTerms(rest) {
  const [, head = "", reason2 = ""] = /^(.*?)(?:(?:^|\s)--\s+(.*))?$/s.exec(rest.replace(CLOSER2, ""));
  const providers = [...head.matchAll(/secretlint-rule-([a-z\d-]+)/g)].map((found2) => found2[1]);
  return {
    ...providers.length > 0 && { rules: providers.flatMap((name) => [name, `${name}-*`]) },
    ...reason2 !== "" && { reason: reason2.trim() }
  };
}
function speaksOf(ignore, { rule, location }) {
  if (ignore.fault !== void 0 || ignore.from > location.endLine || ignore.to < location.startLine) return false;
  return ignore.rules === void 0 || ignore.rules.some((name) => names2(name, rule));
}
function accepts(ignore, match, now) {
  return speaksOf(ignore, match) && (ignore.until === void 0 || !isOver(ignore.until, now));
}
function names2(name, rule) {
  return name.endsWith("*") ? rule.startsWith(name.slice(0, -1)) : name === rule;
}
function isDay(text) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
function isOver(until, now) {
  return now.toISOString().slice(0, 10) > until;
}
var MOST, LINE3, EVERYWHERE, NEARBY, needles, CLOSER2, RULE;
var init_inline = __esm({
  "src/suppress/inline.ts"() {
    "use strict";
    init_position();
    MOST = 1e4;
    LINE3 = 1024;
    EVERYWHERE = [
      { needle: "bearertrap:ignore", read: marked(/^bearertrap:ignore(?:-(line|next-line|start|end))?(?![\w:-])/) },
      { needle: "secretlint-", read: secretlint }
    ];
    NEARBY = [
      { needle: "gitleaks:allow", read: marked(/^gitleaks:allow(?!\w)/) },
      { needle: "trufflehog:ignore", read: marked(/^trufflehog:ignore(?!\w)/) },
      { needle: "pragma:", read: marked(/^pragma: ?(?:allow|white)list[ -](?:(next)line[ -])?secret(?!\w)/) },
      { needle: "ggignore", read: marked(/^ggignore(?!\w)/) }
    ];
    needles = /* @__PURE__ */ new Map();
    CLOSER2 = /\s*(?:\*\/|--+!?>|[#%-]\}|--?%>|\*\)|"""|'''|["'`]\s*[,;)\]}]*\s*$).*$/;
    RULE = /^(?:[a-z\d][a-z\d-]*\*?|\*)$/;
  }
});

// src/sources/reader.ts
function isLfsPointer(bytes2, start, end) {
  if (bytes2[start] !== 118 || end - start < 100 || end - start >= 1024) return false;
  const text = Buffer.from(bytes2.buffer, bytes2.byteOffset + start, end - start).toString("latin1");
  return /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-\d-[\w.-]{1,64} sha256:[0-9a-f]{64}\n)*oid sha256:[0-9a-f]{64}\nsize \d{1,20}\n?$/.test(
    text
  );
}
function isUnchanged(before, after, read5) {
  return before.size === 0 || read5 === before.size && after.size === before.size && after.mtimeMs === before.mtimeMs;
}
function isLink(folder) {
  try {
    return (0, import_node_fs3.lstatSync)(folder).isSymbolicLink();
  } catch {
    return false;
  }
}
function skip(reason2, gap) {
  return { kind: "skip", reason: reason2, gap };
}
function skipOf(error) {
  switch (error.code) {
    case "ENOENT":
    case "ENOTDIR":
    case "EISDIR":
      return skip("vanished", false);
    case "ELOOP":
      return skip("symlink", false);
    case "EAGAIN":
    case "ENXIO":
      return skip("special-file", false);
    default:
      return skip("unreadable", true);
  }
}
var import_node_fs3, PAD2, CAPACITY, bufferSize, NEWLINE2, FLAGS, FileReader;
var init_reader = __esm({
  "src/sources/reader.ts"() {
    "use strict";
    import_node_fs3 = require("node:fs");
    PAD2 = 64;
    CAPACITY = 4 * 1024 * 1024;
    bufferSize = (capacity) => capacity + 2 * PAD2;
    NEWLINE2 = 10;
    FLAGS = import_node_fs3.constants.O_RDONLY | (import_node_fs3.constants.O_NOFOLLOW ?? 0) | (import_node_fs3.constants.O_NONBLOCK ?? 0);
    FileReader = class {
      /** Data begins at `PAD`, which is even, so that a Uint16Array can be laid over it. */
      buffer;
      #capacity;
      /** Whether a folder is, or is below, a link; by path. */
      #linked = /* @__PURE__ */ new Map();
      /**
       * @param capacity size in bytes of the largest file that is read whole; even
       * @param buffer memory to read into, of `bufferSize(capacity)` bytes
       */
      constructor(capacity = CAPACITY, buffer = Buffer.alloc(bufferSize(capacity))) {
        this.#capacity = capacity;
        this.buffer = buffer.fill(NEWLINE2, 0, PAD2);
      }
      /** Reads a file. Overwrites what the last call read. @param open absolute path as in FileEntry */
      read(open) {
        if (this.#isBelowLink(open)) return skip("symlink", false);
        let fd;
        try {
          if (import_node_fs3.constants.O_NOFOLLOW === void 0 && (0, import_node_fs3.lstatSync)(open).isSymbolicLink()) return skip("symlink", false);
          fd = (0, import_node_fs3.openSync)(open, FLAGS);
        } catch (error) {
          return skipOf(error);
        }
        let streams = false;
        try {
          const end = PAD2 + this.#fill(fd);
          this.#seal(end);
          if (end > PAD2 && end - PAD2 < this.#capacity) return { kind: "whole", start: PAD2, end };
          const stats = (0, import_node_fs3.fstatSync)(fd);
          if (!stats.isFile()) return skip("special-file", false);
          if (end === PAD2 || (0, import_node_fs3.readSync)(fd, this.buffer, end, 1, this.#capacity) === 0) return { kind: "whole", start: PAD2, end };
          this.#seal(end);
          streams = true;
          return { kind: "large", start: PAD2, end, fd, size: Math.max(stats.size, this.#capacity + 1) };
        } catch (error) {
          return skipOf(error);
        } finally {
          if (!streams) (0, import_node_fs3.closeSync)(fd);
        }
      }
      /**
       * Reads a large file in chunks of the buffer's size and closes it.
       * @param fd as `read` gave it
       * @param overlap bytes at the end of a chunk that come again at the beginning of the next; even, less than half of the capacity
       * @param onChunk is given the place of the chunk in `buffer`, the offset in the file of its first byte (always even),
       * and whether it is the last. It must not read another file with this reader.
       * @returns a skip if the file could not be read to its end or was written meanwhile
       */
      stream(fd, overlap, onChunk) {
        try {
          const before = (0, import_node_fs3.fstatSync)(fd);
          const limit = before.size || Number.MAX_SAFE_INTEGER;
          let offset = 0;
          let held = 0;
          for (; ; ) {
            const wanted = Math.min(this.#capacity, limit - offset);
            let filled = held;
            while (filled < wanted) {
              const got = (0, import_node_fs3.readSync)(fd, this.buffer, PAD2 + filled, wanted - filled, offset + filled);
              if (got === 0) break;
              filled += got;
            }
            const last = filled < this.#capacity || offset + filled === limit;
            this.#seal(PAD2 + filled);
            onChunk(PAD2, PAD2 + filled, offset, last);
            if (last) return isUnchanged(before, (0, import_node_fs3.fstatSync)(fd), offset + filled) ? void 0 : skip("changed", true);
            this.buffer.copyWithin(PAD2, PAD2 + filled - overlap, PAD2 + filled);
            offset += filled - overlap;
            held = overlap;
          }
        } catch (error) {
          if (error.syscall === void 0) throw error;
          return skipOf(error);
        } finally {
          (0, import_node_fs3.closeSync)(fd);
        }
      }
      /** Closes a large file that is not streamed. */
      close(fd) {
        (0, import_node_fs3.closeSync)(fd);
      }
      /**
       * Reads until there is no more: file systems that make up their content (procfs, FUSE) give it piecemeal, so that a
       * short read does not mean the end.
       * @returns bytes read, at most the capacity
       */
      #fill(fd) {
        let filled = 0;
        while (filled < this.#capacity) {
          const got = (0, import_node_fs3.readSync)(fd, this.buffer, PAD2 + filled, this.#capacity - filled, null);
          if (got === 0) break;
          filled += got;
        }
        return filled;
      }
      #seal(end) {
        this.buffer.fill(NEWLINE2, end, end + PAD2);
      }
      #isBelowLink(path) {
        const slash = path.lastIndexOf("/");
        if (slash <= 0) return false;
        const folder = typeof path === "string" ? path.slice(0, slash) : path.subarray(0, slash);
        const key = typeof folder === "string" ? folder : `\0${folder.toString("latin1")}`;
        let linked = this.#linked.get(key);
        if (linked === void 0) {
          linked = this.#isBelowLink(folder) || isLink(folder);
          this.#linked.set(key, linked);
        }
        return linked;
      }
    };
  }
});

// src/group.ts
function groupBy(items, key) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
var secretKey;
var init_group = __esm({
  "src/group.ts"() {
    "use strict";
    secretKey = ({ rule, secret }) => `${rule}\0${secret}`;
  }
});

// src/pipeline/names.ts
function matchesInNames(paths2, scan) {
  const offsets = scan(toBytes(paths2.join("\n")), "").map(({ location }) => location.offset);
  const found2 = /* @__PURE__ */ new Map();
  for (const path of pathsAt(paths2, offsets).sort(byText)) {
    const data = toBytes(path);
    for (const match of scan(data, path)) {
      const { offset, length } = match.location;
      const slash = data.indexOf(SLASH2, offset + length);
      const place2 = slash < 0 ? path : fromBytes(data.subarray(0, slash));
      const key = `${secretKey(match)}\0${offset}\0${place2}`;
      if (!found2.has(key)) found2.set(key, { ...match, location: { ...match.location, path: place2 } });
    }
  }
  return [...found2.values()];
}
function pathsAt(paths2, offsets) {
  const sorted = offsets.toSorted((a, b) => a - b);
  let next = 0;
  let end = 0;
  return paths2.filter((path) => {
    if (next === sorted.length) return false;
    end += toBytes(path).length + 1;
    const first = next;
    while (next < sorted.length && sorted[next] < end) next++;
    return next > first;
  });
}
var SLASH2;
var init_names2 = __esm({
  "src/pipeline/names.ts"() {
    "use strict";
    init_group();
    init_order();
    init_path();
    SLASH2 = 47;
  }
});

// src/pipeline/file.ts
function readHits(catalogue, hits, { data, start: from, offset }, encoding) {
  const wide = encoding === "utf-16le" || encoding === "utf-16be";
  return hits.map(({ rule, start, end, confidence, reasons, evidence, decoded }) => {
    const text = wide ? wideText(data, start, end, encoding) : data.toString("latin1", start, end);
    const decodedFrom = decoded && decoded.from.length > 0 && { decodedFrom: [...decoded.from] };
    return {
      rule: catalogue.rule(rule).id,
      secret: decoded?.secret ?? text,
      ...decoded && { encoded: text },
      location: { offset: offset + start - from, length: end - start, ...decodedFrom },
      confidence,
      reasons,
      ...evidence && { evidence }
    };
  });
}
function placeMatches(unplaced, chunk, positions, encoding, path) {
  if (unplaced.length === 0) return [];
  const { data } = chunk;
  const spots = unplaced.map(({ location: { offset, length } }) => {
    const start = offset - chunk.offset + chunk.start;
    return { start, end: start + length };
  });
  const matches3 = unplaced.map((match, i) => {
    const { start, end } = spots[i];
    const location = { path, ...positions.range(start, end), ...match.location };
    return { ...match, location, frame: frameAt(data, chunk.start, chunk.end, encoding, start, end) };
  });
  const ignores = inlineIgnores(data, chunk.start, chunk.end, encoding, spots, positions);
  if (ignores.length === 0) return matches3;
  for (const ignore of ignores) ignore.idle = !matches3.some((match) => speaksOf(ignore, match));
  return matches3.map((match) => Object.assign(match, { ignores }));
}
function wideText(data, start, end, encoding) {
  const bytes2 = Buffer.from(data.subarray(start, end));
  return (encoding === "utf-16be" ? bytes2.swap16() : bytes2).toString("utf16le");
}
var OVERLAP, emptyOutcome, FileScanner;
var init_file = __esm({
  "src/pipeline/file.ts"() {
    "use strict";
    init_encoding();
    init_engine();
    init_position();
    init_resolve();
    init_inline();
    init_reader();
    init_names2();
    init_core();
    OVERLAP = 4 * (65536 + 2048);
    emptyOutcome = () => ({ files: 0, bytes: 0, binary: 0, matches: [], skipped: [] });
    FileScanner = class {
      #reader;
      #detector;
      #catalogue;
      #limits;
      /** UTF-16 narrowed to bytes; made when the first such file comes. */
      #narrowed;
      constructor(catalogue, limits) {
        this.#catalogue = catalogue;
        this.#limits = limits;
        this.#detector = new Detector(catalogue, partSize(bufferSize(CAPACITY)));
        this.#reader = new FileReader(CAPACITY, this.#detector.core.take(bufferSize(CAPACITY)));
      }
      /**
       * Scans one file and adds to `outcome`.
       * @param stream whether a large file is read now; else it is left for later
       * @param alive called between the chunks of a large file
       * @returns false for a large file that was left
       */
      scan(entry, outcome, stream, alive) {
        if (entry.names) {
          for (const match of this.#scanNames(entry.names)) outcome.matches.push(match);
          return true;
        }
        const read5 = this.#reader.read(entry.open);
        if (read5.kind === "skip") {
          outcome.skipped.push({ reason: read5.reason, path: entry.path, gap: read5.gap });
          return true;
        }
        const size2 = read5.kind === "whole" ? read5.end - read5.start : read5.size;
        const tooLarge = size2 > this.#limits.maxFileSize;
        if (read5.kind === "large" && (tooLarge || !stream)) this.#reader.close(read5.fd);
        if (tooLarge) outcome.skipped.push({ reason: "too-large", path: entry.path, gap: true });
        else if (read5.kind === "whole") this.scanBytes(this.#reader.buffer, read5.start, read5.end, entry.path, outcome);
        else if (stream) this.#scanLarge(read5.fd, entry.path, outcome, alive);
        return tooLarge || read5.kind === "whole" || stream;
      }
      /** Scans a whole file's bytes, data[start, end). */
      scanBytes(data, start, end, path, outcome) {
        const encoding = detectEncoding(data, start, end);
        outcome.files++;
        outcome.bytes += end - start;
        if (encoding === "binary") outcome.binary++;
        const chunk = { data, start, end, offset: 0, first: true, last: true };
        const hits = this.#scanChunk(chunk, encoding);
        if (hits.length > 0) {
          const textStart = start + bomLength(data, start, end, encoding);
          this.#keep(hits, chunk, new Positions(data, textStart, end, encoding), encoding, path, outcome);
        } else if (end - start < 1024 && isLfsPointer(data, start, end)) {
          outcome.skipped.push({ reason: "lfs-pointer", path, gap: false });
        }
      }
      #scanNames(paths2) {
        return matchesInNames(paths2, (data, path) => {
          const outcome = emptyOutcome();
          this.scanBytes(data, 0, data.length, path, outcome);
          return outcome.matches;
        });
      }
      #scanLarge(fd, path, outcome, alive) {
        const data = this.#reader.buffer;
        let encoding;
        let from;
        let textStart = 0;
        const told = this.#reader.stream(fd, OVERLAP, (start, end, offset, last) => {
          alive?.();
          const first = encoding === void 0;
          encoding ??= detectEncoding(data, start, end);
          if (first) textStart = start + bomLength(data, start, end, encoding);
          const chunk = { data, start, end, offset, first, last };
          const positions = new Positions(data, textStart, end, encoding, from);
          this.#keep(this.#scanChunk(chunk, encoding), chunk, positions, encoding, path, outcome);
          outcome.bytes += end - start - (first ? 0 : OVERLAP);
          if (last) return;
          const next = positions.boundary(end - OVERLAP);
          from = next.place;
          textStart = start + next.offset - (end - OVERLAP);
        });
        outcome.files++;
        if (encoding === "binary") outcome.binary++;
        if (told) outcome.skipped.push({ reason: told.reason, path, gap: told.gap });
      }
      /** Hits of a chunk, of those that the neighbouring chunks see too only its own; offsets in `chunk.data`. */
      #scanChunk(chunk, encoding) {
        const low = chunk.first ? chunk.start : chunk.start + OVERLAP / 2;
        const high = chunk.last ? chunk.end : chunk.end - OVERLAP / 2;
        let hits;
        if (encoding === "utf-16le" || encoding === "utf-16be") {
          const bom = chunk.first ? bomLength(chunk.data, chunk.start, chunk.end, encoding) : 0;
          const from = chunk.start + bom;
          this.#narrowed ??= Buffer.alloc(this.#reader.buffer.length / 2 + 2 * PAD2);
          if (this.#narrowed.length < (chunk.end - from) / 2 + 2 * PAD2)
            this.#narrowed = Buffer.alloc((chunk.end - from) / 2 + 2 * PAD2);
          const end = narrow(chunk.data, from, chunk.end, encoding, this.#narrowed, PAD2);
          const wide = (at) => from + 2 * (at - PAD2);
          hits = this.#detector.scan(this.#narrowed, PAD2, end);
          for (const hit of hits) [hit.start, hit.end] = [wide(hit.start), wide(hit.end)];
        } else {
          hits = this.#detector.scan(chunk.data, chunk.start, chunk.end);
        }
        if (hits.length === 0) return hits;
        const binary = encoding === "binary";
        const own = hits.filter(
          (hit) => hit.rule >= 0 && hit.start >= low && hit.start < high && (!binary || this.#catalogue.rule(hit.rule).structured)
        );
        return resolve(own, this.#catalogue);
      }
      #keep(hits, chunk, positions, encoding, path, outcome) {
        const unplaced = readHits(this.#catalogue, hits, chunk, encoding);
        for (const match of placeMatches(unplaced, chunk, positions, encoding, path)) outcome.matches.push(match);
      }
    };
  }
});

// src/clock.ts
var elapsedMs;
var init_clock = __esm({
  "src/clock.ts"() {
    "use strict";
    elapsedMs = () => process.uptime() * 1e3;
  }
});

// src/pipeline/worker-catalogue.ts
function customRules({ rules, tables }) {
  return { rules, tables: packTables(tables) };
}
var init_worker_catalogue = __esm({
  "src/pipeline/worker-catalogue.ts"() {
    "use strict";
    init_tables();
  }
});

// src/pipeline/pool.ts
var PATIENCE_MS, SLICE_MS, BATCH, LOOK_MS, NAMES, IN_HAND, ScanPool;
var init_pool = __esm({
  "src/pipeline/pool.ts"() {
    "use strict";
    init_clock();
    init_file();
    init_worker_catalogue();
    PATIENCE_MS = 25;
    SLICE_MS = 4;
    BATCH = 64;
    LOOK_MS = 250;
    NAMES = "names of files";
    IN_HAND = 4;
    ScanPool = class {
      options;
      queue = [];
      next = 0;
      /** Large files, left for the workers. */
      large = [];
      total = emptyOutcome();
      local;
      hands = [];
      batch = 0;
      began = 0;
      listing = true;
      pumping = false;
      watch;
      settle;
      constructor(options) {
        this.options = options;
        options.signal?.addEventListener("abort", () => this.stop());
      }
      add(files) {
        for (const file of files) this.queue.push(file);
        this.work();
      }
      /** No more files will come. @returns what became of all of them */
      async finish() {
        this.listing = false;
        const done = new Promise((resolve12, reject) => {
          this.settle = { resolve: resolve12, reject };
        });
        this.addNames();
        this.work();
        this.check();
        try {
          return await done;
        } finally {
          clearInterval(this.watch);
          await Promise.all(this.hands.map((hand) => hand.worker.terminate()));
        }
      }
      /** Names of files may tell as much as what is in them. All together they are one more piece of work. */
      addNames() {
        if (this.queue.length === 0 || this.options.signal?.aborted) return;
        const entry = { path: NAMES, open: "", explicit: false, names: this.queue.map(({ path }) => path) };
        this.queue.splice(this.next, 0, entry);
      }
      stop() {
        this.queue.length = this.next;
        for (const hand of this.hands) hand.batches.clear();
        this.check();
      }
      work() {
        this.deal();
        if (!this.pumping) void this.pump();
      }
      /**
       * Scans here, a slice at a time, until the queue is empty. Not with custom rules: only the end of its thread bounds the time
       * that their expressions may take.
       */
      async pump() {
        this.pumping = true;
        try {
          this.began ||= elapsedMs();
          while (this.next < this.queue.length && !this.options.customRules) {
            const isMore = this.listing || this.next + 1 < this.queue.length;
            if (isMore && this.options.jobs > 1 && this.hands.length === 0 && elapsedMs() - this.began > PATIENCE_MS) this.hire();
            const until = elapsedMs() + SLICE_MS;
            do {
              const file = this.queue[this.next++];
              this.scanHere(file);
            } while (this.next < this.queue.length && elapsedMs() < until);
            this.tell();
            await new Promise(setImmediate);
          }
        } catch (error) {
          this.settle?.reject(error);
          throw error;
        } finally {
          this.pumping = false;
        }
        this.queue.push(...this.large.splice(0));
        if (this.next < this.queue.length && this.hands.length === 0) this.hire();
        this.deal();
        this.check();
      }
      scanHere(file) {
        this.local ??= new FileScanner(this.options.catalogue, this.options.limits);
        const { files, bytes: bytes2, binary } = this.total;
        try {
          if (!this.local.scan(file, this.total, this.options.jobs === 1)) this.large.push(file);
        } catch {
          Object.assign(this.total, { files, bytes: bytes2, binary });
          this.total.skipped.push({ reason: "unreadable", path: file.path, gap: true });
          this.local = void 0;
        }
      }
      /** @param count how many; without it as many as there is work for, beside this thread */
      hire(count3 = this.wanted()) {
        const { Worker } = process.getBuiltinModule("node:worker_threads");
        for (let n = 0; n < count3; n++) {
          const pulse = new Int32Array(new SharedArrayBuffer(12));
          const init = { limits: this.options.limits, pulse };
          if (this.options.customRules) init.custom = customRules(this.options.catalogue);
          const worker = new Worker(new URL("./worker.js", __moduleUrl), { workerData: init });
          const hand = { worker, pulse, ready: false, batches: /* @__PURE__ */ new Map(), lastPulse: 0, lastMoved: elapsedMs() };
          worker.on("message", (message) => this.hear(hand, message));
          worker.on("error", (error) => this.lose(hand, error));
          worker.on("exit", () => this.lose(hand, void 0));
          this.hands.push(hand);
        }
        this.watch ??= setInterval(() => this.look(), Math.min(LOOK_MS, this.options.deadlineMs / 2)).unref();
      }
      wanted() {
        const { customRules: customRules2, jobs } = this.options;
        const threads = customRules2 ? jobs : Math.max(1, jobs - 1);
        return this.queue.length - this.next > BATCH || this.listing ? threads : 1;
      }
      hear(hand, message) {
        if ("ready" in message) {
          hand.ready = true;
        } else if (hand.batches.delete(message.batch)) {
          this.merge(message.outcome);
          this.tell();
        }
        this.deal();
        this.check();
      }
      deal() {
        for (let round = 0; round < IN_HAND; round++) {
          for (const hand of this.hands) {
            if (!hand.ready || hand.batches.size > round || this.next >= this.queue.length) continue;
            const files = this.queue.slice(this.next, this.next + BATCH);
            this.next += files.length;
            hand.batches.set(++this.batch, files);
            hand.worker.postMessage({ batch: this.batch, files });
          }
        }
      }
      /** A worker is gone: the file it was at is lost and told, the rest of its batches goes back to the queue. */
      lose(hand, error) {
        const at = this.hands.indexOf(hand);
        if (at < 0) return;
        this.hands.splice(at, 1);
        const [first, ...rest] = hand.batches.values();
        if (first) {
          const index = Math.max(0, Atomics.load(hand.pulse, 0));
          this.total.skipped.push({ reason: error === void 0 ? "timeout" : "unreadable", path: first[index].path, gap: true });
          this.queue.push(...first.filter((_, n) => n !== index), ...rest.flat());
        } else if (!hand.ready && error !== void 0) {
          this.settle?.reject(error);
          return;
        }
        if (this.next < this.queue.length) this.hire(1);
        this.check();
      }
      /** Ends workers whose pulse has stood still for too long. */
      look() {
        this.tell();
        const now = elapsedMs();
        for (const hand of this.hands) {
          const pulse = Atomics.load(hand.pulse, 1);
          if (pulse !== hand.lastPulse || hand.batches.size === 0) {
            hand.lastPulse = pulse;
            hand.lastMoved = now;
          } else if (now - hand.lastMoved > this.options.deadlineMs) {
            void hand.worker.terminate();
          }
        }
      }
      merge(outcome) {
        this.total.files += outcome.files;
        this.total.bytes += outcome.bytes;
        this.total.binary += outcome.binary;
        for (const match of outcome.matches) this.total.matches.push(match);
        for (const skip2 of outcome.skipped) this.total.skipped.push(skip2);
      }
      tell() {
        const underWay = this.hands.reduce((sum, hand) => sum + Atomics.load(hand.pulse, 2), 0);
        this.options.onProgress?.(this.total.files, this.total.bytes + underWay * 1024);
      }
      check() {
        if (this.listing || this.pumping || this.next < this.queue.length) return;
        if (this.hands.some((hand) => hand.batches.size > 0)) return;
        this.settle?.resolve(this.total);
      }
    };
  }
});

// src/rules/catalogue.ts
function loadCatalogue(folder = HERE) {
  const { count: count3, hash, detectors } = json2(folder, HEAD_FILE);
  let all;
  const lines3 = () => all ??= linesOf(folder);
  const parsed = [];
  const rule = (index) => parsed[index] ??= JSON.parse(lines3()[index]);
  let rules;
  let sheets;
  return {
    count: count3,
    hash,
    ...detectors && { detectors },
    tables: unpackTables(read2(folder, TABLES_FILE)),
    rule,
    get rules() {
      rules ??= lines3().map((_, index) => rule(index));
      return rules;
    },
    get sheets() {
      sheets ??= loadSheets(folder);
      return sheets;
    }
  };
}
function linesOf(folder) {
  return read2(folder, CATALOGUE_FILE).toString("utf8").trimEnd().split("\n");
}
function loadSheets(folder = HERE) {
  return json2(folder, SHEETS_FILE);
}
function json2(folder, name) {
  return JSON.parse(read2(folder, name).toString("utf8"));
}
function read2(folder, name) {
  try {
    return (0, import_node_fs4.readFileSync)(new URL(name, folder));
  } catch (error) {
    throw new Error(`the built-in rules (${name}) cannot be read; run npm run build`, { cause: error });
  }
}
var import_node_fs4, HEAD_FILE, CATALOGUE_FILE, SHEETS_FILE, TABLES_FILE, HERE;
var init_catalogue = __esm({
  "src/rules/catalogue.ts"() {
    "use strict";
    import_node_fs4 = require("node:fs");
    init_tables();
    HEAD_FILE = "head.generated.json";
    CATALOGUE_FILE = "catalogue.generated.json";
    SHEETS_FILE = "sheets.generated.json";
    TABLES_FILE = "tables.generated.bin";
    HERE = new URL("./", __moduleUrl);
  }
});

// src/sources/git/gitdir.ts
function findGitFolders(cwd) {
  for (let root = (0, import_node_path3.resolve)(cwd); ; root = (0, import_node_path3.dirname)(root)) {
    const gitDir = gitDirOf(root);
    if (gitDir !== void 0) return { root, gitDir, commonDir: commonDirOf(gitDir) };
    if (root === (0, import_node_path3.dirname)(root)) return void 0;
  }
}
function foldersOf({ cwd, isolate }) {
  const named2 = isolate ? void 0 : process.env["GIT_DIR"];
  if (!named2) return findGitFolders(cwd);
  const gitDir = (0, import_node_path3.resolve)(named2);
  return { root: (0, import_node_path3.resolve)(process.env["GIT_WORK_TREE"] ?? cwd), gitDir, commonDir: commonDirOf(gitDir) };
}
function gitDirOf(folder) {
  const inside3 = (0, import_node_path3.join)(folder, ".git");
  const [, target] = /^gitdir: (.+?)\n*$/.exec(readText(inside3)) ?? [];
  const candidates = [inside3, folder, ...target === void 0 ? [] : [(0, import_node_path3.resolve)(folder, target)]];
  return candidates.find((dir) => (0, import_node_fs5.existsSync)((0, import_node_path3.join)(dir, "HEAD")) && (0, import_node_fs5.existsSync)((0, import_node_path3.join)(commonDirOf(dir), "objects")));
}
function commonDirOf(gitDir) {
  return process.env["GIT_COMMON_DIR"] ? (0, import_node_path3.resolve)(process.env["GIT_COMMON_DIR"]) : (0, import_node_path3.resolve)(gitDir, readText((0, import_node_path3.join)(gitDir, "commondir")).trim());
}
function readBytes(path, ledger) {
  try {
    const { fd } = openFile(path);
    try {
      return (0, import_node_fs5.readFileSync)(fd);
    } finally {
      (0, import_node_fs5.closeSync)(fd);
    }
  } catch (error) {
    if (!isAbsent(error)) ledger?.skip("unreadable", path.toString(), true);
    return Buffer.alloc(0);
  }
}
function openFile(path) {
  const fd = (0, import_node_fs5.openSync)(path, import_node_fs5.constants.O_RDONLY | (import_node_fs5.constants.O_NONBLOCK ?? 0));
  const found2 = (0, import_node_fs5.fstatSync)(fd);
  if (found2.isFile()) return { fd, size: found2.size };
  (0, import_node_fs5.closeSync)(fd);
  throw new NoFileError(`${path.toString()}: not a file`);
}
function listEntries(folder, ledger) {
  try {
    return (0, import_node_fs5.readdirSync)(folder, { withFileTypes: true });
  } catch (error) {
    if (!isAbsent(error)) ledger?.skip("unreadable", `${folder}/`, true);
    return [];
  }
}
function isAbsent(error) {
  const { code: code2 } = error;
  return code2 === "ENOENT" || code2 === "ENOTDIR";
}
var import_node_fs5, import_node_path3, readText, NoFileError;
var init_gitdir = __esm({
  "src/sources/git/gitdir.ts"() {
    "use strict";
    import_node_fs5 = require("node:fs");
    import_node_path3 = require("node:path");
    readText = (path, ledger) => readBytes(path, ledger).toString();
    NoFileError = class extends Error {
    };
  }
});

// src/sources/git/guard.ts
function findBlocker(command2, place2, namedIndex2) {
  const folders = foldersOf(place2);
  if (!folders) return void 0;
  const { gitDir, commonDir, root } = folders;
  const names4 = WITH_INDEX.has(command2) ? [...ALWAYS, ...INDEX, ...sharedIndexes(gitDir)] : ALWAYS;
  const paths2 = [.../* @__PURE__ */ new Set([gitDir, commonDir])].flatMap((dir) => names4.map((name) => (0, import_node_path4.join)(dir, name)));
  if (WITH_INDEX.has(command2)) paths2.push((place2.isolate ? void 0 : namedIndex2(root)) ?? (0, import_node_path4.join)(gitDir, "index"));
  return paths2.find(blocks) ?? namedBlocker([(0, import_node_path4.join)(commonDir, "config"), (0, import_node_path4.join)(gitDir, "config.worktree")]);
}
function namedBlocker(configs) {
  const seen = new Set(configs);
  for (const config of seen) {
    if ((statOf(config)?.size ?? 0) > MAX_CONFIG) continue;
    for (const [, name, value] of readText(config).matchAll(NAMING)) {
      const path = (0, import_node_path4.resolve)((0, import_node_path4.dirname)(config), value.trim().replace(/^~(?=\/)/, (0, import_node_os.homedir)()));
      if (blocks(path)) return path;
      if (name.toLowerCase() === "path" && seen.size < MAX_INCLUDED) seen.add(path);
    }
  }
  return void 0;
}
function sharedIndexes(gitDir) {
  try {
    return (0, import_node_fs6.readdirSync)(gitDir).filter((name) => name.startsWith("sharedindex."));
  } catch {
    return [];
  }
}
function blockerBelow(folder) {
  for (const entry of listEntries(folder)) {
    const path = (0, import_node_path4.join)(folder, entry.name);
    if (entry.isFile()) continue;
    const found2 = entry.isDirectory() ? blockerBelow(path) : blocks(path) ? path : void 0;
    if (found2 !== void 0) return found2;
  }
  return void 0;
}
function attributesBlocker(cwd, paths2) {
  const repository = foldersOf({ cwd });
  if (!repository) return void 0;
  const folders = /* @__PURE__ */ new Set([""]);
  for (const path of paths2) {
    for (let end = path.lastIndexOf("/"); end > 0 && !folders.has(path.slice(0, end)); end = path.lastIndexOf("/", end - 1))
      folders.add(path.slice(0, end));
  }
  const files = Array.from(folders, (folder) => (0, import_node_path4.join)(repository.root, folder, ".gitattributes"));
  return [...files, (0, import_node_path4.join)(repository.commonDir, "info/attributes")].find(blocks);
}
function refsBlocker({ gitDir, commonDir }) {
  const packed = (0, import_node_path4.join)(commonDir, "packed-refs");
  const others = [.../* @__PURE__ */ new Set([gitDir, commonDir])].map((dir) => blockerBelow((0, import_node_path4.join)(dir, "refs")));
  return blocks(packed) ? packed : others.find((found2) => found2 !== void 0);
}
function refuseBlocked(repository) {
  let found2 = refsBlocker(repository);
  for (const folder of repository.objectDirs) found2 ??= blockerBelow(folder);
  if (found2 !== void 0) throw new GitBlockedError("", found2);
}
function blocks(path) {
  const found2 = statOf(path);
  if (!found2 || found2.isFile() || found2.isDirectory() || found2.isSocket()) return false;
  return !found2.isCharacterDevice() || found2.rdev !== statOf(import_node_os.devNull)?.rdev;
}
function statOf(path) {
  try {
    return (0, import_node_fs6.statSync)(path, { throwIfNoEntry: false });
  } catch {
    return void 0;
  }
}
var import_node_fs6, import_node_os, import_node_path4, ALWAYS, WITH_INDEX, INDEX, MAX_INCLUDED, MAX_CONFIG, NAMING;
var init_guard = __esm({
  "src/sources/git/guard.ts"() {
    "use strict";
    import_node_fs6 = require("node:fs");
    import_node_os = require("node:os");
    import_node_path4 = require("node:path");
    init_errors();
    init_gitdir();
    ALWAYS = ["HEAD", "commondir", "config", "config.worktree", "shallow"];
    WITH_INDEX = /* @__PURE__ */ new Set(["diff", "ls-files", "check-ignore"]);
    INDEX = ["info/exclude", "info/sparse-checkout"];
    MAX_INCLUDED = 20;
    MAX_CONFIG = 1 << 20;
    NAMING = /(?:^|\])[ \t]*(path|excludesfile|attributesfile)[ \t]*=[ \t]*"?([^"\n]*)/gim;
  }
});

// src/sources/git/reffiles.ts
function readRefFiles(folders, ledger) {
  const { gitDir, commonDir } = folders;
  if (hasRefTable(commonDir)) return { refs: readWorkTreeRefs(folders, ledger), logged: [], head: "" };
  const values2 = /* @__PURE__ */ new Map();
  for (const line of read3((0, import_node_path5.join)(commonDir, "packed-refs"), ledger).split("\n")) {
    const [, id2 = "", name = ""] = /^([0-9a-f]{40,64}) (.+)$/.exec(line) ?? [];
    if (id2 !== "") values2.set(name, id2);
  }
  for (const dir of /* @__PURE__ */ new Set([commonDir, gitDir])) {
    for (const name of filesBelow(dir, "refs", ledger)) {
      if (dir !== gitDir && PRIVATE2.some((folder) => name.startsWith(`${folder}/`))) continue;
      values2.set(name, read3((0, import_node_path5.join)(dir, name), ledger).trim());
    }
  }
  const find2 = (name) => values2.get(name) ?? "";
  const refs = Array.from(values2, ([name, value]) => ({ name, id: follow(value, find2) }));
  const head = read3((0, import_node_path5.join)(gitDir, "HEAD"), ledger).trim();
  const id = follow(head, find2);
  const branch = /^ref: (.+)$/.exec(head)?.[1];
  if (branch === void 0) refs.push({ name: "HEAD", id });
  else if (!values2.has(branch)) refs.push({ name: branch, id: "" });
  return { refs: [...refs, ...readWorkTreeRefs(folders, ledger)], logged: readLogFiles(folders), head: id };
}
function headCommit(cwd) {
  const folders = foldersOf({ cwd });
  if (!folders) return void 0;
  const { gitDir, commonDir } = folders;
  const find2 = (name) => {
    if (!/^refs\/(?!.*\.\.)/.test(name)) return "";
    const own = read3((0, import_node_path5.join)(gitDir, name)) || read3((0, import_node_path5.join)(commonDir, name));
    if (own !== "") return own.trim();
    const packed = read3((0, import_node_path5.join)(commonDir, "packed-refs"));
    const at = packed.indexOf(` ${name}
`);
    return at < 0 ? "" : packed.slice(packed.lastIndexOf("\n", at) + 1, at);
  };
  return follow(read3((0, import_node_path5.join)(gitDir, "HEAD")).trim(), find2) || void 0;
}
function mergeHeads(cwd) {
  const folders = foldersOf({ cwd });
  const written = folders ? read3((0, import_node_path5.join)(folders.gitDir, "MERGE_HEAD")).split("\n") : [];
  const named2 = Object.keys(process.env).map((name) => name.replace(/^GITHEAD_/, ""));
  return [.../* @__PURE__ */ new Set([...written, ...named2])].filter((id) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(id));
}
function follow(value, find2) {
  for (let links = 0; links <= MAX_LINKS; links++) {
    if (!value.startsWith("ref: ")) return /^[0-9a-f]{40,64}$/.test(value) ? value : "";
    value = find2(value.slice(5).trim());
  }
  return "";
}
function readLogFiles({ gitDir, commonDir }) {
  const logged = /* @__PURE__ */ new Map();
  for (const dir of /* @__PURE__ */ new Set([commonDir, gitDir, ...workTreeFolders(commonDir)])) {
    for (const name of filesBelow(dir, "logs")) {
      const ref = name.slice("logs/".length);
      for (const line of read3((0, import_node_path5.join)(dir, name)).split("\n")) {
        const [, before = "", after = "", time = ""] = /^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) .*?> (\d+) /.exec(line) ?? [];
        for (const id of [before, after]) {
          if (id === "") continue;
          const known = logged.get(id);
          const left = Math.max(known?.left ?? 0, id === before ? Number(time) : 0);
          logged.set(id, { ref: ref === "refs/stash" ? ref : known?.ref ?? ref, left });
        }
      }
    }
  }
  return Array.from(logged, ([id, told]) => ({ id, ...told }));
}
function readWorkTreeRefs({ gitDir, commonDir }, ledger) {
  const others = workTreeFolders(commonDir).map((dir) => ({ dir, name: `worktrees/${(0, import_node_path5.basename)(dir)}` }));
  return [{ dir: commonDir, name: "main-worktree" }, ...others].flatMap(({ dir, name }) => {
    if (dir === gitDir) return [];
    const own = (dir === commonDir ? PRIVATE2 : ["refs"]).flatMap((folder) => filesBelow(dir, folder, ledger));
    return ["HEAD", ...own].flatMap((ref) => {
      const id = read3((0, import_node_path5.join)(dir, ref), ledger).trim();
      return /^[0-9a-f]{40,64}$/.test(id) ? [{ name: `${name}/${ref}`, id }] : [];
    });
  });
}
function otherIndexes({ gitDir, commonDir }) {
  const others = [commonDir, ...workTreeFolders(commonDir)].filter((dir) => dir !== gitDir);
  return others.map((dir) => (0, import_node_path5.join)(dir, "index")).filter((file) => (0, import_node_fs7.existsSync)(file));
}
function workTreeFolders(commonDir) {
  return listEntries((0, import_node_path5.join)(commonDir, "worktrees")).map(({ name }) => (0, import_node_path5.join)(commonDir, "worktrees", name));
}
function hasRefTable(commonDir) {
  return (0, import_node_fs7.existsSync)((0, import_node_path5.join)(commonDir, "reftable"));
}
function filesBelow(dir, folder, ledger) {
  return listEntries((0, import_node_path5.join)(dir, folder), ledger).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(dir, path, ledger);
    if (!entry.isFile() && blocks((0, import_node_path5.join)(dir, path))) ledger?.skip("unreadable", (0, import_node_path5.join)(dir, path), true);
    return entry.isFile() && !path.endsWith(".lock") ? [path] : [];
  });
}
var import_node_fs7, import_node_path5, MAX_LINKS, PRIVATE2, read3;
var init_reffiles = __esm({
  "src/sources/git/reffiles.ts"() {
    "use strict";
    import_node_fs7 = require("node:fs");
    import_node_path5 = require("node:path");
    init_path();
    init_gitdir();
    init_guard();
    MAX_LINKS = 5;
    PRIVATE2 = ["refs/bisect", "refs/rewritten", "refs/worktree"];
    read3 = (path, ledger) => fromBytes(readBytes(path, ledger));
  }
});

// src/sources/ledger.ts
var SILENT, EXAMPLES, CoverageLedger;
var init_ledger = __esm({
  "src/sources/ledger.ts"() {
    "use strict";
    SILENT = { skip: () => void 0 };
    EXAMPLES = 5;
    CoverageLedger = class {
      #classes = /* @__PURE__ */ new Map();
      skip(reason2, path, gap) {
        this.#add(reason2, gap, 1, [path]);
      }
      /** Takes over what another ledger (of a worker) holds. */
      merge(skipped) {
        for (const { reason: reason2, gap, count: count3, examples } of skipped) this.#add(reason2, gap, count3, examples);
      }
      /** Whether there is no gap. */
      get complete() {
        return !Array.from(this.#classes.values()).some((skipped) => skipped.gap);
      }
      /** The classes of skips, sorted by reason, gaps before the rest: `Coverage.skipped`. */
      skipped() {
        return Array.from(this.#classes).sort(([a], [b]) => a < b ? -1 : 1).map(([, skipped]) => structuredClone(skipped));
      }
      #add(reason2, gap, count3, examples) {
        const key = `${reason2} ${gap ? 0 : 1}`;
        let skipped = this.#classes.get(key);
        if (skipped === void 0) this.#classes.set(key, skipped = { reason: reason2, count: 0, examples: [], gap });
        skipped.count += count3;
        for (const path of examples) {
          if (skipped.examples.length === EXAMPLES && path >= skipped.examples[EXAMPLES - 1]) continue;
          skipped.examples.push(path);
          skipped.examples.sort();
          skipped.examples.length = Math.min(skipped.examples.length, EXAMPLES);
        }
      }
    };
  }
});

// src/sources/entry.ts
function openable(path) {
  return NON_ASCII2.test(path) && ESCAPED_BYTE2.test(path) ? toBytes(path) : path;
}
var NON_ASCII2, ESCAPED_BYTE2;
var init_entry = __esm({
  "src/sources/entry.ts"() {
    "use strict";
    init_path();
    NON_ASCII2 = /[^\0-\x7f]/;
    ESCAPED_BYTE2 = /[\udc80-\udcff]/u;
  }
});

// src/sources/git/alternates.ts
function splitAlternates(text, separator) {
  const names4 = [];
  for (let rest = text; rest !== ""; ) {
    const quoted2 = QUOTED2.exec(rest);
    const end = quoted2 ? quoted2[0].length : rest.indexOf(separator);
    const name = end < 0 ? rest : rest.slice(0, end);
    if (quoted2) names4.push(unquote(quoted2[1]));
    else if (!name.startsWith("#")) names4.push(name);
    rest = rest.slice(name.length + 1);
  }
  return names4.filter((name) => name !== "");
}
function joinAlternates(names4, separator) {
  return names4.map((name) => name.includes(separator) || /^["#]/.test(name) ? quote(name) : name).join(separator);
}
function quote(name) {
  return `"${name.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"`;
}
function unquote(text) {
  const parts = Array.from(
    text.matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/gs),
    ([plain2, octal, letter]) => octal === void 0 ? Buffer.from(letter === void 0 ? plain2 : ESCAPES3[letter] ?? letter) : Buffer.of(Number.parseInt(octal, 8))
  );
  return Buffer.concat(parts).toString();
}
var QUOTED2, ESCAPES3;
var init_alternates = __esm({
  "src/sources/git/alternates.ts"() {
    "use strict";
    QUOTED2 = /^"((?:[^"\\]|\\[abfnrtv"\\]|\\[0-3][0-7]{2})*)"/;
    ESCAPES3 = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "	", v: "\v" };
  }
});

// src/sources/git/spawn.ts
async function* spawnGit(args, options) {
  const { command: command2, git } = startable(args, options);
  const { signal } = options;
  if (signal?.aborted) return;
  const child = childProcess().spawn(git, [...HARDENING, ...args], {
    cwd: options.cwd,
    env: gitEnvironment(options),
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true
  });
  const ended = new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", done);
  });
  const complaints = [];
  let complained = 0;
  child.stderr.on("data", (chunk) => {
    if (complained < STDERR_LIMIT) complaints.push(chunk);
    complained += chunk.length;
  });
  const feeding = feed(child.stdin, options.input);
  const stop = () => void child.kill();
  signal?.addEventListener("abort", stop);
  ended.catch(() => void 0);
  feeding.catch(() => void 0);
  try {
    yield* child.stdout;
    await feeding;
    const code2 = await ended.catch((error) => {
      throw notStarted(command2, options.cwd, error);
    });
    if (code2 === null) await new Promise((resolve12) => setImmediate(resolve12));
    if (signal?.aborted) return;
    const said2 = fromBytes(Buffer.concat(complaints));
    if (code2 === null || !(options.success ?? [0]).includes(code2)) {
      throw new GitError(
        command2,
        code2,
        `git ${command2} failed: ${complaintIn(said2) || (code2 === null ? "it was ended by a signal" : `exit code ${code2}`)}`
      );
    }
    for (const line of said2.split("\n")) if (line !== "") options.onWarning?.(line);
  } finally {
    signal?.removeEventListener("abort", stop);
    child.kill();
  }
}
function complaintIn(stderr) {
  const lines3 = stderr.split("\n");
  const said2 = lines3.find((line) => !/^(?:hint|warning):/.test(line));
  return lines3.find((line) => /^(?:fatal|error): /.test(line)) ?? said2 ?? "";
}
async function askGit(args, options) {
  const chunks = [];
  for await (const chunk of spawnGit(args, options)) chunks.push(chunk);
  return fromBytes(Buffer.concat(chunks)).replace(/\n$/, "");
}
function runGit(args, options) {
  const { command: command2, git } = startable(args, options);
  const { status, stdout, stderr, error } = childProcess().spawnSync(git, [...HARDENING, ...args], {
    cwd: options.cwd,
    env: gitEnvironment(options),
    windowsHide: true,
    maxBuffer: options.maxBuffer ?? 1 << 28,
    // Standard input is never ours: in hooks it belongs to the hook.
    input: options.input ?? "",
    timeout: options.timeout ?? 0
  });
  const code2 = error === void 0 ? "" : error.code;
  if (error !== void 0 && code2 !== "ETIMEDOUT" && code2 !== "EPIPE") {
    throw notStarted(command2, options.cwd, error);
  }
  return { status, stdout, stderr: fromBytes(stderr) };
}
function startable(args, options) {
  const command2 = commandOf(args);
  const git = gitProgram();
  if (git === void 0) throw new GitMissingError(command2, null, "git was not found on PATH");
  const blocker = findBlocker(command2, options, namedIndex);
  if (blocker !== void 0) throw new GitBlockedError(command2, blocker);
  return { command: command2, git };
}
function noFolder(path) {
  if (!(0, import_node_fs8.existsSync)(path)) return new UsageError(`${path}: no such folder`);
  return (0, import_node_fs8.statSync)(path).isDirectory() ? void 0 : new UsageError(`${path}: this is a file: name a folder of a repository`);
}
function notStarted(command2, cwd, error) {
  return noFolder(cwd) ?? new GitError(command2, null, `git ${command2} could not be run: ${error.message}`, { cause: error });
}
function commandOf(args) {
  return args.find((arg, i) => !arg.startsWith("-") && args[i - 1] !== "-c") ?? "";
}
function gitEnvironment(options) {
  const environment = { ...process.env };
  for (const name of options.isolate ? [...DROPPED, ...REPOSITORY_VARIABLES] : DROPPED) delete environment[name];
  for (const name of RELATIVE) {
    const value = environment[name];
    if (value) environment[name] = (0, import_node_path6.resolve)(value);
  }
  const alternates = environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"];
  if (alternates) {
    const dirs = splitAlternates(alternates, import_node_path6.delimiter).map((dir) => (0, import_node_path6.resolve)(dir));
    environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = joinAlternates(dirs, import_node_path6.delimiter);
  }
  if (environment["GIT_INDEX_FILE"] && environment["GIT_DIR"])
    environment["GIT_INDEX_FILE"] = namedIndex(options.cwd, environment);
  if (options.workTree !== void 0 && environment["GIT_DIR"]) environment["GIT_WORK_TREE"] = options.workTree;
  return Object.assign(environment, ENVIRONMENT, options.environment);
}
function namedIndex(top, environment = process.env) {
  const { GIT_DIR: gitDir, GIT_INDEX_FILE: index, GIT_WORK_TREE: workTree } = environment;
  return index && (0, import_node_path6.resolve)(gitDir ? topFor(workTree) : top, index);
}
function topFor(workTree) {
  const cwd = process.cwd();
  return workTree && isWithin(cwd, workTree) ? workTree : cwd;
}
async function feed(stdin, input2) {
  stdin.on("error", () => void 0);
  try {
    if (typeof input2 === "string" || input2 instanceof Uint8Array) stdin.write(input2);
    else if (input2 !== void 0) {
      for await (const chunk of input2) {
        if (stdin.destroyed) return;
        if (!stdin.write(chunk)) await new Promise((done) => stdin.once("drain", done).once("close", done));
      }
    }
  } finally {
    stdin.end();
  }
}
function gitProgram() {
  const path = process.env["PATH"] ?? "";
  if (!found.has(path)) {
    const name = process.platform === "win32" ? "git.exe" : "git";
    const candidates = path.split(import_node_path6.delimiter).filter(import_node_path6.isAbsolute);
    found.set(
      path,
      candidates.map((folder) => (0, import_node_path6.join)(folder, name)).find((file) => isProgram(file))
    );
  }
  return found.get(path);
}
function isProgram(file) {
  try {
    (0, import_node_fs8.accessSync)(file, import_node_fs8.constants.X_OK);
    return (0, import_node_fs8.statSync)(file).isFile();
  } catch {
    return false;
  }
}
var import_node_fs8, import_node_os2, import_node_path6, childProcess, HARDENING, ENVIRONMENT, DROPPED, REPOSITORY_VARIABLES, RELATIVE, STDERR_LIMIT, found;
var init_spawn = __esm({
  "src/sources/git/spawn.ts"() {
    "use strict";
    import_node_fs8 = require("node:fs");
    import_node_os2 = require("node:os");
    import_node_path6 = require("node:path");
    init_errors();
    init_path();
    init_alternates();
    init_guard();
    childProcess = () => process.getBuiltinModule("node:child_process");
    HARDENING = [
      "core.fsmonitor=false",
      // A hostile one could tell of other parents and trees than the commits do.
      "core.commitGraph=false",
      "core.hooksPath=/dev/null",
      "core.untrackedCache=keep",
      "core.pager=cat",
      "core.sshCommand=false",
      "core.askPass=",
      "core.alternateRefsCommand=",
      "credential.helper=",
      "protocol.allow=never",
      "submodule.recurse=false",
      "log.showSignature=false",
      "gc.auto=0",
      "maintenance.auto=false"
    ].flatMap((setting) => ["-c", setting]);
    ENVIRONMENT = {
      GIT_OPTIONAL_LOCKS: "0",
      GIT_NO_LAZY_FETCH: "1",
      GIT_NO_REPLACE_OBJECTS: "1",
      GIT_GRAFT_FILE: import_node_os2.devNull,
      GIT_TERMINAL_PROMPT: "0",
      GIT_ALLOW_PROTOCOL: "",
      LC_ALL: "C"
    };
    DROPPED = [
      "GIT_EXTERNAL_DIFF",
      "GIT_DIFF_OPTS",
      "GIT_PAGER",
      "GIT_SSH",
      "GIT_SSH_COMMAND",
      "GIT_PROXY_COMMAND",
      "GIT_ASKPASS",
      "SSH_ASKPASS",
      "GIT_LITERAL_PATHSPECS",
      "GIT_GLOB_PATHSPECS",
      "GIT_NOGLOB_PATHSPECS",
      "GIT_ICASE_PATHSPECS"
    ];
    REPOSITORY_VARIABLES = [
      "GIT_DIR",
      "GIT_WORK_TREE",
      "GIT_COMMON_DIR",
      "GIT_INDEX_FILE",
      "GIT_OBJECT_DIRECTORY",
      "GIT_ALTERNATE_OBJECT_DIRECTORIES",
      "GIT_QUARANTINE_PATH",
      "GIT_PREFIX",
      "GIT_SHALLOW_FILE",
      "GIT_GRAFT_FILE",
      "GIT_IMPLICIT_WORK_TREE",
      "GIT_INTERNAL_SUPER_PREFIX"
    ];
    RELATIVE = ["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"];
    STDERR_LIMIT = 65536;
    found = /* @__PURE__ */ new Map();
  }
});

// src/sources/git/files.ts
async function* trackedFiles(options) {
  for await (const records of split(spawnGit(["ls-files", "-z", "-t", "--stage"], options))) {
    const tracked = { files: [], sparse: [], links: [], submodules: [] };
    for (const record of records) {
      const path = record.slice(record.indexOf("	") + 1);
      const kind = record[3];
      if (kind === "6") tracked.submodules.push(path);
      else if (kind === "2") tracked.links.push(path);
      else if (record.startsWith("S")) tracked.sparse.push(path);
      else tracked.files.push(path);
    }
    yield tracked;
  }
}
function untrackedFiles(options) {
  return split(spawnGit(["ls-files", "-z", "--others", "--exclude-standard"], options));
}
async function isIgnored(options) {
  for await (const _ of spawnGit(["check-ignore", "--no-index", "--", "."], { ...options, success: [0, 1] })) return true;
  return false;
}
async function readEntries(args, options, onEntry) {
  let rest = Buffer.alloc(0);
  for await (const chunk of spawnGit(args, options)) {
    const data = Buffer.concat([rest, chunk]);
    let at = 0;
    for (let nul = data.indexOf(0); nul >= 0; nul = data.indexOf(0, at)) {
      const tab = data.indexOf(9, at);
      const facts = data.toString("latin1", at, tab);
      const [id = ""] = /\b[0-9a-f]{40,64}\b/.exec(facts) ?? [];
      onEntry(id, data.subarray(tab + 1, nul), facts.slice(0, 6));
      at = nul + 1;
    }
    rest = data.subarray(at);
  }
}
async function* split(output) {
  let begun = [];
  for await (const chunk of output) {
    const end = chunk.lastIndexOf(0);
    if (end < 0) {
      begun.push(chunk);
      continue;
    }
    const whole2 = begun.length > 0 ? Buffer.concat([...begun, chunk.subarray(0, end)]) : chunk.subarray(0, end);
    begun = end + 1 < chunk.length ? [chunk.subarray(end + 1)] : [];
    yield fromBytes(whole2).split("\0");
  }
}
var init_files = __esm({
  "src/sources/git/files.ts"() {
    "use strict";
    init_path();
    init_spawn();
  }
});

// src/sources/git/repository.ts
function isRepository(folder) {
  const git = import_node_path7.posix.join(folder, ".git");
  try {
    if ((0, import_node_fs9.statSync)(openable(git)).isDirectory()) return isGitFolder(git);
    const [, target] = /^gitdir: (.+?)\n*$/.exec(readText(openable(git))) ?? [];
    return target !== void 0 && isGitFolder((0, import_node_path7.resolve)(folder, target));
  } catch {
    return false;
  }
}
function findRepository(folder) {
  for (let at = folder, below = ""; at !== below && at !== "."; below = at, at = import_node_path7.posix.dirname(at)) {
    if (isRepository(at)) return at;
  }
  return void 0;
}
async function environmentRepository() {
  if (!REPOSITORY_VARIABLES.some((name) => process.env[name])) return void 0;
  if (!process.env["GIT_DIR"]) return findRepository(process.cwd());
  try {
    return await askGit(["rev-parse", "--show-toplevel"], { cwd: process.cwd() });
  } catch {
    return void 0;
  }
}
async function enterRepository(folder) {
  if (!(0, import_node_fs9.existsSync)(folder)) return;
  const real = (0, import_node_fs9.realpathSync)(folder);
  const found2 = findGitFolders(real);
  const named2 = process.env["GIT_DIR"];
  const same = named2 && (0, import_node_fs9.existsSync)(named2) && found2 && (0, import_node_fs9.realpathSync)(named2) === (0, import_node_fs9.realpathSync)(found2.gitDir);
  if (!found2 || same) return;
  const top = await environmentRepository();
  if (top !== void 0 && isWithin(real, top) && isWithin(top, found2.root)) return;
  for (const name of REPOSITORY_VARIABLES) delete process.env[name];
}
function isGitFolder(path) {
  const has3 = (name) => (0, import_node_fs9.lstatSync)(openable(import_node_path7.posix.join(path, name)), { throwIfNoEntry: false }) !== void 0;
  return has3("HEAD") && (has3("commondir") || has3("objects") && has3("refs"));
}
var import_node_fs9, import_node_path7;
var init_repository = __esm({
  "src/sources/git/repository.ts"() {
    "use strict";
    import_node_fs9 = require("node:fs");
    import_node_path7 = require("node:path");
    init_path();
    init_entry();
    init_gitdir();
    init_spawn();
  }
});

// src/sources/walk.ts
function* walk(options) {
  const stack = [{ path: "", bytes: options.outer?.lead ?? "", rules: options.outer?.rules }];
  let batch = [];
  let size2 = FIRST_BATCH;
  for (let folder = stack.pop(); folder !== void 0; folder = stack.pop()) {
    visit(folder, options, batch, stack);
    if (batch.length >= size2) {
      yield batch;
      batch = [];
      size2 = Math.min(size2 * 2, LAST_BATCH);
    }
  }
  if (batch.length > 0) yield batch;
}
function visit(folder, options, files, folders) {
  const { ledger, display } = options;
  const absolute = options.folder + folder.path;
  let entries;
  try {
    entries = readFolder(absolute);
  } catch (error) {
    const gone = isGone(error);
    ledger.skip(gone ? "vanished" : "unreadable", display + folder.path, !gone);
    return;
  }
  let { rules } = folder;
  for (const entry of entries) {
    if (entry.name === ".git" && folder.path !== "" && isRepository(absolute.slice(0, -1))) {
      options.onRepository(folder.path.slice(0, -1));
      if (options.gitignore) return;
    } else if (entry.name === ".gitignore" && options.gitignore && entry.isFile()) {
      rules = pushRules(`${absolute}.gitignore`, folder.bytes.length, rules);
    }
  }
  for (const entry of entries) {
    const { name } = entry;
    if (name === ".git") continue;
    const bytes2 = folder.bytes + name;
    const directory = entry.isDirectory();
    if (rules !== void 0 && isIgnored2(rules, bytes2, name, directory)) continue;
    const path = folder.path + decodeName(name);
    if (directory) {
      if (options.enters(path)) folders.push({ path: `${path}/`, bytes: `${bytes2}/`, rules });
    } else if (entry.isFile()) files.push(path);
    else ledger.skip(entry.isSymbolicLink() ? "symlink" : "special-file", display + path, false);
  }
}
function outerRules(top, folder) {
  let rules = pushRules(import_node_path8.posix.join(top, ".git/info/exclude"), 0, void 0);
  let bytes2 = "";
  for (const name of import_node_path8.posix.relative(top, folder).split("/")) {
    if (name === "") break;
    rules = pushRules(import_node_path8.posix.join(top, fromBytes(Buffer.from(bytes2, "latin1")), ".gitignore"), bytes2.length, rules);
    bytes2 += byteString(name);
    if (isIgnored2(rules, bytes2, byteString(name), true)) return void 0;
    bytes2 += "/";
  }
  return { rules, lead: bytes2 };
}
function pushRules(file, base, above) {
  try {
    if (!(0, import_node_fs10.lstatSync)(openable(file)).isFile()) return above;
    const rules = new IgnoreRules(parseIgnoreFile((0, import_node_fs10.readFileSync)(openable(file), "latin1")));
    return rules.empty ? above : { rules, base, above };
  } catch {
    return above;
  }
}
function isIgnored2(stack, path, name, directory) {
  for (let at = stack; at !== void 0; at = at.above) {
    const said2 = at.rules.match(at.base > 0 ? path.slice(at.base) : path, name, directory);
    if (said2 !== void 0) return said2;
  }
  return false;
}
function readFolder(folder, typed = true) {
  const path = openable(folder);
  if (typed) {
    try {
      return (0, import_node_fs10.readdirSync)(path, { withFileTypes: true, encoding: "latin1" });
    } catch (error) {
      if (error.syscall === "scandir") throw error;
    }
  }
  const entries = [];
  for (const name of (0, import_node_fs10.readdirSync)(path, { encoding: "latin1" })) {
    const stats = (0, import_node_fs10.lstatSync)(openable(folder + decodeName(name)), { throwIfNoEntry: false });
    if (stats === void 0) continue;
    entries.push({
      name,
      isFile: () => stats.isFile(),
      isDirectory: () => stats.isDirectory(),
      isSymbolicLink: () => stats.isSymbolicLink()
    });
  }
  return entries;
}
function decodeName(bytes2) {
  return NON_ASCII3.test(bytes2) ? fromBytes(Buffer.from(bytes2, "latin1")) : bytes2;
}
function isGone(error) {
  const { code: code2 } = error;
  return code2 === "ENOENT" || code2 === "ENOTDIR";
}
var import_node_fs10, import_node_path8, FIRST_BATCH, LAST_BATCH, NON_ASCII3;
var init_walk = __esm({
  "src/sources/walk.ts"() {
    "use strict";
    import_node_fs10 = require("node:fs");
    import_node_path8 = require("node:path");
    init_path();
    init_entry();
    init_filter();
    init_repository();
    init_gitignore();
    FIRST_BATCH = 64;
    LAST_BATCH = 1024;
    NON_ASCII3 = /[\x80-\xff]/;
  }
});

// src/sources/git/steps.ts
function finish(steps) {
  for (; ; ) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
async function giveWay(steps) {
  for (; ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    await new Promise((resolve12) => setImmediate(resolve12));
  }
}
async function giveWayUntil(steps, signal) {
  for (; ; ) {
    if (signal?.aborted) {
      steps.return(void 0);
      return void 0;
    }
    const { done, value } = steps.next();
    if (done) return value;
    await new Promise((resolve12) => setImmediate(resolve12));
  }
}
var init_steps = __esm({
  "src/sources/git/steps.ts"() {
    "use strict";
  }
});

// src/sources/git/watch.ts
function* ignoreBlocker(top, folder) {
  for (let at = slashed(folder); at.length > slashed(top).length; ) {
    at = at.replace(/[^/]+\/$/, "");
    if (blocks(`${at}.gitignore`)) return `${at}.gitignore`;
  }
  const folders = [slashed(folder)];
  for (let at = folders.pop(); at !== void 0; at = folders.pop()) {
    yield;
    for (const entry of entriesOf(at)) {
      if (entry.isFile() || entry.isSymbolicLink() || entry.name === ".git") continue;
      const path = at + fromBytes(Buffer.from(entry.name, "latin1"));
      if (entry.isDirectory()) folders.push(`${path}/`);
      else if (entry.name === ".gitignore") return path;
    }
  }
  return void 0;
}
function entriesOf(folder) {
  try {
    return readFolder(folder);
  } catch {
    return [];
  }
}
var PATIENCE, Watch, slashed;
var init_watch = __esm({
  "src/sources/git/watch.ts"() {
    "use strict";
    init_walk();
    init_path();
    init_guard();
    init_steps();
    PATIENCE = 1e3;
    Watch = class {
      #stop = new AbortController();
      #done = new AbortController();
      #timer;
      #blocker;
      /**
       * @param top top of the work tree
       * @param folder the one that is listed, at or below it
       */
      constructor(top, folder) {
        this.#timer = setTimeout(() => void this.#look(top, folder).catch(() => void 0), PATIENCE);
      }
      /** Ends git where it waits. */
      get signal() {
        return this.#stop.signal;
      }
      /** Gives what git waited for, once it has ended. */
      end() {
        clearTimeout(this.#timer);
        this.#done.abort();
        return this.#blocker;
      }
      async #look(top, folder) {
        const found2 = await giveWayUntil(ignoreBlocker(top, folder), this.#done.signal);
        if (found2 === void 0 || this.#done.signal.aborted) return;
        this.#blocker = found2;
        this.#stop.abort();
      }
    };
    slashed = (path) => path.endsWith("/") ? path : `${path}/`;
  }
});

// src/sources/targets.ts
async function resolveTargets(cwd, paths2, onProblem) {
  const targets = [];
  for (const path of paths2) {
    try {
      const target = resolveTarget(cwd, path);
      if (target !== void 0) targets.push(target);
      else targets.push(...await expand2(cwd, path));
    } catch (error) {
      if (!onProblem || !(error instanceof UsageError)) throw error;
      onProblem(error.message);
    }
  }
  return targets;
}
function resolveTarget(cwd, path) {
  const absolute = (0, import_node_path9.resolve)(cwd, path);
  try {
    const stats = (0, import_node_fs11.statSync)(openable(absolute));
    const kind = stats.isDirectory() ? "folder" : stats.isFile() ? "file" : "special";
    return { kind, real: realPath(absolute), ...names3(cwd, absolute, kind) };
  } catch (error) {
    const { code: code2, message } = error;
    if (code2 === "ENOENT" || code2 === "ENOTDIR") return void 0;
    throw new UsageError(
      `cannot scan ${displayPath(path)}: ${reason(code2) ?? message}. Name a file or folder that can be read.`,
      {
        cause: error
      }
    );
  }
}
function reason(code2) {
  if (code2 === "EACCES" || code2 === "EPERM") return "access is denied";
  return code2 === "ELOOP" ? "its links lead in a circle" : void 0;
}
function names3(cwd, absolute, kind) {
  const inside3 = (0, import_node_path9.relative)(cwd, absolute);
  if (inside3 !== ".." && !inside3.startsWith(`..${import_node_path9.sep}`) && !(0, import_node_path9.isAbsolute)(inside3))
    return { display: slashes2(inside3), glob: slashes2(inside3) };
  return { display: slashes2(absolute), glob: kind === "folder" ? "" : (0, import_node_path9.basename)(absolute) };
}
async function expand2(cwd, pattern) {
  const { default: fastGlob } = await import("./package-fast-glob.mjs");
  const hits = fastGlob.isDynamicPattern(pattern) ? await fastGlob(pattern, {
    cwd,
    dot: true,
    followSymbolicLinks: false,
    onlyFiles: false,
    markDirectories: true,
    ignore: ["**/.git"],
    suppressErrors: true
  }) : [];
  const targets = [];
  let folder;
  for (const hit of hits.sort()) {
    if (folder !== void 0 && hit.startsWith(folder)) continue;
    const absolute = (0, import_node_path9.resolve)(cwd, hit);
    if ((0, import_node_fs11.lstatSync)(absolute, { throwIfNoEntry: false })?.isSymbolicLink()) {
      targets.push({ kind: "link", real: absolute, ...names3(cwd, absolute, "link") });
      continue;
    }
    const target = resolveTarget(cwd, hit);
    if (target === void 0) continue;
    targets.push(target);
    if (hit.endsWith("/")) folder = hit;
  }
  if (targets.length === 0) {
    const what = hits.length === 0 && fastGlob.isDynamicPattern(pattern) ? "it does not exist and, as a pattern, matches nothing" : "it does not exist";
    throw new UsageError(`cannot scan ${displayPath(pattern)}: ${what} in ${displayPath(cwd)}. Check the spelling.`);
  }
  return targets;
}
function realPath(path) {
  return slashes2(fromBytes(import_node_fs11.realpathSync.native(openable(path), { encoding: "buffer" })));
}
function slashes2(path) {
  return import_node_path9.sep === "/" ? path : path.replaceAll(import_node_path9.sep, "/");
}
var import_node_fs11, import_node_path9;
var init_targets = __esm({
  "src/sources/targets.ts"() {
    "use strict";
    import_node_fs11 = require("node:fs");
    import_node_path9 = require("node:path");
    init_errors();
    init_path();
    init_entry();
  }
});

// src/sources/list.ts
async function listFiles(options, onFiles, ledger) {
  const targets = await resolveTargets(options.cwd, options.paths, options.problem);
  const listing = new Listing(options, onFiles, ledger, targets.length > 1);
  listing.addNamed(targets);
  for (const target of targets) if (target.kind === "folder") await listing.addFolder(target);
}
function slashed2(path) {
  return path === "" || path.endsWith("/") ? path : `${path}/`;
}
function isInside(path) {
  return path !== "" && !path.startsWith("/") && !(path.includes("..") && path.split("/").includes(".."));
}
function kindOf2(path) {
  try {
    const stats = (0, import_node_fs12.lstatSync)(openable(path));
    return stats.isDirectory() ? "folder" : stats.isSymbolicLink() ? "link" : "file";
  } catch {
    return void 0;
  }
}
function holdsFiles(folder) {
  try {
    return (0, import_node_fs12.readdirSync)(openable(folder)).length > 0;
  } catch {
    return true;
  }
}
var import_node_fs12, WALKED, UNKNOWN_SUBMODULES, NESTED_AT_ONCE, Listing;
var init_list = __esm({
  "src/sources/list.ts"() {
    "use strict";
    import_node_fs12 = require("node:fs");
    init_errors();
    init_path();
    init_entry();
    init_filter();
    init_files();
    init_repository();
    init_watch();
    init_targets();
    init_walk();
    WALKED = "The files were listed without git, by .gitignore rules: files that are tracked although ignored are not scanned.";
    UNKNOWN_SUBMODULES = "Submodules that are not checked out could not be told.";
    NESTED_AT_ONCE = 3;
    Listing = class {
      #options;
      #onFiles;
      #ledger;
      #filter;
      /** Absolute paths handed out, where they may come twice: targets that overlap, or what is walked after git failed. */
      #seen;
      /** Repositories inside of repositories. */
      #nested = /* @__PURE__ */ new Set();
      /** Notices given. */
      #told = /* @__PURE__ */ new Set();
      #environment;
      constructor(options, onFiles, ledger, overlapping) {
        this.#options = options;
        if (overlapping) this.#seen = /* @__PURE__ */ new Set();
        this.#onFiles = onFiles;
        this.#ledger = ledger;
        this.#filter = new PathFilter(options.include, options.exclude);
      }
      /** Targets that are no folders. */
      addNamed(targets) {
        const batch = [];
        for (const { kind, real, display, glob } of targets) {
          if (kind === "link") this.#ledger.skip("symlink", display, false);
          else if (kind === "special") this.#ledger.skip("special-file", display, true);
          else if (kind === "file") this.#take(batch, real, display, glob, true);
        }
        this.#hand(batch);
      }
      async addFolder(target) {
        const root = { folder: slashed2(target.real), display: slashed2(target.display), glob: slashed2(target.glob) };
        this.#environment ??= environmentRepository();
        const named2 = await this.#environment;
        const found2 = findRepository(target.real);
        const environment = named2 !== void 0 && isWithin(target.real, named2) && (found2 === void 0 || isWithin(named2, found2));
        const top = environment ? named2 : found2;
        const git = environment ? { cwd: target.real, workTree: named2 } : { cwd: target.real, isolate: true };
        if (!this.#options.gitignore) await this.#walkAll(root, top === void 0 ? void 0 : git);
        else if (top === void 0) await this.#walk(root, void 0);
        else await this.#listRepository(root, top, git);
      }
      /** Files of a repository, at or below `root`, and of the repositories inside. */
      async #listRepository(root, top, git) {
        const nested = [];
        const onWarning = (line) => {
          const [, folder] = /^warning: could not open directory '(.*?)\/?': /.exec(line) ?? [];
          if (folder !== void 0) this.#ledger.skip("unreadable", `${root.display}${folder}/`, true);
        };
        const below = slashed2(top) !== root.folder;
        const listed = [];
        const watch = new Watch(top, root.folder);
        const watched = { ...git, signal: watch.signal };
        const results = await Promise.allSettled([
          this.#listTracked(root, watched, listed, nested),
          this.#listUntracked(root, { ...watched, onWarning }, listed, nested),
          below && isIgnored(watched)
        ]);
        const blocker = watch.end();
        const failures = results.flatMap((result) => result.status === "rejected" ? [result.reason] : []);
        if (blocker !== void 0) failures.push(new GitBlockedError("ls-files", blocker));
        for (const failure2 of failures) if (!(failure2 instanceof GitError)) throw failure2;
        const failure = failures[0];
        const ignored = results[2].status === "fulfilled" && results[2].value;
        if (failure !== void 0 || ignored) {
          this.#seen ??= new Set(listed.flat().map((path) => root.folder + path));
          if (failure !== void 0) this.#explain(failure, top, WALKED);
          await this.#walk(root, failure && outerRules(top, root.folder));
        }
        await this.#listNested(root, nested);
      }
      async #listTracked(root, git, listed, nested) {
        let previous;
        for await (const tracked of trackedFiles(git)) {
          listed.push(tracked.files, tracked.sparse, tracked.links);
          const batch = [];
          for (const path of tracked.files) {
            if (path !== previous) this.#add(batch, root, path);
            previous = path;
          }
          for (const path of tracked.sparse) if ((0, import_node_fs12.existsSync)(openable(root.folder + path))) this.#add(batch, root, path);
          for (const path of tracked.links) this.#addLink(batch, root, path);
          for (const path of tracked.submodules) this.#addSubmodule(batch, root, path, nested);
          this.#hand(batch);
        }
      }
      async #listUntracked(root, git, listed, nested) {
        for await (const paths2 of untrackedFiles(git)) {
          listed.push(paths2);
          const batch = [];
          for (const path of paths2) {
            if (path.endsWith("/")) nested.push(path.slice(0, -1));
            else this.#add(batch, root, path);
          }
          this.#hand(batch);
        }
      }
      /** What the index holds as a link may be a file by now. */
      #addLink(batch, root, path) {
        if (!isInside(path) || kindOf2(root.folder + path) !== "link") this.#add(batch, root, path);
        else if (this.#isNew(root.folder + path)) this.#ledger.skip("symlink", root.display + path, false);
      }
      #addSubmodule(batch, root, path, nested) {
        const folder = root.folder + path;
        const kind = isInside(path) ? kindOf2(folder) : void 0;
        if (kind === "folder" && holdsFiles(folder)) nested.push(path);
        else if (kind === "file" || kind === "link") this.#addLink(batch, root, path);
        else if (this.#isNew(folder)) this.#skipSubmodule(root, path);
      }
      #skipSubmodule(root, path) {
        if (this.#wantsFolder(root, path)) this.#ledger.skip("submodule", `${root.display}${path}/`, true);
      }
      /** Repositories (and folders that git leaves to one) inside of a folder, each by its own rules. */
      async #listNested(root, paths2) {
        const queue = paths2.filter((path) => isInside(path) && !this.#nested.has(root.folder + path) && this.#enters(root, path));
        const work = async () => {
          for (let path = queue.pop(); path !== void 0; path = queue.pop()) {
            const folder = root.folder + path;
            this.#nested.add(folder);
            const inner = { folder: `${folder}/`, display: `${root.display}${path}/`, glob: `${root.glob}${path}/` };
            if (isRepository(folder) && typeof openable(folder) === "string") {
              await this.#listRepository(inner, folder, { cwd: folder, isolate: true });
            } else await this.#walk(inner, outerRules(folder, folder));
          }
        };
        await Promise.all(Array.from({ length: NESTED_AT_ONCE }, work));
      }
      async #walk(root, outer) {
        const nested = [];
        await this.#walkFiles(root, { gitignore: true, onRepository: (path) => nested.push(path), ...outer && { outer } });
        await this.#listNested(root, nested);
      }
      /** Everything but `.git`; git is asked for the submodules that are not there only. */
      async #walkAll(root, git) {
        const repositories = git === void 0 ? [] : [{ path: "", git }];
        const onRepository = (path) => {
          const cwd = root.folder + path;
          if (typeof openable(cwd) === "string") repositories.push({ path: `${path}/`, git: { cwd, isolate: true } });
        };
        await this.#walkFiles(root, { gitignore: false, onRepository });
        for (const { path, git: git2 } of repositories) {
          const batches = trackedFiles(git2);
          try {
            for await (const { submodules } of batches) {
              for (const submodule of submodules) {
                const folder = root.folder + path + submodule;
                const absent = isInside(submodule) && (kindOf2(folder) !== "folder" || !holdsFiles(folder));
                if (absent && this.#isNew(folder)) this.#skipSubmodule(root, path + submodule);
              }
            }
          } catch (error) {
            if (!(error instanceof GitError)) throw error;
            this.#explain(error, root.folder + path, UNKNOWN_SUBMODULES);
          }
        }
      }
      async #walkFiles(root, options) {
        const { folder, display } = root;
        const enters = (path) => this.#enters(root, path);
        for (const paths2 of walk({ ...options, folder, display, ledger: this.#ledger, enters })) {
          const batch = [];
          for (const path of paths2) this.#take(batch, folder + path, display + path, root.glob + path, false);
          this.#hand(batch);
          await new Promise(setImmediate);
        }
      }
      /** Tells that git could not be asked, and what follows. */
      #explain(failure, top, consequence) {
        const { message } = failure;
        if (failure instanceof GitBlockedError) this.#ledger.skip("unreadable", failure.path, true);
        if (/not a git repository|must be run in a work tree/.test(message)) return;
        const folder = displayPath(top);
        let reason2 = `${displayPath(message)} (in ${folder})`;
        if (failure instanceof GitMissingError) reason2 = message;
        else if (/dubious ownership|unsafe repository/.test(message)) {
          reason2 = `git does not read ${folder} because it belongs to another user; to let it: git config --global --add safe.directory ${folder}`;
        }
        const text = `${reason2}. ${consequence}`;
        if (!this.#told.has(text)) this.#options.notice?.(text);
        this.#told.add(text);
      }
      #wantsFolder({ glob, display }, path) {
        return this.#filter.entersFolder(glob + path) && (this.#options.also?.entersFolder(display + path) ?? true);
      }
      #enters(root, path) {
        if (this.#wantsFolder(root, path)) return true;
        this.#ledger.skip("ignored", `${root.display}${path}/`, false);
        return false;
      }
      /** Adds a path that git tells. */
      #add(batch, root, path) {
        if (isInside(path)) this.#take(batch, root.folder + path, root.display + path, root.glob + path, false);
        else this.#ledger.skip("unreadable", root.display + path, true);
      }
      #take(batch, absolute, path, glob, explicit) {
        if (!this.#isNew(absolute)) return;
        if ((this.#filter.open || this.#filter.wantsFile(glob)) && (this.#options.also?.wantsFile(path) ?? true))
          batch.push({ path, open: openable(absolute), explicit });
        else this.#ledger.skip("ignored", path, false);
      }
      #isNew(absolute) {
        return this.#seen === void 0 || this.#seen.size !== this.#seen.add(absolute).size;
      }
      #hand(batch) {
        if (batch.length > 0) this.#onFiles(batch);
      }
    };
  }
});

// src/textfile.ts
function readTextFile(path, largest2) {
  const found2 = (0, import_node_fs13.statSync)(path);
  if (!found2.isFile()) throw new Error("not a file");
  if (found2.size > largest2) throw new Error(`larger than ${Math.round(largest2 / 1e6)} MB`);
  return (0, import_node_fs13.readFileSync)(path, "utf8");
}
var import_node_fs13;
var init_textfile = __esm({
  "src/textfile.ts"() {
    "use strict";
    import_node_fs13 = require("node:fs");
  }
});

// src/suppress/text.ts
function readText2(path, name) {
  try {
    return readTextFile(path, LARGEST);
  } catch (error) {
    const { code: code2, message } = error;
    throw new UsageError(`${name} cannot be read (${code2 ?? message}): check the path`, { cause: error });
  }
}
var LARGEST;
var init_text2 = __esm({
  "src/suppress/text.ts"() {
    "use strict";
    init_errors();
    init_textfile();
    LARGEST = 256e6;
  }
});

// src/suppress/ignorefile.ts
function ignoredPaths(file, root) {
  return coveredBy(parseIgnoreFile(readText2(file, IGNORE_FILE)), (0, import_node_path10.dirname)(file), root);
}
var import_node_path10;
var init_ignorefile = __esm({
  "src/suppress/ignorefile.ts"() {
    "use strict";
    import_node_path10 = require("node:path");
    init_find();
    init_paths();
    init_gitignore();
    init_text2();
  }
});

// apart:./findings.js
var require_findings = __commonJS({
  "apart:./findings.js"(exports2, module2) {
    module2.exports = require("./findings.js");
  }
});

// src/companions.ts
function withoutLacking(file, sheets) {
  return file.filter((match) => !lacks(match, file, sheets.get(match.rule)));
}
function companionRules(id, sheets) {
  return wantedBy(id, sheets).map(({ sheet }) => sheet.id);
}
function wantedBy(id, sheets) {
  const sheet = sheets.get(id);
  const found2 = /* @__PURE__ */ new Map();
  for (const { rule, lines: lines3 = MAX_LINES } of sheet.companions) {
    const other = sheets.get(rule);
    if (other) found2.set(rule, { sheet: other, lines: lines3 });
  }
  for (const other of sheets.values()) {
    if (other.provider !== sheet.provider || !PARTS4.has(other.sensitivity) || found2.has(other.id)) continue;
    const named2 = other.companions.find(({ rule }) => rule === sheet.id);
    if (named2) found2.set(other.id, { sheet: other, lines: named2.lines ?? MAX_LINES });
  }
  return [...found2.values()];
}
function nearestOf(match, file, rule, lines3) {
  const distance = ({ location }) => Math.abs(location.startLine - match.location.startLine);
  const offset = ({ location }) => Math.abs(location.offset - match.location.offset);
  return file.filter((other) => other.rule === rule && distance(other) <= lines3).reduce((best2, other) => !best2 || offset(other) < offset(best2) ? other : best2, void 0);
}
function lacks(match, file, sheet) {
  const required = sheet?.companions.filter((companion) => companion.required) ?? [];
  return required.some(({ rule, lines: lines3 = MAX_LINES }) => !nearestOf(match, file, rule, lines3));
}
var MAX_LINES, PARTS4;
var init_companions = __esm({
  "src/companions.ts"() {
    "use strict";
    MAX_LINES = 10;
    PARTS4 = /* @__PURE__ */ new Set(["identifier", "name"]);
  }
});

// src/sources/git/packindex.ts
function indexLimit(head, idBytes) {
  if (head.length < INDEX_HEAD) return INDEX_HEAD;
  const count3 = head.readUInt32BE(head.readUInt32BE(0) === MAGIC2 ? INDEX_HEAD - 4 : FANOUT - 4);
  return INDEX_HEAD + count3 * (idBytes + 16) + 2 * idBytes;
}
function readPackIndex(data, idBytes, packSize) {
  const two = data.length >= 8 && data.readUInt32BE(0) === MAGIC2;
  if (two && data.readUInt32BE(4) !== 2) throw new MalformedError(`index version ${data.readUInt32BE(4)}`);
  const fanout = two ? 8 : 0;
  if (data.length < fanout + FANOUT + 2 * idBytes) throw new MalformedError("index is too short");
  const count3 = checkFanout(data, fanout);
  const last = packSize - idBytes;
  const { ids, stride, offsets } = two ? readVersion2(data, count3, idBytes, last) : readVersion1(data, count3, idBytes, last);
  return { index: { data, starts: sortedStarts(data, ids, stride, count3), ids, stride, count: count3 }, offsets };
}
function offsetAt({ data, ids, stride, count: count3 }, position, idBytes) {
  const view = viewOf(data);
  if (stride > idBytes) return view.getUint32(ids + position * stride - 4);
  const small = ids + count3 * (idBytes + 4);
  const word = view.getUint32(small + 4 * position);
  return word < LARGE ? word : Number(view.getBigUint64(small + 4 * count3 + 8 * (word - LARGE)));
}
function sortedStarts(data, ids, stride, count3) {
  const bits = Math.min(MAX_BITS, Math.max(1, Math.ceil(Math.log2(count3 + 1))));
  const starts2 = new Int32Array(new SharedArrayBuffer(4 * (2 ** bits + 1)));
  let filled = 0;
  const view = viewOf(data);
  for (let i = 0, at = ids; i < count3; i++, at += stride) {
    const value = view.getUint32(at) >>> 32 - bits;
    while (filled <= value) starts2[filled++] = i;
  }
  starts2.fill(count3, filled);
  return starts2;
}
function findInIndex(index, id, at, idBytes) {
  const view = viewOf(id);
  const bucket = view.getUint32(at) >>> shiftOf(index);
  return search(index, viewOf(index.data), index.starts[bucket], index.starts[bucket + 1], view, at, idBytes);
}
function findAllInIndex(index, all, count3, idBytes, found2) {
  const { data, ids, stride, starts: starts2 } = index;
  const view = viewOf(all);
  const indexView = viewOf(data);
  const shift = shiftOf(index);
  for (let i = 0; i < count3; i++) {
    const bucket = view.getUint32(i * idBytes) >>> shift;
    buckets[i] = bucket;
    lows[i] = starts2[bucket];
  }
  for (let i = 0; i < count3; i++) touched[i] = data[ids + lows[i] * stride];
  for (let i = 0; i < count3; i++)
    found2[i] = search(index, indexView, lows[i], starts2[buckets[i] + 1], view, i * idBytes, idBytes);
}
function shiftOf({ starts: starts2 }) {
  return Math.clz32(starts2.length - 1) + 1;
}
function viewOf(data) {
  return new DataView(data.buffer, data.byteOffset, data.length);
}
function search({ ids, stride }, view, low, high, id, at, idBytes) {
  while (high - low > FEW2) {
    const middle = low + high >>> 1;
    if (compare(view, ids + middle * stride, id, at, idBytes) > 0) high = middle;
    else low = middle;
  }
  for (; low < high; low++) if (compare(view, ids + low * stride, id, at, idBytes) === 0) return low;
  return -1;
}
function compare(one, a, other, b, idBytes) {
  for (let i = 0; i < idBytes; i += 4) {
    const first = one.getUint32(a + i);
    const second = other.getUint32(b + i);
    if (first !== second) return first < second ? -1 : 1;
  }
  return 0;
}
function checkFanout(data, at) {
  let count3 = 0;
  for (let i = 0; i < 256; i++) {
    const next = data.readUInt32BE(at + 4 * i);
    if (next < count3) throw new MalformedError("index fan-out is not ascending");
    count3 = next;
  }
  return count3;
}
function inPack(offset, last) {
  if (offset < 12 || offset > last) throw new MalformedError(`offset ${offset} is outside of the pack`);
  return offset;
}
function readVersion1(data, count3, idBytes, last) {
  const stride = 4 + idBytes;
  if (data.length < FANOUT + count3 * stride + 2 * idBytes) throw new MalformedError("index is too short");
  const offsets = new Float64Array(count3);
  for (let i = 0, at = FANOUT; i < count3; i++, at += stride) offsets[i] = inPack(data.readUInt32BE(at), last);
  return { ids: FANOUT + 4, stride, offsets };
}
function readVersion2(data, count3, idBytes, last) {
  const ids = 8 + FANOUT;
  const small = ids + count3 * (idBytes + 4);
  const large = small + count3 * 4;
  const end = data.length - 2 * idBytes;
  if (large > end) throw new MalformedError("index is too short");
  const offsets = new Float64Array(count3);
  const view = viewOf(data);
  for (let i = 0, at = small; i < count3; i++, at += 4) {
    const word = view.getUint32(at);
    if (word < LARGE) {
      offsets[i] = inPack(word, last);
      continue;
    }
    const far = large + 8 * (word - LARGE);
    if (far + 8 > end) throw new MalformedError("index points outside of its table of large offsets");
    offsets[i] = inPack(data.readUInt32BE(far) * 2 ** 32 + data.readUInt32BE(far + 4), last);
  }
  return { ids, stride: idBytes, offsets };
}
var MalformedError, MAGIC2, FANOUT, INDEX_HEAD, LARGE, MAX_BITS, MOST_AT_ONCE, buckets, lows, touched, FEW2;
var init_packindex = __esm({
  "src/sources/git/packindex.ts"() {
    "use strict";
    MalformedError = class extends Error {
      name = "MalformedError";
    };
    MAGIC2 = 4285812579;
    FANOUT = 256 * 4;
    INDEX_HEAD = 8 + FANOUT;
    LARGE = 2147483648;
    MAX_BITS = 22;
    MOST_AT_ONCE = 256;
    buckets = new Int32Array(MOST_AT_ONCE);
    lows = new Int32Array(MOST_AT_ONCE);
    touched = new Uint8Array(MOST_AT_ONCE);
    FEW2 = 8;
  }
});

// src/sources/git/packfile.ts
function readEntryHeader(data, at, end, idBytes, header2) {
  const last = Math.min(end, at + MAX_HEADER2);
  let byte = at < last ? data[at++] : 0;
  header2.type = byte >> 4 & 7;
  header2.size = byte & 15;
  for (let unit = 16; byte >= 128; unit *= 128) {
    if (at >= last || unit > 2 ** 46) throw new MalformedError("entry header is damaged");
    byte = data[at++];
    header2.size += (byte & 127) * unit;
  }
  if (header2.type === OFS_DELTA) {
    let back = 0;
    do {
      if (at >= last || back > 2 ** 45) throw new MalformedError("delta offset is damaged");
      byte = data[at++];
      back = back * 128 + (byte & 127) + (byte >= 128 ? 1 : 0);
    } while (byte >= 128);
    header2.back = back;
  } else if (header2.type === REF_DELTA) {
    header2.baseId = at;
    at += idBytes;
  } else if (header2.type === 0 || header2.type === 5) {
    throw new MalformedError("entry is of an unknown type");
  }
  if (at > end) throw new MalformedError("entry is cut off");
  header2.at = at;
}
var import_node_fs14, COMMIT, TREE, BLOB, TAG, OFS_DELTA, REF_DELTA, MAX_HEADER2, BLOCK2, MAX_BLOCKS2, JOINED, SLAB, MAX_OPEN, PackReader;
var init_packfile = __esm({
  "src/sources/git/packfile.ts"() {
    "use strict";
    import_node_fs14 = require("node:fs");
    init_gitdir();
    init_packindex();
    COMMIT = 1;
    TREE = 2;
    BLOB = 3;
    TAG = 4;
    OFS_DELTA = 6;
    REF_DELTA = 7;
    MAX_HEADER2 = 64;
    BLOCK2 = 64 * 1024;
    MAX_BLOCKS2 = 256;
    JOINED = 8 * BLOCK2;
    SLAB = MAX_BLOCKS2 * BLOCK2 + JOINED;
    MAX_OPEN = 64;
    PackReader = class {
      /** Where the bytes of the last `read` are: `buffer[start, end)`. Valid until the next one. */
      buffer;
      start = 0;
      end = 0;
      #packs;
      #open = /* @__PURE__ */ new Map();
      #slab;
      /** Number of the first block of each pack. */
      #firstBlock;
      /** Slot in the slab of every block, or -1. */
      #slotOf;
      #blockIn;
      /** Second chance: set when a block is used, cleared when the clock's hand passes. */
      #used;
      #hand = 0;
      /** Blocks that were read since `pin`. */
      pinned = 0;
      /** Which of them, by slot: those that are marked with the number at hand; that is 0 when none are to stay. */
      #pins;
      #pin = 0;
      #lastPin = 0;
      /** Bytes behind the blocks that are to stay. */
      #joined = 0;
      #scratch = Buffer.alloc(0);
      /** @param slab memory for blocks, of SLAB bytes, if there is some to be used again */
      constructor(packs, slab) {
        this.#packs = packs;
        this.#firstBlock = new Float64Array(packs.length + 1);
        for (const [i, pack] of packs.entries())
          this.#firstBlock[i + 1] = this.#firstBlock[i] + Math.ceil(pack.size / BLOCK2);
        const blocks2 = this.#firstBlock[packs.length];
        const slots = Math.max(1, Math.min(MAX_BLOCKS2, blocks2));
        this.#slab = slab ?? Buffer.allocUnsafeSlow(slots * BLOCK2 + JOINED);
        this.#slotOf = new Int32Array(blocks2).fill(-1);
        this.#blockIn = new Float64Array(slots).fill(-1);
        this.#used = new Uint8Array(slots);
        this.#pins = new Int32Array(slots).fill(-1);
        this.buffer = this.#slab;
      }
      /** Makes bytes `[from, to)` of a pack readable in `buffer`; what lies past the pack's last entry is left away. */
      read(pack, from, to) {
        const file = this.#packs[pack];
        const limit = Math.min(to, file.size - file.trailer);
        const first = Math.floor(from / BLOCK2);
        if (limit <= (first + 1) * BLOCK2) {
          const shift = this.#block(pack, first) * BLOCK2 - first * BLOCK2;
          this.buffer = this.#slab;
          this.start = from + shift;
          this.end = Math.max(limit, from) + shift;
          return;
        }
        const length = limit - from;
        this.start = 0;
        if (length <= JOINED - this.#joined) {
          this.buffer = this.#slab;
          this.start = this.#used.length * BLOCK2 + this.#joined;
          if (this.#pin > 0) this.#joined += length;
        } else {
          if (this.#scratch.length < length) this.#scratch = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(length)));
          this.buffer = this.#scratch;
        }
        this.end = this.start + length;
        if (length <= 2 * BLOCK2) this.#gather(pack, from, limit);
        else this.#readFully(pack, this.buffer, this.start, length, from);
      }
      /** What is read from now on stays where it is until `unpin`, if it is in the slab; half of MAX_BLOCKS blocks may do so. */
      pin() {
        this.pinned = 0;
        this.#pin = ++this.#lastPin;
      }
      unpin() {
        this.#pin = 0;
        this.#joined = 0;
      }
      close() {
        for (const fd of this.#open.values()) (0, import_node_fs14.closeSync)(fd);
        this.#open.clear();
      }
      #gather(pack, from, to) {
        for (let at = from; at < to; ) {
          const block = Math.floor(at / BLOCK2);
          const stop = Math.min(to, (block + 1) * BLOCK2);
          const shift = this.#block(pack, block) * BLOCK2 - block * BLOCK2;
          this.#slab.copy(this.buffer, this.start + at - from, at + shift, stop + shift);
          at = stop;
        }
      }
      /** The slot that holds a block. */
      #block(pack, block) {
        const id = this.#firstBlock[pack] + block;
        const known = this.#slotOf[id] ?? -1;
        const slot = known >= 0 ? known : this.#load(pack, block, id);
        this.#used[slot] = 1;
        if (this.#pin > 0 && this.#pins[slot] !== this.#pin) {
          this.#pins[slot] = this.#pin;
          this.pinned++;
        }
        return slot;
      }
      /** Reads a block in place of one that was not used lately. */
      #load(pack, block, id) {
        let slot = this.#hand;
        while (this.#used[slot] === 1 || this.#pins[slot] === this.#pin) {
          this.#used[slot] = 0;
          slot = slot + 1 === this.#used.length ? 0 : slot + 1;
        }
        this.#hand = slot + 1 === this.#used.length ? 0 : slot + 1;
        const old = this.#blockIn[slot];
        if (old >= 0) this.#slotOf[old] = -1;
        this.#blockIn[slot] = -1;
        const from = block * BLOCK2;
        const { size: size2 } = this.#packs[pack];
        this.#readFully(pack, this.#slab, slot * BLOCK2, Math.min(BLOCK2, size2 - from), from);
        this.#slotOf[id] = slot;
        this.#blockIn[slot] = id;
        return slot;
      }
      #readFully(pack, to, at, length, from) {
        try {
          const fd = this.#descriptor(pack);
          for (let done = 0; done < length; ) {
            const read5 = (0, import_node_fs14.readSync)(fd, to, at + done, length - done, from + done);
            if (read5 === 0) throw new MalformedError("pack is shorter than it was");
            done += read5;
          }
        } catch (error) {
          throw error instanceof MalformedError ? error : new MalformedError(error.message);
        }
      }
      #descriptor(pack) {
        const known = this.#open.get(pack);
        if (known !== void 0) return known;
        if (this.#open.size >= MAX_OPEN) {
          const [oldest, fd2] = this.#open.entries().next().value;
          (0, import_node_fs14.closeSync)(fd2);
          this.#open.delete(oldest);
        }
        const { fd } = openFile(this.#packs[pack].path);
        this.#open.set(pack, fd);
        return fd;
      }
    };
  }
});

// src/sources/git/loose.ts
function looseFile(objectDir, id) {
  return (0, import_node_path11.join)(objectDir, id.slice(0, 2), id.slice(2));
}
var import_node_fs15, import_node_path11, TYPES, HEAD, LooseReader;
var init_loose = __esm({
  "src/sources/git/loose.ts"() {
    "use strict";
    import_node_fs15 = require("node:fs");
    import_node_path11 = require("node:path");
    init_gitdir();
    init_packfile();
    init_packindex();
    TYPES = { commit: COMMIT, tree: TREE, blob: BLOB, tag: TAG };
    HEAD = 64;
    LooseReader = class {
      #inflater;
      #maxSize;
      #source = Buffer.allocUnsafeSlow(64 * 1024);
      #out = Buffer.allocUnsafeSlow(256 * 1024);
      /** @param maxSize largest object, in bytes, that is read */
      constructor(inflater, maxSize) {
        this.#inflater = inflater;
        this.#maxSize = maxSize;
      }
      /**
       * @param wants whether the content of an object of this type is wanted
       * @returns type and, if wanted, content (valid until the next call), or undefined when the object is too large
       * @throws MalformedError when the file does not hold an object; an error of the file system when it cannot be read
       */
      read(path, wants) {
        const length = this.#load(path);
        if (length < 0) return void 0;
        const all = this.#inflater.all(this.#source, 0, length, this.#out);
        const head = all >= 0 ? Math.min(all, HEAD) : this.#inflater.begin(this.#source, 0, length, this.#out, HEAD);
        const nul = this.#out.subarray(0, head).indexOf(0);
        const [, name, digits3] = /^(\w+) (\d{1,15})$/.exec(this.#out.toString("latin1", 0, Math.max(0, nul))) ?? [];
        const type = TYPES[name ?? ""];
        if (type === void 0) throw new MalformedError("not a loose object");
        if (!wants(type)) return { type };
        const size2 = Number(digits3);
        if (size2 > this.#maxSize) return void 0;
        const whole2 = nul + 1 + size2;
        if (all >= 0 && all !== whole2) throw new MalformedError("object is not of the size it declares");
        if (all >= 0) return { type, data: this.#out.subarray(nul + 1, whole2) };
        if (this.#out.length <= whole2) this.#out = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(whole2 + 2)));
        this.#inflater.inflate(this.#source, 0, length, this.#out, 0, whole2);
        return { type, data: this.#out.subarray(nul + 1, whole2) };
      }
      /** Reads a file; -1 when it is larger than any object of the allowed size can be. */
      #load(path) {
        const { fd, size: size2 } = openFile(path);
        try {
          if (size2 > this.#maxSize + (this.#maxSize >> 8) + 4096) return -1;
          if (this.#source.length < size2) this.#source = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(size2)));
          let length = 0;
          while (length < size2) {
            const read5 = (0, import_node_fs15.readSync)(fd, this.#source, length, size2 - length, null);
            if (read5 === 0) break;
            length += read5;
          }
          return length;
        } finally {
          (0, import_node_fs15.closeSync)(fd);
        }
      }
    };
  }
});

// src/sources/git/repo.ts
function openRepo(cwd, ledger) {
  const problem = noFolder(cwd);
  if (problem) throw problem;
  const questions = ["--is-bare-repository", "--is-shallow-repository", "--show-object-format", "--absolute-git-dir"];
  const answer = runGit(["rev-parse", ...questions, "--show-toplevel"], { cwd, timeout: TIMEOUT });
  const [bare, shallow, format, ...folders] = answer.stdout.toString("utf8").replace(/\n$/, "").split("\n");
  const { gitDir, top } = foldersIn(folders, bare === "true");
  if (!gitDir) {
    if (answer.stderr.includes("dubious ownership")) return openForeign((0, import_node_path12.resolve)(cwd), ledger);
    if (answer.stderr.includes("not a git repository")) throw new UsageError(`${cwd}: not a git repository`);
    throw new UsageError(`${cwd}: ${complaintIn(answer.stderr) || "git gave no answer"}`);
  }
  const known = format === "sha256" ? "sha256" : "sha1";
  const promisor = runGit(["config", "--get-regexp", String.raw`^(extensions\.partialclone|remote\..*\.promisor)$`], { cwd });
  return describeRepo(
    gitDir,
    {
      root: leadsTo(top, gitDir) ? top : gitDir,
      bare: bare === "true",
      shallow: shallow === "true",
      promisor: promisor.status === 0,
      git: true
    },
    known,
    ledger
  );
}
function foldersIn(lines3, bare) {
  const middle = bare ? lines3.length : Math.ceil(lines3.length / 2);
  return { gitDir: lines3.slice(0, middle).join("\n"), top: lines3.slice(middle).join("\n") };
}
function leadsTo(top, gitDir) {
  if (top === "") return false;
  if (process.env["GIT_DIR"]) return true;
  const found2 = findGitFolders(top);
  return found2 !== void 0 && (0, import_node_fs16.realpathSync)(found2.gitDir) === (0, import_node_fs16.realpathSync)(gitDir);
}
function openForeign(cwd, ledger) {
  const folders = findGitFolders(cwd);
  if (!folders) throw new UsageError(`${cwd}: not a git repository`);
  const { root, gitDir, commonDir } = folders;
  const config = readText((0, import_node_path12.join)(commonDir, "config"));
  const format = /^\s*objectformat\s*=\s*sha256\s*$/im.test(config) ? "sha256" : "sha1";
  const shallow = (0, import_node_fs16.existsSync)((0, import_node_path12.join)(commonDir, "shallow"));
  const promisor = /^\s*(partialclone|promisor)\s*=/im.test(config);
  return describeRepo(gitDir, { root, bare: root === gitDir, shallow, promisor, git: false }, format, ledger);
}
function describeRepo(gitDir, facts, format, ledger) {
  const commonDir = commonDirOf(gitDir);
  return {
    ...facts,
    gitDir,
    commonDir,
    objectDirs: objectDirectories(commonDir, ledger),
    format,
    idBytes: format === "sha1" ? 20 : 32
  };
}
function shallowEnds({ shallow, commonDir }) {
  return shallow ? readText((0, import_node_path12.join)(commonDir, "shallow")).split("\n").filter(Boolean) : [];
}
function objectDirectories(commonDir, ledger) {
  const own = process.env["GIT_OBJECT_DIRECTORY"] ? (0, import_node_path12.resolve)(process.env["GIT_OBJECT_DIRECTORY"]) : (0, import_node_path12.join)(commonDir, "objects");
  const found2 = /* @__PURE__ */ new Set();
  const visit2 = (dir, depth) => {
    let real;
    try {
      real = import_node_fs16.realpathSync.native(dir);
      if (!(0, import_node_fs16.statSync)(real).isDirectory()) throw new Error("not a directory");
    } catch {
      ledger?.skip("unreadable", (0, import_node_path12.resolve)(dir), true);
      return;
    }
    if (found2.has(real)) return;
    if (depth > MAX_ALTERNATE_DEPTH || found2.size >= MAX_ALTERNATES) {
      ledger?.skip("unreadable", (0, import_node_path12.resolve)(dir), true);
      return;
    }
    found2.add(real);
    for (const line of alternatesOf(real, ledger)) visit2((0, import_node_path12.isAbsolute)(line) ? line : `${real}/${line}`, depth + 1);
  };
  visit2(own, 0);
  for (const dir of splitAlternates(process.env["GIT_ALTERNATE_OBJECT_DIRECTORIES"] ?? "", import_node_path12.delimiter)) visit2((0, import_node_path12.resolve)(dir), 1);
  return [...found2];
}
function alternatesOf(dir, ledger) {
  return splitAlternates(readText((0, import_node_path12.join)(dir, "info", "alternates"), ledger), "\n");
}
var import_node_fs16, import_node_path12, REFUSED, TIMEOUT, MAX_ALTERNATE_DEPTH, MAX_ALTERNATES;
var init_repo = __esm({
  "src/sources/git/repo.ts"() {
    "use strict";
    import_node_fs16 = require("node:fs");
    import_node_path12 = require("node:path");
    init_errors();
    init_alternates();
    init_gitdir();
    init_spawn();
    REFUSED = "git refuses this repository, for it belongs to another user (see safe.directory in git-config)";
    TIMEOUT = 2e4;
    MAX_ALTERNATE_DEPTH = 5;
    MAX_ALTERNATES = 64;
  }
});

// src/sources/git/batch.ts
function* readThroughGit(repo, ids, maxSize, onObject, ledger) {
  let failures = 0;
  let left = MOST2;
  if (!repo.git) {
    for (const id of ids) ledger.skip("unreadable", id, true);
    return;
  }
  for (let group = 0; group < ids.length; group += GROUP_OBJECTS) {
    const known = sizesOf(repo, ids.slice(group, group + GROUP_OBJECTS), maxSize, ledger);
    for (let at = 0; at < known.length; ) {
      let bytes2 = 0;
      let end = at;
      while (end < known.length && (end === at || bytes2 + (known[end]?.size ?? 0) <= GROUP)) bytes2 += known[end++]?.size ?? 0;
      left -= bytes2;
      if (left < 0) {
        for (const { id } of known.slice(at)) ledger.skip("timeout", id, true);
        break;
      }
      at += failures > MAX_FAILURES ? 0 : readGroup(repo, known.slice(at, end), onObject);
      if (at < end) {
        failures++;
        ledger.skip("unreadable", known[at]?.id ?? "", true);
        at++;
      }
      yield;
    }
  }
}
function sizesOf(repo, ids, maxSize, ledger) {
  const answer = runGit(["cat-file", "--batch-check=%(objectname) %(objectsize)"], {
    cwd: repo.root,
    input: `${ids.join("\n")}
`,
    timeout: TIMEOUT2
  });
  const lines3 = answer.stdout.toString("latin1").split("\n");
  const known = [];
  for (const [i, id] of ids.entries()) {
    const [name, size2] = (lines3[i] ?? "").split(" ");
    if (name !== id || size2 === void 0 || size2 === "missing") ledger.skip("unreadable", id, true);
    else if (Number(size2) > maxSize) ledger.skip("too-large", id, true);
    else known.push({ id, size: Number(size2) });
  }
  return known;
}
function readGroup(repo, group, onObject) {
  const input2 = group.map(({ id }) => `${id}
`).join("");
  const { stdout } = runGit(["cat-file", "--batch", "--buffer"], { cwd: repo.root, input: input2, timeout: TIMEOUT2 });
  let at = 0;
  for (const [done, { id, size: size2 }] of group.entries()) {
    const line = stdout.indexOf(10, at);
    const [name, type, length] = line < 0 ? [] : stdout.toString("latin1", at, line).split(" ");
    const end = line + 1 + size2;
    if (name !== id || Number(length) !== size2 || end >= stdout.length) return done;
    onObject({ id, type, data: stdout.subarray(line + 1, end) });
    at = end + 1;
  }
  return group.length;
}
async function streamObjects(cwd, ids, { maxSize: most, signal }, onObject, ledger, more2) {
  const maxSize = Math.min(most, LARGEST2);
  let index = 0;
  let objectDirs;
  const reader = () => new BatchReader(maxSize, (object, why) => {
    if (object) onObject(object, index);
    else refuse(why);
    index++;
  });
  const isLeft = () => index < ids.length || more2?.complete === false;
  if (!more2 && ids.length > 0 && ids.length <= FEW3) {
    const answer = readFew(cwd, ids);
    if (answer) reader().push(answer);
  }
  for (let failures = 0; isLeft(); failures++) {
    if (failures > MAX_FAILURES) {
      for (; index < ids.length; index++) refuse("unreadable");
      return;
    }
    const input2 = more2?.from(index) ?? linesOf2(ids.slice(index));
    const rest = reader();
    try {
      for await (const chunk of spawnGit(["cat-file", "--batch", "--buffer"], { cwd, input: input2, signal })) rest.push(chunk);
    } catch (error) {
      if (!(error instanceof GitError) || error.exitCode === null) throw error;
    }
    if (signal?.aborted) return;
    if (index < ids.length) {
      refuse("unreadable");
      index++;
    }
  }
  function refuse(why) {
    const id = ids[index] ?? "";
    const damaged = why === "missing-object" && isDamaged(objectDirs ??= objectDirsAt(cwd), id);
    ledger.skip(damaged ? "unreadable" : why, id, true);
    onObject(void 0, index);
  }
}
function isDamaged(objectDirs, id) {
  return objectDirs.some((dir) => (0, import_node_fs17.existsSync)(looseFile(dir, id)));
}
function objectDirsAt(cwd) {
  const folders = foldersOf({ cwd });
  return folders ? objectDirectories(folders.commonDir) : [];
}
function readFew(cwd, ids) {
  try {
    const input2 = `${ids.join("\n")}
`;
    return runGit(["cat-file", "--batch", "--buffer"], { cwd, input: input2, timeout: TIMEOUT2, maxBuffer: FEW_BYTES }).stdout;
  } catch (error) {
    if (!(error instanceof GitError) || error.name === "GitMissingError") throw error;
    return void 0;
  }
}
var import_node_fs17, GROUP, GROUP_OBJECTS, MOST2, FEW3, FEW_BYTES, MAX_FAILURES, TIMEOUT2, LARGEST2, linesOf2, ObjectFeed, BatchReader;
var init_batch = __esm({
  "src/sources/git/batch.ts"() {
    "use strict";
    import_node_fs17 = require("node:fs");
    init_errors();
    init_gitdir();
    init_loose();
    init_repo();
    init_spawn();
    GROUP = 32 * 1024 * 1024;
    GROUP_OBJECTS = 5e3;
    MOST2 = 2 ** 34;
    FEW3 = 200;
    FEW_BYTES = 8 * 1024 * 1024;
    MAX_FAILURES = 200;
    TIMEOUT2 = 12e4;
    LARGEST2 = 1 << 30;
    linesOf2 = (ids) => ids.map((id) => `${id}
`).join("");
    ObjectFeed = class {
      complete = false;
      #ids = [];
      #read;
      #end = new AbortController();
      #reading;
      /** Tells who waits for more. */
      #wake = () => void 0;
      /** As `streamObjects`. */
      constructor(cwd, { maxSize, signal: outer }, onObject, ledger) {
        const signal = outer ? AbortSignal.any([outer, this.#end.signal]) : this.#end.signal;
        this.#read = (more2) => streamObjects(cwd, this.#ids, { maxSize, signal }, onObject, ledger, more2);
      }
      add(id) {
        this.#ids.push(id);
        if (this.#ids.length > FEW3 && !this.#reading) {
          this.#reading = this.#read(this);
          this.#reading.catch(() => void 0);
        }
        this.#wake();
      }
      /** No more will come. Ends when all have been read. */
      async finish() {
        this.complete = true;
        this.#wake();
        await (this.#reading ?? this.#read());
      }
      /** Ends the reading early. */
      stop() {
        this.complete = true;
        this.#wake();
        this.#end.abort();
      }
      async *from(index) {
        for (let next = index; next < this.#ids.length || !this.complete; ) {
          const known = this.#ids.slice(next);
          next += known.length;
          if (known.length > 0) yield Buffer.from(linesOf2(known));
          else await new Promise((resolve12) => this.#wake = resolve12);
        }
      }
    };
    BatchReader = class {
      #maxSize;
      #onObject;
      #head = Buffer.alloc(0);
      /** The object that is being read: its bytes so far, and how many (with the line break after it) are still to come. */
      #object;
      #filled = 0;
      #left = 0;
      constructor(maxSize, onObject) {
        this.#maxSize = maxSize;
        this.#onObject = onObject;
      }
      push(chunk) {
        for (let at = 0; at < chunk.length; ) at = this.#left > 0 ? this.#content(chunk, at) : this.#header(chunk, at);
      }
      #header(chunk, at) {
        const end = chunk.indexOf(10, at);
        this.#head = Buffer.concat([this.#head, chunk.subarray(at, end < 0 ? chunk.length : end)]);
        if (end < 0) return chunk.length;
        const [id = "", type = "", size2] = this.#head.toString("latin1").split(" ");
        this.#head = Buffer.alloc(0);
        if (size2 === void 0) {
          this.#onObject(void 0, "missing-object");
          return end + 1;
        }
        const fits2 = Number(size2) <= this.#maxSize;
        this.#object = fits2 ? { id, type, data: Buffer.allocUnsafe(Number(size2)) } : void 0;
        this.#filled = 0;
        this.#left = Number(size2) + 1;
        return end + 1;
      }
      #content(chunk, at) {
        const take = Math.min(this.#left, chunk.length - at);
        if (this.#object) this.#filled += chunk.copy(this.#object.data, this.#filled, at, at + take);
        this.#left -= take;
        if (this.#left === 0) this.#onObject(this.#object, "too-large");
        return at + take;
      }
    };
  }
});

// src/sources/git/gitlog.ts
async function readLog(args, options, handler) {
  const header2 = [];
  let entry;
  const from = [];
  let olds = 0;
  const allPaths = args.includes(ALL_PATHS);
  const onToken = (token) => {
    if (entry && from.length < olds) {
      from.push(token);
    } else if (entry) {
      handler.onEntry(entry, token, from);
      entry = void 0;
      from.length = 0;
    } else if (header2.length > 0) {
      header2.push(token);
      if (header2.length === HEADER_FIELDS) handler.onCommit(parseHeader(header2.splice(0)));
    } else {
      const start = token[0] === 10 ? 1 : 0;
      if (token[start] === COLON4) {
        entry = token.subarray(start);
        const parents = parentCount(entry);
        olds = parents > 1 ? allPaths ? parents : 0 : hasOldPath(entry) ? 1 : 0;
      } else if (token.length > start) header2.push(token.subarray(start));
    }
  };
  const begun = [];
  for await (const chunk of spawnGit([...SHOW_ROOT, ...FORMAT, ...args], options)) {
    begun.push(chunk);
    if (!chunk.includes(0)) continue;
    const data = begun.length > 1 ? Buffer.concat(begun) : chunk;
    let at = 0;
    for (let nul = data.indexOf(0); nul >= 0; nul = data.indexOf(0, at)) {
      onToken(data.subarray(at, nul));
      at = nul + 1;
    }
    begun.splice(0, Infinity, Buffer.from(data.subarray(at)));
    for (const [i, field] of header2.entries()) header2[i] = Buffer.from(field);
    if (entry) entry = Buffer.from(entry);
    for (const [i, path] of from.entries()) from[i] = Buffer.from(path);
  }
}
function parseHeader([id, author, email, time, subject]) {
  return {
    id: String(id).trim(),
    author: fromBytes(author ?? Buffer.alloc(0)),
    email: fromBytes(email ?? Buffer.alloc(0)),
    time: Number(String(time)),
    subject: fromBytes(subject ?? Buffer.alloc(0))
  };
}
function newId(entry, idBytes) {
  const end = entry.lastIndexOf(32);
  return entry.toString("latin1", end - 2 * idBytes, end);
}
function hasOldPath(entry) {
  return entry[1] !== COLON4 && entry[entry.lastIndexOf(32) + 1] === 82;
}
function parentCount(entry) {
  let count3 = 0;
  while (entry[count3] === COLON4) count3++;
  return count3;
}
function parseEntry(entry) {
  const text = entry.toString("latin1");
  const parents = parentCount(entry);
  const fields = text.slice(parents).split(" ");
  return {
    mode: fields[parents] ?? "",
    id: fields[2 * parents + 1] ?? "",
    before: fields.slice(parents + 1, 2 * parents + 1),
    modes: fields.slice(0, parents)
  };
}
var SUBMODULE, RENAMES, ALL_PATHS, MOVES, FORMAT, CHANGES, SHOW_ROOT, HEADER_FIELDS, COLON4;
var init_gitlog = __esm({
  "src/sources/git/gitlog.ts"() {
    "use strict";
    init_path();
    init_spawn();
    SUBMODULE = "160000";
    RENAMES = ["--find-renames=50%", "-l1000"];
    ALL_PATHS = "--combined-all-paths";
    MOVES = ["--find-renames=100%"];
    FORMAT = [
      "log",
      "-z",
      "--no-color",
      "--no-show-signature",
      "--no-mailmap",
      "--no-notes",
      "--no-decorate",
      "--encoding=UTF-8",
      "--format=%H%x00%an%x00%ae%x00%at%x00%s"
    ];
    CHANGES = [
      "--raw",
      "-c",
      "--no-abbrev",
      "--no-ext-diff",
      "--no-textconv",
      "--no-relative",
      "--ignore-submodules=none",
      "-O/dev/null"
    ];
    SHOW_ROOT = ["-c", "log.showRoot=true"];
    HEADER_FIELDS = 5;
    COLON4 = 58;
  }
});

// src/sources/git/brought.ts
function changeOf(entry, path, from = []) {
  const { mode, id, before, modes } = parseEntry(entry);
  const olds = before.map((old, i) => ({ path: from[i] ? fromBytes(from[i]) : path, mode: modes[i], id: old }));
  const unlike = new Map(olds.map((old) => [`${old.mode} ${keyOf3(old)}`, old]));
  return { path, mode, id, before: [...unlike.values()] };
}
function isNone(id) {
  return /^0*$/.test(id);
}
async function readChanges(cwd, changes, limits, handler, ledger, findOrigins, screened) {
  const preimages = (change) => change.before.filter((old) => !isNone(old.id) && old.mode !== SUBMODULE && (handler.counts?.(old, change) ?? true));
  const isNew = (change) => !isNone(change.id) && !preimages(change).some(({ id, path }) => id === change.id && path === change.path);
  const brought = changes.filter((change) => {
    if (change.mode === SUBMODULE) ledger.skip("submodule", change.path, false);
    return change.mode !== SUBMODULE && isNew(change);
  });
  const compared = [];
  const given = /* @__PURE__ */ new Map();
  let next = 0;
  const giveCleanUpTo = (end) => {
    for (; next < end; next++) {
      const change = brought[next];
      const size2 = screened?.clean.get(change.id);
      if (size2 === void 0) continue;
      given.set(keyOf3(change), change);
      handler.onClean?.(change, size2, (next + 1) / brought.length);
    }
  };
  const { isRead, bounds } = afterScreen(screened, limits);
  const read5 = brought.flatMap(({ id }, at) => isRead(id) ? [{ id, at }] : []);
  await streamObjects(
    cwd,
    read5.map(({ id }) => id),
    bounds,
    (object, i) => {
      const { at } = read5[i];
      giveCleanUpTo(at);
      if (!object) return;
      const change = brought[at];
      given.set(keyOf3(change), change);
      if (handler.onContent(change, object.data, (at + 1) / brought.length)) compared.push(change);
    },
    ledger
  );
  giveCleanUpTo(brought.length);
  if (compared.length === 0) return;
  await findOrigins?.(compared);
  const replacing = compared.filter(isNew).map((change) => ({ change, before: preimages(change) }));
  await readReplaced(cwd, replacing, given, { maxSize: limits.maxSize }, handler, ledger);
}
function afterScreen(screened, limits) {
  if (screened && limits.signal?.aborted) return { isRead: (id) => screened.found.has(id), bounds: { maxSize: limits.maxSize } };
  return { isRead: (id) => !screened?.clean.has(id), bounds: limits };
}
function keyOf3({ id, path }) {
  return `${id} ${path}`;
}
async function readReplaced(cwd, changes, given, limits, handler, ledger) {
  const wanted = [];
  const ends2 = [];
  const known = changes.map(({ before }) => {
    const made = [];
    for (const old of before) {
      const madeBy = given.get(keyOf3(old));
      if (madeBy) made.push({ madeBy });
      else wanted.push(old);
    }
    ends2.push(wanted.length);
    return made;
  });
  let next = 0;
  let read5 = [];
  const giveUpTo = (done) => {
    for (; next < changes.length && ends2[next] <= done; next++) {
      handler.onReplaced(changes[next].change, [...known[next], ...read5]);
      read5 = [];
    }
  };
  giveUpTo(0);
  await streamObjects(
    cwd,
    wanted.map(({ id }) => id),
    limits,
    (object, index) => {
      if (object?.type === "blob") read5.push({ id: object.id, path: wanted[index].path, data: object.data });
      giveUpTo(index + 1);
    },
    ledger
  );
}
var init_brought = __esm({
  "src/sources/git/brought.ts"() {
    "use strict";
    init_path();
    init_batch();
    init_gitlog();
  }
});

// src/sources/git/tips.ts
function findObjects(repo, revisions) {
  if (revisions.length === 0) return [];
  const input2 = revisions.map((name) => `${/[\n\0]/.test(name) ? "" : name}
`).join("");
  const { stdout } = runGit(["cat-file", "--batch-check"], { cwd: repo.root, input: input2 });
  const lines3 = stdout.toString("latin1").split("\n");
  return revisions.map((_, i) => {
    const [, id, type] = /^([0-9a-f]{40,64}) (commit|tag|tree|blob) \d+$/.exec(lines3[i] ?? "") ?? [];
    return id === void 0 || type === void 0 ? void 0 : { id, type };
  });
}
async function followTags(repo, objects, limits, ledger) {
  const tips = { commits: [], tags: [], files: [] };
  const seen = /* @__PURE__ */ new Set();
  let next = objects;
  while (next.length > 0) {
    const fresh = next.filter(({ id }) => !seen.has(id) && seen.add(id));
    const ids = (wanted) => fresh.filter(({ type }) => type === wanted).map(({ id }) => id);
    tips.commits.push(...ids("commit"));
    for (const id of ids("blob")) tips.files.push({ path: `object ${id}`, mode: "100644", id, before: [] });
    for (const id of ids("tree")) tips.files.push(...filesIn(repo, id, ledger));
    const targets = [];
    await streamObjects(
      repo.root,
      ids("tag"),
      limits,
      (tag) => {
        if (!tag) return;
        const text = tag.data.toString("latin1");
        tips.tags.push({ id: tag.id, data: tag.data, time: Number(/^tagger .*> (\d+)/m.exec(text)?.[1] ?? 0) });
        targets.push(/^object ([0-9a-f]+)\n/.exec(text)?.[1] ?? "");
      },
      ledger
    );
    next = findObjects(repo, targets).flatMap((object, i) => {
      if (!object) ledger.skip(isDamaged(repo.objectDirs, targets[i]) ? "unreadable" : "missing-object", targets[i], true);
      return object ?? [];
    });
  }
  return tips;
}
function filesIn(repo, tree, ledger) {
  const { status, stdout } = runGit(["ls-tree", "-r", "-z", "--full-tree", tree], { cwd: repo.root });
  if (status !== 0) ledger.skip("unreadable", `tree ${tree}`, true);
  return fromBytes(stdout).split("\0").flatMap((entry) => {
    const [, mode, id, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    return mode && id && path ? { path, mode, id, before: [] } : [];
  });
}
function unknown(repo, name) {
  const { stdout } = runGit(["rev-parse", "--verify", "--quiet", "--end-of-options", name], { cwd: repo.root });
  const id = stdout.toString("latin1").trim();
  if (id !== "" && isDamaged(repo.objectDirs, id))
    throw new UsageError(`${name}: the object ${id} is damaged (git fsck tells what is)`);
  const advice = repo.shallow ? "it is a shallow clone: fetch more of its history" : "if it was pushed over or never fetched, fetch it or name another one";
  throw new UsageError(`${name}: no such commit in ${repo.root} (${advice})`);
}
var init_tips = __esm({
  "src/sources/git/tips.ts"() {
    "use strict";
    init_errors();
    init_path();
    init_batch();
    init_spawn();
  }
});

// src/sources/git/range.ts
async function rangeBlobs(repo, range, handler, ledger, limits) {
  if (!repo.git) throw new UsageError(`${repo.root}: ${REFUSED}`);
  refuseBlocked(repo);
  const name = typeof range === "string" ? range : "what was pushed";
  const resolve12 = typeof range === "string" ? resolveRange(repo, range, limits, ledger) : resolvePushed(repo, range, limits, ledger);
  const { revisions, ends: ends2, named: named2 } = await resolve12;
  for (const tag of named2.tags) handler.onTag?.(tag);
  if (named2.files.length > 0) await readChanges(repo.root, named2.files, limits, handler, ledger);
  if (revisions.length === 0) return 0;
  const related = ends2 ? areRelated(repo, ends2, limits.signal) : Promise.resolve(true);
  related.catch(() => void 0);
  const { screen } = handler;
  const messages = new Messages(repo.root, limits, handler, ledger);
  const expect = (files) => void (messages.wait = screen?.expect(files) ?? false);
  try {
    const onCommit = (commit) => messages.add(commit);
    const brought = await changesOf(repo, name, revisions, { onCommit, expect }, limits, ledger);
    if (!await related) {
      if (!repo.shallow) throw new UsageError(`${name}: the two ends have no history in common`);
      ledger.skip("missing-object", `common history of ${name} (shallow clone)`, true);
    }
    const isHere = repo.promisor ? await presence(repo, ledger) : void 0;
    const changes = isHere ? dropMissing(brought, isHere, ledger) : brought;
    const screened = await screen?.look({ contents: pathsById(changes), messages: messages.waiting.map(({ id }) => id) });
    await messages.finish(screened);
    const findOrigins = async (compared) => {
      await followMoves(repo, compared, changes, ledger);
      if (isHere) for (const change of compared) change.before = change.before.filter(({ id }) => isHere(id));
    };
    if (changes.length > 0) await readChanges(repo.root, changes, limits, handler, ledger, findOrigins, screened);
  } finally {
    messages.stop();
  }
  return messages.count;
}
function pathsById(changes) {
  const paths2 = /* @__PURE__ */ new Map();
  for (const { id, path } of changes) {
    const known = paths2.get(id);
    if (known) known.add(path);
    else paths2.set(id, /* @__PURE__ */ new Set([path]));
  }
  return paths2;
}
async function changesOf(repo, name, revisions, { onCommit, expect }, { signal }, ledger) {
  const boundary = new Set(shallowEnds(repo));
  const seen = /* @__PURE__ */ new Set();
  const changes = [];
  let commit;
  let held = 0;
  const onNext = (next) => {
    if (seen.has(next.id)) return;
    seen.add(next.id);
    commit = next;
    if (boundary.has(next.id)) ledger.skip("missing-object", `parents of ${next.id} (shallow clone)`, true);
    onCommit(next);
  };
  const order = [...revisions, "--reverse", "--date-order", "--"];
  const cut2 = new AbortController();
  const git = { cwd: repo.root, signal: signal ? AbortSignal.any([signal, cut2.signal]) : cut2.signal };
  try {
    await readLog([...CHANGES, "--no-renames", ...order], git, {
      onCommit: onNext,
      onEntry(entry, path) {
        if (boundary.has(commit.id)) return;
        const change = { ...changeOf(entry, fromBytes(path)), commit };
        held += Math.max(1, change.before.length);
        if (held <= MAX_CHANGES) changes.push(change);
        else cut2.abort();
        expect(changes.length);
      }
    });
  } catch (error) {
    if (!(error instanceof GitError) || error.exitCode === null) throw error;
    if (repo.promisor) ledger.skip("missing-object", `trees of ${name} (partial clone: ${error.message})`, true);
    else ledger.skip("unreadable", `${name} (${error.message})`, true);
    const others = { onCommit: onNext, onEntry: () => void 0 };
    await readLog(["--no-patch", ...order], git, others).catch((failure) => {
      if (!(failure instanceof GitError)) throw failure;
    });
  }
  if (cut2.signal.aborted) ledger.skip("too-large", `${name} (more than ${MAX_CHANGES} changed files)`, true);
  return changes;
}
async function followMoves(repo, changes, all, ledger) {
  const moved = /* @__PURE__ */ new Map();
  for (const change of changes)
    if (change.before.some(({ id }) => isNone(id))) moved.set(`${change.commit.id} ${change.path}`, change);
  if (moved.size === 0) return;
  const commits = new Set(Array.from(moved.values(), ({ commit: commit2 }) => commit2.id));
  const input2 = Array.from(commits, (id) => `${id}
`).join("");
  const touched2 = all.filter((change) => commits.has(change.commit.id)).map(({ path }) => path);
  const blocker = attributesBlocker(repo.root, touched2);
  if (blocker !== void 0) ledger.skip("unreadable", blocker, true);
  const renames = repo.promisor || blocker !== void 0 ? MOVES : RENAMES;
  let commit = "";
  try {
    await readLog(
      [...CHANGES, ALL_PATHS, ...renames, "--no-walk=unsorted", "--stdin"],
      { cwd: repo.root, input: input2 },
      {
        onCommit: ({ id }) => void (commit = id),
        onEntry(entry, path, from) {
          const change = moved.get(`${commit} ${fromBytes(path)}`);
          if (change) change.before = changeOf(entry, change.path, from).before;
        }
      }
    );
  } catch (error) {
    if (!(error instanceof GitError) || error.exitCode === null) throw error;
  }
}
async function presence(repo, ledger) {
  const [{ planObjects }, { ObjectIds: ObjectIds2 }] = await Promise.all([import("./sources-git-plan.mjs"), import("./sources-git-ids.mjs")]);
  const ids = new ObjectIds2(planObjects(repo, ledger));
  return (id) => ids.findHex(id) >= 0 || isNone(id);
}
function dropMissing(changes, isHere, ledger) {
  const missing = /* @__PURE__ */ new Set();
  const kept = changes.filter(({ id, mode }) => {
    if (isHere(id) || mode === SUBMODULE) return true;
    missing.add(id);
    return false;
  });
  for (const id of missing) ledger.skip("missing-object", id, true);
  return kept;
}
async function resolveRange(repo, range, limits, ledger) {
  const [, left, dots, right] = /^(.*?)(\.\.\.?)(.*)$/s.exec(range) ?? [];
  const last = dots === void 0 ? range : right || "HEAD";
  const first = left || "HEAD";
  const [end, to, start, from] = findObjects(repo, [last, toCommit(last), first, toCommit(first)]);
  if (!end || !to && (dots !== void 0 || end.type !== "tag")) return unknown(repo, last);
  const named2 = await followTags(repo, dots === "..." && start ? [start, end] : [end], limits, ledger);
  if (dots === void 0) return { revisions: to ? ["--no-walk=sorted", to.id] : [], named: named2 };
  if (!from) {
    if (!repo.shallow || !mayBeCutOff(repo, first)) return unknown(repo, first);
    ledger.skip("missing-object", `${first} (not in this shallow clone)`, true);
    return { revisions: [to.id], named: named2 };
  }
  return { revisions: [`${from.id}${dots}${to.id}`], ends: [from.id, to.id], named: named2 };
}
function mayBeCutOff(repo, name) {
  const later = name.replace(/[~^].*$/s, "");
  return /^[0-9a-f]{7,64}$/.test(later) || later !== name && findObjects(repo, [toCommit(later)])[0] !== void 0;
}
async function areRelated(repo, ends2, signal) {
  try {
    for await (const base of spawnGit(["merge-base", ...ends2], { cwd: repo.root, signal })) if (base.length > 0) return true;
  } catch (error) {
    if (!(error instanceof GitError) || error.exitCode === null) throw error;
  }
  return signal?.aborted === true;
}
async function resolvePushed(repo, pushed, limits, ledger) {
  const { tips, known, refs } = pushed;
  const found2 = findObjects(repo, [...tips, ...known.map(toCommit)]);
  const objects = found2.slice(0, tips.length).flatMap((object, i) => {
    if (!object) ledger.skip(isDamaged(repo.objectDirs, tips[i]) ? "unreadable" : "missing-object", tips[i], true);
    return object ?? [];
  });
  const named2 = await followTags(repo, objects, limits, ledger);
  if (named2.commits.length === 0) return { revisions: [], named: named2 };
  const others = found2.slice(tips.length).flatMap((object) => object?.id ?? []);
  return { revisions: [...named2.commits, "--not", ...others, ...refs === void 0 ? [] : [refs]], named: named2 };
}
var MAX_CHANGES, Messages, toCommit;
var init_range = __esm({
  "src/sources/git/range.ts"() {
    "use strict";
    init_errors();
    init_path();
    init_batch();
    init_brought();
    init_gitlog();
    init_guard();
    init_repo();
    init_spawn();
    init_tips();
    MAX_CHANGES = 5e5;
    Messages = class {
      /** Whether those that come now wait. */
      wait = false;
      waiting = [];
      /** Of all commits. */
      count = 0;
      #read = [];
      #handler;
      #feed;
      #cwd;
      #limits;
      #ledger;
      constructor(cwd, limits, handler, ledger) {
        this.#cwd = cwd;
        this.#limits = limits;
        this.#ledger = ledger;
        this.#handler = handler;
        this.#feed = new ObjectFeed(cwd, limits, this.#giver(this.#read), ledger);
      }
      add(commit) {
        this.count++;
        if (!this.#handler.onCommit) return;
        if (this.wait) this.waiting.push(commit);
        else {
          this.#read.push(commit);
          this.#feed.add(commit.id);
        }
      }
      /** No more will come. @param screened what was seen of those that waited */
      async finish(screened) {
        await this.#feed.finish();
        const { isRead, bounds } = afterScreen(screened, this.#limits);
        const left = this.waiting.filter(({ id }) => isRead(id));
        const ids = left.map(({ id }) => id);
        await streamObjects(this.#cwd, ids, bounds, this.#giver(left), this.#ledger);
      }
      /** Gives messages of some commits, in their order. */
      #giver(commits) {
        return (object, index) => {
          if (object) this.#handler.onCommit?.(commits[index], object.data);
        };
      }
      stop() {
        this.#feed.stop();
      }
    };
    toCommit = (name) => `${name}^{commit}`;
  }
});

// src/sources/git/messages.ts
function idsEnd(data) {
  let at = 0;
  for (let word = /^tree [0-9a-f]+$/i; word.test(data.toString("latin1", at, lineEnd2(data, at))); word = /^parent [0-9a-f]+$/i)
    at = Math.min(data.length, lineEnd2(data, at) + 1);
  return at;
}
function eachPart(data, head, onPart) {
  let from = head;
  let end = head;
  for (let isSignature = false; end < data.length && data[end] !== LF9; end = Math.min(data.length, lineEnd2(data, end) + 1)) {
    const isPart2 = isSignature && data[end] === SPACE8;
    if (isSignature && !isPart2) from = end;
    const begins = beginsWith(data, end, SIGNATURE);
    if (begins && !isSignature && end > from) onPart(from, end);
    isSignature = begins || isPart2;
    if (isSignature) from = Math.min(data.length, lineEnd2(data, end) + 1);
  }
  if (from < end) onPart(from, end);
  if (end + 1 < data.length) onPart(end + 1, data.length);
}
function lineEnd2(data, at) {
  let end = at;
  while (end < data.length && data[end] !== LF9) end++;
  return end;
}
function beginsWith(data, at, word) {
  for (let i = 0; i < word.length; i++) if (data[at + i] !== word[i]) return false;
  return true;
}
var SIGNATURE, LF9, SPACE8, tagStart, messageStart;
var init_messages = __esm({
  "src/sources/git/messages.ts"() {
    "use strict";
    SIGNATURE = Buffer.from("gpgsig");
    [LF9, SPACE8] = [10, 32];
    tagStart = (data) => data.indexOf("\ntag ") + 1;
    messageStart = (data, head) => data[head] === LF9 ? head + 1 : data.indexOf("\n\n", head) + 2;
  }
});

// src/sources/git/staged.ts
async function stagedBlobs(cwd, handler, ledger, limits) {
  const folders = foldersOf({ cwd });
  if (folders) refuseBlocked({ ...folders, objectDirs: objectDirectories(folders.commonDir) });
  const { answer, changes, conflicts } = compare2(cwd, ledger);
  succeed(answer, cwd);
  if (changes.length > 0) for (const parent of mergeHeads(cwd)) addParent(changes, parent, cwd, ledger);
  if (conflicts.length > 0) for (const change of conflicting(cwd, conflicts)) changes.push(change);
  if (changes.length > 0) await readChanges(cwd, changes, limits, handler, ledger);
}
function compare2(cwd, ledger, ...commit) {
  const ask = (renames) => read4(runGit([...NO_IGNORES, ...DIFF, ...renames, ...commit], { cwd, timeout: TIMEOUT3 }));
  const simple = ask(MOVES);
  const { changes } = simple;
  const added = changes.filter(({ before }) => before.every(({ id }) => isNone(id)));
  const removed = changes.filter(({ id }) => isNone(id));
  if (simple.answer.status !== 0 || added.length === 0 || removed.length === 0) return simple;
  const blocker = attributesBlocker(
    cwd,
    [...added, ...removed].map(({ path }) => path)
  );
  if (blocker !== void 0) {
    ledger.skip("unreadable", blocker, true);
    return simple;
  }
  const compared = ask(RENAMES);
  return compared.answer.status === 0 ? compared : simple;
}
function read4(answer) {
  const fields = split2(answer.stdout);
  const changes = [];
  const conflicts = [];
  for (let i = 0; i + 1 < fields.length; i++) {
    const entry = fields[i];
    const from = fields[++i];
    const path = fromBytes(hasOldPath(entry) ? fields[++i] : from);
    const change = changeOf(entry, path, [from]);
    if (entry.at(-1) === 85) for (const old of change.before) conflicts.push(old);
    else changes.push(change);
  }
  return { answer, changes, conflicts };
}
function addParent(changes, parent, cwd, ledger) {
  const compared = compare2(cwd, ledger, parent);
  if (compared.answer.status !== 0) return;
  const there = new Map(compared.changes.map(({ path, before }) => [path, before]));
  for (const { path, mode, id, before } of changes) before.push(...there.get(path) ?? [{ path, mode, id }]);
}
function succeed(answer, cwd) {
  if (answer.status === 0) return answer;
  const { git, promisor } = openRepo(cwd);
  if (!git) throw new UsageError(`${cwd}: ${REFUSED}`);
  const partial = promisor ? " (a partial clone, and not all of HEAD was fetched: git status does that)" : "";
  const said2 = complaintIn(answer.stderr) || (answer.status === null ? "it took too long" : `exit code ${answer.status}`);
  throw new UsageError(`${cwd}: git diff failed: ${said2}${partial}`);
}
function split2(data) {
  const fields = [];
  let at = 0;
  for (let nul = data.indexOf(0); nul >= 0; nul = data.indexOf(0, at)) {
    fields.push(data.subarray(at, nul));
    at = nul + 1;
  }
  return fields;
}
function conflicting(cwd, head) {
  const { stdout } = succeed(runGit(["ls-files", "-u", "-z", "--full-name", ":/"], { cwd }), cwd);
  const theirs = [];
  const bases = /* @__PURE__ */ new Set();
  for (const entry of split2(stdout)) {
    const tab = entry.indexOf(9);
    const [mode = "", id = "", stage] = entry.toString("latin1", 0, tab).split(" ");
    const path = fromBytes(entry.subarray(tab + 1));
    if (stage === "1") bases.add(path);
    if (stage === "3") theirs.push({ path, mode, id, before: [] });
  }
  const ours = new Map(head.filter(({ id }) => !isNone(id)).map((old) => [old.path, old]));
  const taken = new Set(theirs.map(({ path }) => path));
  const moved = [...ours.values()].filter(({ path }) => !bases.has(path) && !taken.has(path));
  for (const { path, id, before } of theirs) {
    const other = moved.find((old2) => old2.id === id) ?? (moved.length === 1 ? moved[0] : void 0);
    const old = ours.get(path) ?? (bases.has(path) ? void 0 : other);
    if (old) before.push(old);
  }
  return theirs;
}
var DIFF, NO_IGNORES, TIMEOUT3;
var init_staged = __esm({
  "src/sources/git/staged.ts"() {
    "use strict";
    init_errors();
    init_path();
    init_brought();
    init_gitlog();
    init_gitdir();
    init_guard();
    init_reffiles();
    init_repo();
    init_spawn();
    DIFF = [
      "diff",
      "--cached",
      "--raw",
      "-z",
      "--no-abbrev",
      "--no-ext-diff",
      "--no-textconv",
      "--no-color",
      "--no-relative",
      "--ignore-submodules=none",
      "--ita-invisible-in-index",
      "-O/dev/null"
    ];
    NO_IGNORES = ["-c", "core.excludesFile=/dev/null"];
    TIMEOUT3 = 12e4;
  }
});

// src/pipeline/added.ts
function addedMatches(matches3, before, isAccepted) {
  const placesOf4 = (all) => all.map((match) => ({ match, accepted: isAccepted(match) }));
  const places2 = placesOf4(matches3);
  let added = new Set(places2);
  for (const old of before) {
    const unpaired = unpairedPlaces(places2, placesOf4(old));
    added = new Set([...added].filter((place2) => unpaired.has(place2)));
  }
  return Array.from(added, ({ match }) => match);
}
function unpairedPlaces(places2, before) {
  const left = new Set(places2);
  const old = new Set(before);
  const pair = (likeness, was, is) => {
    const alike = groupBy(
      [...old].filter(({ accepted }) => accepted === was),
      ({ match }) => likeness(match)
    );
    for (const place2 of left) {
      const found2 = place2.accepted === is ? alike.get(likeness(place2.match))?.shift() : void 0;
      if (found2 && old.delete(found2)) left.delete(place2);
    }
  };
  for (const likeness of LIKENESSES) {
    pair(likeness, false, false);
    pair(likeness, true, true);
    pair(likeness, false, true);
  }
  return left;
}
var LIKENESSES;
var init_added = __esm({
  "src/pipeline/added.ts"() {
    "use strict";
    init_group();
    LIKENESSES = [
      (match) => `${secretKey(match)}\0${match.frame.text}`,
      // What is written behind a secret may be the comment that accepts it.
      (match) => `${secretKey(match)}\0${match.frame.text.slice(0, match.frame.start)}`,
      secretKey
    ];
  }
});

// src/pipeline/objects.ts
var ObjectScanner;
var init_objects2 = __esm({
  "src/pipeline/objects.ts"() {
    "use strict";
    init_encoding();
    init_engine();
    init_position();
    init_resolve();
    init_reader();
    init_file();
    ObjectScanner = class {
      reach;
      looks;
      whole = false;
      /** Objects in its memory are scanned where they are; others are copied first. */
      core;
      #detector;
      #catalogue;
      #narrowed = Buffer.alloc(0);
      /** @param room bytes that are left in the memory of `core` for others */
      constructor(catalogue, room2 = 0) {
        this.#catalogue = catalogue;
        this.#detector = new Detector(catalogue, room2);
        this.reach = this.#detector.reach;
        this.looks = this.#detector.looks;
        this.core = this.#detector.core;
      }
      scan(data, start, end, part) {
        const encoding = detectEncoding(data, start, end);
        this.whole = encoding === "utf-16le" || encoding === "utf-16be";
        return this.whole ? this.#scanWide(data, start, end, encoding) : this.#detector.scan(data, start, end, part);
      }
      settle(data, asked, count3) {
        return this.#detector.settle(data, asked, count3);
      }
      #scanWide(data, start, end, encoding) {
        const from = start + bomLength(data, start, end, encoding);
        const size2 = Math.ceil((end - from) / 2) + 2 * PAD2;
        if (this.#narrowed.length < size2) this.#narrowed = Buffer.alloc(size2);
        const stop = narrow(data, from, end, encoding, this.#narrowed, PAD2);
        const hits = this.#detector.scan(this.#narrowed, PAD2, stop);
        const wide = (at) => from + 2 * (at - PAD2);
        for (const hit of hits) [hit.start, hit.end] = [wide(hit.start), wide(hit.end)];
        return hits;
      }
      /** What an object's hits say. */
      read(data, start, end, found2) {
        const encoding = detectEncoding(data, start, end);
        const binary = encoding === "binary";
        const allowed = found2.filter((hit) => hit.rule >= 0 && (!binary || this.#catalogue.rule(hit.rule).structured));
        return readHits(this.#catalogue, resolve(allowed, this.#catalogue), { data, start, offset: 0 }, encoding);
      }
      /** The matches of what was read in an object, told at `path`. */
      place(data, start, end, unplaced, path) {
        const encoding = detectEncoding(data, start, end);
        const positions = new Positions(data, start + bomLength(data, start, end, encoding), end, encoding);
        return placeMatches(unplaced, { data, start, end, offset: 0 }, positions, encoding, path);
      }
      /** The matches of an object's hits, told at `path`. */
      matches(data, start, end, found2, path) {
        return this.place(data, start, end, this.read(data, start, end, found2), path);
      }
    };
  }
});

// src/sources/git/ids.ts
function equal(a, aAt, b, bAt, length) {
  for (let i = 0; i < length; i++) if (a[aAt + i] !== b[bAt + i]) return false;
  return true;
}
function packOf(firstNode, node) {
  let low = 0;
  let high = firstNode.length - 2;
  while (low < high) {
    const middle = low + high + 1 >>> 1;
    if (firstNode[middle] <= node) low = middle;
    else high = middle - 1;
  }
  return low;
}
var PackedIds, ObjectIds;
var init_ids = __esm({
  "src/sources/git/ids.ts"() {
    "use strict";
    init_packindex();
    PackedIds = class {
      /** Open addressing over numbers + 1, shared. Empty for a single pack: its index is fast enough. */
      slots;
      #indexes;
      #firstNode;
      #idBytes;
      constructor(indexes, firstNode, idBytes, slots = new Int32Array(0)) {
        this.#indexes = indexes;
        this.#firstNode = firstNode;
        this.#idBytes = idBytes;
        this.slots = slots;
      }
      /** Fills the table with the objects that are wanted in it. Of several copies the first is kept, the others are told. */
      index(isWanted, onDuplicate) {
        if (this.#indexes.length === 1) return;
        const count3 = this.#firstNode[this.#indexes.length];
        this.slots = new Int32Array(new SharedArrayBuffer(4 * 2 ** Math.ceil(Math.log2(2 * count3 + 2))));
        for (const [pack, { data, ids, stride }] of this.#indexes.entries()) {
          const last = this.#firstNode[pack + 1];
          for (let number = this.#firstNode[pack], at = ids; number < last; number++, at += stride) {
            if (!isWanted(number)) continue;
            const slot = this.#slot(data, at);
            if (this.slots[slot] === 0) this.slots[slot] = number + 1;
            else onDuplicate(number);
          }
        }
      }
      /** Number of the object whose id begins at `at`, or -1. */
      find(id, at) {
        const only = this.#indexes.length === 1 ? this.#indexes[0] : void 0;
        if (only) return findInIndex(only, id, at, this.#idBytes);
        return this.slots.length === 0 ? -1 : this.slots[this.#slot(id, at)] - 1;
      }
      /** As `find` for at most MOST_AT_ONCE ids that stand one after the other in `all`; the numbers go to `found`. */
      findAll(all, count3, found2) {
        const only = this.#indexes.length === 1 ? this.#indexes[0] : void 0;
        if (only) findAllInIndex(only, all, count3, this.#idBytes, found2);
        else for (let i = 0; i < count3; i++) found2[i] = this.find(all, i * this.#idBytes);
      }
      /** The id of a number. */
      id(number) {
        const pack = packOf(this.#firstNode, number);
        const { data, ids, stride } = this.#indexes[pack];
        const at = ids + (number - this.#firstNode[pack]) * stride;
        return Buffer.from(data.buffer, data.byteOffset + at, this.#idBytes);
      }
      /** Whether a number is that of the id which begins at `at`. */
      isId(number, id, at) {
        const pack = packOf(this.#firstNode, number);
        const { data, ids, stride } = this.#indexes[pack];
        return equal(data, ids + (number - this.#firstNode[pack]) * stride, id, at, this.#idBytes);
      }
      #slot(id, at) {
        const mask2 = this.slots.length - 1;
        let slot = (id[at] | id[at + 1] << 8 | id[at + 2] << 16 | id[at + 3] << 24) & mask2;
        for (let entry = this.slots[slot]; entry !== 0; entry = this.slots[slot]) {
          if (this.isId(entry - 1, id, at)) break;
          slot = slot + 1 & mask2;
        }
        return slot;
      }
    };
    ObjectIds = class {
      /** Numbers are less than this. */
      count;
      #plan;
      #packedCount;
      #packed;
      #idBytes;
      /** Loose objects by id, for there are few next to those in packs. */
      #loose = /* @__PURE__ */ new Map();
      constructor(plan) {
        const { firstNode, loose, packs, repo, slots } = plan;
        this.#plan = plan;
        this.#idBytes = repo.idBytes;
        this.#packed = new PackedIds(
          packs.map((pack) => pack.index),
          firstNode,
          repo.idBytes,
          slots
        );
        this.#packedCount = firstNode[packs.length];
        this.count = this.#packedCount + loose.count;
        for (let i = 0; i < loose.count; i++) this.#loose.set(this.hex(this.ofLoose(i)), this.ofLoose(i));
      }
      /** Number of a packed entry. */
      ofNode(node) {
        const { firstNode, positions } = this.#plan;
        return firstNode[packOf(firstNode, node)] + positions[node];
      }
      /** The packed entry of a number, -1 where it has none. */
      nodeOf(number) {
        if (number < 0 || number >= this.#packedCount) return -1;
        const { firstNode, offsets, packs, positions } = this.#plan;
        const pack = packOf(firstNode, number);
        const position = number - firstNode[pack];
        const offset = offsetAt(packs[pack].index, position, this.#idBytes);
        const end = firstNode[pack + 1];
        let [low, high] = [firstNode[pack], end];
        while (low < high) {
          const middle = Math.floor((low + high) / 2);
          if (offsets[middle] < offset) low = middle + 1;
          else high = middle;
        }
        while (low < end && positions[low] !== position) low++;
        return low < end ? low : -1;
      }
      /** Number of the loose object at position `i` of the list. */
      ofLoose(i) {
        return this.#packedCount + i;
      }
      /** Number of the object whose id begins at `at` of `data`; -1 when it is not in the store. Of copies, the first. */
      find(data, at) {
        const packed = this.#packed.find(data, at);
        return packed < 0 ? this.#findLoose(data, at) : packed;
      }
      /** As `find` for at most MOST_AT_ONCE ids that stand one after the other in `all`; the numbers go to `found`. */
      findAll(all, count3, found2) {
        this.#packed.findAll(all, count3, found2);
        for (let i = 0; i < count3; i++) if (found2[i] < 0) found2[i] = this.#findLoose(all, i * this.#idBytes);
      }
      #findLoose(data, at) {
        if (this.#loose.size === 0) return -1;
        return this.#loose.get(Buffer.from(data.buffer, data.byteOffset + at, this.#idBytes).toString("hex")) ?? -1;
      }
      findHex(id) {
        return id.length === 2 * this.#idBytes ? this.find(Buffer.from(id, "hex"), 0) : -1;
      }
      /** Hex id of a number. */
      hex(number) {
        if (number < this.#packedCount) return this.#packed.id(number).toString("hex");
        return Buffer.from(this.#plan.loose.ids.buffer, (number - this.#packedCount) * this.#idBytes, this.#idBytes).toString("hex");
      }
    };
  }
});

// src/sources/git/claims.ts
function claimsFor(count3) {
  return new Int32Array(new SharedArrayBuffer(4 * (count3 + 1)));
}
function* claim(claims) {
  const count3 = claims.length - 1;
  const comer = Atomics.add(claims, 0, 1);
  const step2 = comer % 2 === 0 ? 1 : -1;
  let at = Math.floor(partOf(comer >> 1) * count3) - comer % 2;
  for (let i = 0; i < count3; i++, at += step2) {
    const piece = (at + count3) % count3;
    if (Atomics.exchange(claims, piece + 1, 1) === 0) yield piece;
  }
}
function partOf(number) {
  let part = 0;
  for (let share2 = 0.5, rest = number; rest > 0; share2 /= 2, rest >>= 1) if ((rest & 1) === 1) part += share2;
  return part;
}
var init_claims = __esm({
  "src/sources/git/claims.ts"() {
    "use strict";
  }
});

// src/sources/git/forest.ts
var EACH, WINDOW, partsOf, Forest2;
var init_forest2 = __esm({
  "src/sources/git/forest.ts"() {
    "use strict";
    init_core();
    EACH = 64;
    WINDOW = 512 * 1024;
    partsOf = (count3) => ({
      offsets: 8 * count3,
      weights: 8 * count3,
      parents: 4 * count3,
      order: 4 * count3,
      spare: 4 * count3,
      firstChild: 4 * count3,
      nextSibling: 4 * count3,
      types: count3,
      window: WINDOW
    });
    Forest2 = class {
      /** By node: offset in its pack; what it is made from, less than 0 where that is none of the nodes; its type, 0 when unknown. */
      offsets;
      parents;
      types;
      /** By node: bytes in the pack, with those of all nodes below it, and EACH for each. */
      weights;
      #core;
      /** Addresses of the parts. */
      #at;
      /** Nodes that are in order. */
      #ordered = 0;
      /** @param room how many nodes there may be */
      constructor(room2) {
        const parts = partsOf(room2);
        const core = new Core(partsSize(parts));
        this.#core = core;
        this.#at = core.place(parts);
        this.offsets = core.doubles(this.#at.offsets, room2);
        this.weights = core.doubles(this.#at.weights, room2);
        this.parents = core.numbers(this.#at.parents, room2);
        this.types = core.bytes(this.#at.types, room2);
      }
      /** Nodes, as many as there is room for at first. */
      get count() {
        return this.types.length;
      }
      /** Leaves out nodes from `count` on. */
      limit(count3) {
        this.offsets = this.offsets.subarray(0, count3);
        this.parents = this.parents.subarray(0, count3);
        this.types = this.types.subarray(0, count3);
      }
      /** For the entries of a pack, which are the nodes `[first, end)`. */
      plot(first, end) {
        const { offsets, weights, order, types, parents, window } = this.#at;
        return {
          core: this.#core,
          count: end - first,
          offsets: offsets + 8 * first,
          weights: weights + 8 * first,
          order: order + 4 * first,
          types: types + first,
          parents: parents + 4 * first,
          window: this.#core.bytes(window, WINDOW)
        };
      }
      /** Weighs the nodes `[from, to)` of a pack by themselves; the last one's entry ends at `end`. */
      weigh(from, to, end) {
        const { offsets, weights } = this.#at;
        this.#core.exports.weighEntries(offsets + 8 * from, to - from, end, EACH, weights + 8 * from);
      }
      /**
       * Adds up the weights of what is below each node, and gives every node the type of its root.
       * @returns nodes on a cycle and what is made from them, marked with 1: these are lost, and of no type
       */
      spread() {
        const { count: count3 } = this;
        const { exports: exports2 } = this.#core;
        const { parents, order, spare, weights, types } = this.#at;
        this.#ordered = exports2.orderForest(parents, count3, order, spare);
        exports2.spreadForest(order, this.#ordered, parents, weights, types);
        const lost = new Uint8Array(count3);
        if (this.#ordered === count3) return lost;
        const ordered = this.#order();
        lost.fill(1);
        for (const node of ordered) lost[node] = 0;
        for (const node of ordered.toReversed()) {
          const parent = this.parents[node];
          if (parent >= 0 && lost[parent] === 1) lost[node] = 1;
        }
        return lost;
      }
      /**
       * Marks as idle what has, with all below it, an earlier copy.
       * @returns nodes of no type, those made from others before these
       */
      settle() {
        const { order, parents, types, spare } = this.#at;
        const unknown2 = this.#core.exports.settleForest(order, this.#ordered, parents, types, this.count, spare);
        return unknown2 === 0 ? new Int32Array(0) : this.#order().filter((node) => this.types[node] === 0);
      }
      /** Children as linked lists in order of offset, but the heaviest last: the first one of each node, and the next of each child, or -1. */
      link() {
        const { parents, weights, spare, firstChild, nextSibling } = this.#at;
        this.#core.exports.linkForest(parents, weights, this.count, spare, firstChild, nextSibling);
        return {
          firstChild: this.#core.numbers(firstChild, this.count),
          nextSibling: this.#core.numbers(nextSibling, this.count)
        };
      }
      /**
       * Roots that are not idle, and are known.
       * @param trees those of trees, or all others
       */
      roots(trees) {
        const { parents, types, spare } = this.#at;
        const count3 = this.#core.exports.listRoots(parents, types, this.count, trees ? 1 : 0, spare);
        return this.#core.numbers(spare, count3).slice();
      }
      #order() {
        return this.#core.numbers(this.#at.order, this.#ordered);
      }
    };
  }
});

// src/sources/git/packentries.ts
function sortOffsets({ core, count: count3, offsets, weights, order }, unsorted, most, positions) {
  const { exports: exports2 } = core;
  core.doubles(offsets, count3).set(unsorted);
  exports2.beginSort(most);
  inSteps(count3, (from, to) => exports2.countOffsets(offsets, from, to));
  const buckets2 = exports2.placeBuckets();
  inSteps(count3, (from, to) => exports2.spreadOffsets(offsets, from, to, weights));
  inSteps(buckets2, (from, to) => exports2.sortBuckets(from, to, weights, offsets, order), BUCKET_STEP);
  positions.set(core.numbers(order, count3));
}
function* readHeaders(fd, entries, plot, idBytes) {
  const { file, foreign } = entries;
  const { core, count: count3, window } = plot;
  const offsets = core.doubles(plot.offsets, count3);
  const types = core.bytes(plot.types, count3);
  const parents = core.numbers(plot.parents, count3);
  const end = file.size - file.trailer;
  let from = 0;
  let filled = 0;
  let isLast = false;
  let nextStep = STEP3;
  const isBeyond = (offset) => !isLast && offset + MAX_HEADER2 > from + filled;
  for (let i = 0; i < count3; ) {
    const offset = offsets[i];
    if (offset > nextStep) {
      yield;
      nextStep = offset + STEP3;
    }
    if (isBeyond(offset)) {
      from = offset;
      filled = (0, import_node_fs18.readSync)(fd, window, 0, window.length, from);
      isLast = filled < window.length;
    }
    i = core.exports.readHeaders(
      i,
      count3,
      plot.offsets,
      end,
      window.byteOffset,
      from,
      filled,
      isLast ? 1 : 0,
      plot.types,
      plot.parents
    );
    if (i === count3 || isBeyond(offsets[i])) continue;
    const id = baseId(window, offsets[i] - from, Math.min(filled, (offsets[i + 1] ?? end) - from), idBytes);
    const position = id ? findInIndex(file.index, id, 0, idBytes) : -1;
    parents[i] = position >= 0 ? entries.numbers[position] : id ? FOREIGN_PARENT : BROKEN2;
    if (id && position < 0) foreign.set(i, id);
    types[i] = 0;
    i++;
  }
}
function baseId(window, at, end, idBytes) {
  try {
    readEntryHeader(window, at, end, idBytes, header);
    return Buffer.from(window.subarray(header.baseId, header.baseId + idBytes));
  } catch {
    return void 0;
  }
}
var import_node_fs18, FOREIGN_PARENT, BROKEN2, PackEntries, BUCKET_STEP, STEP3, header;
var init_packentries = __esm({
  "src/sources/git/packentries.ts"() {
    "use strict";
    import_node_fs18 = require("node:fs");
    init_core();
    init_packfile();
    init_packindex();
    FOREIGN_PARENT = -2;
    BROKEN2 = -3;
    PackEntries = class {
      file;
      /** Position of each entry's object in the index. */
      positions;
      /** Ids of the bases of FOREIGN_PARENT entries, by entry number. */
      foreign = /* @__PURE__ */ new Map();
      #numbers;
      constructor(file, positions) {
        this.file = file;
        this.positions = positions;
      }
      /** By position in the index the entry; of most packs nobody asks. */
      get numbers() {
        if (!this.#numbers) {
          this.#numbers = new Int32Array(this.positions.length);
          for (let i = 0; i < this.positions.length; i++) this.#numbers[this.positions[i]] = i;
        }
        return this.#numbers;
      }
    };
    BUCKET_STEP = 1 << 5;
    STEP3 = 2 ** 25;
    header = { type: 0, size: 0, back: 0, baseId: 0, at: 0 };
  }
});

// src/sources/git/packlist.ts
function* readPacks(objectDirs, idBytes, ledger) {
  const lose = (stem) => ledger.skip("unreadable", `${stem}.pack`, true);
  const indexed = [];
  for (const stem of listPacks(objectDirs, ledger)) {
    try {
      indexed.push(readIndex(stem, idBytes, ledger));
    } catch {
      lose(stem);
    }
    yield;
  }
  const room2 = indexed.reduce((sum, { file }) => sum + file.index.count, 0);
  const forest = new Forest2(room2);
  const positions = new Uint32Array(new SharedArrayBuffer(4 * room2));
  const packs = [];
  const firstNode = [0];
  for (const pack of indexed) {
    const first = firstNode.at(-1);
    const end = first + pack.file.index.count;
    try {
      packs.push(yield* readEntries2(pack, forest.plot(first, end), positions.subarray(first, end), idBytes));
      firstNode.push(end);
    } catch {
      lose(pack.stem);
    }
  }
  const count3 = firstNode.at(-1);
  forest.limit(count3);
  return { packs, firstNode: Float64Array.from(firstNode), forest, positions: positions.subarray(0, count3) };
}
function listPacks(objectDirs, ledger) {
  return objectDirs.flatMap((dir) => {
    const folder = (0, import_node_path13.join)(dir, "pack");
    const names4 = new Set(listFolder(folder, ledger).sort());
    for (const name of names4) {
      if (name.endsWith(".pack") && !names4.has(`${stemOf(name)}.idx`)) ledger.skip("unreadable", (0, import_node_path13.join)(folder, name), true);
    }
    const indexes = [...names4].filter((name) => name.endsWith(".idx"));
    return indexes.map((name) => (0, import_node_path13.join)(folder, stemOf(name)));
  });
}
function estimateObjects(objectDirs, idBytes) {
  let packed = 0;
  let loose = 0;
  for (const dir of objectDirs) {
    const folder = (0, import_node_path13.join)(dir, "pack");
    for (const name of listFolder(folder))
      if (name.endsWith(".idx")) packed += (0, import_node_fs19.statSync)((0, import_node_path13.join)(folder, name), { throwIfNoEntry: false })?.size ?? 0;
    loose += listFolder((0, import_node_path13.join)(dir, "17")).length;
  }
  return Math.floor(packed / (idBytes + 8)) + 256 * loose;
}
function readIndex(stem, idBytes, ledger) {
  const path = `${stem}.pack`;
  const { fd, size: size2 } = openFile(path);
  const head = Buffer.alloc(12);
  try {
    if (size2 > MAX_PACK) throw new MalformedError("pack is larger than any");
    if ((0, import_node_fs19.readSync)(fd, head, 0, 12, 0) < 12 || head.toString("latin1", 0, 4) !== "PACK") throw new MalformedError("not a pack");
  } finally {
    (0, import_node_fs19.closeSync)(fd);
  }
  const version = head.readUInt32BE(4);
  if (version !== 2 && version !== 3) throw new MalformedError(`pack version ${version}`);
  const { index, offsets } = readPackIndex(readShared(`${stem}.idx`, idBytes), idBytes, size2);
  if (head.readUInt32BE(8) > index.count) ledger.skip("unreadable", `${path} (objects that its index does not name)`, true);
  return { stem, file: { path, size: size2, trailer: idBytes, index }, offsets };
}
function* readEntries2({ stem, file, offsets }, plot, positions, idBytes) {
  const { fd, size: size2 } = openFile(file.path);
  try {
    if (size2 < file.size) throw new MalformedError("pack is shorter than it was");
    if (!readReverse(`${stem}.rev`, plot, offsets, positions, idBytes)) sortOffsets(plot, offsets, file.size, positions);
    yield;
    const entries = new PackEntries(file, positions);
    yield* readHeaders(fd, entries, plot, idBytes);
    return entries;
  } finally {
    (0, import_node_fs19.closeSync)(fd);
  }
}
function readShared(path, idBytes) {
  const { fd, size: size2 } = openFile(path);
  try {
    const head = Buffer.alloc(INDEX_HEAD);
    if (size2 > indexLimit(head.subarray(0, (0, import_node_fs19.readSync)(fd, head, 0, head.length, 0)), idBytes))
      throw new MalformedError("index is larger than its objects need");
    const data = Buffer.from(new SharedArrayBuffer(size2));
    let filled = 0;
    for (let read5 = -1; read5 !== 0 && filled < data.length; filled += read5)
      read5 = (0, import_node_fs19.readSync)(fd, data, filled, data.length - filled, filled);
    if (filled < data.length) throw new MalformedError("index is shorter than it was");
    return data;
  } finally {
    (0, import_node_fs19.closeSync)(fd);
  }
}
function readReverse(path, plot, unsorted, positions, idBytes) {
  const { core, count: count3 } = plot;
  const length = 12 + 4 * count3 + 2 * idBytes;
  const data = Buffer.alloc(length);
  try {
    const { fd, size: size2 } = openFile(path);
    try {
      if (size2 !== length || (0, import_node_fs19.readSync)(fd, data, 0, length, 0) < length) return false;
    } finally {
      (0, import_node_fs19.closeSync)(fd);
    }
  } catch {
    return false;
  }
  if (data.toString("latin1", 0, 4) !== "RIDX" || data.readUInt32BE(4) !== 1) return false;
  const offsets = core.doubles(plot.offsets, count3);
  for (let i = 0, last = -1; i < count3; i++) {
    const position = data.readUInt32BE(12 + 4 * i);
    const offset = unsorted[position] ?? -1;
    if (offset <= last) return false;
    positions[i] = position;
    offsets[i] = offset;
    last = offset;
  }
  return true;
}
function listLoose(objectDirs, idBytes, ledger) {
  const names4 = [];
  const dirs = [];
  const seen = /* @__PURE__ */ new Set();
  const rest = new RegExp(`^[0-9a-f]{${2 * idBytes - 2}}$`);
  for (const [number, dir] of objectDirs.entries()) {
    for (const fan of listFolder(dir, ledger).sort()) {
      if (!/^[0-9a-f]{2}$/.test(fan)) continue;
      for (const name of listFolder((0, import_node_path13.join)(dir, fan), ledger).sort()) {
        if (!rest.test(name) || objectDirs.length > 1 && seen.has(fan + name)) continue;
        if (objectDirs.length > 1) seen.add(fan + name);
        names4.push(fan + name);
        dirs.push(number);
      }
    }
  }
  const ids = new Uint8Array(new SharedArrayBuffer(names4.length * idBytes));
  for (const [i, name] of names4.entries()) ids.set(Buffer.from(name, "hex"), i * idBytes);
  const types = new Uint8Array(new SharedArrayBuffer(names4.length));
  return { count: names4.length, ids, dirs: Uint8Array.from(dirs), types };
}
var import_node_fs19, import_node_path13, MAX_PACK, stemOf, listFolder;
var init_packlist = __esm({
  "src/sources/git/packlist.ts"() {
    "use strict";
    import_node_fs19 = require("node:fs");
    import_node_path13 = require("node:path");
    init_gitdir();
    init_forest2();
    init_packentries();
    init_packindex();
    MAX_PACK = 2 ** 40;
    stemOf = (name) => name.replace(/\.[^.]*$/, "");
    listFolder = (folder, ledger) => listEntries(folder, ledger).map(({ name }) => name);
  }
});

// src/sources/git/plan.ts
function* planSteps(repo, ledger) {
  const { packs, firstNode, forest, positions } = yield* readPacks(repo.objectDirs, repo.idBytes, ledger);
  const { count: count3 } = forest;
  for (const [i, { file }] of packs.entries()) forest.weigh(firstNode[i], firstNode[i + 1], file.size - file.trailer);
  const ids = new NodeTable(packs, firstNode, repo.idBytes);
  yield;
  joinForests(packs, firstNode, ids, forest.parents);
  yield;
  const lost = forest.spread();
  const duplicates = ids.index(forest.types);
  yield;
  const deferred = toShared(forest.settle().filter((node) => lost[node] === 0 && ids.find(ids.id(node), 0) < 0));
  yield;
  const loose = dropPacked(listLoose(repo.objectDirs, repo.idBytes, ledger), ids, repo.idBytes);
  tellLost(lost, ids, loose, ledger);
  yield;
  const { firstChild, nextSibling } = forest.link();
  const { roots, chunks, treeChunks } = cut(forest);
  if (deferred.length > 0) chunks.push({ kind: "deferred", from: 0, to: deferred.length, weight: deferred.length });
  for (let at = 0; at < loose.count; at += LOOSE_CHUNK) {
    const to = Math.min(loose.count, at + LOOSE_CHUNK);
    const chunk = { kind: "loose", from: at, to, weight: to - at };
    chunks.push(chunk);
    treeChunks.push(chunk);
  }
  return {
    repo,
    packs: packs.map((pack) => pack.file),
    firstNode,
    offsets: copied(forest.offsets, new Float64Array(shared(8 * count3))),
    positions,
    types: copied(forest.types, new Uint8Array(shared(count3))),
    parents: toShared(forest.parents),
    firstChild: toShared(firstChild),
    nextSibling: toShared(nextSibling),
    roots,
    chunks,
    treeChunks,
    claims: claimsFor(chunks.length),
    treeClaims: claimsFor(treeChunks.length),
    deferred,
    slots: ids.packed.slots,
    loose,
    work: [...chunks, ...treeChunks].reduce((sum, { weight }) => sum + weight, 0),
    total: count3 - duplicates + loose.count,
    control: new Int32Array(shared(CONTROL))
  };
}
function entryEnd({ firstNode, offsets, packs }, pack, node) {
  return node + 1 < firstNode[pack + 1] ? offsets[node + 1] : packs[pack]?.size ?? 0;
}
function shared(bytes2) {
  return new SharedArrayBuffer(bytes2);
}
function joinForests(packs, firstNode, ids, parents) {
  const someForeign = packs.some((pack) => pack.foreign.size > 0);
  if (someForeign) ids.index();
  for (const [i, pack] of packs.entries()) {
    const first = firstNode[i];
    if (first > 0) {
      for (let node = first; node < firstNode[i + 1]; node++) if (parents[node] >= 0) parents[node] += first;
    }
    for (const [entry, id] of pack.foreign) {
      const base = ids.find(id, 0);
      if (base >= 0) parents[first + entry] = base;
    }
  }
}
function tellLost(lost, ids, loose, ledger) {
  for (let node = lost.indexOf(1); node >= 0; node = lost.indexOf(1, node + 1)) {
    const id = ids.id(node);
    if (ids.find(id, 0) < 0 && !hasLoose(loose, id)) ledger.skip("unreadable", id.toString("hex"), true);
  }
}
function hasLoose({ count: count3, ids }, id) {
  for (let i = 0; i < count3; i++) if (id.compare(ids, i * id.length, (i + 1) * id.length) === 0) return true;
  return false;
}
function toShared(numbers) {
  return copied(numbers, new Int32Array(shared(4 * numbers.length)));
}
function copied(from, to) {
  to.set(from);
  return to;
}
function cut(forest) {
  const [content, trees] = [forest.roots(false), forest.roots(true)];
  const roots = new Int32Array(shared(4 * (content.length + trees.length)));
  roots.set(content);
  roots.set(trees, content.length);
  const weightOf = (root) => forest.weights[root];
  return {
    roots,
    chunks: cutRoots(roots, weightOf, 0, content.length),
    treeChunks: cutRoots(roots, weightOf, content.length, roots.length)
  };
}
function cutRoots(roots, weightOf, from, to) {
  let total = 0;
  for (let i = from; i < to; i++) total += weightOf(roots[i]);
  const chunks = [];
  for (let at = from; at < to; ) {
    const first = at;
    let bytes2 = 0;
    while (at < to && bytes2 < total / CHUNKS) bytes2 += weightOf(roots[at++]);
    chunks.push({ kind: "packed", from: first, to: at, weight: Math.ceil(bytes2 / 1024) });
  }
  const heavy = 2 * total / CHUNKS / 1024;
  return [...chunks.filter(({ weight }) => weight > heavy), ...chunks.filter(({ weight }) => weight <= heavy)];
}
function dropPacked(loose, ids, idBytes) {
  const all = Buffer.from(loose.ids.buffer);
  let kept = 0;
  for (let i = 0; i < loose.count; i++) {
    if (ids.find(all, i * idBytes) >= 0) continue;
    all.copyWithin(kept * idBytes, i * idBytes, (i + 1) * idBytes);
    loose.dirs[kept++] = loose.dirs[i];
  }
  return { ...loose, count: kept };
}
var CONTROL, STOP3, DONE, DONE_KIB, DONE_WORK, TYPE, DUPLICATE, IDLE, LOOSE_CHUNK, CHUNKS, NodeTable;
var init_plan = __esm({
  "src/sources/git/plan.ts"() {
    "use strict";
    init_claims();
    init_ids();
    init_packlist();
    CONTROL = 16;
    STOP3 = 0;
    DONE = 1;
    DONE_KIB = 2;
    DONE_WORK = 3;
    TYPE = 7;
    DUPLICATE = 8;
    IDLE = 16;
    LOOSE_CHUNK = 512;
    CHUNKS = 200;
    NodeTable = class {
      packed;
      #packs;
      #firstNode;
      #types;
      constructor(packs, firstNode, idBytes) {
        this.packed = new PackedIds(
          packs.map((pack) => pack.file.index),
          firstNode,
          idBytes
        );
        this.#packs = packs;
        this.#firstNode = firstNode;
      }
      /**
       * Takes in all nodes, or those that have a type.
       * @param types by node; those of which an earlier pack has the same object are marked DUPLICATE
       * @returns how many these are
       */
      index(types) {
        this.#types = types;
        let duplicates = 0;
        const isReadable = (number) => types?.[this.#node(number)] !== 0;
        const onDuplicate = (number) => {
          duplicates++;
          if (types) types[this.#node(number)] = types[this.#node(number)] | DUPLICATE;
        };
        this.packed.index(isReadable, onDuplicate);
        return duplicates;
      }
      /** Node with the id that begins at `at`, or -1. */
      find(id, at) {
        const number = this.packed.find(id, at);
        const node = number < 0 ? -1 : this.#node(number);
        return node >= 0 && this.#types?.[node] === 0 ? -1 : node;
      }
      /** The id of a node. */
      id(node) {
        const pack = packOf(this.#firstNode, node);
        const first = this.#firstNode[pack];
        return this.packed.id(first + this.#packs[pack].positions[node - first]);
      }
      #node(number) {
        const pack = packOf(this.#firstNode, number);
        const first = this.#firstNode[pack];
        return first + this.#packs[pack].numbers[number - first];
      }
    };
  }
});

// src/sources/git/needed.ts
function findNeeded({ parents }, ids, wanted) {
  const nodes = new Uint8Array(parents.length);
  const roots = [];
  for (const number of wanted) {
    for (let at = ids.nodeOf(number); at >= 0 && nodes[at] === 0; at = parents[at]) {
      nodes[at] = 1;
      if (parents[at] < 0) roots.push(at);
    }
  }
  return { roots: roots.sort((a, b) => a - b), nodes };
}
function marked2(ids, numbers) {
  const wanted = new Uint8Array(ids.count);
  for (const number of numbers) wanted[number] = 1;
  return wanted;
}
function narrowPlan(plan, ids, wanted) {
  const isWanted = marked2(ids, wanted);
  const { roots, nodes } = findNeeded(plan, ids, wanted);
  const types = new Uint8Array(shared(nodes.length));
  for (let node = 0; node < nodes.length; node++) {
    const type = plan.types[node];
    if (nodes[node] === 0) types[node] = type | IDLE;
    else types[node] = type & ~IDLE | (isWanted[ids.ofNode(node)] === 1 ? 0 : DUPLICATE);
  }
  const weights = new Map(roots.map((root) => [root, weightBelow(plan, nodes, root)]));
  const chunks = cutRoots(roots, (root) => weights.get(root), 0, roots.length);
  return {
    ...plan,
    types,
    roots: toShared(roots),
    chunks,
    treeChunks: [],
    claims: claimsFor(chunks.length),
    treeClaims: claimsFor(0),
    deferred: new Int32Array(0),
    loose: { ...plan.loose, count: 0 },
    total: wanted.length,
    work: chunks.reduce((sum, { weight }) => sum + weight, 0),
    control: new Int32Array(shared(CONTROL))
  };
}
function weightBelow(plan, nodes, root) {
  const { firstChild, nextSibling, firstNode, offsets } = plan;
  let weight = 0;
  const open = [root];
  for (let node = open.pop(); node !== void 0; node = open.pop()) {
    weight += EACH + entryEnd(plan, packOf(firstNode, node), node) - offsets[node];
    for (let child = firstChild[node]; child >= 0; child = nextSibling[child]) if (nodes[child] === 1) open.push(child);
  }
  return weight;
}
var init_needed = __esm({
  "src/sources/git/needed.ts"() {
    "use strict";
    init_claims();
    init_ids();
    init_forest2();
    init_plan();
  }
});

// src/sources/git/column.ts
var Column;
var init_column = __esm({
  "src/sources/git/column.ts"() {
    "use strict";
    Column = class _Column {
      #data;
      #length = 0;
      #make;
      /** @param make gives so many numbers, all 0 */
      constructor(make) {
        this.#make = make;
        this.#data = make(4096);
      }
      /** Of whole numbers. */
      static ofInts() {
        return new _Column((length) => new Int32Array(length));
      }
      get length() {
        return this.#length;
      }
      push(value) {
        if (this.#length === this.#data.length) this.#reserve(this.#length + 1);
        this.#data[this.#length++] = value;
      }
      append(values2) {
        const length = this.#length + values2.length;
        if (length > this.#data.length) this.#reserve(length);
        this.#data.set(values2, this.#length);
        this.#length = length;
      }
      get(at) {
        return this.#data[at];
      }
      /** Numbers that come to stand between the last one and this are -1. */
      set(at, value) {
        if (at >= this.#length) {
          if (at >= this.#data.length) this.#reserve(at + 1);
          this.#data.fill(-1, this.#length, at);
          this.#length = at + 1;
        }
        this.#data[at] = value;
      }
      /** All of them, in memory that is larger; this column must not be used any more. */
      finish() {
        return this.#data.subarray(0, this.#length);
      }
      #reserve(length) {
        const larger = this.#make(2 * length);
        larger.set(this.#data);
        this.#data = larger;
      }
    };
  }
});

// src/sources/git/idtable.ts
var MAX_ID, PARTS5, IdTable;
var init_idtable = __esm({
  "src/sources/git/idtable.ts"() {
    "use strict";
    init_core();
    init_packindex();
    MAX_ID = 32;
    PARTS5 = { ids: MAX_ID * MOST_AT_ONCE, tags: 4 * MOST_AT_ONCE };
    IdTable = class {
      #core;
      #parts;
      #idBytes = 20;
      /** Bytes that it takes in the memory of a core. */
      static size = partsSize(PARTS5);
      constructor(core) {
        this.#core = core;
        this.#parts = core.takeAll(PARTS5);
      }
      /** Has ids taken down here from now on. */
      begin(idBytes) {
        const { ids, tags } = this.#parts;
        this.#idBytes = idBytes;
        this.#core.exports.setupIds(idBytes, ids.byteOffset, tags.byteOffset, MOST_AT_ONCE);
      }
      /** Takes away all that are there, one after the other, and their tags. */
      take(onIds) {
        const { ids, tags } = this.#parts;
        const count3 = this.#core.exports.takeIds();
        if (count3 > 0) onIds(ids.subarray(0, count3 * this.#idBytes), this.#core.numbers(tags.byteOffset, count3));
      }
    };
  }
});

// src/sources/git/commitreader.ts
var COMMITS, MOST_ENTRIES, PARTS6, NOWHERE, NOTHING2, MESSAGE, SOME, CommitReader;
var init_commitreader = __esm({
  "src/sources/git/commitreader.ts"() {
    "use strict";
    init_core();
    init_idtable();
    COMMITS = 512;
    MOST_ENTRIES = 256;
    PARTS6 = {
      times: 8 * COMMITS,
      parentEnds: 4 * COMMITS,
      entries: 8 * MOST_ENTRIES,
      told: 16
    };
    NOWHERE = 2 ** 30;
    [NOTHING2, MESSAGE, SOME] = [0, 1, 2];
    CommitReader = class {
      /** Addresses of entries, for `readAll`: where each begins, and where it may end. */
      entries;
      #core;
      #parts;
      #ids;
      #told;
      #sink;
      /** Bytes that it takes in the memory of a core. */
      static size = partsSize(PARTS6) + IdTable.size;
      constructor(core) {
        this.#core = core;
        this.#parts = core.takeAll(PARTS6);
        this.#ids = new IdTable(core);
        this.#told = core.numbers(this.#parts.told.byteOffset, 4);
        this.entries = core.numbers(this.#parts.entries.byteOffset, 2 * MOST_ENTRIES);
      }
      /** Begins to read the commits of a repository. */
      begin({ idBytes, looks }, sink) {
        const { times, parentEnds, told } = this.#parts;
        const { exports: exports2 } = this.#core;
        this.#sink = sink;
        this.#ids.begin(idBytes);
        exports2.setupCommits(idBytes, looks ? 1 : 0, times.byteOffset, parentEnds.byteOffset, COMMITS, told.byteOffset);
        this.#core.reader = this;
      }
      /** Where the line behind the ids of the commit that was read last begins. */
      get head() {
        return this.#told[1];
      }
      /** Of the commit that `readAll` read last: its size, -1 if it cannot be read there, and what `read` gives. */
      get size() {
        return this.#told[0];
      }
      get found() {
        return this.#told[2];
      }
      /** Bytes of all commits that `readAll` has read. */
      get bytes() {
        return this.#told[3];
      }
      /**
       * Reads a commit.
       * @param at its address
       * @param known whether it is taken down; else only its ids are
       * @returns NOTHING, MESSAGE or SOME
       */
      read(at, size2, known) {
        return this.#core.exports.readCommit(at, size2, known ? 1 : 0);
      }
      /**
       * Inflates and reads the commits of some of `entries`, from the number `first` to `last`, up to one that cannot be read here, or in
       * which there may be something.
       * @param out address at which there is room for an object of `most` bytes: that of the commit that is read last
       * @returns the number of that one, or `last`
       */
      readAll(first, last, out, most) {
        const at = this.entries.byteOffset;
        return (this.#core.exports.readCommits(at + 8 * first, at + 8 * last, out, most) - at) / 8;
      }
      /** Tells what has not been told yet. */
      finish() {
        this.full();
        this.#core.reader = void 0;
        this.#sink = void 0;
      }
      full() {
        const { times, parentEnds } = this.#parts;
        const core = this.#core;
        const commits = core.exports.takeCommits();
        if (commits > 0) this.#sink?.onCommits(core.doubles(times.byteOffset, commits), core.numbers(parentEnds.byteOffset, commits));
        this.#ids.take((ids, tags) => this.#sink?.onIds(ids, tags));
      }
    };
  }
});

// src/sources/git/idbatch.ts
var IdBatch;
var init_idbatch = __esm({
  "src/sources/git/idbatch.ts"() {
    "use strict";
    init_packindex();
    IdBatch = class {
      #ids;
      #idBytes;
      #onNumber;
      #numbers = new Int32Array(MOST_AT_ONCE);
      constructor(ids, idBytes, onNumber) {
        this.#ids = ids;
        this.#idBytes = idBytes;
        this.#onNumber = onNumber;
      }
      /** Looks for ids that stand one after the other, MOST_AT_ONCE at most, a tag for each, and tells of them in their order. */
      find(ids, tags) {
        this.#ids.findAll(ids, tags.length, this.#numbers);
        for (let i = 0; i < tags.length; i++) this.#onNumber(this.#numbers[i], tags[i], ids, i * this.#idBytes);
      }
    };
  }
});

// src/sources/git/commits.ts
var TagLog, CommitLog;
var init_commits = __esm({
  "src/sources/git/commits.ts"() {
    "use strict";
    init_column();
    init_commitreader();
    init_idbatch();
    TagLog = class {
      #ids;
      #targets = [];
      #missing = /* @__PURE__ */ new Set();
      count = 0;
      constructor(ids) {
        this.#ids = ids;
      }
      /** @param data a tag object: `object ID LF`, type, name, tagger … */
      add(number, data) {
        this.count++;
        const [, id] = /^object ([0-9a-f]+)\n/.exec(data.toString("latin1", 0, 80)) ?? [];
        if (id === void 0) return;
        const target = this.#ids.findHex(id);
        if (target < 0) this.#missing.add(id);
        if (number >= 0) this.#targets.push([number, target]);
      }
      finish() {
        return { targets: this.#targets, missing: [...this.#missing] };
      }
    };
    CommitLog = class {
      #held;
      #idBytes;
      #numbers = Column.ofInts();
      #times = new Column((length) => new Float64Array(length));
      #trees = Column.ofInts();
      /** Also of parents that are not in the store, as -1. */
      #parents = Column.ofInts();
      #parentEnds = Column.ofInts();
      #missingTrees = /* @__PURE__ */ new Set();
      #missingParents = /* @__PURE__ */ new Set();
      constructor(ids, idBytes) {
        this.#held = new IdBatch(ids, idBytes, this.#onNumber);
        this.#idBytes = idBytes;
      }
      /** The number of the next commit that is read; of one that only git knows a way to read it is only asked what is missing. */
      add(number) {
        this.#numbers.push(number);
      }
      onCommits(times, parentEnds) {
        this.#times.append(times);
        this.#parentEnds.append(parentEnds);
      }
      onIds(ids, tags) {
        this.#held.find(ids, tags);
      }
      #onNumber = (number, tag, ids, at) => {
        const isTree = tag >= 0;
        const place2 = isTree ? tag : ~tag;
        if (number < 0) (isTree ? this.#missingTrees : this.#missingParents).add(ids.toString("hex", at, at + this.#idBytes));
        if (place2 !== NOWHERE) (isTree ? this.#trees : this.#parents).set(place2, number);
      };
      finish() {
        const [numbers, parents, parentEnds] = [this.#numbers.finish(), this.#parents.finish(), this.#parentEnds.finish()];
        let filled = 0;
        for (let commit = 0, i = 0; commit < parentEnds.length; commit++) {
          for (; i < parentEnds[commit]; i++) if (parents[i] >= 0) parents[filled++] = parents[i];
          parentEnds[commit] = filled;
        }
        if (numbers.length > this.#trees.length) this.#trees.set(numbers.length - 1, -1);
        return {
          count: numbers.length,
          numbers,
          times: this.#times.finish(),
          trees: this.#trees.finish(),
          parents: parents.subarray(0, filled),
          parentEnds,
          missingTrees: [...this.#missingTrees],
          missingParents: [...this.#missingParents]
        };
      }
    };
  }
});

// src/sources/git/delta.ts
function readDeltaHeader(delta, end, header2) {
  header2.at = 0;
  header2.baseSize = readSize(delta, end, header2);
  header2.resultSize = readSize(delta, end, header2);
}
function readSize(delta, end, header2) {
  let size2 = 0;
  let unit = 1;
  for (; ; ) {
    if (header2.at >= end || unit > 2 ** 49) throw new MalformedError("delta header is damaged");
    const byte = delta[header2.at++];
    size2 += (byte & 127) * unit;
    if (byte < 128) return size2;
    unit *= 128;
  }
}
var MAX_RUNS, DAMAGES, DeltaMaker;
var init_delta = __esm({
  "src/sources/git/delta.ts"() {
    "use strict";
    init_core();
    init_packindex();
    MAX_RUNS = 1 << 20;
    DAMAGES = [
      "insertion is damaged",
      "copies from outside of its base",
      "makes an object of another size",
      "copy instruction is cut off"
    ];
    DeltaMaker = class {
      #runs;
      #core;
      /** Runs of the object that was made last. */
      #count;
      /** Bytes that it takes in the memory of a core. */
      static size = partSize(12 * MAX_RUNS) + partSize(4);
      constructor(core) {
        this.#core = core;
        this.#runs = { count: 0, data: core.takeNumbers(3 * MAX_RUNS) };
        this.#count = core.takeNumbers(1);
      }
      /** What was copied into the object that was made last, also by loops of the core. */
      get runs() {
        this.#runs.count = this.#count[0];
        return this.#runs;
      }
      /**
       * Makes a result from its base.
       * @param arena holds the base, at `base`, and takes the result at `result`, with BEHIND bytes more; in the core's memory
       * @param delta its instructions end at `end`; in the core's memory
       * @throws MalformedError when an instruction reaches outside of base or result, or the result has another size
       */
      apply(arena, base, result, header2, delta, end) {
        const { baseSize, resultSize, at } = header2;
        const runs = this.#runs;
        const [from, to] = [arena.byteOffset, delta.byteOffset];
        const [first, last] = [to + at, to + end];
        const count3 = this.#core.exports.applyDelta(
          from + base,
          baseSize,
          from + result,
          resultSize,
          first,
          last,
          runs.data.byteOffset,
          MAX_RUNS
        );
        this.#settle(count3);
      }
      /**
       * Where objects are made by loops of the core (wasm/assembly/path.ts).
       * @param delta takes one delta, of twice as many bytes as an object may have at most
       * @param extraEvery see Visitor of packwalk.ts
       */
      begin({ arena, delta, most, idBytes, extraEvery }) {
        const runs = this.#runs;
        const { exports: exports2 } = this.#core;
        const [at, runsAt, countAt] = [arena.byteOffset, runs.data.byteOffset, this.#count.byteOffset];
        exports2.setupPath(at, arena.length, delta.byteOffset, most, idBytes, runsAt, MAX_RUNS, countAt, extraEvery);
      }
      #settle(count3) {
        this.#count[0] = Math.max(0, count3);
        if (count3 < 0) throw new MalformedError(`delta ${DAMAGES[-1 - count3]}`);
      }
    };
  }
});

// src/sources/git/ranges.ts
var RangeList;
var init_ranges = __esm({
  "src/sources/git/ranges.ts"() {
    "use strict";
    RangeList = class {
      pairs;
      count = 0;
      /** @param pairs where the ranges stand, as long as they have room there */
      constructor(pairs = new Int32Array(256)) {
        this.pairs = pairs;
      }
      /** Adds `[from, to)`, whatever is there. */
      push(from, to) {
        const place2 = 2 * this.count++;
        if (place2 === this.pairs.length) {
          const larger = new Int32Array(2 * this.pairs.length);
          larger.set(this.pairs);
          this.pairs = larger;
        }
        this.pairs[place2] = from;
        this.pairs[place2 + 1] = to;
      }
      /** Takes in the ranges of another list that is in order, as this one is, and joins those that touch. */
      join(other) {
        const pairs = this.pairs.slice(0, 2 * this.count);
        this.count = 0;
        for (let i = 0, k = 0; i < pairs.length || k < 2 * other.count; ) {
          const mine = k >= 2 * other.count || i < pairs.length && pairs[i] <= other.pairs[k];
          if (mine) this.#add(pairs[i++], pairs[i++]);
          else this.#add(other.pairs[k++], other.pairs[k++]);
        }
      }
      /** Puts ranges that were pushed in order, and joins those that touch. */
      sort() {
        const all = Array.from({ length: this.count }, (_, i) => [this.pairs[2 * i], this.pairs[2 * i + 1]]);
        all.sort((a, b) => a[0] - b[0]);
        this.count = 0;
        for (const [from, to] of all) this.#add(from, to);
      }
      /** Adds `[from, to)`, which begins at or behind all others. What touches the last one makes it longer. */
      #add(from, to) {
        const last = 2 * this.count - 1;
        if (last > 0 && from <= this.pairs[last]) this.pairs[last] = Math.max(to, this.pairs[last]);
        else this.push(from, to);
      }
      /** Bytes in all ranges, if they are in order. */
      size() {
        let bytes2 = 0;
        for (let i = 0; i < 2 * this.count; i += 2) bytes2 += this.pairs[i + 1] - this.pairs[i];
        return bytes2;
      }
    };
  }
});

// src/sources/git/carry.ts
var MAX_LOOKS, MAX_CUT, PARTS7, Carrier;
var init_carry = __esm({
  "src/sources/git/carry.ts"() {
    "use strict";
    init_look();
    init_core();
    init_delta();
    init_ranges();
    MAX_LOOKS = 1 << 20;
    MAX_CUT = 1 << 16;
    PARTS7 = {
      ranges: 8 * (MAX_RUNS + 1),
      wide: 8 * (MAX_RUNS + 1),
      looks: 4 * LOOK * MAX_LOOKS,
      carried: 4 * LOOK * MAX_LOOKS,
      repeats: 4 * LOOK * MAX_LOOKS,
      cut: 8 * MAX_CUT,
      runs: 12 * MAX_RUNS,
      counts: 16
    };
    Carrier = class {
      /** Where anchors may begin that are not those of the base, and where what has none may: see detect/hit.ts, Reach. */
      ranges;
      wide;
      /** Looks that are to be repeated; only their kinds and places count. */
      repeats = new Looks();
      #core;
      #ranges;
      #wide;
      #looks;
      #carried;
      #cut;
      #runs;
      #counts;
      /** The runs that were given last that stand in the core's memory. */
      #held;
      /** Bytes that it takes in the memory of a core. */
      static size = partsSize(PARTS7);
      constructor(core) {
        const take = (bytes2) => core.takeNumbers(bytes2 / 4);
        this.#core = core;
        this.#ranges = take(PARTS7.ranges);
        this.#wide = take(PARTS7.wide);
        this.#looks = take(PARTS7.looks);
        this.#carried = take(PARTS7.carried);
        this.repeats.data = take(PARTS7.repeats);
        this.#cut = take(PARTS7.cut);
        this.#runs = take(PARTS7.runs);
        this.#counts = take(PARTS7.counts);
        this.ranges = new RangeList(this.#ranges);
        this.wide = new RangeList(this.#wide);
        const places2 = [this.#ranges, this.#wide, this.#carried, this.repeats.data].map(({ byteOffset }) => byteOffset);
        core.exports.setupCarry(...places2, MAX_LOOKS, this.#counts.byteOffset);
      }
      /**
       * Sets `ranges` and `wide`.
       * @param runs in bytes of an object of `size` bytes and of its base, of which `baseSize` is the length
       * @returns bytes in `ranges`
       */
      findChanges(size2, runs, baseSize, { before, behind, around }) {
        const { exports: exports2 } = this.#core;
        const bytes2 = exports2.findChanges(this.#place(runs), runs.count, size2, baseSize, before, behind, around);
        this.ranges.pairs = this.#ranges;
        this.wide.pairs = this.#wide;
        this.ranges.count = this.#counts[0];
        this.wide.count = this.#counts[1];
        return bytes2;
      }
      /**
       * Moves looks along the runs that copy all they depend on, but for those in `cut`. The others are to be repeated, unless they
       * lie where there are other ones to be looked for.
       * @param looks of the base
       * @param carried takes those that were moved
       * @returns false when there are too many
       */
      carry(size2, runs, baseSize, looks, cut2, carried) {
        const { ranges, wide } = this;
        if (looks.count > MAX_LOOKS || cut2.count > MAX_CUT || ranges.pairs !== this.#ranges || wide.pairs !== this.#wide)
          return false;
        this.#looks.set(looks.data.subarray(0, LOOK * looks.count));
        if (cut2.count > 0) this.#cut.set(cut2.pairs.subarray(0, 2 * cut2.count));
        const done = this.#core.exports.carryLooks(
          this.#looks.byteOffset,
          looks.count,
          this.#place(runs),
          runs.count,
          size2,
          baseSize,
          this.#cut.byteOffset,
          cut2.count,
          ranges.count,
          wide.count
        );
        if (!done) return false;
        carried.take(this.#carried, this.#counts[2]);
        this.repeats.count = this.#counts[3];
        return true;
      }
      /** The address of runs. */
      #place({ data, count: count3 }) {
        if (data !== this.#held && this.#core.holds(data)) this.#held = data;
        if (data === this.#held) return data.byteOffset;
        this.#runs.set(data.subarray(0, 3 * count3));
        return this.#runs.byteOffset;
      }
    };
  }
});

// src/sources/git/deltascan.ts
function regionsIn({ data, count: count3 }) {
  const regions = [];
  for (let i = 0; i < LOOK * count3; i += LOOK)
    if (data[i] === REGION) regions.push(regionOf(data[i + 1], data[i + 2], data[i + 3]));
  return inOrder(regions);
}
function countRegions(hits) {
  let count3 = 0;
  for (let i = 0; i < hits.length; i++) if (hits[i].rule === REGION) count3++;
  return count3;
}
function findTouched({ hits, of }, looks) {
  const regions = [...hits.keys()].filter((i) => hits[i].rule === REGION);
  const touched2 = [];
  for (let first = 0, next = 0; first < regions.length; first = next) {
    let end = hits[regions[first]].to;
    for (next = first + 1; next < regions.length && hits[regions[next]].from < end; next++)
      end = Math.max(end, hits[regions[next]].to);
    const together = regions.slice(first, next);
    if (together.some((i) => looks.touch(hits[i].from, hits[i].to))) for (const i of together) touched2.push(of[i]);
  }
  if (touched2.length === 0) return void 0;
  return touched2.flatMap((region) => of.filter(({ from, to }) => from === region.from && to === region.to));
}
function isWhole(first, last, from, end, shift, size2, baseSize) {
  return first >= from && last <= end && (first > 0 || shift === 0) && (last < baseSize || last + shift === size2);
}
function isNear({ from: first, to: last }, from, end, baseSize) {
  return from > 0 && first - from < NEAR || end < baseSize && end - last < NEAR;
}
function isOfRegion(hits, at) {
  const { from, to } = hits[at];
  let first = at;
  while (first > 0 && hits[first - 1].from === from) first--;
  for (let i = first; i < hits.length && hits[i].from === from; i++)
    if (hits[i].rule === REGION && hits[i].to === to) return true;
  return false;
}
function firstFrom(hits, at) {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = low + high >>> 1;
    if (hits[middle].from < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
function compareHits(a, b) {
  return a.from - b.from || a.start - b.start || a.end - b.end || a.rule - b.rule || byText(textOf(a), textOf(b));
}
function textOf({ decoded, confidence, evidence, reasons }) {
  const text = decoded ? `${decoded.secret}\0${decoded.from.join()}\0${decoded.unsure}` : "";
  return `${text}\0${confidence}\0${evidence?.join()}\0${reasons.map(({ code: code2 }) => code2).join()}`;
}
function inOrder(hits) {
  if (hits.length < 2) return hits;
  hits.sort(compareHits);
  return hits.filter((hit, i) => i === 0 || compareHits(hit, hits[i - 1]) !== 0);
}
var RANGE_COST, NEAR, MAX_PAIRS, NONE2, DeltaScanner;
var init_deltascan = __esm({
  "src/sources/git/deltascan.ts"() {
    "use strict";
    init_hit();
    init_look();
    init_order();
    init_core();
    init_carry();
    init_ranges();
    RANGE_COST = 16;
    NEAR = 512;
    MAX_PAIRS = 1e6;
    NONE2 = { hits: [], of: [] };
    DeltaScanner = class {
      #scanner;
      #carrier;
      #cut = new RangeList();
      #regions = new Looks();
      /** Tables that are not in use. */
      #free = [];
      /** Bytes in which anchors were looked for, as opposed to what is known from a base. */
      bytes = 0;
      /** @param carrier in the memory where objects are, to spare copies; else one is made when it is needed */
      constructor(scanner, carrier) {
        this.#scanner = scanner;
        this.#carrier = carrier;
      }
      /** What is in the whole of `data`. */
      whole(data) {
        this.bytes += data.length;
        const hits = inOrder(this.#scanner.scan(data, 0, data.length));
        const looks = this.#take();
        looks.take(this.#scanner.looks.data, this.#scanner.looks.count);
        looks.sort();
        return this.#scanner.whole ? { hits, looks, whole: true } : this.#known(hits, looks);
      }
      /** What is known of a blob on a level of the path that a walker has made by itself; undefined where nothing is. */
      walked(walker, level) {
        const looks = this.#take();
        if (walker.take(level, looks)) return { hits: [], looks, whole: false };
        this.#free.push(looks);
        return void 0;
      }
      /** Something known is not needed any more. */
      release({ looks }) {
        this.#free.push(looks);
      }
      /**
       * What is in `data`, given what it copies from its base and what is known of that.
       * @param runs in bytes of `data` and of the base, of which `baseSize` is the length
       */
      derived(data, runs, baseSize, base) {
        if (base.whole) return this.whole(data);
        const hits = base.hits.length > 0 ? [] : regionsIn(base.looks);
        if (hits.length === 0) return this.#derived(data, runs, baseSize, base);
        const looks = this.#take();
        looks.take(base.looks.data, base.looks.count);
        looks.drop(REGION);
        const known = this.#derived(data, runs, baseSize, { hits, looks });
        this.#free.push(looks);
        return known;
      }
      /** @param base with all of its regions among the hits */
      #derived(data, runs, baseSize, base) {
        const size2 = data.length;
        const carried = this.#take();
        let anew;
        const carrier = this.#carrier ??= new Carrier(new Core(Carrier.size));
        const { ranges, wide, repeats: repeats2 } = carrier;
        const cut2 = this.#cut;
        for (; ; ) {
          let bytes2 = carrier.findChanges(size2, runs, baseSize, this.#scanner.reach);
          cut2.count = 0;
          const known = base.hits.length > 0 ? this.#carryHits(size2, runs, baseSize, base.hits, anew) : NONE2;
          const { hits } = known;
          if (cut2.count > 0) {
            ranges.join(cut2);
            wide.join(cut2);
            bytes2 = ranges.size();
          }
          if (bytes2 + RANGE_COST * ranges.count > size2 || !carrier.carry(size2, runs, baseSize, base.looks, cut2, carried)) {
            this.#free.push(carried);
            return this.whole(data);
          }
          if (ranges.count === 0 && repeats2.count === 0) return this.#known(inOrder(hits), carried);
          const part = { ranges, wide, looks: carried, repeats: repeats2, hits };
          const found2 = this.#scanner.scan(data, 0, size2, part);
          if (this.#scanner.whole) {
            this.#free.push(carried);
            this.bytes += size2;
            return { hits: inOrder(found2), looks: this.#take(), whole: true };
          }
          const { looks } = this.#scanner;
          if (hits.length > 0 && looks.count > 0) {
            if (countRegions(hits) * looks.count > MAX_PAIRS) {
              this.#free.push(carried);
              return this.whole(data);
            }
            const touched2 = findTouched(known, looks);
            if (touched2) {
              anew = /* @__PURE__ */ new Set([...anew ?? [], ...touched2]);
              continue;
            }
          }
          this.bytes += bytes2;
          carried.merge(looks);
          return this.#known(inOrder(found2), carried);
        }
      }
      /** Puts regions among the looks where there are no other hits. */
      #known(hits, looks) {
        if (hits.length === 0 || hits.some(({ rule }) => rule !== REGION)) return { hits, looks, whole: false };
        const regions = this.#regions;
        regions.count = 0;
        for (const { start, from, to } of hits) regions.add(REGION, start, from, to);
        looks.merge(regions);
        return { hits: [], looks, whole: false };
      }
      #take() {
        const looks = this.#free.pop() ?? new Looks();
        looks.count = 0;
        return looks;
      }
      /**
       * Moves hits along the runs that copy all they depend on. Where something was decoded of which only parts were copied, these
       * join the ranges.
       * @param anew what is to be found anew although it could be carried
       */
      #carryHits(size2, runs, baseSize, hits, anew) {
        const { data, count: count3 } = runs;
        const carried = { hits: [], of: [] };
        const base = { hits, lowest: hits[0].from, highest: 0, longest: 0, size: baseSize };
        for (const { from, to } of hits) {
          base.longest = Math.max(base.longest, to - from);
          base.highest = Math.max(base.highest, to);
        }
        for (let i = 0; i < 3 * count3; i += 3) {
          const from = data[i + 1];
          const end = from + data[i + 2];
          if (end > base.lowest && from < base.highest) this.#carryRun(data[i], from, end, size2, base, anew, carried);
        }
        if (this.#cut.count > 0) this.#cut.sort();
        return carried;
      }
      /** Moves what the run `[from, end)` of the base copies to `to`. */
      #carryRun(to, from, end, size2, { hits, longest, size: baseSize }, anew, carried) {
        const shift = to - from;
        for (let j = firstFrom(hits, from - longest); j < hits.length; j++) {
          const hit = hits[j];
          if (hit.from >= end) break;
          if (hit.to <= from) continue;
          const near = isNear(hit, from, end, baseSize) && isOfRegion(hits, j);
          if (!near && !anew?.has(hit) && isWhole(hit.from, hit.to, from, end, shift, size2, baseSize)) {
            carried.hits.push(shift === 0 ? hit : movedHit(hit, shift));
            carried.of.push(hit);
          } else if (hit.rule === REGION) {
            this.#cut.push(Math.max(hit.from, from) + shift, Math.min(hit.to, end) + shift);
          }
        }
      }
    };
  }
});

// src/sources/git/path.ts
var LEVEL, LEVELS, Path;
var init_path2 = __esm({
  "src/sources/git/path.ts"() {
    "use strict";
    LEVEL = 5;
    LEVELS = 64;
    Path = class {
      #numbers;
      constructor(core) {
        this.#numbers = core.numbers(core.exports.pathAt(), LEVEL * LEVELS);
      }
      /** The address of the object on a level. */
      addressOf(level) {
        return this.#numbers[LEVEL * level];
      }
      sizeOf(level) {
        return this.#numbers[LEVEL * level + 1];
      }
      /** What those who read objects have counted in it; less than 0 where they did not. */
      countOf(level) {
        return this.#numbers[LEVEL * level + 3];
      }
    };
  }
});

// src/sources/git/objectmaker.ts
var TOO_LARGE, EXHAUSTED, ObjectMaker;
var init_objectmaker = __esm({
  "src/sources/git/objectmaker.ts"() {
    "use strict";
    init_delta();
    init_ids();
    init_packfile();
    init_packindex();
    init_path2();
    init_plan();
    TOO_LARGE = -1;
    EXHAUSTED = -2;
    ObjectMaker = class {
      path;
      reader;
      /** Addresses of the entry that was read last. */
      entryAt = 0;
      entryEnd = 0;
      /** Size of the last object that was too large. */
      refused = 0;
      #plan;
      #limits;
      #core;
      #inflater;
      #maker;
      #slab;
      #arena;
      #delta;
      /** Addresses of slab and arena. */
      #slabAt;
      #arenaAt;
      #pack = 0;
      #expanded = 0;
      #entry = { type: 0, size: 0, back: 0, baseId: 0, at: 0 };
      #header = { baseSize: 0, resultSize: 0, at: 0 };
      /** @param extraEvery see Visitor of packwalk.ts */
      constructor(plan, limits, workspace, extraEvery) {
        const { core, inflater, maker, arena, delta, slab } = workspace;
        this.#plan = plan;
        this.#limits = limits;
        this.#core = core;
        this.#inflater = inflater;
        this.#maker = maker;
        this.#slab = slab;
        this.#arena = arena;
        this.#delta = delta;
        this.#slabAt = slab.byteOffset;
        this.#arenaAt = arena.byteOffset;
        this.reader = new PackReader(plan.packs, slab);
        maker.begin({ arena, delta, most: limits.object, idBytes: plan.repo.idBytes, extraEvery });
        this.path = new Path(core);
      }
      /** What the object that was made last copies from its base. */
      get runs() {
        return this.#maker.runs;
      }
      /** Counts bytes of objects that the core has made from others. */
      count(bytes2) {
        this.#expanded += bytes2;
      }
      /** Whether all objects together have more bytes than they may have. */
      get isExhausted() {
        return this.#expanded > this.#limits.expanded;
      }
      /**
       * Makes the root of a tree of deltas.
       * @returns its size, or TOO_LARGE
       * @throws MalformedError when it cannot be made
       */
      makeRoot(node) {
        const { exports: exports2 } = this.#core;
        let size2 = -1;
        if (this.readEntry(node)) size2 = exports2.enterRoot(this.entryAt, this.entryEnd);
        if (size2 >= 0) return size2;
        size2 = this.#inflateWhole(node);
        if (size2 >= 0) exports2.put(0, this.#arenaAt, size2);
        return size2;
      }
      /** Step by step, where the entry is an unusual one. */
      #inflateWhole(node) {
        this.#open(node);
        const { size: size2, type } = this.#entry;
        if (type >= OFS_DELTA) throw new MalformedError("pack has changed");
        if (size2 > this.#limits.object) return this.#refuse(size2);
        this.#readWhole(node, size2);
        this.#inflater.inflate(this.reader.buffer, this.reader.start, this.reader.end, this.#arena, 0, size2);
        return size2;
      }
      /**
       * Makes an object from the one on a level of the path, below that.
       * @returns its size, TOO_LARGE or EXHAUSTED
       * @throws MalformedError when it cannot be made
       */
      makeChild(node, level) {
        const { exports: exports2 } = this.#core;
        let size2 = this.readEntry(node) ? exports2.enterChild(level, this.entryAt, this.entryEnd) : -1;
        const atOnce = size2 >= 0;
        if (!atOnce) size2 = this.#inflateDelta(node, this.path.sizeOf(level));
        if (size2 < 0) return size2;
        this.#expanded += size2;
        if (this.isExhausted) return EXHAUSTED;
        if (atOnce) return size2;
        const to = exports2.makeRoom(level, size2);
        if (to === 0) throw new MalformedError("no room for the object beside its ancestors");
        const base = this.path.addressOf(level);
        this.#maker.apply(this.#arena, base - this.#arenaAt, to - this.#arenaAt, this.#header, this.#delta, this.#entry.size);
        exports2.put(level + 1, to, size2);
        return size2;
      }
      /** As `#inflateWhole`, for a delta; gives the size of what it makes. */
      #inflateDelta(node, baseSize) {
        this.#open(node);
        const { size: size2, type } = this.#entry;
        if (type < OFS_DELTA) throw new MalformedError("pack has changed");
        if (size2 > 2 * this.#limits.object) return this.#refuse(size2);
        this.#readWhole(node, size2);
        this.#inflater.inflate(this.reader.buffer, this.reader.start, this.reader.end, this.#delta, 0, size2);
        const header2 = this.#header;
        readDeltaHeader(this.#delta, size2, header2);
        if (header2.baseSize !== baseSize) throw new MalformedError("delta is for a base of another size");
        return header2.resultSize > this.#limits.object ? this.#refuse(header2.resultSize) : header2.resultSize;
      }
      /** Reads an entry to where the core can open it; false where it is too long for that. */
      readEntry(node) {
        const { offsets } = this.#plan;
        this.#choosePack(node);
        const offset = offsets[node];
        const end = this.#endOf(node);
        if (end - offset > JOINED) return false;
        const reader = this.reader;
        reader.read(this.#pack, offset, end);
        if (reader.buffer !== this.#slab) return false;
        this.entryAt = this.#slabAt + reader.start;
        this.entryEnd = this.#slabAt + reader.end;
        return true;
      }
      /**
       * Has entries in the memory, as far as they lie in one block of a pack, as nearly all do, or the first one.
       * @param nodes to read, of which those from `from` to `to` count
       * @param entries takes two addresses for each: where it begins, and where it may end
       * @returns how many of the first ones there are
       */
      locate(nodes, from, to, entries) {
        const first = nodes[from];
        if (!this.isRead(first)) return 0;
        const { offsets, firstNode, packs } = this.#plan;
        const shift = this.entryAt - offsets[first];
        const isJoined = offsets[first] % BLOCK2 + this.entryEnd - this.entryAt > BLOCK2;
        const begin = isJoined ? this.entryAt : this.#slabAt + BLOCK2 * Math.floor((this.entryAt - this.#slabAt) / BLOCK2);
        const stop = isJoined ? this.entryEnd : begin + BLOCK2;
        const { size: size2, trailer } = packs[this.#pack];
        let count3 = 0;
        for (let i = from; i < to; i++) {
          const node = nodes[i];
          if (node < firstNode[this.#pack] || node >= firstNode[this.#pack + 1]) break;
          const at = offsets[node] + shift;
          const end = Math.min(this.#endOf(node), size2 - trailer) + shift;
          if (at < begin || end > stop) break;
          entries[2 * count3] = at;
          entries[2 * count3 + 1] = end;
          count3++;
        }
        return count3;
      }
      /** As `readEntry`; false also where it cannot be read. */
      isRead(node) {
        try {
          return this.readEntry(node);
        } catch (error) {
          if (!(error instanceof MalformedError)) throw error;
          return false;
        }
      }
      #refuse(size2) {
        this.refused = size2;
        return TOO_LARGE;
      }
      /** Reads the entry's header. */
      #open(node) {
        const { offsets, repo } = this.#plan;
        this.#choosePack(node);
        const offset = offsets[node];
        this.reader.read(this.#pack, offset, Math.min(this.#endOf(node), offset + 2048));
        readEntryHeader(this.reader.buffer, this.reader.start, this.reader.end, repo.idBytes, this.#entry);
      }
      #choosePack(node) {
        const { firstNode } = this.#plan;
        if (node < firstNode[this.#pack] || node >= firstNode[this.#pack + 1]) this.#pack = packOf(firstNode, node);
      }
      /** Makes the entry's compressed data readable, from its beginning to its end. */
      #readWhole(node, size2) {
        const reader = this.reader;
        const offset = this.#plan.offsets[node];
        const head = this.#entry.at - reader.start;
        const end = Math.min(this.#endOf(node), offset + head + size2 + (size2 >> 8) + 1024);
        if (offset + reader.end - reader.start < end) reader.read(this.#pack, offset, end);
        reader.start += head;
        if (reader.start > reader.end) throw new MalformedError("entry is cut off");
      }
      #endOf(node) {
        return entryEnd(this.#plan, this.#pack, node);
      }
    };
  }
});

// src/sources/git/blobwalker.ts
var ROOM4, PARTS8, ASKS, FLAGS2, BlobWalker;
var init_blobwalker = __esm({
  "src/sources/git/blobwalker.ts"() {
    "use strict";
    init_look();
    init_core();
    init_path2();
    ROOM4 = 4096;
    PARTS8 = { told: 8, fresh: 4 * LOOK * ROOM4, asked: 8 + 8 * ROOM4 };
    ASKS = 2;
    FLAGS2 = 3;
    BlobWalker = class {
      #core;
      #path;
      #told;
      #fresh;
      #asked;
      #scanner;
      /** Bytes that it takes in the memory of a core. */
      static size = partsSize(PARTS8);
      constructor(core) {
        this.#core = core;
        this.#path = new Path(core);
        const { told, fresh, asked } = core.place(PARTS8);
        this.#told = core.doubles(told, 1);
        this.#fresh = fresh;
        this.#asked = core.numbers(asked, PARTS8.asked / 4);
      }
      /**
       * Begins with the blobs of a repository.
       * @param scanner in the same core
       * @param largest bytes; larger ones are not looked through
       */
      begin(scanner, largest2) {
        const { before, behind, around } = scanner.reach;
        const [told, fresh, asked] = [this.#told.byteOffset, this.#fresh, this.#asked.byteOffset + 8];
        this.#scanner = scanner;
        this.#told[0] = 0;
        this.#core.exports.setupBlobWalk(before, behind, around, Math.min(largest2, 2147483647), told, fresh, asked, ROOM4);
      }
      /** Bytes that were looked through. */
      get bytes() {
        return this.#told[0];
      }
      /** See ListedVisitor of packwalk.ts. */
      walk(list, last) {
        const { exports: exports2 } = this.#core;
        let told = exports2.walkBlobs(list, last, 0);
        while ((told & ASKS) !== 0) {
          const at = told & ~FLAGS2;
          if (!this.#answer(at)) return at;
          told = exports2.walkBlobs(at, last, 1);
          if ((told & ASKS) !== 0 && (told & ~FLAGS2) === at) return at;
        }
        return told;
      }
      /** Has the looks remembered that the blob of an entry in the list asks for; false where one of them comes to something. */
      #answer(entry) {
        const level = this.#core.numbers(entry, 4)[2] + 1;
        const data = this.#core.bytes(this.#path.addressOf(level), this.#path.sizeOf(level));
        return this.#scanner?.settle?.(data, this.#asked.subarray(2), this.#asked[1]) ?? false;
      }
      /** Keeps the looks of the blob on the last level of the path, in which nothing was found, for those that are made from it. */
      keep(level, { data, count: count3 }) {
        const at = this.#core.exports.keepLooks(level, count3);
        if (at > 0) this.#core.bytes(at, 4 * LOOK * count3).set(new Uint8Array(data.buffer, data.byteOffset, 4 * LOOK * count3));
      }
      /** Gives the looks that are kept of the blob on a level; false where there are none to be had. */
      take(level, looks) {
        const count3 = this.#path.countOf(level);
        if (count3 < 0) return false;
        looks.takeBytes(this.#core.bytes(this.#path.addressOf(level) + this.#path.sizeOf(level), 4 * LOOK * count3));
        return true;
      }
    };
  }
});

// src/sources/git/inflate.ts
function createInflater(core) {
  const fast = createFastInflater();
  const inflater = fast && works(fast) ? fast : portableInflater;
  return core ? createCoreInflater(core, inflater) : inflater;
}
function createCoreInflater(core, other) {
  const { exports: exports2 } = core;
  let from;
  let to;
  return {
    ...other,
    inflate(source, start, end, out, at, size2) {
      if (source !== from && core.holds(source)) from = source;
      if (out !== to && core.holds(out)) to = out;
      if (source === from && out === to && isWithin2(source, start, end) && isWithin2(out, at, at + size2 + SPARE) && exports2.inflate(source.byteOffset + start, source.byteOffset + end, out.byteOffset + at, size2) === size2)
        return;
      other.inflate(source, start, end, out, at, size2);
    }
  };
}
function createFastInflater() {
  const stream = (0, import_node_zlib.createInflate)();
  const handle = stream._handle;
  const state = stream._writeState;
  if (typeof handle?.writeSync !== "function" || typeof handle.reset !== "function" || !(state instanceof Uint32Array))
    return void 0;
  let failure = "";
  handle.onerror = (message) => {
    failure = message || "damaged stream";
  };
  const run11 = (flush, source, start, end, out, at, room2) => {
    if (start < 0 || end > source.length || start > end || at < 0 || room2 < 1 || at + room2 > out.length) {
      throw new RangeError("inflate: range outside of the buffer");
    }
    handle.reset();
    failure = "";
    handle.writeSync(flush, source, start, end - start, out, at, room2);
    return room2 - state[0];
  };
  return {
    inflate(source, start, end, out, at, size2) {
      const written = run11(import_node_zlib.constants.Z_FINISH, source, start, end, out, at, size2 + 1);
      if (failure !== "" || written !== size2) throw new MalformedError(failure || "object is not of the size it declares");
    },
    all(source, start, end, out) {
      const written = run11(import_node_zlib.constants.Z_FINISH, source, start, end, out, 0, out.length);
      return failure !== "" || written === out.length ? -1 : written;
    },
    begin(source, start, end, out, size2) {
      return run11(import_node_zlib.constants.Z_SYNC_FLUSH, source, start, end, out, 0, size2);
    }
  };
}
function works(inflater) {
  const text = Buffer.from("bearertrap ".repeat(50));
  const packed = (0, import_node_zlib.deflateSync)(text);
  const out = Buffer.alloc(text.length + 1);
  const inflates = (end, size2) => {
    try {
      inflater.inflate(packed, 0, end, out, 0, size2);
      return out.compare(text, 0, size2, 0, size2) === 0;
    } catch {
      return false;
    }
  };
  const n = packed.length;
  try {
    const right = inflates(n, text.length) && inflates(n, text.length) && !inflates(n - 7, text.length) && !inflates(n, text.length - 1);
    return right && inflates(n, text.length) && inflater.begin(packed, 0, n, out, 10) === 10 && inflater.all(packed, 0, n, out) === text.length;
  } catch {
    return false;
  }
}
var import_node_zlib, SPARE, isWithin2, portableInflater;
var init_inflate = __esm({
  "src/sources/git/inflate.ts"() {
    "use strict";
    import_node_zlib = require("node:zlib");
    init_packindex();
    SPARE = 16;
    isWithin2 = (buffer, start, end) => start >= 0 && start <= end && end <= buffer.length;
    portableInflater = {
      inflate(source, start, end, out, at, size2) {
        let data;
        try {
          data = (0, import_node_zlib.inflateSync)(source.subarray(start, end), { maxOutputLength: size2 + 1 });
        } catch (error) {
          throw new MalformedError(error.message);
        }
        if (data.length !== size2) throw new MalformedError("object is not of the size it declares");
        data.copy(out, at);
      },
      all(source, start, end, out) {
        try {
          return (0, import_node_zlib.inflateSync)(source.subarray(start, end), { maxOutputLength: Math.max(1, out.length - 1) }).copy(out);
        } catch {
          return -1;
        }
      },
      begin(source, start, end, out, size2) {
        const part = source.subarray(start, Math.min(end, start + 4096));
        try {
          return (0, import_node_zlib.inflateSync)(part, { finishFlush: import_node_zlib.constants.Z_SYNC_FLUSH }).copy(out, 0, 0, size2);
        } catch {
          return 0;
        }
      }
    };
  }
});

// src/sources/git/treereader.ts
var MAX_NAMES, MAX_NAME_BYTES, FIRST_SLOTS, LINKS, PAIRS, TREES, RECENT, HEAD2, PARTS9, UNLINKED, TreeReader;
var init_treereader = __esm({
  "src/sources/git/treereader.ts"() {
    "use strict";
    init_core();
    init_idtable();
    MAX_NAMES = 1 << 21;
    MAX_NAME_BYTES = 1 << 26;
    FIRST_SLOTS = 1 << 12;
    LINKS = 1 << 12;
    PAIRS = 1 << 10;
    TREES = 1 << 10;
    RECENT = 1 << 15;
    HEAD2 = 20;
    PARTS9 = {
      nameBytes: MAX_NAME_BYTES,
      nameEnds: 4 * MAX_NAMES,
      hot: MAX_NAMES,
      slots: 8 * 2 * 2 * 2 * MAX_NAMES,
      linkNames: 4 * LINKS,
      linkTargets: 4 * LINKS,
      wanted: 2 ** (HEAD2 - 3),
      pairs: 8 * PAIRS,
      bases: 4 * TREES,
      begins: 4 * TREES,
      recent: (4 + MAX_ID) * RECENT
    };
    UNLINKED = 2 ** 31 - 1;
    TreeReader = class _TreeReader {
      #core;
      #parts;
      #ids;
      #idBytes = 20;
      #wanted = /* @__PURE__ */ new Map();
      #sink;
      /** Bytes that it takes in the memory of a core. */
      static size = partsSize(PARTS9) + IdTable.size;
      constructor(core) {
        this.#core = core;
        this.#parts = core.takeAll(PARTS9);
        this.#ids = new IdTable(core);
      }
      /** Visitor.extraEvery: the shortest entry has five digits, an empty name and two bytes beside it. */
      static extraEvery(idBytes) {
        return idBytes + 7;
      }
      /** Bytes that are kept behind a tree. */
      static extra(size2, idBytes) {
        return 4 * (Math.floor(size2 / _TreeReader.extraEvery(idBytes)) + 2);
      }
      /** Begins to read the trees of a repository. */
      begin({ idBytes, links, wanted }, sink) {
        const { nameBytes, nameEnds, hot, slots, linkNames, linkTargets, wanted: heads, pairs, bases, begins, recent } = this.#parts;
        this.#idBytes = idBytes;
        this.#sink = sink;
        this.#wanted.clear();
        heads.fill(0);
        const words = this.#core.numbers(heads.byteOffset, heads.length / 4);
        for (const [i, id] of wanted.entries()) {
          this.#wanted.set(id, i);
          const head = Number.parseInt(id.slice(0, HEAD2 / 4), 16);
          words[head >>> 5] |= 1 << (head & 31);
        }
        const { exports: exports2 } = this.#core;
        const at = [nameBytes, nameEnds, hot, slots].map(({ byteOffset }) => byteOffset);
        exports2.setupNames(...at, MAX_NAME_BYTES, MAX_NAMES, FIRST_SLOTS);
        this.#ids.begin(idBytes);
        exports2.setupTreeWalk(bases.byteOffset, begins.byteOffset, TREES);
        exports2.setupTrees(
          idBytes,
          links ? 1 : 0,
          linkNames.byteOffset,
          linkTargets.byteOffset,
          LINKS,
          heads.byteOffset,
          pairs.byteOffset,
          PAIRS,
          recent.byteOffset,
          RECENT
        );
        this.#core.reader = this;
      }
      /**
       * Reads all of the tree below a level of the path, or what differs from the one on that level, which it is made from. Entries that
       * were copied whole are neither read nor told; one that was moved may be told as both taken away and added.
       * @param level -1 for one that is made from none; `extraEvery` is kept behind each
       * @returns how many entries the tree has, or `~count` when it could not be read to its end
       */
      read(level) {
        return this.#core.exports.visitTree(level);
      }
      /** As `read`, for a tree that stands at an address by itself. */
      readAlone(at, size2) {
        this.#core.exports.put(0, at, size2);
        return this.read(-1);
      }
      /** See ListedVisitor. In place of the second number of each it is told what `read` gives. */
      walk(list, last) {
        return this.#core.exports.walkTrees(list, last);
      }
      /** The address of the entry in the list that is being read. */
      get walked() {
        return this.#core.exports.walkedTo();
      }
      /** Tells what has not been told yet. */
      finish() {
        this.full();
        this.#core.reader = void 0;
        this.#sink = void 0;
      }
      /** Bytes of a name. */
      name(number) {
        const { nameBytes, nameEnds } = this.#parts;
        const end = nameEnds.readUInt32LE(4 * number);
        return nameBytes.subarray(number === 0 ? 0 : nameEnds.readUInt32LE(4 * (number - 1)), end);
      }
      full() {
        const { linkNames, linkTargets, pairs, bases, begins } = this.#parts;
        const { exports: exports2 } = this.#core;
        const numbers = ({ byteOffset }, count3) => this.#core.numbers(byteOffset, count3);
        const trees = exports2.takeTrees();
        if (trees > 0) this.#sink?.onTrees(numbers(bases, trees), numbers(begins, trees));
        const links = exports2.takeLinks();
        if (links > 0) this.#sink?.onLinks(numbers(linkNames, links), numbers(linkTargets, links));
        this.#ids.take((ids, tags) => this.#sink?.onIds(ids, tags));
        const same = exports2.takePairs();
        if (same > 0) this.#sink?.onPairs(numbers(pairs, 2 * same));
      }
      treesName(from, to) {
        return this.#sink?.onName(from, to - from) ? 1 : 0;
      }
      treesWanted(id) {
        return this.#wanted.get(this.#core.bytes(id, this.#idBytes).toString("hex")) ?? -1;
      }
    };
  }
});

// src/sources/git/workspace.ts
function createWorkspace(limits, core = new Core(workspaceSize(limits))) {
  return {
    core,
    inflater: createInflater(core),
    maker: new DeltaMaker(core),
    carrier: new Carrier(core),
    commits: new CommitReader(core),
    blobs: new BlobWalker(core),
    trees: new TreeReader(core),
    arena: core.take(arenaSize(limits)),
    delta: core.take(deltaSize(limits)),
    slab: core.take(SLAB),
    list: core.takeNumbers(4 * LISTED)
  };
}
var LISTED, arenaSize, deltaSize, workspaceSize;
var init_workspace = __esm({
  "src/sources/git/workspace.ts"() {
    "use strict";
    init_core();
    init_blobwalker();
    init_carry();
    init_commitreader();
    init_delta();
    init_inflate();
    init_packfile();
    init_treereader();
    LISTED = 256;
    arenaSize = ({ object }) => 5 * object + (8 << 20);
    deltaSize = ({ object }) => 2 * object + SPARE;
    workspaceSize = (limits) => [arenaSize(limits), deltaSize(limits), SLAB, 16 * LISTED].reduce((sum, bytes2) => sum + partSize(bytes2), 0) + [DeltaMaker, Carrier, CommitReader, BlobWalker, TreeReader].reduce((sum, { size: size2 }) => sum + size2, 0);
  }
});

// src/sources/git/packwalk.ts
var HUGE, LISTED_BLOCKS, PackWalker;
var init_packwalk = __esm({
  "src/sources/git/packwalk.ts"() {
    "use strict";
    init_objectmaker();
    init_packindex();
    init_path2();
    init_plan();
    init_workspace();
    HUGE = 512 * 1024 * 1024;
    LISTED_BLOCKS = 64;
    PackWalker = class {
      #plan;
      #visitor;
      #maker;
      #core;
      #arenaAt;
      /** Roots that are still to be walked. */
      #roots = new Int32Array(0);
      #root = 0;
      #lastRoot = 0;
      /** The path from the root: how long it is, states, and the next child to walk. */
      #depth = 0;
      #states = [];
      #next = new Int32Array(LEVELS);
      /** What is to be walked next, and where this stood before it was listed. */
      #list;
      #nodes = new Int32Array(LISTED);
      #before = { root: 0, depth: 0, next: new Int32Array(LEVELS) };
      constructor(plan, limits, workspace, visitor) {
        this.#plan = plan;
        this.#visitor = visitor;
        this.#core = workspace.core;
        this.#arenaAt = workspace.arena.byteOffset;
        this.#list = workspace.list;
        this.#maker = new ObjectMaker(plan, limits, workspace, visitor.extraEvery ?? 0);
      }
      close() {
        this.#maker.reader.close();
      }
      /** See ObjectMaker.locate. */
      locate(nodes, from, to, entries) {
        return this.#maker.locate(nodes, from, to, entries);
      }
      /** What is to be walked: the roots `[from, to)` of a list and everything below them that is not IDLE, parents before their children. */
      begin(roots, from, to) {
        this.#roots = roots;
        this.#root = from;
        this.#lastRoot = to;
        this.#depth = 0;
      }
      /**
       * Visits what is to be walked.
       * @returns false when the visitor wanted a pause: there is more to do
       */
      walk() {
        const visitor = this.#visitor;
        do {
          if (visitor.wantsPause?.()) return false;
          if (visitor.listed) this.#walkListed(visitor.listed);
        } while (this.#step());
        return true;
      }
      /** Visits the next object, or reads some roots; gives false where there is nothing left. */
      #step() {
        const node = this.#peek();
        if (node < 0) return false;
        const level = this.#depth - 1;
        const many = level < 0 ? this.#visitor.readMany?.(this.#root, this.#lastRoot) ?? 0 : 0;
        if (many > 0) this.#root += many;
        else if (!this.#enter(node, level)) this.#skip(node);
        else if (this.#descend(node)) this.#takeLevel(level);
        return true;
      }
      /** The next object, -1 where there is none; its base is the last one of the path. */
      #peek() {
        const { types } = this.#plan;
        while (this.#depth > 0) {
          const node = this.#next[this.#depth - 1];
          if (node < 0) this.#depth--;
          else if ((types[node] & IDLE) === 0 && this.#visitor.wants?.(node) !== false) return node;
          else this.#skip(node);
        }
        return this.#root < this.#lastRoot ? this.#roots[this.#root] : -1;
      }
      /** Goes on to what comes next without an object and all that is made from it. */
      #skip(node) {
        if (this.#depth === 0) this.#root++;
        else this.#next[this.#depth - 1] = this.#plan.nextSibling[node];
      }
      /** Goes on to what is made from an object; gives whether that is the last one made from its base, of which it takes the level then. */
      #descend(node) {
        const isRoot = this.#depth === 0;
        this.#skip(node);
        const isLast = !isRoot && this.#next[this.#depth - 1] < 0;
        if (!isLast) this.#depth++;
        this.#next[this.#depth - 1] = this.#plan.firstChild[node];
        return isLast;
      }
      /** Has the object below a level take the level of its base. */
      #takeLevel(level) {
        this.#forget(level);
        this.#core.exports.lift(level);
        this.#states[level] = this.#states[level + 1];
        this.#states[level + 1] = void 0;
      }
      #forget(level) {
        const state = this.#states[level];
        this.#states[level] = void 0;
        if (state !== void 0) this.#visitor.release?.(state);
      }
      /** Has what comes next walked without a call for each object, up to a pause or to what is not as nearly all is. */
      #walkListed(visitor) {
        const before = this.#before;
        for (let goesOn = true; goesOn; ) {
          if (this.#maker.isExhausted) return;
          before.root = this.#root;
          before.depth = this.#depth;
          before.next.set(this.#next);
          this.#maker.reader.pin();
          const count3 = this.#listNext(visitor.type);
          const done = this.#walkList(visitor, count3);
          this.#maker.reader.unpin();
          if (done < count3) {
            this.#root = before.root;
            this.#depth = before.depth;
            this.#next.set(before.next);
            for (let i = 0; i < done; i++) this.#descend(this.#peek());
          }
          goesOn = count3 > 0 && done === count3 && this.#visitor.wantsPause?.() !== true;
        }
      }
      /** Has what is listed walked, and visits what is not; gives how many come before the first one that cannot be made so, or a pause. */
      #walkList(visitor, count3) {
        const at = this.#list.byteOffset;
        const list = this.#list;
        for (let next = 0; next < count3; ) {
          const told = visitor.walk(at + 16 * next, at + 16 * count3, this.#nodes) - at;
          for (; next < told >> 4; next++) {
            const [size3, second, level2, isLast] = [list[4 * next], list[4 * next + 1], list[4 * next + 2], list[4 * next + 3]];
            visitor.walked(this.#nodes[next], size3, second);
            if (level2 >= 0) this.#maker.count(size3);
            this.#forget(level2 + 1);
            if (isLast === 1) this.#forget(level2);
          }
          if (next === count3) break;
          if ((told & 1) === 1) {
            if (this.#visitor.wantsPause?.()) return next;
            continue;
          }
          const [size2, level] = [list[4 * next], list[4 * next + 2]];
          if (size2 < 0) return next;
          if (level >= 0) this.#maker.count(size2);
          this.#visit(this.#nodes[next], level, size2);
          if (list[4 * next + 3] === 1) this.#takeLevel(level);
          next++;
        }
        return count3;
      }
      /**
       * Lists the next objects of a type, as far as there is room for their entries, and goes on as if they were entered.
       * @returns how many there are
       */
      #listNext(type) {
        const { types } = this.#plan;
        const maker = this.#maker;
        let count3 = 0;
        while (count3 < LISTED) {
          const node = this.#peek();
          const level = this.#depth - 1;
          if (node < 0 || level + 2 > LEVELS || (types[node] & TYPE) !== type) break;
          if (maker.reader.pinned >= LISTED_BLOCKS || !maker.isRead(node)) break;
          this.#nodes[count3] = node;
          this.#list[4 * count3] = maker.entryAt;
          this.#list[4 * count3 + 1] = maker.entryEnd;
          this.#list[4 * count3 + 2] = level;
          this.#list[4 * count3 + 3] = this.#descend(node) ? 1 : 0;
          count3++;
        }
        return count3;
      }
      /**
       * Makes the object below a level and visits it. False when it cannot be made.
       * @param level of its base, -1 for a root
       */
      #enter(node, level) {
        let why = "damaged";
        try {
          const size2 = level < 0 ? this.#maker.makeRoot(node) : this.#maker.makeChild(node, level);
          if (size2 < 0) why = size2 === TOO_LARGE ? "too-large" : "exhausted";
          else {
            this.#visit(node, level, size2);
            return true;
          }
        } catch (error) {
          if (!(error instanceof MalformedError)) throw error;
        }
        this.#failBelow(node, why);
        return false;
      }
      /** Has the object below a level visited. */
      #visit(node, level, size2) {
        const at = this.#maker.path.addressOf(level + 1) - this.#arenaAt;
        const type = this.#plan.types[node] & TYPE;
        this.#forget(level + 1);
        this.#states[level + 1] = this.#visitor.visit(node, type, at, size2, level < 0 ? void 0 : this.#derivation(level));
      }
      #derivation(level) {
        return { runs: this.#maker.runs, baseSize: this.#maker.path.sizeOf(level), base: this.#states[level], level };
      }
      #failBelow(node, why) {
        const { firstChild, nextSibling, types } = this.#plan;
        const open = [node];
        for (let next = open.pop(); next !== void 0; next = open.pop()) {
          const below = why === "too-large" && this.#maker.refused <= HUGE ? "damaged" : why;
          if ((types[next] & IDLE) === 0) this.#visitor.fail(next, next === node ? why : below);
          for (let child = firstChild[next]; child >= 0; child = nextSibling[child]) open.push(child);
        }
      }
    };
  }
});

// src/sources/git/work.ts
var DEFAULT_LIMITS, PAUSE_MS, UNCLOCKED, EACH2, UNREADABLE, TYPES2, ObjectWork;
var init_work = __esm({
  "src/sources/git/work.ts"() {
    "use strict";
    init_clock();
    init_batch();
    init_claims();
    init_gitdir();
    init_ids();
    init_loose();
    init_packfile();
    init_packwalk();
    init_workspace();
    init_plan();
    DEFAULT_LIMITS = { object: 32 * 1024 * 1024, alone: 100 * 1024 * 1024, expanded: 2 ** 42 };
    PAUSE_MS = 50;
    UNCLOCKED = 1 << 20;
    EACH2 = 1 << 12;
    UNREADABLE = 255;
    TYPES2 = { commit: COMMIT, tree: TREE, blob: BLOB, tag: TAG };
    ObjectWork = class {
      plan;
      ledger;
      ids;
      workspace;
      limits;
      #walker;
      #loose;
      #deferred = [];
      #bytes = 0;
      #objects = 0;
      /** When to give way to others. */
      #pauseAt = 0;
      /** Bytes that may be read before the clock is looked at, which takes as long as a small object. */
      #unclocked = UNCLOCKED;
      constructor(plan, ledger, options) {
        this.plan = plan;
        this.ledger = ledger;
        this.ids = new ObjectIds(plan);
        this.limits = options.limits ?? DEFAULT_LIMITS;
        this.workspace = options.workspace ?? createWorkspace(this.limits);
        this.#walker = new PackWalker(plan, this.limits, this.workspace, this);
        this.#loose = new LooseReader(this.workspace.inflater, this.limits.object);
      }
      /**
       * Works on chunks until none is left, or someone calls for an end.
       * @param claims to these chunks
       */
      *run(chunks, claims) {
        const { control } = this.plan;
        this.#pauseAt = elapsedMs() + PAUSE_MS;
        try {
          for (const number of claim(claims)) {
            if (this.#stopped()) break;
            const chunk = chunks[number];
            yield* this.#work(chunk);
            this.#progress();
            Atomics.add(control, DONE_WORK, chunk.weight);
          }
        } finally {
          this.#walker.close();
        }
        yield* this.readThroughGit(this.#deferred.sort());
      }
      /** Reads objects through git. */
      *readThroughGit(ids) {
        const onObject = ({ id, type, data }) => this.readAlone(TYPES2[type], data, id);
        const steps = readThroughGit(this.plan.repo, ids, this.limits.alone ?? this.limits.object, onObject, this.ledger);
        while (!this.#stopped() && !steps.next().done) yield;
        this.#progress();
      }
      /** Once it says so, it does up to the pause: a walk is left through loops in loops, each of which asks. */
      wantsPause() {
        if (this.#stopped()) return true;
        if (this.#unclocked > 0) return false;
        if (elapsedMs() >= this.#pauseAt) return true;
        this.#unclocked = UNCLOCKED;
        return false;
      }
      #stopped() {
        return Atomics.load(this.plan.control, STOP3) !== 0;
      }
      fail(node, why) {
        if (this.isDuplicate(node)) return;
        const id = this.idOf(node);
        if (why === "damaged") this.#deferred.push(id);
        else if (why === "too-large") this.#tooLarge(id);
        else this.ledger.skip("timeout", id, true);
      }
      /** Keeps a large object for git, if that may read it. */
      #tooLarge(id) {
        const { alone = 0, object } = this.limits;
        if (alone > object && this.plan.repo.git) this.#deferred.push(id);
        else this.ledger.skip("too-large", id, true);
      }
      isDuplicate(node) {
        return (this.plan.types[node] & DUPLICATE) !== 0;
      }
      idOf(node) {
        return this.ids.hex(this.ids.ofNode(node));
      }
      /** Counts objects, of so many bytes together, for progress. */
      count(bytes2, objects = 1) {
        this.#bytes += bytes2;
        this.#objects += objects;
        this.#unclocked -= bytes2 + objects * EACH2;
      }
      /** See PackWalker.locate. */
      locate(from, to, entries) {
        return this.#walker.locate(this.plan.roots, from, to, entries);
      }
      *#work({ kind, from, to }) {
        const { roots, deferred } = this.plan;
        if (kind === "packed") {
          this.#walker.begin(roots, from, to);
          while (!this.#walker.walk() && !this.#stopped()) yield* this.#pause();
          return;
        }
        for (let i = from; i < to && !this.#stopped(); i++) {
          if (kind === "loose") this.#readLoose(i);
          else this.#deferred.push(this.idOf(deferred[i]));
          if (this.wantsPause()) yield* this.#pause();
        }
      }
      *#pause() {
        this.#progress();
        yield;
        this.#pauseAt = elapsedMs() + PAUSE_MS;
        this.#unclocked = UNCLOCKED;
      }
      #readLoose(i) {
        const { loose, repo } = this.plan;
        if (!this.wantsLoose(loose.types[i])) return;
        const id = this.ids.hex(this.ids.ofLoose(i));
        loose.types[i] = UNREADABLE;
        try {
          const path = looseFile(repo.objectDirs[loose.dirs[i]], id);
          const object = this.#loose.read(path, (type) => this.wantsLoose(type));
          if (object) {
            loose.types[i] = object.type;
            if (object.data) this.readAlone(object.type, object.data, id);
          } else {
            this.#tooLarge(id);
          }
        } catch (error) {
          if (error instanceof NoFileError) this.ledger.skip("unreadable", id, true);
          else this.#deferred.push(id);
        }
      }
      #progress() {
        Atomics.add(this.plan.control, DONE, this.#objects);
        Atomics.add(this.plan.control, DONE_KIB, this.#bytes >> 10);
        this.#objects = 0;
        this.#bytes = 0;
      }
    };
  }
});

// src/sources/git/objects.ts
function* scanObjects(plan, scanner, sink, ledger, options = {}) {
  const work = new ContentWork(plan, scanner, sink, ledger, options);
  yield* work.run(plan.chunks, plan.claims);
  return work.result();
}
var ContentWork;
var init_objects3 = __esm({
  "src/sources/git/objects.ts"() {
    "use strict";
    init_commits();
    init_commitreader();
    init_deltascan();
    init_messages();
    init_packfile();
    init_work();
    ContentWork = class extends ObjectWork {
      type = BLOB;
      #scanner;
      #maxFileSize;
      #delta;
      #sink;
      #commits;
      #tags;
      #otherTrees = [];
      /** Whether objects are read many at a time. */
      #many;
      #blobs = 0;
      #blobBytes = 0;
      constructor(plan, scanner, sink, ledger, options) {
        super(plan, ledger, options);
        this.#scanner = scanner;
        this.#maxFileSize = options.maxFileSize ?? Infinity;
        this.#delta = new DeltaScanner(scanner, this.workspace.carrier);
        this.#sink = sink;
        this.#commits = new CommitLog(this.ids, plan.repo.idBytes);
        const looks = scanner.core === this.workspace.core;
        this.workspace.commits.begin({ idBytes: plan.repo.idBytes, looks }, this.#commits);
        this.#many = looks && !sink.onClean;
        this.workspace.blobs.begin(scanner, this.#maxFileSize);
        this.#tags = new TagLog(this.ids);
      }
      result() {
        this.workspace.commits.finish();
        return {
          blobs: this.#blobs,
          blobBytes: this.#blobBytes,
          scannedBytes: this.#delta.bytes + this.workspace.blobs.bytes,
          tagCount: this.#tags.count,
          commits: this.#commits.finish(),
          tags: this.#tags.finish(),
          otherTrees: this.#otherTrees
        };
      }
      visit(node, type, at, size2, derivation) {
        const data = this.workspace.arena.subarray(at, at + size2);
        if (type !== BLOB) {
          if (!this.isDuplicate(node)) this.#readMessage(type, data, this.ids.ofNode(node), () => this.idOf(node));
          return void 0;
        }
        if (data.length > this.#maxFileSize) {
          if (!this.isDuplicate(node)) this.#leaveOut(data, this.idOf(node));
          return void 0;
        }
        const { blobs } = this.workspace;
        const walked = derivation && !derivation.base && this.listed ? this.#delta.walked(blobs, derivation.level) : void 0;
        const base = derivation?.base ?? walked;
        const known = base ? this.#delta.derived(data, derivation.runs, derivation.baseSize, base) : this.#delta.whole(data);
        if (walked) this.#delta.release(walked);
        if (!this.isDuplicate(node)) this.#giveBlob(data, known.hits, () => this.idOf(node));
        const isBase = this.plan.firstChild[node] >= 0;
        if (isBase && this.listed && known.hits.length === 0 && !known.whole) blobs.keep((derivation?.level ?? -1) + 1, known.looks);
        return known;
      }
      get listed() {
        return this.#many ? this : void 0;
      }
      walk(list, last) {
        return this.workspace.blobs.walk(list, last);
      }
      walked(node, size2) {
        if (!this.isDuplicate(node)) this.#countBlob(size2);
      }
      release(known) {
        if (known) this.#delta.release(known);
      }
      wantsLoose(type) {
        return type !== TREE;
      }
      readAlone(type, data, id) {
        if (type === BLOB && data.length > this.#maxFileSize) this.#leaveOut(data, id);
        else if (type === BLOB) {
          const known = this.#delta.whole(data);
          this.#giveBlob(data, known.hits, () => id);
          this.#delta.release(known);
        } else if (type !== TREE) {
          const { arena } = this.workspace;
          if (data.length > arena.length) return this.ledger.skip("too-large", id, true);
          arena.set(data);
          this.#readMessage(type, arena.subarray(0, data.length), this.ids.findHex(id), () => id);
        } else if (!this.#isReadable(id)) this.#otherTrees.push(id);
      }
      /** Whether an object is a loose one that can be read without git. */
      #isReadable(id) {
        const i = this.ids.findHex(id) - this.ids.ofLoose(0);
        return i >= 0 && this.plan.loose.types[i] !== UNREADABLE;
      }
      #leaveOut(data, id) {
        this.count(data.length);
        this.ledger.skip("too-large", id, true);
      }
      #countBlob(size2) {
        this.#blobs++;
        this.#blobBytes += size2;
        this.count(size2);
      }
      #giveBlob(data, hits, id) {
        this.#countBlob(data.length);
        if (hits.length === 0 && !this.#sink.onClean) return;
        const found2 = hits.filter((hit) => hit.rule >= 0);
        if (found2.length > 0) this.#sink.onBlob(id(), data, 0, data.length, found2);
        else this.#sink.onClean?.(id(), data);
      }
      /** Commits from which no other object is made, as nearly all are, and which stand near each other in a pack. */
      readMany(from, to) {
        if (!this.#many) return 0;
        const { roots, types, firstChild } = this.plan;
        const { arena, commits } = this.workspace;
        let last = from;
        const most = Math.min(to, from + MOST_ENTRIES);
        while (last < most && types[roots[last]] === COMMIT && firstChild[roots[last]] < 0) last++;
        if (last === from) return 0;
        const count3 = this.locate(from, last, commits.entries);
        let done = 0;
        while (done < count3) {
          const first = done;
          done = commits.readAll(first, count3, arena.byteOffset, this.limits.object);
          const isRead = done === count3 || commits.size >= 0;
          const there = done < count3 && isRead ? commits.found : NOTHING2;
          if (there !== NOTHING2) done++;
          for (let i = from + first; i < from + done; i++) this.#commits.add(this.ids.ofNode(roots[i]));
          this.count(commits.bytes, done - first);
          const node = roots[from + done - 1];
          if (there !== NOTHING2) this.#giveCommit(arena.subarray(0, commits.size), there, () => this.idOf(node));
          if (!isRead) break;
        }
        return done;
      }
      /** @param data in the arena */
      #readMessage(type, data, number, id) {
        this.count(data.length);
        if (type === TAG) {
          this.#tags.add(number, data);
          this.#giveParts("tag-message", data, tagStart(data), id);
          return;
        }
        const isKnown2 = number >= 0;
        if (isKnown2) this.#commits.add(number);
        this.#giveCommit(data, this.workspace.commits.read(data.byteOffset, data.length, isKnown2), id);
      }
      /** @param there what `CommitReader.read` gave */
      #giveCommit(data, there, id) {
        const { head } = this.workspace.commits;
        if (there === SOME) return this.#giveParts("commit-message", data, head, id);
        const isFound = there === MESSAGE && this.#giveText("commit-message", data, messageStart(data, head), data.length, id);
        if (!isFound) this.#sink.onClean?.(id(), data);
      }
      /** @param head see `eachPart` */
      #giveParts(kind, data, head, id) {
        let clean = true;
        eachPart(data, head, (from, to) => {
          if (this.#giveText(kind, data, from, to, id)) clean = false;
        });
        if (clean) this.#sink.onClean?.(id(), data);
      }
      /** @returns whether something was found */
      #giveText(kind, data, from, to, id) {
        const hits = this.#scanner.scan(data, from, to);
        if (hits.length === 0) return false;
        const found2 = hits.filter((hit) => hit.rule >= 0);
        if (found2.length > 0) this.#sink.onText(kind, id(), data, from, to, found2);
        return found2.length > 0;
      }
    };
  }
});

// src/sources/git/links.ts
function textsOf(names4, text) {
  let most = -1;
  for (let i = 0; i < names4.length; i++) most = Math.max(most, nameOf(names4[i]));
  const used = new Uint8Array(most + 1);
  for (let i = 0; i < names4.length; i++) used[nameOf(names4[i])] = 1;
  const numbers = Column.ofInts();
  const ends2 = Column.ofInts();
  const texts = [];
  let size2 = 0;
  for (let number = used.indexOf(1); number >= 0; number = used.indexOf(1, number + 1)) {
    const bytes3 = text(number);
    texts.push(bytes3);
    numbers.push(number);
    ends2.push(size2 += bytes3.length);
  }
  const bytes2 = new Uint8Array(size2);
  for (let i = 0; i < texts.length; i++) bytes2.set(texts[i], ends2.get(i) - texts[i].length);
  return { numbers: numbers.finish(), ends: ends2.finish(), bytes: bytes2 };
}
var NAMED3, FIRST_WANTED, LinkTable, nameOf;
var init_links = __esm({
  "src/sources/git/links.ts"() {
    "use strict";
    init_column();
    NAMED3 = -2;
    FIRST_WANTED = -3;
    LinkTable = class {
      #trees = Column.ofInts();
      #bases = Column.ofInts();
      #begins = Column.ofInts();
      #names = Column.ofInts();
      #targets = Column.ofInts();
      /** The number of the next tree. */
      number(tree) {
        this.#trees.push(tree);
      }
      /**
       * Takes the next trees, of each the place of the tree that it is compared with, or -1, and how many links there are of all before it.
       */
      addTrees(bases, begins) {
        this.#bases.append(bases);
        this.#begins.append(begins);
      }
      /** @param names as in TreeLinks */
      add(names4, targets) {
        this.#names.append(names4);
        this.#targets.append(targets);
      }
      /** Says later what a link leads to that was added with NOTHING. */
      lead(link, target) {
        this.#targets.set(link, target);
      }
      /** What a link leads to. */
      target(link) {
        return this.#targets.get(link);
      }
      /** @param text gives the bytes of a name */
      finish(text) {
        const names4 = this.#names.finish();
        const begins = this.#begins.finish();
        const ends2 = new Int32Array(begins.length);
        ends2.set(begins.subarray(1));
        if (ends2.length > 0) ends2[ends2.length - 1] = names4.length;
        return {
          trees: this.#trees.finish(),
          bases: this.#bases.finish(),
          ends: ends2,
          names: names4,
          targets: this.#targets.finish(),
          texts: textsOf(names4, text)
        };
      }
    };
    nameOf = (link) => link < 0 ? ~link : link;
  }
});

// src/sources/git/treescan.ts
function* scanTrees(plan, scanner, sink, ledger, options = {}) {
  const work = new TreeWork(plan, scanner, sink, ledger, options);
  yield* work.run(plan.treeChunks, plan.treeClaims);
  yield* work.readOthers(options.others ?? []);
  return work.result();
}
var TreeWork;
var init_treescan = __esm({
  "src/sources/git/treescan.ts"() {
    "use strict";
    init_idbatch();
    init_links();
    init_packfile();
    init_treereader();
    init_work();
    TreeWork = class extends ObjectWork {
      #trees = 0;
      #missing = /* @__PURE__ */ new Set();
      #scanner;
      #sink;
      #reader;
      #table;
      #held;
      /** Id of the tree being read. */
      #id = () => "";
      constructor(plan, scanner, sink, ledger, options) {
        super(plan, ledger, options);
        const { wanted = [] } = options;
        this.#scanner = scanner;
        this.#sink = sink;
        this.#table = options.links || wanted.length > 0 ? new LinkTable() : void 0;
        this.#held = new IdBatch(this.ids, plan.repo.idBytes, this.#onNumber);
        this.#reader = this.workspace.trees;
        this.#reader.begin({ idBytes: plan.repo.idBytes, links: this.#table !== void 0, wanted }, this);
      }
      result() {
        this.#reader.finish();
        const links = this.#table && { links: this.#table.finish((name) => this.#reader.name(name)) };
        return { trees: this.#trees, missing: [...this.#missing], ...links };
      }
      get extraEvery() {
        return TreeReader.extraEvery(this.plan.repo.idBytes);
      }
      type = TREE;
      get listed() {
        return this;
      }
      visit(node, _type, _at, size2, derivation) {
        this.#id = () => this.idOf(node);
        this.walked(node, size2, this.#reader.read(derivation?.level ?? -1));
      }
      walk(list, last, nodes) {
        const first = this.workspace.list.byteOffset;
        this.#id = () => this.idOf(nodes[(this.#reader.walked - first) / 16]);
        return this.#reader.walk(list, last);
      }
      /** @param entries how many the tree has, or `~entries` up to where it is damaged */
      walked(node, size2, entries) {
        this.#table?.number(this.ids.ofNode(node));
        if (entries < 0) this.ledger.skip("unreadable", this.idOf(node), true);
        if (this.isDuplicate(node)) return;
        this.#trees++;
        this.count(size2);
      }
      readOthers(ids) {
        return this.readThroughGit(ids);
      }
      wantsLoose(type) {
        return type === TREE || type === 0;
      }
      readAlone(type, data, id) {
        if (type !== TREE) return;
        this.#id = () => id;
        const { arena } = this.workspace;
        if (data.length + TreeReader.extra(data.length, this.plan.repo.idBytes) > arena.length)
          return this.ledger.skip("too-large", id, true);
        this.#trees++;
        this.count(data.length);
        arena.set(data);
        this.#table?.number(this.ids.findHex(id));
        if (this.#reader.readAlone(arena.byteOffset, data.length) < 0) this.ledger.skip("unreadable", id, true);
      }
      onName(at, length) {
        const data = this.workspace.core.bytes(at, length);
        const hits = this.#scanner.scan(data, 0, length).filter((hit) => hit.rule >= 0);
        if (hits.length > 0) this.#sink.onText("path", this.#id(), data, 0, length, hits);
        return hits.length > 0;
      }
      onTrees(bases, begins) {
        this.#table?.addTrees(bases, begins);
      }
      onLinks(names4, targets) {
        this.#table?.add(names4, targets);
      }
      onIds(ids, tags) {
        this.#held.find(ids, tags);
      }
      onPairs(pairs) {
        for (let i = 0; i < pairs.length; i += 2) this.#table?.lead(pairs[i], this.#table.target(pairs[i + 1]));
      }
      #onNumber = (number, tag, ids, at) => {
        if (number < 0) {
          if (tag >= 0) this.#missing.add(ids.toString("hex", at, at + this.plan.repo.idBytes));
        } else if (tag !== UNLINKED) this.#table?.lead(tag < 0 ? ~tag : tag, number);
      };
    };
  }
});

// src/pipeline/history-part.ts
function firstPlaces(matches3) {
  const counts = /* @__PURE__ */ new Map();
  return matches3.filter((match) => {
    const key = secretKey(match);
    const count3 = counts.get(key) ?? 0;
    counts.set(key, count3 + 1);
    return count3 < MAX_PLACES;
  });
}
function hitsOf({ found: found2, scan }, settling) {
  const secrets = /* @__PURE__ */ new Map();
  for (const { where, key, matches: matches3 } of found2) {
    if (where !== "blob") continue;
    for (const match of matches3) {
      const secret = secretKey(match);
      const known = secrets.get(secret);
      if (!known) secrets.set(secret, { blobs: [key], told: mayBeTold(match, settling) });
      else {
        if (known.blobs.at(-1) !== key) known.blobs.push(key);
        known.told ||= mayBeTold(match, settling);
      }
    }
  }
  return { secrets, otherTrees: scan.otherTrees };
}
function tellable(hits) {
  const all = hits.flatMap((each) => [...each.secrets]);
  const secrets = new Set(all.filter(([, { told }]) => told).map(([secret]) => secret));
  const blobs = new Set(all.flatMap(([secret, found2]) => secrets.has(secret) ? found2.blobs : []));
  return { secrets, blobs: [...blobs].sort() };
}
function onlySecrets(found2, secrets) {
  return found2.flatMap((one) => {
    if (one.where !== "blob") return [one];
    const matches3 = one.matches.filter((match) => secrets.has(secretKey(match)));
    return matches3.length > 0 ? [{ ...one, matches: matches3 }] : [];
  });
}
var MAX_PLACES, HistoryPart;
var init_history_part = __esm({
  "src/pipeline/history-part.ts"() {
    "use strict";
    init_weigh();
    init_group();
    init_path();
    init_objects3();
    init_workspace();
    init_treescan();
    init_work();
    init_ledger();
    init_reader();
    init_objects2();
    MAX_PLACES = 1e3;
    HistoryPart = class {
      tools;
      #maxFileSize;
      /** @param maxFileSize bytes; larger files are not scanned */
      constructor(catalogue, maxFileSize = Infinity) {
        this.#maxFileSize = maxFileSize;
        const scanner = new ObjectScanner(catalogue, workspaceSize(DEFAULT_LIMITS));
        this.tools = { scanner, workspace: createWorkspace(DEFAULT_LIMITS, scanner.core) };
      }
      /** Contents of blobs, and messages. */
      objects(plan) {
        const { scanner, workspace } = this.tools;
        const options = { workspace, maxFileSize: this.#maxFileSize };
        return this.#collect((sink, ledger) => scanObjects(plan, scanner, sink, ledger, options));
      }
      /**
       * Names in trees, and where the wanted blobs stand.
       * @param wanted ids of blobs in which something was found, the same for all threads
       * @param others ids of trees that only git can read, for one thread
       */
      trees(plan, wanted, others) {
        const { scanner, workspace } = this.tools;
        return this.#collect((sink, ledger) => scanTrees(plan, scanner, sink, ledger, { wanted, links: true, others, workspace }));
      }
      /**
       * Tells of which contents and messages of a plan nothing need be read but their size, and what is in contents of which something
       * is told at one of their paths. Neither is told of what stands for a file that is kept elsewhere (Git LFS), or could not be
       * looked at.
       */
      *screen(plan, paths2, settling) {
        const { clean, found: found2, messages } = { clean: { ids: [], sizes: [] }, found: /* @__PURE__ */ new Map(), messages: [] };
        const { scanner, workspace } = this.tools;
        const onClean = (id, data) => {
          if (isLfsPointer(data, 0, data.length)) return;
          clean.ids.push(id);
          clean.sizes.push(data.length);
        };
        const sink = {
          onClean,
          onBlob(id, data, start, end, hits) {
            const matches3 = scanner.read(data, start, end, hits);
            const isTold = (path) => matches3.some((match) => isToldAt(match, path, settling));
            if ([...paths2.get(id) ?? []].some(isTold)) found2.set(id, matches3);
            else onClean(id, data);
          },
          onText: (_kind, id) => void messages.push(id)
        };
        yield* scanObjects(plan, scanner, sink, SILENT, { workspace, maxFileSize: this.#maxFileSize });
        return { clean, found: found2, messages };
      }
      *#collect(run11) {
        const part = { found: [], texts: [], skipped: [] };
        const { scanner } = this.tools;
        const sink = {
          onBlob(id, data, start, end, hits) {
            const all = scanner.read(data, start, end, hits);
            const matches3 = all.length > MAX_PLACES ? firstPlaces(all) : all;
            if (matches3.length < all.length)
              part.skipped.push({
                reason: "too-large",
                path: `${id} (${all.length - matches3.length} more places of the same)`,
                gap: true
              });
            if (matches3.length > 0) part.found.push({ where: "blob", key: id, matches: matches3 });
          },
          onText(where, id, data, start, end, hits) {
            const key = where === "path" ? fromBytes(data.subarray(start, end)) : id;
            part.texts.push({ where, key });
            part.found.push({ where, key, matches: scanner.matches(data, start, end, hits, "") });
          }
        };
        const skip2 = (...[reason2, path, gap]) => {
          part.skipped.push({ reason: reason2, path, gap });
        };
        return { scan: yield* run11(sink, { skip: skip2 }), ...part };
      }
    };
  }
});

// src/pipeline/history-threads.ts
function follow2(plan, { onProgress, signal }) {
  const stop = () => void Atomics.store(plan.control, STOP3, 1);
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop);
  const load = (counter) => Atomics.load(plan.control, counter);
  const tell = setInterval(() => onProgress?.(load(DONE), load(DONE_KIB) * 1024, load(DONE_WORK) / plan.work), PROGRESS_MS);
  return () => {
    clearInterval(tell);
    signal?.removeEventListener("abort", stop);
  };
}
async function both(own, others) {
  const [mine, theirs] = await Promise.all([own, others]);
  return [...mine, ...theirs];
}
var WORKER_LIMITS, PROGRESS_MS, Inline, Threads;
var init_history_threads = __esm({
  "src/pipeline/history-threads.ts"() {
    "use strict";
    init_plan();
    init_steps();
    init_ledger();
    init_history_part();
    init_worker_catalogue();
    WORKER_LIMITS = { maxYoungGenerationSizeMb: 8 };
    PROGRESS_MS = 200;
    Inline = class {
      #part;
      #settling;
      constructor({ catalogue, maxFileSize, settling = {} }) {
        this.#settling = settling;
        this.#part = new HistoryPart(catalogue, maxFileSize);
      }
      /** See HistoryPart. */
      get tools() {
        return this.#part.tools;
      }
      objects(plan) {
        const contents = this.#run(this.#part.objects(plan));
        return { hits: contents.then((parts) => parts.map((part) => hitsOf(part, this.#settling))), contents };
      }
      /** The plan of a repository. What cannot be read is not told. */
      plan(repo) {
        return giveWay(planSteps(repo, SILENT));
      }
      /** See HistoryPart.screen. */
      screen(plan, paths2) {
        return this.#run(this.#part.screen(plan, paths2, this.#settling));
      }
      trees(plan, wanted, others) {
        return this.#run(this.#part.trees(plan, wanted, others));
      }
      async #run(steps) {
        return [await giveWay(steps)];
      }
      end() {
        return Promise.resolve();
      }
    };
    Threads = class {
      #options;
      /** This thread's part; made when the others have their work. */
      #inline;
      /** The plan at hand. */
      #plan;
      #workers;
      /** Ends with the error of the first thread that has one. */
      #failure;
      constructor(options) {
        this.#options = options;
        const { customRules: custom, catalogue, maxFileSize = Infinity, settling = {}, jobs } = options;
        const { Worker } = process.getBuiltinModule("node:worker_threads");
        const workerData = { maxFileSize, settling, ...custom && { custom: customRules(catalogue) } };
        const url2 = new URL("./history-worker.js", __moduleUrl);
        this.#workers = Array.from({ length: jobs - 1 }, () => new Worker(url2, { workerData, resourceLimits: WORKER_LIMITS }));
        this.#failure = new Promise((_, reject) => {
          for (const worker of this.#workers) worker.once("error", reject);
        });
        this.#failure.catch(() => void 0);
      }
      /** Those of this thread. */
      get tools() {
        return this.#own.tools;
      }
      objects(plan) {
        const [hits, contents] = [this.#answers("hits"), this.#answers("contents")];
        this.#ask(plan, {});
        const own = this.#own.objects(plan);
        return { hits: both(own.hits, hits), contents: both(own.contents, contents) };
      }
      /** As in Inline, by one of them while this thread goes on. */
      async plan(repo) {
        const [first] = this.#workers;
        const plans = this.#answers("made", [first]);
        first.postMessage({ repo });
        const [plan] = await plans;
        return plan;
      }
      /** See HistoryPart.screen. */
      screen(plan, paths2) {
        const screened = this.#answers("screened");
        this.#ask(plan, { paths: paths2 });
        return both(this.#own.screen(plan, paths2), screened);
      }
      trees(plan, wanted, others) {
        const trees = this.#answers("trees");
        this.#ask(plan, { names: { wanted, others: [] } });
        return both(this.#own.trees(plan, wanted, others), trees);
      }
      async end() {
        if (this.#plan) Atomics.store(this.#plan.control, STOP3, 1);
        this.#inline = void 0;
        await Promise.all(this.#workers.map((worker) => worker.terminate()));
      }
      get #own() {
        return this.#inline ??= new Inline(this.#options);
      }
      #ask(plan, step2) {
        this.#plan = plan;
        for (const worker of this.#workers) worker.postMessage({ plan, ...step2 });
      }
      /** The answers of one kind that the threads, or some of them, will give. */
      #answers(kind, workers = this.#workers) {
        const answers = workers.map(
          (worker) => new Promise((resolve12) => {
            const onMessage = (message) => {
              const answer = message[kind];
              if (!answer) return;
              worker.off("message", onMessage);
              resolve12(answer);
            };
            worker.on("message", onMessage);
          })
        );
        const all = Promise.race([Promise.all(answers), this.#failure]);
        all.catch(() => void 0);
        return all;
      }
    };
  }
});

// src/pipeline/packscreen.ts
var packscreen_exports = {};
__export(packscreen_exports, {
  PackScreen: () => PackScreen
});
var PART, PackScreen;
var init_packscreen = __esm({
  "src/pipeline/packscreen.ts"() {
    "use strict";
    init_ids();
    init_needed();
    init_packlist();
    init_history_threads();
    PART = 1 / 256;
    PackScreen = class {
      /** By id what was found in content in which something is told. */
      found = /* @__PURE__ */ new Map();
      #repo;
      #options;
      #least;
      #threads;
      #plan;
      /** @param files of which it would pay in a small repository */
      constructor(repo, options, files) {
        this.#repo = repo;
        this.#options = options;
        this.#least = files + PART * estimateObjects(repo.objectDirs, repo.idBytes);
      }
      /** With several threads, one of them makes the plan while git is at work. */
      expect(files) {
        if (files >= this.#least && this.#options.jobs > 1) this.#plan ??= this.#makePlan();
        return this.#plan !== void 0;
      }
      async look({ contents, messages }) {
        const clean = /* @__PURE__ */ new Map();
        const found2 = /* @__PURE__ */ new Set();
        if (!this.#plan && contents.size < this.#least || this.#options.signal?.aborted) return { clean, found: found2 };
        const all = await (this.#plan ??= this.#makePlan());
        const threads = this.#threads;
        const objects = new ObjectIds(all);
        const numbers = [...contents.keys(), ...messages].map((id) => objects.findHex(id)).filter((number) => number >= 0);
        const plan = narrowPlan(all, objects, numbers);
        const endFollowing = follow2(plan, this.#options);
        try {
          const parts = await threads.screen(plan, contents);
          for (const part of parts) {
            for (const [i, id] of part.clean.ids.entries()) clean.set(id, part.clean.sizes[i]);
            for (const [id, matches3] of part.found) this.found.set(id, matches3);
            for (const id of [...part.found.keys(), ...part.messages]) found2.add(id);
          }
        } finally {
          endFollowing();
        }
        await threads.end();
        return { clean, found: found2 };
      }
      #makePlan() {
        this.#threads = this.#options.jobs > 1 ? new Threads(this.#options) : new Inline(this.#options);
        const plan = this.#threads.plan(this.#repo);
        plan.catch(() => void 0);
        return plan;
      }
      async end() {
        await this.#threads?.end();
      }
    };
  }
});

// src/pipeline/screen.ts
var FILES, LateScreen;
var init_screen = __esm({
  "src/pipeline/screen.ts"() {
    "use strict";
    FILES = 4e3;
    LateScreen = class {
      #repo;
      #options;
      #loading;
      #screen;
      constructor(repo, options) {
        this.#repo = repo;
        this.#options = options;
      }
      get #files() {
        return this.#options.screenFrom ?? FILES;
      }
      expect(files) {
        if (files >= this.#files) this.#loading ??= this.#load();
        return this.#screen?.expect(files) ?? false;
      }
      async look(wanted) {
        if (wanted.contents.size >= this.#files) this.#loading ??= this.#load();
        return (await this.#loading)?.look(wanted) ?? { clean: /* @__PURE__ */ new Map(), found: /* @__PURE__ */ new Set() };
      }
      /** What was found in some content; undefined where that was not looked at. */
      found(id) {
        return this.#screen?.found.get(id);
      }
      async #load() {
        const { PackScreen: PackScreen2 } = await Promise.resolve().then(() => (init_packscreen(), packscreen_exports));
        return this.#screen = new PackScreen2(this.#repo, this.#options, this.#files);
      }
      async end() {
        await (await this.#loading)?.end();
      }
    };
  }
});

// src/pipeline/versions.ts
function commonEnds(base, data) {
  const most = Math.min(base.length, data.length);
  let first = 0;
  while (first + BLOCK3 <= most && base.compare(data, first, first + BLOCK3, first, first + BLOCK3) === 0) first += BLOCK3;
  while (first < most && base[first] === data[first]) first++;
  const left = most - first;
  const shift = base.length - data.length;
  let last = 0;
  const isSame = (from, to) => base.compare(data, from, to, from + shift, to + shift) === 0;
  while (last + BLOCK3 <= left && isSame(data.length - last - BLOCK3, data.length - last)) last += BLOCK3;
  while (last < left && base[base.length - 1 - last] === data[data.length - 1 - last]) last++;
  const runs = [];
  if (first > 0) runs.push(0, 0, first);
  if (last > 0) runs.push(data.length - last, base.length - last, last);
  return { count: runs.length / 3, data: Int32Array.from(runs) };
}
var KEPT4, BLOCK3, VersionScanner;
var init_versions = __esm({
  "src/pipeline/versions.ts"() {
    "use strict";
    init_deltascan();
    KEPT4 = 64 * 1024 * 1024;
    BLOCK3 = 1024;
    VersionScanner = class {
      #delta;
      /** By id, the one that was used last comes last. */
      #kept = /* @__PURE__ */ new Map();
      /** That are kept now. */
      bytes = 0;
      constructor(scanner) {
        this.#delta = new DeltaScanner(scanner);
      }
      /**
       * The hits of some content, as a scan of all of it gives them.
       * @param id of the content
       * @param data is kept, and must not change
       * @param others ids of content that it has most in common with, as far as that was scanned here
       */
      scan(id, data, others) {
        const same = this.#use(id);
        if (same) return same.known.hits;
        const base = others.map((each) => this.#use(each)).find((each) => each !== void 0);
        const known = base ? this.#delta.derived(data, commonEnds(base.data, data), base.data.length, base.known) : this.#delta.whole(data);
        this.#keep(id, { data, known, bytes: data.length + known.looks.data.byteLength });
        return known.hits;
      }
      #use(id) {
        const version = this.#kept.get(id);
        if (version) {
          this.#kept.delete(id);
          this.#kept.set(id, version);
        }
        return version;
      }
      #keep(id, version) {
        this.#kept.set(id, version);
        this.bytes += version.bytes;
        for (const [oldest, { known, bytes: bytes2 }] of this.#kept) {
          if (this.bytes <= KEPT4) break;
          this.#kept.delete(oldest);
          this.bytes -= bytes2;
          this.#delta.release(known);
        }
      }
    };
  }
});

// src/pipeline/changes.ts
var changes_exports = {};
__export(changes_exports, {
  scanRange: () => scanRange,
  scanStaged: () => scanStaged
});
async function scanStaged(catalogue, cwd, all, options, ledger) {
  const changes = new ChangeScan(catalogue, all, options, ledger);
  await stagedBlobs(cwd, changes, ledger, options);
  return changes.outcome;
}
async function scanRange(catalogue, cwd, range, options, ledger) {
  const repo = openRepo(cwd, ledger);
  const tell = rising(options.onProgress ?? (() => void 0));
  const onProgress = (objects, bytes2, part) => tell(objects, bytes2, SCREENING * part);
  const screen = new LateScreen(repo, { ...options, catalogue, maxFileSize: options.maxSize, onProgress });
  const changes = new ChangeScan(catalogue, false, { ...options, onProgress: tell }, ledger, screen);
  try {
    const commits = await rangeBlobs(repo, range, changes, ledger, options);
    return { ...changes.outcome, commits };
  } finally {
    await screen.end();
  }
}
function rising(tell) {
  const most = [0, 0, 0];
  return (...now) => {
    for (const [i, number] of now.entries()) most[i] = Math.max(most[i], number);
    tell(...most);
  };
}
var SCREENING, ChangeScan;
var init_changes = __esm({
  "src/pipeline/changes.ts"() {
    "use strict";
    init_companions();
    init_weigh();
    init_path();
    init_brought();
    init_range();
    init_messages();
    init_repo();
    init_staged();
    init_reader();
    init_inline();
    init_added();
    init_objects2();
    init_screen();
    init_versions();
    SCREENING = 0.9;
    ChangeScan = class {
      outcome = { matches: [], blobs: 0, bytes: 0 };
      #scanner;
      #versions;
      #catalogue;
      #sheets;
      #all;
      #options;
      #ledger;
      /** Paths that were read. */
      #names = /* @__PURE__ */ new Set();
      /** What was found in files that may have held it before. */
      #found = /* @__PURE__ */ new Map();
      screen;
      constructor(catalogue, all, options, ledger, screen) {
        this.screen = screen;
        this.#scanner = new ObjectScanner(catalogue);
        this.#versions = new VersionScanner(this.#scanner);
        this.#catalogue = catalogue;
        this.#all = all;
        this.#options = options;
        this.#ledger = ledger;
      }
      /** Of what is moved out of a folder that was left out nobody has been told; of whole files it does not matter. */
      counts = (before, { path }) => {
        const { sees = () => true } = this.#options;
        return !this.#all && (before.path === path || sees(before.path) || !sees(path));
      };
      onCommit = ({ id, time }, data) => {
        this.#tell(this.#inMessage(data, idsEnd(data), `commit ${id}`), { commit: id }, time);
      };
      onTag = ({ id, data, time }) => {
        this.#tell(this.#inMessage(data, tagStart(data), `tag ${id}`), {}, time);
      };
      onContent = (change, data, done) => {
        this.#meet(change, data.length, done);
        const others = change.before.map(({ id }) => id);
        const matches3 = this.#inVersion(change.path, change.id, data, others);
        if (matches3.length === 0) {
          if (isLfsPointer(data, 0, data.length)) this.#ledger.skip("lfs-pointer", change.path, false);
          return false;
        }
        if (this.#all) {
          this.#tellIn(change, matches3);
          return false;
        }
        this.#found.set(change, matches3);
        return true;
      };
      onClean = (change, size2, done) => this.#meet(change, size2, done);
      /** What is done for each file, whatever it holds. */
      #meet(change, size2, done) {
        const { outcome } = this;
        outcome.blobs++;
        outcome.bytes += size2;
        this.#options.onProgress?.(outcome.blobs, outcome.bytes, done);
        this.#readName(change);
      }
      /** The path of a new file is read, too: whoever names one after a token tells it to everyone. */
      #readName({ path, before, commit }) {
        if (this.#names.has(path) || before.some((old) => old.path === path && !isNone(old.id))) return;
        this.#names.add(path);
        this.#tell(this.#inText(toBytes(path), path), commit && { commit: commit.id }, commit?.time);
      }
      /** Keeps the matches of a file that were not there before. */
      onReplaced = (change, before) => {
        const held = before.map(
          (old) => "data" in old ? this.#inVersion(old.path, old.id, old.data, [change.id]) : this.#found.get(old.madeBy) ?? []
        );
        const matches3 = this.#found.get(change);
        const added = addedMatches(matches3, held, this.#isAccepted);
        this.#tellIn(change, [...added, ...this.#besides(added, matches3)]);
      };
      /** What stood there before and may belong to what was added. */
      #besides(added, matches3) {
        if (added.length === 0 || added.length === matches3.length) return [];
        const rules = new Set(added.flatMap(({ rule }) => companionRules(rule, this.#sheetsById)));
        const isNew = new Set(added);
        const others = matches3.filter((match) => rules.has(match.rule) && !isNew.has(match));
        return others.map((match) => Object.assign({}, match, { known: true }));
      }
      #isAccepted = (match) => {
        const { inlineIgnores: inlineIgnores2 = true, now = /* @__PURE__ */ new Date() } = this.#options;
        return inlineIgnores2 && (match.ignores?.some((ignore) => accepts(ignore, match, now)) ?? false);
      };
      #tellIn({ id, commit }, matches3) {
        this.#tell(matches3, { blob: id, ...commit && { commit: commit.id } }, commit?.time);
      }
      /** @param place what of the repository they stand in, beside the path */
      #tell(matches3, place2 = {}, committed) {
        for (const match of matches3) {
          const location = { ...match.location, ...place2 };
          this.outcome.matches.push({ ...match, location, ...committed !== void 0 && { committed } });
        }
      }
      /** The matches in what is no file. */
      #inText(data, path, from = 0, to = data.length) {
        return this.#scanner.matches(data, from, to, this.#scanner.scan(data, from, to), path);
      }
      /** The matches in what people wrote into a commit or tag. */
      #inMessage(data, head, path) {
        const matches3 = [];
        eachPart(data, head, (from, to) => void matches3.push(...this.#inText(data, path, from, to)));
        return matches3;
      }
      /** Read only where something was found. */
      get #sheetsById() {
        return this.#sheets ??= new Map(this.#catalogue.sheets.map((sheet) => [sheet.id, sheet]));
      }
      /** The matches in some content that would be told of a file at `path`. */
      #inVersion(path, id, data, others) {
        const known = this.screen?.found(id);
        const matches3 = known ? this.#scanner.place(data, 0, data.length, known, path) : this.#scanner.matches(data, 0, data.length, this.#versions.scan(id, data, others), path);
        if (matches3.length === 0) return [];
        const { accepts: stands } = this.#catalogue;
        const settled = settle(stands ? matches3.filter(stands) : matches3, this.#options.settling);
        return withoutLacking(settled, this.#sheetsById);
      }
    };
  }
});

// src/sources/git/graph.ts
var partsOf2, CommitGraph;
var init_graph = __esm({
  "src/sources/git/graph.ts"() {
    "use strict";
    init_core();
    partsOf2 = (objects, commits, parents) => ({
      positions: 4 * objects,
      readNumbers: 4 * commits,
      readTrees: 4 * commits,
      readTimes: 8 * commits,
      readParents: 4 * parents,
      readEnds: 4 * commits,
      waiting: 4 * commits,
      heap: 4 * commits,
      order: 4 * commits,
      numbers: 4 * commits,
      trees: 4 * commits,
      parents: 4 * parents,
      parentEnds: 4 * commits,
      flags: commits,
      left: 8 * commits,
      masks: 4 * commits
    });
    CommitGraph = class {
      count;
      /** Number of each commit among all objects. */
      numbers;
      /** Number of each commit's tree, -1 when it is not in the store. */
      trees;
      /** Parents that are in the store: those of commit `i` are `parents[parentEnds[i - 1]] …` up to `parentEnds[i]`. */
      parents;
      parentEnds;
      /** Position of an object number, -1 when it is no commit. */
      positions;
      /** By commit, for who makes use of them: bits and a time that flow from children to parents, and bits that flow to children. */
      flags;
      left;
      masks;
      #core;
      /** Addresses of the parts. */
      #at;
      /**
       * @param objects number of all objects
       * @param records what several readers have told
       */
      constructor(objects, records) {
        const commits = records.reduce((sum, record) => sum + record.count, 0);
        const parents = records.reduce((sum, record) => sum + record.parents.length, 0);
        const parts = partsOf2(objects, commits, parents);
        const core = new Core(partsSize(parts));
        const at = core.place(parts);
        const column = (part, from = 0, length = commits) => core.numbers(at[part] + 4 * from, length);
        let [commit, parent] = [0, 0];
        for (const record of records) {
          column("readNumbers", commit, record.count).set(record.numbers);
          column("readTrees", commit, record.count).set(record.trees);
          core.doubles(at.readTimes + 8 * commit, record.count).set(record.times);
          column("readParents", parent, record.parents.length).set(record.parents);
          column("readEnds", commit, record.count).set(record.parentEnds);
          core.exports.moveEnds(at.readEnds + 4 * commit, record.count, parent);
          commit += record.count;
          parent += record.parents.length;
        }
        this.positions = column("positions", 0, objects).fill(-1);
        this.count = core.exports.sortCommits(
          commits,
          at.readNumbers,
          at.readTrees,
          at.readTimes,
          at.readParents,
          at.readEnds,
          at.positions,
          at.waiting,
          at.heap,
          at.order
        );
        core.exports.arrangeCommits(
          this.count,
          at.order,
          at.waiting,
          at.positions,
          objects,
          at.numbers,
          at.trees,
          at.parents,
          at.parentEnds
        );
        this.numbers = column("numbers", 0, this.count);
        this.trees = column("trees", 0, this.count);
        this.parentEnds = column("parentEnds", 0, this.count);
        this.parents = column("parents", 0, this.parentEnds.at(-1) ?? 0);
        this.flags = core.bytes(at.flags, this.count);
        this.left = core.doubles(at.left, this.count);
        this.masks = column("masks", 0, this.count);
        this.#core = core;
        this.#at = at;
      }
      /** Gives the `flags` of each commit, and what it has `left` where that is more, to all its ancestors. */
      flowDown() {
        const { parents, parentEnds, flags, left } = this.#at;
        this.#core.exports.flowDown(this.count, parents, parentEnds, flags, left);
      }
      /** Gives the `masks` of commits, of which none is behind the `oldest`, to all that follow from them. */
      flowUp(oldest) {
        const { parents, parentEnds, masks } = this.#at;
        if (oldest >= 0) this.#core.exports.flowUp(oldest, parents, parentEnds, masks);
      }
    };
  }
});

// src/sources/git/pick.ts
function readObjects(plan, ids, wanted, onObject, workspace) {
  if (wanted.size === 0) return;
  const left = new Set(wanted);
  const give = (number, data) => {
    if (left.delete(number)) onObject(number, data);
  };
  const needed = findNeeded(plan, ids, wanted);
  const visitor = {
    visit: (node, _type, at, size2) => {
      give(ids.ofNode(node), workspace.arena.subarray(at, at + size2));
      return void 0;
    },
    wants: (node) => needed.nodes[node] === 1,
    fail: () => void 0
  };
  const walker = new PackWalker(plan, DEFAULT_LIMITS, workspace, visitor);
  try {
    walker.begin(Int32Array.from(needed.roots), 0, needed.roots.length);
    walker.walk();
  } finally {
    walker.close();
  }
  const loose = new LooseReader(workspace.inflater, DEFAULT_LIMITS.object);
  for (const number of wanted) {
    const i = number - ids.ofLoose(0);
    if (i >= 0 && left.has(number)) readLoose(plan, loose, ids.hex(number), i, (data) => give(number, data));
  }
  const rest = Array.from(left, (number) => ids.hex(number));
  finish(readThroughGit(plan.repo, rest, DEFAULT_LIMITS.alone, ({ id, data }) => give(ids.findHex(id), data), SILENT));
}
function readLoose({ loose, repo }, reader, id, i, onData) {
  try {
    const object = reader.read(looseFile(repo.objectDirs[loose.dirs[i]], id), () => true);
    if (object?.data) onData(object.data);
  } catch {
  }
}
function parseCommit(id, data) {
  const blank = data.indexOf("\n\n");
  const head = data.toString("latin1", 0, blank < 0 ? data.length : blank + 1);
  const [, label] = /\nencoding ([^\n]*)/.exec(head) ?? [];
  const decode3 = decoderOf(label);
  const [, author = ""] = /\n(?:author|tagger) ([^\n]*)/.exec(head) ?? [];
  const [, name = "", email = "", rest = ""] = /^([^<]*)<([^>]*)>([^\n]*)$/.exec(author) ?? [];
  const [, seconds = "0"] = /(\d+) [+-]\d+\s*$/.exec(rest) ?? [];
  return {
    id,
    author: decode3(Buffer.from(name.replace(/[ \t\r]+$/, ""), "latin1")),
    email: decode3(Buffer.from(email, "latin1")),
    time: Number(seconds),
    subject: decode3(blank < 0 ? Buffer.alloc(0) : subjectOf(data.subarray(blank + 2)))
  };
}
function subjectOf(message) {
  const lines3 = [];
  for (const line of message.toString("latin1").split("\n")) {
    const text = line.replace(/[ \t\n\v\f\r]+$/, "");
    if (text !== "") lines3.push(text);
    else if (lines3.length > 0) break;
  }
  return Buffer.from(lines3.join(" "), "latin1");
}
function decoderOf(label) {
  if (label !== void 0) {
    try {
      const decoder = new TextDecoder(label);
      return (bytes2) => decoder.decode(bytes2);
    } catch {
      return fromBytes;
    }
  }
  return fromBytes;
}
var init_pick = __esm({
  "src/sources/git/pick.ts"() {
    "use strict";
    init_path();
    init_batch();
    init_ledger();
    init_loose();
    init_needed();
    init_packwalk();
    init_steps();
    init_work();
  }
});

// src/sources/git/sightings.ts
function add(table, key, commit, path) {
  let found2 = table.get(key);
  if (!found2) table.set(key, found2 = { commits: [], paths: [] });
  found2.commits.push(commit);
  found2.paths.push(path);
}
function sightThroughTrees(trees, graph, { blobs, names: names4 }, head) {
  const sightings = /* @__PURE__ */ new Map();
  const inHead = /* @__PURE__ */ new Map();
  trees.sight(graph, ({ commit, path, wanted }) => {
    const [key, text] = keyed(blobs, path, wanted);
    if (wanted >= 0 || names4?.has(key)) add(sightings, key, commit, text);
  });
  if (head >= 0) trees.list(graph.trees[head], (path, wanted) => addPath(inHead, ...keyed(blobs, path, wanted)));
  return { sightings, inHead };
}
function keyed(blobs, path, wanted) {
  const text = fromBytes(path);
  return [wanted < 0 ? text.slice(text.lastIndexOf("/") + 1) : blobs[wanted], text];
}
async function sightThroughLog(repo, graph, ids, wanted) {
  const sightings = /* @__PURE__ */ new Map();
  if (!repo.git) return { sightings, inHead: /* @__PURE__ */ new Map() };
  const match = matcherOf(wanted);
  let position = -1;
  const onEntry = (entry, path) => {
    const id = newId(entry, repo.idBytes);
    if (/^0+$/.test(id)) return;
    match(id, path, (key, text) => {
      if (key !== id || !parseEntry(entry).before.includes(id)) add(sightings, key, position, text);
    });
  };
  const onCommit = ({ id }) => {
    position = graph.positions[ids.findHex(id)] ?? -1;
  };
  const input2 = Array.from(graph.numbers, (number) => `${ids.hex(number)}
`).join("");
  try {
    await readLog(
      [...CHANGES, "--no-renames", "--no-walk=unsorted", "--stdin"],
      { cwd: repo.root, input: input2 },
      { onCommit, onEntry }
    );
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
  }
  return { sightings, inHead: await pathsInTree(repo, "HEAD", wanted) };
}
async function pathsInIndexes(repo, { paths: paths2, folders }, ids, wanted, trees) {
  for (const { path: folder, tree } of folders) {
    if (trees) {
      trees.list(ids.findHex(tree), (path, place2) => {
        const [key, text] = keyed(wanted.blobs, path, place2);
        addPath(paths2, key, folder + text);
      });
    } else if (repo.git) {
      for (const [key, found2] of await pathsInTree(repo, tree, wanted))
        for (const path of found2) addPath(paths2, key, folder + path);
    }
  }
  return paths2;
}
async function pathsInTree(repo, tree, wanted) {
  const found2 = /* @__PURE__ */ new Map();
  const match = matcherOf(wanted);
  try {
    await readEntries(
      ["ls-tree", "-r", "-z", "--full-tree", tree],
      { cwd: repo.root },
      (id, path) => match(id, path, (key, text) => addPath(found2, key, text))
    );
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
  }
  return found2;
}
function matcherOf(wanted) {
  const blobs = new Set(wanted.blobs);
  const names4 = Array.from(wanted.names ?? [], (name) => ({ name, bytes: toBytes(name) }));
  return (id, path, onMatch) => {
    if (blobs.has(id)) onMatch(id, fromBytes(path));
    for (const { name, bytes: bytes2 } of names4) {
      if (!path.includes(bytes2)) continue;
      const parts = fromBytes(path).split("/");
      const at = parts.indexOf(name);
      if (at >= 0) onMatch(name, parts.slice(0, at + 1).join("/"));
    }
  };
}
function addPath(paths2, key, path) {
  const known = paths2.get(key);
  if (!known) paths2.set(key, [path]);
  else if (known.at(-1) !== path) known.push(path);
}
var init_sightings = __esm({
  "src/sources/git/sightings.ts"() {
    "use strict";
    init_errors();
    init_path();
    init_files();
    init_gitlog();
  }
});

// src/sources/git/treelists.ts
function joinNames(texts, numbers, names4) {
  const known = new Int32Array(countOf(texts));
  const all = Buffer.from(texts.bytes.buffer, texts.bytes.byteOffset, texts.bytes.length);
  for (let i = 0; i < texts.numbers.length; i++) {
    const bytes2 = all.subarray(i === 0 ? 0 : texts.ends[i - 1], texts.ends[i]);
    const key = bytes2.toString("latin1");
    let number = numbers.get(key);
    if (number === void 0) numbers.set(key, number = names4.push(bytes2) - 1);
    known[texts.numbers[i]] = number;
  }
  return known;
}
var MAX_ENTRIES, TREES_PER_HEAD, partsOf3, TreeLists, countOf;
var init_treelists = __esm({
  "src/sources/git/treelists.ts"() {
    "use strict";
    init_core();
    MAX_ENTRIES = 8e6;
    TREES_PER_HEAD = 8;
    partsOf3 = (objects, trees, links, names4, headCount, most) => ({
      places: 4 * objects,
      /** By tree of a worker its number among all objects. */
      numbers: 4 * trees,
      /** By the number that a worker gave to a name the one that it has here. */
      known: 4 * names4,
      bases: 4 * trees,
      ends: 4 * trees,
      names: 4 * links,
      targets: 4 * links,
      starts: 4 * trees,
      lengths: 4 * trees,
      same: 4 * trees,
      fixed: trees,
      waiting: 4 * (links + 2 * trees),
      changes: 8 * links,
      heads: 4 * headCount,
      hashes: 4 * trees,
      before: 4 * trees,
      entries: 8 * most
    });
    TreeLists = class {
      /** Bytes of names by their numbers. */
      names;
      /** Place of each object number, -1 for what is no tree. */
      places;
      /** False where there are too many entries: then nothing can be told. */
      complete;
      /** Whether trees nest deeper than is looked at. */
      deep;
      /** The list of a tree: `lengths[place]` entries from `starts[place]`; trees with the same list have the same start. */
      starts;
      lengths;
      #entries;
      #core;
      /**
       * @param objects numbers of objects are less than this
       * @param links those of all workers
       * @param most entries in all lists together; where there are more, they are not made
       */
      constructor(objects, links, most = MAX_ENTRIES) {
        const trees = links.reduce((sum, each) => sum + each.trees.length, 0);
        const all = links.reduce((sum, each) => sum + each.names.length, 0);
        const headCount = 2 ** Math.ceil(Math.log2(trees / TREES_PER_HEAD + 1));
        const mostNames = links.reduce((most2, { texts }) => Math.max(most2, countOf(texts)), 0);
        const parts = partsOf3(objects, trees, all, mostNames, headCount, most);
        const core = new Core(partsSize(parts));
        const { exports: exports2 } = core;
        const addresses = core.place(parts);
        const at = (part, rows = 0) => addresses[part] + 4 * rows;
        const column = (part, from, values2) => core.numbers(at(part, from), values2.length).set(values2);
        this.places = core.numbers(at("places"), objects).fill(-1);
        const numbers = /* @__PURE__ */ new Map();
        const names4 = [];
        let [tree, link] = [0, 0];
        for (const each of links) {
          column("numbers", 0, each.trees);
          column("bases", tree, each.bases);
          column("ends", tree, each.ends);
          exports2.placeTrees(at("numbers"), at("bases", tree), at("ends", tree), each.trees.length, at("places"), tree, link);
          column("names", link, each.names);
          column("targets", link, each.targets);
          column("known", 0, joinNames(each.texts, numbers, names4));
          inSteps(each.names.length, (from, to) => exports2.renumber(at("names", link + from), to - from, at("known")));
          tree += each.trees.length;
          link += each.names.length;
        }
        inSteps(all, (from, to) => exports2.placeTargets(at("targets", from), to - from, at("places")));
        exports2.setupLists(
          at("bases"),
          at("ends"),
          at("names"),
          at("targets"),
          trees,
          at("starts"),
          at("lengths"),
          at("same"),
          at("fixed"),
          at("waiting"),
          at("changes"),
          at("heads"),
          headCount,
          at("hashes"),
          at("before"),
          at("entries"),
          most
        );
        let count3 = 0;
        inSteps(trees, (from, to) => {
          if (count3 >= 0) count3 = exports2.makeLists(from, to);
        });
        this.complete = count3 >= 0;
        this.deep = this.complete && exports2.emptyHollow(trees) === 0;
        this.names = names4;
        this.starts = core.numbers(at("starts"), trees);
        this.lengths = core.numbers(at("lengths"), trees);
        this.#entries = core.numbers(at("entries"), 2 * Math.max(0, count3));
        this.#core = core;
      }
      /** Number of the name of an entry, by which (and then by target) each list is sorted. */
      name(entry) {
        return this.#entries[2 * entry];
      }
      /** What an entry leads to: something wanted (see TreeLinks), or the place of a tree. */
      target(entry) {
        return this.#entries[2 * entry + 1];
      }
      end(tree) {
        return this.starts[tree] + this.lengths[tree];
      }
      /** Where an entry stands in the list of a tree, or those stand that come behind it. */
      position(tree, name, target) {
        return this.#core.exports.listPosition(tree, name, target);
      }
      /** Whether two trees have the same list, as most do. */
      isSame(tree, other) {
        return tree === other || this.starts[tree] === this.starts[other] && this.lengths[tree] === this.lengths[other];
      }
    };
    countOf = ({ numbers }) => 1 + (numbers.at(-1) ?? -1);
  }
});

// src/sources/git/treegraph.ts
function joinPath(parts) {
  let size2 = parts.length - 1;
  for (const part of parts) size2 += part.length;
  const path = Buffer.allocUnsafe(size2);
  let at = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (i > 0) path[at++] = SLASH3;
    for (let k = 0; k < part.length; k++) path[at++] = part[k];
  }
  return path;
}
var MAX_PLACES2, MAX_DEPTH2, TreeGraph, SLASH3;
var init_treegraph = __esm({
  "src/sources/git/treegraph.ts"() {
    "use strict";
    init_links();
    init_treelists();
    MAX_PLACES2 = 1e6;
    MAX_DEPTH2 = 2048;
    TreeGraph = class {
      #lists;
      /** Trees nest deeper than is looked at. */
      #deep;
      /** Places that may still be told, by all calls of `sight` and of `list`. */
      #sights = { left: MAX_PLACES2 };
      #listed = { left: MAX_PLACES2 };
      /**
       * @param objects numbers of objects are less than this
       * @param links those of all workers
       */
      constructor(objects, links) {
        this.#lists = new TreeLists(objects, links);
        this.#deep = this.#lists.deep;
      }
      /** False when the lists became too long; then nothing can be told. */
      get complete() {
        return this.#lists.complete;
      }
      /** Whether there were more places than are told. */
      get cut() {
        return this.#deep || this.#sights.left < 0 || this.#listed.left < 0;
      }
      /**
       * Calls back for everything wanted that a commit has and none of its parents has at the same path, commit after commit
       * in the order of the graph.
       */
      sight(graph, onSighting) {
        let commit = 0;
        const onFound = (path, wanted) => onSighting({ commit, path, wanted });
        const parents = [];
        for (; commit < graph.count; commit++) {
          const tree = this.#placeOf(graph.trees[commit]);
          if (tree < 0) continue;
          parents.length = 0;
          for (let i = commit === 0 ? 0 : graph.parentEnds[commit - 1]; i < graph.parentEnds[commit]; i++)
            parents.push(this.#placeOf(graph.trees[graph.parents[i]]));
          this.#compare(tree, parents, [], this.#sights, onFound);
        }
      }
      /** Calls back for everything wanted in a tree. */
      list(tree, onFound) {
        const place2 = this.#placeOf(tree);
        if (place2 >= 0) this.#compare(place2, [], [], this.#listed, onFound);
      }
      #placeOf(number) {
        return number < 0 ? -1 : this.#lists.places[number];
      }
      /** @param folders names of the folders that the tree stands in; as before in the end */
      #compare(tree, parents, folders, places2, onFound) {
        if (folders.length > MAX_DEPTH2) this.#deep = true;
        if (folders.length > MAX_DEPTH2 || places2.left < 0) return;
        const lists = this.#lists;
        for (const parent of parents) if (parent >= 0 && lists.isSame(tree, parent)) return;
        const end = lists.end(tree);
        const beside = parents.map((parent) => parent < 0 ? 0 : lists.starts[parent]);
        for (let i = lists.starts[tree]; i < end; i++) {
          const name = lists.name(i);
          const target = lists.target(i);
          if (this.#stands(name, target, parents, beside)) continue;
          folders.push(lists.names[name]);
          if (target >= 0) this.#compare(target, this.#foldersAt(parents, name), folders, places2, onFound);
          else if (places2.left-- > 0) onFound(joinPath(folders), target === NAMED3 ? -1 : FIRST_WANTED - target);
          folders.pop();
        }
      }
      /**
       * Whether one of the trees has the entry.
       * @param beside where in the list of each tree the search goes on; moved on
       */
      #stands(name, target, trees, beside) {
        const lists = this.#lists;
        for (let i = 0; i < trees.length; i++) {
          if (trees[i] < 0) continue;
          const end = lists.end(trees[i]);
          let at = beside[i];
          while (at < end && (lists.name(at) < name || lists.name(at) === name && lists.target(at) < target)) at++;
          beside[i] = at;
          if (at < end && lists.name(at) === name && lists.target(at) === target) return true;
        }
        return false;
      }
      /** Folders of that name in some trees, of which each has one or none. */
      #foldersAt(trees, name) {
        const lists = this.#lists;
        const folders = [];
        for (const tree of trees) {
          if (tree < 0) continue;
          const at = lists.position(tree, name, 0);
          if (at < lists.end(tree) && lists.name(at) === name) folders.push(lists.target(at));
        }
        return folders;
      }
    };
    SLASH3 = 47;
  }
});

// src/sources/git/attribution.ts
async function readGraph(plan, commits, tags, state) {
  const ids = new ObjectIds(plan);
  const graph = new CommitGraph(ids.count, commits);
  const refs = await state;
  const find2 = (id) => graph.positions[ids.findHex(id)] ?? -1;
  const targets = new Map(tags.flatMap((each) => each.targets));
  const tips = refs.refs.map(({ name, id }) => {
    const objects = [ids.findHex(id)];
    for (let next = targets.get(objects[0]); next !== void 0; next = targets.get(next)) objects.push(next);
    return { name, objects, commit: graph.positions[objects.at(-1)] ?? -1 };
  });
  const logged = refs.logged.map(({ id, ref, left }) => ({ name: ref, commit: find2(id), left }));
  const ends2 = new Set(shallowEnds(plan.repo).map(find2));
  flow(graph, tips, logged);
  return { plan, ids, graph, refs, tips, ends: ends2 };
}
async function attribute(known, wanted, indexes, links, workspace) {
  const { plan, ids, graph, refs, tips } = known;
  const trees = links && new TreeGraph(ids.count, links);
  const { sightings, inHead } = trees?.complete ? sightThroughTrees(trees, graph, wanted, graph.positions[ids.findHex(refs.head)] ?? -1) : await sightThroughLog(plan.repo, graph, ids, wanted);
  for (const id of wanted.commits ?? []) {
    const position = graph.positions[ids.findHex(id)] ?? -1;
    if (position >= 0) sightings.set(id, { commits: [position], paths: [""] });
  }
  const inIndex = await pathsInIndexes(plan.repo, indexes, ids, wanted, trees?.complete ? trees : void 0);
  const pinned = findPinned(known, wanted, trees?.complete ? trees : void 0);
  const told = /* @__PURE__ */ new Map();
  for (const set of [wanted.blobs, wanted.commits ?? [], wanted.tags ?? [], wanted.names ?? []]) {
    for (const key of set) told.set(key, describe(known, sightings.get(key), inHead.get(key), inIndex.get(key), pinned.get(key)));
  }
  describeTags(known, wanted.tags ?? /* @__PURE__ */ new Set(), told, workspace);
  return {
    told,
    cut: trees?.cut === true,
    idOf: (commit) => idOf(known, commit),
    rankOf: (commit) => rankOf(known, commit),
    refsOf: (sets) => refsOf(graph, tips, sets),
    readCommits: (commits) => readCommits(known, commits, workspace)
  };
}
function describeTags({ plan, ids }, tags, attributions, workspace) {
  const numbers = new Set(Array.from(tags, (tag) => ids.findHex(tag)).filter((number) => number >= 0));
  const describe2 = (number, data) => {
    const told = toCommit2(parseCommit(ids.hex(number), data));
    Object.assign(attributions.get(told.id), { first: told, last: told });
  };
  readObjects(plan, ids, numbers, describe2, workspace);
}
function findPinned({ ids, tips }, { blobs, tags }, trees) {
  const found2 = /* @__PURE__ */ new Map();
  const pin = (id, ref, path) => {
    const known = found2.get(id) ?? { refs: [], paths: [] };
    found2.set(id, known);
    if (known.refs.at(-1) !== ref && known.refs.length < MAX_REFS) known.refs.push(ref);
    if (path !== void 0) known.paths.push(path);
  };
  const wanted = new Set(blobs);
  for (const { name, objects, commit } of tips) {
    for (const number of tags && tags.size > 0 ? objects : [])
      if (number >= 0 && tags?.has(ids.hex(number))) pin(ids.hex(number), name);
    const last = objects.at(-1);
    if (commit >= 0 || last < 0) continue;
    if (wanted.has(ids.hex(last))) pin(ids.hex(last), name, name);
    trees?.list(last, (path, place2) => {
      if (place2 >= 0) pin(blobs[place2], name, fromBytes(path));
    });
  }
  return found2;
}
function flow(graph, tips, logged) {
  const { flags, left } = graph;
  const mark = (commit, flag2, time = 0) => {
    if (commit < 0) return;
    flags[commit] |= flag2;
    left[commit] = Math.max(left[commit], time);
  };
  for (const { name, commit } of tips) {
    mark(commit, name === "refs/stash" ? FROM_STASH : name.startsWith("refs/notes/") ? FROM_NOTES | FROM_REF : FROM_REF);
  }
  for (const { name, commit, left: time } of logged) mark(commit, name === "refs/stash" ? FROM_STASH : FROM_LOG, time);
  graph.flowDown();
}
function readCommits({ plan, ids }, commits, workspace) {
  const unread = groupBy([...new Set(commits)], ({ id }) => id);
  const numbers = new Set(Array.from(unread.keys(), (id) => ids.findHex(id)));
  const tell = (number, data) => {
    const told = parseCommit(ids.hex(number), data);
    for (const commit of unread.get(told.id)) Object.assign(commit, toCommit2(told, commit.path));
  };
  readObjects(plan, ids, numbers, tell, workspace);
}
function unreadCommit(id, path = "") {
  return { id, author: "", email: "", date: EPOCH, path, subject: "" };
}
function describe(known, seen = { commits: [], paths: [] }, head, index, pinned) {
  const { ends: ends2, graph } = known;
  const { flags, left } = graph;
  const { paths: paths2 } = seen;
  const commits = seen.commits.length > 1 ? [...new Set(seen.commits)] : seen.commits;
  let from = 0;
  for (const commit of commits) from |= flags[commit];
  if (pinned) from |= FROM_REF;
  const places2 = /* @__PURE__ */ new Set([...head ?? [], ...commits.length === 0 ? index ?? [] : [], ...pinned?.paths ?? [], ...paths2]);
  places2.delete("");
  const first = commits.at(-1);
  const last = commits[0];
  const reach = reachOf(head !== void 0, from, index !== void 0);
  const since = reach === "reflog" ? commits.reduce((time, commit) => Math.max(time, left[commit]), 0) : 0;
  const firstCommit = first === void 0 ? void 0 : unreadCommit(idOf(known, first), paths2.at(-1));
  if (firstCommit && ends2.has(first)) firstCommit.boundary = true;
  return {
    first: firstCommit,
    last: last === void 0 ? void 0 : unreadCommit(idOf(known, last), paths2[0]),
    firstRank: first === void 0 ? Infinity : rankOf(known, first),
    lastRank: last === void 0 ? -Infinity : rankOf(known, last),
    paths: [...places2].slice(0, MAX_PATHS).sort(),
    morePaths: Math.max(0, places2.size - MAX_PATHS),
    reach,
    inHead: head !== void 0,
    commits,
    seen,
    refs: pinned?.refs ?? [],
    since: since > 0 ? since : void 0,
    note: (from & FROM_NOTES) !== 0 && commits.every((commit) => (flags[commit] & FROM_NOTES) !== 0)
  };
}
function reachOf(inHead, from, inIndex) {
  if (inHead) return "head";
  if ((from & FROM_REF) !== 0) return "refs";
  if ((from & FROM_STASH) !== 0) return "stash";
  if (inIndex) return "index";
  return (from & FROM_LOG) === 0 ? "unreachable" : "reflog";
}
function toCommit2({ id, author, email, time, subject }, path = "") {
  return { id, author, email, date: toDate(time), path, subject };
}
function toDate(seconds) {
  const date = new Date(seconds * 1e3);
  const isUsual = date.getUTCFullYear() >= 0 && date.getUTCFullYear() <= 9999;
  return isUsual ? `${date.toISOString().slice(0, 19)}Z` : EPOCH;
}
function refsOf(graph, tips, sets) {
  const kinds = tips.map(({ name }) => KINDS2.findIndex((prefix) => name.startsWith(prefix)));
  const found2 = sets.map((commits) => ({
    commits,
    first: largest(commits),
    refs: [],
    counts: KINDS2.map(() => 0)
  }));
  const all = found2.toSorted((a, b) => a.first - b.first);
  const masks = graph.masks.fill(0);
  for (let from = 0; from < all.length; from += LANES) {
    const lanes = all.slice(from, from + LANES);
    const oldest = lanes.at(-1).first;
    masks.fill(0, 0, oldest + 1);
    for (const [lane, { commits }] of lanes.entries()) for (const commit of commits) masks[commit] |= 1 << lane;
    graph.flowUp(oldest);
    for (const [i, { name, commit }] of tips.entries()) {
      for (let left = commit < 0 ? 0 : masks[commit]; left !== 0; left &= left - 1) {
        const { refs, counts } = lanes[31 - Math.clz32(left & -left)];
        if (counts[kinds[i]]++ < MAX_REFS) refs.push(name);
      }
    }
  }
  return found2.map(({ refs }) => refs);
}
function largest(numbers) {
  let most = -1;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}
var MAX_PATHS, MAX_REFS, FROM_REF, FROM_STASH, FROM_NOTES, FROM_LOG, idOf, rankOf, EPOCH, KINDS2, LANES;
var init_attribution = __esm({
  "src/sources/git/attribution.ts"() {
    "use strict";
    init_group();
    init_path();
    init_graph();
    init_ids();
    init_pick();
    init_repo();
    init_sightings();
    init_treegraph();
    MAX_PATHS = 1e3;
    MAX_REFS = 50;
    FROM_REF = 1;
    FROM_STASH = 2;
    FROM_NOTES = 4;
    FROM_LOG = 8;
    idOf = ({ ids, graph }, commit) => ids.hex(graph.numbers[commit]);
    rankOf = ({ graph }, commit) => graph.count - commit;
    EPOCH = "1970-01-01T00:00:00Z";
    KINDS2 = ["refs/heads/", "refs/remotes/", "refs/tags/", ""];
    LANES = 32;
  }
});

// src/sources/git/bitmap.ts
var HEAD3, TAIL2, WORD5, BITS, Bitmap;
var init_bitmap = __esm({
  "src/sources/git/bitmap.ts"() {
    "use strict";
    init_packindex();
    HEAD3 = 8;
    TAIL2 = 4;
    WORD5 = 8;
    BITS = 64;
    Bitmap = class {
      /** Where it ends in its data. */
      end;
      #data;
      /** What is to be read next. */
      #at;
      /** The part at hand is up to position `#until`: bits like `#bit`, or the words at `#words`. */
      #from = 0;
      #until = 0;
      #bit = false;
      #words = -1;
      /** Words that follow the run at hand. */
      #following = 0;
      /** @throws MalformedError when it is cut off */
      constructor(data, from) {
        this.#data = data;
        this.#at = from + HEAD3;
        if (this.#at > data.length) throw new MalformedError("bitmap is cut off");
        this.end = this.#at + WORD5 * data.readUInt32BE(from + 4) + TAIL2;
        if (this.end > data.length) throw new MalformedError("bitmap is cut off");
      }
      /**
       * Whether the bit at a position is set; that of the last call was not higher.
       * @throws MalformedError
       */
      has(position) {
        while (position >= this.#until) if (!this.#advance()) return false;
        if (this.#words < 0) return this.#bit;
        const offset = position - this.#from;
        const word = this.#words + WORD5 * Math.floor(offset / BITS);
        const half = this.#data.readUInt32BE(offset % BITS < 32 ? word + 4 : word);
        return (half >>> offset % 32 & 1) === 1;
      }
      /** Goes on to the next part; gives false where there is none. */
      #advance() {
        this.#from = this.#until;
        const last = this.end - TAIL2;
        if (this.#following > 0) {
          this.#words = this.#at;
          this.#at += WORD5 * this.#following;
          if (this.#at > last) throw new MalformedError("bitmap is cut off");
          this.#until += BITS * this.#following;
          this.#following = 0;
          return true;
        }
        if (this.#at + WORD5 > last) return false;
        const high = this.#data.readUInt32BE(this.#at);
        const low = this.#data.readUInt32BE(this.#at + 4);
        this.#at += WORD5;
        this.#words = -1;
        this.#bit = (low & 1) === 1;
        this.#until += BITS * ((high & 1) * 2 ** 31 + (low >>> 1));
        this.#following = high >>> 1;
        return true;
      }
    };
  }
});

// src/sources/git/indexfile.ts
function* readIndexFile(path, shared2, idBytes, budget, onEntry) {
  const replacing = [];
  const { link } = yield* readFile(path, idBytes, budget, (entry) => {
    if (entry.path.length > 0) onEntry(entry);
    else replacing.push({ ...entry, id: Buffer.from(entry.id) });
  });
  if (link === void 0 && replacing.length > 0) throw new MalformedError("entry without a path");
  if (link === void 0 || link.subarray(0, idBytes).every((byte) => byte === 0)) return;
  const base = link.toString("hex", 0, idBytes);
  const deleted = new Bitmap(link, idBytes);
  const replaced = new Bitmap(link, deleted.end);
  let position = 0;
  let used = 0;
  const onShared = (entry) => {
    const at = position++;
    const other = replaced.has(at) ? replacing[used++] : void 0;
    if (!deleted.has(at)) onEntry(other ? { ...other, path: entry.path } : entry);
  };
  const { checksum } = yield* readFile(sharedIndex(shared2, base), idBytes, budget, onShared);
  if (checksum !== base) throw new MalformedError("not the shared index that is named");
  if (used !== replacing.length) throw new MalformedError("more entries without a path than are replaced");
}
function sharedIndex(folder, id) {
  const path = (0, import_node_path14.join)(folder, `sharedindex.${id}`);
  if (!(0, import_node_fs20.existsSync)(path)) throw new MalformedError("the shared index that is named is missing");
  return path;
}
function* readFile(path, idBytes, budget, onEntry) {
  const { fd, size: size2 } = openFile(path);
  try {
    budget.left -= size2;
    if (budget.left < 0) throw new IndexBudgetError(path);
    const source = new Source(fd, size2, idBytes);
    const head = source.take(12);
    const version = head.readUInt32BE(4);
    if (head.toString("latin1", 0, 4) !== "DIRC") throw new MalformedError("not an index");
    if (version < 2 || version > 4) throw new MalformedError(`index version ${version}`);
    const entries = new EntryReader(source, version, idBytes);
    let folders = false;
    for (let left = head.readUInt32BE(8); left > 0; left--) {
      if (left % ENTRIES === 0) yield;
      const entry = entries.next();
      budget.left -= entry.path.length;
      if (budget.left < 0) throw new IndexBudgetError(path);
      folders ||= entry.mode === TREE2;
      onEntry(entry);
    }
    const { link, sparse } = yield* readExtensions(source);
    if (folders && !sparse) throw new MalformedError("folders in an index that is not sparse");
    return { ...link && { link }, checksum: source.finish() };
  } finally {
    (0, import_node_fs20.closeSync)(fd);
  }
}
function isMode(mode) {
  return mode === LINK || mode === SUBMODULE2 || mode === TREE2 || (mode & ~511) === FILE2;
}
function* readExtensions(source) {
  let link;
  let sparse = false;
  while (source.left > 0) {
    const head = source.take(8);
    const name = head.toString("latin1", 0, 4);
    const size2 = head.readUInt32BE(4);
    if (size2 > (name === "link" ? MAX_LINK : source.left)) throw new MalformedError(`extension of ${size2} bytes`);
    if (name === "link") link = Buffer.from(source.take(size2));
    else {
      if (name === "sdir") sparse = true;
      else if (!/^[A-Z]/.test(name)) throw new MalformedError(`unknown extension ${JSON.stringify(name)}`);
      for (let left = size2; left > 0; left -= WINDOW2, yield) source.take(Math.min(left, WINDOW2));
    }
  }
  return { link, sparse };
}
function readWhole(fd, data, from, length) {
  for (let done = 0; done < length; ) {
    const read5 = (0, import_node_fs20.readSync)(fd, data, from + done, length - done, null);
    if (read5 === 0) throw new MalformedError("index is shorter than it was");
    done += read5;
  }
}
var import_node_crypto, import_node_fs20, import_node_path14, TREE2, LINK, SUBMODULE2, FILE2, STAT, MODE, EXTENDED, NAME5, EXTENDED_KNOWN, MAX_PATH, MAX_LINK, WINDOW2, ENTRIES, IndexBudgetError, EntryReader, Source;
var init_indexfile = __esm({
  "src/sources/git/indexfile.ts"() {
    "use strict";
    import_node_crypto = require("node:crypto");
    import_node_fs20 = require("node:fs");
    import_node_path14 = require("node:path");
    init_bitmap();
    init_gitdir();
    init_packindex();
    TREE2 = 16384;
    LINK = 40960;
    SUBMODULE2 = 57344;
    FILE2 = 32768;
    STAT = 40;
    MODE = 24;
    EXTENDED = 16384;
    NAME5 = 4095;
    EXTENDED_KNOWN = 24576;
    MAX_PATH = 1 << 16;
    MAX_LINK = 1 << 24;
    WINDOW2 = 1 << 18;
    ENTRIES = 4096;
    IndexBudgetError = class extends Error {
    };
    EntryReader = class {
      #source;
      #version;
      #idBytes;
      #entry = { mode: 0, id: Buffer.alloc(0), path: Buffer.alloc(0), stage: 0 };
      /** Of version 4: the path of the last entry, of which the next one repeats the beginning. */
      #path = Buffer.alloc(MAX_PATH);
      #pathLength = 0;
      constructor(source, version, idBytes) {
        this.#source = source;
        this.#version = version;
        this.#idBytes = idBytes;
      }
      next() {
        const entry = this.#entry;
        const fixed = STAT + this.#idBytes + 2;
        const head = this.#source.peek(fixed + 2);
        entry.mode = head.readUInt32BE(MODE);
        if (!isMode(entry.mode)) throw new MalformedError(`mode ${entry.mode.toString(8)}`);
        const flags = head.readUInt16BE(fixed - 2);
        const extended = (flags & EXTENDED) !== 0;
        if (extended && (head.readUInt16BE(fixed) & ~EXTENDED_KNOWN) !== 0) throw new MalformedError("unknown flags");
        entry.stage = flags >> 12 & 3;
        const start = extended ? fixed + 2 : fixed;
        if (this.#version === 4) this.#readCompressed(start);
        else this.#readPlain(start);
        if ((flags & NAME5) !== Math.min(entry.path.length, NAME5)) throw new MalformedError("path is not as long as it is said to be");
        return entry;
      }
      #readPlain(start) {
        const end = this.#source.find(start);
        const data = this.#source.take(end + 8 & ~7);
        this.#entry.id = data.subarray(STAT, STAT + this.#idBytes);
        this.#entry.path = data.subarray(start, end);
      }
      #readCompressed(start) {
        const end = this.#source.find(start, true);
        const data = this.#source.take(end + 1);
        this.#entry.id = data.subarray(STAT, STAT + this.#idBytes);
        let at = start;
        let dropped = data[at] & 127;
        while (data[at++] & 128 && at < start + 4) dropped = dropped + 1 << 7 | data[at] & 127;
        const kept = this.#pathLength - dropped;
        if (kept < 0 || kept + end - at > MAX_PATH || at > end) throw new MalformedError("path repeats what is not there");
        data.copy(this.#path, kept, at, end);
        this.#pathLength = kept + end - at;
        this.#entry.path = this.#path.subarray(0, this.#pathLength);
      }
    };
    Source = class {
      #fd;
      #idBytes;
      #hash;
      /** Bytes up to the checksum that are not in the window yet. */
      #unread;
      #window = Buffer.allocUnsafeSlow(WINDOW2);
      #at = 0;
      #end = 0;
      constructor(fd, size2, idBytes) {
        if (size2 < 12 + idBytes) throw new MalformedError("index is too short");
        this.#fd = fd;
        this.#idBytes = idBytes;
        this.#unread = size2 - idBytes;
        this.#hash = (0, import_node_crypto.createHash)(idBytes === 20 ? "sha1" : "sha256");
      }
      /** Bytes up to the checksum. */
      get left() {
        return this.#unread + this.#end - this.#at;
      }
      /** The next bytes; valid until the next call. */
      peek(length) {
        if (length > this.left) throw new MalformedError("index is cut off");
        if (length > this.#end - this.#at) this.#fill(length);
        return this.#window.subarray(this.#at, this.#at + length);
      }
      /** The same, and steps behind them. */
      take(length) {
        const data = this.peek(length);
        this.#at += length;
        return data;
      }
      /** How far from here the first NUL is at or behind `from`: the end of a path. */
      find(from, numbered = false) {
        for (let size2 = 128; ; size2 *= 2) {
          const data = this.peek(Math.min(from + size2, this.left));
          let at = from;
          if (numbered) {
            while (at < data.length && data[at] & 128) at++;
            at++;
          }
          const found2 = data.indexOf(0, at);
          if (found2 >= 0) return found2;
          if (size2 > MAX_PATH || data.length === this.left) throw new MalformedError("path without an end");
        }
      }
      /** Reads the checksum when all else has been read; gives it. */
      finish() {
        const told = Buffer.alloc(this.#idBytes);
        readWhole(this.#fd, told, 0, told.length);
        const computed = this.#hash.digest();
        if (!told.equals(computed) && told.some((byte) => byte !== 0)) throw new MalformedError("checksum is not that of the index");
        return told.toString("hex");
      }
      #fill(length) {
        const kept = this.#end - this.#at;
        const data = length > this.#window.length ? Buffer.allocUnsafeSlow(2 * length) : this.#window;
        this.#window.copy(data, 0, this.#at, this.#end);
        const more2 = Math.min(data.length - kept, this.#unread);
        readWhole(this.#fd, data, kept, more2);
        this.#hash.update(data.subarray(kept, kept + more2));
        this.#unread -= more2;
        this.#window = data;
        this.#at = 0;
        this.#end = kept + more2;
      }
    };
  }
});

// src/sources/git/indexes.ts
function* readIndexes(repo, ids, wanted, ledger) {
  const missing = /* @__PURE__ */ new Set();
  const paths2 = /* @__PURE__ */ new Map();
  const folders = [];
  const match = matcherOf(wanted);
  const onEntry = ({ mode, id, path }) => {
    const hex3 = id.toString("hex");
    if (mode !== SUBMODULE2 && !EMPTY_BLOBS.has(hex3) && ids.find(id, 0) < 0) missing.add(hex3);
    if (mode === TREE2) folders.push({ path: fromBytes(path), tree: hex3 });
    match(hex3, path, (key, text) => addPath(paths2, key, text));
  };
  const budget = { left: MOST3 };
  for (const { file, shared: shared2 } of indexesOf(repo)) {
    try {
      yield* readIndexFile(file, shared2, repo.idBytes, budget, onEntry);
    } catch (error) {
      if (!isAbsent(error)) ledger.skip(error instanceof IndexBudgetError ? "too-large" : "unreadable", file, true);
    }
  }
  return { missing: [...missing], paths: paths2, folders };
}
function indexesOf(repo) {
  const own = namedIndex(repo.root) ?? (0, import_node_path15.join)(repo.gitDir, "index");
  const others = otherIndexes(repo).map((file) => ({ file, shared: (0, import_node_path15.join)(file, "..") }));
  return [{ file: own, shared: repo.gitDir }, ...others];
}
var import_node_path15, MOST3, EMPTY_BLOBS;
var init_indexes = __esm({
  "src/sources/git/indexes.ts"() {
    "use strict";
    import_node_path15 = require("node:path");
    init_path();
    init_gitdir();
    init_indexfile();
    init_reffiles();
    init_sightings();
    init_spawn();
    MOST3 = 2 ** 32;
    EMPTY_BLOBS = /* @__PURE__ */ new Set([
      "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
      "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"
    ]);
  }
});

// src/sources/git/missing.ts
function tellMissing({ shallow }, { commits, tags, trees, refs, indexes }, ledger) {
  const missing = /* @__PURE__ */ new Set([
    ...trees.flatMap((scan) => scan.missing),
    ...commits.flatMap(({ missingTrees }) => missingTrees),
    ...tags.flatMap((records) => records.missing),
    ...refs,
    ...indexes
  ]);
  const parents = new Set(commits.flatMap(({ missingParents }) => missingParents));
  for (const id of missing) if (!EMPTY_TREES.has(id)) ledger.skip("missing-object", id, true);
  for (const id of parents) if (!missing.has(id)) ledger.skip("missing-object", shallow ? `${id} (shallow clone)` : id, true);
}
var EMPTY_TREES;
var init_missing = __esm({
  "src/sources/git/missing.ts"() {
    "use strict";
    EMPTY_TREES = /* @__PURE__ */ new Set([
      "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
      "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
    ]);
  }
});

// src/sources/git/refs.ts
function scanRefNames({ refs }, scanner, onHits) {
  for (const ref of refs) {
    const data = toBytes(ref.name);
    const hits = scanner.scan(data, 0, data.length).filter((hit) => hit.rule >= 0);
    if (hits.length > 0) onHits(ref, data, hits);
  }
}
async function readRefs(repo, ledger) {
  const files = readRefFiles(repo, ledger);
  if (!repo.git || refsBlocker(repo) !== void 0) {
    if (hasRefTable(repo.commonDir)) ledger.skip("unreadable", (0, import_node_path16.join)(repo.commonDir, "reftable"), true);
    return { ...files, refs: sortRefs(files.refs) };
  }
  const { root: cwd } = repo;
  const failed = () => ledger.skip("unreadable", (0, import_node_path16.join)(repo.commonDir, "refs"), true);
  const [list, head, branch, logged] = await Promise.all([
    // Nothing but their names and ids: of an object that is not there git would end.
    lines2(cwd, ["for-each-ref", "--format=%(objectname) %(refname)"], failed),
    lines2(cwd, ["rev-parse", "--verify", "--quiet", "HEAD"]),
    lines2(cwd, ["symbolic-ref", "--quiet", "HEAD"]),
    hasRefTable(repo.commonDir) ? askLogs(cwd) : files.logged
  ]);
  const refs = new Map(list.map((line) => [line.slice(line.indexOf(" ") + 1), line.slice(0, line.indexOf(" "))]));
  const [id = ""] = head;
  const [unborn] = branch;
  if (unborn === void 0) refs.set("HEAD", id);
  else if (!refs.has(unborn)) refs.set(unborn, "");
  for (const ref of files.refs) if (!refs.has(ref.name)) refs.set(ref.name, ref.id);
  return { refs: sortRefs(Array.from(refs, ([name, value]) => ({ name, id: value }))), logged, head: id };
}
async function askLogs(cwd) {
  const args = ["log", "-g", "--all", "--no-color", "--no-show-signature", "--format=%H %gD"];
  return (await lines2(cwd, args)).map((line) => ({
    id: line.slice(0, line.indexOf(" ")),
    ref: line.slice(line.indexOf(" ") + 1).replace(/@\{.*$/, ""),
    left: 0
  }));
}
function sortRefs(refs) {
  return refs.sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
}
function rank(name) {
  return ORDER.findIndex((prefix) => name.startsWith(prefix));
}
async function lines2(cwd, args, onFailure) {
  const chunks = [];
  try {
    for await (const chunk of spawnGit(args, { cwd })) chunks.push(chunk);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    onFailure?.();
  }
  return fromBytes(Buffer.concat(chunks)).split("\n").filter((line) => line !== "");
}
var import_node_path16, ORDER;
var init_refs = __esm({
  "src/sources/git/refs.ts"() {
    "use strict";
    import_node_path16 = require("node:path");
    init_errors();
    init_path();
    init_guard();
    init_reffiles();
    init_spawn();
    ORDER = ["HEAD", "refs/heads/", "refs/remotes/", "refs/tags/", "refs/", "main-worktree/", "worktrees/"];
  }
});

// src/life.ts
function joinLives(lives) {
  const first = lives.reduce((a, b) => b.first && (!a.first || b.firstRank < a.firstRank) ? b : a);
  const last = lives.reduce((a, b) => b.last && (!a.last || b.lastRank > a.lastRank) ? b : a);
  const lists = new Set(lives.map(({ refs }) => refs));
  const reach = REACHES[Math.min(...lives.map((life) => REACHES.indexOf(life.reach)))];
  const { since: _, ...rest } = first;
  const since = lives.flatMap((life) => life.since ?? []).sort().at(-1);
  return {
    ...rest,
    ...last.last && { last: last.last },
    lastRank: last.lastRank,
    inHead: lives.some(({ inHead }) => inHead),
    refs: [...new Set([...lists].flat())].sort(),
    reachable: lives.some(({ reachable }) => reachable),
    reach,
    ...reach === "reflog" && since !== void 0 && { since }
  };
}
var init_life = __esm({
  "src/life.ts"() {
    "use strict";
    init_model();
  }
});

// src/pipeline/lives.ts
function tellPlaces(found2, attributions, settling) {
  const { told } = attributions;
  const places2 = /* @__PURE__ */ new Map();
  const verdicts = new Verdicts(settling);
  const stays = new Map(Array.from(told, ([key, attribution]) => [key, new Stays(attribution, attributions)]));
  const isNewer = (a, b, path) => {
    const order = (stays.get(a.key)?.lastRank(path) ?? -Infinity) - (stays.get(b.key)?.lastRank(path) ?? -Infinity);
    return order > 0 || order === 0 && byText(a.key, b.key) < 0;
  };
  for (const one of found2) {
    for (const path of pathsOf(one, told.get(one.key))) {
      for (const match of one.matches) {
        const secret = secretKey(match);
        const key = `${secret}\0${path}`;
        let versions = places2.get(key);
        if (!versions) places2.set(key, versions = { secret, path, newest: void 0, all: [] });
        if (versions.all.at(-1) !== one) versions.all.push(one);
        const { newest } = versions;
        if (newest === one || newest && !isNewer(one, newest, path)) continue;
        if (verdicts.isTold(match, path)) versions.newest = one;
      }
    }
  }
  const grouped = /* @__PURE__ */ new Map();
  const drafts = Array.from(places2.values()).flatMap((versions) => {
    const { newest, secret } = versions;
    if (!newest) return [];
    const bySecret = grouped.get(newest) ?? groupBy(newest.matches, secretKey);
    grouped.set(newest, bySecret);
    return draftsOf(versions, newest, bySecret.get(secret), stays.get(newest.key));
  });
  const known = /* @__PURE__ */ new Map();
  const lifeOf = ({ key, where }) => {
    const attribution = told.get(key);
    const life = known.get(key) ?? (attribution && historyOf(attribution, where));
    if (life) known.set(key, life);
    return life;
  };
  return settle(drafts, settling).map((draft) => withLife(draft, lifeOf));
}
function withLife({ versions, ...match }, lifeOf) {
  const lives = versions.all.map(lifeOf).filter((life) => life !== void 0);
  if (lives.length === 0) return match;
  return { ...match, history: { ...joinLives(lives), commits: unionOf(lives.map(({ commits }) => commits)) } };
}
function pathsOf({ where, key }, attribution) {
  const label = { "commit-message": `commit ${key}`, "tag-message": `tag ${key}`, path: key };
  const isObject4 = where === "blob" || where === "note";
  const paths2 = isObject4 || where === "path" ? attribution?.paths ?? [] : [label[where]];
  return paths2.length > 0 ? paths2 : [isObject4 ? `object ${key}` : label[where]];
}
function tellCut({ told, cut: cut2 }, ledger) {
  if (cut2) ledger.skip("too-large", "paths of what was found", true);
  for (const [key, { morePaths }] of told)
    if (morePaths > 0) ledger.skip("too-large", `${key} (at ${morePaths} more paths)`, true);
}
function draftsOf(versions, newest, matches3, stays) {
  const { path } = versions;
  const commit = newest.where === "tag-message" ? void 0 : stays?.firstCommit(path);
  const at = {
    path,
    ...newest.where === "blob" && { blob: newest.key },
    ...commit !== void 0 && { commit }
  };
  return matches3.map(
    (match) => Object.assign({}, match, { location: { ...match.location, ...at }, versions })
  );
}
function addRefs(matches3, { refsOf: refsOf2 }) {
  const alive = matches3.filter(({ history }) => history !== void 0);
  const secrets = groupBy(alive, secretKey);
  const groups = Array.from(secrets.values(), (group) => group.map(({ history }) => history));
  const refs = refsOf2(groups.map((group) => unionOf(group.map(({ commits }) => commits))));
  for (const [i, group] of groups.entries()) {
    const all = [.../* @__PURE__ */ new Set([...group.flatMap((life) => life.refs), ...refs[i]])];
    for (const life of group) life.refs = all;
  }
}
function placeLines(told, found2, plan, { scanner, workspace }, ledger) {
  const byBlob = groupBy(
    told.filter(({ frame }) => frame === void 0),
    ({ location }) => location.blob
  );
  const all = new Map(found2.filter(({ key }) => byBlob.has(key)).map(({ key, matches: matches3 }) => [key, matches3]));
  const ids = new ObjectIds(plan);
  const numbers = new Set(Array.from(byBlob.keys(), (id) => ids.findHex(id)));
  const placeAll = (number, data) => {
    const id = ids.hex(number);
    const spot = ({ rule, location }) => `${rule} ${location.offset}`;
    const lines3 = new Map(scanner.place(data, 0, data.length, all.get(id), "").map((match) => [spot(match), match]));
    for (const match of byBlob.get(id)) {
      const { location, frame, ignores } = lines3.get(spot(match));
      const { path } = match.location;
      Object.assign(match, { frame, ...ignores && { ignores }, location: { ...location, ...match.location, path } });
    }
    byBlob.delete(id);
  };
  readObjects(plan, ids, numbers, placeAll, workspace);
  for (const [id, matches3] of byBlob) {
    ledger.skip("unreadable", id, true);
    for (const match of matches3) Object.assign(match, { frame: NO_FRAME, location: { ...NO_LINES, ...match.location } });
  }
  return told;
}
function unionOf(lists) {
  const different = [...new Set(lists)];
  return different.length === 1 ? different[0] : [...new Set(different.flat())];
}
function historyOf(told, where) {
  const { first, last, firstRank, lastRank, inHead, commits, refs, reach, since } = told;
  const reachable = reach !== "unreachable";
  const life = { firstRank, lastRank, inHead, commits, refs, reachable, reach, where: told.note ? "note" : where };
  if (first) life.first = first;
  if (last) life.last = last;
  if (since !== void 0) life.since = toDate(since);
  return life;
}
var Stays, Verdicts, NO_FRAME, NO_LINES;
var init_lives = __esm({
  "src/pipeline/lives.ts"() {
    "use strict";
    init_weigh();
    init_group();
    init_life();
    init_order();
    init_attribution();
    init_ids();
    init_pick();
    Stays = class {
      #attribution;
      #of;
      /** By path: the first and the last commit that brought it there; made when there are several paths. */
      #spans;
      constructor(attribution, of) {
        this.#attribution = attribution;
        this.#of = of;
      }
      /** Of the last commit that brought it there. */
      lastRank(path) {
        const { paths: paths2, lastRank } = this.#attribution;
        const last = paths2.length > 1 ? this.#spanAt(path)?.last : void 0;
        return last === void 0 ? lastRank : this.#of.rankOf(last);
      }
      /** Id of the first commit that brought it there. */
      firstCommit(path) {
        const { first, seen } = this.#attribution;
        if (seen.paths.length === 0 || seen.paths[0] === "") return first?.id;
        const commit = this.#spanAt(path)?.first;
        return commit === void 0 ? void 0 : this.#of.idOf(commit);
      }
      #spanAt(path) {
        if (!this.#spans) {
          const { commits, paths: paths2 } = this.#attribution.seen;
          this.#spans = /* @__PURE__ */ new Map();
          for (const [i, each] of paths2.entries()) {
            const span = this.#spans.get(each);
            if (span) span.first = commits[i];
            else this.#spans.set(each, { first: commits[i], last: commits[i] });
          }
        }
        return this.#spans.get(path);
      }
    };
    Verdicts = class {
      #settling;
      #known = /* @__PURE__ */ new Map();
      constructor(settling) {
        this.#settling = settling;
      }
      isTold(match, path) {
        const { rule, evidence } = match;
        if (!evidence) return isToldAt(match, path, this.#settling);
        let verdicts = this.#known.get(evidence);
        if (!verdicts) this.#known.set(evidence, verdicts = /* @__PURE__ */ new Map());
        const place2 = `${rule}\0${path}`;
        const known = verdicts.get(place2) ?? isToldAt(match, path, this.#settling);
        verdicts.set(place2, known);
        return known;
      }
    };
    NO_FRAME = { text: "", start: 0, end: 0, cutStart: false, cutEnd: false };
    NO_LINES = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
  }
});

// src/pipeline/history.ts
var history_exports = {};
__export(history_exports, {
  scanHistory: () => scanHistory
});
async function scanHistory(cwd, options, ledger) {
  const repo = openRepo(cwd, ledger);
  const refs = readRefs(repo, ledger);
  const several = options.jobs > 1 && estimateObjects(repo.objectDirs, repo.idBytes) >= FEW4;
  const threads = several ? new Threads(options) : new Inline(options);
  try {
    const plan = await giveWayUntil(planSteps(repo, ledger), options.signal);
    return plan ? await scanPlan(plan, threads, refs, options, ledger) : { matches: [], blobs: 0, bytes: 0, commits: 0 };
  } finally {
    await threads.end();
  }
}
async function scanPlan(plan, threads, refs, options, ledger) {
  const endFollowing = follow2(plan, options);
  try {
    const scanning = threads.objects(plan);
    const hits = await scanning.hits;
    const { secrets, blobs } = tellable(hits);
    const reading2 = threads.trees(
      plan,
      blobs,
      hits.flatMap((each) => each.otherTrees)
    );
    const contents = await scanning.contents;
    const found2 = contents.flatMap((part) => onlySecrets(part.found, secrets));
    const commits = contents.map(({ scan }) => scan.commits);
    const tags = contents.map(({ scan }) => scan.tags);
    const known = await readGraph(plan, commits, tags, refs);
    const names4 = await reading2;
    const { tools } = threads;
    void threads.end();
    for (const part of names4) for (const one of part.found) found2.push(one);
    for (const { skipped } of [...contents, ...names4])
      for (const { reason: reason2, path, gap } of skipped) ledger.skip(reason2, path, gap);
    const texts = [...contents, ...names4].flatMap((part) => part.texts);
    const keys = (kind) => new Set(texts.filter(({ where }) => where === kind).map(({ key }) => key));
    const wanted = { blobs, commits: keys("commit-message"), tags: keys("tag-message"), names: keys("path") };
    const indexes = await giveWay(readIndexes(plan.repo, known.ids, wanted, ledger));
    const missing = {
      commits,
      tags,
      trees: names4.map(({ scan }) => scan),
      refs: known.refs.refs.flatMap(({ id }) => id !== "" && known.ids.findHex(id) < 0 ? [id] : []),
      indexes: indexes.missing
    };
    tellMissing(plan.repo, missing, ledger);
    const matches3 = [];
    scanRefNames(known.refs, tools.scanner, (ref, data, hits2) => {
      for (const match of tools.scanner.matches(data, 0, data.length, hits2, ref.name)) matches3.push(match);
    });
    if (found2.length > 0) {
      const links = names4.flatMap(({ scan }) => scan.links ? [scan.links] : []);
      const isLinked = links.length === names4.length;
      const attributions = await attribute(known, wanted, indexes, isLinked ? links : void 0, tools.workspace);
      tellCut(attributions, ledger);
      const told = tellPlaces(found2, attributions, options.settling);
      attributions.readCommits(told.flatMap(({ history }) => [history?.first, history?.last].filter((one) => one !== void 0)));
      addRefs(told, attributions);
      for (const match of placeLines(told, found2, plan, tools, ledger)) matches3.push(match);
    }
    const sum = (of) => contents.reduce((total, { scan }) => total + of(scan), 0);
    return {
      matches: matches3,
      blobs: sum((scan) => scan.blobs),
      bytes: sum((scan) => scan.blobBytes),
      commits: sum((scan) => scan.commits.count)
    };
  } finally {
    endFollowing();
  }
}
var FEW4;
var init_history = __esm({
  "src/pipeline/history.ts"() {
    "use strict";
    init_attribution();
    init_indexes();
    init_missing();
    init_plan();
    init_packlist();
    init_refs();
    init_repo();
    init_steps();
    init_history_threads();
    init_history_part();
    init_lives();
    FEW4 = 1e5;
  }
});

// src/scan.ts
async function runScan(options = {}) {
  const { catalogue, custom } = await rulesFor(options);
  const ledger = new CoverageLedger();
  const { kind, matches: all, covered: covered3, any } = await readScope(options, catalogue, custom, ledger);
  const root = rootOf(kind, options);
  const matches3 = wantedMatches(catalogue.accepts ? all.filter(catalogue.accepts) : all, root, options);
  const sheets = /* @__PURE__ */ new Map();
  let found2 = { findings: [], frames: /* @__PURE__ */ new WeakMap(), matches: /* @__PURE__ */ new Map(), secrets: [], secretOf: /* @__PURE__ */ new WeakMap() };
  if (matches3.length > 0) {
    const { makeFindings } = await Promise.resolve().then(() => __toESM(require_findings(), 1));
    for (const sheet of catalogue.sheets) sheets.set(sheet.id, sheet);
    found2 = await makeFindings(matches3, {
      sheets,
      now: options.now ?? /* @__PURE__ */ new Date(),
      showSecrets: options.showSecrets ?? false,
      ...settlingOf(options),
      jobs: jobsOf(options),
      signal: options.signal,
      notice: options.onNotice,
      certificates: () => certificatesIn(options, root)
    });
  }
  await accept(found2, kind, root, options);
  const skipped = ledger.skipped();
  const coverage = {
    complete: !options.signal?.aborted && any && skipped.every((skip2) => !skip2.gap),
    ...covered3,
    skipped
  };
  const [place2 = ".", ...more2] = options.paths ?? [];
  const head = kind === "stdin" ? void 0 : headCommit((0, import_node_path17.resolve)(options.cwd ?? ".", more2.length > 0 ? "." : place2));
  const report = {
    version: 1,
    tool: { name: "bearertrap", version: VERSION, rules: catalogue.count, rulesHash: catalogue.hash },
    scope: { kind, root: ".", ...options.range !== void 0 && { range: options.range }, ...head !== void 0 && { head } },
    findings: found2.findings,
    coverage,
    summary: summarize(found2.findings)
  };
  return { report, frames: found2.frames, secrets: found2.secrets, secretOf: found2.secretOf, sheets };
}
function rootOf(kind, { cwd = process.cwd() }) {
  return kind === "tree" || kind === "stdin" ? cwd : repositoryTop(cwd) ?? cwd;
}
function wantedMatches(matches3, root, options) {
  if (matches3.length === 0) return matches3;
  const wanted = wantedPaths(root, options);
  return matches3.filter(
    ({ location: { path, blob }, history }) => blob === void 0 && history?.where !== "path" || wanted(path)
  );
}
function wantedPaths(root, { patterns, include = [], exclude = [] }) {
  const filters = [
    ...include.length > 0 || exclude.length > 0 ? [new PathFilter(include, exclude)] : [],
    ...patterns ? [new ProjectPaths(patterns, root)] : []
  ];
  return (path) => filters.every((filter) => filter.wantsFile(path));
}
function seenPaths(root, options) {
  const { ignoreFile, allow = [] } = options;
  const wanted = wantedPaths(root, options);
  const accepted = [
    ...ignoreFile === void 0 ? [] : [ignoredPaths(ignoreFile, root)],
    ...allow.flatMap(({ paths: paths2, base }) => paths2 ? [coveredBy(paths2, base, root)] : [])
  ];
  return (path) => wanted(path) && !accepted.some((covers) => covers(path));
}
async function certificatesIn(options, root) {
  const { certificateRule } = await import("./rules-certificate.mjs");
  const { onProgress: _, onNotice: __, ...rest } = options;
  const quiet = { ...rest, onProblem: () => {
  }, minConfidence: "low", mode: "default" };
  const { matches: matches3 } = await readScope(quiet, certificateRule(), true, new CoverageLedger());
  return [...new Set(wantedMatches(matches3, root, options).map(({ secret }) => secret))];
}
async function accept(found2, kind, root, options) {
  const { severities = [], allow = [], baseline = [], ignoreFile } = options;
  const inline = (options.inlineIgnores ?? true) && [...found2.matches.values()].some((all) => all.some(({ ignores }) => ignores));
  const marks = inline || allow.length > 0 || ignoreFile !== void 0;
  if (baseline.length === 0 && (found2.findings.length === 0 || !marks && severities.length === 0)) return;
  const { acceptFindings } = await import("./suppress-accept.mjs");
  await acceptFindings(found2, {
    cwd: options.cwd ?? process.cwd(),
    root,
    kind,
    now: options.now ?? /* @__PURE__ */ new Date(),
    inline,
    baseline,
    allow,
    severities,
    whole: !options.paths?.length && !options.include?.length && !options.exclude?.length,
    ...ignoreFile !== void 0 && { ignoreFile },
    ...options.onNotice && { onNotice: options.onNotice },
    ...options.onProblem && { onProblem: options.onProblem }
  });
}
async function readScope(options, catalogue, custom, ledger) {
  const cwd = options.cwd ?? process.cwd();
  const range = options.range ?? options.pushed;
  if (options.staged || range !== void 0) {
    const { scanRange: scanRange2, scanStaged: scanStaged2 } = await Promise.resolve().then(() => (init_changes(), changes_exports));
    const { maxFileSize: maxSize = Infinity, onProgress, signal, inlineIgnores: inlineIgnores2, now } = options;
    let seen;
    const limits = {
      maxSize,
      onProgress,
      signal,
      inlineIgnores: inlineIgnores2,
      now,
      settling: settlingOf(options),
      // Only of files that were moved.
      sees: (path) => (seen ??= seenPaths(rootOf("staged", options), options))(path)
    };
    const { matches: matches3, blobs, bytes: bytes2, commits } = range === void 0 ? await scanStaged2(catalogue, cwd, options.all ?? false, limits, ledger) : await scanRange2(catalogue, cwd, range, { ...limits, jobs: jobsOf(options), customRules: custom }, ledger);
    const covered4 = { blobs: { scanned: blobs, bytes: bytes2 }, ...commits !== void 0 && { commits: { scanned: commits } } };
    return { kind: range === void 0 ? "staged" : "range", matches: matches3, covered: covered4, any: true };
  }
  if (options.history) {
    const { scanHistory: scanHistory2 } = await Promise.resolve().then(() => (init_history(), history_exports));
    const { matches: matches3, blobs, bytes: bytes2, commits } = await scanHistory2(
      cwd,
      {
        catalogue,
        customRules: custom,
        jobs: jobsOf(options),
        settling: settlingOf(options),
        maxFileSize: options.maxFileSize,
        ...options.onProgress && { onProgress: options.onProgress },
        ...options.signal && { signal: options.signal }
      },
      ledger
    );
    const covered4 = { blobs: { scanned: blobs, bytes: bytes2 }, commits: { scanned: commits } };
    return { kind: "history", matches: matches3, covered: covered4, any: blobs + commits > 0 };
  }
  const outcome = options.stdin ? scanStdin(options.stdin, catalogue) : await scanTree(options, catalogue, custom, ledger);
  for (const { reason: reason2, path, gap } of outcome.skipped) ledger.skip(reason2, path, gap);
  const covered3 = { files: { scanned: outcome.files, bytes: outcome.bytes, binary: outcome.binary } };
  return { kind: options.stdin ? "stdin" : "tree", matches: outcome.matches, covered: covered3, any: outcome.files > 0 };
}
async function rulesFor(options) {
  const { catalogue, custom } = await allRulesFor(options);
  const { ruleSettings = {}, onlyRules } = options;
  if (!onlyRules?.length && Object.keys(ruleSettings).length === 0) return { catalogue, custom };
  const settings = await import("./rules-settings.mjs");
  const all = onlyRules?.length ? { ...settings.onlyRules(catalogue, onlyRules), ...ruleSettings } : ruleSettings;
  return { catalogue: settings.withSettings(catalogue, all), custom: true };
}
async function allRulesFor(options) {
  if (!options.rules?.length) return { catalogue: loadCatalogue(), custom: false };
  const { withRuleFiles } = await import("./rules-custom.mjs");
  const { catalogue, problems, notices } = await withRuleFiles(options.rules, options.cwd ?? process.cwd());
  for (const problem of problems) options.onProblem?.(problem);
  for (const notice of notices) options.onNotice?.(notice);
  return { catalogue, custom: true };
}
function scanStdin(bytes2, catalogue) {
  const outcome = emptyOutcome();
  if (bytes2.length > MOST_BYTES) {
    outcome.skipped.push({ reason: "too-large", path: "-", gap: true });
    return outcome;
  }
  const scanner = new FileScanner(catalogue, { maxFileSize: Infinity });
  scanner.scanBytes(bytes2, 0, bytes2.length, "-", outcome);
  return outcome;
}
async function scanTree(options, catalogue, custom, ledger) {
  const jobs = jobsOf(options);
  const pool = new ScanPool({
    catalogue,
    customRules: custom,
    limits: { maxFileSize: options.maxFileSize ?? Infinity },
    jobs,
    deadlineMs: options.deadlineMs ?? 6e4,
    ...options.onProgress && { onProgress: options.onProgress },
    ...options.signal && { signal: options.signal }
  });
  await listFiles(
    {
      cwd: options.cwd ?? process.cwd(),
      paths: options.paths?.length ? [...options.paths] : ["."],
      gitignore: options.gitignore ?? true,
      include: [...options.include ?? []],
      exclude: [...options.exclude ?? []],
      also: options.patterns && new ProjectPaths(options.patterns, options.cwd ?? process.cwd()),
      ...options.onNotice && { notice: options.onNotice },
      ...options.onProblem && { problem: options.onProblem }
    },
    (files) => pool.add(files),
    ledger
  );
  return pool.finish();
}
function jobsOf(options) {
  const jobs = options.jobs ?? Math.min((0, import_node_os3.availableParallelism)(), 8);
  if (!Number.isInteger(jobs) || jobs < 1) throw new UsageError(`jobs must be a whole number from 1 on, not ${jobs}`);
  return Math.min(jobs, MOST_JOBS);
}
function settlingOf({ minConfidence, mode, ruleSettings = {} }) {
  const minProbability = {};
  for (const [id, { minProbability: least }] of Object.entries(ruleSettings)) if (least !== void 0) minProbability[id] = least;
  return { ...minConfidence && { minConfidence }, ...mode && { mode }, minProbability };
}
var import_node_os3, import_node_path17, MOST_BYTES, MOST_JOBS;
var init_scan = __esm({
  "src/scan.ts"() {
    "use strict";
    import_node_os3 = require("node:os");
    import_node_path17 = require("node:path");
    init_errors();
    init_paths();
    init_find();
    init_policy();
    init_file();
    init_pool();
    init_catalogue();
    init_reffiles();
    init_ledger();
    init_filter();
    init_list();
    init_ignorefile();
    init_version();
    MOST_BYTES = 2 ** 31 - 2 ** 20;
    MOST_JOBS = 64;
  }
});

// src/cli/exit.ts
function codeOf(report, failOn, allowIncomplete = false) {
  if (failing(report, failOn).length > 0) return EXIT.findings;
  return report.coverage.complete || allowIncomplete ? EXIT.clean : EXIT.incomplete;
}
var EXIT;
var init_exit = __esm({
  "src/cli/exit.ts"() {
    "use strict";
    init_policy();
    EXIT = { clean: 0, findings: 1, usage: 2, incomplete: 3, interrupted: 130 };
  }
});

// src/cli/help.ts
function withShortHelp(command2, everyday) {
  return command2.addOption(new Option("--help-all", "show all options").helpGroup(HELP)).on("option:help-all", () => command2.configureHelp({}).help()).configureHelp({
    visibleOptions(of) {
      const options = Help.prototype.visibleOptions.call(this, of);
      return options.filter(({ long = "" }) => everyday.has(long) || long.startsWith("--help"));
    },
    groupItems: (_unsorted, visible) => /* @__PURE__ */ new Map([[HELP, visible]])
  });
}
var HELP;
var init_help = __esm({
  "src/cli/help.ts"() {
    "use strict";
    init_esm();
    HELP = "Options:";
  }
});

// src/config/index.ts
async function projectConfig({ cwd, paths: paths2 = [], config, baseline }) {
  const start = paths2.length === 1 && paths2[0] !== "-" ? folderOf((0, import_node_path18.resolve)(cwd, paths2[0])) : cwd;
  const found2 = findProjectFiles(start);
  const file = config === false ? void 0 : config === void 0 ? found2.config : (0, import_node_path18.resolve)(cwd, config);
  const out = { options: {}, origins: [] };
  if (file !== void 0) {
    const { loadSettings } = await import("./config-settings.mjs");
    addSettings(out, loadSettings(file, config === void 0 ? found2.top ?? (0, import_node_path18.dirname)(file) : void 0, cwd));
  }
  if (baseline !== void 0) out.options.baseline = baseline === false ? [] : baseline;
  else if (out.options.baseline === void 0 && found2.baseline !== void 0) {
    out.options.baseline = [found2.baseline];
    out.origins.push({ key: "baseline", value: [(0, import_node_path18.relative)(cwd, found2.baseline)], from: "found" });
  }
  if (found2.ignoreFile !== void 0 && config !== false) {
    out.options.ignoreFile = found2.ignoreFile;
    out.origins.push({ key: "ignore-file", value: (0, import_node_path18.relative)(cwd, found2.ignoreFile), from: "found" });
  }
  return out;
}
function folderOf(path) {
  return (0, import_node_fs21.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === false ? (0, import_node_path18.dirname)(path) : path;
}
function addSettings(out, settings) {
  const { base, include, exclude, ruleFiles, failOn, minSeverity, origins, ...others } = settings;
  const { ruleSettings, allow, severities, maxFileSize, gitignore, inlineIgnores: inlineIgnores2, baseline } = others;
  out.origins.push(...origins);
  if (failOn !== void 0) out.failOn = failOn;
  if (minSeverity !== void 0) out.minSeverity = minSeverity;
  out.options = {
    allow,
    severities,
    ...Object.keys(ruleSettings).length > 0 && { ruleSettings },
    ...ruleFiles.length > 0 && { rules: ruleFiles },
    ...(include.length > 0 || exclude.length > 0) && { patterns: { base, include, exclude } },
    ...maxFileSize !== void 0 && { maxFileSize },
    ...gitignore !== void 0 && { gitignore },
    ...inlineIgnores2 !== void 0 && { inlineIgnores: inlineIgnores2 },
    ...baseline && { baseline }
  };
}
var import_node_fs21, import_node_path18;
var init_config = __esm({
  "src/config/index.ts"() {
    "use strict";
    import_node_fs21 = require("node:fs");
    import_node_path18 = require("node:path");
    init_find();
  }
});

// src/jit.ts
function tuneForLongScan() {
  const timer = setTimeout(() => void tune(), LONG_MS).unref();
  return () => clearTimeout(timer);
}
async function tune() {
  const { setFlagsFromString } = await import("node:v8");
  for (const flag2 of flagsOf(process.versions.v8)) setFlagsFromString(flag2);
}
function flagsOf(version) {
  const major = Number.parseInt(version, 10);
  const less = "--max-inlined-bytecode-size-cumulative=100";
  if (major === 11) return [less, "--interrupt-budget=300000", "--heap-growing-percent=600"];
  return major >= 12 && major <= 14 ? [less] : [];
}
var LONG_MS;
var init_jit = __esm({
  "src/jit.ts"() {
    "use strict";
    LONG_MS = 30;
  }
});

// src/cli/color.ts
function wantsColor() {
  if (process.env["NO_COLOR"]) return false;
  if (process.env["FORCE_COLOR"] && process.env["FORCE_COLOR"] !== "0") return true;
  return process.stdout.isTTY;
}
var init_color = __esm({
  "src/cli/color.ts"() {
    "use strict";
  }
});

// src/cli/interrupt.ts
function onInterrupt() {
  const abort = new AbortController();
  process.removeAllListeners("SIGINT");
  process.on("SIGINT", () => {
    if (abort.signal.aborted) return;
    abort.abort();
    setTimeout(() => process.removeAllListeners("SIGINT"), SAME_MS).unref();
  });
  return abort;
}
var SAME_MS;
var init_interrupt = __esm({
  "src/cli/interrupt.ts"() {
    "use strict";
    SAME_MS = 500;
  }
});

// src/cli/progress.ts
function progressLine({ done, unit, bytes: bytes2, seconds, part }) {
  const megabytes = bytes2 / 1e6;
  const sofar = `${done.toLocaleString("en")} ${unit}, ${megabytes.toFixed(0)} MB, ${(megabytes / seconds).toFixed(0)} MB/s`;
  if (part === void 0 || part < ENOUGH) return sofar;
  const left = Math.ceil(seconds * (1 - part) / part);
  const time = left < 100 ? `${left} s` : `${Math.ceil(left / 60)} min`;
  return `${Math.floor(100 * part)} %, ${sofar}, ${part < 1 ? `about ${time} left` : "telling where it stands"}`;
}
var PATIENCE_MS2, INTERVAL_MS, ENOUGH, Progress;
var init_progress = __esm({
  "src/cli/progress.ts"() {
    "use strict";
    init_clock();
    PATIENCE_MS2 = 700;
    INTERVAL_MS = 100;
    ENOUGH = 0.02;
    Progress = class {
      on;
      unit;
      began = elapsedMs();
      last = 0;
      shown = false;
      constructor(on, unit = "files") {
        this.on = on;
        this.unit = unit;
      }
      /** @param part how much of the work is done, from 0 to 1, where that is known */
      update(done, bytes2, part) {
        const now = elapsedMs();
        if (!this.on || now - this.began < PATIENCE_MS2 || now - this.last < INTERVAL_MS) return;
        this.last = now;
        this.shown = true;
        const line = progressLine({ done, unit: this.unit, bytes: bytes2, seconds: (now - this.began) / 1e3, part });
        process.stderr.write(`\r\x1B[2K${line.slice(0, (process.stderr.columns || 80) - 1)}`);
      }
      /** A line of its own, without tearing the progress line. */
      say(text) {
        this.end();
        process.stderr.write(`${text}
`);
      }
      end() {
        if (this.shown) process.stderr.write("\r\x1B[2K");
        this.shown = false;
      }
    };
  }
});

// src/cli/stdin.ts
async function readStdin(signal) {
  const chunks = [];
  signal?.addEventListener("abort", () => process.stdin.destroy());
  try {
    for await (const chunk of process.stdin) chunks.push(chunk);
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
  return Buffer.concat(chunks);
}
var init_stdin = __esm({
  "src/cli/stdin.ts"() {
    "use strict";
  }
});

// src/cli/scan.ts
async function scanCommand(paths2, given) {
  const options = given;
  const targets = reportTargets(options);
  if (paths2.includes("-") && paths2.length > 1) throw new UsageError("- (standard input) stands alone: give paths or -, not both");
  const scopes = [options.staged && "--staged", options.range !== void 0 && "--range", options.history && "--history"].filter(
    Boolean
  );
  if (scopes.length > 1) throw new UsageError(`${scopes.join(" and ")} do not go together: choose one`);
  if (scopes.length > 0 && paths2.length > 1)
    throw new UsageError(`${scopes[0]} takes one repository: name one folder, or none for this one`);
  if (options.all && !options.staged) throw new UsageError("--all goes with --staged");
  if (scopes.length > 0 && paths2[0] === "-")
    throw new UsageError(`${scopes[0]} reads a repository, not standard input: name a folder, or none for this one`);
  const cwd = (0, import_node_path19.resolve)(scopes.length > 0 ? paths2[0] ?? "." : ".");
  if (scopes.length > 0 && paths2.length > 0) await enterRepository(cwd);
  const { config, baseline } = options;
  const project = await projectConfig({
    cwd,
    paths: scopes.length > 0 ? [] : paths2,
    ...config !== void 0 && { config: config === false ? false : (0, import_node_path19.resolve)(config) },
    ...baseline !== void 0 && { baseline: baseline && baseline.map((file) => (0, import_node_path19.resolve)(file)) }
  });
  if (options.printConfig) {
    const { printConfig } = await import("./cli-print-config.mjs");
    printConfig(project, given);
    return EXIT.clean;
  }
  const failOn = options.failOn ?? project.failOn ?? "low";
  const minSeverity = options.minSeverity ?? project.minSeverity;
  const abort = onInterrupt();
  const progress = new Progress(wantsProgress(options), scopes.length > 0 ? "objects" : "files");
  let problems = 0;
  const scanOptions = {
    cwd,
    ...project.options,
    gitignore: options.gitignore && (project.options.gitignore ?? true),
    inlineIgnores: options.inlineIgnores && (project.options.inlineIgnores ?? true),
    signal: abort.signal,
    onProgress: (done, bytes2, part) => progress.update(done, bytes2, part),
    onProblem: (text) => {
      problems++;
      progress.say(`bearertrap: ${text}`);
    },
    onNotice: (text) => {
      if (!options.quiet) progress.say(`bearertrap: ${text}`);
    }
  };
  for (const key of [
    "staged",
    "all",
    "range",
    "history",
    "onlyRules",
    "include",
    "exclude",
    "maxFileSize",
    "jobs",
    "showSecrets",
    "minConfidence",
    "mode"
  ]) {
    if (options[key] !== void 0) Object.assign(scanOptions, { [key]: options[key] });
  }
  if (options.rules) scanOptions.rules = [...project.options.rules ?? [], ...options.rules];
  if (options.disableRule) {
    const off = Object.fromEntries(options.disableRule.map((id) => [id, { enabled: false }]));
    scanOptions.ruleSettings = { ...project.options.ruleSettings, ...off };
  }
  if (paths2[0] === "-") scanOptions.stdin = await readStdin(abort.signal);
  else if (scopes.length === 0 && paths2.length > 0) scanOptions.paths = paths2;
  const short = tuneForLongScan();
  let result = await runScan(scanOptions);
  short();
  progress.end();
  if ((options.verify || options.verifyDryRun) && !abort.signal.aborted) {
    const { verifyScan } = await import("./cli-verify.mjs");
    const asking = { ...given, cwd, ...scanOptions.rules && { rules: scanOptions.rules } };
    result = await verifyScan(result, asking, options.verifyDryRun ?? false, abort.signal);
  }
  const { report } = result;
  if (options.verbose) {
    for (const { reason: reason2, count: count3, examples } of report.coverage.skipped) {
      progress.say(
        `bearertrap: not read, ${reason2}: ${count3} (${examples.map(displayPath).join(", ")}${count3 > examples.length ? ", \u2026" : ""})`
      );
    }
  }
  const shown = minSeverity ? atLeast(report, minSeverity) : report;
  const code2 = abort.signal.aborted ? EXIT.interrupted : problems > 0 ? EXIT.usage : codeOf(report, failOn);
  process.exitCode = code2;
  for (const { format, file } of targets) await emit2(format, file, { ...result, report: shown }, cwd, options);
  if (!report.coverage.complete && !options.quiet) {
    const why = abort.signal.aborted ? "interrupted: what was not read until then may hold secrets" : incompleteness(report);
    process.stderr.write(`bearertrap: ${why}
`);
  }
  return code2;
}
function reportTargets(options) {
  const more2 = (options.report ?? []).map((text) => {
    const [, format, file] = /^([a-z]+)=(.+)$/s.exec(text) ?? [];
    if (!file || !FORMATS.includes(format)) {
      throw new UsageError(`--report ${text}: write FORMAT=FILE, with one of the formats ${FORMATS.join(", ")}`);
    }
    return { format, file };
  });
  return [{ format: options.format, ...options.output !== void 0 && { file: options.output } }, ...more2];
}
async function placesOf3(report, cwd) {
  const { findPlaces } = await import("./pipeline-places.mjs");
  return findPlaces(report, { cwd });
}
async function emit2(format, file, result, cwd, options) {
  const context = {
    frames: result.frames,
    secrets: result.secrets,
    sheets: result.sheets,
    color: file === void 0 && options.color && wantsColor(),
    width: process.stdout.columns ?? 100,
    showSecrets: options.showSecrets ?? false,
    showSuppressed: options.showSuppressed ?? false,
    ...format === "sarif" && await placesOf3(result.report, cwd)
  };
  const text = await render(format, result.report, context);
  if (file === void 0) {
    await new Promise((resolve12) => process.stdout.write(text, () => resolve12()));
    return;
  }
  try {
    (0, import_node_fs22.writeFileSync)(file, text);
  } catch (error) {
    throw new UsageError(
      `the report cannot be written to ${file} (${error.code}): choose another place`,
      { cause: error }
    );
  }
}
function wantsProgress(options) {
  if (options.progressGiven) return options.progress === true;
  return process.stderr.isTTY && !process.env["CI"] && !options.quiet;
}
var import_node_fs22, import_node_path19;
var init_scan2 = __esm({
  "src/cli/scan.ts"() {
    "use strict";
    import_node_fs22 = require("node:fs");
    import_node_path19 = require("node:path");
    init_config();
    init_errors();
    init_policy();
    init_jit();
    init_path();
    init_report();
    init_scan();
    init_repository();
    init_color();
    init_exit();
    init_interrupt();
    init_progress();
    init_stdin();
  }
});

// src/cli/hook-run.ts
var hook_run_exports = {};
__export(hook_run_exports, {
  HOOKS: () => HOOKS,
  parsePush: () => parsePush,
  runHook: () => runHook
});
async function runHook(hook2, args, scan) {
  const cwd = process.cwd();
  const project = await projectConfig({ cwd });
  let problems = 0;
  const common = {
    cwd,
    ...project.options,
    onProblem: (text) => {
      problems++;
      process.stderr.write(`bearertrap: ${text}
`);
    },
    onNotice: (text) => process.stderr.write(`bearertrap: ${text}
`)
  };
  const { event, scopes } = await whatToScan(hook2, args, common);
  const failOn = project.failOn ?? "low";
  let code2 = EXIT.clean;
  for (const scope of scopes) {
    const result = await scan({ ...common, ...scope });
    const { report } = result;
    const blocking = failing(report, failOn);
    if (blocking.length > 0) {
      const { blockedScreen } = await import("./cli-hook-screen.mjs");
      process.stdout.write(blockedScreen(result, blocking, scope.paths ? "files" : event, cwd));
      code2 = EXIT.findings;
    } else if (report.summary.suppressed > 0) {
      const known = report.summary.suppressed;
      process.stderr.write(`bearertrap: ${known} accepted ${known === 1 ? "finding" : "findings"}, nothing else
`);
    }
    const gaps = report.coverage.skipped.filter(({ gap }) => gap);
    for (const { reason: reason2, count: count3, examples } of gaps)
      process.stderr.write(`bearertrap: not read, ${reason2}: ${count3} (${examples.join(", ")}); this may hold secrets
`);
    if (gaps.length > 0 && code2 === EXIT.clean) code2 = EXIT.incomplete;
  }
  return problems > 0 && code2 !== EXIT.findings ? EXIT.usage : code2;
}
async function whatToScan(hook2, args, { cwd = ".", onNotice }) {
  const environment = process.env;
  if (hook2 === "pre-receive") return { event: "push", scopes: pushes(parsePush(await input(), "receive"), "--all") };
  const [from, to] = [environment["PRE_COMMIT_FROM_REF"], environment["PRE_COMMIT_TO_REF"]];
  const remote = environment["PRE_COMMIT_REMOTE_NAME"];
  if (environment["PRE_COMMIT"] && (from || to || remote)) {
    const pushed = { tips: [to || "HEAD"], known: from ? [from] : [], ...remote && { refs: `--remotes=${remote}` } };
    return { event: "push", scopes: [{ pushed }] };
  }
  if (hook2 === "pre-push") {
    const push = parsePush(await input(), "push");
    const name = args[0] ?? "";
    const isRemote = name !== "" && runGit(["config", "--get", `remote.${name}.url`], { cwd }).status === 0;
    const gone = isRemote ? goneFrom(name, push.absent, cwd) : void 0;
    if (gone !== void 0)
      onNotice?.(
        `${gone} is here, but ${name} has no such branch: all that is pushed is looked at (git fetch --prune ${name} puts it right)`
      );
    return { event: "push", scopes: pushes(push, isRemote && gone === void 0 ? `--remotes=${name}` : void 0) };
  }
  const named2 = args.length > 0 ? notStaged(args, cwd) : [];
  return { event: "commit", scopes: [{ staged: true }, ...named2.length > 0 ? [{ paths: named2 }] : []] };
}
async function input() {
  return (await readStdin()).toString("utf8");
}
function parsePush(text, form) {
  const tips = [];
  const known = [];
  const absent = [];
  for (const line of text.split("\n").filter(Boolean)) {
    const fields = line.split(" ");
    const [tip, old] = form === "push" ? [fields[1], fields[3]] : [fields[1], fields[0]];
    if (!tip || !old || !/^[0-9a-f]+$/.test(tip + old))
      throw new UsageError("this is not what git gives a hook on standard input: run it as a hook, see bearertrap hook --help");
    if (!NONE3.test(tip)) tips.push(tip);
    if (!NONE3.test(old)) known.push(old);
    else if (!NONE3.test(tip)) absent.push(fields[2] ?? "");
  }
  return { tips, known, absent };
}
function goneFrom(remote, absent, cwd) {
  const branches = absent.filter((ref) => ref.startsWith("refs/heads/"));
  if (branches.length === 0) return void 0;
  const names4 = branches.map((ref) => ref.replace("refs/heads/", `refs/remotes/${remote}/`));
  const { stdout } = runGit(["for-each-ref", "--count=1", "--format=%(refname)", "--", ...names4], { cwd });
  return fromBytes(stdout).trim() || void 0;
}
function pushes({ tips, known }, refs) {
  return tips.length === 0 ? [] : [{ pushed: { tips, known, ...refs !== void 0 && { refs } } }];
}
function notStaged(files, cwd) {
  const { stdout } = runGit(["diff", "--cached", "--name-only", "-z", "--no-renames", "--relative", "--no-ext-diff"], { cwd });
  const staged = new Set(fromBytes(stdout).split("\0"));
  return files.filter((file) => !staged.has((0, import_node_path20.relative)(cwd, (0, import_node_path20.resolve)(cwd, file))));
}
var import_node_path20, HOOKS, NONE3;
var init_hook_run = __esm({
  "src/cli/hook-run.ts"() {
    "use strict";
    import_node_path20 = require("node:path");
    init_config();
    init_errors();
    init_policy();
    init_path();
    init_spawn();
    init_exit();
    init_stdin();
    HOOKS = ["pre-commit", "pre-merge-commit", "pre-push", "pre-receive"];
    NONE3 = /^0+$/;
  }
});

// src/cli/program.ts
var program_exports = {};
__export(program_exports, {
  run: () => run10
});
function wholeNumber(value) {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError("It must be a whole number from 1 on.");
  return Number(value);
}
function byteSize(value) {
  const size2 = parseSize(value);
  if (size2 === void 0) throw new InvalidArgumentError("Write bytes, or a number with K, M or G: 500K, 10M, 2G.");
  return size2;
}
async function run10() {
  try {
    await program2.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.clean : EXIT.usage;
    } else if (isKnown(error)) {
      process.stderr.write(`bearertrap: ${error.message.split("\n").map(displayPath).join("\n")}
`);
      process.exitCode = EXIT.usage;
    } else {
      throw error;
    }
  }
}
var collect, withIssuers, program2, EVERYDAY, scanProgram, hook;
var init_program = __esm({
  "src/cli/program.ts"() {
    "use strict";
    init_esm();
    init_size();
    init_modes();
    init_errors();
    init_path();
    init_model();
    init_report();
    init_version();
    init_scan();
    init_exit();
    init_help();
    init_scan2();
    process.stdout.on("error", (error) => {
      if (error.code === "EPIPE") process.exit();
      process.stderr.write(`bearertrap: standard output cannot be written to (${error.code})
`);
      process.exit(EXIT.usage);
    });
    process.on("SIGINT", () => process.exit(EXIT.interrupted));
    collect = (value, all) => [...all || [], value];
    withIssuers = (command2) => command2.option("--issuer <url>", "an issuer that may be asked; may repeat", collect).option("--opaque-issuer <url>", "the issuer to ask about opaque tokens").option("--host <[provider=]host>", "a host that checks may ask (gitlab=git.acme.com); may repeat", collect).option("--jwks <file>", "keys of issuers: JWKS or PEM; may repeat", collect).option("--clients <file>", "clients to ask as (or BEARERTRAP_CLIENT_ID, _SECRET)").option("--allow-private", "let named hosts and issuers be in private networks").option("--allow-loopback", "let named issuers be on this machine");
    program2 = new Command("bearertrap").description("Finds leaked bearer tokens, JWTs and API keys, and tells what each one still opens.").version(VERSION, "-V, --version", "print the version").helpOption("-h, --help", "show help").addHelpText(
      "after",
      `
Examples:
  bearertrap scan           the current folder
  bearertrap hook install   stop commits that hold secrets`
    ).showSuggestionAfterError().showHelpAfterError("(see --help)").exitOverride();
    EVERYDAY = new Set(
      "--staged --range --history --include --exclude --rules --min-severity --config --baseline --show-suppressed --format --output --fail-on --show-secrets --quiet --verify".split(" ")
    );
    scanProgram = withIssuers(
      program2.command("scan").description("scan files and folders (default: the current folder), or - for standard input").argument("[path...]", "files, folders, globs, or -").optionsGroup("What is scanned:").option("--staged", "what the next commit would add (the index)").option("--all", "with --staged: whole files, also what stood in them").option("--range <A..B>", "what these commits bring in (A...B, one commit)").option("--history", "all that the object store holds, reachable or not").option("--include <glob...>", "only what matches (patterns as in .gitignore)").option("--exclude <glob...>", "all but what matches (patterns as in .gitignore)").option("--no-gitignore", "what .gitignore names too").option("--max-file-size <size>", "no larger files (as in 10M); they are told as a gap", byteSize).optionsGroup("What is found:").option("--rules <file...>", "custom rules too (YAML, or gitleaks TOML)").option("--disable-rule <id...>", "rules not to use (bearertrap rules lists them)").option("--only-rules <id...>", "use no other rules than these").addOption(new Option("--mode <mode>", "how sure passwords must be").choices([...MODES])).addOption(new Option("--min-confidence <level>", "leave out what is less sure").choices([...CONFIDENCES])).addOption(new Option("--min-severity <severity>", "leave out what is less severe").choices([...SEVERITIES])).optionsGroup("What is known and accepted:").option("--config <file>", "configuration instead of .bearertrap.yaml").option("--no-config", "read no configuration and no .bearertrapignore").option("--print-config", "print what is configured and where; scan nothing").option("--baseline <file>", "known findings; may repeat", collect).option("--no-baseline", "count known findings too").option("--no-inline-ignores", "comments in files accept nothing").option("--show-suppressed", "list accepted findings too").optionsGroup("What is told:").addOption(new Option("-f, --format <format>", "report format").choices(FORMATS).default("pretty")).option("-o, --output <file>", "write the report to a file").option("--report <format=file>", "write one more report; may repeat", collect).addOption(
        new Option("--fail-on <severity>", "least severity for exit code 1 (low)").choices([...SEVERITIES.slice(0, 4), "none"])
      ).option("--show-secrets", "print secrets in clear; nothing else ever does").option("--no-color", "no colours (also: NO_COLOR)").option("--progress", "show progress even when this is no terminal").option("--no-progress", "show no progress").option("-q, --quiet", "the report only: no notices").option("-v, --verbose", "notices on what was skipped, with examples").option("-j, --jobs <n>", "threads, 64 at most (default: one a processor)", wholeNumber).optionsGroup("Asking providers and issuers, the only options that connect:").option("--verify", "ask whether the secrets are taken").option("--verify-dry-run", "tell which hosts would be asked")
    );
    withShortHelp(scanProgram, EVERYDAY).addHelpText(
      "after",
      `
Examples:
  bearertrap scan                        the current folder, as git sees it
  bearertrap scan -f sarif -o r.sarif .
  git diff | bearertrap scan -           whatever comes on standard input
  bearertrap scan --range main..         what this branch brings in
  bearertrap scan --fail-on high src     exit code 1 for high and critical only

Exit codes: 0 clean, 1 findings, 2 wrong usage or configuration, 3 incomplete
or nothing was read, 130 interrupted`
    ).action(async (paths2, options, command2) => {
      process.exitCode = await scanCommand(paths2, {
        ...options,
        progressGiven: command2.getOptionValueSource("progress") === "cli"
      });
    });
    program2.command("rules").description("list the rules, or show one: what it finds, what that opens, how to revoke it").argument("[id]", "rule id, or `test` with rule files").argument("[file...]", "with `rules test`: custom rule files whose examples are run").option("--json", "print JSON, as --format json does").addOption(new Option("--format <format>", "form of the list").choices(["text", "json"])).option("--provider <name>", "list only the rules of a provider").option("--kind <kind>", "list only the rules of a kind of credential").addHelpText(
      "after",
      `
Examples:
  bearertrap rules github-pat
  bearertrap rules test my-rules.yaml`
    ).action(async (id, files, options) => {
      const { rulesCommand } = await import("./cli-rules.mjs");
      process.exitCode = await rulesCommand(id, files, options);
    });
    program2.command("decode").description("explain one token, offline (argument or standard input)").argument("[token]", "the token; without it standard input is read, which keeps it out of the process list").option("--json", "print JSON").option("--show-secrets", "show personal data in claims").option("--no-color", "no colours").addHelpText("after", "\nExample:\n  bearertrap decode < token.txt").action(async (token, options) => {
      const { decodeCommand } = await import("./cli-decode.mjs");
      process.exitCode = await decodeCommand(token, options);
    });
    program2.command("baseline").description("write down findings as known and accepted, in .bearertrap-baseline.json").argument("[path...]", "files and folders whose findings are accepted (default: all of the current folder)").option("--staged", "what the next commit would add").option("--range <A..B>", "what these commits bring in").option("--history", "all that the object store holds").option("--accept <id>", "this finding only; may repeat", collect).option("--reason <text>", "why it may stay").option("--owner <name>", "who answers for it").option("--until <day>", "the last day on which it is accepted, 2027-01-31").option("--prune", "remove what matches nothing any more, and add nothing").option("-o, --output <file>", "another file").option("--config <file>", "configuration instead of .bearertrap.yaml").option("--no-config", "read no configuration").addHelpText(
      "after",
      `
Examples:
  bearertrap baseline --reason "before we scanned"    accept all there is
  bearertrap baseline --accept 0d3c465ef4 --reason "revoked in May" --owner ann
  bearertrap baseline --prune                         forget what is gone`
    ).action(async (paths2, options) => {
      const { baselineCommand } = await import("./cli-baseline.mjs");
      process.exitCode = await baselineCommand(paths2, options);
    });
    program2.command("explain").description("explain a finding: what it is and opens, how to revoke it, purge it from history and prevent it").argument("<id>", "the id of a finding, or its beginning").option("--report <file>", "a report of --format json or jsonl (default: the index, the work tree and the history are scanned)").option("--no-color", "no colours").addHelpText(
      "after",
      `
Examples:
  bearertrap explain 0d3c465ef4
  bearertrap explain 0d3c465ef4 --report report.json`
    ).action(async (id, options) => {
      const { explainCommand } = await import("./cli-explain.mjs");
      process.exitCode = await explainCommand(id, options);
    });
    hook = program2.command("hook").description("git hooks: install one, take it away, or run what it does").addHelpText(
      "after",
      `
Examples:
  bearertrap hook install              scan before each commit what it would add
  bearertrap hook install --pre-push   and before each push what it would bring
  bearertrap hook uninstall            put back the hook that was there before`
    );
    hook.command("install").description("install a pre-commit hook (and pre-merge-commit); another hook is kept and runs before it").option("--pre-push", "a pre-push hook as well").argument("[folder]", "a folder of the repository", ".").addHelpText("after", "\nExample:\n  bearertrap hook install --pre-push").action(async (folder, options) => {
      const { installHooks } = await import("./cli-hook-install.mjs");
      process.exitCode = await installHooks(folder, options);
    });
    hook.command("uninstall").description("take the hooks away and put back what was there before").argument("[folder]", "a folder of the repository", ".").addHelpText("after", "\nExample:\n  bearertrap hook uninstall").action(async (folder) => {
      const { uninstallHooks } = await import("./cli-hook-install.mjs");
      process.exitCode = await uninstallHooks(folder);
    });
    hook.command("run").description("do what the hook of this name does: exit code 0 lets git go on").addArgument(new Argument("<name>", "which hook").choices(["pre-commit", "pre-merge-commit", "pre-push", "pre-receive"])).argument("[arg...]", "what git, or a framework, gives the hook").addHelpText("after", "\nExample:\n  npx bearertrap hook run pre-commit      in .husky/pre-commit").action(async (name, args) => {
      const { runHook: runHook2 } = await Promise.resolve().then(() => (init_hook_run(), hook_run_exports));
      process.exitCode = await runHook2(name, args, runScan);
    });
    program2.command("init").description("write a commented configuration file, .bearertrap.yaml; never overwrites one").argument("[folder]", "a folder of the project", ".").addHelpText("after", "\nExample:\n  bearertrap init && bearertrap scan --print-config").action(async (folder) => {
      const { initCommand } = await import("./cli-init.mjs");
      process.exitCode = initCommand(folder);
    });
    program2.command("completion").description("print a script that completes commands and options in a shell").addArgument(new Argument("<shell>", "the shell").choices(["bash", "zsh", "fish"])).addHelpText(
      "after",
      `
Examples:
  eval "$(bearertrap completion bash)"       in ~/.bashrc
  eval "$(bearertrap completion zsh)"        in ~/.zshrc, after compinit
  bearertrap completion fish | source        in ~/.config/fish/config.fish`
    ).action(async (shell) => {
      const { completionCommand } = await import("./cli-completion.mjs");
      process.exitCode = completionCommand(shell, program2);
    });
    withIssuers(program2.command("verify")).description("ask providers and issuers whether the secrets of a JSON report are taken: connects to them").argument("<report>", "a JSON report, or - for standard input").addOption(new Option("-f, --format <format>", "report format").choices(FORMATS).default("pretty")).option("--dry-run", "tell which hosts would be asked about how many secrets").option("--rules <file...>", "the custom rule files that the report was made with").option("--no-color", "no colours (also: NO_COLOR)").addHelpText(
      "after",
      `
Examples:
  bearertrap verify report.json --dry-run
  bearertrap scan --history -f json | bearertrap verify -`
    ).action(async (report, options) => {
      const { verifyCommand } = await import("./cli-verify.mjs");
      process.exitCode = await verifyCommand(report, options);
    });
    withIssuers(program2.command("revoke")).description("end secrets, where provider or issuer lets one: tells what it would send, and sends it with --yes").argument("<id...>", "ids of findings, each named").option("--yes", "do it, then look whether it is dead").option("--report <file>", "the JSON report that names them (default: the current folder is scanned)").option("--history", "look for them in all that the object store holds").option("--rules <file...>", "custom rule files").addHelpText(
      "after",
      `
Examples:
  bearertrap revoke 0d3c465ef4           tell what would be sent, and where to
  bearertrap revoke 0d3c465ef4 --yes     send it`
    ).action(async (ids, options) => {
      const { revokeCommand } = await import("./cli-revoke.mjs");
      process.exitCode = await revokeCommand(ids, options);
    });
  }
});

// src/cli/main.ts
init_version();
var [argument, more] = process.argv.slice(2);
if (more === void 0 && (argument === "--version" || argument === "-V")) process.stdout.write(`${VERSION}
`);
else void Promise.resolve().then(() => (init_program(), program_exports)).then(({ run: run11 }) => run11());
