import * as errors from "../../errors.js";
import type { StoredObject } from "../../storage/storage.js";
import type { DatasetFile } from "../../types/dataset-format.js";
import type { ValueStore } from "../../types/value-store.js";

/**
 * The files of a dataset, in the order of their names: the one at its URI, or those in the folder there.
 *
 * As in Spark and pyarrow, names that begin with a dot or an underscore are no data (`_SUCCESS`, `.part.crc`). Only
 * `.csv` is: so flytekit calls the file that it writes.
 *
 * @throws `DATASET_NOT_FOUND`, `DATASET_PARTITIONED`
 */
export async function partFiles(
  uri: string,
  { storage, signal }: ValueStore,
): Promise<readonly DatasetFile[]> {
  const fileOf = ({ uri: at, size }: StoredObject): DatasetFile => ({
    uri: at,
    size,
    read: (range) => storage.read(at, { range, signal }),
  });
  const single = await storage.stat(uri, { signal });
  if (single !== undefined) return [fileOf(single)];
  const folder = uri.endsWith("/") ? uri : `${uri}/`;
  const files: DatasetFile[] = [];
  for await (const each of storage.list(folder, { signal })) {
    const parts = each.uri.slice(each.uri.lastIndexOf(folder) + folder.length).split("/");
    if (parts.some(isHidden)) continue;
    const partition = parts.slice(0, -1).find((part) => part.includes("="));
    if (partition !== undefined) throw errors.DATASET_PARTITIONED({ uri, folder: partition });
    files.push(fileOf(each));
  }
  if (files.length === 0) throw errors.DATASET_NOT_FOUND({ uri });
  return files.sort((one, other) => (one.uri < other.uri ? -1 : 1));
}

function isHidden(name: string): boolean {
  return (name.startsWith(".") || name.startsWith("_")) && name !== ".csv";
}
