import { dynamic, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

// Only what is exported, and what that uses, can be found again.
const hidden = task({ name: "loadable.hidden" }, () => {});
const called = task({ name: "loadable.called", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x);
const mapped = task({ name: "loadable.mapped", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x);
const inDynamic = task({ name: "loadable.inDynamic" }, () => {});
const alone = task({ name: "loadable.alone" }, () => {});
const grow = dynamic({ name: "loadable.grow", uses: [inDynamic] }, () => void inDynamic());

const flow = workflow({ name: "loadable.flow", inputs: { xs: t.list(t.int()) } }, ({ xs }) => {
  mapTask(mapped)({ x: xs });
  called({ x: 1 });
  grow();
});

export { alone, flow };
export const other = { hidden };
