/** A task's function: what it receives, what it may return, and what the task then is. */
import { expectTypeOf } from "vitest";
import type { FlytePromise, VoidPromise } from "../types/infer.js";
import { t } from "../makers/t.js";
import { task } from "./task.js";
import type { TaskContext } from "./task-context.js";
import { testContext } from "./test-context.js";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }, context) => {
  expectTypeOf(x).toEqualTypeOf<number>();
  expectTypeOf(context).toEqualTypeOf<TaskContext>();
  return x * x;
});
const stats = task(
  {
    name: "stats",
    inputs: { xs: t.list(t.float()) },
    outputs: { mean: t.float(), size: t.int().default(0) },
  },
  async ({ xs }) => ({ mean: xs[0] ?? 0, size: xs.length }),
);
const note = task({ name: "note" }, () => {});

// The plain function, for unit tests.
expectTypeOf(square.fn({ x: 3 }, testContext())).toEqualTypeOf<number | Promise<number>>();
expectTypeOf(square.fn).parameter(0).toEqualTypeOf<{ readonly x: number }>();
// @ts-expect-error it takes values of the declared types
void square.fn({ x: "3" }, testContext());
// @ts-expect-error and a context
void square.fn({ x: 3 });
// @ts-expect-error a task cannot be built upon
square.name = "cube";

// A call.
expectTypeOf(square).returns.toEqualTypeOf<FlytePromise<number, "int">>();
expectTypeOf(stats).returns.toHaveProperty("mean").toEqualTypeOf<FlytePromise<number, "float">>();
expectTypeOf(note).returns.toEqualTypeOf<VoidPromise>();
expectTypeOf(square.kind).toEqualTypeOf<"task">();

// What is returned.
const outputs = { a: t.int(), b: t.optional(t.string()) };
export const least = task({ name: "least", outputs }, () => ({ a: 1, b: undefined }));
// @ts-expect-error every output is there, if only as undefined
export const missing = task({ name: "missing", outputs }, () => ({ a: 1 }));
export const bare = task({ name: "bare", output: t.enum(["a", "b"]) }, () => "a");
// @ts-expect-error not one of them
export const other = task({ name: "other", output: t.enum(["a", "b"]) }, () => "c");
export const nullable = task({ name: "nullable", output: t.optional(t.int()) }, () => null);
// @ts-expect-error what is required is not null
export const nothing = task({ name: "nothing", output: t.int() }, () => null);
export const wide = task({ name: "wide", output: t.int({ bigint: true }) }, () => 3);
// @ts-expect-error a bigint where a number is declared
export const narrow = task({ name: "narrow", output: t.int() }, () => 3n);

// What is received.
export const fewer = task(
  { name: "fewer", inputs: { x: t.int(), y: t.int() }, output: t.int() },
  ({ x }) => x,
);
// @ts-expect-error nothing else comes in
export const more = task({ name: "more", inputs: { x: t.int() }, output: t.int() }, ({ z }) => z);
const helper = (inputs: { readonly x: number }): number => inputs.x;
export const shared = task({ name: "shared", inputs: { x: t.int() }, output: t.int() }, helper);
// @ts-expect-error a function for other inputs
export const unfit = task({ name: "unfit", inputs: { x: t.string() }, output: t.int() }, helper);
