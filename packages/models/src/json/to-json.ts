import { fromBinary, toJson as descriptorToJson } from "@bufbuild/protobuf";

import type { Codec } from "../codec/codec.js";
import { encode } from "../codec/encode.js";
import { idlRegistry, messageDescriptor } from "./registry.js";

/** What JSON can say. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

/** How `toJson` writes. */
export interface ToJsonOptions {
  /** Names as in the .proto files (`task_template`), not lowerCamelCase (`taskTemplate`, the default). */
  readonly useProtoFieldName?: boolean;
}

/**
 * A message in canonical proto3 JSON: int64 as text, timestamps and durations as text with all their
 * digits, bytes as base64, enums by name (by number when the IDL has no name), NaN and infinities as text.
 *
 * Fields at their default are left out. The message goes through its bytes, so what cannot be encoded
 * cannot be written either. Meant for people, logs and tools, not for hot paths.
 *
 * @throws Error for what JSON cannot hold: timestamps outside years 1 to 9999, NaN inside a Struct, an Any of a type
 * that is not in the IDL.
 */
export function toJson<T>(codec: Codec<T>, message: T, options: ToJsonOptions = {}): JsonValue {
  const descriptor = messageDescriptor(codec.$type);
  return descriptorToJson(descriptor, fromBinary(descriptor, encode(codec, message)), {
    registry: idlRegistry(),
    useProtoFieldName: options.useProtoFieldName === true,
  });
}
