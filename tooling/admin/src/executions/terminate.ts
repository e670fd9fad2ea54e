import type { AbortMetadata } from "@flytekit-ts/models/admin";
import { WorkflowExecution_Phase as Phase, type WorkflowExecutionIdentifier } from "@flytekit-ts/models/core";
import type { ExecutionBackend } from "./backend.js";
import { executionOf } from "./find.js";
import { phases } from "./phases.js";
import { ended } from "./refusals.js";
import { executionKey, executions } from "./tables.js";

/** Says that an execution is to end. Its engine says when it has. @throws Refusal FAILED_PRECONDITION if it has ended */
export function terminate(
  { state, watchers }: ExecutionBackend,
  id: WorkflowExecutionIdentifier,
  abort: AbortMetadata,
): void {
  const { closure } = executionOf(state, id);
  if (phases.workflow.isEnd(closure.phase))
    throw ended("Cannot abort an already terminated workflow execution", phases.workflow.name(closure.phase));
  const outputResult = { $case: "abortMetadata", value: abort } as const;
  const change = { closure: { ...closure, phase: Phase.ABORTING, outputResult }, abortCause: abort.cause };
  state.table(executions).update(executionKey(id), change);
  watchers.onAborted(id, abort.cause);
}
