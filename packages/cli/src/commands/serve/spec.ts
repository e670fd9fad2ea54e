import { defineCommand } from "../../command/command-spec.js";

export const serveConnectorSpec = defineCommand({
  name: "connector",
  summary: "Serve the connectors that modules export, for Flyte's engine",
  page: "command-line-clusters.md",
  details:
    "It serves until it is ended: by Ctrl-C, or by the signal with which Kubernetes ends a container. Then it takes no new " +
    "calls, and waits for those that are under way.",
  arguments: { MODULE: { says: "Files that export connectors", kind: "many" } },
  options: {
    port: { kind: "count", placeholder: "PORT", says: "The port; 0 for any that is free", absent: "8000" },
    "metrics-port": {
      kind: "count",
      placeholder: "PORT",
      says: "The port of the metrics for Prometheus; 0 for any that is free",
      absent: "9090",
    },
    metrics: { kind: "flag", negatable: true, says: "Whether metrics are served" },
    host: { kind: "text", placeholder: "ADDRESS", says: "The address to listen at", absent: "all addresses" },
  },
  examples: [
    { line: "tsflyte serve connector src/connectors.ts", says: "Serve what a file exports" },
    {
      line: "tsflyte serve connector src/a.ts src/b.ts --port 8080 --no-metrics",
      says: "Two files, at another port",
    },
  ],
});
