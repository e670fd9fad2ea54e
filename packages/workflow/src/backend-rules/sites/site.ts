import type * as idl from "@flytekit-ts/models/core";
import type { Entity } from "./entities.js";

/** Id of the node that stands for the inputs of a workflow. The backend adds it. */
export const START = "start-node";

/** Id of the node that stands for the outputs of a workflow. The backend adds it. */
export const END = "end-node";

/**
 * How far Flyte's compiler looks into a node; each stage includes those before.
 *
 * It looks up what every node calls, works out the interface of those it keeps or stands inside an array,
 * checks conditions and aliases of all but those in arrays, and links the inputs of those it has kept.
 */
export const STAGES = { lookup: 0, interface: 1, node: 2, links: 3 } as const;

/** One of `STAGES`. */
export type Stage = (typeof STAGES)[keyof typeof STAGES];

/** What a node calls. */
export interface Reference {
  readonly kind: Entity["kind"];
  readonly id: idl.Identifier;
  /** Absent if nothing with this identifier was given. */
  readonly entity: Entity | undefined;
}

/** A node at its place in a workflow. */
export interface Site {
  /** The id it has in a cluster: an arm's follows that of its conditional, what an array repeats goes by the array's. */
  readonly id: string;
  readonly node: idl.Node;
  readonly kind: "node" | "arm" | "item" | "failure";
  readonly stage: Stage;
  /** Place in the list of nodes of the one that it is or stands in. */
  readonly position: number;
  readonly calls: Reference | undefined;
  /** The arms of a conditional, or the node that an array repeats. */
  readonly inner: readonly Site[];
}
