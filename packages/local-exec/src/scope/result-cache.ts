import type { Literals } from "@flytekit-ts/core/tasks";
import type { DynamicTarget, TaskTarget } from "../plan/plan.js";
import type { Maybe } from "./maybe.js";
import type { NodeRun } from "./node-run.js";
import type { ScopeView } from "./scope-view.js";

/** What may be cached: a task, or a dynamic, whose outputs are those of the graph that it makes. */
export type CachedTarget = TaskTarget | DynamicTarget;

/** Results of tasks from earlier runs. */
export interface ResultCache {
  /** Whether the task asks for caching. */
  isFor(given: NodeRun<CachedTarget>): boolean;
  /** The result of an earlier execution. If there is none, that of `run`, which is kept. Tells which of the two, and why. */
  through(given: NodeRun<CachedTarget>, scope: ScopeView, run: () => Maybe<Literals>): Promise<Literals>;
}
