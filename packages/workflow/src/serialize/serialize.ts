import type { LaunchPlan, TaskSpec, WorkflowSpec } from "@flytekit-ts/models/admin";
import type { Identifier } from "@flytekit-ts/models/core";
import {
  type Entity,
  isTask,
  lowerTask,
  type SerializationSettings,
  type TaskEntity,
  taskId,
} from "@flytekit-ts/core/plugin";
import { checkNames } from "../check/check-names.js";
import { compile, type CompileOptions } from "../compile/compile.js";
import { copyMessage } from "../compile/copy-message.js";
import { entitiesOf } from "../compile/entities.js";
import { launchPlanId } from "../compile/launch-plan-id.js";
import { workflowId } from "../compile/workflow-id.js";
import { isArmWorkflow } from "../conditional/arm-workflow.js";
import { isWorkflow, type WorkflowEntity } from "../function/workflow-entity.js";
import { isLaunchPlan } from "../launch-plan/launch-plan-entity.js";
import { lowerLaunchPlan } from "../launch-plan/lower-launch-plan.js";
import { isTaskMap } from "../map/map-entity.js";
import { lowerMap } from "../map/lower-map.js";
import { toIdlDescription } from "./description.js";
import { assertSettings } from "./settings.js";

/** A message to register, with its id. */
export type SerializedEntity =
  | { readonly kind: "task"; readonly id: Identifier; readonly message: TaskSpec }
  | { readonly kind: "workflow"; readonly id: Identifier; readonly message: WorkflowSpec }
  | { readonly kind: "launch-plan"; readonly id: Identifier; readonly message: LaunchPlan };

/**
 * The messages that register entities and all they use, in an order the backend accepts: what is used
 * before what uses it.
 *
 * @throws `SETTINGS_INVALID`, and what `compile` throws.
 * @example
 * for (const { kind, id } of serialize(pipeline, { project: "p", domain: "development", version: "v1", image: "i:1" }))
 *   console.log(kind, id.name);
 */
export function serialize(
  entities: Entity | readonly Entity[],
  settings: SerializationSettings,
  options?: CompileOptions,
): readonly SerializedEntity[] {
  assertSettings(settings);
  const all = checkNames(entitiesOf(Array.isArray(entities) ? entities : [entities]), settings);
  return all.flatMap((entity) => serializeOne(entity, settings, options));
}

function serializeOne(
  entity: Entity,
  settings: SerializationSettings,
  options: CompileOptions | undefined,
): readonly SerializedEntity[] {
  if (isTask(entity)) return [serializeTask(entity, settings)];
  if (isTaskMap(entity)) {
    const message = { template: copyMessage(lowerMap(entity, settings)), description: undefined };
    return [{ kind: "task", id: taskId(entity, settings), message }];
  }
  if (isLaunchPlan(entity)) {
    const message = lowerLaunchPlan(entity, settings);
    return [{ kind: "launch-plan", id: launchPlanId(entity, settings), message }];
  }
  return isWorkflow(entity) ? serializeWorkflow(entity, settings, options) : [];
}

function serializeWorkflow(
  entity: WorkflowEntity,
  settings: SerializationSettings,
  options: CompileOptions | undefined,
): readonly SerializedEntity[] {
  // The sub-workflow of an arm is part of the workflow around it, and nothing on its own.
  if (isArmWorkflow(entity)) return [];
  const { template, subWorkflows } = compile(entity, settings, options);
  const description = toIdlDescription(entity.settings.docs);
  const message = { template, subWorkflows: subWorkflows.map((each) => each.template), description };
  return [{ kind: "workflow", id: workflowId(entity, settings), message }];
}

function serializeTask(task: TaskEntity, settings: SerializationSettings): SerializedEntity {
  const template = copyMessage(lowerTask(task, settings));
  const description = toIdlDescription(task.settings.docs);
  return { kind: "task", id: taskId(task, settings), message: { template, description } };
}
