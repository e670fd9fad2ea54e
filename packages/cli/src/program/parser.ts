import { Argument, Command, InvalidArgumentError, Option } from "commander";
import type { CommandSpec } from "../command/command-spec.js";
import { globalOptions } from "../command/global-options.js";
import type { OptionSpec } from "../command/option-spec.js";

/** A parser for one command: its arguments and options, and those that every command takes. It prints and ends nothing. */
export function parserOf(spec: CommandSpec): Command {
  const parser = quiet(new Command(spec.name))
    .summary(spec.summary)
    .description(spec.details ?? spec.summary);
  for (const [name, { kind, says }] of Object.entries(spec.arguments))
    parser.addArgument(argument(name, kind, says));
  for (const [name, option] of Object.entries({ ...spec.options, ...globalOptions }))
    addOption(parser, name, option);
  if (spec.takesRest === true) parser.argument("[rest...]").passThroughOptions();
  return parser;
}

/** A parser that leaves printing and ending to its caller. */
export function quiet(parser: Command): Command {
  const nothing = (): void => undefined;
  return parser
    .exitOverride()
    .helpOption(false)
    .helpCommand(false)
    .configureOutput({ writeOut: nothing, writeErr: nothing });
}

function argument(name: string, kind: string | undefined, says: string): Argument {
  const words =
    kind === "optional"
      ? `[${name}]`
      : kind === "any-number"
        ? `[${name}...]`
        : kind === "many"
          ? `<${name}...>`
          : `<${name}>`;
  return new Argument(words, says);
}

/** Add an option to a parser. Options given twice: the last counts, but those that are many are all kept. */
export function addOption(parser: Command, name: string, spec: OptionSpec): void {
  const short = spec.short === undefined ? "" : `-${spec.short}, `;
  const flags = `${short}--${name}`;
  if (spec.kind === "flag") {
    parser.addOption(new Option(flags, spec.says));
    if (spec.negatable === true) parser.addOption(new Option(`--no-${name}`).default(undefined).hideHelp());
    return;
  }
  const placeholder = spec.kind === "choice" ? spec.choices.join("|") : spec.placeholder;
  const option = new Option(`${flags} <${placeholder}>`, spec.says);
  if (spec.kind === "choice") option.choices([...spec.choices]);
  if (spec.kind === "count") option.argParser(wholeNumber);
  if (spec.kind === "many")
    option.default([]).argParser((text, all: unknown) => [...(all as readonly string[]), text]);
  parser.addOption(option);
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(number)) return number;
  throw new InvalidArgumentError("It takes a whole number.");
}
