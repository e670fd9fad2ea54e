import type { After, FlytePromise, Question, Ref, VoidPromise } from "@flytekit-ts/core";

/** The result of a conditional whose arms return different types. It can only be passed to `after`. */
export interface MixedArms {
  readonly "~mixed": "the arms of this conditional give different types";
}

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

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
  : A extends VoidPromise
    ? VoidPromise
    : B extends VoidPromise
      ? VoidPromise
      : CommonOutput<A, B>;

/**
 * A conditional that has at least one arm; `R` is what its arms have in common.
 *
 * Arms are closures that return the result of a call. `else` or `fail` finishes the conditional, since Flyte has no
 * conditional without a last arm.
 */
export interface Arms<R> {
  /** Another arm. It is taken if its question is true and no earlier arm is taken. */
  elseIf<A extends After>(question: Question, arm: () => A): Arms<Common<R, A>>;
  /** The last arm. It is taken if no other arm is. */
  else<A extends After>(arm: () => A): Common<R, A>;
  /** Instead of a last arm: if no arm is taken, the run fails with this message. */
  fail(message: string): R;
}

/** A conditional without an arm. */
export interface Conditional {
  /** The first arm, taken if its question is true. */
  if<A extends After>(question: Question, arm: () => A): Arms<A>;
}
