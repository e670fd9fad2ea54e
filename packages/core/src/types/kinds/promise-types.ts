/** The TypeScript side of promises: which kinds may be passed for a kind, and what a promise of a kind offers. */

import type { FieldKind } from "./field-kind.js";
import type { KindInside } from "./kind-inside.js";
import type { Refused } from "./refused.js";

/** The kinds whose promises may be passed for kind `K`, at every depth. An optional never fits a required value. */
export type Feeds<K> = K extends "int"
  ? "int" | "number" | ChoiceOf<"int"> | "any"
  : K extends "float"
    ? "float" | "number" | ChoiceOf<"float"> | "any"
    : K extends "number"
      ? "int" | "float" | "number" | "any"
      : K extends "any"
        ? unknown
        : K extends "string"
          ? "string" | { enum: unknown } | ChoiceOf<"string"> | "any"
          : K extends { enum: infer V }
            ? K | "string" | { choice: V; of: "string" } | "any"
            : K extends { list: infer E }
              ? { list: Feeds<E> } | "any"
              : K extends { map: infer E }
                ? { map: Feeds<E> } | "any"
                : K extends { struct: infer S }
                  ? { struct: { [P in keyof S]: FeedsField<S[P]> } } | { lazy: Named<S> } | "any"
                  : FeedsOther<K>;

type ChoiceOf<P> = { choice: unknown; of: P };

// Kinds that one sees less often. As the backend compares: formats are equal, or one side says none; a choice is a
// value of its simple type, and the columns of a dataset may be more than those that are read.
type FeedsOther<K> = K extends { choice: unknown; of: infer P }
  ? K | P | (P extends "string" ? { enum: K["choice"] } : never) | "any"
  : K extends { file: infer F }
    ? { file: FeedsFormat<F> } | "any"
    : K extends { directory: infer F }
      ? { directory: FeedsFormat<F> } | "any"
      : K extends { dataset: { columns: infer C; format: infer F } }
        ? { dataset: { columns: FeedsColumns<C>; format: FeedsFormat<F> } } | "any"
        : K extends "json"
          ? "json" | { struct: unknown } | { lazy: unknown } | "any"
          : K extends { lazy: infer T }
            ? K | { struct: Named<T> } | "any"
            : K | "any";
// Of a record that contains itself, the names of the fields are compared here, and the rest when the workflow is compiled.
type Named<T> = { [P in keyof T]: unknown };
type FeedsFormat<F> = F extends "" ? string : F | "";
type FeedsColumns<C> = C extends "any" ? unknown : { [P in keyof C]: Feeds<C[P]> } | "any";

// In a record the backend takes no string for an enum, and nothing but the same for constants.
type FeedsField<K> = K extends { enum: unknown } | { choice: unknown }
  ? K | "any"
  : K extends { optional: infer E }
    ? { optional: FeedsField<E> } | "any"
    : Exclude<Feeds<K>, { choice: unknown }>;
type OfField<K> = K extends { optional: infer E } ? E | "none" : K;

/** A value that a node will produce, reduced to its kind and value type. */
export interface Ref<out K, out T = unknown> {
  readonly "~kind": K;
  readonly "~value": T;
}

/** A condition on promises, which a conditional evaluates when the workflow runs. */
export interface Condition {
  readonly "~condition": true;
  and(...others: readonly Question[]): Condition;
  or(...others: readonly Question[]): Condition;
}

/** What can be asked when the workflow runs: a condition, or the promise of a boolean. */
export type Question = Condition | { readonly "~kind": "boolean"; isTrue(): Condition };

/**
 * JavaScript takes every promise for true. With a call signature, the compiler says of `if (promise)`, of `promise && x`
 * and of `promise ? x : y` that the condition is always true (TS2774). Nothing can be called or read here.
 */
interface Untested {
  (decide: Refused<"a promise has no value while the body runs: decide with conditional(...)">): never;
  readonly length: Refused<"a promise has no length while the body runs: pass it to a task">;
  readonly name: Refused<"a promise has no name">;
}

// A promise on the right needs operators itself: the backend compares no parts, enums or optionals on either side.
type Comparand<T, K> = T | (Ref<Feeds<K>> & { eq(value: never): Condition });

interface Equality<T, K> {
  eq(value: Comparand<T, K>): Condition;
  ne(value: Comparand<T, K>): Condition;
}
interface Order<T, K> extends Equality<T, K> {
  gt(value: Comparand<T, K>): Condition;
  ge(value: Comparand<T, K>): Condition;
  lt(value: Comparand<T, K>): Condition;
  le(value: Comparand<T, K>): Condition;
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
  ? {
      at<const N extends number>(index: Index<N>): Attribute<T extends readonly (infer V)[] ? V : unknown, E>;
    }
  : [K] extends [{ map: infer E }]
    ? { at(key: string): Attribute<T extends { readonly [k: string]: infer V } ? V : unknown, E> }
    : [K] extends [{ struct: unknown }]
      ? Fields<T, K>
      : [K] extends [{ lazy: infer V }]
        ? Fields<T, { struct: { [P in keyof V]-?: FieldKind<KindInside<V[P]>> } }>
        : [K] extends [string | Opaque]
          ? Untested
          : unknown;
// What has no parts in a body.
type Opaque =
  | { enum: unknown }
  | { choice: unknown }
  | { file: unknown }
  | { directory: unknown }
  | { dataset: unknown };
// Lists count from 0, and not from their end.
type Index<N extends number> = `${N}` extends `-${string}` | `${string}.${string}`
  ? Refused<"an index counts from 0">
  : N;
type Fields<T, K extends { struct: unknown }> = {
  readonly [P in keyof K["struct"] & string]: Attribute<
    P extends keyof T ? T[P] : unknown,
    OfField<K["struct"][P]>
  >;
};

/** A part of a promised value: a field, an element, an entry. */
export type Attribute<T, K> = Part & Ref<K, T> & Attributes<T, K>;
interface Part {
  readonly "~part"?: "a part of an output, which cannot be approved: pass it to a task";
}

/** A value that a node will produce. It has fields, elements and comparisons, but not the value itself. */
export type FlytePromise<T, K> = Ref<K, T> & Operators<T, K> & Attributes<T, K>;
