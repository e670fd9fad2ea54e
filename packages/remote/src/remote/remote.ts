import type { ClusterConfig } from "../config/cluster-config.js";
import type { Connection } from "../connection/connection.js";
import { type EntityCalls, entityCalls } from "../entities/entity-calls.js";
import { type ExecutionCalls, executionCalls, type ExecutionParts } from "../executions/execution-calls.js";
import { type RegistrationCalls, registrationCalls } from "../registration/registration-calls.js";
import { type TransferCalls, transferCalls } from "../transfer/transfer-calls.js";
import { type WatchingCalls, watchingCalls } from "../watching/watching-calls.js";

/** A Flyte cluster: what is registered there, what runs there, and how to change both. */
export interface Remote extends EntityCalls, TransferCalls, RegistrationCalls, WatchingCalls, ExecutionCalls {
  readonly config: ClusterConfig;
  /** The services of flyteadmin as functions, for calls that this object has no method for. */
  readonly connection: Connection;
  /** Ends the connection. Calls that are under way fail. */
  close(): Promise<void>;
}

/** The functions of a cluster, over a connection to it. */
export function remoteOf(connection: Connection, parts: ExecutionParts = {}): Remote {
  return {
    ...entityCalls(connection),
    ...transferCalls(connection),
    ...registrationCalls(connection),
    ...executionCalls(connection, parts),
    ...watchingCalls(connection),
    config: connection.config,
    connection,
    close: connection.close,
  };
}
