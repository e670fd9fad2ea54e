import type { ComparedProcesses } from "../propeller/processes/compare-processes.js";
import { describeRun } from "../runs/describe-run.js";
import type { Report } from "./report-cases.js";

/** What is different about runs with processes as their tasks, case by case, and how many agree. */
export function reportProcesses({ place, cases, processes, seconds }: ComparedProcesses): Report {
  const all = cases.flatMap(({ runs }) => runs);
  const differing = all.filter(({ differences }) => differences.length > 0);
  const agree = all.length - differing.length;
  return {
    lines: [
      ...differing.flatMap(({ run, differences }) => [`${run} differs`, ...describeRun(differences)]),
      `${place}: ${agree} runs of ${cases.length} cases agree, ${differing.length} differ; ${processes} processes in ${Math.round(seconds)} s`,
    ],
    equal: differing.length === 0 && all.length > 0,
  };
}
