/**
 * The TypeScript side of Flyte types: the value that a task receives, the value that a caller may write, and the
 * kind, which decides which promises may be passed for a type. This is the only file that may contain `any`.
 *
 * A kind is `"int"`, `"float"`, ... or `{ list: K }`, `{ map: K }`, `{ struct: { a: K } }`, `{ enum: V }`,
 * `{ named: N }` for a derived type; the kind of an optional is `K | "none"`. Kinds are needed because `number` is
 * both int and float in TypeScript, and Flyte never converts one into the other. The phantom keys (those that begin
 * with `~`) are strings, so that the types of two installed copies of this package are compatible.
 */

import type { FieldKind } from "./kinds/field-kind.js";
import type { JsonRecord } from "./kinds/json-values.js";
import type { KindOfSchema } from "./kinds/kind-of-schema.js";
import type { Feeds, FlytePromise, Ref } from "./kinds/promise-types.js";
import type { ReadonlyData } from "./kinds/readonly-data.js";
import type { Refused } from "./kinds/refused.js";
import type { SchemaInput, SchemaOutput, StandardSchema } from "./kinds/standard-schema.js";

export type { Attribute, Condition, Feeds, FlytePromise, Question, Ref } from "./kinds/promise-types.js";
export type { Refused } from "./kinds/refused.js";

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
  default(value: ReadonlyData<T>): FlyteType<T, K, I | undefined>;
  /** The same type with a description, which becomes the description of the variable. */
  describe(text: string): this;
  /**
   * The same type with a hash of its values, by which caches compare them in place of their content: for a value that
   * is costly to compare, or whose file has a new name each time.
   */
  hashed(hash: (value: T) => string): this;
  /** The same type with an annotation, a JSON object that Flyte keeps beside the type. */
  annotate(annotation: JsonRecord): this;
}

/** What tells the types of records from others: their fields. */
export interface HasFields<S extends Shape = Shape> {
  readonly "~fields": S;
}

/** The kind of the record type `X`. Only the fields count, whatever the name. */
export interface RecordKind<X extends HasFields> {
  struct: { [P in keyof X["~fields"]]: FieldKind<Kind<X["~fields"][P]>> };
}

// With names of their own, because the compiler's messages show names and would write out all fields otherwise.
type RequiredFields<X extends HasFields> = {
  readonly [P in Exclude<keyof X["~fields"], Omittable<X["~fields"]>>]: In<X["~fields"][P]>;
};
type OmittableFields<X extends HasFields> = {
  readonly [P in Omittable<X["~fields"]>]?: In<X["~fields"][P]>;
};

/** What a task receives for the record type `X`, unless a class names it. */
export type RecordOutput<X extends HasFields> = {
  readonly [P in keyof X["~fields"]]: Out<X["~fields"][P]>;
};

/** What a caller may write for the record type `X`. */
export type RecordInput<X extends HasFields> = RequiredFields<X> & OmittableFields<X>;

// A class that extends a record type names the values too. What else the class has, no value has.
type RecordValue<X extends HasFields> = X extends abstract new (...args: never) => infer V
  ? [keyof V] extends [keyof X["~fields"]]
    ? V
    : RecordOutput<X>
  : RecordOutput<X>;

/** Anything that TypeScript accepts as a type in an interface: a type of ours, or a schema of another library. */
export type TypeLike = AnyType | StandardSchema;

// Without our methods: to compare those, the compiler would have to know the values of a class that it is declaring.
interface AnyType {
  readonly "~value": any;
  readonly "~kind": any;
  readonly "~input": any;
}

/**
 * What a type has whose values are `T`. To infer `T` from it says the same as `Out`, which the compiler cannot compare with
 * the `Out` of another copy of this package: so it is for methods of what one copy gives to the other.
 */
export type TypeWith<T> =
  | { readonly "~value": T }
  | { readonly "~standard": { readonly types?: { readonly output: T } | undefined } };

// Below, only the key that is needed is looked at: to infer from all of a type, the compiler would compare our methods
// with those of the same name that arktype's types have, which takes it too far.
/** The value a task receives for `X`. */
export type Out<X> = X extends HasFields
  ? RecordValue<X>
  : X extends { readonly "~value": infer T }
    ? T
    : SchemaOutput<X>;

/** The value a caller may write for `X`. */
export type In<X> = X extends HasFields
  ? [keyof X["~fields"]] extends [never]
    ? NoInputs
    : RecordInput<X>
  : X extends { readonly "~input": infer I }
    ? I
    : SchemaInput<X>;

/** The kind of `X`. */
export type Kind<X> = X extends HasFields
  ? RecordKind<X>
  : X extends { readonly "~kind": infer K }
    ? K
    : KindOfSchema<X>;

/** The arguments that may be passed for kind `K`: a value, a promise, or a list or map that mixes them. */
export type Bindable<T, K> = Ref<Feeds<K>> | Written<T, K>;

