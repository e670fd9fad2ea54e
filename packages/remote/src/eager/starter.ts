import type { Entity } from "@flytekit-ts/core";
import type { Signal } from "@flytekit-ts/core/storage";

/** Something that was started. */
export interface Started {
  /** Its outputs as a call of it gives them. Rejects if it fails, or is ended. */
  readonly outputs: Promise<unknown>;
  /** The name and the page of its execution, where it has one. */
  readonly execution?: { readonly name: string; readonly url: string } | undefined;
}

/** Starts entities for the body of an eager task: on the cluster that runs the task, or in this process. */
export interface Starter {
  /** Starts an entity; `signal` ends what it started. */
  start(entity: Entity, inputs: Readonly<Record<string, unknown>>, signal: Signal): Promise<Started>;
  /** Nothing else will be started. */
  close(): Promise<void>;
}
