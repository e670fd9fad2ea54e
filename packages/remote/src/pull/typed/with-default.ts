import { isFlytekitError } from "@flytekit-ts/core/errors";
import {
  decodeLiteral,
  literalOf,
  msgpackLiteral,
  noneLiteral,
  scalarLiteral,
} from "@flytekit-ts/core/literals";
import { MsgpackWriter, resolveType } from "@flytekit-ts/core/types";
import { encode } from "@flytekit-ts/models";
import * as idl from "@flytekit-ts/models/core";
import { valueText } from "../text/value-text.js";
import { transformerOf, typed, type Typed } from "./typed.js";

/** The default that a schema says, as a literal. */
export function defaultOfJson(json: unknown, made: Typed): idl.Literal {
  if (transformerOf(made).tag !== "FlytePickle" || typeof json !== "string") return literalOfJson(json);
  const writer = new MsgpackWriter();
  writer.bytes(Buffer.from(json, "base64"));
  return msgpackLiteral(writer.finish());
}

/** The type with a default; undefined if no code makes the value, or the type cannot tell what it is. */
export function withDefault(made: Typed, literal: idl.Literal): Typed | undefined {
  try {
    const transformer = transformerOf(made);
    const value: unknown = decodeLiteral(transformer, literal);
    const code = valueText(value);
    if (code === undefined) return undefined;
    // `default` is a method of every type of ours.
    const method: unknown = Reflect.get(Object(made.type), "default");
    if (typeof method !== "function") return undefined;
    const type = Reflect.apply(method, made.type, [value]) as Typed["type"];
    const kept: unknown = resolveType(type, "a pulled default").default?.value;
    if (!isSame(transformer.toLiteral(kept), transformer.toLiteral(value))) return undefined;
    return typed(type, `${made.code}.default(${code})`, made.notes);
  } catch (error) {
    if (!isFlytekitError(error)) throw error;
    return undefined;
  }
}

function isSame(one: idl.Literal, other: idl.Literal): boolean {
  return Buffer.from(encode(idl.Literal, one)).equals(encode(idl.Literal, other));
}

function literalOfJson(json: unknown): idl.Literal {
  if (json === null || json === undefined) return noneLiteral();
  if (Array.isArray(json))
    return literalOf({ $case: "collection", value: { literals: json.map(literalOfJson) } });
  if (typeof json === "object") return scalarLiteral({ $case: "generic", value: { ...json } });
  return primitive(json);
}

function primitive(json: unknown): idl.Literal {
  return scalarLiteral({ $case: "primitive", value: { value: primitiveValue(json) } });
}

function primitiveValue(json: unknown): idl.Primitive["value"] {
  switch (typeof json) {
    case "number":
      return { $case: "floatValue", value: json };
    case "boolean":
      return { $case: "boolean", value: json };
    default:
      return { $case: "stringValue", value: String(json) };
  }
}
