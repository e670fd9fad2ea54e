import { MsgpackReader } from "@flytekit-ts/core/types";
import type { JsonValue } from "../command/output.js";
import { numberJson } from "./number-json.js";

/** A value in MessagePack, as records travel, as JSON. */
export function msgpackJson(bytes: Uint8Array): JsonValue {
  return next(new MsgpackReader(bytes));
}

function next(reader: MsgpackReader): JsonValue {
  const token = reader.next();
  switch (token.kind) {
    case "nil":
      return null;
    case "boolean":
    case "string":
      return token.value;
    case "int":
    case "float":
      return numberJson(token.value);
    case "bytes":
    case "extension":
      return Buffer.from(token.value).toString("base64");
    case "list":
      return Array.from({ length: token.size }, () => next(reader));
    case "map":
      return Object.fromEntries(
        Array.from({ length: token.size }, () => [keyOf(next(reader)), next(reader)]),
      );
  }
}

// Keys of Python's dicts may be numbers.
function keyOf(key: JsonValue): string {
  return typeof key === "string" ? key : JSON.stringify(key);
}
