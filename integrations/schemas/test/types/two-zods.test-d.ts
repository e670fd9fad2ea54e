/** Two versions of zod in one workflow. The older one does not tell its formats of numbers apart. */
import { type Kind, task, workflow } from "@flytekit-ts/workflow";
import { expectTypeOf } from "vitest";
import { z } from "zod";
import { z as older } from "zod-4.1";
import { half, shout, square } from "./entities.js";

const User = z.object({ name: z.string(), age: z.int() }).meta({ title: "User" });
const OldUser = older
  .object({ name: older.string(), age: older.int(), score: older.number() })
  .meta({ title: "User" });
expectTypeOf<Kind<typeof OldUser>>().toEqualTypeOf<{
  struct: { name: "string"; age: "number"; score: "number" };
}>();

const load = task({ name: "load", inputs: { id: older.string() }, output: User }, ({ id }) => ({
  name: id,
  age: 1,
}));
const loadOld = task({ name: "loadOld", inputs: { user: User }, output: OldUser }, ({ user }) => {
  expectTypeOf(user).toEqualTypeOf<{ name: string; age: number }>();
  return { ...user, score: 1 };
});
const show = task({ name: "show", inputs: { user: OldUser }, output: z.string() }, ({ user }) => user.name);
const both = task(
  { name: "both", inputs: { a: User, b: OldUser }, output: older.array(older.string()) },
  ({ a, b }) => [a.name, b.name],
);

export const versions = workflow({ name: "versions", inputs: { id: z.string() } }, ({ id }) => {
  const user = load({ id });
  const old = loadOld({ user });
  shout({ s: show({ user: old }) });
  shout({ s: both({ a: user, b: old }).at(0) });
  square({ x: user.age });
  square({ x: old.age });
  half({ x: old.score });
  // It has all fields, and more.
  both({ a: old, b: old });
  // @ts-expect-error the score is missing
  both({ a: user, b: user });
  // @ts-expect-error an int is no float
  half({ x: user.age });
  square({ x: old.score });
  // @ts-expect-error a name is no user
  show({ user: old.name });
});
