import { durationText } from "@flytekit-ts/core/context";
import type { KeptRun } from "@flytekit-ts/local-exec/journal";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { Output } from "../../../command/output.js";
import { EXPORT, FILE } from "../../../local/kept/labels.js";
import { shortId } from "../../../local/kept/find-run.js";
import { stateText } from "../../../local/kept/state-text.js";
import { literalsJson } from "../../../values/literal-json.js";
import { valueText } from "../../../values/result-text.js";
import { agoText } from "../../../values/words.js";

/** Print what a run is: its entity, how it ended, what it was given and what it gave. */
export function printRun(
  run: KeptRun,
  values: { readonly inputs: Literals | undefined; readonly outputs: Literals | undefined },
  out: Output,
): void {
  const { header, startedAt, duration, state, resumed } = run;
  const { parent, labels = {} } = header;
  const took = duration === undefined ? "" : `, took ${durationText(duration)}`;
  const last = resumed.at(-1);
  const rows: (readonly [string, string])[] = [
    ["run", run.id],
    ["entity", `${header.entity.kind} ${header.entity.name}`],
    ["state", stateText(state, out)],
    ["started", `${timeText(startedAt)}${last === undefined ? took : ""}`],
  ];
  if (labels[FILE] !== undefined) rows.push(["from", `${labels[FILE]} (${labels[EXPORT] ?? ""})`]);
  if (parent !== undefined) rows.push(["repeats", `${shortId(parent.run)} from ${parent.from}`]);
  // What lies between is not the run's time.
  if (last !== undefined) {
    const before = resumed.length === 1 ? "" : `${resumed.length} times, the last `;
    rows.push(["resumed", `${before}${timeText(last.at)}${took}`]);
  }
  for (const [what, literals] of Object.entries(values))
    for (const [name, value] of Object.entries(literalsJson(literals ?? new Map())))
      rows.push([what === "inputs" ? "input" : "output", `${name} = ${valueText(value)}`]);
  for (const [name, text] of rows) out.print(`${out.paint("dim", name.padEnd(8))} ${indented(text)}`);
}

function timeText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")}Z (${agoText(at)})`;
}

function indented(text: string): string {
  return text.replaceAll("\n", `\n${" ".repeat(9)}`);
}
