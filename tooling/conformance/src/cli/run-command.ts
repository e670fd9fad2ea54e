import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { compareRow, type RowResult } from "../random/compare-row.js";
import { readRows } from "../random/read-rows.js";
import { compareLiteralRow, type LiteralResult } from "../literals/compare/compare-row.js";
import { readLiteralRows } from "../literals/rows/literal-row.js";
import { RECORDED_LITERALS } from "../literals/recorded-literals.js";
import { compareContainers, DEFAULT_TWINS } from "../containers/compare-containers.js";
import { readContainerRows } from "../containers/rows/read-container-rows.js";
import { ALL_MODES, type RunMode } from "../runs/run-modes.js";
import { comparePackages } from "../packages/compare-packages.js";
import { readPackageRows } from "../packages/package-row.js";
import { standInResult } from "../propeller/compare-row-by-stand-in.js";
import { type AdminCommand, checkAdmin } from "./check-admin.js";
import { checkProcesses, type ProcessesCommand } from "./check-processes.js";
import { compareCases } from "./compare-cases.js";
import { reportCases, type Report } from "./report-cases.js";
import { reportContainers } from "./report-containers.js";
import { reportLiterals } from "./report-literals.js";
import { reportPackages } from "./report-packages.js";
import { reportRandom } from "./report-random.js";

