import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  approval,
  arrayNode,
  branchNode,
  compare,
  INTEGER,
  integer,
  list,
  listOf,
  ONE,
  promise,
  subWorkflowNode,
  task,
  taskNode,
  text,
  toCheck,
  unionOf,
  workflow,
} from "../../test/support/idl-messages.js";
import { problemsOf, told } from "../../test/support/problems.js";
import { checkWorkflow } from "./check-workflow.js";
import type { WorkflowToCheck } from "./entities.js";

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
    expect(told(template)[0]).toContain("The body of workflow calls");
    expect(told({ ...workflow("", []), interface: undefined }).at(-1)).toContain(
      "The body of workflow calls",
    );
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

  it("may be wide", () => {
    let shared = INTEGER;
    for (let i = 0; i < 40; i += 1) shared = unionOf(shared, shared);
    const tasks = [task("t", { x: shared })];
    expect(problemsOf(workflow("w", [gen]), { tasks })).toEqual(unreadable("it has more than 5000000 parts"));
  });

  it("may be of another type than it should be", () => {
    const broken = unreadable("a part of it is missing that its type requires, or is of another type");
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

  it("is not a list of very many constants or promises, nor a cycle of very many nodes", () => {
    const size = 130_000;
    const tasks = [task("sum", { xs: listOf(INTEGER) }, { o0: INTEGER })];
    const many = (value: idl.BindingData) => {
      const node = taskNode("n1", "sum", { inputs: { xs: list() } });
      const data = node.inputs[0]?.binding?.value;
      if (data?.$case === "collection") data.value.bindings = Array.from({ length: size }, () => value);
      return problemsOf(workflow("w", [gen, node]), { tasks });
    };
    expect(many(text(""))).toHaveLength(size);
    expect(many(promise("n0"))).toEqual([]);
    const circle = Array.from({ length: size }, (_, i) =>
      taskNode(`n${i}`, "gen", { after: [`n${(i + 1) % size}`] }),
    );
    expect(problemsOf(workflow("w", circle)).map(({ code }) => code)).toEqual([
      "WORKFLOW_TOO_LARGE",
      "WORKFLOW_CYCLIC",
    ]);
  });

  it("is not a long chain of nodes, of sub-workflows, or of names", () => {
    const chain = Array.from({ length: 5000 }, (_, i) =>
      approval(`n${i}`, { inputs: { x: i === 0 ? integer() : promise(`n${i - 1}`, "x") } }),
    );
    expect(told(workflow("w", chain))).toHaveLength(1);
    const name = "x-".repeat(500_000);
    const odd = taskNode(name, "inc", {
      inputs: { x: promise(name, name) },
      after: [name],
      aliases: [[name, name]],
    });
    expect(told(workflow("w", [odd])).length).toBeGreaterThan(0);
  });
});
