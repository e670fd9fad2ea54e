import { AdminServiceDefinition, AuthMetadataServiceDefinition } from "@flytekit-ts/models/service";
import { type Signal, timeLimit } from "@flytekit-ts/core/storage";
import type { ClusterConfig } from "../config/cluster-config.js";
import type { Headers } from "../connection/credentials.js";
import { isUnauthenticated } from "../connection/failed-attempt.js";
import { type Clients, openClients } from "../connection/open-clients.js";
import { senderOf, type SendOnce } from "../connection/send-once.js";
import type { BehindProxy } from "./behind-proxy.js";
import type { Probe } from "./flows/probe.js";

const TIMEOUT = 30_000;

/** Asks a cluster who refuses: one call each, over a connection of its own. */
export function probesOf(config: ClusterConfig): Pick<BehindProxy, "isStoppedByProxy" | "isRefused"> {
  const metadata = AuthMetadataServiceDefinition;
  const admin = AdminServiceDefinition;
  return {
    isStoppedByProxy: probe(config, (clients) =>
      senderOf(clients, metadata, metadata.methods.getPublicClientConfig),
    ),
    isRefused: probe(config, (clients) => senderOf(clients, admin, admin.methods.getVersion)),
  };
}

function probe(config: ClusterConfig, sender: (clients: Clients) => SendOnce): Probe {
  return async (headers: Headers, signal: Signal | undefined) => {
    const clients = openClients(config);
    const limit = timeLimit(TIMEOUT, signal);
    try {
      await sender(clients)({ request: {}, headers, signal: limit.signal });
      return false;
    } catch (error) {
      // Another failure is not about who asks: the call itself meets it again, and says so.
      return isUnauthenticated(error);
    } finally {
      limit.clear();
      clients.close();
    }
  };
}
