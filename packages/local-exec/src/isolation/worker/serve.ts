import { type ErrorData, fromErrorData, toErrorData } from "@flytekit-ts/core/literals";
import { executeTask, isRecoverable, type TaskEntity } from "@flytekit-ts/core/tasks";
import { literalCodec } from "../../events/literal-codec.js";
import type { FromWorker, LoadRequest, Request, RunRequest, TaskAddress } from "../protocol/messages.js";
import { becomeWorker, withinTask } from "../script/task-scope.js";
import { Asking } from "./asking.js";
import { contextElsewhere } from "../../scope/attempt/context-elsewhere.js";
import { captureOutput } from "./capture-output.js";
import { onCrash } from "./crashes.js";
import { findTask } from "./find-task.js";
import { type Link, linkOf } from "./link.js";
import { loggerOver } from "./logger-over.js";
import { measureUsage } from "./usage.js";
import { workerStore } from "./worker-store.js";

/** What the workers of a pool do: load tasks, and run their functions. It never rejects; it answers through its link. */
export async function serve(request: Request): Promise<void> {
  becomeWorker();
  if (request.port === undefined) endWithParent();
  const link = linkOf(request.port);
  if (request.kind === "load") await link.send({ kind: "loaded", problems: await problemsOf(request) });
  else await run(request, link);
  link.close();
}

let isTied = false;

// A process that works for nobody must not go on.
function endWithParent(): void {
  if (isTied) return;
  isTied = true;
  process.once("disconnect", () => process.exit(1));
}

async function problemsOf({ tasks }: LoadRequest): Promise<readonly (readonly [number, ErrorData])[]> {
  const results = await Promise.allSettled(tasks.map((task) => findTask(task)));
  return results.flatMap((result, index) =>
    result.status === "rejected" ? [[index, toErrorData(result.reason)] as const] : [],
  );
}

async function looked(address: TaskAddress): Promise<[ErrorData, undefined] | [undefined, TaskEntity]> {
  try {
    return [undefined, await findTask(address)];
  } catch (error) {
    return [toErrorData(error), undefined];
  }
}

async function run(request: RunRequest, link: Link): Promise<void> {
  const [problem, task] = await looked(request.task);
  if (task === undefined) return link.send({ kind: "loaded", problems: [[0, problem]] });
  const usage = measureUsage();
  const controller = new AbortController();
  const asking = new Asking(link);
  link.onMessage((message) => {
    if (message.kind === "abort") controller.abort(fromErrorData(message.reason));
    else asking.hear(message);
  });
  const stopCapturing = captureOutput((to, text) => void link.send({ kind: "wrote", to, text }));
  const stopWatching = onCrash((error) =>
    link.send({ kind: "crashed", error: toErrorData(error), usage: usage() }),
  );
  let ended: FromWorker;
  try {
    const { fromBytes, toBytes } = await literalCodec();
    const { signal } = controller;
    const store = workerStore(request, asking, signal);
    const context = contextElsewhere({
      ...request,
      parts: request.context,
      task,
      store,
      signal,
      logger: loggerOver(link),
      append: (part) => void link.send({ kind: "showed", part }),
      hide: (secret) => void link.send({ kind: "hide", secret }),
    });
    const outputs = await withinTask(() => executeTask(task, fromBytes(request.inputs), context, store));
    ended = { kind: "succeeded", outputs: toBytes(outputs), usage: usage() };
  } catch (error) {
    ended = { kind: "failed", ...failureOf(error, task), usage: usage() };
  }
  stopCapturing();
  stopWatching();
  await link.send(ended, ended.kind === "succeeded" ? transferable(ended.outputs) : []);
}

function failureOf(
  error: unknown,
  task: TaskEntity,
): Pick<Extract<FromWorker, { kind: "failed" }>, "error" | "isRecoverable"> {
  try {
    return { error: toErrorData(error), isRecoverable: isRecoverable(task, error) };
  } catch (failed) {
    // The author's rule about errors failed.
    return { error: toErrorData(failed), isRecoverable: false };
  }
}

function transferable({ buffer, byteLength }: Uint8Array): readonly ArrayBuffer[] {
  // A part of a larger buffer would take the rest with it.
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
