import { STAMP, STAMPED } from "../brands/contract.js";
import { ENTITY } from "../brands/entity-brand.js";
import type { Entity } from "../entity/entity.js";
import type { Args, Called, Omitted, OutSpec, Shape } from "../types/infer.js";
import { callEntity } from "./call-entity.js";
import type { AliasesOf, CallOptions } from "./call-options.js";

/** An entity with the types of its inputs and outputs, also if no body can call it. */
export interface Typed<I extends Shape, O> extends Entity {
  readonly "~input": I;
  readonly "~output": O;
}

/**
 * An entity that can be called inside a workflow body.
 *
 * A call never runs the entity: it adds a node to the workflow and returns promises of the node's outputs. The
 * options in the second argument, `Options`, apply to that node only. All inputs of `Callable<any, any>` are unknown.
 */
export interface Callable<I extends Shape, O, Options = CallOptions<AliasesOf<O>>> extends Typed<I, O> {
  (args: Args<I> | Omitted<I>, options?: Options): Called<O>;
}

/** The arguments and options of a call, for functions that pass them on: `(entity, ...rest: CallArguments<I>)`. */
export type CallArguments<I extends Shape, Options = CallOptions> =
  {} extends Args<I> ? [args?: Args<I>, options?: Options] : [args: Args<I>, options?: Options];

/** The types of the inputs of an entity, by name: `InputsOf<typeof square>` is `{ x: FlyteType<number, "int"> }`. */
export type InputsOf<E extends Entity> = E extends { readonly "~input": infer I extends Shape } ? I : never;

/** The type of the output of an entity: of a bare one, of named ones by name, or undefined if there is none. */
export type OutputOf<E extends Entity> = E extends { readonly "~output": infer O } ? O : never;

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
