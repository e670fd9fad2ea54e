import { runLocal } from "@flytekit-ts/local-exec";
import { compile } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { gradeHere } from "../src/grade-here.js";
import { grade } from "../src/grading.js";
import { harvest } from "../src/orchard.js";

describe("a harvest", () => {
  it("is graded here by a stand-in for the Python task", async () => {
    const lines = ["Elstar 140 0", "Elstar 110 0", "Cox 130 1"];
    const labels = await runLocal(harvest, { lines }, { mocks: [gradeHere], logger: false });
    expect(labels).toBe("table: 1, 0.14 kg; juice: 2, 0.24 kg");
  });

  it("calls the version that was pulled", () => {
    const { template } = compile(harvest, {
      project: "orchard",
      domain: "development",
      version: "v9",
      image: "i:1",
    });
    const targets = template.nodes.map(({ target }) => target?.value);
    expect(targets).toContainEqual(
      expect.objectContaining({ reference: { $case: "referenceId", value: grade.id } }),
    );
  });
});
