import { isEntity, type NamedByUs } from "@flytekit-ts/core/graph";
import type { TaskEntity } from "@flytekit-ts/core/tasks";
import type { LaunchPlanEntity } from "../launch-plan/launch-plan-entity.js";
import type { ReferenceEntity } from "../reference/reference-entity.js";

/** The entities that a map can go over. */
export type MapTarget = TaskEntity | LaunchPlanEntity | ReferenceEntity;

/** How many items have to succeed: a number of them, or a share from 0 to 1. */
export type SuccessCriteria =
  | { readonly $case: "minSuccesses"; readonly value: number }
  | { readonly $case: "minSuccessRatio"; readonly value: number };

/** A map without its types: one entity over the items of lists. */
export interface MapEntity extends NamedByUs {
  readonly kind: "map";
  readonly target: MapTarget;
  /** Names of the inputs that are passed whole to every item, sorted. */
  readonly bound: readonly string[];
  /** How many items run at a time; 0 means all of them. If absent, the cluster decides. */
  readonly concurrency: number | undefined;
  readonly success: SuccessCriteria;
}

/** A map over a task. No other kind of map is registered; this one is registered as a separate task. */
export interface TaskMapEntity extends MapEntity {
  readonly target: TaskEntity;
}

/** Whether a value is a map, of this copy of the package or another. */
export function isMap(value: unknown): value is MapEntity {
  return isEntity(value) && value.kind === "map";
}

/** Whether a value is a map over a task. */
export function isTaskMap(value: unknown): value is TaskMapEntity {
  return isMap(value) && value.target.kind === "task";
}
