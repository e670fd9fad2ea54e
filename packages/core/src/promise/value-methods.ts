import type * as idl from "@flytekit-ts/models/core";
import { SimpleType } from "../literals/idl-enums.js";
import type { TypeTransformer } from "../types/transformer.js";

const SIMPLE: ReadonlyMap<idl.SimpleType, object> = new Map<idl.SimpleType, object>([
  [SimpleType.INTEGER, Number.prototype],
  [SimpleType.FLOAT, Number.prototype],
  [SimpleType.STRING, String.prototype],
  [SimpleType.DATETIME, Date.prototype],
]);

/**
 * Whether the values of a type have a method in JavaScript, which a promise of them has not.
 *
 * `names.map(...)` would end in "map is not a function", which does not say that the list is not there yet. What
 * every object has is left out: printers and matchers ask for it.
 */
export function isValueMethod({ literalType, members }: TypeTransformer, name: string): boolean {
  if (name in Object.prototype) return false;
  const prototype = members?.kind === "list" ? Array.prototype : prototypeOf(literalType);
  return prototype !== undefined && typeof Reflect.get(prototype, name) === "function";
}

function prototypeOf({ type }: idl.LiteralType): object | undefined {
  if (type?.$case === "enumType") return String.prototype;
  return type?.$case === "simple" ? SIMPLE.get(type.value) : undefined;
}
