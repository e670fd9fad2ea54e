import { compareLeft } from "./compare/compare-left.js";
import type { Left } from "./compare/left.js";
import type { KnownDifference } from "./known/known-difference.js";
import { taskNameOf, type TwinModules } from "./modules/twin-modules.js";
import { ourCommandLine } from "./process/command-line.js";
import { Folders } from "./process/folders.js";
import { prepare } from "./process/prepare.js";
import { start } from "./process/start.js";
import type { ContainerRow } from "./rows/container-row.js";

/** How one process of ours compares with that of a row. */
export interface ContainerResult {
  readonly id: string;
  /** Why there is nothing to compare. */
  readonly skipped?: string;
  /** The rule that excuses what is different. */
  readonly excused?: KnownDifference;
  readonly problems: readonly string[];
  /** Where there are problems: the end of what our process wrote to standard error. */
  readonly stderr?: string;
}

/** What rows are run with. */
export interface Running {
  readonly twins: TwinModules;
  /** The folder with our commands. */
  readonly programs: string;
  readonly known: readonly KnownDifference[];
}

/** Run our twin of a row as the row's process was run, and compare what both left. */
export async function compareContainerRow(row: ContainerRow, running: Running): Promise<ContainerResult> {
  if (row.pythonOnly !== undefined) return { id: row.id, skipped: row.pythonOnly, problems: [] };
  const twin = running.twins.twins[row.task];
  if (twin === undefined) return { id: row.id, problems: [`there is no twin of ${row.task}`] };
  const folders = new Folders();
  try {
    prepare(row, folders, running.twins.modules);
    const { twins } = running.twins;
    const taskName = (entity: string): string | undefined => {
      const found = twins[entity];
      return found && taskNameOf(found);
    };
    const commandLine = ourCommandLine(row, { taskName, ownName: taskNameOf(twin) });
    const began = Date.now();
    const ended = await start(row, commandLine, folders, running.programs);
    return await judge(row, { ...ended, folders, began, ended: Date.now() }, running.known);
  } finally {
    folders.remove();
  }
}

async function judge(
  row: ContainerRow,
  left: Left,
  known: readonly KnownDifference[],
): Promise<ContainerResult> {
  const problems = await compareLeft(row, left);
  if (problems.length === 0) return { id: row.id, problems };
  for (const rule of known) {
    const instead = rule.instead(row);
    if (instead !== undefined && (await compareLeft(instead, left)).length === 0)
      return { id: row.id, excused: rule, problems: [] };
  }
  return { id: row.id, problems, stderr: left.stderr.slice(-END) };
}

const END = 2000;
