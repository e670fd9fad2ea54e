import type * as idl from "@flytekit-ts/models/core";
import { decodeLiteral } from "../types/decode-literal.js";
import type { RuntimeType } from "../types/runtime-type.js";
import type { TypeTransformer } from "../types/transformer.js";

/**
 * The URIs in the literal of a variable: of its files, directories, datasets and parts that are stored separately, in
 * lists, maps, unions and records too. They are in the order of the value.
 *
 * A literal that is not of the type has no more than the URIs that stand in it: whoever uses it will say what is wrong.
 */
export function urisIn({ transformer }: RuntimeType, literal: idl.Literal): readonly string[] {
  return [...below(literal, transformer)];
}

function* below(literal: idl.Literal, type: TypeTransformer | undefined): Generator<string, undefined> {
  const { value } = literal;
  switch (value?.$case) {
    case "collection": {
      const element = type?.members?.kind === "list" ? type.members.element : undefined;
      for (const part of value.value.literals) yield* below(part, element);
      return;
    }
    case "map": {
      const part = type?.members?.kind === "map" ? type.members.value : undefined;
      // In the order of the names: a map has none of its own.
      for (const [, each] of [...value.value.literals].toSorted(([a], [b]) => (a < b ? -1 : 1)))
        yield* below(each, part);
      return;
    }
    case "offloadedMetadata":
      yield value.value.uri;
      return;
    case "scalar":
      yield* inScalar(literal, value.value, type);
      break;
    default:
  }
}

function* inScalar(
  literal: idl.Literal,
  { value }: idl.Scalar,
  type: TypeTransformer | undefined,
): Generator<string, undefined> {
  switch (value?.$case) {
    case "blob":
    case "structuredDataset":
    case "schema":
      yield value.value.uri;
      return;
    case "union": {
      const inside = value.value.value;
      if (inside === undefined) return;
      // A record among the variants is found with its union: the tag alone does not say which it is.
      if (isRecord(inside)) yield* inRecord(literal, type);
      else yield* below(inside, type);
      return;
    }
    case "binary":
    case "generic":
      yield* inRecord(literal, type);
      break;
    default:
  }
}

function isRecord({ value }: idl.Literal): boolean {
  const scalar = value?.$case === "scalar" ? value.value.value?.$case : undefined;
  return scalar === "binary" || scalar === "generic";
}

// Only types with files in them have `load`, so other records are not decoded.
function* inRecord(literal: idl.Literal, type: TypeTransformer | undefined): Generator<string, undefined> {
  if (type?.load === undefined) return;
  let value: unknown;
  try {
    value = decodeLiteral(type, literal);
  } catch {
    return;
  }
  yield* inValue(value);
}

// Whatever has a URI: the types of plugins have values of their own.
function* inValue(value: unknown): Generator<string, undefined> {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return;
  const uri: unknown = Reflect.get(value, "uri");
  if (typeof uri === "string") yield uri;
  const parts: Iterable<unknown> =
    value instanceof Map
      ? value.values()
      : Array.isArray(value)
        ? (value as unknown[])
        : Object.values(value);
  for (const part of parts) yield* inValue(part);
}
