import type { Literal } from "@flytekit-ts/models/core";

/**
 * What somebody types for a literal of numbers, texts and booleans, and of lists of them, as JSON; undefined for others. A type
 * of an author's own has values of any form, whose literals are what is typed.
 */
export function typedForm({ value }: Literal): unknown {
  if (value?.$case === "collection") {
    const items = value.value.literals.map(typedForm);
    return items.includes(undefined) ? undefined : items;
  }
  const scalar = value?.$case === "scalar" ? value.value.value : undefined;
  const primitive = scalar?.$case === "primitive" ? scalar.value.value : undefined;
  switch (primitive?.$case) {
    case "integer":
      return Number.isSafeInteger(Number(primitive.value))
        ? Number(primitive.value)
        : String(primitive.value);
    case "floatValue":
    case "stringValue":
    case "boolean":
      return primitive.value;
    default:
      return undefined;
  }
}
