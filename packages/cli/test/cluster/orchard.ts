// Every kind of node, to be followed on a cluster.
import { conditional, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

export const grow = task(
  { name: "orchard.grow", inputs: { x: t.int() }, output: t.int(), retries: 2 },
  ({ x }) => x + 1,
);
export const row = workflow({ name: "orchard.row", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  grow({ x: grow({ x }) }),
);
export const sum = task({ name: "orchard.sum", inputs: { xs: t.list(t.int()) }, output: t.int() }, ({ xs }) =>
  xs.reduce((all, each) => all + each, 0),
);
const growAll = mapTask(grow, { over: ["x"] });

export const orchard = workflow(
  { name: "orchard.main", inputs: { x: t.int(), xs: t.list(t.int()) }, output: t.int() },
  ({ x, xs }) => {
    const grown = row({ x });
    const chosen = conditional("is-large")
      .if(grown.gt(10), () => grow({ x: grown }))
      .else(() => row({ x: grown }));
    return sum({ xs: [chosen, sum({ xs: growAll({ x: xs }) })] });
  },
);
