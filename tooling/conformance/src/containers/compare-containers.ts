import { rmSync } from "node:fs";
import { compareContainerRow, type ContainerResult } from "./compare-container-row.js";
import { KNOWN_DIFFERENCES } from "./known/known-differences.js";
import { readTwinModules } from "./modules/twin-modules.js";
import { ourPrograms } from "./process/programs.js";
import type { ContainerRow } from "./rows/container-row.js";

/** Rows at a time: each is a process that keeps a core busy. */
const AT_A_TIME = 2;

/** Run our twins of rows, and compare what they leave, in the order of the rows; `twins` is a module. */
export async function compareContainers(
  rows: readonly ContainerRow[],
  twins: string,
): Promise<readonly ContainerResult[]> {
  const modules = await readTwinModules(twins);
  const programs = ourPrograms();
  try {
    const running = { twins: modules, programs, known: KNOWN_DIFFERENCES };
    const results = new Map<ContainerRow, ContainerResult>();
    const waiting = rows[Symbol.iterator]();
    const work = async (): Promise<void> => {
      for (const row of waiting) results.set(row, await compareContainerRow(row, running));
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
    return rows.flatMap((row) => results.get(row) ?? []);
  } finally {
    rmSync(programs, { recursive: true });
  }
}
