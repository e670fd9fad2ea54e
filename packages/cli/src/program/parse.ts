import type { Command } from "commander";
import { asksForHelp } from "../command/asks-for-help.js";
import type { CommandSpec, Given } from "../command/command-spec.js";
import type { GlobalValues } from "../command/global-values.js";
import { globalOptions } from "../command/global-options.js";
import type { OptionSpec } from "../command/option-spec.js";
import { headOf } from "./head-of.js";
import { parserBefore, parserOf } from "./parser.js";

/** What stands before the name of a command, its name, and what follows. */
export interface Split {
  readonly globals: Partial<GlobalValues>;
  /** Whether `--version` stands there. */
  readonly asksVersion: boolean;
  readonly name: string | undefined;
  readonly rest: readonly string[];
}

/** What the words behind the name of a command say. */
export interface Parsed {
  readonly given: Given<CommandSpec>;
  readonly globals: Partial<GlobalValues>;
}

/** Take the name of a command, and the options before it, from arguments. @throws a `CommanderError` */
export function splitArguments(argv: readonly string[]): Split {
  const parser = parserBefore();
  headOf(parser, argv, { most: 1 });
  parser.parse([...argv], { from: "user" });
  const [name, ...rest] = parser.args;
  const asksVersion = parser.getOptionValue("version") === true;
  return { globals: globalsOf(parser), asksVersion, name, rest };
}

/** Read the arguments of one command. @throws a `CommanderError` */
export function parseArguments(spec: CommandSpec, argv: readonly string[]): Parsed {
  const parser = parserOf(spec);
  const { length } = headOf(parser, argv, countsOf(spec));
  parser.parse(argv.slice(0, length), { from: "user" });
  const names = Object.keys(spec.arguments);
  const given = {
    arguments: Object.fromEntries(names.map((name, index) => [name, parser.processedArgs[index] as unknown])),
    options: valuesOf(parser, spec.options),
    rest: argv.slice(length),
  };
  return { given: given as Given<CommandSpec>, globals: globalsOf(parser) };
}

/**
 * Read words that may only be options of a command: what stands behind the inputs of what is run.
 *
 * @throws a `CommanderError`
 */
export function parseOptions(
  { name, options }: CommandSpec,
  words: readonly string[],
): { readonly options: Given<CommandSpec>["options"]; readonly globals: Partial<GlobalValues> } {
  // Most command lines have none, and to make a parser takes a millisecond.
  if (words.length === 0 && !Object.values(options).some(isRequired)) {
    const many = Object.entries(options).filter(([, { kind }]) => kind === "many");
    return { options: Object.fromEntries(many.map(([each]) => [each, []])), globals: {} };
  }
  const only = { name, summary: "", arguments: {}, options, examples: [] };
  const { given, globals } = parseArguments(only, words);
  return { options: given.options, globals };
}

const isRequired = (option: OptionSpec): boolean => option.kind !== "flag" && option.required === true;

/**
 * Whether a command line asks for the help page of a command that answers itself where it knows more than its page: behind its
 * first argument.
 */
export function asksBeforeArguments(spec: CommandSpec, argv: readonly string[]): boolean {
  const parser = parserOf(spec);
  if (asksForHelp(argv.slice(0, headOf(parser, argv, { most: 1 }).length))) return true;
  const { length, given } = headOf(parser, argv, countsOf(spec));
  return given < neededArguments(spec) && asksForHelp(argv.slice(0, length));
}

function countsOf(spec: CommandSpec): { readonly most: number; readonly enough?: number } {
  if (spec.takesRest !== true) return { most: Number.POSITIVE_INFINITY };
  return { most: Object.keys(spec.arguments).length, enough: neededArguments(spec) };
}

const neededArguments = ({ arguments: all }: CommandSpec): number =>
  Object.values(all).filter(({ kind }) => kind === undefined || kind === "many").length;

const globalsOf = (parser: Command): Partial<GlobalValues> => valuesOf(parser, globalOptions);

// Commander keeps `--dry-run` as `dryRun`; specs keep names as they are written.
function valuesOf(parser: Command, options: { readonly [name: string]: unknown }): Record<string, unknown> {
  const values: Record<string, unknown> = parser.opts();
  const given = Object.keys(options).flatMap((name) => {
    const option = parser.options.find(({ long }) => long === `--${name}`);
    const value = option === undefined ? undefined : values[option.attributeName()];
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given);
}
