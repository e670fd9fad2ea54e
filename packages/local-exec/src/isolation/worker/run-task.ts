import type { TaskContext } from "@flytekit-ts/core";
import { fromErrorData, toErrorData } from "@flytekit-ts/core/literals";
import type { ValueStore } from "@flytekit-ts/core/storage";
import { isRecoverable } from "@flytekit-ts/core/context";
import { executeTask, type TaskEntity } from "@flytekit-ts/core/tasks";
import { literalCodec } from "../../events/literal-codec.js";
import { contextElsewhere } from "../../scope/attempt/context-elsewhere.js";
import { lazyObject } from "../../scope/attempt/lazy-object.js";
import type { Answer, Last, Request, RunRequest, ToWorker } from "../protocol/messages.js";
import { withinTask } from "../script/task-scope.js";
import { Asking } from "./asking.js";
import { captureOutput } from "./capture-output.js";
import { onCrash } from "./crashes.js";
import { findTask } from "./find-task.js";
import { Link } from "./link.js";
import { loggerOver } from "./logger-over.js";
import { measureUsage } from "./usage.js";
import { workerStore } from "./worker-store.js";

/** Run the function of a task once. */
export async function runTask(request: Request & RunRequest): Promise<Answer> {
  const controller = new AbortController();
  const link: Link = new Link(request, (message) => hear(message));
  const asking = new Asking(link);
  const hear = (message: ToWorker): void => {
    if (message.kind === "abort") controller.abort(fromErrorData(message.reason));
    else asking.hear(message);
  };
  const usage = measureUsage();
  const stopCapturing = captureOutput(request, (to, text) => void link.send({ kind: "wrote", to, text }));
  const stopWatching = onCrash(request, (error) =>
    link.send({ kind: "crashed", error: toErrorData(error), usage: usage() }),
  );
  const { signal } = controller;
  const store = lazyObject(() => workerStore(request, asking, signal));
  const last = await execute(request, { link, store, signal });
  stopCapturing();
  stopWatching();
  const answer = await lastWord(last.kind === "loaded" ? last : { ...last, usage: usage() }, link);
  link.close();
  return answer;
}

async function lastWord(last: Last, link: Link): Promise<Answer> {
  if (!link.isUsed) return last;
  await link.send(last);
  return "on the line";
}

type Outcome = Last extends infer L ? (L extends Last ? Omit<L, "usage"> : never) : never;

interface Surroundings {
  readonly link: Link;
  readonly store: ValueStore;
  readonly signal: AbortSignal;
}

async function execute(request: RunRequest, around: Surroundings): Promise<Outcome> {
  let task: TaskEntity;
  try {
    task = await findTask(request.task);
  } catch (error) {
    return { kind: "loaded", problems: [[0, toErrorData(error)]] };
  }
  try {
    const { fromBytes, toBytes } = await literalCodec();
    const inputs = fromBytes(request.inputs);
    const context = lazyObject(() => contextOf(task, request, around));
    const outputs = await withinTask(request, () => executeTask(task, inputs, context, around.store));
    return { kind: "succeeded", outputs: toBytes(outputs) };
  } catch (error) {
    return { kind: "failed", ...failureOf(error, task) };
  }
}

function failureOf(
  error: unknown,
  task: TaskEntity,
): Pick<Extract<Last, { kind: "failed" }>, "error" | "isRecoverable"> {
  try {
    return { error: toErrorData(error), isRecoverable: isRecoverable(task, error) };
  } catch (failed) {
    // The author's rule about errors failed.
    return { error: toErrorData(failed), isRecoverable: false };
  }
}

function contextOf(
  task: TaskEntity,
  request: RunRequest,
  { link, store, signal }: Surroundings,
): TaskContext {
  return contextElsewhere({
    ...request,
    parts: request.context,
    workingDirectory: store.newUri("work"),
    task,
    store,
    signal,
    logger: loggerOver(link),
    append: (part) => void link.send({ kind: "showed", part }),
    hide: (secret) => void link.send({ kind: "hide", secret }),
  });
}
