import type { GraphModel, WorkflowGraph } from "../model/graph-model.js";
import type { GraphNode } from "../model/graph-node.js";

type Graphs = Record<string, WorkflowGraph>;

/** A graph that a node made when it ran, with those that run inside. */
export interface MadeGraph {
  readonly root: string;
  readonly graphs: { readonly [key: string]: WorkflowGraph };
}

/**
 * A graph in which the node at a path, such as `n2/n0`, has a graph inside that it made. What is around that node has keys of its
 * own from then on: the same workflow elsewhere made something else.
 */
export function withGraphAt(model: GraphModel, path: string, made: MadeGraph): GraphModel {
  const graphs: Graphs = Object.assign(Object.create(null), model.graphs) as Graphs;
  const keyOf = (key: string): string => `${key} at ${path}`;
  for (const [key, graph] of Object.entries(made.graphs))
    graphs[keyOf(key)] = withNodes(graph, (node) => withInner(node, keyOf));
  const steps = path.split(/[/>]/);
  changeAt(graphs, { key: model.root, as: model.root, steps, around: "" }, (node) => ({
    ...node,
    // On a cluster, only that it has made one tells it from other tasks.
    kind: "dynamic",
    graph: keyOf(made.root),
  }));
  return { ...model, graphs };
}

interface Change {
  readonly key: string;
  /** The key of the graph as it is changed. */
  readonly as: string;
  readonly steps: readonly string[];
  /** The path of the node that runs the graph. */
  readonly around: string;
}

function changeAt(
  graphs: Graphs,
  { key, as, steps, around }: Change,
  change: (node: GraphNode) => GraphNode,
): void {
  const graph = graphs[key];
  if (graph === undefined) return;
  const into = (node: GraphNode, [id, ...rest]: readonly string[], before: string): GraphNode => {
    if (node.id !== id) return node;
    if (rest.length === 0) return change(node);
    const path = before === "" ? id : `${before}/${id}`;
    if (node.arms !== undefined)
      return {
        ...node,
        arms: node.arms.map((arm) =>
          arm.node === undefined ? arm : { ...arm, node: into(arm.node, rest, path) },
        ),
      };
    if (node.graph === undefined) return node;
    const own = node.graph.endsWith(` at ${path}`) ? node.graph : `${node.graph} at ${path}`;
    changeAt(graphs, { key: node.graph, as: own, steps: rest, around: path }, change);
    return { ...node, graph: own };
  };
  graphs[as] = withNodes(graph, (node) => into(node, steps, around));
}

function withNodes(graph: WorkflowGraph, change: (node: GraphNode) => GraphNode): WorkflowGraph {
  const { nodes, failureNode } = graph;
  return { ...graph, nodes: nodes.map(change), failureNode: failureNode && change(failureNode) };
}

function withInner(node: GraphNode, keyOf: (key: string) => string): GraphNode {
  const { graph, arms } = node;
  return {
    ...node,
    ...(graph === undefined ? {} : { graph: keyOf(graph) }),
    ...(arms === undefined
      ? {}
      : { arms: arms.map((arm) => ({ ...arm, node: arm.node && withInner(arm.node, keyOf) })) }),
  };
}
