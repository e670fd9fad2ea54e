import { conditional, dynamic, launchPlan, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

const twice = task({ name: "flows.tasks.twice", inputs: { x: t.int() }, output: t.int() }, ({ x }) => 2 * x);

const heavy = task(
  {
    name: "flows.tasks.heavy",
    inputs: { x: t.int() },
    output: t.int(),
    image: "{{.image.gpu.fqn}}:{{.image.gpu.version}}",
    environment: { A: "task" },
  },
  ({ x }) => x,
);

const total = task(
  { name: "flows.tasks.total", inputs: { xs: t.list(t.int()) }, output: t.int() },
  ({ xs }) => xs.reduce((sum, x) => sum + x, 0),
);

const fan = dynamic(
  { name: "flows.tasks.fan", inputs: { n: t.int() }, output: t.list(t.int()), uses: [twice] },
  ({ n }) => Array.from({ length: n }, (_, i) => twice({ x: i })),
);

const inner = workflow({ name: "flows.workflows.inner", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  heavy({ x: twice({ x }) }),
);

const outer = workflow(
  {
    name: "flows.workflows.outer",
    inputs: { xs: t.list(t.int()), n: t.int().default(3) },
    output: t.int(),
  },
  ({ xs, n }) => {
    // flytekit numbers nodes as they are called, and lets one be put after a later one.
    const fanned = fan({ n }, { id: "n1" });
    const doubled = mapTask(twice)({ x: xs }, { id: "n0", after: [fanned] });
    return total({ xs: doubled }, { id: "n2" });
  },
);

const choose = workflow(
  { name: "flows.workflows.choose", inputs: { x: t.int() }, output: t.int() },
  ({ x }) =>
    conditional("size")
      .if(x.gt(10), () => inner({ x }))
      .else(() => twice({ x })),
);

const fixed = launchPlan(inner, { name: "fixed_inner", fixedInputs: { x: 4 } });

/** Two modules: a dynamic, a map, a conditional, named images, and a plan with a fixed input. */
export const entities = [twice, heavy, total, fan, inner, outer, choose, fixed];
