import type { DatasetFile } from "@flytekit-ts/core/types";
import { errors } from "../errors.js";

/** The bytes of a range of a file. @throws `DATASET_FILE_INVALID` if the range is outside the file or cut short. */
export async function readRange(
  file: DatasetFile,
  range: Range,
  format: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { start, end } = range;
  const invalid = (problem: string): Error => errors.DATASET_FILE_INVALID({ uri: file.uri, format, problem });
  if (!(start >= 0 && start <= end && end <= file.size))
    throw invalid(`it names bytes ${start} to ${end}, but has ${file.size}`);
  const bytes = new Uint8Array(end - start);
  if (bytes.length === 0) return bytes;
  let filled = 0;
  for await (const chunk of file.read(range)) {
    if (filled + chunk.length > bytes.length) throw invalid("it has grown while it was read");
    bytes.set(chunk, filled);
    filled += chunk.length;
  }
  if (filled < bytes.length) throw invalid("it has shrunk while it was read");
  return bytes;
}

/** The first byte, and the one after the last. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
