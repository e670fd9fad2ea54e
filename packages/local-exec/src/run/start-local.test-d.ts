// What a run takes and gives, as the type checker sees it.
import { t, task, workflow } from "@flytekit-ts/workflow";
import { expectTypeOf } from "vitest";
import { runLocal, startLocal } from "../entries/index.js";

const scale = task(
  {
    name: "scale",
    inputs: { x: t.float(), by: t.float().default(2), label: t.optional(t.string()) },
    output: t.float(),
  },
  ({ x, by }) => x * by,
);
const split = task(
  {
    name: "split",
    inputs: { s: t.string() },
    outputs: { head: t.string(), length: t.int(), maybe: t.optional(t.int()) },
  },
  ({ s }) => ({ head: s, length: s.length, maybe: undefined }),
);
const quiet = workflow({ name: "quiet" }, () => void scale({ x: 1 }));

// The result is the bare output, an object of the named ones, or nothing.
expectTypeOf(runLocal(scale, { x: 1 })).toEqualTypeOf<Promise<number>>();
expectTypeOf(runLocal(split, { s: "a" })).resolves.toEqualTypeOf<{
  readonly head: string;
  readonly length: number;
  readonly maybe: number | undefined;
}>();
expectTypeOf(runLocal(quiet)).toEqualTypeOf<Promise<void>>();
expectTypeOf(startLocal(scale, { x: 1 }).result).toEqualTypeOf<Promise<number>>();
// @ts-expect-error a number has no length
void runLocal(scale, { x: 1 }).then((value) => value.length);

// Defaults and optionals may be left out, and nothing else.
void runLocal(scale, { x: 1, by: 3, label: "a" });
void runLocal(quiet, {});
// @ts-expect-error x is required
void runLocal(scale, {});
// @ts-expect-error inputs are required
void runLocal(scale);
// @ts-expect-error there is no input y
void runLocal(scale, { x: 1, y: 2 });
// @ts-expect-error a string is no float
void runLocal(scale, { x: "1" });

// Options come after the inputs.
void runLocal(
  scale,
  { x: 1 },
  { concurrency: 2, signal: AbortSignal.timeout(5), onEvent: ({ kind }) => void kind },
);
void runLocal(quiet, {}, { concurrency: 2 });
// @ts-expect-error there is no option parallel
void runLocal(scale, { x: 1 }, { parallel: 2 });

// Only entities run: not their functions, not the results of calls.
// @ts-expect-error a plain function is no entity
void runLocal((inputs: { x: number }) => inputs.x, { x: 1 });
