/** zod 4: what tasks receive, what promises hold, and what fits where, with its twin that does not. */
import {
  conditional,
  dynamic,
  imperativeWorkflow,
  type In,
  type Kind,
  launchPlan,
  mapTask,
  type Out,
  referenceTask,
  t,
  task,
  waitForInput,
  workflow,
} from "@flytekit-ts/workflow";
import { expectTypeOf } from "vitest";
import { z } from "zod";
import * as mini from "zod/mini";
import { half, maybe, shout, square, total, when } from "./entities.js";

const User = z
  .object({
    name: z.string(),
    age: z.int(),
    score: z.float64(),
    born: z.date(),
    nick: z.string().optional(),
    tags: z.array(z.string()).default([]),
    counts: z.record(z.string(), z.int32()),
    role: z.enum(["admin", "guest"]),
  })
  .meta({ title: "User" });
type User = z.infer<typeof User>;
declare const ada: User;

// Kinds.
expectTypeOf<Kind<typeof User>>().toEqualTypeOf<{
  struct: {
    name: "string";
    age: "int";
    score: "float";
    born: "datetime";
    nick: { optional: "string" };
    tags: { list: "string" };
    counts: { map: "int" };
    role: { enum: "admin" | "guest" };
  };
}>();
const kinds = {
  int: z.int(),
  uint32: z.uint32(),
  float: z.float64(),
  number: z.number(),
  brand: z.int().brand("Id"),
  readonly: z.int().readonly(),
  default: z.int().default(1),
  prefault: z.int().prefault(1),
  catch: z.int().catch(1),
  nullable: z.int().nullable(),
  nonoptional: z.int().optional().nonoptional(),
  lazy: z.lazy(() => z.int()),
  bigint: z.bigint(),
  literals: z.literal([1, 2]),
  words: z.literal("a"),
  variants: z.union([z.int(), z.string()]),
  shapes: z.discriminatedUnion("is", [
    z.object({ is: z.literal("a"), n: z.int() }),
    z.object({ is: z.literal("b"), n: z.float64() }),
  ]),
  codec: z.codec(z.iso.datetime(), z.date(), { decode: (s) => new Date(s), encode: (d) => d.toISOString() }),
  preprocessed: z.preprocess((x) => x, z.int()),
  piped: z.int().pipe(z.int().positive()),
  mini: mini.array(mini.int()),
  miniNumber: mini.number(),
  miniOptional: mini.object({ a: mini.optional(mini.int()) }),
};
type KindOf<P extends keyof typeof kinds> = Kind<(typeof kinds)[P]>;
expectTypeOf<
  KindOf<"int" | "uint32" | "brand" | "readonly" | "default" | "prefault" | "catch">
>().toEqualTypeOf<"int">();
expectTypeOf<KindOf<"nonoptional" | "lazy" | "bigint" | "preprocessed" | "piped">>().toEqualTypeOf<"int">();
expectTypeOf<KindOf<"float">>().toEqualTypeOf<"float">();
expectTypeOf<KindOf<"number" | "miniNumber">>().toEqualTypeOf<"number">();
expectTypeOf<KindOf<"nullable">>().toEqualTypeOf<"int" | "none">();
expectTypeOf<KindOf<"literals">>().toEqualTypeOf<{ choice: 1 | 2; of: "int" }>();
expectTypeOf<KindOf<"words">>().toEqualTypeOf<{ choice: "a"; of: "string" }>();
expectTypeOf<KindOf<"variants">>().toEqualTypeOf<"int" | "string">();
expectTypeOf<KindOf<"shapes">>().toEqualTypeOf<
  | { struct: { is: { choice: "a"; of: "string" }; n: "int" } }
  | { struct: { is: { choice: "b"; of: "string" }; n: "float" } }
>();
expectTypeOf<KindOf<"codec">>().toEqualTypeOf<"string">();
expectTypeOf<KindOf<"mini">>().toEqualTypeOf<{ list: "int" }>();
expectTypeOf<KindOf<"miniOptional">>().toEqualTypeOf<{ struct: { a: { optional: "int" } } }>();

// A codec is written as what it takes, and is received as what it gives.
expectTypeOf<In<(typeof kinds)["codec"]>>().toEqualTypeOf<string>();
expectTypeOf<Out<(typeof kinds)["codec"]>>().toEqualTypeOf<Date>();

// Inputs and outputs of tasks.
const load = task({ name: "load", inputs: { id: z.int() }, output: User }, ({ id }) => {
  expectTypeOf(id).toEqualTypeOf<number>();
  return { ...ada, age: id };
});
const rename = task(
  { name: "rename", inputs: { user: User, to: z.string().default("x") }, output: User },
  ({ user, to }) => {
    expectTypeOf(user).toEqualTypeOf<User>();
    expectTypeOf(to).toEqualTypeOf<string>();
    return { ...user, name: to };
  },
);
// @ts-expect-error an age is missing
task({ name: "wrong", output: User }, () => ({ ...ada, age: undefined }));
// @ts-expect-error a date is no text
task({ name: "wrong", inputs: { user: User }, output: z.string() }, ({ user }) => user.born);
const stats = task(
  { name: "stats", inputs: { user: User }, outputs: { n: z.int(), x: z.float64(), all: z.array(z.int()) } },
  () => ({ n: 1, x: 1.5, all: [1] }),
);
// @ts-expect-error `y` is no output
task({ name: "wrong", outputs: { n: z.int() } }, () => ({ n: 1, y: 2 }));
const float = task({ name: "float", inputs: { x: z.number() }, output: z.number() }, ({ x }) => x);
const exact = task({ name: "exact", inputs: { x: z.float64() } }, () => {});
const int = task({ name: "int", inputs: { x: z.int() }, output: z.int() }, ({ x }) => x);

