import { t, task } from "@flytekit-ts/workflow";

/** Exports of a module: a task, and what a copy from before contract numbers made. */
export const square = task(
  { name: "mixed.square", inputs: { x: t.int() }, output: t.int() },
  ({ x }) => x * x,
);
export const old: () => void = Object.defineProperties(() => {}, {
  kind: { value: "task" },
  name: { value: "mixed.old" },
  [Symbol.for("@flytekit-ts/entity")]: { value: true },
});
