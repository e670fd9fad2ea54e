/** Keywords that are a number. */
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

/** A schema as the backend's comparison sees it: keywords that it does not know are gone. */
export interface SchemaNode {
  readonly title: string | undefined;
  /** What it refers to, and then it is nothing else. */
  readonly ref: SchemaNode | undefined;
  /** The schemas `true` and `false`. */
  readonly always: boolean | undefined;
  readonly types: ReadonlySet<string>;
  readonly format: string;
  readonly pattern: string | undefined;
  readonly enum: readonly unknown[] | undefined;
  readonly constant: { readonly value: unknown } | undefined;
  readonly bounds: ReadonlyMap<Bound, number>;
  readonly unique: boolean;
  /** The schema of every item, or those of the items of a tuple. */
  readonly items: SchemaNode | readonly SchemaNode[] | undefined;
  readonly properties: ReadonlyMap<string, SchemaNode>;
  readonly required: ReadonlySet<string>;
  readonly combined: ReadonlyMap<Combination, readonly SchemaNode[]>;
  /** What other values of an object are, for words only. */
  readonly values: SchemaNode | undefined;
  /** A keyword that the comparison knows, and passes over. */
  readonly ignored: string | undefined;
}
