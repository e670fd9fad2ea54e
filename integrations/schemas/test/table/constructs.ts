/** The constructs of schema libraries, in the order of the table in docs/schema-constructs.md. */
export const CONSTRUCTS = [
  "int",
  "number",
  "bigint",
  "boolean",
  "string",
  "date",
  "datetime text",
  "date text",
  "bytes",
  "enum",
  "literal",
  "optional",
  "nullable",
  "nullish",
  "default",
  "array",
  "record",
  "open record",
  "object",
  "extra keys",
  "tuple",
  "union",
  "discriminated union",
  "intersection",
  "recursive",
  "coerced",
  "same-type transform",
  "one-way transform",
  "codec",
  "brand",
  "refinement",
  "any value",
  "Map",
  "Set",
] as const;

/** One construct, written with one library. */
export interface Written {
  /** How it is written, for the table. */
  readonly as: string;
  readonly schema: () => unknown;
  /** Values that the schema takes. */
  readonly samples: readonly unknown[];
  /** What a type of `t.schema` gives for them, if that is more than they are. */
  readonly gives?: readonly unknown[];
}

/** What a library has of the constructs; what is left out it does not have. */
export type Library = { readonly [C in (typeof CONSTRUCTS)[number]]?: Written };
