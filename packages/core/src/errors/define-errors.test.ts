import { describe, expect, it } from "vitest";

import { defineErrors } from "./define-errors.js";

const errors = defineErrors({
  TOO_MANY: {
    origin: "user",
    message: (p: { found: number }) => `Found ${p.found}, but one is enough.`,
    hint: "Take some away.",
  },
  BROKEN: { origin: "system", message: (p: { why: string }) => `Broken: ${p.why}.` },
});

describe("defineErrors", () => {
  it("makes an error from its parameters", () => {
    expect(errors.TOO_MANY({ found: 3 })).toMatchObject({
      code: "TOO_MANY",
      origin: "user",
      text: "Found 3, but one is enough.",
      hint: "Take some away.",
      params: { found: 3 },
    });
  });

  it("keeps cause and place", () => {
    const [cause, location] = [new Error("x"), { file: "/a.ts", line: 1, column: 2 }];
    expect(errors.BROKEN({ why: "x" }, { cause, location })).toMatchObject({
      cause,
      location,
      origin: "system",
    });
  });

  it("knows its own errors by their code, and narrows them", () => {
    const error: unknown = errors.TOO_MANY({ found: 3 });
    expect(errors.TOO_MANY.is(error) && error.params.found).toBe(3);
    expect([errors.BROKEN.is(error), errors.TOO_MANY.is(new Error("x")), errors.TOO_MANY.is(null)]).toEqual([
      false,
      false,
      false,
    ]);
    expect(errors.TOO_MANY.code).toBe("TOO_MANY");
  });

  it("begins the stack where the error is thrown", () => {
    const [, first] =
      errors
        .BROKEN({ why: "x" })
        .stack?.split("\n")
        .filter((line) => !line.startsWith("  hint")) ?? [];
    expect(first).toContain("define-errors.test.ts");
  });

  it("may have a hint that depends on what happened", () => {
    const { EITHER } = defineErrors({
      EITHER: {
        origin: "user",
        message: (p: { known: boolean }) => `It is ${p.known ? "known" : "unknown"}.`,
        hint: ({ known }) => (known ? undefined : "Name it."),
      },
    });
    expect([EITHER({ known: true }).hint, EITHER({ known: false }).hint]).toEqual([undefined, "Name it."]);
  });

  it("is frozen", () => {
    expect([Object.isFrozen(errors), Object.isFrozen(errors.BROKEN)]).toEqual([true, true]);
  });
});
