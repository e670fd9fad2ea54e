import type { Command } from "commander";
import type { CommandSpec, Given } from "../command/command-spec.js";
import type { GlobalValues } from "../command/global-values.js";
import { globalOptions } from "../command/global-options.js";
import { addOption, parserOf, quiet } from "./parser.js";
import { Command as Parser } from "commander";

/** What stands before the name of a command, its name, and what follows. */
export interface Split {
  readonly globals: Partial<GlobalValues>;
  readonly name: string | undefined;
  readonly rest: readonly string[];
}

/** Take the name of a command, and the options before it, from arguments. @throws a `CommanderError` */
export function splitArguments(argv: readonly string[]): Split {
  const parser = quiet(new Parser("tsflyte"))
    .passThroughOptions()
    .argument("[command]")
    .argument("[rest...]");
  for (const [name, option] of Object.entries(globalOptions)) addOption(parser, name, option);
  parser.parse([...argv], { from: "user" });
  const [name, ...rest] = parser.args;
  return { globals: valuesOf(parser, globalOptions), name, rest };
}

/** Read the arguments of one command. @throws a `CommanderError` */
export function parseArguments(
  spec: CommandSpec,
  argv: readonly string[],
): { readonly given: Given<CommandSpec>; readonly globals: Partial<GlobalValues> } {
  const parser = parserOf(spec);
  parser.parse([...argv], { from: "user" });
  const names = Object.keys(spec.arguments);
  const given = {
    arguments: Object.fromEntries(names.map((name, index) => [name, parser.processedArgs[index] as unknown])),
    options: valuesOf(parser, spec.options),
    rest: spec.takesRest === true ? ((parser.processedArgs[names.length] ?? []) as readonly string[]) : [],
  };
  return {
    given: given as Given<CommandSpec>,
    globals: valuesOf(parser, globalOptions),
  };
}

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