// A list is always a list of bindables. In a union with plain `T`, TypeScript would report the promises in the
// list as the error.
type Written<T, K> = K extends { struct: unknown }
  ? WrittenRecord<T>
  : K extends { list: infer E }
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

// Flyte does not look for promises inside a record.
type WrittenRecord<T> = { [P in keyof T]: T[P] | NoPromise<"let a task make the record"> };
/** What no field of a record is, so that the compiler's message about a promise in a record shows `Advice`. */
export interface NoPromise<Advice extends string> extends Ref<never>, Refused<Advice> {}

/** Whether a type is only known as a `TypeLike`. */
export type IsUnknownType<X> = X extends { readonly "~kind": infer K }
  ? IsAny<K>
  : StandardSchema extends X
    ? true
    : false;

/** Names to types: the inputs of an entity, its named outputs, the fields of a record. */
export type Shape = { readonly [name: string]: TypeLike };

type Omittable<S extends Shape> = { [P in keyof S]: undefined extends In<S[P]> ? P : never }[keyof S];

/** Whether `X` is `any`, which stands for all shapes and outputs: `Callable<any, any>` is any entity. */
export type IsAny<X> = 0 extends 1 & X ? true : false;

// TypeScript assigns any object to `{}`; to this type it assigns only an empty object.
type NoInputs = { readonly [name: string]: Refused<"no inputs are declared; options come second"> };

/**
 * Marks the inputs or outputs `S` of an imperative workflow. It may get more of them by calls, which TypeScript
 * does not follow: those are checked when the workflow is compiled.
 */
export type Growing<S extends Shape> = S & Grown;
export type Grown = { readonly "~grown": FlyteType<unknown, "any"> };
export type Added<V> = { readonly [name: string]: V };

/** The arguments of a call inside a workflow body: values and promises. */
export type Args<S extends Shape> =
  IsAny<S> extends true
    ? any
    : [keyof S] extends [never]
      ? NoInputs
      : S extends Grown
        ? GrownArgs<Omit<S, "~grown">>
        : { readonly [P in Exclude<keyof S, Omittable<S>>]: Bindable<In<S[P]>, Kind<S[P]>> } & {
            readonly [P in Omittable<S>]?: Bindable<In<S[P]>, Kind<S[P]>>;
          };
type GrownArgs<S extends Shape> = [keyof S] extends [never] ? Added<unknown> : Args<S> & Added<unknown>;

/** What may stand in the place of the arguments of a call: nothing, if all inputs may be left out. */
export type Omitted<S extends Shape> = {} extends Args<S> ? void : never;

/** The inputs of a run: values only. */
export type Inputs<S extends Shape> =
  IsAny<S> extends true
    ? any
    : [keyof S] extends [never]
      ? NoInputs
      : S extends Grown
        ? GrownInputs<Omit<S, "~grown">>
        : { readonly [P in Exclude<keyof S, Omittable<S>>]: In<S[P]> } & {
            readonly [P in Omittable<S>]?: In<S[P]>;
          };
type GrownInputs<S extends Shape> = [keyof S] extends [never] ? Added<unknown> : Inputs<S> & Added<unknown>;

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

/** The result of a call in a workflow body: promises. */
export type Called<O> =
  IsAny<O> extends true
    ? any
    : [O] extends [TypeLike]
      ? FlytePromise<Out<O>, Kind<O>>
      : [O] extends [undefined]
        ? VoidPromise
        : O extends Grown
          ? Called<Omit<O, "~grown">> & Added<FlytePromise<unknown, "any">>
          : { readonly [P in keyof O]: FlytePromise<Out<O[P]>, Kind<O[P]>> };

/** The result of a run: values. */
export type Result<O> = O extends TypeLike
  ? Out<O>
  : O extends undefined
    ? void
    : O extends Grown
      ? Result<Omit<O, "~grown">> & Added<unknown>
      : { readonly [P in keyof O]: Out<O[P]> };

// What a declaration shows where types are missing: the compiler's message contains the sentence.
interface OneType<Why extends string> {
  readonly "~kind": unknown;
  readonly "~why"?: Why;
}
interface OneSchema<Why extends string> extends StandardSchema {
  readonly "~why"?: Why;
}
type One<Why extends string> = OneType<Why> | OneSchema<Why>;

// With a name each, so that TypeScript infers `O` of one declaration from `O` of another: in a wrapper around `task`.
// Conditional, because older compilers take the types of arktype too far when these are intersected with others.
type BareOutput<O> = O &
  (O extends TypeLike ? unknown : One<"one type; outputs with names belong into `outputs`">);
type NamedOutputs<O> = O &
  (O extends Shape ? unknown : { readonly [name: string]: One<"one type for each name"> });

/** The name and interface in a declaration: `output` is for one bare output, `outputs` for named ones. */
export interface Declared<I, O> {
  /** Full name, as the backend shows it: at most 255 letters, digits, `.`, `_` and `-`. */
  readonly name: string;
  readonly inputs?: I;
  readonly output?: BareOutput<O> | undefined;
  readonly outputs?: NamedOutputs<O> | undefined;
}
