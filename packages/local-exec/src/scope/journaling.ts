import type { Plan } from "../plan/plan.js";
import type { NodeRun } from "./node-run.js";

/** What a journal has to know besides the events of a run. */
export interface Journaling {
  /** A node is about to run. Its events come next. */
  enter(given: NodeRun): void;
  /** A dynamic has made a graph, whose nodes are about to run. `prefix` is what their paths begin with. */
  made(graph: { readonly path: string; readonly prefix: string; readonly plan: Plan }): void;
}
