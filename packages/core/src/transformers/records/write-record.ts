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
  const keys = Object.keys(value);
  // Most values have all fields, and in order: then no key has to be looked up.
  const inOrder = countInOrder(keys, fields);
  for (let i = inOrder; i < keys.length; i += 1) {
    const key = keys[i] ?? "";
    if (names.has(key)) continue;
    const nothing = `nothing (${words} has no such field)`;
    throw within(segmentOf(key), mismatch(nothing, "a value", "unknown-field"));
  }
  writer.map(fields.length);
  let at = "";
  let i = 0;
  try {
    for (const field of fields) {
      at = field.key;
      writer.packed(field.packedKey);
      const given: unknown = i < inOrder ? value[at] : fieldIn(value, at);
      i += 1;
      field.transformer.write(given === undefined ? field.default?.value : given, writer);
    }
  } catch (error) {
    throw within(segmentOf(at), error);
  }
}

function countInOrder(keys: readonly string[], fields: readonly RecordField[]): number {
  let i = 0;
  while (i < keys.length && keys[i] === fields[i]?.key) i += 1;
  return i;
}
