import { type Resource, State } from "@flytekit-ts/models/admin";
import { ExecutionError_ErrorKind, type LiteralMap, TaskExecution_Phase } from "@flytekit-ts/models/core";
import { NodeFailure, systemFailure } from "../values/failure.js";

/** What a connector said of a job: it goes on, it is done, or it has failed. */
export type JobOutcome =
  | { readonly kind: "running" }
  | { readonly kind: "done"; readonly outputs: LiteralMap | undefined }
  | { readonly kind: "failed"; readonly failure: NodeFailure };

const RUNNING: JobOutcome = { kind: "running" };

/** What the engine makes of what a connector said. @throws `NodeFailure` for a phase that it does not know */
export function outcomeOf(resource: Resource): JobOutcome {
  const { phase, outputs, message } = resource;
  switch (phase) {
    case TaskExecution_Phase.QUEUED:
    case TaskExecution_Phase.WAITING_FOR_RESOURCES:
    case TaskExecution_Phase.INITIALIZING:
    case TaskExecution_Phase.RUNNING:
      return RUNNING;
    case TaskExecution_Phase.SUCCEEDED:
      return { kind: "done", outputs };
    case TaskExecution_Phase.ABORTED:
      return failed(resource, "failed to run the job with aborted phase.", false);
    case TaskExecution_Phase.FAILED:
      return failed(resource, `failed to run the job: ${message}`, false);
    case TaskExecution_Phase.RETRYABLE_FAILED:
      return failed(resource, `failed to run the job: ${message}`, true);
    case TaskExecution_Phase.UNDEFINED:
      return outcomeOfState(resource);
    default:
      throw systemFailure("SystemError", `unknown execution phase [${String(phase)}].`);
  }
}

/** The outcome by the field that connectors had before phases. */
function outcomeOfState(resource: Resource): JobOutcome {
  const { state, outputs, message } = resource;
  switch (state) {
    case State.PENDING:
    case State.RUNNING:
      return RUNNING;
    case State.SUCCEEDED:
      return { kind: "done", outputs };
    case State.PERMANENT_FAILURE:
      return failed(resource, `failed to run the job.\n${message}`, false);
    case State.RETRYABLE_FAILURE:
      return failed(resource, `failed to run the job.\n${message}`, true);
    default:
      throw systemFailure("SystemError", `unknown execution state [${String(state)}].`);
  }
}

function failed({ agentError }: Resource, message: string, isRetryable: boolean): JobOutcome {
  const code = agentError === undefined || agentError.code === "" ? "TaskFailedWithError" : agentError.code;
  const kind = agentError?.origin === ExecutionError_ErrorKind.SYSTEM ? "SYSTEM" : "USER";
  return { kind: "failed", failure: new NodeFailure({ code, message, kind }, isRetryable) };
}
