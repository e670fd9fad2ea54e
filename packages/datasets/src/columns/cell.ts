/**
 * A value between the form of a file and that of a task: what is in one cell of a table.
 *
 * Times are nanoseconds, since 1970 for a datetime. A list is an array, a map a `Map`, a record an object without
 * prototype, which can have any name as a key. Nothing is `null`.
 */
export type Cell =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly Cell[]
  | CellMap
  | CellRecord;

export type CellMap = ReadonlyMap<string, Cell>;

export interface CellRecord {
  readonly [field: string]: Cell;
}

/** The kinds of values that have no parts. */
export type LeafKind = "int" | "float" | "string" | "boolean" | "datetime" | "date" | "duration" | "bytes";

/** An object without prototype, for the fields of a record. */
export function emptyRecord(): Record<string, Cell> {
  return Object.create(null) as Record<string, Cell>;
}
