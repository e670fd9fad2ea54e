import {
  AgentMetadataServiceDefinition,
  AsyncAgentServiceDefinition,
  SyncAgentServiceDefinition,
} from "@flytekit-ts/models/service";
import { type Channel, type Client, createChannel, createClient } from "nice-grpc";

/** A service of connectors, and how long its calls may take. */
export interface Deployment {
  readonly endpoint: string;
  /** Of a call, in milliseconds. */
  readonly timeout: number;
  readonly channel: Channel;
  readonly agents: Client<typeof AgentMetadataServiceDefinition>;
  readonly jobs: Client<typeof AsyncAgentServiceDefinition>;
  readonly tasks: Client<typeof SyncAgentServiceDefinition>;
}

/** Flyte's engine gives up after this time, if it is not told otherwise. */
const TIMEOUT = 3000;

/** A service of connectors at `host:port`. Nothing is sent before the first call. */
export function deploymentAt(endpoint: string, timeout = TIMEOUT): Deployment {
  const channel = createChannel(endpoint, undefined, {
    "grpc.initial_reconnect_backoff_ms": 100,
    "grpc.max_reconnect_backoff_ms": 1000,
  });
  return {
    endpoint,
    timeout,
    channel,
    agents: createClient(AgentMetadataServiceDefinition, channel),
    jobs: createClient(AsyncAgentServiceDefinition, channel),
    tasks: createClient(SyncAgentServiceDefinition, channel),
  };
}
