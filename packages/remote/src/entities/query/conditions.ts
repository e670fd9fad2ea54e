/** What a field of a list is compared with. Several comparisons must all hold. */
export interface Comparisons<V> {
  readonly equals?: V | undefined;
  readonly not?: V | undefined;
  readonly above?: V | undefined;
  readonly atLeast?: V | undefined;
  readonly below?: V | undefined;
  readonly atMost?: V | undefined;
  /** Any of these. */
  readonly oneOf?: readonly V[] | undefined;
  /** This text somewhere in it. In it, `_` stands for any character and `%` for any text, as in SQL. */
  readonly contains?: string | undefined;
}

/** Conditions on the fields of what is listed: a value that a field equals, or comparisons. All must hold. */
export type Where<F> = { readonly [K in keyof F]?: F[K] | Comparisons<F[K]> | undefined };

/** flyteadmin's words for the comparisons. */
export const FUNCTIONS = {
  equals: "eq",
  not: "ne",
  above: "gt",
  atLeast: "gte",
  below: "lt",
  atMost: "lte",
  oneOf: "value_in",
  contains: "contains",
} as const satisfies { readonly [C in keyof Comparisons<unknown>]-?: string };
