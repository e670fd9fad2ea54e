import type { Secrets } from "@flytekit-ts/core/context";
import type { Literals, Logger, OutSpec, Shape, Values } from "@flytekit-ts/core/tasks";
import type { Signal, Storage } from "@flytekit-ts/core/storage";
import type { TaskExecutionMetadata } from "@flytekit-ts/models/admin";
import type { TaskTemplate } from "@flytekit-ts/models/core";
import type { LogPage, LogQuery, MetricQuery, MetricResult } from "./observations.js";
import type { ConnectorResource } from "./resource.js";

/** What each function of a connector gets as its last argument. */
export interface ConnectorContext {
  /** Aborted when the caller gave up, or the time of the call is over. */
  readonly signal: Signal;
  /** Values of secrets are hidden in its messages. */
  readonly logger: Logger;
  /** The connector's own secrets: `secrets.get("acme_token")`. */
  readonly secrets: Secrets;
  /** Where the outputs of the task belong, if the job writes them itself; empty where an older engine does not say it. */
  readonly outputPrefix: string;
  /** Reads and writes URIs: with the storages of the server, or the local disk and http(s) in a local run. */
  readonly storage: Storage;
}

/** A task that is to be started. */
export interface ConnectorRequest<I extends Shape = Shape> {
  /** The task as it is registered, with the arguments of a container filled in. */
  readonly template: TaskTemplate;
  /** What the task's declaration says in `custom`. */
  readonly custom: { readonly [name: string]: unknown };
  /** The inputs as values. What has no type here is its literal. */
  readonly inputs: InputsGiven<I>;
  /** The inputs as they came. */
  readonly literals: Literals;
  /** Ids, labels, environment and identity of the execution; absent in local runs. */
  readonly execution: TaskExecutionMetadata | undefined;
}

/** Inputs as a connector gets them: of unknown types, if it declares none. */
export type InputsGiven<I extends Shape> = [keyof I] extends [never]
  ? { readonly [name: string]: unknown }
  : string extends keyof I
    ? { readonly [name: string]: unknown }
    : Values<I>;

type Awaitable<T> = T | Promise<T>;

/** The functions of a connector whose jobs take time. Nothing is kept between them but the metadata. */
export interface AsyncHandlers<I extends Shape, O extends OutSpec, M> {
  /** Starts the job. What it returns is kept as JSON by the cluster, and finds the job again. */
  create(request: ConnectorRequest<I>, context: ConnectorContext): Awaitable<M>;
  /** Gives the state of the job. */
  get(metadata: M, context: ConnectorContext): Awaitable<ConnectorResource<O>>;
  /** Ends the job. It may be called twice, or for a job that is gone: neither is an error. */
  delete(metadata: M, context: ConnectorContext): Awaitable<unknown>;
  /** Checks metadata that came back, such as that of an older version: `Job.parse` of a schema. */
  readonly readMetadata?: ((given: unknown) => M) | undefined;
  logs?(metadata: M, query: LogQuery, context: ConnectorContext): Awaitable<LogPage> | AsyncIterable<LogPage>;
  metrics?(metadata: M, query: MetricQuery, context: ConnectorContext): Awaitable<readonly MetricResult[]>;
}

/** The function of a connector that answers at once. */
export interface SyncHandlers<I extends Shape, O extends OutSpec> {
  sync(request: ConnectorRequest<I>, context: ConnectorContext): Awaitable<ConnectorResource<O>>;
}
