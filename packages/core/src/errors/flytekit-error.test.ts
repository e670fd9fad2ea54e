import { inspect } from "node:util";

import { describe, expect, it } from "vitest";

import { copyOf } from "../../test/support/copy-of.js";
import { FlytekitError, isFlytekitError } from "./flytekit-error.js";

const parts = { code: "BAD_THING", origin: "user", text: "x was wrong.", params: { x: 1 } } as const;
const location = { file: "/app/a b.ts", line: 3, column: 7 };

describe("FlytekitError", () => {
  it("says code, text, place and hint, each on a line of its own", () => {
    const error = new FlytekitError({ ...parts, hint: "Do better.", location });
    expect(error.message).toBe("[BAD_THING] x was wrong.\n  at /app/a b.ts:3:7\n  hint: Do better.");
    expect(error).toMatchObject({ ...parts, name: "FlytekitError", hint: "Do better.", location });
  });

  it("says no more than it knows", () => {
    const error = new FlytekitError(parts);
    expect(error.message).toBe("[BAD_THING] x was wrong.");
    expect(["cause" in error, error.hint, error.location]).toEqual([false, undefined, undefined]);
  });

  it("keeps its cause", () => {
    const cause = new Error("why");
    expect(new FlytekitError({ ...parts, cause }).cause).toBe(cause);
    expect(inspect(new FlytekitError({ ...parts, cause }))).toContain("[cause]: Error: why");
  });

  it("is printed once: what the message says is not listed again", () => {
    const error = new FlytekitError({ ...parts, params: { secret: 42 }, hint: "Do better.", location });
    const printed = inspect(error);
    expect(printed).toContain("code: 'BAD_THING'");
    expect([printed.split("Do better.").length, printed.includes("42")]).toEqual([2, false]);
    expect(Object.keys(error).toSorted()).toEqual(["code", "name"]);
  });

  it("is an Error like any other", () => {
    const error = new FlytekitError(parts);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toBe("FlytekitError: [BAD_THING] x was wrong.");
    expect(Object.keys(error)).not.toContain("message");
  });
});

describe("isFlytekitError", () => {
  it("knows the errors of another copy of this package, whose class is another one", async () => {
    const other = await copyOf<typeof import("./flytekit-error.js")>(import.meta.url, "./flytekit-error.ts");
    const error = new other.FlytekitError(parts);
    expect(error.constructor).not.toBe(FlytekitError);
    expect(error instanceof FlytekitError).toBe(true);
    expect([isFlytekitError(error), other.isFlytekitError(new FlytekitError(parts))]).toEqual([true, true]);
  });

  it.each([null, undefined, "BAD_THING", new Error("x"), { code: "BAD_THING", message: "x" }, () => 1])(
    "knows nothing else: %#",
    (value) => {
      expect(isFlytekitError(value)).toBe(false);
    },
  );
});
