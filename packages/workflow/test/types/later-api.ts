/**
 * What the corpus uses and this package must not know: `@flytekit-ts/local-exec`, as types alone. They stand on the
 * exported types of this package, so what the corpus refuses here is refused there.
 */
import type { Callable, Inputs, Result, Shape } from "@flytekit-ts/workflow";

export declare function runLocal<I extends Shape, O>(
  entity: Callable<I, O>,
  inputs: Inputs<I>,
): Promise<Result<O>>;
