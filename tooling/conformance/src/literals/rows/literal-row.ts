import { readFileSync } from "node:fs";
import type { JsonValue } from "@flytekit-ts/models/json";
import { isReadList, isReadObject, plainOf, type Read, readJson, type ReadObject } from "./read-json.js";

/** One value that flytekit wrote: its type, the value, and the messages that flytekit made of them. */
export interface LiteralRow {
  /** The position in the file, from 1. */
  readonly index: number;
  /** What the author of the rows calls the type: `list[int]`. */
  readonly label: string;
  readonly note?: string;
  readonly value: Read;
  /** What flytekit reads back, where it is not the value. */
  readonly decodes?: Read;
  /** Where flytekit refuses the row. */
  readonly fails?: "type" | "literal";
  readonly literalType?: Recorded;
  readonly literal?: Recorded;
  /** Hex of the MessagePack, empty if there is none. */
  readonly msgpack?: string;
}

/** A recorded message: its bytes, and the JSON that stands beside them for a reader. */
export interface Recorded {
  readonly bytes: Uint8Array;
  /** Absent where JSON cannot hold the message: NaN inside a Struct. */
  readonly json?: JsonValue;
}

/** The rows of a file, or why there are none. */
export type LiteralRows = { readonly rows: readonly LiteralRow[] } | { readonly problem: string };

/** Read a file in the form of `golden/literals.json`, and look whether each row has the parts that a row has. */
export function readLiteralRows(path: string): LiteralRows {
  const text = textOf(path);
  if (typeof text !== "string") return text;
  const read = parsed(text);
  if (!isReadList(read)) return { problem: `${path} is no JSON list of rows` };
  if (read.length === 0) return { problem: `${path} holds no rows` };
  const rows: LiteralRow[] = [];
  for (const [index, each] of read.entries()) {
    const row = rowOf(each, index + 1);
    if (typeof row === "string") return { problem: `row ${index + 1} of ${path} ${row}` };
    rows.push(row);
  }
  return { rows };
}

function textOf(path: string): string | { readonly problem: string } {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    return { problem: `${path} cannot be read (${String(Reflect.get(Object(error), "code"))})` };
  }
}

function parsed(text: string): Read | undefined {
  try {
    return readJson(text);
  } catch {
    return undefined;
  }
}

const FAILS: ReadonlySet<unknown> = new Set(["type", "literal"]);

function rowOf(row: Read, index: number): LiteralRow | string {
  if (!isReadObject(row)) return "is no object";
  const [label, value, fails, msgpack] = ["type", "value", "fails", "msgpack"].map((key) => row.get(key));
  if (typeof label !== "string") return "has no type";
  if (value === undefined) return "has no value";
  if (fails !== undefined && !FAILS.has(fails)) return "fails in an unknown way";
  const parts = { literalType: recorded(row, "literal_type"), literal: recorded(row, "literal") };
  if (fails !== "type" && parts.literalType === undefined) return "has no literal type";
  if (fails === undefined && parts.literal === undefined) return "has no literal";
  const note = row.get("note");
  return {
    index,
    label,
    value,
    ...(typeof note === "string" ? { note } : {}),
    ...(row.has("decodes") ? { decodes: row.get("decodes") ?? null } : {}),
    ...(fails === undefined ? {} : { fails: fails as "type" | "literal" }),
    ...(typeof msgpack === "string" ? { msgpack } : {}),
    ...(parts.literalType === undefined ? {} : { literalType: parts.literalType }),
    ...(parts.literal === undefined ? {} : { literal: parts.literal }),
  };
}

function recorded(row: ReadObject, name: string): Recorded | undefined {
  const [pb, json] = [row.get(`${name}_pb`), row.get(name)];
  if (typeof pb !== "string") return undefined;
  const bytes = Uint8Array.from(Buffer.from(pb, "base64"));
  const isJson = isReadObject(json) && !json.has("not_json");
  return isJson ? { bytes, json: plainOf(json) as JsonValue } : { bytes };
}
