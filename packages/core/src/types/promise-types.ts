/** The TypeScript side of promises: which kinds may be passed for a kind, and what a promise of a kind offers. */

/** The kinds whose promises may be passed for kind `K`, at every depth. An optional never fits a required value. */
export type Feeds<K> = K extends "int"
  ? "int" | "number" | "any"
  : K extends "float"
    ? "float" | "number" | "any"
    : K extends "number"
      ? "int" | "float" | "number" | "any"
      : K extends "any"
        ? unknown
        : K extends "string"
          ? "string" | { enum: unknown } | "any"
          : K extends { enum: unknown }
            ? K | "string" | "any"
            : K extends { list: infer E }
              ? { list: Feeds<E> } | "any"
              : K extends { map: infer E }
                ? { map: Feeds<E> } | "any"
                : K extends { struct: infer S }
                  ? { struct: { [P in keyof S]: Feeds<S[P]> } } | "any"
                  : K | "any";

/** A value that a node will produce, reduced to its kind and value type. */
export interface Ref<out K, out T = unknown> {
  readonly "~kind": K;
  readonly "~value": T;
}

/** A condition on promises, which a conditional evaluates when the workflow runs. */
export interface Condition {
  readonly "~condition": true;
  and(...others: readonly Condition[]): Condition;
  or(...others: readonly Condition[]): Condition;
}

// A promise on the right needs operators itself: the backend compares no parts, enums or optionals on either side.
type Operand<T, K> = T | (Ref<Feeds<K>> & { eq(value: never): Condition });

interface Equality<T, K> {
  eq(value: Operand<T, K>): Condition;
  ne(value: Operand<T, K>): Condition;
}
interface Order<T, K> extends Equality<T, K> {
  gt(value: Operand<T, K>): Condition;
  ge(value: Operand<T, K>): Condition;
  lt(value: Operand<T, K>): Condition;
  le(value: Operand<T, K>): Condition;
}
interface Truth<T, K> extends Equality<T, K> {
  isTrue(): Condition;
  isFalse(): Condition;
}

// Operators exist only where the backend can compare: for one primitive kind, and never for a field or an element.
type Operators<T, K> = [K] extends ["boolean"]
  ? Truth<T, K>
  : [K] extends ["int" | "float" | "number"]
    ? Order<T, K>
    : [K] extends ["string"]
      ? Order<T, K>
      : [K] extends ["datetime"]
        ? Order<T, K>
        : [K] extends ["duration"]
          ? Order<T, K>
          : unknown;

// Promises of records have only the fields of the record, so that no method hides a field.
type Attributes<T, K> = [K] extends [{ list: infer E }]
  ? { at(index: number): Attribute<T extends readonly (infer V)[] ? V : unknown, E> }
  : [K] extends [{ map: infer E }]
    ? { at(key: string): Attribute<T extends { readonly [k: string]: infer V } ? V : unknown, E> }
    : [K] extends [{ struct: unknown }]
      ? Fields<T, K>
      : unknown;
type Fields<T, K extends { struct: unknown }> = {
  readonly [P in keyof K["struct"] & string]: Attribute<P extends keyof T ? T[P] : unknown, K["struct"][P]>;
};

/** A part of a promised value: a field, an element, an entry. */
export type Attribute<T, K> = Ref<K, T> & Attributes<T, K>;

/** A value that a node will produce. It has fields, elements and comparisons, but not the value itself. */
export type FlytePromise<T, K> = Ref<K, T> & Operators<T, K> & Attributes<T, K>;
