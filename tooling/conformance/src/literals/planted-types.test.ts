import type { JsonValue } from "@flytekit-ts/models/json";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../messages/json.js";
import { at, type Change, line, optional, problems, rowOf, withType } from "./planting.js";
import type { LiteralRow } from "./rows/literal-row.js";

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
