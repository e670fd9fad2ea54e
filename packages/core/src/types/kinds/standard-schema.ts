/** Schemas of other libraries, as far as they are alike: what https://standardschema.dev says. */

/** A schema of another library. It may stand wherever a type is expected, if it tells its JSON Schema. */
export interface StandardSchema {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    validate(value: unknown): unknown;
  };
}

type StandardTypes<X> = X extends { readonly "~standard": { readonly types?: infer Y } }
  ? NonNullable<Y>
  : never;

/** The value that the schema `X` gives. */
export type SchemaOutput<X> = StandardTypes<X> extends { readonly output: infer O } ? O : never;

/** The value that the schema `X` takes. One that takes anything, to convert it, is to be given what it makes of it. */
export type SchemaInput<X> =
  StandardTypes<X> extends { readonly input: infer I } ? (unknown extends I ? SchemaOutput<X> : I) : never;
