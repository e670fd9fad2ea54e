import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { compileOnce } from "./compile-cost.js";
import { measure, row, spreadOf } from "./measure.js";

const SCRIPT = fileURLToPath(new URL("flytekit_chain.py", import.meta.url));

/**
 * The same chain in flytekit and here, in turn, so that a slow moment of the machine hits both. Nothing without
 * `FLYTEKIT_PYTHON`, a Python that has flytekit.
 */
export async function againstFlytekit() {
  const python = process.env["FLYTEKIT_PYTHON"];
  if (python === undefined) return [];
  const rows = [];
  for (const { size, turns, rounds, repeats } of [
    { size: 1000, turns: 7, rounds: 5, repeats: 40 },
    { size: 10_000, turns: 3, rounds: 1, repeats: 10 },
  ]) {
    const [theirs, ours, ratios] = [[], [], []];
    for (let i = 0; i < turns; i += 1) {
      const their = timeOfFlytekit(python, size, rounds);
      const { median: our } = await measure(repeats, () => compileOnce(size));
      theirs.push(their);
      ours.push(our);
      ratios.push(their / our);
    }
    rows.push(
      row(`flytekit: compile and serialize, per node of ${size}`, spreadOf(theirs), { per: size }),
      row(`here in turn with it, per node of ${size}`, spreadOf(ours), { per: size, aim: "<= 15" }),
      row(`flytekit by here, of ${size} nodes`, spreadOf(ratios), { unit: "x", aim: ">= 20" }),
    );
  }
  return rows;
}

/**
 * @param {string} python
 * @param {number} size
 * @param {number} rounds
 */
function timeOfFlytekit(python, size, rounds) {
  const { status, stdout, stderr } = spawnSync(python, [SCRIPT, String(size), String(rounds)], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  const [, compiling, serializing] = /(\d+) compiling, (\d+) serializing/.exec(stdout) ?? [];
  return ((Number(compiling) + Number(serializing)) * size) / 1000;
}
