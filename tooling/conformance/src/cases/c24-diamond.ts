import { t, task, workflow } from "@flytekit-ts/workflow";

export const source = task(
  { name: "c24_diamond.source", inputs: { n: t.int() }, output: t.int() },
  ({ n }) => n,
);
export const left = task(
  { name: "c24_diamond.left", inputs: { v: t.int() }, output: t.int() },
  ({ v }) => v + 1,
);
export const right = task(
  { name: "c24_diamond.right", inputs: { v: t.int() }, output: t.int() },
  ({ v }) => v + 2,
);

export const merge = task(
  {
    name: "c24_diamond.merge",
    inputs: { zulu: t.int(), alpha: t.int(), mike: t.int(), again: t.int() },
    output: t.int(),
  },
  ({ zulu, alpha, mike, again }) => zulu + alpha + mike + again,
);

const diamond = workflow(
  { name: "c24_diamond.diamond", inputs: { n: t.int() }, output: t.int() },
  ({ n }) => {
    const s = source({ n });
    const a = left({ v: s });
    const b = right({ v: s });
    return merge({ zulu: a, alpha: b, mike: s, again: a });
  },
);

/** Fan-out and fan-in: bindings sorted by name, upstreams without repetition. */
export const entities = [diamond];
