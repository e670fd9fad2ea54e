import type { ContainerResult } from "../containers/compare-container-row.js";
import type { Report } from "./report-cases.js";

/** What is different about processes of containers, how many each rule excused, and how many are equal. */
export function reportContainers(results: readonly ContainerResult[]): Report {
  const different = results.filter(({ problems }) => problems.length > 0);
  const excused = results.filter((each) => each.excused !== undefined);
  const skipped = results.filter((each) => each.skipped !== undefined);
  const equal = results.length - different.length - excused.length - skipped.length;
  return {
    lines: [
      ...different.flatMap(({ id, problems }) => [
        `${id}: different`,
        ...problems.map((line) => `  ${line}`),
      ]),
      ...skipped.map(({ id, skipped: reason }) => `${id}: skipped, Python only: ${reason}`),
      ...rulesOf(excused),
      `containers: ${equal} equal, ${excused.length} differ as intended, ${skipped.length} skipped, ${different.length} different`,
    ],
    equal: different.length === 0,
  };
}

function rulesOf(excused: readonly ContainerResult[]): readonly string[] {
  const rules = [...new Set(excused.flatMap((each) => each.excused ?? []))];
  return rules.map(({ name, reason }) => {
    const ids = excused.filter((each) => each.excused?.name === name).map(({ id }) => id);
    return `intended: ${name} (${ids.length}): ${reason}: ${ids.join(", ")}`;
  });
}
