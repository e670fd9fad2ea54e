import { conditional, t, task, workflow } from "@flytekit-ts/workflow";

export const inc = task(
  { name: "c08_conditional.inc", inputs: { x: t.int() }, output: t.int() },
  ({ x }) => x + 1,
);
export const double = task(
  { name: "c08_conditional.double", inputs: { x: t.int() }, output: t.int() },
  ({ x }) => x * 2,
);
export const square = task(
  { name: "c08_conditional.square", inputs: { x: t.int() }, output: t.int() },
  ({ x }) => x * x,
);

const branchy = workflow(
  { name: "c08_conditional.branchy", inputs: { a: t.int(), b: t.int() }, output: t.int() },
  ({ a, b }) => {
    const x = inc({ x: a });
    return conditional("size")
      .if(x.eq(4).and(a.ge(3)).or(x.lt(1)), () => double({ x }))
      .elseIf(b.gt(9), () => square({ x: b }))
      .fail("out of range");
  },
);

/** A first arm with a conjunction, a second, and an end that fails. */
export const entities = [branchy];
