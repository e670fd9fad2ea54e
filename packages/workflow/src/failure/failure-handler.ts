import type { Entity, FlyteType, InputsOf, Kind, Promises, Refused, Shape } from "@flytekit-ts/core";

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

/** Nothing more for a handler `H` that fits, and otherwise a type with a sentence that says what does not fit. */
export type FitsFailure<I extends Shape, H extends Entity> =
  H extends FailureHandler<I> ? NothingElse<I, InputsOf<H>> : Refused<FaultOfHandler<I, InputsOf<H>>>;

/** Nothing more for an entity that can be a handler, and otherwise a sentence. */
export type FitsAnyFailure<H extends Entity> = H extends Handler
  ? unknown
  : Refused<"a handler is a task or workflow">;

type NothingElse<I, J extends Shape> = [Others<I, J>] extends [never]
  ? unknown
  : Refused<`the workflow has no input ${Others<I, J>} for the handler: make it optional`>;
type Others<I, J extends Shape> = {
  [P in keyof J & string]: P extends keyof I | "err" | "~grown"
    ? never
    : "none" extends Kind<J[P]>
      ? never
      : P;
}[keyof J & string];

type FaultOfHandler<I extends Shape, J> =
  Exclude<keyof I, keyof J> extends infer Lacking extends string
    ? [Lacking] extends [never]
      ? "a handler is a task or workflow with the inputs of the workflow, of the same types"
      : `the handler lacks the input ${Lacking} of the workflow`
    : never;

type Handler = Entity &
  (
    | { readonly kind: "task" | "workflow" }
    | { readonly kind: "reference"; readonly reference: { readonly kind: "task" } }
  );
