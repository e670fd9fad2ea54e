import type { ClusterConfig } from "../config/cluster-config.js";
import { openConnection } from "../connection/open-connection.js";
import { type Remote, remoteOf } from "./remote.js";

/** What says where the cluster is. What is not given is taken from the environment and Flyte's configuration files. */
export interface ConnectOptions {
  /** `host:port` of flyteadmin. `dns:///` before it, `https://` and a slash at the end are taken too. */
  readonly endpoint?: string | undefined;
  /** Speak without TLS. */
  readonly insecure?: boolean | undefined;
  readonly project?: string | undefined;
  readonly domain?: string | undefined;
}

/**
 * Connects to a cluster. Nothing is sent before the first call.
 *
 * @example
 * const remote = connect({ endpoint: "flyte.example.com:443", project: "orchard", domain: "development" });
 */
export function connect(options: ConnectOptions = {}): Remote {
  return remoteOf(openConnection(toConfig(options)));
}

function toConfig({
  endpoint = "localhost:30080",
  insecure = false,
  project,
  domain,
}: ConnectOptions): ClusterConfig {
  return {
    endpoint,
    insecure,
    insecureSkipVerify: false,
    auth: { type: "none" },
    project,
    domain,
    sources: new Map(),
  };
}
