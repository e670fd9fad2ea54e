// For those who debug here what failed on a cluster. It needs @flytekit-ts/local-exec.
export { errors as remoteErrors } from "../errors.js";
export { clusterFiles } from "../fetch-run/cluster-files.js";
export { fetchRun } from "../fetch-run/fetch-run.js";
export type { FetchedRun, FetchRunOptions } from "../fetch-run/fetch-run.js";
