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
 * Whether `name` is a JavaScript method of the values of a type, such as `map` of lists.
 *
 * A promise does not have these methods. Without this check `names.map(...)` would fail with "map is not a
 * function", which does not say that the list does not exist yet. Methods of `Object.prototype` do not count:
 * printers and matchers call them.
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
