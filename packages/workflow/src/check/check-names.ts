import { encode } from "@flytekit-ts/models";
import { TaskTemplate, WorkflowTemplate } from "@flytekit-ts/models/core";
import { type Entity, isTask, lowerTask, type SerializationSettings } from "@flytekit-ts/core/plugin";
import { graphOf } from "../compile/graph.js";
import { lowerWorkflow } from "../compile/lower-workflow.js";
import { errors } from "../errors.js";
import { isWorkflow } from "../function/workflow-entity.js";

/**
 * One name stands for one thing among the entities that are compiled together.
 *
 * Two objects may be one thing: a module that was loaded twice makes all its entities twice. They are one
 * if they lower to equal messages and their functions read the same.
 *
 * @throws `NAME_TWICE`, with both places.
 */
export function checkNames(entities: readonly Entity[], settings: SerializationSettings): void {
  const known = new Map<string, Entity>();
  for (const entity of entities) {
    const first = known.get(entity.name);
    if (first === undefined) known.set(entity.name, entity);
    else if (!isSame(first, entity, settings)) throw nameTwice(first, entity);
  }
}

function isSame(a: Entity, b: Entity, settings: SerializationSettings): boolean {
  return a === b || (a.kind === b.kind && fingerprint(a, settings) === fingerprint(b, settings));
}

function fingerprint(entity: Entity, settings: SerializationSettings): string {
  if (isTask(entity)) return `${hex(encode(TaskTemplate, lowerTask(entity, settings)))} ${String(entity.fn)}`;
  if (!isWorkflow(entity)) return "";
  return `${hex(encode(WorkflowTemplate, lowerWorkflow(graphOf(entity), settings)))} ${entity.source}`;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

function nameTwice(first: Entity, second: Entity): Error {
  const places = [first, second].map(({ definedAt: { location } }) => {
    return location === undefined ? "an unknown place" : `${location.file}:${location.line}:${location.column}`;
  });
  const params = { name: second.name, kinds: `${first.kind}, ${second.kind}`, places: places.join(" and ") };
  return errors.NAME_TWICE(params, { location: second.definedAt.location });
}
