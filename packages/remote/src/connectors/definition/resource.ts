import type { Literals, OutSpec, Returned } from "@flytekit-ts/core/tasks";
import type { Json } from "@flytekit-ts/core/types";
import type { TaskPhase } from "./phase.js";

/** A page about a job, for people: its log, or the console of the service. */
export interface LogLink {
  readonly name: string;
  readonly uri: string;
}

/** An error of a job, as Flyte keeps it. */
export interface ConnectorError {
  /** `OutOfMemory`: what the cluster shows as the code of the failure. */
  readonly code: string;
  /** Whose fault it is; unknown by default. */
  readonly origin?: "user" | "system" | undefined;
}

/** The state of a job: what `get` and `sync` return. */
export interface ConnectorResource<O extends OutSpec = OutSpec> {
  readonly phase: TaskPhase;
  /** For people: `3 of 8 stages are done`. */
  readonly message?: string | undefined;
  /** The outputs as values, in the form that a task's function returns them. For a job that has succeeded. */
  readonly outputs?: OutputsOf<O> | undefined;
  /** The outputs as literals by name, in place of `outputs`. */
  readonly literals?: Literals | undefined;
  readonly logLinks?: readonly LogLink[] | undefined;
  /** Anything else that the console is to show of the task. */
  readonly customInfo?: { readonly [name: string]: Json } | undefined;
  readonly error?: ConnectorError | undefined;
}

/** Outputs as a connector returns them: by name, if it declares none. */
export type OutputsOf<O> = OutSpec extends O
  ? unknown
  : O extends undefined
    ? { readonly [name: string]: unknown }
    : Returned<O>;