/** Where the command is run, and where it writes. */
export interface Surroundings {
  /** Paths are relative to it. */
  readonly directory: string;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

const USAGE = [
  "usage: conformance [--random <file> | --literals <file>] [--concurrency <number> | --every-mode]",
  "       conformance --random <file> --stand-in",
  "       conformance --processes [--s3] [--only <case>[,<case>...]]",
  "       conformance --containers <file> [--twins <module>]",
  "       conformance --packages <file> [--twins <module>]",
  "       conformance --admin <file> [--rename <old>=<new>[,...]] [--shuffle <number>] [--address <host:port> [--http <url>]]",
].join("\n");

/** Run the command and give its exit code: 0 where all is as recorded. */
export async function runCommand(args: readonly string[], around: Surroundings): Promise<number> {
  const command = parse(args);
  if ("problem" in command) return complain(`${command.problem}\n${USAGE}`, around);
  let isEqual = true;
  for await (const report of reports(command, around)) {
    if ("problem" in report) return complain(report.problem, around);
    for (const line of report.lines) around.print(line);
    isEqual &&= report.equal;
  }
  return isEqual ? 0 : 1;
}

interface Command extends ProcessesCommand, AdminCommand {
  readonly random?: string | undefined;
  readonly literals?: string | undefined;
  readonly containers?: string | undefined;
  readonly packages?: string | undefined;
  readonly twins?: string | undefined;
  readonly concurrency?: string | undefined;
  readonly "every-mode"?: boolean | undefined;
  readonly "stand-in"?: boolean | undefined;
  readonly processes?: boolean | undefined;
}

type Reported = Report | { readonly problem: string };

async function* reports(command: Command, around: Surroundings): AsyncGenerator<Reported> {
  const { random, literals, containers, packages, twins } = command;
  if (containers !== undefined) return yield await checkContainers(containers, twins, around);
  if (packages !== undefined) return yield await checkPackages(packages, twins, around);
  if (command.admin !== undefined) return yield await checkAdmin(command, around.directory);
  const { address, http, rename, shuffle } = command;
  if ([address, http, rename, shuffle].some((each) => each !== undefined))
    return yield {
      problem: "--address, --http, --rename and --shuffle say more of --admin: it needs a file",
    };
  if (command.processes === true) return yield await checkProcesses(command);
  if (command.s3 === true || command.only !== undefined)
    return yield { problem: "--s3 and --only say more of --processes, which is not there" };
  if (twins !== undefined)
    return yield { problem: "--twins says whose tasks --containers or --packages takes: it needs a file" };
  if (command["stand-in"] === true)
    return yield random === undefined
      ? { problem: "--stand-in says what runs the rows of --random: it needs a file" }
      : await checkRowsByStandIn(random, around);
  const modes = modesOf(command);
  if ("problem" in modes) return yield modes;
  for (const mode of modes) {
    if (random !== undefined) yield under(mode, await checkRows(random, mode, around));
    else if (literals === undefined) yield under(mode, reportCases(await compareCases(mode.options)));
  }
  if (literals !== undefined) yield await checkLiterals([resolve(around.directory, literals)]);
  else if (random === undefined) yield await checkLiterals(RECORDED_LITERALS);
}

function modesOf({ concurrency, ...command }: Command): readonly RunMode[] | { readonly problem: string } {
  if (command["every-mode"] === true)
    return concurrency === undefined ? ALL_MODES : { problem: "--every-mode sets --concurrency itself" };
  if (concurrency === undefined) return [{ name: "", options: {} }];
  if (!/^[1-9]\d{0,8}$/.test(concurrency))
    return { problem: "--concurrency takes a whole number of at least 1" };
  return [{ name: "", options: { concurrency: Number(concurrency) } }];
}

/** A report with the name of the mode above it. */
function under({ name }: RunMode, report: Reported): Reported {
  if (name === "" || "problem" in report) return report;
  return { ...report, lines: [`${name}:`, ...report.lines, ""] };
}

function parse(args: readonly string[]): Command | { readonly problem: string } {
  try {
    // pnpm passes on the dashes that some put before the arguments of a script.
    const own = args[0] === "--" ? args.slice(1) : [...args];
    return parseArgs({ args: own, options: OPTIONS }).values;
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

const OPTIONS = {
  random: { type: "string" },
  literals: { type: "string" },
  containers: { type: "string" },
  packages: { type: "string" },
  twins: { type: "string" },
  concurrency: { type: "string" },
  "every-mode": { type: "boolean" },
  "stand-in": { type: "boolean" },
  processes: { type: "boolean" },
  s3: { type: "boolean" },
  only: { type: "string" },
  admin: { type: "string" },
  address: { type: "string" },
  http: { type: "string" },
  rename: { type: "string" },
  shuffle: { type: "string" },
} as const;

async function checkRows(path: string, { options }: RunMode, { directory }: Surroundings): Promise<Reported> {
  const read = readRows(resolve(directory, path));
  if ("problem" in read) return read;
  const results: RowResult[] = [];
  for (const row of read.rows) results.push(await compareRow(row, [{ name: "", options }]));
  return reportRandom(results);
}

async function checkRowsByStandIn(path: string, { directory }: Surroundings): Promise<Reported> {
  const read = readRows(resolve(directory, path));
  if ("problem" in read) return read;
  const results: RowResult[] = [];
  for (const row of read.rows) results.push(await standInResult(row));
  return reportRandom(results);
}

async function checkLiterals(paths: readonly string[]): Promise<Reported> {
  const results: LiteralResult[] = [];
  for (const path of paths) {
    const read = readLiteralRows(path);
    if ("problem" in read) return read;
    for (const row of read.rows) results.push(await compareLiteralRow(row));
  }
  return reportLiterals(results);
}

async function checkContainers(
  path: string,
  twins: string | undefined,
  { directory }: Surroundings,
): Promise<Reported> {
  const read = readContainerRows(resolve(directory, path));
  if ("problem" in read) return read;
  const module = twins === undefined ? DEFAULT_TWINS : resolve(directory, twins);
  const results = await compareContainers(read.rows, module);
  return "problem" in results ? results : reportContainers(results);
}

async function checkPackages(
  path: string,
  twins: string | undefined,
  { directory }: Surroundings,
): Promise<Reported> {
  const read = readPackageRows(resolve(directory, path));
  if ("problem" in read) return read;
  const results = await comparePackages(read.rows, twins && resolve(directory, twins));
  return "problem" in results ? results : reportPackages(results);
}

function complain(problem: string, around: Surroundings): number {
  around.complain(problem);
  return 1;
}
