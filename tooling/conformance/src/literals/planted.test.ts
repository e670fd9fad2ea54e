import { encode } from "@flytekit-ts/models";
import { Literal, LiteralType } from "@flytekit-ts/models/core";
import { fromJson, type JsonValue } from "@flytekit-ts/models/json";
import { describe, expect, it } from "vitest";
import { type JsonObject, isObject } from "../messages/json.js";
import { compareLiteralRow } from "./compare/compare-row.js";
import { jsonOf } from "./compare/messages-of.js";
import { textOf } from "./described/source.js";
import { RECORDED_LITERALS } from "./recorded-literals.js";
import { type LiteralRow, readLiteralRows, type Recorded } from "./rows/literal-row.js";

const rows = RECORDED_LITERALS.flatMap((path) => {
  const read = readLiteralRows(path);
  if ("problem" in read) throw new Error(read.problem);
  return read.rows;
});

function rowOf(label: string, test: (row: LiteralRow) => boolean = () => true): LiteralRow {
  const row = rows.find((each) => each.label === label && each.fails === undefined && test(each));
  if (row === undefined) throw new Error(`no row ${label}`);
  return row;
}

type Change = (message: JsonObject) => void;

/** A row whose literal type says something else, in its bytes and in its JSON. */
function withType(row: LiteralRow, change: Change): LiteralRow {
  const literalType = row.literalType && changed(LiteralType, row.literalType, change);
  return { ...row, ...(literalType === undefined ? {} : { literalType }) };
}

function withLiteral(row: LiteralRow, change: Change): LiteralRow {
  const literal = row.literal && changed(Literal, row.literal, change);
  return { ...row, ...(literal === undefined ? {} : { literal }) };
}

function changed(codec: typeof Literal | typeof LiteralType, { bytes }: Recorded, change: Change): Recorded {
  const of = codec as typeof Literal;
  const json = jsonOf(of, of.decode(bytes));
  change(json as JsonObject);
  return { bytes: encode(of, fromJson(of, json)), json };
}

/** The object at the end of a path. */
function at(json: JsonValue | undefined, ...path: readonly (string | number)[]): JsonObject {
  const found = path.reduce<JsonValue | undefined>(
    (value, key) => Reflect.get(Object(value), key) as JsonValue,
    json,
  );
  if (!isObject(found)) throw new Error(`nothing at ${path.join(".")}`);
  return found;
}

async function problems(row: LiteralRow): Promise<readonly string[]> {
  return (await compareLiteralRow(row)).problems;
}

const line = rowOf(
  "record",
  ({ literal, literalType }) =>
    literal !== undefined && at(literalType?.json, "metadata")["title"] === "Line",
);
const optional = rowOf("optional[int]", ({ value }) => value !== null);
const variants = (type: JsonObject): JsonValue[] => at(type, "union_type")["variants"] as JsonValue[];

