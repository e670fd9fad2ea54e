import type { ServerCredentials } from "@grpc/grpc-js";
import {
  AdminServiceDefinition,
  DataProxyServiceDefinition,
  SignalServiceDefinition,
} from "@flytekit-ts/models/service";
import type { EngineOptions } from "./engine/options.js";
import { startEngine } from "./engine/start-engine.js";
import { dataProxy } from "./data-proxy/data-proxy.js";
import { events } from "./events/events.js";
import { executions } from "./executions/executions.js";
import { type DataOptions, startBackend } from "./executions/start-backend.js";
import { type Authorization, authorization } from "./oauth/authorization.js";
import type { OAuthOptions } from "./oauth/options.js";
import type { OAuth } from "./oauth/start-oauth.js";
import { registry } from "./registry/registry.js";
import { serve } from "./serving/serve.js";
import { service } from "./serving/service.js";
import { clockOf } from "./state/clock.js";
import { State } from "./state/state.js";
import { signals } from "./signals/signals.js";

/** What a stand-in for flyteadmin is started with. */
export interface AdminOptions extends DataOptions {
  /** A free one if absent. */
  readonly port?: number | undefined;
  /** The ids of the projects that are there at first; `flytesnacks` if absent. */
  readonly projects?: readonly string[] | undefined;
  /** The time, in milliseconds since 1970; that of the machine if absent. */
  readonly now?: (() => number) | undefined;
  /** Plain text if absent. */
  readonly credentials?: ServerCredentials | undefined;
  /** Only callers with a token of its OAuth server are served. Everyone is if absent. */
  readonly auth?: OAuthOptions | undefined;
  /** Runs what is executed. Without it executions stay as events leave them. */
  readonly engine?: EngineOptions | undefined;
}

/** A stand-in for flyteadmin that listens. */
export interface Admin {
  /** `host:port` */
  readonly endpoint: string;
  /** The OAuth server, if callers need tokens. */
  readonly oauth: OAuth | undefined;
  close(): Promise<void>;
}

/** Starts a stand-in for flyteadmin with empty state: no entities, and one project. */
export async function startAdmin(options: AdminOptions = {}): Promise<Admin> {
  const { port = 0, projects = ["flytesnacks"], now, credentials, auth } = options;
  const backend = await startBackend({ state: new State(), clock: clockOf(now) }, options);
  const admin = service(
    AdminServiceDefinition,
    ...registry(backend, { projects, root: backend.store.root }),
    ...executions(backend),
    events(backend),
  );
  const { oauth, guards, services }: Authorization = await authorization(admin, auth && { now, ...auth });
  const engine = options.engine && startEngine(backend, options.engine);
  const server = await serve({
    port,
    credentials,
    guards,
    services: [
      admin,
      service(SignalServiceDefinition, signals(backend)),
      service(DataProxyServiceDefinition, dataProxy(backend)),
      ...services,
    ],
  });
  return {
    endpoint: `127.0.0.1:${server.port}`,
    oauth,
    close: async () => {
      await oauth?.close();
      await engine?.close();
      await server.close();
      await backend.store.close();
    },
  };
}
