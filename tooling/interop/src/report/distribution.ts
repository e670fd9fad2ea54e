import { depthOf, partsOf } from "../description/parts.js";
import type { Case, Type } from "../description/type.js";

/** How many values were exchanged: of each kind, at any depth, and of each depth of type. */
export function distribution(cases: readonly Case[]): {
  readonly kinds: ReadonlyMap<string, number>;
  readonly depths: ReadonlyMap<number, number>;
} {
  const kinds = new Map<string, number>();
  const depths = new Map<number, number>();
  for (const { type, values } of cases) {
    const add = <K>(counts: Map<K, number>, key: K): unknown =>
      counts.set(key, (counts.get(key) ?? 0) + values.length);
    for (const kind of kindsOf(type)) add(kinds, kind);
    add(depths, depthOf(type));
  }
  return { kinds, depths };
}

function kindsOf(type: Type): ReadonlySet<string> {
  return new Set([type.kind, ...partsOf(type).flatMap((part) => [...kindsOf(part)])]);
}
