import { FlyteFloat } from "../../literals/flyte-float.js";
import { describeToken, type MsgpackReader, type MsgpackToken } from "../../literals/msgpack-reader.js";
import { mismatch } from "../../types/mismatch.js";
import { setOwn } from "../../words/plain-object.js";
import type { JsonForm } from "./json-form.js";
import { KeyNumbers } from "./key-numbers.js";
import { Walk } from "./walk.js";

/** Reads an untyped record. @throws `VALUE_TYPE_MISMATCH` with the path of what JavaScript would not hold exactly. */
export function readJson(reader: MsgpackReader, form: JsonForm): unknown {
  const token = reader.next();
  if (token.kind !== "map") throw mismatch(form.words, describeToken(token));
  return readMap(token.size, { reader, form, walk: new Walk(form.part) });
}

/** Reads any value of an untyped record, which need not be a record itself. */
export function readAnyJson(reader: MsgpackReader, form: JsonForm): unknown {
  const walk = new Walk(form.part);
  return readValue(reader.next(), { reader, form, walk });
}

interface Reading {
  readonly reader: MsgpackReader;
  readonly form: JsonForm;
  readonly walk: Walk;
}

function readValue(token: MsgpackToken, reading: Reading): unknown {
  const { form } = reading;
  switch (token.kind) {
    case "nil":
      return null;
    case "list":
      return readList(token.size, reading);
    case "map":
      return readMap(token.size, reading);
    case "float":
      return form.isExact && Number.isInteger(token.value) ? new FlyteFloat(token.value) : token.value;
    case "int":
      if (typeof token.value === "bigint" && !form.isExact) throw refused(token, reading);
      return token.value;
    case "bytes":
      if (!form.isExact) throw refused(token, reading);
      // A copy, because the message that the token points into belongs to somebody else.
      return new Uint8Array(token.value);
    case "extension":
      throw reading.walk.refused(describeToken(token), undefined);
    default:
      return token.value;
  }
}

function readList(size: number, reading: Reading): unknown[] {
  const items: unknown[] = [];
  reading.walk.enter();
  for (let i = 0; i < size; i += 1) {
    reading.walk.at(i);
    items.push(readValue(reading.reader.next(), reading));
  }
  reading.walk.leave();
  return items;
}

function readMap(size: number, reading: Reading): unknown {
  const { reader, walk } = reading;
  const entries = new Map<unknown, unknown>();
  const numbers = new KeyNumbers();
  let isRecord = true;
  walk.enter();
  for (let i = 0; i < size; i += 1) {
    const token = reader.next();
    const key = readKey(token, reading);
    walk.at(typeof key === "object" ? `${key.float}` : String(key));
    if (entries.has(key) || numbers.hasSeen(key)) throw walk.refused("the same key twice", undefined);
    if (typeof key !== "string") isRecord = false;
    entries.set(key, readValue(reader.next(), reading));
  }
  walk.leave();
  return isRecord ? toRecord(entries as ReadonlyMap<string, unknown>) : entries;
}

function readKey(
  token: MsgpackToken,
  { walk, form }: Reading,
): string | number | bigint | boolean | FlyteFloat {
  if (token.kind === "string") return token.value;
  const given = `${describeToken(token)} as a key`;
  const isScalar = token.kind === "int" || token.kind === "float" || token.kind === "boolean";
  walk.at("");
  if (!isScalar) throw walk.refused(given, undefined, "under a key that is a string or a number");
  if (!form.isExact) throw walk.refused(given, "json-exact", "under a key that is a string");
  return token.kind === "float" && Number.isInteger(token.value) ? new FlyteFloat(token.value) : token.value;
}

function toRecord(entries: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [key, value] of entries) setOwn(record, key, value);
  return record;
}

function refused(token: MsgpackToken, { walk }: Reading): Error {
  return walk.refused(describeToken(token), "json-exact");
}
