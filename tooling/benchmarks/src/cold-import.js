import { spawnSync } from "node:child_process";
import { row, spreadOf } from "./measure.js";

const RUNS = 25;

/**
 * What a program pays for importing a package: whole processes, in turn with a process that imports
 * nothing, so that a slow moment of the machine hits both.
 */
export function coldImport() {
  const packages = [
    "@flytekit-ts/models/core",
    "@flytekit-ts/core",
    "@flytekit-ts/workflow",
    "@flytekit-ts/local-exec",
  ];
  return packages.map((name) => {
    const extra = [];
    for (let i = 0; i < RUNS; i += 1) {
      const bare = timeOf("");
      extra.push(timeOf(`import ${JSON.stringify(name)};`) - bare);
    }
    const aim = name === "@flytekit-ts/workflow" ? "<= 30" : "";
    return row(`import ${name}, over bare node`, spreadOf(extra), { unit: "ms", aim });
  });
}

/** @param {string} source */
function timeOf(source) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", source], {
    cwd: import.meta.dirname,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - start;
}
