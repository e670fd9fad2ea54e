import type { LaunchPlanSpec } from "@flytekit-ts/models/admin";
import type * as idl from "@flytekit-ts/models/core";
import type { Problem } from "../../problem/problem.js";

/** The launch plan that is checked. Its specification may lack any field. */
export interface CheckedLaunchPlan {
  readonly id: idl.Identifier | undefined;
  readonly spec: Partial<LaunchPlanSpec>;
  /** The name of the launch plan in messages. */
  readonly at: string;
  readonly workflowName: string;
  /** The inputs of the workflow. */
  readonly inputs: ReadonlyMap<string, idl.Variable>;
  readonly defaults: ReadonlyMap<string, idl.Parameter>;
  readonly fixed: ReadonlyMap<string, idl.Literal>;
}

/** A rule: finds the problems of one aspect of a launch plan. */
export type LaunchPlanRule = (plan: CheckedLaunchPlan) => readonly Problem[];
