import { ENTITY } from "../brands/entity-brand.js";
import { assertContract } from "../contract/assert-contract.js";
import type { Place } from "../source/place.js";
import type { Interface } from "./interface.js";

/** The kinds of entity. */
export type EntityKind = "task" | "workflow" | "launch-plan" | "map" | "reference" | "branch" | "gate";

/** The properties that every entity has, whatever its inputs and outputs. */
export interface Entity {
  readonly kind: EntityKind;
  /** Full name, unique among the entities that are compiled together. */
  readonly name: string;
  /** The entity in messages, if its name was generated: `mapTask(square)`. */
  readonly words?: string | undefined;
  readonly interface: Interface;
  /** Where the entity was declared. */
  readonly definedAt: Place;
}

/** An entity in messages, in words that its author knows. */
export function describeEntity({ name, words = name }: Pick<Entity, "name" | "words">): string {
  return words;
}

/**
 * Whether a value is an entity, of this copy of the package or another.
 *
 * Every entity that comes from outside passes here, so this is where those that this copy cannot read are refused.
 *
 * @throws `VERSIONS_MIXED`
 */
export function isEntity(value: unknown): value is Entity {
  if (typeof value !== "function" || Reflect.get(value, ENTITY) === undefined) return false;
  assertContract(value);
  return true;
}

/** Asserts that this copy can read an entity; a plain object that stands in for one passes. @throws `VERSIONS_MIXED` */
export function assertReadable(entity: object): void {
  isEntity(entity);
}
