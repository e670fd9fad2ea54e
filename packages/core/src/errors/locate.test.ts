import { describe, expect, it } from "vitest";

import * as errors from "../errors.js";
import { isFlytekitError } from "./flytekit-error.js";
import { locate } from "./locate.js";

const location = { file: "/app/a.ts", line: 3, column: 7 };

describe("locate", () => {
  it("gives an error a place, and keeps all else", () => {
    const cause = new Error("why");
    const error = errors.FUNCTION_MISSING({ entity: "task a" }, { cause });
    const located = locate(error, { location });
    expect(located).toMatchObject({
      code: error.code,
      text: error.text,
      params: error.params,
      hint: error.hint,
      cause,
      location,
    });
    expect(isFlytekitError(located)).toBe(true);
    expect(String(located)).toContain("\n  at /app/a.ts:3:7");
  });

  it("keeps the stack that led to the error", () => {
    const error = errors.UNREACHABLE({ value: "x" });
    const frames = (stack = ""): string[] => stack.split("\n").filter((line) => line.startsWith("    at "));
    const located = locate(error, { location }) as Error;
    expect(frames(located.stack)).toEqual(frames(error.stack));
    expect(located.stack?.startsWith(`FlytekitError: ${located.message}`)).toBe(true);
  });

  it("is content where there is no stack", () => {
    const error = errors.UNREACHABLE({ value: "x" });
    error.stack = "FlytekitError: no frames";
    const located = locate(error, { location }) as Error;
    expect(located.stack).toBe(`FlytekitError: ${located.message}`);
  });

  it.each([
    ["an object", () => ({})],
    [
      "nothing, but throws",
      () => {
        throw new Error("formatter");
      },
    ],
  ])("keeps the error where the formatter of stacks gives %s", (_what, formatter) => {
    const prepare = Error.prepareStackTrace;
    try {
      Error.prepareStackTrace = formatter;
      const located = locate(errors.UNREACHABLE({ value: "x" }), { location });
      expect(located).toMatchObject({ code: "UNREACHABLE", location });
    } finally {
      Error.prepareStackTrace = prepare;
    }
  });

  it("leaves the place that an error has", () => {
    const error = errors.UNREACHABLE({ value: "x" }, { location: { ...location, line: 1 } });
    expect(locate(error, { location })).toBe(error);
  });

  it.each([new TypeError("x"), "x", undefined])("passes on what is not ours: %#", (value) => {
    expect(locate(value, { location })).toBe(value);
  });
});
