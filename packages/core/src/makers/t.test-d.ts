/** What each type of `t` receives, is, and takes; and what it refuses to be made of. */
import { expectTypeOf } from "vitest";
import type { Timestamp } from "../literals/timestamps.js";
import type { FlyteType, In, Kind, Out } from "../types/infer.js";
import { t } from "./t.js";
import type { FlyteError } from "../transformers/error.js";

expectTypeOf(t.int()).toEqualTypeOf<FlyteType<number, "int">>();
expectTypeOf(t.int({ bigint: true })).toEqualTypeOf<FlyteType<bigint, "int", bigint | number>>();
// @ts-expect-error it is on or left out
t.int({ bigint: false });
expectTypeOf(t.float()).toEqualTypeOf<FlyteType<number, "float">>();
// @ts-expect-error floats have no options
t.float({ bigint: true });
expectTypeOf(t.string()).toEqualTypeOf<FlyteType<string, "string">>();
expectTypeOf(t.boolean()).toEqualTypeOf<FlyteType<boolean, "boolean">>();
expectTypeOf(t.datetime()).toEqualTypeOf<FlyteType<Date, "datetime">>();
expectTypeOf(t.datetime({ exact: true })).toEqualTypeOf<FlyteType<Timestamp, "datetime">>();
expectTypeOf(t.duration()).toEqualTypeOf<FlyteType<number, "duration">>();
expectTypeOf(t.duration({ exact: true })).toEqualTypeOf<FlyteType<bigint, "duration">>();
expectTypeOf(t.none()).toEqualTypeOf<FlyteType<undefined, "none", undefined | null>>();
expectTypeOf(t.error()).toEqualTypeOf<FlyteType<FlyteError, "error">>();

expectTypeOf(t.enum(["a", "b"])).toEqualTypeOf<FlyteType<"a" | "b", { enum: "a" | "b" }>>();
// @ts-expect-error the values are texts
t.enum([1, 2]);

expectTypeOf(t.list(t.int())).toEqualTypeOf<FlyteType<number[], { list: "int" }, readonly number[]>>();
// @ts-expect-error a list is of one type
t.list(t.int(), t.string());
// @ts-expect-error a type is called
t.list(t.string);
expectTypeOf(t.map(t.list(t.float()))).toEqualTypeOf<
  FlyteType<Record<string, number[]>, { map: { list: "float" } }, Readonly<Record<string, readonly number[]>>>
>();
// @ts-expect-error keys are always texts
t.map(t.string(), t.int());
expectTypeOf(t.optional(t.string())).toEqualTypeOf<
  FlyteType<string | undefined, "string" | "none", string | undefined | null>
>();

const person = t.struct("Person", {
  name: t.string(),
  nick: t.optional(t.string()),
  age: t.int().default(0),
});
expectTypeOf<Out<typeof person>>().toEqualTypeOf<{
  readonly name: string;
  readonly nick: string | undefined;
  readonly age: number;
}>();
expectTypeOf<Kind<typeof person>>().toEqualTypeOf<{
  struct: { name: "string"; nick: { optional: "string" }; age: "int" };
}>();
expectTypeOf<{ name: string }>().toExtend<In<typeof person>>();
expectTypeOf<{ nick: string }>().not.toExtend<In<typeof person>>();

// A class names a record. Its values are those of the record, whatever else the class has.
class Named extends t.struct("Person", { name: t.string(), age: t.int().default(0) }) {}
class WithMethod extends t.struct("Person", { name: t.string() }) {
  shout(): string {
    return `${this.name}!`;
  }
}
expectTypeOf<Out<typeof Named>>().toEqualTypeOf<Named>();
expectTypeOf<{ name: string; age: number }>().toExtend<Named>();
expectTypeOf<{ name: string }>().toExtend<In<typeof Named>>();
expectTypeOf<Kind<typeof Named>>().toEqualTypeOf<{ struct: { name: "string"; age: "int" } }>();
expectTypeOf<Out<typeof WithMethod>>().toEqualTypeOf<{ readonly name: string }>();
expectTypeOf<Out<t.List<typeof Named>>>().toEqualTypeOf<Named[]>();
// @ts-expect-error a value is a plain object
expectTypeOf(new Named({ name: "Ada" }));
// @ts-expect-error a record has a name
t.struct({ name: t.string() });
// @ts-expect-error and fields that are types
t.struct("Person", { name: "string" });

expectTypeOf(t.int().default(3)).toEqualTypeOf<FlyteType<number, "int", number | undefined>>();
expectTypeOf(t.int().describe("how many")).toEqualTypeOf<FlyteType<number, "int">>();
expectTypeOf(t.int().default(3).describe("how many")).toEqualTypeOf<
  FlyteType<number, "int", number | undefined>
>();
// @ts-expect-error a default is a value of the type
t.int().default("3");
// @ts-expect-error all of the record, with its own defaults filled in
person.default({ name: "Ada" });
// @ts-expect-error a description is a text
t.int().describe(3);
// @ts-expect-error the names are Flyte's
t.number();
