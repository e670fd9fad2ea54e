import type { CallOptions } from "@flytekit-ts/core";
import type { OpenConditional, Tracer } from "@flytekit-ts/core/graph";

/** What a conditional is before its first arm. */
export interface Opening extends OpenConditional {
  readonly options: CallOptions | undefined;
  /** The tracer of the body that the conditional stands in. */
  readonly outer: Tracer;
}
