import { fromJson as descriptorFromJson, toBinary } from "@bufbuild/protobuf";

import type { Codec } from "../codec/codec.js";
import { idlRegistry, messageDescriptor } from "./registry.js";
import type { JsonValue } from "./to-json.js";

/** How `fromJson` reads. */
export interface FromJsonOptions {
  /** Pass over fields that this version of the IDL does not know. By default they are an error. */
  readonly ignoreUnknownFields?: boolean;
}

/**
 * The message that proto3 JSON stands for. Both spellings of field names are taken, and int64 and enums as
 * text or number.
 *
 * @throws Error naming the field that is unknown or has a value it cannot hold.
 */
export function fromJson<T>(codec: Codec<T>, json: JsonValue, options: FromJsonOptions = {}): T {
  const descriptor = messageDescriptor(codec.$type);
  const message = descriptorFromJson(descriptor, json, {
    registry: idlRegistry(),
    ignoreUnknownFields: options.ignoreUnknownFields === true,
  });
  return codec.decode(toBinary(descriptor, message));
}
