import { describeToken, type MsgpackReader } from "../../literals/msgpack-reader.js";
import type { MsgpackWriter } from "../../literals/msgpack-writer.js";
import { atKey, mismatch } from "../../types/mismatch.js";
import type { JsonSchema } from "../../types/transformer.js";
import type { DatasetPlace } from "./dataset-place.js";

const TEXT = [{ type: "string" }, { type: "null" }];

/** The JSON Schema of a dataset in a record, as flytekit writes it. */
export const IN_RECORD: JsonSchema = Object.freeze({
  type: "object",
  title: "StructuredDataset",
  properties: { uri: { anyOf: TEXT, default: null }, file_format: { anyOf: TEXT, default: "" } },
  additionalProperties: false,
});

/** Writes a dataset inside a record. */
export function writePlace({ uri, format }: DatasetPlace, writer: MsgpackWriter): void {
  writer.map(2);
  writer.string("uri");
  writer.string(uri);
  writer.string("file_format");
  writer.string(format);
}

/** Reads a dataset inside a record. Keys that are not known come from a later version and are skipped. */
export function readPlace(reader: MsgpackReader, words: string): DatasetPlace {
  const token = reader.next();
  if (token.kind !== "map") throw mismatch(words, describeToken(token));
  const found = new Map<string, string>();
  for (let i = 0; i < token.size; i += 1) {
    const key = reader.key();
    if (key !== "uri" && key !== "file_format") reader.skip();
    else
      found.set(
        key,
        atKey(key, () => readText(reader)),
      );
  }
  const uri = found.get("uri");
  if (uri === undefined || uri === "") throw mismatch(words, "a record without `uri`");
  return { uri, format: found.get("file_format") ?? "" };
}

function readText(reader: MsgpackReader): string {
  const token = reader.next();
  if (token.kind === "nil") return "";
  if (token.kind !== "string") throw mismatch("a string", describeToken(token));
  return token.value;
}
