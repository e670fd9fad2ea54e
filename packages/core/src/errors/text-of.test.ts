import { describe, expect, it } from "vitest";

import { hostileValues } from "../../test/support/hostile.js";
import * as errors from "../errors.js";
import { describeValue } from "../words/describe-value.js";
import { isPlainObject } from "../words/plain-object.js";
import { isFlytekitError } from "./flytekit-error.js";
import { isNonRecoverable } from "./thrown/non-recoverable-error.js";
import { textOf } from "./text-of.js";

describe("textOf", () => {
  it.each([
    [new RangeError("too large"), "too large"],
    ["a text", "a text"],
    [{ message: "from elsewhere" }, "from elsewhere"],
    [3, "3"],
    [null, "null"],
    [undefined, "undefined"],
    [errors.UNREACHABLE({ value: "x" }), "A value does not have its declared type: x."],
  ])("gives the message of %s", (error, text) => {
    expect(textOf(error)).toBe(text);
  });

  it.each([
    [new Error(), "an Error without a message"],
    [new RangeError("  "), "a RangeError without a message"],
    [Object.assign(new Error(), { name: "AbortError" }), "an AbortError without a message"],
    [Object.assign(new Error(), { name: "" }), "an error without a message"],
    [{}, "an object"],
    ["", "an empty string"],
  ])("says of an error that says nothing what it is: %#", (error, text) => {
    expect(textOf(error)).toBe(text);
  });

  it("says of a rejection that nobody waited for what it was rejected with", () => {
    const message =
      "This error originated either by throwing inside of an async function without a catch block, or by rejecting a " +
      'promise which was not handled with .catch(). The promise rejected with the reason "null".';
    expect(textOf(new Error(message))).toBe("a promise was rejected with null");
  });

  it("does not print the source of a function, or the digits of a huge number", () => {
    expect(textOf(() => "source")).toBe("a function");
    expect(textOf(2n ** 100_000n).length).toBeLessThan(100);
  });
});

describe.each([...hostileValues()])("a thrown value with %s", (_, value) => {
  it("has a text", () => {
    expect(typeof textOf(value)).toBe("string");
    expect(textOf(value)).not.toBe("");
  });

  it("can be described, and be asked whether it is a plain object", () => {
    expect(describeValue(value)).not.toBe("");
    expect(typeof isPlainObject(value)).toBe("boolean");
  });

  it("is no error of ours, and another attempt may follow", () => {
    expect([isFlytekitError(value), isNonRecoverable(value)]).toEqual([false, false]);
  });
});
