import type { Entity } from "@flytekit-ts/core/graph";

/** An entity that a module exports, and the name that it is exported by. */
export interface FoundEntity {
  readonly export: string;
  readonly entity: Entity;
}
