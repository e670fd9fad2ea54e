import type { LiteralResult } from "../literals/compare/compare-row.js";
import type { Report } from "./report-cases.js";

/** What is shown of one row. */
const MOST_PROBLEMS = 5;

/** What is different about recorded literals, and how many are equal. */
export function reportLiterals(results: readonly LiteralResult[]): Report {
  const different = results.filter(({ problems }) => problems.length > 0);
  const equal = results.length - different.length;
  return {
    lines: [...different.flatMap(linesOf), `literals: ${equal} equal, ${different.length} different`],
    equal: different.length === 0,
  };
}

function linesOf({ index, label, problems }: LiteralResult): readonly string[] {
  const more = problems.length - MOST_PROBLEMS;
  return [
    `literal ${index} (${label}): different`,
    ...problems.slice(0, MOST_PROBLEMS).map((problem) => `  ${problem}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
