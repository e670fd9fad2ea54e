/** effect 4, in its wrappers: its types tell no ints from floats. What it decodes is written as what it encodes to. */
import { mapTask, type In, type Kind, type Out, t, task, workflow } from "@flytekit-ts/workflow";
import { Schema } from "effect";
import { expectTypeOf } from "vitest";
import { half, shout, square, when } from "./entities.js";

const described = <S extends Schema.ConstraintDecoder<unknown>>(schema: S) =>
  Schema.toStandardJSONSchemaV1(Schema.toStandardSchemaV1(schema));

const User = described(
  Schema.Struct({
    name: Schema.String,
    age: Schema.Int,
    born: Schema.Date,
    nick: Schema.optionalKey(Schema.String),
    tags: Schema.Array(Schema.String),
    role: Schema.Literals(["admin", "guest"]),
    counts: Schema.Record(Schema.String, Schema.Int),
  }),
);
type User = typeof User.Type;
declare const ada: User;
expectTypeOf<Kind<typeof User>>().toEqualTypeOf<{
  struct: {
    name: "string";
    age: "number";
    born: "datetime";
    nick: { optional: "string" };
    tags: { list: "string" };
    role: { enum: "admin" | "guest" };
    counts: { map: "number" };
  };
}>();
const decoded = described(Schema.Struct({ n: Schema.NumberFromString, s: Schema.String }));
expectTypeOf<Kind<typeof decoded>>().toEqualTypeOf<{ struct: { n: "string"; s: "string" } }>();
expectTypeOf<In<typeof decoded>>().toEqualTypeOf<{ readonly n: string; readonly s: string }>();
expectTypeOf<Out<typeof decoded>>().toEqualTypeOf<{ readonly n: number; readonly s: string }>();

const load = task({ name: "load", inputs: { id: described(Schema.Int) }, output: User }, ({ id }) => {
  expectTypeOf(id).toEqualTypeOf<number>();
  return { ...ada, age: id };
});
const store = task({ name: "store", inputs: { user: User }, output: t.string() }, ({ user }) => {
  expectTypeOf(user).toEqualTypeOf<User>();
  return user.name;
});
// @ts-expect-error a date is no text
task({ name: "wrong", inputs: { user: User }, output: t.string() }, ({ user }) => user.born);
// @ts-expect-error an age is missing
task({ name: "wrong", output: User }, () => ({ name: "" }));

export const promises = workflow(
  { name: "promises", inputs: { n: t.int(), ns: t.list(t.int()) } },
  ({ n, ns }) => {
    const user = load({ id: n });
    square({ x: user.age });
    half({ x: user.age });
    when({ at: user.born });
    shout({ s: user.tags.at(0) });
    square({ x: mapTask(load)({ id: ns }).at(0).age });
    store({ user });
    // @ts-expect-error a number is no text
    shout({ s: user.age });
    // @ts-expect-error a date is no int
    square({ x: user.born });
    // @ts-expect-error an optional field
    shout({ s: user.nick });
    // @ts-expect-error a text is no user
    store({ user: user.name });
  },
);

// Without its wrapper it is no Standard Schema.
// @ts-expect-error it has no `~standard`
task({ name: "wrong", inputs: { n: Schema.Int } }, () => {});
