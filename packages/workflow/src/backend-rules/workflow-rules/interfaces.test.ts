import { describe, expect, it } from "vitest";
import {
  arrayNode,
  INTEGER,
  integer,
  launchPlan,
  launchPlanNode,
  list,
  listOf,
  optional,
  promise,
  required,
  subWorkflowNode,
  task,
  taskNode,
  text,
  workflow,
} from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

const gen = taskNode("n0", "gen");
const lacks = (id: string, at: string, part: string, code = "ValueRequired") =>
  `MESSAGE_INCOMPLETE (${code}) ${id}.-: ${at} lacks ${part}.`;

describe("an interface", () => {
  it("has a name and a type for each variable", () => {
    const tasks = [task("t", { "": INTEGER, x: undefined }, { y: undefined })];
    expect(told(workflow("w", [taskNode("n0", "t")]), { tasks })).toEqual([
      lacks("n0", "The task t", "the name of a variable"),
      lacks("n0", "The task t", "the type of x"),
      lacks("n0", "The task t", "the type of y"),
    ]);
  });

  it("is missing if an input and an output have no type, and nothing else is reported for the node", () => {
    const tasks = [task("t", { x: undefined, z: INTEGER }, { y: undefined })];
    expect(told(workflow("w", [taskNode("n0", "t")]), { tasks })).toEqual([
      lacks("n0", "The task t", "the type of x"),
      lacks("n0", "The task t", "the type of y"),
    ]);
  });

  it("is reported once for each entity, at the first node that calls it", () => {
    const tasks = [task("t", { x: undefined }), task("unused", { x: undefined })];
    expect(told(workflow("w", [taskNode("a", "t"), taskNode("b", "t")]), { tasks })).toEqual([
      lacks("a", "The task t", "the type of x"),
    ]);
  });

  it("need not be there for a task, and has to be for a workflow that is called", () => {
    const tasks = [{ ...task("t"), interface: undefined }];
    expect(told(workflow("w", [taskNode("n0", "t")]), { tasks })).toEqual([]);
    const subWorkflows = [{ ...workflow("s", [gen]), interface: undefined }];
    expect(told(workflow("w", [subWorkflowNode("n0", "s")]), { subWorkflows })).toEqual([
      lacks("n0", "The workflow s", "an interface"),
    ]);
    expect(told({ ...workflow("w", [gen]), interface: undefined })).toEqual([]);
    expect(told({ ...workflow("w", [gen]), interface: { inputs: undefined, outputs: undefined } })).toEqual(
      [],
    );
  });

  it("is that of the outermost workflow too", () => {
    const template = workflow("w", [gen], {
      inputs: { x: undefined },
      outputs: { "": INTEGER },
      results: { "": integer() },
    });
    expect(told(template)).toEqual([
      lacks("-", "w", "the type of x"),
      lacks("-", "w", "the name of a variable"),
    ]);
  });

  it("is reported if a node repeats the entity, but not if the backend drops the node", () => {
    const tasks = [task("t", { x: undefined })];
    expect(told(workflow("w", [arrayNode("a", taskNode("x", "t"))]), { tasks })).toEqual([
      lacks("a", "The task t", "the type of x"),
    ]);
    const dropped = [taskNode("start-node", "t"), gen];
    expect(told(workflow("w", dropped), { tasks })[1]).toEqual(
      lacks("start-node", "The task t", "the type of x", "-"),
    );
    const both = [taskNode("start-node", "t"), taskNode("n1", "t")];
    expect(told(workflow("w", both), { tasks })[1]).toEqual(lacks("n1", "The task t", "the type of x"));
  });
});

describe("the interface of an array", () => {
  const tasks = [task("incs", { x: listOf(INTEGER) }, { o0: listOf(INTEGER) })];
  const repeat = (name: string, value: ReturnType<typeof integer>) =>
    told(workflow("w", [arrayNode("a", taskNode("n0", name), { inputs: { x: value } })]), { tasks });

  it("is that of the repeated node, unchanged", () => {
    expect(repeat("incs", list(integer()))).toEqual([]);
    expect(repeat("inc", integer())).toEqual([]);
    expect(repeat("inc", list(integer()))).toEqual([
      "BINDING_TYPE_MISMATCH (MismatchingBindings) a.x: w.a.x takes integer, but was given a list. [integer <- a list]",
    ]);
  });

  it("does not come from the bindings of what it repeats", () => {
    const item = taskNode("n0", "incs", { inputs: { z: promise("n9") }, after: ["zz"] });
    expect(told(workflow("w", [arrayNode("a", item, { inputs: { x: list() } })]), { tasks })).toEqual([]);
  });

  it("gives its outputs", () => {
    const array = arrayNode("a", taskNode("n0", "incs"), { inputs: { x: list() } });
    const use = taskNode("n1", "incs", { inputs: { x: promise("a") } });
    expect(told(workflow("w", [array, use]), { tasks })).toEqual([]);
  });

  it("may come from an array or a conditional", () => {
    const array = arrayNode("a", arrayNode("b", taskNode("n0", "incs")), { inputs: { x: integer() } });
    expect(told(workflow("w", [array]), { tasks })).toEqual([
      "BINDING_TYPE_MISMATCH (MismatchingTypes) a.x: w.a.x takes list of integer, but was given integer. [list of integer <- integer]",
    ]);
  });
});

