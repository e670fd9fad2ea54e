import { describe, expect, it } from "vitest";
import { called, sourceOf, vectors } from "../../test/support/compiler-vectors.js";
import { compileWorkflow } from "../registry/compile/compile-workflow.js";
import { decompiled } from "./decompiled.js";

const compiled = vectors.flatMap((vector) => {
  const result = compileWorkflow(sourceOf(vector), called);
  return "errors" in result ? [] : [{ name: vector.name, closure: result.closure }];
});

describe("decompiled", () => {
  it("has workflows to take apart", () => expect(compiled.length).toBeGreaterThan(30));

  it.each(compiled)("gives what compiles to the same again: $name", ({ closure }) => {
    const { workflow: template, subWorkflows } = decompiled(closure);
    if (template === undefined) throw new Error("there is no workflow");
    const again = compileWorkflow({ template, subWorkflows }, called);
    if ("errors" in again) throw new Error(again.errors.codes.join());
    expect(again.closure).toEqual(closure);
  });
});
