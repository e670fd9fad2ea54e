import { isMap, isUint8Array } from "node:util/types";
import { isFlytekitError } from "../../errors/flytekit-error.js";
import { floatOf } from "../../literals/flyte-float.js";
import type { MsgpackWriter } from "../../literals/msgpack-writer.js";
import { faultOfValue } from "../../types/fault-of-value.js";
import { mismatch, refused } from "../../types/mismatch.js";
import { describeValue } from "../../words/describe-value.js";
import { isPlainObject, isWellFormed } from "../../words/plain-object.js";
import type { JsonForm } from "./json-form.js";
import { KeyNumbers } from "./key-numbers.js";
import { Walk } from "./walk.js";

/** Writes an untyped record. @throws `VALUE_TYPE_MISMATCH` with the path of what MessagePack cannot hold. */
export function writeJson(value: unknown, writer: MsgpackWriter, form: JsonForm): void {
  const writing: Writing = { writer, form, walk: new Walk(form.part) };
  try {
    if (!isPlainObject(value) && !(form.isExact && isMap(value)))
      throw refused(value, form.words, Array.isArray(value) ? "list-for-single" : form.fault);
    writeObject(value, writing);
  } catch (cause) {
    if (isFlytekitError(cause)) throw cause;
    // A proxy, or a getter, that throws.
    throw mismatch(form.words, "a value that cannot be read", form.fault);
  }
}

/** Writes any value of an untyped record, which need not be a record itself. */
export function writeAnyJson(value: unknown, writer: MsgpackWriter, form: JsonForm): void {
  const walk = new Walk(form.part);
  try {
    writeValue(value, { writer, form, walk });
  } catch (cause) {
    if (isFlytekitError(cause)) throw cause;
    throw mismatch(form.part, "a value that cannot be read", form.fault);
  }
}

interface Writing {
  readonly writer: MsgpackWriter;
  readonly form: JsonForm;
  readonly walk: Walk;
}

function writeValue(value: unknown, writing: Writing): void {
  const { writer } = writing;
  if (value === null) return writer.nil();
  switch (typeof value) {
    case "boolean":
      return writer.boolean(value);
    case "number":
      return writeNumber(value, writer);
    case "string":
      if (!isWellFormed(value)) throw refusedPart(value, writing);
      return writer.string(value);
    case "bigint":
      return writeBigint(value, writing);
    case "object":
      return writeObject(value, writing);
    default:
      throw refusedPart(value, writing);
  }
}

function writeObject(value: object, writing: Writing): void {
  if (Array.isArray(value)) return writeList(value, writing);
  if (isPlainObject(value)) return writeEntries(value, Object.entries(value), writing);
  if (!writing.form.isExact) throw refusedPart(value, writing);
  const float = floatOf(value);
  if (float !== undefined) return writing.writer.float(float);
  if (isUint8Array(value)) return writing.writer.bytes(value);
  if (!isMap(value)) throw refusedPart(value, writing);
  writeEntries(value, [...value], writing);
}

// A loop over indexes: a hole of a sparse array is a missing value, and is refused.
function writeList(items: readonly unknown[], writing: Writing): void {
  const { writer, walk } = writing;
  walk.enter(items);
  writer.list(items.length);
  for (let i = 0; i < items.length; i += 1) {
    walk.at(i);
    writeValue(items[i], writing);
  }
  walk.leave();
}

function writeEntries(
  owner: object,
  entries: readonly (readonly [unknown, unknown])[],
  writing: Writing,
): void {
  const { writer, walk } = writing;
  walk.enter(owner);
  writer.map(entries.length);
  const numbers = new KeyNumbers();
  for (const [key, item] of entries) {
    walk.at(nameOf(key));
    if (numbers.hasSeen(key)) throw walk.refused("the same key twice for Python", undefined);
    writeKey(key, writing);
    writeValue(item, writing);
  }
  walk.leave();
}

function nameOf(key: unknown): string {
  if (typeof key === "string") return key;
  return typeof key === "number" || typeof key === "bigint" || typeof key === "boolean" ? `${key}` : "key";
}

function writeKey(key: unknown, writing: Writing): void {
  if (typeof key === "string" && isWellFormed(key)) return writing.writer.string(key);
  const isKey = ["number", "bigint", "boolean"].includes(typeof key);
  const isFloat = typeof key === "object" && key !== null && floatOf(key) !== undefined;
  if (!isKey && !isFloat)
    throw writing.walk.refused(`${describeValue(key)} as a key`, writing.form.fault, "under another key");
  writeValue(key, writing);
}

// The sign of a zero is kept: only floats have one.
function writeNumber(value: number, writer: MsgpackWriter): void {
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) writer.int(value);
  else writer.float(value);
}

function writeBigint(value: bigint, writing: Writing): void {
  if (!writing.form.isExact) throw writing.walk.refused(describeValue(value), "json-exact");
  if (value < -(2n ** 63n) || value >= 2n ** 64n)
    throw writing.walk.refused(describeValue(value), undefined, "an integer of 64 bits");
  writing.writer.int(value);
}

function refusedPart(value: unknown, { walk, form }: Writing): Error {
  const general = value === undefined ? undefined : faultOfValue(value);
  return walk.refused(describeValue(value), general ?? form.fault);
}
