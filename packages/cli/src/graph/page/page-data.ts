import type { FrameLayout } from "../layout/placed.js";
import type { GraphModel } from "../model/graph-model.js";
import type { Direction } from "../text/picture-options.js";

/** What a page brings along: the graph, how it is drawn at first, and the layout of that. */
export interface PageData {
  readonly model: GraphModel;
  readonly direction: Direction;
  readonly hasTypes: boolean;
  /** The paths of the nodes that are unfolded at first. */
  readonly open: readonly string[];
  readonly layouts: readonly (readonly [key: string, layout: FrameLayout])[];
}
