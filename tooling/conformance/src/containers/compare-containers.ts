import { existsSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compareContainerRow, type ContainerResult, type Running } from "./compare-container-row.js";
import { KNOWN_DIFFERENCES } from "./known/known-differences.js";
import { readTwinModules, type TwinModules } from "./modules/twin-modules.js";
import { ourPrograms } from "./process/programs.js";
import type { ContainerRow } from "./rows/container-row.js";

/** Rows at a time: each is a process that keeps a core busy. */
const AT_A_TIME = 2;

/** The twins of the rows in `data/python/container-runs.jsonl`. */
export const DEFAULT_TWINS = twinsIn("index.ts");
/** The twins of the rows in `data/python/container-runs-more.jsonl`. */
export const MORE_TWINS = twinsIn("more/index.ts");

function twinsIn(name: string): string {
  return fileURLToPath(new URL(`../../src/containers/twins/${name}`, import.meta.url));
}

/**
 * Run our twins of rows, and compare what they leave, in the order of the rows; `twins` is a module, and `commands` the
 * folder with our commands, by default those of the runtime's build.
 */
export async function compareContainers(
  rows: readonly ContainerRow[],
  twins: string,
  commands?: string,
): Promise<readonly ContainerResult[] | { readonly problem: string }> {
  const modules = await twinsOf(twins);
  if ("problem" in modules) return modules;
  const programs = commands ?? ourPrograms();
  try {
    return await compareRows(rows, { twins: modules, programs, known: KNOWN_DIFFERENCES });
  } finally {
    if (commands === undefined) rmSync(programs, { recursive: true });
  }
}

/** As `compareContainers`, with what has been read and made. */
export async function compareRows(
  rows: readonly ContainerRow[],
  running: Running,
): Promise<readonly ContainerResult[]> {
  const results = new Map<ContainerRow, ContainerResult>();
  const waiting = rows[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (const row of waiting) results.set(row, await compareContainerRow(row, running));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return rows.flatMap((row) => results.get(row) ?? []);
}

async function twinsOf(path: string): Promise<TwinModules | { readonly problem: string }> {
  if (!existsSync(path)) return { problem: `${path} cannot be read (ENOENT)` };
  try {
    return await readTwinModules(path);
  } catch (error) {
    return {
      problem: `${path} has no usable twins: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}
