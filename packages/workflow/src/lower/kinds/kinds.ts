import type { Entity, EntityKind } from "@flytekit-ts/core/graph";
import { branchKind } from "./branch-kind.js";
import { gateKind } from "./gate-kind.js";
import { launchPlanKind } from "./launch-plan-kind.js";
import { mapKind } from "./map-kind.js";
import type { NodeKind } from "./node-kind.js";
import { referenceKind } from "./reference-kind.js";
import { taskKind } from "./task-kind.js";
import { workflowKind } from "./workflow-kind.js";

const kinds = {
  task: taskKind,
  workflow: workflowKind,
  "launch-plan": launchPlanKind,
  map: mapKind,
  reference: referenceKind,
  branch: branchKind,
  gate: gateKind,
} as const satisfies Record<EntityKind, unknown>;

/** How nodes of this entity are lowered. Goes by `entity.kind`, so entities of another copy of the package work too. */
export function kindOf(entity: Entity): NodeKind<Entity> {
  return kinds[entity.kind];
}
