import type { CommandSpec } from "../command/command-spec.js";
import { globalOptions } from "../command/global-options.js";
import type { OptionSpec } from "../command/option-spec.js";
import type { Row } from "./parts.js";
import { placeholderOf } from "./usage-line.js";

/** Options under one heading. */
export interface OptionGroup {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** The options of a command by their headings: its own first, those of every command last. */
export function optionGroups(spec: CommandSpec): readonly OptionGroup[] {
  const groups = new Map<string, Row[]>();
  for (const [name, option] of Object.entries({ ...spec.options, ...othersOf(spec) })) {
    const title = option.group ?? "Options";
    const rows = groups.get(title) ?? [];
    rows.push(optionRow(name, option));
    groups.set(title, rows);
  }
  const all = [...groups].map(([title, rows]) => ({ title, rows }));
  return all.toSorted((a, b) => Number(b.title === "Options") - Number(a.title === "Options"));
}

function othersOf(spec: CommandSpec): { readonly [name: string]: OptionSpec } {
  return Object.fromEntries(Object.entries(globalOptions).filter(([name]) => !(name in spec.options)));
}

/** An option as a help page shows it. */
export function optionRow(name: string, option: OptionSpec): Row {
  const short = option.short === undefined ? "    " : `-${option.short}, `;
  const isNegatable = option.kind === "flag" && option.negatable === true;
  const value = option.kind === "flag" ? "" : ` ${shortPlaceholder(option)}`;
  const remarks = remarksOn(option);
  const said = remarks.length === 0 ? option.says : `${option.says} (${remarks.join("; ")})`;
  return [`${short}--${isNegatable ? "[no-]" : ""}${name}${value}`, said];
}

function remarksOn(option: OptionSpec): readonly string[] {
  const fallback = option.absent === undefined ? [] : [`default: ${option.absent}`];
  if (option.kind === "flag") return fallback;
  const { variable, required } = option;
  const choices = placeholderOf(option);
  return [
    ...(required === true ? ["required"] : []),
    ...(option.kind === "choice" && choices !== shortPlaceholder(option)
      ? [`one of ${option.choices.join(", ")}`]
      : []),
    ...(option.kind === "many" ? ["may be repeated"] : []),
    ...fallback,
    ...(variable === undefined ? [] : [`environment: ${variable}`]),
  ];
}

const LONGEST_CHOICES = 16;

function shortPlaceholder(option: OptionSpec): string {
  const placeholder = placeholderOf(option);
  return option.kind === "choice" && placeholder.length > LONGEST_CHOICES ? "CHOICE" : placeholder;
}
