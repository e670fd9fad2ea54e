import type { Entity, FlyteType, Kind, Shape } from "@flytekit-ts/core";

/**
 * What may handle the failure of a workflow with the inputs `I`: a task or workflow that takes every one of
 * them, of the same kind, and nothing else that is required.
 */
export type FailureHandler<I extends Shape> = Entity & {
  readonly "~input": { readonly [P in keyof I]: FlyteType<unknown, Kind<I[P]>, unknown> };
};
