import type * as admin from "@flytekit-ts/models/admin";
import type * as idl from "@flytekit-ts/models/core";
import type { Timestamp } from "@flytekit-ts/models/google";
import { type ExecutionPhase, hasEnded, phaseOf } from "./phases.js";

/** What an execution failed with, as the cluster tells it. */
export interface ExecutionFault {
  /** Such as `USER:Bad`, or the code of a coded error of ours. */
  readonly code: string;
  /** Whole, whatever its length. */
  readonly message: string;
  /** Who has to act; `unknown` where the cluster does not say. */
  readonly kind: "user" | "system" | "unknown";
}

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
  const phase = phaseOf(closure?.phase);
  const result = closure?.outputResult;
  const { duration } = closure ?? {};
  return {
    phase,
    isDone: hasEnded(phase),
    error: result?.$case === "error" ? faultOf(result.value) : undefined,
    aborted: abortOf(result),
    entity: spec?.launchPlan === undefined ? undefined : executedEntity(spec.launchPlan),
    createdAt: dateOf(closure?.createdAt),
    startedAt: dateOf(closure?.startedAt),
    updatedAt: dateOf(closure?.updatedAt),
    duration: duration === undefined ? undefined : Number(duration.seconds) * 1000 + duration.nanos / 1e6,
    isArchived: closure?.stateChangeDetails?.state === ARCHIVED,
  };
}

const ARCHIVED = 1;
const KINDS = ["unknown", "user", "system"] as const;
const TASK = 1;

function faultOf({ code, message, kind }: idl.ExecutionError): ExecutionFault {
  return { code, message, kind: KINDS[kind] ?? "unknown" };
}

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

/** A point in time as a `Date`, cut to the millisecond. */
export function dateOf(time: Timestamp | undefined): Date | undefined {
  return time === undefined
    ? undefined
    : new Date(Number(time.seconds) * 1000 + Math.floor(time.nanos / 1e6));
}
