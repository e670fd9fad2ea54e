import type * as idl from "@flytekit-ts/models/core";

import { MsgpackWriter } from "./msgpack-writer.js";

/** Writes JSON as MessagePack. Whole numbers become integers, which both integer and float types can read. */
export function packJson(value: unknown): Uint8Array {
  const writer = new MsgpackWriter();
  write(value, writer);
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

function write(value: unknown, writer: MsgpackWriter): void {
  if (typeof value === "boolean") return writer.boolean(value);
  if (typeof value === "string") return writer.string(value);
  if (typeof value === "number") return Number.isSafeInteger(value) ? writer.int(value) : writer.float(value);
  if (typeof value !== "object" || value === null) return writer.nil();
  if (Array.isArray(value)) {
    writer.list(value.length);
    for (const item of value) write(item, writer);
    return;
  }
  const entries = Object.entries(value);
  writer.map(entries.length);
  for (const [key, item] of entries) {
    writer.string(key);
    write(item, writer);
  }
}
