import type { ExecutionError, WorkflowExecutionIdentifier } from "@flytekit-ts/models/core";
import { ExecutionError_ErrorKind } from "@flytekit-ts/models/core";
import type { Timestamp } from "@flytekit-ts/models/google";
import type { Failure } from "@flytekit-ts/propeller";
import type { ExecutionBackend } from "../../executions/backend.js";
import type { ExecutionRow } from "../../executions/tables.js";
import type { CatalogSources } from "./catalog.js";
import type { Reporter } from "./reporter.js";

/** What those work with who turn news of the engine into events of one execution. */
export interface Telling {
  readonly backend: ExecutionBackend;
  readonly id: WorkflowExecutionIdentifier;
  readonly row: ExecutionRow;
  readonly reporter: Reporter;
  /** Which task execution made what is remembered. */
  readonly sources: CatalogSources;
  /** The folder of this execution. */
  readonly root: string;
}

/** Who sends the events. */
export const PRODUCER = "propeller";

/** The time of an event. */
export function now({ backend }: Telling): Timestamp {
  return backend.clock.timestamp();
}

/** A failure as events hold it. */
export function errorOf({ code, message, kind }: Failure): ExecutionError {
  return {
    code,
    message,
    errorUri: "",
    kind: ExecutionError_ErrorKind[kind],
    timestamp: undefined,
    worker: "",
  };
}
