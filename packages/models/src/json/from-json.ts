import { fromJson as descriptorFromJson, toBinary } from "@bufbuild/protobuf";

import type { Codec } from "../codec/codec.js";
import { idlRegistry, messageDescriptor } from "./registry.js";
import { assertJson } from "./assert-json.js";
import type { JsonValue } from "./to-json.js";

/** The options of `fromJson`. */
export interface FromJsonOptions {
  /** Ignore fields that this version of the IDL does not know. By default they are an error. */
  readonly ignoreUnknownFields?: boolean;
}

/**
 * Read a message from proto3 JSON. Accepts both spellings of field names, and int64 and enums as text or number.
 *
 * @throws Error that names the field that is unknown, or that cannot hold its value; TypeError for what is no JSON.
 */
export function fromJson<T>(codec: Codec<T>, json: JsonValue, options: FromJsonOptions = {}): T {
  assertJson(json);
  const descriptor = messageDescriptor(codec.$type);
  const message = descriptorFromJson(descriptor, json, {
    registry: idlRegistry(),
    ignoreUnknownFields: options.ignoreUnknownFields === true,
  });
  return codec.decode(toBinary(descriptor, message));
}
