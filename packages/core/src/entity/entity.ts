import type { Args, Called, OutSpec, Shape } from "../types/infer.js";
import { callEntity } from "./call-entity.js";
import type { CallOptions } from "./call-options.js";
import type { Interface } from "./interface.js";
import type { Place } from "./source-location.js";

const BRAND = Symbol.for("@flytekit-ts/entity");

/** Kinds of entity that a node may be for. */
export type EntityKind = "task" | "workflow";

/** What every entity is, whatever its inputs and outputs. */
export interface Entity {
  readonly kind: EntityKind;
  /** Full name, unique among the entities that are compiled together. */
  readonly name: string;
  readonly interface: Interface;
  /** Where the entity was declared. */
  readonly definedAt: Place;
}

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

/** The common part of every declaration's result; `extra` are the properties of the kind. */
export function createCallable<I extends Shape, O extends OutSpec, X extends Entity>(entity: X): Callable<I, O> & X {
  const call = (args?: unknown, options?: CallOptions): unknown => callEntity(callable, { args, options, callee: call });
  const callable = call as unknown as Callable<I, O> & X;
  Object.defineProperties(call, Object.getOwnPropertyDescriptors({ ...entity, [BRAND]: true }));
  return Object.freeze(callable);
}

/** Whether a value is an entity, of this copy of the package or another. */
export function isEntity(value: unknown): value is Entity {
  return typeof value === "function" && Reflect.get(value, BRAND) === true;
}
