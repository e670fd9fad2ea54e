import { refuse, type Report } from "@flytekit-ts/core/errors";
import { type Entity, kindWords, toIdlInterface } from "@flytekit-ts/core/graph";
import { isTask, lowerTask, type SerializationSettings } from "@flytekit-ts/core/tasks";
import { isSameMessage } from "../backend-rules/parts/is-same-message.js";
import { isArmWorkflow } from "../conditional/arm-workflow.js";
import { isDynamic } from "../dynamic/dynamic-entity.js";
import * as errors from "../errors.js";
import { graphOf } from "../graph/graph.js";
import { isLaunchPlan } from "../launch-plan/launch-plan-entity.js";
import { lowerLaunchPlan } from "../launch-plan/lower-launch-plan.js";
import { lowerWorkflow } from "../lower/lower-workflow.js";
import { lowerMap } from "../map/lower-map.js";
import { isTaskMap } from "../map/map-entity.js";
import { isReference, type ReferenceEntity } from "../reference/reference-entity.js";
import { isWorkflow } from "../trace/workflow-entity.js";

/**
 * Check that no two entities share a name, and return each entity once.
 *
 * Two objects may be the same entity: a module that is loaded twice makes all its entities twice, and equal maps may
 * be made in several places. They are the same if they lower to equal messages and their functions have the same
 * text; the first is kept. Branches, gates and maps that are not registered are not compared by name.
 *
 * @throws `NAME_TWICE`, with both places, unless `report` takes it.
 */
export function checkNames(
  entities: readonly Entity[],
  settings: SerializationSettings,
  report: Report = refuse,
): readonly Entity[] {
  const known = new Map<string, Entity>();
  const kept = new Map<string, Entity>();
  const check = (key: string, entity: Entity): void => {
    const first = known.get(key);
    if (first === undefined) known.set(key, entity);
    else if (!isSame(first, entity, settings)) report(nameTwice(first, entity));
  };
  for (const [index, entity] of entities.entries()) {
    // The task of a map is not registered, but a container finds it by its name.
    if (isTaskMap(entity)) check(entity.target.name, entity.target);
    const key = keyOf(entity) ?? `nameless ${index}`;
    check(key, entity);
    if (!kept.has(key)) kept.set(key, entity);
  }
  return [...kept.values()];
}

// A default launch plan has the name of its workflow, and references differ by their whole id.
function keyOf(entity: Entity): string | undefined {
  if (isLaunchPlan(entity)) return `launch plan ${entity.name}`;
  if (isReference(entity)) return `reference ${JSON.stringify(entity.reference)}`;
  // It is registered with a workflow of its name, which has the name for itself.
  if (isTask(entity) && entity.eager !== undefined) return `eager ${entity.name}`;
  return entity.kind === "task" || entity.kind === "workflow" || isTaskMap(entity) ? entity.name : undefined;
}

function isSame(a: Entity, b: Entity, settings: SerializationSettings): boolean {
  // CONDITIONAL_NAME_TWICE reports these.
  if (isArmWorkflow(a) && isArmWorkflow(b)) return true;
  return a.kind === b.kind && isSameMessage(essenceOf(a, settings), essenceOf(b, settings));
}

/** What two objects must share to be the same entity: its message, and the text of its function. */
function essenceOf(entity: Entity, settings: SerializationSettings): readonly unknown[] {
  if (isDynamic(entity)) return [lowerTask(entity, settings), String(entity.dynamic.body)];
  if (isTask(entity)) return [lowerTask(entity, settings), String(entity.eager?.body ?? entity.fn)];
  if (isWorkflow(entity)) return [lowerWorkflow(graphOf(entity), settings), entity.source];
  if (isTaskMap(entity)) return [lowerMap(entity, settings)];
  if (isLaunchPlan(entity)) return [lowerLaunchPlan(entity, settings)];
  return isReference(entity) ? [essenceOfReference(entity)] : [];
}

function essenceOfReference({ interface: declared }: ReferenceEntity): unknown {
  return toIdlInterface(declared);
}

function kindOf(entity: Entity): string {
  return isArmWorkflow(entity) ? "workflow that an arm of a conditional becomes" : kindWords(entity.kind);
}

function nameTwice(first: Entity, second: Entity): Error {
  const places = [first, second].map(({ definedAt: { location } }) => {
    return location === undefined
      ? "an unknown place"
      : `${location.file}:${location.line}:${location.column}`;
  });
  const [one, other] = [first, second].map(kindOf);
  const kinds = one === other ? `two different ${one}s` : `a ${one} and a ${other}`;
  const params = { name: second.name, kinds, places: places.join(" and ") };
  return errors.NAME_TWICE(params, { location: second.definedAt.location });
}
