import type { TaskContext } from "@flytekit-ts/core";
import type { ValueStore } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { TaskTarget } from "../plan/plan.js";
import type { AttemptReport } from "./attempt-report.js";
import type { Maybe } from "./maybe.js";
import type { NodeRun } from "./node-run.js";
import type { ScopeView } from "./scope-view.js";

/** What an attempt of a task has besides the node. */
export interface AttemptParts {
  readonly context: TaskContext;
  readonly store: ValueStore;
  /** Ends if the attempt should stop. */
  readonly scope: ScopeView;
  /** Takes what the attempt used, where that is known. */
  readonly report: AttemptReport;
}

/** Runs the function of a task once: in this thread, in a worker, or in a process. */
export type Execute = (given: NodeRun<TaskTarget>, attempt: AttemptParts) => Maybe<Literals>;
