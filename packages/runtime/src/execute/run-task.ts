import { LiteralMap } from "@flytekit-ts/models/core";
import { isIgnoreOutputs } from "@flytekit-ts/core/context";
import { coreErrors, isFlytekitError, textOf } from "@flytekit-ts/core/errors";
import type { Interruption } from "../command/host.js";
import { executeTask, type Literals, type TaskEntity } from "@flytekit-ts/core/tasks";
import { isDynamic } from "@flytekit-ts/workflow/compile";
import { type Failure, systemFailure, userFailure } from "../error-document/failure.js";
import { failureOfTask } from "../error-document/failure-of-task.js";
import { assertKnown, missingError, missingInput } from "./check-inputs.js";
import { type Ended, Ignored, isEnded, step } from "./ended.js";
import { itemInputs } from "./map-item.js";
import { readMessage } from "./read-message.js";
import type { Progress, Run } from "./run.js";
import { assertTask, loadTask } from "../finding/task-loader.js";
import type { Made, OutputFile } from "../results/write-results.js";
import { resultFile } from "../results/write-results.js";

const passing = (error: unknown): Failure => systemFailure(error, true);
const lasting = (error: unknown): Failure => systemFailure(error, false);

/**
 * Find the task, read its inputs, run it, and give the files that it leaves.
 *
 * The author has to act if the task cannot be found or if it throws; what does not fit its type would not fit again;
 * for all else another attempt may help.
 */
export async function runTask(run: Run, progress: Progress): Promise<readonly OutputFile[] | Ended> {
  const { attempt, host, options, storage } = run;
  const { signal } = host;
  const loaded = await step(
    signal,
    () => attempt.timed("load the task", () => loadTask(run.resolver, run.loaderArgs)),
    userFailure,
  );
  if (isEnded(loaded)) return loaded;
  const task = await step(signal, () => assertTask(loaded, run.loaderArgs), passing);
  if (isEnded(task)) return task;
  progress.task = task;
  const given = await step(
    signal,
    () =>
      attempt.timed("read the inputs", () => readMessage(LiteralMap, options.inputs, { storage, signal })),
    passing,
  );
  if (isEnded(given)) return given;
  const inputs = await step(signal, () => inputsOf(run, task, given.literals), lasting);
  if (isEnded(inputs)) return inputs;
  progress.inputs = inputs;
  const missing = missingInput(task, inputs);
  if (missing !== undefined) return missingFailure(run, task, { inputs, missing });
  const made = await step(
    signal,
    () => attempt.timed("run the task", () => execute(run, task, inputs)),
    (error) => endOfTask(task, error),
  );
  if (isEnded(made)) return uncaughtIn(task, signal) ?? made;
  progress.made = made;
  return filesOf(run, task, made);
}

async function inputsOf({ item, attempt }: Run, task: TaskEntity, given: Literals): Promise<Literals> {
  const inputs =
    item === undefined ? given : await itemInputs(task, given, { ...item, store: attempt.store });
  assertKnown(task, inputs);
  return inputs;
}

async function missingFailure(
  { attempt, host }: Run,
  task: TaskEntity,
  { inputs, missing }: { readonly inputs: Literals; readonly missing: string },
): Promise<Ended> {
  const parts = { inputs, store: attempt.store };
  const error = await step(host.signal, () => missingError(task, missing, parts), passing);
  return isEnded(error) ? error : failureOfTask(task, error);
}

/** An error that nobody caught while the task ran: the task's own rule about errors decides on it, as if it had thrown it. */
function uncaughtIn(task: TaskEntity, { aborted, reason }: AbortSignal): Failure | undefined {
  if (!aborted || typeof reason !== "object" || reason === null || !("error" in reason)) return undefined;
  const { error, exitCode, isRecoverable } = reason as Interruption;
  if (exitCode !== undefined || isRecoverable !== undefined || isFlytekitError(error)) return undefined;
  const message = textOf(error);
  return failureOfTask(task, coreErrors.TASK_FAILED({ task: task.name, message }, { cause: error }));
}

function endOfTask(task: TaskEntity, rejection: unknown): Ended {
  const isIgnored = coreErrors.TASK_FAILED.is(rejection) && isIgnoreOutputs(rejection.cause);
  return isIgnored ? new Ignored(rejection.cause) : failureOfTask(task, rejection);
}

async function execute(run: Run, task: TaskEntity, inputs: Literals): Promise<Made> {
  const { attempt } = run;
  // Loaded only here: a task that makes no graph needs no compiler.
  if (isDynamic(task)) return (await import("./run-dynamic.js")).runDynamic(run, task, inputs);
  const context = attempt.contextOf(task, await attempt.openDeck(task));
  const literals = await executeTask(task, inputs, context, attempt.store);
  return { kind: "outputs", literals };
}

async function filesOf(run: Run, task: TaskEntity, made: Made): Promise<readonly OutputFile[] | Ended> {
  if (made.kind === "outputs" && run.env["_F_L_MIN_SIZE_MB"] !== undefined) {
    const { offload } = await import("../results/offload.js");
    const prefix = run.options.outputPrefix;
    return step(run.host.signal, () => offload(task, made.literals, { prefix, env: run.env }), passing);
  }
  return step(run.host.signal, () => [resultFile(made)], lasting);
}
