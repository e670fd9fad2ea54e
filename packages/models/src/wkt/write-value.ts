import type { BinaryWriter } from "../codec/wire.js";

import { compareText } from "../codec/key-order.js";
import { MAX_DEPTH } from "../codec/read-message.js";

/** The place of a message: the nearest key above it, and its depth, which is 1 for the outermost message. */
interface Place {
  readonly key: string;
  readonly depth: number;
}

const ROOT: Place = { key: "", depth: 1 };

/**
 * Write the fields of a google.protobuf.Struct, in ascending key order. A key whose value is undefined is left out.
 *
 * @throws TypeError for a value that a Struct cannot hold; RangeError for nesting that no decoder would read.
 */
export function writeStruct(writer: BinaryWriter, struct: object, place: Place = ROOT): void {
  assertDepth(place);
  const entries = Object.entries(struct).toSorted(([a], [b]) => compareText(a, b));
  for (const [key, value] of entries) {
    if (value === undefined) continue;
    writer.uint32(10).fork().uint32(10).string(key).uint32(18).fork();
    writeValue(writer, value, { key, depth: place.depth + 2 }); // an entry counts as a message
    writer.join().join();
  }
}

/** Write the fields of a google.protobuf.ListValue. */
export function writeList(writer: BinaryWriter, list: readonly unknown[], place: Place = ROOT): void {
  assertDepth(place);
  const item = deeper(place);
  for (let i = 0; i < list.length; i++) {
    writer.uint32(10).fork();
    writeValue(writer, list[i], item);
    writer.join();
  }
}

/** Write the one field of a google.protobuf.Value. */
export function writeValue(writer: BinaryWriter, value: unknown, place: Place = ROOT): void {
  assertDepth(place);
  if (value === null) writer.uint32(8).int32(0);
  else if (typeof value === "number") writer.uint32(17).double(value);
  else if (typeof value === "string") writer.uint32(26).string(value);
  else if (typeof value === "boolean") writer.uint32(32).bool(value);
  else if (Array.isArray(value)) {
    writer.uint32(50).fork();
    writeList(writer, value, deeper(place));
    writer.join();
  } else if (isPlainObject(value)) {
    writer.uint32(42).fork();
    writeStruct(writer, value, deeper(place));
    writer.join();
  } else throw notJson(value, place);
}

function deeper(place: Place): Place {
  return { key: place.key, depth: place.depth + 1 };
}

function assertDepth(place: Place): void {
  if (place.depth <= MAX_DEPTH) return;
  throw new RangeError(
    `google.protobuf.Struct nests deeper than ${MAX_DEPTH} messages at "${place.key}", or refers to itself`,
  );
}

// Checks the shape of the prototype chain, not `Object.prototype` itself, so objects of other realms pass.
function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function notJson(value: unknown, place: Place): TypeError {
  const what = typeof value === "object" ? (value?.constructor?.name ?? "object") : typeof value;
  return new TypeError(
    `google.protobuf.Struct holds null, booleans, numbers, strings, lists and plain objects, ` +
      `but "${place.key}" has a value of type ${what}`,
  );
}
