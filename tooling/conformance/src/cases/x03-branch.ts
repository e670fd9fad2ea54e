import { conditional, NonRecoverableError, t, task, workflow } from "@flytekit-ts/workflow";

export const double = task(
  { name: "x03_branch.double", inputs: { x: t.int() }, output: t.int() },
  ({ x }) => x * 2,
);
export const boom = task({ name: "x03_branch.boom", inputs: { x: t.int() }, output: t.int() }, () => {
  throw new NonRecoverableError("arm failed");
});
export const tell = task(
  { name: "x03_branch.tell", inputs: { x: t.int() }, output: t.string() },
  ({ x }) => `told ${x}`,
);

const chosen = workflow(
  { name: "x03_branch.chosen", inputs: { x: t.int() }, output: t.string() },
  ({ x }) => {
    const a = double({ x });
    const size = conditional("size")
      .if(a.gt(10).and(a.ne(12)), () => double({ x: a }))
      .elseIf(a.eq(12).or(a.lt(0)), () => boom({ x: a }))
      .fail("too small");
    return tell({ x: size });
  },
);

/** Which arm runs, one that fails, and none. */
export const entities = [chosen];
