import { launchPlan, t, task, workflow } from "@flytekit-ts/workflow";

export const add = task(
  { name: "c14_launch_plan_node.add", inputs: { a: t.int(), b: t.int() }, output: t.int() },
  ({ a, b }) => a + b,
);

const child = workflow(
  { name: "c14_launch_plan_node.child", inputs: { a: t.int(), b: t.int().default(2) }, output: t.int() },
  ({ a, b }) => add({ a, b }),
);

const plan = launchPlan(child, { name: "child.fixed", fixedInputs: { b: 40 } });

const parent = workflow(
  { name: "c14_launch_plan_node.parent", inputs: { x: t.int() }, output: t.int() },
  ({ x }) => add({ a: plan({ a: x }), b: child({ a: 1 }) }),
);

/** A launch plan called in a workflow: its fixed inputs drop out of the call. */
export const entities = [parent];
