import type { Entity } from "@flytekit-ts/core/graph";
import type { Recovering } from "@flytekit-ts/core/context";
import { isTask } from "@flytekit-ts/core/tasks";
import { isReference } from "@flytekit-ts/workflow/compile";

/** What decides whether the errors of a node are recoverable: the task that it calls; or all are, or none. */
export type Recovers = Recovering | "always" | "never";

/**
 * What decides about the errors of a mock of an entity. Of a task on another project nothing is known but the call. The
 * failure of a workflow is final, also as a launch plan.
 */
export function recoversOf(entity: Entity): Recovers {
  if (isTask(entity)) return entity;
  return isReference(entity) && entity.reference.kind === "task" ? "always" : "never";
}
