import { runAuthor } from "@flytekit-ts/core/graph";
import { describe, expect, it } from "vitest";
import { describeFailure } from "./describe-failure.js";
import { userFailure } from "./failure.js";
import { typeName } from "./type-name.js";

const said = (error: unknown): string => describeFailure(userFailure(error), undefined);

describe("describeFailure", () => {
  it("has the layout of flytekit, with blank lines as they are", () => {
    const error = Object.assign(new RangeError("a\n\nb"), {
      stack: "RangeError: a\n    at f (/app/x.js:1:2)",
    });
    expect(said(error)).toBe(
      "Trace:\n\n    RangeError: a\n        at f (/app/x.js:1:2)\n\nMessage:\n\n    RangeError: a\n\n    b",
    );
  });

  it("leaves out the frames that ran the author's code", () => {
    const thrown = (): never => {
      throw new TypeError("x");
    };
    let error: unknown;
    try {
      runAuthor({ location: undefined }, thrown);
    } catch (caught) {
      error = caught;
    }
    expect(said(error).match(/^ {8}at /gm)).toHaveLength(1);
  });

  it("tells causes, each once, and the parts of an AggregateError", () => {
    const loop = new Error("loop");
    Object.assign(loop, { cause: new AggregateError([new TypeError("one"), loop], "several") });
    const text = said(loop);
    expect(text.match(/Caused by: .*/g)).toEqual([
      "Caused by: AggregateError: several",
      "Caused by: TypeError: one",
    ]);
  });

  it("cuts what is too long, and keeps the characters whole", () => {
    const text = said(new Error(`${"x".repeat(199_999)}😀${"y".repeat(5_000)}`));
    expect(text.length).toBeLessThan(410_000);
    expect(text).toMatch(/more characters\)$/);
    expect(text.isWellFormed()).toBe(true);
  });

  const hostile = new Proxy(
    {},
    {
      get() {
        throw new Error("no");
      },
      getPrototypeOf() {
        throw new Error("no");
      },
    },
  );
  it.each([
    ["a proxy", hostile],
    ["undefined", undefined],
    ["null", null],
    ["a number", 3],
    ["a function", () => 1],
    ["a symbol", Symbol("s")],
    ["an object", { a: 1 }],
    ["half a character", "\ud800"],
  ])("tells %s without throwing", (_, thrown) => {
    expect(said(thrown)).toMatch(/^Trace:\n\n {4}\S[^]*\nMessage:\n\n {4}\S/);
  });
});

describe("typeName", () => {
  class Coded extends Error {}
  class Named extends Error {
    override readonly name = "MyName";
  }
  it.each([
    [new Coded("x"), "Coded"],
    [new Named("x"), "MyName"],
    [new Error("x"), "Error"],
    ["text", "string"],
    [null, "null"],
    [Object.create(null) as object, "object"],
    [{ name: "not\na name" }, "Object"],
  ])("names the class of %j", (thrown, name) => expect(typeName(thrown)).toBe(name));
});
