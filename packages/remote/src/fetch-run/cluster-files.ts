import type { Storage } from "@flytekit-ts/core/storage";
import type { Connection } from "../connection/connection.js";
import { clusterStorage } from "../values/cluster-storage.js";
import { signedTransfers } from "../values/transfers/signed-transfers.js";

/** The schemes of the stores that Flyte's clusters have. */
const SCHEMES = ["s3", "gs", "abfs", "abfss"] as const;

/**
 * What a cluster keeps, as a storage for local runs: what has no storage of its own is read through links that the cluster signs.
 * So the files of a fetched run are read here without keys to the store. Nothing can be written there.
 *
 * @example
 * rerunLocal(harvest, { journal: "runs", run, from: "n2", storage: clusterFiles(remote) });
 */
export function clusterFiles(
  { connection }: { readonly connection: Connection },
  storage: Storage | readonly Storage[] = [],
): Storage {
  const storages = "schemes" in storage ? [storage] : storage;
  const read = clusterStorage({ storages, transfers: signedTransfers(connection) });
  return { ...read, schemes: [...new Set([...read.schemes, ...SCHEMES])] };
}
