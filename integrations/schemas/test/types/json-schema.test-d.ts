/** JSON Schema, and TypeBox of both names: the value and the kind are read from the schema itself. */
import { type In, type Kind, mapTask, type Out, t, task, workflow } from "@flytekit-ts/workflow";
import { Type as OldType } from "@sinclair/typebox";
import { Type } from "typebox";
import { expectTypeOf } from "vitest";
import { z } from "zod";
import { half, shout, square } from "./entities.js";

const User = t.schema({
  title: "User",
  type: "object",
  properties: {
    name: { type: "string" },
    age: { type: "integer" },
    score: { type: "number", default: 1.5 },
    nick: { type: "string" },
    mail: { type: ["string", "null"] },
    role: { enum: ["admin", "guest"] },
    is: { const: "user" },
    either: { anyOf: [{ type: "integer" }, { type: "boolean" }] },
    counts: { type: "object", additionalProperties: { type: "integer" } },
    more: { type: "object" },
    home: { type: "object", properties: { zip: { type: "integer" } }, required: ["zip"] },
    tags: { type: "array", items: { type: "string" } },
  },
  required: ["name", "age", "mail", "role", "is", "either", "counts", "more", "home", "tags"],
});
expectTypeOf<Kind<typeof User>>().toEqualTypeOf<{
  struct: {
    name: "string";
    age: "int";
    score: "float";
    nick: { optional: "string" };
    mail: { optional: "string" };
    role: { enum: "admin" | "guest" };
    is: { choice: "user"; of: "string" };
    either: "int" | "boolean";
    counts: { map: "int" };
    more: "json";
    home: { struct: { zip: "int" } };
    tags: { list: "string" };
  };
}>();
type User = Out<typeof User>;
expectTypeOf<User["score"]>().toEqualTypeOf<number>();
expectTypeOf<In<typeof User>["score"]>().toEqualTypeOf<number | undefined>();
expectTypeOf<User["mail"]>().toEqualTypeOf<string | null>();
expectTypeOf<User["nick"]>().toEqualTypeOf<string | undefined>();
expectTypeOf<User["tags"]>().toEqualTypeOf<string[]>();
expectTypeOf<User["either"]>().toEqualTypeOf<number | boolean>();
declare const ada: User;

const object = {
  n: Type.Integer(),
  x: Type.Number(),
  o: Type.Optional(Type.String()),
  l: Type.Array(Type.Integer()),
};
const Box = t.schema(
  Type.Object({ ...object, r: Type.Record(Type.String(), Type.Integer()) }, { title: "Box" }),
);
const OldBox = t.schema(
  OldType.Object(
    {
      n: OldType.Integer(),
      x: OldType.Number(),
      o: OldType.Optional(OldType.String()),
      l: OldType.Array(OldType.Integer()),
      r: OldType.Record(OldType.String(), OldType.Integer()),
    },
    { title: "Box" },
  ),
);
type BoxKind = {
  struct: { n: "int"; x: "float"; o: { optional: "string" }; l: { list: "int" }; r: { map: "int" } };
};
expectTypeOf<Kind<typeof Box>>().toEqualTypeOf<BoxKind>();
expectTypeOf<Kind<typeof OldBox>>().toEqualTypeOf<BoxKind>();
expectTypeOf<Out<typeof Box>["n" | "x"]>().toEqualTypeOf<number>();
expectTypeOf<Out<typeof OldBox>>().toEqualTypeOf<{
  n: number;
  x: number;
  o?: string;
  l: number[];
  r: { [key: string]: number };
}>();
expectTypeOf<Kind<t.Schema<{ readonly type: string }>>>().toEqualTypeOf<"any">();
const one = t.schema({ type: "integer" });
// @ts-expect-error a schema of zod is a type already
t.schema(z.object({ n: z.int() }));

const load = task({ name: "load", inputs: { id: one }, output: User }, ({ id }) => {
  expectTypeOf(id).toEqualTypeOf<number>();
  return { ...ada, age: id };
});
const store = task(
  { name: "store", inputs: { user: User, box: Box, old: OldBox }, output: t.string() },
  ({ user }) => user.name,
);
const box = task({ name: "box", output: Box }, () => ({ n: 1, x: 1, l: [], r: {} }));
const oldBox = task({ name: "oldBox", output: OldBox }, () => ({ n: 1, x: 1, l: [], r: {} }));
// @ts-expect-error a number is no text
task({ name: "wrong", inputs: { user: User }, output: t.string() }, ({ user }) => user.age);
// @ts-expect-error `x` is missing
task({ name: "wrong", output: Box }, () => ({ n: 1, l: [], r: {} }));
// @ts-expect-error a text is no constant
task({ name: "wrong", output: User }, () => ({ ...ada, is: "admin" }));

export const promises = workflow(
  { name: "promises", inputs: { n: t.int(), ns: t.list(t.int()) } },
  ({ n, ns }) => {
    const user = load({ id: n });
    square({ x: user.age });
    half({ x: user.score });
    square({ x: user.home.zip });
    square({ x: user.counts.at("a") });
    shout({ s: user.tags.at(0) });
    square({ x: mapTask(load)({ id: ns }).at(0).age });
    store({ user, box: box(), old: oldBox() });
    // Both are the same record.
    store({ user, box: oldBox(), old: box() });
    half({ x: box().x });
    square({ x: oldBox().l.at(0) });
    // @ts-expect-error an int is no float
    half({ x: user.age });
    // @ts-expect-error a float is no int
    load({ id: user.score });
    // @ts-expect-error a nullable field for what is required
    shout({ s: user.mail });
    // @ts-expect-error an int is no float, in TypeBox
    half({ x: box().n });
    // @ts-expect-error a user is no box
    store({ user, box: user, old: oldBox() });
  },
);
