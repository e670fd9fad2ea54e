import { nameOfType } from "../inputs/kinds/name-of-type.js";
import type { NamedType } from "../inputs/kinds/named-type.js";

const OR_NONE = ", or none";

/** What a type is called in signatures: `int`, `list of float`, `optional datetime`. */
export function typeName(type: NamedType): string {
  const name = nameOfType(type);
  if (!name.endsWith(OR_NONE)) return name;
  const inner = name.slice(0, -OR_NONE.length);
  return `optional ${inner.includes(" or ") ? `(${inner})` : inner}`;
}
