import { t, task } from "@flytekit-ts/core";
import { createInterface, isEntity } from "@flytekit-ts/core/graph";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { isWorkflow, wholeOf } from "../trace/workflow-entity.js";
import { workflow } from "./workflow.js";

const inputs = { x: t.int() };
const output = t.int();
const inc = task({ name: "inc", inputs, output }, ({ x }) => x + 1);

function refusal(declaration: unknown, body: unknown = () => {}): unknown {
  try {
    workflow(declaration as { readonly name: string }, body as () => void); // declared here
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("workflow", () => {
  const body = ({ x }: { readonly x: ReturnType<typeof inc> }) => inc({ x });
  const wf = workflow({ name: "mod.wf", inputs, output, docs: "About it." }, body); // defined

  it("says what it is", () => {
    expect(wf.kind).toBe("workflow");
    expect(wf.name).toBe("mod.wf");
    expect(wf.body).toBe(body);
    expect(wf.interface.inputNames).toEqual(["x"]);
    expect(wf.interface.outputStyle).toBe("bare");
    expect(wf.settings).toEqual({
      failurePolicy: "fail-immediately",
      interruptible: false,
      docs: "About it.",
    });
  });

  it("knows where it was declared", () => {
    expect(wf.definedAt.location).toMatchObject({ line: lineOf(import.meta.url, "defined") });
    expect(wf.definedAt.location?.file).toMatch(/workflow\.test\.ts$/);
  });

  it("takes the place it is told", () => {
    const told = workflow({ name: "told", module: "file:///made/by/a/tool.ts" }, () => {});
    expect(told.definedAt.location).toEqual({ file: "/made/by/a/tool.ts", line: 1, column: 1 });
  });

  it("does not run its body", () => {
    let runs = 0;
    workflow({ name: "lazy" }, () => void (runs += 1));
    expect(runs).toBe(0);
  });

  it("cannot be changed", () => {
    expect(Object.isFrozen(wf)).toBe(true);
    expect(Reflect.set(wf, "name", "other")).toBe(false);
    expect(wf.name).toBe("mod.wf");
  });

  it("is called in the bodies of others, and nowhere else", () => {
    const outer = workflow({ name: "outer", inputs, output }, ({ x }) => wf({ x }, { id: "inner" }));
    expect(
      wholeOf(outer)
        .trace()
        .nodes.map(({ entity }) => entity.name),
    ).toEqual(["mod.wf"]);
    expect(() => wf({ x: 1 })).toThrow(
      expect.objectContaining({
        code: "CALL_OUTSIDE_WORKFLOW",
        params: { entity: "mod.wf", kind: "workflow" },
      }),
    );
  });

  it("has inputs with defaults and outputs with names, or none of both", () => {
    const rich = workflow(
      { name: "rich", inputs: { a: t.int().default(1) }, outputs: { b: t.int() } },
      ({ a }) => ({ b: a }),
    );
    const outer = workflow({ name: "outer", output }, () => rich().b);
    expect(wholeOf(outer).trace().nodes[0]?.bindings).toHaveLength(1);
    expect(workflow({ name: "void" }, () => {}).interface.outputStyle).toBe("void");
  });
});

describe("the declaration of a workflow", () => {
  const policy = { name: "wf", failurePolicy: "never" };
  it.each<[string, unknown, object]>([
    ["nothing", undefined, { code: "OPTIONS_NOT_AN_OBJECT", params: { at: "a workflow", given: "nothing" } }],
    [
      "a name alone",
      "wf",
      { code: "OPTIONS_NOT_AN_OBJECT", params: { at: "a workflow", given: "a string" } },
    ],
    ["a module that is no text", { name: "wf", module: 5 }, { code: "OPTION_INVALID" }],
    ["documentation in a list", { name: "wf", docs: ["a"] }, { code: "OPTION_INVALID" }],
    [
      "labels that are no texts",
      { name: "wf", defaultOptions: { labels: { a: 1 } } },
      { code: "OPTION_INVALID" },
    ],
    ["unknown default options", { name: "wf", defaultOptions: { tags: {} } }, { code: "OPTION_UNKNOWN" }],
    [
      "a failure handler that is no entity",
      { name: "wf", onFailure: () => {} },
      {
        code: "OPTION_INVALID",
        text: "The option `onFailure` of workflow wf takes a task or a workflow, but was given a function.",
      },
    ],
    [
      "a name that Flyte cannot store",
      { name: "my workflow" },
      { code: "NAME_INVALID", params: { kind: "workflow" } },
    ],
    ["no name", {}, { code: "NAME_INVALID" }],
    [
      "an input that is no variable",
      { name: "wf", inputs: { "my-x": t.int() } },
      { code: "VARIABLE_NAME_INVALID" },
    ],
    ["a type that is none", { name: "wf", inputs: { x: Number } }, { code: "TYPE_UNKNOWN" }],
    ["output and outputs", { name: "wf", output, outputs: { a: output } }, { code: "OUTPUTS_AMBIGUOUS" }],
    [
      "an option of tasks",
      { name: "wf", retries: 3 },
      { code: "OPTION_UNKNOWN", params: { at: "workflow wf", option: "retries" } },
    ],
    [
      "an unknown failure policy",
      policy,
      { code: "FAILURE_POLICY_UNKNOWN", params: { workflow: "wf", given: "never" } },
    ],
    ["interruptible as a text", { name: "wf", interruptible: "yes" }, { code: "INTERRUPTIBLE_NOT_BOOLEAN" }],
  ])("refuses %s, at its line", (_, declaration, error) => {
    const line = lineOf(import.meta.url, "declared here");
    expect(refusal(declaration)).toMatchObject({ ...error, location: { line } });
  });

  it("refuses to be without a body", () => {
    expect(refusal({ name: "wf" }, null)).toMatchObject({
      code: "FUNCTION_MISSING",
      params: { entity: "workflow wf" },
      location: { line: lineOf(import.meta.url, "declared here") },
    });
  });
});

describe("isWorkflow", () => {
  it("knows workflows from other entities and from what only looks like one", () => {
    const wf = workflow({ name: "wf" }, () => {});
    expect(
      [wf, inc, { ...wf }, () => {}, undefined, createInterface({ name: "x" }, "task")].map(isWorkflow),
    ).toEqual([true, false, false, false, false, false]);
    expect(isEntity(wf)).toBe(true);
  });
});
