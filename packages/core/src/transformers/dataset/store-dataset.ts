import { isRemote } from "../../storage/local-path.js";
import { nodePath } from "../../storage/node-fs.js";
import type { DatasetRows } from "../../types/dataset-format.js";
import { keepsLocal, type ValueStore } from "../../types/value-store.js";
import type { DatasetPlace } from "./dataset-place.js";
import type { DatasetDeclaration } from "./dataset-declaration.js";
import { findFormat } from "./find-format.js";
import { partFiles } from "./part-files.js";

/** Writes rows as a new dataset, a folder with one file, and gives its place. */
export async function writeRows(
  rows: DatasetRows,
  { formats, columns, format }: DatasetDeclaration,
  store: ValueStore,
): Promise<DatasetPlace> {
  const writer = findFormat(format === "" ? "parquet" : format, formats, "The rows of a dataset");
  const uri = store.newUri(writer.fileName);
  await store.storage.write(uri, writer.write(rows, columns), { signal: store.signal });
  if (!isRemote(uri)) await store.claim?.(uri);
  return { uri: uri.slice(0, uri.lastIndexOf("/")), format: writer.name };
}

/**
 * The place where others find a dataset of this machine: made absolute, and checked to be there. What is stored
 * elsewhere is left as it is, as in flytekit.
 */
export async function findPlace(place: DatasetPlace, store: ValueStore): Promise<DatasetPlace> {
  if (isRemote(place.uri)) return place;
  const uri = nodePath().resolve(place.uri);
  const files = await partFiles(uri, store);
  let made: string | undefined;
  const target = (): string => (made ??= store.newUri("0"));
  if (keepsLocal(store, target)) {
    for (const file of files) await store.claim?.(file.uri);
    return { ...place, uri };
  }
  const folder = target().slice(0, target().lastIndexOf("/"));
  for (const file of files) {
    const name = file.uri.slice(file.uri.lastIndexOf("/") + 1);
    await store.storage.write(`${folder}/${name}`, file.read(), { signal: store.signal });
  }
  return { ...place, uri: folder };
}
