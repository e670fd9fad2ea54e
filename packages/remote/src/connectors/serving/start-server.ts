import { textOf } from "@flytekit-ts/core/errors";
import {
  AgentMetadataServiceDefinition,
  AsyncAgentServiceDefinition,
  SyncAgentServiceDefinition,
} from "@flytekit-ts/models/service";
import { ServerCredentials } from "@grpc/grpc-js";
import { createServer, type Server } from "nice-grpc";
import { connectorErrors as errors } from "../../errors/connector-errors.js";
import type { Connector } from "../definition/connector.js";
import { ConnectorRegistry } from "../definition/connector-registry.js";
import { maskedLogger } from "../handling/surroundings.js";
import { asyncService } from "./async-service.js";
import { Health, healthDefinition } from "./health-service.js";
import { metadataService } from "./metadata-service.js";
import { RequestMetrics } from "./request-metrics.js";
import { type MetricsServer, serveMetrics } from "./serve-metrics.js";
import type { ConnectorServer } from "./connector-server.js";
import { type ServeOptions, type ServeSettings, serveSettings } from "./serve-options.js";
import type { Serving } from "./serving.js";
import { syncService } from "./sync-service.js";

/** Start a server for connectors. @throws what `serveConnectors` throws */
export async function startServer(
  connectors: readonly Connector[] | ConnectorRegistry,
  options: ServeOptions,
): Promise<ConnectorServer> {
  const settings = serveSettings(options);
  const { around } = settings;
  const registry = connectors instanceof ConnectorRegistry ? connectors : registryOf(connectors);
  const logger = maskedLogger(around.logger, around.masker);
  const serving: Serving = { registry, around: { ...around, logger }, metrics: new RequestMetrics() };
  const definitions = [
    AsyncAgentServiceDefinition,
    SyncAgentServiceDefinition,
    AgentMetadataServiceDefinition,
  ];
  const health = new Health(definitions.map(({ fullName }) => fullName));
  const server = serverOf(settings, serving, health);
  const port = await listen(server, settings);
  const metrics = await metricsOf(serving.metrics, settings).catch((error: unknown) => {
    server.forceShutdown();
    throw error;
  });
  let closing: Promise<void> | undefined;
  return {
    port,
    metricsPort: metrics?.port,
    close: () => (closing ??= shutDown({ server, health, metrics }, settings.grace)),
  };
}

function registryOf(connectors: readonly Connector[]): ConnectorRegistry {
  const registry = new ConnectorRegistry();
  for (const connector of connectors) registry.add(connector);
  return registry;
}

function serverOf({ largestMessage }: ServeSettings, serving: Serving, health: Health): Server {
  const server = createServer({
    "grpc.max_receive_message_length": largestMessage,
    "grpc.max_send_message_length": largestMessage,
    // A client that is gone without a word is noticed.
    "grpc.keepalive_time_ms": 60_000,
  });
  server.add(AsyncAgentServiceDefinition, asyncService(serving));
  server.add(SyncAgentServiceDefinition, syncService(serving));
  server.add(AgentMetadataServiceDefinition, metadataService(serving));
  server.add(healthDefinition, { check: health.check, watch: health.watch });
  return server;
}

async function listen(server: Server, { host, port, tls }: ServeSettings): Promise<number> {
  const address = `${host.includes(":") ? `[${host}]` : host}:${port}`;
  try {
    const credentials =
      tls === undefined
        ? ServerCredentials.createInsecure()
        : ServerCredentials.createSsl(null, [
            { cert_chain: Buffer.from(tls.certificate), private_key: Buffer.from(tls.key) },
          ]);
    return await server.listen(address, credentials);
  } catch (cause) {
    throw errors.CONNECTORS_NOT_SERVED({ address, problem: problemOf(cause) }, { cause });
  }
}

async function metricsOf(
  metrics: RequestMetrics,
  { host, metricsPort }: ServeSettings,
): Promise<MetricsServer | undefined> {
  if (metricsPort === false) return undefined;
  try {
    return await serveMetrics(metrics, { host, port: metricsPort });
  } catch (cause) {
    const address = `${host}:${metricsPort} (metrics)`;
    throw errors.CONNECTORS_NOT_SERVED({ address, problem: problemOf(cause) }, { cause });
  }
}

function problemOf(cause: unknown): string {
  return textOf(cause).replace(/\.$/, "");
}

interface Served {
  readonly server: Server;
  readonly health: Health;
  readonly metrics: MetricsServer | undefined;
}

async function shutDown({ server, health, metrics }: Served, grace: number): Promise<void> {
  health.stop();
  const timer = setTimeout(() => server.forceShutdown(), grace);
  try {
    await server.shutdown();
  } finally {
    clearTimeout(timer);
    await metrics?.close();
  }
}
