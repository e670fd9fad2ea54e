import * as firstModels from "@flytekit-ts/models";
import * as models from "@flytekit-ts/models/admin";
import * as first from "@flytekit-ts/workflow";
import * as firstChecks from "@flytekit-ts/workflow/checks";
import * as firstCompile from "@flytekit-ts/workflow/compile";
import { describe, expect, it, vi } from "vitest";
import * as firstLoaded from "./support/loaded-twice.js";

// What two installed versions bring about: the same modules once more, in the same process.
vi.resetModules();
const second = await import("@flytekit-ts/workflow");
const secondCompile = await import("@flytekit-ts/workflow/compile");
const secondLoaded = await import("./support/loaded-twice.js");

const SETTINGS = { project: "p", domain: "d", version: "v", image: "i" };
const inputs = { x: first.t.int() };
const output = first.t.int();
const inc = first.task({ name: "inc", inputs, output }, ({ x }) => x + 1);
const dec = second.task(
  { name: "dec", inputs: { x: second.t.int() }, output: second.t.int() },
  ({ x }) => x - 1,
);

function bytesOf(entities: readonly first.SerializedEntity[]): readonly string[] {
  return entities.map((each) => {
    const { TaskSpec, WorkflowSpec } = models;
    const bytes =
      each.kind === "task"
        ? firstModels.encode(TaskSpec, each.message)
        : firstModels.encode(WorkflowSpec, each.message);
    return Buffer.from(bytes).toString("hex");
  });
}

function caught(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

describe("two copies of these packages in one process", () => {
  it("are two", () => {
    expect(second.workflow).not.toBe(first.workflow);
    expect(second.task).not.toBe(first.task);
    expect(secondLoaded.twice).not.toBe(firstLoaded.twice);
  });

  it("take each other's types, entities, promises and results to come after", () => {
    const mixed = first.workflow(
      {
        name: "mixed",
        inputs: { x: second.t.int() },
        outputs: { a: first.t.int(), b: second.t.list(first.t.int()) },
      },
      ({ x }) => {
        const up = inc({ x });
        const down = dec({ x: up }, { after: [up] });
        return { a: down, b: [1, up, x] };
      },
    );
    for (const { compile } of [first, second]) {
      const { template, entities } = compile(mixed);
      expect(entities.map(({ name }) => name)).toEqual(["inc", "dec", "mixed"]);
      expect(template.nodes[1]?.upstreamNodeIds).toEqual(["n0"]);
    }
  });

  it("nest each other's workflows", () => {
    const inner = second.workflow(
      { name: "inner", inputs: { x: second.t.int() }, output: second.t.int() },
      ({ x }) => inc({ x }),
    );
    const outer = first.workflow({ name: "outer", inputs, output }, ({ x }) => dec({ x: inner({ x }) }));
    expect(firstCompile.isWorkflow(inner) && secondCompile.isWorkflow(outer)).toBe(true);
    expect(first.compile(outer).subWorkflows.map(({ workflow }) => workflow.name)).toEqual(["inner"]);
  });

  it("serialize to equal bytes, whichever does it", () => {
    const wf = first.workflow({ name: "wf", inputs, output }, ({ x }) => dec({ x: inc({ x }) }));
    expect(bytesOf(second.serialize(wf, SETTINGS))).toEqual(bytesOf(first.serialize(wf, SETTINGS)));
  });

  it("take the entities of a module that was loaded twice for one", () => {
    const both = first.workflow({ name: "both", inputs, output }, ({ x }) =>
      firstLoaded.twice({ x: secondLoaded.twice({ x: secondLoaded.inc({ x }) }) }),
    );
    const serialized = first.serialize([both, secondLoaded.twice], SETTINGS);
    expect(serialized.map(({ id }) => id.name)).toEqual(["loaded.inc", "loaded.twice", "both"]);
    const last = serialized.at(-1);
    expect(last?.kind === "workflow" && last.message.subWorkflows).toHaveLength(1);
  });

  it("know each other's errors by their codes", () => {
    const wrong = (): unknown => inc({ x: "one" as unknown as number });
    const error = caught(() => second.compile(second.workflow({ name: "wf" }, () => void wrong())));
    const empty = caught(() => second.compile(second.workflow({ name: "empty" }, () => {})));
    expect([error, empty].map(first.isFlytekitError)).toEqual([true, true]);
    expect(error).toMatchObject({ code: "BINDING_TYPE_MISMATCH" });
    expect(firstCompile.workflowErrors.WORKFLOW_INVALID.is(empty)).toBe(true);
    expect(firstCompile.workflowErrors.WORKFLOW_EMPTY.is(empty)).toBe(false);
  });

  it("see each other's void promises and conditions", () => {
    const touch = second.task({ name: "touch" }, () => {});
    const wf = first.workflow({ name: "wf", inputs }, ({ x }) => {
      const done = touch();
      inc({ x }, { after: [done] });
      dec({ x }).gt(3);
    });
    const graph = firstCompile.graphOf(wf);
    expect(graph.nodes[1]?.after.map(({ index }) => index)).toEqual([0]);
    expect(firstChecks.checkGraph(graph).map(({ code }) => code)).toEqual(["CONDITION_UNUSED"]);
    expect(
      caught(() => first.compile(first.workflow({ name: "bad", output }, () => touch() as never))),
    ).toMatchObject({
      code: "VOID_USED_AS_VALUE",
    });
  });

  it("refuse a promise that one copy carried into the body of the other", () => {
    let leaked: ReturnType<typeof inc> | undefined;
    first.compile(first.workflow({ name: "source", inputs }, ({ x }) => void (leaked = inc({ x }))));
    const wf = second.workflow({ name: "wf" }, () => void (leaked && dec({ x: leaked })));
    expect(caught(() => first.compile(wf))).toMatchObject({
      code: "WORKFLOW_INVALID",
      params: { problems: [{ code: "PROMISE_OUT_OF_PLACE" }] },
    });
  });
});
