import type { Type } from "./type.js";

/** The types directly inside a type. */
export function partsOf(type: Type): readonly Type[] {
  switch (type.kind) {
    case "list":
    case "map":
    case "optional":
      return [type.of];
    case "keyed":
      return [type.key, type.of];
    case "union":
      return type.of;
    case "struct":
      return type.fields.map((field) => field.type);
    case "dataset":
      return type.columns.map((column) => column.type);
    default:
      return [];
  }
}

/** How many types are inside one another. A type without parts counts 1. */
export function depthOf(type: Type): number {
  return 1 + Math.max(0, ...partsOf(type).map(depthOf));
}

/** Whether a type, or a type inside it, is of one of these kinds. */
export function hasKind(type: Type, kinds: ReadonlySet<string>): boolean {
  return kinds.has(type.kind) || partsOf(type).some((part) => hasKind(part, kinds));
}
