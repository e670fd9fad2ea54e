import type { TaskSpec, WorkflowSpec } from "@flytekit-ts/models/admin";
import type { Identifier } from "@flytekit-ts/models/core";
import { type Entity, isTask, lowerTask, type SerializationSettings, taskId } from "@flytekit-ts/core/plugin";
import { checkNames } from "../check/check-names.js";
import { compile } from "../compile/compile.js";
import { copyMessage } from "../compile/copy-message.js";
import { entitiesOf } from "../compile/graph.js";
import { workflowId } from "../compile/workflow-id.js";
import { isWorkflow } from "../function/workflow-entity.js";
import { toIdlDescription } from "./description.js";
import { assertSettings } from "./settings.js";

/** A message to register, with its id. */
export type SerializedEntity =
  | { readonly kind: "task"; readonly id: Identifier; readonly message: TaskSpec }
  | { readonly kind: "workflow"; readonly id: Identifier; readonly message: WorkflowSpec };

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
): readonly SerializedEntity[] {
  assertSettings(settings);
  const all = checkNames(entitiesOf(Array.isArray(entities) ? entities : [entities]), settings);
  return all.flatMap((entity) => serializeOne(entity, settings));
}

function serializeOne(entity: Entity, settings: SerializationSettings): readonly SerializedEntity[] {
  if (isTask(entity)) {
    const message = {
      template: copyMessage(lowerTask(entity, settings)),
      description: toIdlDescription(entity.settings.docs),
    };
    return [{ kind: "task", id: taskId(entity, settings), message }];
  }
  if (!isWorkflow(entity)) return [];
  const { template, subWorkflows } = compile(entity, settings);
  const description = toIdlDescription(entity.settings.docs);
  const message = { template, subWorkflows: subWorkflows.map((each) => each.template), description };
  return [{ kind: "workflow", id: workflowId(entity, settings), message }];
}
