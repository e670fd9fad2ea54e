import {
  AdminServiceDefinition,
  DataProxyServiceDefinition,
  IdentityServiceDefinition,
  SignalServiceDefinition,
} from "@flytekit-ts/models/service";
import type { RetryPolicy } from "@flytekit-ts/core/storage";
import type { ClusterConfig } from "../config/cluster-config.js";
import type { Connection } from "./connection.js";
import { type Credentials, noCredentials } from "./credentials.js";
import { httpClient } from "./http-client.js";
import { unaryCalls } from "./make-calls.js";
import { openClients } from "./open-clients.js";

/** What a connection may be opened with besides its configuration. */
export interface ConnectionParts {
  readonly credentials?: Credentials | undefined;
  /** How long one try of a call may take, in milliseconds. 60,000 if absent. */
  readonly timeout?: number | undefined;
  readonly retries?: RetryPolicy | undefined;
}

// Some 2 s in all where nobody answers: whoever waits sees the error soon.
const RETRIES: RetryPolicy = Object.freeze({ retries: 3, throttledRetries: 5, backoff: 300 });

/** Opens a connection. Nothing is sent before the first call. */
export function openConnection(config: ClusterConfig, parts: ConnectionParts = {}): Connection {
  const { credentials = noCredentials, timeout = 60_000, retries = RETRIES } = parts;
  const clients = openClients(config);
  const http = httpClient(config);
  const line = { clients, endpoint: config.endpoint, credentials, timeout, retries };
  return {
    config,
    admin: unaryCalls(AdminServiceDefinition, line),
    signals: unaryCalls(SignalServiceDefinition, line),
    dataProxy: unaryCalls(DataProxyServiceDefinition, line),
    identity: unaryCalls(IdentityServiceDefinition, line),
    fetch: http.fetch,
    close: async () => {
      clients.close();
      await http.close();
    },
  };
}
