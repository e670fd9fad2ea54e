import type { ServerCredentials } from "@grpc/grpc-js";
import {
  AdminServiceDefinition,
  AuthMetadataServiceDefinition,
  DataProxyServiceDefinition,
  IdentityServiceDefinition,
  SignalServiceDefinition,
} from "@flytekit-ts/models/service";
import { dataProxy } from "./data-proxy/data-proxy.js";
import { events } from "./events/events.js";
import type { ExecutionBackend } from "./executions/backend.js";
import { executions } from "./executions/executions.js";
import { memoryObjects } from "./objects/memory-objects.js";
import { type S3Settings, s3Objects } from "./objects/s3-objects.js";
import { registry } from "./registry/registry.js";
import { serve } from "./serving/serve.js";
import { service, unknownService } from "./serving/service.js";
import { clockOf } from "./state/clock.js";
import { State } from "./state/state.js";
import { signals } from "./signals/signals.js";

/** What a stand-in for flyteadmin is started with. */
export interface AdminOptions {
  /** A free one if absent. */
  readonly port?: number | undefined;
  /** The time, in milliseconds since 1970; that of the machine if absent. */
  readonly now?: (() => number) | undefined;
  /** Plain text if absent. */
  readonly credentials?: ServerCredentials | undefined;
  /** An S3 server for data: what `startVersitygw` of `@flytekit-ts/servers` gives. The memory of this process if absent. */
  readonly storage?: S3Settings | undefined;
  /** The name of the bucket, for data in memory. */
  readonly bucket?: string | undefined;
  /** Above how many bytes inputs and outputs are answered by a link only. Without it there are no links in such answers. */
  readonly mostInlineBytes?: number | undefined;
}

/** A stand-in for flyteadmin that listens. */
export interface Admin {
  /** `host:port` */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Starts a stand-in for flyteadmin with empty state: no entities, and the project `flytesnacks`. */
export async function startAdmin(options: AdminOptions = {}): Promise<Admin> {
  const { port = 0, now, credentials, storage, bucket = "flyte", mostInlineBytes } = options;
  const store = storage === undefined ? await memoryObjects(bucket) : s3Objects(storage);
  const watchers = { onCreated: () => {}, onAborted: () => {}, onSignal: () => {} };
  const ground = { state: new State(), clock: clockOf(now) };
  const backend: ExecutionBackend = { ...ground, store, watchers, mostInlineBytes, createWorkflow: () => {} };
  const server = await serve({
    port,
    credentials,
    guards: [],
    services: [
      service(AdminServiceDefinition, ...registry(backend), ...executions(backend), events(backend)),
      service(SignalServiceDefinition, signals(backend)),
      service(DataProxyServiceDefinition, dataProxy(backend)),
      unknownService(AuthMetadataServiceDefinition),
      unknownService(IdentityServiceDefinition),
    ],
  });
  return {
    endpoint: `127.0.0.1:${server.port}`,
    close: async () => {
      await server.close();
      await store.close();
    },
  };
}
