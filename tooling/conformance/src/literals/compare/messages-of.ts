import { type Codec, encode } from "@flytekit-ts/models";
import { Literal, LiteralType } from "@flytekit-ts/models/core";
import { fromJson, type JsonValue, toJson } from "@flytekit-ts/models/json";
import type { Recorded } from "../rows/literal-row.js";

/** A recorded message, read from its bytes and from the JSON beside them, which must say the same. */
export interface Messages {
  readonly fromBytes: JsonValue;
  readonly fromJson: JsonValue | undefined;
}

/** A recorded literal type. @throws Error if it is none */
export function recordedType(recorded: Recorded): Messages {
  return messagesOf(LiteralType, recorded);
}

/** A recorded literal. @throws Error if it is none */
export function recordedLiteral(recorded: Recorded): Messages {
  return messagesOf(Literal, recorded);
}

function messagesOf<T>(codec: Codec<T>, { bytes, json }: Recorded): Messages {
  return {
    fromBytes: jsonOf(codec, codec.decode(bytes)),
    fromJson: json === undefined ? undefined : jsonOf(codec, fromJson(codec, json)),
  };
}

/** A message as JSON with the names of the IDL; its bytes where JSON cannot hold it, as a span of a million years. */
export function jsonOf<T>(codec: Codec<T>, message: T): JsonValue {
  try {
    return toJson(codec, message, { useProtoFieldName: true });
  } catch {
    return { bytes: Buffer.from(encode(codec, message)).toString("hex") };
  }
}
