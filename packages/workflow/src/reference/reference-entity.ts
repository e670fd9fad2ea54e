import type * as idl from "@flytekit-ts/models/core";
import { type Entity, isEntity } from "@flytekit-ts/core/graph";
import { ResourceType } from "@flytekit-ts/core/literals";

/** What a reference refers to. */
export type ReferencedKind = "task" | "workflow" | "launch-plan";

/** The identity of an entity that is already registered, in any project. */
export interface Reference<K extends ReferencedKind = ReferencedKind> {
  readonly kind: K;
  readonly project: string;
  readonly domain: string;
  readonly name: string;
  readonly version: string;
}

/** A reference without its types. It has an id and an interface, is never registered, and runs only on the cluster. */
export interface ReferenceEntity extends Entity {
  readonly kind: "reference";
  readonly reference: Reference;
  readonly id: idl.Identifier;
}

const RESOURCES = {
  task: ResourceType.TASK,
  workflow: ResourceType.WORKFLOW,
  "launch-plan": ResourceType.LAUNCH_PLAN,
} as const satisfies Record<ReferencedKind, number>;

/** The id of the entity that is referred to. It does not depend on the settings. */
export function referenceId({ kind, project, domain, name, version }: Reference): idl.Identifier {
  return { resourceType: RESOURCES[kind], project, domain, name, version, org: "" };
}

/** Whether a value is a reference, of this copy of the package or another. */
export function isReference(value: unknown): value is ReferenceEntity {
  return isEntity(value) && value.kind === "reference";
}
