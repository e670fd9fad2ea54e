import type { Literals } from "@flytekit-ts/core/tasks";
import type { Resource, TaskExecutionMetadata } from "@flytekit-ts/models/admin";
import type { TaskTemplate, TypedInterface } from "@flytekit-ts/models/core";
import { connectorErrors as errors } from "../../errors/connector-errors.js";
import {
  type AsyncConnector,
  type Connector,
  connectorWords,
  type SyncConnector,
} from "../definition/connector.js";
import type { ConnectorContext, ConnectorRequest } from "../definition/handlers.js";
import { idlResource } from "../values/idl-resource.js";
import { inputValues } from "../values/input-values.js";
import { outputStore } from "../values/output-store.js";
import { callHandler, type HandlerCall } from "./call-handler.js";
import { metadataBytes, readMetadata } from "./metadata-bytes.js";
import type { Surroundings } from "./surroundings.js";

/** A task to start, as its messages say it. */
export interface TaskToStart {
  readonly template: TaskTemplate;
  readonly literals: Literals;
  readonly execution: TaskExecutionMetadata | undefined;
  /** The same as the literals, where the caller has them as values of the types that the connector takes. */
  readonly values?: { readonly [name: string]: unknown } | undefined;
}

type Call = Omit<HandlerCall, "connector" | "operation">;

/** Starts a job. @returns its metadata, as the cluster keeps it @throws what `callHandler` throws */
export async function createJob(
  connector: AsyncConnector,
  task: TaskToStart,
  call: Call,
  around: Surroundings,
): Promise<Uint8Array> {
  return callHandler({ connector, operation: "create", ...call }, around, async (context) => {
    const request = await requestOf(connector, task, { context, around });
    return metadataBytes(connector, await connector.handlers.create(request, context));
  });
}

/** A job as its metadata names it, and the types of its task where they are known. */
export interface Job {
  readonly metadata: Uint8Array;
  readonly interface: TypedInterface | undefined;
}

/** How a job stands. @throws what `callHandler` throws */
export async function getJob(
  connector: AsyncConnector,
  job: Job,
  call: Call,
  around: Surroundings,
): Promise<Resource> {
  const operation = "get";
  return callHandler({ connector, operation, ...call }, around, async (context) => {
    const metadata = readMetadata(connector, job.metadata, operation);
    const resource: unknown = await connector.handlers.get(metadata, context);
    const store = outputStore(call.outputPrefix, around.storages, context.signal);
    const given = { connector, operation, interface: job.interface, resource };
    return masked(await idlResource(given, store), around);
  });
}

/** Ends a job. @throws what `callHandler` throws */
export async function deleteJob(
  connector: AsyncConnector,
  metadata: Uint8Array,
  call: Call,
  around: Surroundings,
): Promise<void> {
  await callHandler({ connector, operation: "delete", ...call }, around, async (context) => {
    await connector.handlers.delete(readMetadata(connector, metadata, "delete"), context);
  });
}

/** Runs a task at once. @throws what `callHandler` throws */
export async function doTask(
  connector: SyncConnector,
  task: TaskToStart,
  call: Call,
  around: Surroundings,
): Promise<Resource> {
  const operation = "sync";
  return callHandler({ connector, operation, ...call }, around, async (context) => {
    const request = await requestOf(connector, task, { context, around });
    const resource: unknown = await connector.handlers.sync(request, context);
    const store = outputStore(call.outputPrefix, around.storages, context.signal);
    const given = { connector, operation, interface: task.template.interface, resource };
    return masked(await idlResource(given, store), around);
  });
}

function masked(resource: Resource, { masker }: Surroundings): Resource {
  return masker.isEmpty ? resource : { ...resource, message: masker.mask(resource.message) };
}

async function requestOf(
  connector: Connector,
  { template, literals, execution, values }: TaskToStart,
  { context, around }: { readonly context: ConnectorContext; readonly around: Surroundings },
): Promise<ConnectorRequest<never>> {
  const store = outputStore(context.outputPrefix, around.storages, context.signal);
  const inputs = values ?? (await inputValues(connector, { template, literals }, store));
  return { template, custom: template.custom ?? {}, inputs, literals, execution };
}

/** That connector, which must be of the asynchronous kind. @throws `CONNECTOR_UNSUPPORTED` */
export function asAsync(connector: Connector, operation: string): AsyncConnector {
  if (connector.kind === "async") return connector;
  throw unsupported(connector, operation, "It answers at once: call ExecuteTaskSync.");
}

/** That connector, which must be of the synchronous kind. @throws `CONNECTOR_UNSUPPORTED` */
export function asSync(connector: Connector): SyncConnector {
  if (connector.kind === "sync") return connector;
  throw unsupported(
    connector,
    "sync execution",
    "Its jobs take time: call CreateTask, GetTask and DeleteTask.",
  );
}

/** An error for what a connector does not do. */
export function unsupported(connector: Connector, operation: string, advice: string): Error {
  return errors.CONNECTOR_UNSUPPORTED({ connector: connectorWords(connector), operation, advice });
}
