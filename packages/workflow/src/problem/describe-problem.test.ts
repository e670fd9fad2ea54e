import { describe, expect, it } from "vitest";
import { describeProblem, describeProblems } from "./describe-problem.js";
import type { Problem } from "./problem.js";

const problem: Problem = {
  code: "NODE_ID_TWICE",
  severity: "error",
  message: "Two nodes.",
  hint: "Rename one.",
  location: { file: "wf.ts", line: 3, column: 5 },
};

describe("describeProblem", () => {
  it("says the code, the place and what to do", () => {
    expect(describeProblem(problem)).toBe("[NODE_ID_TWICE] Two nodes.\n  at wf.ts:3:5\n  hint: Rename one.");
  });

  it("says that it is a warning, and leaves out what is not known", () => {
    expect(describeProblem({ code: "A", severity: "warning", message: "So." })).toBe("warning [A] So.");
  });
});

describe("describeProblems", () => {
  it("is a list", () => {
    expect(describeProblems([problem, { code: "A", severity: "error", message: "So." }])).toBe(
      "  - [NODE_ID_TWICE] Two nodes.\n      at wf.ts:3:5\n      hint: Rename one.\n  - [A] So.",
    );
  });

  it("counts those behind the first 20", () => {
    const lines = (count: number) =>
      describeProblems(Array.from({ length: count }, () => problem)).split("\n");
    expect(lines(20)).toHaveLength(60);
    expect(lines(23)).toHaveLength(61);
    expect(lines(23).at(-1)).toBe("  and 3 more");
  });
});
