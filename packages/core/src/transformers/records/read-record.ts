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
  /** A record without values. */
  readonly blank: Readonly<Record<string, unknown>>;
}

/** Reads a record. Its fields may be in any order; the value has them in declared order, with their defaults. */
export function readRecord(reader: MsgpackReader, type: RecordToRead): RecordValue {
  const token = reader.next();
  if (token.kind !== "map") throw mismatch(type.words, describeToken(token));
  const record: Record<string, unknown> = { ...type.blank };
  const inOrder = readInOrder(reader, Math.min(token.size, type.fields.length), type.fields, record);
  if (inOrder === token.size && inOrder === type.fields.length) return record;
  return readOthers(reader, { size: token.size, record, inOrder }, type);
}

/** Reads fields into a record as long as they come in declared order, which nearly all do. Returns how many it read. */
function readInOrder(
  reader: MsgpackReader,
  most: number,
  fields: readonly RecordField[],
  record: Record<string, unknown>,
): number {
  let at = "";
  try {
    for (let i = 0; i < most; i += 1) {
      const field = fields[i];
      if (field === undefined || !reader.skipBytes(field.packedKey)) return i;
      at = field.key;
      setOwn(record, at, field.transformer.read(reader));
    }
  } catch (error) {
    throw within(segmentOf(at), error);
  }
  return most;
}

interface Begun {
  readonly size: number;
  readonly record: Readonly<Record<string, unknown>>;
  /** How many fields are read. */
  readonly inOrder: number;
}

function readOthers(reader: MsgpackReader, begun: Begun, { fields, places }: RecordToRead): RecordValue {
  const known = fields.slice(0, begun.inOrder);
  const values: unknown[] = known.map(({ key }) => begun.record[key]);
  const isRead: boolean[] = known.map(() => true);
  let at: string | undefined;
  try {
    for (let i = begun.inOrder; i < begun.size; i += 1) {
      at = undefined;
      const key = reader.key();
      const place = places.get(key ?? "");
      const field = key === undefined || place === undefined ? undefined : fields[place];
      // An unknown field comes from a later version of the record. As in flytekit, it is skipped.
      if (field === undefined || place === undefined) {
        reader.skip();
        continue;
      }
      at = field.key;
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
  let i = 0;
  for (const field of fields) {
    setOwn(record, field.key, isRead[i] === true ? values[i] : missing(field));
    i += 1;
  }
  return record;
}

function missing(field: RecordField): unknown {
  if (field.default !== undefined) return field.default.value;
  if (field.isOptional) return undefined;
  throw within(segmentOf(field.key), mismatch(field.transformer.words, "nothing"));
}
