/**
 * The TypeScript side of Flyte types: the value that a task receives, the value that a caller may write, and the
 * kind, which decides which promises may be passed for a type. This is the only file that may contain `any`.
 *
 * A kind is `"int"`, `"float"`, ... or `{ list: K }`, `{ map: K }`, `{ struct: { a: K } }`, `{ enum: V }`,
 * `{ named: N }` for a derived type; the kind of an optional is `K | "none"`. Kinds are needed because `number` is
 * both int and float in TypeScript, and Flyte never converts one into the other. The phantom keys (those that begin
 * with `~`) are strings, so that the types of two installed copies of this package are compatible.
 */

import type { KindOfValue } from "./kind-of-value.js";

/**
 * A Flyte type.
 *
 * `T` is the value that a task receives, `K` the kind, and `I` the value that a caller may write. If `I` includes
 * `undefined`, a caller may leave the value out.
 */
export interface FlyteType<out T, out K, out I = T> {
  readonly "~value": T;
  readonly "~kind": K;
  readonly "~input": I;
  /** The same type with a default, which is used if the caller gives no value. */
  default(value: T): FlyteType<T, K, I | undefined>;
  /** The same type with a description, which becomes the description of the variable. */
  describe(text: string): this;
}

/** The TypeScript type of a schema of another library (https://standardschema.dev). */
interface StandardTyped {
  readonly "~standard": {
    readonly types?: { readonly input: unknown; readonly output: unknown } | undefined;
  };
}

/** Anything that TypeScript accepts as a type in an interface. */
export type TypeLike = FlyteType<any, any, any> | StandardTyped;

type StandardTypes<X> = X extends { readonly "~standard": { readonly types?: infer Y } }
  ? NonNullable<Y>
  : never;

/** The value a task receives for `X`. */
export type Out<X> =
  X extends FlyteType<infer T, any, any>
    ? T
    : StandardTypes<X> extends { readonly output: infer O }
      ? O
      : never;

/** The value a caller may write for `X`. */
export type In<X> =
  X extends FlyteType<any, any, infer I>
    ? I
    : StandardTypes<X> extends { readonly input: infer I }
      ? unknown extends I
        ? Out<X>
        : I
      : never;

// The TypeScript types of zod 4 describe the schemas, so `z.int()` inside objects and arrays keeps its kind.
type ZodDef<D> = { readonly _zod: { readonly def: D } };
type KindOfSchema<X> =
  X extends ZodDef<{ readonly type: "number"; readonly format: infer F }>
    ? F extends "safeint" | "int32" | "uint32"
      ? "int"
      : F extends "float64" | "float32"
        ? "float"
        : "number"
    : X extends ZodDef<{ readonly type: "array"; readonly element: infer E }>
      ? { list: Kind<E> }
      : X extends ZodDef<{ readonly type: "object"; readonly shape: infer S }>
        ? { struct: { [P in keyof S]: Kind<S[P]> } }
        : X extends ZodDef<{ readonly type: "record"; readonly valueType: infer E }>
          ? { map: Kind<E> }
          : X extends ZodDef<{ readonly type: "optional" | "nullable"; readonly innerType: infer E }>
            ? Kind<E> | "none"
            : X extends ZodDef<{ readonly type: "default" | "readonly"; readonly innerType: infer E }>
              ? Kind<E>
              : KindOfValue<Out<X>>;

/** The kind of `X`. */
export type Kind<X> = X extends FlyteType<any, infer K, any> ? K : KindOfSchema<X>;

/** The kinds whose promises may be passed for kind `K`, at every depth. An optional never fits a required value. */
export type Feeds<K> = K extends "int"
  ? "int" | "number" | "any"
  : K extends "float"
    ? "float" | "number" | "any"
    : K extends "number"
      ? "int" | "float" | "number" | "any"
      : K extends "any"
        ? any
        : K extends "string"
          ? "string" | { enum: any } | "any"
          : K extends { enum: any }
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
  and(...others: readonly Question[]): Condition;
  or(...others: readonly Question[]): Condition;
}

/** What can be asked when the workflow runs: a condition, or the promise of a whole boolean (parts have no `isTrue`). */
export type Question = Condition | { readonly "~kind": "boolean"; isTrue(): Condition };

