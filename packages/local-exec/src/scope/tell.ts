import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { PlannedNode } from "../plan/plan.js";
import type { Scope } from "./scope.js";
import { toFlytekitError } from "./to-flytekit-error.js";

/** The node that an event is about. */
export interface Told {
  readonly node: PlannedNode;
  readonly path: string;
  readonly item?: number | undefined;
}

/** The fields that all events of one attempt of a node share. */
export interface AboutNode {
  readonly node: string;
  readonly name: string;
  readonly entity: string;
  readonly attempt: number;
  readonly item?: number;
}

/** Make the fields that all events of one attempt of a node share. */
export function aboutNode({ node, path, item }: Told, attempt = 0): AboutNode {
  const { message, entity } = node;
  const about = { node: path, name: message.metadata?.name ?? entity, entity, attempt };
  return item === undefined ? about : { ...about, item };
}

/** Tell that an attempt has started. */
export function tellStarted(about: AboutNode, inputs: Literals, scope: Scope): void {
  scope.tell({ kind: "node-started", ...about, inputs });
}

/** Tell that an attempt has succeeded. */
export function tellSucceeded(
  about: AboutNode,
  result: { readonly outputs: Literals; readonly duration: number },
  scope: Scope,
): void {
  scope.tell({ kind: "node-succeeded", ...about, ...result });
}

/** Tell that an attempt failed, and return its error. */
export function tellFailed(
  about: AboutNode,
  { cause, ...rest }: { readonly cause: unknown; readonly duration: number; readonly retrying: boolean },
  scope: Scope,
): FlytekitError {
  const error = toFlytekitError(cause);
  scope.tell({ kind: "node-failed", ...about, ...rest, error });
  return error;
}

/** Tell that a node will not run, because a node that it needs failed or was skipped. */
export function tellSkipped(told: Told, scope: Scope): void {
  const { attempt: _, ...about } = aboutNode(told);
  scope.tell({ kind: "node-skipped", ...about });
}
