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

/** The kinds of type of which fewer than 50 values in 2,000 were exchanged. */
export function rareKinds(cases: readonly Case[], runs: number): readonly string[] {
  const { kinds } = distribution(cases);
  return KINDS.filter((kind) => (kinds.get(kind) ?? 0) < Math.floor(runs / 40));
}

const KINDS: readonly Type["kind"][] = [
  ...([
    "binary",
    "boolean",
    "dataset",
    "date",
    "datetime",
    "directory",
    "duration",
    "enum",
    "error",
  ] as const),
  ...(["file", "float", "int", "json", "keyed", "list", "literal", "map", "none", "optional"] as const),
  ...(["string", "struct", "union"] as const),
];
