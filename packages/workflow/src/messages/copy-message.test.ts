import { describe, expect, it } from "vitest";
import { copyMessage } from "./copy-message.js";

describe("copyMessage", () => {
  const message = {
    id: { name: "a", parts: ["x", "y"] },
    types: new Map([["n", { simple: 1 }]]),
    bytes: Uint8Array.of(1, 2),
    count: 3n,
    none: undefined,
    nothing: null,
  };

  it("gives an equal message", () => {
    expect(copyMessage(message)).toStrictEqual(message);
  });

  it("shares nothing with it, at any depth", () => {
    const copy = copyMessage(message);
    copy.id.parts.push("z");
    copy.types.set("n", { simple: 2 }).set("m", { simple: 3 });
    copy.bytes[0] = 9;
    expect(message.id.parts).toEqual(["x", "y"]);
    expect([...message.types]).toEqual([["n", { simple: 1 }]]);
    expect([...message.bytes]).toEqual([1, 2]);
  });

  it("keeps the key __proto__ of an object without prototype, as a Struct has it", () => {
    const struct = Object.assign(Object.create(null), { a: { b: [1] } }) as Record<string, unknown>;
    struct["__proto__"] = { polluted: true };
    const copy = copyMessage({ struct }).struct;
    expect(Object.keys(copy)).toEqual(["a", "__proto__"]);
    expect(Object.getPrototypeOf(copy)).toBeNull();
    expect(Reflect.get(copy, "polluted")).toBeUndefined();
  });
});
