/** A workflow's type: what its body receives and gives, and what is known of the workflow afterwards. */
import { type FlytePromise, type FlyteType, t, task } from "@flytekit-ts/core";
import { expectTypeOf } from "vitest";
import { type Workflow, workflow } from "./workflow.js";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const bare = workflow({ name: "bare", inputs: { n: t.int() }, output: t.int() }, (inputs) => {
  expectTypeOf(inputs).toEqualTypeOf<{ readonly n: FlytePromise<number, "int"> }>();
  return square({ x: inputs.n });
});
const named = workflow(
  { name: "named", inputs: { n: t.int().default(1) }, outputs: { a: t.int(), b: t.string() } },
  ({ n }) => ({ a: bare({ n }), b: "constant" }),
);
const nothing = workflow({ name: "nothing" }, () => {});

expectTypeOf(bare).toExtend<Workflow<{ readonly n: FlyteType<number, "int"> }, FlyteType<number, "int">>>();
expectTypeOf(bare).not.toExtend<
  Workflow<{ readonly n: FlyteType<number, "float"> }, FlyteType<number, "int">>
>();
expectTypeOf(bare.body).parameter(0).toEqualTypeOf<{ readonly n: FlytePromise<number, "int"> }>();
expectTypeOf(bare).toExtend<Workflow<any, any>>();
expectTypeOf(named).toExtend<Workflow<any, any>>();
expectTypeOf(nothing).toExtend<Workflow<any, any>>();
expectTypeOf(square).not.toExtend<Workflow<any, any>>();

// Constants and calls of other workflows are outputs like any other.
export const constants = workflow({ name: "constants", output: t.list(t.enum(["a", "b"])) }, () => [
  "a",
  "b",
]);
// @ts-expect-error not one of the enum
export const wrong = workflow({ name: "wrong", output: t.list(t.enum(["a", "b"])) }, () => ["a", "c"]);
export const through = workflow({ name: "through", outputs: { a: t.int(), b: t.string() } }, () => named());
// @ts-expect-error a named output is no bare one
export const unnamed = workflow({ name: "unnamed", output: t.int() }, () => named());
// @ts-expect-error a body is a function
export const bodiless = workflow({ name: "bodiless" });
// @ts-expect-error a name is needed
export const nameless = workflow({ inputs: {} }, () => {});
// @ts-expect-error a misspelt option
export const misspelt = workflow({ name: "misspelt", interruptable: true }, () => {});

// What only compilers and executors need is not offered to authors.
expectTypeOf(bare).not.toHaveProperty("trace");
expectTypeOf(bare).not.toHaveProperty("source");
expectTypeOf(bare).not.toHaveProperty("forgetFaults");
expectTypeOf(bare).not.toHaveProperty("words");
expectTypeOf(bare).not.toHaveProperty("missing");
