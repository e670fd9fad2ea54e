import type { After, FlytePromise, Question, Ref, Refused, VoidPromise } from "@flytekit-ts/core";

/** The output of a conditional whose arms give different types under one name. An arm that does is a type error. */
export interface MixedArms {
  readonly "~mixed": "the arms of this conditional give different types";
}

type IsAny<X> = 0 extends 1 & X ? true : false;
type Same<A, B> = "any" extends A | B ? true : [A] extends [B] ? ([B] extends [A] ? true : false) : false;

// A bare result counts as an output called o0, since that is its name in Flyte.
type CommonOutput<A, B> =
  A extends Ref<infer K, infer T>
    ? B extends Ref<infer L, infer U>
      ? Same<K, L> extends true
        ? FlytePromise<T | U, K>
        : MixedArms
      : B extends { readonly o0: infer P }
        ? CommonOutput<A, P>
        : VoidPromise
    : B extends Ref<unknown>
      ? CommonOutput<B, A>
      : { readonly [P in keyof A & keyof B]: CommonOutput<A[P], B[P]> };

/** The outputs that two arms have in common, by name. */
export type Common<A, B> = [A] extends [never]
  ? B
  : IsAny<A> extends true
    ? B
    : IsAny<B> extends true
      ? A
      : CommonOf<A, B>;

type CommonOf<A, B> = A extends VoidPromise
  ? VoidPromise
  : B extends VoidPromise
    ? VoidPromise
    : CommonOutput<A, B>;

// What an arm that returns `A` has to be as well, after arms that return `R`.
// Wrapping the types in objects lets TypeScript compare them while they are not known: in a function that takes arms.
type Fits<R, A> = { readonly first: R; readonly next: A } extends { readonly first: A; readonly next: R }
  ? unknown
  : IsMixed<Common<R, A>> extends true
    ? Refused<"each arm gives the same type as the first">
    : unknown;
type IsMixed<C> = C extends MixedArms
  ? true
  : C extends VoidPromise | Ref<unknown>
    ? false
    : { [P in keyof C]: C[P] extends MixedArms ? P : never }[keyof C] extends never
      ? false
      : true;

// No arm returns this. The compiler's message about an arm that returns nothing shows what an arm may return.
interface Returned<What extends string> extends VoidPromise {
  readonly "~what": What;
}

/**
 * A conditional that has at least one arm; `R` is what its arms have in common.
 *
 * Arms are closures that return the result of a call. `else` or `fail` finishes the conditional, since Flyte has no
 * conditional without a last arm.
 */
export interface Arms<R> {
  /** Another arm. It is taken if its question is true and no earlier arm is taken. */
  elseIf<A extends After | Returned<"the result of a call">>(
    question: Question,
    arm: () => A & Fits<R, A>,
  ): Arms<Common<R, A>>;
  /** The last arm. It is taken if no other arm is. */
  else<A extends After | Returned<"the result of a call">>(arm: () => A & Fits<R, A>): Common<R, A>;
  /** Instead of a last arm: if no arm is taken, the run fails with this message. */
  fail(message: string): R;
}

/** A conditional without an arm. */
export interface Conditional {
  /** The first arm, taken if its question is true. */
  if<A extends After | Returned<"the result of a call">>(question: Question, arm: () => A): Arms<A>;
}
