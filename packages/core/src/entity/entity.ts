import { ENTITY } from "../brands/entity-brand.js";
import type { Place } from "../source/place.js";
import type { Interface } from "./interface.js";

/** Kinds of entity that a node may be for. */
export type EntityKind = "task" | "workflow" | "launch-plan" | "map" | "reference" | "branch" | "gate";

/** What every entity is, whatever its inputs and outputs. */
export interface Entity {
  readonly kind: EntityKind;
  /** Full name, unique among the entities that are compiled together. */
  readonly name: string;
  /** What messages call it where its name was made up: `mapTask(square)`. */
  readonly words?: string | undefined;
  readonly interface: Interface;
  /** Where the entity was declared. */
  readonly definedAt: Place;
}

/** An entity as its author knows it. */
export function describeEntity({ name, words = name }: Pick<Entity, "name" | "words">): string {
  return words;
}

/** Whether a value is an entity, of this copy of the package or another. */
export function isEntity(value: unknown): value is Entity {
  return typeof value === "function" && Reflect.get(value, ENTITY) === true;
}