export const promises = workflow(
  { name: "promises", inputs: { n: z.int(), f: z.number(), user: User }, output: User },
  ({ n, f, user }) => {
    square({ x: n });
    half({ x: f });
    half({ x: float({ x: f }) });
    // @ts-expect-error an int is no float
    half({ x: n });
    // The type of z.number() is that of z.number().int(), so it fits both. Compiling tells them apart.
    float({ x: n });
    square({ x: f });
    int({ x: f });
    // @ts-expect-error an optional for what is required
    int({ x: maybe() });
    n.gt(1);
    // @ts-expect-error a record has no order
    user.gt(1);

    const loaded = load({ id: n });
    square({ x: loaded.age });
    half({ x: loaded.score });
    when({ at: loaded.born });
    shout({ s: loaded.tags.at(0) });
    shout({ s: loaded.role });
    square({ x: loaded.counts.at("a") });
    // @ts-expect-error an int is no float, in records as well
    half({ x: loaded.age });
    // @ts-expect-error a float is no int
    square({ x: loaded.score });
    // @ts-expect-error an optional field
    shout({ s: loaded.nick });
    // @ts-expect-error no such field
    shout({ s: loaded.nickname });

    const { n: whole, x, all } = stats({ user: loaded });
    square({ x: whole });
    half({ x });
    total({ xs: all });
    total({ xs: [whole, 1] });
    // @ts-expect-error a float in a list of ints
    total({ xs: [x] });
    rename({ user: loaded });
    rename({ user, to: "y" });
    rename({ user: { ...ada, tags: undefined } });
    // @ts-expect-error a text is no user
    rename({ user: loaded.name });
    return rename({ user });
  },
);

// Maps, conditionals and everything else that has types.
export const around = workflow(
  { name: "around", inputs: { ids: z.array(z.int()), n: z.int() } },
  ({ ids, n }) => {
    const users = mapTask(load)({ id: ids });
    expectTypeOf(users.at(0)["~value"]).toExtend<User>();
    square({ x: users.at(0).age });
    const chosen = conditional("c")
      .if(n.gt(1), () => load({ id: n }))
      .else(() => load({ id: 2 }));
    square({ x: chosen.age });
    mapTask(float)({ x: ids });
    // @ts-expect-error a list of ints is no list of floats
    mapTask(exact)({ x: ids });
    const user = conditional("d")
      .if(n.gt(1), () => load({ id: n }))
      .else(() => load({ id: 1 }));
    // @ts-expect-error a record is no int
    square({ x: user });
    const given = waitForInput("limit", z.int());
    square({ x: given });
    // @ts-expect-error an int is no float
    half({ x: given });
  },
);
const plan = launchPlan(promises, { name: "plan", defaultInputs: { n: 1 } });
// @ts-expect-error a text is no int
launchPlan(promises, { name: "wrong", defaultInputs: { n: "1" } });
const remote = referenceTask({
  project: "p",
  domain: "d",
  version: "v",
  name: "r",
  inputs: { user: User },
  output: z.int(),
});
const grow = dynamic({ name: "grow", inputs: { n: z.int() }, output: z.array(z.int()) }, ({ n }) => [
  square({ x: n }),
]);
export const entities = workflow({ name: "entities", inputs: { user: User } }, ({ user }) => {
  square({ x: remote({ user }) });
  total({ xs: grow({ n: 1 }) });
  plan({ f: 1, user });
  // @ts-expect-error an int is no float
  half({ x: remote({ user }) });
  // @ts-expect-error `f` is missing
  plan({ user });
});
const built = imperativeWorkflow({ name: "built", inputs: { user: User }, outputs: { n: z.int() } });
built.addWorkflowOutput("n", built.addEntity(remote, { user: built.inputs.user }).outputs.o0);
// @ts-expect-error a record is no int
built.addWorkflowOutput("n", built.inputs.user);

// Inside types of ours.
const mixed = t.struct("Mixed", {
  user: User,
  users: t.list(User),
  byName: t.map(User),
  one: t.optional(User),
});
expectTypeOf<Out<typeof mixed>["users"]>().toEqualTypeOf<User[]>();
expectTypeOf<Kind<t.Union<[typeof User, t.Int]>>>().toEqualTypeOf<Kind<typeof User> | "int">();

// Records that contain themselves.
const Cat = z
  .object({
    name: z.string(),
    get kittens() {
      return z.array(Cat);
    },
  })
  .meta({ title: "Cat" });
const tom = task({ name: "tom", output: Cat }, () => ({ name: "Tom", kittens: [] }));
const feed = task({ name: "feed", inputs: { cat: Cat } }, () => {});
export const cats = workflow({ name: "cats" }, () => {
  feed({ cat: tom().kittens.at(0).kittens.at(1) });
  // @ts-expect-error a list of cats is no cat
  feed({ cat: tom().kittens });
});
