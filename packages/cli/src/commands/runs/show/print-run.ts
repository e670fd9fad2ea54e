import type { KeptRun } from "@flytekit-ts/local-exec/journal";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { Output } from "../../../command/output.js";
import { EXPORT, FILE } from "../../../local/kept/labels.js";
import { shortId } from "../../../local/kept/find-run.js";
import { stateText } from "../../../local/kept/state-text.js";
import { literalsJson } from "../../../values/literal-json.js";
import { valueText } from "../../../values/result-text.js";
import { agoText, spanText } from "../../../values/words.js";

/** Print what a run is: its entity, how it ended, what it was given and what it gave. */
export function printRun(
  run: KeptRun,
  values: { readonly inputs: Literals | undefined; readonly outputs: Literals | undefined },
  out: Output,
): void {
  const { header, startedAt, endedAt, state, resumed } = run;
  const { parent, labels = {} } = header;
  const took = endedAt === undefined ? "" : `, took ${spanText(endedAt - startedAt)}`;
  const rows: (readonly [string, string])[] = [
    ["run", run.id],
    ["entity", `${header.entity.kind} ${header.entity.name}`],
    ["state", stateText(state, out)],
    [
      "started",
      `${new Date(startedAt).toISOString().slice(0, 19).replace("T", " ")}Z (${agoText(startedAt)})${took}`,
    ],
  ];
  if (labels[FILE] !== undefined) rows.push(["from", `${labels[FILE]} (${labels[EXPORT] ?? ""})`]);
  if (parent !== undefined) rows.push(["repeats", `${shortId(parent.run)} from ${parent.from}`]);
  if (resumed.length > 0)
    rows.push(["resumed", `${resumed.length} ${resumed.length === 1 ? "time" : "times"}`]);
  for (const [what, literals] of Object.entries(values))
    for (const [name, value] of Object.entries(literalsJson(literals ?? new Map())))
      rows.push([what === "inputs" ? "input" : "output", `${name} = ${valueText(value)}`]);
  for (const [name, text] of rows) out.print(`${out.paint("dim", name.padEnd(8))} ${indented(text)}`);
}

function indented(text: string): string {
  return text.replaceAll("\n", `\n${" ".repeat(9)}`);
}
