import type { Problem } from "../../problem/problem.js";
import type { EntityUse } from "../scopes/entity-uses.js";
import type { Scope } from "../scopes/scope.js";
import type { Nest } from "../scopes/walk-workflows.js";
import type { Entities, WorkflowToCheck } from "../sites/entities.js";
import type { Site, Stage } from "../sites/site.js";

/** A rule for everything that is given, as a whole. */
export type InputRule = (all: {
  readonly given: WorkflowToCheck;
  readonly entities: Entities;
  readonly nest: Nest;
}) => readonly Problem[];

/** A rule for the entities that nodes call. Each is checked once, however many nodes call it. */
export type EntityRule = (use: EntityUse) => readonly Problem[];

/** A rule for a workflow, and for each workflow that it contains. */
export type WorkflowRule = (scope: Scope) => readonly Problem[];

/** A rule for each node. */
export interface NodeRule {
  /** The stage at which Flyte's compiler checks the rule. Nodes that do not reach the stage are not checked here. */
  readonly stage: Stage;
  check(site: Site, scope: Scope): readonly Problem[];
}
