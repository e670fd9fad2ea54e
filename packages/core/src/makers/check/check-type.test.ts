import { SimpleType } from "@flytekit-ts/models/core";
import { describe, expect, it } from "vitest";

import { rejection } from "../../../test/support/caught.js";
import { transformerOf } from "../../../test/support/convert.js";
import { FlyteFloat } from "../../literals/flyte-float.js";
import { msgpackLiteral } from "../../literals/literal.js";
import { simpleType } from "../../literals/literal-type.js";
import { stringTransformer } from "../../transformers/string.js";
import type { FlyteType, TypeLike } from "../../types/infer.js";
import type { TypeTransformer } from "../../types/transformer.js";
import { createType } from "../create-type.js";
import { deriveType } from "../derive-type.js";
import { t } from "../t.js";
import { checkType } from "./check-type.js";

const record = t.struct("R", { a: t.int(), b: t.optional(t.list(t.float())), c: t.json().default({ x: 1 }) });
const text = deriveType("Text", t.binary(), {
  encode: (value: string) => {
    if (typeof value !== "string") throw new TypeError("no string");
    return new TextEncoder().encode(value);
  },
  decode: (bytes) => new TextDecoder().decode(bytes),
});

const ours: readonly (readonly [string, TypeLike, readonly unknown[]])[] = [
  ["int", t.int(), [0, -1, 2 ** 53 - 1]],
  ["bigint", t.int({ bigint: true }), [0n, 2n ** 63n - 1n]],
  ["float", t.float(), [0, -0, Number.NaN, 1e300]],
  ["string", t.string(), ["", "é😀\u0000"]],
  ["boolean", t.boolean(), [true, false]],
  ["datetime", t.datetime(), [new Date(0), new Date(-1)]],
  ["exact datetime", t.datetime({ exact: true }), [{ seconds: -1n, nanos: 1000 }]],
  ["date", t.date(), ["0001-01-01", "2024-02-29"]],
  ["duration", t.duration(), [0, -1.5]],
  ["exact duration", t.duration({ exact: true }), [1000n]],
  ["none", t.none(), [undefined]],
  ["error", t.error(), [{ message: "m", failedNodeId: "n0" }]],
  ["binary", t.binary(), [new Uint8Array(), new Uint8Array([1, 2])]],
  ["json", t.json(), [{}, { a: [1, 1.5, null, { b: "x" }] }]],
  ["exact json", t.json({ exact: true }), [{ a: new FlyteFloat(1) }, new Map([[1, 2n ** 60n]])]],
  ["enum", t.enum(["a", "b"]), ["b"]],
  ["choice of strings", t.literal(["a", "b"]), ["b"]],
  ["choice of ints", t.literal([1, 2n]), [1, 2n]],
  ["choice of floats", t.literal([1.5]), [1.5]],
  ["choice of booleans", t.literal([true]), [true]],
  ["list", t.list(t.list(record)), [[], [[{ a: 1, b: [2], c: {} }]]]],
  ["map", t.map(t.optional(t.int())), [{}, { a: 1, b: undefined }]],
  ["keyed map", t.map(t.date(), { keys: t.int() }), [new Map([[1, "2024-05-31"]])]],
  ["optional", t.optional(t.date()), [undefined, "2024-05-31"]],
  ["union", t.union([t.int(), t.string(), t.list(t.float())]), [1, "x", [1.5]]],
  ["record", record, [{ a: 1, b: undefined, c: {} }]],
  [
    "hashed and annotated",
    t
      .int()
      .hashed(String)
      .annotate({ a: { b: [1] } }),
    [3],
  ],
  [
    "derived",
    deriveType("M", t.int(), { encode: (m: { c: number }) => m.c, decode: (c) => ({ c }) }),
    [{ c: 1 }],
  ],
  ["derived from bytes", text, ["é", ""]],
];

