import type { CommandSpec } from "../command/command-spec.js";
import type { HelpStyle } from "./help-style.js";
import { guidePage } from "./guide-page.js";
import { optionGroups } from "./option-rows.js";
import { paragraphs, part, type Row, rowLines, shellLines, termColumns, usageLines } from "./parts.js";
import { argumentForm, usageLine } from "./usage-line.js";

/** The help page of a command. */
export function commandPage(spec: CommandSpec, command: string, style: HelpStyle): readonly string[] {
  const words = argumentRows(spec);
  const groups = optionGroups(spec);
  const across = termColumns([...words, ...groups.flatMap(({ rows }) => rows)]);
  const codes: readonly Row[] = Object.entries(spec.exitCodes ?? {});
  return [
    ...usageLines(usageLine(spec, command), style),
    ...paragraphs(`${spec.summary}.`, style),
    ...(spec.details === undefined ? [] : paragraphs(spec.details, style)),
    ...part("Arguments", rowLines(words, style, across), style),
    ...groups.flatMap(({ title, rows }) => part(title, rowLines(rows, style, across), style)),
    ...part("Exit codes", rowLines(codes, style), style),
    ...part("Examples", exampleLines(spec, style), style),
    ...part("Guide", [`  ${guidePage(spec.page)}`], style),
  ];
}

function argumentRows(spec: CommandSpec): readonly Row[] {
  return Object.entries(spec.arguments).map(([name, argument]): Row => [
    argumentForm(name, argument),
    argument.says,
  ]);
}

function exampleLines({ examples }: CommandSpec, style: HelpStyle): readonly string[] {
  return examples.flatMap(({ line, says }, index) => [
    ...(index === 0 ? [] : [""]),
    ...paragraphs(`${says}:`, { ...style, columns: style.columns - 2 })
      .slice(1)
      .map((each) => `  ${each}`),
    ...shellLines(line, "    ", style),
  ]);
}
