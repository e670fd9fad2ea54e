import type { LaunchPlanSpec } from "@flytekit-ts/models/admin";
import { type Entity, isEntity, type Place } from "@flytekit-ts/core/graph";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { ReferenceEntity } from "../reference/reference-entity.js";
import type { WorkflowEntity } from "../trace/workflow-entity.js";

/** The settings of a launch plan for the executions that it starts, as IDL. */
export type LaunchPlanSettings = Pick<
  LaunchPlanSpec,
  | "entityMetadata"
  | "labels"
  | "annotations"
  | "securityContext"
  | "rawOutputDataConfig"
  | "maxParallelism"
  | "overwriteCache"
  | "concurrencyPolicy"
>;

/** A launch plan without its types. Its interface leaves out the fixed inputs and has the plan's own defaults. */
export interface LaunchPlanEntity extends Entity {
  readonly kind: "launch-plan";
  readonly workflow: WorkflowEntity | ReferenceEntity;
  readonly fixedInputs: Literals;
  readonly settings: LaunchPlanSettings;
  /** Where its options are written. For a default plan that is the declaration of the workflow. */
  readonly optionsAt: Place;
  /** Where its schedule is written, if it has one. */
  readonly scheduleAt: Place | undefined;
  /** Whether registering the plan also activates it. This is not part of its message. */
  readonly autoActivate: boolean;
}

/** Whether a value is a launch plan, of this copy of the package or another. */
export function isLaunchPlan(value: unknown): value is LaunchPlanEntity {
  return isEntity(value) && value.kind === "launch-plan";
}
