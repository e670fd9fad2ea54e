import { STAMP, STAMPED } from "../brands/contract.js";
import { ENTITY } from "../brands/entity-brand.js";
import type { Entity } from "../entity/entity.js";
import type { Args, Called, OutSpec, Shape } from "../types/infer.js";
import { callEntity } from "./call-entity.js";
import type { CallOptions } from "./call-options.js";

/**
 * An entity that can be called inside a workflow body.
 *
 * A call never runs the entity: it adds a node to the workflow and returns promises of the node's outputs. The
 * options in the second argument apply to that node only.
 */
export interface Callable<I extends Shape, O> extends Entity {
  (
    ...args: {} extends Args<I>
      ? [args?: Args<I>, options?: CallOptions]
      : [args: Args<I>, options?: CallOptions]
  ): Called<O>;
  readonly "~input": I;
  readonly "~output": O;
}

/**
 * Make an entity callable.
 *
 * The result has all properties of `entity`, including those of its kind. Getters stay getters.
 */
export function createCallable<I extends Shape, O extends OutSpec, X extends Entity>(
  entity: X,
): Callable<I, O> & X {
  const call = (args?: unknown, options?: CallOptions): unknown =>
    callEntity(callable, { args, options, callee: call });
  const callable = call as unknown as Callable<I, O> & X;
  Object.defineProperties(call, Object.getOwnPropertyDescriptors(entity));
  Object.defineProperties(call, { [ENTITY]: { value: STAMP }, [STAMPED]: { value: STAMP } });
  return Object.freeze(callable);
}
