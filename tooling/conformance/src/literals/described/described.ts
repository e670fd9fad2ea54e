import type { Read } from "../rows/read-json.js";

/** A type as names and kinds: all that is taken from a row to make our own type. */
export type Described =
  | { readonly kind: ScalarKind }
  /** What has no type of ours, and what no one can know: both are to be refused. */
  | { readonly kind: "tuple" | "unknown" }
  | { readonly kind: "enum"; readonly values: readonly string[] }
  | { readonly kind: "choice"; readonly of: ChoiceOf; readonly values: readonly Constant[] }
  | { readonly kind: "list"; readonly element: Described }
  | { readonly kind: "map"; readonly value: Described }
  | { readonly kind: "keyed"; readonly key: Described; readonly value: Described }
  | { readonly kind: "union"; readonly variants: readonly Described[]; readonly isRequired?: boolean }
  | DescribedRecord
  | { readonly kind: "self"; readonly name: string }
  | { readonly kind: "file" | "directory"; readonly format: string }
  | { readonly kind: "dataset"; readonly format: string; readonly columns: Columns }
  | { readonly kind: "hashed"; readonly of: Described }
  | { readonly kind: "annotated"; readonly of: Described; readonly data: unknown };

/** The kinds that need no more words. */
export type ScalarKind = (typeof SCALAR_KINDS)[number];

export const SCALAR_KINDS = [
  "int",
  "float",
  "str",
  "bool",
  "datetime",
  "date",
  "duration",
  "none",
  "error",
  "binary",
  "json",
] as const;

/** A constant of a choice. */
export type Constant = string | number | bigint | boolean;

/** What the constants of a choice are. */
export type ChoiceOf = "int" | "float" | "str" | "bool";

/** Columns by name. */
export type Columns = readonly (readonly [name: string, type: Described])[];

/** A record with its fields in declared order. */
export interface DescribedRecord {
  readonly kind: "record";
  readonly name: string;
  readonly fields: readonly DescribedField[];
  /** Whether a record of this type is somewhere inside it. */
  readonly isRecursive: boolean;
}

export interface DescribedField {
  readonly name: string;
  readonly type: Described;
  /** The default, where there is one: its value, or that a function makes it, which a list or record needs. */
  readonly default?: { readonly value: Read } | "made";
}

/** A type without its hash and annotation. */
export function bareOf(type: Described): Described {
  return type.kind === "hashed" || type.kind === "annotated" ? bareOf(type.of) : type;
}
