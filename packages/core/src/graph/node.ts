import type { CallSettings } from "../entity/call-options.js";
import type { Entity } from "../entity/entity.js";
import type { Place } from "../entity/source-location.js";
import type { Binding } from "./binding.js";

/**
 * Which node of which trace a promise points at.
 *
 * Promises point at keys, and ids are given when tracing is over, so that naming a node can never leave a
 * binding behind. The start node, which gives the workflow's inputs, has index -1.
 */
export interface NodeKey {
  readonly trace: object;
  readonly index: number;
  /** Name of the entity, for messages; for the start node the name of the workflow. */
  readonly entity: string;
}

/** One call to one entity inside a workflow body. A node is a value: frozen when made. */
export interface Node {
  readonly kind: "node";
  readonly key: NodeKey;
  readonly entity: Entity;
  /** Sorted by variable, as flytekit emits them. */
  readonly bindings: readonly Binding[];
  /** Order the author asked for. Order implied by data is read from `bindings`. */
  readonly after: readonly NodeKey[];
  readonly settings: CallSettings;
  readonly place: Place;
}

/** Whether a key is of the node that gives the workflow's inputs. */
export function isStart(key: NodeKey): boolean {
  return key.index === -1;
}
