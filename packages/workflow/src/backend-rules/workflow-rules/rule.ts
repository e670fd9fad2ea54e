import type { Problem } from "../../problem/problem.js";
import type { EntityUse } from "../scopes/entity-uses.js";
import type { Scope } from "../scopes/scope.js";
import type { Nest } from "../scopes/walk-workflows.js";
import type { Entities, WorkflowToCheck } from "../sites/entities.js";
import type { Site, Stage } from "../sites/site.js";

/** Something that holds of all that is given together. */
export type InputRule = (all: {
  readonly given: WorkflowToCheck;
  readonly entities: Entities;
  readonly nest: Nest;
}) => readonly Problem[];

/** Something that holds of what nodes call: each entity is asked once, however many nodes call it. */
export type EntityRule = (use: EntityUse) => readonly Problem[];

/** Something that holds of a workflow, and of each that it contains. */
export type WorkflowRule = (scope: Scope) => readonly Problem[];

/** Something that holds of each node. */
export interface NodeRule {
  /** Where Flyte's compiler asks it; nodes that it does not look at so far are not asked here either. */
  readonly stage: Stage;
  check(site: Site, scope: Scope): readonly Problem[];
}
