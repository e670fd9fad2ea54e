import { describe, expect, it } from "vitest";
import { called, sourceOf, vectors } from "../../../test/support/compiler-vectors.js";
import { compileWorkflow } from "./compile-workflow.js";

describe("compileWorkflow", () => {
  it("has workflows to compile", () => expect(vectors.length).toBeGreaterThanOrEqual(100));

  it.each(vectors)("compiles as the engine's compiler does: $name", (vector) => {
    const compiled = compileWorkflow(sourceOf(vector), called);
    const codes = "errors" in compiled ? compiled.errors.codes : [];
    expect(codes).toEqual(vector.codes);
    if ("errors" in compiled) return;
    const { template, connections } = compiled.closure.primary ?? {};
    expect(template?.nodes.map(({ id }) => id).toSorted()).toEqual(vector.compiled_node_ids);
    const edges = [...(connections?.downstream ?? [])].map(([from, { ids }]) => `${from}->${ids.join("+")}`);
    expect(edges.toSorted()).toEqual(vector.downstream.toSorted());
  });
});
