/** What functions of tasks and bodies of workflows may return. */

import type {
  Added,
  Bindable,
  Grown,
  In,
  IsUnknownType,
  Kind,
  TypeLike,
  VoidPromise,
} from "../types/infer.js";
import type { Refused } from "../types/kinds/refused.js";

// While TypeScript checks a function expression, it does not know `O` yet and uses the constraint of `O`.
// Constants keep their literal types only if the constraint contains literals of their kind. This lets a function
// return `"red"` for an enum without `as const`.
type Literals =
  | ""
  | 0
  | 0n
  | false
  | readonly Literals[]
  | { readonly [name: string]: Literals }
  | {}
  | null
  | undefined;

/** The return value of a task's function. */
export type Returned<O> = O extends TypeLike
  ? IsUnknownType<O> extends true
    ? Literals
    : In<O>
  : O extends undefined
    ? void
    : O extends Grown
      ? Returned<Omit<O, "~grown">> & Added<unknown>
      : { [P in keyof O]: IsUnknownType<O[P]> extends true ? Literals : In<O[P]> };

/**
 * The return value of a workflow body.
 *
 * Without outputs it is `void | X` and not `void`: TypeScript accepts any function for `() => void`, but not for
 * `() => void | X`. So an async body is a type error.
 */
export type Bound<O> = O extends TypeLike
  ? IsUnknownType<O> extends true
    ? Literals
    : Bindable<In<O>, Kind<O>> | NotAsync
  : O extends undefined
    ? void | VoidPromise | NotAsync
    : {
        readonly [P in keyof O]: IsUnknownType<O[P]> extends true ? Literals : Bindable<In<O[P]>, Kind<O[P]>>;
      };

/** What a body may also return, for the compiler's message: it shows what a JavaScript promise lacks. No value is it. */
export interface NotAsync {
  readonly then: unknown;
  readonly "leave out `async`: a body only puts calls together": never;
}

/**
 * Makes unknown keys of a returned object a type error. TypeScript itself does not check them in a returned
 * object.
 */
export type Exact<R, O, Why extends string = "the workflow declares no such output"> = O extends
  | TypeLike
  | undefined
  ? unknown
  : { readonly [P in Exclude<keyof R, keyof O>]: Refused<Why> };

/** Nothing more for a result `R` of a task whose outputs `O` are declared, and otherwise a sentence with the others. */
// Wrapping the types in objects lets TypeScript compare them while `O` is not known: in a wrapper around `task`.
export type ExactResult<R, O> = [R] extends [never]
  ? unknown
  : { readonly result: Returned<O> } extends { readonly result: R }
    ? unknown
    : O extends TypeLike | undefined
      ? unknown
      : [Exclude<keyof R, keyof O>] extends [never]
        ? unknown
        : Refused<`the output ${Exclude<keyof R, keyof O> & string} is not declared`>;
