import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { PlannedNode } from "../plan/plan.js";
import type { Scope } from "./scope.js";
import { toFlytekitError } from "./to-flytekit-error.js";

/** A node that events are about. */
export interface Told {
  readonly node: PlannedNode;
  readonly path: string;
  readonly item?: number | undefined;
}

/** What the events of one attempt of a node have in common. */
export interface AboutNode {
  readonly node: string;
  readonly name: string;
  readonly entity: string;
  readonly attempt: number;
  readonly item?: number;
}

/** What the events of one attempt of a node say about it. */
export function aboutNode({ node, path, item }: Told, attempt = 0): AboutNode {
  const { message, entity } = node;
  const about = { node: path, name: message.metadata?.name ?? entity, entity, attempt };
  return item === undefined ? about : { ...about, item };
}

/** Tell that an attempt failed, and give what it failed with. */
export function tellFailed(
  about: AboutNode,
  { cause, ...rest }: { readonly cause: unknown; readonly duration: number; readonly retrying: boolean },
  scope: Scope,
): FlytekitError {
  const error = toFlytekitError(cause);
  scope.tell({ kind: "node-failed", ...about, ...rest, error });
  return error;
}

/** Tell that a node will not run, because one that it needs failed or was skipped itself. */
export function tellSkipped(told: Told, scope: Scope): void {
  const { attempt: _, ...about } = aboutNode(told);
  scope.tell({ kind: "node-skipped", ...about });
}
