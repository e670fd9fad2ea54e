import type { CommandEntry, CommandGroup } from "../command/command.js";
import type { CommandSpec } from "../command/command-spec.js";
import { globalOptions } from "../command/global-options.js";
import type { OptionSpec } from "../command/option-spec.js";

/** What somebody is about to type. */
export type Place =
  | {
      readonly kind: "command";
      readonly commands: readonly (CommandEntry | CommandGroup)[];
      readonly given: Given;
    }
  | { readonly kind: "value"; readonly option: OptionSpec; readonly name: string; readonly given: Given }
  | { readonly kind: "argument"; readonly spec: CommandSpec; readonly given: Given };

/** What was typed before, in so far as it says what may follow. */
export interface Given {
  /** Absent before the name of a command. */
  readonly spec?: CommandSpec | undefined;
  /** Arguments of the command, in order, and all that follows them where it takes a rest. */
  readonly arguments: readonly string[];
  /** Options by their names, with the last value. */
  readonly options: Readonly<Record<string, string>>;
}

/** Where somebody is who has typed these words behind `tsflyte`, and is at the next. */
export function placeOf(words: readonly string[], registry: readonly (CommandEntry | CommandGroup)[]): Place {
  let commands: readonly (CommandEntry | CommandGroup)[] = registry;
  let spec: CommandSpec | undefined;
  const given = { arguments: [] as string[], options: {} as Record<string, string> };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    const option = optionOf(word, spec, given.arguments.length);
    if (option !== undefined) {
      if (option.value !== undefined) given.options[option.name] = option.value;
      else if (option.spec.kind === "flag") given.options[option.name] = "";
      else if (index + 1 === words.length)
        return { kind: "value", option: option.spec, name: option.name, given: { spec, ...given } };
      else given.options[option.name] = words[(index += 1)] ?? "";
    } else if (spec !== undefined) given.arguments.push(word);
    else {
      const found = commands.find((each) => nameOf(each) === word);
      if (found === undefined) return { kind: "command", commands: [], given };
      if ("spec" in found) spec = found.spec;
      else commands = found.commands;
    }
  }
  return spec === undefined
    ? { kind: "command", commands, given }
    : { kind: "argument", spec, given: { spec, ...given } };
}

/** The name of a command, or of a group of commands. */
export const nameOf = (each: CommandEntry | CommandGroup): string =>
  "spec" in each ? each.spec.name : each.name;

/** The options that may stand there, by their names. */
export function optionsOf(spec: CommandSpec | undefined): Readonly<Record<string, OptionSpec>> {
  return { ...spec?.options, ...globalOptions };
}

interface Written {
  readonly name: string;
  readonly spec: OptionSpec;
  /** What stands behind `=`. */
  readonly value?: string | undefined;
}

/** The option that a word is. Behind the arguments of a command that takes a rest, a word is an input first. */
export function optionOf(word: string, spec: CommandSpec | undefined, before: number): Written | undefined {
  if (!word.startsWith("-") || word === "-" || word === "--") return undefined;
  if (spec?.takesRest === true && before >= Object.keys(spec.arguments).length) return undefined;
  const [, dashes = "", text = "", value] = /^(--?)([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
  const known = Object.entries(optionsOf(spec));
  const found = known.find(([name, option]) =>
    dashes === "-"
      ? option.short === text
      : name === text || (option.kind === "flag" && `no-${name}` === text),
  );
  return found === undefined ? undefined : { name: found[0], spec: found[1], value };
}
