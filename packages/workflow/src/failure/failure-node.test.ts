import { type Shape, t, task } from "@flytekit-ts/core";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../test/support/line-of.js";
import { refusal } from "../../test/support/refusal.js";
import { compile } from "../compile/compile.js";
import { workflow } from "../function/workflow.js";
import { launchPlan } from "../launch-plan/launch-plan.js";
import { mapTask } from "../map/map-task.js";
import { referenceLaunchPlan, referenceTask, referenceWorkflow } from "../reference/references.js";
import { serialize } from "../serialize/serialize.js";
import type { WorkflowEntity } from "../trace/workflow-entity.js";

const SETTINGS = { project: "p", domain: "d", version: "v", image: "i:1" };
const inputs = { name: t.string(), n: t.int() };
const work = task({ name: "m.work", inputs: { n: t.int() } }, () => {});
const cleanup = task(
  {
    name: "m.cleanup",
    inputs: { ...inputs, err: t.optional(t.error()), note: t.optional(t.string()) },
    retries: 2,
  },
  () => {},
);
const report = task({ name: "m.report", inputs }, () => {});

/** A workflow with a handler that the type checker may know better about. */
function guardedBy(onFailure: unknown): WorkflowEntity {
  const declaration = { name: "m.guarded", inputs, onFailure: onFailure as typeof report };
  return workflow(declaration, ({ n }) => void work({ n })); // guarded
}

describe("the failure node of a workflow", () => {
  const guarded = guardedBy(cleanup);

  it("has the id fn0 and is not among the other nodes", () => {
    const { nodes, failureNode } = compile(guarded, SETTINGS).template;
    expect(nodes.map(({ id }) => id)).toEqual(["n0"]);
    expect(failureNode).toMatchObject({
      id: "fn0",
      metadata: { name: "cleanup", retries: { retries: 2 } },
      upstreamNodeIds: [],
      target: { $case: "taskNode", value: { reference: { value: { name: "m.cleanup" } } } },
    });
  });

  it("has every input of the workflow; the error and what else is optional are none", () => {
    const none = {
      binding: {
        value: {
          $case: "scalar",
          value: {
            value: {
              $case: "union",
              value: {
                value: { value: { value: { value: { $case: "noneType" } } } },
                type: { type: { value: 0 }, structure: { tag: "none" } },
              },
            },
          },
        },
      },
    };
    const promise = (name: string) => ({
      var: name,
      binding: { value: { $case: "promise", value: { nodeId: "", var: name } } },
    });
    expect(compile(guarded).template.failureNode?.inputs).toMatchObject([
      { var: "err", ...none },
      promise("n"),
      promise("name"),
      { var: "note", ...none },
    ]);
  });

  it("keeps the default of an optional input", () => {
    const note = t.optional(t.string()).default("so far so good");
    const handler = task({ name: "m.handler", inputs: { ...inputs, note } }, () => {});
    const [, , bound] = compile(guardedBy(handler)).template.failureNode?.inputs ?? [];
    expect(bound).toMatchObject({
      var: "note",
      binding: { value: { value: { value: { value: { type: { structure: { tag: "str" } } } } } } },
    });
  });

  it("may be a sub-workflow, which is registered with what it uses", () => {
    const recover = workflow({ name: "m.recover", inputs }, ({ name, n }) => void report({ name, n }));
    const wf = guardedBy(recover);
    const { template, subWorkflows } = compile(wf);
    expect(template.failureNode?.target).toMatchObject({
      value: { reference: { $case: "subWorkflowRef", value: { name: "m.recover" } } },
    });
    expect(subWorkflows.map((each) => each.template.nodes.map(({ id }) => id))).toEqual([["n0"]]);
    expect(serialize(wf, SETTINGS).map(({ id }) => id.name)).toEqual([
      "m.work",
      "m.report",
      "m.recover",
      "m.guarded",
    ]);
  });

  it("comes with the failure node of a sub-workflow that has one", () => {
    const outer = workflow({ name: "m.outer" }, () => {
      (guarded as unknown as (args: object) => void)({ name: "a", n: 1 });
    });
    const [inner] = compile(outer).subWorkflows;
    expect(inner?.template.failureNode?.id).toBe("fn0");
    expect(compile(outer).entities.map(({ name }) => name)).toEqual([
      "m.work",
      "m.cleanup",
      "m.guarded",
      "m.outer",
    ]);
  });

  it("may be a task that is registered elsewhere", () => {
    const elsewhere = referenceTask({ project: "o", domain: "d", version: "1", name: "o.cleanup", inputs });
    const { failureNode } = compile(guardedBy(elsewhere)).template;
    expect(failureNode?.target).toMatchObject({
      value: { reference: { $case: "referenceId", value: { project: "o", name: "o.cleanup" } } },
    });
  });

  it("is not there where nothing handles failures", () => {
    const plain = workflow({ name: "m.plain", inputs }, ({ n }) => void work({ n }));
    expect(compile(plain).template.failureNode).toBeUndefined();
    expect([plain.onFailure, plain.failureNode]).toEqual([undefined, undefined]);
  });

  it("can be asked for, without being among the nodes", () => {
    const wf = workflow({ name: "m.wf", inputs, onFailure: report }, ({ n }) => void work({ n }));
    expect(wf.onFailure).toBe(report);
    expect(wf.failureNode?.entity).toBe(report);
    expect(wf.nodes).toHaveLength(1);
  });
});

