/**
 * valibot: `toStandardJsonSchema` keeps the values and forgets what the schema is made of, so its numbers fit ints and
 * floats. With the schema spread beside it, kinds are known.
 */
import { mapTask, type Kind, t, task, workflow } from "@flytekit-ts/workflow";
import { toStandardJsonSchema } from "@valibot/to-json-schema";
import * as v from "valibot";
import { expectTypeOf } from "vitest";
import { half, shout, square, when } from "./entities.js";

const described = <S extends v.GenericSchema>(schema: S) => ({ ...schema, ...toStandardJsonSchema(schema) });
const integer = v.pipe(v.number(), v.integer());
const entries = {
  name: v.string(),
  age: integer,
  score: v.number(),
  born: v.date(),
  nick: v.optional(v.string()),
  tags: v.optional(v.array(v.string()), []),
  counts: v.record(v.string(), integer),
  role: v.picklist(["admin", "guest"]),
};
const User = described(v.pipe(v.object(entries), v.title("User")));
type User = v.InferOutput<typeof User>;
declare const ada: User;

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
  brand: v.pipe(v.number(), v.integer(), v.brand("Id")),
  safe: v.pipe(v.number(), v.safeInteger()),
  positive: v.pipe(v.number(), v.minValue(0)),
  nullable: v.nullable(integer),
  nullish: v.nullish(integer, 1),
  lazy: v.lazy(() => integer),
  literal: v.literal(1.5),
  union: v.union([integer, v.string()]),
  variant: v.variant("is", [v.object({ is: v.literal("a") }), v.object({ is: v.literal("b"), n: integer })]),
  strict: v.strictObject({ n: integer }),
  bigint: v.bigint(),
};
type KindOf<P extends keyof typeof kinds> = Kind<(typeof kinds)[P]>;
expectTypeOf<KindOf<"brand" | "safe" | "lazy" | "nullish" | "bigint">>().toEqualTypeOf<"int">();
expectTypeOf<KindOf<"positive">>().toEqualTypeOf<"float">();
expectTypeOf<KindOf<"nullable">>().toEqualTypeOf<"int" | "none">();
expectTypeOf<KindOf<"literal">>().toEqualTypeOf<{ choice: 1.5; of: "float" }>();
expectTypeOf<KindOf<"union">>().toEqualTypeOf<"int" | "string">();
expectTypeOf<KindOf<"variant">>().toEqualTypeOf<
  | { struct: { is: { choice: "a"; of: "string" } } }
  | { struct: { is: { choice: "b"; of: "string" }; n: "int" } }
>();
expectTypeOf<KindOf<"strict">>().toEqualTypeOf<{ struct: { n: "int" } }>();

const load = task({ name: "load", inputs: { id: described(integer) }, output: User }, ({ id }) => {
  expectTypeOf(id).toEqualTypeOf<number>();
  return { ...ada, age: id };
});
const store = task({ name: "store", inputs: { user: User }, output: t.string() }, ({ user }) => {
  expectTypeOf(user).toEqualTypeOf<User>();
  return user.name;
});
// @ts-expect-error a date is no text
task({ name: "wrong", inputs: { user: User }, output: t.string() }, ({ user }) => user.born);

export const promises = workflow(
  { name: "promises", inputs: { n: t.int(), ns: t.list(t.int()) } },
  ({ n, ns }) => {
    const user = load({ id: n });
    square({ x: user.age });
    half({ x: user.score });
    when({ at: user.born });
    shout({ s: store({ user }) });
    square({ x: mapTask(load)({ id: ns }).at(0).age });
    store({ user: { ...ada, tags: undefined } });
    // @ts-expect-error an int is no float
    half({ x: user.age });
    // @ts-expect-error a float is no int
    load({ id: user.score });
    // @ts-expect-error an optional field
    shout({ s: user.nick });
    // @ts-expect-error a text is no user
    store({ user: user.name });
  },
);

// Without the schema beside it.
const plain = toStandardJsonSchema(
  v.pipe(v.object({ age: integer, at: v.optional(v.date()) }), v.title("Plain")),
);
expectTypeOf<Kind<typeof plain>>().toEqualTypeOf<{
  struct: { age: "number"; at: { optional: "datetime" } };
}>();
const plainly = task({ name: "plainly", output: plain }, () => ({ age: 1 }));
export const loose = workflow({ name: "loose" }, () => {
  square({ x: plainly().age });
  half({ x: plainly().age });
  // @ts-expect-error a number is no text
  shout({ s: plainly().age });
});
