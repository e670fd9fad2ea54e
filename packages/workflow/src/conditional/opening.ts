import type { NodeCallOptions } from "@flytekit-ts/core";
import type { OpenConditional, Tracer } from "@flytekit-ts/core/graph";

/** A conditional before its first arm: its name, place and options. */
export interface Opening extends OpenConditional {
  readonly options: NodeCallOptions | undefined;
  /** The tracer of the body that contains the conditional. */
  readonly outer: Tracer;
}
