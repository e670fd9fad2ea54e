import { and, conditional, dynamic, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

const int = t.int();
const n = { n: int };
const way = t.enum(["left", "right"]);
const pairRecord = t.struct("Pair", { a: int, b: t.string().default("b") });

export const inc = task(
  { name: "m08_dynamic.inc", inputs: { x: int, by: int.default(1) }, output: int },
  ({ x, by }) => x + by,
);
export const both = task(
  { name: "m08_dynamic.both", inputs: { x: int, y: int }, outputs: { least: int, most: int } },
  ({ x, y }) => ({ least: Math.min(x, y), most: Math.max(x, y) }),
);
export const go = task({ name: "m08_dynamic.go", inputs: { way }, output: t.string() }, (given) => given.way);
export const nameOf = task(
  { name: "m08_dynamic.name_of", inputs: { p: pairRecord }, output: t.string() },
  ({ p }) => p.b,
);
export const tell = task({ name: "m08_dynamic.tell", inputs: { x: int } }, ({ x }) => console.log(x));
export const make = task({ name: "m08_dynamic.make", inputs: n, output: t.list(int) }, (given) =>
  Array.from({ length: given.n }, (_, i) => i),
);
export const pair = task({ name: "m08_dynamic.pair", inputs: n, output: pairRecord }, (given) => ({
  a: given.n,
}));
export const twice = task({ name: "m08_dynamic.twice", inputs: { x: int }, output: int }, ({ x }) => 2 * x);

export const inner = workflow({ name: "m08_dynamic.inner", inputs: { x: int }, output: int }, ({ x }) =>
  inc({ x: inc({ x }) }),
);
export const outer = workflow(
  { name: "m08_dynamic.outer", inputs: { x: int, by: int.default(2) }, outputs: { o0: int, o1: int } },
  ({ x, by }) => {
    const a = inner({ x });
    return { o0: a, o1: inc({ x: a, by }) };
  },
);

export const defaults = dynamic({ name: "m08_dynamic.defaults", inputs: n, output: int }, (given) =>
  inc({ x: given.n }),
);
export const named = dynamic(
  { name: "m08_dynamic.named", inputs: n, outputs: { least: int, most: int } },
  (given) => {
    const { least, most } = both({ x: given.n, y: 3 });
    return { least, most };
  },
);
export const useOne = dynamic(
  { name: "m08_dynamic.use_one", inputs: n, output: int },
  (given) => both({ x: given.n, y: 3 }).most,
);
export const toDict = dynamic({ name: "m08_dynamic.to_dict", inputs: n, output: t.map(int) }, (given) => ({
  a: inc({ x: given.n }),
  b: inc({ x: given.n, by: 5 }),
}));
export const enums = dynamic({ name: "m08_dynamic.enums", inputs: n, output: t.list(t.string()) }, (given) =>
  Array.from({ length: given.n }, (_, i) => go({ way: i % 2 === 1 ? "left" : "right" })),
);
export const attribute = dynamic({ name: "m08_dynamic.attribute", inputs: n, output: t.string() }, (given) =>
  nameOf({ p: pair({ n: given.n }) }),
);
export const fieldOf = dynamic({ name: "m08_dynamic.field_of", inputs: n, output: int }, (given) =>
  inc({ x: pair({ n: given.n }).a }),
);
export const itemOf = dynamic({ name: "m08_dynamic.item_of", inputs: n, output: int }, (given) =>
  inc({ x: make({ n: given.n }).at(1) }),
);
export const nestedWorkflows = dynamic(
  { name: "m08_dynamic.nested_workflows", inputs: n, output: int },
  (given) => {
    const { o0, o1 } = outer({ x: given.n });
    return inc({ x: o0, by: o1 });
  },
);
export const twoMaps = dynamic({ name: "m08_dynamic.two_maps", inputs: n, output: t.list(int) }, (given) =>
  mapTask(twice)({ x: mapTask(twice)({ x: make({ n: given.n }) }) }),
);
export const mapRatio = dynamic(
  { name: "m08_dynamic.map_ratio", inputs: n, output: t.list(t.optional(int)) },
  (given) =>
    mapTask(twice, { concurrency: 2, minSuccessRatio: 0.5 })({
      x: Array.from({ length: given.n }, (_, i) => i),
    }),
);
export const threeWays = dynamic({ name: "m08_dynamic.three_ways", inputs: n, output: int }, (given) => {
  const x = inc({ x: given.n });
  return conditional("ways")
    .if(and(x.gt(10), x.lt(20)), () => inc({ x }))
    .elseIf(x.eq(5), () => inner({ x }))
    .fail("neither");
});
export const recursive: ReturnType<typeof recursiveDynamic> = recursiveDynamic();
function recursiveDynamic() {
  return dynamic({ name: "m08_dynamic.recursive", inputs: n, output: int }, (given) =>
    given.n <= 0 ? 0 : again(given.n - 1),
  );
}
function again(count: number): number {
  return recursive({ n: count }) as unknown as number;
}
export const wired = dynamic({ name: "m08_dynamic.wired", inputs: n }, (given) => {
  const a = tell({ x: given.n });
  const b = tell({ x: given.n + 1 }, { after: [a] });
  tell({ x: given.n + 2 }, { after: [b, a] });
});
export const sameWorkflowTwice = dynamic(
  { name: "m08_dynamic.same_workflow_twice", inputs: n, output: int },
  (given) => inc({ x: inner({ x: given.n }), by: inner({ x: given.n }) }),
);
export const constants = dynamic(
  { name: "m08_dynamic.constants", inputs: n, output: t.list(int) },
  (given) => [given.n, given.n + 1],
);
export const nothingForOptional = dynamic(
  { name: "m08_dynamic.nothing_for_optional", inputs: n, output: t.optional(int) },
  () => undefined,
);
export const someConstant = dynamic(
  { name: "m08_dynamic.some_constant", inputs: n, output: t.list(int) },
  (given) => [given.n, inc({ x: given.n })],
);
export const listsOfPromises = dynamic(
  { name: "m08_dynamic.lists_of_promises", inputs: n, output: t.list(int) },
  (given) => mapTask(twice)({ x: Array.from({ length: given.n }, (_, x) => inc({ x })) }),
);
export const missingArgument = dynamic({ name: "m08_dynamic.missing_argument", inputs: n, output: int }, () =>
  inc({} as { x: number }),
);
export const unknownArgument = dynamic(
  { name: "m08_dynamic.unknown_argument", inputs: n, output: int },
  (given) => inc({ x: given.n, z: 3 } as { x: number }),
);
export const namedNodes = dynamic({ name: "m08_dynamic.named_nodes", inputs: n, output: int }, (given) => {
  const a = inc({ x: given.n }, { id: "first-one" });
  return inc({ x: a }, { displayName: "second", cache: { version: "2" } });
});
export const withRetries = dynamic(
  { name: "m08_dynamic.with_retries", inputs: n, output: int, retries: 2 },
  (given) => inc({ x: given.n }),
);
export const raisesLate = dynamic({ name: "m08_dynamic.raises_late", inputs: n, output: int }, (given) => {
  inc({ x: given.n });
  return Number(1n / BigInt(given.n - given.n));
});
