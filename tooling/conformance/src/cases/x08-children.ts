import { launchPlan, NonRecoverableError, t, task, workflow } from "@flytekit-ts/workflow";

export const inc = task({ name: "x08_children.inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
  if (x > 100) throw new NonRecoverableError(`${x} is too much`);
  return x + 1;
});

const child = workflow(
  {
    name: "x08_children.child",
    inputs: { x: t.int(), by: t.int().default(3) },
    outputs: { o0: t.int(), o1: t.int() },
  },
  ({ x, by }) => ({ o0: inc({ x }), o1: inc({ x: by }) }),
);

const plan = launchPlan(child, { name: "child.seven", defaultInputs: { by: 7 } });
const fixed = launchPlan(child, { name: "child.nine", fixedInputs: { by: 9 } });

const throughSub = workflow(
  { name: "x08_children.through_sub", inputs: { x: t.int() }, output: t.int() },
  ({ x }) => inc({ x: child({ x }).o1 }),
);
const throughPlan = workflow(
  { name: "x08_children.through_plan", inputs: { x: t.int() }, outputs: { o0: t.int(), o1: t.int() } },
  ({ x }) => {
    const seven = plan({ x });
    return { o0: seven.o1, o1: fixed({ x }).o1 };
  },
);

/** A sub-workflow and two plans of it, with a default and a fixed input, that fail or give values. */
export const entities = [plan, fixed, throughSub, throughPlan];
