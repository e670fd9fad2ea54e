import type * as idl from "@flytekit-ts/models/core";

import * as errors from "../errors.js";
import { isWellFormed } from "../words/plain-object.js";
import { MsgpackWriter } from "./msgpack-writer.js";

// A Struct from bytes is not nearly as deep.
const DEEPEST = 1000;

/**
 * Writes JSON as MessagePack. Whole numbers become integers, which both integer and float types can read.
 *
 * @throws `VALUE_TYPE_MISMATCH` for what no bytes can hold: a value that has no end, half a surrogate pair.
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
  if (typeof value === "boolean") return writer.boolean(value);
  if (typeof value === "string") return writer.string(wellFormed(value));
  if (typeof value === "number") return isInteger(value) ? writer.int(value) : writer.float(value);
  if (typeof value !== "object" || value === null) return writer.nil();
  if (depth === DEEPEST) throw refused(`JSON of at most ${DEEPEST} levels`, "one that is deeper");
  if (Array.isArray(value)) {
    writer.list(value.length);
    for (const item of value) write(item, writer, depth + 1);
    return;
  }
  const entries = Object.entries(value);
  writer.map(entries.length);
  for (const [key, item] of entries) {
    writer.string(wellFormed(key));
    write(item, writer, depth + 1);
  }
}

// An integer has no negative zero.
function isInteger(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

function wellFormed(text: string): string {
  if (isWellFormed(text)) return text;
  throw refused("JSON", "a string with half a surrogate pair");
}

function refused(wanted: string, given: string): Error {
  return errors.VALUE_TYPE_MISMATCH({ path: "", wanted, given });
}
