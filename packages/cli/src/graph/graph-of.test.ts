import { t, task, workflow, conditional, or, and, referenceTask } from "@flytekit-ts/workflow";
import { unknownType } from "@flytekit-ts/core/pulled";
import { describe, expect, it } from "vitest";
import { everyKind, inner, plan, square } from "../../test/support/every-kind.js";
import { interfaceWords } from "../entities/interface-words.js";
import { graphOf } from "./graph-of.js";
import type { GraphNode } from "./model/graph-node.js";

const pickle = {
  type: { $case: "blob", value: { format: "PythonPickle", dimensionality: 0 } },
} as const;
const model = graphOf(everyKind, { folder: process.cwd() });
const whole = model.graphs["shapes.every"];

function node(id: string): GraphNode | undefined {
  return whole?.nodes.find((each) => each.id === id);
}

describe("graphOf", () => {
  it("has a node of each kind", () => {
    expect(whole?.nodes.map(({ id, kind, name }) => `${id} ${kind} ${name}`)).toEqual([
      "n0 map square",
      "n1 workflow inner",
      "n2 launch-plan inner",
      "n3 dynamic fan",
      "n4 conditional size",
      "n5 task sum",
      "n6 sleep sleep-gate",
      "n7 approval pay-out",
      "n8 input note",
      "n9 task report",
      "n10 container-task convert",
    ]);
    expect(whole?.failureNode).toMatchObject({ id: "fn0", entity: "shapes.tidy" });
  });

  it("says how maps, gates and tasks are set", () => {
    expect(node("n0")?.notes).toEqual([
      "for each item",
      "at most 4 at once",
      "at least 90 % must succeed",
      "2 retries",
      "cached",
    ]);
    expect(node("n0")?.facts).toEqual([
      { name: "at once", value: "at most 4" },
      { name: "retries", value: "2" },
      { name: "timeout", value: "1 min 30 s" },
      { name: "cache", value: "version 1" },
      { name: "task type", value: "container" },
      { name: "resources", value: "1 CPU, 2Gi memory" },
      { name: "secrets", value: "bank/pin" },
    ]);
    expect(node("n3")?.facts).toContainEqual({ name: "may run", value: "shapes.square" });
    expect(node("n6")?.notes).toEqual(["5 min"]);
    expect(node("n10")?.facts).toContainEqual({ name: "image", value: "convert:v1" });
  });

  it("names types as lists of entities do, with the words that a type has for itself", () => {
    const leaf = unknownType("leaf of Python", { literalType: pickle });
    const shape = { inputs: { leaves: t.list(leaf), one: t.optional(t.int()) }, output: leaf } as const;
    const pick = task({ name: "pick", ...shape }, ({ leaves }) => leaves[0] as never);
    const all = workflow({ name: "tree", ...shape }, ({ leaves, one }) =>
      pick({ leaves: [pick({ leaves, one })], one }),
    );
    const { inputs, outputs, nodes, edges } = graphOf(all).graphs["tree"] ?? {};
    const typesOf = (of: typeof inputs): unknown => of?.map(({ type }) => type);
    expect([typesOf(inputs), typesOf(outputs)]).toEqual([
      ["list of leaf of Python", "optional int"],
      ["leaf of Python"],
    ]);
    expect([typesOf(nodes?.[0]?.inputs), typesOf(nodes?.[0]?.outputs)]).toEqual([
      ["list of leaf of Python", "optional int"],
      ["leaf of Python"],
    ]);
    expect(edges?.find(({ to }) => to === "n1")?.values).toEqual([
      { from: "o0", to: "leaves[0]", type: "leaf of Python" },
    ]);
    expect(interfaceWords(all.interface)).toBe(
      "(leaves: list of leaf of Python, one?: optional int) -> leaf of Python",
    );
    const lone = graphOf(pick).graphs["pick alone"];
    expect(typesOf(lone?.inputs)).toEqual(["list of leaf of Python", "optional int"]);
  });

  it("says where inputs are from, constants included", () => {
    expect(node("n3")?.inputs).toEqual([{ name: "n", type: "int", from: "3" }]);
    expect(node("n5")?.inputs).toEqual([
      { name: "numbers", type: "list of int", from: "[size, inner (n2), fan]" },
    ]);
    expect(node("n2")?.facts).toContainEqual({ name: "fixed input n", value: "7" });
  });

  it("has conditions in words, and what is said where none holds", () => {
    expect(node("n4")?.arms?.map(({ when, node: arm, fails }) => [when, arm?.id ?? fails])).toEqual([
      ["if inner (n1) > 3 and isUrgent", "n4-n0"],
      ["else if inner (n1) == 0", "n4-n1"],
      ["else", "too small"],
    ]);
    expect(node("n4")?.arms?.[0]?.node?.inputs).toEqual([{ name: "n", type: "int", from: "inner (n1)" }]);
  });

  it("has one edge between two nodes, with its values; what is only an order says so", () => {
    const edge = (from: string, to: string): unknown =>
      whole?.edges.find((each) => each.from === from && each.to === to);
    expect(edge("n1", "n4")).toMatchObject({
      kind: "data",
      values: [{ from: "o0", to: "n", type: "int" }],
    });
    expect(edge("n4", "n5")).toMatchObject({ values: [{ from: "o0", to: "numbers[0]", type: "int" }] });
    expect(edge("n0", "n6")).toEqual({ from: "n0", to: "n6", kind: "order", values: [] });
    expect(edge("start-node", "fn0")).toMatchObject({ kind: "failure" });
    expect(edge("n9", "end-node")).toMatchObject({ values: [{ from: "text", to: "text", type: "string" }] });
  });

  it("names files relative to the folder, and only inside it", () => {
    expect(node("n1")?.place).toMatchObject({ file: "test/support/every-kind.ts" });
    const elsewhere = graphOf(everyKind, { folder: "/somewhere/else" });
    expect(elsewhere.graphs["shapes.every"]?.place?.file).toMatch(/^\/.*every-kind\.ts$/);
  });

  it("has a workflow that several nodes run once", () => {
    expect(Object.keys(model.graphs).toSorted()).toEqual(["shapes.every", "shapes.inner"]);
    expect(node("n1")?.graph).toBe("shapes.inner");
    expect(node("n2")?.graph).toBe("shapes.inner");
  });

  it("draws a task, a launch plan and a reference as a graph of one node", () => {
    const lone = graphOf(square);
    expect(lone).toMatchObject({ entity: "task", root: "shapes.square alone" });
    expect(lone.graphs["shapes.square alone"]?.nodes).toMatchObject([{ kind: "task", name: "square" }]);
    expect(graphOf(plan).graphs["shapes.plan alone"]?.nodes).toMatchObject([
      { kind: "launch-plan", graph: "shapes.inner" },
    ]);
    const elsewhere = referenceTask({
      project: "p",
      domain: "d",
      name: "elsewhere.f",
      version: "v3",
      inputs: { x: t.int() },
      output: t.int(),
    });
    const known = graphOf(elsewhere).graphs["elsewhere.f alone (p, d, v3)"];
    expect(known?.nodes[0]?.notes).toEqual(["registered already"]);
    expect(known?.nodes[0]?.facts).toEqual([{ name: "registered as", value: "p/d, version v3" }]);
  });

  it("puts brackets where a condition needs them, and says not", () => {
    const wf = workflow({ name: "w", inputs: { a: t.int(), b: t.boolean() }, output: t.int() }, ({ a, b }) =>
      conditional("c")
        .if(and(or(a.gt(1), a.lt(-1)), b.isFalse()), () => square({ n: a }))
        .else(() => inner({ n: a })),
    );
    expect(graphOf(wf).graphs["w"]?.nodes[0]?.arms?.[0]?.when).toBe("if (a > 1 or a < -1) and not b");
  });

  it("takes a workflow of auto cache versions, images by name and no inputs", () => {
    const plain = task(
      { name: "t", image: "{{.image.other}}", cache: { version: "auto" }, output: t.int() },
      () => 1,
    );
    const wf = workflow({ name: "w", output: t.int() }, () => plain({}));
    expect(graphOf(wf).graphs["w"]?.nodes[0]?.facts).toEqual([
      { name: "cache", value: "version auto" },
      { name: "task type", value: "container" },
      { name: "image", value: "{{.image.other}}" },
    ]);
  });

  it("refuses what has no graph, and passes on what is wrong with a workflow", () => {
    expect(() => graphOf(3 as never)).toThrow("[ENTITY_NOT_COMPILABLE]");
    const wrong = workflow({ name: "w", inputs: { a: t.int() }, output: t.int() }, () => 1 as never);
    expect(() => graphOf(wrong)).toThrow("w");
  });
});
