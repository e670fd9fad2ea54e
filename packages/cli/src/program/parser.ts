import { Argument, Command, InvalidArgumentError, Option } from "commander";
import type { ArgumentSpec, OptionSpec } from "../command/option-spec.js";
import type { CommandSpec } from "../command/command-spec.js";
import { globalOptions } from "../command/global-options.js";

/** A parser for one command: its arguments and options, and those that every command takes. It prints and ends nothing. */
export function parserOf(spec: CommandSpec): Command {
  const parser = quiet(new Command(spec.name));
  for (const [name, argument] of Object.entries(spec.arguments))
    parser.addArgument(argumentOf(name, argument));
  for (const [name, option] of Object.entries({ ...globalOptions, ...spec.options }))
    addOption(parser, name, option);
  return parser;
}

/** A parser for what stands before the name of a command. What is behind the first argument is left alone. */
export function parserBefore(): Command {
  const parser = quiet(new Command("tsflyte")).passThroughOptions();
  parser.argument("[command]").argument("[rest...]");
  for (const [name, option] of Object.entries(globalOptions)) addOption(parser, name, option);
  return parser.addOption(new Option("-V, --version", "Print the versions"));
}

function argumentOf(name: string, spec: ArgumentSpec): Argument {
  const argument = new Argument(argumentWords(name, spec), spec.says);
  return spec.choices === undefined ? argument : argument.choices([...spec.choices]);
}

/** An argument as usage lines show it: `FILE`, `[FILE]`, `FILE...` or `[FILE...]`. */
export function argumentWords(name: string, { kind }: ArgumentSpec): string {
  if (kind === "optional") return `[${name}]`;
  if (kind === "any-number") return `[${name}...]`;
  return kind === "many" ? `<${name}...>` : `<${name}>`;
}

/** A parser that leaves printing and ending to its caller. */
function quiet(parser: Command): Command {
  const nothing = (): void => undefined;
  return parser
    .exitOverride()
    .helpOption(false)
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .configureOutput({ writeOut: nothing, writeErr: nothing });
}

/** Add an option to a parser. Options given twice: the last counts, but those that are many are all kept. */
function addOption(parser: Command, name: string, spec: OptionSpec): void {
  const flags = `${spec.short === undefined ? "" : `-${spec.short}, `}--${name}`;
  if (spec.kind === "flag") {
    parser.addOption(new Option(flags, spec.says));
    if (spec.negatable === true) parser.addOption(new Option(`--no-${name}`).default(undefined));
    return;
  }
  const option = new Option(`${flags} <value>`, spec.says);
  if (spec.kind === "choice") option.choices([...spec.choices]);
  if (spec.kind === "count") option.argParser((text) => wholeNumber(text, spec.least ?? 0));
  if (spec.kind === "many")
    option.default([]).argParser((text, all: unknown) => [...(all as readonly string[]), text]);
  if (spec.required === true) option.makeOptionMandatory();
  parser.addOption(option);
}

function wholeNumber(text: string, least: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(number) && number >= least) return number;
  throw new InvalidArgumentError("");
}
