import type { CommandEntry, CommandGroup } from "../command/command.js";
import { globalOptions } from "../command/global-options.js";
import { guidePage } from "./guide-page.js";
import type { HelpStyle } from "./help-style.js";
import { optionRow } from "./option-rows.js";
import { paragraphs, part, type Row, rowLines, termColumns, usageLines } from "./parts.js";
import { OTHERS, type Section, sections } from "./sections.js";

type Listed = CommandEntry | CommandGroup;

/** The help page of `tsflyte` itself: all commands by what they are for. */
export function rootPage(registry: readonly Listed[], style: HelpStyle): readonly string[] {
  const globals: readonly Row[] = [
    ...globalRows(),
    ["-V, --version", "Print the version of tsflyte and of what it uses"],
  ];
  const across = termColumns([...registry.map(rowOf), ...globals]);
  return [
    ...usageLines("tsflyte COMMAND [options]", style),
    ...paragraphs(
      "Run Flyte workflows on this machine, check and package them, and work with a Flyte cluster.",
      style,
    ),
    ...sectionsOf(registry).flatMap(({ title, listed }) =>
      part(title, rowLines(listed.map(rowOf), style, across), style),
    ),
    ...part("Global options", rowLines(globals, style, across), style),
    ...part("Guide", [`  ${guidePage()}`], style),
    ...paragraphs(
      "`tsflyte COMMAND --help` shows the arguments and options of a command, with examples.",
      style,
    ),
  ];
}

/** The help page of a group: its commands. */
export function groupPage({ name, summary, commands }: CommandGroup, style: HelpStyle): readonly string[] {
  const globals = globalRows();
  const across = termColumns([...commands.map(rowOf), ...globals]);
  return [
    ...usageLines(`tsflyte ${name} COMMAND [options]`, style),
    ...paragraphs(`${summary}.`, style),
    ...part("Commands", rowLines(commands.map(rowOf), style, across), style),
    ...part("Global options", rowLines(globals, style, across), style),
    ...part("Guide", [`  ${guidePage()}`], style),
    ...paragraphs(
      `\`tsflyte ${name} COMMAND --help\` shows the arguments and options of a command, with examples.`,
      style,
    ),
  ];
}

const globalRows = (): readonly Row[] =>
  Object.entries(globalOptions).map(([name, option]) => optionRow(name, option));

function sectionsOf(
  registry: readonly Listed[],
): readonly { readonly title: string; readonly listed: readonly Listed[] }[] {
  const named = new Set(sections.flatMap(({ names }) => names));
  const others: Section = { title: OTHERS, names: registry.map(nameOf).filter((name) => !named.has(name)) };
  return [...sections, others].map(({ title, names }) => ({
    title,
    listed: names.flatMap((name) => registry.find((each) => nameOf(each) === name) ?? []),
  }));
}

const nameOf = (each: Listed): string => ("spec" in each ? each.spec.name : each.name);

const rowOf = (each: Listed): Row => [nameOf(each), "spec" in each ? each.spec.summary : each.summary];
