import { compareProcesses, processCases } from "../propeller/processes/compare-processes.js";
import type { Report } from "./report-cases.js";
import { reportProcesses } from "./report-processes.js";

/** Which cases are run with processes, and where their data are. */
export interface ProcessesCommand {
  readonly s3?: boolean | undefined;
  /** Names of cases, separated by commas; all, by default. */
  readonly only?: string | undefined;
}

/** Run cases with every task as a process. */
export async function checkProcesses({
  s3 = false,
  only,
}: ProcessesCommand): Promise<Report | { readonly problem: string }> {
  const names = only?.split(",") ?? processCases.map(({ name }) => name);
  const unknown = names.filter((name) => processCases.every((each) => each.name !== name));
  if (unknown.length > 0) {
    const known = processCases.map(({ name }) => name).join(", ");
    return { problem: `--only takes names of cases, and ${unknown.join(", ")} is none: ${known}` };
  }
  const cases = processCases.filter(({ name }) => names.includes(name));
  const compared = await compareProcesses(cases, s3 ? "s3" : "disk");
  return "problem" in compared ? compared : reportProcesses(compared);
}
