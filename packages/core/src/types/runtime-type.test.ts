import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import { copyOf } from "../../test/support/copy-of.js";
import { stringTransformer } from "../transformers/string.js";
import { t } from "../makers/t.js";
import { makeType, runtimeType } from "./runtime-type.js";

describe("makeType", () => {
  it("keeps what its author said about it", () => {
    const type = makeType<string, "string">({ transformer: stringTransformer });
    expect(runtimeType(type.default("A").describe("text"), "x")).toMatchObject({
      default: { value: "A" },
      description: "text",
    });
  });
});

describe("runtimeType", () => {
  it("knows the types of another copy of this package", async () => {
    const other = await copyOf<typeof import("./runtime-type.js")>(import.meta.url, "./runtime-type.ts");
    const text = other.makeType<string, "string">({ transformer: stringTransformer });
    expect(runtimeType(t.list(text), "x").transformer.words).toBe("list of string");
  });

  it.each([
    [undefined, "nothing"],
    ["int", "a string"],
    [t.int, "a function"],
    [{}, "an object"],
    [{ "~standard": { vendor: "arktype" } }, "an object that is no schema of a library"],
  ])("refuses %o with its place", (type, given) => {
    expect(refusal(() => runtimeType(type as never, "inputs.x of task a.b"))).toBe(
      `TYPE_UNKNOWN: A Flyte type is needed for inputs.x of task a.b, but ${given} was given.`,
    );
  });
});
