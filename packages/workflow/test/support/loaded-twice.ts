import { t, task, workflow } from "@flytekit-ts/workflow";

/** Entities of a module that a test loads twice. */
export const inc = task({ name: "loaded.inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);

export const twice = workflow({ name: "loaded.twice", inputs: { x: t.int() }, output: t.int() }, ({ x }) =>
  inc({ x: inc({ x }) }),
);
