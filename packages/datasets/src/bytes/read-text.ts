import type { DatasetFile } from "@flytekit-ts/core/types";
import { errors } from "../errors.js";

/** The text of a file in UTF-8, in parts, without its byte order mark. @throws `DATASET_FILE_INVALID` */
export async function* readText(file: DatasetFile, format: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw errors.DATASET_FILE_INVALID({ uri: file.uri, format, problem: "it is not text in UTF-8" });
    }
  };
  for await (const bytes of file.read()) yield decode(bytes);
  yield decode();
}