describe("a planted difference of a literal type is reported", () => {
  it.each<[string, LiteralRow, Change]>([
    [
      "metadata: a type",
      line,
      (type) => void (at(type, "metadata", "properties", "name")["type"] = "integer"),
    ],
    [
      "metadata: a keyword more",
      line,
      (type) => void (at(type, "metadata", "properties", "name")["format"] = "date"),
    ],
    ["metadata: a keyword less", line, (type) => void delete at(type, "metadata")["additionalProperties"]],
    [
      "metadata: a nested type",
      line,
      (type) =>
        void (at(type, "metadata", "properties", "ends", "items", "properties", "x")["type"] = "number"),
    ],
    ["metadata: a field less", line, (type) => void delete at(type, "metadata", "properties")["tags"]],
    [
      "metadata: a title inside",
      line,
      (type) => void (at(type, "metadata", "properties", "ends", "items")["title"] = "Other"),
    ],
    ["metadata: none", line, (type) => void delete type["metadata"]],
    [
      "metadata: the order of what is required",
      line,
      (type) => void (at(type, "metadata")["required"] as JsonValue[]).reverse(),
    ],
    [
      "metadata: a variant's order",
      line,
      (type) => void (at(type, "metadata", "properties", "note")["anyOf"] as JsonValue[]).reverse(),
    ],
    [
      "dataclass_type: another type",
      line,
      (type) => void (at(type, "structure", "dataclass_type")["name"] = { simple: "INTEGER" }),
    ],
    [
      "dataclass_type: a field less",
      line,
      (type) => void delete at(type, "structure", "dataclass_type")["done"],
    ],
    [
      "dataclass_type: a field more",
      line,
      (type) => void (at(type, "structure", "dataclass_type")["more"] = { simple: "INTEGER" }),
    ],
    [
      "dataclass_type: an inner tag",
      line,
      (type) =>
        void (at(type, "structure", "dataclass_type", "note", "union_type", "variants", 0, "structure")[
          "tag"
        ] = "string"),
    ],
    [
      "dataclass_type: an inner field's type",
      line,
      (type) =>
        void (at(
          type,
          "structure",
          "dataclass_type",
          "ends",
          "collection_type",
          "structure",
          "dataclass_type",
        )["x"] = { simple: "FLOAT" }),
    ],
    [
      "dataclass_type: an inner annotation",
      line,
      (type) => void delete at(type, "structure", "dataclass_type", "ends", "collection_type")["annotation"],
    ],
    ["dataclass_type: none", line, (type) => void delete type["structure"]],
    [
      "annotation: another form",
      line,
      (type) =>
        void (at(type, "annotation", "annotations", "cache-key-metadata")["serialization-format"] = "json"),
    ],
    ["annotation: none", line, (type) => void delete type["annotation"]],
    [
      "annotation: one too many",
      rowOf("int"),
      (type) => void (type["annotation"] = { annotations: { unit: "m" } }),
    ],
    ["annotation: none of a dict", rowOf("dict"), (type) => void delete type["annotation"]],
    ["structure: one too many", rowOf("int"), (type) => void (type["structure"] = { tag: "int" })],
    [
      "metadata: one too many",
      rowOf("dict[str,int]"),
      (type) => void (type["metadata"] = { type: "object" }),
    ],
    ["tag: another", optional, (type) => void (at(variants(type)[0], "structure")["tag"] = "integer")],
    ["tag: none", optional, (type) => void delete at(variants(type)[0])["structure"]],
    ["tag: of the other", optional, (type) => void (at(variants(type)[1], "structure")["tag"] = "int")],
    [
      "tag: of a record",
      rowOf("optional[record]"),
      (type) => void (at(variants(type)[0], "structure")["tag"] = "Pydantic Transformer"),
    ],
    [
      "tag: of a date",
      rowOf("optional[date]"),
      (type) => void (at(variants(type)[0], "structure")["tag"] = "datetime"),
    ],
    [
      "tag: of a file",
      rowOf("optional[file]"),
      (type) => void (at(variants(type)[0], "structure")["tag"] = "FlyteFile"),
    ],
    ["union: another order", rowOf("union[int,str]"), (type) => void variants(type).reverse()],
    ["union: none first", optional, (type) => void variants(type).reverse()],
    ["union: a variant less", rowOf("union[float,bool,str]"), (type) => void variants(type).pop()],
    [
      "list: another element",
      rowOf("list[int]"),
      (type) => void (at(type, "collection_type")["simple"] = "STRING"),
    ],
    [
      "blob: another dimensionality",
      rowOf("directory"),
      (type) => void delete at(type, "blob")["dimensionality"],
    ],
  ])("%s", async (_what, row, change) => {
    expect(await problems(row)).toEqual([]);
    expect(await problems(withType(row, change))).not.toEqual([]);
  });

  it("where only the JSON says so, or only the bytes", async () => {
    const planted = withType(line, (type) => void (at(type, "metadata")["additionalProperties"] = true));
    const [bytes, json] = [planted.literalType?.bytes, planted.literalType?.json];
    if (bytes === undefined || json === undefined || line.literalType === undefined)
      throw new Error("no type");
    expect(await problems({ ...line, literalType: { ...line.literalType, json } })).toHaveLength(1);
    expect(await problems({ ...line, literalType: { ...line.literalType, bytes } })).toHaveLength(1);
  });
});

