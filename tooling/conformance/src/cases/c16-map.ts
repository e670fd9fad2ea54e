import { launchPlan, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

export const scale = task(
  { name: "c16_map.scale", inputs: { x: t.int(), by: t.int() }, output: t.int(), retries: 3 },
  ({ x, by }) => x * by,
);
export const inc = task({ name: "c16_map.inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);

const child = workflow({ name: "c16_map.child", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  inc({ x }),
);
const plan = launchPlan(child, { name: "child.plan" });

const mapped = workflow(
  {
    name: "c16_map.mapped",
    inputs: { xs: t.list(t.int()), by: t.int() },
    outputs: {
      o0: t.list(t.int()),
      o1: t.list(t.int()),
      o2: t.list(t.optional(t.int())),
      o3: t.list(t.int()),
    },
  },
  ({ xs, by }) => {
    const o0 = mapTask(inc)({ x: xs });
    const o1 = mapTask(scale, { over: ["x"], concurrency: 4 })(
      { x: o0, by },
      { id: "scaled", resources: { cpu: { request: "1" } } },
    );
    const o2 = mapTask(inc, { minSuccessRatio: 0.5 })({ x: o1 });
    const o3 = mapTask(plan)({ x: xs });
    return { o0, o1, o2, o3 };
  },
);

/** Maps: plain, with concurrency and a bound input, with partial success, and over a launch plan. */
export const entities = [mapped];
