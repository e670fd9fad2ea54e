import { encode } from "@flytekit-ts/models";
import { TaskTemplate } from "@flytekit-ts/models/core";
import { runWithCopilot } from "../../pods/copilot.js";
import type { Pod, PodEnd } from "../../pods/pod.js";
import { type Failure, NodeFailure } from "../../values/failure.js";
import type { TaskNews } from "../hooks.js";
import type { TaskRecord } from "../records.js";
import { attemptsOf, runAttempts, timeoutOf } from "../run-attempts.js";
import { echo } from "./echo.js";
import { placesOf, podOf } from "./pod-of.js";
import { exitFailure, readResults } from "./read-results.js";
import type { TaskCall, TaskEnd } from "./task-call.js";

/** Execute a task until it succeeds, or no attempt is left. @throws `NodeFailure` */
export function attemptTask(call: TaskCall): Promise<TaskEnd> {
  const { scope, node, task, checkpoint } = call;
  if (task.type === "echo") return Promise.resolve({ kind: "outputs", outputs: echo(task, call.inputs) });
  let previous = checkpoint;
  const bounds = { attempts: attemptsOf(node, task), timeoutMs: timeoutOf(node), signal: scope.signal };
  return runAttempts(bounds, async (attempt, signal) => {
    const places = placesOf(call, attempt);
    call.onAttempt(attempt, places.checkpoint);
    try {
      return await attemptOnce(call, { attempt, signal, previous });
    } finally {
      previous = places.checkpoint;
    }
  });
}

interface Attempt {
  readonly attempt: number;
  readonly signal: AbortSignal;
  /** The checkpoint of the attempt before. */
  readonly previous: string | undefined;
}

async function attemptOnce(call: TaskCall, { attempt, signal, previous }: Attempt): Promise<TaskEnd> {
  const { scope, task, uniqueId, item, inputs } = call;
  const { options, tasks } = scope.execution;
  const { outputPrefix, rawPrefix, taskTemplate } = placesOf(call, attempt);
  const pod = podOf(call, attempt, previous);
  if (pod.command.includes(taskTemplate)) await options.store.write(taskTemplate, encode(TaskTemplate, task));
  const record: TaskRecord = {
    node: uniqueId,
    item,
    attempt,
    task: task.id?.name ?? "",
    inputs,
    outputPrefix,
    failed: false,
  };
  tasks.push(record);
  const tell = teller(call, attempt, { pod: pod.name, outputPrefix });
  tell("RUNNING");
  const run = (each: Pod): Promise<PodEnd> => options.pods.run(each, signal);
  const data = task.target?.$case === "container" ? task.target.value.dataConfig : undefined;
  try {
    const { store } = options;
    const end =
      data?.enabled === true
        ? await runWithCopilot(pod, { store, data, inputs, outputPrefix, rawPrefix }, run)
        : await run(pod);
    signal.throwIfAborted();
    if (end.exitCode !== 0) throw exitFailure(pod.name, end);
    const left = await readResults(options, task, outputPrefix);
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
