import { encode } from "@flytekit-ts/models";
import { Literal, LiteralType } from "@flytekit-ts/models/core";
import { fromJson, type JsonValue } from "@flytekit-ts/models/json";
import { type JsonObject, isObject } from "../messages/json.js";
import { compareLiteralRow } from "./compare/compare-row.js";
import { jsonOf } from "./compare/messages-of.js";
import { RECORDED_LITERALS } from "./recorded-literals.js";
import { type LiteralRow, readLiteralRows, type Recorded } from "./rows/literal-row.js";

/** All recorded rows. */
export const rows = RECORDED_LITERALS.flatMap((path) => {
  const read = readLiteralRows(path);
  if ("problem" in read) throw new Error(read.problem);
  return read.rows;
});

/** The first row with this label that flytekit does not refuse. */
export function rowOf(label: string, test: (row: LiteralRow) => boolean = () => true): LiteralRow {
  const row = rows.find((each) => each.label === label && each.fails === undefined && test(each));
  if (row === undefined) throw new Error(`no row ${label}`);
  return row;
}

/** Changes a message in JSON. */
export type Change = (message: JsonObject) => void;

/** A row whose literal type says something else, in its bytes and in its JSON. */
export function withType(row: LiteralRow, change: Change): LiteralRow {
  const literalType = row.literalType && changed(LiteralType, row.literalType, change);
  return { ...row, ...(literalType === undefined ? {} : { literalType }) };
}

/** A row whose literal says something else. */
export function withLiteral(row: LiteralRow, change: Change): LiteralRow {
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
export function at(json: JsonValue | undefined, ...path: readonly (string | number)[]): JsonObject {
  const found = path.reduce<JsonValue | undefined>(
    (value, key) => Reflect.get(Object(value), key) as JsonValue,
    json,
  );
  if (!isObject(found)) throw new Error(`nothing at ${path.join(".")}`);
  return found;
}

/** What is different about a row. */
export async function problems(row: LiteralRow): Promise<readonly string[]> {
  return (await compareLiteralRow(row)).problems;
}

/** Recorded rows of a record and of an optional. */
export const line = rowOf(
  "record",
  ({ literal, literalType }) =>
    literal !== undefined && at(literalType?.json, "metadata")["title"] === "Line",
);
export const optional = rowOf("optional[int]", ({ value }) => value !== null);
