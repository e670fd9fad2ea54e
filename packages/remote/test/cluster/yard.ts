// What a test executes on a cluster and repeats here: it is bundled, and comes into the containers of its tasks.
import { writeFileSync } from "node:fs";
import { dynamic, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

/** Containers know their execution, and runs here have none. */
const isOnCluster = (): boolean => process.env["FLYTE_INTERNAL_EXECUTION_ID"] !== undefined;

export const list = task(
  { name: "yard.list", inputs: { trees: t.list(t.int()) }, output: t.file("txt") },
  ({ trees }, context) => {
    const path = context.newFile("trees.txt");
    writeFileSync(path, trees.join("\n"));
    return path;
  },
);

export const grow = task({ name: "yard.grow", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * 2);

export const count = task(
  { name: "yard.count", inputs: { trees: t.file("txt"), from: t.int() }, output: t.int(), retries: 1 },
  async ({ trees, from }) => {
    const lines = (await trees.text()).split("\n");
    if (isOnCluster()) throw new Error(`the yard is locked, with ${lines.length} trees in it`);
    return lines.length + from;
  },
);

export const tend = dynamic(
  { name: "yard.tend", inputs: { trees: t.file("txt"), x: t.int() }, output: t.int(), uses: [grow, count] },
  ({ trees, x }) => {
    let size = grow({ x });
    for (let i = 1; i < x; i += 1) size = grow({ x: size });
    return count({ trees, from: size });
  },
);

export const yard = workflow(
  { name: "yard", inputs: { trees: t.list(t.int()) }, output: t.int() },
  ({ trees }) => {
    mapTask(grow)({ x: trees });
    return grow({ x: tend({ trees: list({ trees }), x: 2 }) });
  },
);