describe("the interface of a launch plan", () => {
  const launchPlans = [
    launchPlan(
      "l",
      { open: required(INTEGER), free: optional(INTEGER), silent: { var: undefined, behavior: undefined } },
      { o0: INTEGER },
    ),
  ];
  const call = (inputs: Record<string, ReturnType<typeof integer>>) =>
    told(workflow("w", [launchPlanNode("n0", "l", { inputs })]), { launchPlans });

  it("has the required inputs, and those with a default if they are bound", () => {
    expect(call({ open: integer() })).toEqual([]);
    expect(call({ open: integer(), free: integer() })).toEqual([]);
    expect(call({})).toEqual([
      "INPUT_MISSING (ParameterNotBound) n0.open: w.n0 needs the input open (integer), but the call does not give it. [integer <- -]",
    ]);
    expect(call({ open: integer(), free: text("") })).toEqual([
      "BINDING_TYPE_MISMATCH (MismatchingTypes) n0.free: w.n0.free takes integer, but was given string. [integer <- string]",
    ]);
  });

  it("has nothing for an input that is fixed", () => {
    expect(call({ open: integer(), fixed: integer() })).toEqual([
      "INPUT_UNKNOWN (VariableNameNotFound) n0.fixed: w.n0 has no input fixed; its inputs are open.",
    ]);
  });

  it("need not have types for inputs that are not bound", () => {
    expect(call({ open: integer(), silent: integer() })).toEqual([
      lacks("n0", "The launch plan l", "the type of silent"),
    ]);
    const open = [
      launchPlan(
        "l",
        { x: required(undefined), y: { behavior: { $case: "required", value: false } } },
        { o0: undefined },
      ),
    ];
    expect(told(workflow("w", [launchPlanNode("n0", "l")]), { launchPlans: open })).toEqual([
      lacks("n0", "The launch plan l", "the type of x"),
      lacks("n0", "The launch plan l", "the type of o0"),
    ]);
  });

  it("counts what any of its nodes gives", () => {
    const nodes = [
      launchPlanNode("n0", "l", { inputs: { open: integer() } }),
      launchPlanNode("n1", "l", { inputs: { open: integer(), silent: integer() } }),
    ];
    expect(told(workflow("w", nodes), { launchPlans })).toEqual([
      lacks("n0", "The launch plan l", "the type of silent"),
    ]);
  });

  it("has inputs and outputs", () => {
    const [plan] = launchPlans;
    if (plan === undefined) throw new Error("no plan");
    const empty = [{ ...plan, expectedInputs: undefined, expectedOutputs: undefined }];
    expect(told(workflow("w", [launchPlanNode("n0", "l")]), { launchPlans: empty })).toEqual([
      lacks("n0", "The launch plan l", "its inputs"),
      lacks("n0", "The launch plan l", "its outputs"),
    ]);
    for (const half of [
      { ...plan, expectedInputs: undefined },
      { ...plan, expectedOutputs: undefined },
    ]) {
      const node = launchPlanNode("n0", "l", { inputs: { open: integer() } });
      expect(told(workflow("w", [node]), { launchPlans: [half] })).toHaveLength(1);
    }
  });

  it("gives its outputs", () => {
    const nodes = [
      launchPlanNode("n0", "l", { inputs: { open: integer() } }),
      taskNode("n1", "half", { inputs: { x: promise("n0") } }),
    ];
    expect(told(workflow("w", nodes), { launchPlans })).toEqual([
      "BINDING_TYPE_MISMATCH (MismatchingTypes) n1.x: w.n1.x takes float, but was given n0.o0 of type integer. [float <- integer]",
    ]);
  });
});
