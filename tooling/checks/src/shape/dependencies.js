import { scope } from "../layers/chain.js";

/**
 * Runtime dependencies of a package that are not ours, each with the decision (docs/decisions) that lets it in.
 *
 * @typedef {Readonly<Record<string, Readonly<Record<string, string>>>>} Allowed
 */

/** @type {Allowed} */
const allowedDependencies = {
  datasets: {
    "csv-parse": "0019",
    hyparquet: "0019",
    "hyparquet-compressors": "0019",
    "hyparquet-writer": "0019",
  },
  cli: {
    "@clack/prompts": "0051",
    "@dagrejs/dagre": "0053",
    "@oxc-project/runtime": "0052",
    esbuild: "0060",
    "oxc-transform": "0052",
    open: "0042",
    rolldown: "0037",
    yaml: "0041",
  },
  "local-exec": { "@opentelemetry/api": "0031", esbuild: "0027", tinypool: "0025", vitest: "0024" },
  "storage-s3": { "@aws-sdk/client-s3": "0035" },
  "storage-azure": { "@azure/identity": "0036", "@azure/storage-blob": "0036" },
  "storage-gcs": { "google-auth-library": "0036" },
  protobuf: { "@bufbuild/protobuf": "0020" },
  remote: {
    "@bufbuild/protobuf": "0041",
    "@grpc/grpc-js": "0041",
    "@napi-rs/keyring": "0042",
    "nice-grpc": "0041",
    oauth4webapi: "0042",
    open: "0042",
    undici: "0041",
    yaml: "0041",
  },
  runtime: { fflate: "0038", "modern-tar": "0034", rolldown: "0037" },
  arrow: { "apache-arrow": "0022" },
};

/**
 * Check the dependencies that reach a user: siblings from the workspace, others only by decision.
 *
 * @param {string} name Without the scope.
 * @param {import("../repo/workspace.js").Manifest} manifest
 * @param {readonly string[]} decisions Names of the files in docs/decisions.
 * @param {Allowed} [allowed]
 * @returns {string[]}
 */
export function checkDependencies(name, manifest, decisions, allowed = allowedDependencies) {
  const shipped = {
    ...manifest.dependencies,
    ...manifest.peerDependencies,
    ...manifest.optionalDependencies,
  };
  return Object.entries(shipped).flatMap(([dependency, range]) => {
    if (dependency.startsWith(scope)) {
      return range === "workspace:^" ? [] : [`takes ${dependency} as ${range}, not as workspace:^`];
    }
    const decision = allowed[name]?.[dependency];
    if (decision === undefined) return [`depends on ${dependency}, which no decision allows`];
    const written = decisions.some((file) => file.startsWith(`${decision}-`));
    return written ? [] : [`depends on ${dependency} by decision ${decision}, which is not written`];
  });
}
