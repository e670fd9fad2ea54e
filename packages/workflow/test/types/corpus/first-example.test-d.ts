/** The first example of the design: a task, an async one, a workflow with a conditional and a map, and a run. */
import { conditional, mapTask, t, task, testContext, workflow } from "@flytekit-ts/workflow";
import { expectTypeOf } from "vitest";
import { runLocal } from "../later-api.js";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const initial = task(
  {
    name: "initial",
    inputs: { s: t.string(), upper: t.boolean().default(false) },
    output: t.string(),
    retries: 2,
  },
  async ({ s, upper }) => (upper ? s.slice(0, 1).toUpperCase() : s.slice(0, 1)),
);

export const pipeline = workflow(
  {
    name: "pipeline",
    inputs: { n: t.int(), names: t.list(t.string()) },
    outputs: { size: t.int(), initials: t.list(t.string()) },
  },
  ({ n, names }) => {
    const area = square({ x: n });
    const size = conditional("size")
      .if(area.gt(100), () => square({ x: area }))
      .elseIf(area.lt(10).and(n.gt(0)), () => square({ x: n }))
      .fail("between 10 and 100");
    const initials = mapTask(initial, { over: ["s"], concurrency: 4 })(
      { s: names, upper: true },
      { after: [size], retries: 5 },
    );
    return { size, initials };
  },
);

const run = runLocal(pipeline, { n: 12, names: ["ada", "bob"] });
expectTypeOf(run).resolves.toEqualTypeOf<{ readonly size: number; readonly initials: string[] }>();
// @ts-expect-error the size is a number
void run.then(({ size }) => size.slice());
// @ts-expect-error the names are missing
void runLocal(pipeline, { n: 12 });
// @ts-expect-error a run takes values, outside of bodies there are no promises
void runLocal(pipeline, { n: square({ x: 1 }), names: [] });

const context = new AbortController().signal;
const files = { workingDirectory: "/tmp/e", newFile: (name: string) => `/tmp/e/${name}` };
const fn = square.fn(
  { x: 3 },
  {
    ...testContext(),
    signal: context,
    logger: console,
    executionId: "e",
    attempt: 0,
    ...files,
  },
);
expectTypeOf(fn).toEqualTypeOf<number | Promise<number>>();
