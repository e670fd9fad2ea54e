import {
  type DescMessage,
  fromJson,
  isMessage,
  type JsonObject,
  type JsonValue,
  type Message,
  type Registry,
  toJson,
} from "@bufbuild/protobuf";
import { coreErrors, describeValue, textOf } from "@flytekit-ts/core/errors";
import { refused } from "@flytekit-ts/core/types";
import { shortFloats } from "./short-floats.js";

/** The schemas that `Any` may hold. */
export type JsonRegistry = Registry;

/** A message type: its schema, and the Python class that flytekit reads it as. */
export interface MessageType {
  readonly schema: DescMessage;
  readonly python: string;
  readonly registry: JsonRegistry | undefined;
}

/** The type in words, for messages of errors. */
export function wordsOf({ schema }: MessageType): string {
  return `message ${schema.typeName}`;
}

/**
 * A message as canonical JSON, as Python writes it.
 *
 * @throws `VALUE_TYPE_MISMATCH` for another value, and with the field for a message that its schema does not allow.
 */
export function toMessageJson(value: unknown, type: MessageType): JsonValue {
  if (!isMessageOf(value, type)) throw refused(value, wordsOf(type));
  try {
    return shortFloats(toJson(type.schema, value, registryOf(type)), type.schema, type.registry);
  } catch (cause) {
    throw mismatchOf(type, "a message that its schema does not allow", cause);
  }
}

/** The message of canonical JSON. @throws `VALUE_TYPE_MISMATCH`, with the field that is wrong. */
export function fromMessageJson(json: JsonValue, type: MessageType): Message {
  try {
    return fromJson(type.schema, json, registryOf(type));
  } catch (cause) {
    throw mismatchOf(type, "JSON that is no such message", cause);
  }
}

/** The JSON of a message if it is an object, which a Struct can hold. */
export function toMessageObject(value: unknown, type: MessageType): JsonObject {
  const json = toMessageJson(value, type);
  if (typeof json === "object" && json !== null && !Array.isArray(json)) return json;
  throw mismatchOf(type, `a message that is ${describeValue(json)} in JSON, and no object`, undefined);
}

function isMessageOf(value: unknown, { schema }: MessageType): value is Message {
  try {
    return isMessage(value, schema);
  } catch {
    // A proxy that does not let itself be read.
    return false;
  }
}

function registryOf({ registry }: MessageType): { readonly registry?: JsonRegistry } {
  return registry === undefined ? {} : { registry };
}

// What the library says may contain values, so it is only the cause.
function mismatchOf(type: MessageType, given: string, cause: unknown): Error {
  const field = fieldOf(cause);
  const inWords = field === undefined ? given : `${given} (${field})`;
  return coreErrors.VALUE_TYPE_MISMATCH({ path: "", wanted: wordsOf(type), given: inWords }, { cause });
}

/** The field that an error of the library is about, with the name of its message. */
function fieldOf(cause: unknown): string | undefined {
  const [field] = /\bfield [\w.]+/.exec(textOf(cause)) ?? [];
  return field;
}
