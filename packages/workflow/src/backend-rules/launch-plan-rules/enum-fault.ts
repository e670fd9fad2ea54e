import { isCastable } from "@flytekit-ts/core/casts";
import type * as idl from "@flytekit-ts/models/core";
import { literalTypeOf } from "../parts/literal-type-of.js";
import { entriesOf, itemsOf } from "../parts/message-parts.js";

/**
 * The first enum in a type whose value is not one of its texts; `undefined` if all values fit.
 *
 * The backend accepts any text for any enum, so such a value is refused only when a task reads it.
 */
export function brokenEnum(
  literal: idl.Literal | undefined,
  type: idl.LiteralType | undefined,
): idl.LiteralType | undefined {
  const value = literal?.value;
  if (value?.$case === "scalar" && value.value?.value?.$case === "union") {
    const chosen = value.value.value.value;
    return brokenEnum(chosen?.value, chosen?.type);
  }
  switch (type?.type?.$case) {
    case "enumType":
      return isOneOf(literal, itemsOf(type.type.value?.values)) ? undefined : type;
    case "collectionType":
      return value?.$case === "collection"
        ? firstBroken(itemsOf(value.value?.literals), type.type.value)
        : undefined;
    case "mapValueType": {
      const entries = value?.$case === "map" ? entriesOf(value.value?.literals) : [];
      return firstBroken(
        entries.map(([, each]) => each),
        type.type.value,
      );
    }
    case "unionType": {
      const from = literalTypeOf(literal);
      const taking = itemsOf(type.type.value?.variants).filter(
        (to) => from !== undefined && isCastable(from, to),
      );
      return taking.length === 1 ? brokenEnum(literal, taking[0]) : undefined;
    }
    default:
      return undefined;
  }
}

function firstBroken(literals: readonly idl.Literal[], type: idl.LiteralType): idl.LiteralType | undefined {
  for (const literal of literals) {
    const broken = brokenEnum(literal, type);
    if (broken !== undefined) return broken;
  }
  return undefined;
}

function isOneOf(literal: idl.Literal | undefined, values: readonly string[]): boolean {
  const scalar = literal?.value?.$case === "scalar" ? literal.value.value?.value : undefined;
  const primitive = scalar?.$case === "primitive" ? scalar.value?.value : undefined;
  return primitive?.$case !== "stringValue" || values.includes(primitive.value);
}
