import type { ChoiceKind, Constant } from "../../transformers/choice.js";

/** What Flyte type a schema describes, between its JSON Schema and a transformer. */
export type Form = (
  | { readonly kind: Simple }
  | { readonly kind: "enum"; readonly values: readonly string[] }
  | { readonly kind: "literal"; readonly values: readonly Constant[]; readonly of: ChoiceKind }
  | { readonly kind: "list"; readonly element: Form }
  | { readonly kind: "map"; readonly value: Form }
  | { readonly kind: "optional"; readonly inner: Form; readonly none: null | undefined }
  | { readonly kind: "union"; readonly variants: readonly Form[] }
  | RecordForm
  /** A record inside itself. */
  | { readonly kind: "again"; readonly record: RecordForm }
) & {
  /** Whether the schema converts it in both directions. */
  readonly codec?: boolean;
};

export type Simple =
  | "bigint"
  | "binary"
  | "boolean"
  | "datetime"
  | "float"
  | "int"
  | "json"
  | "null"
  | "string"
  | "undefined";

export interface RecordForm {
  readonly kind: "record";
  readonly title: string;
  readonly fields: ReadonlyMap<string, FieldForm>;
  readonly codec?: boolean;
}

export interface FieldForm {
  readonly form: Form;
  /** Whether the schema wants the key, although the value may be undefined. */
  readonly isRequired: boolean;
  /** The default as the JSON Schema has it, in an object. */
  readonly default?: { readonly json: unknown };
}
