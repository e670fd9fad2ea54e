import type * as idl from "@flytekit-ts/models/core";
import type { Binding, CallSettings, Entity, Node } from "@flytekit-ts/core/graph";
import type { SerializationSettings } from "@flytekit-ts/core/tasks";
import type { Graph } from "../../graph/graph.js";
import type { NodeDefaults } from "../parts/lower-metadata.js";

/** What lowering a node needs: its graph, and the settings of the registration. */
export interface Lowering {
  readonly graph: Graph;
  readonly settings: SerializationSettings;
  /** A node as IDL. `id` is its id in the graph, or in the node that contains it. */
  lowerNode(node: Node, id: string): idl.Node;
}

/**
 * How the nodes of one kind of entity are lowered.
 *
 * Each kind has a file, and one table lists them all, so a new kind is added in one place.
 */
export interface NodeKind<E extends Entity> {
  defaults(entity: E): NodeDefaults;
  target(node: Node, entity: E, lowering: Lowering): idl.Node["target"];
  /** Entities that have to be registered before a workflow with such a node. */
  uses(entity: E): readonly Entity[];
  /** The call's settings that apply to the node itself. Absent if all of them do. */
  settings?(node: Node, entity: E): CallSettings;
  /** The bindings of the node, if they do not come from its arguments. */
  bindings?(entity: E, graph: Graph): readonly Binding[];
}
