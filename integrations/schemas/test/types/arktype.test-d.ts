/** arktype: its types have the values alone, so numbers fit ints and floats, and what does not fit is found later. */
import { mapTask, type Kind, type Out, t, task, workflow } from "@flytekit-ts/workflow";
import { type } from "arktype";
import { expectTypeOf } from "vitest";
import { half, shout, square, when } from "./entities.js";

const User = type({
  name: "string",
  age: "number.integer",
  born: "Date",
  "nick?": "string",
  tags: "string[]",
  role: "'admin' | 'guest'",
  is: "'user'",
  on: "boolean",
  level: "1 | 2",
  big: "bigint",
  home: { zip: "string" },
});
type User = typeof User.infer;
declare const ada: User;
expectTypeOf<Kind<typeof User>>().toEqualTypeOf<{
  struct: {
    name: "string";
    age: "number";
    born: "datetime";
    nick: { optional: "string" };
    tags: { list: "string" };
    role: { enum: "admin" | "guest" };
    is: { choice: "user"; of: "string" };
    on: "boolean";
    level: { choice: 1 | 2; of: "int" };
    big: "int";
    home: { struct: { zip: "string" } };
  };
}>();
const withDefault = type({ n: "number = 1", s: "string" });
expectTypeOf<Kind<typeof withDefault>>().toEqualTypeOf<{ struct: { n: "number"; s: "string" } }>();
expectTypeOf<Kind<t.List<typeof User>>>().toEqualTypeOf<{ list: Kind<typeof User> }>();
expectTypeOf<Out<typeof User>>().toEqualTypeOf<User>();

const load = task({ name: "load", inputs: { id: type("number.integer") }, output: User }, ({ id }) => {
  expectTypeOf(id).toEqualTypeOf<number>();
  return { ...ada, age: id };
});
const store = task(
  { name: "store", inputs: { user: User, n: withDefault }, output: t.string() },
  ({ user, n }) => {
    expectTypeOf(user).toEqualTypeOf<User>();
    expectTypeOf(n.n).toEqualTypeOf<number>();
    return user.name;
  },
);
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
    square({ x: user.big });
    when({ at: user.born });
    shout({ s: user.home.zip });
    shout({ s: user.role });
    square({ x: mapTask(load)({ id: ns }).at(0).age });
    store({ user, n: { s: "" } });
    // @ts-expect-error a number is no text
    shout({ s: user.age });
    // @ts-expect-error a date is no int
    square({ x: user.born });
    // @ts-expect-error an optional field
    shout({ s: user.nick });
    // @ts-expect-error a bigint is no float
    half({ x: user.big });
    // @ts-expect-error a text is no user
    store({ user: user.name, n: { s: "" } });
    // @ts-expect-error no such field
    shout({ s: user.home.street });
  },
);
