import {
  AdminServiceDefinition,
  DataProxyServiceDefinition,
  IdentityServiceDefinition,
  SignalServiceDefinition,
} from "@flytekit-ts/models/service";
import { ChannelCredentials, createChannel } from "nice-grpc";
import type { ClusterConfig } from "../config/cluster-config.js";
import type { Connection } from "./connection.js";
import { unaryCalls } from "./make-calls.js";

/** Opens a connection. Nothing is sent before the first call. */
export function openConnection(config: ClusterConfig): Connection {
  const credentials = config.insecure ? ChannelCredentials.createInsecure() : ChannelCredentials.createSsl();
  const channel = createChannel(config.endpoint, credentials, {
    "grpc.max_receive_message_length": 20 * 2 ** 20,
  });
  const { endpoint } = config;
  return {
    config,
    admin: unaryCalls(AdminServiceDefinition, { channel, endpoint }),
    signals: unaryCalls(SignalServiceDefinition, { channel, endpoint }),
    dataProxy: unaryCalls(DataProxyServiceDefinition, { channel, endpoint }),
    identity: unaryCalls(IdentityServiceDefinition, { channel, endpoint }),
    close: () => {
      channel.close();
    },
  };
}
