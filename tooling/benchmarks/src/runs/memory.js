import { row, spreadOf } from "../measure.js";
import { inAProcess } from "./in-a-process.js";

const NODE = ["--expose-gc"];
const one = (/** @type {number} */ value) => spreadOf([value]);

/** The memory of large runs and of many runs, each in a process of its own. */
export function memory() {
  const map = inAProcess("large-map.js", { node: NODE });
  const chain = inAProcess("long-chain.js", { node: NODE });
  const runs = inAProcess("in-a-row.js", { node: NODE });
  return [
    row("map of 100000 in a new process, growth", one(map.growth), { unit: "MB", aim: "<= 300" }),
    row("chain of 100000, first run, compiles", one(chain.first), { unit: "ms" }),
    row("chain of 100000, second run, per node", one(chain.second), { per: 100_000 }),
    row("chain of 100000, growth", one(chain.growth), { unit: "MB" }),
    row("20000 runs of a chain of 10, growth of the heap", one(runs.heap), { unit: "MB", aim: "<= 1" }),
    row("20000 runs of a chain of 10, growth of the process", one(runs.process), {
      unit: "MB",
      aim: "<= 10",
    }),
    row("20000 runs of a chain of 10, per run", one(runs.run)),
  ];
}
