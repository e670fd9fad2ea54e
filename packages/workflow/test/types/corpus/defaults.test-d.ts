/** What has a default may be left out of a call and is always there inside; so it is with fields of records. */
import { t, task, workflow } from "@flytekit-ts/workflow";
import { expectTypeOf } from "vitest";
import { runLocal } from "../later-api.js";

const scale = task(
  {
    name: "scale",
    inputs: {
      x: t.float(),
      factor: t.float().default(2.5),
      label: t.optional(t.string()),
      tags: t.list(t.string()).default([]),
    },
    output: t.float(),
  },
  ({ x, factor, label, tags }) => {
    expectTypeOf(factor).toEqualTypeOf<number>();
    expectTypeOf(tags).toEqualTypeOf<string[]>();
    // @ts-expect-error an optional without a default may be none
    label.trim();
    return x * factor + tags.length;
  },
);

export const scaled = workflow(
  {
    name: "scaled",
    inputs: {
      x: t.float().default(1.5),
      flag: t.boolean().default(true),
      note: t.optional(t.string()),
      bees: t.int().default(1).describe("how many bees"),
    },
    output: t.float(),
  },
  ({ x, flag, note, bees }) => {
    flag.isTrue();
    bees.gt(2);
    // @ts-expect-error an optional stays one
    note.eq("x");
    scale({ x });
    scale({ x, factor: x, label: note, tags: ["a"] });
    // @ts-expect-error x has no default
    scale({});
    // @ts-expect-error arguments are needed
    scale();
    // @ts-expect-error a default does not change the kind
    scale({ x, factor: bees });
    // @ts-expect-error nor what a list holds
    scale({ x, tags: ["a", 3] });
    return scale({ x });
  },
);

export const outer = workflow({ name: "outer", output: t.float() }, () => scaled());
export const outerToo = workflow({ name: "outerToo", output: t.float() }, () => scaled({ x: 1 }));

expectTypeOf(runLocal(scaled, {})).toEqualTypeOf<Promise<number>>();
// @ts-expect-error x is a float
void runLocal(scaled, { x: "a" });
// @ts-expect-error there is no y
void runLocal(scaled, { y: 1 });

export const three = t.int().default(3);
// @ts-expect-error the default of an int is an int
export const text = t.int().default("x");
export const flags = t.list(t.boolean()).default([true]);
// @ts-expect-error nor does a list of numbers fit
export const numbers = t.list(t.boolean()).default([1]);

const person = t.struct("Person", {
  name: t.string(),
  nick: t.optional(t.string()),
  tags: t.list(t.string()).default([]),
});
const tagged = task({ name: "tagged", inputs: { p: person }, output: person }, ({ p }) => {
  expectTypeOf(p.tags).toEqualTypeOf<string[]>();
  return { name: p.name + p.tags.length };
});
export const fields = workflow({ name: "fields", output: person }, () => tagged({ p: { name: "a" } }));
export const noFields = workflow({ name: "noFields", output: person }, () =>
  // @ts-expect-error the name has no default
  tagged({ p: {} }),
);
