import { describeValue, refuse, type Report } from "@flytekit-ts/core/errors";
import { type Entity, isEntity, type Place } from "@flytekit-ts/core/graph";
import * as errors from "../errors.js";
import { graphOf } from "../graph/graph.js";
import { walkGraph } from "../graph/walk-graph.js";
import { isLaunchPlan } from "../launch-plan/launch-plan-entity.js";
import { kindOf } from "../lower/kinds/kinds.js";
import { isWorkflow, type WorkflowEntity } from "../trace/workflow-entity.js";

/**
 * The given entities and all that they use, each once. Used entities come first, which is the order of registration.
 *
 * @throws `ENTITY_NOT_COMPILABLE` for a value that is not an entity; `WORKFLOW_RECURSIVE` for a workflow that contains
 * itself, unless `report` takes it.
 */
export function entitiesOf(roots: readonly Entity[], report: Report = refuse): readonly Entity[] {
  const done = new Set<Entity>();
  const started = new Set<Entity>();
  const visit = (entity: Entity, around: readonly WorkflowEntity[]): void => {
    if (done.has(entity)) return;
    if (isWorkflow(entity) && around.some((each) => isSame(each, entity))) {
      report(recursive(entity, around));
      return;
    }
    if (started.has(entity)) return;
    started.add(entity);
    const inside = aroundUses(entity, around);
    for (const used of kindOf(entity).uses(entity)) visit(used, inside);
    done.add(entity);
  };
  for (const root of roots) visit(assertEntity(root), []);
  return [...done];
}

// If a module is loaded twice, a workflow may contain itself through the other copy.
function isSame(a: WorkflowEntity, b: WorkflowEntity): boolean {
  return a === b || (a.name === b.name && a.source === b.source);
}

// The body of a dynamic makes nodes only when it runs, so a cycle through a dynamic can end.
function aroundUses(entity: Entity, around: readonly WorkflowEntity[]): readonly WorkflowEntity[] {
  if (isWorkflow(entity)) return [...around, entity];
  return entity.kind === "task" ? [] : around;
}

function assertEntity(given: unknown): Entity {
  if (isEntity(given)) return given;
  throw errors.ENTITY_NOT_COMPILABLE({
    wanted: "tasks, workflows and launch plans",
    given: describeValue(given),
  });
}

function recursive(entity: Entity, around: readonly WorkflowEntity[]): Error {
  const names = around.map(({ name }) => name);
  const path = [...names.slice(names.indexOf(entity.name)), entity.name];
  const { location } = placeOfCall(entity, around.at(-1)) ?? entity.definedAt;
  return errors.WORKFLOW_RECURSIVE({ path }, { location });
}

/** Where a workflow calls another, or a launch plan of it. */
function placeOfCall(entity: Entity, caller: WorkflowEntity | undefined): Place | undefined {
  if (caller === undefined) return undefined;
  for (const { node } of walkGraph(graphOf(caller))) {
    const called = isLaunchPlan(node.entity) ? node.entity.workflow : node.entity;
    if (called === entity) return node.place;
  }
  return undefined;
}
