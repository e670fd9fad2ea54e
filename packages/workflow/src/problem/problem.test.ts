import { defineErrors } from "@flytekit-ts/core/errors";
import { describe, expect, it } from "vitest";
import { toProblem, unseen } from "./problem.js";

const errors = defineErrors({
  HINTED: { origin: "user", message: (p: { what: string }) => `About ${p.what}.`, hint: "Do this." },
  PLAIN: { origin: "user", message: () => "Plain." },
});
const place = { location: { file: "a.ts", line: 3, column: 5 } };

describe("toProblem", () => {
  it("has the words of the error, without code and place, and its hint", () => {
    expect(toProblem(errors.HINTED({ what: "x" }), { nodeId: "n0", place })).toEqual({
      code: "HINTED",
      severity: "error",
      nodeId: "n0",
      message: "About x.",
      hint: "Do this.",
      location: place.location,
    });
  });

  it("has what the backend calls it, and what was wanted and given where", () => {
    const context = { backendCode: "ValueRequired", input: "x", expected: "integer", got: "float" } as const;
    expect(toProblem(errors.PLAIN({}), context)).toEqual({
      code: "PLAIN",
      severity: "error",
      message: "Plain.",
      ...context,
    });
  });

  it("leaves out what there is not", () => {
    expect(Object.keys(toProblem(errors.PLAIN({}), {}))).toEqual(["code", "severity", "message"]);
  });

  it("keeps the error's own place", () => {
    const location = { file: "b.ts", line: 1, column: 1 };
    expect(toProblem(errors.PLAIN({}, { location }), { place }).location).toEqual(location);
  });

  it("says what the backend calls it, and what was wanted where and given", () => {
    const about = {
      backendCode: "MismatchingTypes",
      nodeId: "n0",
      input: "x",
      expected: "a",
      got: "b",
    } as const;
    expect(toProblem(errors.PLAIN({}), about)).toEqual({
      code: "PLAIN",
      severity: "error",
      message: "Plain.",
      ...about,
    });
  });

  it("may be a warning", () => {
    expect(toProblem(errors.PLAIN({}), { severity: "warning" }).severity).toBe("warning");
  });
});

describe("unseen", () => {
  it("is the problem without the backend's name for it", () => {
    const problem = toProblem(errors.PLAIN({}), { backendCode: "CycleDetected", nodeId: "n0" });
    expect(unseen(problem)).toEqual({ code: "PLAIN", severity: "error", message: "Plain.", nodeId: "n0" });
    expect("backendCode" in unseen(problem)).toBe(false);
  });
});
