import { describe, expect, it } from "vitest";
import {
  BOOLEAN,
  compare,
  integer,
  INTEGER,
  node,
  ONE,
  promise,
  STRING,
  task,
  taskNode,
  text,
  toCheck,
  workflow,
} from "../../../test/support/idl-messages.js";
import { checkWorkflow } from "../check-workflow.js";

const tasks = [
  task("square", { x: INTEGER }, { o0: INTEGER }),
  task("shout", { s: STRING }, { o0: STRING }),
  task("pair", {}, { a: INTEGER, b: BOOLEAN }),
];
const words = new Map([
  ["n0", "square"],
  ["n1", "shout"],
  ["c", "conditional size"],
  ["c-arm", "pair"],
]);

function messages(nodes: Parameters<typeof workflow>[1], rest: Parameters<typeof workflow>[2] = {}) {
  const template = workflow("wf", nodes, rest);
  const wordsOf = (name: string, id: string): string | undefined =>
    name === "wf" ? words.get(id) : undefined;
  const said = (given: object): readonly string[] =>
    checkWorkflow({ ...toCheck(template, { tasks }), ...given }).map(({ message }) => message);
  return { plain: said({}), worded: said({ wordsOf }) };
}

describe("the words of authors", () => {
  it("stand for nodes that hold bindings, and for those that bindings refer to", () => {
    const nodes = [
      taskNode("n0", "square", { inputs: { x: integer() } }),
      taskNode("n1", "shout", { inputs: { s: promise("n0") } }),
    ];
    const { plain, worded } = messages(nodes);
    expect(plain).toEqual(["wf.n1.s takes string, but was given n0.o0 of type integer."]);
    expect(worded).toEqual(["shout.s takes string, but was given square.o0 of type integer."]);
  });

  it("stand for what references and paths go through", () => {
    const nodes = [
      taskNode("n0", "square", { inputs: { x: integer() } }),
      taskNode("n1", "square", { inputs: { x: promise("n0", "area") } }),
      taskNode("n2", "square", { inputs: { x: promise("n0", "o0", ["side"]) } }),
    ];
    const { plain, worded } = messages(nodes);
    expect(plain).toEqual([
      "wf.n1.x uses n0.area, but n0 gives o0.",
      "wf.n2.x takes the part n0.o0.side, but the value has no .side there.",
    ]);
    expect(worded).toEqual([
      "shout.x uses square.area, but square gives o0.",
      "wf.n2.x takes the part square.o0.side, but the value has no .side there.",
    ]);
  });

  it("stand for conditionals and their arms, and for nodes that wait for each other", () => {
    const ifElse = {
      case: { condition: compare(ONE, "EQ", "left"), thenNode: taskNode("arm", "pair") },
      other: [],
      default: { $case: "error" as const, value: { message: "none", failedNodeId: "" } },
    };
    const branch = node("c", { $case: "branchNode", value: { ifElse } });
    const circle = [
      taskNode("n0", "square", { inputs: { x: integer() }, after: ["n1"] }),
      taskNode("n1", "shout", { inputs: { s: text("a") }, after: ["n0", "nowhere"] }),
    ];
    const { plain, worded } = messages([branch, ...circle]);
    expect(plain.join("\n")).toContain("wf.c");
    expect(worded.join("\n")).not.toMatch(/wf\.\w|\bn[01]\b/);
    expect(worded).toEqual([
      "A condition of conditional size compares left, which is not one of its inputs (nothing).",
      "Nodes of wf wait for each other: square before shout before square.",
      "shout comes after nowhere, which is not a node of wf.",
    ]);
  });

  it("leave a bare output without its name", () => {
    const nodes = [taskNode("n0", "square", { inputs: { x: integer() } })];
    const { plain, worded } = messages(nodes, { outputs: { o0: STRING }, results: { o0: promise("n0") } });
    expect(plain).toEqual(["wf.o0 takes string, but was given n0.o0 of type integer."]);
    expect(worded).toEqual(["The output of wf takes string, but was given square.o0 of type integer."]);
  });
});
