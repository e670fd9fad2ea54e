import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  approval,
  arrayNode,
  branchNode,
  compare,
  INTEGER,
  integer,
  listOf,
  ONE,
  promise,
  subWorkflowNode,
  task,
  taskNode,
  toCheck,
  workflow,
} from "../../test/support/idl-messages.js";
import { problemsOf, told } from "../../test/support/problems.js";
import { checkWorkflow } from "./check-workflow.js";
import type { WorkflowToCheck } from "./sites/entities.js";

const gen = taskNode("n0", "gen");

describe("checkWorkflow", () => {
  it("finds nothing in a workflow that holds together", () => {
    const inner = workflow("inner", [taskNode("n0", "inc", { inputs: { x: promise("", "i") } })], {
      inputs: { i: INTEGER },
      outputs: { o0: INTEGER },
      results: { o0: promise("n0") },
    });
    const nodes = [
      gen,
      subWorkflowNode("n1", "inner", { inputs: { i: promise("n0") } }),
      approval("ok", { inputs: { y: promise("n1") } }),
      branchNode("b", {
        cases: [[compare("y", "GT", ONE), taskNode("i", "inc", { inputs: { x: promise("ok", "y") } })]],
        else: taskNode("e", "gen"),
        inputs: { y: promise("ok", "y") },
      }),
    ];
    const template = workflow("w", nodes, {
      outputs: { o0: INTEGER },
      results: { o0: promise("b") },
      failureNode: taskNode("f", "inc", { inputs: { x: integer() } }),
    });
    expect(problemsOf(template, { subWorkflows: [inner] })).toEqual([]);
  });

  it("tells all faults at once, those of the outermost workflow first", () => {
    const inner = workflow("inner", [taskNode("m", "inc")]);
    const nodes = [
      { ...taskNode("N", "gen"), upstreamNodeIds: ["zz"] },
      taskNode("n1", "nope"),
      taskNode("n2", "inc", { aliases: [["z", "y"]] }),
      subWorkflowNode("n3", "inner"),
    ];
    const template = workflow("w", nodes, { outputs: { o0: INTEGER } });
    expect(problemsOf(template, { subWorkflows: [inner, inner] }).map(({ code }) => code)).toEqual([
      "SUB_WORKFLOW_TWICE",
      "NODE_ID_INVALID",
      "ALIAS_INVALID",
      "INPUT_MISSING",
      "OUTPUT_MISSING",
      "UPSTREAM_UNKNOWN",
      "INPUT_MISSING",
      "ENTITY_NOT_FOUND",
    ]);
  });

  it("keeps the backend's name from what the backend does not look at", () => {
    const inner = workflow("inner", [taskNode("m", "half", { inputs: { x: integer() } })]);
    const seen = problemsOf(workflow("w", [subWorkflowNode("n0", "inner")]), { subWorkflows: [inner] });
    const unseen = problemsOf(workflow("w", [arrayNode("n0", subWorkflowNode("x", "inner"))]), {
      subWorkflows: [inner],
    });
    const { backendCode, ...rest } = seen[0] ?? { backendCode: undefined };
    expect(backendCode).toBe("MismatchingTypes");
    expect(unseen).toEqual([rest]);
  });

  it("never changes what it is given", () => {
    const given = toCheck(
      workflow("w", [taskNode("n0", "inc", { inputs: { x: promise("n9") }, after: ["b", "a"] })]),
    );
    const before = structuredClone(given);
    checkWorkflow(given);
    expect(given).toEqual(before);
  });

  it("names a workflow that has no name", () => {
    const template = { ...workflow("w", []), id: undefined };
    expect(told(template)[0]).toContain("workflow calls");
    expect(told({ ...workflow("", []), interface: undefined }).at(-1)).toContain("workflow calls");
  });
});

describe("what cannot be read to its end", () => {
  const unreadable = (problem: string) => [
    {
      code: "MESSAGE_UNREADABLE",
      severity: "error",
      message: `The message of the workflow cannot be checked: ${problem}.`,
      hint: "Check a message that was decoded from bytes, or made by `compile`.",
    },
  ];
  const deep = (depth: number): idl.LiteralType => {
    let type = INTEGER;
    for (let i = 0; i < depth; i += 1) type = listOf(type);
    return type;
  };

  it("is a problem of its own", () => {
    const tasks = [task("t", { x: deep(10_000) })];
    expect(problemsOf(workflow("w", [gen]), { tasks })).toEqual(
      unreadable("it nests deeper than 500 levels"),
    );
    const self = arrayNode("a", undefined);
    if (self.target?.$case === "arrayNode") self.target.value.node = self;
    expect(problemsOf(workflow("w", [self]))).toEqual(unreadable("it nests deeper than 500 levels"));
  });

  it("begins where no decoder follows", () => {
    const takes = (depth: number) => [task("t", { x: deep(depth) })];
    const node = taskNode("n0", "t", { inputs: { x: { value: undefined, union: undefined } } });
    expect(problemsOf(workflow("w", [node]), { tasks: takes(200) })[0]?.backendCode).toBe(
      "MismatchingBindings",
    );
  });

  it("may be of another type than it should be", () => {
    const broken = unreadable("a part that its type requires is missing or has another type");
    const shapes: unknown[] = [
      {},
      { template: undefined, subWorkflows: [], tasks: [], launchPlans: [] },
      { ...toCheck(workflow("w", [gen])), template: { ...workflow("w", [gen]), nodes: undefined } },
      { ...toCheck(workflow("w", [gen])), tasks: [null] },
      toCheck(workflow("w", [{ ...gen, inputs: undefined } as never])),
      toCheck(workflow("w", [{ ...gen, target: { $case: "taskNode" } } as never])),
    ];
    for (const shape of shapes) expect(checkWorkflow(shape as WorkflowToCheck)).toEqual(broken);
    for (const shape of [undefined, null, 3]) expect(checkWorkflow(shape as never)).toEqual(broken);
  });
});
