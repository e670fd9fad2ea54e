import * as errors from "../../errors.js";
import type { DatasetRow } from "../../types/dataset-format.js";
import type { Dataset } from "../../types/kinds/handles.js";
import type { ValueStore } from "../../types/value-store.js";
import { uriWords } from "../../words/uri-words.js";
import type { DatasetDeclaration } from "./dataset-declaration.js";
import type { DatasetPlace } from "./dataset-place.js";
import { findFormat, formatOfName } from "./find-format.js";
import { partFiles } from "./part-files.js";

/** A dataset as a task receives it. Without a store, its rows cannot be read. */
export function datasetHandle(
  place: DatasetPlace,
  declaration: DatasetDeclaration,
  store?: ValueStore,
): Dataset {
  return Object.freeze({
    uri: place.uri,
    format: place.format,
    async *rows(): AsyncGenerator<DatasetRow> {
      if (store === undefined) throw errors.DATASET_NOT_LOADED({ uri: place.uri });
      for await (const batch of batchesOf(place, declaration, store)) yield* batch;
    },
  });
}

// Where nothing says the format it is parquet: so flytekit stores data frames.
async function* batchesOf(
  { uri, format }: DatasetPlace,
  { formats, columns }: DatasetDeclaration,
  store: ValueStore,
): AsyncGenerator<readonly DatasetRow[]> {
  const said = format === "" ? formatOfName(uri, formats) : format;
  // Found before anything is read, so that a type without formats says so even where nothing is stored.
  const known = said === "" ? undefined : findFormat(said, formats, `The dataset at ${uriWords(uri)}`);
  for (const file of await partFiles(uri, store)) {
    const name = formatOfName(file.uri, formats) || "parquet";
    yield* (known ?? findFormat(name, formats, `The dataset at ${uriWords(uri)}`)).read(file, columns);
  }
}
