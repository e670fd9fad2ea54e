import type * as idl from "@flytekit-ts/models/core";
import type { Problem } from "../../problem/problem.js";

/** A task under check. Its template may lack anything. */
export interface CheckedTask {
  readonly template: Partial<idl.TaskTemplate>;
  /** What messages call it. */
  readonly at: string;
}

/** What is wrong with one side of a task. */
export type TaskRule = (task: CheckedTask) => readonly Problem[];
