import type { ClusterConfig } from "./cluster-config.js";
import type { ConnectOptions } from "./connect-options.js";

/** The one form of what options, environment and files say. */
export function resolveConfig(
  options: ConnectOptions,
  env: Readonly<Record<string, string | undefined>>,
): ClusterConfig {
  const {
    endpoint = env["FLYTE_PLATFORM_URL"] ?? "localhost:30080",
    insecure = false,
    project,
    domain,
  } = options;
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
