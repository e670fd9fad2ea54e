import type { In, Shape } from "@flytekit-ts/core";

/** Names of the inputs that a caller has to give. */
export type RequiredInputs<I extends Shape> = {
  [P in keyof I & string]: undefined extends In<I[P]> ? never : P;
}[keyof I & string];
