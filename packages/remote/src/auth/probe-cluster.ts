import { AdminServiceDefinition, AuthMetadataServiceDefinition } from "@flytekit-ts/models/service";
import { type Channel, createClient, Metadata, ClientError, Status } from "nice-grpc";
import type { Signal } from "@flytekit-ts/core/storage";
import type { ClusterConfig } from "../config/cluster-config.js";
import type { Headers } from "../connection/credentials.js";
import { openChannel } from "../connection/open-channel.js";
import type { BehindProxy } from "./behind-proxy.js";
import type { Probe } from "./flows/probe.js";

const TIMEOUT = 30_000;

/** Asks a cluster who refuses: one call each, over a channel of its own. */
export function probesOf(config: ClusterConfig): Pick<BehindProxy, "isStoppedByProxy" | "isRefused"> {
  return {
    isStoppedByProxy: probe(config, async (channel, options) =>
      createClient(AuthMetadataServiceDefinition, channel).getPublicClientConfig({}, options),
    ),
    isRefused: probe(config, async (channel, options) =>
      createClient(AdminServiceDefinition, channel).getVersion({}, options),
    ),
  };
}

interface Options {
  readonly metadata: Metadata;
  readonly signal: AbortSignal;
}

function probe(config: ClusterConfig, ask: (channel: Channel, options: Options) => Promise<unknown>): Probe {
  return async (headers: Headers, signal: Signal | undefined) => {
    const channel = openChannel(config);
    const late = AbortSignal.timeout(TIMEOUT);
    const either = signal === undefined ? late : AbortSignal.any([signal, late]);
    try {
      await ask(channel, { metadata: Metadata(headers), signal: either });
      return false;
    } catch (error) {
      // Another failure is not about who asks: the call itself meets it again, and says so.
      const code = error instanceof ClientError ? error.code : Status.OK;
      return code === Status.UNAUTHENTICATED || code === Status.UNKNOWN;
    } finally {
      channel.close();
    }
  };
}
