import { MsgpackWriter } from "@flytekit-ts/core/types";
import { type Data, isList, isObject } from "../documents/data.js";
import { isInt64 } from "./literals.js";

/** Data as MessagePack, in which an int and a float differ; undefined if it has an integer that MessagePack does not hold. */
export function packData(data: Data): Uint8Array | undefined {
  const writer = new MsgpackWriter();
  return write(data, writer) ? writer.finish() : undefined;
}

function write(data: Data, writer: MsgpackWriter): boolean {
  if (isList(data)) {
    writer.list(data.length);
    return data.every((item) => write(item, writer));
  }
  if (isObject(data)) {
    writer.map(data.size);
    return [...data].every(([key, item]) => {
      writer.string(key);
      return write(item, writer);
    });
  }
  if (typeof data === "bigint") {
    if (!isInt64(data)) return false;
    writer.int(data);
  } else if (typeof data === "number") writer.float(data);
  else if (typeof data === "string") writer.string(data);
  else if (typeof data === "boolean") writer.boolean(data);
  else writer.nil();
  return true;
}

/** Data as JavaScript has it: objects, lists, and integers as numbers where those hold them exactly. */
export function plainData(data: Data): unknown {
  if (isList(data)) return data.map(plainData);
  if (isObject(data)) return Object.fromEntries([...data].map(([key, item]) => [key, plainData(item)]));
  if (typeof data === "bigint") return Number.isSafeInteger(Number(data)) ? Number(data) : data;
  return data;
}
