import type * as idl from "@flytekit-ts/models/core";
import type { Problem } from "../../problem/problem.js";

/** The task that is checked. Its template may lack any field. */
export interface CheckedTask {
  readonly template: Partial<idl.TaskTemplate>;
  /** The name of the task in messages. */
  readonly at: string;
}

/** A rule: finds the problems of one aspect of a task. */
export type TaskRule = (task: CheckedTask) => readonly Problem[];
