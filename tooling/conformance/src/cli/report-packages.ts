import type { PackageResult } from "../packages/compare-package.js";
import type { Report } from "./report-cases.js";

/** What is shown of one row. */
const MOST_PROBLEMS = 10;

/** What is different about packaged projects, and how many are equal. */
export function reportPackages(results: readonly PackageResult[]): Report {
  const different = results.filter(({ problems }) => problems.length > 0);
  const equal = results.length - different.length;
  return {
    lines: [...different.flatMap(linesOf), `packages: ${equal} equal, ${different.length} different`],
    equal: different.length === 0,
  };
}

function linesOf({ id, problems }: PackageResult): readonly string[] {
  const more = problems.length - MOST_PROBLEMS;
  return [
    `package ${id}: different`,
    ...problems.slice(0, MOST_PROBLEMS).map((problem) => `  ${problem}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
