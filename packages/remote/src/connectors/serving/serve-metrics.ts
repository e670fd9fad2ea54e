import type { Server } from "node:http";
import type { RequestMetrics } from "./request-metrics.js";

/** A server for metrics that listens. */
export interface MetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Serve metrics over HTTP, at `/metrics`. @throws what listening fails with */
export async function serveMetrics(
  metrics: RequestMetrics,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<MetricsServer> {
  const { createServer } = await import("node:http");
  const server = createServer((request, response) => {
    const path = request.url?.split("?")[0];
    const isKnown = path === "/metrics" || path === "/";
    const isRead = request.method === "GET" || request.method === "HEAD";
    response.writeHead(isKnown ? (isRead ? 200 : 405) : 404, {
      "content-type": isKnown && isRead ? "text/plain; version=0.0.4; charset=utf-8" : "text/plain",
    });
    response.end(isKnown && isRead && request.method === "GET" ? metrics.text() : undefined);
  });
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  return { port: portOf(server), close: () => closed(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
