import { MsgpackWriter } from "@flytekit-ts/core/types";
import { describe, expect, it } from "vitest";
import { msgpackText } from "./msgpack-text.js";

function textOf(write: (writer: MsgpackWriter) => void): string {
  const writer = new MsgpackWriter();
  write(writer);
  return msgpackText(writer.finish());
}

function record(...entries: readonly (readonly [string, number])[]): string {
  return textOf((writer) => {
    writer.map(entries.length);
    for (const [key, value] of entries) {
      writer.string(key);
      writer.int(value);
    }
  });
}

describe("msgpackText", () => {
  it("does not depend on the order of keys", () => {
    expect(record(["a", 1], ["b", 2])).toBe(record(["b", 2], ["a", 1]));
    expect(record(["a", 1], ["b", 2])).not.toBe(record(["a", 2], ["b", 1]));
  });

  it("does not depend on the width of an int", () => {
    expect(msgpackText(Uint8Array.of(0xd3, 0, 0, 0, 0, 0, 0, 0, 7))).toBe(msgpackText(Uint8Array.of(7)));
  });

  it("tells an int from a float, and a string from a number", () => {
    const [int, float, string] = [
      textOf((writer) => writer.int(1)),
      textOf((writer) => writer.float(1)),
      textOf((writer) => writer.string("1")),
    ];
    expect([int, float, string]).toEqual(["1", "1.0", '"1"']);
  });

  it("keeps the order of lists", () => {
    const list = (...items: readonly number[]): string =>
      textOf((writer) => {
        writer.list(items.length);
        for (const item of items) writer.int(item);
      });
    expect(list(1, 2)).toBe("[1, 2]");
    expect(list(2, 1)).toBe("[2, 1]");
  });

  it("reads nothing, booleans and bytes", () => {
    expect([
      msgpackText(Uint8Array.of(0xc0)),
      msgpackText(Uint8Array.of(0xc3)),
      msgpackText(Uint8Array.of(0xc4, 2, 1, 255)),
      msgpackText(Uint8Array.of(0xd4, 5, 1)),
    ]).toEqual(["none", "true", "bytes 01ff", "extension 5 01"]);
  });

  it("refuses bytes after the value", () => {
    expect(() => msgpackText(Uint8Array.of(1, 2))).toThrow("bytes follow the value");
  });
});
