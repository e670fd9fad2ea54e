import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Literal } from "@flytekit-ts/models/core";
import { toLiterals } from "@flytekit-ts/core/literals";
import { diskStore } from "@flytekit-ts/propeller";
import { isWorkflow } from "@flytekit-ts/workflow/compile";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runLocally } from "../../runs/run-locally.js";
import { buildImage, type Image } from "./build-image.js";
import { packageModule } from "./package-module.js";
import { runnerOf } from "./run-processes.js";

const root = mkdtempSync(join(tmpdir(), "examples-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let image: Image;
beforeAll(async () => void (image = await buildImage()), 120_000);

const claim = { order: "E-5091", price: 2400, daysOwned: 30, claimsThisYear: 1, returned: true };

type Given = Readonly<Record<string, unknown>>;

/** A module of an example, a workflow of it, its inputs, and what its gates are given. */
interface Example {
  readonly module: string;
  readonly name: string;
  readonly inputs: Given;
  readonly gates?: Given;
}

const EXAMPLES: readonly Example[] = [
  {
    module: "01-hello/src/hello.ts",
    name: "hello.hello",
    inputs: { first: "Ada", names: ["Grace", "Barbara"] },
  },
  {
    module: "03-decisions/src/refunds.ts",
    name: "refunds.settle",
    inputs: claim,
    gates: { "large-refund": true, "note-for-customer": "sorry" },
  },
  { module: "04-many/src/rain.ts", name: "rain.watch", inputs: { basin: "upper", gauges: 4, day: 4 } },
  {
    module: "05-failures/src/backup.ts",
    name: "backup.nightly",
    inputs: { night: "monday", tables: ["customers", "orders"] },
  },
];

describe("an example whose tasks are processes", () => {
  it.each(EXAMPLES)("does what runLocal does: $module", { timeout: 300_000 }, async (example) => {
    const { module, name, inputs, gates = {} } = example;
    const { archive, entities } = await packageModule(
      new URL(`../../../../../examples/${module}`, import.meta.url),
    );
    const workflow = entities.find((each) => each.name === name);
    if (!isWorkflow(workflow)) return expect.unreachable(entities.map((each) => each.name).join());
    const ours = await runLocally(workflow, inputs, gates);
    const run = await runnerOf(image, archive, { store: diskStore, root: join(root, name), env: {} });
    const signals = new Map(Object.entries(gates).map(([id, value]) => [id, answerOf(value)]));
    const theirs = await run(name, { inputs: toLiterals(workflow.interface.inputs, inputs), signals });
    expect([theirs.phase, theirs.error]).toEqual(["Succeeded", ""]);
    expect(theirs.outputs).toBe(ours.outputs);
    expect(theirs.tasks.toSorted()).toEqual(ours.tasks.toSorted());
  });
});

function answerOf(value: unknown): Literal {
  const primitive =
    typeof value === "boolean"
      ? ({ $case: "boolean", value } as const)
      : ({ $case: "stringValue", value: String(value) } as const);
  return Literal.create({
    value: { $case: "scalar", value: { value: { $case: "primitive", value: { value: primitive } } } },
  });
}
