/** What a task of a kind of one's own is to its users. */
import { expectTypeOf } from "vitest";

import { t } from "../makers/t.js";
import type { FlytePromise } from "../types/infer.js";
import type { TaskFunction } from "./function-task.js";
import { testContext } from "./test-context.js";
import { templateTask } from "./template-task.js";

const inputs = { day: t.string() };
const output = t.int();
const count = templateTask(
  { name: "count", inputs, output },
  { words: "query", callee: () => {}, fn: ({ day }: { day: string }) => day.length },
);

expectTypeOf(count).returns.toEqualTypeOf<FlytePromise<number, "int">>();
expectTypeOf(count.fn).toEqualTypeOf<TaskFunction<typeof inputs, typeof output> | undefined>();
expectTypeOf(count.fn?.({ day: "monday" }, testContext())).toEqualTypeOf<
  number | Promise<number> | undefined
>();
// @ts-expect-error it takes values of the declared types
void count.fn?.({ day: 3 }, testContext());
// @ts-expect-error it may have none
void count.fn({ day: "monday" }, testContext());
