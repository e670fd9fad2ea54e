import { type Channel, ChannelCredentials, createChannel } from "nice-grpc";
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
});

/** A channel to the endpoint. It connects at the first call, through the proxy that `https_proxy` and its like name. */
export function openChannel(config: ClusterConfig): Channel {
  return createChannel(config.endpoint, credentialsOf(config), OPTIONS);
}

function credentialsOf({ insecure, insecureSkipVerify, caCertFile }: ClusterConfig): ChannelCredentials {
  if (insecure) return ChannelCredentials.createInsecure();
  const ca = caCertFile === undefined ? null : Buffer.from(readCa(caCertFile));
  if (!insecureSkipVerify) return ChannelCredentials.createSsl(ca);
  const verify = { rejectUnauthorized: false, checkServerIdentity: () => undefined };
  return ChannelCredentials.createSsl(ca, null, null, verify);
}
