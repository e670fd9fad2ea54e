import { describeToken, type MsgpackReader } from "../../literals/msgpack-reader.js";
import { mismatch, within } from "../../types/mismatch.js";
import type { RecordValue } from "../../types/record-value.js";
import { segmentOf, setOwn } from "../../words/plain-object.js";
import type { RecordField } from "./record-field.js";

/** A record to read. */
export interface RecordToRead {
  readonly words: string;
  readonly fields: readonly RecordField[];
  /** The place of each field in the list. */
  readonly places: ReadonlyMap<string, number>;
}

/** Reads a record. Its fields may be in any order; the value has them in declared order, with their defaults. */
export function readRecord(reader: MsgpackReader, { words, fields, places }: RecordToRead): RecordValue {
  const token = reader.next();
  if (token.kind !== "map") throw mismatch(words, describeToken(token));
  const values: unknown[] = [];
  const isRead: boolean[] = [];
  let at: string | undefined;
  try {
    for (let i = 0; i < token.size; i += 1) {
      at = undefined;
      const key = reader.key();
      // Nearly always the fields are in order.
      const place = key === fields[i]?.key ? i : places.get(key ?? "");
      const field = key === undefined || place === undefined ? undefined : fields[place];
      // An unknown field comes from a later version of the record. As in flytekit, it is skipped.
      if (field === undefined || place === undefined) {
        reader.skip();
        continue;
      }
      at = key;
      values[place] = field.transformer.read(reader);
      isRead[place] = true;
    }
  } catch (error) {
    throw at === undefined ? error : within(segmentOf(at), error);
  }
  return recordOf(fields, values, isRead);
}

function recordOf(
  fields: readonly RecordField[],
  values: readonly unknown[],
  isRead: readonly boolean[],
): RecordValue {
  const record: Record<string, unknown> = {};
  for (const [i, field] of fields.entries()) {
    setOwn(record, field.key, isRead[i] === true ? values[i] : missing(field));
  }
  return record;
}

function missing(field: RecordField): unknown {
  if (field.default !== undefined) return field.default.value;
  if (field.isOptional) return undefined;
  throw within(segmentOf(field.key), mismatch(field.transformer.words, "nothing"));
}
