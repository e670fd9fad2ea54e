import { encode } from "@flytekit-ts/models";
import { Literal, type Node, Node as NodeCodec, TaskTemplate } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { encoded, serialized } from "../../../test/determinism/bytes-of.js";
import { randomWorkflow } from "../../../test/determinism/random-workflow.js";
import { branchNode, compare, constant, taskNode } from "../../../test/support/idl-messages.js";
import { weightOf } from "./weight-of.js";

describe("weightOf", () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed))("is near the size of what is sent: %d", (seed) => {
    const messages = serialized(randomWorkflow(seed));
    const actual = messages.reduce((sum, each) => sum + encoded(each).length, 0);
    const weighed = messages.reduce((sum, { message }) => sum + weightOf(message).bytes, 0);
    expect(Math.abs(weighed - actual) / actual).toBeLessThan(0.02);
  });

  it.each([
    ["a text of many bytes", Literal.create({ hash: "ä".repeat(5000) })],
    ["a number below zero", Literal.create({ metadata: new Map([["a", "b"]]), hash: "" })],
  ])("is the size of %s", (_, message) => {
    expect(weightOf(message).bytes).toBe(encode(Literal, message).length);
  });

  it("counts the entries of a Struct", () => {
    const message = TaskTemplate.create({ custom: { name: "a".repeat(300), list: [1, 2, 3] } });
    const actual = encode(TaskTemplate, message).length;
    expect(Math.abs(weightOf(message).bytes - actual)).toBeLessThan(30);
  });

  it("counts levels of messages, which a decoder counts", () => {
    expect(weightOf(Literal.create()).height).toBe(1);
    expect(weightOf(Literal.create({ metadata: new Map([["a", "b"]]) })).height).toBe(2);
    const question = compare(
      constant({ $case: "integer", value: 1n }),
      "EQ",
      constant({ $case: "integer", value: 1n }),
    );
    const nest = (levels: number): Node =>
      levels === 0
        ? taskNode("n0", "gen")
        : branchNode("n0", { cases: [[question, nest(levels - 1)]], else: taskNode("n1", "gen") });
    // A node, a branch node, a block of cases and a case; inside are the task's node, its target and its identifier.
    expect([1, 2, 10].map((levels) => weightOf(nest(levels)).height)).toEqual([8, 12, 44]);
    expect(NodeCodec.decode(encode(NodeCodec, nest(10)))).toBeDefined();
  });

  it("ends where a message contains itself, or shares parts without end", () => {
    const loop: { own: unknown[] } = { own: [] };
    loop.own.push(loop);
    expect(weightOf(loop, 10_000).height).toBeGreaterThan(500);
    const list: unknown[] = [];
    list.push(list);
    expect(weightOf({ list }, 10_000).height).toBe(1);
    let shared: object = { a: "" };
    for (let i = 0; i < 40; i += 1) shared = { a: shared, b: shared };
    expect(weightOf(shared, 10_000).bytes).toBeGreaterThan(1000);
  });
});
