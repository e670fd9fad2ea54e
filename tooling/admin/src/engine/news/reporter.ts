import type {
  NodeExecutionEventRequest,
  TaskExecutionEventRequest,
  WorkflowExecutionEventRequest,
} from "@flytekit-ts/models/admin";
import { status } from "@grpc/grpc-js";
import { takeNodeEvent } from "../../events/node-event.js";
import { takeTaskEvent } from "../../events/task-event.js";
import { takeWorkflowEvent } from "../../events/workflow-event.js";
import type { ExecutionBackend } from "../../executions/backend.js";
import { Refusal } from "../../serving/refusal.js";

/** Tells the server what happens in one execution, one event after the other. */
export interface Reporter {
  node(event: NonNullable<NodeExecutionEventRequest["event"]>): void;
  task(event: NonNullable<TaskExecutionEventRequest["event"]>): void;
  workflow(event: NonNullable<WorkflowExecutionEventRequest["event"]>): void;
  /** Does something between events. */
  between(work: () => Promise<void>): void;
  /** When all is told. */
  flushed(): Promise<void>;
}

/** What an engine is told when it comes too late: that somebody else said so before, or that it is over. */
const LATE: readonly status[] = [status.ALREADY_EXISTS, status.FAILED_PRECONDITION];

/** A reporter. @param onProblem told of each event that is refused although it should not be */
export function reporterOf(backend: ExecutionBackend, onProblem: (problem: unknown) => void): Reporter {
  let last = Promise.resolve();
  const between = (work: () => Promise<void>): void => {
    last = last.then(work).catch((error: unknown) => {
      if (!(error instanceof Refusal && LATE.includes(error.code))) onProblem(error);
    });
  };
  return {
    node: (event) => between(() => takeNodeEvent(backend, { requestId: "", event })),
    task: (event) => between(() => takeTaskEvent(backend, { requestId: "", event })),
    workflow: (event) => between(() => takeWorkflowEvent(backend, { requestId: "", event })),
    between,
    flushed: () => last,
  };
}
