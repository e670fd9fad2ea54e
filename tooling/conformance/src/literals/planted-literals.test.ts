import { describe, expect, it } from "vitest";
import type { JsonObject } from "../messages/json.js";
import { textOf } from "./described/source.js";
import { at, line, optional, problems, rowOf, rows, withLiteral } from "./planting.js";
import type { LiteralRow } from "./rows/literal-row.js";

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
