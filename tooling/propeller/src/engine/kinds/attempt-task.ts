import { encode } from "@flytekit-ts/models";
import { TaskTemplate } from "@flytekit-ts/models/core";
import { runWithCopilot } from "../../pods/copilot.js";
import type { Pod, PodEnd } from "../../pods/pod.js";
import { attemptsOf, runAttempts, timeoutOf } from "../run-attempts.js";
import { attemptByConnector } from "./attempt-by-connector.js";
import { echo } from "./echo.js";
import { placesOf, podOf } from "./pod-of.js";
import { exitFailure, readResults } from "./read-results.js";
import type { TaskCall, TaskEnd } from "./task-call.js";
import { type Attempt, toldAttempt } from "./told-attempt.js";

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
      const once = scope.execution.options.connectors?.runs(task) === true ? attemptByConnector : attemptOnce;
      return await once(call, { attempt, signal, previous });
    } finally {
      previous = places.checkpoint;
    }
  });
}

async function attemptOnce(call: TaskCall, given: Attempt): Promise<TaskEnd> {
  const { scope, task, inputs } = call;
  const { options } = scope.execution;
  const { attempt, signal, previous } = given;
  const { outputPrefix, rawPrefix, taskTemplate } = placesOf(call, attempt);
  const pod = podOf(call, attempt, previous);
  if (pod.command.includes(taskTemplate)) await options.store.write(taskTemplate, encode(TaskTemplate, task));
  const run = (each: Pod): Promise<PodEnd> => options.pods.run(each, signal);
  const data = task.target?.$case === "container" ? task.target.value.dataConfig : undefined;
  return toldAttempt(call, given, pod.name, async () => {
    const { store } = options;
    const end =
      data?.enabled === true
        ? await runWithCopilot(pod, { store, data, inputs, outputPrefix, rawPrefix }, run)
        : await run(pod);
    signal.throwIfAborted();
    if (end.exitCode !== 0) throw exitFailure(pod.name, end);
    return readResults(options, task, outputPrefix);
  });
}
