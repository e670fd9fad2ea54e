import type { Described } from "../described/described.js";

/** Whether a record without types is somewhere in values of a type: its keys may come in any order. */
export function hasUntyped(type: Described): boolean {
  switch (type.kind) {
    case "json":
    case "keyed":
      return true;
    case "list":
      return hasUntyped(type.element);
    case "map":
      return hasUntyped(type.value);
    case "union":
      return type.variants.some(hasUntyped);
    case "record":
      return type.fields.some((field) => hasUntyped(field.type));
    case "hashed":
    case "annotated":
      return hasUntyped(type.of);
    default:
      return false;
  }
}
