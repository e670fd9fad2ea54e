import type { ServerCredentials } from "@grpc/grpc-js";
import {
  AdminServiceDefinition,
  AuthMetadataServiceDefinition,
  DataProxyServiceDefinition,
  IdentityServiceDefinition,
  SignalServiceDefinition,
} from "@flytekit-ts/models/service";
import { registry } from "./registry/registry.js";
import { serve } from "./serving/serve.js";
import { service, unknownService } from "./serving/service.js";
import { clockOf } from "./state/clock.js";
import { State } from "./state/state.js";

/** What a stand-in for flyteadmin is started with. */
export interface AdminOptions {
  /** A free one if absent. */
  readonly port?: number | undefined;
  /** The time, in milliseconds since 1970; that of the machine if absent. */
  readonly now?: (() => number) | undefined;
  /** Plain text if absent. */
  readonly credentials?: ServerCredentials | undefined;
}

/** A stand-in for flyteadmin that listens. */
export interface Admin {
  /** `host:port` */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Starts a stand-in for flyteadmin with empty state: no entities, and the project `flytesnacks`. */
export async function startAdmin({ port = 0, now, credentials }: AdminOptions = {}): Promise<Admin> {
  const backend = { state: new State(), clock: clockOf(now) };
  const server = await serve({
    port,
    credentials,
    guards: [],
    services: [
      service(AdminServiceDefinition, ...registry(backend)),
      service(SignalServiceDefinition),
      service(DataProxyServiceDefinition),
      unknownService(AuthMetadataServiceDefinition),
      unknownService(IdentityServiceDefinition),
    ],
  });
  return { endpoint: `127.0.0.1:${server.port}`, close: server.close };
}
