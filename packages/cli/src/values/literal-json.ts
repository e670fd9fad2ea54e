import type { Literals } from "@flytekit-ts/core/tasks";
import type * as idl from "@flytekit-ts/models/core";
import type { JsonValue } from "../command/output.js";
import { foldLiteral, type LiteralFold } from "./fold-literal.js";
import { msgpackJson } from "./msgpack-json.js";
import { numberJson } from "./number-json.js";

/** Values by name as JSON: see `literalJson`. */
export function literalsJson(literals: Literals): { readonly [name: string]: JsonValue } {
  return Object.fromEntries([...literals].map(([name, literal]) => [name, literalJson(literal)]));
}

/**
 * A value as JSON, for people and programs, whatever its type is.
 *
 * Datetimes are ISO 8601 in UTC, durations seconds as in `90s`, files, directories and datasets where they are, and bytes
 * base64. An integer that a JSON number cannot hold exactly is a text.
 */
export function literalJson(literal: idl.Literal): JsonValue {
  return foldLiteral(literal, AS_JSON);
}

const AS_JSON: LiteralFold<JsonValue> = {
  absent: null,
  none: null,
  primitive: primitiveJson,
  uri: (uri) => uri,
  bytes: (bytes) => Buffer.from(bytes).toString("base64"),
  record: msgpackJson,
  generic: (value) => (value ?? null) as JsonValue,
  list: (items) => items.map(literalJson),
  map: literalsJson,
  error: (message) => message,
};

function primitiveJson({ value }: idl.Primitive): JsonValue {
  switch (value?.$case) {
    case "integer":
    case "floatValue":
      return numberJson(value.value);
    case "datetime": {
      const { seconds, nanos } = value.value;
      return `${new Date(Number(seconds) * 1000).toISOString().slice(0, -5)}${fraction(nanos)}Z`;
    }
    case "duration": {
      const { seconds, nanos } = value.value;
      const sign = seconds < 0n || nanos < 0 ? "-" : "";
      return `${sign}${seconds < 0n ? -seconds : seconds}${fraction(Math.abs(nanos))}s`;
    }
    case "stringValue":
    case "boolean":
      return value.value;
    case undefined:
      return null;
  }
}

function fraction(nanos: number): string {
  return nanos === 0 ? "" : `.${String(nanos).padStart(9, "0").replace(/0+$/, "")}`;
}
