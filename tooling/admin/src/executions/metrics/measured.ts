import type { CompiledWorkflowClosure, Node, Span } from "@flytekit-ts/models/core";
import type { ExecutionBackend } from "../backend.js";
import type { ExecutionRow, NodeRow, Row } from "../tables.js";
import type { NodesOfGraph } from "./graph-nodes.js";

/** A graph, and its nodes as far as they have run. */
export interface Graph {
  readonly nodes: NodesOfGraph;
  readonly graph: CompiledWorkflowClosure | undefined;
}

/** A node that has run. */
export interface NodeRan {
  readonly row: Row<NodeRow>;
  readonly node: Node;
}

/** The measures that call each other, whatever file they are in. A depth says how many levels are shown: all, if negative. */
export interface Measure {
  readonly execution: (backend: ExecutionBackend, row: ExecutionRow, depth: number) => Promise<Span>;
  readonly nodes: (backend: ExecutionBackend, graph: Graph, depth: number) => Promise<readonly Span[]>;
  readonly node: (backend: ExecutionBackend, ran: NodeRan, depth: number) => Promise<Span>;
}

/** What the parts of a node are measured with. */
export interface Measuring {
  readonly backend: ExecutionBackend;
  readonly measure: Measure;
  readonly depth: number;
}
