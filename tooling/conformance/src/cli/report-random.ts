import { describeDifferences } from "../messages/describe-differences.js";
import type { RowResult } from "../random/compare-row.js";
import { describeRun } from "../runs/describe-run.js";
import type { Report } from "./report-cases.js";

/** What is different about described workflows, and how many are equal. */
export function reportRandom(results: readonly RowResult[]): Report {
  const differing = results.filter(({ problem, messages }) => problem !== undefined || messages.length > 0);
  const runs = results.flatMap((each) => each.runs);
  const differ = runs.filter((differences) => differences.length > 0).length;
  const workflows = `${results.length - differing.length} workflows equal, ${differing.length} different`;
  return {
    lines: [
      ...results.flatMap(linesOf),
      `${workflows}; ${runs.length - differ} runs agree, ${differ} differ`,
    ],
    equal: differing.length === 0 && differ === 0,
  };
}

function linesOf({ name, problem, messages, runs }: RowResult): readonly string[] {
  return [
    ...(problem === undefined ? [] : [`${name}: ${problem}`]),
    ...describeDifferences(name, messages),
    ...runs.flatMap((differences, index) =>
      differences.length === 0 ? [] : [`${name}: run ${index} differs`, ...describeRun(differences)],
    ),
  ];
}
