import { conditional, dynamic, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

class Recoverable extends Error {}

const int = t.int();
const box = t.struct("Box", { n: int });

export const square = task({ name: "s08_dynamic.square", inputs: { x: int }, output: int }, ({ x }) => x * x);
export const add = task(
  { name: "s08_dynamic.add", inputs: { a: int, b: int }, output: int },
  ({ a, b }) => a + b,
);
export const say = task({ name: "s08_dynamic.say", inputs: { x: int } }, ({ x }) => console.log(x));
export const total = task({ name: "s08_dynamic.total", inputs: { xs: t.list(int) }, output: int }, ({ xs }) =>
  xs.reduce((sum, x) => sum + x, 0),
);
export const boxed = task(
  { name: "s08_dynamic.boxed", inputs: { b: box, extra: t.optional(int).default(undefined) }, output: int },
  ({ b }) => b.n,
);
export const squarePlus = workflow(
  { name: "s08_dynamic.square_plus", inputs: { x: int, y: int.default(5) }, output: int },
  ({ x, y }) => add({ a: square({ x }), b: y }),
);

const n = { n: int };
export const loop = dynamic({ name: "s08_dynamic.loop", inputs: n, output: t.list(int) }, (given) =>
  Array.from({ length: given.n }, (_, x) => square({ x })),
);
export const chain = dynamic({ name: "s08_dynamic.chain", inputs: n, output: int }, (given) =>
  [0, 1].reduce((a, b) => add({ a, b }), square({ x: given.n })),
);
export const constant = dynamic({ name: "s08_dynamic.constant", inputs: n, output: int }, (given) => given.n);
export const onlyEffects = dynamic({ name: "s08_dynamic.only_effects", inputs: n }, (given) => {
  for (let x = 0; x < given.n; x += 1) say({ x });
});
export const nested = dynamic({ name: "s08_dynamic.nested", inputs: n, output: int }, (given) =>
  squarePlus({ x: given.n }),
);
export const mapped = dynamic(
  { name: "s08_dynamic.mapped", inputs: { xs: t.list(int) }, output: int },
  ({ xs }) => total({ xs: mapTask(square)({ x: xs }) }),
);
export const branching = dynamic({ name: "s08_dynamic.branching", inputs: n, output: int }, (given) => {
  const first = square({ x: given.n });
  return conditional("big")
    .if(first.gt(10), () => add({ a: first, b: 1 }))
    .else(() => square({ x: first }));
});
export const twoOutputs = dynamic(
  { name: "s08_dynamic.two_outputs", inputs: n, outputs: { o0: int, o1: int } },
  (given) => ({
    o0: square({ x: given.n }),
    o1: given.n,
  }),
);
export const withRecord = dynamic({ name: "s08_dynamic.with_record", inputs: n, output: int }, (given) =>
  boxed({ b: { n: given.n } }),
);
export const ordered = dynamic({ name: "s08_dynamic.ordered", inputs: n, output: int }, (given) => {
  const said = say({ x: given.n });
  return square({ x: given.n }, { after: [said] });
});
export const overridden = dynamic({ name: "s08_dynamic.overridden", inputs: n, output: int }, (given) =>
  square({ x: given.n }, { retries: 2, id: "mine" }),
);
export const fails = dynamic({ name: "s08_dynamic.fails", inputs: n, output: int }, (given): number => {
  square({ x: given.n });
  throw new Error(`cannot ${given.n}`);
});
export const failsAgain = dynamic(
  { name: "s08_dynamic.fails_again", inputs: n, output: int, retry: { on: [Recoverable] } },
  (): number => {
    throw new Recoverable("later");
  },
);
export const badBinding = dynamic({ name: "s08_dynamic.bad_binding", inputs: n, output: int }, () =>
  square({ x: "text" as unknown as number }),
);
export const innerDynamic = dynamic(
  { name: "s08_dynamic.inner_dynamic", inputs: n, output: t.list(int) },
  (given) => loop({ n: given.n }),
);
