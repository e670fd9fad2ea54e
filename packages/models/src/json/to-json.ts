import { fromBinary, toJson as descriptorToJson } from "@bufbuild/protobuf";

import type { Codec } from "../codec/codec.js";
import { encode } from "../codec/encode.js";
import { idlRegistry, messageDescriptor } from "./registry.js";

/** Any JSON value. */
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

/** The options of `toJson`. */
export interface ToJsonOptions {
  /** Write field names as in the .proto files: `task_template`. The default is lowerCamelCase: `taskTemplate`. */
  readonly useProtoFieldName?: boolean;
}

/**
 * A message in canonical proto3 JSON: int64 as text, timestamps and durations as text with all their
 * digits, bytes as base64, enums by name (by number when the IDL has no name), NaN and infinities as text.
 *
 * Fields with their default value are left out. The message is encoded first, so a message that cannot be encoded
 * cannot be written as JSON either. Meant for people, logs and tools, not for hot paths.
 *
 * @throws Error for values that JSON cannot hold: timestamps outside years 1 to 9999, NaN inside a Struct, an Any of a
 * type that is not in the IDL.
 */
export function toJson<T>(codec: Codec<T>, message: T, options: ToJsonOptions = {}): JsonValue {
  const descriptor = messageDescriptor(codec.$type);
  return descriptorToJson(descriptor, fromBinary(descriptor, encode(codec, message)), {
    registry: idlRegistry(),
    useProtoFieldName: options.useProtoFieldName === true,
  });
}
