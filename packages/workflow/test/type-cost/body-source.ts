/** The source of a program whose cost is measured: what is declared first, then what each node writes. */
export interface Program {
  /** What one unit is, in words. */
  readonly unit: string;
  /** Source with this many units. */
  source(units: number): string;
}

const DECLARATIONS = `
import { approve, conditional, dynamic, launchPlan, mapTask, t, task, waitForInput, workflow } from "@flytekit-ts/workflow";
const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const add = task(
  { name: "add", inputs: { a: t.int(), b: t.int().default(1) }, output: t.int() },
  ({ a, b }) => a + b,
);
const stats = task(
  { name: "stats", inputs: { xs: t.list(t.int()) }, outputs: { sum: t.int(), label: t.string() } },
  ({ xs }) => ({ sum: xs.length, label: "" }),
);
const person = t.struct("Person", {
  name: t.string(),
  age: t.int(),
  home: t.struct("Home", { zip: t.int() }),
  tags: t.list(t.string()),
});
const born = task({ name: "born", inputs: { age: t.int() }, output: person }, ({ age }) => ({
  name: "",
  age,
  home: { zip: 1 },
  tags: [],
}));
const older = task(
  { name: "older", inputs: { person, by: t.optional(t.int()) }, output: person },
  (inputs) => inputs.person,
);
const inner = workflow({ name: "inner", inputs: { n: t.int() }, output: t.int() }, ({ n }) => square({ x: n }));
const plan = launchPlan(inner, { name: "inner.plan" });
const fixed = launchPlan(inner, { name: "inner.fixed", defaultInputs: { n: 1 } });
const grow = dynamic({ name: "grow", inputs: { n: t.int() }, output: t.list(t.int()) }, ({ n }) => [square({ x: n })]);
const outer = workflow(
  { name: "outer", inputs: { n: t.int(), m: t.map(t.int()) }, outputs: { a: t.int(), b: t.list(t.int()) } },
  ({ n }) => ({ a: inner({ n }), b: [n, 1] }),
);
`;

const ADA = `{ name: "Ada", age: 1, home: { zip: 1 }, tags: [] }`;

/** One node each, from an int to an int: all kinds of outputs, records, collections, sub-workflows, options, arms. */
const CALLS: readonly ((from: string) => string)[] = [
  (from) => `square({ x: ${from} })`,
  (from) => `add({ a: ${from}, b: n }, { retries: 3 })`,
  (from) => `stats({ xs: [${from}, n, 1] }).sum`,
  (from) => `inner({ n: ${from} })`,
  (from) => `born({ age: ${from} }).home.zip`,
  (from) => `older({ person: ${ADA}, by: ${from} }).age`,
  (from) => `outer({ n: ${from}, m: { a: ${from}, b: 2 } }).b.at(0)`,
  (from) => `add({ a: ${from} }, { after: [${from}] })`,
  (from) => `mapTask(square)({ x: [${from}, n] }).at(1)`,
  (from) => `approve(square({ x: ${from} }), "fine")`,
  (from) => `mapTask(add, { over: ["a"], minSuccessRatio: 1 })({ a: [${from}] }).at(0)`,
  (from) => `plan({ n: ${from} })`,
  (from) => `fixed({}, { after: [${from}] })`,
  (from) => `grow({ n: ${from} }).at(0)`,
  (from) => `waitForInput("count", t.int(), { after: [${from}] })`,
  (from) =>
    `conditional("c").if(n.gt(1).and(n.lt(9)), () => outer({ n: ${from}, m: {} })).elseIf(n.eq(3), () => outer({ n, m: {} })).fail("no").a`,
  (from) => `conditional("c").if(n.gt(1), () => square({ x: ${from} })).else(() => inner({ n }))`,
];

/** A body of nodes of every kind, in turn. */
export const mixture: Program = {
  unit: "node",
  source: (units) => DECLARATIONS + body(units, (from, i) => CALLS[i % CALLS.length]?.(from) ?? ""),
};

