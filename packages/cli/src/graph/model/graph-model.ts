import type { GraphNode, GraphPlace, GraphVariable } from "./graph-node.js";
import type { GraphRun, NodeState } from "./node-state.js";

/** Values that go from one node to another, or an order without values. */
export interface GraphEdge {
  /** The id of a node of the same graph, or `start-node`. */
  readonly from: string;
  /** The id of a node of the same graph, or `end-node`. */
  readonly to: string;
  /** `order`: the author asked for it with `after`. `failure`: to what runs if the workflow fails. */
  readonly kind: "data" | "order" | "failure";
  readonly values: readonly EdgeValue[];
}

/** One value of an edge. */
export interface EdgeValue {
  /** What is taken of the output, such as `profile` or `profile.name`. */
  readonly from: string;
  /** The input that it is for, such as `xs` or `xs[0]`. */
  readonly to: string;
  /** The type of the input in words. */
  readonly type: string;
}

/** What one workflow does: its nodes, and what goes between them. */
export interface WorkflowGraph {
  readonly name: string;
  readonly docs?: string | undefined;
  readonly place?: GraphPlace | undefined;
  readonly inputs: readonly GraphVariable[];
  readonly outputs: readonly GraphVariable[];
  readonly nodes: readonly GraphNode[];
  /** What runs if the workflow fails. */
  readonly failureNode?: GraphNode | undefined;
  readonly edges: readonly GraphEdge[];
}

/**
 * The graph of a workflow as plain data: what `tsflyte graph --json` prints, and what all pictures are made of.
 *
 * A workflow that several nodes run is there once; nodes refer to it by its key in `graphs`.
 */
export interface GraphModel {
  readonly kind: "graph";
  /** The name of the entity. */
  readonly name: string;
  /** What the entity is, in words: `workflow`, `launch plan`, `task`. */
  readonly entity: string;
  /** The key of the outermost graph. */
  readonly root: string;
  readonly graphs: { readonly [key: string]: WorkflowGraph };
  /** How many graphs dynamics made in the run, and how many of these are here; absent if all are. */
  readonly made?: { readonly drawn: number; readonly all: number } | undefined;
  /** The run whose states are shown, if any. */
  readonly run?: GraphRun | undefined;
  /** How far each node has come, by its path in the run, such as `n2/n0`. */
  readonly states?: { readonly [path: string]: NodeState } | undefined;
}

/** The id of the inputs of a graph in its edges. */
export const START = "start-node";

/** The id of the outputs of a graph in its edges. */
export const END = "end-node";
