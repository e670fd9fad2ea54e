import type * as idl from "@flytekit-ts/models/core";
import { Literal, SimpleType } from "@flytekit-ts/models/core";
import { collectionLiteral, noneLiteral, primitiveLiteral, scalarLiteral } from "../values/literals.js";
import { packJson } from "./pack-json.js";

/**
 * A literal of plain JSON, by the type that it is for: times as ISO 8601, durations as seconds, files by their URI.
 *
 * @throws `TypeError` for JSON that does not fit the type, and for a type that has no JSON
 */
export function literalOfJson(type: idl.LiteralType, json: unknown, at: string): idl.Literal {
  const wanted = type.type;
  switch (wanted?.$case) {
    case "simple":
      return simple(wanted.value, type, { json, at });
    case "collectionType": {
      const items: readonly unknown[] = Array.isArray(json) ? json : unfit("a list", at);
      return collectionLiteral(
        items.map((item, index) => literalOfJson(wanted.value, item, `${at}[${index}]`)),
      );
    }
    case "mapValueType": {
      const entries = Object.entries(objectOf(json, at)).map(
        ([key, item]) => [key, literalOfJson(wanted.value, item, `${at}.${key}`)] as const,
      );
      return Literal.create({ value: { $case: "map", value: { literals: new Map(entries) } } });
    }
    case "enumType":
      return primitiveLiteral({ $case: "stringValue", value: textOf(json, at) });
    case "blob":
      return scalarLiteral({
        $case: "blob",
        value: { uri: textOf(json, at), metadata: { type: wanted.value } },
      });
    case "structuredDatasetType": {
      const metadata = { structuredDatasetType: wanted.value };
      return scalarLiteral({ $case: "structuredDataset", value: { uri: textOf(json, at), metadata } });
    }
    case "unionType":
      return variant(wanted.value.variants, json, at);
    default:
      return unfit("of a type that can be given as JSON", at);
  }
}

interface Given {
  readonly json: unknown;
  readonly at: string;
}

function simple(kind: idl.SimpleType, type: idl.LiteralType, { json, at }: Given): idl.Literal {
  switch (kind) {
    case SimpleType.INTEGER:
      if (typeof json === "number" && !Number.isSafeInteger(json)) return unfit("an integer", at);
      return primitiveLiteral({ $case: "integer", value: BigInt(numberOf(json, at)) });
    case SimpleType.FLOAT:
      return primitiveLiteral({ $case: "floatValue", value: numberOf(json, at) });
    case SimpleType.STRING:
      return primitiveLiteral({ $case: "stringValue", value: textOf(json, at) });
    case SimpleType.BOOLEAN:
      return primitiveLiteral({
        $case: "boolean",
        value: typeof json === "boolean" ? json : unfit("true or false", at),
      });
    case SimpleType.DATETIME: {
      const ms = Date.parse(textOf(json, at));
      if (Number.isNaN(ms)) return unfit("a time in ISO 8601", at);
      const seconds = Math.floor(ms / 1000);
      return primitiveLiteral({
        $case: "datetime",
        value: { seconds: BigInt(seconds), nanos: (ms - seconds * 1000) * 1_000_000 },
      });
    }
    case SimpleType.DURATION: {
      const seconds = numberOf(json, at);
      const whole = Math.trunc(seconds);
      return primitiveLiteral({
        $case: "duration",
        value: { seconds: BigInt(whole), nanos: Math.round((seconds - whole) * 1e9) },
      });
    }
    case SimpleType.NONE:
      return json === null ? noneLiteral() : unfit("null", at);
    case SimpleType.STRUCT:
      return scalarLiteral({ $case: "binary", value: { tag: "msgpack", value: packJson(type, json) } });
    default:
      return unfit("of a type that can be given as JSON", at);
  }
}

/** The first variant that the JSON fits. */
function variant(variants: readonly idl.LiteralType[], json: unknown, at: string): idl.Literal {
  for (const type of variants) {
    try {
      return scalarLiteral({ $case: "union", value: { value: literalOfJson(type, json, at), type } });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return unfit("of a variant of the union", at);
}

function objectOf(json: unknown, at: string): object {
  return typeof json === "object" && json !== null && !Array.isArray(json) ? json : unfit("an object", at);
}

function textOf(json: unknown, at: string): string {
  return typeof json === "string" ? json : unfit("a text", at);
}

function numberOf(json: unknown, at: string): number {
  return typeof json === "number" ? json : unfit("a number", at);
}

function unfit(wanted: string, at: string): never {
  throw new TypeError(`${at} is not ${wanted}`);
}
