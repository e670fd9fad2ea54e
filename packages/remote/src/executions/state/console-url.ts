import type { ExecutionId } from "@flytekit-ts/core";
import type { ClusterConfig } from "../../config/cluster-config.js";

/** The page of an execution in the console. */
export function consoleUrlOf(config: ClusterConfig, { project, domain, name }: ExecutionId): string {
  const [p = "", d = "", n = ""] = [project, domain, name].map(encodeURIComponent);
  return `${consoleOf(config)}/console/projects/${p}/domains/${d}/executions/${n}`;
}

function consoleOf({ consoleEndpoint, endpoint, insecure }: ClusterConfig): string {
  const host = (consoleEndpoint ?? endpoint).replace(/\/+$/, "");
  if (/^https?:\/\//.test(host)) return host;
  return `${insecure ? "http" : "https"}://${host.replace(/^dns:\/\/\//, "")}`;
}
