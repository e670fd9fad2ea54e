import { t, task, workflow } from "@flytekit-ts/workflow";

export const setup = task({ name: "c05_order.setup" }, () => {});
export const work = task(
  { name: "c05_order.work", inputs: { x: t.int() }, output: t.int() },
  ({ x }) => x + 1,
);
export const teardown = task({ name: "c05_order.teardown" }, () => {});

const ordered = workflow({ name: "c05_order.ordered", inputs: { x: t.int() }, output: t.int() }, ({ x }) => {
  const s = setup();
  const w = work({ x }, { after: [s] });
  teardown({}, { after: [w] });
  return w;
});

/** Order without data, and a task without inputs or outputs. */
export const entities = [ordered];
