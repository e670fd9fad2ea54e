import type * as idl from "@flytekit-ts/models/core";
import type { Entity } from "@flytekit-ts/core/graph";
import { ResourceType } from "@flytekit-ts/core/literals";
import { isTask } from "@flytekit-ts/core/tasks";
import { isLaunchPlan, isReference, isTaskMap, isWorkflow } from "@flytekit-ts/workflow/compile";

/** Finds the entity that an identifier refers to, if it was compiled. */
export type FindEntity = (id: idl.Identifier | undefined) => Entity | undefined;

/**
 * Make a function that finds entities by the identifiers in a message.
 *
 * Entities are keyed by resource type and name. A name alone is not enough, because a default launch plan has the
 * name of its workflow. References are keyed by their whole identifier.
 */
export function findEntityIn(entities: readonly Entity[]): FindEntity {
  const known = new Map<string, Entity>();
  for (const entity of entities) {
    const key = isReference(entity) ? wholeId(entity.id) : nameOf(entity);
    if (key !== undefined) known.set(key, entity);
  }
  return (id) => {
    if (id === undefined) return undefined;
    return known.get(wholeId(id)) ?? known.get(`${id.resourceType} ${id.name}`);
  };
}

function wholeId({ resourceType, project, domain, name, version }: idl.Identifier): string {
  return JSON.stringify([resourceType, project, domain, name, version]);
}

// Undefined for entities that are not registered under their own name.
function nameOf(entity: Entity): string | undefined {
  if (isTask(entity) || isTaskMap(entity)) return `${ResourceType.TASK} ${entity.name}`;
  if (isWorkflow(entity)) return `${ResourceType.WORKFLOW} ${entity.name}`;
  return isLaunchPlan(entity) ? `${ResourceType.LAUNCH_PLAN} ${entity.name}` : undefined;
}