const packed = (row: LiteralRow, from: string, to: string): LiteralRow =>
  withLiteral(row, (literal) => {
    const binary = at(literal, "scalar", "binary");
    const hex = Buffer.from(textOf(binary["value"]), "base64").toString("hex");
    if (!hex.includes(from)) throw new Error(`no ${from} in ${hex}`);
    binary["value"] = Buffer.from(hex.replace(from, to), "hex").toString("base64");
  });

const point = rowOf("record", ({ msgpack }) => msgpack === "82a17801a179cb4000000000000000");
const union = (literal: JsonObject): JsonObject => at(literal, "scalar", "union");

describe("a planted difference of a literal is reported", () => {
  it.each<[string, LiteralRow, LiteralRow]>([
    [
      "a value",
      optional,
      withLiteral(
        optional,
        (literal) => void (at(union(literal), "value", "scalar", "primitive")["integer"] = "6"),
      ),
    ],
    [
      "the tag of a variant",
      optional,
      withLiteral(optional, (literal) => void (at(union(literal), "type", "structure")["tag"] = "integer")),
    ],
    [
      "the type of a variant",
      optional,
      withLiteral(optional, (literal) => void delete union(literal)["type"]),
    ],
    [
      "a hash",
      rowOf("annotated[float, hash]"),
      withLiteral(rowOf("int"), (literal) => void (literal["hash"] = "h")),
    ],
    [
      "metadata of a literal",
      rowOf("int"),
      withLiteral(rowOf("int"), (literal) => void (literal["metadata"] = { a: "b" })),
    ],
    [
      "the tag of MessagePack",
      point,
      withLiteral(point, (literal) => void (at(literal, "scalar", "binary")["tag"] = "msg")),
    ],
    ["an int for a float", point, packed(point, "cb4000000000000000", "02")],
    ["another width", point, packed(point, "a17801", "a178cc01")],
    [
      "another order of fields",
      point,
      packed(point, "a17801a179cb4000000000000000", "a179cb4000000000000000a17801"),
    ],
    ["another field", point, packed(point, "a178", "a17a")],
    ["a float in a dict", rowOf("dict"), packed(rowOf("dict"), "cb3ff0000000000000", "01")],
    ["the MessagePack beside it", point, { ...point, msgpack: "82a17802a179cb4000000000000000" }],
    [
      "the format of a file",
      rowOf("file[csv]"),
      withLiteral(
        rowOf("file[csv]"),
        (literal) => void (at(literal, "scalar", "blob", "metadata", "type")["format"] = "tsv"),
      ),
    ],
    ["a value that no type takes", optional, { ...optional, value: "x" }],
    ["a constant that is not in its choice", rowOf("choice"), { ...rowOf("choice"), value: "another" }],
    ["a span of another length", rowOf("duration"), { ...rowOf("duration"), value: "400000000000.000001" }],
    [
      "a field of another type",
      point,
      {
        ...point,
        value: new Map([
          ["x", "1"],
          ["y", "2"],
        ]),
      },
    ],
    ["a field that is left out", line, { ...line, value: new Map([["name", "l"]]) }],
    ["what is read back", optional, { ...optional, decodes: true }],
  ])("%s", async (_what, row, planted) => {
    expect(await problems(row)).toEqual([]);
    expect(await problems(planted)).not.toEqual([]);
  });

  it("in a value that is to be refused, or is not", async () => {
    expect(await problems({ ...rowOf("int"), fails: "literal" })).not.toEqual([]);
    expect(await problems({ ...rowOf("str"), fails: "type" })).not.toEqual([]);
    const { fails: _fails, ...taken } =
      rows.find(({ fails, label }) => fails === "literal" && label === "bool") ?? rowOf("none");
    const literal = rowOf("bool").literal;
    if (literal === undefined) throw new Error("no literal");
    expect(await problems({ ...taken, literal })).not.toEqual([]);
  });

  it("in bytes that are no message", async () => {
    const bytes = Uint8Array.from([255]);
    expect(await problems({ ...point, literal: { bytes } })).toEqual([
      expect.stringContaining("the recorded literal"),
    ]);
    expect(await problems({ ...point, literalType: { bytes } })).toEqual([
      expect.stringContaining("the recorded literal type"),
    ]);
  });
});
