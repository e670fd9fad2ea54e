import { constants } from "node:fs";
import { access, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { type Finding, ok, problem, warning } from "../finding.js";
import type { Check } from "../patient.js";

const MEGABYTE = 1024 ** 2;
const [LEAST, LITTLE] = [100 * MEGABYTE, 1024 * MEGABYTE];

/** Whether runs can be kept on this machine's disk. */
export const disk: Check = {
  name: "disk",
  needs: "project",
  examine: async (patient) => {
    const { runsFolder } = await patient.project();
    const folder = await nearestOf(runsFolder);
    try {
      await access(folder, constants.W_OK);
    } catch {
      return problem(
        `runs cannot be kept in ${runsFolder}: ${folder} cannot be written`,
        "Give yourself the right to write there, or name another folder: `runs: { dir: ... }` in flyte.config.ts.",
      );
    }
    const { bavail, bsize } = await statfs(folder);
    return diskFinding(bavail * bsize, runsFolder);
  },
};

/** What the free bytes of a disk mean. */
export function diskFinding(free: number, folder: string): Finding {
  const left = free >= LITTLE ? `${Math.floor(free / LITTLE)} GB` : `${Math.floor(free / MEGABYTE)} MB`;
  const says = `${left} free for kept runs in ${folder}`;
  const advice = "Make room: `tsflyte runs prune` deletes old runs.";
  if (free < LEAST) return problem(says, advice);
  return free < LITTLE ? warning(says, advice) : ok(says);
}

/** The folder itself, or the nearest above it that is there. */
async function nearestOf(folder: string): Promise<string> {
  try {
    await access(folder);
    return folder;
  } catch {
    return dirname(folder) === folder ? folder : nearestOf(dirname(folder));
  }
}
