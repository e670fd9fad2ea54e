import { closest } from "@flytekit-ts/core/graph";
import type { CommanderError } from "commander";
import type { CommandSpec } from "../command/command-spec.js";
import { globalOptions } from "../command/global-options.js";
import type { OptionSpec } from "../command/option-spec.js";

/** What is wrong with a command line, and what to write instead. */
export interface UsageProblem {
  readonly problem: string;
  readonly advice?: string | undefined;
}

type Spec = Pick<CommandSpec, "arguments" | "options" | "takesRest">;

/** What a parser refused, in words. */
export function usageProblem({ code, message }: CommanderError, spec: Spec | undefined): UsageProblem {
  const options = { ...globalOptions, ...spec?.options };
  const [, first = ""] = /'(.*)'/s.exec(message) ?? [];
  switch (code) {
    case "commander.unknownOption":
      return unknownOption(first, options, spec);
    case "commander.missingArgument":
      return { problem: `${first.toUpperCase()} is missing` };
    case "commander.missingMandatoryOptionValue":
      return { problem: `${longOf(first)} is missing` };
    case "commander.optionMissingArgument":
      return { problem: `${longOf(first)} takes a value, and none was given` };
    case "tsflyte.optionInsteadOfValue": {
      const [option = "", other = ""] = message.split(" ");
      return {
        problem: `${option} takes a value, and ${quoted(other)} is an option`,
        advice: `Write \`${option}=${cropped(other)}\` if that is the value.`,
      };
    }
    case "commander.excessArguments":
      return tooMany(message, spec);
    default:
      return invalidValue(message, spec);
  }
}

function unknownOption(
  flag: string,
  options: Readonly<Record<string, OptionSpec>>,
  spec: Spec | undefined,
): UsageProblem {
  const [name = flag] = flag.split("=");
  const known = Object.entries(options).flatMap(([each, option]) =>
    option.kind === "flag" && option.negatable === true ? [each, `no-${each}`] : [each],
  );
  if (flag.includes("=") && known.includes(name.slice(2))) return { problem: `${name} takes no value` };
  const near = name.startsWith("--") ? closest(name.slice(2), known) : undefined;
  const where =
    spec === undefined
      ? "The options of a command come after its name."
      : spec.takesRest === true
        ? `The inputs of what is run are options too; they come after ${Object.keys(spec.arguments).at(-1)?.toUpperCase()}.`
        : undefined;
  return {
    problem: `there is no option ${quoted(name)}`,
    advice: near === undefined ? where : `Did you mean \`--${near}\`?`,
  };
}

function tooMany(message: string, spec: Spec | undefined): UsageProblem {
  const last = Object.keys(spec?.arguments ?? {})
    .at(-1)
    ?.toUpperCase();
  if (spec?.takesRest === true && last !== undefined) return { problem: `too many arguments after ${last}` };
  const [, most = "0", given = "more"] = /Expected (\d+) arguments? but got (\d+)/.exec(message) ?? [];
  const takes = most === "0" ? "it takes none" : most === "1" ? "it takes one" : `it takes at most ${most}`;
  return {
    problem: `too many arguments: ${takes}, and ${given === "1" ? "one was" : `${given} were`} given`,
  };
}

function invalidValue(message: string, spec: Spec | undefined): UsageProblem {
  const [, flags, given = ""] =
    /^error: option '(.+?) <value>' argument '(.*)' is invalid/s.exec(message) ?? [];
  if (flags === undefined) return invalidArgument(message, spec);
  const name = longOf(flags);
  const options: Readonly<Record<string, OptionSpec>> = { ...globalOptions, ...spec?.options };
  const option = options[name.slice(2)];
  if (option?.kind === "choice") return noChoice(name, given, option.choices);
  const least = option?.kind === "count" ? (option.least ?? 0) : 0;
  return { problem: `${name} takes a whole number from ${least} on, not ${quoted(given)}` };
}

function invalidArgument(message: string, spec: Spec | undefined): UsageProblem {
  const [, given = "", name = ""] =
    /^error: command-argument value '(.*)' is invalid for argument '(.*?)'/s.exec(message) ?? [];
  return noChoice(name.toUpperCase(), given, spec?.arguments[name]?.choices ?? []);
}

function noChoice(name: string, given: string, choices: readonly string[]): UsageProblem {
  const near = closest(given, choices);
  return {
    problem: `${name} is one of ${choices.join(", ")}, not ${quoted(given)}`,
    advice: near === undefined ? undefined : `Did you mean \`${near}\`?`,
  };
}

// Commander writes an option with all that belongs to it: `-p, --project <value>`.
const longOf = (flags: string): string => /--[^\s,<]+/.exec(flags)?.[0] ?? flags;

const quoted = (text: string): string => JSON.stringify(cropped(text));

const cropped = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
