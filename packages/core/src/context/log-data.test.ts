import { describe, expect, it } from "vitest";
import { logFields, logText } from "./log-data.js";

const thrower = {
  get bad(): never {
    throw new Error("no");
  },
  good: 1,
};
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

describe("logged values", () => {
  it("become data that JSON holds", () => {
    const date = new Date(0);
    expect(
      logFields({
        text: "a",
        n: 1.5,
        nan: Number.NaN,
        big: 10n,
        yes: true,
        none: null,
        left: undefined,
        date,
        url: new URL("https://a.b/c"),
        error: new TypeError("wrong"),
        list: [1, undefined, [2]],
        map: new Map(),
        fn: () => 1,
        symbol: Symbol("s"),
        invalid: new Date(Number.NaN),
      }),
    ).toEqual({
      text: "a",
      n: 1.5,
      nan: "NaN",
      big: "10",
      yes: true,
      none: null,
      date: "1970-01-01T00:00:00.000Z",
      url: "https://a.b/c",
      error: "wrong",
      list: [1, null, [2]],
      map: "an object of class Map",
      fn: "a function",
      symbol: "a symbol",
      invalid: "an invalid Date",
    });
    expect(logFields({})).toBeUndefined();
    expect(logFields(undefined)).toBeUndefined();
    expect(logFields(null)).toBeUndefined();
    expect(logFields("text")).toEqual({ value: "text" });
    expect(JSON.stringify(logFields(JSON.parse('{"__proto__": {"a": 1}}')))).toBe('{"__proto__":{"a":1}}');
  });

  it("never throw, and end", () => {
    expect(logFields(thrower)).toEqual({ bad: "a value that cannot be read", good: 1 });
    expect(logFields({ a: revoked() })).toEqual({ a: "a value that cannot be read" });
    expect(logFields(revoked())).toEqual({ value: "a value that cannot be read" });
    const cyclic: Record<string, unknown> = { a: 1 };
    cyclic["self"] = cyclic;
    expect(JSON.stringify(logFields(cyclic)).length).toBeLessThan(200);
    const long = logFields({ list: Array.from({ length: 1e5 }, () => 1) });
    expect(JSON.stringify(long).length).toBeLessThan(5000);
    expect(JSON.stringify(long)).toContain('"..."');
    const wide: unknown[] = [];
    for (let i = 0; i < 6; i += 1) wide.push(wide);
    expect(JSON.stringify(logFields({ wide })).length).toBeLessThan(100_000);
  });

  it("are messages of any type", () => {
    expect(logText("")).toBe("");
    expect(logText(new Error("failed"))).toBe("failed");
    expect(logText(revoked())).toBe("a value that cannot be read");
    expect(logText(undefined)).toBe("undefined");
  });
});
