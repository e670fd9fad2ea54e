/** The algebra of types: values, what may be written, kinds, what feeds what, and the shapes made of them. */
import { expectTypeOf } from "vitest";
import type {
  Args,
  Attribute,
  Bindable,
  Called,
  Feeds,
  FlytePromise,
  FlyteType,
  In,
  Inputs,
  Kind,
  Out,
  Ref,
  Result,
  Values,
  VoidPromise,
} from "./infer.js";
import type { Refused } from "./kinds/refused.js";
import type { Exact, Returned } from "../task/returned-types.js";

type Int = FlyteType<number, "int">;
type Float = FlyteType<number, "float">;
type Text = FlyteType<string, "string">;
type WithDefault = FlyteType<number, "int", number | undefined>;
type Schema<I, O = I> = { readonly "~standard": { readonly types?: { input: I; output: O } | undefined } };

// Values, and what may be written.
expectTypeOf<Out<Int>>().toEqualTypeOf<number>();
expectTypeOf<In<WithDefault>>().toEqualTypeOf<number | undefined>();
expectTypeOf<Out<WithDefault>>().toEqualTypeOf<number>();
expectTypeOf<In<Schema<string, number>>>().toEqualTypeOf<string>();
expectTypeOf<Out<Schema<string, number>>>().toEqualTypeOf<number>();
expectTypeOf<In<Schema<unknown, number>>>().toEqualTypeOf<number>();
expectTypeOf<Out<{ readonly "~standard": {} }>>().toBeNever();

// Kinds: our own say them, those of other schemas are read from their values.
expectTypeOf<Kind<Int>>().toEqualTypeOf<"int">();
expectTypeOf<Kind<Schema<number>>>().toEqualTypeOf<"number">();
expectTypeOf<Kind<Schema<bigint>>>().toEqualTypeOf<"int">();
expectTypeOf<Kind<Schema<boolean>>>().toEqualTypeOf<"boolean">();
expectTypeOf<Kind<Schema<string>>>().toEqualTypeOf<"string">();
expectTypeOf<Kind<Schema<"a" | "b">>>().toEqualTypeOf<{ enum: "a" | "b" }>();
expectTypeOf<Kind<Schema<Date>>>().toEqualTypeOf<"datetime">();
expectTypeOf<Kind<Schema<Uint8Array>>>().toEqualTypeOf<"binary">();
expectTypeOf<Kind<Schema<number | undefined>>>().toEqualTypeOf<"number" | "none">();
expectTypeOf<Kind<Schema<readonly string[]>>>().toEqualTypeOf<{ list: "string" }>();
expectTypeOf<Kind<Schema<Record<string, Date>>>>().toEqualTypeOf<{ map: "datetime" }>();
expectTypeOf<Kind<Schema<{ a: string; b?: boolean }>>>().toEqualTypeOf<{
  struct: { a: "string"; b: { optional: "boolean" } };
}>();
expectTypeOf<Kind<Schema<unknown>>>().toEqualTypeOf<"any">();

// What feeds what.
type ChoiceOf<P> = { choice: unknown; of: P };
expectTypeOf<Feeds<"int">>().toEqualTypeOf<"int" | "number" | ChoiceOf<"int"> | "any">();
expectTypeOf<Feeds<"datetime">>().toEqualTypeOf<"datetime" | "any">();
expectTypeOf<Feeds<{ list: "float" }>>().toEqualTypeOf<
  { list: "float" | "number" | ChoiceOf<"float"> | "any" } | "any"
