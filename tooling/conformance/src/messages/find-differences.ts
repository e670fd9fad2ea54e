import type { JsonValue } from "@flytekit-ts/models/json";
import { isObject, memberOf } from "./json.js";

/** One place where two messages differ; `undefined` is a field that is not there. */
export interface Difference {
  /** As the fields are called in the IDL: `template.nodes[n1].inputs[x].binding.promise.var`. */
  readonly path: string;
  readonly ours: JsonValue | undefined;
  readonly reference: JsonValue | undefined;
}

/**
 * Where two messages in JSON differ, as deep as possible, in the order of the fields.
 *
 * Items of lists that have an id or a variable are compared with the item of the same one, so that a missing
 * node is one difference and not one for each node behind it; their order is then compared apart.
 */
export function findDifferences(
  ours: JsonValue | undefined,
  reference: JsonValue | undefined,
  path = "",
): readonly Difference[] {
  if (Array.isArray(ours) && Array.isArray(reference)) return inLists(ours, reference, path);
  if (isObject(ours) && isObject(reference)) {
    const keys = new Set([...Object.keys(reference), ...Object.keys(ours)]);
    return [...keys].flatMap((key) =>
      findDifferences(memberOf(ours, key), memberOf(reference, key), below(path, key)),
    );
  }
  return Object.is(ours, reference) ? [] : [{ path, ours, reference }];
}

function below(path: string, key: string): string {
  if (!/^\w+$/.test(key)) return `${path}[${key}]`;
  return path === "" ? key : `${path}.${key}`;
}

function inLists(ours: JsonValue[], reference: JsonValue[], path: string): readonly Difference[] {
  const [oursByKey, referenceByKey] = [byKey(ours), byKey(reference)];
  if (oursByKey === undefined || referenceByKey === undefined) {
    const length = Math.max(ours.length, reference.length);
    return Array.from({ length }, (_, i) => i).flatMap((i) =>
      findDifferences(ours[i], reference[i], `${path}[${i}]`),
    );
  }
  const keys = new Set([...referenceByKey.keys(), ...oursByKey.keys()]);
  const found = [...keys].flatMap((key) =>
    findDifferences(oursByKey.get(key), referenceByKey.get(key), `${path}[${key}]`),
  );
  const [ourOrder, referenceOrder] = [[...oursByKey.keys()], [...referenceByKey.keys()]];
  const sameItems = ourOrder.length === keys.size && referenceOrder.length === keys.size;
  if (!sameItems || ourOrder.join("\n") === referenceOrder.join("\n")) return found;
  return [...found, { path: `${path} (order)`, ours: ourOrder, reference: referenceOrder }];
}

/** The items by their keys, unless some item has none or two share one. */
function byKey(items: readonly JsonValue[]): ReadonlyMap<string, JsonValue> | undefined {
  const keyed = new Map(items.map((item) => [memberOf(item, "id") ?? memberOf(item, "var"), item]));
  const keys = [...keyed.keys()];
  const usable = keyed.size === items.length && keys.every((key) => typeof key === "string");
  return usable ? (keyed as Map<string, JsonValue>) : undefined;
}
