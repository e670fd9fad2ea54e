import type * as idl from "@flytekit-ts/models/core";
import type { Binding, CallSettings, Entity, Node } from "@flytekit-ts/core/graph";
import type { SerializationSettings } from "@flytekit-ts/core/tasks";
import type { Graph } from "../../graph/graph.js";
import type { NodeDefaults } from "../parts/lower-metadata.js";

/** Where a node is lowered: its graph, and what it is registered with. */
export interface Lowering {
  readonly graph: Graph;
  readonly settings: SerializationSettings;
  /** Lowers a node inside another, such as an arm of a branch. */
  lowerNode(node: Node, id: string): idl.Node;
}

/**
 * All that sets the nodes of one kind of entity apart.
 *
 * One file a kind, and one table of them, so that a kind is added in one place.
 */
export interface NodeKind<E extends Entity> {
  defaults(entity: E): NodeDefaults;
  target(node: Node, entity: E, lowering: Lowering): idl.Node["target"];
  /** Entities that have to be registered before a workflow with such a node. */
  uses(entity: E): readonly Entity[];
  /** What a call's settings are about the node itself, where some are about what runs inside; otherwise all. */
  settings?(node: Node, entity: E): CallSettings;
  /** What the node is given beside its arguments. */
  bindings?(entity: E, graph: Graph): readonly Binding[];
}
