import { conditional, t, task, workflow } from "@flytekit-ts/workflow";

export const half = task(
  { name: "c09_conditional_nested.half", inputs: { n: t.float() }, output: t.float() },
  ({ n }) => n / 2,
);
export const double = task(
  { name: "c09_conditional_nested.double", inputs: { n: t.float() }, output: t.float() },
  ({ n }) => n * 2,
);
export const isBig = task(
  { name: "c09_conditional_nested.is_big", inputs: { n: t.float() }, output: t.boolean() },
  ({ n }) => n > 100,
);

const twice = workflow(
  { name: "c09_conditional_nested.twice", inputs: { n: t.float() }, output: t.float() },
  ({ n }) => double({ n: double({ n }) }),
);

const nested = workflow(
  { name: "c09_conditional_nested.nested", inputs: { n: t.float() }, output: t.float() },
  ({ n }) => {
    const big = isBig({ n });
    return conditional("outer")
      .if(big.isTrue(), () => half({ n }))
      .elseIf(n.gt(1), () =>
        conditional("inner")
          .if(n.lt(10), () => double({ n }))
          .else(() => half({ n })),
      )
      .else(() => twice({ n }));
  },
);

/** A conditional inside an arm, a boolean that is asked, and a sub-workflow as the last arm. */
export const entities = [nested];
