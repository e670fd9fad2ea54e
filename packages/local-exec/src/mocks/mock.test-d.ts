// What a mock takes and gives, as the type checker sees it.
import { launchPlan, referenceTask, t, task, workflow } from "@flytekit-ts/workflow";
import { expectTypeOf } from "vitest";
import { mock, runLocal } from "../entries/index.js";

const id = { project: "p", domain: "d", version: "v" } as const;
const far = referenceTask({
  ...id,
  name: "far",
  inputs: { x: t.int(), by: t.float().default(2), label: t.optional(t.string()) },
  output: t.float(),
});
const named = referenceTask({ ...id, name: "named", outputs: { a: t.int(), b: t.optional(t.string()) } });
const quiet = task({ name: "quiet" }, () => {});
const wf = workflow({ name: "wf", inputs: { x: t.int(), y: t.int() }, output: t.int() }, ({ x }) => x);
const fixed = launchPlan(wf, { name: "wf.fixed", fixedInputs: { y: 1 } });

// Inputs are values as a task is given them: defaults filled in, optionals possibly undefined.
mock(far, (inputs, context) => {
  expectTypeOf(inputs).toEqualTypeOf<{
    readonly x: number;
    readonly by: number;
    readonly label: string | undefined;
  }>();
  expectTypeOf(context.attempt).toEqualTypeOf<number>();
  return inputs.x;
});
mock(fixed, (inputs) => {
  expectTypeOf(inputs).toEqualTypeOf<{ readonly x: number }>();
  return inputs.x;
});

// Outputs are held to the entity's, now or later.
mock(far, async () => 1);
mock(named, () => ({ a: 1, b: undefined }));
mock(quiet, () => {});
mock(wf, ({ x }) => x);
// @ts-expect-error a string is no float
mock(far, () => "1");
// @ts-expect-error a promise of a string is no float
mock(far, async () => "1");
// @ts-expect-error b is missing
mock(named, () => ({ a: 1 }));
// @ts-expect-error there is no input z
mock(far, ({ z }) => z);

// Only entities are mocked.
const plain = (inputs: { x: number }): number => inputs.x;
// @ts-expect-error a plain function is no entity
mock(plain, () => 1);

void runLocal(wf, { x: 1, y: 2 }, { mocks: [mock(far, () => 1), mock(named, () => ({ a: 1, b: "b" }))] });
// @ts-expect-error a function alone is no mock
void runLocal(wf, { x: 1, y: 2 }, { mocks: [() => 1] });
void runLocal(wf, { x: 1, y: 2 }, { gates: { approved: true, title: "a" } });
// @ts-expect-error gates are named
void runLocal(wf, { x: 1, y: 2 }, { gates: true });
