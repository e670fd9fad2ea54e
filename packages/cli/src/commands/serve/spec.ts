import { defineCommand } from "../../command/command-spec.js";

export const serveConnectorSpec = defineCommand({
  name: "connector",
  summary: "Serve the connectors that modules export to a Flyte cluster",
  page: "command-line-clusters.md",
  details:
    "Serves until Ctrl-C, or until Kubernetes stops the container. Then it takes no new calls, and finishes " +
    "those under way.",
  arguments: { MODULE: { says: "Files that export connectors", kind: "many" } },
  options: {
    port: {
      kind: "count",
      placeholder: "PORT",
      says: "The port of the service; 0 for any free one",
      absent: "8000",
    },
    "metrics-port": {
      kind: "count",
      placeholder: "PORT",
      says: "The port of the metrics for Prometheus; 0 for any free one",
      absent: "9090",
    },
    metrics: { kind: "flag", negatable: true, says: "Serve metrics, or none", absent: "serve" },
    host: { kind: "text", placeholder: "ADDRESS", says: "The address to listen on", absent: "all addresses" },
  },
  examples: [
    { line: "tsflyte serve connector src/connectors.ts", says: "Serve the connectors of a file" },
    {
      line: "tsflyte serve connector src/a.ts src/b.ts --port 8080 --no-metrics",
      says: "Serve the connectors of two files, on another port",
    },
  ],
});
