import { Script } from "node:vm";
import { coreErrors } from "@flytekit-ts/core/errors";
import { executeTask, testContext } from "@flytekit-ts/core/tasks";
import { describe, expect, it } from "vitest";
import { conditional } from "../src/conditional/conditional.js";
import { compile, compileDynamic } from "../src/entries/compile.js";
import { dynamic, t, task, workflow } from "../src/entries/index.js";

const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x + 1);
const SETTINGS = { project: "p", domain: "d", version: "v", image: "i" };

const OURS = /packages.(core|workflow).src/;

/** Code that belongs to no file. */
const evaluate = (code: string): unknown =>
  (new Script(`(inc) => ${code}`).runInThisContext() as (given: unknown) => unknown)(inc);

const body = evaluate("({ n }) => inc({ x: 'wrong' })") as () => never;
const declared = { inputs: { n: t.int() }, output: t.int() };

function thrownBy(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

describe("evaluated code", () => {
  it.each([
    ["the body of a workflow", workflow({ name: "w", ...declared }, body)],
    [
      "an arm",
      workflow({ name: "w", ...declared }, ({ n }) =>
        conditional("c")
          .if(n.eq(1), body)
          .else(() => inc({ x: n })),
      ),
    ],
    // An entity is a function too.
    ["an entity as the body", workflow({ name: "w", ...declared }, inc as unknown as () => never)],
  ])("has no place: %s", (_what, entity) => {
    const error = thrownBy(() => compile(entity, SETTINGS));
    expect(String(error)).not.toMatch(OURS);
  });

  it("has no place in a task and in a dynamic", async () => {
    const caller = task({ name: "caller" }, evaluate("() => inc({ x: 1 })") as () => void);
    const failed = executeTask(caller, new Map(), testContext());
    await expect(failed).rejects.toSatisfy(
      (error) => coreErrors.TASK_FAILED.is(error) && !hasPlace(error.cause),
    );
    const grown = dynamic(
      { name: "grown", output: t.int() },
      evaluate("() => inc({ x: 'wrong' })") as () => never,
    );
    expect(String(thrownBy(() => compileDynamic(grown, new Map(), SETTINGS)))).not.toMatch(OURS);
  });
});

const hasPlace = (error: unknown): boolean => (error as { location?: unknown }).location !== undefined;
