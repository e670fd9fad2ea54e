import type { CaseResult } from "./compare-cases.js";

/** What a command prints, and whether all was as recorded. */
export interface Report {
  readonly lines: readonly string[];
  readonly equal: boolean;
}

/** The reference cases as a table, what is different about them, and how many are equal. */
export function reportCases(results: readonly CaseResult[]): Report {
  const rows = [["case", "messages", "runs"], ...results.map(rowOf)];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)) + 2);
  const table = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(""));
  const different = results.filter(isDifferent).length;
  const equal = results.filter((each) => each.messages === "equal" && !isDifferent(each)).length;
  return {
    lines: [
      ...table.map((line) => line.trimEnd()),
      "",
      ...results.flatMap(({ lines }) => lines),
      `${equal} equal, ${different} different`,
    ],
    equal: different === 0,
  };
}

function isDifferent({ messages, differ }: CaseResult): boolean {
  return messages === "different" || differ > 0;
}

function rowOf({ name, messages, agree, differ }: CaseResult): readonly string[] {
  const runs = [...(agree > 0 ? [`${agree} agree`] : []), ...(differ > 0 ? [`${differ} differ`] : [])];
  return [name, messages ?? "-", runs.length === 0 ? "-" : runs.join(", ")];
}
