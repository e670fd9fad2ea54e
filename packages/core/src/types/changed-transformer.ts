import type { TypeTransformer } from "./transformer.js";

const METHODS = new Set([
  "mayBe",
  "toLiteral",
  "fromLiteral",
  "write",
  "read",
  "toJson",
  "storing",
  "load",
  "toHtml",
]);
const PARTS = [...METHODS, "tag", "words", "literalType", "jsonSchema", "depth", "members"];

/**
 * A transformer that is another one but for some parts.
 *
 * Not a copy with `...`: the transformer may be of an author's class, whose methods need their object, and the type of
 * one that is declared later is known only when it is asked for.
 */
export function changedTransformer<T>(
  inner: TypeTransformer<T>,
  changes: Partial<TypeTransformer<T>>,
): TypeTransformer<T> {
  const changed: object = {};
  for (const part of new Set([...PARTS, ...Object.keys(inner)])) {
    if (part in changes || !(part in inner)) continue;
    const property: PropertyDescriptor = METHODS.has(part)
      ? { value: boundOf(inner, part) }
      : { get: (): unknown => Reflect.get(inner, part) };
    Object.defineProperty(changed, part, { ...property, enumerable: true });
  }
  return Object.assign(changed, changes) as TypeTransformer<T>;
}

function boundOf(inner: object, part: string): unknown {
  const method: unknown = Reflect.get(inner, part);
  return typeof method === "function" ? method.bind(inner) : method;
}
