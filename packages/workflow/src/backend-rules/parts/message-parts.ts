import { isMap } from "node:util/types";

// Decoded messages have all their fields. Messages made by hand may lack any of them. A check has to report that and
// must not throw.

/** The items of a repeated field, without the holes of a sparse list. */
export function itemsOf<T>(field: readonly T[] | undefined): readonly T[] {
  return Array.isArray(field) ? Object.values<T>(field) : [];
}

/** The entries of a map field whose keys are texts. */
export function entriesOf<V>(field: ReadonlyMap<string, V> | undefined): readonly (readonly [string, V])[] {
  return isMap(field) ? [...field].filter(([name]) => typeof name === "string") : [];
}

/** A text field. If it is absent, the empty text, as on the wire. */
export function textOf(field: string | undefined): string {
  return typeof field === "string" ? field : "";
}

/** A number field. If it is absent, 0, as on the wire. */
export function numberOf(field: number | undefined): number {
  return typeof field === "number" ? field : 0;
}

/** A name for a message, cut after 80 characters. */
export function brief(name: string): string {
  return name.length > 80 ? `${name.slice(0, 80)}...` : name;
}
