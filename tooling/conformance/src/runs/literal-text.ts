import type * as idl from "@flytekit-ts/models/core";
import { Literal, Scalar } from "@flytekit-ts/models/core";
import { toJson } from "@flytekit-ts/models/json";
import { msgpackText } from "./msgpack-text.js";

/**
 * The value that a literal holds, as a text: equal for equal values.
 *
 * The variant of a union and what stands around a value say nothing about it; an int and a float do differ.
 */
export function literalText(literal: idl.Literal): string {
  const { value } = literal;
  switch (value?.$case) {
    case "scalar":
      return scalarText(value.value);
    case "collection":
      return `[${value.value.literals.map(literalText).join(", ")}]`;
    case "map":
      return literalsText(value.value.literals);
    default:
      return JSON.stringify(toJson(Literal, literal, { useProtoFieldName: true }));
  }
}

/** Values by variable, as a text. */
export function literalsText(literals: ReadonlyMap<string, idl.Literal>): string {
  const entries = [...literals].map(([name, literal]) => `${name}: ${literalText(literal)}`);
  return `{${entries.toSorted().join(", ")}}`;
}

function scalarText(scalar: idl.Scalar): string {
  const { value } = scalar;
  switch (value?.$case) {
    case "primitive":
      return primitiveText(value.value);
    case "binary":
      return binaryText(value.value);
    case "noneType":
      return "none";
    case "union":
      return value.value.value === undefined ? "none" : literalText(value.value.value);
    default:
      return JSON.stringify(toJson(Scalar, scalar, { useProtoFieldName: true }));
  }
}

// Bytes with another tag say nothing of their form, so they are compared as they are.
function binaryText({ tag, value }: idl.Binary): string {
  return tag === "msgpack" ? msgpackText(value) : `${tag} ${Buffer.from(value).toString("hex")}`;
}

function primitiveText(primitive: idl.Primitive): string {
  const { value } = primitive;
  switch (value?.$case) {
    case "integer":
      return String(value.value);
    case "floatValue":
      return Number.isInteger(value.value) ? `${value.value}.0` : String(value.value);
    case "stringValue":
      return JSON.stringify(value.value);
    case "boolean":
      return String(value.value);
    default:
      return JSON.stringify(toJson(Scalar, { value: { $case: "primitive", value: primitive } }));
  }
}
