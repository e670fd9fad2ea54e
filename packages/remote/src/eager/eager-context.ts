import type { Inputs, OutSpec, Result, Shape, TaskContext, Typed } from "@flytekit-ts/core";

/** Starts an entity as an execution of its own, waits for it, and gives its outputs. */
export type Run = <I extends Shape, O extends OutSpec, const G extends Inputs<I> = Inputs<I>>(
  entity: Typed<I, O>,
  ...inputs: {} extends Inputs<I> ? [inputs?: G] : [inputs: G]
) => Promise<Result<O>>;

/** What the body of an eager workflow gets beside its inputs. */
export interface EagerContext extends TaskContext {
  /**
   * Starts an entity, and gives its outputs when it has succeeded. On a cluster it is an execution, which is found again
   * by another attempt; in a local run it runs in this process.
   *
   * @throws `EAGER_CHILD_FAILED`
   */
  readonly run: Run;
}
