import type { Typed } from "@flytekit-ts/core";
import { launchPlan, referenceLaunchPlan, referenceWorkflow, t, task, workflow } from "@flytekit-ts/workflow";
import { expectTypeOf, it } from "vitest";
import type { Remote } from "../remote/remote.js";
import type { Execution, UnknownValues } from "./handle/execution.js";

declare const remote: Remote;

const double = task({ name: "double", inputs: { x: t.int() }, output: t.int() }, ({ x }) => 2 * x);
const both = workflow(
  {
    name: "both",
    inputs: { x: t.int(), note: t.optional(t.string()) },
    outputs: { n: t.int(), s: t.string() },
  },
  () => ({ n: 1, s: "" }),
);
const quiet = task({ name: "quiet" }, () => {});
const nightly = launchPlan(both, { name: "nightly", fixedInputs: { x: 3 } });
const registered = {
  project: "p",
  domain: "d",
  version: "v",
  name: "n",
  inputs: { x: t.int() },
  output: t.file(),
};
const plan = referenceLaunchPlan(registered);
const flow = referenceWorkflow(registered);

it("takes the inputs of entities", () => {
  void remote.execute(double, { x: 3 });
  void remote.execute(both, { x: 3 });
  void remote.execute(both, { x: 3, note: "n" }, { name: "a", labels: { team: "x" } });
  void remote.execute(quiet);
  void remote.execute(quiet, {}, { version: "v1" });
  void remote.execute(nightly);
  void remote.execute(plan, { x: 3 });
  void remote.execute(flow, { x: 3 });
  // @ts-expect-error -- an input of another type
  void remote.execute(double, { x: "3" });
  // @ts-expect-error -- a missing input
  void remote.execute(double, {});
  // @ts-expect-error -- no inputs at all
  void remote.execute(double);
  // @ts-expect-error -- an input that there is not
  void remote.execute(double, { x: 3, y: 4 });
  // @ts-expect-error -- an input of another type
  void remote.execute(both, { x: 3, note: 4 });
  // @ts-expect-error -- an input that the plan fixes
  void remote.execute(nightly, { x: 3 });
  // @ts-expect-error -- an input of another type
  void remote.execute(plan, { x: "3" });
  // @ts-expect-error -- an option that there is not
  void remote.execute(double, { x: 3 }, { label: {} });
  // @ts-expect-error -- what is no entity
  void remote.execute("double", { x: 3 });
});

it("gives the outputs of entities", async () => {
  expectTypeOf(await (await remote.execute(double, { x: 3 })).wait()).toEqualTypeOf<number>();
  expectTypeOf(await (await remote.execute(both, { x: 3 })).outputs()).toEqualTypeOf<{
    readonly n: number;
    readonly s: string;
  }>();
  expectTypeOf(await (await remote.execute(quiet)).wait()).toEqualTypeOf<void>();
  expectTypeOf((await (await remote.execute(plan, { x: 3 })).wait()).text).returns.toEqualTypeOf<
    Promise<string>
  >();
  const recovered = await (await remote.execute(double, { x: 3 })).recover();
  expectTypeOf(recovered.wait).returns.toEqualTypeOf<Promise<number>>();
  expectTypeOf(await recovered.inputs()).toEqualTypeOf<{ readonly x: number }>();
});

it("knows nothing of what is given by name", async () => {
  const execution = await remote.execute({ kind: "task", name: "a.b", version: "v1" }, { x: 3 });
  expectTypeOf(execution).toEqualTypeOf<Execution>();
  expectTypeOf(await execution.wait()).toEqualTypeOf<UnknownValues>();
  expectTypeOf(await remote.execution("a").outputs()).toEqualTypeOf<UnknownValues>();
  expectTypeOf(await remote.execution("a", double).outputs()).toEqualTypeOf<number>();
  // @ts-expect-error -- a kind that there is not
  void remote.execute({ kind: "project", name: "a.b" });
  // @ts-expect-error -- no name
  void remote.execute({ kind: "task" });
});

it("gives a value of the type that is asked for", async () => {
  expectTypeOf(await remote.get("flyte://v1/p/d/e/n0/o/x", { type: t.int() })).toEqualTypeOf<number>();
  const data = await remote.get("flyte://v1/p/d/e/n0/o");
  if (data.kind === "links") expectTypeOf(data.links).toEqualTypeOf<readonly string[]>();
  // @ts-expect-error -- not known before the kind is
  void data.links;
});

it("works for any entity", async () => {
  const run = async (entity: Typed<{ x: ReturnType<typeof t.int> }, undefined>): Promise<void> =>
    (await remote.execute(entity, { x: 3 })).wait();
  expectTypeOf(run).returns.toEqualTypeOf<Promise<void>>();
});
