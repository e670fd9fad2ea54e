import { SimpleType } from "@flytekit-ts/core/literals";
import { createType, deriveType, resolveType, scalarTransformer, simpleType } from "@flytekit-ts/core/types";
import { t } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { defaultText } from "./default-text.js";

const partsOf = (text: string) =>
  /^\d+\.\d+$/.test(text) ? { value: text.split(".").map(Number) } : undefined;
const textOf = (value: unknown): string => (value as readonly number[]).join(".");

/** A type as authors of plugins make them. */
const version = createType<readonly number[], "version">({
  transformer: scalarTransformer({
    tag: "str",
    words: "version (two numbers)",
    literalType: simpleType(SimpleType.STRING),
    jsonSchema: { type: "string" },
    accepts: (value) => Array.isArray(value) && value.length === 2,
    encode: (value) => ({
      value: { $case: "primitive", value: { value: { $case: "stringValue", value: textOf(value) } } },
    }),
    decode: ({ value }) =>
      value?.$case === "primitive" && value.value.value?.$case === "stringValue"
        ? partsOf(value.value.value.value)
        : undefined,
    write: (value, writer) => writer.string(textOf(value)),
    read: (token) => (token.kind === "string" ? partsOf(token.value) : undefined),
  }),
});
const money = deriveType("Money", t.int(), {
  encode: ({ cents }: { readonly cents: number }) => cents,
  decode: (cents) => ({ cents }),
});

describe("the default of a type of an author", () => {
  it.each([
    ["1.2", version.default([1, 2])],
    [
      '["1.2","3.4"]',
      t.list(version).default([
        [1, 2],
        [3, 4],
      ]),
    ],
    ["500", money.default({ cents: 500 })],
    ["0.5", t.float().default(0.5)],
    ["text", t.string().default("text")],
    ["true", t.boolean().default(true)],
    ["[1,2]", t.list(t.int()).default([1, 2])],
    ["90s", t.duration().default(90_000)],
    ["2026-01-02T00:00:00+00:00", t.datetime().default(new Date("2026-01-02T00:00:00Z"))],
    ["9223372036854775807", t.int({ bigint: true }).default(9223372036854775807n)],
  ])("is what one would type: %s", (text, type) => {
    expect(defaultText(resolveType(type, "a test"))).toBe(text);
  });
});
