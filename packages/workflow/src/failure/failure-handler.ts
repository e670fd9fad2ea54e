import type { Entity, FlyteType, Kind, Promises, Shape } from "@flytekit-ts/core";

/**
 * A failure handler for a workflow with the inputs `I`: a task or workflow that takes every one of them, of the
 * same kind, and has no other required inputs.
 */
// A call with the workflow's promises refuses inputs that are narrower or missing, and what `~input` has refuses wider
// ones.
export type FailureHandler<I extends Shape> = Handler & {
  (inputs: Promises<I>): unknown;
  readonly "~input": {
    readonly [P in keyof I | "err"]?: FlyteType<
      unknown,
      P extends keyof I ? Kind<I[P]> : "error" | "none",
      unknown
    >;
  } & { readonly [P in keyof I]: unknown };
};

type Handler = Entity &
  (
    | { readonly kind: "task" | "workflow" }
    | { readonly kind: "reference"; readonly reference: { readonly kind: "task" } }
  );
