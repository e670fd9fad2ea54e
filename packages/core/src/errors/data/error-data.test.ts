import { describe, expect, it } from "vitest";
import * as errors from "../../errors.js";
import { fromErrorData, toErrorData } from "./error-data.js";
import { isNonRecoverable, NonRecoverableError } from "../thrown/non-recoverable-error.js";

const there = (error: unknown): unknown => fromErrorData(JSON.parse(JSON.stringify(toErrorData(error))));

const hostile: readonly (readonly [string, unknown])[] = [
  ["a proxy whose traps throw", new Proxy({}, { get: fail, getPrototypeOf: fail, has: fail, ownKeys: fail })],
  [
    "an error whose getters throw",
    Object.defineProperties(new Error("x"), { message: { get: fail }, cause: { get: fail } }),
  ],
  ["a frozen error", Object.freeze(new Error("cold"))],
  ["a message that is a symbol", Object.assign(new Error("x"), { message: Symbol("s") })],
  ["a function", () => {}],
  ["a bigint", 12n],
  ["a symbol", Symbol("s")],
  ["undefined", undefined],
  ["an error that is its own cause", selfCaused()],
  ["not a number", Number.NaN],
];

function fail(): never {
  throw new Error("no");
}
function selfCaused(): Error {
  const error = new Error("round");
  error.cause = error;
  return error;
}

describe("an error as data", () => {
  it("is the same error again, with its place, hint, parameters, stack and causes", () => {
    const cause = new TypeError("inner", { cause: "why" });
    const location = { file: "/a/b.ts", line: 3, column: 7 };
    const error = errors.TASK_FAILED({ task: "t", node: "n0", message: "inner" }, { cause, location });
    const again = there(error);
    expect(errors.TASK_FAILED.is(again)).toBe(true);
    expect(again).toMatchObject({
      code: "TASK_FAILED",
      message: error.message,
      text: error.text,
      hint: error.hint,
      origin: "user",
      params: { task: "t", node: "n0", message: "inner" },
      location,
      stack: error.stack,
      cause: { name: "TypeError", message: "inner", stack: cause.stack, cause: "why" },
    });
  });

  it("keeps what lists in the parameters hold", () => {
    const problems = [{ path: "a", problem: "bad" }];
    const error = errors.UNREACHABLE({ value: problems } as never);
    expect((there(error) as typeof error).params.value).toEqual(problems);
  });

  it("keeps that another attempt is pointless", () => {
    expect(isNonRecoverable(there(new NonRecoverableError("no use")))).toBe(true);
    expect(isNonRecoverable(there(new Error("x")))).toBe(false);
  });

  it("keeps the errors of an AggregateError", () => {
    expect(there(new AggregateError([new Error("a"), "b"], "both"))).toMatchObject({
      name: "AggregateError",
      errors: [{ message: "a" }, "b"],
    });
  });

  it.each([["text"], [3], [true], [null]])("keeps the primitive %s", (value) => {
    expect(there(value)).toBe(value);
  });

  it.each(hostile)("is made of %s", (_, error) => {
    const again = there(error);
    expect(["string", "object"]).toContain(typeof again);
    expect(again).not.toBeUndefined();
  });

  it("ends where causes go round", () => {
    expect(JSON.stringify(toErrorData(selfCaused())).length).toBeLessThan(50_000);
  });
});
