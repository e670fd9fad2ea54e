import type { Json } from "@flytekit-ts/core/types";
import { jsonText } from "../text/json-text.js";
import { asSchema, keyword } from "./json-schema.js";

/** Changes to a schema: what is an object is changed within, and what is `undefined` is taken out. */
export type JsonChanges = { [key: string]: Json | undefined | JsonChanges };

/** What makes one schema the other. */
export function schemaChanges(
  own: { readonly [key: string]: unknown },
  wanted: { readonly [key: string]: unknown },
): JsonChanges {
  const changes: JsonChanges = {};
  for (const key of new Set([...Object.keys(own), ...Object.keys(wanted)])) {
    const [one, other] = [keyword(own, key), keyword(wanted, key)];
    const [inOne, inOther] = [asSchema(one), asSchema(other)];
    const change =
      inOne !== undefined && inOther !== undefined ? schemaChanges(inOne, inOther) : (other as Json);
    const isSame =
      inOne !== undefined && inOther !== undefined
        ? Object.keys(change as object).length === 0
        : isSameJson(one, other);
    if (!isSame) Object.defineProperty(changes, key, { value: change, enumerable: true, configurable: true });
  }
  return changes;
}

// Keys come in any order.
function isSameJson(one: unknown, other: unknown): boolean {
  return (one === undefined) === (other === undefined) && jsonText(one) === jsonText(other);
}
