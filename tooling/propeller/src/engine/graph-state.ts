import type * as idl from "@flytekit-ts/models/core";
import type { Failure } from "../values/failure.js";
import type { Outcome } from "./outcome.js";

/** The nodes of a graph under way, and what they came to. */
export interface GraphState {
  readonly nodes: ReadonlyMap<string, idl.Node>;
  readonly outcomes: Map<string, Promise<Outcome>>;
  /** In the order in which nodes failed. */
  readonly failures: Failure[];
  /** Ends the graph. */
  readonly abort: AbortController;
}
