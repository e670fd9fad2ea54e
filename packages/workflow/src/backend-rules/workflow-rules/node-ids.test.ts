import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  arrayNode,
  branchNode,
  compare,
  list,
  listOf,
  node,
  INTEGER,
  ONE,
  promise,
  task,
  taskNode,
  workflow,
} from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

const gen = (id: string) => taskNode(id, "gen");
const branch = (id: string, ...arms: idl.Node[]) =>
  branchNode(id, { cases: arms.map((arm) => [compare(ONE, "EQ", ONE), arm]), else: "none" });

describe("the id of a node", () => {
  it("is there, which is all that the backend asks", () => {
    expect(told(workflow("w", [gen("")]))).toEqual([
      'NODE_ID_INVALID (ValueRequired) .-: The node of w cannot have the id "": it is empty.',
    ]);
    expect(told(workflow("w", [gen("n0")], { failureNode: gen("") }))).toEqual([
      'NODE_ID_INVALID (ValueRequired) .-: The node of w cannot have the id "": it is empty.',
    ]);
    expect(told(workflow("w", [branch("b", gen(""))]))).toEqual([
      'NODE_ID_INVALID (-) b-.-: The node of w cannot have the id "": it is empty.',
    ]);
  });

  it.each(["start-node", "end-node"])("is not %s, which the backend drops", (id) => {
    const message = `The node of w cannot have the id "${id}": Flyte reserves this id.`;
    expect(told(workflow("w", [gen(id)]))).toEqual([`NODE_ID_INVALID (-) ${id}.-: ${message}`]);
    // It is dropped with all that is wrong with it, but what it calls is looked up.
    const wrong = { ...taskNode(id, "inc"), upstreamNodeIds: ["n9"] };
    expect(told(workflow("w", [wrong, gen("n0")]))).toEqual([`NODE_ID_INVALID (-) ${id}.-: ${message}`]);
    const failureNode = taskNode(id, "inc");
    expect(told(workflow("w", [gen("n0")], { failureNode }))).toEqual([
      `NODE_ID_INVALID (-) ${id}.-: ${message}`,
    ]);
    const array = arrayNode(id, node("n", undefined));
    expect(told(workflow("w", [gen("n0"), array]))).toEqual([`NODE_ID_INVALID (-) ${id}.-: ${message}`]);
    expect(told(workflow("w", [taskNode(id, "nope"), gen("n0")]))).toHaveLength(2);
    // An arm has another id in the cluster.
    expect(told(workflow("w", [branch("b", gen(id))]))).toEqual([]);
  });

  it.each(["N0", "n_0", "-n", "n-", "ñ", "n.0", "n0\n"])(
    "is no text like %j, of which no pod can be called",
    (id) => {
      expect(told(workflow("w", [gen(id)]))).toEqual([
        `NODE_ID_INVALID (-) ${id}.-: The node of w cannot have the id ${JSON.stringify(id)}: ` +
          "it is not made of lower-case letters, digits and inner hyphens.",
      ]);
    },
  );

  it.each(["n", "0", "a-b", "a--b", "x".repeat(63)])("may be %s", (id) => {
    expect(told(workflow("w", [gen(id)]))).toEqual([]);
  });

  it("has 63 characters at most", () => {
    const id = "x".repeat(64);
    expect(told(workflow("w", [gen(id)]))).toEqual([
      `NODE_ID_INVALID (-) ${id}.-: The node of w cannot have the id "${id}": it is longer than 63 characters.`,
    ]);
  });

  it("comes once, and what is wrong with the bindings of the second node the backend does not see", () => {
    const second = taskNode("n0", "inc", { inputs: { y: promise("n9") }, after: ["n8"] });
    expect(told(workflow("w", [gen("n0"), second, gen("n0")]))).toEqual([
      "NODE_ID_TWICE (-) n0.-: Two nodes of w have the id n0.",
      "NODE_ID_TWICE (-) n0.-: Two nodes of w have the id n0.",
    ]);
  });

  it("comes once, and the arms of a second conditional the backend links all the same", () => {
    expect(told(workflow("w", [gen("n0"), branch("n0", taskNode("i", "inc"))]))).toEqual([
      "NODE_ID_TWICE (-) n0.-: Two nodes of w have the id n0.",
      "INPUT_MISSING (ParameterNotBound) n0-i.x: w.n0-i needs the input x (integer), " +
        "but the call does not give it. [integer <- -]",
    ]);
  });

  it("comes once among the arms of a conditional, and those of another do not count", () => {
    expect(told(workflow("w", [branch("b", gen("n"), gen("n"))]))).toEqual([
      "NODE_ID_TWICE (-) b-n.-: Two nodes of w have the id b-n.",
    ]);
    expect(told(workflow("w", [gen("n"), branch("b", gen("n")), branch("c", gen("n"))]))).toEqual([]);
  });

  it("is no id that an arm has with that of its conditional", () => {
    expect(told(workflow("w", [gen("b-n"), branch("b", gen("n"))]))).toEqual([
      "NODE_ID_TWICE (-) b-n.-: Two nodes of w have the id b-n.",
    ]);
  });

  it("is no id that the failure node has", () => {
    expect(told(workflow("w", [gen("n0")], { failureNode: gen("n0") }))).toEqual([
      "NODE_ID_TWICE (-) n0.-: Two nodes of w have the id n0.",
    ]);
  });

  it("does not matter where a node is repeated", () => {
    const tasks = [task("incs", { x: listOf(INTEGER) })];
    const array = arrayNode("a", taskNode("", "incs"), { inputs: { x: list() } });
    expect(told(workflow("w", [array]), { tasks })).toEqual([]);
  });
});
