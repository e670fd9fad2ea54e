/** What zod wraps: optional, nullable, default, dates, enums, unions, transforms, recursion, anything at all. */
import { t, task, workflow } from "@flytekit-ts/workflow";
import type { Kind } from "@flytekit-ts/workflow";
import { expectTypeOf } from "vitest";
import { z } from "zod";
import { shout, square } from "../support/entities.js";

const everything = task(
  {
    name: "everything",
    inputs: {
      a: z.string().optional(),
      b: z.string().nullable(),
      c: z.int().default(3),
      d: z.date(),
      e: z.enum(["x", "y"]),
      f: z.literal("k"),
      g: z.union([z.int(), z.string()]),
      h: z.bigint(),
      i: z.coerce.number(),
      j: z.record(z.string(), z.int()),
      k: z.tuple([z.int(), z.string()]).optional(),
    },
    output: z.enum(["x", "y"]),
  },
  ({ a, c, d, e, k }) => {
    expectTypeOf(a).toEqualTypeOf<string | undefined>();
    expectTypeOf(k).toEqualTypeOf<[number, string] | undefined>();
    void [c.toFixed(), d.getTime()];
    return e;
  },
);
const now = task({ name: "now", output: t.datetime() }, () => new Date());

export const wrappers = workflow({ name: "wrappers" }, () => {
  const least = { b: null, d: now(), e: "x", f: "k", g: 3, h: 5n, i: 3, j: { a: 1 } } as const;
  const e = everything(least);
  everything({ ...least, a: "x", b: "y", c: 4, e, g: "word", k: [1, "a"] });
  shout({ s: e });
  // @ts-expect-error not one of the enum
  everything({ ...least, e: "z" });
  // @ts-expect-error nullable is not optional: null may be given, but something must
  everything({ d: now(), e: "x", f: "k", g: 3, h: 5n, i: 3, j: {} });
  // @ts-expect-error a text is no date
  everything({ ...least, d: "2020-01-01" });
  // @ts-expect-error another literal
  everything({ ...least, f: "l" });
  // @ts-expect-error neither of the union
  everything({ ...least, g: true });
  // @ts-expect-error the backend compares no enums
  e.eq("x");
});

type Tree = { value: number; children: Tree[] };
// As of `z.lazy(() => z.object({ ..., children: z.array(tree) }))`, which takes zod itself seconds to check.
declare const tree: z.ZodType<Tree>;
const cat = z.object({
  name: z.string(),
  get kittens() {
    return z.array(cat);
  },
});
const grow = task({ name: "grow", output: tree }, () => ({ value: 1, children: [] }));
const depth = task({ name: "depth", inputs: { tree }, output: t.int() }, (given) => given.tree.value);
const adopt = task({ name: "adopt", output: cat }, () => ({ name: "Tom", kittens: [] }));
const feed = task({ name: "feed", inputs: { cat, others: t.list(cat) } }, () => {});

export const recursive = workflow({ name: "recursive" }, () => {
  const grown = grow();
  depth({ tree: grown });
  depth({ tree: grown.children.at(0) });
  square({ x: grown.children.at(0).children.at(1).value });
  const tom = adopt();
  feed({ cat: tom, others: tom.kittens });
  feed({ cat: tom.kittens.at(0).kittens.at(1), others: [tom, tom.kittens.at(0)] });
  // @ts-expect-error a name is no int, however deep
  square({ x: tom.kittens.at(0).name });
  // @ts-expect-error a cat is no tree
  depth({ tree: tom });
});

const anything = task(
  {
    name: "anything",
    inputs: { v: z.any(), u: z.unknown() },
    output: z.any(),
  },
  ({ v }) => v,
);
const json = task({ name: "json", inputs: { j: z.json() }, output: z.json() }, ({ j }) => j);
export const unknown = workflow({ name: "unknown", inputs: { n: t.int(), u: z.unknown() } }, ({ n, u }) => {
  square({ x: anything({ v: n, u: [n, 1] }) });
  anything({ v: u, u });
  json({ j: json({ j: { a: 1 } }) });
  // @ts-expect-error JSON has no functions
  json({ j: () => 1 });
});

expectTypeOf<Kind<typeof user>>().toEqualTypeOf<{ struct: { age: "int"; nick: { optional: "string" } } }>();
export const user = z.object({ age: z.int(), nick: z.string().optional() });