>();
expectTypeOf<Feeds<"int" | "none">>().toEqualTypeOf<"int" | "number" | ChoiceOf<"int"> | "none" | "any">();
expectTypeOf<Ref<"int">>().toExtend<Ref<Feeds<"int" | "none">>>();
expectTypeOf<Ref<"int" | "none">>().not.toExtend<Ref<Feeds<"int">>>();
expectTypeOf<Ref<{ list: "int" }>>().toExtend<Ref<Feeds<{ list: "number" }>>>();
expectTypeOf<Ref<{ list: "int" }>>().not.toExtend<Ref<Feeds<{ list: "float" }>>>();
expectTypeOf<Ref<{ struct: { a: "int"; b: "int" } }>>().toExtend<Ref<Feeds<{ struct: { a: "int" } }>>>();
expectTypeOf<Ref<{ struct: { b: "int" } }>>().not.toExtend<Ref<Feeds<{ struct: { a: "int" } }>>>();
expectTypeOf<Ref<{ enum: "a" }>>().toExtend<Ref<Feeds<"string">>>();
expectTypeOf<Ref<{ enum: "a" }>>().not.toExtend<Ref<Feeds<{ enum: "b" }>>>();

// What may be given: values, promises, and mixtures in lists and maps.
expectTypeOf<Bindable<number, "int">>().toEqualTypeOf<
  number | Ref<"int" | "number" | ChoiceOf<"int"> | "any">
>();
expectTypeOf<(number | Ref<"int">)[]>().toExtend<Bindable<number[], { list: "int" }>>();
expectTypeOf<(number | Ref<"float">)[]>().not.toExtend<Bindable<number[], { list: "int" }>>();
expectTypeOf<readonly number[]>().toExtend<Bindable<number[], { list: "int" }>>();
expectTypeOf<{ a: Ref<"int"> }>().toExtend<Bindable<Record<string, number>, { map: "int" }>>();
expectTypeOf<{ a: Ref<"float"> }>().not.toExtend<Bindable<Record<string, number>, { map: "int" }>>();
expectTypeOf<undefined | null>().toExtend<Bindable<number[] | undefined | null, { list: "int" } | "none">>();
expectTypeOf<undefined>().not.toExtend<Bindable<number[], { list: "int" }>>();
// A schema may take what it does not give: here a text that it splits.
expectTypeOf<string>().toExtend<Bindable<string, { list: "string" }>>();

// Shapes.
expectTypeOf<Values<{ a: Int; b: Text }>>().toEqualTypeOf<{ readonly a: number; readonly b: string }>();
expectTypeOf<Returned<{ a: WithDefault }>>().toEqualTypeOf<{ a: number | undefined }>();
expectTypeOf<Result<Int>>().toEqualTypeOf<number>();
expectTypeOf<Result<undefined>>().toEqualTypeOf<void>();
expectTypeOf<{ a: 1 }>().toExtend<Inputs<{ a: Int; b: WithDefault }>>();
expectTypeOf<{ b: 1 }>().not.toExtend<Inputs<{ a: Int; b: WithDefault }>>();
expectTypeOf<{ a: Ref<"int"> }>().toExtend<Args<{ a: Int }>>();
expectTypeOf<{ a: Ref<"int"> }>().not.toExtend<Inputs<{ a: Int }>>();
expectTypeOf<{}>().toExtend<Args<{}>>();
expectTypeOf<{ a: 1 }>().not.toExtend<Args<{}>>();
expectTypeOf<{ a: 1 }>().not.toExtend<Inputs<{}>>();
expectTypeOf<Args<any>>().toBeAny();
expectTypeOf<Inputs<any>>().toBeAny();

// Results of calls.
expectTypeOf<Called<Int>>().toEqualTypeOf<FlytePromise<number, "int">>();
expectTypeOf<Called<{ a: Int }>>().toEqualTypeOf<{ readonly a: FlytePromise<number, "int"> }>();
expectTypeOf<Called<undefined>>().toEqualTypeOf<VoidPromise>();
expectTypeOf<Called<any>>().toBeAny();
expectTypeOf<FlytePromise<number, "int">>().toHaveProperty("gt");
expectTypeOf<FlytePromise<number | undefined, "int" | "none">>().not.toHaveProperty("gt");
expectTypeOf<Attribute<number, "int">>().not.toHaveProperty("gt");
expectTypeOf<Exact<{ a: 1; b: 2 }, { a: Int }>>().toEqualTypeOf<{
  readonly b: Refused<"the workflow declares no such output">;
}>();
expectTypeOf<Exact<{ a: 1 }, Float>>().toBeUnknown();
