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
    out.print(`${out.paint("bold", each.node ?? "the run")}: ${wordsOf(each)}`);
    if (each.what === "code" || each.what === "bindings") continue;
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
      return `${each.what} ${each.name} is another`;
    case "entity":
      return "runs something else";
    case "code":
      return "has other code, another interface or another cache version";
    case "bindings":
      return "takes its inputs from elsewhere";
    case "presence":
      return each.a === "reached" || each.b === "reached"
        ? "was reached by one run only"
        : "is in one run only";
    case "state":
      return "ended otherwise";
    case "error":
      return "failed otherwise";
  }
}

function jsonOf(side: RunDifference["a"]): JsonValue | undefined {
  return side === undefined || typeof side === "string" ? side : literalJson(side);
}
