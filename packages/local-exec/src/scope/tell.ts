import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { LoggedFields } from "@flytekit-ts/core/context";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { AttemptNotes, BareEvent, LogLevel, WaitingFor } from "../events/events.js";
import type { PlannedNode } from "../plan/plan.js";
import type { ScopeView } from "./scope-view.js";
import { toFlytekitError } from "../events/to-flytekit-error.js";

/** The node that an event is about. */
export interface Told {
  readonly node: PlannedNode;
  readonly path: string;
  readonly item?: number | undefined;
}

/** The fields that all events of one attempt of a node share. */
interface AboutNode {
  readonly node: string;
  readonly name: string;
  readonly entity: string;
  readonly item?: number;
}

type StartedEvent = Extract<BareEvent, { readonly kind: "node-started" }>;
type SucceededEvent = Extract<BareEvent, { readonly kind: "node-succeeded" }>;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function nameOf({ node: { message, entity } }: Told): string {
  return message.metadata?.name ?? entity;
}

/** The fields of a node that its events have. */
export function aboutNode(told: Told): AboutNode {
  const { node, path, item } = told;
  const about = { node: path, name: nameOf(told), entity: node.entity };
  return item === undefined ? about : { ...about, item };
}

/** Tell that an attempt has started. Tasks have `inputs`. */
export function tellStarted(
  told: Told,
  started: { readonly attempt: number; readonly inputs?: Literals; readonly execution?: string },
  scope: ScopeView,
): Promise<void> | undefined {
  if (!scope.isHeard) return undefined;
  const { path: node, item } = told;
  const { attempt, inputs, execution } = started;
  // No spreads: most events are these, and they would cost more than the rest.
  const event: Mutable<StartedEvent> = {
    kind: "node-started",
    node,
    name: nameOf(told),
    entity: told.node.entity,
    attempt,
  };
  if (inputs !== undefined) event.inputs = inputs;
  if (execution !== undefined) event.execution = execution;
  if (item !== undefined) event.item = item;
  return scope.tell(event);
}

/** An attempt that succeeded. */
export interface SucceededAttempt extends AttemptNotes {
  readonly attempt: number;
  readonly outputs: Literals;
  readonly duration: number;
  readonly reused?: "cache" | "journal";
}

/** Tell that an attempt has succeeded. */
export function tellSucceeded(
  told: Told,
  result: SucceededAttempt,
  scope: ScopeView,
): Promise<void> | undefined {
  if (!scope.isHeard) return undefined;
  const { path: node, item } = told;
  const { attempt, duration, outputs, reused, usage, deck } = result;
  const entity = told.node.entity;
  const event: Mutable<SucceededEvent> = {
    kind: "node-succeeded",
    node,
    name: nameOf(told),
    entity,
    attempt,
    duration,
    outputs,
  };
  if (reused !== undefined) event.reused = reused;
  if (usage !== undefined) event.usage = usage;
  if (deck !== undefined) event.deck = deck;
  if (item !== undefined) event.item = item;
  return scope.tell(event);
}

/** Tell that a gate waits. */
export function tellWaiting(
  { attempt = 0, ...told }: Told & { readonly attempt?: number | undefined },
  gate: WaitingFor,
  scope: ScopeView,
): Promise<void> | undefined {
  if (!scope.isHeard) return undefined;
  return scope.tell({ kind: "node-waiting", ...aboutNode(told), attempt, gate });
}

/** A failed attempt: what was thrown, and whether another attempt follows. */
export interface FailedAttempt extends AttemptNotes {
  readonly attempt: number;
  readonly cause: unknown;
  readonly duration: number;
  readonly retrying: boolean;
  readonly backoff?: number;
}

/** Tell that an attempt failed, and return its error. */
export function tellFailed(told: Told, { cause, ...rest }: FailedAttempt, scope: ScopeView): FlytekitError {
  const error = toFlytekitError(cause);
  if (scope.isHeard) void scope.tell({ kind: "node-failed", ...aboutNode(told), ...rest, error });
  return error;
}

/** A message of an attempt. */
export interface LoggedMessage {
  readonly attempt: number;
  readonly level: LogLevel;
  readonly message: string;
  readonly fields?: LoggedFields;
}

/** Tell what an attempt logged. */
export function tellLogged(told: Told, logged: LoggedMessage, scope: ScopeView): Promise<void> | undefined {
  if (!scope.isHeard) return undefined;
  return scope.tell({ kind: "node-logged", ...aboutNode(told), ...logged });
}

/** Tell that a node will not run, because a node that it needs failed or was skipped. */
export function tellSkipped(told: Told, scope: ScopeView): void {
  if (scope.isHeard) void scope.tell({ kind: "node-skipped", ...aboutNode(told) });
}
