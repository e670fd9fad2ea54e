/**
 * A type as data, from which both sides make their own: TypeScript with `t`, Python with classes.
 *
 * A union has variants that neither side takes for one another (`random/union-variants`).
 */
export type Type =
  | { readonly kind: Simple }
  | { readonly kind: "int" | "datetime" | "duration" | "json"; readonly exact: boolean }
  | { readonly kind: "enum"; readonly name: string; readonly values: readonly string[] }
  | { readonly kind: "literal"; readonly of: Choice; readonly values: readonly Value[] }
  | { readonly kind: "list" | "map" | "optional"; readonly of: Type }
  | { readonly kind: "keyed"; readonly key: Type; readonly of: Type }
  | { readonly kind: "union"; readonly of: readonly Type[] }
  | { readonly kind: "struct"; readonly name: string; readonly fields: readonly Field[] }
  | { readonly kind: "file" | "directory"; readonly format: string }
  | { readonly kind: "dataset"; readonly format: string; readonly columns: readonly Field[] };

export type Simple = "float" | "string" | "boolean" | "date" | "none" | "error" | "binary";
export type Choice = "string" | "int" | "float" | "boolean";

export interface Field {
  readonly name: string;
  readonly type: Type;
  readonly default?: Value;
}

/**
 * A value as JSON, to be read with its type: an int, and microseconds of a datetime or duration, in decimal digits;
 * a float as the hex of its 8 bytes, so that NaN and -0 are themselves; a record as the list of its fields; a map as
 * its entries; `null` or `{ some }` for an optional; `{ variant, value }` for a union; `{ kind: value }` for what is
 * inside an untyped record.
 */
export type Value = null | boolean | string | number | readonly Value[] | { readonly [name: string]: Value };

/** A type with values of it. */
export interface Case {
  readonly type: Type;
  readonly values: readonly Value[];
}
