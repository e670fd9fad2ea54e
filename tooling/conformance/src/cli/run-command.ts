import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { compareRow, type RowResult } from "../random/compare-row.js";
import { readRows } from "../random/read-rows.js";
import { compareCases } from "./compare-cases.js";
import { reportCases, type Report } from "./report-cases.js";
import { reportRandom } from "./report-random.js";

/** Where the command is run, and where it writes. */
export interface Surroundings {
  /** Paths are relative to it. */
  readonly directory: string;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

const USAGE = "usage: conformance [--random <file>]";

/** Run the command and give its exit code: 0 where all is as recorded. */
export async function runCommand(args: readonly string[], around: Surroundings): Promise<number> {
  const command = parse(args);
  if ("problem" in command) return complain(`${command.problem}\n${USAGE}`, around);
  const { random } = command;
  const report = random === undefined ? reportCases(await compareCases()) : await checkRows(random, around);
  if ("problem" in report) return complain(report.problem, around);
  for (const line of report.lines) around.print(line);
  return report.equal ? 0 : 1;
}

function parse(
  args: readonly string[],
): { readonly random?: string | undefined } | { readonly problem: string } {
  try {
    // pnpm passes on the dashes that some put before the arguments of a script.
    const own = args[0] === "--" ? args.slice(1) : [...args];
    return parseArgs({ args: own, options: { random: { type: "string" } } }).values;
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

async function checkRows(
  path: string,
  { directory }: Surroundings,
): Promise<Report | { readonly problem: string }> {
  const read = readRows(resolve(directory, path));
  if ("problem" in read) return read;
  const results: RowResult[] = [];
  for (const row of read.rows) results.push(await compareRow(row));
  return reportRandom(results);
}

function complain(problem: string, around: Surroundings): number {
  around.complain(problem);
  return 1;
}
