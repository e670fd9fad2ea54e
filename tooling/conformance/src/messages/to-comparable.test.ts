import { describe, expect, it } from "vitest";
import { toComparable } from "./to-comparable.js";

describe("toComparable", () => {
  const container = { image: "i", args: ["a"], command: ["c"], env: [{ key: "A", value: "1" }] };
  const metadata = { runtime: { version: "1" }, retries: { retries: 2 } };

  it("leaves out what runs a function", () => {
    expect(toComparable({ template: { type: "python-task", metadata, container, config: {} } })).toEqual({
      template: { metadata: { retries: { retries: 2 } }, container: { env: { A: "1" } }, config: {} },
    });
  });

  it("keeps the container of an author", () => {
    expect(toComparable({ template: { type: "raw-container", metadata, container } })).toEqual({
      template: {
        type: "raw-container",
        metadata: { retries: { retries: 2 } },
        container: { ...container, env: { A: "1" } },
      },
    });
  });

  it("keeps a description only if it holds a text", () => {
    const empty = { short_description: "", long_description: { format: "RST" } };
    const long = { long_description: { value: "text", format: "RST" } };
    expect(toComparable({ description: empty })).toEqual({});
    expect(toComparable({ description: long })).toEqual({ description: long });
  });

  it("brings sets into one order, and no lists", () => {
    const resources = (names: readonly string[]): object => ({
      requests: names.map((name) => ({ name, value: "1" })),
    });
    const made = (ids: readonly string[], names: readonly string[]): unknown =>
      toComparable({
        template: { nodes: [{ upstream_node_ids: [...ids], resources: resources(names) as never }] },
      });
    expect(made(["n1", "n0", "n1"], ["GPU", "CPU"])).toEqual(made(["n0", "n1"], ["CPU", "GPU"]));
    expect(made(["n0"], ["CPU"])).not.toEqual(made(["n0", "n1"], ["CPU"]));
    expect(made(["n0"], ["CPU"])).not.toEqual(made(["n0"], ["CPU", "GPU"]));
    expect(toComparable({ template: { inputs: [2, 1] } })).toEqual({ template: { inputs: [2, 1] } });
  });

  it("has sub-workflows by name", () => {
    const inner = (name: string): { id: { name: string } } => ({ id: { name } });
    expect(toComparable({ sub_workflows: [inner("b"), inner("a")] })).toEqual({
      sub_workflows: { a: inner("a"), b: inner("b") },
    });
  });
});
