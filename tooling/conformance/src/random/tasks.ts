import { dynamic, NonRecoverableError, t, task } from "@flytekit-ts/workflow";
import { floorDivide, modulo } from "./python-numbers.js";

const int = t.int();

/** The tasks of described workflows, called `rnd.<name>`. They count as Python does. */
export const tasks = [
  task({ name: "rnd.inc", inputs: { x: int }, output: int }, ({ x }) => x + 1),
  task({ name: "rnd.add", inputs: { a: int, b: int }, output: int }, ({ a, b }) => a + b),
  task({ name: "rnd.total", inputs: { xs: t.list(int) }, output: int }, ({ xs }) => sum(xs)),
  task({ name: "rnd.total_opt", inputs: { xs: t.list(t.optional(int)) }, output: int }, ({ xs }) =>
    sum(xs.map((x) => x ?? 0)),
  ),
  task({ name: "rnd.upto", inputs: { n: int }, output: t.list(int) }, ({ n }) =>
    Array.from({ length: modulo(n, 5) }, (_, i) => i),
  ),
  task({ name: "rnd.check", inputs: { x: int }, output: int }, ({ x }) => {
    if (x < 0) throw new NonRecoverableError(`negative: ${x}`);
    return x;
  }),
  task({ name: "rnd.odd", inputs: { x: int }, output: int }, ({ x }) => {
    if (modulo(x, 2) === 0) throw new NonRecoverableError(`even: ${x}`);
    return x * 10;
  }),
  task({ name: "rnd.split", inputs: { x: int }, outputs: { q: int, r: int } }, ({ x }) => {
    return { q: floorDivide(x, 3), r: modulo(x, 3) };
  }),
  task({ name: "rnd.describe", inputs: { x: int }, output: t.string() }, ({ x }) => `<${x}>`),
  task(
    { name: "rnd.join", inputs: { a: t.string(), b: t.string() }, output: t.string() },
    ({ a, b }) => a + b,
  ),
  task(
    { name: "rnd.longer", inputs: { a: t.string(), b: t.string() }, output: t.boolean() },
    ({ a, b }) => length(a) > length(b),
  ),
  task({ name: "rnd.table", inputs: { a: int, b: int }, output: t.map(int) }, ({ a, b }) => ({ a, b })),
  task(
    { name: "rnd.pick", inputs: { m: t.map(int) }, output: int },
    ({ m }) => (m["a"] ?? 0) * 10 + (m["b"] ?? 0),
  ),
  task({ name: "rnd.half", inputs: { x: int }, output: t.float() }, ({ x }) => x / 2),
  task({ name: "rnd.most", inputs: { xs: t.list(t.float()) }, output: t.float() }, ({ xs }) =>
    Math.max(0, ...xs),
  ),
  task({ name: "rnd.quiet", inputs: { x: int } }, () => {}),
  task({ name: "rnd.maybe", inputs: { x: t.optional(int) }, output: int }, ({ x }) => x ?? -7),
  task({ name: "rnd.times", inputs: { x: int, by: int.default(10) }, output: int }, ({ x, by }) => x * by),
  task({ name: "rnd.cleanup", inputs: { i0: int, err: t.optional(t.error()) } }, () => {}),
] as const;

/** Leads to each of the tasks, for workers and containers, which look among the exports of a module. */
export const every = dynamic({ name: "rnd.every", uses: tasks }, () => {});

function sum(xs: readonly number[]): number {
  return xs.reduce((total, x) => total + x, 0);
}

// Python counts code points.
function length(text: string): number {
  return Array.from(text).length;
}
