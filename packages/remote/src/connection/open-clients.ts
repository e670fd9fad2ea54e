import { ChannelCredentials, Client, connectivityState } from "@grpc/grpc-js";
import type { ClusterConfig } from "../config/cluster-config.js";
import { readCa } from "./read-ca.js";

const MIB = 2 ** 20;

// flytekit's values, so that a network that lets its channels live lets ours live: milliseconds.
const OPTIONS = Object.freeze({
  "grpc.max_receive_message_length": 20 * MIB,
  // What a server takes is its own limit.
  "grpc.max_send_message_length": -1,
  "grpc.keepalive_time_ms": 30_000,
  "grpc.keepalive_timeout_ms": 10_000,
  "grpc.keepalive_permit_without_calls": 1,
  // What one client waits for in vain must not be given to the next.
  "grpc.use_local_subchannel_pool": 1,
});

// How long a server may take to speak after it has taken a connection: milliseconds, as gRPC recommends.
const CONNECT_TIME = 20_000;

/** The client to call with: another one after a connection that never came about, for which grpc-js would wait without end. */
export interface Clients {
  current(): Client;
  /** Calls that are under way fail. */
  close(): void;
}

/** Clients of the endpoint, one after the other. */
export function openClients(config: ClusterConfig): Clients {
  let client = openClient(config);
  let since = performance.now();
  return {
    current: () => {
      const state = client.getChannel().getConnectivityState(false);
      if (state !== connectivityState.CONNECTING) since = performance.now();
      else if (performance.now() - since > CONNECT_TIME) {
        client.close();
        client = openClient(config);
        since = performance.now();
      }
      return client;
    },
    close: () => {
      client.close();
    },
  };
}

/** A client of the endpoint. It connects at the first call, through the proxy that `https_proxy` and its like name. */
function openClient(config: ClusterConfig): Client {
  // Without its scheme, gRPC would take a host's name for one, such as `unix`, `dns` or `toString`.
  return new Client(`dns:///${config.endpoint}`, credentialsOf(config), OPTIONS);
}

function credentialsOf({ insecure, insecureSkipVerify, caCertFile }: ClusterConfig): ChannelCredentials {
  if (insecure) return ChannelCredentials.createInsecure();
  const ca = caCertFile === undefined ? null : Buffer.from(readCa(caCertFile));
  if (!insecureSkipVerify) return ChannelCredentials.createSsl(ca);
  const verify = { rejectUnauthorized: false, checkServerIdentity: () => undefined };
  return ChannelCredentials.createSsl(ca, null, null, verify);
}
