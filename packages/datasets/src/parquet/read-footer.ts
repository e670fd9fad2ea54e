import type { DatasetFile } from "@flytekit-ts/core/types";
import { type FileMetaData, parquetMetadata } from "hyparquet";
import { readRange } from "../bytes/read-bytes.js";
import { withDurations } from "./arrow/read-arrow-schema.js";
import type { Invalid } from "../bytes/invalid.js";
import { type FileSchema, readSchema } from "./schema/read-schema.js";

export const FORMAT = "parquet";

/** What stands at the end of a file. */
export interface Footer {
  readonly metadata: FileMetaData;
  readonly schema: FileSchema;
}

const MAGIC = "PAR1";
// The magic at both ends and the length of the footer.
const LEAST = 12;
// What one request brings: for most files the whole footer.
const GUESS = 1 << 16;

/** Reads the footer of a file. @throws `DATASET_FILE_INVALID` */
export async function readFooter(file: DatasetFile, invalid: Invalid): Promise<Footer> {
  if (file.size < LEAST) throw invalid(`it has only ${file.size} bytes`);
  const [head, guessed] = await Promise.all([
    readRange(file, { start: 0, end: 4 }, FORMAT),
    readRange(file, { start: Math.max(0, file.size - GUESS), end: file.size }, FORMAT),
  ]);
  if (textOf(guessed.subarray(-4)) === "PARE" || textOf(head) === "PARE") throw invalid("it is encrypted");
  if (textOf(head) !== MAGIC) throw invalid(`it does not begin with ${MAGIC}`);
  if (textOf(guessed.subarray(-4)) !== MAGIC)
    throw invalid(`it does not end with ${MAGIC}, so it may be cut short`);
  const length = new DataView(guessed.buffer).getUint32(guessed.length - 8, true) + 8;
  if (length + 4 > file.size) throw invalid(`its footer should have ${length} bytes, more than the file has`);
  const range = { start: file.size - length, end: file.size };
  const bytes = length <= guessed.length ? guessed.slice(-length) : await readRange(file, range, FORMAT);
  const metadata = parse(bytes, invalid);
  return { metadata, schema: withDurations(readSchema(metadata.schema, invalid), metadata, invalid) };
}

function textOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function parse(bytes: Uint8Array, invalid: Invalid): FileMetaData {
  try {
    // Without `geoparquet`, which would change the schema.
    return parquetMetadata(bytes, { geoparquet: false });
  } catch {
    throw invalid("its footer is damaged");
  }
}
