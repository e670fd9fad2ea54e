import { describe, expect, it } from "vitest";
import { FLOAT, INTEGER, NONE, unionOf } from "../../../test/support/idl-messages.js";
import { castProblem } from "./cast-problem.js";

describe("castProblem", () => {
  it("is what keeps a type from being taken for another", () => {
    expect(castProblem(INTEGER, unionOf(INTEGER, NONE))).toBeUndefined();
    expect(castProblem(INTEGER, FLOAT)).toBe("not-castable");
  });
});
