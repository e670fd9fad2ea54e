/** Code that works on any entity: lists of them, functions from one to another, and what serializes them. */
import { compile, serialize, t, task, workflow } from "@flytekit-ts/workflow";
import type { Callable, Entity, FlyteType, OutSpec, Shape, Task, Workflow } from "@flytekit-ts/workflow";
import { expectTypeOf } from "vitest";
import { announce, half, split, square } from "../support/entities.js";

const greet = task(
  {
    name: "greet",
    inputs: { n: t.int(), s: t.string().default("a") },
    outputs: { a: t.int(), b: t.string() },
  },
  ({ n, s }) => ({ a: n, b: s }),
);
const main = workflow({ name: "main", inputs: { n: t.int() }, output: t.int() }, ({ n }) => square({ x: n }));

export const entities: readonly Entity[] = [square, split, greet, announce, main];
export const callables: readonly Callable<any, any>[] = [square, split, greet, announce, main];
export const tasks: readonly Task<any, any>[] = [square, split, greet, announce];
// @ts-expect-error a workflow is no task
export const wrongTasks: readonly Task<any, any>[] = [main];
// @ts-expect-error a plain function is no entity
export const wrongEntities: readonly Entity[] = [() => 1];

void serialize(entities, { project: "p", domain: "d", version: "v", image: "i" });
void compile(main);
// @ts-expect-error only workflows are compiled
void compile(square);

expectTypeOf(main.kind).toEqualTypeOf<"workflow">();
expectTypeOf(square.kind).toEqualTypeOf<"task">();
export const int: Callable<{ readonly n: FlyteType<number, "int"> }, FlyteType<number, "int">> = main;
// @ts-expect-error its output is no float
export const float: Workflow<(typeof main)["~input"], FlyteType<number, "float">> = main;

declare function withRetries<I extends Shape, O extends OutSpec>(entity: Callable<I, O>): Callable<I, O>;
const again = withRetries(square);
const greetAgain = withRetries(greet);
const announceAgain = withRetries(announce);

export const decorated = workflow(
  { name: "decorated", inputs: { n: t.int() }, outputs: { a: t.int() } },
  ({ n }) => {
    announceAgain();
    announce({}, { after: [again({ x: 1 }), announceAgain()] });
    const greeted = greetAgain({ n: again({ x: n }) });
    // @ts-expect-error the decorated entity takes what the first one took
    again({ x: "a" });
    // @ts-expect-error and gives what it gave
    half({ x: greeted.a });
    return { a: greeted.a };
  },
);
