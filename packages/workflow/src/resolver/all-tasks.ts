import type { Entity } from "@flytekit-ts/core/graph";
import { isTask, type TaskEntity } from "@flytekit-ts/core/tasks";
import { entitiesOf } from "../compile/entities.js";
import { isTaskMap } from "../map/map-entity.js";
import { soundTrace } from "../trace/faults.js";
import { isWorkflow } from "../trace/workflow-entity.js";

/**
 * Every task that an entity uses, at any depth, each once. Includes the tasks of maps and those in `uses` of
 * dynamics.
 *
 * @throws what is wrong with the bodies of workflows.
 */
export function allTasks(entity: Entity): readonly TaskEntity[] {
  const tasks = entitiesOf([entity]).flatMap((each) => {
    if (isWorkflow(each)) soundTrace(each);
    if (isTaskMap(each)) return [each.target];
    return isTask(each) ? [each] : [];
  });
  return [...new Set(tasks)];
}
