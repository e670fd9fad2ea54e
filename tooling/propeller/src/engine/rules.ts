import type * as idl from "@flytekit-ts/models/core";
import { ContainerError_Kind, WorkflowMetadata_OnFailurePolicy } from "@flytekit-ts/models/core";
import { armsOf } from "../registry/hydrate.js";
import { followPath } from "../values/attribute-path.js";
import { holds } from "../values/condition.js";
import { userFailure } from "../values/failure.js";
import type { Literals } from "../values/literals.js";
import { failureOfGraph } from "./failure-of-graph.js";

/** Decisions of Flyte's engine, each by itself: a test puts a wrong one in its place, and must notice it. */
export interface Rules {
  readonly holds: typeof holds;
  readonly followPath: typeof followPath;
  /** The arm of a branch that runs. */
  readonly chooseArm: (branch: idl.BranchNode, inputs: Literals, test: typeof holds) => idl.Node;
  /** How many items of a map have to succeed. */
  readonly wantedSuccesses: (array: idl.ArrayNode, size: number) => number;
  /** Whether an error that a task wrote may be tried again. */
  readonly isRetryable: (error: idl.ContainerError) => boolean;
  /** Whether the failure of a node ends the others of its graph. */
  readonly endsOthers: (policy: Policy, own: Policy) => boolean;
  /** Which failure of its nodes is that of a graph. */
  readonly failureOf: typeof failureOfGraph;
  /** Whether what is behind a node that failed or was skipped is skipped too. */
  readonly skipsBehind: boolean;
}

/** The policy of a workflow for failures. */
export type Policy = idl.WorkflowMetadata_OnFailurePolicy;

/** The rules of Flyte's engine. */
export const flyteRules: Rules = {
  holds,
  followPath,
  chooseArm,
  wantedSuccesses,
  isRetryable: ({ kind }) => kind === ContainerError_Kind.RECOVERABLE,
  // The root's policy counts, for all graphs inside; a sub-workflow's own is not read.
  endsOthers: (root) => root === WorkflowMetadata_OnFailurePolicy.FAIL_IMMEDIATELY,
  failureOf: failureOfGraph,
  skipsBehind: true,
};

/** The first arm whose condition holds, or the last one. @throws `UserProvidedError`, `MalformedBranchUserError` */
function chooseArm(branch: idl.BranchNode, inputs: Literals, test: typeof holds): idl.Node {
  const { ifElse } = branch;
  for (const block of [ifElse?.case, ...(ifElse?.other ?? [])]) {
    if (block?.thenNode !== undefined && test(block.condition, inputs)) return block.thenNode;
  }
  const last = ifElse?.default;
  if (last?.$case === "elseNode") return last.value;
  if (last?.$case === "error") {
    throw userFailure("UserProvidedError", `[UserProvidedError] ${last.value.message}`);
  }
  throw userFailure("MalformedBranchUserError", `No branch satisfied, of ${armsOf(branch).length}`);
}

function wantedSuccesses({ successCriteria }: idl.ArrayNode, size: number): number {
  if (successCriteria?.$case === "minSuccesses") return successCriteria.value;
  return successCriteria === undefined ? size : Math.ceil(size * successCriteria.value);
}
