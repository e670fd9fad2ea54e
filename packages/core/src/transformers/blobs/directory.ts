import { directoryHandle } from "../../files/directory-handle.js";
import type { FlyteDirectory } from "../../types/kinds/handles.js";
import type { TypeTransformer } from "../../types/transformer.js";
import { blobTransformer } from "./blob-transformer.js";
import { PATH_SCHEMA } from "./file.js";

/** Directories of files of a format; of any if it is empty. */
export function directoryTransformer(format: string): TypeTransformer<FlyteDirectory> {
  return blobTransformer<FlyteDirectory>({
    kind: "directory",
    format,
    words: format === "" ? "directory" : `directory (${format})`,
    tag: "FlyteDirectory",
    jsonSchema: {
      type: "object",
      title: "FlyteDirectory",
      properties: { path: PATH_SCHEMA },
      additionalProperties: false,
    },
    make: directoryHandle,
  });
}
