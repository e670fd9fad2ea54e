import { diffRuns, type RunDifference } from "@flytekit-ts/local-exec/journal";
import type { Action } from "../../../command/command.js";
import { ExitCode } from "../../../command/exit-code.js";
import type { JsonValue } from "../../../command/output.js";
import { findRun, shortId } from "../../../local/kept/find-run.js";
import { runsFolder } from "../../../local/kept/runs-folder.js";
import { literalJson } from "../../../values/literal-json.js";
import { valueText } from "../../../values/result-text.js";
import type { runsDiffSpec } from "./spec.js";

/** `tsflyte runs diff` */
export const runsDiff: Action<typeof runsDiffSpec> = async ({ arguments: { A, B }, options }, cli) => {
  const { out } = cli;
  const journal = await runsFolder(cli, options.dir);
  const [a, b] = [findRun(journal, A), findRun(journal, B)];
  let count = 0;
  for await (const each of diffRuns(journal, a, b)) {
    count += 1;
    if (count > 1 && options.all !== true) continue;
    const name = "name" in each ? each.name : undefined;
    const [ofA, ofB] = [jsonOf(each.a), jsonOf(each.b)];
    out.object({ kind: "difference", node: each.node, what: each.what, name, a: ofA, b: ofB });
    const hasValues = each.what !== "code" && each.what !== "bindings";
    out.print(
      `${each.node === undefined ? "The" : `${out.paint("bold", each.node)}: the`} runs ${wordsOf(each)}${hasValues ? ":" : "."}`,
    );
    if (!hasValues) continue;
    for (const [id, value] of [
      [a, ofA],
      [b, ofB],
    ] as const)
      out.print(
        `  ${shortId(id)}  ${(value === undefined ? "none" : valueText(value)).replaceAll("\n", "\n            ")}`,
      );
  }
  if (count === 0) out.print("The runs do not differ.");
  else if (count > 1 && options.all !== true)
    out.note(
      `${count - 1} more ${count === 2 ? "difference follows" : "differences follow"} from there: \`--all\` shows ${count === 2 ? "it" : "them"}.`,
    );
  return count === 0 ? ExitCode.Success : ExitCode.Failure;
};

function wordsOf(each: RunDifference): string {
  switch (each.what) {
    case "input":
    case "output":
      return `have different values of the ${each.what} ${each.name}`;
    case "entity":
      return "are of different tasks or workflows";
    case "code":
      return "have different code, another interface or another cache version";
    case "bindings":
      return "take inputs from different places";
    case "presence":
      return each.a === "reached" || each.b === "reached"
        ? "differ: only one of them reached it"
        : "differ: only one of them has it";
    case "state":
      return "ended in different states";
    case "error":
      return "failed with different errors";
  }
}

function jsonOf(side: RunDifference["a"]): JsonValue | undefined {
  return side === undefined || typeof side === "string" ? side : literalJson(side);
}
