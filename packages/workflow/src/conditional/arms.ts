import type { After, Condition, FlytePromise, Ref, VoidPromise } from "@flytekit-ts/core";

/** What a conditional asks: a comparison, or a boolean that some node gives. */
export type Question = Condition | FlytePromise<boolean, "boolean">;

/** The arms of one conditional give different types: good for `after`, and for nothing else. */
export interface MixedArms {
  readonly "~mixed": "the arms of this conditional give different types";
}

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

// One bare result counts as an output called o0, which is its name in Flyte.
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

/** What two arms have in common: the outputs of the same names. */
export type Common<A, B> = [A] extends [never]
  ? B
  : A extends VoidPromise
    ? VoidPromise
    : B extends VoidPromise
      ? VoidPromise
      : CommonOutput<A, B>;

/**
 * A conditional that has at least one arm; `R` is what its arms have in common.
 *
 * Arms are closures that give what a call gives. It is finished by `else` or `fail`, for Flyte has no
 * conditional without a last arm.
 */
export interface Arms<R> {
  /** Another arm, taken if no arm before it is and its question is true. */
  elseIf<A extends After>(question: Question, arm: () => A): Arms<Common<R, A>>;
  /** The last arm, taken if no other is. */
  else<A extends After>(arm: () => A): Common<R, A>;
  /** No last arm: if no other is taken, the run fails with this message. */
  fail(message: string): R;
}

/** A conditional without an arm. */
export interface Conditional {
  /** The first arm, taken if its question is true. */
  if<A extends After>(question: Question, arm: () => A): Arms<A>;
}
