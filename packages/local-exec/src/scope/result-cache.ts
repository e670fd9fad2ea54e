import type { Literals } from "@flytekit-ts/core/tasks";
import type { TaskTarget } from "../plan/plan.js";
import type { Maybe } from "./maybe.js";
import type { NodeRun } from "./node-run.js";
import type { ScopeView } from "./scope-view.js";

/** Results of tasks from earlier runs. */
export interface ResultCache {
  /** Whether the task, or this call of it, asks for caching. */
  isFor(given: NodeRun<TaskTarget>): boolean;
  /** The result of an earlier execution. If there is none, that of `run`, which is kept. Tells which of the two, and why. */
  through(given: NodeRun<TaskTarget>, scope: ScopeView, run: () => Maybe<Literals>): Promise<Literals>;
}
