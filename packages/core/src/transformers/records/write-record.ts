import type { MsgpackWriter } from "../../literals/msgpack-writer.js";
import { mismatch, refused, within } from "../../types/mismatch.js";
import { fieldIn, isRecordValue } from "../../types/record-value.js";
import { isList, segmentOf } from "../../words/plain-object.js";
import type { RecordField } from "./record-field.js";

/** A record to write to. */
export interface RecordType {
  readonly words: string;
  readonly fields: readonly RecordField[];
  readonly names: { has(name: string): boolean };
}

/** Writes a record: its fields in declared order, with their defaults. */
export function writeRecord(value: unknown, writer: MsgpackWriter, type: RecordType): void {
  const { words, fields, names } = type;
  if (!isRecordValue(value)) {
    throw refused(value, words, isList(value) ? "list-for-single" : undefined);
  }
  for (const key of Object.keys(value)) {
    if (names.has(key)) continue;
    const nothing = `nothing (${words} has no such field)`;
    throw within(segmentOf(key), mismatch(nothing, "a value", "unknown-field"));
  }
  writer.map(fields.length);
  let at = "";
  try {
    for (const field of fields) {
      at = field.key;
      writer.string(at);
      const given = fieldIn(value, at);
      field.transformer.write(given === undefined ? field.default?.value : given, writer);
    }
  } catch (error) {
    throw within(segmentOf(at), error);
  }
}
