import type * as idl from "@flytekit-ts/models/core";

import { errors } from "../errors.js";
import { MsgpackWriter } from "./msgpack-writer.js";

// Far more than what a reader of messages takes, and far less than what a call stack holds.
const DEEPEST = 1000;

/**
 * Writes JSON as MessagePack. Whole numbers become integers, which both integer and float types can read.
 *
 * @throws `VALUE_TYPE_MISMATCH` for JSON that is nested more than 1,000 deep.
 */
export function packJson(value: unknown): Uint8Array {
  const writer = new MsgpackWriter();
  write(value, writer, 0);
  return writer.finish();
}

/** Writes a primitive as a record holds it; `undefined` for a datetime or duration, which no record holds as such. */
export function packPrimitive({ value }: idl.Primitive): Uint8Array | undefined {
  const writer = new MsgpackWriter();
  switch (value?.$case) {
    case "integer":
      writer.int(value.value);
      break;
    case "floatValue":
      writer.float(value.value);
      break;
    case "stringValue":
      writer.string(value.value);
      break;
    case "boolean":
      writer.boolean(value.value);
      break;
    default:
      return undefined;
  }
  return writer.finish();
}

function write(value: unknown, writer: MsgpackWriter, depth: number): void {
  if (depth > DEEPEST) {
    const wanted = `JSON that is at most ${DEEPEST} deep`;
    throw errors.VALUE_TYPE_MISMATCH({ path: "", wanted, given: "deeper", fault: "too-deep" });
  }
  if (typeof value === "boolean") return writer.boolean(value);
  if (typeof value === "string") return writer.string(value);
  if (typeof value === "number") return Number.isSafeInteger(value) ? writer.int(value) : writer.float(value);
  if (typeof value !== "object" || value === null) return writer.nil();
  if (Array.isArray(value)) {
    writer.list(value.length);
    for (const item of value) write(item, writer, depth + 1);
    return;
  }
  const entries = Object.entries(value);
  writer.map(entries.length);
  for (const [key, item] of entries) {
    writer.string(key);
    write(item, writer, depth + 1);
  }
}
