/** Keywords whose value is a number. */
export type Bound =
  | "minimum"
  | "maximum"
  | "multipleOf"
  | "minLength"
  | "maxLength"
  | "minItems"
  | "maxItems"
  | "minProperties"
  | "maxProperties";

/** Keywords that combine schemas. */
export type Combination = "allOf" | "anyOf" | "oneOf";

/** A schema as the backend compares it, without the keywords that the backend does not know. */
export interface SchemaNode {
  readonly title: string | undefined;
  /** The target of a reference. The other keywords of a reference are ignored. */
  readonly ref: SchemaNode | undefined;
  /** Set for the schemas `true` and `false`. */
  readonly always: boolean | undefined;
  readonly types: ReadonlySet<string>;
  readonly format: string;
  readonly pattern: string | undefined;
  readonly enum: readonly unknown[] | undefined;
  readonly constant: { readonly value: unknown } | undefined;
  readonly bounds: ReadonlyMap<Bound, number>;
  readonly unique: boolean;
  /** The schema of all items, or a list with the schema of each item of a tuple. */
  readonly items: SchemaNode | readonly SchemaNode[] | undefined;
  readonly properties: ReadonlyMap<string, SchemaNode>;
  readonly required: ReadonlySet<string>;
  readonly combined: ReadonlyMap<Combination, readonly SchemaNode[]>;
  /** The schema of the other values of an object. It is used for messages only. */
  readonly values: SchemaNode | undefined;
  /** A keyword that the backend knows but does not compare. */
  readonly ignored: string | undefined;
}
