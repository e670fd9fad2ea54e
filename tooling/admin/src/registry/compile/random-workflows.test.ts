import { WorkflowTemplate } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";
import { called, readVectors, sourceOf, vectors } from "../../../test/support/compiler-vectors.js";
import { compileWorkflow } from "./compile-workflow.js";

// Of these only the set of codes was recorded. The package of the checks has them.
const random = readVectors(
  new URL("../../../../../packages/workflow/test/verdicts/data/random-workflows.jsonl", import.meta.url),
);

describe("compileWorkflow", () => {
  it("finds in random workflows what the engine's compiler finds", () => {
    expect(random.vectors).toHaveLength(500);
    const wrong = random.vectors.filter((vector) => {
      const compiled = compileWorkflow(sourceOf(vector), random.called);
      const codes = new Set("errors" in compiled ? compiled.errors.codes : []);
      return [...codes].join() !== vector.codes.join();
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it("leaves what it is given as it is", () => {
    const [vector] = vectors;
    expect(vector).toBeDefined();
    if (vector === undefined) return;
    const source = sourceOf(vector);
    const before = WorkflowTemplate.encode(source.template).finish();
    compileWorkflow(source, called);
    expect(WorkflowTemplate.encode(source.template).finish()).toEqual(before);
  });
});