describe("checkType", () => {
  it.each(ours)("finds nothing wrong with %s", async (_, type, samples) => {
    await checkType(type, samples);
  });

  it("finds nothing wrong with files, directories and datasets, which are where they were", async () => {
    const equal = (one: unknown, other: unknown): boolean => nameOf(one) === nameOf(other);
    await checkType<TypeLike>(t.file(), [import.meta.filename], { equal });
    await checkType<TypeLike>(t.directory(), [import.meta.dirname], { equal });
    const columns = { a: t.int(), b: t.optional(t.date()) };
    await checkType<TypeLike>(t.dataset({ columns }), [{ uri: "s3://b/t", format: "parquet" }], { equal });
  });

  it("finds nothing wrong with a record that contains itself", async () => {
    interface Tree {
      readonly name: string;
      readonly children: readonly Tree[];
    }
    const tree: FlyteType<Tree, unknown, unknown> = t.struct("Tree", {
      name: t.string(),
      children: t.list(t.lazy((): FlyteType<Tree, unknown, unknown> => tree)),
    }) as never;
    await checkType(tree, [{ name: "a", children: [{ name: "b", children: [] }] }]);
  });

  it("tells once that a function is asynchronous, and what a function threw", async () => {
    const late = deriveType("Late", t.int(), { encode: (async () => 1) as never, decode: Number });
    expect((await rejection(checkType(late, [1]))).text).toMatch(/^The type Late has a fault:/);
    const failing = deriveType("Failing", t.int(), {
      encode: () => {
        throw new RangeError("boom");
      },
      decode: Number,
    });
    expect((await rejection(checkType(failing, [1]))).text).toContain("but was the number 1 (boom)");
  });

  it.each([
    [{ equal: 5 }, "OPTION_INVALID"],
    [{ equals: Object.is }, "OPTION_UNKNOWN"],
    [5, "OPTIONS_NOT_AN_OBJECT"],
  ])("refuses the options %o", async (checks, code) => {
    expect((await rejection(checkType(t.int(), [1], checks as never))).code).toBe(code);
  });

  it("takes another way to compare", async () => {
    const file = t.file("csv");
    const path = import.meta.filename;
    await checkType<TypeLike>(t.file(), [path], { equal: (one, other) => nameOf(one) === nameOf(other) });
    expect((await rejection(checkType<TypeLike>(file, [path]))).text).toMatch(/comes back as another value/i);
  });

  it.each<[string, Partial<TypeTransformer<string>>, RegExp]>([
    ["another value comes back", { fromLiteral: () => "x" }, /a sample comes back as another value/],
    [
      "a record gives another value",
      { read: (reader) => `${stringTransformer.read(reader)}!` },
      /a record of it gives another/,
    ],
    [
      "literals are of another kind than their type",
      { literalType: simpleType(SimpleType.INTEGER) },
      /its literals are of the kind stringValue, but its literal type of the kind integer/,
    ],
    [
      "MessagePack is of another kind than the JSON Schema",
      { jsonSchema: { type: "integer" } },
      /`write` writes MessagePack of the kind string, but `jsonSchema` says int/,
    ],
    [
      "write and read disagree",
      { write: (_, writer) => writer.int(1) },
      /a record of it does not read what it wrote/,
    ],
    ["read leaves something", { write: (_, writer) => { writer.string("x"); writer.nil(); } }, /a record of it does not read/], // prettier-ignore
    [
      "bytes change",
      { toLiteral: (value) => stringTransformer.toLiteral(`${String(value)}${(count += 1)}`) },
      /writes other bytes each time/,
    ],
    [
      "junk is taken",
      { toLiteral: (value) => stringTransformer.toLiteral(typeof value === "string" ? value : "") },
      /`toLiteral` takes null/,
    ],
    [
      "junk throws another error",
      { toLiteral: (value) => stringTransformer.toLiteral((value as string).trim()) },
      /`toLiteral` of null throws .*(undefined|null|trim)/,
    ],
    [
      "junk in a record throws another error",
      { write: (value, writer) => writer.string((value as string).trim()) },
      /`write` of null throws/,
    ],
    [
      "a foreign literal throws another error",
      {
        fromLiteral: (literal) =>
          (literal.value as { value: { value: { value: { value: { value: string } } } } }).value.value.value
            .value.value,
      },
      /reading .* throws/,
    ],
    [
      "a schema has odd keywords",
      { jsonSchema: { type: "string", pattern: "x" } },
      /jsonSchema has the keyword pattern/,
    ],
    ["a schema has an odd type", { jsonSchema: { type: "text" } }, /jsonSchema.type is no type/],
    ["a schema has an empty enum", { jsonSchema: { enum: [] } }, /jsonSchema.enum is no list with members/],
    [
      "an enum of strings has a number",
      { jsonSchema: { type: "string", enum: [1] } },
      /holds what is no string/,
    ],
    [
      "required names nothing",
      { jsonSchema: { type: "object", required: ["a"] } },
      /required names what is no property/,
    ],
    [
      "a nested schema is odd",
      { jsonSchema: { type: "array", items: { anyOf: [{ not: {} }] } } },
      /jsonSchema.items.anyOf\[0\] has the keyword not/,
    ],
    [
      "a type does not fit itself",
      { literalType: { ...simpleType(9), metadata: { maximum: Number.NaN } } },
      /cannot be passed to itself/,
    ],
    [
      "metadata is no JSON",
      { literalType: { ...simpleType(3), metadata: { a: undefined } } },
      /holds what is no JSON/,
    ],
    ["storing throws", { storing: (value) => async () => (value as string).trim() }, /^$/],
    ["storing decides by force", { storing: (value) => { (value as string).trim(); return undefined; } }, /`storing` of null throws/], // prettier-ignore
    [
      "storing fails",
      { storing: () => () => Promise.reject(new RangeError("disk")) },
      /storing a sample of it fails: RangeError.*disk|storing a sample of it fails/,
    ],
    ["loading fails", { load: () => Promise.reject(new RangeError("disk")) }, /loading a sample of it fails/],
    [
      "loading gives another value",
      { load: () => Promise.resolve("x") },
      /a sample comes back as another value/,
    ],
    ["toJson gives no JSON", { toJson: () => Number.NaN }, /toJson returns no JSON/],
    ["toHtml gives no text", { toHtml: () => 3 as never }, /toHtml returns no string/],
    ["mayBe is wrong", { mayBe: () => false }, /mayBe says that a value of the type is none/],
  ])("finds that %s", async (_, changes, text) => {
    const type = createType<string, "wrong">({ transformer: { ...stringTransformer, ...changes } });
    if (text.source === "^$") return checkType(type, ["a"]);
    const error = await rejection(checkType(type, ["a", "b"]));
    expect(error.code).toBe("TYPE_FAULTY");
    expect(error.text).toMatch(new RegExp(text.source, "i"));
  });

  it("finds a depth that is too small", async () => {
    const listed = transformerOf(t.list(t.list(t.list(t.list(t.list(t.int()))))));
    const type = createType<unknown, "deep">({ transformer: { ...listed, depth: 3 } });
    expect((await rejection(checkType(type, [[[[[[1]]]]]]))).text).toMatch(
      /takes at least 9 \(the literal of a value\)/i,
    );
  });

  it("says all faults at once, and what to change", async () => {
    const transformer: TypeTransformer<string> = {
      ...stringTransformer,
      jsonSchema: { type: "string", minLength: 1 },
      toLiteral: () => msgpackLiteral(new Uint8Array([0xc0])),
      toJson: () => undefined,
    };
    const error = await rejection(checkType(createType<string, "x">({ transformer }), ["a"]));
    expect(error.text).toMatch(
      /^The type string has \d+ faults:\n {2}- JsonSchema has the keyword minLength/,
    );
    expect(error.text.split("\n").length).toBeGreaterThan(3);
    expect(error.text).toMatch(/Leave it out\. The keywords are type, title/);
  });

  it("needs samples", async () => {
    expect((await rejection(checkType(t.int(), []))).code).toBe("OPTION_INVALID");
    expect((await rejection(checkType(3 as never, []))).code).toBe("TYPE_UNKNOWN");
  });
});

let count = 0;

function nameOf(file: unknown): unknown {
  const uri = typeof file === "string" ? file : (file as { uri: string }).uri;
  return uri.split("/").at(-1);
}
