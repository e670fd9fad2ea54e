import type { Signal } from "@flytekit-ts/core/storage";
import { type RegisteredKind, remoteErrors, type Remote } from "@flytekit-ts/remote";
import { notOnCluster } from "../not-on-cluster.js";
import type { Registered } from "./graph-of-registered.js";

/** What is looked for on a cluster: a name, or `NAME:VERSION`; the newest version where none is said. */
export interface Wanted {
  readonly text: string;
  /** What it is; else a workflow before a launch plan, which mostly has the name of its workflow, and that before a task. */
  readonly kind: RegisteredKind | undefined;
  readonly signal: Signal;
}

const KINDS = ["workflow", "launch-plan", "task"] as const;

/** What is registered on a cluster under a name. @throws `NOT_ON_CLUSTER`, and the errors of calls */
export async function findRegistered(remote: Remote, { text, kind, signal }: Wanted): Promise<Registered> {
  const [, name = text, version] = /^(.+?)(?::([^:]+))?$/.exec(text) ?? [];
  for (const each of kind === undefined ? KINDS : [kind]) {
    try {
      return await get(remote, each, { name, version }, signal);
    } catch (error) {
      if (!remoteErrors.CLUSTER_ENTITY_NOT_FOUND.is(error)) throw error;
    }
  }
  const others = kind === undefined ? (["launch-plan", "task"] as const) : [];
  throw await notOnCluster(remote, { kind: kind ?? "workflow", others, name, version });
}

async function get(
  remote: Remote,
  kind: RegisteredKind,
  reference: { readonly name: string; readonly version: string | undefined },
  signal: Signal,
): Promise<Registered> {
  switch (kind) {
    case "workflow":
      return await remote.workflow(reference, { signal });
    case "launch-plan":
      return await remote.launchPlan(reference, { signal });
    case "task":
      return await remote.task(reference, { signal });
  }
}
