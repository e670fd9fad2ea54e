import { t, task } from "@flytekit-ts/workflow";
import { compute } from "./compute.js";

/** The tasks that the benchmarks run in workers, which find them by this module. */
export const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
export const heavy = task({ name: "heavy", inputs: { seed: t.int() }, output: t.int() }, ({ seed }) =>
  compute(seed),
);
