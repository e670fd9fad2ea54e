import type * as idl from "@flytekit-ts/models/core";
import type { Entity } from "./entities.js";

/** Id of the node that stands for the inputs of a workflow. The backend adds it. */
export const START = "start-node";

/** Id of the node that stands for the outputs of a workflow. The backend adds it. */
export const END = "end-node";

/**
 * How far Flyte's compiler processes a node. Each stage includes the ones before.
 *
 * `lookup`: it looks up the entity that a node calls, for every node. `interface`: it works out interfaces, also of
 * nodes inside arrays. `node`: it checks conditions and aliases, but not inside arrays. `links`: it links the inputs
 * of the nodes that it keeps.
 */
export const STAGES = { lookup: 0, interface: 1, node: 2, links: 3 } as const;

/** One of `STAGES`. */
export type Stage = (typeof STAGES)[keyof typeof STAGES];

/** The entity that a node calls. */
export interface Reference {
  readonly kind: Entity["kind"];
  readonly id: idl.Identifier;
  /** Absent if nothing with this identifier was given. */
  readonly entity: Entity | undefined;
}

/** A node and its place in a workflow. */
export interface Site {
  /** Its id in a cluster. For an arm it begins with the id of the conditional; a repeated node has the id of its array. */
  readonly id: string;
  readonly node: idl.Node;
  readonly kind: "node" | "arm" | "item" | "failure";
  readonly stage: Stage;
  /** Position in the list of nodes; for an inner node, the position of the outermost node around it. */
  readonly position: number;
  readonly calls: Reference | undefined;
  /** The arms of a conditional, or the node that an array repeats. */
  readonly inner: readonly Site[];
}
