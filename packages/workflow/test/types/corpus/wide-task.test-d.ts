/** A task with inputs of every shape at once: one wrong value among many is still found. */
import { t, task, workflow } from "@flytekit-ts/workflow";

const wide = task(
  {
    name: "wide",
    inputs: {
      a: t.int(),
      b: t.float(),
      c: t.string(),
      d: t.boolean(),
      e: t.datetime(),
      f: t.list(t.int()),
      g: t.map(t.list(t.float())),
      h: t.struct("H", { x: t.int() }),
      i: t.optional(t.int()),
      j: t.list(t.struct("J", { y: t.string() })),
      k: t.map(t.struct("K", { z: t.int() })),
      l: t.list(t.list(t.int())),
    },
    output: t.int(),
  },
  ({ a, f, g }) => a + f.length + (g["x"]?.[0] ?? 0),
);

export const caller = workflow(
  { name: "caller", inputs: { n: t.int(), f: t.float() }, output: t.int() },
  ({ n, f }) => {
    const plain = { c: "c", d: true, e: new Date(), h: { x: 1 }, j: [{ y: "" }], k: { o: { z: 1 } } };
    const deep = { f: [n, 1], g: { p: [f, 1], q: [] }, l: [[n], [1, 2]] };
    wide({ a: n, b: f, ...plain, ...deep });
    wide({ a: n, b: f, ...plain, ...deep, i: n });
    // @ts-expect-error b is missing
    wide({ a: n, ...plain, ...deep });
    // @ts-expect-error a float in f
    wide({ a: n, b: f, ...plain, ...deep, f: [n, f] });
    // @ts-expect-error an int in g
    wide({ a: n, b: f, ...plain, ...deep, g: { p: [n, 1], q: [] } });
    // @ts-expect-error a float in l
    wide({ a: n, b: f, ...plain, ...deep, l: [[f], [1, 2]] });
    // @ts-expect-error a number in j
    wide({ a: n, b: f, ...plain, ...deep, j: [{ y: 1 }] });
    // @ts-expect-error a record in k lacks its field
    wide({ a: n, b: f, ...plain, ...deep, k: { o: {} } });
    // @ts-expect-error m is no input
    wide({ a: n, b: f, ...plain, ...deep, m: 1 });
    return wide({ a: n, b: f, ...plain, ...deep });
  },
);
