import type * as idl from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import {
  approval,
  arrayNode,
  branchNode,
  compare,
  gateNode,
  INTEGER,
  ONE,
  promise,
  recordOf,
  taskNode,
  text,
  workflow,
} from "../../../test/support/idl-messages.js";
import { told } from "../../../test/support/problems.js";

const gen = (id: string, ...after: string[]) => taskNode(id, "gen", { after });
const inc = (id: string, from: string) => taskNode(id, "inc", { inputs: { x: promise(from) } });
const cycle = (code: string, id: string, ...path: string[]) =>
  `WORKFLOW_CYCLIC (${code}) ${id}.-: Nodes of w wait for each other: ${path.join(" before ")}.`;
const unknown = (code: string, id: string, upstream: string) =>
  `UPSTREAM_UNKNOWN (${code}) ${id}.-: w.${id} comes after ${upstream}, which is not a node of w.`;
const branch = (id: string, then: idl.Node, inputs = {}) =>
  branchNode(id, { cases: [[compare(ONE, "EQ", ONE), then]], else: "none", inputs });

describe("nodes that wait for each other", () => {
  it("are a cycle, which the backend sees where it can be reached from the start", () => {
    expect(told(workflow("w", [gen("a", "c"), gen("b", "a"), gen("c", "b", "start-node")]))).toEqual([
      cycle("CycleDetected", "a", "a", "b", "c", "a"),
    ]);
    expect(told(workflow("w", [gen("a", "c"), gen("b", "a"), gen("c", "b")]))).toEqual([
      cycle("UnreachableNodes", "a", "a", "b", "c", "a"),
    ]);
    expect(told(workflow("w", [gen("s"), gen("a", "b", "s"), gen("b", "a")]))).toEqual([
      cycle("CycleDetected", "a", "a", "b", "a"),
    ]);
  });

  it("may wait by data, by order or by both", () => {
    expect(told(workflow("w", [inc("a", "b"), inc("b", "a")]))).toEqual([
      cycle("UnreachableNodes", "a", "a", "b", "a"),
    ]);
    expect(
      told(workflow("w", [gen("s"), { ...inc("a", "b"), upstreamNodeIds: ["s"] }, gen("b", "a")])),
    ).toEqual([cycle("CycleDetected", "a", "a", "b", "a")]);
  });

  it("may be one node", () => {
    expect(told(workflow("w", [gen("a", "a")]))).toEqual([cycle("UnreachableNodes", "a", "a", "a")]);
    expect(told(workflow("w", [gen("a", "a", "")]))).toEqual([cycle("CycleDetected", "a", "a", "a")]);
  });

  it("are reported once for each knot of nodes, and nodes after them are not", () => {
    const nodes = [
      gen("a", "b"),
      gen("b", "a"),
      gen("c", "d"),
      gen("d", "c"),
      gen("e", "a", "d"),
      gen("f", "e"),
    ];
    expect(told(workflow("w", nodes))).toEqual([
      cycle("UnreachableNodes", "a", "a", "b", "a"),
      cycle("UnreachableNodes", "c", "c", "d", "c"),
    ]);
  });

  it("may come after the end of the workflow", () => {
    expect(told(workflow("w", [gen("a"), gen("b", "end-node")]))).toEqual([
      cycle("CycleDetected", "b", "b", "end-node", "b"),
    ]);
    expect(told(workflow("w", [gen("s"), gen("a", "end-node"), gen("b", "a")]))).toEqual([
      cycle("CycleDetected", "a", "a", "b", "end-node", "a"),
    ]);
    expect(told(workflow("w", [gen("b", "end-node")]))).toEqual([
      cycle("UnreachableNodes", "b", "b", "end-node", "b"),
    ]);
  });

  it("are none where the order of the list is another than that of the nodes", () => {
    expect(told(workflow("w", [gen("c", "b"), gen("b", "a"), gen("a")]))).toEqual([]);
  });

  it("wait by sound bindings only", () => {
    const wrong = taskNode("a", "half", { inputs: { x: promise("b") } });
    expect(told(workflow("w", [wrong, gen("b", "a")]))).toHaveLength(1);
    expect(told(workflow("w", [wrong, gen("b", "a")]))[0]).toContain("BINDING_TYPE_MISMATCH");
  });

  it("may wait through the arm of a conditional, which the backend does not see", () => {
    const nodes = [gen("a", "b"), branch("b", inc("i", "a"))];
    expect(told(workflow("w", nodes))).toEqual([cycle("-", "a", "a", "b", "a")]);
    expect(told(workflow("w", [branch("b", inc("i", "b"))]))).toEqual([cycle("-", "b", "b", "b")]);
  });

  it("are reported once, whatever arms also wait for", () => {
    const nodes = [gen("a", "b"), { ...branch("b", inc("i", "a")), upstreamNodeIds: ["a"] }];
    expect(told(workflow("w", nodes))).toEqual([cycle("UnreachableNodes", "a", "a", "b", "a")]);
    const touching = [gen("a", "a", "b"), branch("b", inc("i", "a"))];
    expect(told(workflow("w", touching))).toEqual([cycle("CycleDetected", "a", "a", "a")]);
    const apart = [gen("x", "x"), gen("a", "b"), branch("b", inc("i", "a"))];
    expect(told(workflow("w", apart))).toEqual([
      cycle("UnreachableNodes", "x", "x", "x"),
      cycle("-", "a", "a", "b", "a"),
    ]);
    const sharing = [gen("s", "x"), gen("a", "x", "b"), branch("x", inc("i", "a")), gen("b", "a")];
    expect(told(workflow("w", sharing))).toEqual([cycle("CycleDetected", "a", "a", "b", "a")]);
  });
});

