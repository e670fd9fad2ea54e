/** What is asked of a JSON Schema that TypeScript knows: written `as const`, or made by TypeBox. */

/** The member `P` of a schema; `never` if it has none. */
export type Part<S, P extends string> = S extends { readonly [N in P]: infer X } ? X : never;

/** The constants that a schema allows, if it lists them. */
export type ConstantsOf<S> = S extends { readonly const: infer C }
  ? C
  : S extends { readonly enum: readonly (infer C)[] }
    ? C
    : never;

/** The variants of a schema, if it has some. */
export type VariantsOf<S> = S extends { readonly anyOf: readonly (infer X)[] }
  ? X
  : S extends { readonly oneOf: readonly (infer X)[] }
    ? X
    : never;

/** The named fields of a record. */
export type PropertiesOf<S> = S extends { readonly properties: infer P } ? P : {};

/** The names of the fields that have to be there. */
export type RequiredOf<S> = S extends { readonly required: readonly (infer P)[] } ? P : never;

/** The names of the fields that are always there: those with a default are. */
export type PresentOf<S> =
  | RequiredOf<S>
  | {
      [P in keyof PropertiesOf<S>]: PropertiesOf<S>[P] extends { readonly default: {} } ? P : never;
    }[keyof PropertiesOf<S>];

/** The schema of the values of a map; `never` if the object is none. TypeBox writes it as a pattern for any key. */
export type ValuesOf<S> = S extends { readonly patternProperties: infer P }
  ? P[keyof P]
  : S extends { readonly additionalProperties: infer X extends object }
    ? {} extends X
      ? never
      : X
    : never;

/** The types of JSON that a schema names. */
export type TypeOf<S> = S extends { readonly type: readonly (infer N)[] }
  ? N
  : S extends { readonly type: infer N }
    ? N
    : S extends { readonly properties: unknown }
      ? "object"
      : S extends { readonly items: unknown }
        ? "array"
        : "unknown";

/** Whether a schema without named fields and without a schema of values is a record, and not one of any shape. */
export type IsEmptyRecord<S> = S extends
  | { readonly properties: {} }
  | { readonly additionalProperties: false }
  ? true
  : false;
