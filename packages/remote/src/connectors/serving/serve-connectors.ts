import type { Connector } from "../definition/connector.js";
import type { ConnectorRegistry } from "../definition/connector-registry.js";
import type { ConnectorServer } from "./connector-server.js";
import type { ServeOptions } from "./serve-options.js";

/**
 * Serve connectors over gRPC to Flyte's engine, with health for Kubernetes and metrics for Prometheus.
 *
 * @throws `CONNECTOR_EXISTS` for two of one task type and version, `CONNECTORS_NOT_SERVED` if it cannot listen,
 * `OPTION_INVALID`, `OPTION_UNKNOWN`
 * @example
 * const server = await serveConnectors([acme, sensorConnector([fileSensor])], { port: 8000 });
 * process.once("SIGTERM", () => server.close());
 */
export async function serveConnectors(
  connectors: readonly Connector[] | ConnectorRegistry,
  options: ServeOptions = {},
): Promise<ConnectorServer> {
  // Who declares tasks of connectors imports this entry too, and waits for no gRPC.
  const { startServer } = await import("./start-server.js");
  return startServer(connectors, options);
}
