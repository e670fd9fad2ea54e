import { describe, expect, it } from "vitest";
import { whyUnreadable } from "./why-unreadable.js";

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let message: unknown = {};
  for (let i = 0; i < depth; i += 1) message = wrap(message);
  return message;
}

describe("whyUnreadable", () => {
  it("finds nothing in what a decoder gives", () => {
    expect(
      whyUnreadable({ a: [1, "b", null, undefined, 2n], c: new Map([["d", Uint8Array.of(1)]]) }),
    ).toBeUndefined();
    expect(whyUnreadable(undefined)).toBeUndefined();
    expect(whyUnreadable("text")).toBeUndefined();
  });

  it.each([
    ["objects", (inner: unknown) => ({ inner })],
    ["lists", (inner: unknown) => [1, inner]],
    ["maps", (inner: unknown) => new Map([["a", inner]])],
  ])("finds %s too deep inside each other", (_, wrap) => {
    expect(whyUnreadable(nested(500, wrap))).toBeUndefined();
    expect(whyUnreadable(nested(501, wrap))).toBe("it nests deeper than 500 levels");
    expect(whyUnreadable(nested(1_000_000, wrap))).toBe("it nests deeper than 500 levels");
  });

  it("finds what contains itself", () => {
    const message: { own: unknown[] } = { own: [] };
    message.own.push(message, message);
    expect(whyUnreadable(message)).toBe("it nests deeper than 500 levels");
  });

  it("finds what shares its parts without end", () => {
    expect(whyUnreadable(nested(20, (inner) => [inner, inner]))).toBeUndefined();
    expect(whyUnreadable(nested(60, (inner) => ({ a: inner, b: inner })))).toBe(
      "it has more than 5000000 parts",
    );
  });

  it("finds what is both too deep and shared, and reads a large message without shared parts", () => {
    const deep = nested(700, (inner) => ({ a: inner }));
    const wide = Array.from({ length: 120_000 }, () => ({}));
    expect(whyUnreadable([wide, deep])).toBe("it nests deeper than 500 levels");
    expect(whyUnreadable([wide, nested(300, (inner) => [inner])])).toBeUndefined();
  });

  it("takes bytes for one value", () => {
    expect(whyUnreadable({ bytes: new Uint8Array(20_000_000) })).toBeUndefined();
  });
});
