import type { LaunchPlanSpec } from "@flytekit-ts/models/admin";
import type * as idl from "@flytekit-ts/models/core";
import type { Problem } from "../../problem/problem.js";

/** A launch plan under check. Its specification may lack anything. */
export interface CheckedLaunchPlan {
  readonly id: idl.Identifier | undefined;
  readonly spec: Partial<LaunchPlanSpec>;
  /** What messages call it. */
  readonly at: string;
  readonly workflowName: string;
  /** The inputs of the workflow. */
  readonly inputs: ReadonlyMap<string, idl.Variable>;
  readonly defaults: ReadonlyMap<string, idl.Parameter>;
  readonly fixed: ReadonlyMap<string, idl.Literal>;
}

/** What is wrong with one side of a launch plan. */
export type LaunchPlanRule = (plan: CheckedLaunchPlan) => readonly Problem[];
