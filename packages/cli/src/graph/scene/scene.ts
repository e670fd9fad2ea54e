import type { GraphNode, GraphNodeKind } from "../model/graph-node.js";
import type { NodeState } from "../model/node-state.js";

/** What a shape stands for: a node, or one of the points that a graph begins, ends, parts and joins at. */
export type ShapeKind = GraphNodeKind | "start" | "end" | "decide" | "join" | "fails" | "handler";

/** One thing that is drawn as a box, with its text. */
export interface Shape {
  readonly is: "shape";
  /** The path of the node in a run, or of a graph's begin or end. Unique in a scene. */
  readonly id: string;
  readonly kind: ShapeKind;
  readonly title: string;
  /** Smaller lines below the title. */
  readonly lines: readonly string[];
  readonly node?: GraphNode | undefined;
  readonly state?: NodeState | undefined;
  /** Whether there is a graph inside that can be unfolded. */
  readonly isFolded: boolean;
  /** How many nodes are inside, if it is folded. */
  readonly inside: number;
  /** Whether it runs if the workflow fails. */
  readonly isHandler: boolean;
}

/** What is drawn as a frame around others: an unfolded workflow, or a conditional with its arms. */
export interface Frame {
  readonly is: "frame";
  readonly id: string;
  readonly kind: "workflow" | "launch-plan" | "conditional" | "map" | "dynamic";
  readonly title: string;
  readonly node?: GraphNode | undefined;
  readonly state?: NodeState | undefined;
  readonly isHandler: boolean;
  readonly parts: readonly (Shape | Frame)[];
  readonly lines: readonly Line[];
}

/** What is drawn as a line between two parts of one frame. */
export interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: "data" | "order" | "failure" | "arm";
  /** The lines of its label. */
  readonly label: readonly string[];
}
