import * as errors from "../../errors.js";
import type { DatasetFormat } from "../../types/dataset-format.js";
import { extensionOf } from "./dataset-place.js";

type Formats = readonly DatasetFormat[];

// Extensions say the format to Flyte also where a type can neither read nor write it.
const KNOWN: ReadonlyMap<string, string> = new Map([
  ["parquet", "parquet"],
  ["csv", "csv"],
  ["jsonl", "jsonl"],
  ["ndjson", "jsonl"],
]);

/** The format that the name of a file says; empty if it says none. */
export function formatOfName(uri: string, formats: Formats): string {
  const extension = extensionOf(uri);
  return formats.find((format) => format.extensions.includes(extension))?.name ?? KNOWN.get(extension) ?? "";
}

/**
 * The reader and writer of a format, whose name is compared as Flyte compares it, ignoring case.
 *
 * @throws `DATASET_FORMAT_UNKNOWN`
 */
export function findFormat(name: string, formats: Formats, at: string): DatasetFormat {
  const found = formats.find((format) => format.name.toLowerCase() === name.toLowerCase());
  if (found === undefined)
    throw errors.DATASET_FORMAT_UNKNOWN({ at, format: name, known: formats.map((format) => format.name) });
  return found;
}
