import { types } from "node:util";

// Messages that were decoded have all their fields. Those made by hand may lack any of them, and a check has
// to say so instead of stumbling.

/** The items of a repeated field, without the holes that a list may have. */
export function itemsOf<T>(field: readonly T[] | undefined): readonly T[] {
  return Array.isArray(field) ? Object.values<T>(field) : [];
}

/** The entries of a map field, by names. */
export function entriesOf<V>(field: ReadonlyMap<string, V> | undefined): readonly (readonly [string, V])[] {
  return types.isMap(field) ? [...field].filter(([name]) => typeof name === "string") : [];
}

/** A text field; nothing is the empty text, as on the wire. */
export function textOf(field: string | undefined): string {
  return typeof field === "string" ? field : "";
}

/** A number field; nothing is 0, as on the wire. */
export function numberOf(field: number | undefined): number {
  return typeof field === "number" ? field : 0;
}

/** A name as it stands in messages: what is too long to read is cut off. */
export function brief(name: string): string {
  return name.length > 80 ? `${name.slice(0, 80)}...` : name;
}