describe("a node that waits for something unknown", () => {
  it("is refused by the backend only if nothing else leads to it", () => {
    expect(told(workflow("w", [gen("a", "zz")]))).toEqual([unknown("UnreachableNodes", "a", "zz")]);
    expect(told(workflow("w", [gen("s"), gen("a", "zz", "s")]))).toEqual([unknown("-", "a", "zz")]);
    expect(told(workflow("w", [gen("a", "zz", "")]))).toEqual([unknown("-", "a", "zz")]);
    expect(told(workflow("w", [gen("s"), { ...inc("a", "s"), upstreamNodeIds: ["zz"] }]))).toEqual([
      unknown("-", "a", "zz"),
    ]);
  });

  it("is reported once for each unknown id", () => {
    expect(told(workflow("w", [gen("a", "zz", "yy", "zz")]))).toEqual([
      unknown("UnreachableNodes", "a", "zz"),
      unknown("UnreachableNodes", "a", "yy"),
    ]);
  });

  it("makes the nodes after it unreachable, which are not reported", () => {
    expect(told(workflow("w", [gen("a", "zz"), gen("b", "a"), inc("c", "b")]))).toEqual([
      unknown("UnreachableNodes", "a", "zz"),
    ]);
  });

  it("may wait for an arm of a conditional, or what runs on failure", () => {
    expect(told(workflow("w", [branch("b", gen("i")), gen("a", "b-i")]))).toEqual([
      unknown("UnreachableNodes", "a", "b-i"),
    ]);
    expect(told(workflow("w", [gen("a", "f")], { failureNode: gen("f") }))).toEqual([
      unknown("UnreachableNodes", "a", "f"),
    ]);
  });

  it("has no problem if it has no interface", () => {
    expect(told(workflow("w", [gateNode("g", undefined, { after: ["zz"] }), gen("a", "g")]))).toEqual([
      "MESSAGE_INCOMPLETE (NoConditionFound) g.-: w.g lacks what it waits for.",
    ]);
  });
});

describe("a node that cannot be reached", () => {
  const lost = (id: string) =>
    `NODE_UNREACHABLE (UnreachableNodes) ${id}.-: w.${id} cannot run: no path leads to it from the start of the workflow.`;
  const twice = (id: string) => `NODE_ID_TWICE (-) ${id}.-: Two nodes of w have the id ${id}.`;

  it("shares its id with an arm that waits for something", () => {
    expect(told(workflow("w", [gen("a"), gen("b-i"), branch("b", inc("i", "a")), gen("c", "b-i")]))).toEqual([
      twice("b-i"),
      lost("b-i"),
    ]);
  });

  it("shares its id with a conditional that is dropped, with an approval, or with what runs on failure", () => {
    const wait = { inputs: { x: promise("s") } };
    expect(told(workflow("w", [gen("s"), gen("a"), branch("a", gen("i"), wait.inputs)]))).toEqual([
      twice("a"),
      lost("a"),
    ]);
    expect(told(workflow("w", [gen("s"), gen("a"), approval("a", wait)]))).toEqual([twice("a"), lost("a")]);
    expect(told(workflow("w", [gen("s"), gen("a")], { failureNode: taskNode("a", "inc", wait) }))).toEqual([
      twice("a"),
      "FAILURE_INPUT_UNAVAILABLE (-) a.x: w.a.x takes s.o0, but a failure node gets only constants and inputs of the workflow.",
      lost("a"),
    ]);
  });

  it("has the id of what an array repeats, if that waits for something", () => {
    const item = approval("a", { inputs: { x: promise("s") } });
    const array = arrayNode("r", item, { inputs: { x: promise("s") } });
    expect(told(workflow("w", [gen("s"), gen("a"), array]))).toEqual([lost("a")]);
    expect(told(workflow("w", [gen("s"), gen("b"), array]))).toEqual([]);
  });

  it("has no problem if it has no interface", () => {
    const wait = { inputs: { x: promise("s") } };
    expect(told(workflow("w", [gen("s"), gateNode("a", undefined), approval("a", wait)]))).toEqual([
      twice("a"),
      "MESSAGE_INCOMPLETE (NoConditionFound) a.-: w.a lacks what it waits for.",
    ]);
  });

  it("has no problem if its own faults are the reason", () => {
    const part = approval("g", { inputs: { a: promise("", "p", ["n"]) } });
    const inputs = { p: recordOf({ n: INTEGER }) };
    expect(told(workflow("w", [part, gen("c", "g")], { inputs }))).toEqual([
      "INPUT_NOT_WHOLE (MismatchingTypes) g.a: w.g.a is given inputs.p.n, but conditionals and approvals take only whole outputs. " +
        "[record { n } <- integer]",
    ]);
    const waiting = approval("g", { inputs: { a: text("") }, after: ["zz"] });
    expect(told(workflow("w", [waiting]))).toEqual([unknown("UnreachableNodes", "g", "zz")]);
  });
});