interface Equality<T, K> {
  eq(value: T | Ref<Feeds<K>>): Condition;
  ne(value: T | Ref<Feeds<K>>): Condition;
}
interface Order<T, K> extends Equality<T, K> {
  gt(value: T | Ref<Feeds<K>>): Condition;
  ge(value: T | Ref<Feeds<K>>): Condition;
  lt(value: T | Ref<Feeds<K>>): Condition;
  le(value: T | Ref<Feeds<K>>): Condition;
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
    : [K] extends [{ struct: infer S }]
      ? { readonly [P in keyof S & string]: Attribute<P extends keyof T ? T[P] : unknown, S[P]> }
      : unknown;

/** A part of a promised value: a field, an element, an entry. */
export type Attribute<T, K> = Ref<K, T> & Attributes<T, K>;

/** A value that a node will produce. It has fields, elements and comparisons, but not the value itself. */
export type FlytePromise<T, K> = Ref<K, T> & Operators<T, K> & Attributes<T, K>;

/** The arguments that may be passed for kind `K`: a value, a promise, or a list or map that mixes them. */
export type Bindable<T, K> = Ref<Feeds<K>> | Written<T, K>;

// A list is always a list of bindables. In a union with plain `T`, TypeScript would report the promises in the
// list as the error.
type Written<T, K> = K extends { list: infer E }
  ? T extends readonly (infer V)[]
    ? readonly Bindable<V, E>[]
    : T
  : K extends { map: infer E }
    ? T extends Record<string, infer V>
      ? { readonly [k: string]: Bindable<V, E> }
      : T
    : K extends "none"
      ? Extract<T, null | undefined>
      : T;

/** Names to types: the inputs of an entity, its named outputs, the fields of a record. */
export type Shape = { readonly [name: string]: TypeLike };

type Omittable<S extends Shape> = { [P in keyof S]: undefined extends In<S[P]> ? P : never }[keyof S];

/** The type of a refused argument. No value has it, so the compiler's message contains the sentence `Why`. */
export interface Refused<Why extends string> {
  readonly "~refused": Why;
}

// `any` stands for all shapes and outputs, so that `Callable<any, any>` is any entity.
type IsAny<X> = 0 extends 1 & X ? true : false;

// TypeScript assigns any object to `{}`; to this type it assigns only an empty object.
type NoInputs = { readonly [name: string]: Refused<"no inputs are declared; options come second"> };

/** The arguments of a call inside a workflow body: values and promises. */
export type Args<S extends Shape> =
  IsAny<S> extends true
    ? any
    : [keyof S] extends [never]
      ? NoInputs
      : { readonly [P in Exclude<keyof S, Omittable<S>>]: Bindable<In<S[P]>, Kind<S[P]>> } & {
          readonly [P in Omittable<S>]?: Bindable<In<S[P]>, Kind<S[P]>>;
        };

/** The inputs of a run: values only. */
export type Inputs<S extends Shape> =
  IsAny<S> extends true
    ? any
    : [keyof S] extends [never]
      ? NoInputs
      : { readonly [P in Exclude<keyof S, Omittable<S>>]: In<S[P]> } & {
          readonly [P in Omittable<S>]?: In<S[P]>;
        };

/** The inputs that a task's function receives: values by name. */
export type Values<S extends Shape> = { readonly [P in keyof S]: Out<S[P]> };

/** The inputs that a workflow body receives: promises by name. */
export type Promises<S extends Shape> = { readonly [P in keyof S]: FlytePromise<Out<S[P]>, Kind<S[P]>> };

/** The result of calling an entity without outputs. It can only be passed to `after`. */
export interface VoidPromise {
  readonly "~void": true;
}

/** The result of an earlier call, for the option `after`. */
export type After = Ref<any> | VoidPromise | { readonly [output: string]: Ref<any> };

/** The outputs of an entity: one bare output, named outputs, or none. */
export type OutSpec = TypeLike | Shape | undefined;

// While TypeScript checks a function expression, it does not know `O` yet and uses the constraint of `O`.
// Strings keep their literal types only if the constraint contains string literals. This lets a function return
// `"red"` for an enum without `as const`.
type Literals = "" | readonly Literals[] | { readonly [name: string]: Literals } | {} | null | undefined;
type IsConstraint<X> =
  X extends FlyteType<any, infer K, any> ? IsAny<K> : StandardTyped extends X ? true : false;

/** The return value of a task's function. */
export type Returned<O> = O extends TypeLike
  ? IsConstraint<O> extends true
    ? Literals
    : In<O>
  : O extends Shape
    ? { [P in keyof O]: IsConstraint<O[P]> extends true ? Literals : In<O[P]> }
    : void;

/** The result of a call in a workflow body: promises. */
export type Called<O> =
  IsAny<O> extends true
    ? any
    : [O] extends [TypeLike]
      ? FlytePromise<Out<O>, Kind<O>>
      : [O] extends [Shape]
        ? Promises<O>
        : VoidPromise;

/** The result of a run: values. */
export type Result<O> = O extends TypeLike
  ? Out<O>
  : O extends Shape
    ? { readonly [P in keyof O]: Out<O[P]> }
    : void;

/**
 * The return value of a workflow body.
 *
 * Without outputs it is `void | X` and not `void`: TypeScript accepts any function for `() => void`, but not for
 * `() => void | X`. So an async body is a type error.
 */
export type Bound<O> = O extends TypeLike
  ? IsConstraint<O> extends true
    ? Literals
    : Bindable<In<O>, Kind<O>>
  : O extends Shape
    ? { readonly [P in keyof O]: IsConstraint<O[P]> extends true ? Literals : Bindable<In<O[P]>, Kind<O[P]>> }
    : void | VoidPromise;

/**
 * Makes unknown keys of a returned object a type error. TypeScript itself does not check them in a returned
 * object.
 */
export type Exact<R, O> = O extends TypeLike
  ? unknown
  : O extends Shape
    ? { readonly [P in Exclude<keyof R, keyof O>]: Refused<"the workflow declares no such output"> }
    : unknown;

/** The name and interface in a declaration: `output` is for one bare output, `outputs` for named ones. */
export interface Declared<I, O> {
  /** Full name, as the backend shows it: at most 255 letters, digits, `.`, `_` and `-`. */
  readonly name: string;
  readonly inputs?: I;
  readonly output?: O extends TypeLike ? O : undefined;
  readonly outputs?: O extends TypeLike ? undefined : O;
}
