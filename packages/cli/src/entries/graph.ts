// For programs that draw workflows.
export { graphOf } from "../graph/graph-of.js";
export { graphOfRun } from "../graph/graph-of-run.js";
export type { GraphOptions } from "../graph/graph-of.js";
export type { EdgeValue, GraphEdge, GraphModel, WorkflowGraph } from "../graph/model/graph-model.js";
export type {
  GraphArm,
  GraphFact,
  GraphInput,
  GraphNode,
  GraphNodeKind,
  GraphPlace,
  GraphVariable,
} from "../graph/model/graph-node.js";
export type { GraphRun, NodeState, NodeStateName } from "../graph/model/node-state.js";
export type { Direction, PictureOptions } from "../graph/text/picture-options.js";
export { toDot } from "../graph/text/to-dot.js";
export { toHtml } from "../graph/page/to-html.js";
export { toSvg } from "../graph/picture/to-svg.js";
export { toMermaid } from "../graph/text/to-mermaid.js";
