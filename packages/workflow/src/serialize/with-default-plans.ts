import { atCaller } from "@flytekit-ts/core/errors";
import type { Entity } from "@flytekit-ts/core/graph";
import { entitiesOf } from "../compile/entities.js";
import { isArmWorkflow } from "../conditional/arm-workflow.js";
import { isLaunchPlan } from "../launch-plan/launch-plan-entity.js";
import { defaultPlan } from "../launch-plan/launch-plan.js";
import { isWorkflow } from "../trace/workflow-entity.js";

/**
 * Entities, and the default launch plan of each workflow among them and among all that they use.
 *
 * Flyte starts executions through launch plans only, those of the console's button and of schedules too, and flytekit's
 * registration gives each workflow a plan of its name. `serialize` alone gives the messages of what it is given and of
 * what that uses. Give it this to register a workflow that people should be able to start. A workflow with a launch
 * plan of its own name gets no other.
 *
 * @throws `ENTITY_NOT_COMPILABLE`, `WORKFLOW_RECURSIVE`, and what bodies throw.
 * @example
 * serialize(withDefaultPlans(pipeline), settings)
 */
export function withDefaultPlans(entities: Entity | readonly Entity[]): readonly Entity[] {
  const roots: readonly Entity[] = Array.isArray(entities) ? entities : [entities];
  const used = atCaller(withDefaultPlans, () => entitiesOf(roots));
  const named = new Set(used.filter(isLaunchPlan).map(({ name }) => name));
  const plans: Entity[] = [];
  for (const each of used) {
    if (!isWorkflow(each) || isArmWorkflow(each) || named.has(each.name)) continue;
    named.add(each.name);
    plans.push(defaultPlan(each, withDefaultPlans));
  }
  return [...roots, ...plans];
}
