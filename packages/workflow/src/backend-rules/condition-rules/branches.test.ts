import * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  approval,
  branchNode,
  compare,
  gateNode,
  INTEGER,
  node,
  ONE,
  promise,
  recordOf,
  STRING,
  task,
  taskNode,
  workflow,
} from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

const yes = compare(ONE, "EQ", ONE);
const gen = taskNode("n", "gen");
const cases = (ifElse: idl.IfElseBlock | undefined) => node("b", { $case: "branchNode", value: { ifElse } });

function branch(...arms: (idl.Node | undefined)[]): idl.Node {
  return branchNode("b", { cases: arms.map((arm) => [yes, arm]), else: "none" });
}

describe("a conditional", () => {
  it("has cases", () => {
    expect(told(workflow("w", [cases(undefined)]))).toEqual([
      "MESSAGE_INCOMPLETE (ValueRequired) b.-: w.b lacks its cases.",
    ]);
    const error = { $case: "error", value: idl.Error.create({}) } as const;
    expect(told(workflow("w", [cases({ case: undefined, other: [], default: error })]))).toEqual([
      "MESSAGE_INCOMPLETE (BranchNodeHasNoCondition) b.-: w.b lacks its first case.",
    ]);
  });

  it("has a node for each case", () => {
    const lacks = "MESSAGE_INCOMPLETE (BranchNodeIdNotFound) b.-: w.b lacks the node of a case.";
    expect(told(workflow("w", [branch(undefined)]))).toEqual([lacks]);
    expect(told(workflow("w", [branch(gen, undefined, undefined)]))).toEqual([lacks, lacks]);
  });

  it("has what all arms give, whatever its type is called", () => {
    const tasks = [task("two", {}, { o0: INTEGER, more: STRING })];
    const arms = branch(gen, taskNode("m", "two"));
    const use = (name: string) => taskNode("n1", "inc", { inputs: { x: promise("b", name) } });
    expect(told(workflow("w", [arms, use("o0")]), { tasks })).toEqual([]);
    expect(told(workflow("w", [arms, use("more")]), { tasks })).toEqual([
      "OUTPUT_NOT_FOUND (VariableNameNotFound) n1.x: w.n1.x uses b.more, but b gives o0.",
    ]);
  });

  it("counts the else among its arms, and arms without outputs", () => {
    const tasks = [task("none")];
    const both = branchNode("b", { cases: [[yes, gen]], else: taskNode("m", "none") });
    const use = taskNode("n1", "inc", { inputs: { x: promise("b") } });
    expect(told(workflow("w", [both, use]), { tasks })).toEqual([
      "OUTPUT_NOT_FOUND (VariableNameNotFound) n1.x: w.n1.x uses b.o0, but b gives nothing.",
    ]);
  });

  it("has outputs of exactly the same type in all arms; another type leaves it without an interface", () => {
    const point = (fields: Record<string, idl.LiteralType>) => task("p", {}, { o0: recordOf(fields) });
    const tasks = [
      point({ x: INTEGER }),
      { ...point({ y: INTEGER }), id: idl.Identifier.create({ name: "q" }) },
    ];
    const q = taskNode("q", "q");
    if (q.target?.$case === "taskNode")
      q.target.value.reference = { $case: "referenceId", value: tasks[1]?.id ?? idl.Identifier.create() };
    const use = taskNode("n1", "inc", { inputs: { x: promise("b") } });
    expect(told(workflow("w", [branch(taskNode("p", "p"), q), use]), { tasks })).toEqual([
      "BRANCH_OUTPUTS_DIFFER (MismatchingTypes) b.-: The arm w.b-q gives the output o0 the type record { y }, " +
        "but an earlier arm gives it the type record { x }. [record { x } <- record { y }]",
    ]);
  });

  it("tells of each arm that differs from the first", () => {
    const arms = branch(
      gen,
      taskNode("s", "say", { inputs: { s: promise("", "s") } }),
      taskNode("f", "flag"),
    );
    expect(told(workflow("w", [arms], { inputs: { s: STRING } }))).toEqual([
      "BRANCH_OUTPUTS_DIFFER (MismatchingTypes) b.-: The arm w.b-s gives the output o0 the type string, " +
        "but an earlier arm gives it the type integer. [integer <- string]",
      "BRANCH_OUTPUTS_DIFFER (MismatchingTypes) b.-: The arm w.b-f gives the output o0 the type boolean, " +
        "but an earlier arm gives it the type integer. [integer <- boolean]",
    ]);
  });

  it("compares the outputs of its other arms where one is broken", () => {
    const say = taskNode("s", "say", { inputs: { s: promise("", "s") } });
    const arms = branch(gen, gateNode("g", undefined), say);
    expect(told(workflow("w", [arms], { inputs: { s: STRING } }))).toEqual([
      "BRANCH_OUTPUTS_DIFFER (MismatchingTypes) b.-: The arm w.b-s gives the output o0 the type string, " +
        "but an earlier arm gives it the type integer. [integer <- string]",
      "MESSAGE_INCOMPLETE (NoConditionFound) b-g.-: w.b-g lacks what it waits for.",
    ]);
  });

  it("does not count aliases of arms", () => {
    const aliased = taskNode("m", "gen", { aliases: [["o0", "z"]] });
    const use = taskNode("n1", "inc", { inputs: { x: promise("b") } });
    expect(told(workflow("w", [branch(gen, aliased), use]))).toEqual([]);
  });

  it("is checked inside, where nodes that stand before it can be used", () => {
    const inc = (from: string) => taskNode("i", "inc", { inputs: { x: promise(from) } });
    expect(told(workflow("w", [taskNode("n0", "gen"), branch(inc("n0"))]))).toEqual([]);
    expect(told(workflow("w", [branch(inc("n0")), taskNode("n0", "gen")]))).toEqual([
      "NODE_LISTED_LATE (NodeReferenceNotFound) b-i.x: w.b-i.x uses n0.o0, but n0 is listed later.",
    ]);
  });

  it("can be inside another one, whose id is put before its own", () => {
    const inner = branchNode("c", { cases: [[yes, taskNode("i", "inc")]], else: "none" });
    expect(told(workflow("w", [branch(inner)]))).toEqual([
      "INPUT_MISSING (ParameterNotBound) b-c-i.x: w.b-c-i needs the input x (integer), " +
        "but the call does not give it. [integer <- -]",
    ]);
  });

  it("cannot be used from its own arms before its interface is known", () => {
    const arm = approval("g", { inputs: { y: promise("b") } });
    expect(told(workflow("w", [branch(arm)]))).toEqual([
      "WORKFLOW_CYCLIC (VariableNameNotFound) b-g.y: Nodes of w wait for each other: b before b.",
    ]);
  });
});
