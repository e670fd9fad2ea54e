import { isDeepStrictEqual } from "node:util";
import { type Entity, isTask, lowerTask, type SerializationSettings } from "@flytekit-ts/core/plugin";
import { graphOf } from "../compile/graph.js";
import { lowerWorkflow } from "../compile/lower-workflow.js";
import { errors } from "../errors.js";
import { isWorkflow } from "../function/workflow-entity.js";

/**
 * The entities with each name once: among those that are compiled together a name stands for one thing.
 *
 * Two objects may be one thing: a module that was loaded twice makes all its entities twice. They are one
 * if they lower to equal messages and their functions read the same; the first of them is kept.
 *
 * @throws `NAME_TWICE`, with both places.
 */
export function checkNames(entities: readonly Entity[], settings: SerializationSettings): readonly Entity[] {
  const known = new Map<string, Entity>();
  for (const entity of entities) {
    const first = known.get(entity.name);
    if (first === undefined) known.set(entity.name, entity);
    else if (!isSame(first, entity, settings)) throw nameTwice(first, entity);
  }
  return [...known.values()];
}

function isSame(a: Entity, b: Entity, settings: SerializationSettings): boolean {
  return a.kind === b.kind && isDeepStrictEqual(essenceOf(a, settings), essenceOf(b, settings));
}

/** What makes an entity the one it is: its message, and the text of its function. */
function essenceOf(entity: Entity, settings: SerializationSettings): readonly unknown[] {
  if (isTask(entity)) return [lowerTask(entity, settings), String(entity.fn)];
  return isWorkflow(entity) ? [lowerWorkflow(graphOf(entity), settings), entity.source] : [];
}

function nameTwice(first: Entity, second: Entity): Error {
  const places = [first, second].map(({ definedAt: { location } }) => {
    return location === undefined
      ? "an unknown place"
      : `${location.file}:${location.line}:${location.column}`;
  });
  const params = { name: second.name, kinds: `${first.kind}, ${second.kind}`, places: places.join(" and ") };
  return errors.NAME_TWICE(params, { location: second.definedAt.location });
}
