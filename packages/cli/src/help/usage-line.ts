import type { CommandSpec } from "../command/command-spec.js";
import type { ArgumentSpec } from "../command/option-spec.js";

/** How a command is written: `tsflyte run [options] FILE [ENTITY] [INPUTS...]`. */
export function usageLine(spec: CommandSpec, command: string): string {
  const needed = Object.entries(spec.options).flatMap(([name, option]) =>
    "required" in option && option.required === true ? [`--${name} ${placeholderOf(option)}`] : [],
  );
  const words = Object.entries(spec.arguments).map(([name, argument]) => argumentForm(name, argument));
  const rest = spec.takesRest === true ? [`[${spec.restCalled ?? "INPUTS"}...]`] : [];
  return [command, ...needed, "[options]", ...words, ...rest].join(" ");
}

/** An argument as people read it: `FILE`, `[FILE]`, `FILE...` or `[FILE...]`. */
export function argumentForm(name: string, { kind }: ArgumentSpec): string {
  const shown = name.toUpperCase();
  if (kind === "optional") return `[${shown}]`;
  if (kind === "any-number") return `[${shown}...]`;
  return kind === "many" ? `${shown}...` : shown;
}

/** What stands for the value of an option: `NAME`, or its choices. */
export function placeholderOf(option: CommandSpec["options"][string]): string {
  if (option.kind === "flag") return "";
  return option.kind === "choice" ? option.choices.join("|") : option.placeholder;
}
