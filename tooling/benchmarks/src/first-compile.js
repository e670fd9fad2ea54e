import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { compileOnce } from "./compile-cost.js";
import { row, spreadOf } from "./measure.js";

const PROCESSES = 9;
const FILE = fileURLToPath(import.meta.url);

/**
 * The cost of the first workflow that a process compiles, per node. Most of it is not our work: the engine
 * interprets the code at first, and optimises it meanwhile.
 */
export function firstCompile() {
  return [1000, 10_000].map((size) => {
    const times = Array.from({ length: PROCESSES }, () => timeInNewProcess(size));
    return row(`compile, the first in a process, per node of ${size}`, spreadOf(times), { per: size });
  });
}

/** @param {number} size */
function timeInNewProcess(size) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [FILE, String(size)], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

const [, script, size] = process.argv;
if (script === FILE) {
  const start = performance.now();
  compileOnce(Number(size));
  process.stdout.write(String(performance.now() - start));
}
