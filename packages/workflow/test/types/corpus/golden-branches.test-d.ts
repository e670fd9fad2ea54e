/** The twins of the golden cases with conditionals and maps (c08, c09, c16): they can be written as designed. */
import { conditional, launchPlan, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
const half = task({ name: "half", inputs: { n: t.float() }, output: t.float() }, ({ n }) => n / 2);
const isBig = task({ name: "isBig", inputs: { n: t.float() }, output: t.boolean() }, ({ n }) => n > 100);
const quarter = workflow({ name: "quarter", inputs: { n: t.float() }, output: t.float() }, ({ n }) =>
  half({ n: half({ n }) }),
);

export const branchy = workflow(
  { name: "branchy", inputs: { a: t.int(), b: t.int() }, output: t.int() },
  ({ a, b }) => {
    const x = inc({ x: a });
    return conditional("size")
      .if(x.eq(4).and(a.ge(3)).or(x.lt(1)), () => inc({ x }))
      .elseIf(b.gt(9), () => inc({ x: b }))
      .fail("out of range");
  },
);

export const nested = workflow({ name: "nested", inputs: { n: t.float() }, output: t.float() }, ({ n }) =>
  conditional("outer")
    .if(isBig({ n }).isTrue(), () => half({ n }))
    .elseIf(n.gt(1), () =>
      conditional("inner")
        .if(n.lt(10), () => half({ n }))
        .else(() => half({ n })),
    )
    .else(() => quarter({ n })),
);

export const kindOfArms = workflow(
  { name: "kindOfArms", inputs: { n: t.float() }, output: t.int() },
  // @ts-expect-error the arms give floats
  ({ n }) => {
    const halves = conditional("kind").if(n.gt(1), () => half({ n }));
    return halves.fail("too small");
  },
);

const child = workflow({ name: "child", inputs: { x: t.int() }, output: t.int() }, ({ x }) => inc({ x }));
const scale = task(
  { name: "scale", inputs: { x: t.int(), by: t.int() }, output: t.int() },
  ({ x, by }) => x * by,
);
const lists = { inputs: { xs: t.list(t.int()), by: t.int() } } as const;

export const mapped = workflow(
  {
    name: "mapped",
    ...lists,
    outputs: {
      o0: t.list(t.int()),
      o1: t.list(t.int()),
      o2: t.list(t.optional(t.int())),
      o3: t.list(t.int()),
    },
  },
  ({ xs, by }) => {
    const o0 = mapTask(inc)({ x: xs });
    const o1 = mapTask(scale, { over: ["x"], concurrency: 4 })({ x: o0, by }, { id: "scaled" });
    const o2 = mapTask(inc, { minSuccessRatio: 0.5 })({ x: o1 });
    const o3 = mapTask(launchPlan(child, { name: "child.plan" }))({ x: xs });
    return { o0, o1, o2, o3 };
  },
);
export const holes = workflow(
  { name: "holes", ...lists, output: t.list(t.int()) },
  // @ts-expect-error a partial map may leave holes
  ({ xs }) => mapTask(inc, { minSuccessRatio: 0.5 })({ x: xs }),
);
