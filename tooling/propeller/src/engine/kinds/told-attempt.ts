import { type Failure, NodeFailure } from "../../values/failure.js";
import type { TaskNews } from "../hooks.js";
import type { TaskRecord } from "../records.js";
import { placesOf } from "./pod-of.js";
import type { TaskCall, TaskEnd } from "./task-call.js";

/** One attempt of a task. */
export interface Attempt {
  readonly attempt: number;
  readonly signal: AbortSignal;
  /** The checkpoint of the attempt before. */
  readonly previous: string | undefined;
}

/** Record an attempt and tell of it, whoever runs it. @throws what it fails with */
export async function toldAttempt(
  call: TaskCall,
  { attempt, signal }: Attempt,
  pod: string,
  run: () => Promise<TaskEnd>,
): Promise<TaskEnd> {
  const { scope, task, uniqueId: node, item, inputs } = call;
  const { outputPrefix } = placesOf(call, attempt);
  const name = task.id?.name ?? "";
  const record: TaskRecord = { node, item, attempt, task: name, inputs, outputPrefix, failed: false };
  scope.execution.tasks.push(record);
  const tell = teller(call, attempt, { pod, outputPrefix });
  tell("RUNNING");
  try {
    const left = await run();
    tell("SUCCEEDED");
    return left;
  } catch (error) {
    record.failed = error instanceof NodeFailure && !signal.aborted;
    // A time that is over is a failure of the attempt, too.
    const reason: unknown = signal.aborted ? signal.reason : error;
    const isFailure = reason instanceof NodeFailure && !scope.signal.aborted;
    tell(isFailure ? "FAILED" : "ABORTED", isFailure ? reason.failure : undefined);
    throw error;
  }
}

/** Tells what becomes of an attempt. */
function teller(
  { scope, owner, item, task, inputUri }: TaskCall,
  attempt: number,
  where: Pick<TaskNews, "pod" | "outputPrefix">,
): (phase: TaskNews["phase"], failure?: Failure) => void {
  const { onTask } = scope.execution.options.hooks;
  const { uniqueId: node, attempt: nodeAttempt } = owner;
  return (phase, failure) =>
    onTask?.({ node, nodeAttempt, item, attempt, task, inputUri, ...where, phase, failure });
}
