import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  arrayNode,
  branchNode,
  compare,
  INTEGER,
  launchPlan,
  launchPlanNode,
  ONE,
  required,
  subWorkflowNode,
  task,
  taskNode,
  workflow,
} from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

const missing = (code: string, id: string, what: string, at = "w") =>
  `ENTITY_NOT_FOUND (${code}) ${id}.-: ${at}.${id} calls the ${what} (version v), which is not among the given entities.`;
const noTask = (id: string, name: string, at?: string) =>
  missing("TaskReferenceNotFound", id, `task ${name}`, at);
const noWorkflow = (id: string, what: string) => missing("WorkflowReferenceNotFound", id, what);

describe("what a node calls", () => {
  it("was given", () => {
    const nodes = [taskNode("n0", "t"), subWorkflowNode("n1", "s"), launchPlanNode("n2", "l")];
    expect(told(workflow("w", nodes))).toEqual([
      noTask("n0", "t"),
      noWorkflow("n1", "workflow s"),
      noWorkflow("n2", "launch plan l"),
    ]);
    const given = {
      tasks: [task("t")],
      subWorkflows: [workflow("s", [taskNode("n0", "gen")])],
      launchPlans: [launchPlan("l", {})],
    };
    expect(told(workflow("w", nodes), given)).toEqual([]);
  });

  it("is reported once, however many nodes call it", () => {
    expect(told(workflow("w", [taskNode("n0", "t"), taskNode("n1", "t"), taskNode("n2", "u")]))).toEqual([
      noTask("n0", "t"),
      noTask("n2", "u"),
    ]);
  });

  it.each([
    ["resourceType", idl.ResourceType.WORKFLOW],
    ["project", "q"],
    ["domain", "e"],
    ["version", "2"],
    ["org", "o"],
  ] as const)("is another thing if its %s is another", (field, value) => {
    const other = task("t");
    const id = { ...idl.Identifier.create(other.id), [field]: value };
    expect(told(workflow("w", [taskNode("n0", "t")]), { tasks: [{ ...other, id }] })).toEqual([
      noTask("n0", "t"),
    ]);
    expect(told(workflow("w", [taskNode("n0", "t")]), { tasks: [{ ...other, id }, other] })).toEqual([]);
  });

  it("is named without a version if it has none", () => {
    const node = taskNode("n0", "t");
    if (node.target?.$case === "taskNode" && node.target.value.reference)
      node.target.value.reference.value.version = "";
    expect(told(workflow("w", [node]))).toEqual([
      "ENTITY_NOT_FOUND (TaskReferenceNotFound) n0.-: w.n0 calls the task t, which is not among the given entities.",
    ]);
  });

  it("is looked up inside other nodes, in what runs on failure, and in sub-workflows that are called", () => {
    const branch = branchNode("b", {
      cases: [[compare(ONE, "EQ", ONE), taskNode("i", "t1")]],
      else: taskNode("e", "t2"),
    });
    const nodes = [branch, arrayNode("a", taskNode("x", "t3")), subWorkflowNode("s", "inner")];
    const subWorkflows = [
      workflow("inner", [taskNode("n0", "t5")], { failureNode: taskNode("f", "t6") }),
      workflow("unused", [taskNode("n0", "t7")]),
    ];
    const template = workflow("w", nodes, { failureNode: taskNode("f", "t4") });
    expect(told(template, { subWorkflows })).toEqual([
      "warning SUB_WORKFLOW_UNUSED -.-: No node calls the sub-workflow unused, so nothing in it was checked.",
      noTask("b-i", "t1"),
      noTask("b-e", "t2"),
      noTask("a", "t3"),
      noTask("f", "t4"),
      noTask("n0", "t5", "inner"),
      noTask("f", "t6", "inner"),
    ]);
  });

  it("is looked up where the backend sees nothing else: in workflows that only arrays call, and of nodes that it drops", () => {
    const nodes = [
      arrayNode("a", subWorkflowNode("x", "inner")),
      taskNode("end-node", "t1"),
      taskNode("a", "t2"),
    ];
    const subWorkflows = [workflow("inner", [taskNode("n0", "t0")])];
    expect(told(workflow("w", nodes), { subWorkflows }).filter((line) => line.startsWith("ENTITY"))).toEqual([
      noTask("end-node", "t1"),
      noTask("a", "t2"),
      noTask("n0", "t0", "inner"),
    ]);
  });

  it("hides the problems of nodes that use the node", () => {
    const use = taskNode("n1", "inc", { inputs: taskInputs("n0") });
    expect(told(workflow("w", [taskNode("n0", "t"), use]))).toEqual([noTask("n0", "t")]);
  });
});

describe("of two entities with one identifier", () => {
  it("the first task counts", () => {
    const tasks = [task("t"), task("t", { x: INTEGER })];
    expect(told(workflow("w", [taskNode("n0", "t")]), { tasks })).toEqual([]);
    expect(told(workflow("w", [taskNode("n0", "t")]), { tasks: tasks.toReversed() })).toHaveLength(1);
  });

  it("the last launch plan counts", () => {
    const launchPlans = [launchPlan("l", { x: required(INTEGER) }), launchPlan("l", {})];
    expect(told(workflow("w", [launchPlanNode("n0", "l")]), { launchPlans })).toEqual([]);
    expect(
      told(workflow("w", [launchPlanNode("n0", "l")]), { launchPlans: launchPlans.toReversed() }),
    ).toHaveLength(1);
  });
});

function taskInputs(from: string) {
  const value = { nodeId: from, var: "o0", attrPath: [] };
  return { x: { value: { $case: "promise" as const, value }, union: undefined } };
}
