import { describe, expect, it } from "vitest";

import { copyOf } from "../../../test/support/copy-of.js";
import { isNonRecoverable, NonRecoverableError } from "./non-recoverable-error.js";

describe("NonRecoverableError", () => {
  it("is an Error with a name and a cause", () => {
    const cause = new Error("why");
    expect(new NonRecoverableError("no use", { cause })).toMatchObject({
      name: "NonRecoverableError",
      message: "no use",
      cause,
    });
  });
});

describe("isNonRecoverable", () => {
  it("knows those of another copy of this package, and classes made from it", async () => {
    const other = await copyOf<typeof import("./non-recoverable-error.js")>(
      import.meta.url,
      "./non-recoverable-error.ts",
    );
    class Own extends NonRecoverableError {}
    expect([new other.NonRecoverableError("x"), new Own("x")].map(isNonRecoverable)).toEqual([true, true]);
  });

  it.each([new Error("x"), "x", null, undefined, {}])("knows nothing else: %#", (value) => {
    expect(isNonRecoverable(value)).toBe(false);
  });
});
