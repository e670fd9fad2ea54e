/** zod schemas stand as types: ints stay ints inside objects, arrays and records, and plain numbers fit both. */
import { t, task, workflow } from "@flytekit-ts/workflow";
import { expectTypeOf } from "vitest";
import { z } from "zod";
import { half, maybe, shout, square, total } from "../support/entities.js";

const user = z.object({
  name: z.string(),
  age: z.int(),
  score: z.number(),
  tags: z.array(z.string()),
  home: z.object({ zip: z.string(), number: z.int() }),
});
const ada = { name: "Ada", age: 36, score: 1.5, tags: [], home: { zip: "", number: 1 } };
const makeUser = task({ name: "makeUser", output: user }, () => ada);
const store = task({ name: "store", inputs: { user }, output: t.string() }, (inputs) => {
  expectTypeOf(inputs.user).toEqualTypeOf<z.infer<typeof user>>();
  return inputs.user.name;
});
const other = task({ name: "other", output: z.object({ on: z.boolean() }) }, () => ({
  on: true,
}));
const zint = task({ name: "zint", inputs: { x: z.int() }, output: z.int() }, ({ x }) => x);
const znumber = task({ name: "znumber", inputs: { x: z.number() }, output: z.number() }, ({ x }) => x);
const zfloat = task({ name: "zfloat", inputs: { x: z.float64() }, output: z.float64() }, ({ x }) => x);
const zints = task({ name: "zints", output: z.array(z.int()) }, () => [1]);
const znumbers = task({ name: "znumbers", output: z.array(z.number()) }, () => [1]);
const nested = task({ name: "nested", output: z.record(z.string(), z.array(z.int())) }, () => ({
  a: [1],
}));

export const users = workflow({ name: "users", inputs: { f: t.float(), n: t.int() } }, ({ f, n }) => {
  const u = makeUser();
  shout({ s: u.name });
  square({ x: u.age });
  shout({ s: u.tags.at(0) });
  square({ x: u.home.number });
  store({ user: u });
  store({ user: ada });
  // @ts-expect-error a text is no int
  square({ x: u.name });
  // @ts-expect-error an int is no float
  half({ x: u.age });
  // @ts-expect-error an int is no text
  shout({ s: u.age });
  // @ts-expect-error a nested field of another kind
  square({ x: u.home.zip });
  // @ts-expect-error no such field
  shout({ s: u.home.street });
  // @ts-expect-error another record
  store({ user: other() });
  // @ts-expect-error the age is missing
  store({ user: { ...ada, age: undefined } });

  zint({ x: n });
  square({ x: zint({ x: 3 }) });
  // @ts-expect-error a float is no z.int()
  zint({ x: f });
  zfloat({ x: f });
  // @ts-expect-error an int is no z.float64()
  zfloat({ x: n });
  znumber({ x: n });
  znumber({ x: f });
  square({ x: znumber({ x: 1 }) });
  half({ x: znumber({ x: 1 }) });
  // @ts-expect-error a plain number is no text
  shout({ s: znumber({ x: 1 }) });
  // @ts-expect-error and not optional
  znumber({ x: maybe() });

  total({ xs: zints() });
  total({ xs: znumbers() });
  square({ x: nested().at("a").at(0) });
  // @ts-expect-error an array of ints is one of ints
  shout({ s: zints().at(0) });
  // @ts-expect-error a record of arrays
  half({ x: nested().at("a").at(0) });
});
