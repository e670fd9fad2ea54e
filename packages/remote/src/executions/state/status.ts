import type * as admin from "@flytekit-ts/models/admin";
import type * as idl from "@flytekit-ts/models/core";
import { type ExecutionFault, toFault } from "../../watching/state/execution-fault.js";
import { type ExecutionPhase, executionPhase, isLast } from "../../watching/state/phases.js";
import { toDate, toMilliseconds } from "../../watching/state/times.js";

/** A registered entity, as an execution names it. */
export interface ExecutedEntity {
  readonly kind: "task" | "launch-plan";
  readonly project: string;
  readonly domain: string;
  readonly name: string;
  readonly version: string;
}

/** How an execution stands. */
export interface ExecutionStatus {
  readonly phase: ExecutionPhase;
  /** Whether it has ended, in whatever way. */
  readonly isDone: boolean;
  /** There is one where it failed or timed out. */
  readonly error: ExecutionFault | undefined;
  /** Who ended it and why, where somebody did. */
  readonly aborted: { readonly cause: string; readonly by: string } | undefined;
  readonly entity: ExecutedEntity | undefined;
  readonly createdAt: Date | undefined;
  readonly startedAt: Date | undefined;
  readonly updatedAt: Date | undefined;
  /** How long it took, in milliseconds, once it has ended. */
  readonly duration: number | undefined;
  readonly isArchived: boolean;
}

/** The status in an answer of the cluster. */
export function statusOf({ spec, closure }: admin.Execution): ExecutionStatus {
  const phase = executionPhase(closure?.phase ?? 0);
  const result = closure?.outputResult;
  const { duration } = closure ?? {};
  return {
    phase,
    isDone: isLast(phase),
    error: result?.$case === "error" ? toFault(result.value) : undefined,
    aborted: abortOf(result),
    entity: spec?.launchPlan === undefined ? undefined : executedEntity(spec.launchPlan),
    createdAt: toDate(closure?.createdAt),
    startedAt: toDate(closure?.startedAt),
    updatedAt: toDate(closure?.updatedAt),
    duration: toMilliseconds(duration),
    isArchived: closure?.stateChangeDetails?.state === ARCHIVED,
  };
}

const ARCHIVED = 1;
const TASK = 1;

function abortOf(result: admin.ExecutionClosure["outputResult"]): ExecutionStatus["aborted"] {
  if (result?.$case === "abortCause") return { cause: result.value, by: "" };
  if (result?.$case !== "abortMetadata") return undefined;
  return { cause: result.value.cause, by: result.value.principal };
}

/** The entity of an id that an execution names. */
export function executedEntity(id: idl.Identifier): ExecutedEntity {
  const { resourceType, project, domain, name, version } = id;
  return { kind: resourceType === TASK ? "task" : "launch-plan", project, domain, name, version };
}
