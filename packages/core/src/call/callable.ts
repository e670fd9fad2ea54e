import { ENTITY } from "../brands/entity-brand.js";
import type { Entity } from "../entity/entity.js";
import type { Args, Called, OutSpec, Shape } from "../types/infer.js";
import { callEntity } from "./call-entity.js";
import type { CallOptions } from "./call-options.js";

/**
 * An entity that can be called inside a workflow body.
 *
 * A call never runs anything: it adds a node to the workflow and gives promises of the node's outputs. The
 * second argument is about that node alone.
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

/** An entity that can be called; `entity` holds its properties, those of its kind included. Getters stay getters. */
export function createCallable<I extends Shape, O extends OutSpec, X extends Entity>(
  entity: X,
): Callable<I, O> & X {
  const call = (args?: unknown, options?: CallOptions): unknown =>
    callEntity(callable, { args, options, callee: call });
  const callable = call as unknown as Callable<I, O> & X;
  Object.defineProperties(call, Object.getOwnPropertyDescriptors(entity));
  Object.defineProperty(call, ENTITY, { value: true });
  return Object.freeze(callable);
}
