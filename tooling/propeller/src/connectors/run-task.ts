import type { Resource, TaskExecutionMetadata } from "@flytekit-ts/models/admin";
import type * as idl from "@flytekit-ts/models/core";
import { ClientError, Status } from "nice-grpc";
import { NodeFailure } from "../values/failure.js";
import type { Deployment } from "./deployment.js";
import { outcomeOf } from "./outcome-of.js";

type Literals = ReadonlyMap<string, idl.Literal>;

/** An attempt of a task for a connector. */
export interface TaskForConnector {
  /** With the arguments of its container filled in. */
  readonly template: idl.TaskTemplate;
  readonly inputs: Literals;
  readonly outputPrefix: string;
  readonly execution: TaskExecutionMetadata;
  /** Reads what the job left below the prefix. @throws `NodeFailure` */
  readonly written: () => Promise<Literals>;
  /** Told of what the engine keeps of a job. */
  readonly onCreated?: ((resourceMeta: Uint8Array) => void) | undefined;
}

/** Who runs it. */
export interface Runner {
  readonly deployment: Deployment;
  readonly isSync: boolean;
  readonly interval: number;
}

/** So long may a service be away, in milliseconds: it may be started anew. */
const PATIENCE = 20_000;

/** Run a task by a connector. A job is deleted when the signal fires. @throws `NodeFailure`, the reason of the signal */
export async function runTask(
  task: TaskForConnector,
  runner: Runner,
  signal: AbortSignal,
): Promise<Literals> {
  if (runner.isSync) {
    const outcome = outcomeOf(await atOnce(task, runner.deployment, signal));
    if (outcome.kind === "failed") throw outcome.failure;
    // The engine asks a synchronous connector once: what it says is still running has no end.
    if (outcome.kind === "running") throw systemError("a synchronous connector left its task running", false);
    return outputsOf(task, outcome.outputs);
  }
  const resourceMeta = await created(task, runner.deployment, signal);
  task.onCreated?.(resourceMeta);
  try {
    return await ended(task, { ...runner, resourceMeta }, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    await deleted(task, runner.deployment, resourceMeta);
    throw signal.reason;
  }
}

async function atOnce(
  task: TaskForConnector,
  deployment: Deployment,
  signal: AbortSignal,
): Promise<Resource> {
  const { template, inputs, outputPrefix, execution } = task;
  async function* parts() {
    const header = { template, outputPrefix, taskExecutionMetadata: execution };
    yield { part: { $case: "header" as const, value: header } };
    yield { part: { $case: "inputs" as const, value: { literals: new Map(inputs) } } };
  }
  return called(signal, deployment, async (bounded) => {
    for await (const { res } of deployment.tasks.executeTaskSync(parts(), { signal: bounded })) {
      if (res?.$case === "header" && res.value.resource !== undefined) return res.value.resource;
      throw systemError("expected header in the response, but got none", true);
    }
    throw systemError("the connector answered nothing", true);
  });
}

async function created(
  { template, inputs, outputPrefix, execution: taskExecutionMetadata }: TaskForConnector,
  deployment: Deployment,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const request = { template, inputs: { literals: new Map(inputs) }, outputPrefix, taskExecutionMetadata };
  return called(signal, deployment, async (bounded) => {
    const { resourceMeta } = await deployment.jobs.createTask(request, { signal: bounded });
    return resourceMeta;
  });
}

async function ended(
  task: TaskForConnector,
  { deployment, interval, resourceMeta }: Runner & { readonly resourceMeta: Uint8Array },
  signal: AbortSignal,
): Promise<Literals> {
  const { type: name, taskTypeVersion: version } = task.template;
  const request = {
    taskType: name,
    taskCategory: { name, version },
    resourceMeta,
    outputPrefix: task.outputPrefix,
  };
  for (let heard = Date.now(); ;) {
    try {
      const { resource } = await called(signal, deployment, (bounded) =>
        deployment.jobs.getTask(request, { signal: bounded }),
      );
      heard = Date.now();
      if (resource === undefined) throw systemError("the connector answered no resource", true);
      const outcome = outcomeOf(resource);
      if (outcome.kind === "failed") throw outcome.failure;
      if (outcome.kind === "done") return await outputsOf(task, outcome.outputs);
    } catch (error) {
      const isPassing = error instanceof NodeFailure && error.failure.code === UNREACHABLE;
      if (!isPassing || Date.now() - heard > PATIENCE) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, interval));
    signal.throwIfAborted();
  }
}

async function deleted(
  { template: { type: name, taskTypeVersion: version } }: TaskForConnector,
  { jobs, timeout }: Deployment,
  resourceMeta: Uint8Array,
): Promise<void> {
  const request = { taskType: name, taskCategory: { name, version }, resourceMeta };
  await jobs.deleteTask(request, { signal: AbortSignal.timeout(timeout) });
}

async function outputsOf(task: TaskForConnector, outputs: idl.LiteralMap | undefined): Promise<Literals> {
  // What a task does not declare is not written.
  if ((task.template.interface?.outputs?.variables.size ?? 0) === 0) return new Map();
  return outputs === undefined ? task.written() : outputs.literals;
}

const UNREACHABLE = "ConnectorUnreachable";

/** A call, which a failure of the service ends as one of the system: it is tried again. */
async function called<T>(
  signal: AbortSignal,
  { endpoint, timeout }: Deployment,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  try {
    return await call(AbortSignal.any([signal, AbortSignal.timeout(timeout)]));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof NodeFailure) throw error;
    if (!(error instanceof ClientError))
      throw systemError(`no answer of ${endpoint} within ${timeout} ms`, true);
    const code = error.code === Status.UNAVAILABLE ? UNREACHABLE : "RuntimeExecutionError";
    throw new NodeFailure({ code, message: `${Status[error.code]}: ${error.details}`, kind: "SYSTEM" }, true);
  }
}

function systemError(message: string, isRetryable: boolean): NodeFailure {
  return new NodeFailure({ code: "SystemError", message, kind: "SYSTEM" }, isRetryable);
}
