import { createContext, runInContext } from "node:vm";

import { describe, expect, it } from "vitest";

import { encode } from "../codec/encode.js";
import { ListValue, Struct, Value } from "./struct.js";

const again = (struct: Struct): Struct => Struct.decode(encode(Struct, struct));

describe("Struct", () => {
  it("keeps every kind of JSON value", () => {
    const struct = {
      n: null,
      t: true,
      f: false,
      i: -0,
      d: 1e300,
      nan: NaN,
      s: "é",
      l: [[], [null, "a"]],
      o: { "": {} },
    };
    expect(again(struct)).toEqual(struct);
  });

  it("keeps a key __proto__ as a key", () => {
    const struct: Struct = JSON.parse(
      '{ "__proto__": { "polluted": true }, "constructor": { "prototype": 1 } }',
    );
    const decoded = again(struct);
    expect(Object.getPrototypeOf(decoded)).toBeNull();
    expect(Object.entries(decoded)).toEqual(Object.entries(struct));
    expect(({} as Struct)["polluted"]).toBeUndefined();
  });

  it("leaves out a key whose value is undefined", () => {
    expect(again({ a: undefined, b: 1 })).toEqual({ b: 1 });
  });

  it("takes the last of two equal keys, and null for a Value that holds nothing", () => {
    const one = encode(Struct, { a: 1 });
    const two = encode(Struct, { a: 2 });
    expect(Struct.decode(Buffer.concat([one, two]))).toEqual({ a: 2 });
    expect(Struct.decode(new Uint8Array([10, 5, 10, 1, 97, 18, 0]))).toEqual({ a: null });
  });

  it.each([
    ["bigint", 1n],
    ["function", () => 1],
    ["symbol", Symbol("s")],
    ["Date", new Date(0)],
    ["Map", new Map()],
    ["Uint8Array", new Uint8Array(1)],
    ["undefined", [undefined]],
  ])("refuses a %s and names its key", (type, value) => {
    expect(() => encode(Struct, { a: { b: value } })).toThrow(`but "b" has a value of type ${type}`);
  });

  it("takes plain objects of another realm", () => {
    const struct: Struct = runInContext("({ a: { b: [{ c: 1 }] } })", createContext());
    expect(again(struct)).toEqual({ a: { b: [{ c: 1 }] } });
  });

  it("is what generated code unwraps to and wraps", () => {
    const struct = { a: 1 };
    expect(Struct.unwrap(Struct.wrap(struct))).toBe(struct);
    expect(Struct.wrap(undefined)).toEqual({});
  });
});

describe("Value and ListValue", () => {
  it.each([null, 0, "", false, [], { a: [1] }])("keep %j", (value) => {
    expect(Value.decode(encode(Value, value))).toEqual(value);
    expect(ListValue.decode(encode(ListValue, [value]))).toEqual([value]);
  });

  it("refuse undefined", () => {
    expect(() => encode(Value, undefined)).toThrow(TypeError);
  });
});
