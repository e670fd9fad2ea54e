import { runLocal } from "@flytekit-ts/local-exec";
import { compile, serialize, testContext } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { greet, hello, shout } from "./hello.js";

describe("hello", () => {
  it("has tasks that are plain functions to a unit test", () => {
    expect(greet.fn({ name: "Ada" }, testContext())).toBe("Hello, Ada!");
    expect(shout.fn({ text: "hi", times: 2 }, testContext())).toBe("HI!!");
  });

  it("runs", async () => {
    expect(await runLocal(hello, { first: "Ada", names: ["Grace"] })).toEqual({
      quiet: "Hello, Ada!",
      loud: "HELLO, GRACE!!!!",
    });
  });

  it("compiles to three nodes, and serializes what they use first", () => {
    const { template, warnings } = compile(hello);
    expect(warnings).toEqual([]);
    expect(template.nodes.map(({ id, metadata }) => [id, metadata?.name])).toEqual([
      ["n0", "greet"],
      ["n1", "greet"],
      ["n2", "shout"],
    ]);
    const settings = { project: "p", domain: "d", version: "v", image: "i" };
    expect(serialize(hello, settings).map(({ kind, id }) => `${kind} ${id.name}`)).toEqual([
      "task hello.greet",
      "task hello.shout",
      "workflow hello.hello",
    ]);
  });
});