const ZOD_DECLARATIONS = `
import { approve, conditional, launchPlan, mapTask, task, waitForInput, workflow } from "@flytekit-ts/workflow";
import { z } from "zod";
const User = z.object({
  name: z.string(),
  age: z.int(),
  score: z.number(),
  born: z.date(),
  role: z.enum(["admin", "guest"]),
  nick: z.string().optional(),
  tags: z.array(z.string()).default([]),
  home: z.object({ zip: z.int(), lines: z.record(z.string(), z.string()) }),
});
const square = task({ name: "square", inputs: { x: z.int() }, output: z.int() }, ({ x }) => x * x);
const add = task(
  { name: "add", inputs: { a: z.int(), b: z.int().default(1) }, output: z.int() },
  ({ a, b }) => a + b,
);
const stats = task(
  { name: "stats", inputs: { xs: z.array(z.int()) }, outputs: { sum: z.int(), label: z.string() } },
  ({ xs }) => ({ sum: xs.length, label: "" }),
);
const born = task({ name: "born", inputs: { age: z.int() }, output: User }, ({ age }) => ({
  name: "",
  age,
  score: 1,
  born: new Date(),
  role: "admin",
  home: { zip: 1, lines: {} },
}));
const older = task(
  { name: "older", inputs: { user: User, by: z.int().optional() }, output: User },
  ({ user }) => user,
);
const inner = workflow({ name: "inner", inputs: { n: z.int() }, output: z.int() }, ({ n }) => square({ x: n }));
const plan = launchPlan(inner, { name: "inner.plan" });
`;

const ZOD_CALLS: readonly ((from: string) => string)[] = [
  (from) => `square({ x: ${from} })`,
  (from) => `add({ a: ${from}, b: n }, { retries: 3 })`,
  (from) => `stats({ xs: [${from}, n, 1] }).sum`,
  (from) => `inner({ n: ${from} })`,
  (from) => `born({ age: ${from} }).home.zip`,
  (from) => `older({ user: born({ age: n }), by: ${from} }).age`,
  (from) => `older({ user: ada, by: ${from} }).age`,
  (from) => `mapTask(born)({ age: [${from}, n] }).at(1).age`,
  (from) => `approve(square({ x: ${from} }), "fine")`,
  (from) => `plan({ n: ${from} })`,
  (from) => `waitForInput("count", z.int(), { after: [${from}] })`,
  (from) => `conditional("c").if(n.gt(1), () => born({ age: ${from} })).else(() => born({ age: n })).age`,
];

/** A body over types of zod: records, lists, maps, sub-workflows, conditionals. */
export const zodMixture: Program = {
  unit: "node over zod types",
  source: (units) => {
    const lines = Array.from({ length: units }, (_, i) => {
      return `  const v${i + 1} = ${ZOD_CALLS[i % ZOD_CALLS.length]?.(`v${i}`) ?? ""};`;
    });
    return `${ZOD_DECLARATIONS}
export const used = [square, add, stats, born, older, inner, plan, approve, conditional, mapTask, waitForInput];
declare const ada: z.infer<typeof User>;
export const main = workflow({ name: "main", inputs: { n: z.int() }, output: z.int() }, ({ n }) => {
  const v0 = n;
${lines.join("\n")}
  return v${units};
});
`;
  },
};

/** A body in which every node has a task of its own, with inputs of its own. */
export const ownTasks: Program = {
  unit: "task with its node",
  source: (units) => {
    const names = Array.from({ length: units }, (_, i) => `own${i}`);
    const tasks = names.map(
      (name) =>
        `const ${name} = task({ name: "${name}", inputs: { ${name}: t.int() }, output: t.int() }, (i) => i.${name});`,
    );
    return `${DECLARATIONS}${tasks.join("\n")}\n${body(units, (from, i) => `own${i}({ own${i}: ${from} })`)}`;
  },
};

function body(nodes: number, call: (from: string, index: number) => string): string {
  const lines = Array.from({ length: nodes }, (_, i) => `  const v${i + 1} = ${call(`v${i}`, i)};`);
  return `export const used = [square, add, stats, born, older, inner, outer, plan, fixed, grow, approve, conditional, mapTask, waitForInput];
export const main = workflow({ name: "main", inputs: { n: t.int() }, output: t.int() }, ({ n }) => {
  const v0 = n;
${lines.join("\n")}
  return v${nodes};
});
`;
}
