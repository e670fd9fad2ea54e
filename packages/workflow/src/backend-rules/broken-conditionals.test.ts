import { describe, expect, it } from "vitest";
import {
  branchNode,
  compare,
  constant,
  gateNode,
  INTEGER,
  integer,
  ONE,
  promise,
  STRING,
  subWorkflowNode,
  task,
  taskNode,
  text,
  workflow,
} from "../../test/support/idl-messages.js";
import { problemsOf } from "../../test/support/problems.js";

const tasks = [task("two", {}, { o0: STRING }), task("say2", { s: STRING })];
const wrong = taskNode("arm", "inc", { inputs: { x: text("") } });
const sound = taskNode("other", "gen");
const isPositive = compare("y", "GT", ONE);

type Branch = Parameters<typeof branchNode>[1];
type Changes = { readonly [K in keyof Branch]?: Branch[K] | undefined };

/** What the backend calls the faults of a conditional, each with its node. */
function codesOf(branch: Changes): readonly string[] {
  const parts = {
    inputs: { y: promise("n0") },
    cases: [[isPositive, wrong]],
    else: "no",
    ...branch,
  } as Branch;
  return problemsOf(workflow("w", [taskNode("n0", "gen"), branchNode("b", parts)]), { tasks }).map(
    ({ nodeId, backendCode = "-" }) => `${nodeId} ${backendCode}`,
  );
}

describe("the bindings of an arm", () => {
  it("are seen by the backend where its conditional is sound", () => {
    expect(codesOf({})).toEqual(["b-arm MismatchingTypes"]);
    expect(codesOf({ cases: [[isPositive, sound]], else: wrong })).toEqual(["b-arm MismatchingTypes"]);
  });

  it.each<readonly [string, Changes, string]>([
    ["has no else", { else: undefined }, "b BranchNodeHasNoDefault"],
    [
      "has a case without node",
      {
        cases: [
          [isPositive, wrong],
          [isPositive, undefined],
        ],
      },
      "b BranchNodeIdNotFound",
    ],
    ["has a case without condition", { cases: [[undefined, wrong]] }, "b BranchNodeHasNoCondition"],
    ["compares nothing", { cases: [[compare("y", "EQ", undefined), wrong]] }, "b ValueRequired"],
    [
      "compares what it is not given",
      { cases: [[compare("z", "EQ", ONE), wrong]] },
      "b VariableNameNotFound",
    ],
    [
      "compares two types",
      { cases: [[compare("y", "EQ", constant({ $case: "stringValue", value: "" })), wrong]] },
      "b MismatchingTypes",
    ],
    ["has an input that leads nowhere", { inputs: { y: promise("zz") } }, "b NodeReferenceNotFound"],
    ["has arms of two types", { else: taskNode("e", "two") }, "b MismatchingTypes"],
    ["has an arm without target", { else: gateNode("g", undefined) }, "b-g NoConditionFound"],
    [
      "has an arm with an alias of nothing",
      { else: taskNode("e", "gen", { aliases: [["z", "a"]] }) },
      "b-e ParameterNotBound",
    ],
  ])("are not where it %s", (_, branch, code) => {
    const codes = codesOf(branch);
    expect(codes).toContain(code);
    expect(codes).toContain("b-arm -");
  });

  it("are seen where conditions name no input, whatever is wrong with those", () => {
    const codes = codesOf({ cases: [[compare(ONE, "EQ", ONE), wrong]], inputs: { y: promise("zz") } });
    expect(codes).toEqual(["b NodeReferenceNotFound", "b-arm MismatchingTypes"]);
  });

  it("are not where those of a conditional in another arm are wrong", () => {
    const inner = branchNode("i", { cases: [[compare(ONE, "EQ", ONE), wrong]], else: "no" });
    expect(codesOf({ else: inner })).toEqual(["b-arm -", "b-i-arm MismatchingTypes"]);
  });

  it("are seen of the inner conditional where the outer is broken", () => {
    const inner = branchNode("i", { cases: [[compare(ONE, "EQ", ONE), wrong]], else: "no" });
    expect(codesOf({ cases: [[isPositive, inner]], else: undefined })).toEqual([
      "b BranchNodeHasNoDefault",
      "b-i-arm MismatchingTypes",
    ]);
  });
});

describe("what a conditional compares", () => {
  const strings = compare("y", "EQ", constant({ $case: "stringValue", value: "" }));

  it("has no type where it has no interface, but for constants", () => {
    const cases: Branch["cases"] = [
      [strings, sound],
      [compare(ONE, "EQ", constant({ $case: "stringValue", value: "" })), undefined],
    ];
    expect(codesOf({ cases })).toEqual(["b BranchNodeIdNotFound", "b -", "b MismatchingTypes"]);
  });

  it("is not the outputs of its arms where the first of them is missing", () => {
    const others: Branch["cases"] = [
      [isPositive, taskNode("a", "gen")],
      [isPositive, taskNode("c", "two")],
    ];
    expect(codesOf({ cases: others })).toEqual(["b MismatchingTypes"]);
    expect(codesOf({ cases: [[isPositive, undefined], ...others] })).toEqual([
      "b BranchNodeIdNotFound",
      "b -",
    ]);
  });
});

describe("what is wrong beside", () => {
  const faulty = workflow("w", [taskNode("n0", "inc", { inputs: { x: text("") } }), taskNode("n1", "inc")]);
  const codes = (...args: Parameters<typeof problemsOf>) =>
    problemsOf(...args).map(({ code, backendCode = "-" }) => `${code} ${backendCode}`);
  const [mismatch, missing] = ["BINDING_TYPE_MISMATCH", "INPUT_MISSING"];

  it("a missing task or workflow is not seen by the backend", () => {
    expect(codes(faulty)).toEqual([`${mismatch} MismatchingTypes`, `${missing} ParameterNotBound`]);
    for (const [node, code] of [
      [taskNode("n2", "nope"), "TaskReferenceNotFound"],
      [subWorkflowNode("n2", "nope"), "WorkflowReferenceNotFound"],
    ] as const) {
      const more = { ...faulty, nodes: [...faulty.nodes, node] };
      expect(codes(more)).toEqual([`${mismatch} -`, `${missing} -`, `ENTITY_NOT_FOUND ${code}`]);
    }
  });

  it("a sub-workflow that is given twice is not seen, a missing task included", () => {
    const inner = workflow("inner", [taskNode("m", "nope")]);
    const more = { ...faulty, nodes: [...faulty.nodes, subWorkflowNode("n2", "inner")] };
    expect(codes(more, { subWorkflows: [inner, inner] })).toEqual([
      "SUB_WORKFLOW_TWICE DuplicateId",
      `${mismatch} -`,
      `${missing} -`,
      "ENTITY_NOT_FOUND -",
    ]);
  });

  it("a variable without type is not seen in its workflow", () => {
    const untyped = workflow("w", faulty.nodes, { inputs: { i: undefined } });
    expect(codes(untyped)).toEqual(["MESSAGE_INCOMPLETE ValueRequired", `${mismatch} -`, `${missing} -`]);
    const inner = workflow("inner", faulty.nodes, { inputs: { i: undefined, j: INTEGER } });
    const outer = workflow("w", [subWorkflowNode("s", "inner", { inputs: { i: integer(), j: integer() } })]);
    expect(codes(outer, { subWorkflows: [inner] })).toEqual([
      `${mismatch} -`,
      `${missing} -`,
      "MESSAGE_INCOMPLETE ValueRequired",
    ]);
  });
});
