import type { Entity, FlyteType, Kind, Shape } from "@flytekit-ts/core";

/**
 * A failure handler for a workflow with the inputs `I`: a task or workflow that takes every one of them, of the
 * same kind, and has no other required inputs.
 */
export type FailureHandler<I extends Shape> = Entity & {
  readonly "~input": { readonly [P in keyof I]: FlyteType<unknown, Kind<I[P]>, unknown> };
};