describe("a handler that does not fit", () => {
  const problemsWith = (handler: unknown): unknown => {
    const error = refusal(() => compile(guardedBy(handler)));
    expect(error).toMatchObject({
      code: "FAILURE_HANDLER_MISMATCH",
      params: { workflow: "m.guarded" },
      location: { line: lineOf(import.meta.url, "guarded") },
    });
    return (error as { readonly params: { readonly problems: unknown } }).params.problems;
  };
  const handler = (given: Shape) => task({ name: "m.handler", inputs: given }, () => {});

  it("reports all its faults at once", () => {
    const wrong = handler({ n: t.float(), extra: t.int(), fallback: t.int().default(1) });
    expect(problemsWith(wrong)).toEqual([
      "it does not take the input name",
      "its input n is float, not integer",
      "its input extra is required, and the workflow has no such input",
      "its input fallback is not optional, for which a default is not enough, and the workflow has no such input",
    ]);
    expect(refusal(() => compile(guardedBy(wrong)))).toMatchObject({
      text:
        "When m.guarded fails, the task m.handler cannot run: it does not take the input name; " +
        "its input n is float, not integer; its input extra is required, and the workflow has no such input; its input fallback is not optional, for which a default is not enough, and the workflow has no such input.",
    });
  });

  it.each([
    [
      "a part of the workflow's type",
      { ...inputs, n: t.optional(t.int()) },
      ["its input n is optional integer, not integer"],
    ],
    [
      "an error that is something else",
      { ...inputs, err: t.optional(t.string()) },
      ["its input err is optional string, but Flyte puts the error there, as `t.optional(t.error())`"],
    ],
    [
      "an error that has to be there",
      { ...inputs, err: t.error() },
      [
        "its input err is Flyte error { message, failedNodeId }, but Flyte puts the error there, as `t.optional(t.error())`",
      ],
    ],
  ])("is refused if it takes %s", (_, given, problems) => {
    expect(problemsWith(handler(given))).toEqual(problems);
  });

  it("is refused if the workflow has an input where the error goes", () => {
    const own = { err: t.string() };
    const wf = workflow({ name: "m.wf", inputs: own, onFailure: handler(own) as never }, () => {
      work({ n: 1 });
    });
    expect(refusal(() => compile(wf))).toMatchObject({
      params: {
        problems: ["its input err is string, but Flyte puts the error there, as `t.optional(t.error())`"],
      },
    });
  });

  const elsewhere = { project: "o", domain: "d", version: "1", name: "o.x", inputs };
  const plain = workflow({ name: "m.plain", inputs }, ({ n }) => void work({ n }));
  it.each([
    ["a launch plan", launchPlan(plain)],
    ["a map", mapTask(report)],
    ["a launch plan that is registered elsewhere", referenceLaunchPlan(elsewhere)],
    ["a workflow that is registered elsewhere", referenceWorkflow(elsewhere)],
  ])("is refused if it is %s, which no failure node can run", (_, entity) => {
    expect(problemsWith(entity)).toEqual(["a handler is a task or a workflow"]);
  });

  it.each([() => {}, null, "cleanup", { name: "cleanup" }, [cleanup]])(
    "is refused at once if it is no entity: %o",
    (given) => {
      expect(refusal(() => guardedBy(given))).toMatchObject({
        code: "OPTION_INVALID",
        params: { at: "workflow m.guarded", option: "onFailure" },
        location: { line: lineOf(import.meta.url, "guarded") },
      });
    },
  );

  it("is checked when the workflow is compiled, which then can be tried again", () => {
    const wf = guardedBy(handler({}));
    for (const attempt of [1, 2]) {
      expect([attempt, refusal(() => compile(wf))]).toMatchObject([
        attempt,
        { code: "FAILURE_HANDLER_MISMATCH" },
      ]);
    }
  });
});
